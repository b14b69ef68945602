// Search among 55,600 names: made up (four languages, one with compounds, one without spaces), and
// those of ESCO where they are at hand. Beside it a plain comparison with every word, and the
// prefix queries of SQLite's FTS5.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

#include "../tests/generated.hpp"
#include "../tests/search_oracle.hpp"
#include "skillmatrix/search.hpp"

#ifdef SKILLMATRIX_HAS_SQLITE
#include <sqlite3.h>
#endif

namespace {

using namespace skillmatrix;
using generated::Dice;

[[noreturn]] void fail(const std::string& what) {
  std::fprintf(stderr, "search_bench: %s\n", what.c_str());
  std::exit(1);
}

// --- Names ---------------------------------------------------------------------------------------

using Words = std::vector<std::string>;

/// Different words of two to four syllables.
Words make_words(Dice& dice, const Words& onsets, const Words& vowels, const Words& codas,
                 std::size_t count) {
  Words words;
  std::unordered_set<std::string> seen;
  while (words.size() < count) {
    std::string word;
    for (std::uint32_t more = 2 + dice.below(3); more != 0; --more) {
      word += dice.pick(onsets) + dice.pick(vowels);
    }
    word += dice.pick(codas);
    if (seen.insert(word).second) words.push_back(word);
  }
  return words;
}

/// Few words are frequent, most are rare, as in real names: the rank is geometric in its logarithm.
const std::string& pick_word(Dice& dice, const Words& words) {
  auto bound = static_cast<std::uint32_t>(words.size());
  while (bound > 8 && dice.one_in(2)) bound /= 4;
  return words[dice.below(bound)];
}

std::string spaced_name(Dice& dice, const Words& words) {
  std::string name = pick_word(dice, words);
  for (std::uint32_t more = 1 + dice.below(4); more != 0; --more) {
    name += ' ' + pick_word(dice, words);
  }
  return name;
}

std::string compound_name(Dice& dice, const Words& words) {
  std::string name = pick_word(dice, words) + pick_word(dice, words);
  for (std::uint32_t more = dice.below(3); more != 0; --more) name += ' ' + pick_word(dice, words);
  return name;
}

std::string spaceless_name(Dice& dice, const Words& words) {
  std::string name = pick_word(dice, words);
  for (std::uint32_t more = 1 + dice.below(3); more != 0; --more) name += pick_word(dice, words);
  return name;
}

/// Words of two characters.
Words make_han_words(Dice& dice, std::size_t count) {
  const auto character = [&dice] {
    const std::uint32_t point = 0x4E00 + dice.below(3000);
    return std::string{static_cast<char>(0xE0U | (point >> 12U)),
                       static_cast<char>(0x80U | ((point >> 6U) & 63U)),
                       static_cast<char>(0x80U | (point & 63U))};
  };
  Words words;
  while (words.size() < count) words.push_back(character() + character());
  return words;
}

Framework with_scale() {
  Framework framework;
  framework.id = "names";
  Level level;
  level.id = "level";
  level.title = in("en", "Level");
  Scale scale;
  scale.id = "scale";
  scale.levels.push_back(std::move(level));
  framework.scales.push_back(std::move(scale));
  return framework;
}

Framework made_up() {
  constexpr std::size_t skills = 13900;
  constexpr std::size_t words = 9000;
  Dice dice(7);
  const Words latin = {"b", "c", "d", "f", "g",  "l",  "m", "n",
                       "p", "r", "s", "t", "st", "tr", "pl"};
  const Words english =
      make_words(dice, latin, {"a", "e", "i", "o", "u"}, {"", "n", "r", "ng", "t"}, words);
  const Words german =
      make_words(dice, latin, {"a", "e", "ei", "ü", "ö"}, {"", "en", "er", "ung"}, words);
  const Words russian = make_words(dice, {"б", "в", "д", "к", "л", "м", "н", "п", "р", "с", "т"},
                                   {"а", "е", "и", "о", "я"}, {"", "й", "ть", "ние"}, words);
  const Words han = make_han_words(dice, words);
  Framework framework = with_scale();
  std::unordered_set<std::string> seen;
  for (std::size_t at = 0; at < skills; ++at) {
    Skill skill;
    skill.id = "skill-" + std::to_string(at);
    skill.scale = "scale";
    const auto add = [&](const char* tag, const Words& vocabulary, auto make) {
      std::string name = make(dice, vocabulary);
      while (!seen.insert(tag + name).second) name = make(dice, vocabulary);
      skill.title.translations[tag].value = name;
    };
    add("en", english, spaced_name);
    add("de", german, compound_name);
    add("ru", russian, spaced_name);
    add("zh-Hans", han, spaceless_name);
    framework.skills.push_back(std::move(skill));
  }
  return framework;
}

/// The columns `conceptUri` and `preferredLabel` of a file of ESCO.
std::vector<std::pair<std::string, std::string>> esco_labels(const std::string& path) {
  std::ifstream file(SKILLMATRIX_SHARED_DATA + path, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(file), {});
  std::vector<Words> rows(1);
  std::string field;
  bool is_quoted = false;
  for (const char byte : text) {
    if (byte == '"') is_quoted = !is_quoted;
    if (is_quoted || (byte != ',' && byte != '\n')) {
      if (byte != '"') field += byte;
      continue;
    }
    rows.back().push_back(std::move(field));
    field.clear();
    if (byte == '\n') rows.emplace_back();
  }
  std::size_t label = 0;
  while (label < rows[0].size() && rows[0][label] != "preferredLabel") ++label;
  std::vector<std::pair<std::string, std::string>> labels;
  for (std::size_t row = 1; row < rows.size(); ++row) {
    if (rows[row].size() > label) labels.emplace_back(rows[row][1], rows[row][label]);
  }
  return labels;
}

/// Skills in English and occupations in six languages; nothing if they are not at hand.
Framework esco() {
  Framework framework = with_scale();
  std::unordered_set<std::string> seen;
  for (const auto& [id, label] : esco_labels("/esco-1.1.1/en/skills_en.csv")) {
    if (!seen.insert(text::name_fold(label)).second) continue;
    Skill skill;
    skill.id = id;
    skill.scale = "scale";
    skill.title = in("en", label);
    framework.skills.push_back(std::move(skill));
  }
  std::map<std::string, LocalizedText> occupations;
  for (const std::string tag : {"en", "de", "el", "es", "fr", "pl"}) {
    for (const auto& [id, label] : esco_labels("/esco-1.0.8/occupations_" + tag + ".csv")) {
      if (seen.insert(tag + "/" + text::name_fold(label)).second) {
        occupations[id].translations[tag].value = label;
      }
    }
  }
  for (auto& [id, title] : occupations) {
    Role role;
    role.id = id;
    role.title = std::move(title);
    role.ladder = "scale";
    framework.roles.push_back(std::move(role));
  }
  return framework;
}

// --- Queries -------------------------------------------------------------------------------------

/// A word from anywhere in the names, of ASCII letters, so that every contender means the same by
/// it.
std::string pick_query_word(Dice& dice, const std::vector<oracle::Name>& names, std::size_t least) {
  while (true) {
    const oracle::Name& name = dice.pick(names);
    if (name.terms.empty()) continue;
    const std::u32string& word = dice.pick(name.terms).word;
    const bool is_plain = std::all_of(word.begin(), word.end(),
                                      [](char32_t point) { return point >= 'a' && point <= 'z'; });
    if (is_plain && word.size() >= least) return {word.begin(), word.end()};
  }
}

void misspell(Dice& dice, std::string& word) {
  const std::size_t at = dice.below(static_cast<std::uint32_t>(word.size() - 1));
  const auto letter = static_cast<char>('a' + dice.below(26));
  switch (dice.below(4)) {
    case 0:
      word.insert(word.begin() + static_cast<std::ptrdiff_t>(at), letter);
      return;
    case 1:
      word.erase(at, 1);
      return;
    case 2:
      word[at] = letter;
      return;
    default:
      std::swap(word[at], word[at + 1]);
  }
}

struct Corpus {
  std::unique_ptr<Matrix> matrix;
  std::unique_ptr<SearchIndex> index;
  std::unique_ptr<oracle::Search> plain;
  Words beginnings;  ///< Of three letters, which at least ten skills have.
  Words misspelt;    ///< With two typing errors.
  Words two_words;
};

void check(const Corpus& corpus, const std::string& query, const SearchOptions& options) {
  if (corpus.index->search(query, options) != corpus.plain->search(query, options)) {
    fail("the results for '" + query + "' are not those of the plain search");
  }
}

SearchOptions without_errors() {
  SearchOptions options;
  options.most_errors = 0;
  return options;
}

Corpus make_corpus(const Framework& framework) {
  Corpus corpus;
  Result<Matrix> matrix = Matrix::build(framework);
  if (!matrix) fail("the framework does not compile: " + matrix.diagnostics.front().message());
  corpus.matrix = std::make_unique<Matrix>(*std::move(matrix));
  corpus.index = std::make_unique<SearchIndex>(SearchIndex::build(*corpus.matrix));
  corpus.plain = std::make_unique<oracle::Search>(*corpus.matrix);
  Dice dice(11);
  const std::vector<oracle::Name>& names = corpus.plain->names();
  while (corpus.beginnings.size() < 200) {
    std::string word = pick_query_word(dice, names, 3).substr(0, 3);
    if (corpus.index->search(word, without_errors()).size() == 10) {
      corpus.beginnings.push_back(std::move(word));
    }
  }
  while (corpus.misspelt.size() < 200) {
    std::string word = pick_query_word(dice, names, 7);
    misspell(dice, word);
    misspell(dice, word);
    corpus.misspelt.push_back(std::move(word));
  }
  while (corpus.two_words.size() < 200) {
    const oracle::Name& name = dice.pick(names);
    if (name.terms.size() < 2 || name.key.find(' ') == std::string::npos) continue;
    corpus.two_words.push_back(name.key.substr(0, name.key.find(' ') + 4));
  }
  for (std::size_t at = 0; at < 200; at += 4) {
    check(corpus, corpus.beginnings[at], {});
    check(corpus, corpus.beginnings[at], without_errors());
    check(corpus, corpus.misspelt[at], {});
    check(corpus, corpus.two_words[at], {});
  }
  return corpus;
}

const Framework& framework_of(benchmark::State& state) {
  static const Framework frameworks[] = {made_up(), esco()};
  const Framework& framework = frameworks[state.range(0)];
  if (framework.skills.empty()) state.SkipWithError("ESCO is not at hand");
  state.SetLabel(state.range(0) == 0 ? "made up" : "ESCO");
  return framework;
}

const Corpus* corpus_of(benchmark::State& state) {
  static Corpus corpora[2];
  const Framework& framework = framework_of(state);
  if (framework.skills.empty()) return nullptr;
  Corpus& corpus = corpora[state.range(0)];
  if (!corpus.index) corpus = make_corpus(framework);
  state.counters["names"] = static_cast<double>(corpus.index->name_count());
  return &corpus;
}

void time_queries(benchmark::State& state, const Words& queries, auto search) {
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(search(queries[at]));
    at = at + 1 == queries.size() ? 0 : at + 1;
  }
}

