#include "skillmatrix/search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "generated.hpp"
#include "search_oracle.hpp"
#include "search_typing.hpp"
#include "small_framework.hpp"

namespace skillmatrix {
namespace {

using Strings = std::vector<std::string>;

/// A framework of skills with a title each, and perhaps more.
class Names {
 public:
  Names() {
    framework_ = small::framework();
    framework_.skills.clear();
    framework_.roles.clear();
    framework_.expectations.clear();
    framework_.categories.clear();
  }

  Names& skill(const std::string& id, const std::string& title, const std::string& tag = "en") {
    Skill skill = small::skill(id, title, "has");
    skill.title = in(tag, title);
    framework_.skills.push_back(std::move(skill));
    return *this;
  }
  Names& title(const std::string& tag, const std::string& title) {
    framework_.skills.back().title.translations[tag].value = title;
    return *this;
  }
  Names& alias(const std::string& tag, const std::string& name) {
    framework_.skills.back().aliases[tag].push_back(name);
    return *this;
  }
  Names& role(const std::string& id, const std::string& title) {
    framework_.roles.push_back(small::role(id, title));
    return *this;
  }
  Names& category(const std::string& id, const std::string& title) {
    framework_.categories.push_back({id, CategoryKind::group, {}, in("en", title), {}, {}});
    return *this;
  }
  [[nodiscard]] const Framework& framework() const { return framework_; }

 private:
  Framework framework_;
};

Matrix compile(const Framework& framework) {
  Result<Matrix> matrix = Matrix::build(framework);
  EXPECT_TRUE(matrix) << (matrix ? "" : matrix.diagnostics.front().message());
  return *std::move(matrix);
}

/// Names, ready for search. Everything is asked of the index in a block as well.
struct Searched {
  Matrix matrix;
  SearchIndex index;
  SearchIndex stored;

  explicit Searched(const Names& names) : Searched(names.framework()) {}
  explicit Searched(const Framework& framework)
      : matrix(compile(framework)),
        index(SearchIndex::build(matrix)),
        stored(SearchIndex::of(SearchIndex::with_index(matrix))) {}

  [[nodiscard]] std::vector<SearchHit> hits(std::string_view query,
                                            const SearchOptions& options = {}) const {
    std::vector<SearchHit> found = index.search(query, options);
    EXPECT_EQ(stored.search(query, options), found) << query;
    return found;
  }
  [[nodiscard]] Strings ids(std::string_view query, const SearchOptions& options = {}) const {
    Strings found;
    for (const SearchHit& hit : hits(query, options)) found.emplace_back(id(hit));
    return found;
  }
  [[nodiscard]] std::string_view id(const SearchHit& hit) const { return entity_id(matrix, hit); }
  [[nodiscard]] std::uint32_t tag(std::string_view wanted) const {
    return matrix.texts().find_tag(wanted).value_or(matrix.texts().tag_count());
  }
};

// --- What is found -------------------------------------------------------------------------------

TEST(Search, AHitSaysWhatMatchedAndHow) {
  const Searched names(Names().skill("ml", "Machine learning").title("de", "Maschinelles Lernen"));
  const std::vector<SearchHit> hits = names.hits("maschinelles lernen");
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0], (SearchHit{SearchKind::skill, SearchMatch::whole_name, 0, false, 0,
                                names.tag("de"), "Maschinelles Lernen"}));
  const auto match = [&names](std::string_view query) { return names.hits(query).at(0).match; };
  EXPECT_EQ(match("MACHINE LEARN"), SearchMatch::name_start);
  EXPECT_EQ(match("learning machine"), SearchMatch::words);
  EXPECT_EQ(match("learn"), SearchMatch::word_start);
  EXPECT_EQ(match("machne"), SearchMatch::typing_errors);
  EXPECT_EQ(names.hits("machne lerning").at(0).errors, 2);
  EXPECT_EQ(names.index.name_count(), 2U);
  EXPECT_EQ(names.index.term_count(), 4U);
  EXPECT_GT(names.index.memory_bytes(), names.stored.memory_bytes());
  EXPECT_EQ(names.stored.name_count(), 2U);
  EXPECT_EQ(names.stored.term_count(), 4U);
}

