// Proving that the block of a matrix is in order.
#include <algorithm>
#include <bit>
#include <string_view>

#include "column.hpp"
#include "id_table.hpp"
#include "matrix_sections.hpp"
#include "search_data.hpp"
#include "skillmatrix/locale.hpp"
#include "skillmatrix/matrix.hpp"
#include "text/utf8.hpp"
#include "text_table_builder.hpp"

namespace skillmatrix {

/// Looks at everything that an accessor relies on. Each step relies on those before only, and the
/// first that finds something wrong is the last.
class MatrixCheck {
 public:
  explicit MatrixCheck(const Matrix& matrix)
      : matrix_(matrix), arrays_(matrix.arrays_), texts_(matrix.texts_.arrays_) {}

  /// The first section that is not in order, or 0.
  std::uint32_t run() {
    check_texts();
    check_facts();
    check_scales();
    check_categories();
    check_skills();
    check_roles();
    check_cells();
    check_cells_by_skill();
    return wrong_;
  }

 private:
  /// Whether all is well so far; notes the section otherwise.
  bool expect(const void* rows, bool is_right) {
    if (wrong_ == 0 && !is_right) wrong_ = section_of(rows);
    return wrong_ == 0;
  }

  /// The section that the rows are the member of.
  [[nodiscard]] std::uint32_t section_of(const void* rows) const {
    std::uint32_t found = 0;
    const auto compare = [rows, &found](std::uint32_t section, const auto& member) {
      if (&member == rows) found = section;
    };
    Matrix::for_each_section(compare, arrays_);
    for_each_text_section(compare, texts_);
    compare(matrix_section::cell_skills, matrix_.requirement_columns_.skills);
    compare(matrix_section::cell_terms, matrix_.requirement_columns_.terms);
    return found;
  }

  /// Calls `is_right(row, position)` for all rows until one is not.
  template <class Rows, class IsRight>
  bool expect_each(const Rows& rows, IsRight is_right) {
    if (wrong_ != 0) return false;
    for (std::size_t at = 0; at < rows.size(); ++at) {
      if (!is_right(rows[at], at)) return expect(&rows, false);
    }
    return true;
  }

  [[nodiscard]] bool is_text(TextIndex text) const {
    return text.value < matrix_.texts_.text_count_;
  }

  [[nodiscard]] bool is_name(Matrix::Slice slice) const {
    return slice.offset <= arrays_.names.size() &&
           slice.length <= arrays_.names.size() - slice.offset &&
           !text::first_ill_formed(matrix_.view(slice));
  }

  /// Whether the id is one, and behind the one before it.
  template <class Rows>
  [[nodiscard]] bool is_id(const Rows& rows, std::size_t at) const {
    return is_name(Matrix::id_of(rows[at])) &&
           (at == 0 ||
            matrix_.view(Matrix::id_of(rows[at - 1])) < matrix_.view(Matrix::id_of(rows[at])));
  }

  /// Whether the slots are those of the ids, which are in order; older files have none.
  template <class Rows>
  [[nodiscard]] bool is_table(std::span<const std::uint32_t> slots, const Rows& rows) const {
    if (slots.empty()) return true;
    const auto count = static_cast<std::uint32_t>(rows.size());
    if (slots.size() != id_table::slots_for(count)) return false;
    return std::ranges::equal(slots, id_table::make(count, [&](std::uint32_t at) {
                                return matrix_.view(Matrix::id_of(rows[at]));
                              }));
  }

  template <class Rows>
  static bool is_run(const Rows& rows, Matrix::Run run) {
    return run.first <= rows.size() && run.count <= rows.size() - run.first;
  }

  static bool is_day(Matrix::Day day) {
    return day.month == 0 ? day.year == 0 && day.day == 0 : day.date()->ok();
  }

  template <class Found, class Rows>
  static bool is_index_or_none(Matrix::Maybe<Found> index, const Rows& rows) {
    return !index.index() || index.value < rows.size();
  }

