// Asking a matrix about the things in it.
#pragma once

#include <cstdint>

#include "skillmatrix/matrix.h"
#include "values.hpp"

namespace skillmatrix::capi {

/// The number of things of a kind, which is that of their index.
inline std::uint32_t count_of(const Matrix& matrix, SkillIndex) { return matrix.skill_count(); }
inline std::uint32_t count_of(const Matrix& matrix, RoleIndex) { return matrix.role_count(); }
inline std::uint32_t count_of(const Matrix& matrix, RoleLevelIndex) {
  return matrix.role_level_count();
}
inline std::uint32_t count_of(const Matrix& matrix, ScaleIndex) { return matrix.scale_count(); }
inline std::uint32_t count_of(const Matrix& matrix, CategoryIndex) {
  return matrix.category_count();
}

/// What `tell` tells of a matrix; `nothing` if the handle is none.
template <class Value, class Tell>
Value about(const skm_matrix* matrix, Value nothing, Tell tell) noexcept {
  const auto* const value = capi::peek(matrix);
  return value == nullptr ? nothing : tell(**value);
}

/// What `tell` tells of one thing in it; `nothing` if there is no such thing.
template <class Value, class Index, class Tell>
Value about(const skm_matrix* matrix, Index index, Value nothing, Tell tell) noexcept {
  return about(matrix, nothing, [&](const Matrix& value) {
    return index.value < count_of(value, index) ? Value{tell(value, index)} : nothing;
  });
}

}  // namespace skillmatrix::capi
