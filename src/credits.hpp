// The credits of many cells: what `Scoring::credit` says, in less time.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "skillmatrix/scoring.hpp"

namespace skillmatrix {

/// `full_credit * numerator / denominator`, rounded half to even.
template <class Number>
Credit rounded_share(Number numerator, Number denominator) {
  const Number scaled = numerator * Number{full_credit};
  const Number quotient = scaled / denominator;
  const Number twice_rest = (scaled % denominator) * 2;
  // An odd one of two that are as near goes up. Without branches: any outcome is as likely.
  const bool up = twice_rest + quotient % 2 > denominator;
  return static_cast<Credit>(quotient) + (up ? 1U : 0U);
}

/// `full_credit` divided by the numbers that divide it without a rest.
inline constexpr auto whole_shares = [] {
  std::array<Credit, 17> shares{};
  for (Credit at = 1; at < shares.size(); ++at) shares[at] = full_credit / at;
  return shares;
}();

/// The most common way to give credit.
inline Credit share_of_value(const CreditInput& input) {
  const std::uint32_t expected = input.expected_value;
  if (expected == 0) return full_credit;
  const std::uint32_t held = std::min(input.held_value, expected);
  if (expected < whole_shares.size()) return held * whole_shares[expected];
  return rounded_share<std::uint64_t>(held, expected);
}

/// Of one matrix and scoring, which must outlive it.
class Credits {
 public:
  Credits(const Matrix& matrix, const Scoring& scoring)
      : matrix_(matrix),
        scoring_(scoring),
        shares_values_(scoring.model().credit == share_of_value) {}

  /// As `Scoring::credit` of a cell that asks for a skill at a rank.
  [[nodiscard]] Credit of(SkillIndex skill, Rank expected, Rank held) const {
    if (!shares_values_ || expected == 0) {
      return scoring_.credit(matrix_, {.skill = skill, .weight = 1, .expected = expected}, held);
    }
    const ScaleIndex scale = matrix_.skill_scale(skill);
    const Rank counted = std::min(held, matrix_.level_count(scale));
    CreditInput input;
    input.held_value = matrix_.level_value(scale, counted);
    input.expected_value = matrix_.level_value(scale, expected);
    return share_of_value(input);
  }

 private:
  const Matrix& matrix_;
  const Scoring& scoring_;
  bool shares_values_;
};

}  // namespace skillmatrix
