#include "skillmatrix/role_page.hpp"

#include <algorithm>
#include <utility>

#include "title_order.hpp"

namespace skillmatrix {
namespace {

/// The skills of the role, by index, each once.
std::vector<SkillIndex> skills_of(const Matrix& matrix, const RolePage& page) {
  std::vector<SkillIndex> skills;
  for (const RolePageLevel& level : page.levels) {
    for (const CellRequirement& cell : matrix.requirements(level.role_level)) {
      skills.push_back(cell.skill);
    }
  }
  std::sort(skills.begin(), skills.end());
  skills.erase(std::unique(skills.begin(), skills.end()), skills.end());
  return skills;
}

RolePageCell make_cell(const Matrix& matrix, CellIndex index, std::string_view locale) {
  const SkillIndex skill = matrix.requirement(index).skill;
  return {serve_requirement(matrix, index, locale), skill, matrix.skill_id(skill),
          matrix.served(matrix.skill_title(skill), locale),
          matrix.served(matrix.cell_description(index), locale)};
}

void add_levels(const Matrix& matrix, std::string_view locale, RolePage& page) {
  for (std::uint32_t at = 0; at < matrix.role_level_count(page.role); ++at) {
    const RoleLevelIndex index{matrix.role_first_level(page.role).value + at};
    RolePageLevel level;
    level.role_level = index;
    level.rank = matrix.rank_of(index);
    level.id = matrix.role_level_id(index);
    level.title = matrix.served(matrix.role_level_title(index), locale);
    level.focus = matrix.served(matrix.focus(index), locale);
    for (const CellRequirement& cell : matrix.requirements(index)) {
      ++(cell.necessity == Necessity::required ? level.required : level.optional);
    }
    page.required += level.required;
    page.optional += level.optional;
    page.levels.push_back(std::move(level));
  }
}

/// Adds an empty row for every skill, in the group of its primary category.
void add_rows(const Matrix& matrix, std::string_view locale, RolePage& page) {
  std::vector<std::optional<std::size_t>> group_of(matrix.category_count() + std::size_t{1});
  for (const SkillIndex skill : skills_of(matrix, page)) {
    const auto category = matrix.skill_group(skill);
    auto& group = group_of[category ? category->value : matrix.category_count()];
    if (!group) {
      group = page.groups.size();
      RolePageGroup& added = page.groups.emplace_back();
      added.category = category;
      if (category) {
        added.category_id = matrix.category_id(*category);
        added.title = matrix.served(matrix.category_title(*category), locale);
      }
    }
    page.groups[*group].rows.push_back(
        {skill, matrix.skill_id(skill), matrix.served(matrix.skill_title(skill), locale), {}});
    ++page.skills;
  }
}

void sort_rows(std::string_view locale, RolePage& page) {
  const TitleOrder order(locale);
  std::sort(page.groups.begin(), page.groups.end(),
            [&order](const RolePageGroup& left, const RolePageGroup& right) {
              if (left.category.has_value() != right.category.has_value()) {
                return left.category.has_value();
              }
              return order(left.title.value, left.category, right.title.value, right.category);
            });
  for (RolePageGroup& group : page.groups) {
    order.sort(group.rows,
               [](const RolePageRow& row) { return std::pair(row.skill_title.value, row.skill); });
  }
}

/// Fills levels and rows together, in the order of the rows.
void add_cells(const Matrix& matrix, std::string_view locale, RolePage& page) {
  for (RolePageGroup& group : page.groups) {
    for (RolePageRow& row : group.rows) {
      for (RolePageLevel& level : page.levels) {
        const auto cell = matrix.find_cell(level.role_level, row.skill);
        if (!cell) {
          row.cells.emplace_back();
          continue;
        }
        row.cells.emplace_back(static_cast<std::uint32_t>(level.cells.size()));
        level.cells.push_back(make_cell(matrix, *cell, locale));
      }
    }
  }
}

}  // namespace

RolePage make_role_page(const Matrix& matrix, RoleIndex role, std::string_view locale) {
  RolePage page;
  page.role = role;
  page.id = matrix.role_id(role);
  page.title = matrix.served(matrix.role_title(role), locale);
  page.summary = matrix.served(matrix.role_summary(role), locale);
  page.ladder = matrix.role_ladder(role);
  add_levels(matrix, locale, page);
  add_rows(matrix, locale, page);
  sort_rows(locale, page);
  add_cells(matrix, locale, page);
  return page;
}

}  // namespace skillmatrix
