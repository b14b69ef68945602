#include "skillmatrix/roster.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "generated.hpp"

namespace skillmatrix {
namespace {

std::vector<Profile> make_people(generated::Dice& dice, const Framework& framework,
                                 std::size_t count) {
  std::vector<Profile> people;
  for (std::size_t at = 0; at < count; ++at) {
    people.push_back(generated::make_person(dice, framework, "person-" + std::to_string(at)));
  }
  return people;
}

TEST(Roster, SaysWhatResolvingSays) {
  generated::Dice dice(1);
  const Framework framework = generated::make_framework(dice);
  const Matrix matrix = *Matrix::build(framework);
  const std::vector<Profile> people = make_people(dice, framework, 50);
  RosterOptions options;
  options.ratings.as_of = parse_date("2026-03-02");
  options.rating_positions = true;
  const BuiltRoster built = Roster::build(matrix, people, options);
  ASSERT_EQ(built.roster.person_count(), people.size());
  for (std::uint32_t at = 0; at < people.size(); ++at) {
    EXPECT_EQ(built.roster.holdings({at}).skills,
              resolve_ratings(matrix, people[at], options.ratings).skills);
    EXPECT_EQ(built.roster.find_person(people[at].id), PersonIndex{at});
  }
}

}  // namespace
}  // namespace skillmatrix
