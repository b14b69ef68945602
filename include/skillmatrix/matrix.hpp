// The matrix: a framework compiled for analysis.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "skillmatrix/category.hpp"
#include "skillmatrix/date.hpp"
#include "skillmatrix/framework.hpp"
#include "skillmatrix/index.hpp"
#include "skillmatrix/requirement.hpp"
#include "skillmatrix/result.hpp"
#include "skillmatrix/skill.hpp"
#include "skillmatrix/text_table.hpp"

namespace skillmatrix {

/// The position of a level in its scale, from 1. Rank 0 is "holds none of it"; as an expectation it
/// is "at no stated level", which any level held meets.
using Rank = std::uint8_t;

using SkillIndex = Index<struct SkillKind>;
using RoleIndex = Index<struct RoleKind>;
using RoleLevelIndex = Index<struct RoleLevelKind>;
using ScaleIndex = Index<struct ScaleKind>;
using CategoryIndex = Index<struct CategoryNodeKind>;
using CellIndex = Index<struct CellKind>;

/// What one cell asks for: 8 bytes, so that a role level is a run of few cache lines.
struct CellRequirement {
  SkillIndex skill;
  std::uint16_t weight = 1;
  Rank expected = 0;  ///< On the skill's scale; 0: at no stated level.
  Necessity necessity = Necessity::required;

  /// The least rank that meets the expectation: "at no stated level" is met from rank 1.
  [[nodiscard]] Rank least_rank() const { return expected == 0 ? Rank{1} : expected; }

  friend bool operator==(const CellRequirement&, const CellRequirement&) = default;
};
static_assert(sizeof(CellRequirement) == 8);

/// A skill to hold first; rank 0 is "at any level".
struct SkillPrerequisite {
  SkillIndex skill;
  Rank rank = 0;
};

struct SkillRelation {
  RelationKind kind = RelationKind::related;
  SkillIndex skill;
};

/// A framework in the form that all analysis runs on: dense indices, arrays, one arena of bytes.
///
/// Skills, roles, scales and categories are numbered in the byte order of their ids, role levels by
/// role, then rank, and cells by role level, then skill; so the order of the document does not
/// matter, except where it has a meaning (levels of a scale, categories of a skill, parents).
/// Every accessor takes indices of this matrix; others are undefined behaviour.
/// Accessors are O(1) unless they say otherwise. Views and spans live as long as the matrix, and
/// stay valid when it is moved.
/// Thread class: immutable; any number of threads may read one matrix.
class Matrix {
 public:
  /// Compiles a framework that `validate` finds no error in; otherwise there is no value, and the
  /// findings, of which some are errors, say why. Beyond `validate`, only size can fail: `too_many`
  /// skills, `too_large` texts. No more findings than `validate` gives. Never half-builds. The
  /// framework is not needed afterwards. O(n log n) in the framework, where looking up one of l
  /// levels of a scale counts as O(l); l is at most `max_levels`. Thread class: pure.
  static Result<Matrix> build(const Framework& framework);

  // The framework.
  [[nodiscard]] std::string_view id() const { return view(id_); }
  [[nodiscard]] std::string_view version() const { return view(version_); }
  [[nodiscard]] std::string_view default_locale() const { return view(default_locale_); }
  [[nodiscard]] std::string_view license() const { return view(license_); }
  [[nodiscard]] std::string_view source() const { return view(source_); }
  [[nodiscard]] std::optional<Date> updated() const { return updated_; }
  [[nodiscard]] TextIndex title() const { return title_; }
  [[nodiscard]] TextIndex summary() const { return summary_; }

  /// The framework's own fallbacks: a reader's tag, and the tags that come right after it.
  [[nodiscard]] const LocaleFallbacks& fallbacks() const { return fallbacks_; }

  /// The texts, for which the accessors below give the numbers. A `Reader` chooses languages.
  [[nodiscard]] const TextTable& texts() const { return texts_; }

