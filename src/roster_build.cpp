// Adding people: to a roster that is being built, and to one that there is.
#include "roster_build.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "id_table.hpp"
#include "roster_ids.hpp"
#include "skillmatrix/roster.hpp"

namespace skillmatrix {
namespace {

Diagnostic duplicate(std::string_view id) {
  return make_diagnostic(Code::duplicate_id, "/id", std::string(id));
}

AddedPerson reject(Diagnostic problem, std::uint64_t ratings) {
  AddedPerson rejected;
  rejected.rejected_ratings = ratings;
  rejected.diagnostics.push_back(std::move(problem));
  return rejected;
}

/// Adds what a profile says to a roster or a builder.
template <class People>
AddedPerson add_resolved(const Matrix& matrix, const Profile& person, const RatingOptions& options,
                         People& people) {
  Holdings holdings = resolve_ratings(matrix, person, options);
  const std::uint64_t rejected_ratings = holdings.diagnostics.size();
  const auto level =
      roster::resolve_role_level(matrix, person.role, person.level, holdings.diagnostics);
  AddedPerson added = people.add(person.id, level, holdings.skills);
  if (added.person) {
    added.rejected_ratings = rejected_ratings;
    added.has_rejected_role_level = holdings.diagnostics.size() != rejected_ratings;
    added.diagnostics = std::move(holdings.diagnostics);
  } else {
    added.rejected_ratings = person.ratings.size();
  }
  return added;
}

}  // namespace

std::optional<RoleLevelIndex> roster::resolve_role_level(const Matrix& matrix,
                                                         std::optional<std::string_view> role,
                                                         std::optional<std::string_view> level,
                                                         std::vector<Diagnostic>& findings) {
  if (!role) return std::nullopt;
  const auto number = matrix.find_role(*role);
  if (!number) {
    findings.push_back(
        make_diagnostic(Code::dangling_reference, "/role", std::string(*role), {{"kind", "role"}}));
    return std::nullopt;
  }
  if (!level) return std::nullopt;
  const auto found = matrix.find_role_level(*number, *level);
  if (found) return found;
  const ScaleIndex ladder = matrix.role_ladder(*number);
  if (matrix.find_level(ladder, *level)) {
    findings.push_back(make_diagnostic(Code::level_not_in_role, "/level", std::string(*level),
                                       {{"role", std::string(*role)}}));
  } else {
    findings.push_back(make_diagnostic(Code::level_not_in_scale, "/level", std::string(*level),
                                       {{"scale", std::string(matrix.scale_id(ladder))}}));
  }
  return std::nullopt;
}

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
  return add_resolved(*matrix_, person, options_.ratings, *this);
}

AddedPerson Roster::add(const Matrix& matrix, const Profile& person) {
  return add_resolved(matrix, person, rating_options_, *this);
}

AddedPerson RosterBuilder::add(std::string_view id, std::optional<RoleLevelIndex> own_role_level,
                               std::span<const Holding> holdings) {
  if (auto problem = take_id(id)) return reject(*std::move(problem), holdings.size());
  const std::size_t ratings = roster_.ranks_.size() + holdings.size();
  if (ratings + roster_padding > roster_.ranks_.edit().capacity())
    roster_.reserve_ratings(2 * ratings);
  return {roster_.append(own_role_level, holdings), 0, false, {}};
}

AddedPerson Roster::add(std::string_view id, std::optional<RoleLevelIndex> own_role_level,
                        std::span<const Holding> holdings) {
  if (auto problem = problem_of(id)) return reject(*std::move(problem), holdings.size());
  if (find_person(id)) return reject(duplicate(id), holdings.size());
  compact();
  make_room_for_id(id);
  make_room(person_count() + std::size_t{1}, holdings, holdings.size());
  if (has_index_) make_room_in_index({person_count()}, {}, holdings);
  append_id(id);
  const PersonIndex person = append(own_role_level, holdings);
  add_slot(person);
  if (has_index_) {
    resize_index();
    update_index(person, {}, holdings);
  }
  return {person, 0, {}};
}

/// Gives the next person an id, or says why it cannot be theirs.
std::optional<Diagnostic> RosterBuilder::take_id(std::string_view id) {
  if (auto problem = roster_.problem_of(id)) return problem;
  const std::uint32_t hash = roster::hash_of(id);
  std::size_t slot = id_table::slot_of(hash, slots_.size());
  for (; slots_[slot] != 0; slot = id_table::next_slot(slot, slots_.size())) {
    if (slots_[slot] >> 32 != hash) continue;
    const PersonIndex other{static_cast<std::uint32_t>(slots_[slot]) - 1U};
    if (roster_.person_id(other) == id) return duplicate(id);
  }
  roster_.append_id(id);
  slots_[slot] = std::uint64_t{hash} << 32 | roster_.id_ends_.size();
  if (roster_.id_ends_.size() * 2 > slots_.size()) grow_slots();
  return std::nullopt;
}

void RosterBuilder::grow_slots() {
  std::vector<std::uint64_t> grown(slots_.size() * 2);
  for (const std::uint64_t entry : slots_) {
    if (entry == 0) continue;
    const auto hash = static_cast<std::uint32_t>(entry >> 32);
    grown[id_table::empty_slot<std::uint64_t>(grown, hash)] = entry;
  }
  slots_ = std::move(grown);
}

Roster RosterBuilder::finish() && {
  std::vector<std::uint32_t>& slots = roster_.id_slots_.edit();
  slots.assign(id_table::slots_for(roster_.person_count()), 0);
  for (const std::uint64_t entry : slots_) {
    if (entry == 0) continue;
    const auto hash = static_cast<std::uint32_t>(entry >> 32);
    slots[id_table::empty_slot<std::uint32_t>(slots, hash)] = static_cast<std::uint32_t>(entry);
  }
  roster_.trim_columns();
  if (options_.index) roster_.build_index();
  return std::move(roster_);
}

}  // namespace skillmatrix
