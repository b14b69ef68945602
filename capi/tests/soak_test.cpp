// Handles of every kind, made and ended many times: the memory stays what it was.
#include <gtest/gtest.h>
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "world.hpp"

namespace skillmatrix::capi_tests {
namespace {

/// What is allocated, by whomever and with whatever, ICU's memory included.
std::int64_t bytes_in_use() {
  const auto info = mallinfo2();
  return static_cast<std::int64_t>(info.uordblks + info.hblkhd);
}

std::int64_t resident_bytes() {
  std::int64_t size = 0;
  std::int64_t resident = 0;
  std::ifstream("/proc/self/statm") >> size >> resident;
  return resident * sysconf(_SC_PAGESIZE);
}

/// Whether memory is counted here: the allocators of sanitizers are others, and look for leaks.
bool is_counted() {
  const std::int64_t before = bytes_in_use();
  const std::string some(100'000, ' ');
  return bytes_in_use() - before >= static_cast<std::int64_t>(some.size());
}

constexpr const char* small_framework = R"({
  "schema": "skillmatrix.framework/1", "id": "small", "version": "1", "default_locale": "en",
  "scales": [{"id": "s", "levels": [{"id": "low"}, {"id": "high"}]}],
  "skills": [{"id": "python", "scale": "s", "title": {"en": "Python", "de": "Python"}}],
  "roles": [{"id": "r", "ladder": "s"}],
  "expectations": [{"role": "r", "level": "high", "skill": "python",
                    "requirement": {"necessity": "required", "level": "low"}}]
})";

constexpr const char* small_profile =
    R"({"schema": "skillmatrix.profile/1", "id": "p", "name": "P", "ratings": [{"skill": "python", "level": "low"}]})";

/// What handles are made of.
struct Parts {
  Parts() {
    EXPECT_EQ(skm_framework_parse(view(small_framework), nullptr, framework.out(), nullptr),
              SKM_OK);
    EXPECT_EQ(skm_matrix_build(framework, matrix.out(), nullptr), SKM_OK);
    EXPECT_EQ(skm_profile_parse(view(small_profile), nullptr, profile.out(), nullptr), SKM_OK);
    EXPECT_EQ(skm_profiles_parse(view(small_profile), nullptr, profiles.out(), nullptr), SKM_OK);
    EXPECT_EQ(skm_roster_build(matrix, profiles, nullptr, roster.out(), nullptr), SKM_OK);
    EXPECT_EQ(skm_plan_build(matrix, {}, plan.out(), nullptr), SKM_OK);
    EXPECT_EQ(
        skm_language_build(view("de"), nullptr, SKM_ISOLATES_AUTOMATIC, language.out(), nullptr),
        SKM_OK);
    EXPECT_EQ(skm_reader_build(matrix, language, nullptr, reader.out(), nullptr), SKM_OK);
  }

