// The page of a skill: what every role at every level expects of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "skillmatrix/matrix.hpp"
#include "skillmatrix/reader.hpp"
#include "skillmatrix/served_requirement.hpp"

namespace skillmatrix {

/// What one role at the level expects of the skill.
struct SkillPageCell : ServedRequirement {
  RoleLevelIndex role_level;
  RoleIndex role;
  std::string_view role_id;
  ServedText role_title;
  ServedText description;
};

/// One level of a ladder at which some role expects the skill.
struct SkillPageLevel {
  ScaleIndex ladder;
  Rank rank = 0;
  std::string_view id;
  ServedText title;
  std::vector<SkillPageCell> cells;  ///< In collation order of the role titles, then by role id.
};

/// What a level of the skill's own scale means.
struct SkillPageMeaning {
  Rank rank = 0;
  std::string_view id;
  ServedText title;
  ServedText label;
  ServedText description;  ///< For this skill; otherwise the scale's own, or empty.
};

/// Views live as long as the matrix.
struct SkillPage {
  SkillIndex skill;
  std::string_view id;
  ServedText title;
  ServedText summary;
  std::vector<ServedText> aliases;  ///< All in one language, see `Reader::skill_aliases`.
  SkillStatus status = SkillStatus::active;
  std::optional<CategoryIndex> domain;
  ServedText domain_title;
  std::optional<CategoryIndex> group;
  ServedText group_title;
  std::uint32_t roles = 0;              ///< Distinct roles over all levels.
  std::uint32_t required = 0;           ///< Cells, not roles.
  std::uint32_t optional = 0;           ///< Cells, not roles.
  std::optional<Date> updated;          ///< The skill's; if it has none, the framework's.
  std::vector<SkillPageMeaning> scale;  ///< Every level of the skill's scale, lowest first.
  /// The levels with at least one cell; their number is the page's count of levels. By ladder id,
  /// then rank: levels of different ladders are different levels.
  std::vector<SkillPageLevel> levels;
};

/// The page of a skill for a reader, in whose order its lists are. O(n log n) in the cells of the
/// skill. Thread class: pure.
SkillPage make_skill_page(const Reader& reader, SkillIndex skill);

}  // namespace skillmatrix
