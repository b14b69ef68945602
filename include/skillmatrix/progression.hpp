// Progression: what changes from one role level to another.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "skillmatrix/matrix.hpp"
#include "skillmatrix/reader.hpp"
#include "skillmatrix/served_requirement.hpp"

namespace skillmatrix {

enum class Change : std::uint8_t {
  gained,           ///< Expected at the target only.
  raised,           ///< A higher level is expected. No stated level counts as the first level.
  lowered,          ///< A lower level is expected.
  became_required,  ///< Was optional.
  became_optional,  ///< Was required.
  unchanged,        ///< Same level and necessity; weight and description may differ.
  dropped,          ///< Expected at the start only.
};
/// "gained", "became_required", ... O(1). Thread class: pure.
std::string_view to_string(Change change);

/// One skill that either role level has a cell for.
struct ProgressionItem {
  SkillIndex skill;
  std::string_view skill_id;
  ServedText skill_title;
  std::vector<Change> changes;  ///< One, or two: a change of level before one of necessity.
  std::optional<ServedRequirement> from;
  std::optional<ServedRequirement> to;
  ServedText description;  ///< The target cell's; empty if dropped.
};

/// Views live as long as the matrix.
struct Progression {
  RoleLevelIndex from;
  RoleLevelIndex to;
  std::vector<ProgressionItem> items;  ///< In collation order of the skill titles, then by id.
};

/// What changes between any two role levels, of one role or of two, for a reader.
/// O(n log n) in their cells. Thread class: pure.
Progression compare_role_levels(const Reader& reader, RoleLevelIndex from, RoleLevelIndex to);

/// What to cover to advance: the same, to the next level that the role uses. Nothing at the top.
std::optional<Progression> make_progression(const Reader& reader, RoleLevelIndex from);

}  // namespace skillmatrix
