#include <gtest/gtest.h>

#include <string>

#include "text/collation.hpp"

namespace skillmatrix::text {
namespace {

TEST(Collator, NumbersSortByValue) {
  const Collator collator("en");
  EXPECT_LT(collator.compare("Level 2", "Level 10"), 0);
  EXPECT_GT(collator.compare("Level 10", "Level 2"), 0);
  EXPECT_EQ(collator.compare("Level 2", "Level 2"), 0);
}

TEST(Collator, TheLanguageDecides) {
  EXPECT_LT(Collator("de").compare("Öl", "Zeit"), 0);
  EXPECT_GT(Collator("sv").compare("Öl", "Zeit"), 0);
  EXPECT_LT(Collator("zh-Hans").compare("安", "北"), 0);
}

TEST(Collator, UnknownAndMalformedTagsGiveRootOrder) {
  for (const char* tag : {"", "und", "qqq", "en_US", "not a tag"}) {
    EXPECT_LT(Collator(tag).compare("Öl", "Zeit"), 0) << tag;
    EXPECT_LT(Collator(tag).compare("a 2", "a 10"), 0) << tag;
  }
}

TEST(Collator, EmptyAndUnnormalizedNames) {
  const Collator collator("en");
  EXPECT_EQ(collator.compare({}, {}), 0);
  EXPECT_LT(collator.compare({}, "a"), 0);
  EXPECT_EQ(collator.compare("\u00E9", "e\u0301"), 0);
}

}  // namespace
}  // namespace skillmatrix::text
