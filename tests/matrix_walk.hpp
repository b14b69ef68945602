// Everything that a matrix can be asked, so that whatever is wrong with it shows.
#pragma once

#include <string>

#include "reading.hpp"
#include "skillmatrix/gap.hpp"
#include "skillmatrix/matrix.hpp"
#include "skillmatrix/progression.hpp"
#include "skillmatrix/report.hpp"
#include "skillmatrix/role_page.hpp"
#include "skillmatrix/search.hpp"
#include "skillmatrix/skill_page.hpp"

namespace skillmatrix::test {

/// The facts, ids and relations that no page has.
inline void append_facts(const Matrix& matrix, std::string& told) {
  const auto add = [&told](const auto&... parts) { ((told.append(parts) += '\n'), ...); };
  add(matrix.id(), matrix.version(), matrix.default_locale(), matrix.license(), matrix.source());
  for (const auto& [reader, tags] : matrix.fallbacks()) {
    add(reader);
    for (const std::string& tag : tags) add(tag);
  }
  for (ScaleIndex at; at.value < matrix.scale_count(); ++at.value) {
    add(matrix.scale_id(at));
    for (unsigned rank = 0; rank <= matrix.level_count(at); ++rank) {
      const auto level = static_cast<Rank>(rank);
      add(matrix.level_id(at, level), std::to_string(matrix.level_value(at, level)));
    }
  }
  for (CategoryIndex at; at.value < matrix.category_count(); ++at.value) {
    add(matrix.category_id(at), std::to_string(static_cast<int>(matrix.category_kind(at))));
    for (const CategoryIndex parent : matrix.category_parents(at)) add(matrix.category_id(parent));
  }
  for (SkillIndex at; at.value < matrix.skill_count(); ++at.value) {
    add(matrix.skill_id(at), std::to_string(static_cast<int>(matrix.skill_status(at))));
    if (const auto other = matrix.skill_replaced_by(at)) add(matrix.skill_id(*other));
    if (const auto date = matrix.skill_updated(at)) add(format_date(*date));
    if (const auto domain = matrix.skill_domain(at)) add(matrix.category_id(*domain));
    for (const auto& [other, rank, unused] : matrix.skill_prerequisites(at)) {
      add(matrix.skill_id(other), std::to_string(rank));
    }
    for (const auto& [kind, other] : matrix.skill_relations(at)) {
      add(std::to_string(static_cast<int>(kind)), matrix.skill_id(other));
    }
    for (const CellIndex cell : matrix.skill_cells(at)) {
      add(std::to_string(matrix.role_level_of(cell).value));
    }
  }
}

/// Every text in every language.
inline void append_texts(const Matrix& matrix, std::string& told) {
  const TextTable& texts = matrix.texts();
  for (std::uint32_t tag = 0; tag < texts.tag_count(); ++tag) {
    told.append(texts.tag(tag)) += '\n';
    for (TextIndex text; text.value < texts.text_count(); ++text.value) {
      told.append(texts.in(text, tag)) += '\n';
    }
  }
}

/// What a search finds: by beginnings and with typing errors, in words and runs, of all kinds. The
/// index is the one of the block, if there is one.
inline std::string tell_found(const Reader& reader) {
  std::string told;
  const SearchIndex index = SearchIndex::of(reader.matrix());
  const SearchOptions everything{.limit = 50, .kinds = {true, true, true}};
  for (const std::string_view query :
       {"en",    "a",     "s",          "ser",      "ai",    "lit",     "c++",
        "first", "fisrt", "frist skil", "alph",     "alhpa", "alpha 3", "beta",
        "学",    "学习",  "机器学习",   "机学器习", "学题",  "ع",       "ส"}) {
    for (const SearchOptions& options : {SearchOptions{}, everything}) {
      for (const SearchHit& hit : index.search(query, options)) {
        told.append(query).append(": ").append(hit.name).append(" = ");
        told.append(entity_id(reader.matrix(), hit)).append(1, ' ');
        told.append(matched_name(reader, hit).tag).append(1, ' ');
        told.append(entity_title(reader, hit).value).append(1, ' ');
        told += std::to_string(static_cast<int>(hit.match)) + ' ' + std::to_string(hit.errors);
        told += '\n';
      }
    }
  }
  return told;
}

inline void append_requirements(const Matrix& matrix, std::string& told) {
  for (RoleLevelIndex level; level.value < matrix.role_level_count(); ++level.value) {
    told.append(matrix.role_id(matrix.role_of(level))).append(" ");
    told.append(matrix.role_level_id(level)) += '\n';
    for (const CellRequirement& cell : matrix.requirements(level)) {
      told.append(matrix.skill_id(cell.skill)).append(" ");
      for (const int number :
           {int{cell.expected}, int{cell.weight}, static_cast<int>(cell.necessity)}) {
        told.append(std::to_string(number)) += ' ';
      }
    }
  }
}

/// What is in the matrix. Equal ones tell the same.
inline std::string tell_contents(const Matrix& matrix) {
  std::string told;
  append_facts(matrix, told);
  append_texts(matrix, told);
  append_requirements(matrix, told);
  return told;
}

/// That, and all pages and answers in the language of one reader.
inline std::string tell_all(const Matrix& matrix, std::string_view locale) {
  std::string told = tell_contents(matrix);
  const Reader reader = reading(matrix, std::string(locale));
  Profile person;
  person.id = "p";
  for (SkillIndex at; at.value < matrix.skill_count(); ++at.value) {
    told += skill_page_json(reader, make_skill_page(reader, at));
    const ScaleIndex scale = matrix.skill_scale(at);
    Rating rating;
    rating.skill = matrix.skill_id(at);
    rating.level = matrix.level_id(scale, matrix.level_count(scale));
    person.ratings.push_back(rating);
  }
  for (RoleIndex at; at.value < matrix.role_count(); ++at.value) {
    told += role_page_json(reader, make_role_page(reader, at));
  }
  for (RoleLevelIndex at; at.value < matrix.role_level_count(); ++at.value) {
    told += gap_json(reader, analyze_gap(matrix, person, at), person, {});
    if (const auto progression = make_progression(reader, at)) {
      told += progression_json(reader, *progression);
    }
  }
  return told + tell_found(reader);
}

}  // namespace skillmatrix::test
