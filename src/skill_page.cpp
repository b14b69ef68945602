#include "skillmatrix/skill_page.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "title_order.hpp"

namespace skillmatrix {
namespace {

SkillPageCell make_cell(const Reader& reader, CellIndex index) {
  const Matrix& matrix = reader.matrix();
  const RoleLevelIndex role_level = matrix.role_level_of(index);
  const RoleIndex role = matrix.role_of(role_level);
  return {serve_requirement(reader, index),
          role_level,
          role,
          matrix.role_id(role),
          reader.role_title(role),
          reader.text(matrix.cell_description(index))};
}

void add_categories(const Reader& reader, SkillPage& page) {
  const Matrix& matrix = reader.matrix();
  page.domain = matrix.skill_domain(page.skill);
  page.group = matrix.skill_group(page.skill);
  if (page.domain) {
    page.domain_title = reader.category_title(*page.domain);
  }
  if (page.group) page.group_title = reader.category_title(*page.group);
}

void add_scale(const Reader& reader, SkillPage& page) {
  const Matrix& matrix = reader.matrix();
  const ScaleIndex scale = matrix.skill_scale(page.skill);
  for (unsigned level = 1; level <= matrix.level_count(scale); ++level) {
    const Rank rank = static_cast<Rank>(level);
    SkillPageMeaning meaning;
    meaning.rank = rank;
    meaning.id = matrix.level_id(scale, rank);
    meaning.title = reader.level_title(scale, rank);
    meaning.label = reader.text(matrix.level_label(scale, rank));
    meaning.description = reader.text(matrix.skill_level_description(page.skill, rank));
    if (meaning.description.empty()) {
      meaning.description = reader.text(matrix.level_description(scale, rank));
    }
    page.scale.push_back(meaning);
  }
}

/// The level of the page that a cell belongs to.
std::tuple<ScaleIndex, Rank> level_of(const Matrix& matrix, CellIndex cell) {
  const RoleLevelIndex level = matrix.role_level_of(cell);
  return {matrix.role_ladder(matrix.role_of(level)), matrix.rank_of(level)};
}

void add_levels(const Reader& reader, SkillPage& page) {
  const Matrix& matrix = reader.matrix();
  const auto skill_cells = matrix.skill_cells(page.skill);
  std::vector<CellIndex> cells(skill_cells.begin(), skill_cells.end());
  std::stable_sort(cells.begin(), cells.end(), [&matrix](CellIndex left, CellIndex right) {
    return level_of(matrix, left) < level_of(matrix, right);
  });
  for (const CellIndex cell : cells) {
    const auto [ladder, rank] = level_of(matrix, cell);
    if (page.levels.empty() || page.levels.back().ladder != ladder ||
        page.levels.back().rank != rank) {
      page.levels.push_back(
          {ladder, rank, matrix.level_id(ladder, rank), reader.level_title(ladder, rank), {}});
    }
    page.levels.back().cells.push_back(make_cell(reader, cell));
  }
}

void sort_cells(const Language& language, SkillPage& page) {
  const TitleOrder order(language);
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

SkillPage make_skill_page(const Reader& reader, SkillIndex skill) {
  const Matrix& matrix = reader.matrix();
  SkillPage page;
  page.skill = skill;
  page.id = matrix.skill_id(skill);
  page.title = reader.skill_title(skill);
  page.summary = reader.text(matrix.skill_summary(skill));
  page.aliases = reader.skill_aliases(skill);
  page.status = matrix.skill_status(skill);
  page.updated = matrix.skill_updated(skill);
  if (!page.updated) page.updated = matrix.updated();
  add_categories(reader, page);
  add_scale(reader, page);
  count_cells(matrix, page);
  add_levels(reader, page);
  sort_cells(reader.language(), page);
  return page;
}

}  // namespace skillmatrix
