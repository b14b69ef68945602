#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
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
                                    : table.render(2, session.look())));
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

/// Takes the position of the person, with which the pointers of a match start, off the pointer.
std::size_t take_person(Diagnostic& diagnostic) {
  const std::size_t end = std::min(diagnostic.pointer.find('/', 1), diagnostic.pointer.size());
  const std::size_t person = std::stoul(diagnostic.pointer.substr(1, end - 1));
  diagnostic.pointer.erase(0, end);
  return person;
}

/// Places findings about the ratings of one person.
void place(std::vector<Diagnostic>& findings, std::size_t person, std::string_view text,
           const Profiles& in) {
  locate_in_line(findings, text, in.lines[person], in.offsets[person]);
}

void place(std::vector<Diagnostic>& findings, std::size_t person, std::string_view,
           const RatingsCsv& in) {
  constexpr std::string_view ratings = "/ratings/";
  for (Diagnostic& finding : findings) {
    const std::size_t rating = std::stoul(finding.pointer.substr(ratings.size()));
    const bool is_level = finding.code == Code::level_not_in_scale;
    const CsvRatingPlace& of = in.places[person][rating];
    const CsvPlace& at = is_level ? of.rating : of.skill;
    finding.row = at.row;
    finding.line = at.line;
    finding.column = at.column;
    finding.offset = at.offset;
    finding.field = is_level ? "rating" : "skill";
    finding.pointer.clear();
  }
}

/// Takes out of what a match found what is said of the role level, and so of the framework.
std::vector<Diagnostic> take_findings_of_framework(std::vector<Diagnostic>& found) {
  const auto is_of_person = [](const Diagnostic& finding) { return !finding.pointer.empty(); };
  const auto others = std::stable_partition(found.begin(), found.end(), is_of_person);
  std::vector<Diagnostic> taken(others, found.end());
  found.erase(others, found.end());
  return taken;
}

/// Adds what a match found to what was found when the people were read. It goes from person to
/// person.
void add_findings(People& people, std::vector<Diagnostic> found) {
  std::vector<Diagnostic> of_one;
  for (std::size_t at = 0; at < found.size();) {
    const std::size_t end = found[at].pointer.find('/', 1) + 1;
    const std::string start = found[at].pointer.substr(0, end);
    std::size_t person = 0;
    for (; at < found.size() && found[at].pointer.starts_with(start); ++at) {
      person = take_person(found[at]);
      of_one.push_back(std::move(found[at]));
    }
    std::visit([&](const auto& in) { place(of_one, person, people.text, in); }, people.in);
    std::ranges::move(of_one, std::back_inserter(people.findings.diagnostics));
    of_one.clear();
  }
}

int rank_people(Session& session, const Matrix& matrix, const MatchCommandOptions& options) {
  const MatchOptions settings = match_options(options);
  const RoleIndex role = resolve_role(matrix, options.role);
  const RoleLevelIndex target = resolve_role_level(matrix, role, options.level);
  People people = load_people(options.people);
  PeopleMatches matches = match_people(matrix, people.profiles, target, settings);
  std::vector<SourceDiagnostics> sources;
  if (auto found = take_findings_of_framework(matches.diagnostics); !found.empty()) {
    sources.push_back({options.framework, std::move(found)});
  }
  add_findings(people, std::exchange(matches.diagnostics, {}));
  sources.push_back(people.findings);
  const bool bad = has_errors(people.findings.diagnostics);
  const Reader reader(matrix, session.language());
  if (session.json) {
    session.say(people_matches_json(reader, matches, people.profiles, target, settings, sources));
    return bad ? status_bad_input : status_fine;
  }
  for (const SourceDiagnostics& source : sources) print_diagnostics(session, source);
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
    throw Failure{status_wrong_usage, "usage.role_and_level"};
  }
  const Matrix matrix = load_matrix(session, options.framework);
  return options.role.empty() ? rank_role_levels(session, matrix, options)
                              : rank_people(session, matrix, options);
}

}  // namespace

void add_match(CLI::App& app, Action& action) {
  CLI::App* command = add_command(app, "match", "Rank role levels for a person, or people for one",
                                  "skillmatrix match examples/data/ai-engineering.json \\\n"
                                  "      examples/data/people/amara-diallo.json --top 3");
  const auto options = std::make_shared<MatchCommandOptions>();
  command->add_option("FRAMEWORK", options->framework, "The framework")->required()->type_name(" ");
  command->add_option("PEOPLE", options->people, "The person; with --role, NDJSON or ratings .csv")
      ->required()
      ->type_name(" ");
  command->add_option("--role", options->role, "Rank people for this role, with --level")
      ->type_name("ROLE");
  command->add_option("--level", options->level, "... at this level, with --role")
      ->type_name("LEVEL");
  command->add_option("--top", options->top, "Only the best so many")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  add_comparison_options(*command, options->comparison);
  command->callback(
      [options, &action] { action = [options](Session& s) { return run_match(s, *options); }; });
}

}  // namespace skillmatrix::cli
