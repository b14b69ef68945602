#include <algorithm>
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

std::string changes_text(const Session& session, const ProgressionItem& item) {
  std::string text;
  for (const Change change : item.changes) {
    const std::string word = session.message("change." + std::string(to_string(change)));
    text = text.empty()
               ? word
               : session.message("progression.changes", {{"first", text}, {"second", word}});
  }
  return text;
}

std::string side_text(const Session& session, const std::optional<ServedRequirement>& side) {
  return side ? grid_text(session, *side, false) : "-";
}

/// Whether there is something to learn: what is only lowered or made optional asks for nothing.
bool asks_for_more(const ProgressionItem& item) {
  return std::ranges::any_of(item.changes, [](Change change) {
    return change == Change::gained || change == Change::raised ||
           change == Change::became_required;
  });
}

bool is_unchanged(const ProgressionItem& item) {
  return item.changes.size() == 1 && item.changes[0] == Change::unchanged;
}

void say_items(Session& session, const Progression& progression) {
  Table table({session.message("column.skill"), session.message("column.change"),
               session.message("column.from"), session.message("column.to")});
  for (const ProgressionItem& item : progression.items) {
    const Style style = is_unchanged(item) ? Style::faint : Style::plain;
    table.add({{shown(item.skill_title)},
               {changes_text(session, item), style},
               {side_text(session, item.from)},
               {side_text(session, item.to)}});
  }
  session.say('\n' + table.render(2, session.look()));
  session.say('\n' + paragraph(session.message("legend"), 2));
}

void say_descriptions(Session& session, const Progression& progression) {
  bool said = false;
  for (const ProgressionItem& item : progression.items) {
    if (!asks_for_more(item) || item.description.empty()) continue;
    if (!said) {
      session.say("\n");
      session.heading(session.message("progression.cover"));
    }
    said = true;
    session.say(paragraph(
        session.message("progression.cover_item", {{"skill", shown(item.skill_title)},
                                                   {"changes", changes_text(session, item)}}),
        2));
    session.say(paragraph(item.description.value, 4));
  }
}

int answer(Session& session, const Reader& reader, const Progression& progression) {
  if (session.json) {
    session.say(progression_json(reader, progression));
    return status_fine;
  }
  session.heading(
      session.message("progression.title", {{"from", role_level_title(reader, progression.from)},
                                            {"to", role_level_title(reader, progression.to)}}));
  if (progression.items.empty()) {
    session.say('\n' + paragraph(session.message("progression.nothing"), 0));
    return status_fine;
  }
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
    throw Failure{status_wrong_usage,
                  "usage.highest_level",
                  {{"level", options.from}, {"role", options.role}}};
  }
  const Reader reader(matrix, session.language());
  return answer(session, reader, compare_role_levels(reader, from, *to));
}

int run_compare(Session& session, const CompareOptions& options) {
  const Matrix matrix = load_matrix(session, options.framework);
  const RoleLevelIndex from = resolve_role_at_level(matrix, options.from);
  const RoleLevelIndex to = resolve_role_at_level(matrix, options.to);
  const Reader reader(matrix, session.language());
  return answer(session, reader, compare_role_levels(reader, from, to));
}

}  // namespace

void add_progress(CLI::App& app, Action& action) {
  CLI::App* command =
      add_command(app, "progress", "Show what changes between levels of a role",
                  "skillmatrix progress examples/data/ai-engineering.json --role nlp-engineer \\\n"
                  "      --from middle");
  const auto options = std::make_shared<ProgressOptions>();
  command->add_option("FRAMEWORK", options->framework, "The framework")->required()->type_name(" ");
  command->add_option("--role", options->role, "Id of the role")->required()->type_name("ROLE");
  command->add_option("--from", options->from, "Level to start at")->required()->type_name("LEVEL");
  command->add_option("--to", options->to, "Level to reach; else the next one")->type_name("LEVEL");
  command->callback(
      [options, &action] { action = [options](Session& s) { return run_progress(s, *options); }; });
}

void add_compare(CLI::App& app, Action& action) {
  CLI::App* command = add_command(app, "compare", "Show how two role levels differ",
                                  "skillmatrix compare examples/data/ai-engineering.json \\\n"
                                  "      data-scientist@senior nlp-engineer@senior");
  const auto options = std::make_shared<CompareOptions>();
  command->add_option("FRAMEWORK", options->framework, "The framework")->required()->type_name(" ");
  command->add_option("FROM", options->from, "Role and level, ROLE@LEVEL")
      ->required()
      ->type_name(" ");
  command->add_option("TO", options->to, "Role and level, ROLE@LEVEL")->required()->type_name(" ");
  command->callback(
      [options, &action] { action = [options](Session& s) { return run_compare(s, *options); }; });
}

}  // namespace skillmatrix::cli
