#include "skillmatrix/diagnostic.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "diagnostic_check.hpp"
#include "skillmatrix/language.hpp"
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
}

/// In every language that the library speaks.
TEST(Diagnostic, EveryMessageReadsWellWithoutArguments) {
  for (const CodeDescription& description : codes()) {
    const Diagnostic diagnostic = make_diagnostic(description.code);
    test::expect_well_said(diagnostic);
    for (const auto& [locale, message] : test::in_all_languages(diagnostic)) {
      test::expect_plain(message, std::string(locale).append(" ").append(description.name));
    }
  }
}

TEST(Diagnostic, EveryWordOfAMessageReadsWell) {
  for (const CodeDescription& description : codes()) {
    const auto& uses = test::message_uses(description);
    for (const auto& [name, words] : uses) {
      for (const std::string& word : words) {
        const Diagnostic diagnostic = test::filled(description.code, uses, name, word);
        test::expect_well_said(diagnostic);
        for (const auto& [locale, message] : test::in_all_languages(diagnostic)) {
          test::expect_plain(message, std::string(locale).append(" ").append(description.name));
        }
      }
    }
  }
}

TEST(Diagnostic, EveryCodeHasAMessageAndEveryMessageACode) {
  std::set<std::string> expected;
  for (const CodeDescription& description : codes()) {
    expected.insert(std::string("diagnostic.").append(description.name));
  }
  std::set<std::string> keys;
  for (const std::string_view key : Messages::built_in().keys()) {
    if (key.starts_with("diagnostic.")) keys.emplace(key);
  }
  EXPECT_EQ(keys, expected);
}

TEST(Diagnostic, SpeaksTheLanguageOfTheReader) {
  const std::string catalog =
      R"({"schema": "skillmatrix.messages/1", "locale": "de", "messages": {
          "diagnostic.csv_unused_column": "Spalte {value} bleibt ungenutzt"}})";
  const CatalogSource source{catalog, {}};
  const Result<Messages> messages = Messages::extend(Messages::built_in(), {&source, 1});
  ASSERT_TRUE(messages);
  const Diagnostic diagnostic = make_diagnostic(Code::csv_unused_column, {}, "a\nb");
  EXPECT_EQ(Language("de-AT", *messages).message(diagnostic), "Spalte aU+000Ab bleibt ungenutzt");
  EXPECT_EQ(Language("en", *messages).message(diagnostic), diagnostic.message());
}

TEST(Diagnostic, ACodeFromElsewhereHasNoMessage) {
  EXPECT_EQ(make_diagnostic(static_cast<Code>(9999)).message(), "Text not available");
}

TEST(Diagnostic, MessageFillsInArguments) {
  const Diagnostic diagnostic = make_diagnostic(Code::unknown_member, "/skills/0/titel", "titel",
                                                {{"member", "titel"}, {"type", "Skill"}});
  EXPECT_EQ(diagnostic.message(),
            "unknown member “titel” of Skill; members of your own go into “extensions”");
  EXPECT_EQ(diagnostic.pointer, "/skills/0/titel");
  EXPECT_EQ(diagnostic.severity, Severity::error);
}

TEST(Diagnostic, AnAbsentArgumentIsLeftOutWithItsWords) {
  EXPECT_EQ(make_diagnostic(Code::wrong_type, {}, {}, {{"expected", "string"}}).message(),
            "wrong type of value: expected a string");
  EXPECT_EQ(make_diagnostic(Code::dangling_reference, {}, "pyton").message(),
            "nothing has the id “pyton” in the framework");
}

TEST(Diagnostic, ArgumentsAreNotPatterns) {
  EXPECT_EQ(make_diagnostic(Code::csv_unused_column, {}, "{value} '{x}").message(),
            "the column “{value} '{x}” is not used");
}

TEST(Diagnostic, AMessageIsOneLineWithoutControlCharacters) {
  const Diagnostic diagnostic = make_diagnostic(Code::csv_unused_column, {}, "a\nb\x1B[0m\xC2\x9B");
  EXPECT_EQ(diagnostic.message(), "the column “aU+000AbU+001B[0mU+009B” is not used");
}

TEST(Diagnostic, AMessageIsNotTurnedAround) {
  const Diagnostic diagnostic = make_diagnostic(Code::csv_unused_column, {}, "a\u202Eb\u2067é");
  EXPECT_EQ(diagnostic.message(), "the column “aU+202EbU+2067é” is not used");
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

TEST(Diagnostic, ErrorsOfTheSystemHaveWords) {
  EXPECT_EQ(system_error_word(ENOENT), "not_found");
  EXPECT_EQ(system_error_word(EROFS), "not_allowed");
  EXPECT_EQ(system_error_word(EISDIR), "directory");
  EXPECT_EQ(system_error_word(ENOSPC), "no_space");
  EXPECT_EQ(system_error_word(0), "system");
  EXPECT_EQ(system_error_word(EIO), "system");
}

}  // namespace
}  // namespace skillmatrix
