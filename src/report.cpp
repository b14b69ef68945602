#include "skillmatrix/report.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace skillmatrix {

TextIndex raise_description(const Matrix& matrix, RoleLevelIndex target, SkillIndex skill,
                            Rank to) {
  if (const std::optional<CellIndex> cell = matrix.find_cell(target, skill)) {
    const TextIndex expected = matrix.cell_description(*cell);
    if (expected.value != 0 && matrix.requirement(*cell).least_rank() <= to) return expected;
  }
  const TextIndex meaning = matrix.skill_level_description(skill, to);
  if (meaning.value != 0) return meaning;
  return matrix.level_description(matrix.skill_scale(skill), to);
}

std::string format_percent(const Fraction& fraction) {
  // Per mille, rounded; in parts, so that nothing overflows: whole part, then digit by digit.
  const bool negative = fraction.numerator < 0;
  const auto denominator = static_cast<std::uint64_t>(fraction.denominator);
  const std::uint64_t numerator = negative ? 0U - static_cast<std::uint64_t>(fraction.numerator)
                                           : static_cast<std::uint64_t>(fraction.numerator);
  std::string digits = std::to_string(numerator / denominator);
  std::uint64_t rest = numerator % denominator;
  for (int place = 0; place < 3; ++place) {
    // rest < denominator < 2^63: ten times it, by addition with the denominator taken off.
    std::uint64_t tenfold = 0;
    std::uint64_t digit = 0;
    for (int time = 0; time < 10; ++time) {
      tenfold += rest;
      if (tenfold < denominator) continue;
      tenfold -= denominator;
      ++digit;
    }
    digits += static_cast<char>('0' + digit);
    rest = tenfold;
  }
  if (rest >= denominator - rest) {
    std::size_t at = digits.size();
    while (at > 0 && digits[at - 1] == '9') digits[--at] = '0';
    if (at == 0) {
      digits.insert(0, 1, '1');
    } else {
      ++digits[at - 1];
    }
  }
  const std::size_t first = digits.find_first_not_of('0');
  digits.erase(0,
               first == std::string::npos ? digits.size() - 2 : std::min(first, digits.size() - 2));
  const bool zero = digits == "00";
  digits.insert(digits.size() - 1, ".");
  return (negative && !zero ? "-" : "") + digits + " %";
}

}  // namespace skillmatrix
