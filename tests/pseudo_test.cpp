#include "skillmatrix/pseudo.hpp"

#include <gtest/gtest.h>

#include "generated.hpp"
#include "golden.hpp"
#include "skillmatrix/json.hpp"
#include "skillmatrix/text.hpp"
#include "skillmatrix/validate.hpp"
#include "small_framework.hpp"
#include "text/pseudo.hpp"
#include "text/utf8.hpp"
#include "texts.hpp"

namespace skillmatrix {
namespace {

TEST(PseudoText, Accented) {
  EXPECT_EQ(text::accented(""), "[]");
  EXPECT_EQ(text::accented("W"), "[Ŵ ]");
  EXPECT_EQ(text::accented("Python 3 & C++"), "[Þýţĥõñ 3 & Ç++ õñé ]");
  EXPECT_EQ(text::accented("变换器"), "[变换器 õ]");
}

TEST(PseudoText, AccentedTextsAreAThirdLonger) {
  for (const std::size_t length : {20U, 100U, 1000U}) {
    const std::string made = text::accented(std::string(length, 'x'));
    const std::size_t points = text::code_points(made).size() - 2;
    EXPECT_GE(points * 100, length * 130) << length;
    EXPECT_LE(points * 100, length * 140) << length;
  }
}

TEST(PseudoText, AccentedTextsAreInNormalForm) {
  const std::string text = "e\u0323 o\u031B";
  EXPECT_TRUE(is_nfc(text::accented(text)));
}

TEST(PseudoText, RightToLeft) {
  EXPECT_EQ(text::right_to_left(""), "\u200F");
  EXPECT_EQ(text::right_to_left(" Deep  learning\n"),
            "\u200F \u2067Deep\u2069  \u2067learning\u2069\n");
  EXPECT_EQ(first_strong_direction(text::right_to_left("abc")), TextDirection::rtl);
  // Isolates that go over several words stay balanced.
  EXPECT_EQ(text::right_to_left("\u2066a b\u2069"),
            "\u200F\u2067\u2066a\u2069 \u2067b\u2069\u2069");
  EXPECT_TRUE(find_unsafe(text::right_to_left("\u2066a b\u2069 c")).empty());
}

std::vector<std::string> errors_of(const Framework& framework) {
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : validate(framework)) {
    if (diagnostic.severity == Severity::error) {
      lines.push_back(to_string(diagnostic.code) + ' ' + diagnostic.pointer);
    }
  }
  return lines;
}

TEST(Pseudo, EveryTextAndAliasGetsBoth) {
  Framework framework = small::framework();
  add_pseudo_locales(framework);
  EXPECT_EQ(framework.title.translations.at("en-XA").value, "[Šɱáļļ õ]");
  EXPECT_EQ(framework.title.translations.at("ar-XB").value, "\u200F\u2067Small\u2069");
  EXPECT_EQ(framework.skills[1].aliases.at("en-XA"),
            (std::vector<std::string>{"[ɃÉŔŢ õ]", "[ĞÞŢ õ]"}));
  EXPECT_EQ(framework.skills[1].aliases.at("ar-XB").size(), 2U);
  form::for_each_text(framework, [](const form::TextPlace& place, const LocalizedText& text) {
    const bool has_source = text.translations.contains("en");
    EXPECT_EQ(text.translations.contains("en-XA"), has_source) << place.path.pointer();
    EXPECT_EQ(text.translations.contains("ar-XB"), has_source) << place.path.pointer();
  });
}

TEST(Pseudo, OnlyTheDefaultLocaleIsTranslatedAndFallbacksAreLeftAlone) {
  Framework framework = small::framework();
  framework.default_locale = "zh-Hans";
  framework.fallbacks["zh-Hans"] = {"en"};
  add_pseudo_locales(framework);
  EXPECT_FALSE(framework.title.translations.contains("en-XA"));
  EXPECT_TRUE(framework.skills[1].title.translations.contains("en-XA"));
  EXPECT_EQ(framework.fallbacks.size(), 1U);
}

TEST(Pseudo, TheResultIsAsSoundAsTheFrameworkAndAlwaysTheSame) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    Framework framework = generated::make_document(seed);
    ASSERT_EQ(errors_of(framework), std::vector<std::string>{}) << seed;
    add_pseudo_locales(framework);
    EXPECT_EQ(errors_of(framework), std::vector<std::string>{}) << seed;
    const Result<Framework> again = read_framework(write_framework(framework));
    ASSERT_TRUE(again) << seed;
    EXPECT_EQ(*again, framework) << seed;
    Framework twice = framework;
    add_pseudo_locales(twice);
    EXPECT_EQ(twice, framework) << seed;
  }
}

TEST(Pseudo, TheSampleStaysFreeOfFindingsOfForm) {
  Result<Framework> sample = read_framework(
      test::read_file(std::string(SKILLMATRIX_EXAMPLES_DATA) + "/ai-engineering.json"));
  ASSERT_TRUE(sample);
  add_pseudo_locales(*sample);
  for (const Diagnostic& diagnostic : validate(*sample)) {
    EXPECT_NE(diagnostic.severity, Severity::error) << diagnostic.message();
    EXPECT_NE(diagnostic.code, Code::suspicious_character) << diagnostic.message();
  }
}

}  // namespace
}  // namespace skillmatrix
