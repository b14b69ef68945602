// Walking through a matrix: its framework, scales, categories, and what skills and roles are linked
// to.
#include "matrix.hpp"

namespace capi = skillmatrix::capi;
using capi::about;
using skillmatrix::CategoryIndex;
using skillmatrix::CategoryKind;
using skillmatrix::Matrix;
using skillmatrix::Rank;
using skillmatrix::RelationKind;
using skillmatrix::RoleIndex;
using skillmatrix::RoleLevelIndex;
using skillmatrix::ScaleIndex;
using skillmatrix::SkillIndex;
using skillmatrix::SkillStatus;

static_assert(static_cast<int>(SkillStatus::active) == SKM_SKILL_ACTIVE);
static_assert(static_cast<int>(SkillStatus::draft) == SKM_SKILL_DRAFT);
static_assert(static_cast<int>(SkillStatus::deprecated) == SKM_SKILL_DEPRECATED);
static_assert(static_cast<int>(CategoryKind::domain) == SKM_CATEGORY_DOMAIN);
static_assert(static_cast<int>(CategoryKind::group) == SKM_CATEGORY_GROUP);
static_assert(static_cast<int>(CategoryKind::family) == SKM_CATEGORY_FAMILY);
static_assert(static_cast<int>(RelationKind::broader) == SKM_RELATION_BROADER);
static_assert(static_cast<int>(RelationKind::narrower) == SKM_RELATION_NARROWER);
static_assert(static_cast<int>(RelationKind::related) == SKM_RELATION_RELATED);

namespace {

/// What `tell` tells of a level of a scale; `nothing` if there is no such level.
template <class Value, class Tell>
Value about_level(const skm_matrix* matrix, std::uint32_t scale, std::uint32_t rank, Value nothing,
                  Tell tell) noexcept {
  return about(matrix, ScaleIndex{scale}, nothing, [&](const Matrix& value, ScaleIndex found) {
    if (rank == 0 || rank > value.level_count(found)) return nothing;
    return Value{tell(value, found, static_cast<Rank>(rank))};
  });
}

/// Gives the things that `list` lists, each by `to_c`, as far as there is room.
template <class Index, class Item, class List, class Convert>
skm_status give_list(const skm_matrix* matrix, Index index, std::uint32_t capacity, Item* out_items,
                     std::uint32_t* out_count, List list, Convert to_c) noexcept {
  return capi::guard([&] {
    const Matrix& value = *capi::get(matrix, "matrix");
    capi::check_number(index.value, capi::count_of(value, index), "the number");
    capi::give_list(list(value, index), capacity, out_items, out_count,
                    [&](const auto& item) { return to_c(value, item); });
  });
}

/// The levels of a role, which follow each other.
struct LevelsOfRole {
  RoleLevelIndex first;
  std::uint32_t count;

  [[nodiscard]] std::size_t size() const { return count; }
  std::uint32_t operator[](std::size_t at) const {
    return first.value + static_cast<std::uint32_t>(at);
  }
};

/// The nearest of the ids of all things of a kind.
template <class Index>
skm_string_view suggest(const skm_matrix* matrix, skm_string_view id,
                        std::string_view (Matrix::*id_of)(Index) const) noexcept {
  return about(matrix, skm_string_view{}, [&](const Matrix& value) {
    skm_string_view found{};
    capi::guard([&] {
      std::vector<std::string_view> ids(capi::count_of(value, Index{}));
      for (std::uint32_t at = 0; at < ids.size(); ++at) ids[at] = (value.*id_of)(Index{at});
      if (const auto near = skillmatrix::nearest(capi::text_or_empty(id), ids)) {
        found = capi::view_of(*near);
      }
    });
    return found;
  });
}

std::uint32_t category_to_c(const Matrix&, CategoryIndex category) { return category.value; }

}  // namespace

skm_string_view skm_matrix_id(const skm_matrix* matrix) noexcept {
  return about(matrix, skm_string_view{},
               [](const Matrix& value) { return capi::view_of(value.id()); });
}

skm_string_view skm_matrix_version(const skm_matrix* matrix) noexcept {
  return about(matrix, skm_string_view{},
               [](const Matrix& value) { return capi::view_of(value.version()); });
}

skm_string_view skm_matrix_license(const skm_matrix* matrix) noexcept {
  return about(matrix, skm_string_view{},
               [](const Matrix& value) { return capi::view_of(value.license()); });
}

skm_string_view skm_matrix_source(const skm_matrix* matrix) noexcept {
  return about(matrix, skm_string_view{},
               [](const Matrix& value) { return capi::view_of(value.source()); });
}

skm_string_view skm_matrix_default_locale(const skm_matrix* matrix) noexcept {
  return about(matrix, skm_string_view{},
               [](const Matrix& value) { return capi::view_of(value.default_locale()); });
}

std::uint32_t skm_matrix_updated(const skm_matrix* matrix) noexcept {
  return about(matrix, 0U, [](const Matrix& value) { return capi::number_of(value.updated()); });
}

