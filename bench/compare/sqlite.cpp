// SQLite, in memory, with its tables clustered by the keys that the questions go by.
#include <sqlite3.h>

#include "peers.hpp"

namespace skillmatrix::compare {
namespace {

/// People that SQLite is given; those whose best role levels it is asked for.
constexpr std::uint32_t part = 200'000;
constexpr std::uint32_t ranked_part = 100;

class Database {
 public:
  Database() {
    sqlite3_open(":memory:", &database_);
    run("PRAGMA journal_mode = OFF");
    run("PRAGMA temp_store = MEMORY");
    run("PRAGMA cache_size = -4000000");
  }

  /// Calls `visit(first, second)` with two whole numbers of each row.
  template <class Visit>
  void read(const std::string& sql, Visit visit) {
    sqlite3_stmt* const statement = prepare(sql);
    while (sqlite3_step(statement) == SQLITE_ROW) {
      visit(sqlite3_column_int64(statement, 0), sqlite3_column_int64(statement, 1));
    }
    sqlite3_finalize(statement);
  }
  void run(const std::string& sql) {
    read(sql, [](std::int64_t, std::int64_t) {});
  }

  /// Adds so many rows, whose numbers are `row(at)`.
  template <class Row>
  void insert(const std::string& table, std::size_t rows, Row row) {
    const auto width = static_cast<int>(row(0).size());
    std::string marks = "?";
    for (int column = 1; column < width; ++column) marks += ", ?";
    sqlite3_stmt* const statement = prepare("INSERT INTO " + table + " VALUES (" + marks + ")");
    run("BEGIN");
    for (std::size_t at = 0; at < rows; ++at) {
      const auto numbers = row(at);
      for (int column = 0; column < width; ++column) {
        sqlite3_bind_int64(statement, column + 1, numbers[static_cast<std::size_t>(column)]);
      }
      sqlite3_step(statement);
      sqlite3_reset(statement);
    }
    run("COMMIT");
    sqlite3_finalize(statement);
  }

 private:
  sqlite3_stmt* prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
      fail("SQLite: " + std::string(sqlite3_errmsg(database_)) + "\n" + sql);
    }
    return statement;
  }

  sqlite3* database_ = nullptr;
};

void load(Database& database, const Work& work) {
  using Numbers = std::vector<std::int64_t>;
  const std::size_t ratings = std::size_t{part} * big::even_ratings;
  database.run("CREATE TABLE people (person INTEGER PRIMARY KEY, own INT)");
  database.run(
      "CREATE TABLE role_levels (role_level INTEGER PRIMARY KEY, total INT, required INT)");
  database.run(
      "CREATE TABLE ratings (person INT, skill INT, rank INT, PRIMARY KEY (person, skill)) "
      "WITHOUT ROWID");
  database.run(
      "CREATE TABLE by_skill (skill INT, person INT, rank INT, PRIMARY KEY (skill, person)) "
      "WITHOUT ROWID");
  const std::string columns =
      "role_level INT, skill INT, target INT, base INT, by_rank INT, if_below INT, ";
  database.run("CREATE TABLE requirements (" + columns +
               "PRIMARY KEY (role_level, skill)) WITHOUT ROWID");
  database.run("CREATE TABLE requirements_by_skill (" + columns +
               "PRIMARY KEY (skill, role_level)) WITHOUT ROWID");
  database.insert("people", part, [&](std::size_t at) {
    return Numbers{static_cast<std::int64_t>(at), work.own[at]};
  });
  database.insert("role_levels", work.total.size(), [&](std::size_t at) {
    return Numbers{static_cast<std::int64_t>(at), work.total[at], work.required_count[at]};
  });
  database.insert("ratings", ratings, [&](std::size_t at) {
    return std::array<std::int64_t, 3>{work.person[at], work.skill[at], work.rank[at]};
  });
  database.insert("requirements", work.target.size(), [&](std::size_t at) {
    const auto whole = [at](const auto& column) { return static_cast<std::int64_t>(column[at]); };
    return Numbers{work.role_level[at], work.required_skill[at], work.target[at],
                   whole(work.base),    whole(work.by_rank),     whole(work.if_below)};
  });
  database.run("INSERT INTO by_skill SELECT skill, person, rank FROM ratings ORDER BY 1, 2");
  database.run("INSERT INTO requirements_by_skill SELECT * FROM requirements ORDER BY skill");
  database.run("ANALYZE");
}

