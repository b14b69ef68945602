// Batches: many people against one role level, their own, or all of them.
//
// Two companies. "even" is that of `even_company.hpp`. "skewed": frameworks and people of
// `big_framework.hpp`, in which some skills are nearly everybody's.
#include <benchmark/benchmark.h>

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "big_framework.hpp"
#include "even_company.hpp"
#include "skillmatrix/batch.hpp"
#include "skillmatrix/match.hpp"

namespace skillmatrix {
namespace {

using big::Company;

Company make_skewed(std::uint32_t people) {
  const Framework framework = big::make_framework(big::esco);
  Company company{*Matrix::build(framework), {}};
  RosterBuilder builder(company.matrix);
  const big::People source(framework);
  big::Person person;
  for (std::uint32_t at = 0; at < people; ++at) {
    source.make(at, person);
    std::vector<Holding> holdings;
    for (const big::Held& held : person.held) {
      holdings.push_back({{held.skill}, HoldingState::held, static_cast<Rank>(held.rank), 0});
    }
    // Skills, roles and levels are numbered as the framework lists them.
    builder.add(big::numbered('P', at, 7),
                RoleLevelIndex{person.role * big::esco.role_levels + person.level - 1}, holdings);
  }
  company.roster = std::move(builder).finish();
  return company;
}

enum Kind { even, skewed, clustered };

/// The last one asked for is kept, with its size.
const Company& company_of(Kind kind, std::int64_t people) {
  static std::map<Kind, std::pair<std::int64_t, std::unique_ptr<Company>>> kept;
  auto& [size, company] = kept[kind];
  if (company && size == people) return *company;
  company.reset();
  const auto count = static_cast<std::uint32_t>(people);
  size = people;
  company = std::make_unique<Company>(kind == even     ? big::make_even(count)
                                      : kind == skewed ? make_skewed(count)
                                                       : big::cluster(company_of(even, people)));
  return *company;
}

bool is_as_alone(const Company& company, const BatchPlan& plan, const PeopleScores& scores) {
  for (std::uint32_t person = 0; person < scores.size(); person += scores.size() / 500 + 1) {
    const auto level = scores.target() ? scores.target() : company.roster.own_role_level({person});
    const GapSummary summary =
        summarize_gap(company.matrix, company.roster.holdings({person}), *level, plan.scoring());
    const auto score = scores.score(plan, {person});
    if (!score || score->lower != summary.lower || score->upper != summary.upper ||
        score->verdict != summary.verdict || score->gaps != summary.counts.gap) {
      return false;
    }
  }
  return scores.is_complete();
}

void set_rates(benchmark::State& state, const Company& company) {
  state.SetItemsProcessed(state.iterations() * company.roster.person_count());
}

void BM_ScorePeople(benchmark::State& state, Kind kind, const char* model) {
  const Company& company = company_of(kind, state.range(0));
  const BatchPlan plan(company.matrix, *Scoring::make(model));
  const BatchOptions options{.threads = static_cast<unsigned>(state.range(1))};
  PeopleScores scores;
  score_people(plan, company.roster, {7}, options, scores);
  if (!is_as_alone(company, plan, scores)) return state.SkipWithError("wrong");
  std::uint32_t level = 0;
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    level = (level + 2'654'435) % company.matrix.role_level_count();
    score_people(plan, company.roster, {level}, options, scores);
  }
  set_rates(state, company);
}

void BM_ScorePeopleWithoutIndex(benchmark::State& state) {
  const Company& company = company_of(clustered, state.range(0));
  const BatchPlan plan(company.matrix);
  const BatchOptions options{.threads = static_cast<unsigned>(state.range(1))};
  PeopleScores scores;
  score_people(plan, company.roster, {7}, options, scores);
  if (!is_as_alone(company, plan, scores)) return state.SkipWithError("wrong");
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    score_people(plan, company.roster, {7}, options, scores);
  }
  set_rates(state, company);
}

void BM_ScoreOwn(benchmark::State& state, Kind kind) {
  const Company& company = company_of(kind, state.range(0));
  const BatchPlan plan(company.matrix);
  const BatchOptions options{.threads = static_cast<unsigned>(state.range(1))};
  PeopleScores scores;
  score_own_role_levels(plan, company.roster, options, scores);
  if (!is_as_alone(company, plan, scores)) return state.SkipWithError("wrong");
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    score_own_role_levels(plan, company.roster, options, scores);
  }
  set_rates(state, company);
}