// --- Ours ----------------------------------------------------------------------------------------

void build(benchmark::State& state) {
  const Corpus* corpus = corpus_of(state);
  if (!corpus) return;
  for (auto _ : state) benchmark::DoNotOptimize(SearchIndex::build(*corpus->matrix));
  state.counters["terms"] = static_cast<double>(corpus->index->term_count());
  state.counters["bytes"] = static_cast<double>(corpus->index->memory_bytes());
}

void beginning(benchmark::State& state) {
  const Corpus* corpus = corpus_of(state);
  if (!corpus) return;
  time_queries(state, corpus->beginnings,
               [&](const std::string& query) { return corpus->index->search(query); });
}

/// The preferred language is not the first one.
void beginning_for_reader(benchmark::State& state) {
  const Corpus* corpus = corpus_of(state);
  if (!corpus) return;
  const std::uint32_t order[] = {2, 1};
  SearchOptions options;
  options.tag_order = order;
  for (std::size_t at = 0; at < 200; at += 4) check(*corpus, corpus->beginnings[at], options);
  time_queries(state, corpus->beginnings,
               [&](const std::string& query) { return corpus->index->search(query, options); });
}

void two_typing_errors(benchmark::State& state) {
  const Corpus* corpus = corpus_of(state);
  if (!corpus) return;
  time_queries(state, corpus->misspelt,
               [&](const std::string& query) { return corpus->index->search(query); });
}

