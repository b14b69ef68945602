// A role: a job that people hold at a level of its ladder.
#pragma once

#include <string>
#include <vector>

#include "skillmatrix/extensions.hpp"
#include "skillmatrix/localized_text.hpp"

namespace skillmatrix {

/// One rung that a role uses.
struct RoleLevel {
  std::string level;    ///< Id of a level of the role's ladder.
  LocalizedText focus;  ///< What the role is about at this level.

  friend bool operator==(const RoleLevel&, const RoleLevel&) = default;
};

struct Role {
  std::string id;  ///< Unique among roles.
  LocalizedText title;
  LocalizedText summary;
  std::vector<std::string> categories;  ///< Ids of categories.
  std::string ladder;                   ///< Id of the scale that the role climbs.
  std::vector<RoleLevel> levels;        ///< The rungs it uses; when empty, all of the ladder's.
  Extensions extensions;

  friend bool operator==(const Role&, const Role&) = default;
};

}  // namespace skillmatrix
