#include <utility>

#include "csv_expectations.hpp"

namespace skillmatrix::csv::expectations {
namespace {

/// Makes the scales first, since the others name their levels.
class FrameworkMaker {
 public:
  FrameworkMaker(Table&& table, const ExpectationsCsvOptions& options, const Columns& columns,
                 Findings& findings)
      : table_(std::move(table)), options_(options), columns_(columns), findings_(findings) {}

  std::optional<Framework> make() {
    Framework framework;
    framework.id = options_.framework_id;
    framework.default_locale = options_.default_locale;
    framework.title = localized(options_.framework_title);
    add_ladders(framework);
    add_skill_scale(framework);
    if (findings_.error_count() != 0) return std::nullopt;
    for (std::size_t at = 0; at < table_.categories.size(); ++at) {
      table_.categories[at].title = localized(table_.category_titles[at].value);
    }
    framework.categories = std::move(table_.categories);
    for (SkillEntry& entry : table_.skills) framework.skills.push_back(make_skill(entry));
    for (RoleEntry& entry : table_.roles) framework.roles.push_back(make_role(entry));
    for (const ExpectedCell& found : table_.cells) {
      framework.expectations.push_back(make_expectation(found));
    }
    return framework;
  }

 private:
  [[nodiscard]] LocalizedText localized(std::string_view text) const {
    return text.empty() ? LocalizedText() : in(options_.default_locale, std::string(text));
  }

  void add_ladders(Framework& framework) {
    const std::string_view column = columns_.name(columns_.has(level) ? level : level_id);
    const bool is_shared = options_.ladder == CsvLadder::shared;
    std::vector<std::string> ids(table_.ladders.size(), options_.ladder_id);
    if (!is_shared) {
      for (const RoleEntry& entry : table_.roles) ids[entry.ladder] += "-" + entry.id;
    }
    for (std::size_t at = 0; at < table_.ladders.size(); ++at) {
      const LevelOrder order{ids[at], column, options_.level_order, columns_.has(level_rank)};
      std::vector<std::size_t> levels = sort_levels(table_.ladders[at], order, findings_);
      // The options list the levels of all ladders: a ladder of one role has those of the role.
      if (!is_shared) {
        std::erase_if(levels,
                      [&](std::size_t each) { return !table_.ladders[at].levels[each].place; });
      }
      if (ids[at] == options_.skill_scale_id) {
        findings_.add_invalid_option("skill_scale_id", ids[at], "id_of_ladder");
      }
      ladder_orders_.push_back(levels);
      framework.scales.push_back(make_scale(ids[at], table_.ladders[at], levels));
    }
  }

  void add_skill_scale(Framework& framework) {
    if (table_.skill_scale.levels.empty()) {
      // Nothing in the table states a level: a skill is held or it is not.
      table_.skill_scale.levels.push_back({"held", {}, std::nullopt, std::nullopt});
    }
    const LevelOrder order{
        options_.skill_scale_id, columns_.name(skill_level), {}, columns_.has(skill_level_rank)};
    skill_order_ = sort_levels(table_.skill_scale, order, findings_);
    framework.scales.push_back(
        make_scale(options_.skill_scale_id, table_.skill_scale, skill_order_));
  }

  Scale make_scale(const std::string& id, const Ladder& ladder,
                   const std::vector<std::size_t>& levels) {
    Scale scale;
    scale.id = id;
    for (const std::size_t at : levels) {
      Level& made = scale.levels.emplace_back();
      made.id = ladder.levels[at].id;
      made.title = localized(ladder.levels[at].title);
    }
    return scale;
  }

  Skill make_skill(SkillEntry& entry) {
    Skill made;
    made.id = entry.id;
    made.title = localized(entry.title.value);
    made.summary = localized(entry.summary.value);
    made.categories = std::move(entry.categories.ids);
    made.scale = options_.skill_scale_id;
    for (const std::size_t at : skill_order_) {
      const auto text = entry.levels.find(at);
      if (text == entry.levels.end() || text->second.value.empty()) continue;
      made.levels.push_back({table_.skill_scale.levels[at].id, localized(text->second.value)});
    }
    return made;
  }

  Role make_role(RoleEntry& entry) {
    Role made;
    made.id = entry.id;
    made.title = localized(entry.title.value);
    made.summary = localized(entry.summary.value);
    made.categories = std::move(entry.categories.ids);
    made.ladder = options_.ladder_id;
    if (options_.ladder == CsvLadder::per_role) made.ladder += "-" + entry.id;
    for (const std::size_t at : ladder_orders_[entry.ladder]) {
      const auto focus = entry.focus.find(at);
      if (focus == entry.focus.end()) continue;
      made.levels.push_back(
          {table_.ladders[entry.ladder].levels[at].id, localized(focus->second.value)});
    }
    return made;
  }

  Expectation make_expectation(const ExpectedCell& found) {
    const RoleEntry& of = table_.roles[found.role];
    Expectation made;
    made.role = of.id;
    made.level = table_.ladders[of.ladder].levels[found.level].id;
    made.skill = table_.skills[found.skill].id;
    made.requirement.necessity = found.necessity;
    if (found.skill_level)
      made.requirement.level = table_.skill_scale.levels[*found.skill_level].id;
    made.requirement.weight = found.weight;
    made.description = localized(found.description.value);
    return made;
  }

  Table table_;
  const ExpectationsCsvOptions& options_;
  const Columns& columns_;
  Findings& findings_;
  std::vector<std::vector<std::size_t>> ladder_orders_;
  std::vector<std::size_t> skill_order_;
};

}  // namespace

std::optional<Framework> make_framework(Table&& table, const ExpectationsCsvOptions& options,
                                        const Columns& columns, Findings& findings) {
  return FrameworkMaker(std::move(table), options, columns, findings).make();
}

}  // namespace skillmatrix::csv::expectations
