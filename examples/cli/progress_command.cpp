#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "commands.hpp"
#include "skillmatrix/progression.hpp"

namespace skillmatrix::cli {
namespace {

struct ProgressOptions {
  std::string framework;
  std::string role;
  std::string from;
  std::string to;
};

struct CompareOptions {
  std::string framework;
  std::string from;
  std::string to;
};

std::string change_text(Change change) {
  std::string text(to_string(change));
  for (char& character : text) {
    if (character == '_') character = ' ';
  }
  return text;
}

std::string changes_text(const ProgressionItem& item) {
  std::string text;
  for (const Change change : item.changes) {
    text += (text.empty() ? "" : ", ") + change_text(change);
  }
  return text;
}

std::string side_text(const std::optional<ServedRequirement>& cell) {
  if (!cell) return "-";
  const std::string level = expected_title(*cell);
  return cell->necessity == Necessity::required ? level : '(' + level + ')';
}

bool is_unchanged(const ProgressionItem& item) {
  return item.changes.size() == 1 && item.changes[0] == Change::unchanged;
}

void say_items(Session& session, const Progression& progression) {
  Table table({"Skill", "Change", "From", "To"});
  for (const ProgressionItem& item : progression.items) {
    const Style style = is_unchanged(item) ? Style::faint : Style::plain;
    table.add({{title_or(item.skill_title.value, "skill")},
               {changes_text(item), style},
               {side_text(item.from)},
               {side_text(item.to)}});
  }
  session.say(table.render(2, session.colours));
  session.say("\n  In parentheses: optional. A dash: nothing is expected.\n");
}

void say_descriptions(Session& session, const Progression& progression) {
  bool said = false;
  for (const ProgressionItem& item : progression.items) {
    if (is_unchanged(item) || !item.to || item.description.empty()) continue;
    if (!said) {
      session.say("\n");
      session.heading("What to cover");
    }
    said = true;
    session.say(
        paragraph(title_or(item.skill_title.value, "skill") + ": " + changes_text(item), 2));
    session.say(paragraph(item.description.value, 4));
  }
}

int answer(Session& session, const Matrix& matrix, const Progression& progression) {
  if (session.json) {
    session.say(progression_json(matrix, progression, session.locale));
    return status_fine;
  }
  session.heading(role_level_title(matrix, progression.from, session) + " to " +
                  role_level_title(matrix, progression.to, session));
  if (progression.items.empty()) {
    session.say("\nNeither expects anything.\n");
    return status_fine;
  }
  session.say("\n");
  say_items(session, progression);
  say_descriptions(session, progression);
  return status_fine;
}

int run_progress(Session& session, const ProgressOptions& options) {
  const Matrix matrix = load_matrix(session, options.framework);
  const RoleIndex role = resolve_role(matrix, options.role);
  const RoleLevelIndex from = resolve_role_level(matrix, role, options.from);
  std::optional<RoleLevelIndex> to = matrix.next_level(from);
  if (!options.to.empty()) to = resolve_role_level(matrix, role, options.to);
  if (!to) {
    throw Failure(status_wrong_usage, '"' + printable(options.from) +
                                          "\" is the highest level of " + printable(options.role) +
                                          "; say --to another one");
  }
  return answer(session, matrix, compare_role_levels(matrix, from, *to, session.locale));
}

int run_compare(Session& session, const CompareOptions& options) {
  const Matrix matrix = load_matrix(session, options.framework);
  const RoleLevelIndex from = resolve_role_at_level(matrix, options.from);
  const RoleLevelIndex to = resolve_role_at_level(matrix, options.to);
  return answer(session, matrix, compare_role_levels(matrix, from, to, session.locale));
}

}  // namespace

void add_progress(CLI::App& app, Session& session, Action& action) {
  CLI::App* command =
      add_command(app, session, "progress", "Show what changes between levels of a role",
                  "skillmatrix progress examples/data/ai-engineering.json --role nlp-engineer \\\n"
                  "      --from middle");
  const auto options = std::make_shared<ProgressOptions>();
  command->add_option("FRAMEWORK", options->framework, "The framework")->required()->type_name(" ");
  command->add_option("--role", options->role, "Id of the role")->required()->type_name("ROLE");
  command->add_option("--from", options->from, "Level to start at")->required()->type_name("LEVEL");
  command->add_option("--to", options->to, "Level to reach; else the next one")->type_name("LEVEL");
  add_locale_option(*command, session);
  command->callback(
      [options, &action] { action = [options](Session& s) { return run_progress(s, *options); }; });
}

void add_compare(CLI::App& app, Session& session, Action& action) {
  CLI::App* command = add_command(app, session, "compare", "Show how two role levels differ",
                                  "skillmatrix compare examples/data/ai-engineering.json \\\n"
                                  "      data-scientist@senior nlp-engineer@senior");
  const auto options = std::make_shared<CompareOptions>();
  command->add_option("FRAMEWORK", options->framework, "The framework")->required()->type_name(" ");
  command->add_option("FROM", options->from, "Role and level, ROLE@LEVEL")
      ->required()
      ->type_name(" ");
  command->add_option("TO", options->to, "Role and level, ROLE@LEVEL")->required()->type_name(" ");
  add_locale_option(*command, session);
  command->callback(
      [options, &action] { action = [options](Session& s) { return run_compare(s, *options); }; });
}

}  // namespace skillmatrix::cli
