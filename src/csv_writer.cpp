#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "csv_expectations.hpp"
#include "csv_losses.hpp"
#include "csv_table.hpp"
#include "skillmatrix/csv.hpp"

namespace skillmatrix {
namespace csv {
namespace {

/// The cells of one row, by position of the field. The views are into the framework.
using Line = std::vector<std::string_view>;

std::string_view text_in(const LocalizedText& text, std::string_view locale) {
  const auto found = text.translations.find(locale);
  return found == text.translations.end() ? std::string_view() : found->second.value;
}

template <class T>
std::map<std::string_view, const T*> by_id(const std::vector<T>& items) {
  std::map<std::string_view, const T*> found;
  for (const T& item : items) found.emplace(item.id, &item);
  return found;
}

template <class T>
const T* find(const std::map<std::string_view, const T*>& items, std::string_view id) {
  const auto found = items.find(id);
  return found == items.end() ? nullptr : found->second;
}

/// The levels as options, with their titles if these tell the levels apart.
std::vector<CsvLevel> listed(const Scale* scale, std::string_view locale) {
  std::vector<CsvLevel> levels;
  if (scale == nullptr) return levels;
  std::set<std::string_view> names;
  bool are_distinct = true;
  for (const Level& level : scale->levels) {
    const std::string_view title = text_in(level.title, locale);
    if (!title.empty()) are_distinct = names.insert(title).second && are_distinct;
    if (level.id != title) are_distinct = names.insert(level.id).second && are_distinct;
    levels.push_back({std::string(title), level.id});
  }
  for (CsvLevel& level : levels) {
    if (!are_distinct) level.title.clear();
  }
  return levels;
}

const Scale* skill_scale_of(const Framework& framework) {
  if (framework.skills.empty()) return nullptr;
  for (const Scale& scale : framework.scales) {
    if (scale.id == framework.skills.front().scale) return &scale;
  }
  return nullptr;
}

class Writer {
 public:
  Writer(const Framework& framework, std::string_view locale)
      : framework_(framework),
        locale_(locale),
        roles_(by_id(framework.roles)),
        skills_(by_id(framework.skills)),
        categories_(by_id(framework.categories)),
        scales_(by_id(framework.scales)),
        skill_scale_(skill_scale_of(framework)),
        skill_levels_(listed(skill_scale_, locale)) {
    // Ranks outlive the lines that view them.
    for (std::size_t rank = 1; rank <= max_levels; ++rank) ranks_.push_back(std::to_string(rank));
  }

  std::string write() {
    std::string text;
    find_columns();
    append(text, Line(fields_.begin(), fields_.end()));
    for (const Expectation& cell : framework_.expectations) append_cell(text, cell);
    append_roles(text);
    append_skills(text);
    return text;
  }

 private:
  using enum expectations::Field;

  /// A text column of which every cell would be empty is left out: reading it would only report
  /// that its texts are missing.
  void find_columns() {
    shown_.assign(fields_.size(), false);
    for (const std::size_t field : {role_id, role, level_id, level, level_rank, skill_id, skill,
                                    skill_level, skill_level_rank, necessity, weight}) {
      shown_[field] = true;
    }
    const auto show = [this](std::size_t field, bool is_used) {
      if (is_used) shown_[field] = true;
    };
    for (const Role& each : framework_.roles) {
      show(role_summary, !text(each.summary).empty());
      show(role_category_id, !each.categories.empty());
      show(role_category, !category_title(each.categories).empty());
      for (const RoleLevel& rung : each.levels) show(level_focus, !text(rung.focus).empty());
    }
    for (const Skill& each : framework_.skills) {
      show(skill_summary, !text(each.summary).empty());
      show(skill_category_id, !each.categories.empty());
      show(skill_category, !category_title(each.categories).empty());
      for (const SkillLevel& of : each.levels) {
        show(skill_level_description, !text(of.description).empty());
      }
    }
    for (const Expectation& cell : framework_.expectations) {
      show(description, !text(cell.description).empty());
    }
  }

  [[nodiscard]] std::string_view text(const LocalizedText& of) const {
    return text_in(of, locale_);
  }

  [[nodiscard]] std::string_view category_title(const std::vector<std::string>& ids) const {
    const Category* found = ids.empty() ? nullptr : find(categories_, ids.front());
    return found == nullptr ? std::string_view() : text(found->title);
  }

  void append(std::string& out, const Line& line) const {
    Line cells;
    for (std::size_t field = 0; field < line.size(); ++field) {
      if (shown_[field]) cells.push_back(line[field]);
    }
    append_line(out, cells);
  }

