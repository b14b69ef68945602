#include "skillmatrix/roster.h"

#include "csv.hpp"
#include "documents.hpp"
#include "roster.hpp"
#include "roster_build.hpp"
#include "skillmatrix/text.hpp"

namespace capi = skillmatrix::capi;
using capi::RosterOfMatrix;
using skillmatrix::BuiltRoster;
using skillmatrix::Holding;
using skillmatrix::HoldingState;
using skillmatrix::Matrix;
using skillmatrix::PersonIndex;
using skillmatrix::RatingPolicy;
using skillmatrix::RoleLevelIndex;
using skillmatrix::Roster;
using skillmatrix::RosterOptions;
using skillmatrix::SkillIndex;

static_assert(static_cast<int>(RatingPolicy::latest) == SKM_RATING_POLICY_LATEST);
static_assert(static_cast<int>(RatingPolicy::highest) == SKM_RATING_POLICY_HIGHEST);
static_assert(static_cast<int>(RatingPolicy::lowest) == SKM_RATING_POLICY_LOWEST);
static_assert(static_cast<int>(RatingPolicy::trusted) == SKM_RATING_POLICY_TRUSTED);
static_assert(skillmatrix::no_role_level == SKM_NONE);

namespace {

/// The texts of a column. Throws a failure if the offsets leave the bytes, or it is not UTF-8.
template <class Offset>
std::vector<std::string_view> texts_of(std::string_view bytes, std::span<const Offset> offsets,
                                       std::string_view argument) {
  if (skillmatrix::first_ill_formed(bytes)) {
    throw capi::Failure{SKM_ERR_ENCODING, std::string(argument) + " is not UTF-8", {}};
  }
  std::vector<std::string_view> texts;
  texts.reserve(offsets.size() - 1);
  for (std::size_t at = 0; at < offsets.size(); ++at) {
    const std::uint64_t end = offsets[at];
    const std::uint64_t begin = at == 0 ? 0 : offsets[at - 1];
    if (end > bytes.size() || end < begin) {
      throw capi::Failure{SKM_ERR_OUT_OF_RANGE,
                          std::string(argument) + ": the offsets do not rise within the bytes",
                          {}};
    }
    const bool is_inside =
        end < bytes.size() && (static_cast<unsigned char>(bytes[end]) >> 6U) == 2;
    if (is_inside) {
      throw capi::Failure{
          SKM_ERR_ENCODING, std::string(argument) + ": an offset is inside a character", {}};
    }
    if (at != 0) texts.push_back(bytes.substr(begin, end - begin));
  }
  return texts;
}

std::vector<std::string_view> texts_of(const skm_texts& texts, std::uint64_t count,
                                       std::string_view argument) {
  if (texts.offsets == nullptr) return {};
  const std::string_view bytes = capi::text_of({texts.bytes, texts.byte_count}, argument);
  const std::size_t size = count + 1;
  if (texts.offset_width == sizeof(std::uint32_t)) {
    const std::span offsets(static_cast<const std::uint32_t*>(texts.offsets), size);
    return texts_of(bytes, offsets, argument);
  }
  if (texts.offset_width == sizeof(std::uint64_t)) {
    const std::span offsets(static_cast<const std::uint64_t*>(texts.offsets), size);
    return texts_of(bytes, offsets, argument);
  }
  throw capi::Failure{
      SKM_ERR_INVALID_ARGUMENT, std::string(argument) + ": offset_width is neither 4 nor 8", {}};
}

/// A column that may be missing.
template <class Number>
std::span<const Number> numbers_of(const Number* numbers, std::uint64_t count) {
  return {numbers, numbers == nullptr ? 0 : count};
}

BuiltRoster build_columns(const Matrix& matrix, const skm_roster_columns& given,
                          const RosterOptions& options) {
  const std::uint64_t people = given.person_count;
  const std::uint64_t ratings = given.rating_count;
  capi::check_number(people, SKM_NONE, "person_count");
  capi::check_number(ratings, std::vector<std::string_view>().max_size(), "rating_count");
  const auto person_ids = texts_of(given.person_ids, people, "person_ids");
  const auto people_by_id = texts_of(given.people_by_id, ratings, "people_by_id");
  const auto skill_ids = texts_of(given.skill_ids, ratings, "skill_ids");
  const auto level_ids = texts_of(given.level_ids, ratings, "level_ids");
  const auto own_roles = texts_of(given.own_roles, people, "own_roles");
  const auto own_levels = texts_of(given.own_levels, people, "own_levels");
  skillmatrix::RosterColumns columns;
  columns.person_ids = person_ids;
  columns.own_role_levels = numbers_of(given.own_role_levels, people);
  columns.own_roles = own_roles;
  columns.own_levels = own_levels;
  columns.first = numbers_of(given.first, people + 1);
  columns.people = numbers_of(given.people, ratings);
  columns.people_by_id = people_by_id;
  columns.skills = numbers_of(given.skills, ratings);
  columns.skill_ids = skill_ids;
  columns.ranks = numbers_of(given.ranks, ratings);
  columns.level_ids = level_ids;
  columns.none = numbers_of(given.none, ratings);
  columns.unknown = numbers_of(given.unknown, ratings);
  return capi::roster_of_columns(matrix, columns, options);
}

/// Nothing if the handle is no roster.
const Roster* peek(const skm_roster* roster) noexcept {
  const RosterOfMatrix* const value = capi::peek(roster);
  return value == nullptr ? nullptr : &value->built.roster;
}

/// The roster, if there is one and it has a person of that number.
const Roster* with_person(const skm_roster* roster, std::uint32_t person) noexcept {
  const Roster* const value = peek(roster);
  return value != nullptr && person < value->person_count() ? value : nullptr;
}

/// A roster that is to be changed, which has a person of that number.
RosterOfMatrix& edit_person(skm_roster* roster, std::uint32_t person) {
  RosterOfMatrix& value = capi::edit(roster, "roster");
  capi::check_number(person, value.built.roster.person_count(), "person");
  return value;
}

std::optional<RoleLevelIndex> role_level_of(const Matrix& matrix, std::uint32_t role_level) {
  if (role_level == SKM_NONE) return std::nullopt;
  capi::check_number(role_level, matrix.role_level_count(), "role_level");
  return RoleLevelIndex{role_level};
}

skillmatrix::Rank rank_of(const Matrix& matrix, std::uint32_t skill, std::uint32_t rank) {
  capi::check_number(skill, matrix.skill_count(), "skill");
  const skillmatrix::Rank most = matrix.level_count(matrix.skill_scale(SkillIndex{skill}));
  capi::check_number(rank, most + 1U, "rank");
  return static_cast<skillmatrix::Rank>(rank);
}

std::vector<Holding> holdings_of(const Matrix& matrix, const skm_holding* given,
                                 std::uint32_t count) {
  std::vector<Holding> holdings;
  capi::read_holdings(matrix, given, count, holdings);
  return holdings;
}

/// The number of a person who was added. Throws a failure if they were rejected.
std::uint32_t number_of(skillmatrix::AddedPerson&& added) {
  if (!added.person) throw capi::failure_of(std::move(added.diagnostics));
  return added.person->value;
}

/// The last person has got the number of one who was removed: so has where they come from.
void remove_source(std::vector<std::uint64_t>& sources, std::uint32_t person,
                   std::uint32_t last) noexcept {
  if (person >= sources.size()) return;  // Who was added comes from nowhere.
  sources[person] = last < sources.size() ? sources[last] : 0;
  if (last < sources.size()) sources.pop_back();
}

}  // namespace

