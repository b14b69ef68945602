#include "skillmatrix/diagnostic.hpp"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <numeric>

#include "text/utf8.hpp"

namespace skillmatrix {
namespace {

constexpr Severity error = Severity::error;
constexpr Severity warning = Severity::warning;
constexpr Severity information = Severity::information;

constexpr CodeDescription table[] = {
    {Code::json_syntax, "json_syntax", error},
    {Code::ill_formed_utf8, "ill_formed_utf8", error},
    {Code::lone_surrogate, "lone_surrogate", error},
    {Code::embedded_nul, "embedded_nul", error},
    {Code::too_deep, "too_deep", error},
    {Code::too_large, "too_large", error},
    {Code::too_many, "too_many", error},
    {Code::duplicate_member, "duplicate_member", error},
    {Code::unknown_member, "unknown_member", error},
    {Code::missing_member, "missing_member", error},
    {Code::wrong_type, "wrong_type", error},
    {Code::unknown_enumerator, "unknown_enumerator", error},
    {Code::number_out_of_range, "number_out_of_range", error},
    {Code::malformed_date, "malformed_date", error},
    {Code::unsupported_schema, "unsupported_schema", error},
    {Code::byte_order_mark, "byte_order_mark", information},
    {Code::findings_omitted, "findings_omitted", warning},
    {Code::not_normalized, "not_normalized", information},
    {Code::unexpected_input, "unexpected_input", error},
    {Code::csv_syntax, "csv_syntax", error},
    {Code::csv_missing_column, "csv_missing_column", error},
    {Code::csv_duplicate_column, "csv_duplicate_column", error},
    {Code::csv_unused_column, "csv_unused_column", information},
    {Code::csv_row_width, "csv_row_width", error},
    {Code::csv_empty_cell, "csv_empty_cell", error},
    {Code::csv_surrounding_space, "csv_surrounding_space", warning},
    {Code::csv_duplicate_row, "csv_duplicate_row", warning},
    {Code::csv_contradictory_row, "csv_contradictory_row", error},
    {Code::csv_conflicting_text, "csv_conflicting_text", warning},
    {Code::csv_unknown_value, "csv_unknown_value", error},
    {Code::csv_unlevelled_value, "csv_unlevelled_value", information},
    {Code::csv_level_order, "csv_level_order", warning},
    {Code::csv_id_collision, "csv_id_collision", error},
    {Code::csv_missing_text, "csv_missing_text", information},
    {Code::csv_no_rows, "csv_no_rows", error},
    {Code::csv_invalid_option, "csv_invalid_option", error},
    {Code::csv_not_written, "csv_not_written", warning},
    {Code::csv_delimiter, "csv_delimiter", error},
    {Code::empty_id, "empty_id", error},
    {Code::duplicate_id, "duplicate_id", error},
    {Code::dangling_reference, "dangling_reference", error},
    {Code::category_cycle, "category_cycle", error},
    {Code::prerequisite_cycle, "prerequisite_cycle", error},
    {Code::duplicate_cell, "duplicate_cell", error},
    {Code::contradictory_cell, "contradictory_cell", error},
    {Code::level_not_in_scale, "level_not_in_scale", error},
    {Code::level_not_in_role, "level_not_in_role", error},
    {Code::empty_scale, "empty_scale", error},
    {Code::too_many_levels, "too_many_levels", error},
    {Code::values_not_rising, "values_not_rising", error},
    {Code::malformed_tag, "malformed_tag", error},
    {Code::duplicate_name, "duplicate_name", error},
    {Code::confusable_names, "confusable_names", warning},
    {Code::near_duplicate_names, "near_duplicate_names", information},
    {Code::colliding_labels, "colliding_labels", warning},
    {Code::repeated_description, "repeated_description", warning},
    {Code::skill_without_expectations, "skill_without_expectations", warning},
    {Code::role_without_expectations, "role_without_expectations", warning},
    {Code::deprecated_skill_required, "deprecated_skill_required", warning},
    {Code::falling_expectation, "falling_expectation", information},
    {Code::duplicate_reference, "duplicate_reference", warning},
    {Code::expires_before_assessed, "expires_before_assessed", warning},
    {Code::equivalent_tags, "equivalent_tags", error},
    {Code::unsafe_character, "unsafe_character", error},
    {Code::suspicious_character, "suspicious_character", warning},
    {Code::unusable_text_origin, "unusable_text_origin", warning},
    {Code::blank_text, "blank_text", warning},
    {Code::superfluous_space, "superfluous_space", warning},
    {Code::repeated_alias, "repeated_alias", information},
    {Code::nothing_expected, "nothing_expected", information},
    {Code::unknown_name, "unknown_name", error},
    {Code::invalid_option, "invalid_option", error},
    {Code::counterfactual_not_computed, "counterfactual_not_computed", information},
    {Code::message_syntax, "message_syntax", error},
    {Code::message_unknown_argument, "message_unknown_argument", error},
    {Code::message_missing_argument, "message_missing_argument", error},
    {Code::message_argument_type, "message_argument_type", error},
    {Code::message_plural_categories, "message_plural_categories", error},
    {Code::message_select_keys, "message_select_keys", error},
    {Code::message_duplicate_selector, "message_duplicate_selector", error},
    {Code::message_apostrophe, "message_apostrophe", error},
    {Code::message_space, "message_space", warning},
    {Code::message_not_nfc, "message_not_nfc", error},
    {Code::message_unchanged, "message_unchanged", information},
    {Code::message_unsafe_character, "message_unsafe_character", error},
    {Code::message_missing, "message_missing", warning},
    {Code::message_unknown_key, "message_unknown_key", information},
    {Code::message_too_deep, "message_too_deep", error},
    {Code::message_too_long, "message_too_long", error},
    {Code::message_unsupported, "message_unsupported", error},
    {Code::message_empty, "message_empty", error},
    {Code::catalog_locale, "catalog_locale", error},
    {Code::language_range_skipped, "language_range_skipped", warning},

    {Code::translation_missing, "translation_missing", warning},
    {Code::translation_stale, "translation_stale", warning},
    {Code::text_missing, "text_missing", warning},

    {Code::unreadable_file, "unreadable_file", error},
    {Code::unwritable_file, "unwritable_file", error},
    {Code::unknown_format, "unknown_format", error},
    {Code::unsupported_format, "unsupported_format", error},
    {Code::damaged_data, "damaged_data", error},
    {Code::other_matrix, "other_matrix", error},

    {Code::column_mismatch, "column_mismatch", error},
    {Code::duplicate_rating, "duplicate_rating", error},
    {Code::unknown_person, "unknown_person", error},
};

constexpr bool is_before(const CodeDescription& left, const CodeDescription& right) {
  return left.code < right.code;
}
static_assert(std::is_sorted(std::begin(table), std::end(table), is_before));

/// Where a long value is cut. It is for people to recognise, not to copy.
constexpr std::size_t longest_value = 80;
constexpr std::string_view ellipsis = "\u2026";

std::string shortened(std::string_view value) {
  if (value.size() <= longest_value) return text::to_well_formed(value);
  std::string start = text::to_well_formed(text::prefix(value, longest_value - ellipsis.size()));
  return start.append(ellipsis);
}

/// The edit distance of optimal string alignment, or something greater than `limit` as soon as it
/// is known to be greater.
std::size_t edit_distance(std::u32string_view left, std::u32string_view right, std::size_t limit) {
  std::vector<std::size_t> before(right.size() + 1);
  std::vector<std::size_t> above(right.size() + 1);
  std::vector<std::size_t> row(right.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= left.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, above[j] + 1, row[j - 1] + 1});
      const bool is_swap =
          i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
      if (is_swap) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    // A swap reaches back two rows, so both must be past the limit.
    const auto least = [](const std::vector<std::size_t>& cells) {
      return *std::min_element(cells.begin(), cells.end());
    };
    if (least(row) > limit && least(above) > limit) return limit + 1;
    before.swap(above);
    above.swap(row);
  }
  return above[right.size()];
}

}  // namespace

