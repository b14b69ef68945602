// What a roster takes from a profile.
#pragma once

#include <optional>
#include <vector>

#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/matrix.hpp"
#include "skillmatrix/profile.hpp"

namespace skillmatrix::roster {

/// The role level that a profile states; nothing, and perhaps a finding, if there is none.
std::optional<RoleLevelIndex> resolve_role_level(const Matrix& matrix, const Profile& person,
                                                 std::vector<Diagnostic>& findings);

}  // namespace skillmatrix::roster
