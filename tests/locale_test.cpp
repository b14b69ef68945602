#include "skillmatrix/locale.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <thread>

#include "generated.hpp"

namespace skillmatrix {
namespace {

using Tags = std::vector<std::string>;

std::vector<std::string_view> views(const Tags& tags) { return {tags.begin(), tags.end()}; }

LocaleChain negotiate(const Tags& preferences, const Tags& available,
                      const NegotiationOptions& options = {},
                      std::string_view default_locale = "en") {
  return LocaleChain::negotiate(preferences, views(available), default_locale, options);
}

/// "de exact, en source_fallback".
std::string shown(const LocaleChain& chain, const Tags& available) {
  std::string text;
  for (const LocaleLink& link : chain.links()) {
    if (!text.empty()) text += ", ";
    text.append(available.at(link.tag)).append(" ").append(to_string(link.source));
  }
  return text;
}

std::string chain_of(const Tags& preferences, const Tags& available,
                     const NegotiationOptions& options = {},
                     std::string_view default_locale = "en") {
  return shown(negotiate(preferences, available, options, default_locale), available);
}

TEST(Locale, ServesTheNearestLanguage) {
  const struct {
    const char* reader;
    Tags available;
    const char* chain;
  } cases[] = {
      {"de", {"de", "en"}, "de exact, en source_fallback"},
      {"de-AT", {"de", "en"}, "de related, en source_fallback"},
      {"de-AT",
       {"de", "de-AT", "de-CH", "en"},
       "de-AT exact, de related, de-CH related, en source_fallback"},
      {"en-GB", {"en", "en-GB"}, "en-GB exact, en related"},
      {"en-GB", {"en", "en-AU", "en-US"}, "en-AU related, en related, en-US related"},
      {"en-AU", {"en", "en-GB"}, "en-GB related, en related"},
      {"en-US", {"en", "en-GB"}, "en equivalent, en-GB related"},
      {"pt", {"en", "pt-BR", "pt-PT"}, "pt-BR equivalent, pt-PT related, en source_fallback"},
      {"pt-PT", {"en", "pt-BR"}, "pt-BR related, en source_fallback"},
      {"pt-AO", {"en", "pt", "pt-PT"}, "pt-PT related, pt related, en source_fallback"},
      {"es-MX", {"en", "es", "es-419"}, "es-419 related, es related, en source_fallback"},
      {"es", {"en", "es-419", "es-ES"}, "es-ES equivalent, es-419 related, en source_fallback"},
      {"ar-EG", {"ar", "en"}, "ar equivalent, en source_fallback"},
      {"ar-MA", {"ar", "en"}, "ar related, en source_fallback"},
      // One language, two codes.
      {"iw", {"en", "he"}, "he exact, en source_fallback"},
      {"he", {"en", "iw"}, "iw exact, en source_fallback"},
      {"tl", {"en", "fil"}, "fil exact, en source_fallback"},
      {"fil-PH", {"en", "tl"}, "tl equivalent, en source_fallback"},
      {"zh-cmn-Hans", {"zh-Hans"}, "zh-Hans exact"},
      {"zh-min-nan", {"nan"}, "nan exact"},
      {"art-lojban", {"jbo"}, "jbo exact"},
      // Chinese: the script decides, which truncation of the tag would lose.
      {"zh-CN",
       {"en", "zh-Hans", "zh-Hant"},
       "zh-Hans equivalent, en source_fallback, zh-Hant any_fallback"},
      {"zh-SG",
       {"en", "zh-Hans", "zh-Hant"},
       "zh-Hans related, en source_fallback, zh-Hant any_fallback"},
      {"zh-TW",
       {"en", "zh-Hans", "zh-Hant"},
       "zh-Hant equivalent, en source_fallback, zh-Hans any_fallback"},
      {"zh-TW",
       {"en", "zh", "zh-Hans"},
       "en source_fallback, zh any_fallback, zh-Hans any_fallback"},
      {"zh-HK",
       {"en", "zh-Hans", "zh-Hant"},
       "zh-Hant related, en source_fallback, zh-Hans any_fallback"},
      {"zh-HK", {"zh-TW", "zh-MO"}, "zh-MO related, zh-TW related"},
      {"zh", {"zh-Hans-CN", "zh-TW"}, "zh-Hans-CN equivalent, zh-TW any_fallback"},
      // Serbian: the same.
      {"sr-Latn", {"en", "sr", "sr-Latn"}, "sr-Latn exact, en source_fallback, sr any_fallback"},
      {"sr-Latn", {"en", "sr-Cyrl"}, "en source_fallback, sr-Cyrl any_fallback"},
      {"sr",
       {"en", "sr-Cyrl", "sr-Latn"},
       "sr-Cyrl equivalent, en source_fallback, sr-Latn any_fallback"},
      {"sh", {"en", "sr-Latn"}, "sr-Latn exact, en source_fallback"},
      {"sr-ME", {"en", "sr-Latn"}, "sr-Latn related, en source_fallback"},
      // Nobody is given the language of the neighbour without being asked.
      {"uk", {"en", "ru"}, "en source_fallback, ru any_fallback"},
      {"gsw", {"de", "en"}, "en source_fallback, de any_fallback"},
      {"ca", {"en", "es"}, "en source_fallback, es any_fallback"},
      // Norwegian.
      {"no", {"en", "nb"}, "nb exact, en source_fallback"},
      {"nb-NO", {"en", "no"}, "no equivalent, en source_fallback"},
      {"nn", {"da", "en", "nb"}, "nb related, en source_fallback, da any_fallback"},
      {"nb", {"da", "en", "nn"}, "da related, nn related, en source_fallback"},
      {"da", {"en", "nb", "sv"}, "nb related, en source_fallback, sv any_fallback"},
      // Undetermined is not English.
      {"und", {"en", "und"}, "und exact, en source_fallback"},
      {"und", {"de", "fr"}, "de any_fallback, fr any_fallback"},
      {"und-Hebr", {"he", "und-Hebr"}, "und-Hebr exact, he any_fallback"},
      {"he", {"und-Hebr", "en"}, "en source_fallback, und-Hebr any_fallback"},
      {"fr", {"de", "und", "ar"}, "und any_fallback, ar any_fallback, de any_fallback"},
      // Extensions and private use.
      {"th-TH-u-ca-buddhist-nu-thai", {"en", "th"}, "th equivalent, en source_fallback"},
      {"de-u-co-phonebk", {"de", "en"}, "de exact, en source_fallback"},
      {"de-x-formal",
       {"de", "de-x-formal", "de-x-plain"},
       "de-x-formal exact, de exact, de-x-plain equivalent"},
      {"x-house", {"en", "x-house"}, "x-house exact, en source_fallback"},
      {"x-house", {"", "en"}, "en source_fallback,  any_fallback"},
      // Pseudo-locales are for tests, which want nothing else.
      {"en-XA", {"en", "en-XA"}, "en-XA exact, en source_fallback"},
      {"en-XA", {"de", "en"}, "en source_fallback, de any_fallback"},
      {"ar", {"ar-XB", "en"}, "en source_fallback, ar-XB any_fallback"},
      {"ar-XB", {"ar", "en"}, "en source_fallback, ar any_fallback"},
      {"en-XB", {"de", "en-XA"}, "de any_fallback, en-XA any_fallback"},
      // Nothing that anybody knows.
      {"xx", {"en", "xx"}, "xx exact, en source_fallback"},
      {"xx-YY", {"en", "xx"}, "xx related, en source_fallback"},
      {"de", {}, ""},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(chain_of({each.reader}, each.available), each.chain) << each.reader;
  }
}

TEST(Locale, LaterPreferencesFollowEarlierOnes) {
  const Tags available{"de", "en", "en-GB", "fr", "ja"};
  EXPECT_EQ(chain_of({"de-CH", "fr"}, available),
            "de related, fr other_preferred, en source_fallback, en-GB any_fallback, "
            "ja any_fallback");
  EXPECT_EQ(chain_of({"ko", "en-NZ", "ja"}, available),
            "en-GB other_preferred, en other_preferred, ja other_preferred, de any_fallback, "
            "fr any_fallback");
  EXPECT_EQ(chain_of({}, available),
            "en source_fallback, de any_fallback, en-GB any_fallback, fr any_fallback, "
            "ja any_fallback");
}

TEST(Locale, IgnoresWhatIsNoTag) {
  const Tags available{"de", "en", "fr"};
  EXPECT_EQ(chain_of({"*", "en_US", "", "fr"}, available),
            "fr exact, en source_fallback, de any_fallback");
  EXPECT_EQ(negotiate({"*", "en_US", "", "FR-ca"}, available).locale(), "fr-CA");
}

TEST(Locale, SaysWhatTheReadersLocaleIs) {
  EXPECT_EQ(negotiate({"no-NO-u-nu-latn", "en"}, {}).locale(), "nb-NO-u-nu-latn");
  EXPECT_EQ(negotiate({}, {"de"}, {}, "iw").locale(), "he");
  EXPECT_EQ(negotiate({"*"}, {"de"}).locale(), "en");
}

TEST(Locale, TheDefaultLocaleNeedsNoTexts) {
  EXPECT_EQ(chain_of({"ja"}, {"fr", "de"}, {}, "en"), "de any_fallback, fr any_fallback");
  EXPECT_EQ(chain_of({"ja"}, {"fr", "de"}, {}, ""), "de any_fallback, fr any_fallback");
  EXPECT_EQ(chain_of({"ja"}, {"de", "iw"}, {}, "he"), "iw source_fallback, de any_fallback");
}

TEST(Locale, FallbacksComeRightAfterTheLanguageItself) {
  NegotiationOptions options;
  options.fallbacks = {{"gsw", {"de", "iw", "it"}},
                       {"uk", {"ru"}},
                       {"zh-Hant", {"zh-Hans"}},
                       {"no", {"sv"}},
                       {"x-house", {"und"}}};
  EXPECT_EQ(chain_of({"gsw"}, {"de", "en", "fr", "he"}, options),
            "de related, he related, en source_fallback, fr any_fallback");
  EXPECT_EQ(chain_of({"gsw-CH"}, {"de", "en", "gsw"}, options),
            "gsw equivalent, de related, en source_fallback");
  EXPECT_EQ(chain_of({"uk-UA", "en"}, {"en", "ru"}, options), "ru related, en other_preferred");
  EXPECT_EQ(chain_of({"zh-TW"}, {"en", "zh-HK", "zh-Hans"}, options),
            "zh-Hans related, zh-HK related, en source_fallback");
  EXPECT_EQ(chain_of({"nb"}, {"da", "en", "sv"}, options),
            "sv related, da related, en source_fallback");
  EXPECT_EQ(chain_of({"x-house"}, {"en", "und"}, options), "und related, en source_fallback");
  EXPECT_EQ(chain_of({"uk-Latn"}, {"en", "ru"}, options), "en source_fallback, ru any_fallback");
}

TEST(Locale, OneWayMatchesAndOtherScriptsOnRequest) {
  NegotiationOptions one_way;
  one_way.one_way_matches = true;
  EXPECT_EQ(chain_of({"uk"}, {"en", "ru"}, one_way), "ru related, en source_fallback");
  EXPECT_EQ(chain_of({"gsw"}, {"de", "en"}, one_way), "de related, en source_fallback");
  EXPECT_EQ(chain_of({"ru"}, {"en", "uk"}, one_way), "en source_fallback, uk any_fallback");
  NegotiationOptions other_scripts;
  other_scripts.other_scripts = true;
  EXPECT_EQ(chain_of({"sr-Latn"}, {"en", "sr-Cyrl", "sr-Latn-ME"}, other_scripts),
            "sr-Latn-ME related, sr-Cyrl related, en source_fallback");
}

TEST(Locale, ExcludedLanguagesComeLast) {
  NegotiationOptions options;
  options.excluded = {"en", "*", "en_US"};
  EXPECT_EQ(chain_of({"ja"}, {"de", "en", "en-GB", "enm"}, options),
            "de any_fallback, enm any_fallback, en source_fallback, en-GB any_fallback");
  EXPECT_EQ(chain_of({"en-GB"}, {"de", "en", "en-AU", "en-GB"}, options),
            "en-GB exact, de any_fallback, en source_fallback, en-AU any_fallback")
      << "the longer one counts";
  options.excluded = {"sh", "und"};
  EXPECT_EQ(chain_of({"sr-Latn-ME"}, {"en", "sr-Latn", "und"}, options),
            "en source_fallback, und any_fallback, sr-Latn any_fallback");
  options.excluded = {"de", "en"};
  EXPECT_EQ(chain_of({}, {"de", "en"}, options), "en source_fallback, de any_fallback");
}

TEST(Locale, TheSameLanguageTwiceIsTwoLinks) {
  EXPECT_EQ(chain_of({"he"}, {"iw", "en", "he", "he"}),
            "he exact, he exact, iw exact, en source_fallback");
  EXPECT_EQ(negotiate({"he"}, {"he", "he"}).links()[0].tag, 0U);
}

const Tags tag_pool{"af",      "am",    "ar",       "ar-EG",      "ar-XB",
                    "az-Arab", "bg",    "bs",       "ca",         "cs",
                    "da",      "de",    "de-AT",    "de-CH",      "el",
                    "en",      "en-AU", "en-GB",    "en-US",      "en-XA",
                    "en_US",   "es",    "es-419",   "es-MX",      "fa",
                    "fil",     "fr",    "fr-CA",    "gsw",        "he",
                    "hi",      "hr",    "id",       "iw",         "ja",
                    "ko",      "ms",    "nb",       "nn",         "no",
                    "pt",      "pt-BR", "pt-PT",    "ru",         "sh",
                    "sk",      "sr",    "sr-Latn",  "sv",         "tl",
                    "uk",      "und",   "und-Hebr", "ur",         "x-house",
                    "xx",      "zh",    "zh-HK",    "zh-Hans",    "zh-Hant",
                    "zh-TW",   "",      "english",  "de-x-plain", "de-u-co-phonebk"};

Tags random_tags(generated::Dice& dice, std::uint32_t most) {
  Tags tags;
  for (std::uint32_t count = dice.below(most + 1); count != 0; --count) {
    tags.push_back(tag_pool[dice.below(static_cast<std::uint32_t>(tag_pool.size()))]);
  }
  return tags;
}

NegotiationOptions random_options(generated::Dice& dice) {
  NegotiationOptions options;
  for (const std::string& reader : random_tags(dice, 3)) {
    options.fallbacks[reader] = random_tags(dice, 3);
  }
  if (dice.one_in(3)) options.excluded = random_tags(dice, 3);
  options.one_way_matches = dice.one_in(3);
  options.other_scripts = dice.one_in(3);
  return options;
}

TEST(LocaleProperty, AChainIsAPermutationThatTheOrderOfTheTagsDoesNotChange) {
  generated::Dice dice(7);
  for (int round = 0; round < 500; ++round) {
    const Tags preferences = random_tags(dice, 4);
    Tags available = random_tags(dice, 12);
    const NegotiationOptions options = random_options(dice);
    const LocaleChain chain = negotiate(preferences, available, options);
    std::set<std::uint32_t> positions;
    for (const LocaleLink& link : chain.links()) positions.insert(link.tag);
    ASSERT_EQ(chain.links().size(), available.size());
    ASSERT_EQ(positions.size(), available.size());
    if (!available.empty()) {
      ASSERT_LT(*positions.rbegin(), available.size());
    }
    const std::string before = shown(chain, available);
    for (std::size_t at = available.size(); at > 1; --at) {
      std::swap(available[at - 1], available[dice.below(static_cast<std::uint32_t>(at))]);
    }
    ASSERT_EQ(chain_of(preferences, available, options), before);
  }
}

TEST(LocaleProperty, ReasonsNeverImproveAlongAChain) {
  generated::Dice dice(8);
  for (int round = 0; round < 300; ++round) {
    const Tags preferences = random_tags(dice, 3);
    NegotiationOptions options;
    options.one_way_matches = dice.one_in(2);
    const LocaleChain chain = negotiate(preferences, random_tags(dice, 12), options);
    ASSERT_TRUE(std::is_sorted(
        chain.links().begin(), chain.links().end(),
        [](const LocaleLink& a, const LocaleLink& b) { return a.source < b.source; }));
  }
}

TEST(LocaleProperty, CanonicalFormIsStableAndEquivalentTagsServeEachOther) {
  for (const std::string& tag : tag_pool) {
    const std::string canonical = canonical_tag(tag);
    EXPECT_EQ(canonical_tag(canonical), canonical);
    if (find_tag_problem(tag)) continue;
    EXPECT_EQ(chain_of({tag}, {canonical}, {}, "qaa"), canonical + " exact");
    EXPECT_EQ(chain_of({canonical}, {tag}, {}, "qaa"), tag + " exact");
  }
}

TEST(Locale, ManyKindsOfOneLanguageAllComeBeforeTheOthers) {
  Tags available{"de", "und"};
  for (int region = 100; region < 900; ++region) {
    available.push_back("en-" + std::to_string(region));
    available.push_back("en-x-" + std::to_string(region));
  }
  const LocaleChain chain = negotiate({"en-GB"}, available, {}, "de");
  ASSERT_EQ(chain.links().size(), available.size());
  const auto links = chain.links();
  EXPECT_TRUE(std::all_of(links.begin(), links.end() - 2, [](const LocaleLink& link) {
    return link.source <= TextSource::related;
  }));
  EXPECT_EQ(links[links.size() - 2], (LocaleLink{0, TextSource::source_fallback}));
}

TEST(Locale, DirectionIsThatOfTheScript) {
  for (const char* tag :
       {"ar", "he", "iw", "fa-IR", "ur", "yi", "dv", "ckb", "ks", "uz-Arab", "az-IR", "und-Hebr",
        "en-Hebr", "ur-Aran", "ff-Adlm", "ar-XB", "nqo", "ar-u-nu-latn"}) {
    EXPECT_EQ(direction_of(tag), TextDirection::rtl) << tag;
  }
  for (const char* tag : {"en", "zh-Hans", "ja", "ko-Kore", "ja-Jpan", "uz", "he-Latn", "az", "ru",
                          "und-Latn", "mn-Mong", "en-XA", "xx-Latn", "tlh-Latn", "hi"}) {
    EXPECT_EQ(direction_of(tag), TextDirection::ltr) << tag;
  }
  for (const char* tag : {"", "und", "und-IL", "xx", "x-ar", "ar_EG", "arabic", "en-Zyyy",
                          "ar-Zxxx", "en-Qaaa", "en-Zinh", "*"}) {
    EXPECT_EQ(direction_of(tag), TextDirection::automatic) << tag;
  }
}

TEST(Locale, SourcesHaveNames) {
  EXPECT_EQ(to_string(TextSource::exact), "exact");
  EXPECT_EQ(to_string(TextSource::source_fallback), "source_fallback");
  EXPECT_EQ(to_string(TextSource::missing), "missing");
}

// Accept-Language.

/// "offset value" of everything skipped.
Tags skipped(std::string_view list) {
  Tags found;
  for (const Diagnostic& diagnostic : parse_accept_language(list).diagnostics) {
    EXPECT_EQ(diagnostic.code, Code::language_range_skipped);
    EXPECT_EQ(diagnostic.severity, Severity::warning);
    EXPECT_EQ(diagnostic.line, 1U);
    found.push_back(std::to_string(diagnostic.offset) + " " + diagnostic.value);
  }
  return found;
}

TEST(LocaleAcceptLanguage, SortsByWeightThenPosition) {
  const struct {
    const char* list;
    Tags tags;
  } cases[] = {
      {"", {}},
      {"  ", {}},
      {"da, en-gb;q=0.8, en;q=0.7", {"da", "en-GB", "en"}},
      {"en;q=0.1,de;q=0.9,fr", {"fr", "de", "en"}},
      {"en;q=0.5, de;q=0.50, fr;q=0.500", {"en", "de", "fr"}},
      {"en;q=0.999, de;q=1.000, fr;q=1.", {"de", "fr", "en"}},
      {"en;q=0.001, de;q=0.002", {"de", "en"}},
      {"en ; \t q=0.2 ,\tDE ;Q=0.3", {"de", "en"}},
      {",, en,,de, ,", {"en", "de"}},
      {"fr, *;q=0.5, de;q=0.1", {"fr", "de"}},
      {"*", {}},
      {"iw, he;q=0.5, no, nb", {"he", "nb"}},
      {"en;q=0.2, fr;q=0.5, EN", {"en", "fr"}},
      {"zh-Hant-TW,th-TH-u-nu-thai", {"zh-Hant-TW", "th-TH-u-nu-thai"}},
  };
  for (const auto& each : cases) {
    const LanguagePreferences preferences = parse_accept_language(each.list);
    EXPECT_EQ(preferences.tags, each.tags) << each.list;
    EXPECT_EQ(preferences.excluded, Tags{}) << each.list;
    EXPECT_EQ(skipped(each.list), Tags{}) << each.list;
  }
}

TEST(LocaleAcceptLanguage, WeightZeroExcludes) {
  const LanguagePreferences preferences =
      parse_accept_language("en;q=0, de, fr;q=0.000, *;q=0, iw;q=0.");
  EXPECT_EQ(preferences.tags, Tags{"de"});
  EXPECT_EQ(preferences.excluded, (Tags{"en", "fr", "he"}));
  EXPECT_TRUE(preferences.diagnostics.empty());
}

TEST(LocaleAcceptLanguage, SkipsAndReportsBadItemsAndKeepsTheOthers) {
  const struct {
    const char* list;
    Tags skipped;
  } cases[] = {
      {"de, en_US;q=0.5, fr", {"4 en_US;q=0.5"}},
      {"de, en;q=0,8, fr", {"11 8"}},
      {"de, en;q=1.001,fr", {"4 en;q=1.001"}},
      {"de, en;q=0.1234,fr", {"4 en;q=0.1234"}},
      {"de, en;q=2,fr", {"4 en;q=2"}},
      {"de, en;q=.5,fr", {"4 en;q=.5"}},
      {"de, en;q=-1,fr", {"4 en;q=-1"}},
      {"de, en;q=0x1,fr", {"4 en;q=0x1"}},
      {"de, en;q=,fr", {"4 en;q="}},
      {"de, en;q,fr", {"4 en;q"}},
      {"de, en;,fr", {"4 en;"}},
      {"de, en; q = 1,fr", {"4 en; q = 1"}},
      {"de, en;level=1;q=0.5,fr", {"4 en;level=1;q=0.5"}},
      {"de, en;q=0.5;q=0.6,fr", {"4 en;q=0.5;q=0.6"}},
      {"de, en q=0.5,fr", {"4 en q=0.5"}},
      {"de, *-CH;q=0.5,fr", {"4 *-CH;q=0.5"}},
      {"de, *;q=7,fr", {"4 *;q=7"}},
      {"de,english , ;q=1,i-klingon,fr", {"3 english", "13 ;q=1", "18 i-klingon"}},
      {"de,\xFF,fr", {"3 \uFFFD"}},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(skipped(each.list), each.skipped) << each.list;
    const Tags tags = parse_accept_language(each.list).tags;
    ASSERT_GE(tags.size(), 2U) << each.list;
    EXPECT_EQ(tags.front(), "de") << each.list;
    EXPECT_NE(std::find(tags.begin(), tags.end(), "fr"), tags.end()) << each.list;
  }
  const auto found = parse_accept_language("é, en_US").diagnostics;
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].offset, 4U);
  EXPECT_EQ(found[1].column, 4U) << "in characters";
  EXPECT_EQ(found[1].message(),
            "the language “en_US” in the list of preferred languages was skipped: “en_US” has an "
            "underscore; write a hyphen instead");
}

