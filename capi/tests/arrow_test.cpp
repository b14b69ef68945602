#include "skillmatrix/arrow.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <thread>

#include "company.hpp"

namespace skillmatrix::capi_tests {
namespace {

/// What a consumer holds. Releases what it has not given away.
struct Imported {
  Imported() = default;
  Imported(const Imported&) = delete;
  Imported& operator=(const Imported&) = delete;
  ~Imported() {
    if (schema.release != nullptr) schema.release(&schema);
    if (array.release != nullptr) array.release(&array);
  }

  ArrowSchema schema{};
  ArrowArray array{};
};

std::int64_t buffers_of(std::string_view format) {
  if (format == "U") return 3;
  return format == "+s" || format.substr(0, 3) == "+w:" ? 1 : 2;
}

/// Whether an array is as the specification has it.
void expect_sound(const ArrowSchema& schema, const ArrowArray& array) {
  ASSERT_NE(schema.release, nullptr);
  ASSERT_NE(array.release, nullptr);
  ASSERT_NE(schema.name, nullptr);
  EXPECT_EQ(schema.dictionary, nullptr);
  EXPECT_EQ(array.dictionary, nullptr);
  EXPECT_EQ(schema.metadata, nullptr);
  EXPECT_EQ(array.offset, 0);
  EXPECT_GE(array.length, 0);
  const std::string_view format = schema.format;
  ASSERT_EQ(array.n_buffers, buffers_of(format));
  ASSERT_EQ(array.n_children, schema.n_children);
  EXPECT_TRUE(array.buffers[0] != nullptr || array.null_count == 0);
  EXPECT_TRUE(array.null_count == 0 || (schema.flags & ARROW_FLAG_NULLABLE) != 0);
  if (array.n_buffers > 1 && array.length != 0) {
    EXPECT_NE(array.buffers[1], nullptr);
  }
  for (std::int64_t at = 0; at < array.n_children; ++at) {
    const ArrowArray& child = *array.children[at];
    expect_sound(*schema.children[at], child);
    std::int64_t length = array.length;
    if (format == "+l") {
      length = static_cast<const std::int32_t*>(array.buffers[1])[array.length];
    } else if (format != "+s") {
      length *= std::stoll(std::string(format.substr(3)));
    }
    EXPECT_EQ(child.length, length);
  }
}

/// The position of a child by its name.
std::int64_t find(const ArrowSchema& schema, std::string_view name) {
  for (std::int64_t at = 0; at < schema.n_children; ++at) {
    if (schema.children[at]->name == name) return at;
  }
  ADD_FAILURE() << "there is no " << name;
  return 0;
}

const void* numbers_of(const ArrowSchema& schema, const ArrowArray& array, std::string_view name) {
  return array.children[find(schema, name)]->buffers[1];
}

bool is_null(const ArrowArray& array, std::uint64_t at) {
  if (array.null_count == 0) return false;
  return (static_cast<const std::uint8_t*>(array.buffers[0])[at / 8] >> (at % 8) & 1U) == 0;
}

/// Exported units, of a width.
std::vector<std::uint64_t> units_of(const ArrowSchema& schema, const ArrowArray& array,
                                    std::string_view name, std::uint64_t width) {
  const ArrowArray& child = *array.children[find(schema, name)];
  return numbers({child.buffers[1], static_cast<std::uint64_t>(child.length), width});
}

class ArrowTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(skm_scores_create(scores.out(), nullptr), SKM_OK);
    ASSERT_EQ(skm_ranking_create(ranking.out(), nullptr), SKM_OK);
    ASSERT_EQ(skm_counts_create(counts.out(), nullptr), SKM_OK);
  }

  void score_own() {
    ASSERT_EQ(skm_scores_score_own_role_levels(scores.get(), company.plan, company.roster, nullptr,
                                               nullptr),
              SKM_OK);
  }

