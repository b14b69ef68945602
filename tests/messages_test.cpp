#include "skillmatrix/messages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <thread>

#include "diagnostic_check.hpp"
#include "message_oracle.hpp"
#include "messages_program.hpp"
#include "skillmatrix/text.hpp"
#include "text/formats.hpp"
#include "text/message_pattern.hpp"

namespace skillmatrix {
namespace {

using Codes = std::vector<Code>;
using Tags = std::vector<std::string_view>;

std::string catalog(std::string_view locale, std::string_view messages) {
  return std::string(R"({"schema": "skillmatrix.messages/1", "locale": ")")
      .append(locale)
      .append(R"(", "messages": {)")
      .append(messages)
      .append("}}");
}

constexpr std::string_view generic = R"("missing": "no text")";

/// A source of one message "m", and the generic one.
std::string source_of(std::string_view pattern) {
  return catalog("en", std::string(generic).append(R"(, "m": ")").append(pattern).append("\""));
}

Result<Messages> build(const std::vector<std::string>& texts) {
  std::vector<CatalogSource> sources;
  for (const std::string& text : texts) sources.push_back({text, {}});
  return Messages::build(sources);
}

Result<Messages> extend(const Messages& base, const std::vector<std::string>& texts) {
  std::vector<CatalogSource> sources;
  for (const std::string& text : texts) sources.push_back({text, {}});
  return Messages::extend(base, sources);
}

Codes codes_of(const std::vector<Diagnostic>& diagnostics) {
  Codes codes;
  for (const Diagnostic& diagnostic : diagnostics) {
    test::expect_well_said(diagnostic);
    codes.push_back(diagnostic.code);
  }
  return codes;
}

/// The findings in a source of one message.
Codes codes_in(std::string_view pattern) {
  return codes_of(build({source_of(pattern)}).diagnostics);
}

/// The findings in a translation of one message.
Codes codes_in(std::string_view pattern, std::string_view locale, std::string_view translation) {
  const std::string german =
      catalog(locale, std::string(R"("missing": "kein Text", "m": ")").append(translation) + "\"");
  return codes_of(build({source_of(pattern), german}).diagnostics);
}

MessageView view(const Messages& messages, const Tags& tags = {}) {
  return messages.for_locales(tags);
}

std::string format(std::string_view pattern, const MessageArguments& arguments) {
  const Result<Messages> built = build({source_of(pattern)});
  return built ? view(*built).format("m", arguments) : "(findings)";
}

TEST(Messages, BuiltInCounts) {
  const MessageView english = view(Messages::built_in(), {"en"});
  EXPECT_EQ(english.format("count.skills", {{"count", 0}}), "0 skills");
  EXPECT_EQ(english.format("count.skills", {{"count", 1}}), "1 skill");
  EXPECT_EQ(english.format("count.skills", {{"count", 2}}), "2 skills");
  EXPECT_EQ(english.format("count.skills", {{"count", 1234}}), "1,234 skills");
  EXPECT_EQ(english.format("skill_page.required_note", {{"optional", 4}}),
            "the other 4 are optional");
  EXPECT_EQ(english.format("skill_page.required_note", {{"optional", 0}}), "none is optional");
  EXPECT_EQ(english.format("skill_page.role_count", {{"count", 0}}), "no role expects it");
}

TEST(Messages, BuiltInArabicHasSixForms) {
  const MessageView arabic = view(Messages::built_in(), {"ar"});
  std::set<std::string> forms;
  for (const int count : {0, 1, 2, 3, 11, 100}) {
    forms.insert(arabic.format("count.levels", {{"count", count}}));
  }
  EXPECT_EQ(forms.size(), 6U);
  EXPECT_EQ(arabic.format("count.levels", {{"count", 2}}), "مستويان");
  EXPECT_EQ(arabic.format("count.levels", {{"count", 3}}), "٣ مستويات");
  EXPECT_EQ(arabic.format("count.levels", {{"count", 11}}), "١١ مستوى");
}

TEST(Messages, BuiltInCatalogsHaveEveryMessage) {
  const Messages& messages = Messages::built_in();
  EXPECT_EQ(messages.source_locale(), "en");
  const Tags locales = messages.locales();
  EXPECT_TRUE(std::is_sorted(locales.begin(), locales.end()));
  EXPECT_GT(messages.keys().size(), 50U);
  for (const std::string_view locale : locales) {
    const MessageView one = view(messages, {locale});
    for (const std::string_view key : messages.keys()) {
      ServedMessage served;
      EXPECT_FALSE(one.format(key, {}, &served).empty()) << key;
      EXPECT_TRUE(served.is_known) << key;
      EXPECT_EQ(served.locale, locale) << key;
    }
  }
}

TEST(Messages, ArgumentsOfEveryKind) {
  EXPECT_EQ(format("{name}: {n, number} {n}", {{"name", "Ana"}, {"n", 1500}}), "Ana: 1,500 1,500");
  EXPECT_EQ(format("{n, number}", {{"n", INT64_MIN}}), "-9,223,372,036,854,775,808");
  EXPECT_EQ(format("{w, select, met {good} other {so-so}}", {{"w", "met"}}), "good");
  EXPECT_EQ(format("{w, select, met {good} other {so-so}}", {{"w", "gap"}}), "so-so");
  EXPECT_EQ(format("{n, plural, offset:1 =0 {nobody} =1 {you} one {you and #} other {you and #}}",
                   {{"n", 3}}),
            "you and 2");
  EXPECT_EQ(format("{n, plural, offset:1 one {#} other {#}}", {{"n", INT64_MIN}}),
            "-9,223,372,036,854,775,808");
}

TEST(Messages, TextsOfArgumentsAreNotPatterns) {
  EXPECT_EQ(format("{name}", {{"name", "{n} '#' {"}}), "{n} '#' {");
}

constexpr std::string_view optional_part = "gap{value, select, none {} other { “{value}”}}";

TEST(Messages, TextsAreIsolatedInMessagesFromRightToLeft) {
  const Messages& all = Messages::built_in();
  const MessageView arabic = view(all, {"ar"});
  const auto title = [](const MessageView& messages, std::string_view person,
                        std::string_view target) {
    return messages.format("gap.title", {{"person", person}, {"target", target}});
  };
  EXPECT_EQ(title(arabic, "Amara D.", "C++"), "مقارنة \u2068Amara D.\u2069 مع \u2068C++\u2069");
  EXPECT_EQ(title(arabic, "a\u2069b", "\u2067c"),
            "مقارنة \u2068ab\u2069 مع \u2068\u2067c\u2069\u2069")
      << "balanced, whatever the texts are";
  EXPECT_EQ(title(arabic, "", "a"), "مقارنة  مع \u2068a\u2069");
  const std::string level =
      arabic.format("role_level.title", {{"role", "C++ (server)"}, {"level", "II."}});
  EXPECT_EQ(title(arabic, "Al", level),
            "مقارنة \u2068Al\u2069 مع \u2068\u2068C++ (server)\u2069 (\u2068II.\u2069)\u2069");
  EXPECT_EQ(arabic.format("gap.title", {}), "مقارنة … مع …");
  EXPECT_EQ(title(view(all, {"en"}), "Al", "C++").find("\u2068"), std::string::npos);
}

TEST(Messages, TheFirstCatalogOrTheHostDecidesOnIsolates) {
  const Messages& all = Messages::built_in();
  EXPECT_TRUE(view(all, {"xx", "ar", "en"}).isolates("a"));
  EXPECT_FALSE(view(all, {"en", "ar"}).isolates("a"));
  EXPECT_FALSE(view(all, {"he"}).isolates("a")) << "is served in English";
  EXPECT_FALSE(view(all).isolates("a"));
  const Tags arabic{"ar"};
  const Tags english{"en"};
  EXPECT_FALSE(all.for_locales(arabic, Isolates::never).isolates("دور"));
  const MessageView isolating = all.for_locales(english, Isolates::always);
  EXPECT_TRUE(isolating.isolates("a"));
  EXPECT_EQ(isolating.format("role_level.title", {{"role", "دور"}, {"level", "1"}}),
            "\u20681\u2069 \u2068دور\u2069");
  EXPECT_EQ(isolating.format("count.skills", {{"count", 2}}), "2 skills");
}

TEST(Messages, TextsFromRightToLeftAreIsolatedInEveryMessage) {
  const MessageView english = view(Messages::built_in(), {"en"});
  const auto title = [&english](std::string_view level, std::string_view role) {
    return english.format("role_level.title", {{"level", level}, {"role", role}});
  };
  EXPECT_EQ(title("أول", "مهندس"), "\u2068أول\u2069 \u2068مهندس\u2069");
  EXPECT_EQ(title("Senior", "C++ (بناء)"), "Senior \u2068C++ (بناء)\u2069");
  EXPECT_EQ(title("٣", "٤"), "\u2068٣\u2069 \u2068٤\u2069") << "digits, too, change places";
  EXPECT_EQ(title("שלום", "x"), "\u2068שלום\u2069 x");
  EXPECT_EQ(title("\u200F", "\U0001E900"), "\u2068\u200F\u2069 \u2068\U0001E900\u2069");
  for (const std::string_view other :
       {"Ж", "高级", "ก", "é\u0301", "66.7%", "🙂", "\u2068a\u2069", ""}) {
    EXPECT_EQ(title(other, other), std::string(other) + ' ' + std::string(other));
    EXPECT_FALSE(english.isolates(other));
  }
}

TEST(Messages, ACutMessageHasBalancedIsolates) {
  const MessageView arabic = view(Messages::built_in(), {"ar"});
  const std::string whole = arabic.format(
      "gap.title", {{"person", "A \u2066b\u2069 \u2067c"}, {"target", "\u2069C++\u2068"}});
  EXPECT_TRUE(find_unsafe(whole).empty());
  std::set<std::string> cuts;
  for (std::size_t most = 0; most < 40; ++most) {
    cuts.insert(truncate(whole, most));
    EXPECT_TRUE(find_unsafe(truncate(whole, most)).empty()) << most;
  }
  EXPECT_GT(cuts.size(), 15U);
  EXPECT_TRUE(cuts.contains(whole));
}

TEST(Messages, AnOptionalPartIsLeftOut) {
  EXPECT_EQ(format(optional_part, {{"value", "x"}}), "gap “x”");
  EXPECT_EQ(format(optional_part, {}), "gap");
  EXPECT_EQ(format(optional_part, {{"value", std::nullopt}}), "gap");
  EXPECT_EQ(format(optional_part, {{"value", std::optional<std::string_view>()}}), "gap");
  EXPECT_EQ(format(optional_part, {{"value", std::optional<std::string_view>("x")}}), "gap “x”");
}

TEST(Messages, ATextThatReadsNoneIsGiven) {
  EXPECT_EQ(format(optional_part, {{"value", "none"}}), "gap “none”");
}

TEST(Messages, MissingArgumentsAreReported) {
  const Result<Messages> built = build(
      {source_of("{a} {n, plural, one {# {b}} other {# {b}}} {a} {w, select, x {1} other {2}}")});
  ASSERT_TRUE(built);
  ServedMessage served;
  EXPECT_EQ(view(*built).format("m", {}, &served), "… … … … 2");
  EXPECT_EQ(served.missing, (Tags{"a", "n", "b", "w"}));
  EXPECT_TRUE(served.is_known);
  // Of the wrong type counts as missing; a plain argument takes a number, and so does a select,
  // for which it is none of the words.
  EXPECT_EQ(view(*built).format("m", {{"a", 5}, {"n", "3"}, {"b", "b"}, {"w", 1}}, &served),
            "5 … b 5 2");
  EXPECT_EQ(served.missing, Tags{"n"});
  EXPECT_EQ(view(*built).format("m", {{"a", "a"}, {"n", 1}, {"b", "b"}, {"w", "x"}}, &served),
            "a 1 b a 1");
  EXPECT_TRUE(served.missing.empty());
}

TEST(Messages, AnUnknownKeyIsNeverShown) {
  const MessageView english = view(Messages::built_in());
  ServedMessage served;
  EXPECT_EQ(english.format("skills.group", {{"x", 1}}, &served), "Text not available");
  EXPECT_FALSE(served.is_known);
  EXPECT_EQ(english.format(MessageKey{123456}, {}, &served), "Text not available");
  EXPECT_FALSE(served.is_known);
  EXPECT_EQ(english.format("missing", {}, &served), "Text not available");
  EXPECT_TRUE(served.is_known);
  EXPECT_EQ(view(Messages::built_in(), {"ar"}).format("nothing"), "النص غير متاح");
}

TEST(Messages, TheRulesAreThoseOfTheCatalogThatServes) {
  const std::string korean =
      catalog("ko", R"("count.levels": "{count, plural, other {레벨 #개}}")");
  const Result<Messages> extended = extend(Messages::built_in(), {korean});
  ASSERT_TRUE(extended);
  const MessageView reader = view(*extended, {"ko"});
  ServedMessage served;
  EXPECT_EQ(reader.format("count.levels", {{"count", 1}}, &served), "레벨 1개");
  EXPECT_EQ(served.locale, "ko");
  EXPECT_EQ(reader.format("count.skills", {{"count", 21}}, &served), "21 skills");
  EXPECT_EQ(served.locale, "en");
  EXPECT_EQ(view(*extended, {"ko", "ar"}).format("count.skills", {{"count", 3}}, &served),
            "٣ مهارات");
  EXPECT_EQ(served.locale, "ar");
}

TEST(Messages, TagsAreCanonicalAndUnknownOnesPassedOver) {
  const Result<Messages> extended =
      extend(Messages::built_in(), {catalog("IW", R"("necessity.required": "חובה")")});
  ASSERT_TRUE(extended);
  const Tags locales = extended->locales();
  EXPECT_EQ(std::count(locales.begin(), locales.end(), "he"), 1);
  EXPECT_EQ(std::count(locales.begin(), locales.end(), "IW"), 0);
  EXPECT_EQ(view(*extended, {"ko", "not a tag", "iw"}).format("necessity.required"), "חובה");
  EXPECT_EQ(view(*extended, {"ko"}).format("necessity.required"), "required");
}

TEST(Messages, AHostReplacesSingleTexts) {
  const Messages& base = Messages::built_in();
  const Result<Messages> extended =
      extend(base, {catalog("en", R"("necessity.required": "mandatory", "host.hello": "Hello")"),
                    catalog("ar", R"("host.hello": "مرحبا")")});
  ASSERT_TRUE(extended);
  EXPECT_TRUE(extended.diagnostics.empty());
  const MessageView english = view(*extended, {"en"});
  EXPECT_EQ(english.format("necessity.required"), "mandatory");
  EXPECT_EQ(english.format("necessity.optional"), "optional");
  EXPECT_EQ(view(*extended, {"ar"}).format("host.hello"), "مرحبا");
  EXPECT_EQ(view(*extended, {"ar"}).format("necessity.required"), "إلزامي");
  EXPECT_EQ(view(base, {"en"}).format("necessity.required"), "required");
  EXPECT_FALSE(base.contains("host.hello"));
}

TEST(Messages, AKeyMeansTheSameInExtensions) {
  const Messages& base = Messages::built_in();
  const Result<Messages> extended = extend(base, {catalog("en", R"("a.first": "first")")});
  ASSERT_TRUE(extended);
  for (const std::string_view key : base.keys()) EXPECT_EQ(base.find(key), extended->find(key));
  const std::optional<MessageKey> own = extended->find("a.first");
  ASSERT_TRUE(own);
  EXPECT_EQ(extended->keys()[own->index], "a.first");
  EXPECT_EQ(view(*extended).format(*own), "first");
  EXPECT_EQ(view(*extended).find("a.first"), own);
  EXPECT_EQ(base.find("a.first"), std::nullopt);
}

TEST(Messages, NothingIsHalfLoaded) {
  const Result<Messages> extended = extend(
      Messages::built_in(),
      {catalog("en", R"("host.hello": "Hello")"), catalog("ar", R"("host.hello": "{broken")")});
  EXPECT_FALSE(extended);
  EXPECT_EQ(codes_of(extended.diagnostics), Codes{Code::message_syntax});
}

TEST(Messages, AViewOutlivesItsSet) {
  std::optional<Result<Messages>> built = build({source_of("still here")});
  const MessageView reader = view(**built);
  built.reset();
  EXPECT_EQ(reader.format("m"), "still here");
}

TEST(Messages, AppendKeepsWhatIsThere) {
  std::string text = "a: ";
  view(Messages::built_in()).append(text, "necessity.required");
  EXPECT_EQ(text, "a: required");
}

TEST(Messages, PseudoLocalesTransformTheTextOnly) {
  const auto shout = [](std::string_view text) {
    std::string loud = "[";
    for (const char byte : text) loud += static_cast<char>(std::toupper(byte));
    return loud + "]";
  };
  const Messages pseudo = Messages::with_pseudo_locale(Messages::built_in(), "en-xa", shout);
  EXPECT_EQ(pseudo.locales().size(), Messages::built_in().locales().size() + 1);
  const MessageView reader = view(pseudo, {"en-XA"});
  ServedMessage served;
  EXPECT_EQ(reader.format("count.skills", {{"count", 2}}, &served), "2[ SKILLS]");
  EXPECT_EQ(served.locale, "en-XA");
  EXPECT_EQ(reader.format("match.people", {{"target", "today"}}), "[PEOPLE FOR ]today");
  EXPECT_EQ(view(pseudo, {"en"}).format("necessity.required"), "required");
}

TEST(MessagesCheck, EverythingWrongWithOnePattern) {
  EXPECT_EQ(codes_in("good {name}"), Codes{});
  EXPECT_EQ(codes_in("{n, plural, one {#}}"), Codes{Code::message_syntax});
  EXPECT_EQ(codes_in("{n, plural, other {#}}"), Codes{Code::message_plural_categories});
  EXPECT_EQ(codes_in("{n, plural, one {#} two {#} other {#}}"),
            Codes{Code::message_plural_categories});
  EXPECT_EQ(codes_in("{n, selectordinal, one {#} other {#}}"),
            Codes{Code::message_plural_categories});
  EXPECT_EQ(codes_in("{n, plural, =0 {no} one {#} other {#}}"), Codes{});
  EXPECT_EQ(codes_in("{n, plural, one {#} one {#} other {#}}"),
            Codes{Code::message_duplicate_selector});
  EXPECT_EQ(codes_in("l'{n}"), Codes{Code::message_apostrophe});
  EXPECT_EQ(codes_in("a "), Codes{Code::message_space});
  EXPECT_EQ(codes_in("e\u0301"), Codes{Code::message_not_nfc});
  EXPECT_EQ(codes_in("a\\u202Eb"), Codes{Code::message_unsafe_character});
  EXPECT_EQ(codes_in(std::string(text::longest_pattern + 1, 'a')), Codes{Code::message_too_long});
  std::string deep = "x";
  for (int level = 0; level < 17; ++level) deep = "{a, select, other {" + deep + "}}";
  EXPECT_EQ(codes_in(deep), Codes{Code::message_too_deep});
  EXPECT_EQ(codes_in("{d, date}"), Codes{Code::message_unsupported});
  EXPECT_EQ(codes_in(""), Codes{Code::message_empty});
  EXPECT_EQ(codes_in("{n, plural, one {#} other {{w, select, other {#}}}}"),
            Codes{Code::message_syntax});
}

TEST(MessagesCheck, ATranslationAgreesWithItsSource) {
  EXPECT_EQ(codes_in("Hi {name}", "de", "Hallo {name}"), Codes{});
  EXPECT_EQ(codes_in("Hi {name}", "de", "Hallo {nmae}"),
            (Codes{Code::message_unknown_argument, Code::message_missing_argument}));
  EXPECT_EQ(codes_in("Hi {name}", "de", "Hallo"), Codes{Code::message_missing_argument});
  EXPECT_EQ(codes_in("Hi {name}", "de", "Hi {name}"), Codes{Code::message_unchanged});
  EXPECT_EQ(codes_in("{a}: {b}", "de", "{a}: {b}"), Codes{});
  constexpr std::string_view count = "{n, plural, one {# role} other {# roles}}";
  EXPECT_EQ(codes_in(count, "ja", "{n, plural, other {ロール#件}}"), Codes{});
  EXPECT_EQ(codes_in(count, "ja", "ロール{n}件"), Codes{});
  EXPECT_EQ(codes_in(count, "ja", "{n, plural, one {#} other {ロール#件}}"),
            Codes{Code::message_plural_categories});
  EXPECT_EQ(codes_in(count, "ru", "{n, plural, one {# роль} other {# роли}}"),
            Codes{Code::message_plural_categories});
  EXPECT_EQ(codes_in(count, "de", "{n, select, other {Rollen}}"),
            Codes{Code::message_argument_type});
  EXPECT_EQ(codes_in("at {date}", "de", "am {date, number}"), Codes{Code::message_argument_type});
  EXPECT_EQ(codes_in("at {date}", "de", "{date, select, none {} other {am {date}}}"), Codes{});
  EXPECT_EQ(codes_in("at {date}", "de", "{date, select, x {} other {am {date}}}"),
            Codes{Code::message_argument_type});
  constexpr std::string_view state = "{s, select, met {met} other {open}}";
  EXPECT_EQ(codes_in(state, "de", "{s, select, met {erfüllt} other {offen}}"), Codes{});
  EXPECT_EQ(codes_in(state, "de", "{s, select, erfüllt {erfüllt} other {offen}}"),
            Codes{Code::message_select_keys});
  EXPECT_EQ(codes_in(state, "de", "Zustand: {s}"), Codes{Code::message_argument_type});
}

TEST(MessagesCheck, AWholeSetHasEveryMessageEverywhere) {
  const Result<Messages> built =
      build({source_of("Hi"), catalog("de", R"("missing": "kein Text", "mm": "Hallo")")});
  EXPECT_FALSE(built);
  EXPECT_EQ(codes_of(built.diagnostics), (Codes{Code::message_missing, Code::message_unknown_key}));
  EXPECT_EQ(codes_of(build({catalog("en", R"("m": "Hi")")}).diagnostics),
            Codes{Code::message_missing});
  EXPECT_EQ(codes_of(build({catalog("en", R"("missing": "no {x}")")}).diagnostics),
            Codes{Code::message_unknown_argument});
  EXPECT_FALSE(build({}));
}

TEST(MessagesCheck, AHostIsToldWhatItsLanguageLacks) {
  const Result<Messages> built = build({source_of("Hi")});
  ASSERT_TRUE(built);
  const Result<Messages> german = extend(*built, {catalog("de", R"("own": "eigen")")});
  ASSERT_TRUE(german);
  EXPECT_EQ(codes_of(german.diagnostics),
            (Codes{Code::message_missing, Code::message_missing, Code::message_unknown_key}));
  EXPECT_EQ(german.diagnostics[0].severity, Severity::warning);
  EXPECT_EQ(german.diagnostics[2].severity, Severity::information);
  // A special form of a language that is there lacks nothing.
  const Result<Messages> whole =
      extend(*built, {catalog("de", R"("missing": "kein Text", "m": "Hallo")")});
  ASSERT_TRUE(whole);
  const Result<Messages> austrian = extend(*whole, {catalog("de-AT", R"("m": "Servus")")});
  ASSERT_TRUE(austrian);
  EXPECT_TRUE(austrian.diagnostics.empty());
}

TEST(MessagesCheck, NewTextsOfTheSourceTakeTheOldArguments) {
  const Result<Messages> built = build({source_of("Hi {name}")});
  ASSERT_TRUE(built);
  EXPECT_EQ(codes_of(extend(*built, {catalog("en", R"("m": "Hello")")}).diagnostics),
            Codes{Code::message_missing_argument});
  EXPECT_EQ(codes_of(extend(*built, {catalog("en", R"("m": "Hello {name}")")}).diagnostics),
            Codes{});
}

TEST(MessagesCheck, KeysMayBeMeantToBeUnchanged) {
  const std::string german =
      R"({"schema": "skillmatrix.messages/1", "locale": "de", "unchanged": ["m"],
          "messages": {"missing": "kein Text", "m": "Team"}})";
  EXPECT_EQ(codes_of(build({source_of("Team"), german}).diagnostics), Codes{});
}

TEST(MessagesCheck, TheLanguageOfACatalog) {
  EXPECT_EQ(codes_of(build({catalog("english", generic)}).diagnostics),
            Codes{Code::catalog_locale});
  EXPECT_EQ(codes_of(build({catalog("pt_BR", generic)}).diagnostics), Codes{Code::catalog_locale});
  EXPECT_EQ(
      codes_of(
          build({catalog("en", generic), catalog("EN", R"("missing": "nothing")")}).diagnostics),
      Codes{Code::catalog_locale});
}

TEST(MessagesCheck, TheFormIsReadAsAnyDocument) {
  const auto codes = [](std::string_view text) {
    return codes_of(build({std::string(text)}).diagnostics);
  };
  EXPECT_EQ(codes("{"), Codes{Code::json_syntax});
  EXPECT_EQ(codes(catalog("en", R"("missing": "a", "missing": "b")")),
            Codes{Code::duplicate_member});
  EXPECT_EQ(codes(catalog("en", R"("missing": "a", "m": 5)")), Codes{Code::wrong_type});
  EXPECT_EQ(codes(catalog("en", "\"missing\": \"a\xFF\"")), Codes{Code::ill_formed_utf8});
  EXPECT_EQ(codes(catalog("en", R"("missing": "a\u0000")")), Codes{Code::embedded_nul});
  EXPECT_EQ(codes(R"({"schema": "x", "locale": "en", "messages": {"missing": "a"}})"),
            Codes{Code::unsupported_schema});
  EXPECT_EQ(codes(R"({"locale": "en", "messages": {"missing": "a"}, "mesages": {}})"),
            (Codes{Code::missing_member, Code::unknown_member}));
}

TEST(MessagesCheck, FindingsHaveTheirPlace) {
  const std::string text =
      "{\"schema\": \"skillmatrix.messages/1\", \"locale\": \"en\", \"messages\": {\n"
      "  \"missing\": \"no text\",\n"
      "  \"a/b\": \"ü l'{name}\"}}";
  const CatalogSource source{text, "host/en.json"};
  const Result<Messages> built = Messages::build({&source, 1});
  ASSERT_EQ(built.diagnostics.size(), 1U);
  const Diagnostic& finding = built.diagnostics[0];
  EXPECT_EQ(finding.pointer, "/messages/a~1b");
  EXPECT_EQ(finding.line, 3U);
  EXPECT_EQ(finding.column, 10U);
  const std::vector<std::pair<std::string, std::string>> arguments{
      {"offset", "4"}, {"detail", "unclosed"}, {"key", "a/b"}, {"catalog", "host/en.json"}};
  EXPECT_EQ(finding.arguments, arguments);
  EXPECT_TRUE(finding.message().starts_with("the message “a/b”: an apostrophe before a brace"))
      << finding.message();
  EXPECT_EQ(finding.value, "{name}");
}

TEST(MessagesCheck, SlipsGetSuggestions) {
  const Result<Messages> built =
      extend(Messages::built_in(), {catalog("de", R"("skill_page.rolse": "Rollen",
                                                    "match.people": "Für {tarjet}")")});
  std::set<std::string> suggestions;
  for (const Diagnostic& diagnostic : built.diagnostics) suggestions.insert(diagnostic.suggestion);
  EXPECT_EQ(suggestions, (std::set<std::string>{"", "skill_page.roles", "target"}));
}

TEST(MessagesCheck, MessagesWithoutEnd) {
  std::string many = std::string(generic);
  for (int key = 0; key < 70'000; ++key) many += ", \"k" + std::to_string(key) + "\": \"x\"";
  EXPECT_EQ(codes_of(build({catalog("en", many)}).diagnostics), Codes{Code::too_many});
}

/// Random patterns of every form, as they are allowed and as they are not wise.
class PatternMaker {
 public:
  explicit PatternMaker(unsigned seed) : random_(seed) {}

  std::string message(int depth) {
    std::string pattern;
    for (int piece = below(3) + 1; piece > 0; --piece) pattern += piece_at(depth);
    return pattern;
  }

 private:
  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }

  std::string piece_at(int depth) {
    constexpr std::string_view literals[] = {
        "skill", " ",   "don't ", "l''", "'{'", "'{quoted} ''twice'",
        "#",     "'#'", "'",      "é😀",  "| ",  "<>"};
    constexpr std::string_view plain[] = {"{who}", "{n}", "{n, number}", "{ m ,number }", "{who }"};
    const int kind = below(depth > 0 ? 7 : 4);
    if (kind < 2) return std::string(literals[below(std::size(literals))]);
    if (kind < 4) return std::string(plain[below(std::size(plain))]);
    if (kind == 4) return choice("{kind, select, ", {"a", "b", "zero"}, depth);
    const std::string offset = kind == 5 && below(4) == 0 ? "offset:1 " : "";
    const std::string type = kind == 5 ? "plural" : "selectordinal";
    const std::string name = below(2) == 0 ? "n" : "m";
    return choice("{" + name + ", " + type + ", " + offset,
                  {"=0", "=1", "=21", "zero", "one", "two", "few", "many"}, depth);
  }

  std::string choice(std::string begin, std::vector<std::string> selectors, int depth) {
    for (const std::string& selector : selectors) {
      if (below(2) == 0) begin += selector + " {" + message(depth - 1) + "} ";
    }
    return begin + "other {" + message(depth - 1) + "}}";
  }

  std::mt19937 random_;
};

/// The oracle's message, if the pattern is one at all: quotes may hide braces, so that the rest
/// means something else.
std::optional<test::IcuMessage> icu_message(const std::string& tag, const std::string& pattern) {
  try {
    return test::IcuMessage(tag, pattern);
  } catch (const std::invalid_argument&) {
    EXPECT_FALSE(text::parse_message_pattern(pattern).problems.empty()) << pattern;
    return std::nullopt;
  }
}

/// How many texts of a pattern were compared with ICU's.
std::size_t compare_with_icu(const std::string& tag, const text::Formats& formats,
                             const std::string& pattern) {
  // No number of four digits: MessageFormat groups them even where the language does not (Polish).
  constexpr std::int64_t numbers[] = {0, 1, 2, 3, 5, 11, 21, 22, 100, 12345, 1000000, -1, -21};
  std::optional<test::IcuMessage> icu = icu_message(tag, pattern);
  const text::MessagePattern parsed = text::parse_message_pattern(pattern);
  if (!icu || parsed.parts.empty()) return 0;
  messages::ProgramBuilder builder;
  builder.add(text::parse_message_pattern("before {n, plural, one {x} other {y}}"));
  const messages::Start start = builder.add(parsed);
  builder.add(text::parse_message_pattern("behind"));
  const messages::Program program = std::move(builder).take();
  std::size_t compared = 0;
  for (std::size_t at = 0; at < std::size(numbers); ++at) {
    const MessageArgument arguments[] = {{"n", numbers[at]},
                                         {"m", numbers[(at * 5 + 3) % std::size(numbers)]},
                                         {"who", "Ana {n}"},
                                         {"kind", at % 2 == 0 ? "a" : "c"}};
    std::string ours;
    std::vector<std::string_view> missing;
    program.run(start, arguments, formats, ours, &missing);
    // A text in braces that a quote failed to hide; ICU shows the braces.
    if (!missing.empty()) continue;
    EXPECT_EQ(ours, icu->format(arguments)) << tag << ": " << pattern << " n=" << numbers[at];
    ++compared;
  }
  return compared;
}

TEST(MessagesProperty, AgreesWithIcu) {
  std::size_t compared = 0;
  for (const std::string tag : {"en", "ar", "ru", "fr", "ja", "de", "pl", "hi", "pt-BR", "he"}) {
    const text::Formats formats(tag);
    PatternMaker maker(static_cast<unsigned>(tag[0] * 256 + tag[1]));
    for (int round = 0; round < 300 && !testing::Test::HasFailure(); ++round) {
      compared += compare_with_icu(tag, formats, maker.message(3));
    }
  }
  EXPECT_GT(compared, 15000U);
}

TEST(MessagesThreads, ShareOneMessage) {
  const MessageView reader = view(Messages::built_in(), {"ar", "en"});
  const std::optional<MessageKey> key = reader.find("count.skills");
  ASSERT_TRUE(key);
  const auto work = [&] {
    std::string seen;
    for (int count = 0; count < 300; ++count) reader.append(seen, *key, {{"count", count}});
    return seen;
  };
  std::vector<std::string> seen(4);
  std::vector<std::thread> threads;
  for (std::string& result : seen) threads.emplace_back([&] { result = work(); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : seen) EXPECT_EQ(result, work());
}

TEST(MessagesThreads, MeetAtTheFirstUse) {
  // ctest runs each test in a process of its own, so the first use is here.
  std::vector<std::string> seen(4);
  std::vector<std::thread> threads;
  for (std::string& result : seen) {
    threads.emplace_back([&] {
      const Messages& messages = Messages::built_in();
      for (const std::string_view tag : {"ar", "en"}) {
        result += messages.for_locales({&tag, 1}).format("count.levels", {{"count", 5}});
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(seen[0], "٥ مستويات5 levels");
  for (const std::string& result : seen) EXPECT_EQ(result, seen[0]);
}

}  // namespace
}  // namespace skillmatrix
