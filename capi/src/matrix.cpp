#include "skillmatrix/matrix.h"

#include "values.hpp"

namespace capi = skillmatrix::capi;
using skillmatrix::CellRequirement;
using skillmatrix::Matrix;
using skillmatrix::RoleIndex;
using skillmatrix::RoleLevelIndex;
using skillmatrix::SkillIndex;

namespace {

/// Nothing if the handle is no matrix.
const Matrix* peek(const skm_matrix* matrix) noexcept {
  const auto* const value = capi::peek(matrix);
  return value == nullptr ? nullptr : value->get();
}

/// The matrix, if there is one and it has a role level of that number.
const Matrix* with_role_level(const skm_matrix* matrix, std::uint32_t level) noexcept {
  const Matrix* const value = peek(matrix);
  return value != nullptr && level < value->role_level_count() ? value : nullptr;
}

}  // namespace

skm_status skm_matrix_build(const skm_framework* framework, skm_matrix** out_matrix,
                            skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_matrix, "out_matrix");
    const capi::LoadedFramework& loaded = capi::get(framework, "framework");
    out.set(std::make_shared<const Matrix>(capi::value_of(Matrix::build(*loaded.framework))));
  });
}

skm_status skm_matrix_open(skm_string_view path, skm_matrix** out_matrix,
                           skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_matrix, "out_matrix");
    out.set(std::make_shared<const Matrix>(capi::value_of(Matrix::open(capi::path_of(path)))));
  });
}

skm_status skm_matrix_save(const skm_matrix* matrix, skm_string_view path,
                           skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::throw_errors(capi::get(matrix, "matrix")->save(capi::path_of(path)));
  });
}

skm_status skm_matrix_verify(const skm_matrix* matrix, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] { capi::throw_errors(capi::get(matrix, "matrix")->verify()); });
}

std::uint32_t skm_matrix_skill_count(const skm_matrix* matrix) noexcept {
  const Matrix* const value = peek(matrix);
  return value == nullptr ? 0 : value->skill_count();
}

std::uint32_t skm_matrix_role_count(const skm_matrix* matrix) noexcept {
  const Matrix* const value = peek(matrix);
  return value == nullptr ? 0 : value->role_count();
}

std::uint32_t skm_matrix_role_level_count(const skm_matrix* matrix) noexcept {
  const Matrix* const value = peek(matrix);
  return value == nullptr ? 0 : value->role_level_count();
}

skm_string_view skm_matrix_skill_id(const skm_matrix* matrix, std::uint32_t skill) noexcept {
  const Matrix* const value = peek(matrix);
  if (value == nullptr || skill >= value->skill_count()) return {};
  return capi::view_of(value->skill_id(SkillIndex{skill}));
}

skm_string_view skm_matrix_role_id(const skm_matrix* matrix, std::uint32_t role) noexcept {
  const Matrix* const value = peek(matrix);
  if (value == nullptr || role >= value->role_count()) return {};
  return capi::view_of(value->role_id(RoleIndex{role}));
}

skm_string_view skm_matrix_role_level_id(const skm_matrix* matrix,
                                         std::uint32_t role_level) noexcept {
  const Matrix* const value = with_role_level(matrix, role_level);
  if (value == nullptr) return {};
  return capi::view_of(value->role_level_id(RoleLevelIndex{role_level}));
}

std::uint32_t skm_matrix_role_of(const skm_matrix* matrix, std::uint32_t role_level) noexcept {
  const Matrix* const value = with_role_level(matrix, role_level);
  return value == nullptr ? SKM_NONE : value->role_of(RoleLevelIndex{role_level}).value;
}

std::uint32_t skm_matrix_find_skill(const skm_matrix* matrix, skm_string_view id) noexcept {
  const Matrix* const value = peek(matrix);
  return value == nullptr ? SKM_NONE : capi::number_of(value->find_skill(capi::text_or_empty(id)));
}

std::uint32_t skm_matrix_find_role(const skm_matrix* matrix, skm_string_view id) noexcept {
  const Matrix* const value = peek(matrix);
  return value == nullptr ? SKM_NONE : capi::number_of(value->find_role(capi::text_or_empty(id)));
}

std::uint32_t skm_matrix_find_role_level(const skm_matrix* matrix, skm_string_view role,
                                         skm_string_view level) noexcept {
  const Matrix* const value = peek(matrix);
  if (value == nullptr) return SKM_NONE;
  return capi::number_of(
      value->find_role_level(capi::text_or_empty(role), capi::text_or_empty(level)));
}

std::uint32_t skm_matrix_requirement_count(const skm_matrix* matrix,
                                           std::uint32_t role_level) noexcept {
  const Matrix* const value = with_role_level(matrix, role_level);
  return value == nullptr ? 0 : value->requirement_count(RoleLevelIndex{role_level});
}

skm_status skm_matrix_requirements(const skm_matrix* matrix, std::uint32_t role_level,
                                   std::uint32_t capacity,
                                   skm_requirement* out_requirements) noexcept {
  return capi::guard([&] {
    const Matrix& value = *capi::get(matrix, "matrix");
    if (role_level >= value.role_level_count() ||
        capacity < value.requirement_count(RoleLevelIndex{role_level})) {
      throw capi::Failure{SKM_ERR_OUT_OF_RANGE, "no such role level, or too little room", {}};
    }
    if (out_requirements == nullptr) throw capi::is_null("out_requirements");
    for (const CellRequirement& cell : value.requirements(RoleLevelIndex{role_level})) {
      *out_requirements++ = {cell.skill.value, cell.expected, cell.weight,
                             cell.necessity == skillmatrix::Necessity::required ? 1 : 0};
    }
  });
}

void skm_matrix_destroy(skm_matrix* matrix) noexcept { capi::destroy(matrix); }
