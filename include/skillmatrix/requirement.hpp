// A requirement: what a cell of the matrix asks for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace skillmatrix {

enum class Necessity : std::uint8_t { required, optional };

struct Requirement {
  Necessity necessity = Necessity::required;
  /// Id of the level expected on the skill's scale. It may be left out: then it is the role level
  /// itself if the skill's scale is the role's ladder, the only level if the scale has one, and
  /// otherwise "at no stated level", which any level held meets.
  std::optional<std::string> level;
  std::uint16_t weight = 1;  ///< 1 to 65535.

  friend bool operator==(const Requirement&, const Requirement&) = default;
};

}  // namespace skillmatrix
