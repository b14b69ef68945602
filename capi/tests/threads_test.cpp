// Any number of threads may use a handle through calls that take it as const: here all kinds at
// once.
#include <gtest/gtest.h>

#include <atomic>
#include <cstring>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "world.hpp"

namespace skillmatrix::capi_tests {
namespace {

constexpr std::size_t thread_count = 8;

/// Some work with shared handles. Gives all that came of it.
using Job = std::function<std::string(const World&)>;

std::string analyze_gap(const World& world) {
  Gap gap;
  EXPECT_EQ(skm_gap_create(gap.out(), nullptr), SKM_OK);
  std::string told;
  for (std::uint32_t person = 0; person < 3; ++person) {
    EXPECT_EQ(skm_gap_analyze(gap.get(), world.company.matrix, world.company.roster, person, 11,
                              nullptr, nullptr),
              SKM_OK);
    told += made(skm_gap_to_json, gap, world.reader);
  }
  return told + made(skm_gap_to_json, world.gap, world.reader);
}

std::string match(const World& world) {
  Matches matches;
  EXPECT_EQ(skm_matches_of_role_levels(world.company.matrix, world.profile, nullptr, matches.out(),
                                       nullptr),
            SKM_OK);
  return made(skm_matches_to_json, matches, world.reader);
}

std::string show_pages(const World& world) {
  return made(skm_page_of_skill, world.reader, 3U) + made(skm_page_of_role, world.reader, 1U) +
         made(skm_page_of_progression, world.reader, 0U);
}

std::string search(const World& world) {
  return made(skm_search_index_to_json, world.index, world.reader, view("daat"), nullptr);
}

/// A reader of their own, of the shared matrix, language and messages.
std::string negotiate(const World& world) {
  Language language;
  Reader reader;
  EXPECT_EQ(skm_language_build(view("zh-CN, fr;q=0.5"), world.messages, SKM_ISOLATES_AUTOMATIC,
                               language.out(), nullptr),
            SKM_OK);
  EXPECT_EQ(skm_reader_build(world.company.matrix, language, nullptr, reader.out(), nullptr),
            SKM_OK);
  return made(skm_page_of_skill, reader, 5U) + made(skm_locale_canonicalize, view("IW-il")) +
         made(skm_language_number, world.language, std::int64_t{1234567}) +
         made(skm_language_date, world.language, std::uint32_t{20260131});
}

/// Batches that start threads, too.
std::string run_batches(const World& world) {
  const Company& company = world.company;
  skm_batch_options options = SKM_BATCH_OPTIONS_INIT;
  options.threads = 2;
  Scores scores;
  Ranking ranking;
  Counts counts;
  EXPECT_EQ(skm_scores_create(scores.out(), nullptr), SKM_OK);
  EXPECT_EQ(skm_ranking_create(ranking.out(), nullptr), SKM_OK);
  EXPECT_EQ(skm_counts_create(counts.out(), nullptr), SKM_OK);
  EXPECT_EQ(skm_scores_score_own_role_levels(scores.get(), company.plan, company.roster, &options,
                                             nullptr),
            SKM_OK);
  EXPECT_EQ(skm_ranking_rank_people(ranking.get(), company.plan, company.roster, nullptr, 0, 3,
                                    &options, nullptr),
            SKM_OK);
  EXPECT_EQ(
      skm_counts_count_skills(counts.get(), company.matrix, company.roster, &options, nullptr),
      SKM_OK);
  return text(skm_scores_lower(scores)) + text(skm_ranking_items(ranking)) +
         text(skm_counts_holders(counts)) + text(skm_scores_upper(world.scores));
}

std::string read_profiles(const World& world) {
  Profiles profiles;
  Roster roster;
  EXPECT_EQ(skm_profiles_parse(view(world.ndjson), nullptr, profiles.out(), nullptr), SKM_OK);
  EXPECT_EQ(skm_roster_build(world.company.matrix, profiles, nullptr, roster.out(), nullptr),
            SKM_OK);
  return made(skm_profiles_to_ndjson, profiles) + made(skm_profiles_to_ndjson, world.profiles) +
         std::to_string(skm_roster_person_count(roster));
}

std::string build_matrix(const World& world) {
  Matrix matrix;
  EXPECT_EQ(skm_matrix_build(world.framework, matrix.out(), nullptr), SKM_OK);
  return made(skm_framework_to_json, world.framework, 1) +
         std::to_string(skm_matrix_find_skill(matrix, view("python")));
}

std::string measure_coverage(const World& world) {
  Measured coverage;
  EXPECT_EQ(skm_coverage_measure(world.framework, nullptr, coverage.out(), nullptr), SKM_OK);
  return made(skm_coverage_to_json, coverage, world.language, view("file"));
}

/// An error that all look at, and one of their own.
std::string read_errors(const World& world) {
  const skm_diagnostics* const findings = skm_error_diagnostics(world.error);
  std::string told(text(skm_error_message(world.error)));
  for (std::uint64_t at = 0; at < skm_diagnostics_count(findings); ++at) {
    told += made(skm_language_diagnostic, world.language, findings, at);
  }
  Framework none;
  Error error;
  EXPECT_EQ(skm_framework_parse(view("[1"), nullptr, none.out(), error.out()),
            SKM_ERR_INVALID_INPUT);
  return told + std::string(text(skm_error_message(error)));
}

/// Exported here, and released in another thread, while others export the same columns.
std::string export_to_arrow(const World& world) {
  ArrowSchema schema{};
  ArrowArray array{};
  EXPECT_EQ(skm_scores_export_arrow(world.scores, &schema, &array, nullptr), SKM_OK);
  std::string told;
  std::thread([&] {
    told = std::to_string(array.length) + schema.children[0]->name;
    schema.release(&schema);
    array.release(&array);
  }).join();
  return told;
}

TEST(Threads, ShareEverythingAndDoEverything) {
  const World& world = the_world();
  const std::vector<Job> jobs = {analyze_gap,      match,       show_pages,     search,
                                 negotiate,        run_batches, read_profiles,  build_matrix,
                                 measure_coverage, read_errors, export_to_arrow};
  std::vector<std::string> expected;
  for (const Job& job : jobs) {
    expected.push_back(job(world));
    EXPECT_EQ(expected.back().find("SKM_ERR"), std::string::npos);
  }
  std::atomic<std::size_t> ready = 0;
  std::vector<std::thread> threads;
  for (std::size_t thread = 0; thread < thread_count; ++thread) {
    threads.emplace_back([&, thread] {
      ++ready;
      while (ready != thread_count) std::this_thread::yield();
      // Each begins elsewhere, so that any two kinds of work meet.
      for (std::size_t turn = 0; turn < jobs.size(); ++turn) {
        const std::size_t job = (turn + thread) % jobs.size();
        EXPECT_EQ(jobs[job](world), expected[job]) << "job " << job;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace skillmatrix::capi_tests