void capi::read_holdings(const Matrix& matrix, const skm_holding* given, std::uint32_t count,
                         std::vector<Holding>& holdings) {
  const auto list = array_of(given, count, "holdings");
  check_number(count, matrix.skill_count() + std::uint64_t{1}, "count");
  holdings.clear();
  holdings.reserve(count);
  for (const skm_holding& each : list) {
    if (!holdings.empty() && holdings.back().skill.value >= each.skill) {
      throw Failure{SKM_ERR_INVALID_ARGUMENT, "the skills of the holdings do not rise", {}};
    }
    const bool is_expired = each.is_expired != 0;
    const skillmatrix::Rank rank = rank_of(matrix, each.skill, is_expired ? 0 : each.rank);
    holdings.push_back({SkillIndex{each.skill},
                        is_expired ? HoldingState::expired : HoldingState::held, rank,
                        each.rating});
  }
}

RosterOptions capi::roster_options_of(const skm_roster_options* options) {
  const skm_roster_options given = capi::read_options(options, "options");
  capi::check_reserved(given.reserved, "options");
  RosterOptions result;
  result.ratings = capi::ratings_of(given.as_of, given.policy, given.min_confidence);
  result.index = given.without_index == 0;
  result.rating_positions = given.rating_positions != 0;
  if (given.max_diagnostics != 0) result.max_diagnostics = given.max_diagnostics;
  return result;
}

