#include "gap_cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "generated.hpp"

namespace skillmatrix::gap_cells {
namespace {

using generated::Dice;

/// Some of so many skills from the first one on.
std::vector<std::uint32_t> make_skills(Dice& dice, std::size_t count, std::uint32_t first,
                                       std::uint32_t span) {
  std::set<std::uint32_t> skills;
  while (skills.size() < count) skills.insert(first + dice.below(span));
  return {skills.begin(), skills.end()};
}

std::vector<Holding> make_holdings(Dice& dice, std::size_t count, std::uint32_t first,
                                   std::uint32_t span) {
  std::vector<Holding> holdings;
  for (const std::uint32_t skill : make_skills(dice, count, first, span)) {
    const bool is_expired = dice.one_in(4);
    const Rank rank = is_expired ? Rank{0} : static_cast<Rank>(dice.below(256));
    holdings.push_back({{skill}, is_expired ? HoldingState::expired : HoldingState::held, rank, 0});
  }
  return holdings;
}

Known known_of(const std::vector<Holding>& holdings, std::uint32_t skill) {
  for (const Holding& holding : holdings) {
    if (holding.skill.value != skill) continue;
    if (holding.state == HoldingState::expired) return expired;
    return static_cast<Known>(held_none + holding.rank);
  }
  return unknown;
}

/// What a roster keeps of the holdings.
template <class Number>
struct RosterRows {
  std::vector<Number> held;
  std::vector<Rank> ranks;
  std::vector<Number> expired;

  explicit RosterRows(const std::vector<Holding>& holdings) {
    for (const Holding& holding : holdings) {
      const auto skill = static_cast<Number>(holding.skill.value);
      if (holding.state == HoldingState::expired) {
        expired.push_back(skill);
      } else {
        held.push_back(skill);
        ranks.push_back(holding.rank);
      }
    }
  }
  [[nodiscard]] std::vector<RosterRow<Number>> rows() const {
    return {{held.data(), ranks.data(), held.size()}, {expired.data(), nullptr, expired.size()}};
  }
};

/// All cells of a column in blocks, from each of the rows.
template <class Row>
std::vector<Known> find_all(Instructions instructions, const std::vector<Row>& rows,
                            const NumberColumn& column) {
  std::vector<Known> all;
  std::vector<std::size_t> places(rows.size());
  for (std::size_t first = 0; first < column.size(); first += block_size) {
    const Cells cells{column, first, std::min(block_size, column.size() - first)};
    KnownBlock known{};
    for (std::size_t at = 0; at < rows.size(); ++at) {
      places[at] = find_known(instructions, rows[at], places[at], cells, known);
    }
    all.insert(all.end(), known.begin(), known.begin() + static_cast<std::ptrdiff_t>(cells.count));
  }
  return all;
}

template <class Column>
void expect_known(const std::vector<Holding>& holdings, const std::vector<std::uint32_t>& skills) {
  const std::vector<Column> numbers(skills.begin(), skills.end());  // As long as it says, no more.
  const NumberColumn column{std::span<const Column>(numbers)};
  std::vector<Known> expected;
  for (const std::uint32_t skill : skills) expected.push_back(known_of(holdings, skill));
  const std::vector<HoldingRow> holding_rows{{holdings.data(), holdings.size()}};
  const RosterRows<std::uint32_t> wide(holdings);
  const bool is_narrow = holdings.empty() || holdings.back().skill.value < 65'536;
  for (const Instructions instructions : all_instructions) {
    if (!has(instructions)) continue;
    ASSERT_EQ(find_all(instructions, holding_rows, column), expected);
    ASSERT_EQ(find_all(instructions, wide.rows(), column), expected);
    if (!is_narrow) continue;
    const RosterRows<std::uint16_t> narrow(holdings);
    ASSERT_EQ(find_all(instructions, narrow.rows(), column), expected);
  }
}

TEST(GapCells, AreFoundWithAllInstructionsInAllColumns) {
  Dice dice(31);
  constexpr std::uint32_t span = 200;  // Few skills, so that many are the same.
  for (const std::uint32_t first : {256 - span, 65'536 - span, 65'536 - span / 2}) {
    for (std::size_t cells = 0; cells < 100; ++cells) {
      const std::vector<Holding> holdings = make_holdings(dice, dice.below(120), first, span);
      const std::vector<std::uint32_t> skills = make_skills(dice, cells, first, span);
      if (first + span <= 256) expect_known<std::uint8_t>(holdings, skills);
      if (first + span <= 65'536) expect_known<std::uint16_t>(holdings, skills);
      expect_known<std::uint32_t>(holdings, skills);
    }
  }
}

TEST(GapCells, SkillsThatDifferByWhatANarrowColumnCannotHoldAreNotTheSame) {
  const std::vector<Holding> holdings{{{7 + 256}, HoldingState::held, 1, 0},
                                      {{7 + 65'536}, HoldingState::held, 2, 0}};
  expect_known<std::uint8_t>(holdings, {3, 7, 255});
  expect_known<std::uint16_t>(holdings, {3, 7, 263, 65'535});
  expect_known<std::uint32_t>(holdings, {7, 65'543, 4'294'967'295});
}

}  // namespace
}  // namespace skillmatrix::gap_cells
