// The checks that a profile must pass to be compared with a framework.
#pragma once

#include <cstddef>
#include <vector>

#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/matrix.hpp"
#include "skillmatrix/profile.hpp"

namespace skillmatrix {

/// Every finding about a profile that is to be compared with a framework: unknown skills, roles and
/// levels, dates that contradict each other, and what makes no sense in any profile. In the order
/// of the document, with JSON pointers; use `locate` to add lines and columns. Complexity: O(r log
/// s) for r ratings and s skills, but for suggestions, of which there are only so many. Thread
/// class: pure. At most `max_diagnostics`, as of a framework (`validate.hpp`).
std::vector<Diagnostic> validate(const Profile& profile, const Matrix& matrix,
                                 std::size_t max_diagnostics = 10'000);

}  // namespace skillmatrix