BuiltRoster capi::roster_of_columns(const Matrix& matrix, const skillmatrix::RosterColumns& columns,
                                    const RosterOptions& options) {
  BuiltRoster built = Roster::build(matrix, columns, options);
  const bool is_sound = std::none_of(
      built.diagnostics.begin(), built.diagnostics.end(),
      [](const auto& finding) { return finding.code == skillmatrix::Code::column_mismatch; });
  if (!is_sound) throw failure_of(std::move(built.diagnostics));
  return built;
}

skm_status skm_roster_build(const skm_matrix* matrix, const skm_profiles* profiles,
                            const skm_roster_options* options, skm_roster** out_roster,
                            skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_roster, "out_roster");
    const capi::LoadedProfiles& people = capi::get(profiles, "profiles");
    const RosterOptions how = capi::roster_options_of(options);
    capi::build_roster(matrix, out, [&](const Matrix& numbers) {
      return Roster::build(numbers, people.list->profiles, how);
    });
  });
}

skm_status skm_roster_read_ndjson(const skm_matrix* matrix, skm_string_view ndjson,
                                  const skm_roster_options* options, const skm_read_options* limits,
                                  skm_roster** out_roster, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_roster, "out_roster");
    const std::string_view text = capi::text_of(ndjson, "ndjson");
    const RosterOptions how = capi::roster_options_of(options);
    const skillmatrix::ReadOptions reading = capi::limits_of(limits);
    capi::build_roster(matrix, out, [&](const Matrix& numbers) {
      skillmatrix::BuiltRoster built = Roster::read_ndjson(numbers, text, how, reading);
      capi::throw_unexpected_input(built.diagnostics);
      return built;
    });
  });
}

skm_status skm_roster_read_csv(const skm_matrix* matrix, skm_string_view csv,
                               const skm_roster_options* options,
                               const skm_ratings_csv_options* csv_options,
                               const skm_read_options* limits, skm_roster** out_roster,
                               skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_roster, "out_roster");
    const std::string_view table = capi::text_of(csv, "csv");
    const RosterOptions how = capi::roster_options_of(options);
    const skillmatrix::RatingsCsvOptions reading = capi::options_of(csv_options, limits);
    capi::build_roster(matrix, out, [&](const Matrix& numbers) {
      return Roster::read_csv(numbers, table, how, reading);
    });
  });
}

skm_status skm_roster_build_columns(const skm_matrix* matrix, const skm_roster_columns* columns,
                                    const skm_roster_options* options, skm_roster** out_roster,
                                    skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_roster, "out_roster");
    if (columns == nullptr) throw capi::is_null("columns");
    const skm_roster_columns given = capi::read_options(columns, "columns");
    const RosterOptions how = capi::roster_options_of(options);
    capi::build_roster(matrix, out,
                       [&](const Matrix& numbers) { return build_columns(numbers, given, how); });
  });
}

skm_status skm_roster_open(const skm_matrix* matrix, skm_string_view path, skm_roster** out_roster,
                           skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_roster, "out_roster");
    const std::string file = capi::path_of(path);
    capi::build_roster(matrix, out, [&](const Matrix& numbers) {
      BuiltRoster opened;
      opened.roster = capi::value_of(Roster::open(numbers, file));
      return opened;
    });
  });
}

skm_status skm_roster_open_bytes(const skm_matrix* matrix, skm_string_view bytes,
                                 skm_roster** out_roster, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_roster, "out_roster");
    RosterOfMatrix opened;
    opened.matrix = capi::get(matrix, "matrix");
    opened.bytes = std::make_shared<const std::string>(capi::text_of(bytes, "bytes"));
    opened.built.roster = capi::value_of(
        Roster::open(*opened.matrix, std::as_bytes(std::span<const char>(*opened.bytes))));
    out.set(std::move(opened));
  });
}

