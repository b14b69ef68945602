// Civil dates: a day in the Gregorian calendar, without a time zone.
//
// The functions are pure, O(1), and may be called from any number of threads.
#pragma once

#include <charconv>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace skillmatrix {

/// A day. Only dates that the calendar has (`ok()`) mean anything to the library.
using Date = std::chrono::year_month_day;

/// Reads an ISO 8601 civil date, `YYYY-MM-DD`, years 0000 to 9999; nothing if it is not one or if
/// the calendar has no such day.
inline std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [text](std::size_t first, std::size_t count) -> std::optional<unsigned> {
    unsigned value = 0;
    const char* end = text.data() + first + count;
    const auto [stop, error] = std::from_chars(text.data() + first, end, value);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return value;
  };
  const auto year = number(0, 4);
  const auto month = number(5, 2);
  const auto day = number(8, 2);
  if (!year || !month || !day) return std::nullopt;
  const Date date{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month},
                  std::chrono::day{*day}};
  if (!date.ok()) return std::nullopt;
  return date;
}

/// Writes a civil date as ISO 8601, `YYYY-MM-DD`. The year must be 0 to 9999; of others, only the
/// last four digits would be there.
inline std::string format_date(Date date) {
  std::string text = "0000-00-00";
  const auto put = [&text](std::size_t last, unsigned value) {
    for (std::size_t at = last; value != 0; --at, value /= 10) {
      text[at] = static_cast<char>('0' + value % 10);
    }
  };
  put(3, static_cast<unsigned>(static_cast<int>(date.year())) % 10000);
  put(6, static_cast<unsigned>(date.month()) % 100);
  put(9, static_cast<unsigned>(date.day()) % 100);
  return text;
}

}  // namespace skillmatrix
