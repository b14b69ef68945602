// The matrix: a framework compiled for analysis.
#pragma once

#include <array>
#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "skillmatrix/category.hpp"
#include "skillmatrix/date.hpp"
#include "skillmatrix/framework.hpp"
#include "skillmatrix/index.hpp"
#include "skillmatrix/number_column.hpp"
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

/// What one cell asks for.
struct CellRequirement {
  SkillIndex skill;
  std::uint16_t weight = 1;
  Rank expected = 0;  ///< On the skill's scale; 0: at no stated level.
  Necessity necessity = Necessity::required;

  /// The least rank that meets the expectation: "at no stated level" is met from rank 1.
  [[nodiscard]] Rank least_rank() const { return expected == 0 ? Rank{1} : expected; }

  friend bool operator==(const CellRequirement&, const CellRequirement&) = default;
};

/// Requirements by column: about 4 bytes each, as wide as the numbers of the framework need.
/// A view of a matrix. O(1). Thread class: immutable value.
struct RequirementColumns {
  NumberColumn skills;
  std::span<const Rank> expected;
  /// Twice the position of the weight in `weights`, and 1 more if the cell is optional.
  NumberColumn terms;
  std::span<const std::uint16_t> weights;  ///< The different weights, rising.

  [[nodiscard]] CellRequirement operator[](std::size_t position) const {
    const std::uint32_t term = terms[position];
    return {{skills[position]},
            weights[term / 2],
            expected[position],
            term % 2 == 0 ? Necessity::required : Necessity::optional};
  }
};

/// What a role level expects, by skill: a range of `CellRequirement`, made as they are looked at.
/// A view of a matrix, and valid as long. O(1). Thread class: immutable value.
class Requirements {
 public:
  class Iterator {
   public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = CellRequirement;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = CellRequirement;

    Iterator() = default;
    Iterator(const RequirementColumns* columns, std::size_t position)
        : columns_(columns), position_(position) {}

    CellRequirement operator*() const { return (*columns_)[position_]; }
    CellRequirement operator[](std::ptrdiff_t distance) const { return *(*this + distance); }
    Iterator& operator++() { return *this += 1; }
    Iterator& operator--() { return *this -= 1; }
    Iterator operator++(int) { return std::exchange(*this, *this + 1); }
    Iterator operator--(int) { return std::exchange(*this, *this - 1); }
    Iterator& operator+=(std::ptrdiff_t distance) {
      position_ += static_cast<std::size_t>(distance);
      return *this;
    }
    Iterator& operator-=(std::ptrdiff_t distance) { return *this += -distance; }
    friend Iterator operator+(Iterator at, std::ptrdiff_t distance) { return at += distance; }
    friend Iterator operator+(std::ptrdiff_t distance, Iterator at) { return at += distance; }
    friend Iterator operator-(Iterator at, std::ptrdiff_t distance) { return at -= distance; }
    friend std::ptrdiff_t operator-(Iterator left, Iterator right) {
      return static_cast<std::ptrdiff_t>(left.position_ - right.position_);
    }
    friend bool operator==(Iterator left, Iterator right) {
      return left.position_ == right.position_;
    }
    friend auto operator<=>(Iterator left, Iterator right) {
      return left.position_ <=> right.position_;
    }

   private:
    const RequirementColumns* columns_ = nullptr;
    std::size_t position_ = 0;
  };

  Requirements(const RequirementColumns& columns, std::size_t first, std::size_t count)
      : columns_(columns), first_(first), count_(count) {}

  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] CellRequirement operator[](std::size_t position) const {
    return columns_[first_ + position];
  }
  /// Iterators live as long as the range.
  [[nodiscard]] Iterator begin() const { return {&columns_, first_}; }
  [[nodiscard]] Iterator end() const { return {&columns_, first_ + count_}; }

 private:
  RequirementColumns columns_;
  std::size_t first_;
  std::size_t count_;
};

/// A skill to hold first; rank 0 is "at any level".
struct SkillPrerequisite {
  SkillIndex skill;
  Rank rank = 0;
  std::array<std::uint8_t, 3> unused{};
};

struct SkillRelation {
  RelationKind kind = RelationKind::related;
  SkillIndex skill;
};

