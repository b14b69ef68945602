// Structs that begin with their size, of programs that were compiled when they were shorter, or
// will be when they are longer.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "arrow_tables.hpp"
#include "options_list.hpp"
#include "world.hpp"

namespace skillmatrix::capi_tests {
namespace {

/// What a call gave, and what came of it.
struct Outcome {
  skm_status status;
  std::string told;
};

std::string told(const skm_framework* framework) {
  return made(skm_framework_to_json, framework, 1);
}
std::string told(const skm_profile* profile) { return made(skm_profile_to_json, profile, 1); }
std::string told(const skm_profiles* profiles) { return made(skm_profiles_to_ndjson, profiles); }
std::string told(const skm_coverage* coverage) {
  return made(skm_coverage_to_json, coverage, nullptr, view("file"));
}
std::string told(const skm_reader* reader) { return made(skm_page_of_skill, reader, 0U); }
std::string told(const skm_roster* roster) {
  const std::uint64_t findings = skm_diagnostics_count(skm_roster_diagnostics(roster));
  return std::to_string(skm_roster_person_count(roster)) + ' ' + std::to_string(findings);
}
/// The call with these options, and nothing else unusual: to be written for every call there is.
template <auto function, class Options>
Outcome call(const World& world, const Options* options);

#define CALL(function, Options) \
  template <>                   \
  Outcome call<&function, Options>([[maybe_unused]] const World& world, const Options* options)

CALL(skm_framework_parse, skm_read_options) {
  Framework out;
  return {skm_framework_parse(view(world.framework_json), options, out.out(), nullptr), told(out)};
}
CALL(skm_framework_load, skm_read_options) {
  Framework out;
  return {skm_framework_load(view(sample_path()), options, out.out(), nullptr), told(out)};
}
CALL(skm_profile_parse, skm_read_options) {
  Profile out;
  return {skm_profile_parse(view(world.profile_json), options, out.out(), nullptr), told(out)};
}
CALL(skm_profile_load, skm_read_options) {
  Profile out;
  const std::string path = example("people/amara-diallo.json");
  return {skm_profile_load(view(path), options, out.out(), nullptr), told(out)};
}
CALL(skm_profiles_parse, skm_read_options) {
  Profiles out;
  return {skm_profiles_parse(view(world.ndjson), options, out.out(), nullptr), told(out)};
}
CALL(skm_profiles_load, skm_read_options) {
  Profiles out;
  const std::string path = example("people.ndjson");
  return {skm_profiles_load(view(path), options, out.out(), nullptr), told(out)};
}
CALL(skm_coverage_measure, skm_coverage_options) {
  Measured out;
  return {skm_coverage_measure(world.framework, options, out.out(), nullptr), told(out)};
}
CALL(skm_reader_build, skm_negotiation_options) {
  Reader out;
  return {skm_reader_build(world.company.matrix, nullptr, options, out.out(), nullptr), told(out)};
}
CALL(skm_locale_negotiate, skm_negotiation_options) {
  const skm_string_view tags[] = {view("ru"), view("sr-Latn"), view("de")};
  skm_locale_link links[3] = {};
  const skm_status status =
      skm_locale_negotiate(view("uk, sr"), 3, tags, view("de"), options, links, nullptr);
  return {status, {reinterpret_cast<const char*>(links), sizeof(links)}};
}
CALL(skm_search_index_find, skm_search_options) {
  std::uint32_t count = 0;
  const skm_status status = skm_search_index_find(world.index, nullptr, view("daat"), options, 0,
                                                  nullptr, &count, nullptr);
  return {status, std::to_string(count)};
}
CALL(skm_search_index_to_json, skm_search_options) {
  Buffer out;
  return {skm_search_index_to_json(world.index, world.reader, view("daat"), options, out.out(),
                                   nullptr),
          std::string(text(out))};
}
CALL(skm_roster_build, skm_roster_options) {
  Roster out;
  return {skm_roster_build(world.company.matrix, world.profiles, options, out.out(), nullptr),
          told(out)};
}
CALL(skm_roster_read_ndjson, skm_roster_options) {
  Roster out;
  return {skm_roster_read_ndjson(world.company.matrix, view(world.ndjson), options, nullptr,
                                 out.out(), nullptr),
          told(out)};
}
CALL(skm_roster_read_ndjson, skm_read_options) {
  Roster out;
  return {skm_roster_read_ndjson(world.company.matrix, view(world.ndjson), nullptr, options,
                                 out.out(), nullptr),
          told(out)};
}
CALL(skm_roster_read_csv, skm_roster_options) {
  Roster out;
  return {skm_roster_read_csv(world.company.matrix, view(world.csv), options, nullptr, nullptr,
                              out.out(), nullptr),
          told(out)};
}
CALL(skm_roster_read_csv, skm_ratings_csv_options) {
  Roster out;
  return {skm_roster_read_csv(world.company.matrix, view(world.csv), nullptr, options, nullptr,
                              out.out(), nullptr),
          told(out)};
}
CALL(skm_roster_read_csv, skm_read_options) {
  Roster out;
  return {skm_roster_read_csv(world.company.matrix, view(world.csv), nullptr, nullptr, options,
                              out.out(), nullptr),
          told(out)};
}
CALL(skm_roster_build_columns, skm_roster_options) {
  Roster out;
  const skm_roster_columns columns = SKM_ROSTER_COLUMNS_INIT;
  return {skm_roster_build_columns(world.company.matrix, &columns, options, out.out(), nullptr),
          told(out)};
}
CALL(skm_roster_build_columns, skm_roster_columns) {
  Roster out;
  return {skm_roster_build_columns(world.company.matrix, options, nullptr, out.out(), nullptr),
          told(out)};
}
constexpr const char* expectations = "role,level,skill\nAnalyst,Junior,SQL\n";
CALL(skm_csv_read_expectations, skm_expectations_csv_options) {
  Framework out;
  return {skm_csv_read_expectations(view(expectations), options, nullptr, out.out(), nullptr),
          told(out)};
}
CALL(skm_csv_read_expectations, skm_read_options) {
  Framework out;
  return {skm_csv_read_expectations(view(expectations), nullptr, options, out.out(), nullptr),
          told(out)};
}
CALL(skm_csv_read_back, skm_read_options) {
  Framework out;
  return {skm_csv_read_back(view(expectations), world.framework, view("en"), options, out.out(),
                            nullptr),
          told(out)};
}
CALL(skm_csv_read_ratings, skm_ratings_csv_options) {
  Profiles out;
  return {skm_csv_read_ratings(view(world.csv), options, nullptr, out.out(), nullptr), told(out)};
}
CALL(skm_csv_read_ratings, skm_read_options) {
  Profiles out;
  return {skm_csv_read_ratings(view(world.csv), nullptr, options, out.out(), nullptr), told(out)};
}
CALL(skm_roster_import_arrow, skm_roster_options) {
  Roster out;
  ArrowArrayStream ratings = stream_of(
      batch({words("person", {"a"}), words("skill", {"sql"}), words("rating", {"working"})}));
  return {
      skm_roster_import_arrow(world.company.matrix, &ratings, nullptr, options, out.out(), nullptr),
      told(out)};
}
CALL(skm_gap_analyze, skm_gap_options) {
  Gap out;
  skm_gap_create(out.out(), nullptr);
  return {skm_gap_analyze(out.get(), world.company.matrix, world.company.roster, 0, 0, options,
                          nullptr),
          made(skm_gap_to_json, out, world.reader)};
}
CALL(skm_gap_analyze_profile, skm_gap_options) {
  Gap out;
  skm_gap_create(out.out(), nullptr);
  return {
      skm_gap_analyze_profile(out.get(), world.company.matrix, world.profile, 0, options, nullptr),
      made(skm_gap_to_json, out, world.reader)};
}
CALL(skm_gap_analyze_holdings, skm_gap_options) {
  Gap out;
  const skm_holding holdings[] = {{0, 1, 0, 0}, {2, 2, 0, 0}};
  skm_gap_create(out.out(), nullptr);
  return {
      skm_gap_analyze_holdings(out.get(), world.company.matrix, 2, holdings, 0, options, nullptr),
      made(skm_gap_to_json, out, world.reader)};
}
CALL(skm_matches_of_role_levels, skm_match_options) {
  Matches out;
  return {
      skm_matches_of_role_levels(world.company.matrix, world.profile, options, out.out(), nullptr),
      made(skm_matches_to_json, out, world.reader)};
}
CALL(skm_matches_of_people, skm_match_options) {
  Matches out;
  return {
      skm_matches_of_people(world.company.matrix, world.profiles, 0, options, out.out(), nullptr),
      made(skm_matches_to_json, out, world.reader)};
}
CALL(skm_scores_score_people, skm_batch_options) {
  Scores out;
  skm_scores_create(out.out(), nullptr);
  return {skm_scores_score_people(out.get(), world.company.plan, world.company.roster, 0, options,
                                  nullptr),
          text(skm_scores_lower(out))};
}
CALL(skm_scores_score_own_role_levels, skm_batch_options) {
  Scores out;
  skm_scores_create(out.out(), nullptr);
  return {skm_scores_score_own_role_levels(out.get(), world.company.plan, world.company.roster,
                                           options, nullptr),
          text(skm_scores_lower(out))};
}
CALL(skm_ranking_rank_people, skm_batch_options) {
  Ranking out;
  skm_ranking_create(out.out(), nullptr);
  return {skm_ranking_rank_people(out.get(), world.company.plan, world.company.roster, nullptr, 0,
                                  3, options, nullptr),
          text(skm_ranking_items(out))};
}
CALL(skm_ranking_rank_role_levels, skm_batch_options) {
  Ranking out;
  skm_ranking_create(out.out(), nullptr);
  return {skm_ranking_rank_role_levels(out.get(), world.company.plan, world.company.roster, nullptr,
                                       0, 3, options, nullptr),
          text(skm_ranking_items(out))};
}
CALL(skm_counts_count_skills, skm_batch_options) {
  Counts out;
  skm_counts_create(out.out(), nullptr);
  return {skm_counts_count_skills(out.get(), world.company.matrix, world.company.roster, options,
                                  nullptr),
          text(skm_counts_holders(out))};
}

/// The same for calls that fill in a struct.
template <auto function, class Struct>
skm_status fill(const World& world, Struct* target);

template <>
skm_status fill<&skm_diagnostics_get, skm_diagnostic>(const World& world, skm_diagnostic* target) {
  return skm_diagnostics_get(skm_error_diagnostics(world.error), 0, target);
}
template <>
skm_status fill<&skm_diagnostics_get_code, skm_code_description>(const World&,
                                                                 skm_code_description* target) {
  return skm_diagnostics_get_code(0, target);
}
template <>
skm_status fill<&skm_profile_get_rating, skm_rating>(const World& world, skm_rating* target) {
  return skm_profile_get_rating(world.profile, 0, target);
}
template <>
skm_status fill<&skm_locale_check, skm_tag_problem>(const World&, skm_tag_problem* target) {
  // The tag is bad, and that is all that is told; a struct that cannot be comes first.
  const skm_status status = skm_locale_check(view("de_DE"), target);
  return status == SKM_ERR_INVALID_INPUT ? SKM_OK : status;
}
template <>
skm_status fill<&skm_scoring_get_model, skm_scoring_model>(const World&,
                                                           skm_scoring_model* target) {
  return skm_scoring_get_model(0, target);
}

// --- What is expected ---

/// A struct in a block that is longer: `size` bytes of it, and behind these only what misleads.
template <class Struct>
class Block {
 public:
  static constexpr std::size_t room = sizeof(Struct) + 24;

