#include "skillmatrix/match.h"

#include "analysis.hpp"
#include "skillmatrix/report.hpp"

namespace capi = skillmatrix::capi;
using capi::Matched;
using capi::MatchedPeople;
using capi::MatchedRoleLevels;
using skillmatrix::MatchOptions;
using skillmatrix::PersonMatch;
using skillmatrix::RoleLevelIndex;
using skillmatrix::RoleLevelMatch;

namespace {

MatchOptions options_of(const skm_match_options* options) {
  const skm_match_options given = capi::read_options(options, "options");
  capi::check_reserved(given.reserved, "options");
  MatchOptions result;
  result.ratings = capi::ratings_of(given.as_of, given.policy, given.min_confidence);
  result.scoring = capi::scoring_of(given.scoring_model, given.credits, given.credit_count);
  if (given.limit != 0) result.limit = static_cast<std::size_t>(given.limit);
  return result;
}

skm_match match_of(const RoleLevelMatch& match) noexcept {
  return {match.role_level.value, 0, capi::summary_of(match.summary)};
}
skm_match match_of(const PersonMatch& match) noexcept {
  return {static_cast<std::uint32_t>(match.person), 0, capi::summary_of(match.summary)};
}

/// Has `use` look at the list of matches, whatever they are of.
template <class Use>
auto with_ranked(const Matched& value, Use use) {
  return std::visit([&](const auto& found) { return use(found.matches.ranked); }, value.found);
}

/// Gives matches away.
template <class Found>
void give(const std::shared_ptr<const skillmatrix::Matrix>& matrix, MatchOptions options,
          Found found, capi::Out<skm_matches>& out) {
  Matched result;
  result.matrix = matrix;
  result.options = std::move(options);
  result.diagnostics.value = capi::findings_of(found.matches.diagnostics);
  result.found = std::move(found);
  out.set(std::move(result));
}

}  // namespace

skm_status skm_matches_of_role_levels(const skm_matrix* matrix, const skm_profile* profile,
                                      const skm_match_options* options, skm_matches** out_matches,
                                      skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_matches, "out_matches");
    const auto& numbers = capi::get(matrix, "matrix");
    const auto& person = capi::get(profile, "profile").profile;
    const MatchOptions how = options_of(options);
    give(numbers, how,
         MatchedRoleLevels{person, skillmatrix::match_role_levels(*numbers, *person, how)}, out);
  });
}

skm_status skm_matches_of_people(const skm_matrix* matrix, const skm_profiles* people,
                                 std::uint32_t role_level, const skm_match_options* options,
                                 skm_matches** out_matches, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_matches, "out_matches");
    const auto& numbers = capi::get(matrix, "matrix");
    const auto& list = capi::get(people, "people").list;
    const RoleLevelIndex target = capi::role_level_of(*numbers, role_level);
    const MatchOptions how = options_of(options);
    give(numbers, how,
         MatchedPeople{list, target,
                       skillmatrix::match_people(*numbers, list->profiles, target, how)},
         out);
  });
}

std::uint32_t skm_matches_role_level(const skm_matches* matches) noexcept {
  const Matched* const value = capi::peek(matches);
  if (value == nullptr) return SKM_NONE;
  const auto* const people = std::get_if<MatchedPeople>(&value->found);
  return people == nullptr ? SKM_NONE : people->role_level.value;
}

std::uint32_t skm_matches_count(const skm_matches* matches) noexcept {
  const Matched* const value = capi::peek(matches);
  if (value == nullptr) return 0;
  return with_ranked(*value,
                     [](const auto& ranked) { return static_cast<std::uint32_t>(ranked.size()); });
}

skm_status skm_matches_get(const skm_matches* matches, std::uint32_t index,
                           skm_match* out_match) noexcept {
  return capi::guard([&] {
    with_ranked(capi::get(matches, "matches"), [&](const auto& ranked) {
      if (out_match == nullptr) throw capi::is_null("out_match");
      capi::check_number(index, ranked.size(), "index");
      *out_match = match_of(ranked[index]);
    });
  });
}

skm_status skm_matches_rows(const skm_matches* matches, std::uint32_t capacity, skm_match* out_rows,
                            std::uint32_t* out_count) noexcept {
  return capi::guard([&] {
    with_ranked(capi::get(matches, "matches"), [&](const auto& ranked) {
      capi::give_list(ranked, capacity, out_rows, out_count,
                      [](const auto& match) { return match_of(match); });
    });
  });
}

skm_status skm_matches_nothing_expected(const skm_matches* matches, std::uint32_t capacity,
                                        std::uint32_t* out_role_levels,
                                        std::uint32_t* out_count) noexcept {
  return capi::guard([&] {
    const auto* const found = std::get_if<MatchedRoleLevels>(&capi::get(matches, "matches").found);
    const std::vector<RoleLevelIndex> nothing;
    capi::give_list(found == nullptr ? nothing : found->matches.nothing_expected, capacity,
                    out_role_levels, out_count, [](RoleLevelIndex level) { return level.value; });
  });
}

const skm_diagnostics* skm_matches_diagnostics(const skm_matches* matches) noexcept {
  const Matched* const value = capi::peek(matches);
  return value == nullptr ? nullptr : capi::borrow(value->diagnostics);
}

skm_status skm_matches_to_json(const skm_matches* matches, const skm_reader* reader,
                               skm_buffer** out_json, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_json, "out_json");
    const Matched& value = capi::get(matches, "matches");
    const skillmatrix::Reader& language = capi::reader_of(reader, value.matrix);
    if (const auto* const levels = std::get_if<MatchedRoleLevels>(&value.found)) {
      out.set(skillmatrix::role_level_matches_json(language, levels->matches, *levels->person,
                                                   value.options));
    } else {
      const auto& people = std::get<MatchedPeople>(value.found);
      out.set(skillmatrix::people_matches_json(language, people.matches, people.people->profiles,
                                               people.role_level, value.options));
    }
  });
}

void skm_matches_destroy(skm_matches* matches) noexcept { capi::destroy(matches); }
