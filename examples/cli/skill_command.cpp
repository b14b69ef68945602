#include <memory>
#include <string>

#include "commands.hpp"
#include "skillmatrix/skill_page.hpp"

namespace skillmatrix::cli {
namespace {

constexpr std::size_t name_width = 14;

struct SkillOptions {
  std::string framework;
  std::string skill;
};

std::string roles_text(const SkillPage& page) {
  if (page.roles == 0) return "no role expects it";
  return count_of(page.roles, "role expects it", "roles expect it");
}

std::string levels_text(const SkillPage& page) {
  if (page.levels.empty()) return "no level expects it";
  std::string text = count_of(page.levels.size(), "level", "levels");
  const std::string first = title_or(page.levels.front().title.value, "level");
  if (page.levels.size() == 1) return text + ": " + first;
  const bool one_ladder = page.levels.front().ladder == page.levels.back().ladder;
  if (!one_ladder) return text;
  return text + ", from " + first + " to " + title_or(page.levels.back().title.value, "level");
}

/// "11 required, the other 4 optional": numbers of expectations.
std::string required_text(const SkillPage& page) {
  if (page.required + page.optional == 0) return "nothing is expected";
  if (page.required == 0) {
    return "no expectation, " + count_of(page.optional, "is", "are") + " optional";
  }
  std::string text = count_of(page.required, "expectation", "expectations");
  if (page.optional == 0) return text + ", none is optional";
  return text + ", the other " + std::to_string(page.optional) + " optional";
}

void say_header(Session& session, const SkillPage& page) {
  session.heading(title_or(page.title.value, "skill"));
  std::string aliases;
  for (const std::string_view alias : page.aliases) {
    aliases += (aliases.empty() ? "" : ", ") + std::string(alias);
  }
  if (!aliases.empty()) session.say(paragraph(aliases, 0));
  if (!page.summary.empty()) session.say('\n' + paragraph(page.summary.value, 0));
  if (page.status != SkillStatus::active) {
    session.say(page.status == SkillStatus::draft ? "\nThis is a draft.\n"
                                                  : "\nThis skill is deprecated.\n");
  }
  session.say("\n");
  if (page.domain) {
    session.say(field("Domain", title_or(page.domain_title.value, "domain"), name_width));
  }
  if (page.group) {
    session.say(field("Group", title_or(page.group_title.value, "group"), name_width));
  }
  session.say(field("Roles", roles_text(page), name_width));
  session.say(field("Levels", levels_text(page), name_width));
  session.say(field("Required", required_text(page), name_width));
  if (page.updated) {
    session.say(field("Last updated", format_date(*page.updated), name_width));
  }
}

void say_level(Session& session, const SkillPageLevel& level) {
  Table table({"Role", "Necessity", "Expected", "Description"});
  for (const SkillPageCell& cell : level.cells) {
    const bool required = cell.necessity == Necessity::required;
    table.add({{title_or(cell.role_title.value, "role")},
               {std::string(name_of(cell.necessity)), required ? Style::plain : Style::faint},
               {expected_title(cell)},
               {std::string(cell.description.value)}});
  }
  session.say("\n");
  session.heading(title_or(level.title.value, "level"));
  session.say(table.render(2, session.colours));
}

int run_skill(Session& session, const SkillOptions& options) {
  const Matrix matrix = load_matrix(session, options.framework);
  const SkillIndex skill = resolve_skill(matrix, options.skill);
  const SkillPage page = make_skill_page(matrix, skill, session.locale);
  if (session.json) {
    session.say(skill_page_json(matrix, page, session.locale));
    return status_fine;
  }
  say_header(session, page);
  for (const SkillPageLevel& level : page.levels) say_level(session, level);
  return status_fine;
}

}  // namespace

void add_skill(CLI::App& app, Session& session, Action& action) {
  CLI::App* command =
      add_command(app, session, "skill", "Show what roles expect of a skill, level by level",
                  "skillmatrix skill examples/data/ai-engineering.json transformers-nlp");
  const auto options = std::make_shared<SkillOptions>();
  command->add_option("FRAMEWORK", options->framework, "The framework")->required()->type_name(" ");
  command->add_option("SKILL", options->skill, "Id of the skill")->required()->type_name(" ");
  add_locale_option(*command, session);
  command->callback(
      [options, &action] { action = [options](Session& s) { return run_skill(s, *options); }; });
}

}  // namespace skillmatrix::cli