  /// That each exported row is the score that there is, and null where there is none.
  void expect_scores(const Imported& given) const {
    const std::uint64_t width = skm_scores_lower(scores).width;
    const auto lower = units_of(given.schema, given.array, "lower", width);
    const auto upper = units_of(given.schema, given.array, "upper", width);
    const auto total = units_of(given.schema, given.array, "total", width);
    for (std::uint32_t person = 0; person < skm_scores_count(scores); ++person) {
      skm_score found{};
      ASSERT_EQ(skm_scores_get(scores, company.roster, person, &found), SKM_OK);
      const bool is_nobody = found.verdict == SKM_VERDICT_NONE;
      for (std::int64_t column = 0; column < given.array.n_children; ++column) {
        EXPECT_EQ(is_null(*given.array.children[column], person), is_nobody);
      }
      EXPECT_EQ(total[person], is_nobody ? 0 : skm_plan_total(company.plan, found.item));
      EXPECT_TRUE(is_nobody || is_part(found.lower_numerator, found.lower_denominator,
                                       lower[person], total[person]));
      EXPECT_TRUE(is_nobody || is_part(found.upper_numerator, found.upper_denominator,
                                       upper[person], total[person]));
    }
  }

  void score(std::uint32_t level) {
    ASSERT_EQ(skm_scores_score_people(scores.get(), company.plan, company.roster, level, nullptr,
                                      nullptr),
              SKM_OK);
  }

  Company company{40};
  Scores scores;
  Ranking ranking;
  Counts counts;
  Error error;
};

TEST_F(ArrowTest, ScoresAreTheirColumns) {
  score(3);
  Imported given;
  ASSERT_EQ(skm_scores_export_arrow(scores, &given.schema, &given.array, error.out()), SKM_OK);
  expect_sound(given.schema, given.array);
  EXPECT_EQ(given.array.length, 40);
  const std::map<std::string, skm_column> columns = {{"lower", skm_scores_lower(scores)},
                                                     {"upper", skm_scores_upper(scores)},
                                                     {"gaps", skm_scores_gaps(scores)},
                                                     {"verdict", skm_scores_verdicts(scores)}};
  const std::map<std::uint64_t, std::string> formats = {{1, "C"}, {2, "S"}, {4, "I"}, {8, "L"}};
  ASSERT_EQ(given.schema.n_children, 5);
  for (const auto& [name, column] : columns) {
    EXPECT_EQ(numbers_of(given.schema, given.array, name), column.data) << "a copy of " << name;
    EXPECT_EQ(given.schema.children[find(given.schema, name)]->format, formats.at(column.width));
  }
  EXPECT_EQ(find(given.schema, "total"), 2);
  EXPECT_EQ(given.schema.children[2]->format, formats.at(skm_scores_lower(scores).width));
  for (std::int64_t at = 0; at < 5; ++at) EXPECT_EQ(given.array.children[at]->null_count, 0);
  expect_scores(given);
}

TEST_F(ArrowTest, OwnScoresHaveTheWholeOfEach) {
  score_own();
  Imported given;
  ASSERT_EQ(skm_scores_export_arrow(scores, &given.schema, &given.array, error.out()), SKM_OK);
  expect_sound(given.schema, given.array);
  EXPECT_GT(given.array.children[0]->null_count, 0);
  const std::uint64_t width = skm_scores_lower(scores).width;
  const auto before = units_of(given.schema, given.array, "total", width);
  EXPECT_GT(std::set<std::uint64_t>(before.begin(), before.end()).size(), 3U) << "they are alike";
  expect_scores(given);

  // A person who changes changes alone, and nothing that is exported.
  ASSERT_EQ(skm_roster_set_own_role_level(company.roster.get(), 7, 5, nullptr), SKM_OK);
  ASSERT_EQ(skm_roster_set_own_role_level(company.roster.get(), 8, SKM_NONE, nullptr), SKM_OK);
  for (const std::uint32_t person : {7U, 8U}) {
    ASSERT_EQ(skm_scores_rescore(scores.get(), company.roster, person, nullptr), SKM_OK);
  }
  Imported later;
  ASSERT_EQ(skm_scores_export_arrow(scores, &later.schema, &later.array, error.out()), SKM_OK);
  expect_scores(later);
  EXPECT_EQ(units_of(given.schema, given.array, "total", width), before);

  // The roster alone changes no score, and so no whole.
  ASSERT_EQ(skm_roster_set_own_role_level(company.roster.get(), 7, 0, nullptr), SKM_OK);
  Imported again;
  ASSERT_EQ(skm_scores_export_arrow(scores, &again.schema, &again.array, error.out()), SKM_OK);
  EXPECT_EQ(units_of(again.schema, again.array, "total", width),
            units_of(later.schema, later.array, "total", width));
}