TEST(Search, FindsASkillInEveryLanguageWithATypingError) {
  const Searched names(Names()
                           .skill("ml", "Machine learning")
                           .title("zh-Hans", "机器学习工程")
                           .title("zh-Hant", "機器學習工程")
                           .title("de", "Maschinelles Lernen")
                           .title("es", "Aprendizaje automático")
                           .title("fr", "Apprentissage supervisé")
                           .title("ja", "機械がくしゅう")
                           .title("ru", "Машинное обучение")
                           .title("ar", "التعلم الآلي")
                           .title("pt-BR", "Aprendizado de máquina")
                           .skill("other", "Gardening"));
  for (const auto& [query, tag, errors] : std::vector<std::tuple<std::string, std::string, int>>{
           {"machien learning", "en", 1},
           {"机气学习", "zh-Hans", 1},
           {"機器習學工", "zh-Hant", 1},
           {"Machinelles", "de", 1},
           {"aprendisaje autmatico", "es", 2},
           {"aprentisage", "fr", 2},
           {"機械ガクシウ", "ja", 1},
           {"машиное", "ru", 1},
           {"التلعم", "ar", 1},
           {"aprendizdo de maquna", "pt-BR", 2}}) {
    const std::vector<SearchHit> hits = names.hits(query);
    ASSERT_EQ(hits.size(), 1U) << query;
    EXPECT_EQ(names.id(hits[0]), "ml");
    EXPECT_EQ(hits[0].tag, names.tag(tag)) << query;
    EXPECT_EQ(hits[0].errors, errors) << query;
  }
}

TEST(Search, SignsTellLanguagesApart) {
  const Searched names(Names()
                           .skill("c", "C")
                           .skill("cpp", "C++")
                           .skill("cs", "C#")
                           .skill("dotnet", ".NET")
                           .skill("asp", "ASP.NET Core")
                           .skill("ci", "CI/CD")
                           .skill("net", "Network design")
                           .skill("node", "Node.js")
                           .skill("rd", "R&D")
                           .skill("rdev", "R development"));
  EXPECT_EQ(names.ids("c"), (Strings{"c", "cs", "cpp", "ci", "asp"}));
  EXPECT_EQ(names.ids("c++"), Strings{"cpp"});
  EXPECT_EQ(names.ids("C#"), Strings{"cs"});
  EXPECT_EQ(names.ids(".net"), (Strings{"dotnet", "asp"}));
  EXPECT_EQ(names.ids("net"), (Strings{"net", "dotnet", "asp"}));
  EXPECT_EQ(names.ids("cd"), Strings{"ci"});
  EXPECT_EQ(names.ids("ci cd"), Strings{"ci"});
  EXPECT_EQ(names.ids("ci/cd"), Strings{"ci"});
  EXPECT_EQ(names.ids("js"), Strings{"node"});
  EXPECT_EQ(names.ids("nodejs"), Strings{"node"}) << "a sign too few is a typing error";
  EXPECT_EQ(names.ids("r&d"), Strings{"rd"});
}

TEST(Search, CompoundsAreFoundByTheirPartsAndTheOtherWayRound) {
  const Searched names(
      Names().skill("hyphen", "Machine-learning models").skill("space", "Machine learning tests"));
  EXPECT_EQ(names.ids("machine learning"), (Strings{"space", "hyphen"}));
  EXPECT_EQ(names.ids("machine-learning"), (Strings{"hyphen", "space"}));
  EXPECT_EQ(names.ids("learning"), (Strings{"space", "hyphen"}));
}

TEST(Search, CaseWidthAccentsAndDashesDoNotMatter) {
  const Searched names(Names().skill("cafe", "Café–Führung").skill("gr", "Λόγος", "el"));
  for (const char* query : {"cafe-fuhrung", "CAFÉ‑FÜHRUNG", "ｃａｆｅ", "cafe\u0301", "fuhr"}) {
    EXPECT_EQ(names.ids(query), Strings{"cafe"}) << query;
  }
  EXPECT_EQ(names.ids("λογοσ"), Strings{"gr"}) << "the other form of sigma";
}

TEST(Search, MarksThatAreLettersStay) {
  SearchOptions exact;
  exact.most_errors = 0;
  const Searched names(Names()
                           .skill("short-i", "Чай", "ru")
                           .skill("i", "Чаи", "ru")
                           .skill("hindi", "कला", "hi")
                           .skill("hindi-marked", "कली", "hi")
                           .skill("thai", "ที่", "th")
                           .skill("thai-bare", "ทา", "th"));
  EXPECT_EQ(names.ids("чай", exact), Strings{"short-i"});
  EXPECT_EQ(names.ids("чаи", exact), Strings{"i"});
  EXPECT_EQ(names.ids("कला", exact), Strings{"hindi"});
  EXPECT_EQ(names.ids("कली", exact), Strings{"hindi-marked"});
  EXPECT_EQ(names.ids("ที่", exact), Strings{"thai"});
  EXPECT_EQ(names.ids("ที", exact), Strings{}) << "another character";
}

