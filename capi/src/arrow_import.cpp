// Rosters from tables that come through Arrow.
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "arrow_columns.hpp"
#include "roster.hpp"

namespace capi = skillmatrix::capi;
using capi::arrow::Column;
using capi::arrow::no_number;
using capi::arrow::Numbers;
using capi::arrow::Table;
using capi::arrow::Taken;
using capi::arrow::Texts;
using skillmatrix::BuiltRoster;
using skillmatrix::Diagnostic;
using skillmatrix::Matrix;
using skillmatrix::Rank;
using skillmatrix::RosterColumns;
using skillmatrix::RosterOptions;
using skillmatrix::TextColumn;

namespace {

[[noreturn]] void refuse_both(const Table& table, const std::string& one,
                              const std::string& other) {
  table.refuse("“" + one + "” and “" + other + "” say the same in two ways; give one of them");
}

/// Ids. Elsewhere whole numbers often are ids, too, which nothing tells from positions: taking one
/// for the other would give people the ratings of others, so that they are never ids here.
Texts read_ids(const Column& column, const std::string& advice) {
  if (is_whole(column)) {
    column.refuse("its format is “" + std::string(column.format()) +
                  "”; whole numbers are no ids: " + advice);
  }
  return read_texts(column);
}

/// What ratings are about, one a row: by ids, or by positions in a column of another name.
struct Things {
  Texts ids;
  Numbers<std::uint32_t> positions;
};

Things read_things(Table& table, const std::string& name) {
  const std::string index = name + "_index";
  const auto positions = table.find(index);
  if (!positions) {
    return {read_ids(table.get(name),
                     "cast ids to texts, or name a column of positions “" + index + "”"),
            {}};
  }
  if (table.find(name)) refuse_both(table, name, index);
  return {{}, read_indices(*positions)};
}

/// The people, as columns of a roster.
class PeopleTable {
 public:
  explicit PeopleTable(Table table) : table_(std::move(table)) {
    ids_ = read_ids(table_.get("person"), "cast them to texts");
    const auto role_level = table_.find("role_level");
    const auto role = table_.find("role");
    if (role_level && role) refuse_both(table_, "role_level", "role");
    if (role_level && role_level->format() != "n")
      role_levels_ = read_optional_indices(*role_level);
    if (!role) return;
    roles_ = read_texts(*role);
    if (const auto level = table_.find("level")) levels_ = read_texts(*level);
  }

  void fill(RosterColumns& columns) {
    ids_.decode();
    columns.person_ids = ids_.texts;
    columns.own_role_levels = role_levels_.all;
    columns.own_roles = roles_.column();
    columns.own_levels = levels_.column();
  }

  [[nodiscard]] const Table& table() const { return table_; }

 private:
  Table table_;
  Texts ids_;
  Texts roles_;
  Texts levels_;
  Numbers<std::uint32_t> role_levels_;
};

/// The ratings, as columns of a roster.
class RatingTable {
 public:
  RatingTable(Table table, bool has_people) : table_(std::move(table)), has_people_(has_people) {
    if (!has_people && table_.find("person_index")) {
      table_.refuse("“person_index” has positions in the table of people, which is not given");
    }
    people_ = read_things(table_, "person");
    skills_ = read_things(table_, "skill");
    const Column rating = table_.get("rating");
    const auto none = table_.find("none");
    if (none) none_ = read_flags(*none);
    if (is_whole(rating)) {
      ranks_ = read_ranks(rating);
    } else {
      levels_ = read_texts_not_numbers(rating);
      if (!none) find_none();
    }
    find_unknown();
  }

  void fill(RosterColumns& columns) {
    Numbers<std::uint32_t>& positions = people_.positions;
    if (positions.all.empty() && columns.person_ids.empty() && has_people_) {
      positions.converted.assign(table_.rows(), no_number);  // There is nobody whom ids could mean.
      positions.all = positions.converted;
    }
    columns.people = positions.all;
    if (positions.all.empty()) columns.people_by_id = people_.ids.column();
    columns.skills = skills_.positions.all;
    columns.skill_ids = skills_.ids.column();
    columns.ranks = ranks_.all;
    columns.level_ids = levels_.column();
    columns.none = none_.all;
    columns.unknown = unknown_;
  }

  [[nodiscard]] const Table& table() const { return table_; }

 private:
  /// Without a column for that, a word says who holds none.
  void find_none() {
    const auto is_none = [](std::string_view text) { return text == "none"; };
    const std::vector<std::string_view>& texts = levels_.texts;
    if (std::none_of(texts.begin(), texts.end(), is_none)) return;
    const TextColumn levels = levels_.column();
    none_.converted.reserve(levels.size());
    for (std::size_t row = 0; row < levels.size(); ++row) {
      none_.converted.push_back(is_none(levels[row]) ? 1 : 0);
    }
    none_.all = none_.converted;
  }

  void find_unknown() {
    unknown_ = std::move(levels_.nulls.empty() ? ranks_.nulls : levels_.nulls);
    if (unknown_.empty() || none_.all.empty()) return;
    for (std::size_t row = 0; row < unknown_.size(); ++row) {
      if (none_.all[row] != 0) unknown_[row] = 0;
    }
  }

  Table table_;
  bool has_people_;
  Things people_;
  Things skills_;
  Texts levels_;
  Numbers<Rank> ranks_;
  Numbers<std::uint8_t> none_;
  std::vector<std::uint8_t> unknown_;
};

/// Has a finding about columns point into the tables.
void point_into_tables(Diagnostic& finding) {
  using Pair = std::pair<std::string_view, std::string_view>;
  static constexpr std::array places = {
      Pair{"/person_ids", "/people/person"},    Pair{"/own_role_levels", "/people/role_level"},
      Pair{"/own_roles", "/people/role"},       Pair{"/own_levels", "/people/level"},
      Pair{"/people_by_id", "/ratings/person"}, Pair{"/people", "/ratings/person_index"},
      Pair{"/skill_ids", "/ratings/skill"},     Pair{"/skills", "/ratings/skill_index"},
      Pair{"/level_ids", "/ratings/rating"},    Pair{"/ranks", "/ratings/rating"}};
  const std::string_view pointer = finding.pointer;
  const std::string_view column = pointer.substr(0, pointer.find('/', 1));
  for (const auto& [from, to] : places) {
    if (column != from) continue;
    finding.pointer.replace(0, from.size(), to);
    return;
  }
}

BuiltRoster import(const Matrix& matrix, Taken<ArrowArrayStream> ratings,
                   Taken<ArrowArrayStream> people, const RosterOptions& options) {
  std::vector<Diagnostic> findings;
  RosterColumns columns;
  std::optional<PeopleTable> people_table;
  if (people.is_there()) {
    people_table.emplace(Table("people", std::move(people)));
    people_table->fill(columns);
    people_table->table().report_unused(findings);
  }
  RatingTable rating_table(Table("ratings", std::move(ratings)), people_table.has_value());
  rating_table.fill(columns);
  rating_table.table().report_unused(findings);
  BuiltRoster built = capi::roster_of_columns(matrix, columns, options);
  for (Diagnostic& finding : built.diagnostics) point_into_tables(finding);
  built.diagnostics.insert(built.diagnostics.end(), std::make_move_iterator(findings.begin()),
                           std::make_move_iterator(findings.end()));
  return built;
}

}  // namespace

skm_status skm_roster_import_arrow(const skm_matrix* matrix, ArrowArrayStream* ratings,
                                   ArrowArrayStream* people, const skm_roster_options* options,
                                   skm_roster** out_roster, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    Taken<ArrowArrayStream> taken_ratings(ratings);
    Taken<ArrowArrayStream> taken_people(people);
    capi::Out out(out_roster, "out_roster");
    capi::arrow::check(taken_ratings, ratings, "ratings");
    if (people != nullptr) capi::arrow::check(taken_people, people, "people");
    const RosterOptions how = capi::roster_options_of(options);
    capi::build_roster(matrix, out, [&](const Matrix& numbers) {
      return import(numbers, std::move(taken_ratings), std::move(taken_people), how);
    });
  });
}
