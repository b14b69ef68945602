// Rosters in files: saving, opening, and proving that one is in order.
#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <variant>

#include "block.hpp"
#include "file.hpp"
#include "roster_ids.hpp"
#include "skillmatrix/roster.hpp"

namespace skillmatrix {
namespace {

constexpr std::uint32_t roster_format_version = 1;

// The sections beside those of the columns.
constexpr std::uint32_t facts_section = 1;
constexpr std::uint32_t id_bytes_section = 10;
constexpr std::uint32_t id_ends_section = 11;
constexpr std::uint32_t skills_section = 20;

/// All that is not a column.
struct Facts {
  std::uint64_t numbering = 0;
  std::uint64_t rating_count = 0;
  std::uint64_t unused_places = 0;
  std::uint64_t unused_postings = 0;
  std::uint32_t skill_count = 0;
  std::int32_t as_of = 0;  ///< In days from 1970.
  std::uint8_t has_as_of = 0;
  std::uint8_t policy = 0;
  std::uint8_t min_confidence = 0;
  std::uint8_t has_rating_positions = 0;
  std::uint8_t has_index = 0;
  std::array<std::uint8_t, 3> unused{};
};

}  // namespace

/// The columns with the numbers of their sections, which are the format of saved files.
template <class Visit, class AnyRoster>
void Roster::for_each_section(Visit visit, AnyRoster& roster) {
  visit(id_bytes_section, roster.id_bytes_);
  visit(id_ends_section, roster.id_ends_);
  visit(12U, roster.id_slots_);
  visit(13U, roster.own_role_levels_);
  visit(14U, roster.first_);
  visit(15U, roster.counts_);
  visit(16U, roster.expired_counts_);
  std::visit([&](auto& skills) { visit(skills_section, skills); }, roster.skills_);
  visit(21U, roster.ranks_);
  visit(22U, roster.rating_positions_);
  visit(30U, roster.runs_);
  visit(31U, roster.posting_people_);
  visit(32U, roster.posting_ranks_);
}

std::uint64_t roster::numbering_of(const Matrix& matrix) {
  Hash hash;
  const auto add = [&hash](std::string_view id) {
    hash.add(id);
    hash.add_byte(0xFF);  // No id has this byte.
  };
  for (std::uint32_t scale = 0; scale < matrix.scale_count(); ++scale) {
    add(matrix.scale_id({scale}));
    for (unsigned rank = 1; rank <= matrix.level_count({scale}); ++rank) {
      add(matrix.level_id({scale}, static_cast<Rank>(rank)));
    }
    add({});
  }
  for (std::uint32_t skill = 0; skill < matrix.skill_count(); ++skill) {
    add(matrix.skill_id({skill}));
    add(matrix.scale_id(matrix.skill_scale({skill})));
  }
  add({});
  for (std::uint32_t level = 0; level < matrix.role_level_count(); ++level) {
    add(matrix.role_id(matrix.role_of({level})));
    add(matrix.role_level_id({level}));
  }
  return hash.value();
}

bool Roster::fits(const Matrix& matrix) const { return numbering_ == roster::numbering_of(matrix); }

std::vector<Diagnostic> Roster::save(const std::string& path) const {
  Facts facts;
  facts.numbering = numbering_;
  facts.rating_count = rating_count_;
  facts.unused_places = unused_places_;
  facts.unused_postings = unused_postings_;
  facts.skill_count = skill_count_;
  if (rating_options_.as_of) {
    facts.has_as_of = 1;
    const auto days = std::chrono::sys_days(*rating_options_.as_of).time_since_epoch();
    facts.as_of = static_cast<std::int32_t>(days.count());
  }
  facts.policy = static_cast<std::uint8_t>(rating_options_.policy);
  facts.min_confidence = rating_options_.min_confidence;
  facts.has_rating_positions = has_rating_positions_ ? 1 : 0;
  facts.has_index = has_index_ ? 1 : 0;
  BlockWriter writer;
  writer.add(facts_section, std::span<const Facts>(&facts, 1));
  const Ids ids = ids_in_order();  // Who has been removed is not in the file.
  for_each_section(
      [&](std::uint32_t id, const auto& column) {
        if (id == id_bytes_section) return writer.add(id, std::span<const char>(ids.bytes));
        if (id == id_ends_section) return writer.add(id, std::span<const std::uint32_t>(ids.ends));
        writer.add(id, column.view());
      },
      *this);
  std::vector<Diagnostic> findings;
  replace_file(path, writer.finish(BlockKind::roster, roster_format_version).bytes, findings);
  return findings;
}

Result<Roster> Roster::open(const Matrix& matrix, std::span<const std::byte> bytes) {
  return read(matrix, {bytes, nullptr});
}

Result<Roster> Roster::open(const Matrix& matrix, const std::string& path) {
  std::vector<Diagnostic> findings;
  auto bytes = map_file(path, findings);
  if (!bytes) return {std::nullopt, std::move(findings)};
  Result<Roster> result = read(matrix, std::move(*bytes));
  name_file(result.diagnostics, path);
  return result;
}

Result<Roster> Roster::read(const Matrix& matrix, OwnedBytes bytes) {
  Result<Roster> result;
  const auto block =
      Block::open(std::move(bytes), BlockKind::roster, roster_format_version, result.diagnostics);
  if (!block) return result;
  bool is_complete = true;
  const auto items = [&]<class T>(std::uint32_t id, std::span<const T>& read) {
    if (!block->take(id, read)) is_complete = false;
  };
  Roster roster;
  const BlockSection* const skills = block->find(skills_section);
  if (skills != nullptr && skills->item_bytes == sizeof(std::uint32_t)) {
    roster.skills_.emplace<Column<std::uint32_t>>();
  }
  std::span<const Facts> facts;
  items(facts_section, facts);
  for_each_section(
      [&items]<class T>(std::uint32_t id, Column<T>& column) {
        std::span<const T> read;
        items(id, read);
        column.point_to(read);
      },
      roster);
  if (!is_complete || facts.size() != 1) {
    result.diagnostics.push_back(damaged_data("section_table"));
    return result;
  }
  const Facts& fact = facts.front();
  roster.numbering_ = fact.numbering;
  roster.rating_count_ = fact.rating_count;
  roster.unused_places_ = fact.unused_places;
  roster.unused_postings_ = fact.unused_postings;
  roster.skill_count_ = fact.skill_count;
  if (fact.has_as_of != 0) {
    roster.rating_options_.as_of = std::chrono::sys_days(std::chrono::days(fact.as_of));
  }
  roster.rating_options_.policy = static_cast<RatingPolicy>(fact.policy);
  roster.rating_options_.min_confidence = fact.min_confidence;
  roster.has_rating_positions_ = fact.has_rating_positions != 0;
  roster.has_index_ = fact.has_index != 0;
  if (!roster.fits(matrix)) {
    result.diagnostics.push_back(make_diagnostic(Code::other_matrix));
    return result;
  }
  roster.file_ = block->bytes().owner;
  roster.saved_ = block->bytes().bytes;
  result.value = std::move(roster);
  return result;
}

/// Looks at everything that an accessor relies on. Each step relies on those before only.
class RosterCheck {
 public:
  RosterCheck(const Roster& roster, const Matrix& matrix) : roster_(roster), matrix_(matrix) {}

