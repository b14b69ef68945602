#include "csv_expectations.hpp"

#include <algorithm>
#include <utility>

#include "skillmatrix/text.hpp"

namespace skillmatrix {
namespace csv::expectations {
namespace {

void normalize(std::vector<CsvLevel>& levels) {
  for (CsvLevel& level : levels) level.title = to_nfc(level.title);
}

void normalize(std::vector<std::string>& texts) {
  for (std::string& text : texts) text = to_nfc(text);
}

/// The options with their texts in normal form C, as those of the table will be.
ExpectationsCsvOptions normalized(const ExpectationsCsvOptions& options) {
  ExpectationsCsvOptions result = options;
  result.framework_title = to_nfc(options.framework_title);
  normalize(result.ladder_levels);
  normalize(result.level_order);
  normalize(result.skill_levels);
  normalize(result.unlevelled_values);
  return result;
}

Ladder open_ladder(std::string_view option, const std::vector<CsvLevel>& levels,
                   Findings& findings) {
  Ladder ladder;
  ladder.is_closed = !levels.empty();
  std::set<std::string> reported;
  for (const CsvLevel& level : levels) {
    const std::string id = level.id.empty() ? csv_id(level.title) : level.id;
    // A level without a title is named by its id, whose cells have been normalized.
    if (level.title.empty() && !is_nfc(id)) {
      ladder.by_title.emplace(to_nfc(id), ladder.levels.size());
    }
    const bool is_new_title =
        level.title.empty() || ladder.by_title.emplace(level.title, ladder.levels.size()).second;
    const bool is_new_id = !id.empty() && ladder.by_id.emplace(id, ladder.levels.size()).second;
    if ((!is_new_title || !is_new_id) && reported.insert(id).second) {
      findings.add_invalid_option(option, level.title.empty() ? id : level.title, "repeated_level");
    }
    ladder.levels.push_back({id, level.title, std::nullopt, std::nullopt});
  }
  return ladder;
}

/// The table before any row is read: its scales as the options give them, which are checked.
Table open_table(const ExpectationsCsvOptions& options, Findings& findings) {
  const auto expect = [&](std::string_view option, const std::string& text) {
    if (text.empty()) findings.add_invalid_option(option, text, "empty");
  };
  expect("framework_id", options.framework_id);
  expect("default_locale", options.default_locale);
  expect("ladder_id", options.ladder_id);
  expect("skill_scale_id", options.skill_scale_id);
  if (options.ladder_id == options.skill_scale_id) {
    findings.add_invalid_option("ladder_id", options.ladder_id, "id_of_both");
  }
  Table table;
  table.skill_scale = open_ladder("skill_levels", options.skill_levels, findings);
  table.empty_ladder = open_ladder("ladder_levels", options.ladder_levels, findings);
  if (options.ladder == CsvLadder::shared) table.ladders.push_back(table.empty_ladder);
  for (const NamedLevel& level : table.skill_scale.levels) {
    const bool is_title = !level.title.empty() && is_unlevelled(options, level.title);
    if (is_title || is_unlevelled(options, level.id)) {
      findings.add_invalid_option("unlevelled_values", level.name(), "level_of_scale");
    }
  }
  return table;
}

/// Whether the columns that no table can do without are there.
bool check_columns(const Columns& columns, const ExpectationsCsvOptions& options,
                   Findings& findings) {
  const auto is_mapped = [&](Field field) {
    return options.columns.contains(std::string(field_names[field]));
  };
  const auto need = [&](Field id, Field name) {
    if (columns.has(id) || columns.has(name)) return true;
    // A column that was asked for by name and is absent has been reported.
    if (!is_mapped(id) && !is_mapped(name)) columns.report_missing(name, findings);
    return false;
  };
  const bool has_role = need(role_id, role);
  const bool has_level = need(level_id, level);
  const bool has_skill = need(skill_id, skill);
  const bool has_ranked = !columns.has(skill_level_rank) || need(skill_level, skill_level);
  return has_role && has_level && has_skill && has_ranked;
}

/// Reports, once a text, that some rows have it empty.
class MissingTexts {
 public:
  MissingTexts(const Table& table, const Columns& columns, Findings& findings)
      : table_(table), columns_(columns), findings_(findings) {}

