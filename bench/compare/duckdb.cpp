// DuckDB, through the C interface of its shared library, loaded at run time: no header is needed.
#include <dlfcn.h>

#include <cstring>

#include "peers.hpp"

namespace skillmatrix::compare {
namespace {

// As in duckdb.h.
struct DuckResult {
  std::uint64_t columns, rows, changed;
  void* columns_data;
  char* error;
  void* data;
};
using Handle = void*;
enum class Type : int { u8 = 6, u16 = 7, u32 = 8, f64 = 11 };

/// The functions of the library that are used.
struct Library {
  explicit Library(void* library) {
    const auto load = [library](auto& function, const char* name) {
      function = reinterpret_cast<std::decay_t<decltype(function)>>(dlsym(library, name));
      if (!function) fail(std::string("DuckDB has no ") + name);
    };
    load(open, "duckdb_open");
    load(connect, "duckdb_connect");
    load(query, "duckdb_query");
    load(error, "duckdb_result_error");
    load(destroy_result, "duckdb_destroy_result");
    load(fetch, "duckdb_fetch_chunk");
    load(version, "duckdb_library_version");
    load(create_type, "duckdb_create_logical_type");
    load(create_chunk, "duckdb_create_data_chunk");
    load(destroy_chunk, "duckdb_destroy_data_chunk");
    load(reset_chunk, "duckdb_data_chunk_reset");
    load(set_size, "duckdb_data_chunk_set_size");
    load(size, "duckdb_data_chunk_get_size");
    load(vector, "duckdb_data_chunk_get_vector");
    load(data, "duckdb_vector_get_data");
    load(vector_size, "duckdb_vector_size");
    load(create_appender, "duckdb_appender_create");
    load(append, "duckdb_append_data_chunk");
    load(destroy_appender, "duckdb_appender_destroy");
  }

  int (*open)(const char* path, Handle* database);
  int (*connect)(Handle database, Handle* connection);
  int (*query)(Handle connection, const char* sql, DuckResult* result);
  const char* (*error)(DuckResult* result);
  void (*destroy_result)(DuckResult* result);
  Handle (*fetch)(DuckResult result);
  const char* (*version)();
  Handle (*create_type)(Type type);
  Handle (*create_chunk)(Handle* types, std::uint64_t columns);
  void (*destroy_chunk)(Handle* chunk);
  void (*reset_chunk)(Handle chunk);
  void (*set_size)(Handle chunk, std::uint64_t rows);
  std::uint64_t (*size)(Handle chunk);
  Handle (*vector)(Handle chunk, std::uint64_t column);
  void* (*data)(Handle vector);
  std::uint64_t (*vector_size)();
  int (*create_appender)(Handle connection, const char* schema, const char* table,
                         Handle* appender);
  int (*append)(Handle appender, Handle chunk);
  int (*destroy_appender)(Handle* appender);
};

struct Column {
  template <class T>
  explicit Column(const std::vector<T>& values)
      : type(sizeof(T) == 1   ? Type::u8
             : sizeof(T) == 2 ? Type::u16
             : sizeof(T) == 4 ? Type::u32
                              : Type::f64),
        width(sizeof(T)),
        rows(values.size()),
        bytes(reinterpret_cast<const char*>(values.data())) {}

  Type type;
  std::size_t width;
  std::size_t rows;
  const char* bytes;
};

/// A database in memory.
class Database {
 public:
  explicit Database(void* library) : library_(library) {
    Handle database = nullptr;
    library_.open(nullptr, &database);
    library_.connect(database, &connection_);
    run("SET threads = 2");
  }

  [[nodiscard]] std::string version() const { return library_.version(); }

  /// All of the answer is there when it returns.
  void run(const std::string& sql) {
    DuckResult result = ask(sql);
    library_.destroy_result(&result);
  }

