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

RolePageCell make_cell(const Reader& reader, CellIndex index) {
  const Matrix& matrix = reader.matrix();
  const SkillIndex skill = matrix.requirement(index).skill;
  return {serve_requirement(reader, index), skill, matrix.skill_id(skill),
          reader.skill_title(skill), reader.text(matrix.cell_description(index))};
}

void add_levels(const Reader& reader, RolePage& page) {
  const Matrix& matrix = reader.matrix();
  for (std::uint32_t at = 0; at < matrix.role_level_count(page.role); ++at) {
    const RoleLevelIndex index{matrix.role_first_level(page.role).value + at};
    RolePageLevel level;
    level.role_level = index;
    level.rank = matrix.rank_of(index);
    level.id = matrix.role_level_id(index);
    level.title = reader.role_level_title(index);
    level.focus = reader.text(matrix.focus(index));
    for (const CellRequirement& cell : matrix.requirements(index)) {
      ++(cell.necessity == Necessity::required ? level.required : level.optional);
    }
    page.required += level.required;
    page.optional += level.optional;
    page.levels.push_back(std::move(level));
  }
}

/// Adds an empty row for every skill, in the group of its primary category.
void add_rows(const Reader& reader, RolePage& page) {
  const Matrix& matrix = reader.matrix();
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
        added.title = reader.category_title(*category);
      }
    }
    page.groups[*group].rows.push_back(
        {skill, matrix.skill_id(skill), reader.skill_title(skill), {}});
    ++page.skills;
  }
}

void sort_rows(const Language& language, RolePage& page) {
  const TitleOrder order(language);
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
void add_cells(const Reader& reader, RolePage& page) {
  const Matrix& matrix = reader.matrix();
  for (RolePageGroup& group : page.groups) {
    for (RolePageRow& row : group.rows) {
      for (RolePageLevel& level : page.levels) {
        const auto cell = matrix.find_cell(level.role_level, row.skill);
        if (!cell) {
          row.cells.emplace_back();
          continue;
        }
        row.cells.emplace_back(static_cast<std::uint32_t>(level.cells.size()));
        level.cells.push_back(make_cell(reader, *cell));
      }
    }
  }
}

}  // namespace

RolePage make_role_page(const Reader& reader, RoleIndex role) {
  const Matrix& matrix = reader.matrix();
  RolePage page;
  page.role = role;
  page.id = matrix.role_id(role);
  page.title = reader.role_title(role);
  page.summary = reader.text(matrix.role_summary(role));
  page.ladder = matrix.role_ladder(role);
  add_levels(reader, page);
  add_rows(reader, page);
  sort_rows(reader.language(), page);
  add_cells(reader, page);
  return page;
}

}  // namespace skillmatrix
