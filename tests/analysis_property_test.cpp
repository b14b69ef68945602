// Properties of the analysis over generated frameworks and people, and its agreement with a slow
// and obvious oracle that works on the documents alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "generated.hpp"
#include "reading.hpp"
#include "skillmatrix/gap.hpp"
#include "skillmatrix/match.hpp"
#include "skillmatrix/report.hpp"

namespace skillmatrix {
namespace {

using generated::Dice;

namespace oracle {

__extension__ using Big = __int128;

struct Answer {
  Big lower_numerator = 1, lower_denominator = 1, upper_numerator = 1, upper_denominator = 1;
  std::string verdict;
  std::map<std::string, std::string> states;  // By skill.
};

const Scale& scale_named(const Framework& framework, const std::string& id) {
  for (const Scale& scale : framework.scales) {
    if (scale.id == id) return scale;
  }
  throw std::logic_error("no such scale");
}

int rank_of(const Scale& scale, const std::string& level) {
  for (std::size_t at = 0; at < scale.levels.size(); ++at) {
    if (scale.levels[at].id == level) return static_cast<int>(at) + 1;
  }
  throw std::logic_error("no such level");
}

int points(const Scale& scale, int rank) {
  if (rank == 0) return 0;
  const auto& value = scale.levels[static_cast<std::size_t>(rank - 1)].value;
  return value ? static_cast<int>(*value) : rank;
}

/// -1 expired, -2 unknown, otherwise the rank.
int held(const Scale& scale, const Profile& person, const std::string& skill,
         const RatingOptions& options) {
  using Key = std::tuple<int, int, int, int>;
  std::map<Key, int> ranks;
  bool has_expired = false;
  bool has_current = false;
  for (const Rating& rating : person.ratings) {
    if (rating.skill != skill) continue;
    if (options.as_of && rating.expires && *rating.expires < *options.as_of) {
      has_expired = true;
      continue;
    }
    has_current = true;
    if (rating.confidence && *rating.confidence < options.min_confidence) continue;
    const int rank = rating.level ? rank_of(scale, *rating.level) : 0;
    const int trusted = rating.source ? static_cast<int>(*rating.source) : -1;
    int day = -1;
    if (rating.assessed) {
      day = static_cast<int>(
          std::chrono::sys_days(*rating.assessed).time_since_epoch().count());
    }
    switch (options.policy) {
      case RatingPolicy::latest: ranks[{day, trusted, rank, 0}] = rank; break;
      case RatingPolicy::highest: ranks[{rank, 0, 0, 0}] = rank; break;
      case RatingPolicy::lowest: ranks[{-rank, 0, 0, 0}] = rank; break;
      case RatingPolicy::trusted: ranks[{trusted, day, rank, 0}] = rank; break;
    }
  }
  if (!ranks.empty()) return ranks.rbegin()->second;
  return has_expired && !has_current ? -1 : -2;
}

/// Half to even, one unit at a time being too slow: by the remainder.
Big rounded(Big numerator, Big denominator) {
  Big down = numerator / denominator;
  const Big above = numerator - down * denominator;
  const Big below = denominator - above;
  if (above > below || (above == below && down % 2 != 0)) ++down;
  return down;
}

Big credit(const std::string& model, const Scale& scale, int expected, int rank) {
  const int least = expected == 0 ? 1 : expected;
  if (model == "coverage.count/1" || model == "coverage.weighted/1") {
    return rank >= least ? 720720 : 0;
  }
  if (model == "gap.stepped/1") {
    const int thousandths[] = {1000, 700, 400, 150, 50};
    return Big{720720} * thousandths[std::clamp(least - rank, 0, 4)] / 1000;
  }
  if (expected == 0) return rank >= 1 ? 720720 : 0;
  const Big have = points(scale, rank);
  const Big want = points(scale, expected);
  return have >= want ? Big{720720} : rounded(have * 720720, want);
}

Answer answer(const Framework& framework, const Profile& person, const std::string& role,
              const std::string& level, const std::string& model, const RatingOptions& options) {
  Answer result;
  bool gap_somewhere = false;
  bool open_somewhere = false;
  Big lower = 0, upper = 0, total = 0;
  Big smallest_lower = 720720, smallest_upper = 720720;
  for (const Expectation& cell : framework.expectations) {
    if (cell.role != role || cell.level != level) continue;
    std::string scale_id;
    for (const Skill& skill : framework.skills) {
      if (skill.id == cell.skill) scale_id = skill.scale;
    }
    const Scale& scale = scale_named(framework, scale_id);
    int expected = 0;
    if (cell.requirement.level) {
      expected = rank_of(scale, *cell.requirement.level);
    } else if (scale_id == "ladder") {
      expected = rank_of(scale, level);
    } else if (scale.levels.size() == 1) {
      expected = 1;
    }
    const int rank = held(scale, person, cell.skill, options);
    std::string state = "met";
    if (rank == -2) state = "unknown";
    if (rank == -1) state = "expired";
    if (rank >= 0 && rank < std::max(expected, 1)) state = "gap";
    if (expected > 0 && rank > expected) state = "exceeded";
    result.states[cell.skill] = state;
    const bool required = cell.requirement.necessity == Necessity::required;
    gap_somewhere = gap_somewhere || (required && state == "gap");
    open_somewhere = open_somewhere || (required && rank < 0);
    if (!required && model != "coverage.all/1" && model != "gap.stepped/1") continue;
    const bool weighted = model == "coverage.weighted/1" || model == "coverage.partial/1" ||
                          model == "coverage.all/1";
    const Big weight = weighted ? cell.requirement.weight : 1;
    const Big low = rank < 0 ? Big{0} : credit(model, scale, expected, rank);
    const Big high = rank < 0 ? Big{720720} : low;
    total += weight * 720720;
    lower += weight * low;
    upper += weight * high;
    smallest_lower = std::min(smallest_lower, low);
    smallest_upper = std::min(smallest_upper, high);
  }
  if (model == "readiness.weakest/1") {
    result.lower_numerator = smallest_lower;
    result.upper_numerator = smallest_upper;
    result.lower_denominator = result.upper_denominator = 720720;
  } else if (total != 0) {
    result.lower_numerator = lower;
    result.upper_numerator = upper;
    result.lower_denominator = result.upper_denominator = total;
  }
  result.verdict = gap_somewhere ? "not_ready" : (open_somewhere ? "undetermined" : "ready");
  return result;
}

bool equal(const Fraction& fraction, Big numerator, Big denominator) {
  return Big{fraction.numerator} * denominator == numerator * fraction.denominator;
}

}  // namespace oracle

Matrix compile(const Framework& framework) {
  Result<Matrix> result = Matrix::build(framework);
  for (const Diagnostic& diagnostic : result.diagnostics) {
    if (diagnostic.severity == Severity::error) ADD_FAILURE() << diagnostic.message();
  }
  return *std::move(result);
}

RatingOptions make_options(Dice& dice) {
  RatingOptions options;
  if (!dice.one_in(3)) options.as_of = generated::make_date(dice);
  options.policy = static_cast<RatingPolicy>(dice.below(4));
  if (dice.one_in(2)) options.min_confidence = static_cast<std::uint8_t>(dice.below(101));
  return options;
}

RoleLevelIndex pick_role_level(Dice& dice, const Matrix& matrix) {
  return {dice.below(matrix.role_level_count())};
}

GapOptions with_model(const ScoringModel& model, const RatingOptions& ratings) {
  GapOptions options;
  options.ratings = ratings;
  options.scoring = *Scoring::make(model.name);
  return options;
}

Fraction sum(const Gap& gap, Fraction (Gap::*part)(const GapCell&) const) {
  Fraction total{0, 1};
  for (const GapCell& cell : gap.cells) total = add(total, (gap.*part)(cell)).value();
  return total;
}

TEST(AnalysisProperty, AgreesWithTheOracle) {
  Dice dice(20260317);
  std::size_t cases = 0;
  for (int round = 0; round < 500; ++round) {
    const Framework framework = generated::make_framework(dice);
    const Matrix matrix = compile(framework);
    for (int person_number = 0; person_number < 20; ++person_number) {
      const Profile person = generated::make_person(dice, framework, "p");
      const RatingOptions ratings = make_options(dice);
      const RoleLevelIndex target = pick_role_level(dice, matrix);
      for (const ScoringModel& model : scoring_models()) {
        const oracle::Answer expected = oracle::answer(
            framework, person, std::string(matrix.role_id(matrix.role_of(target))),
            std::string(matrix.role_level_id(target)), std::string(model.name), ratings);
        const Gap gap = analyze_gap(matrix, person, target, with_model(model, ratings));
        ASSERT_EQ(to_string(gap.summary.verdict), expected.verdict) << model.name;
        ASSERT_TRUE(oracle::equal(gap.summary.lower, expected.lower_numerator,
                                  expected.lower_denominator))
            << model.name << ' ' << to_string(gap.summary.lower);
        ASSERT_TRUE(oracle::equal(gap.summary.upper, expected.upper_numerator,
                                  expected.upper_denominator))
            << model.name << ' ' << to_string(gap.summary.upper);
        std::map<std::string, std::string> states;
        for (const GapCell& cell : gap.cells) {
          states[std::string(matrix.skill_id(cell.skill))] = to_string(cell.state);
        }
        ASSERT_EQ(states, expected.states);
        ASSERT_LE(gap.summary.lower, gap.summary.upper);
        const bool scored =
            std::any_of(gap.cells.begin(), gap.cells.end(), [&model](const GapCell& cell) {
              return model.cells == ScoredCells::all || cell.necessity == Necessity::required;
            });
        ASSERT_EQ(sum(gap, &Gap::contribution),
                  scored ? gap.summary.lower : Fraction({0, 1}));
        ASSERT_EQ(sum(gap, &Gap::loss), subtract({1, 1}, gap.summary.lower));
        const Holdings holdings = resolve_ratings(matrix, person, ratings);
        ASSERT_EQ(summarize_gap(matrix, holdings, target, *Scoring::make(model.name)),
                  gap.summary);
      }
      ++cases;
    }
  }
  EXPECT_EQ(cases, 10000U);
}

/// With what pages show, and with every list that has no order of its own.
Framework make_shown_framework(Dice& dice) {
  Framework framework = generated::make_framework(dice);
  for (std::uint32_t at = 0; at < 6; ++at) {
    Category& category = framework.categories.emplace_back();
    category.id = "category-" + std::to_string(at);
    category.kind = dice.one_in(3) ? CategoryKind::domain : CategoryKind::group;
    category.title = in("en", "Category " + std::to_string(9 - at));
    for (std::uint32_t above = 0; above < at; ++above) {
      if (dice.one_in(2)) category.parents.push_back(framework.categories[above].id);
    }
    dice.shuffle(category.parents);
  }
  for (Skill& skill : framework.skills) {
    if (!dice.one_in(3)) skill.title = in("en", "Title of " + skill.id);
    if (!dice.one_in(4)) skill.categories = {dice.pick(framework.categories).id};
    for (const Level& level : generated::scale_of(framework, skill).levels) {
      if (dice.one_in(2)) skill.levels.push_back({level.id, in("en", skill.id + level.id)});
    }
  }
  for (Role& role : framework.roles) {
    role.title = in("en", "Title of " + role.id);
    for (const Level& level : framework.scales[0].levels) {
      role.levels.push_back({level.id, in("en", "Focus of " + level.id)});
    }
  }
  return framework;
}

void shuffle_all(Dice& dice, Framework& framework) {
  dice.shuffle(framework.scales);
  dice.shuffle(framework.categories);
  dice.shuffle(framework.skills);
  dice.shuffle(framework.roles);
  dice.shuffle(framework.expectations);
  for (Role& role : framework.roles) dice.shuffle(role.levels);
  for (Skill& skill : framework.skills) dice.shuffle(skill.levels);
}

/// All that a reader or a program is shown, as bytes.
std::vector<std::string> everything_shown(const Matrix& matrix, const std::vector<Profile>& people,
                                          RoleLevelIndex target, const RatingOptions& ratings) {
  const Reader reader = test::reading(matrix, "en");
  std::vector<std::string> shown;
  for (const ScoringModel& model : scoring_models()) {
    GapOptions options = with_model(model, ratings);
    options.threshold = Fraction{3, 4};
    const Gap gap = analyze_gap(matrix, people[0], target, options);
    shown.push_back(gap_json(reader, gap, people[0], options));
    const MatchOptions matching{ratings, options.scoring, 4};
    shown.push_back(role_level_matches_json(reader, match_role_levels(matrix, people[0], matching),
                                            people[0], matching));
    shown.push_back(people_matches_json(reader, match_people(matrix, people, target, matching),
                                        people, target, matching));
  }
  for (std::uint32_t at = 0; at < matrix.skill_count(); ++at) {
    shown.push_back(skill_page_json(reader, make_skill_page(reader, {at})));
  }
  for (std::uint32_t at = 0; at < matrix.role_count(); ++at) {
    shown.push_back(role_page_json(reader, make_role_page(reader, {at})));
  }
  return shown;
}

TEST(AnalysisProperty, OrderOfTheInputChangesNothing) {
  Dice dice(7);
  for (int round = 0; round < 100; ++round) {
    const Framework framework = make_shown_framework(dice);
    std::vector<Profile> people;
    for (const char* id : {"p", "q", "r"}) {
      people.push_back(generated::make_person(dice, framework, id));
    }
    const RatingOptions ratings = make_options(dice);
    const Matrix matrix = compile(framework);
    const RoleLevelIndex target = pick_role_level(dice, matrix);
    const auto shown = everything_shown(matrix, people, target, ratings);
    Framework shuffled = framework;
    shuffle_all(dice, shuffled);
    ASSERT_NE(shuffled, framework);
    for (Profile& person : people) dice.shuffle(person.ratings);
    ASSERT_EQ(everything_shown(compile(shuffled), people, target, ratings), shown);
  }
}

/// The holdings with one skill held at a rank.
Holdings with_rank(const Holdings& holdings, SkillIndex skill, Rank rank) {
  Holdings changed = holdings;
  const auto place = std::lower_bound(
      changed.skills.begin(), changed.skills.end(), skill,
      [](const Holding& holding, SkillIndex wanted) { return holding.skill < wanted; });
  if (place != changed.skills.end() && place->skill == skill) {
    place->state = HoldingState::held;
    place->rank = rank;
  } else {
    changed.skills.insert(place, Holding{skill, HoldingState::held, rank, 0});
  }
  return changed;
}

TEST(AnalysisProperty, RaisingARatingNeverLowersAMonotoneScore) {
  Dice dice(11);
  for (int round = 0; round < 1000; ++round) {
    const Framework framework = generated::make_framework(dice);
    const Matrix matrix = compile(framework);
    const Holdings holdings =
        resolve_ratings(matrix, generated::make_person(dice, framework, "p"), make_options(dice));
    const RoleLevelIndex target = pick_role_level(dice, matrix);
    const SkillIndex skill{dice.below(matrix.skill_count())};
    const Rank top = matrix.level_count(matrix.skill_scale(skill));
    for (const ScoringModel& model : scoring_models()) {
      if (!model.monotone) continue;
      const Scoring scoring = *Scoring::make(model.name);
      Fraction before = summarize_gap(matrix, holdings, target, scoring).lower;
      const Holding* holding = holdings.find(skill);
      const bool known = holding != nullptr && holding->state == HoldingState::held;
      for (unsigned rank = known ? holding->rank : 0U; rank <= top; ++rank) {
        const Fraction after =
            summarize_gap(matrix, with_rank(holdings, skill, static_cast<Rank>(rank)), target,
                          scoring)
                .lower;
        ASSERT_GE(after, before) << model.name;
        before = after;
      }
    }
  }
}

TEST(AnalysisProperty, RaisingOneOfManyRatingsNeverLowersAMonotoneScore) {
  Dice dice(12);
  std::size_t raised = 0;
  for (int round = 0; round < 150; ++round) {
    const Framework framework = generated::make_framework(dice);
    const Matrix matrix = compile(framework);
    const RoleLevelIndex target = pick_role_level(dice, matrix);
    const RatingOptions ratings = make_options(dice);
    Profile person = generated::make_person(dice, framework, "p");
    if (person.ratings.empty()) continue;
    Rating& rating = person.ratings[dice.below(static_cast<std::uint32_t>(person.ratings.size()))];
    const ScaleIndex scale = matrix.skill_scale(*matrix.find_skill(rating.skill));
    for (const ScoringModel& model : scoring_models()) {
      if (!model.monotone) continue;
      const GapOptions options = with_model(model, ratings);
      rating.level.reset();
      Fraction before = analyze_gap(matrix, person, target, options).summary.lower;
      for (unsigned rank = 1; rank <= matrix.level_count(scale); ++rank) {
        rating.level = std::string(matrix.level_id(scale, static_cast<Rank>(rank)));
        const Fraction after = analyze_gap(matrix, person, target, options).summary.lower;
        ASSERT_GE(after, before) << model.name << ' ' << to_string(ratings.policy);
        raised += after > before ? 1U : 0U;
        before = after;
      }
    }
  }
  EXPECT_GT(raised, 100U);
}

TEST(AnalysisProperty, ReadyRaisesAreSufficientAndLeast) {
  Dice dice(13);
  for (int round = 0; round < 1000; ++round) {
    const Framework framework = generated::make_framework(dice);
    const Matrix matrix = compile(framework);
    const Holdings holdings =
        resolve_ratings(matrix, generated::make_person(dice, framework, "p"), make_options(dice));
    const RoleLevelIndex target = pick_role_level(dice, matrix);
    const Gap gap = analyze_gap(matrix, holdings, target);
    Holdings raised = holdings;
    for (const Raise& raise : gap.raises) raised = with_rank(raised, raise.skill, raise.to);
    ASSERT_EQ(summarize_gap(matrix, raised, target).verdict, Verdict::ready);
    ASSERT_EQ(gap.raises.empty(), gap.summary.verdict == Verdict::ready);
    for (const Raise& raise : gap.raises) {
      ASSERT_GT(raise.to, raise.from.value_or(Rank{0}));
      const Holdings less = with_rank(raised, raise.skill, static_cast<Rank>(raise.to - 1));
      ASSERT_EQ(summarize_gap(matrix, less, target).verdict, Verdict::not_ready);
    }
  }
}

/// Tries every set of raises.
struct BruteForce {
  const Matrix& matrix;
  const Gap& gap;
  const Scoring& scoring;
  Fraction threshold;
  std::optional<unsigned> fewest;
  Fraction best{0, 1};     // With the fewest.
  Fraction highest{0, 1};  // With any.

