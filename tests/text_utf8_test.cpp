#include <gtest/gtest.h>

#include <array>

#include "generated.hpp"
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

/// How long the character at `at` is by the arithmetic of UTF-8, without tables; 0 if there is
/// none.
std::size_t decoded_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t offset) {
    return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC0 || lead >= 0xF8) return 0;
  std::uint32_t point = lead & (0xFFU >> (length + 1));
  for (std::size_t offset = 1; offset < length; ++offset) {
    if ((byte(offset) & 0xC0U) != 0x80) return 0;
    point = point << 6U | (byte(offset) & 0x3FU);
  }
  constexpr std::array<std::uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  const bool is_surrogate = point >= 0xD800 && point < 0xE000;
  return point < least[length] || point > 0x10FFFF || is_surrogate ? 0 : length;
}

std::optional<std::size_t> first_not_decoded(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = decoded_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

/// Text is passed over in blocks of several sizes: wherever a sequence is, the answer is the same.
TEST(Utf8, EverySequenceOfTwoBytesAnywhere) {
  for (unsigned sequence = 0; sequence < 0x10000; ++sequence) {
    const std::string bytes{static_cast<char>(sequence >> 8U), static_cast<char>(sequence & 0xFFU)};
    const std::string text =
        std::string(sequence % 41, 'a') + bytes + std::string(sequence % 37, 'b');
    ASSERT_EQ(first_ill_formed(text), first_not_decoded(text)) << hexadecimal(bytes);
  }
}

TEST(Utf8, TextsOfAllCharactersWithAMistakeOrWithout) {
  generated::Dice dice(7);
  const std::vector<std::string> characters{"a",      "ascii text of a block and more than that",
                                            "é",      "工",
                                            "😀",      "\u07FF",
                                            "\uFFFD", "\xF4\x8F\xBF\xBF"};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::uint32_t more = dice.below(40); more != 0; --more) text += dice.pick(characters);
    if (!text.empty() && !dice.one_in(4)) {
      text[dice.below(static_cast<std::uint32_t>(text.size()))] =
          static_cast<char>(dice.below(256));
    }
    if (dice.one_in(3)) text.resize(dice.below(static_cast<std::uint32_t>(text.size()) + 1));
    ASSERT_EQ(first_ill_formed(text), first_not_decoded(text)) << hexadecimal(text);
  }
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
