#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "commands.hpp"
#include "skillmatrix/gap.hpp"

namespace skillmatrix::cli {
namespace {

struct GapCommandOptions {
  std::string framework;
  std::string profile;
  std::string role;
  std::string level;
  std::string threshold;
  bool check = false;
  ComparisonOptions comparison;
};

/// What the command line says, or else what the profile says.
const std::string& choose(const std::string& option, const std::optional<std::string>& stated,
                          const std::string& kind) {
  if (!option.empty()) return option;
  if (stated) return *stated;
  throw Failure{status_wrong_usage, "usage.unstated", {{"kind", kind}}};
}

RoleLevelIndex choose_target(const Matrix& matrix, const GapCommandOptions& options,
                             const Profile& person) {
  const RoleIndex role = resolve_role(matrix, choose(options.role, person.role, "role"));
  return resolve_role_level(matrix, role, choose(options.level, person.level, "level"));
}

std::optional<Fraction> read_threshold(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const std::optional<Fraction> threshold = parse_fraction(text);
  const bool fits = threshold && *threshold >= Fraction{0, 1} && *threshold <= Fraction{1, 1};
  if (!fits) throw Failure{status_wrong_usage, "usage.score", {{"value", text}}};
  return threshold;
}

Style style_of(CellState state) {
  switch (state) {
    case CellState::met:
    case CellState::exceeded:
      return Style::good;
    case CellState::gap:
      return Style::bad;
    case CellState::unknown:
    case CellState::expired:
      break;
  }
  return Style::warning;
}

std::string held_text(const Reader& reader, SkillIndex skill, std::optional<Rank> held) {
  if (!held) return "-";
  return skill_level_title(reader, skill, *held, "level.none");
}

/// "5/8", in the digits of the language.
std::string fraction_text(const Language& language, const Fraction& fraction) {
  return language.number(fraction.numerator) + '/' + language.number(fraction.denominator);
}

std::string counts_text(const Session& session, const CellCounts& counts) {
  std::vector<std::string> parts;
  const auto add = [&](CellState state, std::uint32_t number) {
    if (number == 0) return;
    parts.push_back(
        session.message("state_count." + std::string(to_string(state)), {{"count", number}}));
  };
  add(CellState::met, counts.met);
  add(CellState::exceeded, counts.exceeded);
  add(CellState::gap, counts.gap);
  add(CellState::unknown, counts.unknown);
  add(CellState::expired, counts.expired);
  return parts.empty() ? std::string() : session.language().list(parts);
}

std::string settings_text(const Session& session, const GapOptions& options) {
  const std::uint8_t confidence = options.ratings.min_confidence;
  const std::string percent = session.language().percent(make_fraction(confidence, 100));
  return session.message(
      "gap.policy",
      {{"policy", to_string(options.ratings.policy)},
       {"confidence", confidence == 0 ? std::nullopt : std::optional<std::string_view>(percent)}});
}

/// Prints one gap for readers.
class GapPrinter {
 public:
  GapPrinter(Session& session, const Reader& reader, const Gap& gap)
      : session_(session), reader_(reader), gap_(gap) {}

  void print(const Profile& person, const GapOptions& options) {
    header(person, options);
    result();
    cells();
    raises();
    threshold();
    assess();
  }

 private:
  void header(const Profile& person, const GapOptions& options) {
    session_.heading(session_.message(
        "gap.title",
        {{"person", person_name(person)}, {"target", role_level_title(reader_, gap_.target)}}));
    Fields fields;
    fields.add(session_.message("gap.framework"), framework_title(reader_));
    fields.add(session_.message("gap.as_of"), options.ratings.as_of
                                                  ? session_.language().date(*options.ratings.as_of)
                                                  : session_.message("gap.no_date"));
    fields.add(session_.message("gap.ratings"), settings_text(session_, options));
    fields.add(session_.message("gap.model"), std::string(options.scoring.model().name));
    session_.say('\n' + fields.render(session_.look()));
  }

  /// "score 62.5% (5/8) to 81.3% (13/16)".
  std::string score() {
    const Language& language = session_.language();
    const auto& [lower, upper] = std::tie(gap_.summary.lower, gap_.summary.upper);
    if (lower == upper) {
      return session_.message("gap.score", {{"score", language.percent(lower)},
                                            {"fraction", fraction_text(language, lower)}});
    }
    return session_.message("gap.score_range",
                            {{"lower", language.percent(lower)},
                             {"lower_fraction", fraction_text(language, lower)},
                             {"upper", language.percent(upper)},
                             {"upper_fraction", fraction_text(language, upper)}});
  }

  void result() {
    const Verdict verdict = gap_.summary.verdict;
    session_.say(
        '\n' +
        styled(session_.message("gap.result",
                                {{"verdict", verdict_text(session_, verdict)}, {"score", score()}}),
               cli::style_of(verdict), session_.colours) +
        '\n');
    const std::string counts = counts_text(session_, gap_.required);
    session_.say(paragraph(counts.empty() ? session_.message("gap.nothing_required")
                                          : session_.message("gap.required", {{"counts", counts}}),
                           0));
  }