  void check_texts() {
    const std::size_t words = matrix_.texts_.words();
    if (!expect(&arrays_.facts, matrix_.texts_.text_count_ != 0)) return;
    expect(&texts_.tags, texts_.tags.size() <= TextTableBuilder::max_tags);
    expect_each(texts_.tags, [this](const TextTable::Tag& tag, std::size_t at) {
      if (tag.first > tag.last || tag.last > texts_.bytes.size() || tag.direction > 2) return false;
      const std::string_view text = matrix_.texts_.tag(static_cast<std::uint32_t>(at));
      const bool rises = at == 0 || matrix_.texts_.tag(static_cast<std::uint32_t>(at - 1)) < text;
      return rises && !find_tag_problem(text);
    });
    if (!expect(&texts_.presence, texts_.presence.size() == texts_.tags.size() * words)) return;
    std::uint32_t translations = 0;
    expect_each(texts_.presence, [&](const TextTable::Presence& presence, std::size_t at) {
      if (presence.before != translations || presence.unused != 0) return false;
      translations += static_cast<std::uint32_t>(std::popcount(presence.texts));
      const std::size_t word = at % words;
      if (word == 0 && presence.texts % 2 != 0) return false;  // Text 0 has no translation.
      const std::size_t behind = matrix_.texts_.text_count_ - word * 64;
      return behind >= 64 || presence.texts >> behind == 0;
    });
    expect(&texts_.start, are_starts(translations));
    expect_each(texts_.stated, [&](const TextTable::StatedDirection& stated, std::size_t at) {
      return stated.direction <= 2 && stated.translation < translations &&
             (at == 0 || texts_.stated[at - 1].translation < stated.translation);
    });
  }

  /// Whether each translation is a text, and the last one ends where the bytes do.
  [[nodiscard]] bool are_starts(std::size_t translations) const {
    const auto& start = texts_.start;
    if (start.size() != translations + 1 || start.back() != texts_.bytes.size()) return false;
    if (!std::ranges::is_sorted(start)) return false;
    for (std::size_t at = 0; at < translations; ++at) {
      const auto text = matrix_.texts_.view(start[at], start[at + 1]);
      if (text.empty() || text::first_ill_formed(text)) return false;
    }
    return true;
  }

  void check_facts() {
    expect_each(arrays_.facts, [this](const Matrix::Facts& facts, std::size_t) {
      return is_name(facts.id) && is_name(facts.version) && is_name(facts.default_locale) &&
             is_name(facts.license) && is_name(facts.source) && is_text(facts.title) &&
             is_text(facts.summary) && is_day(facts.updated);
    });
    expect_each(arrays_.fallbacks, [this](const Matrix::FallbackRow& row, std::size_t) {
      return is_name(row.reader) && is_name(row.text);
    });
  }

  void check_scales() {
    std::size_t levels = 0;
    expect_each(arrays_.scales, [&](const Matrix::ScaleRow& row, std::size_t at) {
      const bool follows = row.first_level == levels;
      levels += row.level_count;
      return follows && row.level_count >= 1 && row.level_count <= max_levels &&
             is_id(arrays_.scales, at) && is_text(row.title) && is_text(row.description);
    });
    expect(&arrays_.levels, arrays_.levels.size() == levels);
    expect_each(arrays_.levels, [this](const Matrix::LevelRow& row, std::size_t) {
      return is_name(row.id) && is_text(row.title) && is_text(row.label) &&
             is_text(row.description);
    });
  }

  void check_categories() {
    expect_each(arrays_.category_lists, [this](CategoryIndex category, std::size_t) {
      return category.value < arrays_.categories.size();
    });
    expect_each(arrays_.categories, [this](const Matrix::CategoryRow& row, std::size_t at) {
      return is_id(arrays_.categories, at) && is_text(row.title) && is_text(row.description) &&
             is_run(arrays_.category_lists, row.parents) && row.kind <= 2;
    });
  }