/// A framework in the form that all analysis runs on: dense indices and arrays in one flat block of
/// bytes. In a file they are the same bytes, so that a saved matrix is mapped, not read.
///
/// Skills, roles, scales and categories are numbered in the byte order of their ids, role levels by
/// role, then rank, and cells by role level, then skill; so the order of the document does not
/// matter, except where it has a meaning (levels of a scale, categories of a skill, parents).
/// Every accessor takes indices of this matrix; others are undefined behaviour.
/// Accessors are O(1) unless they say otherwise. Views and spans live as long as the matrix or any
/// copy of it; copies share the block.
/// Thread class: immutable; any number of threads may read one matrix.
class Matrix {
 public:
  /// Compiles a framework that `validate` finds no error in; otherwise there is no value, and the
  /// findings, of which some are errors, say why. Beyond `validate`, only size can fail: `too_many`
  /// skills, `too_large` texts. No more findings than `validate` gives. Never half-builds. The
  /// framework is not needed afterwards. O(n log n) in the framework, where looking up one of l
  /// levels of a scale counts as O(l); l is at most `max_levels`. Thread class: pure.
  static Result<Matrix> build(const Framework& framework);

  /// Maps a matrix that `save` wrote; processes that open one file share its memory. Looks at the
  /// header and the table of sections only, so that it takes microseconds, whatever the size; the
  /// rest is trusted. Call `verify` before using a file that may be damaged or hostile. `path` is
  /// as the system has it. Findings: `unreadable_file`, `unknown_format`, `unsupported_format`
  /// (from a newer release, or a machine of another byte order), `damaged_data`. Nobody may write
  /// into the file meanwhile; `save` replaces files as a whole. O(1).
  static Result<Matrix> open(const std::string& path);
  /// The same for bytes, which must outlive the matrix and its copies. Bytes that do not start at a
  /// multiple of 8 are copied.
  static Result<Matrix> open(std::span<const std::byte> bytes);

  /// The block: what `save` writes, and `open` takes. The same for the same framework on every
  /// machine of one byte order, but for what the version of Unicode changes.
  [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }
  /// Writes the matrix to a file, which it replaces as a whole: whoever has the old one open keeps
  /// it. If that fails, all is as it was, and the finding is `unwritable_file`. O(size).
  [[nodiscard]] std::vector<Diagnostic> save(const std::string& path) const;
  /// Proves that every number, offset, id and text of the block is in order, so that no accessor
  /// can leave it, and that all bytes are as they were written; and the same of a search index in
  /// it that `SearchIndex::of` would use. Findings are `damaged_data`, one for each section that is
  /// not in order; none for a matrix that was built. O(size).
  [[nodiscard]] std::vector<Diagnostic> verify() const;

  // The framework.
  [[nodiscard]] std::string_view id() const { return view(facts().id); }
  [[nodiscard]] std::string_view version() const { return view(facts().version); }
  [[nodiscard]] std::string_view default_locale() const { return view(facts().default_locale); }
  [[nodiscard]] std::string_view license() const { return view(facts().license); }
  [[nodiscard]] std::string_view source() const { return view(facts().source); }
  [[nodiscard]] std::optional<Date> updated() const { return facts().updated.date(); }
  [[nodiscard]] TextIndex title() const { return facts().title; }
  [[nodiscard]] TextIndex summary() const { return facts().summary; }

  /// The framework's own fallbacks: a reader's tag, and the tags that come right after it.
  /// O(fallbacks); allocates.
  [[nodiscard]] LocaleFallbacks fallbacks() const;

  /// The texts, for which the accessors below give the numbers. A `Reader` chooses languages.
  [[nodiscard]] const TextTable& texts() const { return texts_; }

