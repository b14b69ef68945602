// What a roster takes from what is said of a person.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/matrix.hpp"

namespace skillmatrix::roster {

/// The role level that a person states, by the ids of the role and of its level; nothing, and
/// perhaps a finding, if there is none.
std::optional<RoleLevelIndex> resolve_role_level(const Matrix& matrix,
                                                 std::optional<std::string_view> role,
                                                 std::optional<std::string_view> level,
                                                 std::vector<Diagnostic>& findings);

}  // namespace skillmatrix::roster