TEST(Search, ABlankNameIsNone) {
  const Searched names(
      Names().skill("blank", "\u200B \u3000").alias("en", "\u00A0").skill("sql", "SQL"));
  EXPECT_EQ(names.ids(" "), Strings{});
  EXPECT_EQ(names.ids("sql"), Strings{"sql"});
}

TEST(Search, EachStepOfTypingFindsTheName) {
  const Searched names(Names().skill("k8s", "Kubernetes operators").skill("x", "Something else"));
  const std::string query = "Kubernetes operators";
  for (std::size_t length = 1; length <= query.size(); ++length) {
    EXPECT_EQ(names.ids(query.substr(0, length)), Strings{"k8s"}) << length;
  }
}

TEST(Search, RunsMatchAnywhere) {
  const Searched names(Names()
                           .skill("nlp", "自然语言处理", "zh-Hans")
                           .skill("ml", "机器学习", "zh-Hans")
                           .skill("thai", "การเรียนรู้ของเครื่อง", "th"));
  EXPECT_EQ(names.ids("语言"), Strings{"nlp"});
  EXPECT_EQ(names.ids("理"), Strings{"nlp"}) << "the last character";
  EXPECT_EQ(names.ids("机"), Strings{"ml"});
  EXPECT_EQ(names.ids("เครื่อง"), Strings{"thai"});
  EXPECT_EQ(names.ids("自然言语处"), Strings{"nlp"}) << "two swapped";
  EXPECT_EQ(names.ids("语文"), Strings{}) << "two characters take no error";
  EXPECT_EQ(names.ids("自Y处"), Strings{});
}

TEST(Search, ShortWordsTakeNoErrors) {
  const Searched names(Names().skill("ai", "AI").skill("ux", "UX").skill("sql", "SQL"));
  EXPECT_EQ(names.ids("ao"), Strings{});
  EXPECT_EQ(names.ids("sqk"), Strings{"sql"});
  EXPECT_EQ(names.ids("qsk"), Strings{});
  SearchOptions exact;
  exact.most_errors = 0;
  EXPECT_EQ(names.ids("sqk", exact), Strings{});
}

// --- Ranking -------------------------------------------------------------------------------------

TEST(Search, RanksErrorsThenMatchThenLengthThenId) {
  const Searched names(Names()
                           .skill("z", "Java")
                           .skill("start-b", "JavaScript A")
                           .skill("start-a", "JavaScript B")
                           .skill("word", "Writing Java")
                           .skill("beginning", "My Javanese")
                           .skill("error", "Lava"));
  EXPECT_EQ(names.ids("java"), (Strings{"z", "start-a", "start-b", "word", "beginning", "error"}));
}

TEST(Search, RanksTheLanguageOfTheReaderFirst) {
  const Searched names(Names()
                           .skill("a", "Data one", "de")
                           .skill("b", "Data two", "en")
                           .skill("c", "Data thr", "fr"));
  const auto order = [&names](std::vector<std::uint32_t> tags) {
    SearchOptions options;
    options.tag_order = tags;
    return names.ids("data", options);
  };
  EXPECT_EQ(names.ids("data"), (Strings{"a", "b", "c"}));
  EXPECT_EQ(order({names.tag("fr"), names.tag("en")}), (Strings{"c", "b", "a"}));
  EXPECT_EQ(order({names.tag("en"), 99, names.tag("en")}), (Strings{"b", "a", "c"}));
}

TEST(Search, RanksTitlesBeforeAliasesAndListsAnEntityOnce) {
  const Searched names(Names()
                           .skill("alias", "Whatever comes")
                           .alias("en", "Testing")
                           .alias("en", "Testing tests")
                           .skill("title", "Testing things"));
  const std::vector<SearchHit> hits = names.hits("test");
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(hits[0].name, "Testing things");
  EXPECT_EQ(hits[1].name, "Testing");
  EXPECT_TRUE(hits[1].is_alias);
}

