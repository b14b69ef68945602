#include "skillmatrix/batch.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <new>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

#include "allocations.hpp"
#include "batch_kernels.hpp"
#include "batch_plan.hpp"
#include "batch_rows.hpp"
#include "batch_screen.hpp"
#include "generated.hpp"
#include "skillmatrix/match.hpp"
#include "small_framework.hpp"

namespace skillmatrix {
namespace {

// Credits of hosts' models: one that earns less for more, and one of odd fractions.
Credit falling(const CreditInput& input) { return full_credit / (1 + input.held); }
Credit odd(const CreditInput& input) { return input.held >= input.expected ? 720719 : input.held; }

const ScoringModel falling_mean{.name = "host.falling/1",
                                .formula = {},
                                .reference = {},
                                .monotone = false,
                                .cells = ScoredCells::all,
                                .credit = falling};
const ScoringModel odd_mean{
    .name = "host.odd/1", .formula = {}, .reference = {}, .weighted = true, .credit = odd};
const ScoringModel falling_minimum{.name = "host.minimum/1",
                                   .formula = {},
                                   .reference = {},
                                   .cells = ScoredCells::all,
                                   .aggregate = Aggregate::minimum,
                                   .credit = falling};

std::vector<Scoring> all_scorings() {
  std::vector<Scoring> scorings;
  for (const ScoringModel& model : scoring_models()) {
    scorings.push_back(*Scoring::make(model.name));
  }
  for (const ScoringModel* model : {&falling_mean, &odd_mean, &falling_minimum}) {
    scorings.push_back(*Scoring::make(*model));
  }
  scorings.push_back(*Scoring::make("gap.stepped/1", {{{5, 7}, {1, 3}, {0, 1}}}));
  return scorings;
}

/// A framework and people of all kinds, of whom some have a role level of their own.
struct Company {
  Matrix matrix;
  std::vector<Profile> people;
  Roster roster;
};

Company make_company(std::uint32_t seed, const generated::Shape& shape, std::uint32_t size,
                     bool index = true) {
  generated::Dice dice(seed);
  const Framework framework = generated::make_framework(dice, shape);
  Company company{*Matrix::build(framework), {}, {}};
  for (std::uint32_t at = 0; at < size; ++at) {
    // In no order, and some of them neighbours.
    Profile person = generated::make_person(
        dice, framework, std::to_string(at * 7919 % 1000) + '/' + std::to_string(at));
    if (!dice.one_in(4)) {
      person.role = dice.pick(framework.roles).id;
      person.level = dice.pick(framework.scales.front().levels).id;
    }
    company.people.push_back(std::move(person));
  }
  RosterOptions options;
  options.ratings.as_of = parse_date("2026-03-02");
  options.index = index;
  company.roster = Roster::build(company.matrix, company.people, options).roster;
  return company;
}

/// Many levels, and values that have no small common multiple.
generated::Shape tall() {
  generated::Shape shape;
  shape.scale_levels = 255;
  return shape;
}

/// So many cells that places do not fit 16 bits.
generated::Shape wide() {
  generated::Shape shape;
  shape.skills = 700;
  shape.roles = 1;
  shape.ladder_levels = 2;
  shape.scale_levels = 255;
  return shape;
}

/// Some role levels expect nothing, others only what is optional.
generated::Shape sparse() {
  generated::Shape shape;
  shape.skills = 9;
  shape.roles = 6;
  shape.density = 12;
  return shape;
}

std::vector<Company> companies() {
  std::vector<Company> all;
  for (const bool index : {true, false}) {
    all.push_back(make_company(1, {}, 70, index));
    all.push_back(make_company(2, {.skills = 30, .roles = 4}, 50, index));
    all.push_back(make_company(3, tall(), 40, index));
    all.push_back(make_company(4, wide(), 6, index));
    all.push_back(make_company(5, sparse(), 60, index));
    all.push_back(make_company(6, {}, 0, index));
  }
  return all;
}

/// What the single question says.
PersonScore score_alone(const Company& company, std::uint32_t person, RoleLevelIndex level,
                        const Scoring& scoring) {
  const GapSummary summary =
      summarize_gap(company.matrix, company.roster, {person}, level, scoring);
  EXPECT_EQ(summary,
            summarize_gap(company.matrix, company.roster.holdings({person}), level, scoring));
  return {summary.verdict, summary.lower, summary.upper, summary.counts.gap};
}

void expect_own_scores(const Company& company, const BatchPlan& plan, const PeopleScores& scores) {
  ASSERT_TRUE(scores.is_complete());
  ASSERT_EQ(scores.size(), company.roster.person_count());
  EXPECT_TRUE(std::ranges::equal(scores.own_role_levels(), company.roster.own_role_levels()));
  for (std::uint32_t person = 0; person < scores.size(); ++person) {
    const auto level = company.roster.own_role_level({person});
    const auto score = scores.score(plan, {person});
    ASSERT_EQ(score.has_value(), level.has_value());
    if (level) {
      EXPECT_EQ(*score, score_alone(company, person, *level, plan.scoring()));
    } else {
      EXPECT_EQ(scores.verdicts()[person], no_verdict);
    }
  }
}

TEST(Batch, ScoresPeopleAsTheSingleQuestionDoes) {
  PeopleScores scores;  // One for all, so that nothing of another result may be left in it.
  for (const Company& company : companies()) {
    for (const Scoring& scoring : all_scorings()) {
      const BatchPlan plan(company.matrix, scoring);
      for (std::uint32_t level = 0; level < company.matrix.role_level_count(); ++level) {
        score_people(plan, company.roster, {level}, {}, scores);
        ASSERT_TRUE(scores.is_complete());
        ASSERT_EQ(scores.size(), company.roster.person_count());
        EXPECT_EQ(scores.target(), RoleLevelIndex{level});
        EXPECT_TRUE(scores.own_role_levels().empty());
        for (std::uint32_t person = 0; person < scores.size(); ++person) {
          ASSERT_EQ(scores.score(plan, {person}), score_alone(company, person, {level}, scoring))
              << scoring.model().name;
        }
      }
    }
  }
}

TEST(Batch, ScoresOwnRoleLevelsAsTheSingleQuestionDoes) {
  PeopleScores scores;
  for (const Company& company : companies()) {
    for (const Scoring& scoring : all_scorings()) {
      const BatchPlan plan(company.matrix, scoring);
      score_own_role_levels(plan, company.roster, {}, scores);
      expect_own_scores(company, plan, scores);
    }
  }
}

TEST(Batch, ScoresAreOfTheRoleLevelsThatTheyWereMadeWith) {
  Company company = make_company(1, {}, 20);
  const BatchPlan plan(company.matrix);
  PeopleScores scores;
  score_own_role_levels(plan, company.roster, {}, scores);
  const auto before = scores.score(plan, {3});
  const auto level = scores.role_level({3});
  ASSERT_TRUE(before && level);
  for (std::uint32_t other = 0; other < company.matrix.role_level_count(); ++other) {
    company.roster.set_own_role_level({3}, RoleLevelIndex{other});
    EXPECT_EQ(scores.score(plan, {3}), before);
    EXPECT_EQ(scores.role_level({3}), level);
  }
  company.roster.set_own_role_level({3}, std::nullopt);
  EXPECT_EQ(scores.score(plan, {3}), before);
  rescore(plan, company.roster, {3}, scores);
  EXPECT_FALSE(scores.score(plan, {3}) || scores.role_level({3}));
}

TEST(Batch, ColumnsAreAsNarrowAsTheUnitsAllow) {
  const Company company = make_company(1, {.scale_levels = 1}, 5);
  PeopleScores scores;
  const BatchPlan counting(company.matrix, *Scoring::make("coverage.count/1"));
  score_people(counting, company.roster, {0}, {}, scores);
  EXPECT_EQ(scores.lower().width(), 2U);
  std::uint64_t required = 0;
  for (const CellRequirement& cell : company.matrix.requirements({0})) {
    if (cell.necessity == Necessity::required) ++required;
  }
  EXPECT_EQ(counting.total({0}), required);
  score_people(BatchPlan(company.matrix, *Scoring::make(odd_mean)), company.roster, {0}, {},
               scores);
  EXPECT_GE(scores.lower().width(), 4U);
}

/// What a person might hold: also what has expired.
std::vector<Holding> make_holdings(generated::Dice& dice, const Matrix& matrix) {
  std::vector<Holding> holdings;
  for (std::uint32_t skill = 0; skill < matrix.skill_count(); ++skill) {
    if (dice.one_in(2)) continue;
    const Rank levels = matrix.level_count(matrix.skill_scale({skill}));
    const auto rank = static_cast<Rank>(dice.below(levels + 1U));
    if (dice.one_in(5)) {
      holdings.push_back({{skill}, HoldingState::expired, 0, 0});
    } else {
      holdings.push_back({{skill}, HoldingState::held, rank, 0});
    }
  }
  return holdings;
}

/// Changes a person in one of all ways.
void change(generated::Dice& dice, const Matrix& matrix, PersonIndex person, Roster& roster) {
  const SkillIndex skill{dice.below(matrix.skill_count())};
  const Rank levels = matrix.level_count(matrix.skill_scale(skill));
  switch (dice.below(6)) {
    case 0:
      return roster.set_rank(person, skill, std::nullopt);
    case 1:
    case 2:
      return roster.set_rank(person, skill, static_cast<Rank>(dice.below(levels + 1U)));
    case 3:
      return roster.set_holdings(person, make_holdings(dice, matrix));
    case 4:
      return roster.set_own_role_level(person, std::nullopt);
    default:
      return roster.set_own_role_level(person,
                                       RoleLevelIndex{dice.below(matrix.role_level_count())});
  }
}

PersonIndex pick_person(generated::Dice& dice, const Roster& roster) {
  return {dice.below(roster.person_count())};
}

/// Changes, adds or removes a person. Whose number it is about.
PersonIndex change_or_come_or_go(generated::Dice& dice, const Matrix& matrix, Roster& roster) {
  const PersonIndex person = pick_person(dice, roster);
  if (dice.one_in(4)) {
    const std::string id = "new-" + std::to_string(dice.below(1'000'000));
    const std::optional<RoleLevelIndex> own{RoleLevelIndex{dice.below(matrix.role_level_count())}};
    return *roster.add(id, own, make_holdings(dice, matrix)).person;
  }
  if (roster.person_count() > 1 && dice.one_in(3)) {
    const PersonIndex leaving = dice.one_in(4) ? PersonIndex{roster.person_count() - 1} : person;
    roster.remove(leaving);
    return leaving;
  }
  change(dice, matrix, person, roster);
  return person;
}

TEST(Batch, RescoringIsScoringAnew) {
  for (const Scoring& scoring : all_scorings()) {
    Company company = make_company(8, {.skills = 12}, 40);
    generated::Dice dice(9);
    PeopleScores own;
    PeopleScores all;
    const BatchPlan plan(company.matrix, scoring);
    score_own_role_levels(plan, company.roster, {}, own);
    score_people(plan, company.roster, {1}, {}, all);
    for (int times = 0; times < 60; ++times) {
      const PersonIndex person = change_or_come_or_go(dice, company.matrix, company.roster);
      rescore(plan, company.roster, person, own);
      rescore(plan, company.roster, person, all);
    }
    PeopleScores anew;
    score_own_role_levels(plan, company.roster, {}, anew);
    EXPECT_EQ(own, anew);
    score_people(plan, company.roster, {1}, {}, anew);
    EXPECT_EQ(all, anew);
    for (std::uint32_t person = 0; person < all.size(); ++person) {
      EXPECT_EQ(all.score(plan, {person}), score_alone(company, person, {1}, scoring));
    }
  }
}

std::vector<PersonIndex> everybody(const Roster& roster) {
  std::vector<PersonIndex> people;
  for (std::uint32_t at = 0; at < roster.person_count(); ++at) people.push_back({at});
  return people;
}

std::vector<RoleLevelIndex> all_role_levels(const Matrix& matrix) {
  std::vector<RoleLevelIndex> levels;
  for (std::uint32_t at = 0; at < matrix.role_level_count(); ++at) levels.push_back({at});
  return levels;
}

PersonScore score_of(const GapSummary& summary) {
  return {summary.verdict, summary.lower, summary.upper, summary.counts.gap};
}

MatchOptions match_options(const Scoring& scoring, std::size_t limit) {
  MatchOptions options;
  options.ratings.as_of = parse_date("2026-03-02");
  options.scoring = scoring;
  options.limit = limit;
  return options;
}

constexpr std::array<std::size_t, 4> limits{0, 1, 3, std::numeric_limits<std::size_t>::max()};

TEST(Batch, RanksRoleLevelsAsMatchingDoes) {
  BatchRanking ranking;
  for (const Company& company : companies()) {
    for (const Scoring& scoring : all_scorings()) {
      const BatchPlan plan(company.matrix, scoring);
      for (const std::size_t limit : limits) {
        rank_role_levels(plan, company.roster, everybody(company.roster), limit, {}, ranking);
        ASSERT_TRUE(ranking.is_complete());
        ASSERT_EQ(ranking.row_count(), company.people.size());
        for (std::size_t row = 0; row < company.people.size(); ++row) {
          const RoleLevelMatches matches =
              match_role_levels(company.matrix, company.people[row], match_options(scoring, limit));
          ASSERT_EQ(ranking.counts()[row], matches.ranked.size());
          for (std::size_t at = 0; at < matches.ranked.size(); ++at) {
            const RoleLevelMatch& match = matches.ranked[at];
            EXPECT_EQ(ranking.items()[row * ranking.limit() + at], match.role_level.value);
            EXPECT_EQ(ranking.score(plan, match.role_level, row, at), score_of(match.summary));
          }
        }
      }
    }
  }
}

TEST(Batch, RanksPeopleAsMatchingDoes) {
  BatchRanking ranking;
  for (const Company& company : companies()) {
    const std::vector<RoleLevelIndex> levels = all_role_levels(company.matrix);
    for (const Scoring& scoring : all_scorings()) {
      const BatchPlan plan(company.matrix, scoring);
      for (const std::size_t limit : limits) {
        rank_people(plan, company.roster, levels, limit, {}, ranking);
        ASSERT_TRUE(ranking.is_complete());
        ASSERT_EQ(ranking.row_count(), levels.size());
        for (std::size_t row = 0; row < levels.size(); ++row) {
          const PeopleMatches matches = match_people(company.matrix, company.people, levels[row],
                                                     match_options(scoring, limit));
          ASSERT_EQ(ranking.counts()[row], matches.ranked.size());
          for (std::size_t at = 0; at < matches.ranked.size(); ++at) {
            EXPECT_EQ(ranking.items()[row * ranking.limit() + at], matches.ranked[at].person);
            EXPECT_EQ(ranking.score(plan, levels[row], row, at),
                      score_of(matches.ranked[at].summary));
          }
        }
      }
    }
  }
}

TEST(Batch, RanksSomeInTheOrderAskedFor) {
  const Company company = make_company(12, {.skills = 12, .roles = 4}, 30);
  const BatchPlan plan(company.matrix);
  BatchRanking all;
  BatchRanking some;
  const auto same_rows = [&](std::size_t row, std::size_t row_of_all) {
    EXPECT_EQ(some.counts()[row], all.counts()[row_of_all]);
    EXPECT_TRUE(std::ranges::equal(some.items().subspan(row * some.limit(), some.limit()),
                                   all.items().subspan(row_of_all * all.limit(), all.limit())));
  };
  rank_role_levels(plan, company.roster, everybody(company.roster), 4, {}, all);
  rank_role_levels(plan, company.roster, std::vector<PersonIndex>{{17}, {2}, {17}}, 4, {}, some);
  same_rows(0, 17);
  same_rows(1, 2);
  same_rows(2, 17);
  rank_people(plan, company.roster, all_role_levels(company.matrix), 4, {}, all);
  rank_people(plan, company.roster, std::vector<RoleLevelIndex>{{5}, {1}}, 4, {}, some);
  same_rows(0, 5);
  same_rows(1, 1);
}

/// Rankings of both kinds, with one limit.
struct Rankings {
  BatchRanking role_levels;
  BatchRanking people;

