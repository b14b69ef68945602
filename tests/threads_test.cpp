// One matrix, many threads: everything that is documented as pure or immutable is used at once.
#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "generated.hpp"
#include "skillmatrix/gap.hpp"
#include "skillmatrix/json.hpp"
#include "skillmatrix/match.hpp"
#include "skillmatrix/role_page.hpp"
#include "skillmatrix/schema.hpp"
#include "skillmatrix/skill_page.hpp"
#include "skillmatrix/validate.hpp"

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
  seen += std::to_string(make_skill_page(matrix, SkillIndex{0}, "de").levels.size());
  seen += std::to_string(make_role_page(matrix, RoleIndex{0}, "en").levels.size());
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

}  // namespace
}  // namespace skillmatrix::test
