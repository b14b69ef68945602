#include "skillmatrix/diagnostic.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "text/utf8.hpp"

namespace skillmatrix {
namespace {

TEST(Diagnostic, CodesRiseAndHaveDistinctNames) {
  std::set<std::string_view> names;
  for (std::size_t at = 0; at < codes().size(); ++at) {
    if (at != 0) {
      EXPECT_LT(codes()[at - 1].code, codes()[at].code);
    }
    EXPECT_TRUE(names.insert(codes()[at].name).second) << codes()[at].name;
    EXPECT_EQ(&describe(codes()[at].code), &codes()[at]);
  }
  EXPECT_EQ(codes().size(), 91U);
}

TEST(Diagnostic, EveryMessageReadsWellWithoutArguments) {
  for (const CodeDescription& description : codes()) {
    const std::string message = make_diagnostic(description.code).message();
    EXPECT_FALSE(message.empty()) << description.name;
    EXPECT_EQ(message.find_first_of("{}[]\n"), std::string::npos) << message;
    EXPECT_EQ(message.find("  "), std::string::npos) << message;
    EXPECT_EQ(message.find("''"), std::string::npos) << message;
    EXPECT_NE(message.front(), ' ') << message;
    EXPECT_NE(message.back(), ' ') << message;
  }
}

TEST(Diagnostic, MessageFillsInArguments) {
  const Diagnostic diagnostic = make_diagnostic(Code::unknown_member, "/skills/0/titel", "titel",
                                                {{"member", "titel"}, {"type", "Skill"}});
  EXPECT_EQ(diagnostic.message(),
            "unknown member 'titel' of Skill; members of your own go into 'extensions'");
  EXPECT_EQ(diagnostic.pointer, "/skills/0/titel");
  EXPECT_EQ(diagnostic.severity, Severity::error);
}

TEST(Diagnostic, AnAbsentArgumentIsLeftOutWithItsWords) {
  EXPECT_EQ(make_diagnostic(Code::wrong_type, {}, {}, {{"expected", "a string"}}).message(),
            "wrong type of value: expected a string");
  EXPECT_EQ(make_diagnostic(Code::dangling_reference, {}, "pyton").message(),
            "no 'pyton' in the framework");
}

TEST(Diagnostic, ArgumentsAreNotPatterns) {
  EXPECT_EQ(
      make_diagnostic(Code::json_syntax, {}, {}, {{"detail", "unexpected {value} [x]"}}).message(),
      "not valid JSON: unexpected {value} [x]");
}

TEST(Diagnostic, AMessageIsOneLineWithoutControlCharacters) {
  const Diagnostic diagnostic = make_diagnostic(Code::csv_unused_column, {}, "a\nb\x1B[0m\xC2\x9B");
  EXPECT_EQ(diagnostic.message(), "column 'aU+000AbU+001B[0mU+009B' is not used");
}

TEST(Diagnostic, AMessageIsNotTurnedAround) {
  const Diagnostic diagnostic = make_diagnostic(Code::csv_unused_column, {}, "a\u202Eb\u2067é");
  EXPECT_EQ(diagnostic.message(), "column 'aU+202EbU+2067é' is not used");
}

TEST(Diagnostic, LongValuesAreCutBetweenCharacters) {
  std::string value;
  while (value.size() < 300) value += "é";
  const std::string shortened = make_diagnostic(Code::malformed_date, {}, value).value;
  EXPECT_LE(shortened.size(), 80U);
  EXPECT_TRUE(shortened.ends_with("…"));
  EXPECT_FALSE(text::first_ill_formed(shortened));
}

TEST(Diagnostic, IllFormedValuesAreMended) {
  EXPECT_EQ(make_diagnostic(Code::malformed_date, {}, "a\xFF").value, "a\xEF\xBF\xBD");
}

TEST(Diagnostic, CodesAndSeveritiesAsText) {
  EXPECT_EQ(to_string(Code::unknown_member), "SKM1009");
  EXPECT_EQ(to_string(Severity::warning), "warning");
  EXPECT_EQ(to_string(Severity::error), "error");
  EXPECT_EQ(to_string(Severity::information), "information");
  EXPECT_EQ(describe(static_cast<Code>(9999)).name, "unknown");
}

TEST(Diagnostic, HasErrors) {
  const std::vector<Diagnostic> mild{make_diagnostic(Code::byte_order_mark),
                                     make_diagnostic(Code::confusable_names)};
  EXPECT_FALSE(has_errors(mild));
  const std::vector<Diagnostic> bad{make_diagnostic(Code::byte_order_mark),
                                    make_diagnostic(Code::empty_id)};
  EXPECT_TRUE(has_errors(bad));
  EXPECT_FALSE(has_errors({}));
}

TEST(Nearest, FindsSlips) {
  const std::vector<std::string_view> ids{"python", "transformers-nlp", "sql", "über"};
  EXPECT_EQ(nearest("pyton", ids), "python");
  EXPECT_EQ(nearest("pyhton", ids), "python");
  EXPECT_EQ(nearest("transfomers_nlp", ids), "transformers-nlp");
  EXPECT_EQ(nearest("sqll", ids), "sql");
  EXPECT_EQ(nearest("uber", ids), "über");
}

TEST(Nearest, IsSilentWhenNothingIsNear) {
  const std::vector<std::string_view> ids{"python", "sql"};
  EXPECT_EQ(nearest("java", ids), std::nullopt);
  EXPECT_EQ(nearest("", ids), std::nullopt);
  EXPECT_EQ(nearest("python", {}), std::nullopt);
  EXPECT_EQ(nearest(std::string(1000, 'p'), ids), std::nullopt);
}

TEST(Nearest, PrefersTheNearestThenTheFirst) {
  const std::vector<std::string_view> ids{"middle-2", "middle", "middla"};
  EXPECT_EQ(nearest("middl", ids), "middle");
}

}  // namespace
}  // namespace skillmatrix
