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
void add_row(const Session& session, Table& table, std::string name, const GapSummary& summary) {
  const Language& language = session.language();
  const std::string lower = language.percent(summary.lower);
  const bool exact = summary.lower == summary.upper;
  table.add(
      {{language.number(static_cast<std::int64_t>(table.row_count()))},
       {std::move(name)},
       {verdict_text(session, summary.verdict), style_of(summary.verdict)},
       {exact ? lower
              : session.message("match.score_range",
                                {{"lower", lower}, {"upper", language.percent(summary.upper)}})},
       {language.number(summary.counts.gap)}});
}

Table ranking(const Session& session, std::string_view name) {
  return Table({session.message("column.place"), session.message(name),
                session.message("column.verdict"), session.message("column.score"),
                session.message("column.gaps")});
}

void say_table(Session& session, const Table& table) {
  session.say("\n" + (table.empty() ? paragraph(session.message("match.nothing"), 0)
                                    : table.render(2, session.colours)));
}

int rank_role_levels(Session& session, const Matrix& matrix, const MatchCommandOptions& options) {
  const MatchOptions settings = match_options(options);
  const Profile person = load_person(session, matrix, options.people);
  const RoleLevelMatches matches = match_role_levels(matrix, person, settings);
  const Reader reader(matrix, session.language());
  if (session.json) {
    session.say(role_level_matches_json(reader, matches, person, settings));
    return status_fine;
  }
  print_diagnostics(session, {options.people, matches.diagnostics});
  session.heading(session.message("match.role_levels", {{"person", person_name(person)}}));
  Table table = ranking(session, "column.role_level");
  for (const RoleLevelMatch& match : matches.ranked) {
    add_row(session, table, role_level_title(reader, match.role_level), match.summary);
  }
  say_table(session, table);
  if (!matches.nothing_expected.empty()) {
    session.say('\n' + paragraph(session.message("match.left_out",
                                                 {{"count", matches.nothing_expected.size()}}),
                                 2));
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
  const Reader reader(matrix, session.language());
  if (session.json) {
    session.say(people_matches_json(reader, matches, people.profiles, target, settings,
                                    std::span(&people.findings, 1)));
    return bad ? status_bad_input : status_fine;
  }
  print_diagnostics(session, people.findings);
  session.heading(session.message("match.people", {{"target", role_level_title(reader, target)}}));
  Table table = ranking(session, "column.person");
  for (const PersonMatch& match : matches.ranked) {
    add_row(session, table, person_name(people.profiles[match.person]), match.summary);
  }
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
  command->add_option("--top", options->top, "Only the best so many")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  add_comparison_options(*command, options->comparison);
  command->callback(
      [options, &action] { action = [options](Session& s) { return run_match(s, *options); }; });
}

}  // namespace skillmatrix::cli
