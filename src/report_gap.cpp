#include <optional>
#include <utility>

#include "report_writer.hpp"
#include "title_order.hpp"

namespace skillmatrix {
namespace {

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

/// A level on the scale of the skill, as an id; null for rank 0 and for what is not known.
void put_level(ReportWriter& writer, std::string_view name, SkillIndex skill,
               std::optional<Rank> rank) {
  const Matrix& matrix = writer.matrix();
  writer.text_or_null(name, matrix.level_id(matrix.skill_scale(skill), rank.value_or(Rank{0})));
}

void put_level_title(ReportWriter& writer, std::string_view name, SkillIndex skill,
                     std::optional<Rank> rank) {
  writer.text(name, writer.reader().level_title(writer.matrix().skill_scale(skill),
                                                rank.value_or(Rank{0})));
}

void put_cell(ReportWriter& writer, const Gap& gap, const GapCell& cell) {
  JsonEmitter& json = writer.json();
  writer.skill(cell.skill);
  writer.necessity(cell.necessity);
  json.member("state", to_string(cell.state));
  put_level(writer, "expected", cell.skill, cell.expected);
  put_level_title(writer, "expected_title", cell.skill, cell.expected);
  json.member("expected_rank", cell.expected);
  put_level(writer, "held", cell.skill, cell.held);
  put_level_title(writer, "held_title", cell.skill, cell.held);
  json.member("held_rank", cell.held);
  json.member("shortfall", cell.shortfall);
  json.member("weight", cell.weight);
  writer.fraction("contribution", gap.contribution(cell));
  writer.fraction("loss", gap.loss(cell));
  writer.text("description", writer.reader().text(writer.matrix().cell_description(cell.cell)));
}

void put_raises(ReportWriter& writer, std::string_view name, RoleLevelIndex target,
                const std::vector<Raise>& raises) {
  JsonEmitter& json = writer.json();
  json.objects(name, raises, [&](const Raise& raise) {
    writer.skill(raise.skill);
    put_level(writer, "from", raise.skill, raise.from);
    put_level(writer, "to", raise.skill, raise.to);
    json.member("from_rank", raise.from);
    json.member("to_rank", raise.to);
    put_level_title(writer, "to_title", raise.skill, raise.to);
    writer.text("description", writer.reader().text(raise_description(writer.matrix(), target,
                                                                      raise.skill, raise.to)));
  });
}

void put_threshold(ReportWriter& writer, const Gap& gap) {
  JsonEmitter& json = writer.json();
  if (!gap.threshold) return json.member("threshold", std::nullopt);
  json.object("threshold", [&] {
    json.member("outcome", name_of(gap.threshold->outcome));
    writer.fraction("threshold", gap.threshold->threshold);
    writer.fraction("lower", gap.threshold->lower);
    json.member("levels", gap.threshold->levels);
    put_raises(writer, "raises", gap.target, gap.threshold->raises);
  });
}

SkillIndex skill_of(SkillIndex skill) { return skill; }
SkillIndex skill_of(const GapCell& cell) { return cell.skill; }
SkillIndex skill_of(const Raise& raise) { return raise.skill; }

}  // namespace

void sort_for(const Reader& reader, Gap& gap) {
  const TitleOrder order(reader.language());
  const auto key_of = [&reader](const auto& thing) {
    return std::pair(reader.skill_title(skill_of(thing)).value, skill_of(thing));
  };
  order.sort(gap.cells, key_of);
  order.sort(gap.assess, key_of);
  order.sort(gap.raises, key_of);
  if (gap.threshold) order.sort(gap.threshold->raises, key_of);
}

std::string gap_json(const Reader& reader, Gap gap, const Profile& person,
                     const GapOptions& options) {
  sort_for(reader, gap);
  ReportWriter writer(reader);
  JsonEmitter& json = writer.json();
  writer.person(person);
  writer.role_level(gap.target);
  writer.options(options.ratings, options.scoring);
  writer.summary(gap.summary);
  writer.counts("required_counts", gap.required);
  json.objects("cells", gap.cells, [&](const GapCell& cell) { put_cell(writer, gap, cell); });
  put_raises(writer, "counterfactual", gap.target, gap.raises);
  put_threshold(writer, gap);
  json.objects("assess", gap.assess, [&](SkillIndex skill) { writer.skill(skill); });
  put_diagnostics(writer, gap.diagnostics);
  return writer.take();
}

}  // namespace skillmatrix