std::uint32_t skm_matrix_scale_count(const skm_matrix* matrix) noexcept {
  return about(matrix, 0U, [](const Matrix& value) { return value.scale_count(); });
}

skm_string_view skm_matrix_scale_id(const skm_matrix* matrix, std::uint32_t scale) noexcept {
  return about(
      matrix, ScaleIndex{scale}, skm_string_view{},
      [](const Matrix& value, ScaleIndex index) { return capi::view_of(value.scale_id(index)); });
}

std::uint32_t skm_matrix_find_scale(const skm_matrix* matrix, skm_string_view id) noexcept {
  return about(matrix, SKM_NONE, [&](const Matrix& value) {
    return capi::number_of(value.find_scale(capi::text_or_empty(id)));
  });
}

std::uint32_t skm_matrix_level_count(const skm_matrix* matrix, std::uint32_t scale) noexcept {
  return about(matrix, ScaleIndex{scale}, 0U,
               [](const Matrix& value, ScaleIndex index) { return value.level_count(index); });
}

skm_string_view skm_matrix_level_id(const skm_matrix* matrix, std::uint32_t scale,
                                    std::uint32_t rank) noexcept {
  return about_level(matrix, scale, rank, skm_string_view{},
                     [](const Matrix& value, ScaleIndex index, Rank level) {
                       return capi::view_of(value.level_id(index, level));
                     });
}

std::uint32_t skm_matrix_level_value(const skm_matrix* matrix, std::uint32_t scale,
                                     std::uint32_t rank) noexcept {
  return about_level(matrix, scale, rank, 0U,
                     [](const Matrix& value, ScaleIndex index, Rank level) {
                       return value.level_value(index, level);
                     });
}

std::uint32_t skm_matrix_find_level(const skm_matrix* matrix, std::uint32_t scale,
                                    skm_string_view id) noexcept {
  return about(matrix, ScaleIndex{scale}, 0U, [&](const Matrix& value, ScaleIndex index) {
    return value.find_level(index, capi::text_or_empty(id)).value_or(Rank{0});
  });
}

std::uint32_t skm_matrix_category_count(const skm_matrix* matrix) noexcept {
  return about(matrix, 0U, [](const Matrix& value) { return value.category_count(); });
}

skm_string_view skm_matrix_category_id(const skm_matrix* matrix, std::uint32_t category) noexcept {
  return about(matrix, CategoryIndex{category}, skm_string_view{},
               [](const Matrix& value, CategoryIndex index) {
                 return capi::view_of(value.category_id(index));
               });
}

std::uint32_t skm_matrix_find_category(const skm_matrix* matrix, skm_string_view id) noexcept {
  return about(matrix, SKM_NONE, [&](const Matrix& value) {
    return capi::number_of(value.find_category(capi::text_or_empty(id)));
  });
}

std::uint32_t skm_matrix_category_kind(const skm_matrix* matrix, std::uint32_t category) noexcept {
  return about(matrix, CategoryIndex{category}, SKM_NONE,
               [](const Matrix& value, CategoryIndex index) {
                 return static_cast<std::uint32_t>(value.category_kind(index));
               });
}

skm_status skm_matrix_category_parents(const skm_matrix* matrix, std::uint32_t category,
                                       std::uint32_t capacity, std::uint32_t* out_categories,
                                       std::uint32_t* out_count) noexcept {
  return give_list(
      matrix, CategoryIndex{category}, capacity, out_categories, out_count,
      [](const Matrix& value, CategoryIndex index) { return value.category_parents(index); },
      category_to_c);
}

std::uint32_t skm_matrix_skill_scale(const skm_matrix* matrix, std::uint32_t skill) noexcept {
  return about(matrix, SkillIndex{skill}, SKM_NONE, [](const Matrix& value, SkillIndex index) {
    return value.skill_scale(index).value;
  });
}

std::uint32_t skm_matrix_skill_status(const skm_matrix* matrix, std::uint32_t skill) noexcept {
  return about(matrix, SkillIndex{skill}, SKM_NONE, [](const Matrix& value, SkillIndex index) {
    return static_cast<std::uint32_t>(value.skill_status(index));
  });
}

std::uint32_t skm_matrix_skill_replaced_by(const skm_matrix* matrix, std::uint32_t skill) noexcept {
  return about(matrix, SkillIndex{skill}, SKM_NONE, [](const Matrix& value, SkillIndex index) {
    return capi::number_of(value.skill_replaced_by(index));
  });
}

std::uint32_t skm_matrix_skill_updated(const skm_matrix* matrix, std::uint32_t skill) noexcept {
  return about(matrix, SkillIndex{skill}, 0U, [](const Matrix& value, SkillIndex index) {
    return capi::number_of(value.skill_updated(index));
  });
}

std::uint32_t skm_matrix_skill_domain(const skm_matrix* matrix, std::uint32_t skill) noexcept {
  return about(matrix, SkillIndex{skill}, SKM_NONE, [](const Matrix& value, SkillIndex index) {
    return capi::number_of(value.skill_domain(index));
  });
}