  void append_cell(std::string& out, const Expectation& cell) {
    Line line(fields_.size());
    put_role(line, cell.role, cell.level);
    const std::string_view reached =
        cell.requirement.level ? std::string_view(*cell.requirement.level) : std::string_view();
    put_skill(line, cell.skill, reached);
    line[necessity] = cell.requirement.necessity == Necessity::required ? "required" : "optional";
    const std::string weight_text = std::to_string(cell.requirement.weight);
    line[weight] = weight_text;
    line[description] = text(cell.description);
    append(out, line);
    expected_levels_.emplace(cell.role, cell.level);
    expected_skills_.emplace(cell.skill, reached);
  }

  void put_role(Line& line, std::string_view id, std::string_view rung) const {
    line[role_id] = id;
    line[level_id] = rung;
    const Role* found = find(roles_, id);
    if (found == nullptr) return;
    line[role] = text(found->title);
    line[role_summary] = text(found->summary);
    if (!found->categories.empty()) line[role_category_id] = found->categories.front();
    line[role_category] = category_title(found->categories);
    for (const RoleLevel& each : found->levels) {
      if (each.level == rung) line[level_focus] = text(each.focus);
    }
    const Scale* ladder = find(scales_, found->ladder);
    const auto at = position(ladder, rung);
    if (!at) return;
    line[level] = text(ladder->levels[*at].title);
    line[level_rank] = ranks_[*at];
  }

  [[nodiscard]] std::optional<std::size_t> position(const Scale* scale, std::string_view of) const {
    if (scale == nullptr) return std::nullopt;
    for (std::size_t at = 0; at < scale->levels.size() && at < ranks_.size(); ++at) {
      if (scale->levels[at].id == of) return at;
    }
    return std::nullopt;
  }

  void put_skill(Line& line, std::string_view id, std::string_view reached) const {
    line[skill_id] = id;
    line[skill_level] = reached;
    const Skill* found = find(skills_, id);
    if (found == nullptr) return;
    if (is_on_skill_scale(*found)) {
      line[skill_level] = level_name(reached);
      if (const auto at = position(skill_scale_, reached)) line[skill_level_rank] = ranks_[*at];
    }
    line[skill] = text(found->title);
    line[skill_summary] = text(found->summary);
    if (!found->categories.empty()) line[skill_category_id] = found->categories.front();
    line[skill_category] = category_title(found->categories);
    for (const SkillLevel& each : found->levels) {
      if (each.level == reached) line[skill_level_description] = text(each.description);
    }
  }

  /// The titles and ranks of other scales may mean something else on this one, or nothing.
  [[nodiscard]] bool is_on_skill_scale(const Skill& of) const {
    return skill_scale_ != nullptr && of.scale == skill_scale_->id;
  }

  [[nodiscard]] std::string_view level_name(std::string_view id) const {
    for (const CsvLevel& each : skill_levels_) {
      if (each.id == id && !each.title.empty()) return each.title;
    }
    return id;
  }

  /// Rows without a cell are sorted by id, since reading does not keep the order of what stands in
  /// them apart from that of the cells.
  void append_roles(std::string& out) const {
    for (const auto& [id, each] : roles_) {
      for (const std::string_view rung : rungs(*each)) {
        if (expected_levels_.count({id, rung}) != 0) continue;
        Line line(fields_.size());
        put_role(line, id, rung);
        append(out, line);
      }
    }
  }

  [[nodiscard]] std::vector<std::string_view> rungs(const Role& of) const {
    std::vector<std::string_view> found;
    for (const RoleLevel& each : of.levels) found.emplace_back(each.level);
    const Scale* ladder = find(scales_, of.ladder);
    if (ladder == nullptr) return found;
    const bool uses_all = found.empty();
    std::vector<std::string_view> sorted;
    for (const Level& each : ladder->levels) {
      const bool is_used = std::find(found.begin(), found.end(), each.id) != found.end();
      if (uses_all || is_used) sorted.emplace_back(each.id);
    }
    return sorted;
  }

  void append_skills(std::string& out) const {
    for (const auto& [id, each] : skills_) {
      bool is_named = is_expected(id);
      for (const std::string_view of : described_levels(*each)) {
        if (expected_skills_.count({id, of}) != 0) continue;
        append_skill(out, id, of);
        is_named = true;
      }
      if (!is_named) append_skill(out, id, {});
    }
  }