  void cells() {
    if (gap_.cells.empty()) return;
    Table table({session_.message("column.skill"), session_.message("column.necessity"),
                 session_.message("column.expected"), session_.message("column.held"),
                 session_.message("column.state")});
    for (const GapCell& cell : gap_.cells) {
      const bool required = cell.necessity == Necessity::required;
      table.add({{shown(reader_.skill_title(cell.skill))},
                 {necessity_text(session_, cell.necessity), required ? Style::plain : Style::faint},
                 {skill_level_title(reader_, cell.skill, cell.expected, "level.any")},
                 {held_text(reader_, cell.skill, cell.held)},
                 {session_.message("state." + std::string(to_string(cell.state))),
                  style_of(cell.state)}});
    }
    session_.say('\n' + table.render(2, session_.look()));
  }

  void raise_list(const std::vector<Raise>& raises) {
    for (const Raise& raise : raises) {
      const std::string from =
          raise.from ? skill_level_title(reader_, raise.skill, *raise.from, "level.none")
                     : session_.message("level.unknown");
      session_.say(paragraph(
          session_.message("gap.raise", {{"skill", shown(reader_.skill_title(raise.skill))},
                                         {"from", from},
                                         {"to", skill_level_title(reader_, raise.skill, raise.to,
                                                                  "level.any")}}),
          2));
      const ServedText description =
          reader_.text(raise_description(reader_.matrix(), gap_.target, raise.skill, raise.to));
      if (!description.empty()) session_.say(paragraph(description.value, 4));
    }
  }

  void raises() {
    if (gap_.raises.empty()) return;
    session_.say("\n");
    session_.heading(session_.message("gap.cover"));
    raise_list(gap_.raises);
  }

  void threshold() {
    if (!gap_.threshold) return;
    const Language& language = session_.language();
    const ThresholdCounterfactual& found = *gap_.threshold;
    session_.say("\n");
    session_.heading(
        session_.message("gap.cover_threshold", {{"score", language.percent(found.threshold)}}));
    switch (found.outcome) {
      case ThresholdOutcome::unreachable:
        session_.say(paragraph(
            session_.message("gap.unreachable", {{"score", language.percent(found.lower)}}), 2));
        return;
      case ThresholdOutcome::not_computed:
        session_.say(paragraph(session_.message("gap.not_computed"), 2));
        return;
      case ThresholdOutcome::reached:
        break;
    }
    if (found.raises.empty()) {
      session_.say(paragraph(session_.message("gap.threshold_met"), 2));
      return;
    }
    raise_list(found.raises);
    session_.say(
        paragraph(session_.message("gap.threshold_levels",
                                   {{"count", found.levels},
                                    {"score", language.percent(found.lower)},
                                    {"fraction", fraction_text(session_.language(), found.lower)}}),
                  2));
  }

  void assess() {
    if (gap_.assess.empty()) return;
    session_.say("\n");
    session_.heading(session_.message("gap.assess"));
    for (const SkillIndex skill : gap_.assess) {
      session_.say(paragraph(reader_.skill_title(skill).value, 2));
    }
  }

  Session& session_;
  const Reader& reader_;
  const Gap& gap_;
};

int run_gap(Session& session, const GapCommandOptions& options) {
  GapOptions settings;
  settings.ratings = rating_options(options.comparison);
  settings.scoring = scoring(options.comparison);
  settings.threshold = read_threshold(options.threshold);
  const Matrix matrix = load_matrix(session, options.framework);
  const Profile person = load_person(session, matrix, options.profile);
  Gap gap = analyze_gap(matrix, person, choose_target(matrix, options, person), settings);
  const Reader reader(matrix, session.language());
  if (session.json) {
    session.say(gap_json(reader, gap, person, settings));
  } else {
    print_diagnostics(session, {options.profile, gap.diagnostics});
    sort_for(reader, gap);
    GapPrinter(session, reader, gap).print(person, settings);
  }
  const bool ready = gap.summary.verdict == Verdict::ready;
  return options.check && !ready ? status_not_ready : status_fine;
}

}  // namespace

void add_gap(CLI::App& app, Action& action) {
  CLI::App* command =
      add_command(app, "gap", "Compare a person with a role level",
                  "skillmatrix gap examples/data/ai-engineering.json \\\n"
                  "      examples/data/people/amara-diallo.json --as-of 2026-06-01");
  const auto options = std::make_shared<GapCommandOptions>();
  command->add_option("FRAMEWORK", options->framework, "The framework")->required()->type_name(" ");
  command->add_option("PROFILE", options->profile, "The person")->required()->type_name(" ");
  command->add_option("--role", options->role, "Role to compare with; else the profile's")
      ->type_name("ROLE");
  command->add_option("--level", options->level, "Level to compare with; else the profile's")
      ->type_name("LEVEL");
  add_comparison_options(*command, options->comparison);
  command
      ->add_option("--threshold", options->threshold,
                   "Also: the fewest raises to this score, 3/4 or 75%")
      ->type_name("SCORE");
  command->add_flag("--check", options->check, "Exit with 3 unless the person is ready");
  command->callback(
      [options, &action] { action = [options](Session& s) { return run_gap(s, *options); }; });
}

}  // namespace skillmatrix::cli
