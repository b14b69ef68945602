// How one locale writes whole and decimal numbers: read out of ICU once, applied without it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "text/icu.hpp"

namespace skillmatrix::text {

/// What surrounds a number.
struct Affixes {
  std::string prefix;
  std::string suffix;
};

/// A pattern of CLDR with its symbols, as UTF-8. Thread class: a value.
class NumberFormat {
 public:
  enum class Style : std::uint8_t { decimal, percent };

  /// `locale` must have data (or be root) and a numbering system with ten digits. Throws
  /// std::runtime_error if ICU's data lacks what is needed.
  NumberFormat(const icu::Locale& locale, Style style);

  /// Appends scaled / 10^decimals.
  void append(std::string& out, std::int64_t scaled, unsigned decimals) const;

  /// Appends the digits alone, without groups and with zeros before it to a length.
  void append_digits(std::string& out, std::uint64_t number, std::size_t least_length) const;

 private:
  void append_grouped(std::string& out, std::string_view digits) const;
  void append_digit(std::string& out, char digit) const {
    out += digits_[static_cast<std::size_t>(digit - '0')];
  }
  [[nodiscard]] bool ends_group(std::size_t digits_after) const;

  std::array<std::string, 10> digits_;
  std::string decimal_separator_;
  std::string group_separator_;
  std::size_t last_group_ = 0;         ///< Digits in the group before the separator; 0: no groups.
  std::size_t other_groups_ = 0;       ///< Digits in the groups before that.
  std::size_t longest_ungrouped_ = 3;  ///< Numbers of so many digits have no separators.
  Affixes positive_;
  Affixes negative_;
};

/// The locale, without a numbering system that is unknown or has no ten digits.
icu::Locale with_ten_digits(icu::Locale locale);

}  // namespace skillmatrix::text