void word_and_beginning(benchmark::State& state) {
  const Corpus* corpus = corpus_of(state);
  if (!corpus) return;
  time_queries(state, corpus->two_words,
               [&](const std::string& query) { return corpus->index->search(query); });
}

// --- Others --------------------------------------------------------------------------------------

/// The distance from every word of every name, and nothing else.
void plain_typing_errors(benchmark::State& state) {
  const Corpus* corpus = corpus_of(state);
  if (!corpus) return;
  time_queries(state, corpus->misspelt, [&](const std::string& query) {
    const std::u32string word(query.begin(), query.end());
    const std::size_t width = 64;
    std::vector<std::size_t> rows(3 * width);
    std::size_t near = 0;
    for (const oracle::Name& name : corpus->plain->names()) {
      for (const oracle::Term& term : name.terms) {
        const std::u32string& other = term.word;
        if (other.empty() || other.size() >= width) continue;
        std::size_t* before = rows.data();
        std::size_t* above = before + width;
        std::size_t* row = above + width;
        for (std::size_t at = 0; at <= other.size(); ++at) above[at] = at;
        for (std::size_t at = 1; at <= word.size(); ++at) {
          row[0] = at;
          for (std::size_t to = 1; to <= other.size(); ++to) {
            row[to] = std::min({above[to - 1] + (word[at - 1] == other[to - 1] ? 0 : 1),
                                above[to] + 1, row[to - 1] + 1});
            if (at > 1 && to > 1 && word[at - 1] == other[to - 2] &&
                word[at - 2] == other[to - 1]) {
              row[to] = std::min(row[to], before[to - 2] + 1);
            }
          }
          std::swap(before, above);
          std::swap(above, row);
        }
        near += above[other.size()] <= 2 ? 1U : 0U;
      }
    }
    return near;
  });
}