  Framework framework;
  Matrix matrix;
  Profile profile;
  Profiles profiles;
  Roster roster;
  Plan plan;
  Language language;
  Reader reader;
};

/// A handle of a kind, made, used and ended.
struct Kind {
  std::string name;
  int cycles;
  std::function<skm_status(const Parts&)> cycle;
};

std::vector<Kind> kinds() {
  constexpr int many = 100'000;
  return {
      {"skm_buffer", many,
       [](const Parts& parts) {
         Buffer made;
         return skm_profile_to_json(parts.profile, 1, made.out(), nullptr);
       }},
      {"skm_error", many,
       [](const Parts& parts) {
         Buffer none;
         Error made;
         skm_page_of_skill(parts.reader, 77, none.out(), made.out());
         return skm_error_status(made) == SKM_ERR_OUT_OF_RANGE ? SKM_OK : SKM_ERR_INTERNAL;
       }},
      {"skm_error with findings", 5'000,
       [](const Parts&) {
         Framework none;
         Error made;
         skm_framework_parse(view("{\"id\": 7, \"skils\": [}"), nullptr, none.out(), made.out());
         return skm_error_status(made) == SKM_ERR_INVALID_INPUT ? SKM_OK : SKM_ERR_INTERNAL;
       }},
      {"skm_gap", many,
       [](const Parts& parts) {
         Gap made;
         skm_gap_create(made.out(), nullptr);
         return skm_gap_analyze(made.get(), parts.matrix, parts.roster, 0, 1, nullptr, nullptr);
       }},
      {"skm_scores", many,
       [](const Parts& parts) {
         Scores made;
         Scores second;
         skm_scores_create(made.out(), nullptr);
         skm_scores_score_people(made.get(), parts.plan, parts.roster, 1, nullptr, nullptr);
         return skm_scores_clone(made, second.out(), nullptr);
       }},
      {"skm_ranking", many,
       [](const Parts& parts) {
         Ranking made;
         skm_ranking_create(made.out(), nullptr);
         return skm_ranking_rank_people(made.get(), parts.plan, parts.roster, nullptr, 0, 1,
                                        nullptr, nullptr);
       }},
      {"skm_counts", many,
       [](const Parts& parts) {
         Counts made;
         skm_counts_create(made.out(), nullptr);
         return skm_counts_count_skills(made.get(), parts.matrix, parts.roster, nullptr, nullptr);
       }},
      {"skm_plan", 20'000,
       [](const Parts& parts) {
         Plan made;
         return skm_plan_build(parts.matrix, {}, made.out(), nullptr);
       }},
      {"skm_profile", many,
       [](const Parts&) {
         Profile made;
         return skm_profile_parse(view(small_profile), nullptr, made.out(), nullptr);
       }},
      {"skm_profiles", many,
       [](const Parts&) {
         Profiles made;
         return skm_profiles_parse(view(small_profile), nullptr, made.out(), nullptr);
       }},
      {"skm_roster", many,
       [](const Parts& parts) {
         Roster made;
         return skm_roster_build(parts.matrix, parts.profiles, nullptr, made.out(), nullptr);
       }},
      {"skm_matches", many,
       [](const Parts& parts) {
         Matches made;
         return skm_matches_of_role_levels(parts.matrix, parts.profile, nullptr, made.out(),
                                           nullptr);
       }},
      {"skm_framework", 5'000,
       [](const Parts&) {
         Framework made;
         return skm_framework_parse(view(small_framework), nullptr, made.out(), nullptr);
       }},
      {"skm_matrix", 2'000,
       [](const Parts& parts) {
         Matrix made;
         return skm_matrix_build(parts.framework, made.out(), nullptr);
       }},
      {"skm_reader", 5'000,
       [](const Parts& parts) {
         Reader made;
         return skm_reader_build(parts.matrix, parts.language, nullptr, made.out(), nullptr);
       }},
      {"skm_search_index", 10'000,
       [](const Parts& parts) {
         SearchIndex made;
         return skm_search_index_build(parts.matrix, made.out(), nullptr);
       }},
      {"skm_coverage", 5'000,
       [](const Parts& parts) {
         Measured made;
         return skm_coverage_measure(parts.framework, nullptr, made.out(), nullptr);
       }},
      {"skm_messages", 200,
       [](const Parts&) {
         const skm_catalog catalog = {
             view(R"({"schema": "skillmatrix.messages/1", "locale": "en", "messages": {}})"), {}};
         Messages made;
         return skm_messages_extend(nullptr, 1, &catalog, made.out(), nullptr);
       }},
      {"skm_language", 200,
       [](const Parts&) {
         Language made;
         Buffer number;
         skm_language_build(view("de-AT, en;q=0.5"), nullptr, SKM_ISOLATES_AUTOMATIC, made.out(),
                            nullptr);
         return skm_language_number(made, 1234, number.out(), nullptr);
       }},
  };
}

TEST(Soak, HasEveryKind) {
  std::ifstream symbols(std::string(SKILLMATRIX_TEST_DATA) + "/../capi/abi/symbols.txt");
  std::set<std::string> expected;
  for (std::string symbol; symbols >> symbol;) {
    const std::size_t end = symbol.find("_destroy@@");
    if (end != std::string::npos) expected.insert(symbol.substr(0, end));
  }
  expected.erase("skm_diagnostics");  // They belong to others so far.
  std::set<std::string> found;
  for (const Kind& kind : kinds()) found.insert(kind.name.substr(0, kind.name.find(' ')));
  EXPECT_EQ(found, expected);
}

TEST(Soak, MemoryStaysWhatItWas) {
  if (!is_counted()) GTEST_SKIP() << "the allocator here is not that of the C library";
  const Parts parts;
  for (const Kind& kind : kinds()) {
    const auto run = [&](int cycles) {
      for (int cycle = 0; cycle < cycles; ++cycle)
        ASSERT_EQ(kind.cycle(parts), SKM_OK) << kind.name;
    };
    run(std::max(kind.cycles / 20, 50));  // Caches fill.
    const std::int64_t used = bytes_in_use();
    const std::int64_t resident = resident_bytes();
    run(kind.cycles);
    // The smallest block that could be left behind is 32 bytes; some caches still fill.
    EXPECT_LT(bytes_in_use() - used, 16 * kind.cycles) << kind.name;
    EXPECT_LT(resident_bytes() - resident, 1 << 20) << kind.name;
  }
}

}  // namespace
}  // namespace skillmatrix::capi_tests