  [[nodiscard]] bool is_expected(std::string_view id) const {
    const auto first = expected_skills_.lower_bound({id, std::string_view()});
    return first != expected_skills_.end() && first->first == id;
  }

  [[nodiscard]] bool is_described(const Skill& of, std::string_view at) const {
    return std::any_of(of.levels.begin(), of.levels.end(), [&](const SkillLevel& each) {
      return each.level == at && !text(each.description).empty();
    });
  }

  /// Lowest first.
  [[nodiscard]] std::vector<std::string_view> described_levels(const Skill& of) const {
    std::vector<std::string_view> found;
    const Scale* scale = find(scales_, of.scale);
    if (scale == nullptr) return found;
    for (const Level& each : scale->levels) {
      if (is_described(of, each.id)) found.emplace_back(each.id);
    }
    return found;
  }

  void append_skill(std::string& out, std::string_view id, std::string_view reached) const {
    Line line(fields_.size());
    put_skill(line, id, reached);
    append(out, line);
  }

  const Framework& framework_;
  std::string_view locale_;
  std::span<const std::string_view> fields_ = expectations_csv_fields();
  std::map<std::string_view, const Role*> roles_;
  std::map<std::string_view, const Skill*> skills_;
  std::map<std::string_view, const Category*> categories_;
  std::map<std::string_view, const Scale*> scales_;
  const Scale* skill_scale_;
  std::vector<CsvLevel> skill_levels_;
  std::vector<std::string> ranks_;
  std::vector<bool> shown_;
  std::set<std::pair<std::string_view, std::string_view>> expected_levels_;
  std::set<std::pair<std::string_view, std::string_view>> expected_skills_;
};

/// The prefix that makes each role's ladder out of the role's id; empty if there is none.
std::string ladder_prefix(const std::vector<Role>& roles) {
  std::string prefix;
  for (const Role& each : roles) {
    const std::string end = "-" + each.id;
    if (!each.ladder.ends_with(end)) return {};
    const std::string found = each.ladder.substr(0, each.ladder.size() - end.size());
    if (found.empty() || (!prefix.empty() && prefix != found)) return {};
    prefix = found;
  }
  return prefix;
}

bool has_shared_ladder(const std::vector<Role>& roles) {
  return std::all_of(roles.begin(), roles.end(),
                     [&](const Role& each) { return each.ladder == roles.front().ladder; });
}

TableScales scales_of(const Framework& framework, std::string_view locale) {
  TableScales scales;
  scales.skills = skill_scale_of(framework);
  const std::vector<CsvLevel> levels = listed(scales.skills, locale);
  scales.has_skill_titles = std::any_of(levels.begin(), levels.end(),
                                        [](const CsvLevel& each) { return !each.title.empty(); });
  scales.has_shared_ladder = has_shared_ladder(framework.roles);
  scales.has_ladder_ids = scales.has_shared_ladder || !ladder_prefix(framework.roles).empty();
  return scales;
}

void set_ladder(ExpectationsCsvOptions& options, const Framework& framework,
                std::string_view locale) {
  const auto& roles = framework.roles;
  if (roles.empty()) return;
  if (!has_shared_ladder(roles)) {
    options.ladder = CsvLadder::per_role;
    if (std::string prefix = ladder_prefix(roles); !prefix.empty()) options.ladder_id = prefix;
    return;
  }
  options.ladder_id = roles.front().ladder;
  for (const Scale& scale : framework.scales) {
    if (scale.id == options.ladder_id) options.ladder_levels = listed(&scale, locale);
  }
}

}  // namespace
}  // namespace csv

Result<std::string> write_expectations_csv(const Framework& framework, std::string_view locale) {
  return {csv::Writer(framework, locale).write(),
          csv::find_losses(framework, locale, csv::scales_of(framework, locale))};
}

ExpectationsCsvOptions expectations_csv_options(const Framework& framework,
                                                std::string_view locale) {
  ExpectationsCsvOptions options;
  options.framework_id = framework.id;
  options.framework_title = csv::text_in(framework.title, locale);
  options.default_locale = locale;
  options.trim_spaces = false;
  options.rows_without_cell = true;
  options.unlevelled_values = {""};
  csv::set_ladder(options, framework, locale);
  if (const Scale* scale = csv::skill_scale_of(framework); scale != nullptr) {
    options.skill_scale_id = scale->id;
    options.skill_levels = csv::listed(scale, locale);
  }
  return options;
}

}  // namespace skillmatrix
