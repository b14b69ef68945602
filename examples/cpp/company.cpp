#include "company.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace nightly {
namespace {

using skillmatrix::CellRequirement;
using skillmatrix::Holding;
using skillmatrix::HoldingState;
using skillmatrix::Matrix;
using skillmatrix::Rank;
using skillmatrix::RoleLevelIndex;

/// SplitMix64 (Steele, Lea and Flood 2014): unlike those of <random>, its distribution is the same
/// everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint32_t below(std::uint32_t bound) {
    state_ += 0x9E3779B97F4A7C15;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    mixed ^= mixed >> 31;
    return static_cast<std::uint32_t>(((mixed >> 32) * bound) >> 32);
  }

 private:
  std::uint64_t state_;
};

Rank held_rank(const Matrix& matrix, const CellRequirement& cell, Random& random) {
  const Rank highest = matrix.level_count(matrix.skill_scale(cell.skill));
  const std::uint32_t luck = random.below(10);
  if (luck < 2) return static_cast<Rank>(cell.least_rank() - 1);
  if (luck < 8) return cell.least_rank();
  return std::min(highest, static_cast<Rank>(cell.least_rank() + 1));
}

std::vector<Holding> make_holdings(const Matrix& matrix, RoleLevelIndex own, Random& random) {
  std::vector<Holding> holdings;
  for (const CellRequirement cell : matrix.requirements(own)) {
    if (random.below(10) == 0) continue;
    holdings.push_back({cell.skill, HoldingState::held, held_rank(matrix, cell, random)});
  }
  return holdings;
}

}  // namespace

skillmatrix::BuiltRoster make_company(const Matrix& matrix, std::uint32_t people,
                                      std::uint64_t seed, const std::function<void()>& check) {
  Random random(seed);
  skillmatrix::RosterBuilder builder(matrix);
  for (std::uint32_t person = 0; person < people; ++person) {
    if (person % 4096 == 0) check();
    const RoleLevelIndex own{random.below(matrix.role_level_count())};
    builder.add("e-" + std::to_string(person + 1), own, make_holdings(matrix, own, random));
  }
  skillmatrix::BuiltRoster built;
  built.roster = std::move(builder).finish();
  return built;
}

}  // namespace nightly