TEST(LocaleAcceptLanguage, HostileListsAreCutShort) {
  constexpr std::size_t size = std::size_t{1} << 20;
  const auto repeated = [](std::string_view part) {
    std::string list;
    while (list.size() < size) list += part;
    return list;
  };
  for (const char* part :
       {"!,", "en,", "en;q=0,", "a-", ";", ",", " ", "*,", "en-US;q=0.5 , ", "\xFF", "q=", "é,"}) {
    const LanguagePreferences preferences = parse_accept_language(repeated(part));
    EXPECT_LE(preferences.tags.size(), 1U) << part;
    EXPECT_LE(preferences.excluded.size(), 1U) << part;
    EXPECT_LE(preferences.diagnostics.size(), 65U) << part;
  }
  std::string distinct;
  for (char first = 'a'; first <= 'c'; ++first) {
    for (char second = 'a'; second <= 'z'; ++second)
      distinct.append({'x', '-', first, second, ','});
  }
  const LanguagePreferences preferences = parse_accept_language(distinct);
  EXPECT_EQ(preferences.tags.size(), 64U);
  ASSERT_EQ(preferences.diagnostics.size(), 1U);
  EXPECT_EQ(preferences.diagnostics[0].value, "x-cm");
  EXPECT_EQ(preferences.diagnostics[0].offset, 64U * 5);
}

TEST(LocaleThreads, NegotiateAtOnceAndAgree) {
  const auto work = [] {
    generated::Dice dice(9);
    std::string seen;
    for (int round = 0; round < 40; ++round) {
      const Tags available = random_tags(dice, 12);
      const LanguagePreferences reader = parse_accept_language("de-AT, en;q=0, zh-TW;q=0.5, !");
      NegotiationOptions options = random_options(dice);
      options.excluded = reader.excluded;
      seen += chain_of(reader.tags, available, options);
      seen +=
          std::to_string(static_cast<int>(direction_of(tag_pool[static_cast<std::size_t>(round)])));
    }
    return seen;
  };
  std::vector<std::string> seen(8);
  std::vector<std::thread> threads;
  for (std::string& result : seen) threads.emplace_back([&] { result = work(); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : seen) EXPECT_EQ(result, work());
}

}  // namespace
}  // namespace skillmatrix