  // Scales.
  [[nodiscard]] std::uint32_t scale_count() const { return size(scales_); }
  [[nodiscard]] std::optional<ScaleIndex> find_scale(std::string_view id) const;  ///< O(log n).
  [[nodiscard]] std::string_view scale_id(ScaleIndex scale) const { return view(at(scale).id); }
  [[nodiscard]] TextIndex scale_title(ScaleIndex scale) const { return at(scale).title; }
  [[nodiscard]] TextIndex scale_description(ScaleIndex scale) const {
    return at(scale).description;
  }
  /// The number of levels, which is the highest rank.
  [[nodiscard]] Rank level_count(ScaleIndex scale) const { return at(scale).level_count; }
  /// The rank of a level. O(levels).
  [[nodiscard]] std::optional<Rank> find_level(ScaleIndex scale, std::string_view id) const;
  /// For rank 0, the texts and the id are empty.
  [[nodiscard]] std::string_view level_id(ScaleIndex scale, Rank rank) const {
    return rank == 0 ? std::string_view() : view(level(scale, rank).id);
  }
  [[nodiscard]] TextIndex level_title(ScaleIndex scale, Rank rank) const {
    return rank == 0 ? TextIndex{} : level(scale, rank).title;
  }
  [[nodiscard]] TextIndex level_label(ScaleIndex scale, Rank rank) const {
    return rank == 0 ? TextIndex{} : level(scale, rank).label;
  }
  [[nodiscard]] TextIndex level_description(ScaleIndex scale, Rank rank) const {
    return rank == 0 ? TextIndex{} : level(scale, rank).description;
  }
  /// The points of a level; of rank 0, none.
  [[nodiscard]] std::uint32_t level_value(ScaleIndex scale, Rank rank) const {
    return rank == 0 ? 0 : level_values_[at(scale).first_level + rank - 1U];
  }

  // Categories.
  [[nodiscard]] std::uint32_t category_count() const { return size(categories_); }
  [[nodiscard]] std::optional<CategoryIndex> find_category(std::string_view id) const;  ///< O(log).
  [[nodiscard]] std::string_view category_id(CategoryIndex category) const {
    return view(at(category).id);
  }
  [[nodiscard]] CategoryKind category_kind(CategoryIndex category) const {
    return at(category).kind;
  }
  [[nodiscard]] TextIndex category_title(CategoryIndex category) const {
    return at(category).title;
  }
  [[nodiscard]] TextIndex category_description(CategoryIndex category) const {
    return at(category).description;
  }
  [[nodiscard]] std::span<const CategoryIndex> category_parents(CategoryIndex category) const {
    return part(category_lists_, at(category).parents);
  }

  // Skills.
  [[nodiscard]] std::uint32_t skill_count() const { return size(skill_ids_); }
  [[nodiscard]] std::optional<SkillIndex> find_skill(std::string_view id) const;  ///< O(log n).
  [[nodiscard]] std::string_view skill_id(SkillIndex skill) const {
    return view(skill_ids_[skill.value]);
  }
  [[nodiscard]] ScaleIndex skill_scale(SkillIndex skill) const {
    return skill_scales_[skill.value];
  }
  [[nodiscard]] TextIndex skill_title(SkillIndex skill) const { return at(skill).title; }
  [[nodiscard]] TextIndex skill_summary(SkillIndex skill) const { return at(skill).summary; }
  [[nodiscard]] SkillStatus skill_status(SkillIndex skill) const { return at(skill).status; }
  [[nodiscard]] std::optional<SkillIndex> skill_replaced_by(SkillIndex skill) const {
    return at(skill).replaced_by;
  }
  /// The skill's own date, not the framework's.
  [[nodiscard]] std::optional<Date> skill_updated(SkillIndex skill) const {
    return at(skill).updated;
  }
  /// In the order of the document: the first is the primary one.
  [[nodiscard]] std::span<const CategoryIndex> skill_categories(SkillIndex skill) const {
    return part(category_lists_, at(skill).categories);
  }
  /// The primary category.
  [[nodiscard]] std::optional<CategoryIndex> skill_group(SkillIndex skill) const {
    return at(skill).group;
  }
  /// The nearest category of kind `domain` among the primary category and its ancestors, breadth
  /// first, parents in the order of the document.
  [[nodiscard]] std::optional<CategoryIndex> skill_domain(SkillIndex skill) const {
    return at(skill).domain;
  }
  /// What a level of the skill means; the empty text if the framework does not say. O(levels).
  [[nodiscard]] TextIndex skill_level_description(SkillIndex skill, Rank rank) const;
  /// Other names: the n-th text has the n-th name in each language. A language that has the n-th
  /// has all before it, too.
  [[nodiscard]] std::span<const TextIndex> skill_aliases(SkillIndex skill) const {
    return part(aliases_, at(skill).aliases);
  }
  [[nodiscard]] std::span<const SkillPrerequisite> skill_prerequisites(SkillIndex skill) const {
    return part(prerequisites_, at(skill).prerequisites);
  }
  [[nodiscard]] std::span<const SkillRelation> skill_relations(SkillIndex skill) const {
    return part(relations_, at(skill).relations);
  }
  /// The cells that are about the skill, by role level.
  [[nodiscard]] std::span<const CellIndex> skill_cells(SkillIndex skill) const {
    return std::span(cells_by_skill_)
        .subspan(skill_first_cell_[skill.value],
                 skill_first_cell_[skill.value + 1U] - skill_first_cell_[skill.value]);
  }

