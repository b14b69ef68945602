// A level: one rung of a scale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "skillmatrix/extensions.hpp"
#include "skillmatrix/localized_text.hpp"

namespace skillmatrix {

/// One rung of a scale. Its rank is its position in the scale, from 1.
struct Level {
  std::string id;                      ///< Unique within its scale.
  LocalizedText title;                 ///< "Working".
  LocalizedText label;                 ///< A short form for tables and legends: "W".
  LocalizedText description;           ///< What holding this level means, for any skill.
  std::optional<std::uint32_t> value;  ///< Points, from 1, rising with rank; by default the rank.
  Extensions extensions;

  friend bool operator==(const Level&, const Level&) = default;
};

}  // namespace skillmatrix
