#include "skillmatrix/report.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "json_emit.hpp"
#include "text/utf8.hpp"

namespace skillmatrix {
namespace {

std::string_view name_of(Necessity necessity) {
  return necessity == Necessity::required ? "required" : "optional";
}

std::string_view name_of(SkillStatus status) {
  switch (status) {
    case SkillStatus::draft:
      return "draft";
    case SkillStatus::deprecated:
      return "deprecated";
    case SkillStatus::active:
      break;
  }
  return "active";
}

std::string_view name_of(ThresholdOutcome outcome) {
  switch (outcome) {
    case ThresholdOutcome::unreachable:
      return "unreachable";
    case ThresholdOutcome::not_computed:
      return "not_computed";
    case ThresholdOutcome::reached:
      break;
  }
  return "reached";
}

/// Writes the parts that several reports share.
class ReportWriter {
 public:
  ReportWriter(const Matrix& matrix, std::string_view locale)
      : matrix_(matrix), locale_(locale.empty() ? matrix.default_locale() : locale) {}

  JsonEmitter& json() { return json_; }
  [[nodiscard]] const Matrix& matrix() const { return matrix_; }

  std::string take() { return json_.take(); }

  void framework() {
    json_.key("framework");
    json_.begin_object();
    json_.member("id", matrix_.id());
    json_.member("version", matrix_.version());
    text("title", matrix_.title());
    json_.end_object();
    json_.member("locale", locale_);
  }

  void text(std::string_view name, const ServedText& served) {
    json_.member(name, served.value);
    if (served.source == TextSource::none || served.tag == locale_) return;
    json_.member(std::string(name) + "_locale", served.tag);
  }
  void text(std::string_view name, TextIndex index) { text(name, matrix_.served(index, locale_)); }

  void text_or_null(std::string_view name, std::string_view value) {
    if (value.empty()) return null(name);
    json_.member(name, value);
  }
  void null(std::string_view name) {
    json_.key(name);
    json_.null();
  }
  template <class Number>
  void number_or_null(std::string_view name, const std::optional<Number>& number) {
    if (!number) return null(name);
    json_.member(name, *number);
  }
  void date(std::string_view name, const std::optional<Date>& day) {
    if (!day) return null(name);
    json_.member(name, format_date(*day));
  }
  void fraction(std::string_view name, const Fraction& value) {
    json_.key(name);
    json_.begin_object();
    json_.member("numerator", value.numerator);
    json_.member("denominator", value.denominator);
    json_.end_object();
  }

  void skill(SkillIndex index) {
    json_.member("skill", matrix_.skill_id(index));
    text("skill_title", matrix_.skill_title(index));
  }
  void role_level(RoleLevelIndex index) {
    const RoleIndex role = matrix_.role_of(index);
    json_.member("role", matrix_.role_id(role));
    text("role_title", matrix_.role_title(role));
    json_.member("level", matrix_.role_level_id(index));
    text("level_title", matrix_.role_level_title(index));
  }
  void role_level(std::string_view name, RoleLevelIndex index) {
    json_.key(name);
    json_.begin_object();
    role_level(index);
    json_.end_object();
  }

  /// The level on the skill's scale, as an id; null for rank 0 and for what is not known.
  void skill_level(std::string_view name, SkillIndex index, std::optional<Rank> rank) {
    if (!rank) return null(name);
    text_or_null(name, matrix_.level_id(matrix_.skill_scale(index), *rank));
  }
  void skill_level_title(std::string_view name, SkillIndex index, std::optional<Rank> rank) {
    text(name, matrix_.level_title(matrix_.skill_scale(index), rank.value_or(Rank{0})));
  }

  void requirement(const ServedRequirement& asked) {
    json_.member("necessity", name_of(asked.necessity));
    json_.member("weight", asked.weight);
    text_or_null("expected", asked.expected_id);
    text("expected_title", asked.expected_title);
    text("expected_label", asked.expected_label);
    json_.member("expected_rank", asked.expected);
  }

  void person(const Profile& profile) {
    json_.member("person", std::string_view(profile.id));
    json_.member("name", std::string_view(profile.name));
  }

  void options(const RatingOptions& ratings, const Scoring& scoring) {
    date("as_of", ratings.as_of);
    json_.member("policy", to_string(ratings.policy));
    json_.member("min_confidence", ratings.min_confidence);
    json_.member("model", scoring.model().name);
  }

