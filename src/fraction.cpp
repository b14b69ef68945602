#include "skillmatrix/fraction.hpp"

#include <limits>
#include <numeric>
#include <stdexcept>

#include "wide.hpp"

namespace skillmatrix {
namespace {

Wide greatest_common_divisor(Wide left, Wide right) {
  if (left < 0) left = -left;
  while (right != 0) {
    const Wide rest = left % right;
    left = right;
    right = rest;
  }
  return left;
}

/// The fraction of two wide numbers, the denominator positive, if it fits in lowest terms.
std::optional<Fraction> narrow(Wide numerator, Wide denominator) {
  const Wide divisor = greatest_common_divisor(numerator, denominator);
  numerator /= divisor;
  denominator /= divisor;
  constexpr Wide greatest = std::numeric_limits<std::int64_t>::max();
  if (numerator > greatest || numerator < -greatest || denominator > greatest) return std::nullopt;
  return Fraction{static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
}

bool is_digit(char character) { return character >= '0' && character <= '9'; }

/// Appends a digit, unless the number no longer fits.
bool append_digit(std::int64_t& number, char digit) {
  constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
  const std::int64_t value = digit - '0';
  if (number > (greatest - value) / 10) return false;
  number = number * 10 + value;
  return true;
}

/// Reads digits, at least one.
std::optional<std::int64_t> parse_whole(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::int64_t number = 0;
  for (const char character : text) {
    if (!is_digit(character) || !append_digit(number, character)) return std::nullopt;
  }
  return number;
}

/// Reads "12", "12.5" or ".5", as a fraction of a power of ten.
std::optional<Fraction> parse_decimal(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) {
    const auto whole = parse_whole(text);
    return whole ? std::optional(make_fraction(*whole, 1)) : std::nullopt;
  }
  std::string_view decimals = text.substr(point + 1);
  if (decimals.empty() || !parse_whole(decimals.substr(0, 1))) return std::nullopt;
  // Zeros at the end change nothing, and must not make a number too long.
  while (decimals.size() > 1 && decimals.back() == '0') decimals.remove_suffix(1);
  std::int64_t scale = 1;
  std::int64_t number = 0;
  for (const char character : text.substr(0, point)) {
    if (!is_digit(character) || !append_digit(number, character)) return std::nullopt;
  }
  for (const char character : decimals) {
    if (!is_digit(character) || !append_digit(number, character)) return std::nullopt;
    if (!append_digit(scale, '0')) return std::nullopt;
  }
  return make_fraction(number, scale);
}

std::optional<Fraction> parse_positive(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash != std::string_view::npos) {
    const auto numerator = parse_whole(text.substr(0, slash));
    const auto denominator = parse_whole(text.substr(slash + 1));
    if (!numerator || !denominator || *denominator == 0) return std::nullopt;
    return make_fraction(*numerator, *denominator);
  }
  if (!text.empty() && text.back() == '%') {
    const auto percent = parse_decimal(text.substr(0, text.size() - 1));
    if (!percent) return std::nullopt;
    return narrow(percent->numerator, Wide{percent->denominator} * 100);
  }
  return parse_decimal(text);
}

}  // namespace

Fraction make_fraction(std::int64_t numerator, std::int64_t denominator) {
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  if (denominator == 0 || denominator == least || numerator == least) {
    throw std::domain_error("skillmatrix::make_fraction: not a fraction of this type");
  }
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const std::int64_t divisor = std::gcd(numerator, denominator);
  return {numerator / divisor, denominator / divisor};
}

std::strong_ordering operator<=>(const Fraction& left, const Fraction& right) {
  return Wide{left.numerator} * right.denominator <=> Wide{right.numerator} * left.denominator;
}

std::optional<Fraction> add(const Fraction& left, const Fraction& right) {
  // Two products of 126 bits: their sum fits in 127.
  return narrow(Wide{left.numerator} * right.denominator + Wide{right.numerator} * left.denominator,
                Wide{left.denominator} * right.denominator);
}

std::optional<Fraction> subtract(const Fraction& left, const Fraction& right) {
  return add(left, Fraction{-right.numerator, right.denominator});
}

std::optional<Fraction> parse_fraction(std::string_view text) {
  if (text.empty() || text.front() != '-') return parse_positive(text);
  const auto positive = parse_positive(text.substr(1));
  if (!positive) return std::nullopt;
  return Fraction{-positive->numerator, positive->denominator};
}

std::string to_string(const Fraction& fraction) {
  return std::to_string(fraction.numerator) + '/' + std::to_string(fraction.denominator);
}

}  // namespace skillmatrix
