// The builder of rosters.
#include <algorithm>
#include <string>
#include <utility>

#include "roster_ids.hpp"
#include "skillmatrix/roster.hpp"

namespace skillmatrix {
namespace {

constexpr std::size_t max_people = no_role_level - 1U;
constexpr std::size_t max_id_bytes = std::numeric_limits<std::uint32_t>::max();

Diagnostic too_many_people() {
  return make_diagnostic(Code::too_many, {}, {}, {{"limit", std::to_string(max_people)}});
}

/// The role level that a profile states, or what is wrong with it.
std::optional<RoleLevelIndex> resolve_role_level(const Matrix& matrix, const Profile& person,
                                                 std::vector<Diagnostic>& findings) {
  if (!person.role) return std::nullopt;
  const auto role = matrix.find_role(*person.role);
  if (!role) {
    findings.push_back(
        make_diagnostic(Code::dangling_reference, "/role", *person.role, {{"kind", "role"}}));
    return std::nullopt;
  }
  if (!person.level) return std::nullopt;
  const auto level = matrix.find_role_level(*role, *person.level);
  if (level) return level;
  const ScaleIndex ladder = matrix.role_ladder(*role);
  if (matrix.find_level(ladder, *person.level)) {
    findings.push_back(make_diagnostic(Code::level_not_in_role, "/level", *person.level,
                                       {{"role", *person.role}}));
  } else {
    findings.push_back(make_diagnostic(Code::level_not_in_scale, "/level", *person.level,
                                       {{"scale", std::string(matrix.scale_id(ladder))}}));
  }
  return std::nullopt;
}

}  // namespace

RosterBuilder::RosterBuilder(const Matrix& matrix, const RosterOptions& options)
    : matrix_(&matrix), options_(options), slots_(16) {
  roster_.numbering_ = roster::numbering_of(matrix);
  roster_.skill_count_ = matrix.skill_count();
  roster_.rating_options_ = options.ratings;
  roster_.has_rating_positions_ = options.rating_positions;
  if (matrix.skill_count() > 65'536) roster_.skills_.emplace<Roster::Column<std::uint32_t>>();
}

void RosterBuilder::reserve(std::size_t people, std::size_t ratings) {
  roster_.id_ends_.edit().reserve(people);
  roster_.own_role_levels_.edit().reserve(people);
  roster_.first_.edit().reserve(people);
  roster_.counts_.edit().reserve(people);
  roster_.reserve_ratings(ratings);
}

AddedPerson RosterBuilder::add(const Profile& person) {
  AddedPerson added;
  if (auto problem = take_id(person.id)) {
    added.rejected_ratings = person.ratings.size();
    added.diagnostics.push_back(*std::move(problem));
    return added;
  }
  Holdings holdings = resolve_ratings(*matrix_, person, options_.ratings);
  added.rejected_ratings = holdings.diagnostics.size();
  added.diagnostics = std::move(holdings.diagnostics);
  const auto level = resolve_role_level(*matrix_, person, added.diagnostics);
  added.person = append(level, holdings.skills);
  return added;
}

AddedPerson RosterBuilder::add(std::string_view id, std::optional<RoleLevelIndex> own_role_level,
                               std::span<const Holding> holdings) {
  AddedPerson added;
  if (auto problem = take_id(id)) {
    added.rejected_ratings = holdings.size();
    added.diagnostics.push_back(*std::move(problem));
    return added;
  }
  added.person = append(own_role_level, holdings);
  return added;
}

/// Gives the next person an id, or says why it cannot be theirs.
std::optional<Diagnostic> RosterBuilder::take_id(std::string_view id) {
  if (id.empty()) return make_diagnostic(Code::empty_id, "/id");
  if (roster_.person_count() >= max_people) return too_many_people();
  if (roster_.id_bytes_.size() + id.size() > max_id_bytes) {
    return make_diagnostic(Code::too_large, "/id", {}, {{"limit", std::to_string(max_id_bytes)}});
  }
  const std::uint32_t hash = roster::hash_of(id);
  std::size_t slot = roster::slot_of(hash, slots_.size());
  for (; slots_[slot] != 0; slot = slot + 1 == slots_.size() ? 0 : slot + 1) {
    if (slots_[slot] >> 32 != hash) continue;
    const PersonIndex other{static_cast<std::uint32_t>(slots_[slot]) - 1U};
    if (roster_.person_id(other) == id) {
      return make_diagnostic(Code::duplicate_id, "/id", std::string(id));
    }
  }
  std::vector<char>& bytes = roster_.id_bytes_.edit();
  bytes.insert(bytes.end(), id.begin(), id.end());
  roster_.id_ends_.edit().push_back(static_cast<std::uint32_t>(bytes.size()));
  slots_[slot] = std::uint64_t{hash} << 32 | roster_.id_ends_.size();
  if (roster_.id_ends_.size() * 2 > slots_.size()) grow_slots();
  return std::nullopt;
}

void RosterBuilder::grow_slots() {
  std::vector<std::uint64_t> grown(slots_.size() * 2);
  for (const std::uint64_t entry : slots_) {
    if (entry == 0) continue;
    std::size_t slot = roster::slot_of(static_cast<std::uint32_t>(entry >> 32), grown.size());
    while (grown[slot] != 0) slot = slot + 1 == grown.size() ? 0 : slot + 1;
    grown[slot] = entry;
  }
  slots_ = std::move(grown);
}

PersonIndex RosterBuilder::append(std::optional<RoleLevelIndex> own_role_level,
                                  std::span<const Holding> holdings) {
  const PersonIndex person{roster_.person_count()};
  const std::size_t ratings = roster_.ranks_.size() + holdings.size();
  if (ratings + roster_padding > roster_.ranks_.edit().capacity())
    roster_.reserve_ratings(2 * ratings);
  roster_.own_role_levels_.edit().push_back(own_role_level ? own_role_level->value : no_role_level);
  roster_.first_.edit().push_back(roster_.append_places(holdings.size()));
  roster_.counts_.edit().push_back(0);
  if (!roster_.expired_counts_.empty()) roster_.expired_counts_.edit().push_back(0);
  roster_.write_row(person, holdings);
  return person;
}

Roster RosterBuilder::finish() && {
  std::vector<std::uint32_t>& slots = roster_.id_slots_.edit();
  slots.assign(roster::slots_for(roster_.person_count()), 0);
  for (const std::uint64_t entry : slots_) {
    if (entry == 0) continue;
    std::size_t slot = roster::slot_of(static_cast<std::uint32_t>(entry >> 32), slots.size());
    while (slots[slot] != 0) slot = slot + 1 == slots.size() ? 0 : slot + 1;
    slots[slot] = static_cast<std::uint32_t>(entry);
  }
  roster_.trim_columns();
  if (options_.index) roster_.build_index();
  return std::move(roster_);
}

}  // namespace skillmatrix
