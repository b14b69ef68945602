#include "skillmatrix/language.h"

#include <gtest/gtest.h>

#include <limits>
#include <thread>
#include <vector>

#include "handles.hpp"

namespace skillmatrix::capi_tests {
namespace {

void build(Language& language, const char* languages) {
  ASSERT_EQ(
      skm_language_build(view(languages), nullptr, SKM_ISOLATES_AUTOMATIC, language.out(), nullptr),
      SKM_OK);
}

TEST(Language, IsThatOfTheReader) {
  Language language;
  build(language, "ar-EG, en;q=0.5");
  EXPECT_EQ(text(skm_language_locale(language)), "ar-EG");
  EXPECT_EQ(text(skm_language_message_locale(language)), "ar");
  EXPECT_EQ(skm_language_direction(language), SKM_DIRECTION_RTL);
  EXPECT_EQ(skm_diagnostics_count(skm_language_diagnostics(language)), 0U);
  build(language, "");
  EXPECT_EQ(text(skm_language_message_locale(language)), "en");
}

TEST(Language, SaysWhatItSkipped) {
  Language language;
  build(language, "de, en_US");
  const skm_diagnostics* const findings = skm_language_diagnostics(language);
  ASSERT_EQ(skm_diagnostics_count(findings), 1U);
  skm_diagnostic finding = SKM_DIAGNOSTIC_INIT;
  ASSERT_EQ(skm_diagnostics_get(findings, 0, &finding), SKM_OK);
  EXPECT_EQ(text(finding.name), "language_range_skipped");
  const std::string german = made(skm_language_diagnostic, language, findings, 0U);
  EXPECT_NE(german, text(finding.message));
  Language english;
  build(english, "en");
  EXPECT_EQ(made(skm_language_diagnostic, english, findings, 0U), text(finding.message));
  EXPECT_EQ(made(skm_language_diagnostic, english, findings, 1U), "SKM_ERR_OUT_OF_RANGE");
}

TEST(Language, FormatsNumbersDatesAndLists) {
  Language language;
  build(language, "en");
  EXPECT_EQ(made(skm_language_number, language, 1234), "1,234");
  EXPECT_EQ(made(skm_language_percent, language, 5, 8), "62.5%");
  EXPECT_EQ(made(skm_language_date, language, 20260317U), "3/17/2026");
  const skm_string_view items[] = {view("a"), view("b"), view("c")};
  EXPECT_EQ(made(skm_language_list, language, 3U, items), "a, b, and c");
  EXPECT_EQ(made(skm_language_list, language, 0U, nullptr), "");
  build(language, "de");
  EXPECT_EQ(made(skm_language_number, language, 1234), "1.234");
  EXPECT_EQ(made(skm_language_date, language, 20260317U), "17.3.2026");
}

TEST(Language, RefusesWhatCannotBe) {
  Language language;
  build(language, "en");
  EXPECT_EQ(made(skm_language_percent, language, 1, 0), "SKM_ERR_OUT_OF_RANGE");
  EXPECT_EQ(made(skm_language_percent, language, 1, -1), "SKM_ERR_OUT_OF_RANGE");
  EXPECT_EQ(made(skm_language_percent, language, std::numeric_limits<std::int64_t>::min(), 1),
            "SKM_ERR_OUT_OF_RANGE");
  EXPECT_EQ(made(skm_language_date, language, 20260229U), "SKM_ERR_OUT_OF_RANGE");
  EXPECT_EQ(made(skm_language_date, language, 20261301U), "SKM_ERR_OUT_OF_RANGE");
  EXPECT_EQ(made(skm_language_date, language, 100000101U), "SKM_ERR_OUT_OF_RANGE");
  const skm_string_view items[] = {view("\xc3")};
  EXPECT_EQ(made(skm_language_list, language, 1U, items), "SKM_ERR_ENCODING");
  EXPECT_EQ(made(skm_language_list, language, SKM_NONE, nullptr), "SKM_ERR_INVALID_ARGUMENT");
  EXPECT_EQ(skm_language_build(view("en"), nullptr, 3, language.out(), nullptr),
            SKM_ERR_UNSUPPORTED_OPTION);
}

TEST(Language, HasMessagesWithTypedArguments) {
  Messages messages;
  Language language;
  Error error;
  const skm_catalog catalog = {view(R"({"schema": "skillmatrix.messages/1", "locale": "en",
      "messages": {"host.people":
        "{count, plural, one {# person} other {# people}} in {team, select, none {no team} other {{team}}}"}})"),
                               {}};
  ASSERT_EQ(skm_messages_extend(nullptr, 1, &catalog, messages.out(), error.out()), SKM_OK);
  ASSERT_EQ(skm_language_build(view("de"), messages, SKM_ISOLATES_NEVER, language.out(), nullptr),
            SKM_OK);
  messages.out();  // Ended: the language does not need it.
  Buffer buffer;
  skm_string_view locale = {};
  const auto format = [&](const std::vector<skm_message_argument>& arguments) {
    const auto count = static_cast<std::uint32_t>(arguments.size());
    const skm_status status = skm_language_message(
        language, view("host.people"), count, arguments.data(), &locale, buffer.out(), error.out());
    return std::string(status == SKM_OK ? text(buffer) : text(skm_status_name(status)));
  };
  EXPECT_EQ(format({{view("count"), {}, 1, SKM_ARGUMENT_NUMBER},
                    {view("team"), view("A"), 0, SKM_ARGUMENT_TEXT}}),
            "1 person in A");
  EXPECT_EQ(text(locale), "en");
  EXPECT_EQ(format({{view("count"), {}, 2000, SKM_ARGUMENT_NUMBER},
                    {view("team"), {}, 0, SKM_ARGUMENT_NONE}}),
            "2,000 people in no team");
  EXPECT_EQ(format({{view("team"), view("\xff"), 0, SKM_ARGUMENT_TEXT}}), "SKM_ERR_ENCODING");
  EXPECT_EQ(format({{view("team"), {}, 0, 3}}), "SKM_ERR_UNSUPPORTED_OPTION");

