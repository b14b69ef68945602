// Scoring models: how cells become a score. All arithmetic is on whole numbers.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "skillmatrix/fraction.hpp"
#include "skillmatrix/matrix.hpp"
#include "skillmatrix/result.hpp"

namespace skillmatrix {

/// A cell's credit in units of 1/720720: 0 is nothing, `full_credit` is everything. 720720 is the
/// least number divisible by every number up to 16, so ratios of values up to 16 are exact.
using Credit = std::uint32_t;
inline constexpr Credit full_credit = 720720;

/// What a credit is computed from. An expectation at no stated level is given as rank 1 expected
/// and value 1 expected, held with rank and value 1 if any level is held.
struct CreditInput {
  Rank held = 0;
  Rank expected = 1;
  std::uint32_t held_value = 0;
  std::uint32_t expected_value = 1;
  std::span<const Credit> steps;  ///< By shortfall; the last one also holds beyond.
};

/// Which cells a model looks at.
enum class ScoredCells : std::uint8_t { required, all };

/// How credits become a score: their mean, or the smallest of them.
enum class Aggregate : std::uint8_t { mean, minimum };

/// A named, versioned way to score. The names of released models never change their meaning.
/// Hosts may make their own and pass them to `Scoring::make`; what is pointed to must outlive it.
struct ScoringModel {
  std::string_view name;       ///< "coverage.partial/1".
  std::string_view formula;    ///< For readers.
  std::string_view reference;  ///< Where the formula comes from, and what it is known for.
  bool monotone = true;        ///< Raising a rating never lowers the lower score.
  bool compensatory = true;    ///< Strength in one cell can make up for weakness in another.
  bool gate = false;           ///< One cell with no credit makes the score 0.
  ScoredCells cells = ScoredCells::required;
  bool weighted = false;
  Aggregate aggregate = Aggregate::mean;
  /// Credit of a cell with a rating, 0 to `full_credit`, rounded half to even, once. Must not fall
  /// with `held` if the model is monotone. Pure.
  Credit (*credit)(const CreditInput&) = nullptr;
  /// Default credits by shortfall; empty: the model takes no parameters.
  std::span<const Credit> steps = {};
};

/// The models that come with the library, sorted by name; they live as long as the program. O(1).
/// Thread class: pure.
std::span<const ScoringModel> scoring_models();

/// The library's model of exactly that name, which lives as long as the program; null if there is
/// none. O(models). Thread class: pure.
const ScoringModel* find_scoring_model(std::string_view name);

struct ScoringParameters {
  /// Credits by shortfall 0, 1, 2, ...; the last one also holds for all greater. Each 0 to 1, and
  /// none above the one before. Empty: the model's own.
  std::vector<Fraction> credits;
};

/// A model with its parameters, checked and ready to use. Copies are cheap.
/// Thread class: immutable value.
class Scoring {
 public:
  Scoring();  ///< `coverage.partial/1`.

  /// One of the library's models. No value, and `unknown_name` (with a suggestion) or
  /// `invalid_option`, if there is no such model or it does not take such parameters: then a
  /// finding for each credit, at `/credits/N`. O(models + credits). Thread class: pure.
  static Result<Scoring> make(std::string_view name, const ScoringParameters& parameters = {});
  /// A model of the host, which must outlive the result. No value, and `invalid_option`, also if
  /// the model has no credit function, or one of the library's that needs steps and no steps.
  static Result<Scoring> make(const ScoringModel& model, const ScoringParameters& parameters = {});

  [[nodiscard]] const ScoringModel& model() const { return *model_; }
  /// The credits by shortfall: the parameters', or else the model's own. O(1).
  [[nodiscard]] std::span<const Credit> steps() const {
    return steps_.empty() ? model_->steps : std::span<const Credit>(steps_);
  }
  /// Whether the model looks at the cell. O(1).
  [[nodiscard]] bool counts(const CellRequirement& cell) const {
    return model_->cells == ScoredCells::all || cell.necessity == Necessity::required;
  }
  /// The weight of the cell in the mean; 1 if the model ignores weights. O(1).
  [[nodiscard]] std::uint64_t weight(const CellRequirement& cell) const {
    return model_->weighted ? cell.weight : 1U;
  }
  /// The credit of a cell of the matrix whose skill is held at `held`, at most `full_credit`. O(1).
  [[nodiscard]] Credit credit(const Matrix& matrix, const CellRequirement& cell, Rank held) const;

 private:
  const ScoringModel* model_;
  std::vector<Credit> steps_;
};

/// A name for scores from some score up.
struct Tier {
  std::string name;
  Fraction from;
};

/// The tier with the highest `from` that the score reaches, whatever their order; of equals the
/// first; null if the score reaches none. Compared exactly. Points into `tiers`. O(tiers).
/// Thread class: pure.
const Tier* tier_of(const Fraction& score, std::span<const Tier> tiers);

}  // namespace skillmatrix
