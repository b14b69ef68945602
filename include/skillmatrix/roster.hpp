// The roster: many people stored by column, ready for batch analysis.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "skillmatrix/csv.hpp"
#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/index.hpp"
#include "skillmatrix/json.hpp"
#include "skillmatrix/matrix.hpp"
#include "skillmatrix/profile.hpp"
#include "skillmatrix/ratings.hpp"
#include "skillmatrix/result.hpp"

namespace skillmatrix {

/// A person of a roster: dense numbers from 0, in the order in which the people were added. Where
/// somebody is removed, the last person gets their number.
using PersonIndex = Index<struct PersonKind>;

/// The number of no role level, in the column of own role levels.
inline constexpr std::uint32_t no_role_level = std::numeric_limits<std::uint32_t>::max();

/// Postings are kept for so many people at a time; the last block has fewer. Within a block a
/// person is 16 bits, and what a kernel adds up for each of them stays in the cache.
inline constexpr std::uint32_t people_per_block = 65'536;

/// So many elements can be read after the last one of `ranks()`, of the skill column and of
/// postings, so that wide loads need no special case at the end. Their values mean nothing.
inline constexpr std::size_t roster_padding = 64;

struct RosterOptions {
  /// Which of a person's ratings counts. A roster is an answer for one day: `ratings.as_of`.
  RatingOptions ratings;
  bool index = true;  ///< Also by skill: `Roster::postings`.
  /// Also which rating of the profile counted, so that its date and source can be found again.
  bool rating_positions = false;
  std::size_t max_diagnostics = 10'000;  ///< Further ones are counted.
};

/// Who of one block of people holds a skill, or was assessed and holds none of it.
struct Postings {
  std::span<const std::uint16_t> people;  ///< Numbers within the block, rising.
  std::span<const Rank> ranks;            ///< Of each of them.
};

/// A column of texts: each in its place or, with numbers, by its number in a dictionary, each text
/// of which is looked up once. A number that there is no text of is the empty text.
class TextColumn {
 public:
  TextColumn() = default;
  template <std::convertible_to<std::span<const std::string_view>> Texts>
  TextColumn(const Texts& texts, std::span<const std::uint32_t> numbers = {})
      : texts_(texts), numbers_(numbers) {}

  [[nodiscard]] std::size_t size() const { return has_numbers() ? numbers_.size() : texts_.size(); }
  [[nodiscard]] bool empty() const { return size() == 0; }
  std::string_view operator[](std::size_t at) const {
    if (!has_numbers()) return texts_[at];
    return numbers_[at] < texts_.size() ? texts_[numbers_[at]] : std::string_view();
  }

  [[nodiscard]] bool has_numbers() const { return !numbers_.empty(); }
  [[nodiscard]] std::span<const std::string_view> texts() const { return texts_; }
  [[nodiscard]] std::span<const std::uint32_t> numbers() const { return numbers_; }

 private:
  std::span<const std::string_view> texts_;
  std::span<const std::uint32_t> numbers_;
};

/// Ratings as columns: those of a data frame, or of a file format that has columns. The spans are
/// of the caller, and are not needed afterwards. A column that is not given is empty.
struct RosterColumns {
  // People, one element each.
  std::span<const std::string_view> person_ids;
  /// Optional: numbers of role levels of the matrix, or `no_role_level`.
  std::span<const std::uint32_t> own_role_levels;
  /// Optional, instead of those: ids of roles, and of their levels. Without both there is none.
  TextColumn own_roles;
  TextColumn own_levels;

  // Ratings, one element each, a skill of a person at most once. Whose it is, in one of three ways.
  /// The ratings of person p are those from `first[p]` to `first[p + 1]`; one element more than
  /// people.
  std::span<const std::uint64_t> first;
  /// Positions in `person_ids`; in any order.
  std::span<const std::uint32_t> people;
  /// Ids, in any order: of `person_ids`, or without these the people are those that appear.
  TextColumn people_by_id;

  // Which skill, in one of two ways.
  std::span<const std::uint32_t> skills;  ///< Numbers in the matrix.
  TextColumn skill_ids;

