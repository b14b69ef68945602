// Match: role levels for a person, and people for a role level.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "skillmatrix/gap.hpp"
#include "skillmatrix/matrix.hpp"
#include "skillmatrix/profile.hpp"

namespace skillmatrix {

/// Matches are ordered by verdict (ready, undetermined, not ready), then the higher lower score,
/// then fewer cells in state `gap`, then id: role id and rank, or profile id and then position.
struct MatchOptions {
  RatingOptions ratings;
  Scoring scoring;
  std::size_t limit = std::numeric_limits<std::size_t>::max();  ///< Give the best so many.
};

struct RoleLevelMatch {
  RoleLevelIndex role_level;
  GapSummary summary;
};

struct RoleLevelMatches {
  std::vector<RoleLevelMatch> ranked;  ///< Best first.
  /// Role levels without a cell that the scoring counts, in order: everybody would have all of the
  /// score, which says nothing. A model of required cells counts none where all are optional.
  std::vector<RoleLevelIndex> nothing_expected;
  std::vector<Diagnostic> diagnostics;  ///< Ratings that do not resolve.
};

/// Ranks every role level for a person. O(ratings log skills + cells + n log limit) for n role
/// levels. Thread class: pure.
RoleLevelMatches match_role_levels(const Matrix& matrix, const Profile& profile,
                                   const MatchOptions& options = {});

struct PersonMatch {
  std::size_t person = 0;  ///< Position in the people given.
  GapSummary summary;
};

struct PeopleMatches {
  /// Best first. Empty if the role level has no cell that the scoring counts.
  std::vector<PersonMatch> ranked;
  /// Ratings that do not resolve; the pointers start with `/N`, the position of the person. Or
  /// `nothing_expected` alone, if no cell counts.
  std::vector<Diagnostic> diagnostics;
};

/// Ranks people for a role level. O(ratings log skills + n cells + n log limit) for n people.
/// Thread class: pure.
PeopleMatches match_people(const Matrix& matrix, std::span<const Profile> people,
                           RoleLevelIndex target, const MatchOptions& options = {});

}  // namespace skillmatrix