  void check_skills() {
    const std::size_t count = arrays_.skill_ids.size();
    expect(&arrays_.skill_ids, count <= max_skills);
    expect_each(arrays_.skill_ids, [this](const Matrix::Slice&, std::size_t at) {
      return is_id(arrays_.skill_ids, at);
    });
    if (wrong_ == 0) expect(&arrays_.skill_slots, is_table(arrays_.skill_slots, arrays_.skill_ids));
    expect(&arrays_.skill_scales, arrays_.skill_scales.size() == count);
    expect_each(arrays_.skill_scales, [this](ScaleIndex scale, std::size_t) {
      return scale.value < arrays_.scales.size();
    });
    expect_each(arrays_.aliases, [this](TextIndex text, std::size_t) { return is_text(text); });
    expect_each(arrays_.prerequisites, [this, count](const SkillPrerequisite& row, std::size_t) {
      return row.skill.value < count && row.rank <= levels_of(row.skill) &&
             row.unused == decltype(row.unused){};
    });
    expect_each(arrays_.relations, [count](const SkillRelation& row, std::size_t) {
      return row.skill.value < count && row.kind >= RelationKind::broader &&
             row.kind <= RelationKind::related;
    });
    expect_each(arrays_.skill_level_texts, [this](const Matrix::SkillLevelText& row, std::size_t) {
      return row.rank <= max_levels && is_text(row.description);
    });
    expect(&arrays_.skills, arrays_.skills.size() == count);
    expect_each(arrays_.skills, [this](const Matrix::SkillRow& row, std::size_t) {
      return is_text(row.title) && is_text(row.summary) && row.status <= 2 && is_day(row.updated) &&
             is_run(arrays_.category_lists, row.categories) &&
             is_run(arrays_.skill_level_texts, row.level_texts) &&
             is_run(arrays_.aliases, row.aliases) &&
             is_run(arrays_.prerequisites, row.prerequisites) &&
             is_run(arrays_.relations, row.relations) &&
             is_index_or_none(row.replaced_by, arrays_.skills) &&
             is_index_or_none(row.group, arrays_.categories) &&
             is_index_or_none(row.domain, arrays_.categories);
    });
  }

  /// The levels of the scale of a skill.
  [[nodiscard]] std::uint32_t levels_of(SkillIndex skill) const {
    return arrays_.scales[arrays_.skill_scales[skill.value].value].level_count;
  }

  void check_roles() {
    const std::size_t count = arrays_.role_level_roles.size();
    std::size_t levels = 0;
    expect_each(arrays_.roles, [&](const Matrix::RoleRow& row, std::size_t at) {
      const bool follows = row.first_level.value == levels;
      levels += row.level_count;
      return follows && is_id(arrays_.roles, at) && row.ladder.value < arrays_.scales.size() &&
             is_text(row.title) && is_text(row.summary) && levels <= count &&
             is_run(arrays_.category_lists, row.categories);
    });
    if (wrong_ == 0) expect(&arrays_.role_slots, is_table(arrays_.role_slots, arrays_.roles));
    expect(&arrays_.role_level_roles, count == levels);
    expect_each(arrays_.role_level_roles, [this](RoleIndex role, std::size_t at) {
      if (role.value >= arrays_.roles.size()) return false;
      const Matrix::RoleRow& row = arrays_.roles[role.value];
      return at >= row.first_level.value && at - row.first_level.value < row.level_count;
    });
    expect(&arrays_.role_level_ranks, arrays_.role_level_ranks.size() == count);
    expect_each(arrays_.role_level_ranks, [this](Rank rank, std::size_t at) {
      const Matrix::RoleRow& row = arrays_.roles[arrays_.role_level_roles[at].value];
      const bool is_first = at == row.first_level.value;
      return rank >= 1 && rank <= arrays_.scales[row.ladder.value].level_count &&
             (is_first || arrays_.role_level_ranks[at - 1] < rank);
    });
    expect(&arrays_.role_level_focus, arrays_.role_level_focus.size() == count);
    expect_each(arrays_.role_level_focus,
                [this](TextIndex text, std::size_t) { return is_text(text); });
  }

