// Dense numbers of things in a matrix.
#pragma once

#include <compare>
#include <cstdint>

namespace skillmatrix {

/// A dense number from 0, for one kind of thing. Means nothing outside the matrix it came from.
template <class Kind>
struct Index {
  std::uint32_t value = 0;

  friend auto operator<=>(const Index&, const Index&) = default;
};

}  // namespace skillmatrix