std::vector<PersonIndex> first_people(std::int64_t count) {
  std::vector<PersonIndex> people(static_cast<std::size_t>(count));
  for (std::uint32_t at = 0; at < people.size(); ++at) people[at] = {at};
  return people;
}

void BM_RankRoleLevels(benchmark::State& state, Kind kind) {
  const Company& company = company_of(kind, 1'000'000);
  const BatchPlan plan(company.matrix);
  const std::vector<PersonIndex> people = first_people(state.range(0));
  BatchRanking ranking;
  const BatchOptions options{.threads = static_cast<unsigned>(state.range(1))};
  rank_role_levels(plan, company.roster, people, 10, options, ranking);
  for (std::size_t row = 0; row < people.size(); row += people.size() / 20) {
    const Holdings holdings = company.roster.holdings(people[row]);
    // Nobody who is not in the list may be better than the last one in it.
    const RoleLevelIndex last{ranking.items()[row * 10 + 9]};
    const GapSummary worst = summarize_gap(company.matrix, holdings, last);
    int better = 0;
    for (std::uint32_t level = 0; level < company.matrix.role_level_count(); ++level) {
      const GapSummary summary = summarize_gap(company.matrix, holdings, {level});
      const auto order = std::tuple(worst.verdict, summary.lower, worst.counts.gap, last.value) <=>
                         std::tuple(summary.verdict, worst.lower, summary.counts.gap, level);
      if (order > 0) ++better;
    }
    if (better != 9) return state.SkipWithError("wrong");
  }
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    rank_role_levels(plan, company.roster, people, 10, options, ranking);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

/// Whether those who are better than the last one of a row are the others of that row.
bool is_best(const Company& company, const BatchPlan& plan, const BatchRanking& ranking,
             std::size_t row, RoleLevelIndex level) {
  PeopleScores scores;
  score_people(plan, company.roster, level, {}, scores);
  // Ids are in the order of people.
  const auto place_of = [&](std::uint32_t person) {
    return std::tuple(scores.verdicts()[person], ~scores.lower()[person], scores.gaps()[person],
                      person);
  };
  const std::size_t count = ranking.counts()[row];
  const auto worst = place_of(ranking.items()[row * ranking.limit() + count - 1]);
  std::size_t better = 0;
  for (std::uint32_t person = 0; person < scores.size(); ++person) {
    if (place_of(person) < worst) ++better;
  }
  return better == count - 1;
}

void BM_RankPeople(benchmark::State& state, Kind kind) {
  const Company& company = company_of(kind, 1'000'000);
  const BatchPlan plan(company.matrix);
  std::vector<RoleLevelIndex> levels;
  for (std::uint32_t at = 0; at < state.range(0); ++at) levels.push_back({at * 100});
  BatchRanking ranking;
  const BatchOptions options{.threads = static_cast<unsigned>(state.range(1))};
  rank_people(plan, company.roster, levels, 10, options, ranking);
  for (std::size_t row = 0; row < levels.size(); row += 20) {
    if (!is_best(company, plan, ranking, row, levels[row])) return state.SkipWithError("wrong");
  }
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    rank_people(plan, company.roster, levels, 10, options, ranking);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void BM_CountSkills(benchmark::State& state) {
  const Company& company = company_of(even, state.range(0));
  const BatchOptions options{.threads = static_cast<unsigned>(state.range(1))};
  SkillCounts counts;
  count_skills(company.matrix, company.roster, options, counts);
  for (std::uint32_t skill = 0; skill < company.matrix.skill_count(); skill += 1'000) {
    std::uint32_t holders = 0;
    for (std::uint32_t block = 0; block < company.roster.block_count(); ++block) {
      for (const Rank rank : company.roster.postings(block, {skill}).ranks) {
        if (rank >= 3) ++holders;
      }
    }
    if (counts.at({skill}, 3).holders != holders) return state.SkipWithError("wrong");
  }
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    count_skills(company.matrix, company.roster, options, counts);
  }
  set_rates(state, company);
}

/// All results about a company.
struct Results {
  PeopleScores one_role_level;
  PeopleScores own;
  BatchRanking role_levels;  ///< Of 1,000 people.
  BatchRanking people;       ///< At every hundredth role level.
  SkillCounts skills;

  friend bool operator==(const Results&, const Results&) = default;
};

Results ask_everything(const BatchPlan& plan, const Roster& roster) {
  Results results;
  score_people(plan, roster, {7}, {}, results.one_role_level);
  score_own_role_levels(plan, roster, {}, results.own);
  rank_role_levels(plan, roster, first_people(1'000), 10, {}, results.role_levels);
  std::vector<RoleLevelIndex> levels;
  for (std::uint32_t at = 0; at < plan.matrix().role_level_count(); at += 100) {
    levels.push_back({at});
  }
  rank_people(plan, roster, levels, 10, {}, results.people);
  count_skills(plan.matrix(), roster, {}, results.skills);
  return results;
}

enum Part { all_results, roster_only, scores, role_levels, people, skills };

/// One rating of one of 1,000 people changes, and results follow.
void BM_ChangeRating(benchmark::State& state, Part part) {
  const Company& company = company_of(even, 1'000'000);
  const BatchPlan plan(company.matrix);
  Roster roster = company.roster;
  Results results = ask_everything(plan, roster);
  const auto follows = [part](Part other) { return part == all_results || part == other; };
  big::Random random(5);
  const auto change = [&] {
    const PersonIndex person{random.below(1'000)};
    const SkillIndex skill{random.below(roster.skill_count())};
    if (follows(skills)) count_out(company.matrix, roster, person, results.skills);
    roster.set_rank(person, skill, static_cast<Rank>(random.below(6)));
    if (follows(skills)) count_in(company.matrix, roster, person, results.skills);
    if (follows(scores)) {
      rescore(plan, roster, person, results.one_role_level);
      rescore(plan, roster, person, results.own);
    }
    if (follows(role_levels)) rerank(plan, roster, person, results.role_levels);
    if (follows(people)) rerank(plan, roster, person, results.people);
  };
  change();  // The columns of the copy move, to have room for changes.
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    change();
  }
  if (part == all_results && results != ask_everything(plan, roster)) {
    state.SkipWithError("wrong");
  }
}

/// The same by asking everything anew.
void BM_ChangeRatingAndAskAnew(benchmark::State& state) {
  const Company& company = company_of(even, 1'000'000);
  const BatchPlan plan(company.matrix);
  Roster roster = company.roster;
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    roster.set_rank({3}, {9}, Rank{2});
    benchmark::DoNotOptimize(ask_everything(plan, roster));
  }
}

/// Single questions, about one after the other of 20,000 people: 30 cells, 40 ratings.
void BM_OneByOne(benchmark::State& state, bool all_cells) {
  const Company& company = company_of(even, 1'000'000);
  Gap gap;
  std::uint32_t person = 0;
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    person = (person + 7'919) % 20'000;
    const RoleLevelIndex level = *company.roster.own_role_level({person});
    if (all_cells) {
      analyze_gap(company.matrix, company.roster, {person}, level, {}, gap);
      benchmark::DoNotOptimize(gap.cells.data());
    } else {
      benchmark::DoNotOptimize(summarize_gap(company.matrix, company.roster, {person}, level));
    }
  }
}

void BM_MakePlan(benchmark::State& state) {
  const Company& company = company_of(even, 1'000'000);
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    benchmark::DoNotOptimize(BatchPlan(company.matrix));
  }
}

/// What everybody would write first: a hash map a person, a look-up a cell, sums of doubles.
void BM_Naive(benchmark::State& state, bool own) {
  const Company& company = company_of(even, state.range(0));
  std::vector<std::unordered_map<std::uint32_t, Rank>> people(company.roster.person_count());
  for (std::uint32_t person = 0; person < people.size(); ++person) {
    for (const Holding& holding : company.roster.holdings({person}).skills) {
      people[person].emplace(holding.skill.value, holding.rank);
    }
  }
  std::vector<double> scores(people.size());
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    for (std::uint32_t person = 0; person < people.size(); ++person) {
      double earned = 0;
      double total = 0;
      const RoleLevelIndex level =
          own ? *company.roster.own_role_level({person}) : RoleLevelIndex{7};
      for (const CellRequirement& cell : company.matrix.requirements(level)) {
        if (cell.necessity == Necessity::optional) continue;
        total += cell.weight;
        const auto held = people[person].find(cell.skill.value);
        if (held == people[person].end()) continue;
        earned += cell.weight * std::min(1.0, double{1.0} * held->second / cell.expected);
      }
      scores[person] = earned / total;
    }
    benchmark::DoNotOptimize(scores.data());
  }
  set_rates(state, company);
}

/// Reading all ratings once: no way to look at everybody is faster.
void BM_ReadAll(benchmark::State& state) {
  const Company& company = company_of(even, state.range(0));
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    const auto sum_of = [](auto numbers) {
      std::uint64_t sum = 0;
      for (const auto number : numbers) sum += number;
      return sum;
    };
    benchmark::DoNotOptimize(company.roster.visit_skills(sum_of) + sum_of(company.roster.ranks()));
  }
  set_rates(state, company);
}

void sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->Unit(benchmark::kMillisecond)->UseRealTime()->ArgNames({"people", "threads"});
  for (const std::int64_t people : {10'000, 100'000, 1'000'000}) benchmark->Args({people, 1});
  benchmark->Args({1'000'000, 2});
}
void one_thread(benchmark::internal::Benchmark* benchmark) {
  benchmark->Unit(benchmark::kMillisecond)->UseRealTime()->ArgName("people")->Arg(1'000'000);
}

BENCHMARK_CAPTURE(BM_ScorePeople, even, even, "coverage.partial/1")->Apply(sizes);
BENCHMARK_CAPTURE(BM_ScorePeople, even_weakest, even, "readiness.weakest/1")->Apply(sizes);
BENCHMARK(BM_ScorePeopleWithoutIndex)->Apply(sizes);
BENCHMARK_CAPTURE(BM_ScoreOwn, even, even)->Apply(sizes);
BENCHMARK_CAPTURE(BM_ScoreOwn, clustered, clustered)->Apply(sizes);
void ranked(benchmark::internal::Benchmark* benchmark) {
  benchmark->Unit(benchmark::kMillisecond)->UseRealTime()->ArgNames({"ranked", "threads"});
}
BENCHMARK(BM_CountSkills)->Apply(sizes);
BENCHMARK_CAPTURE(BM_OneByOne, summary, false);
BENCHMARK_CAPTURE(BM_OneByOne, all_cells, true);
BENCHMARK_CAPTURE(BM_ChangeRating, all_results, all_results);
BENCHMARK_CAPTURE(BM_ChangeRating, roster_only, roster_only);
BENCHMARK_CAPTURE(BM_ChangeRating, scores, scores);
BENCHMARK_CAPTURE(BM_ChangeRating, role_levels, role_levels);
BENCHMARK_CAPTURE(BM_ChangeRating, people, people);
BENCHMARK_CAPTURE(BM_ChangeRating, skills, skills);
BENCHMARK(BM_ChangeRatingAndAskAnew)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_MakePlan)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(BM_RankRoleLevels, even, even)
    ->Apply(ranked)
    ->Args({100, 1})
    ->Args({10'000, 1})
    ->Args({10'000, 2});
BENCHMARK_CAPTURE(BM_RankPeople, even, even)->Apply(ranked)->Args({100, 1})->Args({100, 2});
BENCHMARK_CAPTURE(BM_Naive, one_role_level, false)->Apply(one_thread);
BENCHMARK_CAPTURE(BM_Naive, own, true)->Apply(one_thread);
BENCHMARK(BM_ReadAll)->Apply(one_thread);
BENCHMARK_CAPTURE(BM_ScorePeople, skewed, skewed, "coverage.partial/1")->Apply(sizes);
BENCHMARK_CAPTURE(BM_ScoreOwn, skewed, skewed)->Apply(sizes);
BENCHMARK_CAPTURE(BM_RankRoleLevels, skewed, skewed)->Apply(ranked)->Args({10'000, 1});
BENCHMARK_CAPTURE(BM_RankPeople, skewed, skewed)->Apply(ranked)->Args({100, 1});

}  // namespace
}  // namespace skillmatrix
