#include "text/date_format.hpp"

#include <stdexcept>
#include <string_view>

namespace skillmatrix::text {
namespace {

constexpr double milliseconds_of_day = 24.0 * 60 * 60 * 1000;

/// Some 30,000 years ago, before any date: the Gregorian calendar for all of them. ICU has the
/// Julian one before October 1582.
constexpr UDate before_all_dates = -1e15;

void require(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no date data");
}

bool is_known_calendar(const icu::Locale& locale, std::string_view calendar) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> all(
      icu::Calendar::getKeywordValuesForLocale("calendar", locale, /*commonlyUsed=*/false, status));
  require(status);
  while (const char* known = all->next(nullptr, status)) {
    if (known == calendar) return true;
  }
  return false;
}

/// The locale, with the Gregorian calendar unless it names a known one.
icu::Locale with_calendar(icu::Locale locale) {
  UErrorCode status = U_ZERO_ERROR;
  const auto calendar = locale.getKeywordValue<std::string>("calendar", status);
  const bool is_named = U_SUCCESS(status) && !calendar.empty();
  if (is_named && is_known_calendar(locale, calendar)) return locale;
  status = U_ZERO_ERROR;
  locale.setKeywordValue("calendar", "gregorian", status);
  require(status);
  return locale;
}

icu::UnicodeString pattern_of(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateTimePatternGenerator> generator(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  require(status);
  icu::UnicodeString pattern = generator->getBestPattern(icu::UnicodeString(u"yMd"), status);
  require(status);
  return pattern;
}

std::unique_ptr<icu::Calendar> calendar_of(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(*icu::TimeZone::getGMT(), locale, status));
  require(status);
  if (auto* gregorian = dynamic_cast<icu::GregorianCalendar*>(calendar.get())) {
    gregorian->setGregorianChange(before_all_dates, status);
    require(status);
  }
  return calendar;
}

bool is_gregorian(const icu::Calendar& calendar) {
  return std::string_view(calendar.getType()) == "gregorian";
}

bool is_letter(char16_t unit) {
  return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z');
}

/// The letters of a pattern that need no names and no rules.
bool is_numeric_field(char16_t field, std::size_t length) {
  return field == u'y' || ((field == u'M' || field == u'd') && length <= 2);
}

}  // namespace

DateFormat::DateFormat(const icu::Locale& locale) {
  const icu::Locale full = with_calendar(locale);
  const icu::UnicodeString pattern = pattern_of(full);
  std::unique_ptr<icu::Calendar> calendar = calendar_of(full);
  if (is_gregorian(*calendar) && read_pattern(pattern, parts_)) return;
  parts_.clear();
  UErrorCode status = U_ZERO_ERROR;
  auto format = std::make_unique<icu::SimpleDateFormat>(pattern, full, status);
  require(status);
  format->adoptCalendar(calendar.release());
  format_ = std::move(format);
}

/// Takes a pattern such as "d. M. y 'r'." apart; false if it has other fields.
bool DateFormat::read_pattern(const icu::UnicodeString& pattern, std::vector<Part>& parts) {
  bool is_quoted = false;
  icu::UnicodeString text;
  const auto end_text = [&parts, &text] {
    if (text.isEmpty()) return;
    text.toUTF8String(parts.emplace_back().text);
    text.remove();
  };
  for (std::int32_t at = 0; at < pattern.length(); ++at) {
    const char16_t unit = pattern.charAt(at);
    if (unit == u'\'') {
      const bool is_doubled = at + 1 < pattern.length() && pattern.charAt(at + 1) == u'\'';
      if (is_doubled) text.append(pattern.charAt(at++));
      if (!is_doubled) is_quoted = !is_quoted;
      continue;
    }
    if (is_quoted || !is_letter(unit)) {
      text.append(unit);
      continue;
    }
    end_text();
    Part part{unit, 1, {}};
    for (; at + 1 < pattern.length() && pattern.charAt(at + 1) == unit; ++at) ++part.length;
    if (!is_numeric_field(part.field, part.length)) return false;
    parts.push_back(std::move(part));
  }
  end_text();
  return true;
}

void DateFormat::append(std::string& out, const NumberFormat& digits,
                        std::chrono::year_month_day date) const {
  if (format_ != nullptr) {
    const auto days = std::chrono::sys_days(date).time_since_epoch().count();
    const UDate noon = (static_cast<double>(days) + 0.5) * milliseconds_of_day;
    const std::unique_ptr<icu::DateFormat> own(format_->clone());
    icu::UnicodeString text;
    own->format(noon, text).toUTF8String(out);
    return;
  }
  for (const Part& part : parts_) {
    switch (part.field) {
      case u'y': {
        const auto year = static_cast<std::uint64_t>(static_cast<int>(date.year()));
        digits.append_digits(out, part.length == 2 ? year % 100 : year, part.length);
        break;
      }
      case u'M':
        digits.append_digits(out, static_cast<unsigned>(date.month()), part.length);
        break;
      case u'd':
        digits.append_digits(out, static_cast<unsigned>(date.day()), part.length);
        break;
      default:
        out += part.text;
    }
  }
}

}  // namespace skillmatrix::text