  // Scales.
  [[nodiscard]] std::uint32_t scale_count() const { return size(arrays_.scales); }
  [[nodiscard]] std::optional<ScaleIndex> find_scale(std::string_view id) const;  ///< O(log n).
  [[nodiscard]] std::string_view scale_id(ScaleIndex scale) const { return view(at(scale).id); }
  [[nodiscard]] TextIndex scale_title(ScaleIndex scale) const { return at(scale).title; }
  [[nodiscard]] TextIndex scale_description(ScaleIndex scale) const {
    return at(scale).description;
  }
  /// The number of levels, which is the highest rank.
  [[nodiscard]] Rank level_count(ScaleIndex scale) const {
    return static_cast<Rank>(at(scale).level_count);
  }
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
    return rank == 0 ? 0 : level(scale, rank).value;
  }

  // Categories.
  [[nodiscard]] std::uint32_t category_count() const { return size(arrays_.categories); }
  [[nodiscard]] std::optional<CategoryIndex> find_category(std::string_view id) const;  ///< O(log).
  [[nodiscard]] std::string_view category_id(CategoryIndex category) const {
    return view(at(category).id);
  }
  [[nodiscard]] CategoryKind category_kind(CategoryIndex category) const {
    return static_cast<CategoryKind>(at(category).kind);
  }
  [[nodiscard]] TextIndex category_title(CategoryIndex category) const {
    return at(category).title;
  }
  [[nodiscard]] TextIndex category_description(CategoryIndex category) const {
    return at(category).description;
  }
  [[nodiscard]] std::span<const CategoryIndex> category_parents(CategoryIndex category) const {
    return part(arrays_.category_lists, at(category).parents);
  }

  // Skills.
  [[nodiscard]] std::uint32_t skill_count() const { return size(arrays_.skill_ids); }
  /// O(length of the id); in files of version 1, O(log skills).
  [[nodiscard]] std::optional<SkillIndex> find_skill(std::string_view id) const;
  [[nodiscard]] std::string_view skill_id(SkillIndex skill) const {
    return view(arrays_.skill_ids[skill.value]);
  }
  [[nodiscard]] ScaleIndex skill_scale(SkillIndex skill) const {
    return arrays_.skill_scales[skill.value];
  }
  [[nodiscard]] TextIndex skill_title(SkillIndex skill) const { return at(skill).title; }
  [[nodiscard]] TextIndex skill_summary(SkillIndex skill) const { return at(skill).summary; }
  [[nodiscard]] SkillStatus skill_status(SkillIndex skill) const {
    return static_cast<SkillStatus>(at(skill).status);
  }
  [[nodiscard]] std::optional<SkillIndex> skill_replaced_by(SkillIndex skill) const {
    return at(skill).replaced_by.index();
  }
  /// The skill's own date, not the framework's.
  [[nodiscard]] std::optional<Date> skill_updated(SkillIndex skill) const {
    return at(skill).updated.date();
  }
  /// In the order of the document: the first is the primary one.
  [[nodiscard]] std::span<const CategoryIndex> skill_categories(SkillIndex skill) const {
    return part(arrays_.category_lists, at(skill).categories);
  }
  /// The primary category.
  [[nodiscard]] std::optional<CategoryIndex> skill_group(SkillIndex skill) const {
    return at(skill).group.index();
  }
  /// The nearest category of kind `domain` among the primary category and its ancestors, breadth
  /// first, parents in the order of the document.
  [[nodiscard]] std::optional<CategoryIndex> skill_domain(SkillIndex skill) const {
    return at(skill).domain.index();
  }
  /// What a level of the skill means; the empty text if the framework does not say. O(levels).
  [[nodiscard]] TextIndex skill_level_description(SkillIndex skill, Rank rank) const;
  /// Other names: the n-th text has the n-th name in each language. A language that has the n-th
  /// has all before it, too.
  [[nodiscard]] std::span<const TextIndex> skill_aliases(SkillIndex skill) const {
    return part(arrays_.aliases, at(skill).aliases);
  }
  [[nodiscard]] std::span<const SkillPrerequisite> skill_prerequisites(SkillIndex skill) const {
    return part(arrays_.prerequisites, at(skill).prerequisites);
  }
  [[nodiscard]] std::span<const SkillRelation> skill_relations(SkillIndex skill) const {
    return part(arrays_.relations, at(skill).relations);
  }
  /// The cells that are about the skill, by role level.
  [[nodiscard]] std::span<const CellIndex> skill_cells(SkillIndex skill) const {
    const std::uint32_t first = arrays_.skill_first_cell[skill.value];
    return arrays_.cells_by_skill.subspan(first,
                                          arrays_.skill_first_cell[skill.value + 1U] - first);
  }

  // Roles.
  [[nodiscard]] std::uint32_t role_count() const { return size(arrays_.roles); }
  /// O(length of the id); in files of version 1, O(log roles).
  [[nodiscard]] std::optional<RoleIndex> find_role(std::string_view id) const;
  [[nodiscard]] std::string_view role_id(RoleIndex role) const { return view(at(role).id); }
  [[nodiscard]] TextIndex role_title(RoleIndex role) const { return at(role).title; }
  [[nodiscard]] TextIndex role_summary(RoleIndex role) const { return at(role).summary; }
  [[nodiscard]] ScaleIndex role_ladder(RoleIndex role) const { return at(role).ladder; }
  [[nodiscard]] std::span<const CategoryIndex> role_categories(RoleIndex role) const {
    return part(arrays_.category_lists, at(role).categories);
  }
  /// The rungs that the role uses, lowest first: `role_first_level(role)` and the following.
  [[nodiscard]] RoleLevelIndex role_first_level(RoleIndex role) const {
    return at(role).first_level;
  }
  [[nodiscard]] std::uint32_t role_level_count(RoleIndex role) const {
    return at(role).level_count;
  }

  // Role levels: a role at a rung of its ladder.
  [[nodiscard]] std::uint32_t role_level_count() const { return size(arrays_.role_level_roles); }
  /// O(levels of the role).
  [[nodiscard]] std::optional<RoleLevelIndex> find_role_level(RoleIndex role,
                                                              std::string_view level_id) const;
  /// O(levels of the role), and what finding the role takes.
  [[nodiscard]] std::optional<RoleLevelIndex> find_role_level(std::string_view role_id,
                                                              std::string_view level_id) const;
  [[nodiscard]] RoleIndex role_of(RoleLevelIndex level) const {
    return arrays_.role_level_roles[level.value];
  }
  /// On the role's ladder.
  [[nodiscard]] Rank rank_of(RoleLevelIndex level) const {
    return arrays_.role_level_ranks[level.value];
  }
  [[nodiscard]] std::string_view role_level_id(RoleLevelIndex level) const {
    return level_id(role_ladder(role_of(level)), rank_of(level));
  }
  [[nodiscard]] TextIndex role_level_title(RoleLevelIndex level) const {
    return level_title(role_ladder(role_of(level)), rank_of(level));
  }
  [[nodiscard]] TextIndex focus(RoleLevelIndex level) const {
    return arrays_.role_level_focus[level.value];
  }
  /// The next rung that the role uses; nothing at the top.
  [[nodiscard]] std::optional<RoleLevelIndex> next_level(RoleLevelIndex level) const;
  /// What is expected, by skill. The cell of `requirements(level)[i]` is `first_cell(level)` + i.
  [[nodiscard]] Requirements requirements(RoleLevelIndex level) const {
    return {requirement_columns_, first_cell(level).value, requirement_count(level)};
  }
  [[nodiscard]] std::uint32_t requirement_count(RoleLevelIndex level) const {
    return arrays_.role_level_first_cell[level.value + 1U] - first_cell(level).value;
  }
  [[nodiscard]] CellIndex first_cell(RoleLevelIndex level) const {
    return {arrays_.role_level_first_cell[level.value]};
  }

  // Cells.
  [[nodiscard]] std::uint32_t cell_count() const { return size(arrays_.expected); }
  [[nodiscard]] CellRequirement requirement(CellIndex cell) const {
    return requirement_columns_[cell.value];
  }
  /// All requirements by column, for those who read many: by role level, then skill.
  [[nodiscard]] const RequirementColumns& requirement_columns() const {
    return requirement_columns_;
  }
  [[nodiscard]] RoleLevelIndex role_level_of(CellIndex cell) const;  ///< O(log role levels).
  /// What the role at the level is expected to do with the skill.
  [[nodiscard]] TextIndex cell_description(CellIndex cell) const {
    return arrays_.cell_descriptions.empty() ? TextIndex{} : arrays_.cell_descriptions[cell.value];
  }
  /// The cell of a role level about a skill. O(log cells of the level).
  [[nodiscard]] std::optional<CellIndex> find_cell(RoleLevelIndex level, SkillIndex skill) const;

 private:
  friend class MatrixBuilder;
  friend class MatrixCheck;
  friend struct SearchData;

  // The rows of the block. Every byte of them has a meaning, see `BlockItem`.
  struct Slice {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
  };
  struct Run {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  template <class Found>
  struct Maybe {
    std::uint32_t value = std::numeric_limits<std::uint32_t>::max();

    [[nodiscard]] std::optional<Found> index() const {
      if (value == std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
      return Found{value};
    }
  };
  struct Day {
    std::int16_t year = 0;
    std::uint8_t month = 0;  // 0: no date.
    std::uint8_t day = 0;

    [[nodiscard]] std::optional<Date> date() const {
      if (month == 0) return std::nullopt;
      return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    }
  };
  struct Facts {
    Slice id, version, default_locale, license, source;
    TextIndex title, summary;
    std::uint32_t text_count = 0;
    Day updated;
  };
  struct FallbackRow {
    Slice reader, text;
  };
  struct ScaleRow {
    Slice id;
    TextIndex title, description;
    std::uint32_t first_level = 0;
    std::uint32_t level_count = 0;
  };
  struct LevelRow {
    Slice id;
    TextIndex title, label, description;
    std::uint32_t value = 0;
  };
  struct CategoryRow {
    Slice id;
    TextIndex title, description;
    Run parents;
    std::uint32_t kind = 0;
  };
  struct SkillRow {
    TextIndex title, summary;
    Run categories, level_texts, aliases, prerequisites, relations;
    Maybe<SkillIndex> replaced_by;
    Maybe<CategoryIndex> group, domain;
    Day updated;
    std::uint32_t status = 0;
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
    std::uint32_t rank = 0;
    TextIndex description;
  };

  /// Everything but texts and requirements: vectors while it is built, then spans of the block.
  /// `matrix_sections.hpp` numbers them.
  template <template <class> class List>
  struct Arrays {
    List<Facts> facts;  // One.
    List<char> names;   // Ids and other strings that are not translated.
    List<FallbackRow> fallbacks;
    List<ScaleRow> scales;
    List<LevelRow> levels;
    List<CategoryRow> categories;
    List<CategoryIndex> category_lists;
    List<Slice> skill_ids;
    List<ScaleIndex> skill_scales;
    List<SkillRow> skills;
    List<SkillLevelText> skill_level_texts;
    List<TextIndex> aliases;
    List<SkillPrerequisite> prerequisites;
    List<SkillRelation> relations;
    List<RoleRow> roles;
    List<RoleIndex> role_level_roles;
    List<Rank> role_level_ranks;
    List<TextIndex> role_level_focus;
    List<std::uint32_t> role_level_first_cell;  // One more than role levels.
    List<std::uint32_t> skill_first_cell;       // One more than skills.
    List<CellIndex> cells_by_skill;
    List<Rank> expected;
    List<std::uint16_t> weights;
    List<TextIndex> cell_descriptions;  // None if no cell has one.
    List<std::uint32_t> skill_slots;    // An `id_table`; none in files of version 1.
    List<std::uint32_t> role_slots;     // The same.
  };
  template <class T>
  using Column = std::span<const T>;

  Matrix() = default;

  /// Takes a block; nothing if a section does not have the items that it must.
  static Result<Matrix> read(struct OwnedBytes bytes);

  /// Calls `visit` with the number of each section and the member of that name of each of `arrays`.
  template <class Visit, class... AnyArrays>
  static void for_each_section(Visit&& visit, AnyArrays&... arrays);

  [[nodiscard]] const Facts& facts() const { return arrays_.facts.front(); }
  [[nodiscard]] std::string_view view(Slice slice) const {
    return {arrays_.names.data() + slice.offset, slice.length};
  }
  /// The id that a row has, or is.
  static Slice id_of(Slice id) { return id; }
  template <class Row>
  static Slice id_of(const Row& row) {
    return row.id;
  }
  template <class Rows>
  static std::uint32_t size(const Rows& rows) {
    return static_cast<std::uint32_t>(rows.size());
  }
  template <class T>
  static std::span<const T> part(std::span<const T> rows, Run run) {
    return rows.subspan(run.first, run.count);
  }
  [[nodiscard]] const ScaleRow& at(ScaleIndex index) const { return arrays_.scales[index.value]; }
  [[nodiscard]] const CategoryRow& at(CategoryIndex index) const {
    return arrays_.categories[index.value];
  }
  [[nodiscard]] const SkillRow& at(SkillIndex index) const { return arrays_.skills[index.value]; }
  [[nodiscard]] const RoleRow& at(RoleIndex index) const { return arrays_.roles[index.value]; }
  [[nodiscard]] const LevelRow& level(ScaleIndex scale, Rank rank) const {
    return arrays_.levels[at(scale).first_level + rank - 1U];
  }

  std::shared_ptr<const void> owner_;  // Of the bytes.
  std::span<const std::byte> bytes_;
  Arrays<Column> arrays_;
  RequirementColumns requirement_columns_;
  TextTable texts_;
};

}  // namespace skillmatrix