TEST_F(ArrowTest, ExportsStayAsTheyAre) {
  score(3);
  const auto before = numbers(skm_scores_lower(scores));
  Imported given;
  ASSERT_EQ(skm_scores_export_arrow(scores, &given.schema, &given.array, nullptr), SKM_OK);
  skm_column exported = skm_scores_lower(scores);
  exported.data = numbers_of(given.schema, given.array, "lower");
  score(11);
  EXPECT_NE(numbers(skm_scores_lower(scores)), before);
  EXPECT_EQ(numbers(exported), before);
  scores.out();
  EXPECT_EQ(numbers(exported), before);
}

TEST_F(ArrowTest, ChildrenMayBeMovedAway) {
  score(3);
  const auto before = numbers(skm_scores_lower(scores));
  skm_column exported = skm_scores_lower(scores);
  Imported given;
  Imported moved;
  ASSERT_EQ(skm_scores_export_arrow(scores, &given.schema, &given.array, nullptr), SKM_OK);
  scores.out();
  const std::int64_t lower = find(given.schema, "lower");
  moved.schema = *given.schema.children[lower];
  given.schema.children[lower]->release = nullptr;
  moved.array = *given.array.children[lower];
  given.array.children[lower]->release = nullptr;
  given.schema.release(&given.schema);
  given.array.release(&given.array);
  EXPECT_EQ(given.schema.release, nullptr);
  EXPECT_EQ(given.array.release, nullptr);
  EXPECT_EQ(std::string(moved.schema.name), "lower");
  exported.data = moved.array.buffers[1];
  EXPECT_EQ(numbers(exported), before);
}

TEST_F(ArrowTest, RankingsMarkWhatIsMissing) {
  // Of the lower role level nothing is scored: nobody ranks there.
  Matrix matrix;
  build_matrix(R"({
    "schema": "skillmatrix.framework/1", "id": "f", "version": "1", "default_locale": "en",
    "scales": [{"id": "s", "levels": [{"id": "low"}, {"id": "high"}]}],
    "skills": [{"id": "k", "scale": "s"}], "roles": [{"id": "r", "ladder": "s"}],
    "expectations": [
      {"role": "r", "level": "low", "skill": "k",
       "requirement": {"necessity": "optional", "level": "low"}},
      {"role": "r", "level": "high", "skill": "k",
       "requirement": {"necessity": "required", "level": "low"}}]})",
               matrix);
  ASSERT_EQ(skm_matrix_role_level_count(matrix), 2U);
  Roster roster;
  ASSERT_EQ(skm_roster_read_csv(matrix, view("person,skill,rating\na,k,low\nb,k,none\nc,k,low\n"),
                                nullptr, nullptr, nullptr, roster.out(), nullptr),
            SKM_OK);
  Plan plan;
  ASSERT_EQ(skm_plan_build(matrix, {}, plan.out(), nullptr), SKM_OK);
  const std::uint32_t levels[] = {0, 1};
  ASSERT_EQ(
      skm_ranking_rank_people(ranking.get(), plan, roster, levels, 2, 3, nullptr, error.out()),
      SKM_OK);
  ASSERT_EQ(numbers(skm_ranking_counts(ranking)), (std::vector<std::uint64_t>{0, 3}));
  Imported given;
  ASSERT_EQ(skm_ranking_export_arrow(ranking, &given.schema, &given.array, error.out()), SKM_OK);
  expect_sound(given.schema, given.array);
  ASSERT_EQ(given.schema.n_children, 1);
  const ArrowSchema& best = *given.schema.children[0];
  EXPECT_EQ(std::string(best.name), "best");
  EXPECT_EQ(std::string(best.format), "+w:3");
  EXPECT_EQ(given.array.children[0]->length, 2);
  const ArrowArray& elements = *given.array.children[0]->children[0];
  EXPECT_EQ(elements.length, 6);
  EXPECT_EQ(elements.null_count, 3);
  EXPECT_EQ(*static_cast<const std::uint8_t*>(elements.buffers[0]), 0b111000);
  EXPECT_EQ(numbers_of(*best.children[0], elements, "item"), skm_ranking_items(ranking).data);
}