  // At which level, in one of two ways.
  std::span<const Rank> ranks;  ///< 0: assessed, holds none.
  TextColumn level_ids;
  /// Optional: where it is not 0, the person was assessed and holds none, whatever the level.
  std::span<const std::uint8_t> none;
  /// Optional: where it is not 0, the row says only that there is the person.
  std::span<const std::uint8_t> unknown;
};

struct AddedPerson;
struct BuiltRoster;
struct OwnedBytes;

/// What is known of many people, by column: what `resolve_ratings` says of each.
///
/// A roster goes with the matrix that it was built for, whose numbers it has; with another one it
/// means nothing. The matrix need not outlive it.
///
/// The ratings that count are two columns, skill and rank: 3 bytes a rating, or 5 if the matrix has
/// more than 65,536 skills. Those of person p are a row: `counts()[p]` elements from `first()[p]`,
/// sorted by skill. Rank 0 is "assessed, holds none". A skill that is not in the row is unknown, or
/// else expired: expired ones follow the row, `expired_counts()[p]` of them, sorted by skill. Rows
/// may stand in any order and have unused elements between them, so that a rating can change.
///
/// Of a person there are the id, their own role level and the ratings. Names, evidence, dates and
/// sources are not kept: what is not there need not be protected.
///
/// Accessors are O(1) unless they say otherwise. Views and spans stay valid when the roster is
/// moved, until it is changed or destroyed. A copy is independent.
/// Thread class: any number of threads may read; who changes a roster must be alone with it.
class Roster {
 public:
  /// Of nobody, and for no matrix, so that nobody can be added. One for a matrix that has nobody
  /// yet is `RosterBuilder(matrix, options).finish()`.
  Roster() = default;

  // Building. There is always a roster, of those who could be taken: what is bad is reported and
  // counted, and does not stop the others. A person without an id, or with one that an earlier
  // person has, is rejected. A rating whose skill or level the matrix does not know is rejected; so
  // is an own role level, which is then none. The time goes with the ratings and the looking up of
  // ids. Thread class: pure.

  /// From profiles. Findings point into the list: `/N/ratings/M/skill`.
  static BuiltRoster build(const Matrix& matrix, std::span<const Profile> people,
                           const RosterOptions& options = {});

  /// From columns, which say what counts: of `options.ratings` nothing is looked at. Findings point
  /// into the columns: `/skills/N`. Of two ratings of a skill of a person the first counts, and the
  /// other is a `duplicate_rating`. If the columns do not go together, `column_mismatch` says why,
  /// and there is nobody. Rating positions count the ratings of a person in the order of the
  /// columns.
  static BuiltRoster build(const Matrix& matrix, const RosterColumns& columns,
                           const RosterOptions& options = {});

  /// From NDJSON, one profile a line, as `read_profiles` reads it, but one at a time: the memory
  /// goes with the roster, not with the text.
  static BuiltRoster read_ndjson(const Matrix& matrix, std::string_view ndjson,
                                 const RosterOptions& options = {}, const ReadOptions& limits = {});

  /// From a table of ratings, as `skillmatrix::read_ratings_csv` reads it. A person is all rows
  /// with one id, wherever they stand, so the whole table is in memory at once.
  static BuiltRoster read_csv(const Matrix& matrix, std::string_view csv,
                              const RosterOptions& options = {},
                              const RatingsCsvOptions& csv_options = {});

  [[nodiscard]] std::uint32_t person_count() const {
    return static_cast<std::uint32_t>(counts_.size());
  }
  /// Ratings that count; those of none do, expired ones do not.
  [[nodiscard]] std::uint64_t rating_count() const { return rating_count_; }
  /// Of the matrix that the roster was built for.
  [[nodiscard]] std::uint32_t skill_count() const { return skill_count_; }
  /// Which ratings count.
  [[nodiscard]] const RatingOptions& rating_options() const { return rating_options_; }

  [[nodiscard]] std::string_view person_id(PersonIndex person) const;
  /// O(length of the id).
  [[nodiscard]] std::optional<PersonIndex> find_person(std::string_view id) const;
  /// Nothing if the person states none, or none that the matrix has.
  [[nodiscard]] std::optional<RoleLevelIndex> own_role_level(PersonIndex person) const;

  /// What is known of a person, as `resolve_ratings` gives it, without findings. `Holding::rating`
  /// is 0 without `RosterOptions::rating_positions`. O(ratings of the person); allocates.
  [[nodiscard]] Holdings holdings(PersonIndex person) const;
  /// The same in the place of what `holdings` says, whose memory is used again.
  void holdings(PersonIndex person, Holdings& holdings) const;
  /// The rank held; nothing if unknown or expired. O(log ratings of the person).
  [[nodiscard]] std::optional<Rank> rank(PersonIndex person, SkillIndex skill) const;

