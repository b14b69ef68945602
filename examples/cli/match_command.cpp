#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "skillmatrix/match.hpp"

namespace skillmatrix::cli {
namespace {

struct MatchCommandOptions {
  std::string framework;
  std::string people;
  std::string role;
  std::string level;
  std::optional<std::size_t> top;
  ComparisonOptions comparison;
};

MatchOptions match_options(const MatchCommandOptions& options) {
  MatchOptions settings;
  settings.ratings = rating_options(options.comparison);
  settings.scoring = scoring(options.comparison);
  if (options.top) settings.limit = *options.top;
  return settings;
}

/// Verdict, score and gaps: the columns that every ranking has.
void add_row(Table& table, std::size_t place, std::string name, const GapSummary& summary) {
  const bool exact = summary.lower == summary.upper;
  table.add({{std::to_string(place)},
             {std::move(name)},
             {verdict_text(summary.verdict), style_of(summary.verdict)},
             {format_percent(summary.lower) +
              (exact ? std::string() : " to " + format_percent(summary.upper))},
             {std::to_string(summary.counts.gap)}});
}

Table ranking(std::string name) {
  return Table({"#", std::move(name), "Verdict", "Score", "Gaps"});
}

void say_table(Session& session, const Table& table) {
  session.say(table.empty() ? std::string("Nothing to rank.\n") : table.render(2, session.colours));
}

int rank_role_levels(Session& session, const Matrix& matrix, const MatchCommandOptions& options) {
  const MatchOptions settings = match_options(options);
  const Profile person = load_person(session, matrix, options.people);
  const RoleLevelMatches matches = match_role_levels(matrix, person, settings);
  if (session.json) {
    session.say(role_level_matches_json(matrix, matches, person, settings, session.locale));
    return status_fine;
  }
  print_diagnostics(session, {options.people, matches.diagnostics});
  session.heading("Role levels for " + printable(person.name.empty() ? person.id : person.name));
  Table table = ranking("Role level");
  for (const RoleLevelMatch& match : matches.ranked) {
    add_row(table, table.row_count(), role_level_title(matrix, match.role_level, session),
            match.summary);
  }
  session.say("\n");
  say_table(session, table);
  if (!matches.nothing_expected.empty()) {
    session.say("\n  " + count_of(matches.nothing_expected.size(),
                                  "role level expects nothing and is left out.\n",
                                  "role levels expect nothing and are left out.\n"));
  }
  return status_fine;
}

/// The pointers start with the position of the person: turns that into the line.
void place(std::vector<Diagnostic>& diagnostics, const std::vector<std::uint64_t>& lines) {
  for (Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.pointer.size() < 2 || diagnostic.pointer[0] != '/' || lines.empty()) continue;
    const std::size_t end = std::min(diagnostic.pointer.find('/', 1), diagnostic.pointer.size());
    std::size_t person = 0;
    for (const char digit : diagnostic.pointer.substr(1, end - 1)) {
      if (digit < '0' || digit > '9') return;
      person = person * 10 + static_cast<std::size_t>(digit - '0');
    }
    if (person >= lines.size()) continue;
    diagnostic.line = lines[person];
    diagnostic.pointer.erase(0, end);
  }
}

int rank_people(Session& session, const Matrix& matrix, const MatchCommandOptions& options) {
  const MatchOptions settings = match_options(options);
  const RoleIndex role = resolve_role(matrix, options.role);
  const RoleLevelIndex target = resolve_role_level(matrix, role, options.level);
  People people = load_people(options.people);
  PeopleMatches matches = match_people(matrix, people.profiles, target, settings);
  place(matches.diagnostics, people.lines);
  for (Diagnostic& diagnostic : matches.diagnostics) {
    people.findings.diagnostics.push_back(std::move(diagnostic));
  }
  matches.diagnostics.clear();
  const bool bad = has_errors(people.findings.diagnostics);
  if (session.json) {
    session.say(people_matches_json(matrix, matches, people.profiles, target, settings,
                                    session.locale, std::span(&people.findings, 1)));
    return bad ? status_bad_input : status_fine;
  }
  print_diagnostics(session, people.findings);
  session.heading("People for " + role_level_title(matrix, target, session));
  Table table = ranking("Person");
  for (const PersonMatch& match : matches.ranked) {
    const Profile& person = people.profiles[match.person];
    add_row(table, table.row_count(), person.name.empty() ? person.id : person.name, match.summary);
  }
  session.say("\n");
  say_table(session, table);
  return bad ? status_bad_input : status_fine;
}

int run_match(Session& session, const MatchCommandOptions& options) {
  if (options.role.empty() != options.level.empty()) {
    throw Failure(status_wrong_usage, "--role and --level go together");
  }
  const Matrix matrix = load_matrix(session, options.framework);
  return options.role.empty() ? rank_role_levels(session, matrix, options)
                              : rank_people(session, matrix, options);
}

}  // namespace

void add_match(CLI::App& app, Session& session, Action& action) {
  CLI::App* command =
      add_command(app, session, "match", "Rank role levels for a person, or people for one",
                  "skillmatrix match examples/data/ai-engineering.json \\\n"
                  "      examples/data/people/amara-diallo.json --top 3");
  const auto options = std::make_shared<MatchCommandOptions>();
  command->add_option("FRAMEWORK", options->framework, "The framework")->required()->type_name(" ");
  command->add_option("PEOPLE", options->people, "The person; with --role, NDJSON or ratings .csv")
      ->required()
      ->type_name(" ");
  command->add_option("--role", options->role, "Rank people for this role")->type_name("ROLE");
  command->add_option("--level", options->level, "... at this level")->type_name("LEVEL");
  command->add_option("--top", options->top, "Only the best so many")->type_name("N");
  add_comparison_options(*command, options->comparison);
  add_locale_option(*command, session);
  command->callback(
      [options, &action] { action = [options](Session& s) { return run_match(s, *options); }; });
}

}  // namespace skillmatrix::cli
