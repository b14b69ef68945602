// The matrix as large as ESCO: building, saving, opening, and the first answer, beside SQLite; with
// and without its search index.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "big_framework.hpp"
#include "skillmatrix/matrix.hpp"
#include "skillmatrix/search.hpp"

#ifdef SKILLMATRIX_HAS_SQLITE
#include <sqlite3.h>
#endif

namespace {

using namespace skillmatrix;

[[noreturn]] void fail(const char* what) { throw std::runtime_error(what); }

/// Everything that the benchmarks share; the files go at the end.
class Fixture {
 public:
  static const Fixture& get() {
    static const Fixture fixture;
    return fixture;
  }

  ~Fixture() { std::filesystem::remove_all(folder_); }
  Fixture(const Fixture&) = delete;
  Fixture& operator=(const Fixture&) = delete;

  [[nodiscard]] const Framework& framework() const { return framework_; }
  [[nodiscard]] const Matrix& matrix() const { return matrix_; }
  [[nodiscard]] const Matrix& searchable() const { return searchable_; }
  [[nodiscard]] std::string file(const char* name) const { return folder_ / name; }

  /// Ids of the role level that is asked for, a different one each time.
  [[nodiscard]] std::pair<std::string, std::string> question(std::uint32_t number) const {
    const RoleLevelIndex level{number * 7919U % matrix_.role_level_count()};
    return {std::string(matrix_.role_id(matrix_.role_of(level))),
            std::string(matrix_.role_level_id(level))};
  }

 private:
  Fixture()
      : folder_(std::filesystem::temp_directory_path() /
                ("skillmatrix-bench-" + std::to_string(::getpid()))),
        framework_(big::make_framework(big::esco)),
        matrix_(*Matrix::build(framework_)),
        searchable_(SearchIndex::with_index(matrix_)) {
    std::filesystem::create_directories(folder_);
    if (!matrix_.save(file("matrix.skm")).empty()) fail("cannot save");
    if (!searchable_.save(file("searchable.skm")).empty()) fail("cannot save");
  }

