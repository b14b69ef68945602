// A rating: somebody's word that a person holds a skill at a level.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "skillmatrix/date.hpp"
#include "skillmatrix/extensions.hpp"

namespace skillmatrix {

/// Where a rating comes from, in rising order of trust.
enum class RatingSource { self, peer, manager, test, certificate };

struct Evidence {
  std::string uri;
  std::string note;

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct Rating {
  std::string skill;                       ///< Id of a skill.
  std::optional<std::string> level;        ///< Nothing (`null`): assessed, and holds none of it.
  std::optional<RatingSource> source;      ///< Without one it is trusted less than `self`.
  std::optional<std::uint8_t> confidence;  ///< Percent, 0 to 100.
  std::optional<Date> assessed;
  std::optional<Date> expires;  ///< The last day on which the rating counts.
  std::vector<Evidence> evidence;
  Extensions extensions;

  friend bool operator==(const Rating&, const Rating&) = default;
};

}  // namespace skillmatrix
