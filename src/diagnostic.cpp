#include "skillmatrix/diagnostic.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "text/utf8.hpp"

namespace skillmatrix {
namespace {

constexpr Severity error = Severity::error;
constexpr Severity warning = Severity::warning;
constexpr Severity information = Severity::information;

/// A part in [brackets] is left out unless all its arguments are there.
constexpr CodeDescription table[] = {
    {Code::json_syntax, "json_syntax", error, "not valid JSON[: {detail}]"},
    {Code::ill_formed_utf8, "ill_formed_utf8", error,
     "ill-formed UTF-8[ at byte {value}]; save the text as UTF-8"},
    {Code::lone_surrogate, "lone_surrogate", error,
     "half a surrogate pair[ '{value}']; write both halves, or the character itself"},
    {Code::embedded_nul, "embedded_nul", error,
     "the character U+0000 in a text[ '{value}']; remove it"},
    {Code::too_deep, "too_deep", error,
     "arrays and objects are nested too deeply[; at most {limit} levels are read]"},
    {Code::too_large, "too_large", error,
     "the input is too large[; at most {limit} bytes are read]"},
    {Code::too_many, "too_many", error, "too many elements[; at most {limit} are read]"},
    {Code::duplicate_member, "duplicate_member", error,
     "duplicate member[ '{member}'] in an object; keep one"},
    {Code::unknown_member, "unknown_member", error,
     "unknown member[ '{member}'][ of {type}]; members of your own go into 'extensions'"},
    {Code::missing_member, "missing_member", error, "missing member[ '{member}'][ of {type}]"},
    {Code::wrong_type, "wrong_type", error,
     "wrong type of value[: expected {expected}][, found {found}]"},
    {Code::unknown_enumerator, "unknown_enumerator", error,
     "unknown value[ '{value}'][; expected one of {expected}]"},
    {Code::number_out_of_range, "number_out_of_range", error,
     "number[ {value}] out of range[; expected {least} to {most}]"},
    {Code::malformed_date, "malformed_date", error,
     "[invalid date '{value}'; ]expected a day of the calendar as YYYY-MM-DD"},
    {Code::unsupported_schema, "unsupported_schema", error,
     "unsupported schema[ '{value}'][; expected '{expected}']"},
    {Code::byte_order_mark, "byte_order_mark", information,
     "a byte order mark at the start of the text was skipped"},
    {Code::findings_omitted, "findings_omitted", warning,
     "[{count} ]further findings are not shown; mend these first"},
    {Code::not_normalized, "not_normalized", information,
     "the text[ '{value}'] is not in Unicode's normal form C[ at byte {offset}]; it is taken in "
     "that form"},

    {Code::csv_syntax, "csv_syntax", error, "malformed CSV[: {detail}][, found '{value}']"},
    {Code::csv_missing_column, "csv_missing_column", error,
     "no column[ '{column}'] in the header[ for the field '{field}']"},
    {Code::csv_duplicate_column, "csv_duplicate_column", error,
     "duplicate column[ '{value}'] in the header; keep one"},
    {Code::csv_unused_column, "csv_unused_column", information, "column[ '{value}'] is not used"},
    {Code::csv_row_width, "csv_row_width", error,
     "wrong number of cells in the row[: expected {expected}][, found {found}]"},
    {Code::csv_empty_cell, "csv_empty_cell", error, "empty cell where a value is needed"},
    {Code::csv_surrounding_space, "csv_surrounding_space", warning,
     "white space around[ '{value}'] was removed"},
    {Code::csv_duplicate_row, "csv_duplicate_row", warning,
     "the row repeats[ row {row}][ ({what})]; remove one"},
    {Code::csv_contradictory_row, "csv_contradictory_row", error,
     "the row contradicts[ row {row}][ on {what}]; keep one"},
    {Code::csv_conflicting_text, "csv_conflicting_text", warning,
     "different text[ for {what}] than before[, in row {row}]; the first one is used"},
    {Code::csv_unknown_value, "csv_unknown_value", error,
     "unknown value[ '{value}'][; expected one of {expected}]"},
    {Code::csv_unlevelled_value, "csv_unlevelled_value", information,
     "the value[ '{value}'] states no level of the skill"},
    {Code::csv_level_order, "csv_level_order", warning,
     "the order of the levels[ of {what}] is that of the rows; name the levels in the options to "
     "set it"},
    {Code::csv_id_collision, "csv_id_collision", error,
     "[the name '{value}' makes the same id as another one][: '{other}']; give it an id of its "
     "own"},
    {Code::csv_missing_text, "csv_missing_text", information, "no text[ for {what}]"},
    {Code::csv_no_rows, "csv_no_rows", error, "the table has no rows below the header"},
    {Code::csv_invalid_option, "csv_invalid_option", error,
     "invalid option[ '{option}'][ with the value '{value}'][: {detail}][; expected one of "
     "{expected}]"},
    {Code::csv_not_written, "csv_not_written", warning,
     "the table has no place for[ '{value}'][; the framework has {count}]"},

    {Code::empty_id, "empty_id", error,
     "empty id; give it one that nothing else[ among the {kind}] has"},
    {Code::duplicate_id, "duplicate_id", error,
     "duplicate id[ '{value}'][; first used at {first}]"},
    {Code::dangling_reference, "dangling_reference", error,
     "no {kind}[ '{value}'] in the framework"},
    {Code::category_cycle, "category_cycle", error,
     "categories that are their own ancestors[: {cycle}]; remove one of these parents"},
    {Code::prerequisite_cycle, "prerequisite_cycle", error,
     "skills that require themselves[: {cycle}]; remove one of these prerequisites"},
    {Code::duplicate_cell, "duplicate_cell", error,
     "duplicate expectation[ of '{role}' at '{level}' for '{skill}'][; first stated at {first}]"},
    {Code::contradictory_cell, "contradictory_cell", error,
     "contradictory expectations[ of '{role}' at '{level}' for '{skill}'][; first stated at "
     "{first}]"},
    {Code::level_not_in_scale, "level_not_in_scale", error,
     "no level[ '{value}'] in the scale[ '{scale}']"},
    {Code::level_not_in_role, "level_not_in_role", error,
     "level[ '{value}'] is not one that the role[ '{role}'] uses"},
    {Code::empty_scale, "empty_scale", error,
     "scale[ '{value}'] without levels; give it at least one"},
    {Code::too_many_levels, "too_many_levels", error,
     "too many levels in a scale[: {count}][; at most {limit} are possible]"},
    {Code::values_not_rising, "values_not_rising", error,
     "value[ {value}] of a level must be at least 1 and greater than that of the level below[, "
     "{previous}]"},
    {Code::malformed_tag, "malformed_tag", error, "invalid language tag[ '{value}'][: {detail}]"},
    {Code::duplicate_name, "duplicate_name", error,
     "duplicate name[ '{value}'][ among the {kind}][ in '{locale}'][; first used at {first}]"},
    {Code::confusable_names, "confusable_names", warning,
     "the name[ '{value}'] looks like[ '{other}' at {first}, which is] another one of the "
     "same kind[ in '{locale}']"},
    {Code::near_duplicate_names, "near_duplicate_names", information,
     "the name[ '{value}'] differs from[ '{other}' at {first}, which is] another one of the same "
     "kind, only in accents or the like[ in '{locale}']"},
    {Code::colliding_labels, "colliding_labels", warning,
     "the label[ '{value}'] stands for several levels of a scale[ in '{locale}'][; first used at "
     "{first}]"},
    {Code::repeated_description, "repeated_description", warning,
     "the description repeats[ that at {first}] word for word[ in '{locale}']; say what differs"},
    {Code::skill_without_expectations, "skill_without_expectations", warning,
     "no role expects the skill[ '{value}']"},
    {Code::role_without_expectations, "role_without_expectations", warning,
     "nothing is expected of the role[ '{value}']"},
    {Code::deprecated_skill_required, "deprecated_skill_required", warning,
     "the deprecated skill[ '{value}'] is still required[; it was replaced by '{replacement}']"},
    {Code::falling_expectation, "falling_expectation", information,
     "less is expected[ of '{role}' for '{skill}'][ at '{level}'] than at the level below[: "
     "'{value}' after '{previous}']"},
    {Code::duplicate_reference, "duplicate_reference", warning,
     "duplicate reference[ to '{value}'][; first at {first}]"},
    {Code::expires_before_assessed, "expires_before_assessed", warning,
     "the rating expires[ on {value},] before it was assessed[, on {assessed}]"},
    {Code::equivalent_tags, "equivalent_tags", error,
     "the language tag[ '{value}'] is another one for the same language[ as that at {first}]; keep "
     "one"},
    {Code::unsafe_character, "unsafe_character", error,
     "the character[ {value}][ at byte {offset}] must not be in a text[: {what}]; remove it"},
    {Code::suspicious_character, "suspicious_character", warning,
     "the character[ {value}][ at byte {offset}] is out of place in a text[: {what}]; check that "
     "it "
     "is meant"},
    {Code::unusable_text_origin, "unusable_text_origin", warning,
     "nothing tells whether the translation is older than its source[: {detail}]"},

    {Code::nothing_expected, "nothing_expected", information,
     "nothing is expected here; the score over no cells is 1"},
    {Code::unknown_name, "unknown_name", error, "unknown {kind}[ '{value}']"},
    {Code::invalid_option, "invalid_option", error, "invalid option[ '{value}'][: {detail}]"},
    {Code::counterfactual_not_computed, "counterfactual_not_computed", information,
     "the least set of raises was not computed[: {detail}]"},

    {Code::message_syntax, "message_syntax", error,
     "malformed pattern of a message[ at byte {offset}][: {detail}]"},
    {Code::message_unknown_argument, "message_unknown_argument", error,
     "argument[ '{value}'] that the source of the message does not have"},
    {Code::message_missing_argument, "message_missing_argument", error,
     "the argument[ '{value}'] of the source is not used"},
    {Code::message_argument_type, "message_argument_type", error,
     "the argument[ '{value}'] is used[ as {found},] unlike in the source[: {expected}]"},
    {Code::message_plural_categories, "message_plural_categories", error,
     "wrong cases of the plural[ of '{argument}'][: {detail}][; this language asks for "
     "{expected}]"},
    {Code::message_select_keys, "message_select_keys", error,
     "wrong cases of the select[ of '{argument}'][: {detail}][; the source has {expected}]"},
    {Code::message_duplicate_selector, "message_duplicate_selector", error,
     "duplicate case[ '{value}'][ at byte {offset}]; keep one"},
    {Code::message_apostrophe, "message_apostrophe", error,
     "an apostrophe before a brace[ at byte {offset}] quotes what follows[: {detail}]; write "
     "\u2019 "
     "or two apostrophes"},
    {Code::message_space, "message_space", warning, "white space[ {detail}] of a message"},
    {Code::message_not_nfc, "message_not_nfc", error, "the text is not in Unicode's normal form C"},
    {Code::message_unchanged, "message_unchanged", information,
     "the same text[ '{value}'] as in the source; if it is meant, list the key as 'unchanged'"},
    {Code::message_unsafe_character, "message_unsafe_character", error,
     "unsafe character[ at byte {offset}][: {detail}]"},
    {Code::message_missing, "message_missing", warning, "no text for the message[ '{value}']"},
    {Code::message_unknown_key, "message_unknown_key", information,
     "message[ '{value}'] that the source does not have"},
    {Code::message_too_deep, "message_too_deep", error,
     "the cases of a message are nested too deeply, or too many[; at most {limit} levels and "
     "{most} choices are read]"},
    {Code::message_too_long, "message_too_long", error,
     "the message is too long[; at most {limit} bytes are read]"},
    {Code::message_unsupported, "message_unsupported", error,
     "form of argument that messages do not have[ at byte {offset}][: {detail}]; use a plain "
     "argument, number, plural, selectordinal or select"},
    {Code::message_empty, "message_empty", error, "the message has no text"},
    {Code::catalog_locale, "catalog_locale", error,
     "invalid language[ '{value}'] of a catalog[: {detail}]"},
    {Code::language_range_skipped, "language_range_skipped", warning,
     "the language[ '{value}'] in the list of preferred languages was skipped[: {detail}]"},

    {Code::translation_missing, "translation_missing", warning,
     "no translation[ into '{locale}'][ of the {kind} {field}][ '{value}'][; readers get it in "
     "'{served}']"},
    {Code::translation_stale, "translation_stale", warning,
     "the translation[ into '{locale}'] is older than its source[, the {kind} {field} '{value}'][: "
     "made from {stated}, which is now {current}]"},
    {Code::text_missing, "text_missing", warning,
     "no text in any language[ for the {kind} {field}]"},
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

/// Controls, and what would turn the rest of the message around.
bool is_shown_by_number(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || (point >= 0x2028 && point <= 0x202E) ||
         (point >= 0x2066 && point <= 0x2069);
}

/// Appends text to a message, which is one line: such characters become U+000A and the like.
void append_visible(std::string& message, std::string_view shown) {
  for (std::size_t at = 0; at < shown.size();) {
    const auto [point, length] = text::point_at(shown, at);
    if (is_shown_by_number(point)) {
      message += text::notation(point);
    } else {
      message += shown.substr(at, length);
    }
    at += length;
  }
}

/// Fills the arguments of a diagnostic into its pattern.
class Filler {
 public:
  explicit Filler(const Diagnostic& diagnostic) : diagnostic_(diagnostic) {}

  std::string fill(std::string_view pattern) {
    std::string message;
    while (!pattern.empty()) {
      const std::size_t open = std::min(pattern.find('['), pattern.size());
      append(message, pattern.substr(0, open));
      pattern.remove_prefix(open);
      if (pattern.empty()) break;
      const std::size_t close = std::min(pattern.find(']'), pattern.size() - 1);
      append_optional(message, pattern.substr(1, close - 1));
      pattern.remove_prefix(close + 1);
    }
    return message;
  }

 private:
  /// Empty if there is no such argument.
  [[nodiscard]] std::string_view argument(std::string_view name) const {
    if (name == "value") return diagnostic_.value;
    for (const auto& [key, value] : diagnostic_.arguments) {
      if (key == name) return value;
    }
    return {};
  }

  /// Appends a part with its arguments; whether all of them are there.
  bool append(std::string& message, std::string_view part) const {
    bool is_complete = true;
    while (!part.empty()) {
      const std::size_t open = std::min(part.find('{'), part.size());
      message += part.substr(0, open);
      part.remove_prefix(open);
      if (part.empty()) break;
      const std::size_t close = std::min(part.find('}'), part.size() - 1);
      const std::string_view shown = argument(part.substr(1, close - 1));
      part.remove_prefix(close + 1);
      is_complete = is_complete && !shown.empty();
      if (shown.empty() && message.ends_with(' ')) message.pop_back();
      append_visible(message, shown);
    }
    return is_complete;
  }

  void append_optional(std::string& message, std::string_view part) const {
    const std::size_t length = message.size();
    if (!append(message, part)) message.resize(length);
  }

  const Diagnostic& diagnostic_;
};

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
  static constexpr CodeDescription unknown{Code{}, "unknown", error, "unknown finding[ '{value}']"};
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

std::string Diagnostic::message() const { return Filler(*this).fill(describe(code).pattern); }

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

bool has_errors(std::span<const Diagnostic> diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::error;
  });
}

std::optional<std::string_view> nearest(std::string_view value,
                                        std::span<const std::string_view> candidates) {
  // Nobody mistypes a name of this length; the bound keeps hostile input cheap.
  constexpr std::size_t longest = 256;
  if (value.size() > longest) return std::nullopt;
  const std::u32string wanted = text::code_points(value);
  // A slip leaves something of the word standing.
  if (wanted.size() < 2) return std::nullopt;
  std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
  std::optional<std::string_view> best;
  for (const std::string_view candidate : candidates) {
    if (candidate.empty() || candidate.size() > 2 * longest) continue;
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
