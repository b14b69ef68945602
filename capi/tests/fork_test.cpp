// A process that forks, with handles of every kind at hand, as servers do.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <string>

#include "world.hpp"

namespace skillmatrix::capi_tests {
namespace {

std::string use(const World& world) {
  skm_batch_options options = SKM_BATCH_OPTIONS_INIT;
  options.threads = 2;
  Scores scores;
  EXPECT_EQ(skm_scores_create(scores.out(), nullptr), SKM_OK);
  EXPECT_EQ(skm_scores_score_people(scores.get(), world.company.plan, world.company.roster, 3,
                                    &options, nullptr),
            SKM_OK);
  return made(skm_gap_to_json, world.gap, world.reader) +
         made(skm_search_index_to_json, world.index, world.reader, view("daat"), nullptr) +
         made(skm_page_of_skill, world.reader, 2U) + text(skm_scores_lower(scores));
}

TEST(Fork, BothGoOnWithTheirHandles) {
  auto world = std::make_unique<World>();
  const std::string expected = use(*world);
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    // Uses them, makes new ones, ends them all, and ends as programs do.
    const bool is_right = use(*world) == expected && use(World()) == expected;
    world.reset();
    std::exit(is_right && !testing::Test::HasFailure() ? 0 : 1);
  }
  EXPECT_EQ(use(*world), expected);
  int status = -1;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
  world.reset();
  EXPECT_EQ(use(World()), expected);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
