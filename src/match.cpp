#include "skillmatrix/match.hpp"

#include <algorithm>
#include <string>

namespace skillmatrix {
namespace {

/// Whether `left` is the better summary; ids decide between those that are neither.
std::weak_ordering compare(const GapSummary& left, const GapSummary& right) {
  if (left.verdict != right.verdict) return left.verdict <=> right.verdict;
  if (left.lower != right.lower) return right.lower <=> left.lower;
  return left.counts.gap <=> right.counts.gap;
}

/// Whether the scoring looks at any cell of the role level. Without one, everybody would be ready.
bool is_expecting(const Matrix& matrix, RoleLevelIndex level, const Scoring& scoring) {
  const auto cells = matrix.requirements(level);
  return std::any_of(cells.begin(), cells.end(),
                     [&scoring](const CellRequirement& cell) { return scoring.counts(cell); });
}

/// Sorts the best `limit` to the front and drops the others.
template <class Match, class IsBetter>
void keep_best(std::vector<Match>& matches, std::size_t limit, IsBetter is_better) {
  if (limit < matches.size()) {
    const auto last = matches.begin() + static_cast<std::ptrdiff_t>(limit);
    std::partial_sort(matches.begin(), last, matches.end(), is_better);
    matches.erase(last, matches.end());
  } else {
    std::sort(matches.begin(), matches.end(), is_better);
  }
}

}  // namespace

RoleLevelMatches match_role_levels(const Matrix& matrix, const Profile& profile,
                                   const MatchOptions& options) {
  RoleLevelMatches matches;
  Holdings holdings = resolve_ratings(matrix, profile, options.ratings);
  matches.diagnostics = std::move(holdings.diagnostics);
  for (std::uint32_t at = 0; at < matrix.role_level_count(); ++at) {
    const RoleLevelIndex level{at};
    if (!is_expecting(matrix, level, options.scoring)) {
      matches.nothing_expected.push_back(level);
    } else {
      matches.ranked.push_back({level, summarize_gap(matrix, holdings, level, options.scoring)});
    }
  }
  // Role levels are numbered by role id, then rank, so the number breaks ties as documented.
  keep_best(matches.ranked, options.limit,
            [](const RoleLevelMatch& left, const RoleLevelMatch& right) {
              const auto order = compare(left.summary, right.summary);
              return order != 0 ? order < 0 : left.role_level < right.role_level;
            });
  return matches;
}

PeopleMatches match_people(const Matrix& matrix, std::span<const Profile> people,
                           RoleLevelIndex target, const MatchOptions& options) {
  PeopleMatches matches;
  if (!is_expecting(matrix, target, options.scoring)) {
    matches.diagnostics.push_back(make_diagnostic(Code::nothing_expected));
    return matches;
  }
  matches.ranked.reserve(people.size());
  for (std::size_t person = 0; person < people.size(); ++person) {
    Holdings holdings = resolve_ratings(matrix, people[person], options.ratings);
    for (Diagnostic& diagnostic : holdings.diagnostics) {
      diagnostic.pointer.insert(0, '/' + std::to_string(person));
      matches.diagnostics.push_back(std::move(diagnostic));
    }
    matches.ranked.push_back({person, summarize_gap(matrix, holdings, target, options.scoring)});
  }
  keep_best(matches.ranked, options.limit,
            [people](const PersonMatch& left, const PersonMatch& right) {
              const auto order = compare(left.summary, right.summary);
              if (order != 0) return order < 0;
              const int by_id = people[left.person].id.compare(people[right.person].id);
              return by_id != 0 ? by_id < 0 : left.person < right.person;
            });
  return matches;
}

}  // namespace skillmatrix
