#include "matrix.hpp"

namespace capi = skillmatrix::capi;
using capi::about;
using skillmatrix::CellRequirement;
using skillmatrix::Matrix;
using skillmatrix::RoleIndex;
using skillmatrix::RoleLevelIndex;
using skillmatrix::SkillIndex;

namespace {

skm_requirement to_c(const CellRequirement& cell) noexcept {
  return {cell.skill.value, cell.expected, cell.weight,
          cell.necessity == skillmatrix::Necessity::required ? 1 : 0};
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

skm_status skm_matrix_open_bytes(skm_string_view bytes, skm_matrix** out_matrix,
                                 skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    struct MatrixOfBytes {
      std::shared_ptr<const std::string> bytes;  ///< Which the matrix looks at.
      Matrix matrix;
    };
    capi::Out out(out_matrix, "out_matrix");
    const auto copy = std::make_shared<const std::string>(capi::text_of(bytes, "bytes"));
    Matrix matrix = capi::value_of(Matrix::open(std::as_bytes(std::span<const char>(*copy))));
    const auto both = std::make_shared<const MatrixOfBytes>(MatrixOfBytes{copy, std::move(matrix)});
    out.set({both, &both->matrix});
  });
}

skm_status skm_matrix_clone(const skm_matrix* matrix, skm_matrix** out_matrix,
                            skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_matrix, "out_matrix");
    out.set(capi::get(matrix, "matrix"));
  });
}

skm_string_view skm_matrix_bytes(const skm_matrix* matrix) noexcept {
  return about(matrix, skm_string_view{}, [](const Matrix& value) {
    const std::span<const std::byte> bytes = value.bytes();
    return skm_string_view{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
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
  return about(matrix, 0U, [](const Matrix& value) { return value.skill_count(); });
}

std::uint32_t skm_matrix_role_count(const skm_matrix* matrix) noexcept {
  return about(matrix, 0U, [](const Matrix& value) { return value.role_count(); });
}

std::uint32_t skm_matrix_role_level_count(const skm_matrix* matrix) noexcept {
  return about(matrix, 0U, [](const Matrix& value) { return value.role_level_count(); });
}

skm_string_view skm_matrix_skill_id(const skm_matrix* matrix, std::uint32_t skill) noexcept {
  return about(
      matrix, SkillIndex{skill}, skm_string_view{},
      [](const Matrix& value, SkillIndex found) { return capi::view_of(value.skill_id(found)); });
}

skm_string_view skm_matrix_role_id(const skm_matrix* matrix, std::uint32_t role) noexcept {
  return about(
      matrix, RoleIndex{role}, skm_string_view{},
      [](const Matrix& value, RoleIndex found) { return capi::view_of(value.role_id(found)); });
}

skm_string_view skm_matrix_role_level_id(const skm_matrix* matrix,
                                         std::uint32_t role_level) noexcept {
  return about(matrix, RoleLevelIndex{role_level}, skm_string_view{},
               [](const Matrix& value, RoleLevelIndex found) {
                 return capi::view_of(value.role_level_id(found));
               });
}

std::uint32_t skm_matrix_role_of(const skm_matrix* matrix, std::uint32_t role_level) noexcept {
  return about(
      matrix, RoleLevelIndex{role_level}, SKM_NONE,
      [](const Matrix& value, RoleLevelIndex found) { return value.role_of(found).value; });
}

std::uint32_t skm_matrix_find_skill(const skm_matrix* matrix, skm_string_view id) noexcept {
  return about(matrix, SKM_NONE, [&](const Matrix& value) {
    return capi::number_of(value.find_skill(capi::text_or_empty(id)));
  });
}

std::uint32_t skm_matrix_find_role(const skm_matrix* matrix, skm_string_view id) noexcept {
  return about(matrix, SKM_NONE, [&](const Matrix& value) {
    return capi::number_of(value.find_role(capi::text_or_empty(id)));
  });
}

std::uint32_t skm_matrix_find_role_level(const skm_matrix* matrix, skm_string_view role,
                                         skm_string_view level) noexcept {
  return about(matrix, SKM_NONE, [&](const Matrix& value) {
    return capi::number_of(
        value.find_role_level(capi::text_or_empty(role), capi::text_or_empty(level)));
  });
}

std::uint32_t skm_matrix_requirement_count(const skm_matrix* matrix,
                                           std::uint32_t role_level) noexcept {
  return about(
      matrix, RoleLevelIndex{role_level}, 0U,
      [](const Matrix& value, RoleLevelIndex found) { return value.requirement_count(found); });
}

skm_status skm_matrix_requirements(const skm_matrix* matrix, std::uint32_t role_level,
                                   std::uint32_t capacity,
                                   skm_requirement* out_requirements) noexcept {
  return capi::guard([&] {
    const Matrix& value = *capi::get(matrix, "matrix");
    const bool is_there = role_level < value.role_level_count();
    const std::size_t count = is_there ? value.requirement_count(RoleLevelIndex{role_level}) : 0;
    if (!is_there || capacity < count) {
      throw capi::Failure{SKM_ERR_OUT_OF_RANGE, "no such role level, or too little room", {}};
    }
    if (out_requirements == nullptr && count != 0) throw capi::is_null("out_requirements");
    for (const CellRequirement& cell : value.requirements(RoleLevelIndex{role_level})) {
      *out_requirements++ = to_c(cell);
    }
  });
}

skm_status skm_matrix_get_requirement(const skm_matrix* matrix, std::uint32_t role_level,
                                      std::uint32_t skill,
                                      skm_requirement* out_requirement) noexcept {
  return capi::guard([&] {
    const Matrix& value = *capi::get(matrix, "matrix");
    capi::check_number(role_level, value.role_level_count(), "role_level");
    capi::check_number(skill, value.skill_count(), "skill");
    if (out_requirement == nullptr) throw capi::is_null("out_requirement");
    const auto cell = value.find_cell(RoleLevelIndex{role_level}, SkillIndex{skill});
    *out_requirement = cell ? to_c(value.requirement(*cell)) : skm_requirement{SKM_NONE, 0, 0, 0};
  });
}

void skm_matrix_destroy(skm_matrix* matrix) noexcept { capi::destroy(matrix); }
