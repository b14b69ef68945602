// CSV: tables that people keep in spreadsheets, in and out.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "skillmatrix/framework.hpp"
#include "skillmatrix/json.hpp"
#include "skillmatrix/profile.hpp"
#include "skillmatrix/requirement.hpp"
#include "skillmatrix/result.hpp"

namespace skillmatrix {

/// Whether all roles climb one ladder, or each climbs its own.
enum class CsvLadder { shared, per_role };

/// A level that a table is expected to name.
struct CsvLevel {
  std::string title;  ///< As in the cells.
  std::string id;     ///< Also accepted in cells; when empty, `csv_id(title)`.

  friend bool operator==(const CsvLevel&, const CsvLevel&) = default;
};

/// How to read a table of expectations, one cell of the matrix a row.
struct ExpectationsCsvOptions {
  ReadOptions limits;  ///< `max_elements` bounds the rows; `max_depth` has no meaning here.

  /// The column of each field: field name -> column header, see `expectations_csv_fields()`. When
  /// empty, every column whose header is a field name, in upper or lower case, is that field; one
  /// that is exactly the name goes before others. Otherwise only what is listed is read, exactly,
  /// and each other column is reported as unused.
  std::map<std::string, std::string> columns;

  /// What separates cells: one ASCII character other than a quote, a line break and U+0000.
  std::string delimiter = ",";

  std::string framework_id = "framework";
  std::string framework_title;        ///< Empty: none.
  std::string default_locale = "en";  ///< BCP-47 tag of the language that the table is in.
  bool trim_spaces = true;            ///< Drop spaces around a cell, with a warning.

  CsvLadder ladder = CsvLadder::shared;
  /// Id of the shared ladder. A ladder per role is called `ladder_id + '-' + id of the role`.
  std::string ladder_id = "seniority";
  /// The role levels, lowest first. A level that is not listed is an error. Goes before
  /// `level_order`, and before a `level_rank` column.
  std::vector<CsvLevel> ladder_levels;
  /// Patterns for role levels, lowest first; `*` stands for any text: "Junior*", "*", "Lead*". Of
  /// the patterns that match a level, the one with the most literal bytes places it, then the
  /// first. Levels that share a place stay in order of appearance, with a warning.
  std::vector<std::string> level_order;

  std::string skill_scale_id = "proficiency";
  /// The levels of the skill scale, lowest first. A level that is not listed is an error. When
  /// empty, the order of a `skill_level_rank` column, or of appearance, with a warning.
  std::vector<CsvLevel> skill_levels;
  /// Values of the `skill_level` column that state no level, such as "NOT IN USE"; "" allows empty
  /// cells. Each use is reported as information.
  std::vector<std::string> unlevelled_values;

  Necessity default_necessity = Necessity::required;  ///< When there is no `necessity` column.
  /// Words for necessities, exactly as in the cells. When empty: `required`, `optional`.
  std::map<std::string, Necessity> necessity_values;

