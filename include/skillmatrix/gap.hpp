// Gap analysis: a person against what a role level expects.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "skillmatrix/fraction.hpp"
#include "skillmatrix/matrix.hpp"
#include "skillmatrix/profile.hpp"
#include "skillmatrix/ratings.hpp"
#include "skillmatrix/roster.hpp"
#include "skillmatrix/scoring.hpp"

namespace skillmatrix {

enum class CellState : std::uint8_t {
  met,       ///< Held as expected; at no stated level: held at any level.
  exceeded,  ///< Held above.
  gap,       ///< Assessed, and held below.
  unknown,   ///< No rating that counts.
  expired,   ///< Only ratings that are past their date.
};
/// "met", "exceeded", ... O(1). Thread class: pure.
std::string_view to_string(CellState state);

/// In this order, best first.
enum class Verdict : std::uint8_t {
  ready,         ///< Every required cell is met or exceeded.
  undetermined,  ///< No required cell is a gap, but some are unknown or expired.
  not_ready,     ///< Some required cell is a gap.
};
/// "ready", "undetermined" or "not_ready". O(1). Thread class: pure.
std::string_view to_string(Verdict verdict);

struct GapOptions {
  RatingOptions ratings;
  Scoring scoring;
  /// Also say which fewest raises bring the lower score to this. `invalid_option`, and no answer to
  /// this part, if the denominator is not positive.
  std::optional<Fraction> threshold;
};

/// One cell of the role level. Units are parts of the lower score, out of `Gap::total`.
struct GapCell {
  CellIndex cell;
  SkillIndex skill;
  Necessity necessity = Necessity::required;
  CellState state = CellState::unknown;
  Rank expected = 0;           ///< 0: at no stated level.
  std::optional<Rank> held;    ///< Nothing if unknown or expired.
  /// Levels missing: the expected rank (at no stated level: 1) less the held one (unknown and
  /// expired: 0), never negative.
  Rank shortfall = 0;
  std::uint16_t weight = 1;
  std::uint64_t earned = 0;  ///< Units that the cell adds to the score; 0 if not scored.
  std::uint64_t lost = 0;    ///< Units of 1 - score that the cell lost; 0 if not scored.
};

struct CellCounts {
  std::uint32_t met = 0;
  std::uint32_t exceeded = 0;
  std::uint32_t gap = 0;
  std::uint32_t unknown = 0;
  std::uint32_t expired = 0;

  friend bool operator==(const CellCounts&, const CellCounts&) = default;
};

/// A level raise that would help.
struct Raise {
  SkillIndex skill;
  std::optional<Rank> from;  ///< Nothing if unknown or expired: then counted from 0.
  Rank to = 0;

  friend bool operator==(const Raise&, const Raise&) = default;
};

enum class ThresholdOutcome : std::uint8_t {
  reached,       ///< With the raises given; none if the score is there already.
  unreachable,   ///< Not even with every expectation met.
  not_computed,  ///< Too large, see `max_threshold_levels`.
};

/// The fewest single-level raises with which the lower score is at least the threshold. Of several
/// such sets, one with the highest score; of these, the one that raises the first cells the most.
struct ThresholdCounterfactual {
  ThresholdOutcome outcome = ThresholdOutcome::reached;
  Fraction threshold;
  Fraction lower;  ///< The lower score after the raises; if unreachable, the highest there is.
  std::uint32_t levels = 0;  ///< Number of single-level raises.
  std::vector<Raise> raises;  ///< By skill.
};

/// Levels short over the scored cells, at most, for which the threshold counterfactual is computed:
/// it takes time and memory in its square.
inline constexpr std::uint32_t max_threshold_levels = 4096;

/// The score and the verdict, without the cells.
struct GapSummary {
  Verdict verdict = Verdict::ready;
  Fraction lower{1, 1};  ///< Unknown and expired cells earn nothing. Over no cells, 1/1.
  Fraction upper{1, 1};  ///< Unknown and expired cells earn everything.
  CellCounts counts;     ///< Over all cells, scored or not.

  friend bool operator==(const GapSummary&, const GapSummary&) = default;
};

/// A person against a role level.
struct Gap {
  RoleLevelIndex target;
  GapSummary summary;
  CellCounts required;  ///< Counts over the required cells alone.
  /// Units of the whole score: `full_credit` times the weights of all scored cells; for a minimum,
  /// and where no cell is scored, `full_credit`.
  std::uint64_t total = full_credit;
  /// By skill. Units earned sum exactly to `summary.lower` of the total, unless no cell is scored,
  /// and units lost to 1 - `summary.lower`. With a minimum, the first of the weakest cells has all
  /// of both.
  std::vector<GapCell> cells;
  /// Skills of required cells that are unknown or expired: assessing them decides the verdict.
  std::vector<SkillIndex> assess;
  /// The least set of raises that makes the verdict `ready`: every required cell that is a gap,
  /// unknown or expired, to the rank it expects. By skill.
  std::vector<Raise> raises;
  std::optional<ThresholdCounterfactual> threshold;  ///< If asked for with a sound threshold.
  /// Ratings that do not resolve, `nothing_expected`, `counterfactual_not_computed`,
  /// `invalid_option`.
  std::vector<Diagnostic> diagnostics;

  /// The part of the score that a cell of this gap earned. O(log).
  [[nodiscard]] Fraction contribution(const GapCell& cell) const;
  /// The part of 1 - score that a cell of this gap lost. O(log).
  [[nodiscard]] Fraction loss(const GapCell& cell) const;
};

// A person against what a role level expects. The role level must be of the matrix; so must
// holdings, and a roster be of it. Thread class of all: pure. The same inputs give the same bytes on
// every machine.

/// What a profile says of the person. O(ratings log skills + cells), and for the threshold
/// O(levels short squared).
Gap analyze_gap(const Matrix& matrix, const Profile& profile, RoleLevelIndex target,
                const GapOptions& options = {});

/// The same, for holdings that were resolved before; `options.ratings` is not used.
/// O(holdings + cells).
Gap analyze_gap(const Matrix& matrix, const Holdings& holdings, RoleLevelIndex target,
                const GapOptions& options = {});

/// The same for a person of a roster, as for its `holdings`, which are not copied. It is the
/// quickest: a roster has fewer bytes to read.
Gap analyze_gap(const Matrix& matrix, const Roster& roster, PersonIndex person,
                RoleLevelIndex target, const GapOptions& options = {});

/// The last two in the place of what `gap` says. Its memory is used again: nothing is allocated
/// where it is enough, but for findings and a threshold.
void analyze_gap(const Matrix& matrix, const Holdings& holdings, RoleLevelIndex target,
                 const GapOptions& options, Gap& gap);
void analyze_gap(const Matrix& matrix, const Roster& roster, PersonIndex person,
                 RoleLevelIndex target, const GapOptions& options, Gap& gap);

/// The summary of `analyze_gap`, without allocation. O(holdings + cells).
GapSummary summarize_gap(const Matrix& matrix, const Holdings& holdings, RoleLevelIndex target,
                         const Scoring& scoring = {});
GapSummary summarize_gap(const Matrix& matrix, const Roster& roster, PersonIndex person,
                         RoleLevelIndex target, const Scoring& scoring = {});

}  // namespace skillmatrix
