#include "skillmatrix/ratings.hpp"

#include <gtest/gtest.h>

#include "small_framework.hpp"

namespace skillmatrix {
namespace {

class Ratings : public testing::Test {
 protected:
  Rating& add(std::optional<std::string> level) {
    person.ratings.push_back(small::rating("python", std::move(level)));
    return person.ratings.back();
  }
  /// The rank, -1 for expired, -2 for unknown.
  int resolve() {
    const Holdings holdings = resolve_ratings(matrix, person, options);
    const Holding* holding = holdings.find(*matrix.find_skill("python"));
    if (holding == nullptr) return -2;
    return holding->state == HoldingState::expired ? -1 : holding->rank;
  }
  int under(RatingPolicy policy) {
    options.policy = policy;
    return resolve();
  }

  Matrix matrix = *Matrix::build(small::framework());
  Profile person;
  RatingOptions options;
};

TEST_F(Ratings, NoneIsNotUnknown) {
  EXPECT_EQ(resolve(), -2);
  add(std::nullopt);
  EXPECT_EQ(resolve(), 0);
}

TEST_F(Ratings, PoliciesChoose) {
  add("expert").source = RatingSource::self;
  add("aware").assessed = parse_date("2026-01-01");
  Rating& working = add("working");
  working.source = RatingSource::certificate;
  working.assessed = parse_date("2025-01-01");
  EXPECT_EQ(under(RatingPolicy::latest), 1);
  EXPECT_EQ(under(RatingPolicy::highest), 3);
  EXPECT_EQ(under(RatingPolicy::lowest), 1);
  EXPECT_EQ(under(RatingPolicy::trusted), 2);
}

TEST_F(Ratings, TiesGoToTrustThenToTheHigher) {
  add("expert").assessed = parse_date("2026-01-01");
  Rating& self = add("aware");
  self.assessed = parse_date("2026-01-01");
  self.source = RatingSource::self;
  EXPECT_EQ(under(RatingPolicy::latest), 1) << "self is more than no source";
  Rating& other = add("working");
  other.assessed = parse_date("2026-01-01");
  other.source = RatingSource::self;
  EXPECT_EQ(under(RatingPolicy::latest), 2);
  EXPECT_EQ(under(RatingPolicy::trusted), 2);
}

TEST_F(Ratings, TheDayOfExpiryStillCounts) {
  add("working").expires = parse_date("2026-03-17");
  EXPECT_EQ(resolve(), 2) << "without a date nothing expires";
  options.as_of = parse_date("2026-03-17");
  EXPECT_EQ(resolve(), 2);
  options.as_of = parse_date("2026-03-18");
  EXPECT_EQ(resolve(), -1);
}

TEST_F(Ratings, LowConfidenceIsUnknownNotExpired) {
  add("working").confidence = std::uint8_t{40};
  options.min_confidence = 41;
  EXPECT_EQ(resolve(), -2);
  options.min_confidence = 40;
  EXPECT_EQ(resolve(), 2);
  options.min_confidence = 100;
  add("expert").expires = parse_date("2020-01-01");
  options.as_of = parse_date("2026-01-01");
  EXPECT_EQ(resolve(), -2) << "not all of its ratings are past their date";
  add("aware");
  EXPECT_EQ(resolve(), 1) << "a rating that states no confidence is kept";
}

TEST_F(Ratings, WhatDoesNotResolveIsReported) {
  add("workin");
  person.ratings.push_back(small::rating("pyhton", std::nullopt));
  add("aware");
  const Holdings holdings = resolve_ratings(matrix, person, options);
  ASSERT_EQ(holdings.diagnostics.size(), 2U);
  EXPECT_EQ(holdings.diagnostics[0].code, Code::level_not_in_scale);
  EXPECT_EQ(holdings.diagnostics[0].pointer, "/ratings/0/level");
  EXPECT_EQ(holdings.diagnostics[1].code, Code::dangling_reference);
  EXPECT_EQ(holdings.diagnostics[1].pointer, "/ratings/1/skill");
  ASSERT_EQ(holdings.skills.size(), 1U);
  EXPECT_EQ(holdings.skills[0].rating, 2U);
}

TEST(RatingPolicies, HaveNames) {
  for (const RatingPolicy policy : rating_policies()) {
    EXPECT_EQ(find_rating_policy(to_string(policy)), policy);
  }
  EXPECT_EQ(find_rating_policy("newest"), std::nullopt);
}

}  // namespace
}  // namespace skillmatrix