  // Columns, one element a person.
  [[nodiscard]] std::span<const std::uint64_t> first() const { return first_.view(); }
  [[nodiscard]] std::span<const std::uint32_t> counts() const { return counts_.view(); }
  /// May be empty if nobody has expired ratings.
  [[nodiscard]] std::span<const std::uint32_t> expired_counts() const {
    return expired_counts_.view();
  }
  /// Numbers of role levels, or `no_role_level`.
  [[nodiscard]] std::span<const std::uint32_t> own_role_levels() const {
    return own_role_levels_.view();
  }

  // Columns, one element a rating, with the gaps between the rows.
  [[nodiscard]] std::span<const Rank> ranks() const {
    return ranks_.view().first(ranks_.size() - padding());
  }
  /// Calls `visitor` with the numbers of the skills, aligned with `ranks()`: a
  /// `std::span<const std::uint16_t>`, or, if there are more than 65,536 skills, a
  /// `std::span<const std::uint32_t>`. Gives what it gives.
  template <class Visitor>
  decltype(auto) visit_skills(Visitor&& visitor) const {
    return std::visit(
        [&](const auto& skills) -> decltype(auto) {
          return std::forward<Visitor>(visitor)(skills.view().first(skills.size() - padding()));
        },
        skills_);
  }
  /// Positions in the profile of the ratings that counted, aligned with `ranks()`; empty unless
  /// asked for.
  [[nodiscard]] std::span<const std::uint32_t> rating_positions() const {
    return rating_positions_.view();
  }

  // By skill: who holds it. There are postings only if `has_index()`.
  [[nodiscard]] bool has_index() const { return has_index_; }
  /// Block b has the people from b * `people_per_block` on.
  [[nodiscard]] std::uint32_t block_count() const {
    return static_cast<std::uint32_t>((std::uint64_t{person_count()} + people_per_block - 1) /
                                      people_per_block);
  }
  [[nodiscard]] Postings postings(std::uint32_t block, SkillIndex skill) const {
    const Run& run = runs_[std::size_t{block} * skill_count_ + skill.value];
    return {posting_people_.view().subspan(run.first, run.count),
            posting_ranks_.view().subspan(run.first, run.count)};
  }

  // Changing. O(ratings of the person), amortised, plus, with an index, O(people of the block who
  // hold the skill) for each skill that changes. There is a pass over all people only where so much
  // has changed that the columns are worth being written anew, and before the first removal after
  // that. The person, the skills, the ranks and the role level must be of this roster and its
  // matrix. If memory runs out, `std::bad_alloc` is thrown, and the roster says what it said
  // before.

  /// What is known of a person from now on: by skill, each at most once. With
  /// `resolve_ratings(matrix, profile, rating_options())` it is what a profile says now.
  void set_holdings(PersonIndex person, std::span<const Holding> holdings);
  /// What is known of one skill from now on: the rank held, 0 for none; without one, unknown.
  void set_rank(PersonIndex person, SkillIndex skill, std::optional<Rank> rank);
  void set_own_role_level(PersonIndex person, std::optional<RoleLevelIndex> level);

  /// Adds a person, who gets the number `person_count()`, by the rules of `RosterBuilder::add` and
  /// with its findings; which ratings count, `rating_options()` says. If the person is rejected,
  /// nothing changes. Also O(length of the id), amortised.
  AddedPerson add(const Matrix& matrix, const Profile& person);
  /// The same for what is known already. The holdings are by skill, each at most once.
  AddedPerson add(std::string_view id, std::optional<RoleLevelIndex> own_role_level,
                  std::span<const Holding> holdings);
  /// Removes a person. The last person of the roster, if that is another one, gets their number;
  /// all others keep theirs. Nothing that was known of the person gets into a file that is saved
  /// later. O(ratings and ids of both people), amortised, and with an index as above.
  void remove(PersonIndex person);

  // Files. A saved roster is mapped, not read.