  /// As another version has it, who knows `size` bytes, all of them of the default.
  explicit Block(std::size_t size) {
    std::fill(std::begin(bytes_), std::end(bytes_), misleading);
    std::memset(bytes_, 0, std::min(size, room));
    set_size(size);
  }
  void set_size(std::size_t size) { std::memcpy(bytes_, &size, sizeof(size)); }
  unsigned char& byte(std::size_t at) { return bytes_[at]; }
  Struct* get() { return reinterpret_cast<Struct*>(bytes_); }

  static constexpr unsigned char misleading = 0xff;

 private:
  alignas(Struct) unsigned char bytes_[room];
};

/// No struct has such a size. The last one is what a struct begins with whose size was not set.
constexpr std::size_t impossible[] = {0, sizeof(std::size_t) - 1, 4097, SIZE_MAX};

template <class Struct>
void expect_initial_is_nothing() {
  const Block<Struct> nothing(sizeof(Struct));
  EXPECT_EQ(std::memcmp(&Sized<Struct>::initial, const_cast<Block<Struct>&>(nothing).get(),
                        sizeof(Struct)),
            0)
      << "the INIT macro has something else than the size and 0";
  EXPECT_EQ(std::end(Sized<Struct>::ends)[-1], sizeof(Struct));
}

template <auto function, class Options>
void expect_all_sizes(const World& world) {
  expect_initial_is_nothing<Options>();
  const Outcome usual = call<function>(world, &Sized<Options>::initial);
  ASSERT_EQ(usual.status, SKM_OK);
  const auto expect_usual = [&](const Options* options, const std::string& what) {
    const Outcome outcome = call<function>(world, options);
    EXPECT_EQ(outcome.status, SKM_OK) << what;
    EXPECT_EQ(outcome.told, usual.told) << what;
  };
  const auto refused = [&](const Options* options) {
    return call<function>(world, options).status == SKM_ERR_UNSUPPORTED_OPTION;
  };
  for (const std::size_t size : Sized<Options>::ends) {
    expect_usual(Block<Options>(size).get(), "of " + std::to_string(size) + " bytes");
  }
  constexpr std::size_t longer = Block<Options>::room;
  Block<Options> newer(longer);
  expect_usual(newer.get(), "of a newer program");
  for (const std::size_t at : {sizeof(Options), longer - 1}) {
    newer.byte(at) = 1;
    EXPECT_TRUE(refused(newer.get())) << "something unknown at " << at;
    newer.byte(at) = 0;
  }
  for (const std::size_t size : impossible) {
    newer.set_size(size);
    EXPECT_TRUE(refused(newer.get())) << "of " << size << " bytes";
  }
}

template <auto function, class Struct>
void expect_filled_as_far_as_known(const World& world) {
  expect_initial_is_nothing<Struct>();
  Block<Struct> usual(sizeof(Struct));
  ASSERT_EQ((fill<function>(world, usual.get())), SKM_OK);
  for (const std::size_t size : Sized<Struct>::ends) {
    Block<Struct> older(size);
    EXPECT_EQ((fill<function>(world, older.get())), SKM_OK);
    for (std::size_t at = sizeof(std::size_t); at < sizeof(Struct); ++at) {
      EXPECT_EQ(older.byte(at), at < size ? usual.byte(at) : Block<Struct>::misleading)
          << "byte " << at << " of " << size;
    }
  }
  Block<Struct> newer(Block<Struct>::room);
  EXPECT_EQ((fill<function>(world, newer.get())), SKM_OK);
  EXPECT_EQ(newer.byte(sizeof(Struct)), 0) << "written behind its end";
  for (const std::size_t size : impossible) {
    newer.set_size(size);
    EXPECT_EQ((fill<function>(world, newer.get())), SKM_ERR_UNSUPPORTED_OPTION);
  }
}

template <auto function, class Options>
void expect_none_is_usual(const World& world) {
  const Outcome usual = call<function>(world, &Sized<Options>::initial);
  const Outcome none = call<function>(world, static_cast<const Options*>(nullptr));
  EXPECT_EQ(none.status, SKM_OK);
  EXPECT_EQ(none.told, usual.told);
}

/// These are not options: without them there is nothing to do.
template <>
void expect_none_is_usual<&skm_roster_build_columns, skm_roster_columns>(const World& world) {
  EXPECT_EQ((call<&skm_roster_build_columns, skm_roster_columns>(world, nullptr).status),
            SKM_ERR_INVALID_ARGUMENT);
}

#define CHECK(expectation, function, Struct)     \
  {                                              \
    SCOPED_TRACE(#function " " #Struct);         \
    expectation<&function, Struct>(the_world()); \
  }

TEST(Options, OfOtherVersionsAreUnderstood){
#define CHECK_SIZES(function, Options) CHECK(expect_all_sizes, function, Options)
    SKM_EVERY_OPTIONS(CHECK_SIZES)}

TEST(Options, MayBeNone){
#define CHECK_NONE(function, Options) CHECK(expect_none_is_usual, function, Options)
    SKM_EVERY_OPTIONS(CHECK_NONE)}

TEST(Options, AreFilledInAsFarAsTheCallerKnows) {
#define CHECK_FILLED(function, Struct) CHECK(expect_filled_as_far_as_known, function, Struct)
  SKM_EVERY_FILLED(CHECK_FILLED)
}

}  // namespace
}  // namespace skillmatrix::capi_tests