  const std::string unknown =
      made(skm_language_message, language, view("no such key"), 0U, nullptr, nullptr);
  EXPECT_FALSE(unknown.empty());
  EXPECT_EQ(unknown.find("key"), std::string_view::npos) << "keys are not for readers";
}

TEST(Language, SortsAsReadersDo) {
  Language swedish;
  Language german;
  build(swedish, "sv");
  build(german, "de");
  const skm_string_view z = view("z");
  const skm_string_view a = view("\xc3\xa4");  // a with two dots
  EXPECT_GT(skm_language_compare(swedish, a, z), 0);
  EXPECT_LT(skm_language_compare(german, a, z), 0);
  EXPECT_LT(skm_language_compare(german, view("Level 9"), view("Level 10")), 0);
  EXPECT_EQ(skm_language_compare(german, z, z), 0);
}

TEST(LanguageThreads, ShareOne) {
  Language language;
  build(language, "fr");
  const std::string expected = made(skm_language_number, language, 12345);
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&] {
      for (int times = 0; times < 50; ++times) {
        EXPECT_EQ(made(skm_language_number, language, 12345), expected);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST(LanguageReport, IsThatOfCpp) {
  Language language;
  ASSERT_EQ(
      skm_language_build(view("de"), nullptr, SKM_ISOLATES_AUTOMATIC, language.out(), nullptr),
      SKM_OK);
  Framework framework;
  Error error;
  ASSERT_EQ(skm_framework_parse(view("{\"id\": 7}"), nullptr, framework.out(), error.out()),
            SKM_ERR_INVALID_INPUT);
  const std::string report =
      made(skm_language_report, language, skm_error_diagnostics(error), view("f.json"));
  EXPECT_NE(report.find("\"message_locale\": \"de\""), std::string::npos) << report;
  EXPECT_NE(report.find("\"errors\": 2"), std::string::npos) << report;
  EXPECT_NE(report.find("f.json"), std::string::npos) << report;
  const skm_diagnostics* const nothing = nullptr;
  EXPECT_NE(made(skm_language_report, language, nothing, view("")).find("\"errors\": 0"),
            std::string::npos);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