#ifdef SKILLMATRIX_HAS_SQLITE
/// All names in an FTS5 table, with the index of beginnings that serves these queries.
class Fts5 {
 public:
  Fts5(const std::vector<oracle::Name>& names, bool is_optimized, const char* columns) {
    if (sqlite3_open(":memory:", &database_) != SQLITE_OK) fail("SQLite does not open");
    run("CREATE VIRTUAL TABLE names USING fts5(name, prefix='2 3 4')");
    run("BEGIN");
    sqlite3_stmt* insert = prepare("INSERT INTO names(name) VALUES (?)");
    for (const oracle::Name& name : names) {
      sqlite3_bind_text(insert, 1, name.text.data(), static_cast<int>(name.text.size()),
                        SQLITE_STATIC);
      if (sqlite3_step(insert) != SQLITE_DONE) fail("SQLite does not insert");
      sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    run("COMMIT");
    if (is_optimized) run("INSERT INTO names(names) VALUES ('optimize')");
    const std::string select = columns;
    select_ = prepare(("SELECT " + select + " FROM names WHERE names MATCH ? LIMIT 10").c_str());
  }
  Fts5(const Fts5&) = delete;
  Fts5& operator=(const Fts5&) = delete;
  ~Fts5() {
    sqlite3_finalize(select_);
    sqlite3_close(database_);
  }

  /// Calls `visit` with the statement for each of ten names.
  template <class Visit>
  std::size_t search(const std::string& pattern, Visit visit) {
    sqlite3_bind_text(select_, 1, pattern.data(), static_cast<int>(pattern.size()), SQLITE_STATIC);
    std::size_t rows = 0;
    for (; sqlite3_step(select_) == SQLITE_ROW; ++rows) visit(select_);
    sqlite3_reset(select_);
    return rows;
  }

 private:
  void run(const char* statement) {
    if (sqlite3_exec(database_, statement, nullptr, nullptr, nullptr) != SQLITE_OK) {
      fail(sqlite3_errmsg(database_));
    }
  }
  sqlite3_stmt* prepare(const char* statement) {
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(database_, statement, -1, &prepared, nullptr) != SQLITE_OK) {
      fail(sqlite3_errmsg(database_));
    }
    return prepared;
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* select_ = nullptr;
};

void fts5_beginning(benchmark::State& state, bool is_optimized, const char* columns) {
  const Corpus* corpus = corpus_of(state);
  if (!corpus) return;
  Fts5 table(corpus->plain->names(), is_optimized, columns);
  Words patterns;
  for (const std::string& query : corpus->beginnings) patterns.push_back(query + '*');
  const auto search = [&](const std::string& pattern) {
    return table.search(
        pattern, [](sqlite3_stmt* row) { benchmark::DoNotOptimize(sqlite3_column_text(row, 0)); });
  };
  for (const std::string& pattern : patterns) {
    if (search(pattern) != 10) fail("FTS5 does not find ten names for " + pattern);
  }
  time_queries(state, patterns, search);
}

BENCHMARK_CAPTURE(fts5_beginning, name, false, "name")->Arg(0)->Arg(1);
BENCHMARK_CAPTURE(fts5_beginning, name_optimized, true, "name")->Arg(0)->Arg(1);
BENCHMARK_CAPTURE(fts5_beginning, rowid_optimized, true, "rowid")->Arg(0)->Arg(1);
#else
void fts5_beginning(benchmark::State& state) { state.SkipWithError("built without SQLite"); }
BENCHMARK(fts5_beginning);
#endif

BENCHMARK(beginning)->Arg(0)->Arg(1);
BENCHMARK(beginning_for_reader)->Arg(0)->Arg(1);
BENCHMARK(two_typing_errors)->Arg(0)->Arg(1);
BENCHMARK(word_and_beginning)->Arg(0)->Arg(1);
BENCHMARK(plain_typing_errors)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(build)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace
