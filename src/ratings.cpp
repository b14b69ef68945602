#include "skillmatrix/ratings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>

#include "validate_rules.hpp"

namespace skillmatrix {
namespace {

constexpr std::array all_policies{RatingPolicy::latest, RatingPolicy::highest,
                                  RatingPolicy::lowest, RatingPolicy::trusted};

/// A rating whose skill and level the matrix knows.
struct Resolved {
  SkillIndex skill;
  Rank rank = 0;
  std::uint32_t position = 0;
};

int trust(const Rating& rating) {
  return rating.source ? 1 + static_cast<int>(*rating.source) : 0;
}

int sign(std::strong_ordering order) { return order < 0 ? -1 : (order > 0 ? 1 : 0); }

/// Whether `left` goes before `right` under the policy; false if all criteria tie.
bool goes_before(const Profile& profile, RatingPolicy policy, const Resolved& left,
                 const Resolved& right) {
  const Rating& left_rating = profile.ratings[left.position];
  const Rating& right_rating = profile.ratings[right.position];
  const int by_trust = sign(trust(left_rating) <=> trust(right_rating));
  const int by_date = sign(left_rating.assessed <=> right_rating.assessed);
  const int by_rank = sign(left.rank <=> right.rank);
  std::array<int, 3> criteria{};
  switch (policy) {
    case RatingPolicy::latest: criteria = {by_date, by_trust, by_rank}; break;
    case RatingPolicy::highest: criteria = {by_rank, by_trust, by_date}; break;
    case RatingPolicy::lowest: criteria = {-by_rank, by_trust, by_date}; break;
    case RatingPolicy::trusted: criteria = {by_trust, by_date, by_rank}; break;
  }
  return criteria > std::array<int, 3>{};
}

/// The ratings that resolve, by skill, then as in the profile; findings about the others.
std::vector<Resolved> resolve_names(const Matrix& matrix, const Profile& profile,
                                    std::vector<Diagnostic>& diagnostics) {
  std::vector<Resolved> resolved;
  resolved.reserve(profile.ratings.size());
  for (std::size_t position = 0; position < profile.ratings.size(); ++position) {
    const Rating& rating = profile.ratings[position];
    const auto skill = matrix.find_skill(rating.skill);
    if (!skill) {
      diagnostics.push_back(make_diagnostic(Code::dangling_reference,
                                            rules::pointer_of("ratings", position, "skill"),
                                            rating.skill, {{"kind", "skill"}}));
      continue;
    }
    const ScaleIndex scale = matrix.skill_scale(*skill);
    std::optional<Rank> rank = Rank{0};
    if (rating.level) rank = matrix.find_level(scale, *rating.level);
    if (!rank) {
      diagnostics.push_back(
          make_diagnostic(Code::level_not_in_scale, rules::pointer_of("ratings", position, "level"),
                          *rating.level, {{"scale", std::string(matrix.scale_id(scale))}}));
      continue;
    }
    resolved.push_back({*skill, *rank, static_cast<std::uint32_t>(position)});
  }
  std::sort(resolved.begin(), resolved.end(), [](const Resolved& left, const Resolved& right) {
    return std::tie(left.skill, left.position) < std::tie(right.skill, right.position);
  });
  return resolved;
}

/// What is known of one skill from its ratings, of which there is at least one.
std::optional<Holding> combine(const Profile& profile, std::span<const Resolved> ratings,
                               const RatingOptions& options) {
  const Resolved* chosen = nullptr;
  const Resolved* chosen_expired = nullptr;
  bool only_expired = true;
  const auto consider = [&](const Resolved*& best, const Resolved& candidate) {
    if (best == nullptr || goes_before(profile, options.policy, candidate, *best)) {
      best = &candidate;
    }
  };
  for (const Resolved& candidate : ratings) {
    const Rating& rating = profile.ratings[candidate.position];
    if (options.as_of && rating.expires && *rating.expires < *options.as_of) {
      consider(chosen_expired, candidate);
      continue;
    }
    only_expired = false;
    if (rating.confidence && *rating.confidence < options.min_confidence) continue;
    consider(chosen, candidate);
  }
  if (chosen != nullptr) {
    return Holding{chosen->skill, HoldingState::held, chosen->rank, chosen->position};
  }
  if (only_expired) {
    return Holding{chosen_expired->skill, HoldingState::expired, 0, chosen_expired->position};
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(RatingPolicy policy) {
  switch (policy) {
    case RatingPolicy::latest: return "latest";
    case RatingPolicy::highest: return "highest";
    case RatingPolicy::lowest: return "lowest";
    case RatingPolicy::trusted: return "trusted";
  }
  return {};
}

std::span<const RatingPolicy> rating_policies() { return all_policies; }

std::optional<RatingPolicy> find_rating_policy(std::string_view name) {
  for (const RatingPolicy policy : all_policies) {
    if (to_string(policy) == name) return policy;
  }
  return std::nullopt;
}

const Holding* Holdings::find(SkillIndex skill) const {
  const auto found = std::lower_bound(
      skills.begin(), skills.end(), skill,
      [](const Holding& holding, SkillIndex wanted) { return holding.skill < wanted; });
  return found != skills.end() && found->skill == skill ? &*found : nullptr;
}

Holdings resolve_ratings(const Matrix& matrix, const Profile& profile,
                         const RatingOptions& options) {
  Holdings holdings;
  const std::vector<Resolved> resolved = resolve_names(matrix, profile, holdings.diagnostics);
  for (std::size_t first = 0; first < resolved.size();) {
    std::size_t last = first;
    while (last < resolved.size() && resolved[last].skill == resolved[first].skill) ++last;
    const auto holding =
        combine(profile, std::span(resolved).subspan(first, last - first), options);
    if (holding) holdings.skills.push_back(*holding);
    first = last;
  }
  return holdings;
}

}  // namespace skillmatrix
