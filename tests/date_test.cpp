#include "skillmatrix/date.hpp"

#include <gtest/gtest.h>

namespace skillmatrix {
namespace {

TEST(Date, WritesWhatItReads) {
  for (const char* text : {"2026-03-17", "0000-01-01", "9999-12-31", "2024-02-29"}) {
    const std::optional<Date> date = parse_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(format_date(*date), text);
  }
}

TEST(Date, RefusesWhatIsNotADay) {
  for (const char* text : {"", "2026-3-17", "2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10",
                           "2026-01-00", "2026/03/17", "+026-03-17", "2026-03-17T", "20260317"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

}  // namespace
}  // namespace skillmatrix