TEST(Search, KindsAreChosen) {
  const Searched names(
      Names().skill("s", "Data skill").role("r", "Data role").category("c", "Data group"));
  EXPECT_EQ(names.ids("data"), (Strings{"r", "s"}));
  SearchOptions options;
  options.kinds = {false, false, true};
  EXPECT_EQ(names.ids("data", options), Strings{"c"});
  options.kinds = {true, true, true};
  EXPECT_EQ(names.ids("data", options), (Strings{"r", "c", "s"}));
  options.limit = 2;
  EXPECT_EQ(names.ids("data", options), (Strings{"r", "c"}));
  options.limit = 0;
  EXPECT_EQ(names.ids("data", options), Strings{});
}

// --- Against the oracle --------------------------------------------------------------------------

/// Names from a small alphabet, so that many are alike.
class NameMaker {
 public:
  explicit NameMaker(std::uint32_t seed) : dice_(seed) {}

  std::string word() {
    static const Strings letters = {"a", "b", "c", "é", "ж", "й"};
    static const Strings han = {"机", "器", "学", "习", "の"};
    static const Strings special = {"c++",     "c#",  ".net", "ci/cd", "a-b",
                                    "node.js", "r&d", "ที่",    "กา",    "3"};
    if (dice_.one_in(8)) return dice_.pick(special);
    const Strings& alphabet = dice_.one_in(3) ? han : letters;
    std::string made;
    for (std::uint32_t more = 1 + dice_.below(9); more != 0; --more) made += dice_.pick(alphabet);
    return made;
  }

  std::string name() {
    std::string made = word();
    while (dice_.one_in(2)) made += (dice_.one_in(6) ? "" : " ") + word();
    return made;
  }

  Framework framework(std::size_t skills) {
    Names names;
    std::set<std::string> seen;
    const auto fresh = [&](const std::string& tag) {
      std::string made = name();
      while (!seen.insert(tag + text::search_fold(text::name_fold(made))).second) {
        made = name() + ' ' + word();
      }
      return made;
    };
    for (std::size_t at = 0; at < skills; ++at) {
      names.skill("s" + std::to_string(at), fresh("en"));
      if (dice_.one_in(2)) names.title("de", fresh("de"));
      if (dice_.one_in(3)) names.title("zh-Hans", fresh("zh-Hans"));
      while (dice_.one_in(3)) names.alias(dice_.one_in(2) ? "en" : "fr", fresh("alias"));
    }
    for (std::size_t at = 0; at < skills / 8; ++at) {
      names.role("r" + std::to_string(at), fresh("role"));
      names.category("s" + std::to_string(at), fresh("category"));
    }
    return names.framework();
  }

  /// A name, a part of one, or something else, with errors or without.
  std::string query(const std::vector<oracle::Name>& names) {
    std::string made = dice_.one_in(4) ? name() : std::string(dice_.pick(names).text);
    if (dice_.one_in(2)) made = text::prefix(made, 1 + dice_.below(12));
    if (dice_.one_in(4)) made = std::string(text::prefix(word(), 9)) + ' ' + made;
    std::u32string points = text::code_points(made);
    for (std::uint32_t errors = dice_.below(3); errors != 0 && points.size() > 1; --errors) {
      misspell(points);
    }
    return text_of(points);
  }

  SearchOptions options(std::vector<std::uint32_t>& order) {
    static constexpr std::size_t limits[] = {1, 3, 10, 16, 17, 70, 100000};
    SearchOptions made;
    made.limit = limits[dice_.below(7)];
    if (dice_.one_in(3)) made.kinds = {!dice_.one_in(3), !dice_.one_in(3), !dice_.one_in(3)};
    if (dice_.one_in(3)) made.most_errors = static_cast<std::uint8_t>(dice_.below(3));
    for (std::uint32_t more = dice_.below(4); more != 0; --more) order.push_back(dice_.below(5));
    made.tag_order = order;
    return made;
  }

 private:
  void misspell(std::u32string& points) {
    const auto at = dice_.below(static_cast<std::uint32_t>(points.size() - 1));
    switch (dice_.below(4)) {
      case 0:
        points.insert(at, 1, U'b');
        return;
      case 1:
        points.erase(at, 1);
        return;
      case 2:
        points[at] = U'学';
        return;
      default:
        std::swap(points[at], points[at + 1]);
    }
  }

