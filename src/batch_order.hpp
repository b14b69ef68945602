// The order of what a batch ranks: that of matching.
#pragma once

#include "batch_sums.hpp"
#include "skillmatrix/roster.hpp"
#include "wide.hpp"

namespace skillmatrix::batch {

/// Less than 0 if `left` has the lower score, 0 if they are equal.
inline int compare_scores(const Candidate& left, const Candidate& right) {
  const Wide left_score = static_cast<Wide>(left.outcome.lower) * static_cast<Wide>(right.total);
  const Wide right_score = static_cast<Wide>(right.outcome.lower) * static_cast<Wide>(left.total);
  return left_score < right_score ? -1 : static_cast<int>(left_score > right_score);
}

/// Less than 0 if `left` is better, 0 if only ids can tell.
inline int compare(const Candidate& left, const Candidate& right) {
  if (left.outcome.verdict != right.outcome.verdict) {
    return left.outcome.verdict < right.outcome.verdict ? -1 : 1;
  }
  if (const int order = compare_scores(right, left); order != 0) return order;
  if (left.outcome.gaps == right.outcome.gaps) return 0;
  return left.outcome.gaps < right.outcome.gaps ? -1 : 1;
}

/// Role levels are numbered by id.
struct IsBetterRoleLevel {
  bool operator()(const Candidate& left, const Candidate& right) const {
    const int order = compare(left, right);
    return order != 0 ? order < 0 : left.number < right.number;
  }
};

struct IsBetterPerson {
  const Roster* roster;
  bool operator()(const Candidate& left, const Candidate& right) const {
    const int order = compare(left, right);
    if (order != 0) return order < 0;
    return roster->person_id({left.number}) < roster->person_id({right.number});
  }
};

}  // namespace skillmatrix::batch
