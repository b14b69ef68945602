#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "commands.hpp"
#include "skillmatrix/gap.hpp"

namespace skillmatrix::cli {
namespace {

constexpr std::size_t name_width = 12;

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
                          const std::string& name) {
  if (!option.empty()) return option;
  if (stated) return *stated;
  throw Failure(status_wrong_usage, "the profile states no " + name + "; say --" + name);
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
  if (!fits) {
    throw Failure(status_wrong_usage,
                  '"' + printable(text) + "\" is not a score from 0 to 1, such as 3/4 or 75%");
  }
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

std::string held_text(const Matrix& matrix, SkillIndex skill, std::optional<Rank> held,
                      const Session& session) {
  if (!held) return "-";
  return skill_level_title(matrix, skill, *held, "none", session);
}

std::string counts_text(const CellCounts& counts) {
  std::string text;
  const auto add = [&text](std::uint32_t number, const char* state) {
    if (number == 0) return;
    text += (text.empty() ? "" : ", ") + std::to_string(number) + ' ' + state;
  };
  add(counts.met, "met");
  add(counts.exceeded, "exceeded");
  add(counts.gap, counts.gap == 1 ? "gap" : "gaps");
  add(counts.unknown, "unknown");
  add(counts.expired, "expired");
  return text;
}

std::string settings_text(const GapOptions& options) {
  std::string text(to_string(options.ratings.policy));
  text += " rating of a skill counts";
  if (options.ratings.policy == RatingPolicy::trusted) text = "most " + text;
  text = "the " + text;
  if (options.ratings.min_confidence != 0) {
    text += ", confidence from " + std::to_string(options.ratings.min_confidence) + " %";
  }
  return text;
}

/// Prints one gap for readers.
class GapPrinter {
 public:
  GapPrinter(Session& session, const Matrix& matrix, const Gap& gap)
      : session_(session), matrix_(matrix), gap_(gap) {}

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
    session_.heading(printable(person.name.empty() ? person.id : person.name) + " against " +
                     role_level_title(matrix_, gap_.target, session_));
    session_.say("\n" + field("Framework", framework_title(matrix_, session_), name_width));
    session_.say(field(
        "As of",
        options.ratings.as_of ? format_date(*options.ratings.as_of) : "no date, so nothing expires",
        name_width));
    session_.say(field("Ratings", settings_text(options), name_width));
    session_.say(field("Model", options.scoring.model().name, name_width));
  }

  void result() {
    const GapSummary& summary = gap_.summary;
    session_.say('\n' + styled(verdict_text(summary.verdict), cli::style_of(summary.verdict),
                               session_.colours));
    session_.say(": " + score_text(summary.lower, summary.upper) + '\n');
    const std::string required = counts_text(gap_.required);
    session_.say(required.empty() ? "Nothing is required.\n" : "Required: " + required + '\n');
  }

  void cells() {
    if (gap_.cells.empty()) return;
    Table table({"Skill", "Necessity", "Expected", "Held", "State"});
    for (const GapCell& cell : gap_.cells) {
      const bool required = cell.necessity == Necessity::required;
      table.add({{skill_title(matrix_, cell.skill, session_)},
                 {std::string(name_of(cell.necessity)), required ? Style::plain : Style::faint},
                 {skill_level_title(matrix_, cell.skill, cell.expected, "any level", session_)},
                 {held_text(matrix_, cell.skill, cell.held, session_)},
                 {std::string(to_string(cell.state)), style_of(cell.state)}});
    }
    session_.say('\n' + table.render(2, session_.colours));
  }

  void raise_list(const std::vector<Raise>& raises) {
    for (const Raise& raise : raises) {
      const std::string from =
          raise.from ? skill_level_title(matrix_, raise.skill, *raise.from, "none", session_)
                     : "not known";
      const std::string to = skill_level_title(matrix_, raise.skill, raise.to, "", session_);
      session_.say(paragraph(
          skill_title(matrix_, raise.skill, session_) + ": from " + from + " to " + to, 2));
      const TextIndex description = raise_description(matrix_, gap_.target, raise.skill, raise.to);
      const std::string_view text = matrix_.text(description, session_.locale);
      if (!text.empty()) session_.say(paragraph(text, 4));
    }
  }

  void raises() {
    if (gap_.raises.empty()) return;
    session_.say("\n");
    session_.heading("What to cover to advance");
    raise_list(gap_.raises);
  }

  void threshold() {
    if (!gap_.threshold) return;
    const ThresholdCounterfactual& found = *gap_.threshold;
    session_.say("\n");
    session_.heading("What to cover to reach " + format_percent(found.threshold));
    switch (found.outcome) {
      case ThresholdOutcome::unreachable:
        session_.say(paragraph("It is out of reach: with every expectation met, the score is " +
                                   format_percent(found.lower) + '.',
                               2));
        return;
      case ThresholdOutcome::not_computed:
        session_.say("  Not computed: there are too many levels to raise.\n");
        return;
      case ThresholdOutcome::reached:
        break;
    }
    if (found.raises.empty()) {
      session_.say("  Nothing: the score is there already.\n");
      return;
    }
    raise_list(found.raises);
    session_.say("  " + count_of(found.levels, "level", "levels") + ", then the score is " +
                 format_percent(found.lower) + " (" + to_string(found.lower) + ")\n");
  }

  void assess() {
    if (gap_.assess.empty()) return;
    session_.say("\n");
    session_.heading("What to assess");
    for (const SkillIndex skill : gap_.assess) {
      session_.say(paragraph(skill_title(matrix_, skill, session_), 2));
    }
  }

  Session& session_;
  const Matrix& matrix_;
  const Gap& gap_;
};

int run_gap(Session& session, const GapCommandOptions& options) {
  GapOptions settings;
  settings.ratings = rating_options(options.comparison);
  settings.scoring = scoring(options.comparison);
  settings.threshold = read_threshold(options.threshold);
  const Matrix matrix = load_matrix(session, options.framework);
  const Profile person = load_person(session, matrix, options.profile);
  const Gap gap = analyze_gap(matrix, person, choose_target(matrix, options, person), settings);
  if (session.json) {
    session.say(gap_json(matrix, gap, person, settings, session.locale));
  } else {
    print_diagnostics(session, {options.profile, gap.diagnostics});
    GapPrinter(session, matrix, gap).print(person, settings);
  }
  const bool ready = gap.summary.verdict == Verdict::ready;
  return options.check && !ready ? status_not_ready : status_fine;
}

}  // namespace

void add_gap(CLI::App& app, Session& session, Action& action) {
  CLI::App* command =
      add_command(app, session, "gap", "Compare a person with a role level",
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
  command->add_option("--threshold", options->threshold, "Also: the fewest raises to this score")
      ->type_name("SCORE");
  command->add_flag("--check", options->check, "Exit with 3 unless the person is ready");
  add_locale_option(*command, session);
  command->callback(
      [options, &action] { action = [options](Session& s) { return run_gap(s, *options); }; });
}

}  // namespace skillmatrix::cli