  static std::string text_of(const std::u32string& points) {
    std::string text;
    for (const char32_t point : points) {
      if (point < 0x80) {
        text += static_cast<char>(point);
      } else if (point < 0x800) {
        text += static_cast<char>(0xC0U | (point >> 6U));
        text += static_cast<char>(0x80U | (point & 63U));
      } else {
        text += static_cast<char>(0xE0U | (point >> 12U));
        text += static_cast<char>(0x80U | ((point >> 6U) & 63U));
        text += static_cast<char>(0x80U | (point & 63U));
      }
    }
    return text;
  }

  generated::Dice dice_;
};

std::string shown(const std::vector<SearchHit>& hits) {
  std::string text;
  for (const SearchHit& hit : hits) {
    text += std::string(hit.name) + " (" + std::to_string(hit.index) + ", tag " +
            std::to_string(hit.tag) + ", match " + std::to_string(static_cast<int>(hit.match)) +
            ", errors " + std::to_string(hit.errors) + ")\n";
  }
  return text;
}

class SearchOracle : public testing::TestWithParam<std::uint32_t> {};

TEST_P(SearchOracle, GivesTheSame) {
  NameMaker maker(GetParam());
  const Searched names(maker.framework(GetParam() % 2 == 0 ? 30 : 400));
  const oracle::Search plain(names.matrix);
  std::size_t found = 0;
  for (int round = 0; round < 1000; ++round) {
    const std::string query = maker.query(plain.names());
    std::vector<std::uint32_t> order;
    const SearchOptions options = maker.options(order);
    const std::vector<SearchHit> expected = plain.search(query, options);
    ASSERT_EQ(shown(names.hits(query, options)), shown(expected))
        << query << ", limit " << options.limit;
    found += expected.empty() ? 0 : 1;
  }
  EXPECT_GT(found, 400U);
}

INSTANTIATE_TEST_SUITE_P(Seeds, SearchOracle, testing::Range(1U, 13U));

/// Every pair of short words over three letters, which has every kind of error at every place.
TEST(SearchTyping, FindsEveryWordWithinItsErrors) {
  Strings words;
  for (std::size_t length = 2; length <= 8; ++length) {
    const std::size_t letters = length < 6 ? 3 : 2;
    std::size_t count = 1;
    for (std::size_t at = 0; at < length; ++at) count *= letters;
    for (std::size_t number = 0; number < count; ++number) {
      std::string word;
      for (std::size_t rest = number, at = 0; at < length; ++at, rest /= letters) {
        word += static_cast<char>('a' + rest % letters);
      }
      words.push_back(std::move(word));
    }
  }
  std::sort(words.begin(), words.end());
  const StringTable terms{words};
  std::vector<TermNumber> numbers(words.size());
  for (TermNumber at = 0; at < numbers.size(); ++at) numbers[at] = at;
  const TypingIndex index(terms, numbers);
  std::size_t found = 0;
  for (const std::string& word : words) {
    const std::u32string points = text::code_points(word);
    for (std::size_t most = 0; most <= word_error_budget(points); ++most) {
      std::vector<NearTerm> expected;
      for (TermNumber other = 0; other < words.size() && most != 0; ++other) {
        const std::size_t errors = oracle::typing_distance(word, words[other]);
        ASSERT_EQ(typing_distance(points, text::code_points(words[other]), most),
                  std::min(errors, most + 1));
        if (errors != 0 && errors <= most) {
          expected.push_back({other, static_cast<std::uint8_t>(errors)});
        }
      }
      ASSERT_EQ(index.near(terms, points, most), expected) << word;
      found += expected.size();
    }
  }
  EXPECT_GT(found, 10000U);
}

TEST(Search, TheOrderOfTheDocumentDoesNotMatter) {
  NameMaker maker(99);
  Framework framework = maker.framework(60);
  const Searched one(framework);
  std::reverse(framework.skills.begin(), framework.skills.end());
  std::reverse(framework.roles.begin(), framework.roles.end());
  for (Skill& skill : framework.skills) {
    for (auto& [tag, aliases] : skill.aliases) std::reverse(aliases.begin(), aliases.end());
  }
  const Searched other(framework);
  for (const char* query : {"a", "c", "机", "ab", "ci", "学习", "жж", "aab bb"}) {
    EXPECT_EQ(shown(one.hits(query)), shown(other.hits(query))) << query;
  }
}

// --- Bad input -----------------------------------------------------------------------------------