  /// Calls `visit(first, second)` for each row, which has a UINTEGER and a DOUBLE.
  template <class Visit>
  void read(const std::string& sql, Visit visit) {
    DuckResult result = ask(sql);
    while (Handle chunk = library_.fetch(result)) {
      const auto* first = static_cast<const std::uint32_t*>(column(chunk, 0));
      const auto* second = static_cast<const double*>(column(chunk, 1));
      for (std::uint64_t row = 0; row < library_.size(chunk); ++row) visit(first[row], second[row]);
      library_.destroy_chunk(&chunk);
    }
    library_.destroy_result(&result);
  }

  void append(const char* table, const std::vector<Column>& columns) {
    Handle appender = nullptr;
    if (library_.create_appender(connection_, nullptr, table, &appender)) fail("no DuckDB table");
    std::vector<Handle> types;
    for (const Column& each : columns) types.push_back(library_.create_type(each.type));
    Handle chunk = library_.create_chunk(types.data(), types.size());
    for (std::size_t row = 0; row < columns.front().rows; row += library_.vector_size()) {
      const std::size_t count = std::min(library_.vector_size(), columns.front().rows - row);
      library_.reset_chunk(chunk);
      for (std::size_t at = 0; at < columns.size(); ++at) {
        const Column& each = columns[at];
        std::memcpy(column(chunk, at), each.bytes + row * each.width, count * each.width);
      }
      library_.set_size(chunk, count);
      if (library_.append(appender, chunk)) fail("DuckDB takes no rows");
    }
    if (library_.destroy_appender(&appender)) fail("DuckDB takes no rows");
  }

 private:
  DuckResult ask(const std::string& sql) {
    DuckResult result{};
    if (library_.query(connection_, sql.c_str(), &result)) {
      fail("DuckDB: " + std::string(library_.error(&result)) + "\n" + sql);
    }
    return result;
  }
  void* column(Handle chunk, std::size_t at) const {
    return library_.data(library_.vector(chunk, at));
  }

