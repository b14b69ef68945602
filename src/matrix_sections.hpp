// The sections of the block of a matrix. For sources.
//
// Their numbers and rows are the format of saved files: whoever changes one raises
// `matrix_format_version`, and keeps reading what older releases wrote.
#pragma once

#include <cstddef>
#include <cstdint>

#include "block.hpp"
#include "skillmatrix/matrix.hpp"

namespace skillmatrix {

inline constexpr std::uint32_t matrix_format_version = 2;

/// With more cells at one role level than this, weights times credits could leave 64 bits.
inline constexpr std::size_t max_skills = 100'000'000;

namespace matrix_section {
inline constexpr std::uint32_t skill_slots = 25;
inline constexpr std::uint32_t role_slots = 26;

/// Files of version 1 do not have these: ids are looked up without.
constexpr bool is_optional(std::uint32_t section) {
  return section == skill_slots || section == role_slots;
}

// Sections beside those of the arrays.
inline constexpr std::uint32_t cell_skills = 40;
inline constexpr std::uint32_t cell_terms = 41;
inline constexpr std::uint32_t first_text = 60;
/// What a search index was made with, if the block has one; behind it are its columns.
inline constexpr std::uint32_t search_made_with = 80;
inline constexpr std::uint32_t search_first = 81;
}  // namespace matrix_section

template <class Visit, class... AnyArrays>
void Matrix::for_each_section(Visit&& visit, AnyArrays&... arrays) {
  visit(1U, arrays.facts...);
  visit(2U, arrays.names...);
  visit(3U, arrays.fallbacks...);
  visit(4U, arrays.scales...);
  visit(5U, arrays.levels...);
  visit(6U, arrays.categories...);
  visit(7U, arrays.category_lists...);
  visit(8U, arrays.skill_ids...);
  visit(9U, arrays.skill_scales...);
  visit(10U, arrays.skills...);
  visit(11U, arrays.skill_level_texts...);
  visit(12U, arrays.aliases...);
  visit(13U, arrays.prerequisites...);
  visit(14U, arrays.relations...);
  visit(15U, arrays.roles...);
  visit(16U, arrays.role_level_roles...);
  visit(17U, arrays.role_level_ranks...);
  visit(18U, arrays.role_level_focus...);
  visit(19U, arrays.role_level_first_cell...);
  visit(20U, arrays.skill_first_cell...);
  visit(21U, arrays.cells_by_skill...);
  visit(22U, arrays.expected...);
  visit(23U, arrays.weights...);
  visit(24U, arrays.cell_descriptions...);
  visit(matrix_section::skill_slots, arrays.skill_slots...);
  visit(matrix_section::role_slots, arrays.role_slots...);
}

/// The same for the texts.
template <class Visit, class... AnyArrays>
void for_each_text_section(Visit&& visit, AnyArrays&... arrays) {
  using matrix_section::first_text;
  visit(first_text, arrays.bytes...);
  visit(first_text + 1, arrays.tags...);
  visit(first_text + 2, arrays.presence...);
  visit(first_text + 3, arrays.start...);
  visit(first_text + 4, arrays.stated...);
}

}  // namespace skillmatrix