  void counts(std::string_view name, const CellCounts& cells) {
    json_.key(name);
    json_.begin_object();
    json_.member("met", cells.met);
    json_.member("exceeded", cells.exceeded);
    json_.member("gap", cells.gap);
    json_.member("unknown", cells.unknown);
    json_.member("expired", cells.expired);
    json_.end_object();
  }

  void summary(const GapSummary& summary) {
    json_.member("verdict", to_string(summary.verdict));
    json_.key("score");
    json_.begin_object();
    fraction("lower", summary.lower);
    fraction("upper", summary.upper);
    json_.end_object();
    counts("counts", summary.counts);
  }

  void raises(std::string_view name, RoleLevelIndex target, const std::vector<Raise>& raises) {
    json_.key(name);
    json_.begin_array();
    for (const Raise& raise : raises) {
      json_.begin_object();
      skill(raise.skill);
      skill_level("from", raise.skill, raise.from);
      skill_level("to", raise.skill, raise.to);
      number_or_null("from_rank", raise.from);
      json_.member("to_rank", raise.to);
      skill_level_title("to_title", raise.skill, raise.to);
      text("description", raise_description(matrix_, target, raise.skill, raise.to));
      json_.end_object();
    }
    json_.end_array();
  }

 private:
  const Matrix& matrix_;
  std::string_view locale_;
  JsonEmitter json_;
};

void put_or_null(JsonEmitter& json, std::string_view name, std::uint64_t number, bool known) {
  json.key(name);
  if (known) {
    json.value(number);
  } else {
    json.null();
  }
}

void put_or_null(JsonEmitter& json, std::string_view name, const std::string& text) {
  json.key(name);
  if (text.empty()) {
    json.null();
  } else {
    json.value(std::string_view(text));
  }
}

/// What came from outside may have mistakes in its UTF-8: they become U+FFFD.
std::string clean(const std::string& text) { return text::to_well_formed(text); }

void put_diagnostic(JsonEmitter& json, const Diagnostic& diagnostic, const std::string& file) {
  json.begin_object();
  json.member("code", to_string(diagnostic.code));
  json.member("name", describe(diagnostic.code).name);
  json.member("severity", to_string(diagnostic.severity));
  put_or_null(json, "file", clean(file));
  json.member("pointer", clean(diagnostic.pointer));
  put_or_null(json, "line", diagnostic.line, diagnostic.line != 0);
  put_or_null(json, "column", diagnostic.column, diagnostic.column != 0);
  put_or_null(json, "offset", diagnostic.offset, diagnostic.line != 0);
  put_or_null(json, "row", diagnostic.row, diagnostic.row != 0);
  put_or_null(json, "field", clean(diagnostic.field));
  json.member("value", clean(diagnostic.value));
  json.member("message", clean(diagnostic.message()));
  put_or_null(json, "suggestion", clean(diagnostic.suggestion));
  json.end_object();
}

void put_diagnostics(JsonEmitter& json, std::span<const SourceDiagnostics> sources) {
  json.key("diagnostics");
  json.begin_array();
  for (const SourceDiagnostics& source : sources) {
    for (const Diagnostic& diagnostic : source.diagnostics) {
      put_diagnostic(json, diagnostic, source.file);
    }
  }
  json.end_array();
}

void put_diagnostics(JsonEmitter& json, const std::vector<Diagnostic>& diagnostics) {
  const SourceDiagnostics source{std::string(), diagnostics};
  put_diagnostics(json, std::span(&source, 1));
}

std::uint64_t count(std::span<const SourceDiagnostics> sources, Severity severity) {
  std::uint64_t number = 0;
  for (const SourceDiagnostics& source : sources) {
    for (const Diagnostic& diagnostic : source.diagnostics) {
      if (diagnostic.severity == severity) ++number;
    }
  }
  return number;
}

void put_strings(JsonEmitter& json, std::string_view name,
                 const std::vector<std::string_view>& strings) {
  json.key(name);
  json.begin_array();
  for (const std::string_view string : strings) json.value(string);
  json.end_array();
}

/// Title and id of a category, or null for both.
void put_category(ReportWriter& writer, std::string_view name,
                  const std::optional<CategoryIndex>& category, const ServedText& title) {
  const std::string id_name = std::string(name) + "_id";
  if (!category) {
    writer.null(name);
    writer.null(id_name);
    return;
  }
  writer.text(name, title);
  writer.json().member(id_name, writer.matrix().category_id(*category));
}

void put_scale(ReportWriter& writer, const SkillPage& page) {
  JsonEmitter& json = writer.json();
  json.key("scale");
  json.begin_array();
  for (const SkillPageMeaning& meaning : page.scale) {
    json.begin_object();
    json.member("id", meaning.id);
    json.member("rank", meaning.rank);
    writer.text("title", meaning.title);
    writer.text("label", meaning.label);
    writer.text("description", meaning.description);
    json.end_object();
  }
  json.end_array();
}

void put_cells(ReportWriter& writer, const SkillPageLevel& level) {
  JsonEmitter& json = writer.json();
  for (const SkillPageCell& cell : level.cells) {
    json.begin_object();
    json.member("role", cell.role_id);
    writer.text("role_title", cell.role_title);
    json.member("level", level.id);
    writer.text("level_title", level.title);
    json.member("level_rank", level.rank);
    writer.requirement(cell);
    writer.text("description", cell.description);
    json.end_object();
  }
}

void put_cells(ReportWriter& writer, const RolePageLevel& level) {
  JsonEmitter& json = writer.json();
  json.key("cells");
  json.begin_array();
  for (const RolePageCell& cell : level.cells) {
    json.begin_object();
    json.member("skill", cell.skill_id);
    writer.text("skill_title", cell.skill_title);
    writer.requirement(cell);
    writer.text("description", cell.description);
    json.end_object();
  }
  json.end_array();
}

void put_levels(ReportWriter& writer, const RolePage& page) {
  JsonEmitter& json = writer.json();
  json.key("role_levels");
  json.begin_array();
  for (const RolePageLevel& level : page.levels) {
    json.begin_object();
    json.member("id", level.id);
    json.member("rank", level.rank);
    writer.text("title", level.title);
    writer.text("focus", level.focus);
    json.member("required", level.required);
    json.member("optional", level.optional);
    put_cells(writer, level);
    json.end_object();
  }
  json.end_array();
}

void put_rows(ReportWriter& writer, const RolePage& page, const RolePageGroup& group) {
  JsonEmitter& json = writer.json();
  json.key("skills");
  json.begin_array();
  for (const RolePageRow& row : group.rows) {
    json.begin_object();
    json.member("skill", row.skill_id);
    writer.text("skill_title", row.skill_title);
    json.key("expected");  // One entry a level: {necessity, expected}, or null.
    json.begin_array();
    for (std::size_t level = 0; level < row.cells.size(); ++level) {
      if (!row.cells[level]) {
        json.null();
        continue;
      }
      const RolePageCell& cell = page.levels[level].cells[*row.cells[level]];
      json.begin_object();
      json.member("necessity", name_of(cell.necessity));
      writer.text_or_null("expected", cell.expected_id);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

void put_groups(ReportWriter& writer, const RolePage& page) {
  JsonEmitter& json = writer.json();
  json.key("groups");
  json.begin_array();
  for (const RolePageGroup& group : page.groups) {
    json.begin_object();
    writer.text_or_null("id", group.category_id);
    writer.text("title", group.title);
    put_rows(writer, page, group);
    json.end_object();
  }
  json.end_array();
}

void put_side(ReportWriter& writer, std::string_view name,
              const std::optional<ServedRequirement>& side) {
  if (!side) return writer.null(name);
  JsonEmitter& json = writer.json();
  json.key(name);
  json.begin_object();
  writer.requirement(*side);
  json.end_object();
}

void put_item(ReportWriter& writer, const ProgressionItem& item) {
  JsonEmitter& json = writer.json();
  json.begin_object();
  json.member("skill", item.skill_id);
  writer.text("skill_title", item.skill_title);
  json.key("changes");
  json.begin_array();
  for (const Change change : item.changes) json.value(to_string(change));
  json.end_array();
  put_side(writer, "from", item.from);
  put_side(writer, "to", item.to);
  writer.text("description", item.description);
  json.end_object();
}

void put_cell(ReportWriter& writer, const GapCell& cell) {
  JsonEmitter& json = writer.json();
  json.begin_object();
  writer.skill(cell.skill);
  json.member("necessity", name_of(cell.necessity));
  json.member("state", to_string(cell.state));
  writer.skill_level("expected", cell.skill, cell.expected);
  writer.skill_level_title("expected_title", cell.skill, cell.expected);
  json.member("expected_rank", cell.expected);
  writer.skill_level("held", cell.skill, cell.held);
  writer.skill_level_title("held_title", cell.skill, cell.held);
  writer.number_or_null("held_rank", cell.held);
  json.member("shortfall", cell.shortfall);
  json.member("weight", cell.weight);
  writer.fraction("contribution", cell.contribution);
  writer.fraction("loss", cell.loss);
  writer.text("description", writer.matrix().cell_description(cell.cell));
  json.end_object();
}

void put_threshold(ReportWriter& writer, const Gap& gap) {
  if (!gap.threshold) return writer.null("threshold");
  const ThresholdCounterfactual& counterfactual = *gap.threshold;
  JsonEmitter& json = writer.json();
  json.key("threshold");
  json.begin_object();
  json.member("outcome", name_of(counterfactual.outcome));
  writer.fraction("threshold", counterfactual.threshold);
  writer.fraction("lower", counterfactual.lower);
  json.member("levels", counterfactual.levels);
  writer.raises("raises", gap.target, counterfactual.raises);
  json.end_object();
}

void put_skills(ReportWriter& writer, std::string_view name,
                const std::vector<SkillIndex>& skills) {
  JsonEmitter& json = writer.json();
  json.key(name);
  json.begin_array();
  for (const SkillIndex skill : skills) {
    json.begin_object();
    writer.skill(skill);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string diagnostics_json(std::span<const SourceDiagnostics> sources) {
  JsonEmitter json;
  json.begin_object();
  json.member("errors", count(sources, Severity::error));
  json.member("warnings", count(sources, Severity::warning));
  json.member("information", count(sources, Severity::information));
  put_diagnostics(json, sources);
  json.end_object();
  return json.take();
}

std::string skill_page_json(const Matrix& matrix, const SkillPage& page, std::string_view locale) {
  ReportWriter writer(matrix, locale);
  JsonEmitter& json = writer.json();
  json.begin_object();
  writer.framework();
  json.member("id", page.id);
  writer.text("title", page.title);
  writer.text("summary", page.summary);
  put_strings(json, "aliases", page.aliases);
  json.member("status", name_of(page.status));
  put_category(writer, "domain", page.domain, page.domain_title);
  put_category(writer, "group", page.group, page.group_title);
  json.member("roles", page.roles);
  json.member("levels", static_cast<std::uint64_t>(page.levels.size()));
  json.member("required", page.required);
  json.member("optional", page.optional);
  writer.date("updated", page.updated);
  put_scale(writer, page);
  json.key("cells");
  json.begin_array();
  for (const SkillPageLevel& level : page.levels) put_cells(writer, level);
  json.end_array();
  json.end_object();
  return writer.take();
}

std::string role_page_json(const Matrix& matrix, const RolePage& page, std::string_view locale) {
  ReportWriter writer(matrix, locale);
  JsonEmitter& json = writer.json();
  json.begin_object();
  writer.framework();
  json.member("id", page.id);
  writer.text("title", page.title);
  writer.text("summary", page.summary);
  json.member("ladder", matrix.scale_id(page.ladder));
  json.member("skills", page.skills);
  json.member("levels", static_cast<std::uint64_t>(page.levels.size()));
  json.member("required", page.required);
  json.member("optional", page.optional);
  put_levels(writer, page);
  put_groups(writer, page);
  json.end_object();
  return writer.take();
}

std::string progression_json(const Matrix& matrix, const Progression& progression,
                             std::string_view locale) {
  ReportWriter writer(matrix, locale);
  JsonEmitter& json = writer.json();
  json.begin_object();
  writer.framework();
  writer.role_level("from", progression.from);
  writer.role_level("to", progression.to);
  json.key("items");
  json.begin_array();
  for (const ProgressionItem& item : progression.items) put_item(writer, item);
  json.end_array();
  json.end_object();
  return writer.take();
}

std::string gap_json(const Matrix& matrix, const Gap& gap, const Profile& person,
                     const GapOptions& options, std::string_view locale) {
  ReportWriter writer(matrix, locale);
  JsonEmitter& json = writer.json();
  json.begin_object();
  writer.framework();
  writer.person(person);
  writer.role_level(gap.target);
  writer.options(options.ratings, options.scoring);
  writer.summary(gap.summary);
  writer.counts("required_counts", gap.required);
  json.key("cells");
  json.begin_array();
  for (const GapCell& cell : gap.cells) put_cell(writer, cell);
  json.end_array();
  writer.raises("counterfactual", gap.target, gap.raises);
  put_threshold(writer, gap);
  put_skills(writer, "assess", gap.assess);
  put_diagnostics(json, gap.diagnostics);
  json.end_object();
  return writer.take();
}

std::string role_level_matches_json(const Matrix& matrix, const RoleLevelMatches& matches,
                                    const Profile& person, const MatchOptions& options,
                                    std::string_view locale) {
  ReportWriter writer(matrix, locale);
  JsonEmitter& json = writer.json();
  json.begin_object();
  writer.framework();
  writer.person(person);
  writer.options(options.ratings, options.scoring);
  json.key("matches");
  json.begin_array();
  for (const RoleLevelMatch& match : matches.ranked) {
    json.begin_object();
    writer.role_level(match.role_level);
    writer.summary(match.summary);
    json.end_object();
  }
  json.end_array();
  json.key("nothing_expected");
  json.begin_array();
  for (const RoleLevelIndex level : matches.nothing_expected) {
    json.begin_object();
    writer.role_level(level);
    json.end_object();
  }
  json.end_array();
  put_diagnostics(json, matches.diagnostics);
  json.end_object();
  return writer.take();
}

std::string people_matches_json(const Matrix& matrix, const PeopleMatches& matches,
                                std::span<const Profile> people, RoleLevelIndex target,
                                const MatchOptions& options, std::string_view locale,
                                std::span<const SourceDiagnostics> findings) {
  ReportWriter writer(matrix, locale);
  JsonEmitter& json = writer.json();
  json.begin_object();
  writer.framework();
  writer.role_level(target);
  writer.options(options.ratings, options.scoring);
  json.key("matches");
  json.begin_array();
  for (const PersonMatch& match : matches.ranked) {
    json.begin_object();
    writer.person(people[match.person]);
    json.member("position", static_cast<std::uint64_t>(match.person));
    writer.summary(match.summary);
    json.end_object();
  }
  json.end_array();
  std::vector<SourceDiagnostics> all(findings.begin(), findings.end());
  all.push_back({std::string(), matches.diagnostics});
  put_diagnostics(json, all);
  json.end_object();
  return writer.take();
}

TextIndex raise_description(const Matrix& matrix, RoleLevelIndex target, SkillIndex skill,
                            Rank to) {
  if (const std::optional<CellIndex> cell = matrix.find_cell(target, skill)) {
    const TextIndex expected = matrix.cell_description(*cell);
    if (expected.value != 0 && matrix.requirement(*cell).least_rank() <= to) return expected;
  }
  const TextIndex meaning = matrix.skill_level_description(skill, to);
  if (meaning.value != 0) return meaning;
  return matrix.level_description(matrix.skill_scale(skill), to);
}

std::string format_percent(const Fraction& fraction) {
  // Per mille, rounded; in parts, so that nothing overflows: whole part, then digit by digit.
  const bool negative = fraction.numerator < 0;
  const auto denominator = static_cast<std::uint64_t>(fraction.denominator);
  const std::uint64_t numerator = negative ? 0U - static_cast<std::uint64_t>(fraction.numerator)
                                           : static_cast<std::uint64_t>(fraction.numerator);
  std::string digits = std::to_string(numerator / denominator);
  std::uint64_t rest = numerator % denominator;
  for (int place = 0; place < 3; ++place) {
    // rest < denominator < 2^63: ten times it, by addition with the denominator taken off.
    std::uint64_t tenfold = 0;
    std::uint64_t digit = 0;
    for (int time = 0; time < 10; ++time) {
      tenfold += rest;
      if (tenfold < denominator) continue;
      tenfold -= denominator;
      ++digit;
    }
    digits += static_cast<char>('0' + digit);
    rest = tenfold;
  }
  if (rest >= denominator - rest) {
    std::size_t at = digits.size();
    while (at > 0 && digits[at - 1] == '9') digits[--at] = '0';
    if (at == 0) {
      digits.insert(0, 1, '1');
    } else {
      ++digits[at - 1];
    }
  }
  const std::size_t first = digits.find_first_not_of('0');
  digits.erase(0,
               first == std::string::npos ? digits.size() - 2 : std::min(first, digits.size() - 2));
  const bool zero = digits == "00";
  digits.insert(digits.size() - 1, ".");
  return (negative && !zero ? "-" : "") + digits + " %";
}

}  // namespace skillmatrix
