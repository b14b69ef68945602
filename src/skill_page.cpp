#include "skillmatrix/skill_page.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "title_order.hpp"

namespace skillmatrix {
namespace {

SkillPageCell make_cell(const Matrix& matrix, CellIndex index, std::string_view locale) {
  const RoleLevelIndex role_level = matrix.role_level_of(index);
  const RoleIndex role = matrix.role_of(role_level);
  return {serve_requirement(matrix, index, locale),
          role_level,
          role,
          matrix.role_id(role),
          matrix.served(matrix.role_title(role), locale),
          matrix.served(matrix.cell_description(index), locale)};
}

void add_categories(const Matrix& matrix, std::string_view locale, SkillPage& page) {
  page.domain = matrix.skill_domain(page.skill);
  page.group = matrix.skill_group(page.skill);
  if (page.domain) {
    page.domain_title = matrix.served(matrix.category_title(*page.domain), locale);
  }
  if (page.group) page.group_title = matrix.served(matrix.category_title(*page.group), locale);
}

void add_scale(const Matrix& matrix, std::string_view locale, SkillPage& page) {
  const ScaleIndex scale = matrix.skill_scale(page.skill);
  for (unsigned level = 1; level <= matrix.level_count(scale); ++level) {
    const Rank rank = static_cast<Rank>(level);
    SkillPageMeaning meaning;
    meaning.rank = rank;
    meaning.id = matrix.level_id(scale, rank);
    meaning.title = matrix.served(matrix.level_title(scale, rank), locale);
    meaning.label = matrix.served(matrix.level_label(scale, rank), locale);
    meaning.description = matrix.served(matrix.skill_level_description(page.skill, rank), locale);
    if (meaning.description.empty()) {
      meaning.description = matrix.served(matrix.level_description(scale, rank), locale);
    }
    page.scale.push_back(meaning);
  }
}

/// The level of the page that a cell belongs to.
std::tuple<ScaleIndex, Rank> level_of(const Matrix& matrix, CellIndex cell) {
  const RoleLevelIndex level = matrix.role_level_of(cell);
  return {matrix.role_ladder(matrix.role_of(level)), matrix.rank_of(level)};
}

void add_levels(const Matrix& matrix, std::string_view locale, SkillPage& page) {
  const auto skill_cells = matrix.skill_cells(page.skill);
  std::vector<CellIndex> cells(skill_cells.begin(), skill_cells.end());
  std::stable_sort(cells.begin(), cells.end(), [&matrix](CellIndex left, CellIndex right) {
    return level_of(matrix, left) < level_of(matrix, right);
  });
  for (const CellIndex cell : cells) {
    const auto [ladder, rank] = level_of(matrix, cell);
    if (page.levels.empty() || page.levels.back().ladder != ladder ||
        page.levels.back().rank != rank) {
      page.levels.push_back({ladder,
                             rank,
                             matrix.level_id(ladder, rank),
                             matrix.served(matrix.level_title(ladder, rank), locale),
                             {}});
    }
    page.levels.back().cells.push_back(make_cell(matrix, cell, locale));
  }
}

void sort_cells(std::string_view locale, SkillPage& page) {
  const TitleOrder order(locale);
  for (SkillPageLevel& level : page.levels) {
    order.sort(level.cells, [](const SkillPageCell& cell) {
      return std::pair(cell.role_title.value, cell.role);
    });
  }
}

/// Cells come by role level, so the cells of one role come together.
void count_cells(const Matrix& matrix, SkillPage& page) {
  std::optional<RoleIndex> last_role;
  for (const CellIndex cell : matrix.skill_cells(page.skill)) {
    const bool required = matrix.requirement(cell).necessity == Necessity::required;
    ++(required ? page.required : page.optional);
    const RoleIndex role = matrix.role_of(matrix.role_level_of(cell));
    if (role != last_role) ++page.roles;
    last_role = role;
  }
}

}  // namespace

SkillPage make_skill_page(const Matrix& matrix, SkillIndex skill, std::string_view locale) {
  SkillPage page;
  page.skill = skill;
  page.id = matrix.skill_id(skill);
  page.title = matrix.served(matrix.skill_title(skill), locale);
  page.summary = matrix.served(matrix.skill_summary(skill), locale);
  page.aliases = matrix.skill_aliases(skill, locale);
  page.status = matrix.skill_status(skill);
  page.updated = matrix.skill_updated(skill);
  if (!page.updated) page.updated = matrix.updated();
  add_categories(matrix, locale, page);
  add_scale(matrix, locale, page);
  count_cells(matrix, page);
  add_levels(matrix, locale, page);
  sort_cells(locale, page);
  return page;
}

}  // namespace skillmatrix