  void report() {
    const auto key = [this](Field id, Field name) { return columns_.has(id) ? id : name; };
    for (const RoleEntry& entry : table_.roles) {
      report_missing(entry.title, role, entry.id);
      report_missing(entry.summary, role_summary, entry.id);
      report_missing(entry.categories.text, key(role_category_id, role_category), entry.id);
      for (const auto& [at, focus] : entry.focus) {
        const std::string& of = table_.ladders[entry.ladder].levels[at].id;
        report_missing(focus, level_focus, join(std::array<std::string_view, 2>{entry.id, of}));
      }
    }
    for (const SkillEntry& entry : table_.skills) {
      report_missing(entry.title, skill, entry.id);
      report_missing(entry.summary, skill_summary, entry.id);
      report_missing(entry.categories.text, key(skill_category_id, skill_category), entry.id);
      for (const auto& [at, text] : entry.levels) {
        const std::string& of = table_.skill_scale.levels[at].id;
        report_missing(text, skill_level_description,
                       join(std::array<std::string_view, 2>{entry.id, of}));
      }
    }
    for (std::size_t at = 0; at < table_.categories.size(); ++at) {
      const bool is_family = table_.categories[at].kind == CategoryKind::family;
      report_missing(table_.category_titles[at], is_family ? role_category : skill_category,
                     table_.categories[at].id);
    }
    const std::vector<Text> descriptions = descriptions_by_skill();
    for (std::size_t at = 0; at < descriptions.size(); ++at) {
      report_missing(descriptions[at], description, table_.skills[at].id);
    }
  }

 private:
  /// Of the many expectations of a skill, only how many have no description.
  [[nodiscard]] std::vector<Text> descriptions_by_skill() const {
    std::vector<Text> descriptions(table_.skills.size());
    for (const ExpectedCell& found : table_.cells) {
      if (found.description.empty_rows == 0) continue;
      Text& known = descriptions[found.skill];
      if (known.empty_rows == 0)
        known = found.description;
      else
        known.empty_rows += found.description.empty_rows;
    }
    return descriptions;
  }

  void report_missing(const Text& text, Field field, std::string_view of) {
    if (text.empty_rows == 0) return;
    findings_.add(Code::csv_missing_text, *text.first_empty, columns_.name(field), text.placeholder,
                  {{"id", std::string(of)}, {"rows", std::to_string(text.empty_rows)}});
  }

  const Table& table_;
  const Columns& columns_;
  Findings& findings_;
};

std::optional<Framework> read(std::string_view text, const ExpectationsCsvOptions& given,
                              Findings& findings) {
  const ExpectationsCsvOptions options = normalized(given);
  Table table = open_table(options, findings);
  if (!can_be_cut(text, options.delimiter, options.limits, findings)) return std::nullopt;
  Tokenizer tokenizer(text, options.delimiter.front(), options.limits, findings);
  Row header;
  if (!tokenizer.next(header)) {
    findings.add_no_rows();
    return std::nullopt;
  }
  const Columns columns(header, field_names, options.columns, options.trim_spaces, findings);
  if (!check_columns(columns, options, findings)) return std::nullopt;
  if (read_rows(tokenizer, options, columns, findings, table) == 0) {
    findings.add_no_rows();
    return std::nullopt;
  }
  MissingTexts(table, columns, findings).report();
  return make_framework(std::move(table), options, columns, findings);
}

}  // namespace

bool is_unlevelled(const ExpectationsCsvOptions& options, std::string_view text) {
  const auto& values = options.unlevelled_values;
  return std::find(values.begin(), values.end(), text) != values.end();
}

}  // namespace csv::expectations

std::span<const std::string_view> expectations_csv_fields() {
  return csv::expectations::field_names;
}

std::string csv_id(std::string_view name) {
  const auto is_kept = [](char byte) {
    const bool is_ascii = static_cast<unsigned char>(byte) < 0x80;
    return !is_ascii || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
           byte == '+' || byte == '#';
  };
  std::string id;
  bool is_gap = false;
  for (char byte : name) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    if (!is_kept(byte)) {
      is_gap = true;
      continue;
    }
    if (is_gap && !id.empty()) id += '-';
    is_gap = false;
    id += byte;
  }
  return id.empty() ? std::string(name) : id;
}

Result<Framework> read_expectations_csv(std::string_view csv,
                                        const ExpectationsCsvOptions& options) {
  csv::Findings findings(options.limits.max_diagnostics);
  Result<Framework> result;
  result.value = csv::expectations::read(csv, options, findings);
  if (findings.error_count() != 0) result.value.reset();
  result.diagnostics = std::move(findings).take();
  return result;
}

}  // namespace skillmatrix