  friend bool operator==(const Rankings&, const Rankings&) = default;
};

Rankings rank_all(const BatchPlan& plan, const Company& company,
                  const std::vector<PersonIndex>& people, const std::vector<RoleLevelIndex>& levels,
                  std::size_t limit) {
  Rankings rankings;
  rank_role_levels(plan, company.roster, people, limit, {}, rankings.role_levels);
  rank_people(plan, company.roster, levels, limit, {}, rankings.people);
  return rankings;
}

TEST(Batch, RerankingIsRankingAnew) {
  for (const bool index : {true, false}) {
    for (const Scoring& scoring : all_scorings()) {
      Company company =
          make_company(index ? 18 : 5, index ? generated::Shape{} : sparse(), 12, index);
      generated::Dice dice(19);
      const BatchPlan plan(company.matrix, scoring);
      std::vector<PersonIndex> people = everybody(company.roster);
      std::vector<RoleLevelIndex> levels = all_role_levels(company.matrix);
      if (!index) {  // In no order, some not at all and some twice.
        people = {{7}, {2}, {7}, {11}, {3}};
        levels = {{5}, {1}, {0}, {5}, {4}};
      }
      std::vector<Rankings> all;
      for (const std::size_t limit : limits) {
        all.push_back(rank_all(plan, company, people, levels, limit));
      }
      for (int times = 0; times < 40; ++times) {
        const PersonIndex person = pick_person(dice, company.roster);
        change(dice, company.matrix, person, company.roster);
        for (std::size_t at = 0; at < limits.size(); ++at) {
          rerank(plan, company.roster, person, all[at].role_levels);
          rerank(plan, company.roster, person, all[at].people);
          ASSERT_EQ(all[at], rank_all(plan, company, people, levels, limits[at]))
              << scoring.model().name << ", limit " << limits[at] << ", change " << times;
        }
      }
    }
  }
}

TEST(Batch, RankingsKnowTheirRows) {
  const Company company = make_company(20, {}, 9);
  const BatchPlan plan(company.matrix);
  const Rankings rankings = rank_all(plan, company, {{8}, {0}}, {{3}, {3}, {1}}, 2);
  EXPECT_EQ(rankings.role_levels.row_kind(), RowKind::people);
  EXPECT_TRUE(std::ranges::equal(rankings.role_levels.rows(), std::vector<std::uint32_t>{8, 0}));
  EXPECT_EQ(rankings.people.row_kind(), RowKind::role_levels);
  EXPECT_TRUE(std::ranges::equal(rankings.people.rows(), std::vector<std::uint32_t>{3, 3, 1}));
  BatchRanking of_nobody;
  rerank(plan, company.roster, {0}, of_nobody);
  EXPECT_EQ(of_nobody, BatchRanking());
}

/// Has a result follow with more and more memory: it is as it was until it is right.
template <class Result>
void expect_all_or_nothing(const Result& before, const Result& after,
                           const std::function<void(Result&)>& follow) {
  bool has_failed = true;
  std::uint64_t most = 0;
  for (; has_failed; ++most) {
    Result result = before;  // Without room for more in any column.
    try {
      const allocations::Limit limit(most);
      follow(result);
      has_failed = false;
    } catch (const std::bad_alloc&) {
    }
    EXPECT_EQ(result, has_failed ? before : after);
  }
  EXPECT_GT(most, 1U) << "nothing was allocated";
}

TEST(Batch, FollowingThatFailsChangesNothing) {
  Company company = make_company(21, {.skills = 12}, 12);
  generated::Dice dice(22);
  const BatchPlan plan(company.matrix);
  const std::vector<PersonIndex> people = everybody(company.roster);
  const std::vector<RoleLevelIndex> levels = all_role_levels(company.matrix);
  const Rankings before = rank_all(plan, company, people, levels, 12);
  company.roster.set_holdings({3}, make_holdings(dice, company.matrix));
  const Rankings after = rank_all(plan, company, people, levels, 12);
  const auto follow = [&](BatchRanking& ranking) { rerank(plan, company.roster, {3}, ranking); };
  expect_all_or_nothing<BatchRanking>(before.role_levels, after.role_levels, follow);
  expect_all_or_nothing<BatchRanking>(before.people, after.people, follow);

  PeopleScores scores;
  score_people(plan, company.roster, {1}, {}, scores);
  company.roster.add("newcomer", std::nullopt, make_holdings(dice, company.matrix));
  company.roster.add("another", std::nullopt, {});
  PeopleScores first = scores;
  rescore(plan, company.roster, {12}, first);
  EXPECT_FALSE(first.score(plan, {13}));  // Not yet.
  expect_all_or_nothing<PeopleScores>(
      scores, first, [&](PeopleScores& result) { rescore(plan, company.roster, {12}, result); });
}

/// Many role levels, of which most people are good at few: they are screened.
Company make_screened(generated::Shape shape) {
  shape.skills = 120;
  Company company = make_company(15, shape, 40);
  for (std::uint32_t person = 0; person < 20; ++person) {
    for (std::uint32_t skill = 0; skill < 120; ++skill) {  // Who knows next to nothing.
      if (skill % 20 != person) company.roster.set_rank({person}, {skill}, std::nullopt);
    }
  }
  return company;
}

void expect_screened_rankings(const Company& company, bool has_lanes) {
  BatchRanking ranking;
  for (const char* model : {"coverage.count/1", "coverage.partial/1"}) {
    const BatchPlan plan(company.matrix, *Scoring::make(model));
    EXPECT_EQ(plan.data().screen.has_value(), plan.scoring().model().name == "coverage.count/1")
        << "great weights do not fit";
    if (plan.data().screen) {
      EXPECT_EQ(plan.data().screen->lanes.has_value(), has_lanes && has(Instructions::avx512));
    }
    for (const std::size_t limit : {1U, 2U, 10U, 60U, 240U}) {
      rank_role_levels(plan, company.roster, everybody(company.roster), limit, {}, ranking);
      for (const PersonIndex person : everybody(company.roster)) {
        std::vector<std::tuple<Verdict, double, std::uint32_t, std::uint32_t>> all;
        for (const RoleLevelIndex level : all_role_levels(company.matrix)) {
          if (plan.data().wholes[level.value].scored == 0) continue;
          const PersonScore score = score_alone(company, person.value, level, plan.scoring());
          const auto lower = static_cast<double>(score.lower.numerator) /
                             static_cast<double>(score.lower.denominator);
          all.emplace_back(score.verdict, -lower, score.gaps, level.value);
        }
        std::ranges::sort(all);
        ASSERT_EQ(ranking.counts()[person.value], std::min(limit, all.size()));
        for (std::size_t at = 0; at < ranking.counts()[person.value]; ++at) {
          ASSERT_EQ(ranking.items()[person.value * ranking.limit() + at], std::get<3>(all[at]));
        }
      }
    }
  }
}

TEST(Batch, RanksScreenedRoleLevelsAsTheSingleQuestionsDo) {
  expect_screened_rankings(make_screened({.roles = 60, .ladder_levels = 4, .density = 6}), false);
  expect_screened_rankings(make_screened({.roles = 60, .ladder_levels = 4, .density = 95}), true);
}

TEST(Batch, RanksMoreLevelsOfARoleThanThereAreLanes) {
  for (const std::uint32_t levels : {8U, 9U, 17U}) {
    const generated::Shape shape{.roles = 3, .ladder_levels = levels, .density = 95};
    expect_screened_rankings(make_screened(shape), true);
  }
}

TEST(Batch, RanksMoreKindsOfCellsThanLanesCanTellApart) {
  const generated::Shape shape{.roles = 3, .ladder_levels = 8, .scale_levels = 255, .density = 95};
  const Company company = make_screened(shape);
  const BatchPlan plan(company.matrix, *Scoring::make("coverage.count/1"));
  EXPECT_GT(plan.data().kind_count, batch::PlanLanes::most_kinds);
  expect_screened_rankings(company, false);
}

/// So many skills that numbers of 16 bits are too narrow.
TEST(Batch, ManySkillsGiveTheSame) {
  generated::Shape shape;
  shape.skills = 70'000;
  shape.roles = 1;
  shape.ladder_levels = 2;
  shape.density = 1;
  const Company company = make_company(16, shape, 4);
  const BatchPlan plan(company.matrix);
  EXPECT_FALSE(plan.data().packed);
  PeopleScores scores;
  for (const RoleLevelIndex level : all_role_levels(company.matrix)) {
    score_people(plan, company.roster, level, {}, scores);
    for (std::uint32_t person = 0; person < 4; ++person) {
      EXPECT_EQ(scores.score(plan, {person}), score_alone(company, person, level, {}));
    }
  }
  score_own_role_levels(plan, company.roster, {}, scores);
  expect_own_scores(company, plan, scores);
  BatchRanking ranking;
  rank_role_levels(plan, company.roster, everybody(company.roster), 1, {}, ranking);
  for (std::uint32_t person = 0; person < 4; ++person) {
    const auto matches =
        match_role_levels(company.matrix, company.people[person], match_options({}, 1));
    EXPECT_EQ(ranking.items()[person], matches.ranked.at(0).role_level.value);
  }
}

/// Of a scale that is longer than all whose skills anybody expects.
TEST(Batch, RanksBeyondAllThatAreExpectedGiveNothing) {
  Framework framework = small::framework();
  Scale tall{.id = "tall"};
  for (int at = 1; at <= 255; ++at) tall.levels.push_back({.id = "t" + std::to_string(at)});
  framework.scales.push_back(tall);
  framework.skills.push_back(small::skill("unexpected", "Unexpected", "tall"));
  Company company{*Matrix::build(framework), {}, {}};
  const SkillIndex unexpected = *company.matrix.find_skill("unexpected");
  RosterBuilder builder(company.matrix);
  for (std::uint32_t level = 0; level < company.matrix.role_level_count(); ++level) {
    const std::vector<Holding> holdings{{unexpected, HoldingState::held, 255, 0}};
    builder.add(std::to_string(level), RoleLevelIndex{level}, holdings);
  }
  company.roster = std::move(builder).finish();
  PeopleScores scores;
  BatchRanking ranking;
  for (const Scoring& scoring : all_scorings()) {
    const BatchPlan plan(company.matrix, scoring);
    plan.data().visit([](const auto&, const auto& shares) {
      EXPECT_EQ(shares.values.size(), 256 * shares.kinds) << "rows may ask for any rank";
    });
    if (plan.data().screen && plan.data().screen->lanes) {
      EXPECT_EQ(plan.data().screen->lanes->shares.size(), 256 * batch::PlanLanes::most_kinds);
    }
    score_own_role_levels(plan, company.roster, {}, scores);
    expect_own_scores(company, plan, scores);
    rank_role_levels(plan, company.roster, everybody(company.roster), 2, {}, ranking);
    for (std::uint32_t row = 0; row < ranking.row_count(); ++row) {
      const RoleLevelIndex best{ranking.items()[row * ranking.limit()]};
      EXPECT_EQ(ranking.score(plan, best, row, 0), score_alone(company, row, best, scoring));
    }
  }
}

template <class Number>
void expect_outcomes(generated::Dice& dice, Instructions instructions, std::uint32_t cells,
                     std::size_t size) {
  batch::Whole whole;
  whole.total = sizeof(Number) == 2 ? 65'535 : 9'000'000;
  whole.cells = cells;
  ASSERT_TRUE(batch::PackedSums::can_hold(whole));
  const batch::PackedSums packing(whole);
  std::vector<std::uint64_t> sums;
  std::vector<batch::Outcome> outcomes;
  for (std::size_t at = 0; at < size; ++at) {
    whole.required = dice.below(4);
    whole.scored = dice.below(2);
    batch::Sum sum;
    sum.earned = dice.below(static_cast<std::uint32_t>(whole.total));
    sum.lost = dice.below(static_cast<std::uint32_t>(whole.total - sum.earned) + 1);
    sum.required = dice.below(whole.required + 1);
    sum.required_gaps = dice.one_in(2) ? 0 : dice.below(cells);
    sum.gaps = dice.below(cells + 1);
    sums.push_back(packing.start(whole));
    packing.add(sums.back(), packing.pack(sum));
    outcomes.push_back(batch::WideSums::outcome(whole, sum));
    if (whole.scored == 0) outcomes.back().lower = 1 + sum.earned;
  }
  std::vector<Number> lower(size), upper(size), gaps(size);
  std::vector<std::uint8_t> verdicts(size);
  batch::write_outcomes<Number>(instructions, packing, sums,
                                {lower.data(), upper.data(), gaps.data(), verdicts.data()});
  for (std::size_t at = 0; at < size; ++at) {
    ASSERT_EQ(lower[at], outcomes[at].lower);
    ASSERT_EQ(upper[at], outcomes[at].upper);
    ASSERT_EQ(gaps[at], outcomes[at].gaps);
    ASSERT_EQ(verdicts[at], static_cast<std::uint8_t>(outcomes[at].verdict));
    const batch::Outcome outcome = packing.outcome(sums[at]);
    ASSERT_EQ(outcome.lower, outcomes[at].lower);
    ASSERT_EQ(outcome.upper, outcomes[at].upper);
    ASSERT_EQ(outcome.gaps, outcomes[at].gaps);
    ASSERT_EQ(outcome.verdict, outcomes[at].verdict);
  }
}

TEST(Batch, AllInstructionsWriteTheSameOutcomes) {
  generated::Dice dice(17);
  EXPECT_TRUE(has(Instructions::plain));
  EXPECT_TRUE(has(best_instructions()));
  for (const auto instructions : all_instructions) {
    if (!has(instructions)) continue;
    for (const std::uint32_t cells : {31U, 255U, 256U, 511U}) {  // With 256 they need more bits.
      for (std::size_t size = 0; size < 70; ++size) {
        expect_outcomes<std::uint16_t>(dice, instructions, cells, size);
        expect_outcomes<std::uint32_t>(dice, instructions, 31, size);
        expect_outcomes<std::uint64_t>(dice, instructions, 31, size);
      }
    }
  }
}

TEST(Batch, AllInstructionsFillSumsAlike) {
  for (const auto instructions : all_instructions) {
    if (!has(instructions)) continue;
    for (std::size_t size = 0; size < 70; ++size) {
      std::vector<std::uint64_t> sums(size + 1, 7);
      batch::fill_sums(instructions, std::span(sums).first(size), ~std::uint64_t{5});
      EXPECT_EQ(std::ranges::count(sums, ~std::uint64_t{5}), static_cast<std::ptrdiff_t>(size));
      EXPECT_EQ(sums.back(), 7U);
    }
  }
}

/// Some numbers of skills, rising; the greatest that there can be is often among them.
std::vector<std::uint16_t> make_skills(generated::Dice& dice, std::size_t count,
                                       std::uint32_t bound) {
  std::set<std::uint16_t> skills;
  constexpr std::uint32_t greatest = batch::CellBlock::no_skill - 1;
  if (count != 0 && dice.one_in(2)) skills.insert(greatest);
  while (skills.size() < count) {
    skills.insert(static_cast<std::uint16_t>(dice.one_in(2) ? dice.below(bound)
                                                            : greatest - dice.below(bound)));
  }
  return {skills.begin(), skills.end()};
}

/// Role levels and people with sizes around those of registers.
struct Pairs {
  batch::PackedCells cells;
  std::vector<std::uint64_t> shares;
  std::vector<std::uint64_t> first;
  std::vector<std::uint32_t> counts;
  std::vector<std::uint16_t> skills;
  std::vector<Rank> ranks;
  std::vector<std::uint32_t> levels;