  /// Accept rows without a cell: those that leave all of the skill empty declare a role level, and
  /// those that leave role and level empty declare a skill. Otherwise empty names are errors.
  bool rows_without_cell = false;
};

/// The fields of a table of expectations, in the order in which they are written:
///
/// `role_id`, `role`, `role_summary`, `role_category_id`, `role_category` (family), `level_id`,
/// `level`, `level_rank`, `level_focus`, `skill_id`, `skill`, `skill_summary`, `skill_category_id`,
/// `skill_category` (group), `skill_level`, `skill_level_rank`, `skill_level_description`,
/// `necessity`, `weight`, `description`.
///
/// Needed are `role` or `role_id`, `level` or `level_id`, `skill` or `skill_id`.
std::span<const std::string_view> expectations_csv_fields();

/// The id that a name gets where a table has no id column: ASCII letters in lower case, digits, `+`
/// and `#` as they are, runs of other ASCII as one `-` (none at the ends), everything else kept.
/// A name of which nothing would be left is its own id. O(length). Thread class: pure.
std::string csv_id(std::string_view name);

/// Reads a table of expectations (RFC 4180 but for the delimiter, UTF-8, header row first) as a
/// framework.
///
/// All findings come at once, with row, column name, line, column, offset and value: SKM2xxx, and
/// SKM1xxx for what all texts share. Nothing is repaired in silence: trimmed spaces, dropped
/// duplicate rows, texts that differ between rows, levels without an order are all reported, and so
/// are texts that were not in Unicode's normal form C, which they are put into (cells of ids stay).
/// A malformed quote ends the reading, since what follows it has no certain meaning. Errors leave
/// no value. The framework has yet to pass `validate`. Complexity: O(n log n) in the text, but for
/// suggestions, which only errors ask for. Thread class: pure; any number of calls at once.
Result<Framework> read_expectations_csv(std::string_view csv,
                                        const ExpectationsCsvOptions& options = {});

/// Writes a framework as a table of expectations, in one language, under the field names: texts in
/// `locale` only (an absent text is an empty cell), the first category of a role and of a skill,
/// lines ending in LF, quotes where RFC 4180 needs them. Rows are in the order of the expectations;
/// roles, levels, skills and skill level texts that no expectation mentions follow in rows without
/// a cell. Levels of skills are written by title, if the titles of the scale tell them apart. A
/// table has one skill scale, that of the first skill; levels of skills on another are written by
/// id. Cells are written as they are: a spreadsheet may take one that starts with `=` for a
/// formula.
///
/// There is always a value. What a table has no place for is reported, `csv_not_written` once for
/// each kind, so that nothing is lost in silence.
///
/// `read_expectations_csv(text, expectations_csv_options(framework, locale))` gives the same roles,
/// levels, skills and expectations, if nothing of them was reported, and writing those gives the
/// same bytes. The strings must be UTF-8. Complexity: O(n log n). Thread class: pure.
Result<std::string> write_expectations_csv(const Framework& framework, std::string_view locale);

/// The options that read back what `write_expectations_csv` wrote in that language: ids, title,
/// ladder and levels are those of the framework, of which all else is not looked at. Never fails.
/// O(roles + scales). Thread class: pure.
ExpectationsCsvOptions expectations_csv_options(const Framework& framework,
                                                std::string_view locale);

/// How to read a table of ratings, one rating a row.
struct RatingsCsvOptions {
  ReadOptions limits;  ///< `max_elements` bounds the rows; `max_depth` has no meaning here.
  /// As in `ExpectationsCsvOptions`; the fields are `ratings_csv_fields()`.
  std::map<std::string, std::string> columns;
  std::string delimiter = ",";  ///< As in `ExpectationsCsvOptions`.
  std::string none = "none";    ///< In `rating`: assessed, and holds none of it.
  bool trim_spaces = true;      ///< Drop spaces around a cell, with a warning.
};

/// The fields of a table of ratings, in the order in which they are written: `person`, `name`,
/// `role`, `level` (of the role), `skill`, `rating` (id of a level of the skill's scale), `source`,
/// `confidence`, `assessed`, `expires`, `evidence_uri`, `evidence_note`. Needed are `person`,
/// `skill` and `rating`.
std::span<const std::string_view> ratings_csv_fields();

/// Where a cell stands in a table. Counted as in a `Diagnostic`; a line may end in CR, LF or both.
struct CsvPlace {
  std::uint64_t row = 0;
  std::uint64_t line = 1;
  std::uint64_t column = 1;
  std::uint64_t offset = 0;

  friend bool operator==(const CsvPlace&, const CsvPlace&) = default;
};

/// Where the cells of a rating stand: of the first of its rows, if it has several.
struct CsvRatingPlace {
  CsvPlace skill;
  CsvPlace rating;

  friend bool operator==(const CsvRatingPlace&, const CsvRatingPlace&) = default;
};

/// The people of a table of ratings: what the good rows say, and the findings of all rows.
struct RatingsCsv {
  std::vector<Profile> profiles;    ///< In order of appearance.
  std::vector<std::uint64_t> rows;  ///< For each profile, its first good row; the header is row 1.
  /// For each profile, where each of its ratings stands.
  std::vector<std::vector<CsvRatingPlace>> places;
  std::uint64_t rejected = 0;  ///< Rows that had an error.
  /// Errors of the table as a whole (columns, options, syntax) as well as of rows.
  std::vector<Diagnostic> diagnostics;
};

/// Reads a table of ratings (RFC 4180 but for the delimiter, UTF-8, header row first), one rating a
/// row.
///
/// A person is all rows with one `person`, wherever they stand. A row with neither skill nor rating
/// is a person without ratings. Rows of one person that follow each other and differ in evidence
/// only are one rating with several pieces of evidence. A bad row is reported and counted, and does
/// not stop the others; a malformed quote does.
/// Complexity: O(n log n). Thread class: pure.
RatingsCsv read_ratings_csv(std::string_view csv, const RatingsCsvOptions& options = {});

/// Writes the ratings of people as a table under the field names, lines ending in LF. Extensions
/// have no place in it. An error, and no value, if the id of a held level is the word for none,
/// since reading could not tell them apart. O(n). Thread class: pure.
Result<std::string> write_ratings_csv(std::span<const Profile> profiles,
                                      std::string_view none = "none");

}  // namespace skillmatrix
