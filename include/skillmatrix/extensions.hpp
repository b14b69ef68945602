// Members that are not ours.
#pragma once

#include <string>

namespace skillmatrix {

/// The value of an `"extensions"` member: a JSON object, kept byte for byte as it was written.
/// Empty when there is none. The library never looks inside.
struct Extensions {
  std::string json;

  friend bool operator==(const Extensions&, const Extensions&) = default;
};

}  // namespace skillmatrix
