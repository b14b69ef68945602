// Exact fractions: what every score is made of.
//
// The functions are pure and may be called from any number of threads. They take fractions in
// lowest terms with a positive denominator, and give such; for others, order and sums mean nothing.
// "Fits" is: both numbers are within 64 bits with a sign, but for the least one. O(log) is in the
// numbers.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace skillmatrix {

/// A rational number in lowest terms, its denominator positive. Make one with `make_fraction`,
/// `parse_fraction` or from two numbers that are in lowest terms already: equality is by member.
struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;

  friend bool operator==(const Fraction&, const Fraction&) = default;
};

/// `numerator / denominator` in lowest terms. The denominator must not be 0, and neither number may
/// be the least 64-bit one: both throw std::domain_error. O(log).
Fraction make_fraction(std::int64_t numerator, std::int64_t denominator);

/// Exact order of the values, by 128-bit products. O(1).
std::strong_ordering operator<=>(const Fraction& left, const Fraction& right);

/// The exact sum; nothing if it does not fit in 64 bits in lowest terms. O(log).
std::optional<Fraction> add(const Fraction& left, const Fraction& right);

/// The exact difference, `left` less `right`; nothing if it does not fit. O(log).
std::optional<Fraction> subtract(const Fraction& left, const Fraction& right);

/// Reads "3/4", "3", "0.75", ".75", "75%" or "62.5%", exactly, with an optional leading "-".
/// Nothing if the text is anything else, has a denominator of 0, or does not fit. O(length).
std::optional<Fraction> parse_fraction(std::string_view text);

/// "3/4"; whole numbers too have a denominator: "1/1". `parse_fraction` reads it back. O(1).
std::string to_string(const Fraction& fraction);

}  // namespace skillmatrix
