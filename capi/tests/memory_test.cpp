// What happens when there is no memory: the k-th allocation fails, for every k, in every call.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <limits>
#include <new>

#include "arrow_tables.hpp"
#include "handles.hpp"

namespace {

// The library allocates through these, too.
std::atomic<std::uint64_t> allocations_left = std::numeric_limits<std::uint64_t>::max();
std::atomic<std::int64_t> live_allocations = 0;

void* allocate(std::size_t size) {
  if (allocations_left.load() == 0) throw std::bad_alloc();
  --allocations_left;
  void* const memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  ++live_allocations;
  return memory;
}

void release(void* memory) noexcept {
  if (memory == nullptr) return;
  --live_allocations;
  std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
// Who asks in this way can do without, so that this one does not fail.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  void* const memory = std::malloc(size == 0 ? 1 : size);
  if (memory != nullptr) ++live_allocations;
  return memory;
}
void* operator new[](std::size_t size, const std::nothrow_t& tag) noexcept {
  return operator new(size, tag);
}
void operator delete(void* memory) noexcept { release(memory); }
void operator delete[](void* memory) noexcept { release(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { release(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }
void operator delete[](void* memory, std::size_t) noexcept { release(memory); }

namespace skillmatrix::capi_tests {
namespace {

constexpr const char* small = R"({
  "schema": "skillmatrix.framework/1", "id": "small", "version": "1", "default_locale": "en",
  "scales": [{"id": "s", "levels": [{"id": "low"}, {"id": "high"}]}],
  "skills": [{"id": "a skill whose id is long enough to need memory", "scale": "s"}],
  "roles": [{"id": "r", "ladder": "s"}],
  "expectations": [{"role": "r", "level": "high", "requirement": {"necessity": "required", "level": "low"},
                    "skill": "a skill whose id is long enough to need memory"}]
})";

/// Runs a call, which gives its status and leaves nothing behind, with less and less memory.
void expect_survival(const std::function<skm_status()>& call) {
  ASSERT_EQ(call(), SKM_OK) << "with all the memory there is";
  std::uint64_t failures = 0;
  for (std::uint64_t most = 0;; ++most) {
    const std::int64_t before = live_allocations;
    allocations_left = most;
    const skm_status status = call();
    const bool has_failed = allocations_left == 0 && status != SKM_OK;
    allocations_left = std::numeric_limits<std::uint64_t>::max();
    ASSERT_EQ(live_allocations, before) << "left behind after " << most << " allocations";
    if (!has_failed) {
      EXPECT_EQ(status, SKM_OK);
      break;
    }
    ASSERT_EQ(status, SKM_ERR_OUT_OF_MEMORY) << "after " << most << " allocations";
    ++failures;
  }
  EXPECT_GT(failures, 0U) << "nothing was allocated";
}

Framework& small_framework() {
  static Framework framework;
  if (static_cast<const skm_framework*>(framework) == nullptr) {
    EXPECT_EQ(skm_framework_parse(view(small), nullptr, framework.out(), nullptr), SKM_OK);
  }
  return framework;
}

TEST(Memory, BuildInfoSurvivesWithout) {
  expect_survival([] {
    Buffer json;
    Error error;
    return skm_build_info(json.out(), error.out());
  });
}

TEST(Memory, ReadingSurvivesWithout) {
  expect_survival([] {
    Framework framework;
    Error error;
    const skm_status status =
        skm_framework_parse(view(small), nullptr, framework.out(), error.out());
    EXPECT_EQ(static_cast<const skm_framework*>(framework) == nullptr, status != SKM_OK);
    return status;
  });
}

constexpr const char* people =
    R"({"schema": "skillmatrix.profile/1", "id": "somebody whose id needs memory", "name": "P", "role": "r", "level": "high", "ratings": [{"skill": "a skill whose id is long enough to need memory", "level": "low"}]}
{"schema": "skillmatrix.profile/1", "id": "nobody", "mistake": 1}
{"schema": "skillmatrix.profile/1", "id": "q", "name": "Q"})";

TEST(Memory, ReadingProfilesSurvivesWithout) {
  const std::string one = std::string(people).substr(0, std::string_view(people).find('\n'));
  expect_survival([&] {
    Profile profile;
    Error error;
    return skm_profile_parse(view(one), nullptr, profile.out(), error.out());
  });
  expect_survival([] {
    Profiles profiles;
    Error error;
    return skm_profiles_parse(view(people), nullptr, profiles.out(), error.out());
  });
}

TEST(Memory, WritingProfilesSurvivesWithout) {
  Profiles profiles;
  ASSERT_EQ(skm_profiles_parse(view(people), nullptr, profiles.out(), nullptr), SKM_OK);
  expect_survival([&] {
    Buffer ndjson;
    Error error;
    return skm_profiles_to_ndjson(profiles, ndjson.out(), error.out());
  });
  expect_survival([&] {
    Buffer json;
    Error error;
    return skm_profile_to_json(skm_profiles_get(profiles, 0), 0, json.out(), error.out());
  });
}

Matrix& small_matrix() {
  static Matrix matrix;
  if (matrix.get() == nullptr) {
    EXPECT_EQ(skm_matrix_build(small_framework(), matrix.out(), nullptr), SKM_OK);
  }
  return matrix;
}

TEST(Memory, BuildingRostersSurvivesWithout) {
  Profiles profiles;
  ASSERT_EQ(skm_profiles_parse(view(people), nullptr, profiles.out(), nullptr), SKM_OK);
  expect_survival([&] {
    Roster roster;
    Error error;
    return skm_roster_build(small_matrix(), profiles, nullptr, roster.out(), error.out());
  });
  expect_survival([] {
    Roster roster;
    Error error;
    return skm_roster_read_ndjson(small_matrix(), view(people), nullptr, nullptr, roster.out(),
                                  error.out());
  });
  expect_survival([] {
    Roster roster;
    Error error;
    return skm_roster_read_csv(small_matrix(), view("person,skill,rating\nsomebody,k,low\n"),
                               nullptr, nullptr, nullptr, roster.out(), error.out());
  });
}

TEST(Memory, BuildingRostersOfColumnsSurvivesWithout) {
  const std::uint32_t offsets[] = {0, 1, 2};
  const std::uint32_t numbers[] = {0, 0};
  const std::uint64_t first[] = {0, 1, 2};
  const std::uint8_t ranks[] = {1, 77};
  skm_roster_columns columns = SKM_ROSTER_COLUMNS_INIT;
  columns.person_count = columns.rating_count = 2;
  columns.person_ids = {"ab", 2, offsets, 4};
  columns.first = first;
  columns.skills = numbers;
  columns.ranks = ranks;
  expect_survival([&] {
    Roster roster;
    Error error;
    return skm_roster_build_columns(small_matrix(), &columns, nullptr, roster.out(), error.out());
  });
}

/// All that a roster says of one person after the other.
std::string told_by(const skm_roster* roster) {
  std::string all;
  for (std::uint32_t person = 0; person < skm_roster_person_count(roster); ++person) {
    skm_holding holding = {0, SKM_NONE, 0, 0};
    if (skm_roster_holding_count(roster, person) != 0) {
      EXPECT_EQ(skm_roster_holdings(roster, person, 1, &holding), SKM_OK);
    }
    all += std::string(text(skm_roster_person_id(roster, person))) + ' ' +
           std::to_string(skm_roster_own_role_level(roster, person)) + ' ' +
           std::to_string(holding.rank) + ' ' +
           std::to_string(skm_roster_find_person(roster, skm_roster_person_id(roster, person))) +
           ' ' + std::to_string(skm_roster_source(roster, person)) + '\n';
  }
  return all;
}

/// Changes rosters with less and less memory. One whose change fails says what it said before.
void expect_change_survival(const std::function<skm_status(skm_roster*, skm_error**)>& change) {
  expect_survival([&] {
    const std::uint64_t most = allocations_left.exchange(std::numeric_limits<std::uint64_t>::max());
    Roster roster;
    EXPECT_EQ(skm_roster_read_ndjson(small_matrix(), view(people), nullptr, nullptr, roster.out(),
                                     nullptr),
              SKM_OK);
    const std::string before = told_by(roster);
    allocations_left = most;
    Error error;
    const skm_status status = change(roster.get(), error.out());
    const std::uint64_t left = allocations_left.exchange(std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(told_by(roster) == before, status != SKM_OK);
    allocations_left = left;
    return status;
  });
}

TEST(Memory, RostersSurviveChangesWithout) {
  Profiles profiles;
  ASSERT_EQ(skm_profiles_parse(view(people), nullptr, profiles.out(), nullptr), SKM_OK);
  Profile newcomer;
  ASSERT_EQ(skm_profile_parse(view(R"({"schema": "skillmatrix.profile/1", "id": "a newcomer",
      "name": "N", "ratings": [{"skill": "nonsense", "level": "low"},
          {"skill": "a skill whose id is long enough to need memory", "level": "high"}]})"),
                              nullptr, newcomer.out(), nullptr),
            SKM_OK);
  const skm_holding holding = {0, 2, 0, 0};
  expect_change_survival([](skm_roster* roster, skm_error** error) {
    return skm_roster_set_rank(roster, 1, 0, 2, error);
  });
  expect_change_survival([&](skm_roster* roster, skm_error** error) {
    return skm_roster_set_holdings(roster, 0, 1, &holding, error);
  });
  expect_change_survival([&](skm_roster* roster, skm_error** error) {
    skm_diagnostics* findings = nullptr;
    const skm_status status = skm_roster_set_ratings(roster, 1, newcomer, &findings, error);
    EXPECT_EQ(skm_diagnostics_count(findings), status == SKM_OK ? 1U : 0U);
    skm_diagnostics_destroy(findings);
    return status;
  });
  expect_change_survival([&](skm_roster* roster, skm_error** error) {
    std::uint32_t person = 0;
    skm_diagnostics* findings = nullptr;
    const skm_status status = skm_roster_add_profile(roster, newcomer, &person, &findings, error);
    EXPECT_EQ(skm_diagnostics_count(findings), status == SKM_OK ? 1U : 0U);
    EXPECT_EQ(person, status == SKM_OK ? 2U : SKM_NONE);
    skm_diagnostics_destroy(findings);
    return status;
  });
  expect_change_survival([&](skm_roster* roster, skm_error** error) {
    std::uint32_t person = 0;
    const skm_status status =
        skm_roster_add(roster, view("newcomer"), 0, 1, &holding, &person, error);
    EXPECT_EQ(person, status == SKM_OK ? 2U : SKM_NONE);
    return status;
  });
  expect_change_survival(
      [](skm_roster* roster, skm_error** error) { return skm_roster_remove(roster, 0, error); });
}

TEST(Memory, BatchesSurviveWithout) {
  Roster roster;
  ASSERT_EQ(
      skm_roster_read_ndjson(small_matrix(), view(people), nullptr, nullptr, roster.out(), nullptr),
      SKM_OK);
  Plan plan;
  ASSERT_EQ(skm_plan_build(small_matrix(), {}, plan.out(), nullptr), SKM_OK);
  expect_survival([] {
    Plan other;
    Error error;
    return skm_plan_build(small_matrix(), {}, other.out(), error.out());
  });
  expect_survival([] {
    const skm_fraction credits[] = {{1, 1}, {1, 2}};
    Plan other;
    Error error;
    return skm_plan_build_credits(small_matrix(), view("gap.stepped/1"), 2, credits, other.out(),
                                  error.out());
  });
  expect_survival([&] {
    Scores scores;
    Scores clone;
    Error error;
    skm_status status = skm_scores_create(scores.out(), error.out());
    if (status == SKM_OK) {
      status = skm_scores_score_own_role_levels(scores.get(), plan, roster, nullptr, error.out());
      EXPECT_EQ(skm_scores_count(scores), status == SKM_OK ? 2U : 0U);
    }
    if (status == SKM_OK) status = skm_scores_clone(scores, clone.out(), error.out());
    if (status != SKM_OK) return status;
    status = skm_scores_rescore(scores.get(), roster, 1, error.out());
    EXPECT_EQ(skm_scores_count(scores), 2U);
    return status;
  });
  expect_survival([&] {
    Ranking ranking;
    Error error;
    const std::uint32_t rows[] = {0, 1};
    skm_status status = skm_ranking_create(ranking.out(), error.out());
    if (status == SKM_OK) {
      status =
          skm_ranking_rank_people(ranking.get(), plan, roster, rows, 2, 2, nullptr, error.out());
    }
    if (status == SKM_OK) {
      status = skm_ranking_rank_role_levels(ranking.get(), plan, roster, rows, 2, 2, nullptr,
                                            error.out());
    }
    if (status != SKM_OK) return status;
    status = skm_ranking_rerank(ranking.get(), roster, 1, error.out());
    EXPECT_EQ(skm_ranking_row_count(ranking), 2U);
    return status;
  });
  expect_survival([&] {
    Counts counts;
    Error error;
    Counts clone;
    skm_status status = skm_counts_create(counts.out(), error.out());
    if (status != SKM_OK) return status;
    status = skm_counts_count_skills(counts.get(), small_matrix(), roster, nullptr, error.out());
    if (status == SKM_OK) status = skm_counts_clone(counts, clone.out(), error.out());
    if (status != SKM_OK) return status;
    status = skm_counts_count_out(counts.get(), roster, 0, error.out());
    EXPECT_EQ(skm_counts_count(counts), 2U);
    return status;
  });
}

TEST(Memory, GapsSurviveWithout) {
  Profiles profiles;
  ASSERT_EQ(skm_profiles_parse(view(people), nullptr, profiles.out(), nullptr), SKM_OK);
  Roster roster;
  ASSERT_EQ(skm_roster_build(small_matrix(), profiles, nullptr, roster.out(), nullptr), SKM_OK);
  skm_gap_options options = SKM_GAP_OPTIONS_INIT;
  options.threshold_numerator = options.threshold_denominator = 1;
  expect_survival([&] {
    Gap gap;
    Error error;
    skm_status status = skm_gap_create(gap.out(), error.out());
    if (status != SKM_OK) return status;
    status = skm_gap_analyze(gap.get(), small_matrix(), roster, 0, 0, &options, error.out());
    EXPECT_EQ(skm_gap_role_level(gap), status == SKM_OK ? 0U : SKM_NONE);
    if (status != SKM_OK) return status;
    return skm_gap_analyze_profile(gap.get(), small_matrix(), skm_profiles_get(profiles, 0), 0,
                                   &options, error.out());
  });
  Gap gap;
  Reader reader;
  ASSERT_EQ(skm_gap_create(gap.out(), nullptr), SKM_OK);
  ASSERT_EQ(skm_reader_build(small_matrix(), nullptr, nullptr, reader.out(), nullptr), SKM_OK);
  ASSERT_EQ(skm_gap_analyze(gap.get(), small_matrix(), roster, 0, 0, &options, nullptr), SKM_OK);
  expect_survival([&] {
    Buffer json;
    Error error;
    return skm_gap_to_json(gap, reader, json.out(), error.out());
  });
}

TEST(Memory, GapsOfHoldingsSurviveWithout) {
  const skm_holding holding = {0, 1, 0, 0};
  const skm_fraction credits[] = {{1, 1}, {1, 2}};
  Roster roster;
  ASSERT_EQ(
      skm_roster_read_ndjson(small_matrix(), view(people), nullptr, nullptr, roster.out(), nullptr),
      SKM_OK);
  expect_survival([&] {
    Gap gap;
    Error error;
    const skm_status status = skm_gap_create(gap.out(), error.out());
    if (status != SKM_OK) return status;
    return skm_gap_analyze_holdings(gap.get(), small_matrix(), 1, &holding, 0, nullptr,
                                    error.out());
  });
  expect_survival([&] {
    Error error;
    skm_gap_summary summary;
    return skm_gap_summarize_credits(small_matrix(), roster, 0, 0, view("gap.stepped/1"), 2,
                                     credits, &summary, error.out());
  });
}

TEST(Memory, SecondHandlesSurviveWithout) {
  Roster roster;
  Plan plan;
  ASSERT_EQ(
      skm_roster_read_ndjson(small_matrix(), view(people), nullptr, nullptr, roster.out(), nullptr),
      SKM_OK);
  ASSERT_EQ(skm_plan_build(small_matrix(), {}, plan.out(), nullptr), SKM_OK);
  expect_survival([&] {
    Matrix matrix;
    Roster copy;
    Plan other;
    Error error;
    skm_status status = skm_matrix_clone(small_matrix(), matrix.out(), error.out());
    if (status == SKM_OK) status = skm_plan_clone(plan, other.out(), error.out());
    if (status == SKM_OK) status = skm_roster_clone(roster, copy.out(), error.out());
    return status;
  });
}

TEST(Memory, TextsSurviveWithout) {
  const std::string text(100, '\a');
  expect_survival([&] {
    Buffer other;
    Error error;
    skm_unsafe_character found;
    std::uint32_t count = 0;
    skm_status status = skm_text_normalize(view(text), other.out(), error.out());
    if (status == SKM_OK) {
      status = skm_text_truncate(view(text), 50, {}, other.out(), error.out());
    }
    if (status == SKM_OK) {
      status = skm_text_isolate(view(text), SKM_DIRECTION_LTR, other.out(), error.out());
    }
    if (status != SKM_OK) return status;
    return skm_text_find_unsafe(view(text), SKM_TEXT_USE_PROSE, 1, &found, &count);
  });
}

TEST(Memory, ChecksSurviveWithout) {
  expect_survival([] {
    Error error;
    skm_diagnostics* findings = nullptr;
    const skm_status status = skm_framework_validate(small_framework(), 0, &findings, error.out());
    skm_diagnostics_destroy(findings);
    return status;
  });
}

TEST(Memory, GapsOfRostersNeedNoneWhenWarm) {
  Matrix matrix;
  Roster roster;
  Gap gap;
  build_sample(matrix);
  const std::string ndjson = read_file(example("people.ndjson"));
  ASSERT_EQ(skm_roster_read_ndjson(matrix, view(ndjson), nullptr, nullptr, roster.out(), nullptr),
            SKM_OK);
  ASSERT_EQ(skm_gap_create(gap.out(), nullptr), SKM_OK);
  skm_gap_options options = SKM_GAP_OPTIONS_INIT;
  options.scoring_model = view("coverage.weighted/1");
  const skm_holding holdings[] = {{0, 1, 0, 0}, {3, 2, 0, 0}};
  const auto analyze_all = [&] {
    for (std::uint32_t level = 0; level < skm_matrix_role_level_count(matrix); ++level) {
      for (std::uint32_t person = 0; person < skm_roster_person_count(roster); ++person) {
        Error error;
        skm_gap_summary summary;
        ASSERT_EQ(skm_gap_analyze(gap.get(), matrix, roster, person, level, &options, error.out()),
                  SKM_OK);
        ASSERT_EQ(skm_gap_summarize(matrix, roster, person, level, options.scoring_model, &summary,
                                    error.out()),
                  SKM_OK);
      }
      ASSERT_EQ(skm_gap_analyze_holdings(gap.get(), matrix, 2, holdings, level, &options, nullptr),
                SKM_OK);
    }
  };
  analyze_all();
  allocations_left = 0;
  analyze_all();
  allocations_left = std::numeric_limits<std::uint64_t>::max();
}

TEST(Memory, MatchesSurviveWithout) {
  Profiles profiles;
  Reader reader;
  ASSERT_EQ(skm_profiles_parse(view(people), nullptr, profiles.out(), nullptr), SKM_OK);
  ASSERT_EQ(skm_reader_build(small_matrix(), nullptr, nullptr, reader.out(), nullptr), SKM_OK);
  expect_survival([&] {
    Matches matches;
    Buffer json;
    Error error;
    const skm_status status = skm_matches_of_role_levels(
        small_matrix(), skm_profiles_get(profiles, 0), nullptr, matches.out(), error.out());
    if (status != SKM_OK) return status;
    return skm_matches_to_json(matches, reader, json.out(), error.out());
  });
  expect_survival([&] {
    Matches matches;
    Buffer json;
    Error error;
    const skm_status status =
        skm_matches_of_people(small_matrix(), profiles, 0, nullptr, matches.out(), error.out());
    if (status != SKM_OK) return status;
    return skm_matches_to_json(matches, reader, json.out(), error.out());
  });
}

/// Exports a result, of whatever kind, and releases what came out.
template <class Export, class Result>
skm_status export_and_release(Export export_arrow, const Result& result) {
  Error error;
  ArrowSchema schema{};
  ArrowArray array{};
  const skm_status status = export_arrow(result, &schema, &array, error.out());
  EXPECT_EQ(schema.release == nullptr, status != SKM_OK);
  EXPECT_EQ(array.release == nullptr, status != SKM_OK);
  if (status == SKM_OK) {
    schema.release(&schema);
    array.release(&array);
  }
  return status;
}

TEST(Memory, ExportsToArrowSurviveWithout) {
  Roster roster;
  ASSERT_EQ(
      skm_roster_read_ndjson(small_matrix(), view(people), nullptr, nullptr, roster.out(), nullptr),
      SKM_OK);
  Plan plan;
  ASSERT_EQ(skm_plan_build(small_matrix(), {}, plan.out(), nullptr), SKM_OK);
  Counts counts;
  ASSERT_EQ(skm_counts_create(counts.out(), nullptr), SKM_OK);
  ASSERT_EQ(skm_counts_count_skills(counts.get(), small_matrix(), roster, nullptr, nullptr),
            SKM_OK);
  Scores scores;
  ASSERT_EQ(skm_scores_create(scores.out(), nullptr), SKM_OK);
  ASSERT_EQ(skm_scores_score_own_role_levels(scores.get(), plan, roster, nullptr, nullptr), SKM_OK);
  Ranking ranking;
  ASSERT_EQ(skm_ranking_create(ranking.out(), nullptr), SKM_OK);
  const std::uint32_t level = 0;
  ASSERT_EQ(skm_ranking_rank_people(ranking.get(), plan, roster, &level, 1, 9, nullptr, nullptr),
            SKM_OK);
  expect_survival([&] { return export_and_release(skm_counts_export_arrow, counts); });
  expect_survival([&] { return export_and_release(skm_scores_export_arrow, scores); });
  expect_survival([&] { return export_and_release(skm_ranking_export_arrow, ranking); });
}

/// A stream of a batch: what the test makes of it has memory.
skm_status make_stream(const Given& given, ArrowArrayStream& stream, skm_error** out_error) {
  const std::uint64_t left = allocations_left.exchange(std::numeric_limits<std::uint64_t>::max());
  ArrowSchema schema = schema_of(given);
  ArrowArray array = array_of(given);
  allocations_left = left;
  return skm_arrow_stream(&schema, &array, &stream, out_error);
}

TEST(Memory, ImportsFromArrowSurviveWithout) {
  const char* const skill = "a skill whose id is long enough to need memory";
  const Given ratings =
      batch({words("person", {"somebody whose id needs memory", "nobody", {}}),
             dictionary("skill", {skill, skill, skill}), words("rating", {"low", "none", {}}),
             words("a column that is not used by anybody", {"", "", ""})});
  const Given everybody = batch(
      {words("person", {"somebody whose id needs memory"}), whole_numbers("role_level", "l", {0})});
  expect_survival([&] {
    Roster roster;
    Error error;
    ArrowArrayStream rows{};
    ArrowArrayStream people_of_rows{};
    skm_status status = make_stream(ratings, rows, error.out());
    if (status != SKM_OK) return status;
    status = make_stream(everybody, people_of_rows, error.out());
    if (status != SKM_OK) {
      rows.release(&rows);
      return status;
    }
    status = skm_roster_import_arrow(small_matrix(), &rows, &people_of_rows, nullptr, roster.out(),
                                     error.out());
    EXPECT_EQ(live_structs, 0);
    if (status != SKM_OK) return status;
    ArrowSchema schema{};
    ArrowArray array{};
    status = skm_roster_export_arrow(roster, &schema, &array, error.out());
    if (status != SKM_OK) return status;
    schema.release(&schema);
    array.release(&array);
    return status;
  });
}

TEST(Memory, WritingSurvivesWithout) {
  expect_survival([] {
    Buffer json;
    Error error;
    return skm_framework_to_json(small_framework(), 0, json.out(), error.out());
  });
}

TEST(Memory, BuildingSurvivesWithout) {
  expect_survival([] {
    Matrix matrix;
    Error error;
    const skm_status status = skm_matrix_build(small_framework(), matrix.out(), error.out());
    EXPECT_EQ(static_cast<const skm_matrix*>(matrix) == nullptr, status != SKM_OK);
    return status;
  });
}

TEST(Memory, SavingAndOpeningSurviveWithout) {
  Matrix matrix;
  ASSERT_EQ(skm_matrix_build(small_framework(), matrix.out(), nullptr), SKM_OK);
  const std::string path =
      (std::filesystem::temp_directory_path() / "skillmatrix_capi_memory_test.skm").string();
  expect_survival([&] {
    Error error;
    return skm_matrix_save(matrix, view(path), error.out());
  });
  expect_survival([&] {
    Matrix opened;
    Error error;
    return skm_matrix_open(view(path), opened.out(), error.out());
  });
  expect_survival([&] {
    Error error;
    Matrix opened;
    const skm_status status = skm_matrix_open(view(path), opened.out(), error.out());
    return status == SKM_OK ? skm_matrix_verify(opened, error.out()) : status;
  });
  std::filesystem::remove(path);
}

TEST(Memory, NegotiatingSurvivesWithout) {
  const skm_string_view tags[] = {view("de"), view("en")};
  const skm_locale_fallback fallback = {view("fr"), view("de")};
  skm_negotiation_options options = SKM_NEGOTIATION_OPTIONS_INIT;
  options.fallbacks = &fallback;
  options.fallback_count = 1;
  expect_survival([&] {
    skm_locale_link links[2];
    Error error;
    return skm_locale_negotiate(view("fr, en;q=0"), 2, tags, view("en"), &options, links,
                                error.out());
  });
  expect_survival([] {
    Buffer tag;
    Error error;
    return skm_locale_canonicalize(view("zh-hant-tw-u-nu-latn-x-some"), tag.out(), error.out());
  });
  expect_survival([] {
    skm_tag_problem problem = SKM_TAG_PROBLEM_INIT;
    const skm_status status =
        skm_locale_check(view("en-a-subtag-that-is-far-too-long-for-a-tag"), &problem);
    return status == SKM_ERR_INVALID_INPUT ? SKM_OK : status;
  });
}

TEST(Memory, MessagesSurviveWithout) {
  expect_survival([] {
    Messages messages;
    Error error;
    return skm_messages_built_in(messages.out(), error.out());
  });
  const skm_catalog catalog = {view(R"({"schema": "skillmatrix.messages/1", "locale": "en",
      "messages": {"host.people": "{count, plural, one {# person} other {# people}}"}})"),
                               view("a name that is long enough to need memory")};
  expect_survival([&] {
    Messages messages;
    Error error;
    return skm_messages_extend(nullptr, 1, &catalog, messages.out(), error.out());
  });
}

TEST(Memory, LanguagesSurviveWithout) {
  expect_survival([] {
    Language language;
    Error error;
    return skm_language_build(view("de-AT, en_US"), nullptr, SKM_ISOLATES_AUTOMATIC, language.out(),
                              error.out());
  });
  Language language;
  ASSERT_EQ(skm_language_build(view("de, en_US"), nullptr, SKM_ISOLATES_AUTOMATIC, language.out(),
                               nullptr),
            SKM_OK);
  expect_survival([&] {
    Buffer text;
    Error error;
    const skm_message_argument argument = {view("role"), view("x"), 0, SKM_ARGUMENT_TEXT};
    return skm_language_message(language, view("missing"), 1, &argument, nullptr, text.out(),
                                error.out());
  });
  expect_survival([&] {
    Buffer text;
    Error error;
    return skm_language_diagnostic(language, skm_language_diagnostics(language), 0, text.out(),
                                   error.out());
  });
  expect_survival([&] {
    Buffer text;
    Error error;
    return skm_language_number(language, 1'234'567'890, text.out(), error.out());
  });
  expect_survival([&] {
    Buffer text;
    Error error;
    return skm_language_percent(language, 5, 8, text.out(), error.out());
  });
  expect_survival([&] {
    Buffer text;
    Error error;
    return skm_language_date(language, 20260317, text.out(), error.out());
  });
  const skm_string_view items[] = {view("an item"), view("another one")};
  expect_survival([&] {
    Buffer text;
    Error error;
    return skm_language_list(language, 2, items, text.out(), error.out());
  });
}

TEST(Memory, ReadersAndPagesSurviveWithout) {
  Matrix matrix;
  ASSERT_EQ(skm_matrix_build(small_framework(), matrix.out(), nullptr), SKM_OK);
  expect_survival([&] {
    Reader reader;
    Error error;
    return skm_reader_build(matrix, nullptr, nullptr, reader.out(), error.out());
  });
  Reader reader;
  ASSERT_EQ(skm_reader_build(matrix, nullptr, nullptr, reader.out(), nullptr), SKM_OK);
  for (const auto page : {skm_page_of_skill, skm_page_of_role}) {
    expect_survival([&] {
      Buffer json;
      Error error;
      return page(reader, 0, json.out(), error.out());
    });
  }
  expect_survival([&] {
    Buffer json;
    Error error;
    return skm_page_of_comparison(reader, 0, 0, json.out(), error.out());
  });
}

TEST(Memory, SearchSurvivesWithout) {
  Matrix matrix;
  ASSERT_EQ(skm_matrix_build(small_framework(), matrix.out(), nullptr), SKM_OK);
  for (const auto make : {skm_search_index_of, skm_search_index_build}) {
    expect_survival([&] {
      SearchIndex index;
      Error error;
      return make(matrix, index.out(), error.out());
    });
  }
  expect_survival([&] {
    Matrix both;
    Error error;
    return skm_search_index_embed(matrix, both.out(), error.out());
  });
  Matrix sample;
  SearchIndex index;
  Reader reader;
  build_sample(sample);
  read_in(reader, sample, "de");
  ASSERT_EQ(skm_search_index_build(sample, index.out(), nullptr), SKM_OK);
  expect_survival([&] {
    skm_served_text alias = {};
    std::uint32_t count = 0;
    const std::uint32_t skill = skm_matrix_find_skill(sample, view("transformers-nlp"));
    return skm_reader_skill_aliases(reader, skill, 1, &alias, &count);
  });
  expect_survival([&] {
    skm_search_hit hit = {};
    std::uint32_t count = 0;
    Error error;
    return skm_search_index_find(index, reader, view("lerning"), nullptr, 1, &hit, &count,
                                 error.out());
  });
  expect_survival([&] {
    Buffer json;
    Error error;
    return skm_search_index_to_json(index, reader, view("data"), nullptr, json.out(), error.out());
  });
}

TEST(Memory, CoverageSurvivesWithout) {
  const skm_string_view locale = view("de");
  skm_coverage_options options = SKM_COVERAGE_OPTIONS_INIT;
  options.locales = &locale;
  options.locale_count = 1;
  expect_survival([&] {
    Measured coverage;
    Error error;
    return skm_coverage_measure(small_framework(), &options, coverage.out(), error.out());
  });
  Measured coverage;
  ASSERT_EQ(skm_coverage_measure(small_framework(), &options, coverage.out(), nullptr), SKM_OK);
  expect_survival([&] {
    Buffer json;
    Error error;
    return skm_coverage_to_json(coverage, nullptr, view("small.json"), json.out(), error.out());
  });
  expect_survival([&] {
    Buffer json;
    Error error;
    return skm_coverage_source_texts(small_framework(), 1, &locale, 1, json.out(), error.out());
  });
  expect_survival([&] {
    Buffer hash;
    Error error;
    return skm_coverage_text_hash(view("some text"), hash.out(), error.out());
  });
}

TEST(Memory, TablesSurviveWithout) {
  Profiles profiles;
  ASSERT_EQ(skm_profiles_parse(view(people), nullptr, profiles.out(), nullptr), SKM_OK);
  expect_survival([] {
    Buffer csv;
    Error error;
    skm_diagnostics* findings = nullptr;
    const skm_status status = skm_csv_write_expectations(small_framework(), view("en"), csv.out(),
                                                         &findings, error.out());
    EXPECT_EQ(findings == nullptr, status != SKM_OK);
    skm_diagnostics_destroy(findings);
    return status;
  });
  expect_survival([] {
    Framework framework;
    Error error;
    return skm_csv_read_expectations(view("role,level,skill\na,b,c\n"), nullptr, nullptr,
                                     framework.out(), error.out());
  });
  expect_survival([&] {
    Buffer csv;
    Error error;
    return skm_csv_write_ratings(profiles, {}, csv.out(), error.out());
  });
  expect_survival([] {
    Profiles read;
    Error error;
    return skm_csv_read_ratings(view("person,skill,rating\nsomebody,k,low\n"), nullptr, nullptr,
                                read.out(), error.out());
  });
}

TEST(Memory, CopiesSurviveWithout) {
  Profiles profiles;
  ASSERT_EQ(skm_profiles_parse(view(people), nullptr, profiles.out(), nullptr), SKM_OK);
  const skm_profile* const profile = skm_profiles_get(profiles, 0);
  expect_survival([&] {
    Profiles copies;
    Error error;
    return skm_profiles_create(1, &profile, copies.out(), error.out());
  });
  expect_survival([&] {
    skm_diagnostics* findings = nullptr;
    Error error;
    const skm_status status =
        skm_profile_validate(profile, small_matrix(), 0, &findings, error.out());
    skm_diagnostics_destroy(findings);
    return status;
  });
  expect_survival([] {
    Framework both;
    Error error;
    return skm_framework_with_pseudo_locales(small_framework(), both.out(), error.out());
  });
  expect_survival([] {
    Matrix opened;
    Error error;
    return skm_matrix_open_bytes(skm_matrix_bytes(small_matrix()), opened.out(), error.out());
  });
  for (const auto schema : {skm_framework_schema, skm_profile_schema}) {
    expect_survival([&] {
      Buffer json;
      Error error;
      return schema(json.out(), error.out());
    });
  }
}

}  // namespace
}  // namespace skillmatrix::capi_tests
