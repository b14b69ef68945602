#include "skillmatrix/text.h"

#include <gtest/gtest.h>

#include <vector>

#include "handles.hpp"

namespace skillmatrix::capi_tests {
namespace {

TEST(Text, IsPutInNormalForm) {
  EXPECT_EQ(made(skm_text_normalize, view("a\u0308")), "\u00E4");
  EXPECT_EQ(made(skm_text_normalize, view("")), "");
  EXPECT_EQ(made(skm_text_normalize, view("a\xFF")), "SKM_ERR_ENCODING");
}

TEST(Text, IsCutBetweenCharacters) {
  EXPECT_EQ(made(skm_text_truncate, view("Python"), 6U, view("")), "Python");
  EXPECT_EQ(made(skm_text_truncate, view("Python"), 4U, view("")), "Pyt\u2026");
  EXPECT_EQ(made(skm_text_truncate, view("Python"), 4U, view("..")), "Py..");
  EXPECT_EQ(made(skm_text_truncate, view("a\u0308b\u0308c"), 2U, view("")), "a\u0308\u2026");
  EXPECT_EQ(made(skm_text_truncate, view("Python"), 4U, view("\xFF")), "SKM_ERR_ENCODING");
  EXPECT_EQ(made(skm_text_truncate, view("Python"), UINT64_MAX, view("")), "Python");
}

TEST(Text, IsIsolated) {
  EXPECT_EQ(made(skm_text_isolate, view("abc"), SKM_DIRECTION_LTR), "\u2066abc\u2069");
  EXPECT_EQ(made(skm_text_isolate, view("abc"), SKM_DIRECTION_RTL), "\u2067abc\u2069");
  EXPECT_EQ(made(skm_text_isolate, view("abc"), SKM_DIRECTION_AUTOMATIC), "\u2068abc\u2069");
  EXPECT_EQ(made(skm_text_isolate, view("abc"), 3), "SKM_ERR_UNSUPPORTED_OPTION");
}

TEST(Text, HasADirection) {
  EXPECT_EQ(skm_text_direction(view("1 abc")), SKM_DIRECTION_LTR);
  EXPECT_EQ(skm_text_direction(view("1 \u0639")), SKM_DIRECTION_RTL);
  EXPECT_EQ(skm_text_direction(view("12")), SKM_DIRECTION_AUTOMATIC);
}

TEST(Text, MayBeBlank) {
  EXPECT_EQ(skm_text_is_blank(view(" \u200B\u00A0")), 1);
  EXPECT_EQ(skm_text_is_blank(view(" a ")), 0);
}

TEST(Text, IsSearchedForWhatIsUnsafe) {
  const std::string bad = "a\u202Eb\nc\u200B";
  std::uint32_t count = 0;
  ASSERT_EQ(skm_text_find_unsafe(view(bad), SKM_TEXT_USE_NAME, 0, nullptr, &count), SKM_OK);
  ASSERT_EQ(count, 3U);
  std::vector<skm_unsafe_character> found(count);
  ASSERT_EQ(skm_text_find_unsafe(view(bad), SKM_TEXT_USE_NAME, count, found.data(), &count),
            SKM_OK);
  EXPECT_EQ(found[0].offset, 1U);
  EXPECT_EQ(found[0].size, 3U);
  EXPECT_EQ(found[0].code_point, 0x202EU);
  EXPECT_EQ(found[0].kind, SKM_UNSAFE_BIDI_EMBEDDING);
  EXPECT_EQ(found[0].severity, SKM_SEVERITY_ERROR);
  EXPECT_EQ(found[1].kind, SKM_UNSAFE_LINE_BREAK);
  EXPECT_EQ(found[1].severity, SKM_SEVERITY_WARNING);
  EXPECT_EQ(found[2].kind, SKM_UNSAFE_INVISIBLE);
  ASSERT_EQ(skm_text_find_unsafe(view(bad), SKM_TEXT_USE_PROSE, 1, found.data(), &count), SKM_OK);
  EXPECT_EQ(count, 2U) << "prose has lines";
  EXPECT_EQ(skm_text_find_unsafe(view("\xFF"), SKM_TEXT_USE_PROSE, 0, nullptr, &count),
            SKM_ERR_ENCODING);
  EXPECT_EQ(skm_text_find_unsafe(view("a"), 7, 0, nullptr, &count), SKM_ERR_UNSUPPORTED_OPTION);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