  void check_cells() {
    const RequirementColumns& columns = matrix_.requirement_columns_;
    const std::size_t count = columns.skills.size();
    expect(&columns.terms, columns.terms.size() == count);
    expect(&arrays_.expected, arrays_.expected.size() == count);
    expect(&arrays_.cell_descriptions,
           arrays_.cell_descriptions.empty() || arrays_.cell_descriptions.size() == count);
    expect_each(arrays_.cell_descriptions,
                [this](TextIndex text, std::size_t) { return is_text(text); });
    expect_each(arrays_.weights, [this](std::uint16_t weight, std::size_t at) {
      return weight > (at == 0 ? 0 : arrays_.weights[at - 1]);
    });
    expect_each(columns.terms, [this](std::uint32_t term, std::size_t) {
      return term / 2 < arrays_.weights.size();
    });
    expect(&arrays_.role_level_first_cell,
           arrays_.role_level_first_cell.size() == arrays_.role_level_roles.size() + 1 &&
               are_firsts(arrays_.role_level_first_cell, count));
    expect_each(columns.skills,
                [&](std::uint32_t skill, std::size_t) { return skill < arrays_.skill_ids.size(); });
    for (std::uint32_t at = 0; wrong_ == 0 && at < arrays_.role_level_roles.size(); ++at) {
      const Requirements cells = matrix_.requirements({at});
      for (std::size_t cell = 1; cell < cells.size(); ++cell) {
        expect(&columns.skills, cells[cell - 1].skill < cells[cell].skill);
      }
    }
    expect_each(arrays_.expected,
                [&](Rank rank, std::size_t at) { return rank <= levels_of({columns.skills[at]}); });
  }

  /// That each cell is among those of its skill, and only there.
  void check_cells_by_skill() {
    const std::size_t count = arrays_.expected.size();
    const auto& first = arrays_.skill_first_cell;
    expect(&arrays_.cells_by_skill, arrays_.cells_by_skill.size() == count);
    expect(&first, first.size() == arrays_.skill_ids.size() + 1 && are_firsts(first, count));
    for (std::uint32_t skill = 0; wrong_ == 0 && skill < arrays_.skill_ids.size(); ++skill) {
      for (std::uint32_t at = first[skill]; at < first[skill + 1]; ++at) {
        const CellIndex cell = arrays_.cells_by_skill[at];
        const bool rises = at == first[skill] || arrays_.cells_by_skill[at - 1] < cell;
        expect(&arrays_.cells_by_skill,
               rises && cell.value < count &&
                   matrix_.requirement_columns_.skills[cell.value] == skill);
        if (wrong_ != 0) return;
      }
    }
  }

  const Matrix& matrix_;
  const Matrix::Arrays<Matrix::Column>& arrays_;
  const TextTable::Arrays<TextTable::Column>& texts_;
  std::uint32_t wrong_ = 0;
};

std::vector<Diagnostic> Matrix::verify() const {
  std::vector<Diagnostic> findings;
  const auto block =
      Block::open({bytes_, owner_}, BlockKind::matrix, matrix_format_version, findings);
  if (!block) return findings;
  for (const std::uint32_t section : block->damaged_sections()) {
    findings.push_back(damaged_data("checksum", section));
  }
  if (!findings.empty()) return findings;
  const std::uint32_t wrong = MatrixCheck(*this).run();
  if (wrong != 0) {
    findings.push_back(damaged_data("content", wrong));
  } else if (has_unsound_search_index(*this)) {
    findings.push_back(damaged_data("content", matrix_section::search_made_with));
  }
  return findings;
}

}  // namespace skillmatrix