TEST(Search, HostileQueriesAreBounded) {
  NameMaker maker(5);
  const Searched names(maker.framework(200));
  EXPECT_TRUE(names.hits("").empty());
  EXPECT_TRUE(names.hits("  ... !! ").empty());
  EXPECT_TRUE(names.hits("\xFF\xFE\xC0").empty());
  EXPECT_FALSE(names.ids("a\xFF").empty());
  EXPECT_EQ(names.ids("a\xFF"), names.ids("a\uFFFD"));
  const std::string many(20000, 'a');
  std::string terms;
  for (int at = 0; at < 10000; ++at) terms += "a ";
  std::string han;
  for (int at = 0; at < 350000; ++at) han += "机";
  for (const std::string& query :
       {std::string(1 << 20, 'a'), many, terms, han, std::string(1 << 20, '\xE4'),
        std::string(1 << 20, '\0'), std::string(1 << 20, '/')}) {
    EXPECT_EQ(shown(names.hits(query)), shown(names.hits(query.substr(0, 256))));
  }
  EXPECT_EQ(shown(names.hits(terms)), shown(names.hits(terms.substr(0, 32)))) << "sixteen words";
}

TEST(Search, HostileNamesAreIndexed) {
  std::string same;
  for (int at = 0; at < 50000; ++at) same += "机";
  const Searched names(Names()
                           .skill("long", std::string(200000, 'a'))
                           .skill("same", same)
                           .skill("signs", "...")
                           .skill("parts", "a.b.c.d/e&f-g_h'i+j#k"));
  EXPECT_EQ(names.ids("aaaaaaaaa"), Strings{"long"});
  EXPECT_EQ(names.ids("机机机机机机机机机机机机"), Strings{"same"});
  EXPECT_EQ(names.ids("..."), Strings{});
  EXPECT_EQ(names.ids("k"), Strings{"parts"});
}

TEST(Search, AFrameworkWithoutNamesHasNoHits) {
  const Searched names{Names()};
  EXPECT_TRUE(names.hits("anything").empty());
  EXPECT_TRUE(names.hits("机器学习").empty());
}

TEST(Search, ANameThatMatchedSaysWhereItIsFrom) {
  Framework framework = Names().skill("s", "Snake").title("ar", "ثعبان").framework();
  framework.skills[0].title.translations["en"].dir = Direction::rtl;
  framework.skills[0].aliases = {{"ar", {"بايثون", "كوبرا"}}, {"en", {"Python"}}};
  const Searched names(framework);
  const auto matched = [&names](std::string_view reader, std::string_view query) {
    const ServedText name = matched_name(Reader(names.matrix, reader), names.hits(query).at(0));
    return std::string(name.value) + ' ' + std::string(name.tag) + ' ' +
           std::string(to_string(name.source)) + ' ' + std::string(to_string(name.direction));
  };
  EXPECT_EQ(matched("ar", "كوبرا"), "كوبرا ar exact rtl");
  EXPECT_EQ(matched("de", "كوبرا"), "كوبرا ar any_fallback rtl");
  EXPECT_EQ(matched("de", "python"), "Python en source_fallback ltr");
  EXPECT_EQ(matched("en-GB", "snake"), "Snake en related rtl") << "as its author says";
}

TEST(Search, AnIndexOutlivesItsMatrix) {
  std::optional matrix = compile(Names().skill("s", "Quantum gardening").framework());
  const SearchIndex index = SearchIndex::build(*matrix);
  matrix = SearchIndex::with_index(*matrix);
  const SearchIndex stored = SearchIndex::of(*matrix);
  matrix.reset();
  ASSERT_EQ(index.search("quantum").size(), 1U);
  EXPECT_EQ(index.search("quantum")[0].name, "Quantum gardening");
  EXPECT_EQ(stored.search("quantum"), index.search("quantum"));
}

TEST(SearchThreads, ShareOneIndexAndAgree) {
  NameMaker maker(17);
  const Searched names(maker.framework(300));
  const Strings queries = {"a", "ab", "机器", "机学器习", "abcabc", "ci/cd", "c", "a b"};
  const auto work = [&] {
    std::string seen;
    for (const std::string& query : queries) seen += shown(names.hits(query));
    return seen;
  };
  std::vector<std::string> seen(8);
  std::vector<std::thread> threads;
  for (std::string& result : seen) {
    threads.emplace_back([&] {
      for (int round = 0; round < 20; ++round) result = work();
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : seen) EXPECT_EQ(result, work());
}

}  // namespace
}  // namespace skillmatrix
