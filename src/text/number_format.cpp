#include "text/number_format.hpp"

#include <charconv>
#include <limits>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace skillmatrix::text {
namespace {

/// Enough for every 64-bit number.
constexpr std::size_t most_digits = std::numeric_limits<std::uint64_t>::digits10 + 1;

std::string to_utf8(const icu::UnicodeString& text) {
  std::string result;
  return text.toUTF8String(result);
}

void require(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no number data");
}

/// The pattern and the symbols of a locale.
std::unique_ptr<icu::DecimalFormat> open(const icu::Locale& locale, NumberFormat::Style style) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::NumberFormat> format(icu::NumberFormat::createInstance(
      locale, style == NumberFormat::Style::percent ? UNUM_PERCENT : UNUM_DECIMAL, status));
  require(status);
  auto* decimal = dynamic_cast<icu::DecimalFormat*>(format.get());
  if (decimal == nullptr) throw std::runtime_error("ICU has no decimal number data");
  format.release();
  return std::unique_ptr<icu::DecimalFormat>(decimal);
}

icu::DecimalFormatSymbols::ENumberFormatSymbol symbol_of(int digit) {
  using Symbols = icu::DecimalFormatSymbols;
  if (digit == 0) return Symbols::kZeroDigitSymbol;
  return static_cast<Symbols::ENumberFormatSymbol>(Symbols::kOneDigitSymbol + digit - 1);
}

/// Some languages write 1000 but 10.000. DecimalFormat does not say so; the newer formatter does.
std::size_t longest_ungrouped(const icu::Locale& locale, std::size_t last_group,
                              const std::string& separator) {
  const auto formatter = icu::number::NumberFormatter::withLocale(locale);
  std::int64_t number = 1;
  for (std::size_t digits = 1; digits <= last_group; ++digits) number *= 10;
  for (std::size_t length = last_group; length < last_group + 4; ++length, number *= 10) {
    UErrorCode status = U_ZERO_ERROR;
    const auto text = formatter.formatInt(number, status).toString(status);
    require(status);
    if (to_utf8(text).find(separator) != std::string::npos) return length;
  }
  return most_digits;
}

}  // namespace

NumberFormat::NumberFormat(const icu::Locale& locale, Style style) {
  const std::unique_ptr<icu::DecimalFormat> format = open(locale, style);
  const icu::DecimalFormatSymbols* symbols = format->getDecimalFormatSymbols();
  if (symbols == nullptr) throw std::runtime_error("ICU has no number symbols");
  for (int digit = 0; digit < 10; ++digit) {
    digits_[static_cast<std::size_t>(digit)] = to_utf8(symbols->getSymbol(symbol_of(digit)));
  }
  decimal_separator_ =
      to_utf8(symbols->getSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol));
  group_separator_ =
      to_utf8(symbols->getSymbol(icu::DecimalFormatSymbols::kGroupingSeparatorSymbol));
  icu::UnicodeString affix;
  positive_.prefix = to_utf8(format->getPositivePrefix(affix));
  positive_.suffix = to_utf8(format->getPositiveSuffix(affix));
  negative_.prefix = to_utf8(format->getNegativePrefix(affix));
  negative_.suffix = to_utf8(format->getNegativeSuffix(affix));
  if (!format->isGroupingUsed() || format->getGroupingSize() <= 0) return;
  last_group_ = static_cast<std::size_t>(format->getGroupingSize());
  other_groups_ = format->getSecondaryGroupingSize() > 0
                      ? static_cast<std::size_t>(format->getSecondaryGroupingSize())
                      : last_group_;
  longest_ungrouped_ = longest_ungrouped(locale, last_group_, group_separator_);
}

void NumberFormat::append(std::string& out, std::int64_t scaled, unsigned decimals) const {
  const bool is_negative = scaled < 0;
  // The opposite of the least number exists only without a sign.
  const auto bits = static_cast<std::uint64_t>(scaled);
  std::array<char, most_digits> buffer;
  const char* end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), is_negative ? 0 - bits : bits)
          .ptr;
  const std::string_view digits(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const Affixes& affixes = is_negative ? negative_ : positive_;
  out += affixes.prefix;
  const std::size_t whole = digits.size() > decimals ? digits.size() - decimals : 0;
  append_grouped(out, whole > 0 ? digits.substr(0, whole) : "0");
  if (decimals > 0) {
    out += decimal_separator_;
    for (std::size_t zeros = digits.size(); zeros < decimals; ++zeros) append_digit(out, '0');
    for (const char digit : digits.substr(whole)) append_digit(out, digit);
  }
  out += affixes.suffix;
}

void NumberFormat::append_grouped(std::string& out, std::string_view digits) const {
  const bool has_groups = digits.size() > longest_ungrouped_;
  for (std::size_t at = 0; at < digits.size(); ++at) {
    append_digit(out, digits[at]);
    if (has_groups && ends_group(digits.size() - at - 1)) out += group_separator_;
  }
}

bool NumberFormat::ends_group(std::size_t digits_after) const {
  if (last_group_ == 0 || digits_after < last_group_) return false;
  return (digits_after - last_group_) % other_groups_ == 0;
}

void NumberFormat::append_digits(std::string& out, std::uint64_t number,
                                 std::size_t least_length) const {
  std::array<char, most_digits> buffer;
  const char* end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
  const auto length = static_cast<std::size_t>(end - buffer.data());
  for (std::size_t zeros = length; zeros < least_length; ++zeros) append_digit(out, '0');
  for (std::size_t at = 0; at < length; ++at) append_digit(out, buffer[at]);
}

icu::Locale with_ten_digits(icu::Locale locale) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::NumberingSystem> system(
      icu::NumberingSystem::createInstance(locale, status));
  if (U_SUCCESS(status) && !system->isAlgorithmic() && system->getRadix() == 10) return locale;
  status = U_ZERO_ERROR;
  locale.setUnicodeKeywordValue("nu", nullptr, status);
  require(status);
  return locale;
}

}  // namespace skillmatrix::text
