// Tables of expectations on their way to a framework; private to the library.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "csv_table.hpp"
#include "skillmatrix/csv.hpp"

namespace skillmatrix::csv::expectations {

/// In the order of `expectations_csv_fields()`.
enum Field : std::size_t {
  role_id,
  role,
  role_summary,
  role_category_id,
  role_category,
  level_id,
  level,
  level_rank,
  level_focus,
  skill_id,
  skill,
  skill_summary,
  skill_category_id,
  skill_category,
  skill_level,
  skill_level_rank,
  skill_level_description,
  necessity,
  weight,
  description,
};

inline constexpr std::array<std::string_view, 20> field_names{
    "role_id",
    "role",
    "role_summary",
    "role_category_id",
    "role_category",
    "level_id",
    "level",
    "level_rank",
    "level_focus",
    "skill_id",
    "skill",
    "skill_summary",
    "skill_category_id",
    "skill_category",
    "skill_level",
    "skill_level_rank",
    "skill_level_description",
    "necessity",
    "weight",
    "description",
};

/// The fields with texts and names. Where a table has no ids, these make them.
inline constexpr std::array<std::size_t, 11> read_by_people{
    role,       role_summary,  role_category,  level,       level_focus,
    skill,      skill_summary, skill_category, skill_level, skill_level_description,
    description};

/// A text that many rows repeat.
struct Text {
  std::string value;
  std::uint64_t row = 0;  // where the value was first
  std::optional<Place> first_empty;
  std::string placeholder;  // what stood in the first empty cell
  std::uint64_t empty_rows = 0;
};

struct NamedLevel {
  std::string id;
  std::string title;
  std::optional<std::uint64_t> rank;
  std::optional<Place> place;  // nothing for a level that only the options name

  [[nodiscard]] std::string_view name() const { return title.empty() ? id : title; }
};

/// A scale while it is being found out.
struct Ladder {
  std::vector<NamedLevel> levels;
  std::map<std::string, std::size_t, std::less<>> by_id;
  std::map<std::string, std::size_t, std::less<>> by_title;
  bool is_closed = false;  // the options list all levels
};

/// The categories of a role or a skill.
struct Membership {
  Text text;  // only to count the empty cells
  std::vector<std::string> ids;
  std::set<std::size_t> known;
};

struct RoleEntry {
  std::string id;
  Text title;
  Text summary;
  Membership categories;
  std::size_t ladder = 0;
  std::map<std::size_t, Text> focus;
};

struct SkillEntry {
  std::string id;
  Text title;
  Text summary;
  Membership categories;
  std::map<std::size_t, Text> levels;
};

/// What one row expects, by position in the lists of the table.
struct ExpectedCell {
  std::size_t role;
  std::size_t level;
  std::size_t skill;
  Necessity necessity = Necessity::required;
  std::optional<std::size_t> skill_level;
  std::uint16_t weight = 1;
  Text description;
  std::uint64_t row = 0;
};

/// What the rows of a table say.
struct Table {
  std::vector<RoleEntry> roles;
  std::vector<SkillEntry> skills;
  std::vector<Category> categories;
  std::vector<Text> category_titles;  // of each category
  Ladder empty_ladder;                // as the options have every ladder start
  std::vector<Ladder> ladders;
  Ladder skill_scale;
  std::vector<ExpectedCell> cells;
};

/// Whether the text is a placeholder for no level, such as "NOT IN USE".
bool is_unlevelled(const ExpectationsCsvOptions& options, std::string_view text);

/// Reads all rows into the table; says how many there were.
std::uint64_t read_rows(Tokenizer& tokenizer, const ExpectationsCsvOptions& options,
                        const Columns& columns, Findings& findings, Table& table);

/// How the levels of a scale are put in order, unless the options list them.
struct LevelOrder {
  std::string_view id;      // of the scale
  std::string_view column;  // that names the levels
  std::span<const std::string> patterns;
  bool has_ranks = false;  // in a column; patterns go before
};

/// The levels of the scale, lowest first, as positions in `levels`.
std::vector<std::size_t> sort_levels(const Ladder& ladder, const LevelOrder& order,
                                     Findings& findings);

/// The framework that the table tells of; nothing if there was an error.
std::optional<Framework> make_framework(Table&& table, const ExpectationsCsvOptions& options,
                                        const Columns& columns, Findings& findings);

}  // namespace skillmatrix::csv::expectations