  /// The first section that is not in order, or 0.
  std::uint32_t run() {
    if (roster_.skill_count_ != matrix_.skill_count()) return facts_section;
    const bool is_wide = std::holds_alternative<Roster::Column<std::uint32_t>>(roster_.skills_);
    if (is_wide != (roster_.skill_count_ > 65'536)) return skills_section;
    if (static_cast<std::size_t>(roster_.rating_options_.policy) >= rating_policies().size()) {
      return facts_section;
    }
    if (const std::uint32_t wrong = check_people(); wrong != 0) return wrong;
    if (const std::uint32_t wrong = check_ids(); wrong != 0) return wrong;
    if (const std::uint32_t wrong = check_rows(); wrong != 0) return wrong;
    return roster_.has_index_ ? check_index() : 0;
  }

 private:
  [[nodiscard]] std::uint32_t check_people() const {
    const std::size_t people = roster_.counts_.size();
    if (people >= no_role_level) return 15;
    if (roster_.first_.size() != people) return 14;
    if (roster_.own_role_levels_.size() != people) return 13;
    if (roster_.id_ends_.size() != people) return id_ends_section;
    if (!roster_.id_begins_.empty() && roster_.id_begins_.size() != people) return id_ends_section;
    if (!roster_.expired_counts_.empty() && roster_.expired_counts_.size() != people) return 16;
    const auto levels = roster_.own_role_levels_.view();
    const bool are_levels = std::ranges::all_of(levels, [this](std::uint32_t level) {
      return level == no_role_level || level < matrix_.role_level_count();
    });
    return are_levels ? 0 : 13;
  }

  [[nodiscard]] std::uint32_t check_ids() const {
    const auto ends = roster_.id_ends_.view();
    if (!are_ids_inside()) return id_ends_section;
    const auto slots = roster_.id_slots_.view();
    // A search ends at an empty slot, and who is removed is in no other slot.
    const auto taken = slots.size() - static_cast<std::size_t>(std::ranges::count(slots, 0U));
    if (taken != ends.size() || (taken != 0 && taken == slots.size())) return 12;
    const bool are_people =
        std::ranges::all_of(slots, [&ends](std::uint32_t slot) { return slot <= ends.size(); });
    if (!are_people) return 12;
    for (std::uint32_t at = 0; at < ends.size(); ++at) {
      if (roster_.find_person(roster_.person_id({at})) != PersonIndex{at}) return 12;
    }
    return 0;
  }

  /// Whether each id is a part of the bytes, and together they are those that are in use.
  [[nodiscard]] bool are_ids_inside() const {
    std::uint64_t used = 0;
    for (std::uint32_t at = 0; at < roster_.person_count(); ++at) {
      const std::uint32_t begin = roster_.id_begin({at});
      const std::uint32_t end = roster_.id_ends_[at];
      if (begin > end || end > roster_.id_bytes_.size()) return false;
      used += end - begin;
    }
    return used + roster_.unused_id_bytes_ == roster_.id_bytes_.size();
  }

  [[nodiscard]] std::uint32_t check_rows() const {
    const std::size_t size = roster_.ranks_.size();
    if (size != 0 && size < roster_padding) return 21;
    const std::size_t places = size - roster_.padding();
    if (std::visit([](const auto& skills) { return skills.size(); }, roster_.skills_) != size) {
      return skills_section;
    }
    if (roster_.rating_positions_.size() != (roster_.has_rating_positions_ ? places : 0)) return 22;
    return roster_.visit_skills([&](auto skills) -> std::uint32_t {
      std::uint64_t ratings = 0;
      std::uint64_t used = 0;
      for (std::uint32_t person = 0; person < roster_.person_count(); ++person) {
        const std::uint64_t first = roster_.first_[person];
        const std::uint64_t held = roster_.counts_[person];
        const std::uint64_t all = held + roster_.expired_count({person});
        if (first > places || all > places - first) return 14;
        if (!is_rising(skills.subspan(first, held))) return skills_section;
        if (!is_rising(skills.subspan(first + held, all - held))) return skills_section;
        for (std::uint64_t at = 0; at < held; ++at) {
          const SkillIndex skill{skills[first + at]};
          if (roster_.ranks_[first + at] > matrix_.level_count(matrix_.skill_scale(skill))) {
            return 21;
          }
        }
        ratings += held;
        used += all;
      }
      return ratings == roster_.rating_count_ && used + roster_.unused_places_ == places
                 ? 0
                 : facts_section;
    });
  }

  /// Whether these are skills, each greater than the one before it.
  template <class T>
  [[nodiscard]] bool is_rising(std::span<const T> skills) const {
    if (std::ranges::adjacent_find(skills, std::greater_equal()) != skills.end()) return false;
    return skills.empty() || skills.back() < matrix_.skill_count();
  }

  [[nodiscard]] std::uint32_t check_index() const {
    const auto runs = roster_.runs_.view();
    if (runs.size() != std::size_t{roster_.block_count()} * roster_.skill_count_) return 30;
    const std::size_t size = roster_.posting_ranks_.size();
    if (size < roster_padding) return 32;
    if (roster_.posting_people_.size() != size) return 31;
    const std::size_t places = size - roster_padding;
    std::uint64_t postings = 0;
    for (std::size_t at = 0; at < runs.size(); ++at) {
      const Roster::Run& run = runs[at];
      if (run.count > run.capacity || run.first > places || run.capacity > places - run.first) {
        return 30;
      }
      if (!are_postings(static_cast<std::uint32_t>(at / roster_.skill_count_),
                        {static_cast<std::uint32_t>(at % roster_.skill_count_)})) {
        return 31;
      }
      postings += run.count;
    }
    return postings == roster_.rating_count_ ? 0 : 30;
  }

  /// Whether the postings are what the people hold.
  [[nodiscard]] bool are_postings(std::uint32_t block, SkillIndex skill) const {
    const Postings postings = roster_.postings(block, skill);
    if (std::ranges::adjacent_find(postings.people, std::greater_equal()) !=
        postings.people.end()) {
      return false;
    }
    for (std::size_t at = 0; at < postings.people.size(); ++at) {
      const std::uint64_t person = std::uint64_t{block} * people_per_block + postings.people[at];
      if (person >= roster_.person_count()) return false;
      if (roster_.rank({static_cast<std::uint32_t>(person)}, skill) != postings.ranks[at]) {
        return false;
      }
    }
    return true;
  }

  const Roster& roster_;
  const Matrix& matrix_;
};

std::vector<Diagnostic> Roster::verify(const Matrix& matrix) const {
  std::vector<Diagnostic> findings;
  if (!saved_.empty()) {
    const auto block =
        Block::open({saved_, file_}, BlockKind::roster, roster_format_version, findings);
    if (!block) return findings;
    for (const std::uint32_t section : block->damaged_sections()) {
      findings.push_back(damaged_data("checksum", section));
    }
    if (!findings.empty()) return findings;
  }
  const std::uint32_t wrong = RosterCheck(*this, matrix).run();
  if (wrong != 0) findings.push_back(damaged_data("content", wrong));
  return findings;
}

}  // namespace skillmatrix