  /// Maps a roster that `save` wrote, for the matrix it was built for, or another one that it
  /// `fits`; otherwise `other_matrix`. Looks at the header and the table of sections only; the rest
  /// is trusted. Call `verify` before using a file that may be damaged or hostile. Further
  /// findings: `unreadable_file`, `unknown_format`, `unsupported_format`, `damaged_data`. Nobody
  /// may write into the file meanwhile; `save` replaces files as a whole. The first changes of an
  /// opened roster copy the columns that they write to; the file stays as it is. O(ids of the
  /// matrix).
  static Result<Roster> open(const Matrix& matrix, const std::string& path);
  /// The same for bytes, which must outlive the roster and its copies.
  static Result<Roster> open(const Matrix& matrix, std::span<const std::byte> bytes);
  /// Writes the roster to a file, which it replaces as a whole: whoever has the old one open keeps
  /// it. If that fails, all is as it was, and the finding is `unwritable_file`. O(size).
  [[nodiscard]] std::vector<Diagnostic> save(const std::string& path) const;
  /// Proves that every number, offset and id is in order, so that no accessor can leave the
  /// columns, and that the bytes of an opened roster are those that were saved. Findings are
  /// `damaged_data`, one for each section that is not; none for a roster that was built. O(size).
  [[nodiscard]] std::vector<Diagnostic> verify(const Matrix& matrix) const;
  /// Whether skills, levels and role levels have the numbers that they had in the matrix that the
  /// roster was built for. Texts and requirements may be others. O(ids of the matrix).
  [[nodiscard]] bool fits(const Matrix& matrix) const;

  /// What the roster holds in memory or uses of its file, in bytes, without the postings.
  [[nodiscard]] std::size_t memory_bytes() const;
  /// What the postings hold in memory, in bytes.
  [[nodiscard]] std::size_t index_bytes() const;

 private:
  friend class RosterBuilder;
  friend class RosterCheck;

  /// Postings of a skill in a block, with room for more.
  struct Run {
    std::uint64_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t capacity = 0;
  };

  /// The ids of all people, one after the other, and where each ends.
  struct Ids {
    std::vector<char> bytes;
    std::vector<std::uint32_t> ends;
  };

  /// Elements that are the roster's own or, until they change, lie in the file it was opened from.
  template <class T>
  class Column {
   public:
    [[nodiscard]] std::span<const T> view() const {
      return saved_.empty() ? std::span<const T>(own_) : saved_;
    }
    const T& operator[](std::size_t at) const { return view()[at]; }
    [[nodiscard]] std::size_t size() const { return view().size(); }
    [[nodiscard]] bool empty() const { return view().empty(); }
    [[nodiscard]] std::size_t bytes() const {
      return own_.capacity() * sizeof(T) + saved_.size_bytes();
    }

    std::vector<T>& edit() {
      if (!saved_.empty()) own_.assign(saved_.begin(), saved_.end());
      saved_ = {};
      return own_;
    }
    /// The same with room for so many. A column that has to move gets some to grow, but less than
    /// a vector takes by itself: the columns are most of a roster.
    std::vector<T>& edit_with_room(std::size_t size) {
      std::vector<T>& elements = edit();
      if (size > elements.capacity()) elements.reserve(size + size / 8);
      return elements;
    }
    void replace(std::vector<T> elements) noexcept {
      own_ = std::move(elements);
      saved_ = {};
    }
    void point_to(std::span<const T> saved) { saved_ = saved; }

   private:
    std::vector<T> own_;
    std::span<const T> saved_;
  };

  template <class Visit, class AnyRoster>
  static void for_each_section(Visit visit, AnyRoster& roster);
  static Result<Roster> read(const Matrix& matrix, OwnedBytes bytes);

  [[nodiscard]] std::size_t padding() const { return ranks_.empty() ? 0 : roster_padding; }
  [[nodiscard]] std::uint32_t expired_count(PersonIndex person) const {
    return expired_counts_.empty() ? 0 : expired_counts_[person.value];
  }
  [[nodiscard]] std::uint32_t id_begin(PersonIndex person) const {
    if (!id_begins_.empty()) return id_begins_[person.value];
    return person.value == 0 ? 0 : id_ends_[person.value - 1U];
  }
  [[nodiscard]] std::optional<Diagnostic> problem_of(std::string_view id) const;
  void make_room_for_id(std::string_view id);
  void make_room_to_remove_id();
  void append_id(std::string_view id);
  void add_slot(PersonIndex person);
  std::uint32_t& slot_of(PersonIndex person);
  void remove_slot(PersonIndex person);
  void remove_id(PersonIndex person);
  [[nodiscard]] Ids ids_in_order() const;
  void compact_ids();

  PersonIndex append(std::optional<RoleLevelIndex> own_role_level,
                     std::span<const Holding> holdings);
  void make_room(std::size_t people, std::span<const Holding> holdings, std::size_t places);
  std::uint64_t append_places(std::size_t count);
  void write_row(PersonIndex person, std::span<const Holding> holdings);
  void clear_row(PersonIndex person);
  void reserve_ratings(std::size_t count);
  void trim_columns();
  void compact_rows();
  void compact();