  std::filesystem::path folder_;
  Framework framework_;
  Matrix matrix_;
  Matrix searchable_;  // The same with its search index.
};

/// What one role level expects: the German names of the skills and the ranks, by id of the skill.
std::string answer(const Matrix& matrix, const std::string& role, const std::string& level) {
  std::string told;
  const auto german = matrix.texts().find_tag("de");
  const auto found = matrix.find_role_level(role, level);
  if (!german || !found) fail("the question has no answer");
  for (const CellRequirement& cell : matrix.requirements(*found)) {
    told.append(matrix.texts().in(matrix.skill_title(cell.skill), *german));
    told.append(" ").append(std::to_string(cell.expected)).append("\n");
  }
  return told;
}

void build(benchmark::State& state) {
  const Framework& framework = Fixture::get().framework();
  for (auto unused : state) benchmark::DoNotOptimize(Matrix::build(framework));
}
BENCHMARK(build)->Unit(benchmark::kMillisecond);

void save(benchmark::State& state) {
  const Fixture& fixture = Fixture::get();
  for (auto unused : state) {
    if (!fixture.matrix().save(fixture.file("saved.skm")).empty()) fail("cannot save");
  }
}
BENCHMARK(save)->Unit(benchmark::kMillisecond)->UseRealTime();

/// The ids of all skills, in an order that no cache foresees; or others that are like them.
std::vector<std::string> shuffled_ids(const Matrix& matrix, const char* suffix) {
  std::vector<std::string> ids;
  for (std::uint32_t at = 0; at < matrix.skill_count(); ++at) {
    const SkillIndex skill{static_cast<std::uint32_t>(at * 7919ULL % matrix.skill_count())};
    ids.push_back(std::string(matrix.skill_id(skill)) + suffix);
    if (matrix.find_skill(matrix.skill_id(skill)) != skill) fail("a skill is not found");
  }
  return ids;
}

void find_skill(benchmark::State& state, const char* suffix) {
  const Matrix& matrix = Fixture::get().matrix();
  const std::vector<std::string> ids = shuffled_ids(matrix, suffix);
  std::size_t next = 0;
  for (auto unused : state) {
    benchmark::DoNotOptimize(matrix.find_skill(ids[next]));
    if (++next == ids.size()) next = 0;
  }
}
BENCHMARK_CAPTURE(find_skill, all, "");
BENCHMARK_CAPTURE(find_skill, unknown, "?");

void find_role_level(benchmark::State& state) {
  const Matrix& matrix = Fixture::get().matrix();
  std::vector<std::pair<std::string, std::string>> questions;
  for (std::uint32_t at = 0; at < matrix.role_level_count(); ++at) {
    questions.push_back(Fixture::get().question(at));
  }
  std::size_t next = 0;
  for (auto unused : state) {
    benchmark::DoNotOptimize(matrix.find_role_level(questions[next].first, questions[next].second));
    if (++next == questions.size()) next = 0;
  }
}
BENCHMARK(find_role_level);

void verify(benchmark::State& state) {
  for (auto unused : state) {
    if (!Fixture::get().matrix().verify().empty()) fail("damaged");
  }
}
BENCHMARK(verify)->Unit(benchmark::kMillisecond);

void verify_with_search_index(benchmark::State& state) {
  for (auto unused : state) {
    if (!Fixture::get().searchable().verify().empty()) fail("damaged");
  }
}
BENCHMARK(verify_with_search_index)->Unit(benchmark::kMillisecond);

std::string found(const SearchIndex& index, const std::string& query) {
  std::string told;
  for (const SearchHit& hit : index.search(query)) told.append(hit.name).append("\n");
  return told;
}

/// The first word of a skill's English name.
std::string word_of(const Matrix& matrix) {
  const auto english = matrix.texts().find_tag("en");
  if (!english) fail("there are no English names");
  const std::string_view title = matrix.texts().in(matrix.skill_title({7}), *english);
  return std::string(title.substr(0, title.find(' ')));
}

void open_and_search(benchmark::State& state, const char* file, bool has_typing_error) {
  const Fixture& fixture = Fixture::get();
  const std::string path = fixture.file(file);
  std::string query = word_of(fixture.matrix());
  if (has_typing_error) {
    std::swap(query[1], query[2]);
  } else {
    query.resize(3);
  }
  const std::string expected = found(SearchIndex::build(fixture.matrix()), query);
  const auto search = [&] { return found(SearchIndex::of(*Matrix::open(path)), query); };
  if (expected.empty() || search() != expected) fail("the index in the file finds other names");
  for (auto unused : state) benchmark::DoNotOptimize(search());
}
BENCHMARK_CAPTURE(open_and_search, stored, "searchable.skm", false)
    ->Unit(benchmark::kMicrosecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(open_and_search, stored_typing_error, "searchable.skm", true)
    ->Unit(benchmark::kMicrosecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(open_and_search, built, "matrix.skm", false)
    ->Unit(benchmark::kMicrosecond)
    ->UseRealTime();

void open_and_answer(benchmark::State& state) {
  const Fixture& fixture = Fixture::get();
  std::uint32_t number = 0;
  for (auto unused : state) {
    const auto [role, level] = fixture.question(number++);
    const auto matrix = Matrix::open(fixture.file("matrix.skm"));
    benchmark::DoNotOptimize(answer(*matrix, role, level));
  }
}
BENCHMARK(open_and_answer)->Unit(benchmark::kMicrosecond)->UseRealTime();

void answer_again(benchmark::State& state) {
  const Fixture& fixture = Fixture::get();
  std::uint32_t number = 0;
  for (auto unused : state) {
    const auto [role, level] = fixture.question(number++);
    benchmark::DoNotOptimize(answer(fixture.matrix(), role, level));
  }
}
BENCHMARK(answer_again)->Unit(benchmark::kMicrosecond);

/// Not a time: what the block takes beside its texts.
void size(benchmark::State& state) {
  const Matrix& matrix = Fixture::get().matrix();
  for (auto unused : state) benchmark::DoNotOptimize(matrix.bytes().size());
  const RequirementColumns& columns = matrix.requirement_columns();
  const auto by_column =
      static_cast<double>(columns.skills.width() + sizeof(Rank) + columns.terms.width());
  state.counters["MB"] = static_cast<double>(matrix.bytes().size()) / 1e6;
  state.counters["MB_with_search_index"] =
      static_cast<double>(Fixture::get().searchable().bytes().size()) / 1e6;
  state.counters["MB_of_text"] = static_cast<double>(matrix.texts().text_bytes()) / 1e6;
  state.counters["requirement_bytes"] = by_column;
  state.counters["with_index_by_skill"] = by_column + static_cast<double>(sizeof(CellIndex));
}
BENCHMARK(size)->Iterations(1);

#ifdef SKILLMATRIX_HAS_SQLITE

class Database {
 public:
  explicit Database(const std::string& path) {
    if (sqlite3_open(path.c_str(), &database_) != SQLITE_OK) fail("cannot open the database");
  }
  ~Database() { sqlite3_close(database_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void run(const char* sql) {
    if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(sql);
  }
  [[nodiscard]] sqlite3* get() const { return database_; }

 private:
  sqlite3* database_ = nullptr;
};

class Statement {
 public:
  Statement(const Database& database, const char* sql) {
    if (sqlite3_prepare_v2(database.get(), sql, -1, &statement_, nullptr) != SQLITE_OK) fail(sql);
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(int at, std::string_view text) {
    sqlite3_bind_text(statement_, at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    return *this;
  }
  Statement& bind(int at, std::uint32_t number) {
    sqlite3_bind_int64(statement_, at, number);
    return *this;
  }
  bool step() { return sqlite3_step(statement_) == SQLITE_ROW; }
  void run() {
    step();
    sqlite3_reset(statement_);
  }
  [[nodiscard]] const char* text(int column) const {
    return reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  }
  [[nodiscard]] std::int64_t number(int column) const {
    return sqlite3_column_int64(statement_, column);
  }

 private:
  sqlite3_stmt* statement_ = nullptr;
};

/// The same facts in tables with the keys that the question needs, and nothing to join but titles.
void fill(Database& database, const Matrix& matrix) {
  database.run(
      "PRAGMA journal_mode=OFF; BEGIN;"
      "CREATE TABLE title(skill TEXT, tag TEXT, text TEXT, PRIMARY KEY(skill, tag)) WITHOUT ROWID;"
      "CREATE TABLE requirement(role TEXT, level TEXT, skill TEXT, rank INT,"
      "  PRIMARY KEY(role, level, skill)) WITHOUT ROWID;");
  Statement title(database, "INSERT INTO title VALUES(?,?,?)");
  const TextTable& texts = matrix.texts();
  for (SkillIndex skill; skill.value < matrix.skill_count(); ++skill.value) {
    for (std::uint32_t tag = 0; tag < texts.tag_count(); ++tag) {
      title.bind(1, matrix.skill_id(skill)).bind(2, texts.tag(tag));
      title.bind(3, texts.in(matrix.skill_title(skill), tag)).run();
    }
  }
  Statement requirement(database, "INSERT INTO requirement VALUES(?,?,?,?)");
  for (RoleLevelIndex level; level.value < matrix.role_level_count(); ++level.value) {
    for (const CellRequirement& cell : matrix.requirements(level)) {
      requirement.bind(1, matrix.role_id(matrix.role_of(level)));
      requirement.bind(2, matrix.role_level_id(level)).bind(3, matrix.skill_id(cell.skill));
      requirement.bind(4, std::uint32_t{cell.expected}).run();
    }
  }
  database.run("COMMIT; ANALYZE;");
}

std::string answer_of_sqlite(const std::string& path, const std::string& role,
                             const std::string& level) {
  const Database database(path);
  Statement statement(database,
                      "SELECT t.text, r.rank FROM requirement r CROSS JOIN title t"
                      " ON t.skill = r.skill AND t.tag = 'de'"
                      " WHERE r.role = ? AND r.level = ? ORDER BY r.skill");
  statement.bind(1, role).bind(2, level);
  std::string told;
  while (statement.step()) {
    told.append(statement.text(0)).append(" ");
    told.append(std::to_string(statement.number(1))).append("\n");
  }
  return told;
}

void sqlite_open_and_answer(benchmark::State& state) {
  const Fixture& fixture = Fixture::get();
  const std::string path = fixture.file("matrix.sqlite");
  if (!std::filesystem::exists(path)) {
    Database database(path);
    fill(database, fixture.matrix());
  }
  for (std::uint32_t number = 0; number < 100; ++number) {
    const auto [role, level] = fixture.question(number);
    const std::string ours = answer(fixture.matrix(), role, level);
    if (ours.empty() || answer_of_sqlite(path, role, level) != ours) fail("SQLite says otherwise");
  }
  std::uint32_t number = 0;
  for (auto unused : state) {
    const auto [role, level] = fixture.question(number++);
    benchmark::DoNotOptimize(answer_of_sqlite(path, role, level));
  }
}
BENCHMARK(sqlite_open_and_answer)->Unit(benchmark::kMicrosecond)->UseRealTime();

#endif

}  // namespace
