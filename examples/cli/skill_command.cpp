#include <memory>
#include <string>

#include "commands.hpp"
#include "skillmatrix/skill_page.hpp"

namespace skillmatrix::cli {
namespace {

struct SkillOptions {
  std::string framework;
  std::string skill;
};

std::string levels_text(const Session& session, const SkillPage& page) {
  const bool one_ladder =
      !page.levels.empty() && page.levels.front().ladder == page.levels.back().ladder;
  if (!one_ladder) {
    return session.message("skill_page.level_count", {{"count", page.levels.size()}});
  }
  return session.message("skill_page.level_range", {{"count", page.levels.size()},
                                                    {"first", page.levels.front().title.value},
                                                    {"last", page.levels.back().title.value}});
}

Fields fields(const Session& session, const SkillPage& page) {
  Fields fields;
  if (page.domain) fields.add(session.message("skill_page.domain"), shown(page.domain_title));
  if (page.group) fields.add(session.message("skill_page.group"), shown(page.group_title));
  fields.add(session.message("skill_page.roles"),
             session.message("skill_page.role_count", {{"count", page.roles}}));
  fields.add(session.message("skill_page.levels"), levels_text(session, page));
  fields.add(session.message("skill_page.required"),
             session.message("skill_page.required_count",
                             {{"required", page.required}, {"optional", page.optional}}));
  if (page.updated) {
    fields.add(session.message("skill_page.updated"), session.language().date(*page.updated));
  }
  return fields;
}

void say_header(Session& session, const SkillPage& page) {
  session.heading(shown(page.title));
  std::vector<std::string> aliases;
  for (const ServedText& alias : page.aliases) aliases.push_back(shown(alias));
  if (!aliases.empty()) session.say(paragraph(session.language().list(aliases), 0));
  if (!page.summary.empty()) session.say('\n' + paragraph(page.summary.value, 0));
  if (page.status != SkillStatus::active) {
    session.say('\n' + paragraph(session.message(page.status == SkillStatus::draft
                                                     ? "skill_page.draft"
                                                     : "skill_page.deprecated"),
                                 0));
  }
  session.say('\n' + fields(session, page).render(session.look()));
}

/// What the role is expected to do; if that is not said, what the expected level means.
std::string description_text(const SkillPage& page, const SkillPageCell& cell) {
  if (!cell.description.empty() || cell.expected == 0) return shown(cell.description);
  return shown(page.scale[cell.expected - std::size_t{1}].description);
}

void say_level(Session& session, const SkillPage& page, const SkillPageLevel& level) {
  Table table({session.message("column.role"), session.message("column.necessity"),
               session.message("column.expected"), session.message("column.description")});
  for (const SkillPageCell& cell : level.cells) {
    const bool required = cell.necessity == Necessity::required;
    table.add({{shown(cell.role_title)},
               {necessity_text(session, cell.necessity), required ? Style::plain : Style::faint},
               {expected_text(session, cell)},
               {description_text(page, cell)}});
  }
  session.say("\n");
  session.heading(shown(level.title));
  session.say(table.render(2, session.look()));
}

int run_skill(Session& session, const SkillOptions& options) {
  const Matrix matrix = load_matrix(session, options.framework);
  const Reader reader(matrix, session.language());
  const SkillPage page = make_skill_page(reader, resolve_skill(matrix, options.skill));
  if (session.json) {
    session.say(skill_page_json(reader, page));
    return status_fine;
  }
  say_header(session, page);
  for (const SkillPageLevel& level : page.levels) say_level(session, page, level);
  return status_fine;
}

}  // namespace

void add_skill(CLI::App& app, Action& action) {
  CLI::App* command =
      add_command(app, "skill", "Show what roles expect of a skill, level by level",
                  "skillmatrix skill examples/data/ai-engineering.json transformers-nlp");
  const auto options = std::make_shared<SkillOptions>();
  command->add_option("FRAMEWORK", options->framework, "The framework")->required()->type_name(" ");
  command->add_option("SKILL", options->skill, "Id of the skill")->required()->type_name(" ");
  command->callback(
      [options, &action] { action = [options](Session& s) { return run_skill(s, *options); }; });
}

}  // namespace skillmatrix::cli
