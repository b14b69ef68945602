#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "skillmatrix/role_page.hpp"

namespace skillmatrix::cli {
namespace {

constexpr std::size_t name_width = 14;

struct RoleOptions {
  std::string framework;
  std::string role;
  std::string level;
};

/// Leaves one level of the page; the counts stay those of the role.
void keep_level(RolePage& page, std::size_t kept) {
  page.levels = {std::move(page.levels[kept])};
  for (RolePageGroup& group : page.groups) {
    for (RolePageRow& row : group.rows) row.cells = {row.cells[kept]};
    std::erase_if(group.rows, [](const RolePageRow& row) { return !row.cells[0]; });
  }
  std::erase_if(page.groups, [](const RolePageGroup& group) { return group.rows.empty(); });
}

void say_header(Session& session, const RolePage& page) {
  session.heading(title_or(page.title.value, "role"));
  if (!page.summary.empty()) session.say(paragraph(page.summary.value, 0));
  session.say("\n");
  session.say(field("Skills", count_of(page.skills, "skill", "skills"), name_width));
  session.say(field("Levels", count_of(page.levels.size(), "level", "levels"), name_width));
  session.say(field(
      "Expectations",
      std::to_string(page.required) + " required, " + std::to_string(page.optional) + " optional",
      name_width));
}

std::string grid_text(const RolePageCell& cell, bool labels) {
  std::string text = expected_title(cell);
  if (labels && !cell.expected_label.empty()) text = printable(cell.expected_label.value);
  return cell.necessity == Necessity::required ? text : '(' + text + ')';
}

Table grid(const RolePage& page, bool labels) {
  std::vector<std::string> headers{"Skill"};
  for (const RolePageLevel& level : page.levels) {
    headers.push_back(title_or(level.title.value, "level"));
  }
  Table table(std::move(headers));
  for (const RolePageGroup& group : page.groups) {
    std::vector<TableCell> title(page.levels.size() + 1);
    title[0] = {group.title.empty() ? "Other" : std::string(group.title.value), Style::heading};
    table.add(std::move(title));
    for (const RolePageRow& row : group.rows) {
      std::vector<TableCell> cells{{"- " + title_or(row.skill_title.value, "skill")}};
      for (std::size_t at = 0; at < row.cells.size(); ++at) {
        cells.push_back({row.cells[at] ? grid_text(page.levels[at].cells[*row.cells[at]], labels)
                                       : std::string("-")});
      }
      table.add(std::move(cells));
    }
  }
  return table;
}

/// The labels in use, each with its title: "A: Awareness".
std::string legend(const RolePage& page) {
  std::vector<std::string> entries;
  for (const RolePageLevel& level : page.levels) {
    for (const RolePageCell& cell : level.cells) {
      if (cell.expected_label.empty()) continue;
      const std::string entry =
          std::string(cell.expected_label.value) + ": " + expected_title(cell);
      if (std::find(entries.begin(), entries.end(), entry) == entries.end()) {
        entries.push_back(entry);
      }
    }
  }
  std::string text;
  for (const std::string& entry : entries) text += entry + "; ";
  return text;
}

void say_grid(Session& session, const RolePage& page) {
  session.say("\n");
  session.heading("Expected at each level");
  Table table = grid(page, false);
  const bool labels = table.natural_width() > line_width - 2;
  if (labels) table = grid(page, true);
  session.say(table.render(2, session.colours));
  session.say('\n' + paragraph((labels ? legend(page) : std::string()) +
                                   "in parentheses: optional; a dash: nothing is expected",
                               2));
}

void say_focus(Session& session, const RolePage& page) {
  for (const RolePageLevel& level : page.levels) {
    session.say("\n");
    session.heading(title_or(level.title.value, "level"));
    if (!level.focus.empty()) session.say(paragraph(level.focus.value, 2));
    session.say("  " + std::to_string(level.required) + " required, " +
                std::to_string(level.optional) + " optional\n");
  }
}

void say_level(Session& session, const RolePageLevel& level) {
  session.say("\n");
  session.heading(title_or(level.title.value, "level"));
  if (!level.focus.empty()) session.say(paragraph(level.focus.value, 2));
  if (level.cells.empty()) {
    session.say("  Nothing is expected.\n");
    return;
  }
  Table table({"Skill", "Necessity", "Expected", "Description"});
  for (const RolePageCell& cell : level.cells) {
    const bool required = cell.necessity == Necessity::required;
    table.add({{title_or(cell.skill_title.value, "skill")},
               {std::string(name_of(cell.necessity)), required ? Style::plain : Style::faint},
               {expected_title(cell)},
               {std::string(cell.description.value)}});
  }
  session.say(table.render(2, session.colours));
}

int run_role(Session& session, const RoleOptions& options) {
  const Matrix matrix = load_matrix(session, options.framework);
  const RoleIndex role = resolve_role(matrix, options.role);
  RolePage page = make_role_page(matrix, role, session.locale);
  if (!options.level.empty()) {
    const RoleLevelIndex level = resolve_role_level(matrix, role, options.level);
    keep_level(page, level.value - matrix.role_first_level(role).value);
  }
  if (session.json) {
    session.say(role_page_json(matrix, page, session.locale));
    return status_fine;
  }
  if (options.level.empty()) {
    say_header(session, page);
    say_focus(session, page);
    if (page.skills != 0) say_grid(session, page);
  } else {
    session.heading(title_or(page.title.value, "role"));
    say_level(session, page.levels[0]);
  }
  return status_fine;
}

}  // namespace

void add_role(CLI::App& app, Session& session, Action& action) {
  CLI::App* command =
      add_command(app, session, "role", "Show what a role expects, at all levels or at one",
                  "skillmatrix role examples/data/ai-engineering.json nlp-engineer --level senior");
  const auto options = std::make_shared<RoleOptions>();
  command->add_option("FRAMEWORK", options->framework, "The framework")->required()->type_name(" ");
  command->add_option("ROLE", options->role, "Id of the role")->required()->type_name(" ");
  command->add_option("--level", options->level, "Only this level, with descriptions")
      ->type_name("LEVEL");
  add_locale_option(*command, session);
  command->callback(
      [options, &action] { action = [options](Session& s) { return run_role(s, *options); }; });
}

}  // namespace skillmatrix::cli
