#include "text/formats.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <stdexcept>

#include "skillmatrix/text.hpp"
#include "text/date_format.hpp"
#include "text/icu.hpp"
#include "text/icu_locale.hpp"
#include "text/number_format.hpp"
#include "text/plural_rules.hpp"

namespace skillmatrix::text {
namespace {

using ListFormat = std::unique_ptr<const icu::ListFormatter>;

/// ICU keeps list data for ever under the name of the locale, so that name must be one of the few
/// that there is data for, not what a reader asked for.
ListFormat open_list(const std::string& data_tag, UListFormatterType type) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale =
      data_tag == "und" ? icu::Locale::getRoot() : icu::Locale::forLanguageTag(data_tag, status);
  ListFormat format(icu::ListFormatter::createInstance(locale, type, ULISTFMT_WIDTH_WIDE, status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no list data");
  return format;
}

std::vector<icu::UnicodeString> to_utf16(std::span<const std::string_view> items) {
  constexpr std::size_t most = std::numeric_limits<std::int32_t>::max();
  std::size_t total = 0;
  std::vector<icu::UnicodeString> result;
  result.reserve(items.size());
  for (const std::string_view item : items) {
    // Room for what stands between the items: ICU counts with 32 bits.
    constexpr std::size_t separator = 16;
    total += separator + item.size();
    if (item.size() > most || total > most) throw std::length_error("a list is too long");
    result.push_back(icu::UnicodeString::fromUTF8(
        icu::StringPiece(item.data(), static_cast<std::int32_t>(item.size()))));
  }
  return result;
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string result;
  return text.toUTF8String(result);
}

/// A list whose items are isolated, those that are to be. What joins them may depend on their first
/// letters (Spanish "e", Hebrew), so ICU gets them as they are.
std::string with_isolates(const icu::FormattedList& list, Isolated isolated, UErrorCode& status) {
  const icu::UnicodeString joined = list.toString(status);
  icu::ConstrainedFieldPosition item;
  item.constrainField(UFIELD_CATEGORY_LIST, ULISTFMT_ELEMENT_FIELD);
  std::string result;
  std::int32_t done = 0;
  while (list.nextPosition(item, status) != 0) {
    result += to_utf8(joined.tempSubStringBetween(done, item.getStart()));
    append(result, to_utf8(joined.tempSubStringBetween(item.getStart(), item.getLimit())),
           isolated);
    done = item.getLimit();
  }
  return result + to_utf8(joined.tempSubString(done));
}

}  // namespace

struct Formats::Implementation {
  explicit Implementation(std::string_view tag, const IcuLocale& found)
      : Implementation(tag, found, with_ten_digits(found.locale)) {}
  Implementation(std::string_view tag, const IcuLocale& found, const icu::Locale& locale)
      : has_data(found.has_data),
        data_tag(found.data_tag),
        plain(locale, NumberFormat::Style::decimal),
        percent(locale, NumberFormat::Style::percent),
        cardinal(tag, PluralRules::Kind::cardinal),
        ordinal(tag, PluralRules::Kind::ordinal),
        date(locale),
        lists{open_list(data_tag, ULISTFMT_TYPE_AND), open_list(data_tag, ULISTFMT_TYPE_OR),
              open_list(data_tag, ULISTFMT_TYPE_UNITS)} {}

  bool has_data;
  std::string data_tag;
  NumberFormat plain;
  NumberFormat percent;
  PluralRules cardinal;
  PluralRules ordinal;
  DateFormat date;
  std::array<ListFormat, 3> lists;  ///< By kind.
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

std::string Formats::date(std::chrono::year_month_day date) const {
  std::string result;
  implementation_->date.append(result, implementation_->plain, date);
  return result;
}

std::string Formats::list(std::span<const std::string_view> items, ListKind kind,
                          Isolated isolated) const {
  const std::vector<icu::UnicodeString> wide = to_utf16(items);
  const auto count = static_cast<std::int32_t>(wide.size());
  const icu::ListFormatter& format = *implementation_->lists[static_cast<std::size_t>(kind)];
  UErrorCode status = U_ZERO_ERROR;
  std::string result;
  if (std::ranges::any_of(items,
                          [&](std::string_view item) { return is_isolated(item, isolated); })) {
    result =
        with_isolates(format.formatStringsToValue(wide.data(), count, status), isolated, status);
  } else {
    icu::UnicodeString joined;
    result = to_utf8(format.format(wide.data(), count, joined, status));
  }
  if (U_FAILURE(status)) throw std::length_error("a list is too long");
  return result;
}

bool Formats::has_data() const { return implementation_->has_data; }

std::string_view Formats::data_locale() const { return implementation_->data_tag; }

}  // namespace skillmatrix::text
