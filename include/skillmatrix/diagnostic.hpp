// Findings: what is wrong with an input, where, and how to mend it.
//
// Every function here is pure and may be called from any number of threads. None fails. Views of
// constant texts (names, patterns, severities) live as long as the program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace skillmatrix {

/// An error stops the load; warnings and information do not.
enum class Severity { error, warning, information };

/// The stable code of a finding. A number is never used again for something else.
/// `docs/diagnostics.md` has an example and the fix for each.
enum class Code : std::uint16_t {
  // 1: the form of a JSON document
  json_syntax = 1001,
  ill_formed_utf8 = 1002,
  lone_surrogate = 1003,
  embedded_nul = 1004,
  too_deep = 1005,
  too_large = 1006,
  too_many = 1007,
  duplicate_member = 1008,
  unknown_member = 1009,
  missing_member = 1010,
  wrong_type = 1011,
  unknown_enumerator = 1012,
  number_out_of_range = 1013,
  malformed_date = 1014,
  unsupported_schema = 1015,
  byte_order_mark = 1016,
  findings_omitted = 1017,
  not_normalized = 1018,
  unexpected_input = 1019,

  // 2: the form of a CSV table
  csv_syntax = 2001,
  csv_missing_column = 2002,
  csv_duplicate_column = 2003,
  csv_unused_column = 2004,
  csv_row_width = 2005,
  csv_empty_cell = 2006,
  csv_surrounding_space = 2007,
  csv_duplicate_row = 2008,
  csv_contradictory_row = 2009,
  csv_conflicting_text = 2010,
  csv_unknown_value = 2011,
  csv_unlevelled_value = 2012,
  csv_level_order = 2013,
  csv_id_collision = 2014,
  csv_missing_text = 2015,
  csv_no_rows = 2016,
  csv_invalid_option = 2017,
  csv_not_written = 2018,
  csv_delimiter = 2019,

  // 3: the sense of a framework or a profile
  empty_id = 3001,
  duplicate_id = 3002,
  dangling_reference = 3003,
  category_cycle = 3004,
  prerequisite_cycle = 3005,
  duplicate_cell = 3006,
  contradictory_cell = 3007,
  level_not_in_scale = 3008,
  level_not_in_role = 3009,
  empty_scale = 3010,
  too_many_levels = 3011,
  values_not_rising = 3012,
  malformed_tag = 3013,
  duplicate_name = 3014,
  confusable_names = 3015,
  near_duplicate_names = 3016,
  colliding_labels = 3017,
  repeated_description = 3018,
  skill_without_expectations = 3019,
  role_without_expectations = 3020,
  deprecated_skill_required = 3021,
  falling_expectation = 3022,
  duplicate_reference = 3023,
  expires_before_assessed = 3024,
  equivalent_tags = 3025,
  unsafe_character = 3026,
  suspicious_character = 3027,
  unusable_text_origin = 3028,
  blank_text = 3029,
  superfluous_space = 3030,
  repeated_alias = 3031,

  // 4: the sense of a question
  nothing_expected = 4001,
  unknown_name = 4002,
  invalid_option = 4003,
  counterfactual_not_computed = 4004,

  // 5: catalogs of messages, and the languages of readers
  message_syntax = 5001,
  message_unknown_argument = 5002,
  message_missing_argument = 5003,
  message_argument_type = 5004,
  message_plural_categories = 5005,
  message_select_keys = 5006,
  message_duplicate_selector = 5007,
  message_apostrophe = 5008,
  message_space = 5009,
  message_not_nfc = 5010,
  message_unchanged = 5011,
  message_unsafe_character = 5012,
  message_missing = 5013,
  message_unknown_key = 5014,
  message_too_deep = 5015,
  message_too_long = 5016,
  message_unsupported = 5017,
  message_empty = 5018,
  catalog_locale = 5019,
  language_range_skipped = 5020,

  // 5: translations of a framework
  translation_missing = 5030,
  translation_stale = 5031,
  text_missing = 5032,

  // 6: files, and what is saved in them
  unreadable_file = 6001,
  unwritable_file = 6002,
  unknown_format = 6003,
  unsupported_format = 6004,
  damaged_data = 6005,
  other_matrix = 6006,

  // 7: the form of columns
  column_mismatch = 7001,
  duplicate_rating = 7002,
  unknown_person = 7003,
};

/// What is known of a code without an input. Its wording is the message "diagnostic.<name>" of the
/// catalogs.
struct CodeDescription {
  Code code;
  std::string_view name;  ///< The enumerator: "unknown_member".
  Severity severity;      ///< The usual severity.
};

/// Every code, in rising order. O(1).
std::span<const CodeDescription> codes();

/// The description of one code, which must be one of `codes()`. O(log codes).
const CodeDescription& describe(Code code);

/// "SKM1009": the number of the code, as documentation and tools have it. O(1).
std::string to_string(Code code);

/// "error", "warning" or "information". O(1).
std::string_view to_string(Severity severity);

/// One finding. Positions are those of the offending value in the source it was read from.
struct Diagnostic {
  Code code = Code::json_syntax;
  Severity severity = Severity::error;
  std::string pointer;       ///< JSON pointer (RFC 6901) of the value; "" is the whole document.
  std::uint64_t line = 0;    ///< From 1; 0 if the source is not known.
  std::uint64_t column = 0;  ///< From 1, in code points, as editors count.
  std::uint64_t offset = 0;  ///< From 0, in bytes; means nothing while `column` is 0.
  std::uint64_t row = 0;     ///< CSV: the record, from 1, the header included; 0 otherwise.
  std::string field;         ///< CSV: the name of the column.
  std::string value;         ///< The offending value, shortened if it is long.
  std::string suggestion;    ///< What was probably meant, or what to write instead; may be empty.
  /// Further arguments of the message, by name: data (an id, a number), or the word of a case of
  /// the message ("whole_number"). Empty ones count as not given.
  std::vector<std::pair<std::string, std::string>> arguments;

  /// The message in English, without position and suggestion; one line. `Language` has it in other
  /// languages. O(length).
  [[nodiscard]] std::string message() const;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// A diagnostic of `code` with its usual severity, without a position. A long `value` is shortened.
/// O(length).
Diagnostic make_diagnostic(Code code, std::string pointer = {}, std::string value = {},
                           std::vector<std::pair<std::string, std::string>> arguments = {});

/// The word for an error of the system, of which `errno` has the number, in findings about files:
/// "not_found", "not_allowed", "directory", "no_space", or "system" for all others. Hosts that read
/// and write files themselves can choose their messages by it, too. O(1). Thread class: pure.
std::string_view system_error_word(int number);

/// Whether any of them is an error. O(n).
bool has_errors(std::span<const Diagnostic> diagnostics);

/// In bytes: nothing longer has a `nearest`. A quarter of that, in characters, is the most that is
/// compared, so that hostile input stays cheap.
inline constexpr std::size_t longest_misspelling = 256;

/// The candidate nearest to `value` by edit distance (insert, delete, replace, swap), if any is
/// near enough to be a likely slip: at most a third of its length, at least one. Ties go to the
/// first. O(candidates x length^2), on error paths only.
std::optional<std::string_view> nearest(std::string_view value,
                                        std::span<const std::string_view> candidates);

}  // namespace skillmatrix
