#include "skillmatrix/roster.hpp"

#include <algorithm>

namespace skillmatrix {
std::optional<RoleLevelIndex> Roster::own_role_level(PersonIndex person) const {
  const std::uint32_t level = own_role_levels_[person.value];
  if (level == no_role_level) return std::nullopt;
  return RoleLevelIndex{level};
}

Holdings Roster::holdings(PersonIndex person) const {
  Holdings holdings;
  this->holdings(person, holdings);
  return holdings;
}

void Roster::holdings(PersonIndex person, Holdings& holdings) const {
  holdings.skills.clear();
  holdings.diagnostics.clear();
  visit_skills([&](auto skills) {
    std::uint64_t held = first_[person.value];
    const std::uint64_t held_end = held + counts_[person.value];
    std::uint64_t expired = held_end;
    const std::uint64_t expired_end = expired + expired_count(person);
    while (held != held_end || expired != expired_end) {
      const bool is_held =
          expired == expired_end || (held != held_end && skills[held] < skills[expired]);
      const std::uint64_t place = is_held ? held++ : expired++;
      Holding& holding = holdings.skills.emplace_back();
      holding.skill = {skills[place]};
      holding.state = is_held ? HoldingState::held : HoldingState::expired;
      if (is_held) holding.rank = ranks_[place];
      if (!rating_positions_.empty()) holding.rating = rating_positions_[place];
    }
  });
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
  return id_bytes_.bytes() + id_ends_.bytes() + id_begins_.bytes() + id_slots_.bytes() +
         own_role_levels_.bytes() + first_.bytes() + counts_.bytes() + expired_counts_.bytes() +
         ranks_.bytes() + rating_positions_.bytes() +
         std::visit([](const auto& skills) { return skills.bytes(); }, skills_);
}

std::size_t Roster::index_bytes() const {
  return runs_.bytes() + posting_people_.bytes() + posting_ranks_.bytes();
}

}  // namespace skillmatrix
