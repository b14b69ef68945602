// A profile: a person and their ratings.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "skillmatrix/extensions.hpp"
#include "skillmatrix/rating.hpp"

namespace skillmatrix {

/// The document format that this version of the library reads and writes.
inline constexpr const char* profile_schema = "skillmatrix.profile/1";

/// A person. A skill without a rating is unknown, which is never confused with a rating of none.
struct Profile {
  std::string schema = profile_schema;
  std::string id;
  std::string name;
  std::optional<std::string> role;   ///< Id of the role the person has.
  std::optional<std::string> level;  ///< Id of the level of that role's ladder.
  std::vector<Rating> ratings;       ///< A skill may be rated several times.
  Extensions extensions;

  friend bool operator==(const Profile&, const Profile&) = default;
};

}  // namespace skillmatrix
