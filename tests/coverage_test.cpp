#include "skillmatrix/coverage.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <tuple>

#include "generated.hpp"
#include "golden.hpp"
#include "skillmatrix/json.hpp"
#include "skillmatrix/language.hpp"
#include "skillmatrix/locale.hpp"
#include "skillmatrix/validate.hpp"
#include "small_framework.hpp"
#include "texts.hpp"

namespace skillmatrix::test {
namespace {

using Kind = CoverageKind;
using Field = CoverageField;

/// A framework with one skill, and titles for everything in English.
Framework one_skill() {
  Framework framework;
  framework.id = "one";
  framework.title = in("en", "One");
  framework.scales = {{"depth", in("en", "Depth"), {}, {small::level("deep", "Deep")}, {}}};
  framework.skills = {small::skill("sql", "SQL", "depth")};
  return framework;
}

CoverageCounts counts_of(const Coverage& coverage, std::string_view locale, Kind kind,
                         Field field) {
  for (const LocaleCoverage& each : coverage.locales) {
    if (each.locale != locale) continue;
    for (const CoverageRow& row : each.rows) {
      if (row.kind == kind && row.field == field) return row.counts;
    }
  }
  return {};
}

CoverageCounts all_of(const Coverage& coverage, std::string_view locale) {
  const auto found = std::ranges::find(coverage.locales, locale, &LocaleCoverage::locale);
  EXPECT_NE(found, coverage.locales.end()) << locale;
  return found == coverage.locales.end() ? CoverageCounts{} : found->counts;
}

std::vector<std::string> locales_of(const Coverage& coverage) {
  std::vector<std::string> tags;
  for (const LocaleCoverage& each : coverage.locales) tags.push_back(each.locale);
  return tags;
}

/// "translation_missing /skills/0/title: ...".
std::vector<std::string> lines_of(const Coverage& coverage) {
  std::vector<std::string> lines;
  for (const Diagnostic& found : coverage.diagnostics) {
    lines.push_back(std::string(describe(found.code).name) + ' ' + found.pointer + ": " +
                    found.message());
  }
  return lines;
}

using Lines = std::vector<std::string>;
using Tags = std::vector<std::string>;

TEST(Coverage, ATextIsExactOrAFallbackOrMissing) {
  Framework framework = one_skill();
  framework.title.translations["de"] = {"Eins"};
  framework.skills[0].title = {};
  framework.skills[0].summary = in("de", "Fragt Tabellen ab");
  const Coverage coverage = measure_coverage(framework);
  EXPECT_EQ(locales_of(coverage), (Tags{"de", "en"}));
  EXPECT_EQ(counts_of(coverage, "de", Kind::framework, Field::title), (CoverageCounts{1, 0, 0, 0}));
  EXPECT_EQ(counts_of(coverage, "de", Kind::level, Field::title), (CoverageCounts{0, 1, 0, 0}));
  EXPECT_EQ(counts_of(coverage, "de", Kind::skill, Field::title), (CoverageCounts{0, 0, 1, 0}));
  EXPECT_EQ(counts_of(coverage, "en", Kind::skill, Field::title), (CoverageCounts{0, 0, 1, 0}));
  EXPECT_EQ(counts_of(coverage, "en", Kind::skill, Field::summary), (CoverageCounts{0, 1, 0, 0}));
  EXPECT_EQ(all_of(coverage, "de"), (CoverageCounts{2, 2, 1, 0}));
  EXPECT_EQ(all_of(coverage, "en"), (CoverageCounts{3, 1, 1, 0}));
  EXPECT_EQ(
      lines_of(coverage),
      (Lines{"translation_missing /scales/0/title: no translation into “de”: “Depth”; readers "
             "get it in “en”",
             "translation_missing /scales/0/levels/0/title: no translation into “de”: “Deep”; "
             "readers get it in “en”",
             "text_missing /skills/0/title: no text in any language; give it one",
             "translation_missing /skills/0/summary: no translation into “en”: “Fragt Tabellen "
             "ab”; readers get it in “de”"}));
}

TEST(Coverage, ProseThatNobodyWroteIsNotMissed) {
  const Coverage coverage = measure_coverage(one_skill());
  EXPECT_EQ(locales_of(coverage), Tags{"en"});
  EXPECT_TRUE(coverage.complete());
  EXPECT_TRUE(coverage.locales[0].counts.complete());
  EXPECT_EQ(coverage.locales[0].rows.size(), 4U);  // Titles only.
}

TEST(Coverage, AnEmptyValueIsNoText) {
  Framework framework = one_skill();
  framework.title.translations["fr"] = {""};
  framework.skills[0].aliases = {{"de", {"", ""}}, {"fr", {}}};
  EXPECT_EQ(locales_of(measure_coverage(framework)), Tags{"en"});
  framework.skills[0].title = in("en", "");
  EXPECT_EQ(counts_of(measure_coverage(framework), "en", Kind::skill, Field::title).missing, 1U);
}

TEST(Coverage, ABlankValueIsNoText) {
  Framework framework = one_skill();
  framework.title.translations["fr"] = {"\u00A0\u200B"};
  framework.skills[0].aliases = {{"de", {" ", "\u3000"}}, {"en", {"\uFEFF", "Queries"}}};
  EXPECT_EQ(locales_of(measure_coverage(framework)), Tags{"en"});
  const Coverage french = measure_coverage(framework, {.locales = {"fr"}});
  EXPECT_EQ(all_of(french, "fr"), (CoverageCounts{0, 5, 0, 0}));
  EXPECT_EQ(french.diagnostics.back().value, "Queries");
  framework.skills[0].title = in("en", "\t");
  EXPECT_EQ(counts_of(measure_coverage(framework), "en", Kind::skill, Field::title).missing, 1U);
  EXPECT_EQ(source_texts(framework).size(), 3U);
}

TEST(Coverage, TheDefaultLocaleIsThereWithoutAText) {
  Framework framework;
  framework.default_locale = "IW";
  EXPECT_EQ(locales_of(measure_coverage(framework)), Tags{"he"});
  EXPECT_EQ(lines_of(measure_coverage(framework)),
            Lines{"text_missing /title: no text in any language; give it one"});
}

TEST(Coverage, TagsAreComparedInCanonicalForm) {
  Framework framework = one_skill();
  framework.title.translations["iw"] = {"אחד"};
  framework.skills[0].title.translations["HE"] = {"שאילתות"};
  EXPECT_EQ(locales_of(measure_coverage(framework)), (Tags{"en", "he"}));
  const Coverage coverage = measure_coverage(framework, {.locales = {"iw", "he", "EN"}});
  EXPECT_EQ(locales_of(coverage), (Tags{"he", "en"}));
  EXPECT_EQ(all_of(coverage, "he"), (CoverageCounts{2, 2, 0, 0}));
}

TEST(Coverage, ALanguageWithoutAnyTextIsAllFallback) {
  const Coverage coverage = measure_coverage(one_skill(), {.locales = {"ja"}});
  EXPECT_EQ(all_of(coverage, "ja"), (CoverageCounts{0, 4, 0, 0}));
  EXPECT_EQ(coverage.diagnostics.size(), 4U);
}

TEST(Coverage, SaysWhichLanguageReadersGet) {
  Framework framework = one_skill();
  framework.skills[0].title.translations["de"] = {"Abfragen"};
  framework.skills[0].title.translations["pt-BR"] = {"Consultas"};
  framework.fallbacks = {{"gsw", {"de"}}};
  const auto served = [&](const std::string& locale) {
    const Coverage coverage = measure_coverage(framework, {.locales = {locale}});
    const auto found =
        std::ranges::find(coverage.diagnostics, "/skills/0/title", &Diagnostic::pointer);
    EXPECT_EQ(found->value, "SQL");  // The source, whatever is served.
    const auto argument =
        std::ranges::find(found->arguments, "served", &std::pair<std::string, std::string>::first);
    return argument->second;
  };
  EXPECT_EQ(served("de-AT"), "de");
  EXPECT_EQ(served("pt-PT"), "pt-BR");
  EXPECT_EQ(served("gsw"), "de");
  EXPECT_EQ(served("fr"), "en");
}

TEST(Coverage, OtherNamesAreThereIfThereIsOne) {
  Framework framework = one_skill();
  framework.skills[0].aliases = {{"en", {"", "Queries"}}, {"de", {"Abfragen"}}};
  const Coverage coverage = measure_coverage(framework, {.locales = {"en", "de", "fr"}});
  EXPECT_EQ(counts_of(coverage, "en", Kind::skill, Field::aliases), (CoverageCounts{1, 0, 0, 0}));
  EXPECT_EQ(counts_of(coverage, "de", Kind::skill, Field::aliases), (CoverageCounts{1, 0, 0, 0}));
  EXPECT_EQ(counts_of(coverage, "fr", Kind::skill, Field::aliases), (CoverageCounts{0, 1, 0, 0}));
  EXPECT_EQ(coverage.diagnostics.back().pointer, "/skills/0/aliases");
  EXPECT_EQ(coverage.diagnostics.back().value, "Queries");
}

/// A skill with a German title that was made from `origin`.
Framework translated(const TextOrigin& origin) {
  Framework framework = one_skill();
  framework.skills[0].title.translations["de"] = {"Abfragen", {}, {}, {}, origin};
  return framework;
}

Translation& source_title(Framework& framework) {
  return framework.skills[0].title.translations.at("en");
}

bool is_stale(const Framework& framework) {
  const Coverage coverage = measure_coverage(framework, {.locales = {"de"}});
  const CoverageCounts counts = counts_of(coverage, "de", Kind::skill, Field::title);
  EXPECT_EQ(counts.exact + counts.stale, 1U);
  return counts.stale == 1;
}

TEST(CoverageStale, ByHash) {
  Framework framework = translated({.hash = text_hash("SQL")});
  EXPECT_FALSE(is_stale(framework));
  source_title(framework).value = "SQL queries";
  EXPECT_TRUE(is_stale(framework));
  const Coverage coverage = measure_coverage(framework, {.locales = {"de"}});
  const Diagnostic& found = coverage.diagnostics.back();
  EXPECT_EQ(found.pointer, "/skills/0/title/de");
  EXPECT_EQ(found.message(),
            "the translation into “de” is older than its source, “SQL queries”; it was made from " +
                text_hash("SQL") + ", which is now " + text_hash("SQL queries"));
}

TEST(CoverageStale, CapitalLettersMakeNoOtherHash) {
  std::string hash = text_hash("SQL");
  std::ranges::transform(hash, hash.begin(),
                         [](unsigned char digit) { return std::toupper(digit); });
  ASSERT_NE(hash, text_hash("SQL"));
  const Framework framework = translated({.hash = hash});
  EXPECT_FALSE(is_stale(framework));
  EXPECT_EQ(read_framework(write_framework(framework))->skills[0].title, framework.skills[0].title)
      << "kept as it was written";
  hash.back() = hash.back() == '0' ? '1' : '0';
  EXPECT_TRUE(is_stale(translated({.hash = hash})));
}

TEST(CoverageStale, TheHashDecidesIfThereIsOne) {
  Framework framework =
      translated({.hash = text_hash("SQL"), .version = "1", .updated = parse_date("2026-01-01")});
  source_title(framework).version = "2";
  source_title(framework).updated = parse_date("2026-02-01");
  EXPECT_FALSE(is_stale(framework));
}

TEST(CoverageStale, AHashThatIsNoneTellsNothing) {
  for (const char* hash : {"zz", "66d0f523a379b2d", "66d0f523a379b2de0", "66d0f523a379b2dg"}) {
    EXPECT_FALSE(is_stale(translated({.hash = hash}))) << hash;
  }
  EXPECT_TRUE(is_stale(translated({.hash = "66d0f523a379b2de"})));
}

TEST(CoverageStale, ByDate) {
  Framework framework = translated({.updated = parse_date("2026-02-01")});
  EXPECT_FALSE(is_stale(framework));
  source_title(framework).updated = parse_date("2026-02-01");
  EXPECT_FALSE(is_stale(framework));
  source_title(framework).updated = parse_date("2026-02-02");
  EXPECT_TRUE(is_stale(framework));
  EXPECT_NE(measure_coverage(framework).diagnostics.back().message().find(
                "made from 2026-02-01, which is now 2026-02-02"),
            std::string::npos);
}

TEST(CoverageStale, ByTheDateOfTheSkillIfTheTextHasNone) {
  Framework framework = translated({.updated = parse_date("2026-02-01")});
  framework.skills[0].updated = parse_date("2026-03-01");
  EXPECT_TRUE(is_stale(framework));
  source_title(framework).updated = parse_date("2026-01-01");
  EXPECT_FALSE(is_stale(framework));
}

TEST(CoverageStale, TheDateOfASkillIsThatOfItsLevelsAndOfNothingElse) {
  Framework framework = one_skill();
  const TextOrigin origin{.updated = parse_date("2026-02-01")};
  const auto translate = [&](LocalizedText& text) {
    text = in("en", "text");
    text.translations["de"] = {"Text", {}, {}, {}, origin};
  };
  framework.updated = parse_date("2026-03-01");
  framework.skills.insert(framework.skills.begin(), small::skill("c", "C", "depth"));
  framework.skills[0].updated = parse_date("2026-01-01");
  framework.skills[1].updated = parse_date("2026-03-01");
  for (Skill& skill : framework.skills) translate(skill.levels.emplace_back().description);
  translate(framework.title);
  translate(framework.roles.emplace_back().title);
  const Coverage coverage = measure_coverage(framework, {.locales = {"de"}});
  EXPECT_EQ(all_of(coverage, "de").stale, 1U);
  EXPECT_TRUE(std::ranges::any_of(coverage.diagnostics, [](const Diagnostic& each) {
    return each.code == Code::translation_stale &&
           each.pointer == "/skills/1/levels/0/description/de";
  }));
}

TEST(CoverageStale, ByVersion) {
  Framework framework = translated({.version = "2026.1"});
  framework.version = "2026.2";
  EXPECT_FALSE(is_stale(framework));
  source_title(framework).version = "2026.1";
  EXPECT_FALSE(is_stale(framework));
  source_title(framework).version = "2026.2";
  EXPECT_TRUE(is_stale(framework));
}

TEST(CoverageStale, NothingIsGuessed) {
  Framework framework = translated({});
  source_title(framework).version = "2";
  source_title(framework).updated = parse_date("2026-02-02");
  framework.skills[0].updated = parse_date("2026-02-02");
  EXPECT_FALSE(is_stale(framework));
  framework.skills[0].title.translations.at("de").source.reset();
  EXPECT_FALSE(is_stale(framework));
}

TEST(CoverageStale, NotWithoutASourceTextAndNeverTheSourceItself) {
  Framework framework = translated({.hash = text_hash("something else")});
  source_title(framework).source = TextOrigin{.hash = text_hash("Abfragen")};
  const Coverage coverage = measure_coverage(framework);
  EXPECT_EQ(all_of(coverage, "en").stale, 0U);
  EXPECT_EQ(all_of(coverage, "de").stale, 1U);
  source_title(framework).value.clear();
  EXPECT_FALSE(is_stale(framework));
}

TEST(CoverageStale, TheSourceIsFoundByAnEquivalentTag) {
  Framework framework = translated({.hash = text_hash("SQL")});
  framework.default_locale = "EN";
  EXPECT_FALSE(is_stale(framework));
  source_title(framework).value = "SQL!";
  EXPECT_TRUE(is_stale(framework));
}

/// The values are those of `printf '%s' TEXT | sha256sum`.
TEST(TextHash, CanBeComputedAnywhere) {
  EXPECT_EQ(text_hash(""), "e3b0c44298fc1c14");
  EXPECT_EQ(text_hash("abc"), "ba7816bf8f01cfea");
  EXPECT_EQ(text_hash("Müller"), "a78429899bb825ce");
  EXPECT_EQ(text_hash("Mu\u0308ller"), text_hash("Müller"));
}

TEST(Coverage, KeepsSomeFindingsAndCountsTheOthers) {
  Framework framework = one_skill();
  const Coverage coverage =
      measure_coverage(framework, {.locales = {"de", "fr"}, .max_diagnostics = 3});
  ASSERT_EQ(coverage.diagnostics.size(), 4U);
  EXPECT_EQ(coverage.diagnostics[1].pointer, "/title");
  EXPECT_EQ(coverage.diagnostics[2].pointer, "/scales/0/title");
  EXPECT_EQ(coverage.diagnostics[3].code, Code::findings_omitted);
  EXPECT_EQ(coverage.diagnostics[3].arguments[0].second, "5");
  const Coverage none = measure_coverage(framework, {.locales = {"de"}, .max_diagnostics = 0});
  EXPECT_EQ(none.diagnostics.size(), 1U);
  EXPECT_FALSE(none.complete());
}

TEST(Coverage, SharesAreExact) {
  EXPECT_EQ((CoverageCounts{2, 2, 1, 1}.share()), (Fraction{1, 3}));
  EXPECT_EQ(CoverageCounts{}.share(), (Fraction{1, 1}));
  EXPECT_TRUE(CoverageCounts{}.complete());
  EXPECT_FALSE((CoverageCounts{1, 0, 0, 1}.complete()));
}

TEST(Coverage, SourceTextsComeWithTheirHashes) {
  Framework framework = one_skill();
  framework.default_locale = "EN";
  framework.scales[0].title = in("de", "Tiefe");
  framework.scales[0].levels[0].title = in("en", "");
  framework.skills[0].aliases["en"] = {"Queries"};
  EXPECT_EQ(source_texts(framework),
            (std::vector<SourceText>{{"/title", "One", text_hash("One")},
                                     {"/skills/0/title", "SQL", text_hash("SQL")}}));
}

TEST(Coverage, SourceTextsThatAreNotExactInALanguage) {
  Framework framework = translated({.hash = text_hash("Old")});
  framework.title.translations["de"] = {"Eins", {}, {}, {}, TextOrigin{.hash = text_hash("One")}};
  framework.title.translations["fr"] = {" "};
  framework.scales[0].title.translations["de"] = {"Tiefe"};
  const auto pointers = [&framework](const std::vector<std::string>& locales) {
    std::vector<std::string> found;
    for (const SourceText& text : source_texts(framework, locales)) found.push_back(text.pointer);
    return found;
  };
  const Tags all{"/title", "/scales/0/title", "/scales/0/levels/0/title", "/skills/0/title"};
  EXPECT_EQ(pointers({}), all);
  EXPECT_EQ(pointers({"DE"}), (Tags{"/scales/0/levels/0/title", "/skills/0/title"}));
  EXPECT_EQ(pointers({"fr"}), all);
  EXPECT_EQ(pointers({"ja", "de"}), all) << "in one of them";
  EXPECT_EQ(pointers({"en"}), Tags{});
  EXPECT_EQ(source_texts(framework, {"de"}).back().hash, text_hash("SQL"));
}

/// But for the texts that have no source, and other names.
TEST(Coverage, SourceTextsAreTheWorkThatIsCounted) {
  const std::string text =
      read_file(std::filesystem::path(SKILLMATRIX_EXAMPLES_DATA) / "ai-engineering.json");
  const Framework framework = *read_framework(text);
  for (const char* locale : {"de", "zh-Hans", "en"}) {
    const Coverage coverage = measure_coverage(framework, {.locales = {locale}});
    const CoverageCounts aliases = counts_of(coverage, locale, Kind::skill, Field::aliases);
    EXPECT_EQ(source_texts(framework, {locale}).size(),
              coverage.locales[0].counts.fallback - aliases.fallback);
  }
}

TEST(Coverage, AnOriginMustSaySomething) {
  const auto findings = [](const TextOrigin& origin) {
    std::vector<Diagnostic> found = validate(translated(origin));
    std::erase_if(found, [](const Diagnostic& each) {
      return each.code == Code::skill_without_expectations;
    });
    return found;
  };
  EXPECT_TRUE(findings({.hash = text_hash("SQL")}).empty());
  EXPECT_TRUE(findings({.hash = "0123456789ABCDEF"}).empty());
  EXPECT_TRUE(findings({.version = "1"}).empty());
  EXPECT_TRUE(findings({.updated = parse_date("2026-01-01")}).empty());
  const std::vector<Diagnostic> empty = findings({});
  ASSERT_EQ(empty.size(), 1U);
  EXPECT_EQ(empty[0].code, Code::unusable_text_origin);
  EXPECT_EQ(empty[0].pointer, "/skills/0/title/de/source");
  const std::string ill_formed[] = {"0123456789abcdeg", "0123456789abcde", "0123456789abcdef0"};
  for (const std::string& hash : ill_formed) {
    const std::vector<Diagnostic> found = findings({.hash = hash});
    ASSERT_EQ(found.size(), 1U) << hash;
    EXPECT_EQ(found[0].pointer, "/skills/0/title/de/source/hash");
  }
  EXPECT_TRUE(has_errors(findings({.version = "\xFF"})));
}

TEST(Coverage, TheSampleFramework) {
  const std::string text =
      read_file(std::filesystem::path(SKILLMATRIX_EXAMPLES_DATA) / "ai-engineering.json");
  const Coverage coverage = measure_coverage(*read_framework(text));
  EXPECT_EQ(locales_of(coverage), (Tags{"de", "en", "zh-Hans"}));
  EXPECT_EQ(all_of(coverage, "en"), (CoverageCounts{637, 0, 0, 0}));
  EXPECT_EQ(all_of(coverage, "de"), (CoverageCounts{161, 476, 0, 0}));
  EXPECT_EQ(all_of(coverage, "zh-Hans"), (CoverageCounts{160, 477, 0, 0}));
  EXPECT_EQ(counts_of(coverage, "de", Kind::expectation, Field::description),
            (CoverageCounts{36, 339, 0, 0}));
  EXPECT_EQ(counts_of(coverage, "zh-Hans", Kind::skill, Field::aliases),
            (CoverageCounts{3, 35, 0, 0}));
}

/// The catalogs of messages have a word for every kind and field that is counted.
TEST(Coverage, EveryKindAndFieldHasAName) {
  const Messages& messages = Messages::built_in();
  for (int at = 0; at <= static_cast<int>(Kind::expectation); ++at) {
    const auto kind = std::string(to_string(static_cast<Kind>(at)));
    EXPECT_TRUE(messages.find("kind." + kind)) << kind;
  }
  for (int at = 0; at <= static_cast<int>(Field::aliases); ++at) {
    const auto field = std::string(to_string(static_cast<Field>(at)));
    EXPECT_TRUE(messages.find("field." + field)) << field;
  }
}

// The oracle: every text by hand, and for each question a look at all of them.

struct PlainText {
  Kind kind;
  Field field;
  const LocalizedText* text;
  const Aliases* aliases = nullptr;
  std::optional<Date> updated{};
};

std::vector<PlainText> every_text(const Framework& framework) {
  std::vector<PlainText> all{{Kind::framework, Field::title, &framework.title},
                             {Kind::framework, Field::summary, &framework.summary}};
  for (const Scale& scale : framework.scales) {
    all.push_back({Kind::scale, Field::title, &scale.title});
    all.push_back({Kind::scale, Field::description, &scale.description});
    for (const Level& level : scale.levels) {
      all.push_back({Kind::level, Field::title, &level.title});
      all.push_back({Kind::level, Field::label, &level.label});
      all.push_back({Kind::level, Field::description, &level.description});
    }
  }
  for (const Category& category : framework.categories) {
    all.push_back({Kind::category, Field::title, &category.title});
    all.push_back({Kind::category, Field::description, &category.description});
  }
  for (const Skill& skill : framework.skills) {
    all.push_back({Kind::skill, Field::title, &skill.title, nullptr, skill.updated});
    all.push_back({Kind::skill, Field::summary, &skill.summary, nullptr, skill.updated});
    all.push_back({Kind::skill, Field::aliases, nullptr, &skill.aliases});
    for (const SkillLevel& level : skill.levels) {
      all.push_back({Kind::skill, Field::description, &level.description, nullptr, skill.updated});
    }
  }
  for (const Role& role : framework.roles) {
    all.push_back({Kind::role, Field::title, &role.title});
    all.push_back({Kind::role, Field::summary, &role.summary});
    for (const RoleLevel& level : role.levels) {
      all.push_back({Kind::role, Field::focus, &level.focus});
    }
  }
  for (const Expectation& cell : framework.expectations) {
    all.push_back({Kind::expectation, Field::description, &cell.description});
  }
  return all;
}

const Translation* in_locale(const LocalizedText& text, std::string_view locale) {
  for (const auto& [tag, translation] : text.translations) {
    if (canonical_tag(tag) == locale && !translation.value.empty()) return &translation;
  }
  return nullptr;
}

bool is_stale(const PlainText& plain, const Translation& translation, const Translation* source) {
  if (source == nullptr || source == &translation || !translation.source) return false;
  const TextOrigin& origin = *translation.source;
  if (!origin.hash.empty()) return origin.hash != text_hash(source->value);
  const std::optional<Date> updated = source->updated ? source->updated : plain.updated;
  if (origin.updated && updated && *origin.updated < *updated) return true;
  return !origin.version.empty() && !source->version.empty() && origin.version != source->version;
}

void count_slowly(CoverageCounts& counts, const PlainText& plain, const std::string& locale) {
  bool anywhere = false;
  const Translation* own = nullptr;
  bool has_alias = false;
  if (plain.text != nullptr) {
    own = in_locale(*plain.text, locale);
    for (const auto& [tag, translation] : plain.text->translations) {
      anywhere = anywhere || !translation.value.empty();
    }
  } else {
    for (const auto& [tag, names] : *plain.aliases) {
      const bool some = std::ranges::any_of(names, [](const auto& name) { return !name.empty(); });
      anywhere = anywhere || some;
      has_alias = has_alias || (some && canonical_tag(tag) == locale);
    }
  }
  if (own != nullptr) {
    ++(is_stale(plain, *own, in_locale(*plain.text, "en")) ? counts.stale : counts.exact);
  } else if (has_alias) {
    ++counts.exact;
  } else if (anywhere) {
    ++counts.fallback;
  } else if (plain.field == Field::title) {
    ++counts.missing;
  }
}

/// A generated document, with holes, and in more languages.
Framework with_holes(std::uint32_t seed) {
  generated::Dice dice(seed);
  Framework framework = generated::make_document(dice);
  int number = 0;  // Names must differ.
  form::for_each_text(framework, [&](const form::TextPlace&, LocalizedText& text) {
    if (dice.one_in(6)) text.translations.erase("en");
    if (dice.one_in(6)) text.translations["iw"] = {"טקסט " + std::to_string(number++)};
    if (dice.one_in(9)) text.translations.try_emplace("HE", text.translations["iw"]);
    if (dice.one_in(6)) text.translations["fr"].value.clear();
    if (dice.one_in(6)) text = {};
    text.translations.erase(dice.one_in(2) ? "iw" : "HE");
  });
  return framework;
}

class CoverageProperty : public testing::TestWithParam<std::uint32_t> {};

std::vector<CoverageRow> count_slowly(const Framework& framework, const std::string& locale) {
  std::vector<CoverageRow> rows;
  for (int at = 0; at < 7 * 6; ++at) {
    CoverageRow row{static_cast<Kind>(at / 6), static_cast<Field>(at % 6), {}};
    for (const PlainText& plain : every_text(framework)) {
      if (plain.kind == row.kind && plain.field == row.field) {
        count_slowly(row.counts, plain, locale);
      }
    }
    if (row.counts.total() != 0) rows.push_back(row);
  }
  return rows;
}

TEST(Coverage, AgreesWithASlowCount) {
  CoverageCounts all;
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    const Framework framework = with_holes(seed);
    const Coverage coverage = measure_coverage(
        framework, {.locales = {"en", "de", "ar", "he", "fr", "ja"}, .max_diagnostics = 10000});
    std::uint64_t holes = 0;
    for (const LocaleCoverage& locale : coverage.locales) {
      EXPECT_EQ(locale.rows, count_slowly(framework, locale.locale)) << seed << locale.locale;
      // What is in no language is one finding for all six.
      if (locale.locale == "en") holes += locale.counts.missing;
      holes += locale.counts.fallback + locale.counts.stale;
      all.exact += locale.counts.exact;
      all.missing += locale.counts.missing;
      all.stale += locale.counts.stale;
    }
    EXPECT_EQ(coverage.diagnostics.size(), holes) << seed;
  }
  EXPECT_GT(std::min({all.exact, all.missing, all.stale}), 100U);  // They do occur.
}

TEST_P(CoverageProperty, DoesNotDependOnTheOrder) {
  generated::Dice dice(GetParam());
  const Framework framework = with_holes(GetParam());
  Framework shuffled = framework;
  dice.shuffle(shuffled.skills);
  dice.shuffle(shuffled.roles);
  dice.shuffle(shuffled.scales);
  dice.shuffle(shuffled.categories);
  dice.shuffle(shuffled.expectations);
  EXPECT_EQ(measure_coverage(shuffled).locales, measure_coverage(framework).locales);
}

TEST_P(CoverageProperty, SurvivesTheRoundTrip) {
  const Framework framework = with_holes(GetParam());
  const Result<Framework> read = read_framework(write_framework(framework));
  ASSERT_TRUE(read) << dump(read.diagnostics);
  EXPECT_EQ(measure_coverage(*read).locales, measure_coverage(framework).locales);
  EXPECT_EQ(measure_coverage(*read).diagnostics, measure_coverage(framework).diagnostics);
}

INSTANTIATE_TEST_SUITE_P(Seeds, CoverageProperty, testing::Range(0U, 12U));

/// Were a look at one text to cost the number of all of them, this would not come to an end.
TEST(Coverage, CountsALargeFramework) {
  Framework framework = one_skill();
  const std::uint32_t languages = 30;
  for (std::uint32_t at = 0; at < 20000; ++at) {
    framework.skills.push_back(small::skill("s" + std::to_string(at), "Title", "depth"));
    for (std::uint32_t language = 0; language < languages; ++language) {
      std::string tag = "aa-x-";
      tag += std::to_string(language);
      framework.skills.back().title.translations[tag] = {
          "Titel", {}, {}, {}, TextOrigin{.hash = text_hash(at % 2 == 0 ? "Title" : "Old")}};
    }
  }
  const Coverage coverage = measure_coverage(framework, {.max_diagnostics = 10});
  ASSERT_EQ(coverage.locales.size(), languages + 1);
  EXPECT_EQ(all_of(coverage, "aa-x-7"), (CoverageCounts{10000, 4, 0, 10000}));
  EXPECT_EQ(coverage.diagnostics.size(), 11U);
}

}  // namespace
}  // namespace skillmatrix::test
