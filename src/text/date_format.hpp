// How one locale writes a civil date in numbers. For sources.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "text/icu.hpp"
#include "text/number_format.hpp"

namespace skillmatrix::text {

/// Thread class: immutable after construction; use from any number of threads.
class DateFormat {
 public:
  /// The best pattern of the locale for year, month and day (the skeleton yMd), in the calendar
  /// that the locale names; the Gregorian one if it names none or one that is unknown. Throws
  /// std::runtime_error if ICU has no date data.
  explicit DateFormat(const icu::Locale& locale);

  /// Appends the date with the digits of `digits`.
  void append(std::string& out, const NumberFormat& digits, std::chrono::year_month_day date) const;

 private:
  /// A field of the Gregorian calendar, or text.
  struct Part {
    char16_t field = 0;      ///< 'y', 'M' or 'd'; 0: text.
    std::size_t length = 0;  ///< How many letters the pattern has of it.
    std::string text;
  };

  static bool read_pattern(const icu::UnicodeString& pattern, std::vector<Part>& parts);

  std::vector<Part> parts_;
  /// Instead of parts if there is more to it than they can say. Cloned at each use, since ICU
  /// computes inside the object.
  std::unique_ptr<const icu::DateFormat> format_;
};

}  // namespace skillmatrix::text