  void build_index();
  void index_block(std::uint32_t block, std::uint64_t& end);
  Run& run_of(PersonIndex person, SkillIndex skill) {
    const std::size_t block = person.value / people_per_block;
    return runs_.edit()[block * skill_count_ + skill.value];
  }
  void make_room_in_index(PersonIndex person, std::span<const Holding> before,
                          std::span<const Holding> after);
  void update_index(PersonIndex person, std::span<const Holding> before,
                    std::span<const Holding> after);
  void resize_index();
  void set_posting(PersonIndex person, SkillIndex skill, std::optional<Rank> rank);
  void move_to_more_room(Run& run);

  std::uint64_t numbering_ = 0;  // What the numbers of the matrix mean, see `fits`.
  std::uint32_t skill_count_ = 0;
  std::uint64_t rating_count_ = 0;
  RatingOptions rating_options_;

  Column<char> id_bytes_;
  Column<std::uint32_t> id_ends_;
  Column<std::uint32_t> id_begins_;  // Empty while ids follow each other, and in files.
  Column<std::uint32_t> id_slots_;   // A hash table: a person plus one, or 0.
  Column<std::uint32_t> own_role_levels_;
  std::uint64_t unused_id_bytes_ = 0;

  Column<std::uint64_t> first_;
  Column<std::uint32_t> counts_;
  Column<std::uint32_t> expired_counts_;
  std::variant<Column<std::uint16_t>, Column<std::uint32_t>> skills_;
  Column<Rank> ranks_;
  Column<std::uint32_t> rating_positions_;
  bool has_rating_positions_ = false;
  std::uint64_t unused_places_ = 0;

  bool has_index_ = false;
  Column<Run> runs_;  // By block, then skill.
  Column<std::uint16_t> posting_people_;
  Column<Rank> posting_ranks_;
  std::uint64_t unused_postings_ = 0;

  std::shared_ptr<const void> file_;  // Keeps what the columns have not copied yet.
  std::span<const std::byte> saved_;
};

/// A roster, and what could not be taken.
struct BuiltRoster {
  Roster roster;
  /// Where each person comes from: the position in the list or in the columns of people (of
  /// `people_by_id`, of their first rating), the line of NDJSON, or the first good row of a table.
  std::vector<std::uint64_t> sources;
  std::uint64_t rejected_people = 0;  ///< Profiles, lines of NDJSON, or ids that had an error.
  /// Ratings, or rows of a table, that had an error, and the ratings of rejected people; but not
  /// those of lines that are no profile.
  std::uint64_t rejected_ratings = 0;
  /// People who were taken without the role level that they stated, which the matrix does not have.
  std::uint64_t rejected_role_levels = 0;
  std::vector<Diagnostic> diagnostics;
};

/// What became of a person that was added.
struct AddedPerson {
  std::optional<PersonIndex> person;     ///< Nothing if rejected.
  std::uint64_t rejected_ratings = 0;    ///< All, if the person was rejected.
  bool has_rejected_role_level = false;  ///< The person has none now.
  std::vector<Diagnostic> diagnostics;   ///< Pointers are those within the profile.
};

/// Builds a roster person by person, for people that come from elsewhere than `Roster::build` and
/// the like. The matrix must outlive it. Thread class: distinct objects.
class RosterBuilder {
 public:
  explicit RosterBuilder(const Matrix& matrix, const RosterOptions& options = {});

  /// Makes room ahead. Adding does not need it, but it saves moving the columns.
  void reserve(std::size_t people, std::size_t ratings);

  /// O(what `resolve_ratings` takes).
  AddedPerson add(const Profile& person);
  /// The same for what is known already. The role level and the holdings must be of the matrix; the
  /// holdings are by skill, each at most once. O(holdings).
  AddedPerson add(std::string_view id, std::optional<RoleLevelIndex> own_role_level,
                  std::span<const Holding> holdings);

  /// Everybody who was taken. O(ratings).
  Roster finish() &&;

 private:
  [[nodiscard]] std::optional<Diagnostic> take_id(std::string_view id);
  void grow_slots();

  const Matrix* matrix_;
  RosterOptions options_;
  Roster roster_;
  std::vector<std::uint64_t> slots_;  // A hash table: the hash of an id, and the person plus one.
};

}  // namespace skillmatrix