skm_status skm_roster_clone(const skm_roster* roster, skm_roster** out_roster,
                            skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_roster, "out_roster");
    out.set(capi::get(roster, "roster"));
  });
}

skm_status skm_roster_save(const skm_roster* roster, skm_string_view path,
                           skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    const Roster& value = capi::get(roster, "roster").built.roster;
    capi::throw_errors(value.save(capi::path_of(path)));
  });
}

skm_status skm_roster_verify(const skm_roster* roster, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    const RosterOfMatrix& value = capi::get(roster, "roster");
    capi::throw_errors(value.built.roster.verify(*value.matrix));
  });
}

skm_bool skm_roster_fits(const skm_roster* roster, const skm_matrix* matrix) noexcept {
  const Roster* const value = peek(roster);
  const auto* const other = capi::peek(matrix);
  return value != nullptr && other != nullptr && value->fits(**other) ? 1 : 0;
}

std::uint32_t skm_roster_person_count(const skm_roster* roster) noexcept {
  const Roster* const value = peek(roster);
  return value == nullptr ? 0 : value->person_count();
}

std::uint64_t skm_roster_rating_count(const skm_roster* roster) noexcept {
  const Roster* const value = peek(roster);
  return value == nullptr ? 0 : value->rating_count();
}

std::uint64_t skm_roster_rejected_people(const skm_roster* roster) noexcept {
  const RosterOfMatrix* const value = capi::peek(roster);
  return value == nullptr ? 0 : value->built.rejected_people;
}

std::uint64_t skm_roster_rejected_ratings(const skm_roster* roster) noexcept {
  const RosterOfMatrix* const value = capi::peek(roster);
  return value == nullptr ? 0 : value->built.rejected_ratings;
}

std::uint64_t skm_roster_rejected_role_levels(const skm_roster* roster) noexcept {
  const RosterOfMatrix* const value = capi::peek(roster);
  return value == nullptr ? 0 : value->built.rejected_role_levels;
}

const skm_diagnostics* skm_roster_diagnostics(const skm_roster* roster) noexcept {
  const RosterOfMatrix* const value = capi::peek(roster);
  return value == nullptr ? nullptr : capi::borrow(value->diagnostics);
}

std::uint64_t skm_roster_source(const skm_roster* roster, std::uint32_t person) noexcept {
  const RosterOfMatrix* const value = capi::peek(roster);
  if (value == nullptr || person >= value->built.sources.size()) return 0;
  return value->built.sources[person];
}

skm_string_view skm_roster_person_id(const skm_roster* roster, std::uint32_t person) noexcept {
  const Roster* const value = with_person(roster, person);
  return value == nullptr ? skm_string_view{}
                          : capi::view_of(value->person_id(PersonIndex{person}));
}

std::uint32_t skm_roster_find_person(const skm_roster* roster, skm_string_view id) noexcept {
  const Roster* const value = peek(roster);
  return value == nullptr ? SKM_NONE : capi::number_of(value->find_person(capi::text_or_empty(id)));
}

std::uint32_t skm_roster_own_role_level(const skm_roster* roster, std::uint32_t person) noexcept {
  const Roster* const value = with_person(roster, person);
  return value == nullptr ? SKM_NONE : capi::number_of(value->own_role_level(PersonIndex{person}));
}

std::uint32_t skm_roster_rank(const skm_roster* roster, std::uint32_t person,
                              std::uint32_t skill) noexcept {
  const Roster* const value = with_person(roster, person);
  if (value == nullptr || skill >= value->skill_count()) return SKM_NONE;
  const auto rank = value->rank(PersonIndex{person}, SkillIndex{skill});
  return rank ? *rank : SKM_NONE;
}

std::uint32_t skm_roster_holding_count(const skm_roster* roster, std::uint32_t person) noexcept {
  const Roster* const value = with_person(roster, person);
  if (value == nullptr) return 0;
  const auto expired = value->expired_counts();
  return value->counts()[person] + (expired.empty() ? 0 : expired[person]);
}

