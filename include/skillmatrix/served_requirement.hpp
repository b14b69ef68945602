// What a cell asks for, as a reader is shown it.
#pragma once

#include <cstdint>
#include <string_view>

#include "skillmatrix/matrix.hpp"
#include "skillmatrix/reader.hpp"

namespace skillmatrix {

/// The requirement of one cell, in a reader's language. Views live as long as the matrix.
struct ServedRequirement {
  CellIndex cell;
  Necessity necessity = Necessity::required;
  std::uint16_t weight = 1;
  Rank expected = 0;  ///< 0: at no stated level; then the next three are empty.
  std::string_view expected_id;
  ServedText expected_title;
  ServedText expected_label;
};

/// The requirement of a cell for a reader. O(1). Thread class: pure.
ServedRequirement serve_requirement(const Reader& reader, CellIndex cell);

}  // namespace skillmatrix