  Library library_;
  Handle connection_ = nullptr;
};

void load(Database& database, const Work& work) {
  database.run("CREATE TABLE people (person UINTEGER, own UINTEGER)");
  database.run("CREATE TABLE ratings (person UINTEGER, skill USMALLINT, rank UTINYINT)");
  database.run(
      "CREATE TABLE requirements (role_level USMALLINT, skill USMALLINT, target UTINYINT, "
      "step USMALLINT, required UTINYINT, base DOUBLE, by_rank DOUBLE, if_below DOUBLE)");
  database.run(
      "CREATE TABLE role_levels (role_level USMALLINT, total USMALLINT, required UTINYINT)");
  std::vector<std::uint32_t> person(work.own.size());
  std::iota(person.begin(), person.end(), 0U);
  std::vector<std::uint16_t> level(work.total.size());
  std::iota(level.begin(), level.end(), std::uint16_t{0});
  database.append("people", {Column(person), Column(work.own)});
  database.append("ratings", {Column(work.person), Column(work.skill), Column(work.rank)});
  database.append("requirements", {Column(work.role_level), Column(work.required_skill),
                                   Column(work.target), Column(work.step), Column(work.is_required),
                                   Column(work.base), Column(work.by_rank), Column(work.if_below)});
  database.append("role_levels", {Column(level), Column(work.total), Column(work.required_count)});
  database.run("CREATE TABLE by_skill AS SELECT * FROM ratings ORDER BY skill, person");
  database.run(
      "CREATE TABLE with_own AS SELECT own, person, skill, rank FROM ratings JOIN people "
      "USING (person) ORDER BY own, person");
  database.run("ANALYZE");
}

struct Aggregate {
  std::string name;
  std::string columns;  ///< What is selected, of `s`, a rating, and `r`, a requirement.
  std::string packed;   ///< The same as one number, of the columns selected.
};

const std::array<Aggregate, 2> aggregates{{
    {"five sums",
     "sum(r.step * least(s.rank, r.target)) lower_units, "
     "sum(r.step * (r.target - least(s.rank, r.target))) lost, "
     "count(*) FILTER (s.rank < r.target) gaps, "
     "count(*) FILTER (s.rank < r.target AND r.required = 1) required_gaps, "
     "count(*) FILTER (r.required = 1) required_known",
     "lower_units + lost * (1 << 14) + gaps * (1 << 28) + required_gaps * (1::BIGINT << 34) + "
     "required_known * (1::BIGINT << 40)"},
    {"one packed sum",
     "sum(r.base + r.by_rank * least(s.rank, r.target) + "
     "CASE WHEN s.rank < r.target THEN r.if_below ELSE 0 END) packed",
     "packed"},
}};

struct Query {
  std::string name;
  std::function<std::string(std::uint32_t call)> sql;
  std::string packed;
};

/// Everybody against one role level. Who holds none of the skills is left out.
std::vector<Query> one_level_queries(const Work& work) {
  const auto literals = [](std::uint32_t call, const auto& add) {
    const std::size_t count = big::esco.requirements;
    for (std::size_t at = 0; at < count; ++at) add(asked_role_levels[call % 5] * count + at);
  };
  const auto requirements = [](std::uint32_t call) {
    return "(SELECT * FROM requirements WHERE role_level = " +
           std::to_string(asked_role_levels[call % 5]) + ") r";
  };
  std::vector<Query> queries;
  for (const Aggregate& aggregate : aggregates) {
    const std::string select = "SELECT s.person, " + aggregate.columns + " FROM ";
    for (const std::string table : {"ratings", "by_skill"}) {
      queries.push_back({aggregate.name + ", join, " + table,
                         [=](std::uint32_t call) {
                           return select + table + " s JOIN " + requirements(call) +
                                  " ON s.skill = r.skill GROUP BY s.person";
                         },
                         aggregate.packed});
    }
    queries.push_back(
        {aggregate.name + ", join, by_skill, skills listed",
         [=, &work](std::uint32_t call) {
           std::string skills;
           literals(call, [&](std::size_t at) {
             skills += (skills.empty() ? "" : ", ") + std::to_string(work.required_skill[at]);
           });
           return select + "(SELECT * FROM by_skill WHERE skill IN (" + skills + ")) s JOIN " +
                  requirements(call) + " ON s.skill = r.skill GROUP BY s.person";
         },
         aggregate.packed});
  }
  queries.push_back(
      {"one packed sum, UNION ALL of 30 skills, by_skill",
       [=, &work](std::uint32_t call) {
         std::string parts;
         literals(call, [&](std::size_t at) {
           const auto text = [at](const auto& column) {
             return std::to_string(static_cast<std::uint64_t>(column[at]));
           };
           const double below = work.if_below[at];
           parts += std::string(parts.empty() ? "" : " UNION ALL ") + "SELECT person, (CASE rank";
           for (std::uint32_t rank = 1; rank <= 5; ++rank) {
             const double packed = work.base[at] +
                                   work.by_rank[at] * std::min<double>(rank, work.target[at]) +
                                   (rank < work.target[at] ? below : 0);
             parts += " WHEN " + std::to_string(rank) + " THEN " +
                      std::to_string(static_cast<std::uint64_t>(packed)) + "::DOUBLE";
           }
           parts += " END) packed FROM by_skill WHERE skill = " + text(work.required_skill);
         });
         return "SELECT person, sum(packed) packed FROM (" + parts + ") GROUP BY person";
       },
       "packed"});
  return queries;
}

/// Each against their own role level.
std::vector<Query> own_level_queries() {
  std::vector<Query> queries;
  for (const Aggregate& aggregate : aggregates) {
    const std::string select = "SELECT s.person, " + aggregate.columns + " FROM ";
    const auto always = [&queries, &aggregate](const char* how, const std::string& sql) {
      queries.push_back(
          {aggregate.name + how, [sql](std::uint32_t) { return sql; }, aggregate.packed});
    };
    always(", people joined", select +
                                  "ratings s JOIN people p ON s.person = p.person JOIN "
                                  "requirements r ON r.role_level = p.own AND r.skill = s.skill "
                                  "GROUP BY s.person");
    always(", denormalised, by own role level",
           select +
               "with_own s JOIN requirements r ON r.role_level = s.own AND r.skill = s.skill "
               "GROUP BY s.person");
  }
  return queries;
}

/// The best role levels of the first people. Those of whose skills nobody is asked for cannot be
/// among them here.
std::vector<Query> ranking_queries(std::uint32_t people) {
  // The order of `match_role_levels` as one number: the verdict, then the score, then the gaps.
  const std::string scored =
      "WITH sums AS (SELECT s.person, r.role_level, sum(r.base + r.by_rank * least(s.rank, "
      "r.target) + CASE WHEN s.rank < r.target THEN r.if_below ELSE 0 END)::BIGINT packed FROM "
      "ratings s JOIN requirements r ON s.skill = r.skill WHERE s.person < " +
      std::to_string(people) +
      " GROUP BY ALL), scored AS (SELECT person, role_level, "
      "CASE WHEN (packed >> 34) & 63 > 0 THEN 2 WHEN packed >> 40 < required THEN 1 ELSE 0 END "
      "verdict, (packed & 16383)::DOUBLE / total score, (packed >> 28) & 63 gaps "
      "FROM sums JOIN role_levels USING (role_level)) ";
  const std::string windowed =
      scored +
      "SELECT person, role_level::DOUBLE FROM (SELECT *, row_number() OVER (PARTITION BY person "
      "ORDER BY verdict, score DESC, gaps, role_level) place FROM scored) WHERE place <= 10 "
      "ORDER BY person, place";
  const std::string listed =
      scored +
      "SELECT person, unnest(min_by(role_level, (verdict, -score, gaps, role_level), 10))::DOUBLE "
      "FROM scored GROUP BY person ORDER BY person";
  return {{"row_number() <= 10", [windowed](std::uint32_t) { return windowed; }, ""},
          {"min_by(..., 10)", [listed](std::uint32_t) { return listed; }, ""}};
}

void check_scores(Database& database, const Work& work, const Query& query, std::uint32_t call,
                  const PeopleScores& scores) {
  std::vector<std::uint64_t> packed(work.own.size());  // Nothing of who is left out.
  database.read(
      "SELECT person, (" + query.packed + ")::DOUBLE FROM (" + query.sql(call) + ")",
      [&](std::uint32_t person, double sum) { packed[person] = static_cast<std::uint64_t>(sum); });
  for (std::uint32_t person = 0; person < packed.size(); ++person) {
    if (!work.is_answer(scores, person, packed[person])) fail("DuckDB differs: " + query.name);
  }
}

void check_ranking(Database& database, const Work& work, const Query& query, std::uint32_t people) {
  std::vector<std::vector<std::uint32_t>> rows(people);
  database.read(query.sql(0), [&](std::uint32_t person, double level) {
    rows[person].push_back(static_cast<std::uint32_t>(level));
  });
  for (std::uint32_t person = 0; person < people; ++person) {
    if (!work.is_ranking(person, rows[person])) fail("DuckDB differs: " + query.name);
  }
}

}  // namespace

void add_duckdb(const Work& work, const char* library, std::vector<Case>& cases) {
  void* loaded = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (!loaded) return state_fact("DuckDB", "not installed, left out");
  const auto database = std::make_shared<Database>(loaded);
  state_fact("DuckDB", database->version() + ", 2 threads, in memory");
  load(*database, work);
  const auto add = [&](const char* name, const Query& query, double scale) {
    cases.push_back({name, "DuckDB, " + query.name, 2, scale, 1, 1,
                     [database, query](std::uint32_t call) { database->run(query.sql(call)); }});
  };
  for (const Query& query : one_level_queries(work)) {
    for (std::uint32_t call = 0; call < 5; ++call) {
      check_scores(*database, work, query, call, work.one_level[call]);
    }
    add("A", query, 1);
  }
  for (const Query& query : own_level_queries()) {
    check_scores(*database, work, query, 0, work.own_level);
    add("B", query, 1);
  }
  constexpr std::uint32_t part = 1'000;
  for (const Query& query : ranking_queries(part)) {
    check_ranking(*database, work, query, part);
    add("C", query, double{ranked_people} / part);
  }
}

}  // namespace skillmatrix::compare