  // Roles.
  [[nodiscard]] std::uint32_t role_count() const { return size(roles_); }
  [[nodiscard]] std::optional<RoleIndex> find_role(std::string_view id) const;  ///< O(log n).
  [[nodiscard]] std::string_view role_id(RoleIndex role) const { return view(at(role).id); }
  [[nodiscard]] TextIndex role_title(RoleIndex role) const { return at(role).title; }
  [[nodiscard]] TextIndex role_summary(RoleIndex role) const { return at(role).summary; }
  [[nodiscard]] ScaleIndex role_ladder(RoleIndex role) const { return at(role).ladder; }
  [[nodiscard]] std::span<const CategoryIndex> role_categories(RoleIndex role) const {
    return part(category_lists_, at(role).categories);
  }
  /// The rungs that the role uses, lowest first: `role_first_level(role)` and the following.
  [[nodiscard]] RoleLevelIndex role_first_level(RoleIndex role) const {
    return at(role).first_level;
  }
  [[nodiscard]] std::uint32_t role_level_count(RoleIndex role) const {
    return at(role).level_count;
  }

  // Role levels: a role at a rung of its ladder.
  [[nodiscard]] std::uint32_t role_level_count() const { return size(role_level_roles_); }
  /// O(levels of the role).
  [[nodiscard]] std::optional<RoleLevelIndex> find_role_level(RoleIndex role,
                                                              std::string_view level_id) const;
  /// O(log roles + levels of the role).
  [[nodiscard]] std::optional<RoleLevelIndex> find_role_level(std::string_view role_id,
                                                              std::string_view level_id) const;
  [[nodiscard]] RoleIndex role_of(RoleLevelIndex level) const {
    return role_level_roles_[level.value];
  }
  /// On the role's ladder.
  [[nodiscard]] Rank rank_of(RoleLevelIndex level) const { return role_level_ranks_[level.value]; }
  [[nodiscard]] std::string_view role_level_id(RoleLevelIndex level) const {
    return level_id(role_ladder(role_of(level)), rank_of(level));
  }
  [[nodiscard]] TextIndex role_level_title(RoleLevelIndex level) const {
    return level_title(role_ladder(role_of(level)), rank_of(level));
  }
  [[nodiscard]] TextIndex focus(RoleLevelIndex level) const {
    return role_level_focus_[level.value];
  }
  /// The next rung that the role uses; nothing at the top.
  [[nodiscard]] std::optional<RoleLevelIndex> next_level(RoleLevelIndex level) const;
  /// What is expected, by skill. The cell of `requirements(level)[i]` is `first_cell(level)` + i.
  [[nodiscard]] std::span<const CellRequirement> requirements(RoleLevelIndex level) const {
    return std::span(requirements_)
        .subspan(first_cell(level).value,
                 role_level_first_cell_[level.value + 1U] - first_cell(level).value);
  }
  [[nodiscard]] CellIndex first_cell(RoleLevelIndex level) const {
    return {role_level_first_cell_[level.value]};
  }