TEST_F(ArrowTest, RankingsHaveTheWholeOfEach) {
  const std::uint32_t rows[] = {5, 2, 6};
  for (const bool is_of_people : {false, true}) {
    const auto rank = is_of_people ? skm_ranking_rank_people : skm_ranking_rank_role_levels;
    ASSERT_EQ(rank(ranking.get(), company.plan, company.roster, rows, 3, 4, nullptr, nullptr),
              SKM_OK);
    Imported given;
    ASSERT_EQ(skm_ranking_export_arrow(ranking, &given.schema, &given.array, error.out()), SKM_OK);
    expect_sound(given.schema, given.array);
    const ArrowSchema& type = *given.schema.children[0]->children[0];
    const ArrowArray& elements = *given.array.children[0]->children[0];
    const std::uint64_t width = skm_ranking_lower(ranking).width;
    const auto lower = units_of(type, elements, "lower", width);
    const auto total = units_of(type, elements, "total", width);
    for (std::uint64_t place = 0; place < 12; ++place) {
      if (is_null(elements, place)) continue;
      skm_score found{};
      ASSERT_EQ(skm_ranking_get(ranking, place / 4, place % 4, &found), SKM_OK);
      const std::uint32_t level = is_of_people ? rows[place / 4] : found.item;
      EXPECT_EQ(total[place], skm_plan_total(company.plan, level));
      EXPECT_TRUE(
          is_part(found.lower_numerator, found.lower_denominator, lower[place], total[place]));
    }
  }
}

TEST_F(ArrowTest, FullRankingsHaveNoMarks) {
  const std::uint32_t levels[] = {5, 6};
  ASSERT_EQ(skm_ranking_rank_people(ranking.get(), company.plan, company.roster, levels, 2, 4,
                                    nullptr, nullptr),
            SKM_OK);
  Imported given;
  ASSERT_EQ(skm_ranking_export_arrow(ranking, &given.schema, &given.array, error.out()), SKM_OK);
  expect_sound(given.schema, given.array);
  const ArrowArray& elements = *given.array.children[0]->children[0];
  EXPECT_EQ(elements.null_count, 0);
  EXPECT_EQ(elements.buffers[0], nullptr);
}

TEST_F(ArrowTest, CountsAreListsBySkill) {
  ASSERT_EQ(skm_counts_count_skills(counts.get(), company.matrix, company.roster, nullptr, nullptr),
            SKM_OK);
  Imported given;
  ASSERT_EQ(skm_counts_export_arrow(counts, &given.schema, &given.array, error.out()), SKM_OK);
  expect_sound(given.schema, given.array);
  EXPECT_EQ(given.array.length, skm_matrix_skill_count(company.matrix));
  const ArrowArray& levels = *given.array.children[0];
  EXPECT_EQ(levels.buffers[1], skm_counts_first(counts).data);
  EXPECT_EQ(numbers_of(*given.schema.children[0]->children[0], *levels.children[0], "required_met"),
            skm_counts_required_met(counts).data);
}

