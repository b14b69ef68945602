// One matrix, many threads: everything that is documented as pure or immutable is used at once.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include "generated.hpp"
#include "golden.hpp"
#include "reading.hpp"
#include "skillmatrix/csv.hpp"
#include "skillmatrix/gap.hpp"
#include "skillmatrix/json.hpp"
#include "skillmatrix/match.hpp"
#include "skillmatrix/progression.hpp"
#include "skillmatrix/report.hpp"
#include "skillmatrix/role_page.hpp"
#include "skillmatrix/schema.hpp"
#include "skillmatrix/skill_page.hpp"
#include "skillmatrix/validate.hpp"
#include "skillmatrix/validate_profile.hpp"

namespace skillmatrix::test {
namespace {

/// Everything one thread does, as text: the same for all of them.
std::string work(const Framework& framework, const Matrix& matrix, const Profile& profile) {
  std::string seen = write_framework(*read_framework(write_framework(framework)));
  seen += std::to_string(validate(framework).size());
  seen += std::to_string(framework_json_schema().size());
  for (std::uint32_t level = 0; level < matrix.role_level_count(); ++level) {
    const Gap gap = analyze_gap(matrix, profile, RoleLevelIndex{level});
    seen += to_string(gap.summary.verdict);
    seen += to_string(gap.summary.lower);
  }
  for (const RoleLevelMatch& match : match_role_levels(matrix, profile).ranked) {
    seen += std::to_string(match.role_level.value) + ' ';
  }
  seen += std::to_string(make_skill_page(test::reading(matrix, "de"), SkillIndex{0}).levels.size());
  seen += std::to_string(make_role_page(test::reading(matrix, "en"), RoleIndex{0}).levels.size());
  return seen;
}

TEST(Threads, ShareOneMatrixAndAgree) {
  const Framework framework = generated::make_document(11);
  const Result<Matrix> matrix = Matrix::build(framework);
  ASSERT_TRUE(matrix);
  const Profile profile = generated::make_person_document(12, framework);
  std::vector<std::string> seen(8);
  std::vector<std::thread> threads;
  for (std::string& result : seen) {
    threads.emplace_back([&] {
      for (int round = 0; round < 5; ++round) result = work(framework, *matrix, profile);
    });
  }
  for (std::thread& thread : threads) thread.join();
  const std::string expected = work(framework, *matrix, profile);
  for (const std::string& result : seen) EXPECT_EQ(result, expected);
}

/// Something to do, and what came of it as text: the same each time.
struct Task {
  const char* name;
  std::function<std::string()> run;
};

/// Runs every task in several threads, four times in each, and gives what each thread saw.
std::vector<std::string> run_at_once(const std::vector<Task>& tasks) {
  constexpr std::size_t threads_per_task = 3;
  constexpr int rounds = 4;
  std::vector<std::string> seen(tasks.size() * threads_per_task);
  std::latch start(static_cast<std::ptrdiff_t>(seen.size()));
  std::vector<std::thread> threads;
  for (std::size_t at = 0; at < seen.size(); ++at) {
    threads.emplace_back([&, at] {
      start.arrive_and_wait();
      for (int round = 0; round < rounds; ++round) seen[at] += tasks[at % tasks.size()].run();
    });
  }
  for (std::thread& thread : threads) thread.join();
  return seen;
}

/// Each of the tasks is another question to one matrix, in another language, or another reader.
std::vector<Task> tasks_on(const Framework& framework, const Matrix& matrix,
                           const std::vector<Profile>& people) {
  std::vector<Task> tasks;
  for (const char* locale : {"en", "de", "ar", "zh-Hans"}) {
    tasks.push_back({"skill pages", [&matrix, locale] {
                       std::string seen;
                       for (std::uint32_t at = 0; at < matrix.skill_count(); ++at) {
                         const SkillPage page =
                             make_skill_page(test::reading(matrix, locale), SkillIndex{at});
                         seen += skill_page_json(test::reading(matrix, locale), page);
                       }
                       return seen;
                     }});
  }
  tasks.push_back({"role pages", [&matrix] {
                     std::string seen;
                     for (std::uint32_t at = 0; at < matrix.role_count(); ++at) {
                       const RolePage page =
                           make_role_page(test::reading(matrix, "sv"), RoleIndex{at});
                       seen += role_page_json(test::reading(matrix, "sv"), page);
                     }
                     return seen;
                   }});
  tasks.push_back({"progressions", [&matrix] {
                     std::string seen;
                     for (std::uint32_t at = 0; at < matrix.role_level_count(); ++at) {
                       const auto made =
                           make_progression(test::reading(matrix, "de"), RoleLevelIndex{at});
                       if (made) seen += progression_json(test::reading(matrix, "de"), *made);
                     }
                     return seen;
                   }});
  tasks.push_back({"match people", [&matrix, &people] {
                     const MatchOptions options;
                     const RoleLevelIndex target{0};
                     return people_matches_json(test::reading(matrix, "en"),
                                                match_people(matrix, people, target, options),
                                                people, target, options);
                   }});
  tasks.push_back({"match role levels", [&matrix, &people] {
                     const MatchOptions options;
                     return role_level_matches_json(test::reading(matrix, "en"),
                                                    match_role_levels(matrix, people[0], options),
                                                    people[0], options);
                   }});
  tasks.push_back({"validate", [&framework, &matrix, &people] {
                     std::vector<Diagnostic> found = validate(framework);
                     for (const Profile& person : people) {
                       std::ranges::copy(validate(person, matrix), std::back_inserter(found));
                     }
                     return dump(found);
                   }});
  tasks.push_back({"read and build", [text = write_framework(framework)] {
                     const Result<Framework> read = read_framework(text);
                     return write_framework(*read) + std::string(Matrix::build(*read)->id());
                   }});
  tasks.push_back({"read bad input", [text = write_framework(framework)] {
                     return dump(read_framework(text.substr(0, text.size() / 2)).diagnostics) +
                            dump(read_framework(R"({"idd": "\uD83D"})").diagnostics);
                   }});
  tasks.push_back({"read people", [text = write_profiles(people)] {
                     return write_profiles(read_profiles(text).profiles);
                   }});
  tasks.push_back(
      {"tables", [&framework, &people] {
         const std::string table = *write_expectations_csv(framework, "en");
         return table +
                dump(read_expectations_csv(table, expectations_csv_options(framework, "en"))
                         .diagnostics) +
                *write_ratings_csv(people);
       }});
  return tasks;
}

TEST(Threads, DoDifferentThingsWithOneMatrixAtOnce) {
  generated::Dice dice(27);
  const Framework framework = generated::make_document(dice);
  const Result<Matrix> matrix = Matrix::build(framework);
  ASSERT_TRUE(matrix);
  std::vector<Profile> people;
  for (std::uint32_t seed = 0; seed < 12; ++seed) {
    people.push_back(generated::make_person_document(seed, framework));
  }
  const std::vector<Task> tasks = tasks_on(framework, *matrix, people);
  const std::vector<std::string> seen = run_at_once(tasks);
  for (std::size_t at = 0; at < seen.size(); ++at) {
    const Task& task = tasks[at % tasks.size()];
    const std::string once = task.run();
    ASSERT_FALSE(once.empty()) << task.name;
    EXPECT_EQ(seen[at], once + once + once + once) << task.name;
  }
}

}  // namespace
}  // namespace skillmatrix::test
