#include "skillmatrix/fraction.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <stdexcept>

namespace skillmatrix {
namespace {

constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();

TEST(Fraction, IsInLowestTermsWithAPositiveDenominator) {
  EXPECT_EQ(make_fraction(6, 8), (Fraction{3, 4}));
  EXPECT_EQ(make_fraction(6, -8), (Fraction{-3, 4}));
  EXPECT_EQ(make_fraction(0, 5), (Fraction{0, 1}));
  EXPECT_THROW(make_fraction(1, 0), std::domain_error);
  EXPECT_THROW(make_fraction(std::numeric_limits<std::int64_t>::min(), 1), std::domain_error);
}

TEST(Fraction, ComparesExactly) {
  EXPECT_LT((Fraction{1, 3}), (Fraction{1, 2}));
  EXPECT_LT((Fraction{-1, 2}), (Fraction{-1, 3}));
  // Closer than any floating-point type can tell.
  EXPECT_LT((Fraction{greatest - 2, greatest - 1}), (Fraction{greatest - 1, greatest}));
}

TEST(Fraction, AddsExactlyOrNotAtAll) {
  EXPECT_EQ(add({1, 6}, {1, 3}), (Fraction{1, 2}));
  EXPECT_EQ(subtract({1, 1}, {1, 3}), (Fraction{2, 3}));
  EXPECT_EQ(add({greatest, 1}, {1, 1}), std::nullopt);
  EXPECT_EQ(add({1, greatest}, {1, greatest - 1}), std::nullopt);
}

TEST(Fraction, ReadsWhatPeopleWrite) {
  EXPECT_EQ(parse_fraction("3/4"), (Fraction{3, 4}));
  EXPECT_EQ(parse_fraction("0.75"), (Fraction{3, 4}));
  EXPECT_EQ(parse_fraction("75%"), (Fraction{3, 4}));
  EXPECT_EQ(parse_fraction("62.5%"), (Fraction{5, 8}));
  EXPECT_EQ(parse_fraction(".5"), (Fraction{1, 2}));
  EXPECT_EQ(parse_fraction("1"), (Fraction{1, 1}));
  EXPECT_EQ(parse_fraction("-1/2"), (Fraction{-1, 2}));
  EXPECT_EQ(parse_fraction("0.50000000000000000000000000"), (Fraction{1, 2}));
  EXPECT_EQ(parse_fraction("0.1"), (Fraction{1, 10}));
}

TEST(Fraction, RejectsEverythingElse) {
  for (const char* text :
       {"", "-", "--1", "1/0", "1/", "/2", "1/2/3", "1.", ".", "1.2.3", "%", "1%%", " 1", "1 ",
        "1e3", "+1", "1/-2", "1/2%", "99999999999999999999", "0.0000000000000000000001", "a"}) {
    EXPECT_EQ(parse_fraction(text), std::nullopt) << text;
  }
}

TEST(Fraction, WritesBothNumbers) {
  EXPECT_EQ(to_string(Fraction{3, 4}), "3/4");
  EXPECT_EQ(to_string(Fraction{1, 1}), "1/1");
  EXPECT_EQ(parse_fraction(to_string(Fraction{-5, 7})), (Fraction{-5, 7}));
}

}  // namespace
}  // namespace skillmatrix
