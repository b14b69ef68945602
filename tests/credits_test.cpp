#include "credits.hpp"

#include <gtest/gtest.h>

#include "generated.hpp"

namespace skillmatrix {
namespace {

TEST(Credits, AreThoseOfTheScoring) {
  generated::Dice dice(37);
  generated::Shape shape;
  shape.scale_levels = 60;  // Of values that divide `full_credit`, and of others.
  for (int round = 0; round < 10; ++round) {
    const Matrix matrix = *Matrix::build(generated::make_framework(dice, shape));
    for (const ScoringModel& model : scoring_models()) {
      const Scoring scoring = *Scoring::make(model.name);
      const Credits credits(matrix, scoring);
      for (std::uint32_t cell = 0; cell < matrix.cell_count(); ++cell) {
        const CellRequirement asked = matrix.requirement({cell});
        for (unsigned rank = 0; rank <= 64; ++rank) {
          const auto held = static_cast<Rank>(rank);
          ASSERT_EQ(credits.of(asked.skill, asked.expected, held),
                    scoring.credit(matrix, asked, held))
              << model.name;
        }
      }
    }
  }
}

TEST(Credits, SharesAreRoundedHalfToEven) {
  const auto share = [](std::uint32_t held, std::uint32_t expected) {
    return share_of_value({.held_value = held, .expected_value = expected});
  };
  for (std::uint32_t expected = 1; expected < 200; ++expected) {
    for (std::uint32_t held = 0; held < 220; ++held) {
      const std::uint64_t twice = 2 * std::uint64_t{std::min(held, expected)} * full_credit;
      const std::uint64_t found = share(held, expected);
      const std::uint64_t low = (2 * found - std::min<std::uint64_t>(found, 1)) * expected;
      const std::uint64_t high = (2 * found + 1) * expected;
      EXPECT_TRUE(low <= twice && twice <= high) << held << '/' << expected;
      if (twice == high || (found != 0 && twice == low)) {
        EXPECT_EQ(found % 2, 0U);
      }
    }
  }
  EXPECT_EQ(share(1, 32), 22522U) << "22522.5";
  EXPECT_EQ(share(3, 32), 67568U) << "67567.5";
  EXPECT_EQ(share(0, 0), full_credit) << "nothing is expected";
  EXPECT_EQ(share(4'294'967'294, 4'294'967'295), full_credit);
}

}  // namespace
}  // namespace skillmatrix
