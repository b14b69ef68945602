// Ratings combined: what a person holds, one answer a skill.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "skillmatrix/date.hpp"
#include "skillmatrix/matrix.hpp"
#include "skillmatrix/profile.hpp"

namespace skillmatrix {

/// Which of several ratings of one skill counts. Trust, falling: certificate, test, manager, peer,
/// self, no source. Where all of a policy's criteria tie, the earlier rating in the profile counts:
/// the rank is then the same.
enum class RatingPolicy : std::uint8_t {
  latest,   ///< The latest `assessed`; no date is older than any. Ties: trust, then the higher.
  highest,  ///< The highest rank. Ties: trust, then the date.
  lowest,   ///< The lowest rank. Ties: trust, then the date.
  trusted,  ///< The most trusted source. Ties: the date, then the higher.
};

/// "latest", "highest", ... O(1). Thread class: pure.
std::string_view to_string(RatingPolicy policy);

/// All policies; `to_string` gives their names. O(1). Thread class: pure.
std::span<const RatingPolicy> rating_policies();

/// The policy of that name, exactly; nothing if there is none. O(policies). Thread class: pure.
std::optional<RatingPolicy> find_rating_policy(std::string_view name);

struct RatingOptions {
  /// The day the question is about. A rating counts up to and including the day it expires; without
  /// a date nothing expires.
  std::optional<Date> as_of;
  RatingPolicy policy = RatingPolicy::latest;
  /// Percent. Ratings with a lower confidence are set aside; those that state none are kept.
  std::uint8_t min_confidence = 0;
};

enum class HoldingState : std::uint8_t { held, expired };

/// What is known of a person and one skill.
struct Holding {
  SkillIndex skill;
  HoldingState state = HoldingState::held;
  Rank rank = 0;             ///< On the skill's scale; 0: assessed, holds none. 0 if expired.
  std::uint32_t rating = 0;  ///< Position in `Profile::ratings` of the rating that counts, or, if
                             ///< expired, of the one that the policy would have chosen.

  friend bool operator==(const Holding&, const Holding&) = default;
};

/// What is known of a person. A skill that is not there is unknown.
struct Holdings {
  std::vector<Holding> skills;  ///< By skill, each at most once.
  /// Ratings that the matrix does not know the skill or the level of; they count for nothing.
  std::vector<Diagnostic> diagnostics;

  /// Nothing if the skill is unknown. O(log n).
  [[nodiscard]] const Holding* find(SkillIndex skill) const;
};

/// Combines the ratings of a person. First expired ratings are set aside, then those of too low a
/// confidence, then the policy chooses. A skill with no rating left is expired if all its ratings
/// are past their date, otherwise unknown.
/// Unknown skills and levels are `dangling_reference` at `/ratings/N/skill` and
/// `level_not_in_scale` at `/ratings/N/level`, as errors; the others still count. What was probably
/// meant, `validate` suggests.
/// O(r (log r + log s + l)) for r ratings, s skills and l levels of a scale. Thread class: pure.
Holdings resolve_ratings(const Matrix& matrix, const Profile& profile,
                         const RatingOptions& options = {});

}  // namespace skillmatrix