skm_status skm_roster_holdings(const skm_roster* roster, std::uint32_t person,
                               std::uint32_t capacity, skm_holding* out_holdings) noexcept {
  return capi::guard([&] {
    const Roster& value = capi::get(roster, "roster").built.roster;
    capi::check_number(person, value.person_count(), "person");
    const std::uint32_t count = skm_roster_holding_count(roster, person);
    if (capacity < count) {
      throw capi::Failure{SKM_ERR_OUT_OF_RANGE, "there is too little room", {}};
    }
    if (out_holdings == nullptr && count != 0) throw capi::is_null("out_holdings");
    for (const Holding& holding : value.holdings(PersonIndex{person}).skills) {
      *out_holdings++ = {holding.skill.value, holding.rank,
                         holding.state == HoldingState::expired ? 1 : 0, holding.rating};
    }
  });
}

skm_status skm_roster_set_rank(skm_roster* roster, std::uint32_t person, std::uint32_t skill,
                               std::uint32_t rank, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    RosterOfMatrix& value = edit_person(roster, person);
    capi::check_number(skill, value.matrix->skill_count(), "skill");
    std::optional<skillmatrix::Rank> held;
    if (rank != SKM_NONE) held = rank_of(*value.matrix, skill, rank);
    value.built.roster.set_rank(PersonIndex{person}, SkillIndex{skill}, held);
  });
}

skm_status skm_roster_set_own_role_level(skm_roster* roster, std::uint32_t person,
                                         std::uint32_t role_level, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    RosterOfMatrix& value = edit_person(roster, person);
    value.built.roster.set_own_role_level(PersonIndex{person},
                                          role_level_of(*value.matrix, role_level));
  });
}

skm_status skm_roster_set_holdings(skm_roster* roster, std::uint32_t person, std::uint32_t count,
                                   const skm_holding* holdings, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    RosterOfMatrix& value = edit_person(roster, person);
    value.built.roster.set_holdings(PersonIndex{person},
                                    holdings_of(*value.matrix, holdings, count));
  });
}

skm_status skm_roster_set_ratings(skm_roster* roster, std::uint32_t person,
                                  const skm_profile* profile, skm_diagnostics** out_diagnostics,
                                  skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::OutFindings out(out_diagnostics);
    RosterOfMatrix& value = edit_person(roster, person);
    Roster& people = value.built.roster;
    skillmatrix::Holdings holdings = skillmatrix::resolve_ratings(
        *value.matrix, *capi::get(profile, "profile").profile, people.rating_options());
    capi::Findings findings = capi::findings_of(std::move(holdings.diagnostics));
    people.set_holdings(PersonIndex{person}, holdings.skills);
    out.set(std::move(findings));
  });
}

skm_status skm_roster_add_profile(skm_roster* roster, const skm_profile* profile,
                                  std::uint32_t* out_person, skm_diagnostics** out_diagnostics,
                                  skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    if (out_person == nullptr) throw capi::is_null("out_person");
    *out_person = SKM_NONE;
    capi::OutFindings out(out_diagnostics);
    RosterOfMatrix& value = capi::edit(roster, "roster");
    const skillmatrix::Profile& person = *capi::get(profile, "profile").profile;
    Roster& people = value.built.roster;
    skillmatrix::Holdings holdings =
        skillmatrix::resolve_ratings(*value.matrix, person, people.rating_options());
    const auto level = skillmatrix::roster::resolve_role_level(*value.matrix, person.role,
                                                               person.level, holdings.diagnostics);
    capi::Findings findings = capi::findings_of(std::move(holdings.diagnostics));
    *out_person = number_of(people.add(person.id, level, holdings.skills));
    out.set(std::move(findings));
  });
}

skm_status skm_roster_add(skm_roster* roster, skm_string_view id, std::uint32_t role_level,
                          std::uint32_t count, const skm_holding* holdings,
                          std::uint32_t* out_person, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    if (out_person == nullptr) throw capi::is_null("out_person");
    *out_person = SKM_NONE;
    RosterOfMatrix& value = capi::edit(roster, "roster");
    *out_person = number_of(value.built.roster.add(capi::utf8_of(id, "id"),
                                                   role_level_of(*value.matrix, role_level),
                                                   holdings_of(*value.matrix, holdings, count)));
  });
}

skm_status skm_roster_remove(skm_roster* roster, std::uint32_t person,
                             skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    RosterOfMatrix& value = edit_person(roster, person);
    const std::uint32_t last = value.built.roster.person_count() - 1;
    value.built.roster.remove(PersonIndex{person});
    remove_source(value.built.sources, person, last);
  });
}

void skm_roster_destroy(skm_roster* roster) noexcept { capi::destroy(roster); }