TEST_F(ArrowTest, RostersAreTheirPeople) {
  Imported given;
  ASSERT_EQ(skm_roster_export_arrow(company.roster, &given.schema, &given.array, error.out()),
            SKM_OK);
  ASSERT_EQ(skm_roster_set_own_role_level(company.roster.get(), 0, 5, nullptr), SKM_OK);
  expect_sound(given.schema, given.array);
  ASSERT_EQ(given.array.length, 40);
  const ArrowArray& ids = *given.array.children[find(given.schema, "person")];
  const ArrowArray& levels = *given.array.children[find(given.schema, "role_level")];
  const auto* const offsets = static_cast<const std::int64_t*>(ids.buffers[1]);
  const auto* const bytes = static_cast<const char*>(ids.buffers[2]);
  ASSERT_EQ(skm_roster_set_own_role_level(company.roster.get(), 1, SKM_NONE, nullptr), SKM_OK);
  Imported later;
  ASSERT_EQ(skm_roster_export_arrow(company.roster, &later.schema, &later.array, nullptr), SKM_OK);
  std::int64_t nulls = 0;
  for (std::uint32_t person = 0; person < 40; ++person) {
    EXPECT_EQ(std::string(bytes + offsets[person], bytes + offsets[person + 1]),
              text(skm_roster_person_id(company.roster, person)));
    const auto level_in = [person](const ArrowArray& array) {
      return is_null(array, person) ? SKM_NONE
                                    : static_cast<const std::uint32_t*>(array.buffers[1])[person];
    };
    const std::uint32_t level = skm_roster_own_role_level(company.roster, person);
    EXPECT_EQ(level_in(*later.array.children[find(later.schema, "role_level")]), level);
    if (person > 1) {
      EXPECT_EQ(level_in(levels), level) << "an export changed";
    }
    nulls += level_in(levels) == SKM_NONE ? 1 : 0;
  }
  EXPECT_GT(nulls, 0);
  EXPECT_EQ(levels.null_count, nulls);
}

TEST_F(ArrowTest, ExportsMayBeStreams) {
  score(3);
  Imported given;
  ArrowArrayStream stream{};
  ASSERT_EQ(skm_scores_export_arrow(scores, &given.schema, &given.array, error.out()), SKM_OK);
  ASSERT_EQ(skm_arrow_stream(&given.schema, &given.array, &stream, error.out()), SKM_OK);
  scores.out();
  ASSERT_EQ(stream.get_schema(&stream, &given.schema), 0);
  ASSERT_EQ(stream.get_next(&stream, &given.array), 0);
  stream.release(&stream);
  expect_sound(given.schema, given.array);
  EXPECT_EQ(given.array.length, 40);
  EXPECT_EQ(find(given.schema, "verdict"), 4);
}

TEST_F(ArrowTest, EmptyResultsAreEmptyArrays) {
  Imported some;
  Imported best;
  Imported levels;
  ASSERT_EQ(skm_scores_export_arrow(scores, &some.schema, &some.array, nullptr), SKM_OK);
  ASSERT_EQ(skm_ranking_export_arrow(ranking, &best.schema, &best.array, nullptr), SKM_OK);
  ASSERT_EQ(skm_counts_export_arrow(counts, &levels.schema, &levels.array, nullptr), SKM_OK);
  for (const Imported* each : {&some, &best, &levels}) EXPECT_EQ(each->array.length, 0);
  ArrowArray untouched{};
  EXPECT_EQ(skm_scores_export_arrow(scores, nullptr, &untouched, nullptr),
            SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(untouched.release, nullptr);
}

TEST_F(ArrowTest, ThreadsReleaseWhereTheyAre) {
  score(3);
  const auto expected = numbers(skm_scores_lower(scores));
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    auto given = std::make_unique<Imported>();
    skm_column column = skm_scores_lower(scores);
    ASSERT_EQ(skm_scores_export_arrow(scores, &given->schema, &given->array, nullptr), SKM_OK);
    column.data = numbers_of(given->schema, given->array, "lower");
    threads.emplace_back(
        [given = std::move(given), column, &expected] { EXPECT_EQ(numbers(column), expected); });
  }
  for (std::uint32_t level = 0; level < 8; ++level) score(level);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace skillmatrix::capi_tests
