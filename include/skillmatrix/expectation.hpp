// An expectation: one cell of the matrix, role x level x skill.
#pragma once

#include <string>

#include "skillmatrix/extensions.hpp"
#include "skillmatrix/localized_text.hpp"
#include "skillmatrix/requirement.hpp"

namespace skillmatrix {

/// What a role at a level expects of a skill. A missing cell is "nothing expected", which is not
/// the same as optional.
struct Expectation {
  std::string role;   ///< Id of a role.
  std::string level;  ///< Id of a level that the role uses.
  std::string skill;  ///< Id of a skill.
  Requirement requirement;
  LocalizedText description;
  Extensions extensions;

  friend bool operator==(const Expectation&, const Expectation&) = default;
};

}  // namespace skillmatrix
