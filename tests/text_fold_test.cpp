#include <gtest/gtest.h>
#include <unicode/uspoof.h>

#include "generated.hpp"
#include "text/fold.hpp"

namespace skillmatrix::text {
namespace {

std::string search(const char* name) { return search_fold(name_fold(name)); }

TEST(NameFold, CaseSpaceAndDashes) {
  EXPECT_EQ(name_fold("  Machine \t Learning "), "machine learning");
  EXPECT_EQ(name_fold("Machine\u00A0Learning\u3000"), "machine learning");
  EXPECT_EQ(name_fold("CI\u2013CD"), "ci-cd");
  EXPECT_EQ(name_fold("Straße"), "strasse");
  EXPECT_EQ(name_fold("ＡＩ"), "ai");
  EXPECT_EQ(name_fold("data\u200Bbase"), "database");
  EXPECT_EQ(name_fold(""), "");
}

TEST(NameFold, KeepsWhatTellsNamesApart) {
  EXPECT_EQ(name_fold("C++"), "c++");
  EXPECT_EQ(name_fold("C#"), "c#");
  EXPECT_EQ(name_fold(".NET"), ".net");
  EXPECT_NE(name_fold("résumé"), name_fold("resume"));
  EXPECT_EQ(name_fold("e\u0301"), name_fold("\u00E9"));
}

TEST(TidySpace, AtTheEndsAndInside) {
  EXPECT_EQ(tidy_space(" \tMachine Learning\u00A0\u3000"), "Machine Learning");
  EXPECT_EQ(tidy_space("Machine \u00A0 Learning"), "Machine Learning");
  EXPECT_EQ(tidy_space("Machine\u00A0Learning\u3000工程"), "Machine\u00A0Learning\u3000工程");
  EXPECT_EQ(tidy_space("\u200Bx\xFF "), "\u200Bx\xFF") << "nothing else is touched";
  EXPECT_EQ(tidy_space("  "), "");
}

TEST(SearchFold, DropsMarksOnlyWhereReadersDo) {
  EXPECT_EQ(search("Résumé"), "resume");
  EXPECT_EQ(search("ά"), "α");
  EXPECT_EQ(search("й"), "й");
  EXPECT_EQ(search("ў"), "ў");
  EXPECT_EQ(search("ё"), "е");
  EXPECT_EQ(search("مُدِير"), "مدير");
  EXPECT_EQ(search("カタカナ"), "かたかな");
  EXPECT_EQ(search("ガ"), "が");
  EXPECT_NE(search("の\u3099"), search("の"));
  EXPECT_EQ(search("हिन्दी"), "हिन्दी");
  EXPECT_EQ(search("ที่"), "ที่");
}

TEST(Skeleton, NamesThatLookTheSame) {
  EXPECT_EQ(skeleton("раураl"), skeleton("paypal"));
  EXPECT_EQ(skeleton("AI"), skeleton("Al"));
  EXPECT_NE(skeleton("python"), skeleton("java"));
  EXPECT_EQ(skeleton(""), "");
}

/// ASCII does not go through ICU each time.
TEST(Skeleton, OfAsciiIsThatOfIcu) {
  const icu::LocalUSpoofCheckerPointer checker = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::LocalUSpoofCheckerPointer(uspoof_open(&status));
  }();
  generated::Dice dice(1);
  for (int round = 0; round < 2000; ++round) {
    std::string name;
    for (std::uint32_t more = 1 + dice.below(12); more != 0; --more) {
      name += static_cast<char>(round < 1000 ? 0x20 + dice.below(0x5F) : dice.below(0x80));
    }
    icu::UnicodeString expected;
    UErrorCode status = U_ZERO_ERROR;
    uspoof_getSkeletonUnicodeString(checker.getAlias(), 0, icu::UnicodeString::fromUTF8(name),
                                    expected, &status);
    ASSERT_TRUE(U_SUCCESS(status));
    std::string bytes;
    EXPECT_EQ(skeleton(name), expected.toUTF8String(bytes)) << name;
  }
}

TEST(Fold, IllFormedTextIsFoldedToo) {
  EXPECT_EQ(name_fold("A\xFF"), "a\uFFFD");
  EXPECT_EQ(search_fold("a\xFF"), "a\uFFFD");
}

}  // namespace
}  // namespace skillmatrix::text