  // Cells.
  [[nodiscard]] std::uint32_t cell_count() const { return size(requirements_); }
  [[nodiscard]] const CellRequirement& requirement(CellIndex cell) const {
    return requirements_[cell.value];
  }
  [[nodiscard]] RoleLevelIndex role_level_of(CellIndex cell) const {
    return cell_role_levels_[cell.value];
  }
  /// What the role at the level is expected to do with the skill.
  [[nodiscard]] TextIndex cell_description(CellIndex cell) const {
    return cell_descriptions_[cell.value];
  }
  /// The cell of a role level about a skill. O(log cells of the level).
  [[nodiscard]] std::optional<CellIndex> find_cell(RoleLevelIndex level, SkillIndex skill) const;

 private:
  friend class MatrixBuilder;

  struct Slice {
    std::uint64_t offset = 0;
    std::uint32_t length = 0;
  };
  struct Run {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  struct ScaleRow {
    Slice id;
    TextIndex title, description;
    std::uint32_t first_level = 0;
    Rank level_count = 0;
  };
  struct LevelRow {
    Slice id;
    TextIndex title, label, description;
  };
  struct CategoryRow {
    Slice id;
    CategoryKind kind = CategoryKind::group;
    TextIndex title, description;
    Run parents;
  };
  struct SkillRow {
    TextIndex title, summary;
    SkillStatus status = SkillStatus::active;
    std::optional<SkillIndex> replaced_by;
    std::optional<Date> updated;
    std::optional<CategoryIndex> group, domain;
    Run categories, level_texts, aliases, prerequisites, relations;
  };
  struct RoleRow {
    Slice id;
    TextIndex title, summary;
    ScaleIndex ladder;
    RoleLevelIndex first_level;
    std::uint32_t level_count = 0;
    Run categories;
  };
  struct SkillLevelText {
    Rank rank = 0;
    TextIndex description;
  };

  Matrix() = default;

  [[nodiscard]] std::string_view view(Slice slice) const {
    return std::string_view(bytes_.data() + slice.offset, slice.length);
  }
  template <class T>
  static std::uint32_t size(const std::vector<T>& rows) {
    return static_cast<std::uint32_t>(rows.size());
  }
  template <class T>
  static std::span<const T> part(const std::vector<T>& rows, Run run) {
    return std::span(rows).subspan(run.first, run.count);
  }
  [[nodiscard]] const ScaleRow& at(ScaleIndex index) const { return scales_[index.value]; }
  [[nodiscard]] const CategoryRow& at(CategoryIndex index) const {
    return categories_[index.value];
  }
  [[nodiscard]] const SkillRow& at(SkillIndex index) const { return skills_[index.value]; }
  [[nodiscard]] const RoleRow& at(RoleIndex index) const { return roles_[index.value]; }
  [[nodiscard]] const LevelRow& level(ScaleIndex scale, Rank rank) const {
    return levels_[at(scale).first_level + rank - 1U];
  }

  std::vector<char> bytes_;  // A vector, not a string: views must survive a move.
  Slice id_, version_, default_locale_, license_, source_;
  std::optional<Date> updated_;
  TextIndex title_, summary_;

  LocaleFallbacks fallbacks_;
  TextTable texts_;

  std::vector<ScaleRow> scales_;
  std::vector<LevelRow> levels_;
  std::vector<std::uint32_t> level_values_;
  std::vector<CategoryRow> categories_;
  std::vector<CategoryIndex> category_lists_;

  std::vector<Slice> skill_ids_;
  std::vector<ScaleIndex> skill_scales_;
  std::vector<SkillRow> skills_;
  std::vector<SkillLevelText> skill_level_texts_;
  std::vector<TextIndex> aliases_;
  std::vector<SkillPrerequisite> prerequisites_;
  std::vector<SkillRelation> relations_;
  std::vector<std::uint32_t> skill_first_cell_;  // One more than skills.
  std::vector<CellIndex> cells_by_skill_;

  std::vector<RoleRow> roles_;
  std::vector<RoleIndex> role_level_roles_;
  std::vector<Rank> role_level_ranks_;
  std::vector<TextIndex> role_level_focus_;
  std::vector<std::uint32_t> role_level_first_cell_;  // One more than role levels.

  std::vector<CellRequirement> requirements_;
  std::vector<RoleLevelIndex> cell_role_levels_;
  std::vector<TextIndex> cell_descriptions_;
};

}  // namespace skillmatrix
