#include "skillmatrix/roster.hpp"

#include <algorithm>

#include "roster_ids.hpp"

namespace skillmatrix {
namespace {

template <class T>
std::size_t bytes_of(const std::vector<T>& elements) {
  return elements.capacity() * sizeof(T);
}

}  // namespace

std::string_view Roster::person_id(PersonIndex person) const {
  const std::uint32_t begin = person.value == 0 ? 0 : id_ends_[person.value - 1U];
  return std::string_view(id_bytes_.data(), id_bytes_.size())
      .substr(begin, id_ends_[person.value] - begin);
}

std::optional<PersonIndex> Roster::find_person(std::string_view id) const {
  if (id_slots_.empty()) return std::nullopt;
  for (std::size_t slot = roster::slot_of(roster::hash_of(id), id_slots_.size());;) {
    if (id_slots_[slot] == 0) return std::nullopt;
    const PersonIndex person{id_slots_[slot] - 1U};
    if (person_id(person) == id) return person;
    if (++slot == id_slots_.size()) slot = 0;
  }
}

std::optional<RoleLevelIndex> Roster::own_role_level(PersonIndex person) const {
  const std::uint32_t level = own_role_levels_[person.value];
  if (level == no_role_level) return std::nullopt;
  return RoleLevelIndex{level};
}

Holdings Roster::holdings(PersonIndex person) const {
  const std::uint64_t first = first_[person.value];
  const std::uint32_t held = counts_[person.value];
  const std::uint32_t expired = expired_count(person);
  Holdings holdings;
  holdings.skills.reserve(std::size_t{held} + expired);
  visit_skills([&](auto skills) {
    for (std::uint32_t at = 0; at < held + expired; ++at) {
      const std::uint64_t place = first + at;
      Holding holding{{skills[place]}, HoldingState::expired, 0, 0};
      if (at < held) {
        holding.state = HoldingState::held;
        holding.rank = ranks_[place];
      }
      if (!rating_positions_.empty()) holding.rating = rating_positions_[place];
      holdings.skills.push_back(holding);
    }
  });
  std::ranges::inplace_merge(holdings.skills, holdings.skills.begin() + held, {}, &Holding::skill);
  return holdings;
}

std::optional<Rank> Roster::rank(PersonIndex person, SkillIndex skill) const {
  return visit_skills([&](auto skills) -> std::optional<Rank> {
    const auto row = skills.subspan(first_[person.value], counts_[person.value]);
    const auto found = std::ranges::lower_bound(row, skill.value);
    if (found == row.end() || *found != skill.value) return std::nullopt;
    return ranks_[first_[person.value] + static_cast<std::uint64_t>(found - row.begin())];
  });
}

std::size_t Roster::memory_bytes() const {
  return bytes_of(id_bytes_) + bytes_of(id_ends_) + bytes_of(id_slots_) +
         bytes_of(own_role_levels_) + bytes_of(first_) + bytes_of(counts_) +
         bytes_of(expired_counts_) + bytes_of(ranks_) + bytes_of(rating_positions_) +
         std::visit([](const auto& skills) { return bytes_of(skills); }, skills_);
}

std::size_t Roster::index_bytes() const {
  return bytes_of(runs_) + bytes_of(posting_people_) + bytes_of(posting_ranks_);
}

}  // namespace skillmatrix
