#include "skillmatrix/text_data.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "text/formats.hpp"
#include "text/icu.hpp"

namespace skillmatrix {
namespace {

TEST(TextData, VersionsAreThoseOfTheLibraryAtHand) {
  const TextDataVersions versions = text_data_versions();
  EXPECT_TRUE(versions.icu.starts_with(std::to_string(U_ICU_VERSION_MAJOR_NUM) + "."))
      << versions.icu;
  EXPECT_TRUE(versions.unicode.starts_with(U_UNICODE_VERSION)) << versions.unicode;
  // CLDR has had a whole number a release since 21.
  EXPECT_GE(std::stoi(versions.cldr), 42) << versions.cldr;
  EXPECT_LT(std::stoi(versions.cldr), 100) << versions.cldr;
}

TEST(TextData, WarmingUpChangesNoResult) {
  const std::string before = text::Formats("de").decimal(12345, 1);
  for (const char* tag : {"de", "de", "zh-Hant", "tlh", "und", "", "not a tag"}) warm_up(tag);
  EXPECT_EQ(text::Formats("de").decimal(12345, 1), before);
  EXPECT_EQ(before, "1.234,5");
}

TEST(TextDataThreads, WarmUpAtOnce) {
  std::vector<std::thread> threads;
  for (const char* tag : {"en", "ja", "ar", "en"}) threads.emplace_back([tag] { warm_up(tag); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(text::Formats("ja").number(1234), "1,234");
}

}  // namespace
}  // namespace skillmatrix
