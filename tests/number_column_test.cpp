#include "skillmatrix/number_column.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace skillmatrix {
namespace {

template <class Number>
void expect_as_given(const std::vector<Number>& numbers) {
  const NumberColumn column{std::span<const Number>(numbers)};
  EXPECT_EQ(column.width(), sizeof(Number));
  ASSERT_EQ(column.size(), numbers.size());
  for (std::size_t at = 0; at < numbers.size(); ++at) EXPECT_EQ(column[at], numbers[at]);
  EXPECT_EQ(column.as<Number>().data(), numbers.data());
  EXPECT_EQ(column.visit([](auto span) { return sizeof(span[0]) * 100 + span.size(); }),
            sizeof(Number) * 100 + numbers.size());
}

TEST(NumberColumn, GivesTheNumbersOfEachWidth) {
  expect_as_given<std::uint8_t>({0, 7, 255});
  expect_as_given<std::uint16_t>({0, 256, 65'535, 1});
  expect_as_given<std::uint32_t>({4'294'967'295U});
}

TEST(NumberColumn, OfNothing) {
  EXPECT_EQ(NumberColumn().size(), 0U);
  EXPECT_TRUE(NumberColumn().visit([](auto numbers) { return numbers.empty(); }));
}

}  // namespace
}  // namespace skillmatrix
