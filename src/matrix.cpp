#include "skillmatrix/matrix.hpp"

#include <algorithm>

#include "id_table.hpp"

namespace skillmatrix {
namespace {

/// The position of an id among `count` ids in byte order.
template <class IdAt>
std::optional<std::uint32_t> find_id(std::string_view id, std::uint32_t count, IdAt id_at) {
  std::uint32_t first = 0;
  std::uint32_t last = count;
  while (first < last) {
    const std::uint32_t middle = first + (last - first) / 2;
    const int order = id_at(middle).compare(id);
    if (order == 0) return middle;
    if (order < 0) {
      first = middle + 1;
    } else {
      last = middle;
    }
  }
  return std::nullopt;
}

/// The same with the table of these ids; older files have none.
template <class IdAt>
std::optional<std::uint32_t> find_id(std::string_view id, std::span<const std::uint32_t> slots,
                                     std::uint32_t count, IdAt id_at) {
  return slots.empty() ? find_id(id, count, id_at) : id_table::find(slots, id, id_at);
}

template <class Found>
std::optional<Found> as_index(std::optional<std::uint32_t> position) {
  return position ? std::optional(Found{*position}) : std::nullopt;
}

}  // namespace

std::optional<ScaleIndex> Matrix::find_scale(std::string_view id) const {
  return as_index<ScaleIndex>(
      find_id(id, scale_count(), [this](std::uint32_t at) { return scale_id(ScaleIndex{at}); }));
}

std::optional<CategoryIndex> Matrix::find_category(std::string_view id) const {
  return as_index<CategoryIndex>(find_id(
      id, category_count(), [this](std::uint32_t at) { return category_id(CategoryIndex{at}); }));
}

std::optional<SkillIndex> Matrix::find_skill(std::string_view id) const {
  return as_index<SkillIndex>(
      find_id(id, arrays_.skill_slots, skill_count(),
              [this](std::uint32_t at) { return skill_id(SkillIndex{at}); }));
}

std::optional<RoleIndex> Matrix::find_role(std::string_view id) const {
  return as_index<RoleIndex>(find_id(id, arrays_.role_slots, role_count(),
                                     [this](std::uint32_t at) { return role_id(RoleIndex{at}); }));
}

std::optional<Rank> Matrix::find_level(ScaleIndex scale, std::string_view id) const {
  for (unsigned rank = 1; rank <= level_count(scale); ++rank) {
    if (level_id(scale, static_cast<Rank>(rank)) == id) return static_cast<Rank>(rank);
  }
  return std::nullopt;
}

std::optional<RoleLevelIndex> Matrix::find_role_level(RoleIndex role,
                                                      std::string_view level_id) const {
  const RoleLevelIndex first = role_first_level(role);
  for (std::uint32_t at = 0; at < role_level_count(role); ++at) {
    const RoleLevelIndex level{first.value + at};
    if (role_level_id(level) == level_id) return level;
  }
  return std::nullopt;
}

std::optional<RoleLevelIndex> Matrix::find_role_level(std::string_view role_id,
                                                      std::string_view level_id) const {
  const auto role = find_role(role_id);
  return role ? find_role_level(*role, level_id) : std::nullopt;
}

std::optional<RoleLevelIndex> Matrix::next_level(RoleLevelIndex level) const {
  const RoleLevelIndex next{level.value + 1};
  if (next.value >= role_level_count() || role_of(next) != role_of(level)) return std::nullopt;
  return next;
}

RoleLevelIndex Matrix::role_level_of(CellIndex cell) const {
  const auto next = std::ranges::upper_bound(arrays_.role_level_first_cell, cell.value);
  return {static_cast<std::uint32_t>(next - arrays_.role_level_first_cell.begin() - 1)};
}

std::optional<CellIndex> Matrix::find_cell(RoleLevelIndex level, SkillIndex skill) const {
  const std::uint32_t first = first_cell(level).value;
  return requirement_columns_.skills.visit([&](const auto& skills) -> std::optional<CellIndex> {
    const auto cells = skills.subspan(first, requirement_count(level));
    const auto found = std::ranges::lower_bound(cells, skill.value);
    if (found == cells.end() || *found != skill.value) return std::nullopt;
    return CellIndex{first + static_cast<std::uint32_t>(found - cells.begin())};
  });
}

LocaleFallbacks Matrix::fallbacks() const {
  LocaleFallbacks fallbacks;
  for (const FallbackRow& row : arrays_.fallbacks) {
    fallbacks[std::string(view(row.reader))].emplace_back(view(row.text));
  }
  return fallbacks;
}

TextIndex Matrix::skill_level_description(SkillIndex skill, Rank rank) const {
  for (const SkillLevelText& level : part(arrays_.skill_level_texts, at(skill).level_texts)) {
    if (level.rank == rank) return level.description;
  }
  return {};
}

}  // namespace skillmatrix
