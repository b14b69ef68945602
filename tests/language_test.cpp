#include "skillmatrix/language.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <string>
#include <vector>

namespace skillmatrix {
namespace {

TEST(Language, SpeaksTheFirstPreferenceThatItCan) {
  EXPECT_EQ(Language("de-AT, en;q=0.5").message_locale(), "de");
  EXPECT_EQ(Language("de-AT, en;q=0.5").locale(), "de-AT");
  EXPECT_EQ(Language("ko, ru;q=0.5").message_locale(), "ru");
  EXPECT_EQ(Language("ko").message_locale(), "en") << "the source of the messages";
  EXPECT_EQ(Language("").message_locale(), "en");
  EXPECT_EQ(Language("").locale(), "en");
  EXPECT_EQ(Language("zh-TW").message_locale(), "zh-Hant");
  EXPECT_EQ(Language("zh-CN").message_locale(), "zh-Hans");
  EXPECT_EQ(Language("ar-EG").direction(), TextDirection::rtl);
  EXPECT_EQ(Language("fr").direction(), TextDirection::ltr);
}

TEST(Language, ARefusedLanguageIsTheLastResort) {
  EXPECT_EQ(Language("de, en;q=0").message_locale(), "de");
  EXPECT_EQ(Language("ko, en;q=0").message_locale(), "ar") << "the first of those not refused";
  EXPECT_EQ(Language("ko, en;q=0, ar;q=0").message_locale(), "de");
  EXPECT_EQ(Language("*, en;q=0").message_locale(), "ar");
  EXPECT_EQ(Language("ko, fr;q=0").message_locale(), "en");
  EXPECT_EQ(Language("en;q=0, ar;q=0, de;q=0, es;q=0, fr;q=0, ja;q=0, pt;q=0, ru;q=0, zh;q=0")
                .message_locale(),
            "en")
      << "there has to be some";
  // What the reader's own catalog lacks is not in the refused language either.
  const CatalogSource hebrew{R"({"schema": "skillmatrix.messages/1", "locale": "he",
                                 "messages": {"column.skill": "\u05DB"}})",
                             ""};
  const Messages messages = *Messages::extend(Messages::built_in(), std::span(&hebrew, 1));
  EXPECT_EQ(Language("he, en;q=0", messages).message_locale(), "he");
  EXPECT_EQ(Language("he, en;q=0", messages).placeholder(Titled::skill).tag, "ar");
}

TEST(Language, IsolatesItemsAndValues) {
  const std::vector<std::string> items{"C++", "A\u2067", "iglú"};
  EXPECT_EQ(Language("ar").list(items),
            "\u2068C++\u2069 و\u2068A\u2067\u2069\u2069 و\u2068iglú\u2069");
  const auto list = [](const char* tag, Isolates isolates, const std::vector<std::string>& names) {
    return Language(tag, Messages::built_in(), isolates).list(names);
  };
  EXPECT_EQ(list("es", Isolates::always, {"A", "iglú"}), "\u2068A\u2069 e \u2068iglú\u2069")
      << "the conjunction as without isolates";
  EXPECT_EQ(list("en", Isolates::always, {}), "");
  EXPECT_EQ(list("en", Isolates::always, {"a"}), "\u2068a\u2069");
  EXPECT_EQ(list("en", Isolates::always, {"a", "", "b"}), "\u2068a\u2069, , and \u2068b\u2069");
  EXPECT_EQ(list("ar", Isolates::never, {"a", "b"}), "a وb");
  EXPECT_FALSE(Language("en").isolates("C++"));
  EXPECT_TRUE(Language("ar-EG").isolates("C++"));
  EXPECT_EQ(Language("en").list(std::vector<std::string>{"C++", "بناء", "نشر"}),
            "C++, \u2068بناء\u2069, and \u2068نشر\u2069")
      << "only what would change the order";
  EXPECT_EQ(list("en", Isolates::never, {"بناء", "نشر"}), "بناء and نشر");

  const Diagnostic finding =
      make_diagnostic(Code::unknown_name, {}, "C++\u2067", {{"kind", "skill"}});
  EXPECT_EQ(Language("ar").message(finding), "مهارة غير معروفة «\u2068C++U+2067\u2069»");
  EXPECT_EQ(Language("ar", Messages::built_in(), Isolates::never).message(finding),
            "مهارة غير معروفة «C++U+2067»");
}

TEST(Language, CountsInDiagnosticsHaveItsDigits) {
  const auto said = [](const char* tag, const Diagnostic& finding) {
    return Language(tag).message(finding);
  };
  const Diagnostic omitted = make_diagnostic(Code::findings_omitted, {}, {}, {{"count", "1109"}});
  EXPECT_NE(said("ar", omitted).find("(١٬١٠٩)"), std::string::npos);
  EXPECT_NE(said("de", omitted).find("(1.109)"), std::string::npos);
  const Diagnostic width =
      make_diagnostic(Code::csv_row_width, {}, {}, {{"expected", "3"}, {"found", "12"}});
  EXPECT_NE(said("ar", width).find("المتوقع ٣، والموجود ١٢"), std::string::npos);
  // What is no number is said as it is, and what is data stays as it is written.
  const Diagnostic many = make_diagnostic(Code::too_many, {}, {}, {{"limit", "1e6"}});
  EXPECT_NE(said("en", many).find("at most 1e6"), std::string::npos);
  const Diagnostic name = make_diagnostic(Code::unknown_name, {}, "1234", {{"expected", "5678"}});
  EXPECT_NE(said("de", name).find("1234"), std::string::npos);
  EXPECT_NE(said("de", name).find("5678"), std::string::npos);
}

