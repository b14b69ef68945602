// A company in which work is spread evenly: role levels that each ask for as many skills, most of
// them those of the level below, and people who each have as many ratings, of which a half are
// about what their own role level asks for. Popularity falls as 1/(n + 40)^0.8. Made up from a
// seed, the same on every machine.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "big_framework.hpp"
#include "skillmatrix/matrix.hpp"
#include "skillmatrix/roster.hpp"

namespace skillmatrix::big {

struct Company {
  Matrix matrix;
  Roster roster;
};

/// Ratings of each person of an even company.
inline constexpr std::uint32_t even_ratings = 40;

/// Numbers below a bound, the smaller the likelier, spread over the skills.
class Popularity {
 public:
  Popularity(std::uint32_t bound, Random& random) : table_(1 << 20) {
    std::vector<std::uint32_t> number(bound);
    std::iota(number.begin(), number.end(), 0U);
    for (std::uint32_t at = bound; at > 1; --at)
      std::swap(number[at - 1], number[random.below(at)]);
    std::vector<double> sums;
    for (std::uint32_t at = 0; at < bound; ++at) {
      sums.push_back((sums.empty() ? 0 : sums.back()) + std::pow(at + 40.0, -0.8));
    }
    std::size_t skill = 0;
    for (std::size_t at = 0; at < table_.size(); ++at) {
      const double part = (static_cast<double>(at) + 0.5) / static_cast<double>(table_.size());
      while (sums[skill] < part * sums.back()) ++skill;
      table_[at] = number[skill];
    }
  }
  std::uint32_t draw(Random& random) const { return table_[random.below(1 << 20)]; }

 private:
  std::vector<std::uint32_t> table_;
};

/// From what one rung of a role asks for to what the next one does: a tenth of the skills are
/// others, and a half of the rest is expected one level higher.
inline void climb(const Size& size, Random& random, const Popularity& popularity,
                  const std::vector<Level>& levels, std::vector<Expectation>& cells) {
  cells.erase(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(cells.size() / 10));
  for (Expectation& cell : cells) {
    const auto expected = static_cast<std::size_t>(std::stoul(*cell.requirement.level));
    if (expected < levels.size() && random.below(2) == 0) {
      cell.requirement.level = levels[expected].id;
    }
  }
  while (cells.size() < size.requirements) {
    const std::string skill = numbered('S', popularity.draw(random), 5);
    const auto has_skill = [&](const Expectation& cell) { return cell.skill == skill; };
    if (std::any_of(cells.begin(), cells.end(), has_skill)) continue;
    Expectation& cell = cells.emplace_back();
    cell.skill = skill;
    cell.requirement.level = levels[random.below(3)].id;
    if (random.below(3) == 0) cell.requirement.necessity = Necessity::optional;
    cell.requirement.weight = static_cast<std::uint16_t>(1 + random.below(3));
  }
}

/// Exactly `size.requirements` skills of each role level. Without texts.
inline Framework even_framework(const Size& size, Random& random, const Popularity& popularity) {
  Framework framework;
  framework.id = "even";
  framework.scales = {make_scale("level", {"1", "2", "3", "4", "5"})};
  for (std::uint32_t at = 0; at < size.skills; ++at) {
    Skill skill;
    skill.id = numbered('S', at, 5);
    skill.scale = "level";
    framework.skills.push_back(std::move(skill));
  }
  for (std::uint32_t at = 0; at < size.roles; ++at) {
    Role role;
    role.id = numbered('R', at, 4);
    role.ladder = "level";
    std::vector<Expectation> cells;
    for (std::uint32_t rung = 0; rung < size.role_levels; ++rung) {
      climb(size, random, popularity, framework.scales.front().levels, cells);
      for (Expectation& cell : cells) {
        cell.role = role.id;
        cell.level = framework.scales.front().levels[rung].id;
        framework.expectations.push_back(cell);
      }
    }
    framework.roles.push_back(std::move(role));
  }
  return framework;
}

/// Skill and rank of half of what the role level asks for, and of others.
inline std::vector<Holding> even_person(const Matrix& matrix, RoleLevelIndex own, Random& random,
                                        const Popularity& popularity) {
  std::map<std::uint32_t, Rank> held;
  const auto cells = matrix.requirements(own);
  const auto rank = [&random] { return static_cast<Rank>(1 + random.below(5)); };
  while (held.size() < even_ratings / 2) {
    const std::uint32_t at = random.below(static_cast<std::uint32_t>(cells.size()));
    held.emplace(cells[at].skill.value, rank());
  }
  while (held.size() < even_ratings) held.emplace(popularity.draw(random), rank());
  std::vector<Holding> holdings;
  for (const auto& [skill, level] : held) {
    holdings.push_back({{skill}, HoldingState::held, level, 0});
  }
  return holdings;
}

/// The size must have at most five role levels of a role.
inline Company make_even(std::uint32_t people, const Size& size = esco) {
  Random random(99);
  const Popularity popularity(size.skills, random);
  Company company{*Matrix::build(even_framework(size, random, popularity)), {}};
  RosterBuilder builder(company.matrix);
  for (std::uint32_t at = 0; at < people; ++at) {
    const RoleLevelIndex own{random.below(company.matrix.role_level_count())};
    builder.add(numbered('P', at, 7), own, even_person(company.matrix, own, random, popularity));
  }
  company.roster = std::move(builder).finish();
  return company;
}

/// The same people next to those of the same role level, without an index.
inline Company cluster(const Company& company) {
  std::vector<std::uint32_t> order(company.roster.person_count());
  std::iota(order.begin(), order.end(), 0U);
  const auto own = company.roster.own_role_levels();
  std::ranges::stable_sort(order, {}, [own](std::uint32_t person) { return own[person]; });
  RosterBuilder builder(company.matrix, {.index = false});
  for (const std::uint32_t person : order) {
    builder.add(company.roster.person_id({person}), company.roster.own_role_level({person}),
                company.roster.holdings({person}).skills);
  }
  return {company.matrix, std::move(builder).finish()};
}

}  // namespace skillmatrix::big