  void run(const Holdings& holdings, std::size_t at, unsigned levels) {
    if (at < gap.cells.size()) {
      const GapCell& cell = gap.cells[at];
      run(holdings, at + 1, levels);
      for (unsigned raises = 1; raises <= cell.shortfall; ++raises) {
        const Rank rank = static_cast<Rank>(cell.held.value_or(Rank{0}) + raises);
        run(with_rank(holdings, cell.skill, rank), at + 1, levels + raises);
      }
      return;
    }
    const Fraction lower = summarize_gap(matrix, holdings, gap.target, scoring).lower;
    highest = std::max(highest, lower);
    if (lower < threshold || (fewest && levels > *fewest)) return;
    best = fewest && *fewest == levels ? std::max(best, lower) : lower;
    fewest = levels;
  }
};

TEST(AnalysisProperty, ThresholdRaisesAreFewest) {
  Dice dice(17);
  generated::Shape shape;
  shape.skills = 4;
  shape.scale_levels = 4;
  for (int round = 0; round < 250; ++round) {
    const Framework framework = generated::make_framework(dice, shape);
    const Matrix matrix = compile(framework);
    const Profile person = generated::make_person(dice, framework, "p");
    const RoleLevelIndex target = pick_role_level(dice, matrix);
    for (const ScoringModel& model : scoring_models()) {
      GapOptions options = with_model(model, make_options(dice));
      if (model.name == "gap.stepped/1" && dice.one_in(2)) {
        options.scoring = *Scoring::make(model, {{{9, 10}, {9, 10}, {1, 7}}});
      }
      options.threshold = make_fraction(dice.below(22), 20);
      const Holdings holdings = resolve_ratings(matrix, person, options.ratings);
      const Gap gap = analyze_gap(matrix, holdings, target, options);
      BruteForce search{matrix, gap, options.scoring, *options.threshold, {}, {0, 1}, {0, 1}};
      search.run(holdings, 0, 0);
      const ThresholdCounterfactual& found = gap.threshold.value();
      if (!search.fewest) {
        ASSERT_EQ(found.outcome, ThresholdOutcome::unreachable) << model.name;
        ASSERT_EQ(found.lower, search.highest);
        ASSERT_TRUE(found.raises.empty());
        continue;
      }
      ASSERT_EQ(found.outcome, ThresholdOutcome::reached) << model.name;
      ASSERT_EQ(found.levels, *search.fewest) << model.name;
      ASSERT_EQ(found.lower, search.best) << model.name;
      Holdings raised = holdings;
      for (const Raise& raise : found.raises) raised = with_rank(raised, raise.skill, raise.to);
      ASSERT_EQ(summarize_gap(matrix, raised, target, options.scoring).lower, found.lower);
    }
  }
}

TEST(AnalysisProperty, NobodyAssessedAndOneZero) {
  Dice dice(19);
  for (int round = 0; round < 200; ++round) {
    const Framework framework = generated::make_framework(dice);
    const Matrix matrix = compile(framework);
    const RoleLevelIndex target = pick_role_level(dice, matrix);
    const auto cells = matrix.requirements(target);
    const auto required = std::find_if(cells.begin(), cells.end(), [](const auto& cell) {
      return cell.necessity == Necessity::required;
    });
    if (required == cells.end()) continue;
    for (const ScoringModel& model : scoring_models()) {
      const GapOptions options = with_model(model, {});
      const GapSummary nobody = analyze_gap(matrix, Holdings{}, target, options).summary;
      EXPECT_EQ(nobody.verdict, Verdict::undetermined);
      EXPECT_EQ(nobody.lower, (Fraction{0, 1}));
      EXPECT_EQ(nobody.upper, (Fraction{1, 1}));
      const Holdings zero = with_rank({}, (*required).skill, 0);
      EXPECT_EQ(analyze_gap(matrix, zero, target, options).summary.verdict, Verdict::not_ready);
    }
  }
}

TEST(AnalysisProperty, TopMatchesAreTheFirstOfAll) {
  Dice dice(23);
  generated::Shape shape;
  shape.roles = 6;
  shape.density = 30;
  for (int round = 0; round < 100; ++round) {
    const Framework framework = generated::make_framework(dice, shape);
    const Matrix matrix = compile(framework);
    std::vector<Profile> people;
    for (int at = 0; at < 30; ++at) {
      people.push_back(
          generated::make_person(dice, framework, "p" + std::to_string(dice.below(20))));
    }
    MatchOptions options;
    options.scoring = *Scoring::make(dice.one_in(2) ? "coverage.count/1" : "readiness.weakest/1");
    const RoleLevelMatches all = match_role_levels(matrix, people[0], options);
    EXPECT_EQ(all.ranked.size() + all.nothing_expected.size(), matrix.role_level_count());
    for (std::size_t at = 1; at < all.ranked.size(); ++at) {
      const auto key = [](const RoleLevelMatch& match) {
        return std::tuple(match.summary.verdict,
                          Fraction{-match.summary.lower.numerator, match.summary.lower.denominator},
                          match.summary.counts.gap, match.role_level);
      };
      ASSERT_LT(key(all.ranked[at - 1]), key(all.ranked[at]));
    }
    const RoleLevelIndex target = pick_role_level(dice, matrix);
    const PeopleMatches everybody = match_people(matrix, people, target, options);
    options.limit = dice.below(10);
    const RoleLevelMatches top = match_role_levels(matrix, people[0], options);
    ASSERT_EQ(top.ranked.size(), std::min(options.limit, all.ranked.size()));
    for (std::size_t at = 0; at < top.ranked.size(); ++at) {
      ASSERT_EQ(top.ranked[at].role_level, all.ranked[at].role_level);
      ASSERT_EQ(top.ranked[at].summary, all.ranked[at].summary);
    }
    const PeopleMatches best = match_people(matrix, people, target, options);
    ASSERT_EQ(best.ranked.size(), std::min(options.limit, everybody.ranked.size()));
    for (std::size_t at = 0; at < best.ranked.size(); ++at) {
      ASSERT_EQ(best.ranked[at].person, everybody.ranked[at].person);
    }
  }
}

}  // namespace
}  // namespace skillmatrix