std::uint32_t skm_matrix_skill_group(const skm_matrix* matrix, std::uint32_t skill) noexcept {
  return about(matrix, SkillIndex{skill}, SKM_NONE, [](const Matrix& value, SkillIndex index) {
    return capi::number_of(value.skill_group(index));
  });
}

skm_status skm_matrix_skill_categories(const skm_matrix* matrix, std::uint32_t skill,
                                       std::uint32_t capacity, std::uint32_t* out_categories,
                                       std::uint32_t* out_count) noexcept {
  return give_list(
      matrix, SkillIndex{skill}, capacity, out_categories, out_count,
      [](const Matrix& value, SkillIndex index) { return value.skill_categories(index); },
      category_to_c);
}

skm_status skm_matrix_skill_prerequisites(const skm_matrix* matrix, std::uint32_t skill,
                                          std::uint32_t capacity,
                                          skm_prerequisite* out_prerequisites,
                                          std::uint32_t* out_count) noexcept {
  return give_list(
      matrix, SkillIndex{skill}, capacity, out_prerequisites, out_count,
      [](const Matrix& value, SkillIndex index) { return value.skill_prerequisites(index); },
      [](const Matrix&, const skillmatrix::SkillPrerequisite& prerequisite) {
        return skm_prerequisite{prerequisite.skill.value, prerequisite.rank};
      });
}

skm_status skm_matrix_skill_relations(const skm_matrix* matrix, std::uint32_t skill,
                                      std::uint32_t capacity, skm_relation* out_relations,
                                      std::uint32_t* out_count) noexcept {
  return give_list(
      matrix, SkillIndex{skill}, capacity, out_relations, out_count,
      [](const Matrix& value, SkillIndex index) { return value.skill_relations(index); },
      [](const Matrix&, const skillmatrix::SkillRelation& relation) {
        return skm_relation{relation.skill.value, static_cast<std::uint32_t>(relation.kind)};
      });
}

skm_status skm_matrix_skill_role_levels(const skm_matrix* matrix, std::uint32_t skill,
                                        std::uint32_t capacity, std::uint32_t* out_role_levels,
                                        std::uint32_t* out_count) noexcept {
  return give_list(
      matrix, SkillIndex{skill}, capacity, out_role_levels, out_count,
      [](const Matrix& value, SkillIndex index) { return value.skill_cells(index); },
      [](const Matrix& value, skillmatrix::CellIndex cell) {
        return value.role_level_of(cell).value;
      });
}

std::uint32_t skm_matrix_role_ladder(const skm_matrix* matrix, std::uint32_t role) noexcept {
  return about(matrix, RoleIndex{role}, SKM_NONE,
               [](const Matrix& value, RoleIndex index) { return value.role_ladder(index).value; });
}

skm_status skm_matrix_role_levels(const skm_matrix* matrix, std::uint32_t role,
                                  std::uint32_t capacity, std::uint32_t* out_role_levels,
                                  std::uint32_t* out_count) noexcept {
  return give_list(
      matrix, RoleIndex{role}, capacity, out_role_levels, out_count,
      [](const Matrix& value, RoleIndex index) {
        return LevelsOfRole{value.role_first_level(index), value.role_level_count(index)};
      },
      [](const Matrix&, std::uint32_t level) { return level; });
}

skm_status skm_matrix_role_categories(const skm_matrix* matrix, std::uint32_t role,
                                      std::uint32_t capacity, std::uint32_t* out_categories,
                                      std::uint32_t* out_count) noexcept {
  return give_list(
      matrix, RoleIndex{role}, capacity, out_categories, out_count,
      [](const Matrix& value, RoleIndex index) { return value.role_categories(index); },
      category_to_c);
}

std::uint32_t skm_matrix_rank_of(const skm_matrix* matrix, std::uint32_t role_level) noexcept {
  return about(matrix, RoleLevelIndex{role_level}, 0U,
               [](const Matrix& value, RoleLevelIndex index) { return value.rank_of(index); });
}

std::uint32_t skm_matrix_next_role_level(const skm_matrix* matrix,
                                         std::uint32_t role_level) noexcept {
  return about(matrix, RoleLevelIndex{role_level}, SKM_NONE,
               [](const Matrix& value, RoleLevelIndex index) {
                 return capi::number_of(value.next_level(index));
               });
}

skm_string_view skm_matrix_suggest_skill(const skm_matrix* matrix, skm_string_view id) noexcept {
  return suggest(matrix, id, &Matrix::skill_id);
}

skm_string_view skm_matrix_suggest_role(const skm_matrix* matrix, skm_string_view id) noexcept {
  return suggest(matrix, id, &Matrix::role_id);
}

skm_string_view skm_matrix_suggest_category(const skm_matrix* matrix, skm_string_view id) noexcept {
  return suggest(matrix, id, &Matrix::category_id);
}

skm_string_view skm_matrix_suggest_scale(const skm_matrix* matrix, skm_string_view id) noexcept {
  return suggest(matrix, id, &Matrix::scale_id);
}
