// The page of a role: what it expects, level by level.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "skillmatrix/matrix.hpp"
#include "skillmatrix/reader.hpp"
#include "skillmatrix/served_requirement.hpp"

namespace skillmatrix {

/// What the role at the level expects of one skill.
struct RolePageCell : ServedRequirement {
  SkillIndex skill;
  std::string_view skill_id;
  ServedText skill_title;
  ServedText description;
};

/// One rung that the role uses.
struct RolePageLevel {
  RoleLevelIndex role_level;
  Rank rank = 0;
  std::string_view id;
  ServedText title;
  ServedText focus;
  std::uint32_t required = 0;       ///< Cells.
  std::uint32_t optional = 0;       ///< Cells.
  std::vector<RolePageCell> cells;  ///< In the order of the grid's rows.
};

/// One skill over the levels of the role.
struct RolePageRow {
  SkillIndex skill;
  std::string_view skill_id;
  ServedText skill_title;
  /// One entry a level of the page: the position of the cell in `RolePageLevel::cells`, or nothing
  /// where nothing is expected.
  std::vector<std::optional<std::uint32_t>> cells;
};

/// The skills of one primary category.
struct RolePageGroup {
  std::optional<CategoryIndex> category;  ///< Nothing for skills without one: they come last.
  std::string_view category_id;
  ServedText title;
  std::vector<RolePageRow> rows;  ///< In collation order of the skill titles, then by skill id.
};

/// Views live as long as the matrix.
struct RolePage {
  RoleIndex role;
  std::string_view id;
  ServedText title;
  ServedText summary;
  ScaleIndex ladder;
  std::uint32_t skills = 0;    ///< Distinct skills over all levels.
  std::uint32_t required = 0;  ///< Cells.
  std::uint32_t optional = 0;  ///< Cells.
  /// Every rung that the role uses, lowest first, also those where nothing is expected; their
  /// number is the page's count of levels.
  std::vector<RolePageLevel> levels;
  std::vector<RolePageGroup> groups;  ///< In collation order of their titles, then by id.
};

/// The page of a role for a reader, in whose order its lists are. O(n log n) in the cells of the
/// role. Thread class: pure.
RolePage make_role_page(const Reader& reader, RoleIndex role);

}  // namespace skillmatrix