  explicit Pairs(generated::Dice& dice) {
    constexpr std::array<std::size_t, 14> sizes{0,  1,  15, 16, 17, 31, 32,
                                                33, 48, 49, 64, 65, 97, 200};
    for (std::size_t rank = 0; rank < 256; ++rank) {
      for (std::size_t kind = 0; kind < batch::few_kinds; ++kind) {
        shares.push_back(kind == 0 ? 0 : std::uint64_t{dice.below(1U << 31)} << dice.below(33));
      }
    }
    for (const std::size_t size : sizes) add_level(dice, size);
    cells.levels.emplace_back();
    for (const std::size_t size : sizes) {
      for (std::uint32_t level = 0; level <= sizes.size(); ++level) {
        add_person(dice, size);
        levels.push_back(level == sizes.size() ? no_role_level : level);
      }
    }
    // Who reads too far finds skills that are asked for.
    for (std::size_t at = 0; at < roster_padding; ++at) {
      skills.push_back(static_cast<std::uint16_t>(at));
      ranks.push_back(5);
    }
  }

  void add_level(generated::Dice& dice, std::size_t size) {
    const std::vector<std::uint16_t> asked = make_skills(dice, size, 150);
    const auto blocks = static_cast<std::uint32_t>((size + 31) / 32);
    cells.levels.push_back(
        {dice.below(1'000), static_cast<std::uint32_t>(cells.blocks.size()), blocks});
    for (std::size_t at = 0; at < blocks * std::size_t{32}; ++at) {
      if (at % 32 == 0) cells.blocks.emplace_back();
      const bool is_cell = at < size;
      cells.blocks.back().skills[at % 32] = is_cell ? asked[at] : batch::CellBlock::no_skill;
      cells.blocks.back().kinds[at % 32] =
          is_cell ? static_cast<std::uint8_t>(1 + dice.below(255)) : std::uint8_t{0};
    }
  }

  void add_person(generated::Dice& dice, std::size_t size) {
    first.push_back(skills.size());
    counts.push_back(static_cast<std::uint32_t>(size));
    for (const std::uint16_t skill : make_skills(dice, size, 150)) {
      skills.push_back(skill);
      ranks.push_back(static_cast<Rank>(dice.one_in(4) ? 255 : dice.below(8)));
    }
  }

  [[nodiscard]] std::uint64_t sum_of(std::uint32_t person, std::uint32_t level) const {
    const batch::PackedCells::Level& asked = cells.levels.at(level);
    std::uint64_t sum = asked.start;
    for (std::size_t at = first[person]; at < first[person] + counts[person]; ++at) {
      for (std::uint32_t cell = 0; cell < 32 * asked.count; ++cell) {
        const batch::CellBlock& block = cells.blocks[asked.first + cell / 32];
        if (block.skills[cell % 32] != skills[at]) continue;
        sum += shares[ranks[at] * batch::few_kinds + block.kinds[cell % 32]];
      }
    }
    return sum;
  }
};

TEST(Batch, AllInstructionsAddUpTheSameRows) {
  generated::Dice dice(18);
  const Pairs pairs(dice);
  const auto people = static_cast<std::uint32_t>(pairs.counts.size());
  const auto none = static_cast<std::uint32_t>(pairs.cells.levels.size() - 1);
  for (const auto instructions : all_instructions) {
    if (!has(instructions)) continue;
    for (const std::uint32_t first : {0U, people - 1, people}) {
      for (const bool is_own : {true, false}) {
        const std::uint32_t one = 7;
        const batch::RoleLevels levels =
            is_own ? batch::RoleLevels{pairs.levels.data(), 1} : batch::RoleLevels::all(&one);
        std::vector<std::uint64_t> sums(people - first, 1);
        batch::add_rows(instructions, pairs.cells, pairs.shares.data(),
                        {pairs.first.data(), pairs.counts.data(), pairs.skills.data(),
                         pairs.ranks.data(), levels, people},
                        first, sums);
        for (std::uint32_t at = 0; at < sums.size(); ++at) {
          const std::uint32_t level = std::min(levels.of(first + at), none);
          ASSERT_EQ(sums[at], pairs.sum_of(first + at, level));
        }
      }
    }
  }
}

/// Sums of some blocks, negative ones among them.
void expect_same_hits(generated::Dice& dice, Instructions instructions, std::size_t blocks) {
  batch::PlanScreen screen;
  std::vector<std::uint16_t> sums;
  std::uint32_t most = 0x8000;
  for (std::size_t block = 0; block < blocks; ++block) {
    if (dice.one_in(3)) most = 1 + dice.below(0x10000);
    for (std::size_t at = 0; at < batch::PlanScreen::block; ++at) {
      sums.push_back(static_cast<std::uint16_t>(dice.below(most)));
      screen.totals.push_back(static_cast<std::uint16_t>(dice.below(0x8000)));
    }
    screen.least_totals.push_back(
        *std::min_element(screen.totals.end() - batch::PlanScreen::block, screen.totals.end()));
  }
  const auto bar = static_cast<std::uint16_t>(dice.below(0x10000));
  std::vector<batch::ScreenHit> hits(blocks + 1);
  hits.resize(batch::find_hits(instructions, screen, sums.data(), bar, hits.data()));
  std::vector<std::size_t> found;
  for (const batch::ScreenHit& hit : hits) {
    EXPECT_NE(hit.places, 0U);
    for (std::size_t at = 0; at < batch::PlanScreen::block; ++at) {
      if ((hit.places >> at & 1) != 0) found.push_back(hit.first + at);
    }
  }
  std::vector<std::size_t> expected;
  for (std::size_t place = 0; place < sums.size(); ++place) {
    const std::uint32_t total = screen.totals[place];
    if (static_cast<std::int16_t>(sums[place]) > static_cast<std::int16_t>(total * bar >> 16)) {
      expected.push_back(place);
    }
  }
  EXPECT_EQ(found, expected);
}

/// Adding lanes to what a person has already, one after the other.
void expect_same_lanes(generated::Dice& dice, std::size_t postings) {
  constexpr std::size_t width = batch::PlanLanes::width;
  std::vector<std::uint32_t> places(postings);
  std::vector<std::uint8_t> kinds(postings * width);
  std::vector<std::uint16_t> shares(batch::PlanLanes::most_kinds);
  for (std::uint32_t& place : places) place = dice.below(50);
  for (std::uint8_t& kind : kinds) kind = static_cast<std::uint8_t>(dice.below(64));
  for (std::size_t kind = 1; kind < shares.size(); ++kind) {
    const std::uint16_t earned = static_cast<std::uint16_t>(dice.below(300));
    shares[kind] = dice.one_in(4) ? batch::PlanScreen::excluded : earned;
  }
  std::vector<std::uint16_t> sums(50 + width);
  for (std::uint16_t& sum : sums) sum = static_cast<std::uint16_t>(dice.below(1000));
  std::vector<std::uint16_t> expected = sums;
  std::vector<bool> is_excluded(sums.size());
  for (std::size_t at = 0; at < postings * width; ++at) {
    const std::size_t place = places[at / width] + at % width;
    const std::uint16_t share = shares[kinds[at]];
    if (share == batch::PlanScreen::excluded)
      is_excluded[place] = true;
    else
      expected[place] = static_cast<std::uint16_t>(expected[place] + share);
  }
  batch::add_lanes({places, kinds.data(), shares.data()}, sums.data());
  for (std::size_t place = 0; place < sums.size(); ++place) {
    if (is_excluded[place]) {
      EXPECT_LT(static_cast<std::int16_t>(sums[place]), 0);
    } else {
      EXPECT_EQ(sums[place], expected[place]);
    }
  }
}

TEST(Batch, LanesAddUpAsTheirCellsDo) {
  if (!has(Instructions::avx512)) GTEST_SKIP() << "this processor cannot add lanes";
  generated::Dice dice(18);
  for (std::size_t postings = 0; postings < 60; ++postings) expect_same_lanes(dice, postings);
}

TEST(Batch, AllInstructionsFindTheSameHits) {
  generated::Dice dice(19);
  for (const auto instructions : all_instructions) {
    if (!has(instructions)) continue;
    for (std::size_t blocks = 0; blocks < 40; ++blocks) {
      expect_same_hits(dice, instructions, blocks);
    }
  }
}

/// What the single questions say, added up.
SkillLevelCounts count_alone(const Company& company, SkillIndex skill, Rank rank) {
  SkillLevelCounts counts;
  for (const PersonIndex person : everybody(company.roster)) {
    const std::optional<Rank> held = company.roster.rank(person, skill);
    if (held && *held >= rank) ++counts.holders;
    const auto level = company.roster.own_role_level(person);
    if (!level) continue;
    for (const GapCell& cell :
         analyze_gap(company.matrix, company.roster.holdings(person), *level).cells) {
      if (cell.skill != skill || std::max<Rank>(cell.expected, 1) != rank) continue;
      const bool is_met = cell.state == CellState::met || cell.state == CellState::exceeded;
      const bool is_required = cell.necessity == Necessity::required;
      ++(is_required ? counts.required : counts.optional);
      if (is_met) ++(is_required ? counts.required_met : counts.optional_met);
    }
  }
  return counts;
}

TEST(Batch, CountsSkillsAsTheSingleQuestionsDo) {
  SkillCounts counts;
  for (const Company& company : companies()) {
    if (company.matrix.skill_count() > 100) continue;  // The oracle is slow.
    count_skills(company.matrix, company.roster, {}, counts);
    ASSERT_TRUE(counts.is_complete());
    for (std::uint32_t skill = 0; skill < company.matrix.skill_count(); ++skill) {
      const Rank levels = company.matrix.level_count(company.matrix.skill_scale({skill}));
      ASSERT_EQ(counts.first()[skill + 1] - counts.first()[skill], levels);
      for (unsigned rank = 1; rank <= std::min<unsigned>(levels, 12); ++rank) {
        EXPECT_EQ(counts.at({skill}, static_cast<Rank>(rank)),
                  count_alone(company, {skill}, static_cast<Rank>(rank)));
      }
    }
  }
}

TEST(Batch, CountingOutAndInIsCountingAnew) {
  for (const auto& shape : {generated::Shape{}, tall(), sparse()}) {
    Company company = make_company(21, shape, 25);
    generated::Dice dice(22);
    SkillCounts counts;
    SkillCounts anew;
    count_skills(company.matrix, company.roster, {}, counts);
    for (int times = 0; times < 150; ++times) {
      // Two at once, to see that what is between the two calls does not matter.
      const PersonIndex first = pick_person(dice, company.roster);
      const PersonIndex second{(first.value + 1) % company.roster.person_count()};
      for (const PersonIndex person : {first, second}) {
        count_out(company.matrix, company.roster, person, counts);
      }
      for (const PersonIndex person : {second, first}) {
        change(dice, company.matrix, person, company.roster);
        count_in(company.matrix, company.roster, person, counts);
      }
      if (company.roster.person_count() > 9 && dice.one_in(2)) {
        count_out(company.matrix, company.roster, first, counts);
        company.roster.remove(first);
      } else {
        const auto added = company.roster.add("new-" + std::to_string(times), RoleLevelIndex{0},
                                              make_holdings(dice, company.matrix));
        count_in(company.matrix, company.roster, *added.person, counts);
      }
      count_skills(company.matrix, company.roster, {}, anew);
      ASSERT_EQ(counts, anew);
    }
    for (const PersonIndex person : everybody(company.roster)) {
      count_out(company.matrix, company.roster, person, counts);
    }
    RosterBuilder nobody(company.matrix);
    count_skills(company.matrix, std::move(nobody).finish(), {}, anew);
    EXPECT_EQ(counts, anew);
  }
}

TEST(Batch, BusFactorIsHowManyMayLeave) {
  const SkillLevelCounts counts{.holders = 3, .required = 6, .required_met = 2};
  EXPECT_EQ(counts.bus_factor(), 3U);
  EXPECT_EQ(counts.bus_factor(2), 2U);
  EXPECT_EQ(counts.bus_factor(3), 1U);
  EXPECT_EQ(counts.bus_factor(4), 0U);
  EXPECT_EQ(counts.coverage(), (Fraction{1, 3}));
  EXPECT_EQ(SkillLevelCounts{}.coverage(), (Fraction{1, 1}));
  EXPECT_EQ(SkillLevelCounts{}.bus_factor(), 0U);
}

TEST(Batch, SingleQuestionsAllocateNothingOnceWarm) {
  const Company company = make_company(13, {.skills = 40, .roles = 3}, 30);
  Holdings holdings;
  Gap gap;
  std::uint64_t scores = 0;
  const auto ask_everything = [&] {
    for (std::uint32_t person = 0; person < company.roster.person_count(); ++person) {
      company.roster.holdings({person}, holdings);
      for (std::uint32_t level = 0; level < company.matrix.role_level_count(); ++level) {
        analyze_gap(company.matrix, holdings, {level}, {}, gap);
        const GapSummary summary = summarize_gap(company.matrix, holdings, {level});
        EXPECT_TRUE(summary == gap.summary);
        scores += summary.counts.met;
      }
    }
  };
  ask_everything();
  const std::uint64_t before = allocations::count();
  ask_everything();
  EXPECT_EQ(allocations::count(), before);
  EXPECT_NE(scores, 0U);
}

TEST(Batch, ResultsThatAreUsedAgainNeedLittleMemory) {
  const Company company = make_company(14, {.skills = 40, .roles = 3}, 200);
  const BatchPlan plan(company.matrix);
  PeopleScores scores;
  const auto allocated = [&](const Roster& roster) {
    const std::uint64_t before = allocations::count();
    score_people(plan, roster, {1}, {}, scores);
    return allocations::count() - before;
  };
  allocated(company.roster);
  EXPECT_LE(allocated(company.roster), 4U);  // None of them grows with the people.
}

/// More people than a block has.
Company make_crowd(std::uint32_t size, bool index) {
  generated::Dice dice(10);
  const Framework framework = generated::make_framework(dice, {.skills = 20, .roles = 5});
  Company company{*Matrix::build(framework), {}, {}};
  RosterOptions options;
  options.index = index;
  RosterBuilder builder(company.matrix, options);
  for (std::uint32_t at = 0; at < size; ++at) {
    std::vector<Holding> holdings;
    for (std::uint32_t skill = dice.below(8); skill < 20; skill += 1 + dice.below(9)) {
      const Rank levels = company.matrix.level_count(company.matrix.skill_scale({skill}));
      holdings.push_back(
          {{skill}, HoldingState::held, static_cast<Rank>(dice.below(levels + 1U)), 0});
    }
    std::optional<RoleLevelIndex> own;
    if (!dice.one_in(9)) own = RoleLevelIndex{dice.below(company.matrix.role_level_count())};
    builder.add(std::to_string(at), own, holdings);
  }
  company.roster = std::move(builder).finish();
  return company;
}

/// What the runs of a batch have to agree on.
struct Results {
  PeopleScores one_role_level;
  PeopleScores own;
  BatchRanking role_levels;
  BatchRanking people;
  SkillCounts skills;

  friend bool operator==(const Results&, const Results&) = default;
};

Results run_all(const Company& company, const BatchOptions& options) {
  Results results;
  const BatchPlan plan(company.matrix);
  score_people(plan, company.roster, {3}, options, results.one_role_level);
  score_own_role_levels(plan, company.roster, options, results.own);
  std::vector<PersonIndex> some = everybody(company.roster);
  some.resize(1'000);
  rank_role_levels(plan, company.roster, some, 5, options, results.role_levels);
  rank_people(plan, company.roster, all_role_levels(company.matrix), 7, options, results.people);
  count_skills(company.matrix, company.roster, options, results.skills);
  return results;
}

TEST(Batch, BlocksOfPeopleAreSeamless) {
  const Company company = make_crowd(people_per_block + 20'000, true);
  const Results results = run_all(company, {});
  for (const std::uint32_t person :
       {0U, people_per_block - 1, people_per_block, company.roster.person_count() - 1}) {
    EXPECT_EQ(results.one_role_level.score(BatchPlan(company.matrix), {person}),
              score_alone(company, person, {3}, {}));
  }
  EXPECT_EQ(run_all(make_crowd(people_per_block + 20'000, false), {}), results);
}

TEST(BatchThreads, AnyNumberGivesTheSameBytes) {
  for (const bool index : {true, false}) {
    const Company company = make_crowd(people_per_block + 40'000, index);
    const Results results = run_all(company, {});
    for (const unsigned threads : {2U, 3U, 8U}) {
      EXPECT_EQ(run_all(company, {.threads = threads}), results);
    }
    BatchOptions options;
    options.executor = [](std::size_t tasks, const std::function<void(std::size_t)>& run) {
      std::vector<std::jthread> threads;  // Backwards, each in a thread of its own.
      while (tasks-- > 0) threads.emplace_back([&run, tasks] { run(tasks); });
    };
    EXPECT_EQ(run_all(company, options), results);
  }
}

TEST(BatchThreads, ReportProgressAndCanBeCancelled) {
  const Company company = make_crowd(100'000, false);
  const BatchPlan plan(company.matrix);
  for (const unsigned threads : {1U, 3U}) {
    PeopleScores scores;
    std::vector<std::size_t> seen;
    std::size_t all = 0;
    BatchOptions options;
    options.threads = threads;
    options.progress = [&](std::size_t done, std::size_t total) {
      seen.push_back(done);
      all = total;
      return true;
    };
    score_people(plan, company.roster, {0}, options, scores);
    EXPECT_TRUE(scores.is_complete());
    ASSERT_GT(all, 3U);
    ASSERT_EQ(seen.size(), all);
    for (std::size_t at = 0; at < all; ++at) EXPECT_EQ(seen[at], at + 1);

    options.progress = [](std::size_t done, std::size_t) { return done < 2; };
    score_people(plan, company.roster, {0}, options, scores);
    EXPECT_FALSE(scores.is_complete());
    score_own_role_levels(plan, company.roster, options, scores);
    EXPECT_FALSE(scores.is_complete());
    BatchRanking ranking;
    rank_role_levels(plan, company.roster, everybody(company.roster), 1, options, ranking);
    EXPECT_FALSE(ranking.is_complete());
    rank_people(plan, company.roster, all_role_levels(company.matrix), 1, options, ranking);
    EXPECT_FALSE(ranking.is_complete());
  }
}

TEST(BatchThreads, ThrowWhatTheHostThrows) {
  const Company company = make_crowd(100'000, false);
  const BatchPlan plan(company.matrix);
  PeopleScores scores;
  BatchOptions options;
  options.threads = 3;
  options.progress = [](std::size_t, std::size_t) -> bool { throw std::runtime_error("host"); };
  EXPECT_THROW(score_people(plan, company.roster, {0}, options, scores), std::runtime_error);
  EXPECT_FALSE(scores.is_complete());
}

}  // namespace
}  // namespace skillmatrix
