#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <random>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "golden.hpp"
#include "skillmatrix/text_data.hpp"
#include "text/formats.hpp"
#include "text/icu.hpp"

namespace skillmatrix::text {
namespace {

using namespace std::chrono_literals;
using std::chrono::year_month_day;
using Category = PluralCategory;
using Categories = std::vector<PluralCategory>;

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
constexpr year_month_day example_date = 2026y / 3 / 17;

std::string list(const char* tag, std::initializer_list<std::string_view> items,
                 ListKind kind = ListKind::conjunction) {
  return Formats(tag).list({items.begin(), items.size()}, kind);
}

/// What one locale makes of everything, a line each.
std::string everything(std::string_view tag) {
  const Formats formats(tag);
  std::ostringstream out;
  out << tag << " -> " << formats.data_locale() << (formats.has_data() ? "" : " (no data)") << '\n';
  for (const std::int64_t number : {std::int64_t{0}, std::int64_t{7}, std::int64_t{1234},
                                    std::int64_t{12345}, std::int64_t{-1234567}, least}) {
    out << "  number " << formats.number(number) << '\n';
  }
  out << "  decimal " << formats.decimal(-12345678, 3) << ", " << formats.decimal(5, 2) << '\n'
      << "  percent " << formats.percent(667, 1) << ", " << formats.percent(-50, 0) << '\n'
      << "  date " << formats.date(example_date) << ", " << formats.date(1066y / 10 / 14) << ", "
      << formats.date(1y / 1 / 1) << ", " << formats.date(9999y / 12 / 31) << '\n';
  const std::array<std::string_view, 4> items = {"A", "B", "C", "D"};
  for (const ListKind kind : {ListKind::conjunction, ListKind::disjunction, ListKind::unit}) {
    out << "  list " << formats.list(items, kind) << '\n';
  }
  out << "  cardinal";
  for (const Category category : formats.cardinal_categories()) out << ' ' << to_string(category);
  out << ";";
  for (const int number : {0, 1, 2, 3, 5, 11, 21, 100, 1000000}) {
    out << ' ' << number << ' ' << to_string(formats.cardinal(number));
  }
  out << "\n  ordinal";
  for (const Category category : formats.ordinal_categories()) out << ' ' << to_string(category);
  out << ";";
  for (const int number : {1, 2, 3, 4, 8, 11, 21}) {
    out << ' ' << number << ' ' << to_string(formats.ordinal(number));
  }
  out << '\n';
  return out.str();
}

/// Tags of languages that ICU has, lacks, and has under conditions.
const std::vector<std::string_view>& tags() {
  static const std::vector<std::string_view> all = {
      "en", "en-GB", "en-IN", "en-XX", "de", "de-AT", "de-CH", "es", "es-MX", "fr", "fr-CA", "ja",
      "ru", "ar", "ar-EG", "ar-SA", "ar-MA", "ar-u-nu-latn", "pt-BR", "pt-PT", "zh", "zh-Hans",
      "zh-Hant", "zh-Hant-HK", "zh-Latn", "hi", "hi-Latn", "bn", "fa", "ur", "th", "tr", "sv", "eu",
      "he", "pl", "lv", "cy", "bg", "my", "dz", "ff-Adlm", "sr-Latn", "sr-Cyrl", "uz-Arab",
      "az-Cyrl",
      // Numbering systems and calendars, some of them impossible.
      "hi-u-nu-deva", "en-u-nu-mathsans", "en-u-nu-roman", "zh-u-nu-hanidec", "zh-u-nu-hans",
      "en-u-nu-zzzz", "en-u-nu", "th-u-ca-buddhist", "th-u-ca-gregory", "fa-u-ca-persian",
      "ja-u-ca-japanese", "he-u-ca-hebrew", "zh-u-ca-chinese", "ar-SA-u-ca-islamic-umalqura",
      "am-u-ca-ethiopic", "th-u-ca-xyz", "th-u-ca", "ar-SA-u-rg-thzzzz", "de-u-rg-thzzzz",
      // No data; then no language; then no tags.
      "tlh", "xx-XX", "zza-Latn", "mis", "tlh-u-nu-arab-ca-buddhist", "guw", "root", "und",
      "und-AR", "und-u-nu-thai", "x-private", "", "en_US", "not a tag", "english"};
  return all;
}

std::string everything_of_all_tags() {
  std::string all;
  for (const std::string_view tag : tags()) all += everything(tag);
  return all;
}

// -- Numbers -----------------------------------------------------------------------------------

TEST(FormatsNumber, GroupsAndDigitsAreTheLanguages) {
  EXPECT_EQ(Formats("en").number(1234), "1,234");
  EXPECT_EQ(Formats("de").number(1234567), "1.234.567");
  EXPECT_EQ(Formats("es").number(1234), "1234");
  EXPECT_EQ(Formats("es").number(12345), "12.345");
  EXPECT_EQ(Formats("hi").number(1234567), "12,34,567");
  EXPECT_EQ(Formats("fr").number(1234), "1\u202F234");
  EXPECT_EQ(Formats("ar-EG").number(1234), "١٬٢٣٤");
  EXPECT_EQ(Formats("ar-EG-u-nu-latn").number(1234), "1,234");
  EXPECT_EQ(Formats("hi-u-nu-deva").number(90), "९०");
}

TEST(FormatsNumber, AppendsToWhatIsThere) {
  std::string out = "about ";
  Formats("en").append_number(out, -1000);
  EXPECT_EQ(out, "about -1,000");
}

TEST(FormatsNumber, TheLeastAndTheGreatest) {
  const Formats formats("en");
  EXPECT_EQ(formats.number(least), "-9,223,372,036,854,775,808");
  EXPECT_EQ(formats.number(greatest), "9,223,372,036,854,775,807");
  EXPECT_EQ(formats.decimal(least, 18), "-9.223372036854775808");
  EXPECT_EQ(formats.decimal(least, 19), "-0.9223372036854775808");
  EXPECT_EQ(formats.percent(least, 2), "-92,233,720,368,547,758.08%");
}

TEST(FormatsNumber, DecimalsAreExact) {
  const Formats formats("en");
  EXPECT_EQ(formats.decimal(667, 1), "66.7");
  EXPECT_EQ(formats.decimal(-3, 1), "-0.3");
  EXPECT_EQ(formats.decimal(0, 2), "0.00");
  EXPECT_EQ(formats.decimal(1, 30), "0." + std::string(29, '0') + "1");
  EXPECT_EQ(formats.decimal(123456, 2), "1,234.56");
  EXPECT_EQ(Formats("de").decimal(667, 1), "66,7");
  EXPECT_EQ(Formats("ar-EG").decimal(667, 1), "٦٦٫٧");
}

TEST(FormatsNumber, PercentagesAsTheLanguageWritesThem) {
  EXPECT_EQ(Formats("en").percent(667, 1), "66.7%");
  EXPECT_EQ(Formats("de").percent(667, 1), "66,7\u00A0%");
  EXPECT_EQ(Formats("fr").percent(50, 0), "50\u00A0%");
  EXPECT_EQ(Formats("tr").percent(667, 1), "%66,7");
  EXPECT_EQ(Formats("eu").percent(-667, 1), "−%\u00A066,7");
}

std::string to_utf8(const icu::number::FormattedNumber& number) {
  UErrorCode status = U_ZERO_ERROR;
  std::string text;
  number.toString(status).toUTF8String(text);
  EXPECT_TRUE(U_SUCCESS(status));
  return text;
}

/// "-123.45" of (-12345, 2), slowly.
std::string plain_decimal(std::int64_t scaled, unsigned decimals) {
  std::string digits = std::to_string(scaled);
  const bool is_negative = digits.front() == '-';
  if (is_negative) digits.erase(0, 1);
  while (digits.size() <= decimals) digits.insert(0, "0");
  if (decimals > 0) digits.insert(digits.size() - decimals, ".");
  return (is_negative ? "-" : "") + digits;
}

/// ICU's own formatting, a formatter each time.
std::string icu_decimal(const icu::Locale& locale, std::int64_t scaled, unsigned decimals,
                        bool is_percent) {
  UErrorCode status = U_ZERO_ERROR;
  auto formatter = icu::number::NumberFormatter::withLocale(locale).precision(
      icu::number::Precision::fixedFraction(static_cast<std::int32_t>(decimals)));
  if (is_percent) formatter = formatter.unit(icu::NoUnit::percent());
  const std::string text = plain_decimal(scaled, decimals);
  return to_utf8(formatter.formatDecimal(text, status));
}

template <typename Visit>
void for_each_locale_of_icu(Visit visit) {
  std::int32_t count = 0;
  const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
  ASSERT_GT(count, 500);
  for (std::int32_t at = 0; at < count; ++at) {
    UErrorCode status = U_ZERO_ERROR;
    const auto tag = locales[at].toLanguageTag<std::string>(status);
    ASSERT_TRUE(U_SUCCESS(status));
    SCOPED_TRACE(tag);
    visit(locales[at], tag);
  }
}

TEST(FormatsNumber, AgreesWithIcuInEveryLocale) {
  std::mt19937_64 random(1);
  for_each_locale_of_icu([&random](const icu::Locale& locale, const std::string& tag) {
    const Formats formats(tag);
    EXPECT_TRUE(formats.has_data());
    std::vector<std::int64_t> numbers = {0,    9,      10,     999,   -999,    1000,
                                         9999, -10000, 123456, least, greatest};
    for (int extra = 0; extra < 4; ++extra) {
      numbers.push_back(static_cast<std::int64_t>(random()) >> (random() % 60));
    }
    for (const std::int64_t number : numbers) {
      const auto decimals = static_cast<unsigned>(random() % 4);
      EXPECT_EQ(formats.number(number), icu_decimal(locale, number, 0, false));
      EXPECT_EQ(formats.decimal(number, decimals), icu_decimal(locale, number, decimals, false));
      EXPECT_EQ(formats.percent(number, decimals), icu_decimal(locale, number, decimals, true));
    }
  });
}

TEST(FormatsNumber, AgreesWithIcuInEveryNumberingSystemOfTenDigits) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> names(
      icu::NumberingSystem::getAvailableNames(status));
  int seen = 0;
  while (const char* name = names->next(nullptr, status)) {
    SCOPED_TRACE(name);
    const Formats formats(std::string("ar-u-nu-") + name);
    const std::unique_ptr<icu::NumberingSystem> system(
        icu::NumberingSystem::createInstanceByName(name, status));
    const bool has_digits = !system->isAlgorithmic() && system->getRadix() == 10;
    const icu::Locale locale(has_digits ? (std::string("ar@numbers=") + name).c_str() : "ar");
    for (const std::int64_t number : {0, 1234567890, -12}) {
      EXPECT_EQ(formats.decimal(number, 1), icu_decimal(locale, number, 1, false));
    }
    ++seen;
  }
  EXPECT_TRUE(U_SUCCESS(status));
  EXPECT_GT(seen, 50);
}

// -- Plurals -----------------------------------------------------------------------------------

TEST(FormatsPlural, NamesAreThoseOfCldr) {
  EXPECT_EQ(to_string(Category::zero), "zero");
  EXPECT_EQ(to_string(Category::one), "one");
  EXPECT_EQ(to_string(Category::two), "two");
  EXPECT_EQ(to_string(Category::few), "few");
  EXPECT_EQ(to_string(Category::many), "many");
  EXPECT_EQ(to_string(Category::other), "other");
}

TEST(FormatsPlural, CountsAsTheLanguageCounts) {
  EXPECT_EQ(Formats("en").cardinal(1), Category::one);
  EXPECT_EQ(Formats("en").cardinal(-1), Category::one);
  EXPECT_EQ(Formats("en").cardinal(0), Category::other);
  EXPECT_EQ(Formats("fr").cardinal(0), Category::one);
  EXPECT_EQ(Formats("fr").cardinal(3'000'000), Category::many);
  EXPECT_EQ(Formats("ru").cardinal(22), Category::few);
  EXPECT_EQ(Formats("ru").cardinal(-25), Category::many);
  EXPECT_EQ(Formats("ar").cardinal(0), Category::zero);
  EXPECT_EQ(Formats("ar").cardinal(1002), Category::other);
  EXPECT_EQ(Formats("ja").cardinal(1), Category::other);
  EXPECT_EQ(Formats("pt-PT").cardinal(0), Category::other);
  EXPECT_EQ(Formats("pt").cardinal(0), Category::one);
}

TEST(FormatsPlural, RanksAsTheLanguageRanks) {
  const Formats formats("en");
  EXPECT_EQ(formats.ordinal(1), Category::one);
  EXPECT_EQ(formats.ordinal(2), Category::two);
  EXPECT_EQ(formats.ordinal(103), Category::few);
  EXPECT_EQ(formats.ordinal(11), Category::other);
  EXPECT_EQ(formats.ordinal(10'000'021), Category::one);
}

TEST(FormatsPlural, CategoriesInOrder) {
  EXPECT_EQ(Formats("en").cardinal_categories(), (Categories{Category::one, Category::other}));
  EXPECT_EQ(Formats("ja").cardinal_categories(), (Categories{Category::other}));
  EXPECT_EQ(Formats("ar").cardinal_categories(),
            (Categories{Category::zero, Category::one, Category::two, Category::few, Category::many,
                        Category::other}));
  EXPECT_EQ(Formats("en").ordinal_categories(),
            (Categories{Category::one, Category::two, Category::few, Category::other}));
  EXPECT_EQ(Formats("tlh").cardinal_categories(), (Categories{Category::other}));
}

/// ICU itself takes 10^18 + 1 for 1, since it drops the first digit of so long a number.
TEST(FormatsPlural, HugeNumbersKeepTheirSizeAndTheirEnd) {
  EXPECT_EQ(Formats("en").cardinal(1'000'000'000'000'000'001), Category::other);
  EXPECT_EQ(Formats("ru").cardinal(9'223'372'036'854'775'801), Category::one);
  EXPECT_EQ(Formats("ru").cardinal(least), Category::many);  // ...808
  EXPECT_EQ(Formats("fr").cardinal(9'000'000'000'000'000'000), Category::many);
  EXPECT_EQ(Formats("fr").cardinal(9'000'000'000'000'000'001), Category::other);
}

TEST(FormatsPlural, AgreesWithIcuInEveryLocale) {
  std::mt19937_64 random(2);
  std::vector<std::int64_t> numbers = {1'000'000, 1'000'001, 2'000'000, 1'000'000'000'000};
  for (std::int64_t number = 0; number < 250; ++number) numbers.push_back(number);
  for (int extra = 0; extra < 50; ++extra) {
    numbers.push_back(static_cast<std::int64_t>(random() % 9'000'000'000'000'000));
  }
  for_each_locale_of_icu([&numbers](const icu::Locale& locale, const std::string& tag) {
    UErrorCode status = U_ZERO_ERROR;
    const auto cardinal = std::unique_ptr<icu::PluralRules>(
        icu::PluralRules::forLocale(locale, UPLURAL_TYPE_CARDINAL, status));
    const auto ordinal = std::unique_ptr<icu::PluralRules>(
        icu::PluralRules::forLocale(locale, UPLURAL_TYPE_ORDINAL, status));
    ASSERT_TRUE(U_SUCCESS(status));
    const Formats formats(tag);
    for (const std::int64_t number : numbers) {
      const auto exact = static_cast<double>(number);  // less than 2^53
      std::string expected;
      cardinal->select(exact).toUTF8String(expected);
      EXPECT_EQ(to_string(formats.cardinal(number)), expected) << number;
      expected.clear();
      ordinal->select(exact).toUTF8String(expected);
      EXPECT_EQ(to_string(formats.ordinal(number)), expected) << number;
    }
  });
}

// -- Dates -------------------------------------------------------------------------------------

TEST(FormatsDate, NumbersInTheOrderOfTheLanguage) {
  EXPECT_EQ(Formats("en").date(example_date), "3/17/2026");
  EXPECT_EQ(Formats("de").date(example_date), "17.3.2026");
  EXPECT_EQ(Formats("es").date(example_date), "17/3/2026");
  EXPECT_EQ(Formats("zh").date(example_date), "2026/3/17");
  EXPECT_EQ(Formats("bg").date(example_date), "17.03.2026\u202Fг.");
  EXPECT_EQ(Formats("fa").date(example_date), "۲۰۲۶/۳/۱۷");
}

TEST(FormatsDate, TheCalendarIsGregorianUnlessTheTagNamesAnother) {
  for (const char* tag : {"th", "th-TH", "th-u-ca", "th-u-ca-xyz", "th-u-ca-gregory"}) {
    EXPECT_EQ(Formats(tag).date(example_date), "17/3/2026") << tag;
  }
  EXPECT_EQ(Formats("th-u-ca-buddhist").date(example_date), "17/3/2569");
  EXPECT_EQ(Formats("ar-SA-u-nu-latn").date(example_date), "17\u200F/3\u200F/2026");
  EXPECT_EQ(Formats("fa-u-ca-persian-nu-latn").date(example_date).find("1404"), 0);
  EXPECT_EQ(Formats("ja-u-ca-japanese").date(example_date), "R8/3/17");
}

/// ICU's calendars are Julian before 1582, so that its dates of then are others.
TEST(FormatsDate, DatesOfOldAreGregorianToo) {
  EXPECT_EQ(Formats("en").date(1582y / 10 / 4), "10/4/1582");
  EXPECT_EQ(Formats("en").date(1582y / 10 / 10), "10/10/1582");
  EXPECT_EQ(Formats("en").date(1y / 1 / 1), "1/1/1");
  EXPECT_EQ(Formats("en").date(0y / 2 / 29), "2/29/0");
  EXPECT_EQ(Formats("en").date(9999y / 12 / 31), "12/31/9999");
  EXPECT_EQ(Formats("th-u-ca-buddhist").date(1066y / 10 / 14), "14/10/1609");
}

TEST(FormatsDate, AgreesWithIcuInEveryLocale) {
  std::mt19937_64 random(3);
  for_each_locale_of_icu([&random](const icu::Locale& plain, const std::string& tag) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale(plain);
    locale.setKeywordValue("calendar", "gregorian", status);
    const std::unique_ptr<icu::DateTimePatternGenerator> generator(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    icu::SimpleDateFormat expected(generator->getBestPattern(icu::UnicodeString(u"yMd"), status),
                                   locale, status);
    icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), locale, status);
    calendar.setGregorianChange(-1e15, status);
    expected.setCalendar(calendar);
    ASSERT_TRUE(U_SUCCESS(status));
    const Formats formats(tag);
    for (int round = 0; round < 4; ++round) {
      const std::chrono::sys_days day(
          std::chrono::days(static_cast<int>(random() % 3'652'058) - 719'162));  // years 1 to 9999
      icu::UnicodeString text;
      expected.format((static_cast<double>(day.time_since_epoch().count()) + 0.5) * 86'400'000.0,
                      text);
      std::string utf8;
      text.toUTF8String(utf8);
      EXPECT_EQ(formats.date(day), utf8);
    }
  });
}

// -- Lists -------------------------------------------------------------------------------------

TEST(FormatsList, JoinsAsTheLanguageDoes) {
  EXPECT_EQ(list("en", {"A", "B", "C"}), "A, B, and C");
  EXPECT_EQ(list("en", {"A", "B"}, ListKind::disjunction), "A or B");
  EXPECT_EQ(list("en", {"A", "B", "C"}, ListKind::unit), "A, B, C");
  EXPECT_EQ(list("de", {"A", "B", "C"}), "A, B und C");
  EXPECT_EQ(list("es", {"pan", "leche"}), "pan y leche");
  EXPECT_EQ(list("es", {"pan", "higos"}), "pan e higos");
  EXPECT_EQ(list("zh", {"甲", "乙", "丙"}), "甲、乙和丙");
}

TEST(FormatsList, NoneAndOneAndOddOnes) {
  EXPECT_EQ(list("en", {}), "");
  EXPECT_EQ(list("en", {"A"}), "A");
  EXPECT_EQ(list("en", {"{0}", "'"}), "{0} and '");
  EXPECT_EQ(list("en", {"", std::string_view("\0", 1)}), std::string(" and \0", 6));
  EXPECT_EQ(list("en", {"\xFF", "B"}), "\uFFFD and B");
}

TEST(FormatsList, ManyItems) {
  const std::vector<std::string_view> items(50'000, "skill");
  const std::string text = Formats("en").list(items);
  EXPECT_TRUE(text.ends_with("skill, and skill"));
  EXPECT_EQ(text.size(), 50'000 * 7 - 2 + 4);
}

TEST(FormatsList, TooLongIsRefused) {
  // A view of so many bytes that are never read, since the length alone is refused.
  const char byte = 'a';
  const std::array<std::string_view, 1> items = {std::string_view(&byte, std::size_t{1} << 31)};
  EXPECT_THROW(static_cast<void>(Formats("en").list(items)), std::length_error);
}

// -- What the data is, and that nothing else gets in -------------------------------------------

TEST(FormatsData, SaysWhatWasUsed) {
  EXPECT_EQ(Formats("de-XX").data_locale(), "de");
  EXPECT_EQ(Formats("de-AT").data_locale(), "de-AT");
  EXPECT_EQ(Formats("ar-u-nu-latn").data_locale(), "ar");
  EXPECT_TRUE(Formats("de-XX").has_data());
  for (const char* tag : {"tlh", "xx-XX", "zza-Latn", "mis", "und", "zh-Latn", "", "en_US"}) {
    EXPECT_EQ(Formats(tag).data_locale(), "und") << tag;
    EXPECT_FALSE(Formats(tag).has_data()) << tag;
  }
}

TEST(FormatsData, PluralsOfALanguageWithoutOtherData) {
  const Formats formats("guw");
  EXPECT_FALSE(formats.has_data());
  EXPECT_EQ(formats.cardinal(1), Category::one);
  EXPECT_EQ(formats.number(1234), "1,234");
}

TEST(FormatsData, Moves) {
  Formats formats("de");
  formats = Formats("en");
  const Formats moved(std::move(formats));
  EXPECT_EQ(moved.number(1234), "1,234");
}

/// The numbers of another CLDR version may well differ.
TEST(FormatsGolden, EverythingOfManyTags) {
  if (!text_data_versions().cldr.starts_with("42."))
    GTEST_SKIP() << "the golden file is of CLDR 42";
  test::expect_golden(test::golden_folder("formats") / "formats.txt", everything_of_all_tags());
}

/// Sets the defaults of the process, and sets them back.
class Ambience {
 public:
  Ambience(const char* locale, const char* zone) : locale_(uloc_getDefault()) {
    zone_.reset(icu::TimeZone::createDefault());
    UErrorCode status = U_ZERO_ERROR;
    uloc_setDefault(locale, &status);
    EXPECT_TRUE(U_SUCCESS(status));
    icu::TimeZone::adoptDefault(
        icu::TimeZone::createTimeZone(icu::UnicodeString(zone, -1, US_INV)));
  }
  ~Ambience() {
    UErrorCode status = U_ZERO_ERROR;
    uloc_setDefault(locale_.c_str(), &status);
    icu::TimeZone::adoptDefault(zone_.release());
  }
  Ambience(const Ambience&) = delete;
  Ambience& operator=(const Ambience&) = delete;

 private:
  std::string locale_;
  std::unique_ptr<icu::TimeZone> zone_;
};

/// That running the tests in another environment means something; elsewhere there is none to see.
TEST(FormatsAmbience, IcuReadsTheEnvironment) {
  const char* locale = std::getenv("LC_ALL");
  const char* zone = std::getenv("TZ");
  const std::string_view name(locale == nullptr ? "" : locale);
  const bool is_other_locale = name.size() > 5 && name[2] == '_';  // not "C.UTF-8"
  if (is_other_locale) {
    EXPECT_EQ(uloc_getDefault(), std::string(name.substr(0, 5)));
  }
  if (zone == nullptr || *zone == '\0') return;
  const std::unique_ptr<icu::TimeZone> found(icu::TimeZone::createDefault());
  icu::UnicodeString id;
  std::string text;
  EXPECT_EQ(found->getID(id).toUTF8String(text), zone);
}

/// That the next tests can fail: here ICU does take the default.
TEST(FormatsAmbience, IcuAloneTakesTheDefault) {
  const Ambience ambience("ar_EG", "America/Los_Angeles");
  UErrorCode status = U_ZERO_ERROR;
  const auto formatter = icu::number::NumberFormatter::withLocale(icu::Locale("zzj"));
  EXPECT_EQ(to_utf8(formatter.formatInt(12, status)), "١٢");
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createDefault());
  EXPECT_LT(zone->getRawOffset(), 0);
}

TEST(FormatsAmbience, NoDefaultGetsIn) {
  const std::string expected = everything_of_all_tags();
  const char* zone = "America/Los_Angeles";
  for (const char* locale : {"tr_TR", "sv_SE", "ar_EG", "th_TH", "fa_IR", "tlh"}) {
    const Ambience ambience(locale, zone);
    EXPECT_EQ(everything_of_all_tags(), expected) << locale << ' ' << zone;
    zone = "Pacific/Kiritimati";
  }
}

TEST(FormatsAmbience, NoDefaultGetsIntoLanguagesThatWereNeverSeen) {
  const Ambience ambience("ar_EG", "Pacific/Kiritimati");
  for (const char* tag : {"tlh-AQ", "qaa", "qab-Arab", "zzk-EG", "ar-Latn", "en-Arab-EG"}) {
    const Formats formats(tag);
    EXPECT_EQ(formats.number(-1234), "-1,234") << tag;
    EXPECT_EQ(formats.percent(5, 1), "0.5%") << tag;
    const std::array<std::string_view, 2> items = {"A", "B"};
    EXPECT_EQ(formats.list(items).find("و"), std::string::npos) << tag;
    EXPECT_NE(formats.date(example_date).find("2026"), std::string::npos) << tag;
  }
}

TEST(FormatsThreads, ShareOneOfEachKind) {
  for (const char* tag : {"en", "ar-EG", "th-u-ca-buddhist", "es", "tlh"}) {
    const Formats formats(tag);
    const auto work = [&formats] {
      std::string seen;
      for (int number = 0; number < 300; number += 7) {
        formats.append_number(seen, number * 1001);
        seen += to_string(formats.cardinal(number));
        seen += to_string(formats.ordinal(number * 1000));
        seen += formats.percent(number, 1);
        seen += formats.date(std::chrono::sys_days(example_date) + std::chrono::days(number));
        const std::array<std::string_view, 3> items = {"A", "B", "iglú"};
        seen += formats.list(items, static_cast<ListKind>(number % 3));
        seen += formats.list(items, static_cast<ListKind>(number % 3), Isolated::all);
      }
      return seen;
    };
    std::array<std::string, 4> seen;
    std::vector<std::thread> threads;
    for (std::string& result : seen) threads.emplace_back([&] { result = work(); });
    for (std::thread& thread : threads) thread.join();
    const std::string expected = work();
    for (const std::string& result : seen) EXPECT_EQ(result, expected) << tag;
  }
}

TEST(FormatsThreads, MakeTheirOwn) {
  std::array<std::string, 4> seen;
  std::vector<std::thread> threads;
  for (std::string& result : seen) {
    threads.emplace_back([&result] {
      for (const char* tag : {"en", "de", "ja-u-ca-japanese", "tlh"}) result += everything(tag);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : seen) EXPECT_EQ(result, seen.front());
}

}  // namespace
}  // namespace skillmatrix::text