std::span<const CodeDescription> codes() { return table; }

const CodeDescription& describe(Code code) {
  const auto* found = std::lower_bound(
      std::begin(table), std::end(table), code,
      [](const CodeDescription& description, Code wanted) { return description.code < wanted; });
  static constexpr CodeDescription unknown{Code{}, "unknown", error};
  return found != std::end(table) && found->code == code ? *found : unknown;
}

std::string to_string(Code code) {
  const std::string number = std::to_string(static_cast<unsigned>(code));
  return "SKM" + std::string(number.size() < 4 ? 4 - number.size() : 0, '0') + number;
}

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::information:
      return "information";
  }
  return "error";
}

Diagnostic make_diagnostic(Code code, std::string pointer, std::string value,
                           std::vector<std::pair<std::string, std::string>> arguments) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.severity = describe(code).severity;
  diagnostic.pointer = std::move(pointer);
  diagnostic.value = shortened(value);
  diagnostic.arguments = std::move(arguments);
  return diagnostic;
}

std::string_view system_error_word(int number) {
  switch (number) {
    case ENOENT:
    case ENOTDIR:
      return "not_found";
    case EACCES:
    case EPERM:
    case EROFS:
      return "not_allowed";
    case EISDIR:
      return "directory";
    case ENOSPC:
    case EDQUOT:
      return "no_space";
    default:
      return "system";
  }
}

bool has_errors(std::span<const Diagnostic> diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::error;
  });
}

std::optional<std::string_view> nearest(std::string_view value,
                                        std::span<const std::string_view> candidates) {
  // Nobody mistypes a name of this length; the bound keeps hostile input cheap.
  if (value.size() > longest_misspelling) return std::nullopt;
  const std::u32string wanted = text::code_points(value);
  // A slip leaves something of the word standing.
  if (wanted.size() < 2 || wanted.size() > longest_misspelling / 4) return std::nullopt;
  std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
  std::optional<std::string_view> best;
  for (const std::string_view candidate : candidates) {
    if (candidate.empty() || candidate.size() > 2 * longest_misspelling) continue;
    const std::u32string given = text::code_points(candidate);
    const std::size_t difference =
        given.size() > wanted.size() ? given.size() - wanted.size() : wanted.size() - given.size();
    if (difference > limit) continue;
    const std::size_t distance = edit_distance(wanted, given, limit);
    if (distance > limit) continue;
    best = candidate;
    if (distance == 0) break;
    limit = distance - 1;
  }
  return best;
}

}  // namespace skillmatrix
