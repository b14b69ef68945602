#include "text/formats.hpp"

#include <array>
#include <cstddef>
#include <limits>
#include <stdexcept>

#include "text/icu.hpp"
#include "text/icu_locale.hpp"
#include "text/number_format.hpp"
#include "text/plural_rules.hpp"

namespace skillmatrix::text {

struct Formats::Implementation {
  explicit Implementation(std::string_view tag, const IcuLocale& found)
      : Implementation(tag, found, with_ten_digits(found.locale)) {}
  Implementation(std::string_view tag, const IcuLocale& found, const icu::Locale& locale)
      : has_data(found.has_data),
        data_tag(found.data_tag),
        plain(locale, NumberFormat::Style::decimal),
        percent(locale, NumberFormat::Style::percent),
        cardinal(tag, PluralRules::Kind::cardinal),
        ordinal(tag, PluralRules::Kind::ordinal) {}

  bool has_data;
  std::string data_tag;
  NumberFormat plain;
  NumberFormat percent;
  PluralRules cardinal;
  PluralRules ordinal;
};

Formats::Formats(std::string_view tag)
    : implementation_(std::make_unique<const Implementation>(tag, icu_locale(tag))) {}

Formats::~Formats() = default;
Formats::Formats(Formats&&) noexcept = default;
Formats& Formats::operator=(Formats&&) noexcept = default;

PluralCategory Formats::cardinal(std::int64_t number) const {
  return implementation_->cardinal.select(number);
}

PluralCategory Formats::ordinal(std::int64_t number) const {
  return implementation_->ordinal.select(number);
}

std::vector<PluralCategory> Formats::cardinal_categories() const {
  return implementation_->cardinal.categories();
}

std::vector<PluralCategory> Formats::ordinal_categories() const {
  return implementation_->ordinal.categories();
}

void Formats::append_number(std::string& out, std::int64_t number) const {
  implementation_->plain.append(out, number, 0);
}

std::string Formats::number(std::int64_t number) const { return decimal(number, 0); }

std::string Formats::decimal(std::int64_t scaled, unsigned decimals) const {
  std::string result;
  implementation_->plain.append(result, scaled, decimals);
  return result;
}

std::string Formats::percent(std::int64_t scaled, unsigned decimals) const {
  std::string result;
  implementation_->percent.append(result, scaled, decimals);
  return result;
}

bool Formats::has_data() const { return implementation_->has_data; }

std::string_view Formats::data_locale() const { return implementation_->data_tag; }

}  // namespace skillmatrix::text