const std::string packed_sum =
    "sum(r.base + r.by_rank * min(s.rank, r.target) + (s.rank < r.target) * r.if_below)";

std::string one_level_query(std::uint32_t call) {
  return "SELECT s.person, " + packed_sum +
         " FROM requirements r CROSS JOIN by_skill s ON s.skill = r.skill WHERE r.role_level = " +
         std::to_string(asked_role_levels[call % 5]) + " GROUP BY s.person";
}

std::string own_level_query() {
  return "SELECT s.person, " + packed_sum +
         " FROM people p CROSS JOIN requirements r ON r.role_level = p.own CROSS JOIN ratings s "
         "ON s.person = p.person AND s.skill = r.skill GROUP BY s.person";
}

std::string ranking_query() {
  return "WITH sums AS (SELECT s.person, r.role_level, " + packed_sum +
         " packed FROM ratings s CROSS JOIN requirements_by_skill r ON r.skill = s.skill "
         "WHERE s.person < " +
         std::to_string(ranked_part) +
         " GROUP BY 1, 2), scored AS (SELECT person, s.role_level, "
         "CASE WHEN (packed >> 34) & 63 > 0 THEN 2 WHEN packed >> 40 < required THEN 1 ELSE 0 END "
         "verdict, (packed & 16383) * 1.0 / total score, (packed >> 28) & 63 gaps "
         "FROM sums s JOIN role_levels l ON l.role_level = s.role_level) "
         "SELECT person, role_level FROM (SELECT *, row_number() OVER (PARTITION BY person ORDER "
         "BY verdict, score DESC, gaps, role_level) place FROM scored) WHERE place <= 10 "
         "ORDER BY person, place";
}

void check_scores(Database& database, const Work& work, const std::string& sql,
                  const PeopleScores& scores) {
  std::vector<std::uint64_t> packed(part);
  database.read(sql, [&](std::int64_t person, std::int64_t sum) {
    packed[static_cast<std::size_t>(person)] = static_cast<std::uint64_t>(sum);
  });
  for (std::uint32_t person = 0; person < part; ++person) {
    if (!work.is_answer(scores, person, packed[person])) fail("SQLite differs: " + sql);
  }
}

}  // namespace

void add_sqlite(const Work& work, std::vector<Case>& cases) {
  state_fact("SQLite", std::string(sqlite3_libversion()) + ", in memory");
  const auto database = std::make_shared<Database>();
  load(*database, work);
  for (std::uint32_t call = 0; call < 5; ++call) {
    check_scores(*database, work, one_level_query(call), work.one_level[call]);
  }
  check_scores(*database, work, own_level_query(), work.own_level);
  std::vector<std::vector<std::uint32_t>> rows(ranked_part);
  database->read(ranking_query(), [&](std::int64_t person, std::int64_t level) {
    rows[static_cast<std::size_t>(person)].push_back(static_cast<std::uint32_t>(level));
  });
  for (std::uint32_t person = 0; person < ranked_part; ++person) {
    if (!work.is_ranking(person, rows[person])) fail("SQLite differs: C");
  }
  const double scale = static_cast<double>(work.own.size()) / part;
  cases.push_back({"A", "SQLite, clustered by skill", 1, scale, 1, 1,
                   [database](std::uint32_t call) { database->run(one_level_query(call)); }});
  cases.push_back({"B", "SQLite, nested look-ups by key", 1, scale, 1, 1,
                   [database](std::uint32_t) { database->run(own_level_query()); }});
  cases.push_back({"C", "SQLite, row_number() <= 10", 1, double{ranked_people} / ranked_part, 1, 1,
                   [database](std::uint32_t) { database->run(ranking_query()); }});
}

}  // namespace skillmatrix::compare
