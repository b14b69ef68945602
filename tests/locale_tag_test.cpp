#include <gtest/gtest.h>

#include "skillmatrix/locale.hpp"

namespace skillmatrix {
namespace {

TEST(LocaleTag, WellFormed) {
  for (const char* tag : {"en", "zh-Hans", "zh-Hant-TW", "es-419", "de-CH-1996", "sl-rozaj-biske",
                          "zh-yue", "de-u-co-phonebk", "en-a-bbb-x-a", "x-private", "und",
                          "EN-latn-us", "hy-Latn-IT-arevela"}) {
    EXPECT_FALSE(find_tag_problem(tag)) << tag;
  }
}

TEST(LocaleTag, SaysWhichSubtagIsBadAndWhere) {
  const struct {
    const char* tag;
    std::size_t offset;
    const char* subtag;
  } cases[] = {
      {"", 0, ""},
      {"english", 0, "english"},
      {"en_US", 0, "en_US"},
      {"e", 0, "e"},
      {"en-", 3, ""},
      {"en--US", 3, ""},
      {"en-US-Latn", 6, "Latn"},
      {"en-é", 3, "é"},
      {"i-klingon", 0, "i"},
      {"en-GB-oed", 6, "oed"},
      {"abcd", 0, "abcd"},
      {"en-123456789", 3, "123456789"},
      {"en-u", 3, "u"},
      {"en-x", 3, "x"},
      {"x", 0, "x"},
      {"de-1996-1996", 8, "1996"},
      {"en-a-bb-a-cc", 8, "a"},
      {"12", 0, "12"},
  };
  for (const auto& each : cases) {
    const auto problem = find_tag_problem(each.tag);
    ASSERT_TRUE(problem) << each.tag;
    EXPECT_EQ(problem->offset, each.offset) << each.tag;
    EXPECT_EQ(problem->subtag, each.subtag) << each.tag;
    EXPECT_FALSE(problem->detail.empty());
  }
}

TEST(LocaleTag, Canonical) {
  EXPECT_EQ(canonical_tag("EN-latn-us"), "en-Latn-US");
  EXPECT_EQ(canonical_tag("iw"), "he");
  EXPECT_EQ(canonical_tag("tl"), "fil");
  EXPECT_EQ(canonical_tag("sh"), "sr-Latn");
  EXPECT_EQ(canonical_tag("no"), "nb");
  EXPECT_EQ(canonical_tag("no-NO"), "nb-NO");
  EXPECT_EQ(canonical_tag("nn"), "nn");
  EXPECT_EQ(canonical_tag("zh-cmn-Hans-cn"), "zh-Hans-CN");
  EXPECT_EQ(canonical_tag("zh-min-nan"), "nan");
  EXPECT_EQ(canonical_tag("no-bok"), "nb");
  EXPECT_EQ(canonical_tag("de-CH-U-CO-phonebk-x-Formal"), "de-CH-u-co-phonebk-x-formal");
  EXPECT_EQ(canonical_tag("X-House"), "x-house");
  EXPECT_EQ(canonical_tag("XH-za"), "xh-ZA");
  EXPECT_EQ(canonical_tag("und-x-house"), "und-x-house");
  EXPECT_EQ(canonical_tag("und"), "und");
  EXPECT_EQ(canonical_tag("en_US"), "en_US");
}

}  // namespace
}  // namespace skillmatrix