TEST(Language, RoleLevelsHaveNoSpaceWhereTheLanguageHasNone) {
  for (const auto& [tag, level, role, title] :
       {std::array{"zh-Hans", "初级", "数据科学家", "数据科学家（初级）"},
        std::array{"zh-Hant", "初級", "資料科學家", "資料科學家（初級）"},
        std::array{"ja", "ジュニア", "データサイエンティスト",
                   "データサイエンティスト（ジュニア）"}}) {
    EXPECT_EQ(Language(tag).message("role_level.title", {{"level", level}, {"role", role}}), title);
  }
}

TEST(Language, ReportsWhatItCouldNotRead) {
  const Language language("en_US, fr");
  EXPECT_EQ(language.message_locale(), "fr");
  ASSERT_EQ(language.diagnostics().size(), 1U);
  EXPECT_EQ(language.diagnostics()[0].code, Code::language_range_skipped);
}

TEST(Language, FormatsAsTheReadersRegionDoes) {
  const Date day = *parse_date("2026-03-17");
  EXPECT_EQ(Language("en").date(day), "3/17/2026");
  EXPECT_EQ(Language("en-GB").date(day), "17/03/2026");
  EXPECT_EQ(Language("de").date(day), "17.3.2026");
  EXPECT_EQ(Language("es").date(day), "17/3/2026");
  EXPECT_EQ(Language("zh-Hans").date(day), "2026/3/17");
  EXPECT_EQ(Language("ko").date(day), "3/17/2026") << "one page, one language";
  EXPECT_EQ(Language("de").number(1234567), "1.234.567");
  const std::vector<std::string> items{"a", "b", "c"};
  EXPECT_EQ(Language("de").list(items), "a, b und c");
}

TEST(Language, RoundsPercentagesExactly) {
  const Language english("en");
  const std::pair<Fraction, const char*> cases[] = {
      {{5, 8}, "62.5%"},        {{13, 16}, "81.3%"}, {{0, 1}, "0.0%"},     {{1, 1}, "100.0%"},
      {{1, 3}, "33.3%"},        {{2, 3}, "66.7%"},   {{1, 2000}, "0.1%"},  {{1, 2001}, "0.0%"},
      {{1999, 2000}, "100.0%"}, {{-1, 8}, "-12.5%"}, {{-1, 9999}, "0.0%"}, {{19, 2}, "950.0%"},
      {{1, 100}, "1.0%"}};
  for (const auto& [fraction, text] : cases) EXPECT_EQ(english.percent(fraction), text);
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(english.percent({most - 1, most}), "100.0%");
  EXPECT_EQ(english.percent({most, 1}), english.percent({most / 1000 + 1, 1}))
      << "stops at the greatest number";
}

TEST(Language, SortsAsItsReadersDo) {
  EXPECT_LT(Language("de").compare("\u00F6l", "zoo"), 0);
  EXPECT_GT(Language("sv").compare("\u00F6l", "zoo"), 0) << "the reader's order, not the messages'";
  EXPECT_LT(Language("en").compare("Level 2", "Level 10"), 0);
}

TEST(Language, NamesWhatHasNoTitle) {
  EXPECT_EQ(Language("en").placeholder(Titled::skill).text, "Untitled skill");
  for (const char* tag :
       {"en", "ar", "de", "es", "fr", "ja", "pt-BR", "ru", "zh-Hans", "zh-Hant"}) {
    const Language language(tag);
    EXPECT_EQ(language.message_locale(), tag);
    for (const Titled kind : {Titled::framework, Titled::scale, Titled::level, Titled::category,
                              Titled::skill, Titled::role, Titled::person}) {
      EXPECT_FALSE(language.placeholder(kind).text.empty());
    }
  }
}

TEST(Language, APlaceholderIsInTheLanguageThatHasIt) {
  const CatalogSource hebrew{R"({"schema": "skillmatrix.messages/1", "locale": "he",
                                 "messages": {"column.skill": "\u05DB"}})",
                             ""};
  const Language language("he", *Messages::extend(Messages::built_in(), std::span(&hebrew, 1)));
  EXPECT_EQ(language.message_locale(), "he");
  EXPECT_EQ(language.placeholder(Titled::skill).tag, "en");
}

TEST(Language, SaysSomethingForAKeyThatNobodyHas) {
  EXPECT_EQ(Language("en").message("no.such.key"), Language("en").message("missing"));
}

}  // namespace
}  // namespace skillmatrix
