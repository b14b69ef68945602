// A scale: levels in order.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "skillmatrix/extensions.hpp"
#include "skillmatrix/level.hpp"
#include "skillmatrix/localized_text.hpp"

namespace skillmatrix {

/// The most levels a scale may have: a rank fits one byte, and rank 0 is "holds none of it".
inline constexpr std::size_t max_levels = 255;

/// An ordered list of levels, lowest first. Skills are rated on one (proficiency), and roles climb
/// one (their ladder: seniority). A scale of one level says "has it or not".
struct Scale {
  std::string id;  ///< Unique among scales.
  LocalizedText title;
  LocalizedText description;
  std::vector<Level> levels;  ///< 1 to `max_levels`.
  Extensions extensions;

  friend bool operator==(const Scale&, const Scale&) = default;
};

}  // namespace skillmatrix
