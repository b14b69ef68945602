#include <gtest/gtest.h>

#include "text/utf8.hpp"

namespace skillmatrix::text {
namespace {

TEST(Utf8, WellFormedTextHasNoMistake) {
  EXPECT_EQ(first_ill_formed(""), std::nullopt);
  EXPECT_EQ(first_ill_formed("plain ASCII, longer than a block"), std::nullopt);
  EXPECT_EQ(first_ill_formed("é 工程 😀 \xF4\x8F\xBF\xBF \xED\x9F\xBF \xEE\x80\x80"), std::nullopt);
  EXPECT_EQ(first_ill_formed(std::string_view("\0", 1)), std::nullopt);
}

TEST(Utf8, EveryIllFormedKindIsFound) {
  for (const char* bad :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x80\x80", "\xED\xA0\x80", "\xE2\x82",
        "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"}) {
    EXPECT_EQ(first_ill_formed(std::string("0123456789") + bad), 10U);
  }
}

TEST(Utf8, EveryMistakeIsListedOnce) {
  const std::string_view text = "a\xE2\x82z\xFF\xC3";
  EXPECT_EQ(first_ill_formed(text), 1U);
  EXPECT_EQ(ill_formed_length(text, 1), 2U);
  EXPECT_EQ(first_ill_formed(text, 3), 4U);
  EXPECT_EQ(first_ill_formed(text, 5), 5U);
  EXPECT_EQ(first_ill_formed(text, 6), std::nullopt);
  EXPECT_EQ(to_well_formed(text), "a\uFFFDz\uFFFD\uFFFD");
}

TEST(Utf8, PrefixCutsBetweenCharacters) {
  EXPECT_EQ(prefix("aé", 2), "a");
  EXPECT_EQ(prefix("aé", 3), "aé");
  EXPECT_EQ(prefix("😀😀", 7), "😀");
  EXPECT_EQ(prefix("\x80\x80\x80\x80\x80\x80", 5).size(), 5U);
}

TEST(Utf8, CodePoints) {
  EXPECT_EQ(code_points("aé工😀"), U"aé工😀");
  EXPECT_EQ(code_points("\xFF"), U"\uFFFD");
  EXPECT_EQ(hexadecimal("\xC3("), "C3 28");
  EXPECT_EQ(notation(U'\n'), "U+000A");
  EXPECT_EQ(notation(0x1F3F4), "U+1F3F4");
  EXPECT_EQ(notation(0x10FFFF), "U+10FFFF");
}

TEST(Utf8, AppendIsTheOppositeOfCodePoints) {
  const std::string text = "a\x7F\u0080é\u07FF\u0800工\uFFFD😀\xF4\x8F\xBF\xBF";
  std::string again;
  for (const char32_t point : code_points(text)) append(again, point);
  EXPECT_EQ(again, text);
}

}  // namespace
}  // namespace skillmatrix::text
