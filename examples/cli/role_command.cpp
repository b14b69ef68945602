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

struct RoleOptions {
  std::string framework;
  std::string role;
  std::string level;
};

/// Leaves one level of the page, and counts what is left.
void keep_level(RolePage& page, std::size_t kept) {
  page.levels = {std::move(page.levels[kept])};
  for (RolePageGroup& group : page.groups) {
    for (RolePageRow& row : group.rows) row.cells = {row.cells[kept]};
    std::erase_if(group.rows, [](const RolePageRow& row) { return !row.cells[0]; });
  }
  std::erase_if(page.groups, [](const RolePageGroup& group) { return group.rows.empty(); });
  const RolePageLevel& level = page.levels.front();
  page.skills = static_cast<std::uint32_t>(level.cells.size());
  page.required = level.required;
  page.optional = level.optional;
}

std::string cell_counts(const Session& session, std::uint32_t required, std::uint32_t optional) {
  return session.language().list(
      std::vector{session.message("count.required", {{"count", required}}),
                  session.message("count.optional", {{"count", optional}})});
}

void say_header(Session& session, const RolePage& page) {
  session.heading(shown(page.title));
  if (!page.summary.empty()) session.say(paragraph(page.summary.value, 0));
  Fields fields;
  fields.add(session.message("role_page.skills"),
             session.message("count.skills", {{"count", page.skills}}));
  fields.add(session.message("role_page.levels"),
             session.message("count.levels", {{"count", page.levels.size()}}));
  fields.add(session.message("role_page.expectations"),
             cell_counts(session, page.required, page.optional));
  session.say('\n' + fields.render(session.look()));
}

Table grid(const Session& session, const RolePage& page, bool labels) {
  std::vector<std::string> headers{session.message("column.skill")};
  for (const RolePageLevel& level : page.levels) headers.push_back(shown(level.title));
  Table table(std::move(headers));
  for (const RolePageGroup& group : page.groups) {
    std::vector<TableCell> title(page.levels.size() + 1);
    title[0] = {group.category ? shown(group.title) : session.message("role_page.other"),
                Style::heading};
    table.add(std::move(title));
    for (const RolePageRow& row : group.rows) {
      std::vector<TableCell> cells{{"- " + shown(row.skill_title)}};
      for (std::size_t at = 0; at < row.cells.size(); ++at) {
        cells.push_back({row.cells[at]
                             ? grid_text(session, page.levels[at].cells[*row.cells[at]], labels)
                             : std::string("-")});
      }
      table.add(std::move(cells));
    }
  }
  return table;
}

/// The labels in use, each with its title: "A: Awareness".
std::vector<std::string> legend(const Session& session, const RolePage& page) {
  std::vector<std::string> entries;
  for (const RolePageLevel& level : page.levels) {
    for (const RolePageCell& cell : level.cells) {
      if (cell.expected_label.empty()) continue;
      std::string entry = session.message(
          "legend.label",
          {{"label", shown(cell.expected_label)}, {"title", expected_text(session, cell)}});
      if (std::find(entries.begin(), entries.end(), entry) != entries.end()) continue;
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

void say_grid(Session& session, const RolePage& page) {
  session.say("\n");
  session.heading(session.message("role_page.expected"));
  Table table = grid(session, page, false);
  const bool labels = table.natural_width() > line_width - 2;
  if (labels) table = grid(session, page, true);
  session.say(table.render(2, session.look()) + '\n');
  if (labels) {
    const std::vector<std::string> entries = legend(session, page);
    if (!entries.empty()) session.say(paragraph(session.language().list(entries), 2));
  }
  session.say(paragraph(session.message("legend"), 2));
}

void say_focus(Session& session, const RolePage& page) {
  for (const RolePageLevel& level : page.levels) {
    session.say("\n");
    session.heading(shown(level.title));
    if (!level.focus.empty()) session.say(paragraph(level.focus.value, 2));
    session.say(paragraph(cell_counts(session, level.required, level.optional), 2));
  }
}

void say_level(Session& session, const RolePageLevel& level) {
  session.say("\n");
  session.heading(shown(level.title));
  if (!level.focus.empty()) session.say(paragraph(level.focus.value, 2));
  if (level.cells.empty()) {
    session.say(paragraph(session.message("role_page.nothing_expected"), 2));
    return;
  }
  Table table({session.message("column.skill"), session.message("column.necessity"),
               session.message("column.expected"), session.message("column.description")});
  for (const RolePageCell& cell : level.cells) {
    const bool required = cell.necessity == Necessity::required;
    table.add({{shown(cell.skill_title)},
               {necessity_text(session, cell.necessity), required ? Style::plain : Style::faint},
               {expected_text(session, cell)},
               {shown(cell.description)}});
  }
  session.say(table.render(2, session.look()));
}

int run_role(Session& session, const RoleOptions& options) {
  const Matrix matrix = load_matrix(session, options.framework);
  const RoleIndex role = resolve_role(matrix, options.role);
  const Reader reader(matrix, session.language());
  RolePage page = make_role_page(reader, role);
  if (!options.level.empty()) {
    const RoleLevelIndex level = resolve_role_level(matrix, role, options.level);
    keep_level(page, level.value - matrix.role_first_level(role).value);
  }
  if (session.json) {
    session.say(role_page_json(reader, page));
    return status_fine;
  }
  if (options.level.empty()) {
    say_header(session, page);
    say_focus(session, page);
    if (page.skills != 0) say_grid(session, page);
  } else {
    session.heading(shown(page.title));
    say_level(session, page.levels[0]);
  }
  return status_fine;
}

}  // namespace

void add_role(CLI::App& app, Action& action) {
  CLI::App* command =
      add_command(app, "role", "Show what a role expects, at all levels or at one",
                  "skillmatrix role examples/data/ai-engineering.json nlp-engineer --level senior");
  const auto options = std::make_shared<RoleOptions>();
  command->add_option("FRAMEWORK", options->framework, "The framework")->required()->type_name(" ");
  command->add_option("ROLE", options->role, "Id of the role")->required()->type_name(" ");
  command->add_option("--level", options->level, "Only this level, with descriptions")
      ->type_name("LEVEL");
  command->callback(
      [options, &action] { action = [options](Session& s) { return run_role(s, *options); }; });
}

}  // namespace skillmatrix::cli
