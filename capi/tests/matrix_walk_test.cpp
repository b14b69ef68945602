#include <gtest/gtest.h>

#include <vector>

#include "handles.hpp"
#include "skillmatrix/matrix.h"

namespace skillmatrix::capi_tests {
namespace {

constexpr const char* linked = R"({
  "schema": "skillmatrix.framework/1", "id": "linked", "version": "7", "default_locale": "de-AT",
  "updated": "2026-01-31",
  "scales": [{"id": "depth", "levels": [{"id": "low", "value": 3}, {"id": "high", "value": 9}]},
             {"id": "rungs", "levels": [{"id": "one"}, {"id": "two"}, {"id": "three"}]}],
  "categories": [{"id": "top", "kind": "domain"}, {"id": "mid", "parents": ["top"]},
                 {"id": "kin", "kind": "family", "parents": ["top", "mid"]}],
  "skills": [{"id": "a", "scale": "depth", "categories": ["mid", "kin"], "updated": "2025-12-01",
              "requires": [{"skill": "b", "level": "high"}, {"skill": "c"}],
              "related": [{"kind": "broader", "skill": "b"}, {"kind": "related", "skill": "c"}]},
             {"id": "b", "scale": "depth", "status": "deprecated", "replaced_by": "a"},
             {"id": "c", "scale": "depth", "status": "draft"}],
  "roles": [{"id": "r", "ladder": "rungs", "categories": ["kin"],
             "levels": [{"level": "one"}, {"level": "three"}]}],
  "expectations": [{"role": "r", "level": "one", "skill": "a", "requirement": {"necessity": "required"}},
                   {"role": "r", "level": "three", "skill": "a", "requirement": {"necessity": "required"}}]
})";

/// The values of a list, asked for with just enough room; and that too little room is as good.
template <class Item, class Call>
std::vector<Item> listed(Call call, const skm_matrix* matrix, std::uint32_t number) {
  std::uint32_t count = 0;
  EXPECT_EQ(call(matrix, number, 0, nullptr, &count), SKM_OK);
  std::vector<Item> items(count + 1);
  EXPECT_EQ(call(matrix, number, count, items.data(), &count), SKM_OK);
  items.resize(count);
  return items;
}

class MatrixWalk : public testing::Test {
 protected:
  void SetUp() override {
    Framework framework;
    Error error;
    ASSERT_EQ(skm_framework_parse(view(linked), nullptr, framework.out(), error.out()), SKM_OK)
        << text(skm_error_message(error));
    ASSERT_EQ(skm_matrix_build(framework, matrix.out(), nullptr), SKM_OK);
  }

  std::uint32_t category(const char* id) { return skm_matrix_find_category(matrix, view(id)); }
  std::uint32_t scale(const char* id) { return skm_matrix_find_scale(matrix, view(id)); }

  const std::uint32_t a = 0, b = 1, c = 2;  // By their ids.
  using Numbers = std::vector<std::uint32_t>;
  Matrix matrix;
};

TEST_F(MatrixWalk, KnowsTheFramework) {
  EXPECT_EQ(text(skm_matrix_id(matrix)), "linked");
  EXPECT_EQ(text(skm_matrix_version(matrix)), "7");
  EXPECT_EQ(text(skm_matrix_default_locale(matrix)), "de-AT");
  EXPECT_EQ(skm_matrix_updated(matrix), 20260131U);
}

TEST_F(MatrixWalk, KnowsScalesAndLevels) {
  ASSERT_EQ(skm_matrix_scale_count(matrix), 2U);
  EXPECT_EQ(text(skm_matrix_scale_id(matrix, scale("depth"))), "depth");
  EXPECT_EQ(skm_matrix_level_count(matrix, scale("rungs")), 3U);
  EXPECT_EQ(text(skm_matrix_level_id(matrix, scale("depth"), 2)), "high");
  EXPECT_EQ(skm_matrix_level_value(matrix, scale("depth"), 2), 9U);
  EXPECT_EQ(skm_matrix_find_level(matrix, scale("rungs"), view("three")), 3U);
  EXPECT_EQ(skm_matrix_find_level(matrix, scale("rungs"), view("high")), 0U);
  for (const std::uint32_t rank : {0U, 3U, 257U}) {
    EXPECT_EQ(skm_matrix_level_id(matrix, scale("depth"), rank).size, 0U);
    EXPECT_EQ(skm_matrix_level_value(matrix, scale("depth"), rank), 0U);
  }
}

TEST_F(MatrixWalk, KnowsCategories) {
  ASSERT_EQ(skm_matrix_category_count(matrix), 3U);
  EXPECT_EQ(text(skm_matrix_category_id(matrix, category("mid"))), "mid");
  EXPECT_EQ(skm_matrix_category_kind(matrix, category("top")), std::uint32_t{SKM_CATEGORY_DOMAIN});
  EXPECT_EQ(skm_matrix_category_kind(matrix, category("mid")), std::uint32_t{SKM_CATEGORY_GROUP});
  EXPECT_EQ(skm_matrix_category_kind(matrix, category("kin")), std::uint32_t{SKM_CATEGORY_FAMILY});
  EXPECT_EQ(listed<std::uint32_t>(skm_matrix_category_parents, matrix, category("kin")),
            (Numbers{category("top"), category("mid")}));
  EXPECT_EQ(listed<std::uint32_t>(skm_matrix_skill_categories, matrix, a),
            (Numbers{category("mid"), category("kin")}));
  EXPECT_EQ(listed<std::uint32_t>(skm_matrix_role_categories, matrix, 0), Numbers{category("kin")});
  EXPECT_EQ(skm_matrix_skill_domain(matrix, a), category("top"));
  EXPECT_EQ(skm_matrix_skill_domain(matrix, b), SKM_NONE);
}

TEST_F(MatrixWalk, KnowsSkills) {
  EXPECT_EQ(skm_matrix_skill_scale(matrix, a), scale("depth"));
  EXPECT_EQ(skm_matrix_skill_status(matrix, a), std::uint32_t{SKM_SKILL_ACTIVE});
  EXPECT_EQ(skm_matrix_skill_status(matrix, b), std::uint32_t{SKM_SKILL_DEPRECATED});
  EXPECT_EQ(skm_matrix_skill_status(matrix, c), std::uint32_t{SKM_SKILL_DRAFT});
  EXPECT_EQ(skm_matrix_skill_replaced_by(matrix, b), a);
  EXPECT_EQ(skm_matrix_skill_replaced_by(matrix, a), SKM_NONE);
  EXPECT_EQ(skm_matrix_skill_updated(matrix, a), 20251201U);
  EXPECT_EQ(skm_matrix_skill_updated(matrix, b), 0U);
  EXPECT_EQ(listed<std::uint32_t>(skm_matrix_skill_role_levels, matrix, a), (Numbers{0, 1}));
  EXPECT_TRUE(listed<std::uint32_t>(skm_matrix_skill_role_levels, matrix, b).empty());
}

TEST_F(MatrixWalk, KnowsHowSkillsAreLinked) {
  const auto before = listed<skm_prerequisite>(skm_matrix_skill_prerequisites, matrix, a);
  ASSERT_EQ(before.size(), 2U);
  EXPECT_EQ(before[0].skill, b);
  EXPECT_EQ(before[0].rank, 2U);
  EXPECT_EQ(before[1].skill, c);
  EXPECT_EQ(before[1].rank, 0U);
  const auto links = listed<skm_relation>(skm_matrix_skill_relations, matrix, a);
  ASSERT_EQ(links.size(), 2U);
  EXPECT_EQ(links[0].skill, b);
  EXPECT_EQ(links[0].kind, std::uint32_t{SKM_RELATION_BROADER});
  EXPECT_EQ(links[1].skill, c);
  EXPECT_EQ(links[1].kind, std::uint32_t{SKM_RELATION_RELATED});
}

TEST_F(MatrixWalk, KnowsTheRungsOfRoles) {
  EXPECT_EQ(skm_matrix_role_ladder(matrix, 0), scale("rungs"));
  EXPECT_EQ(skm_matrix_rank_of(matrix, 0), 1U);
  EXPECT_EQ(skm_matrix_rank_of(matrix, 1), 3U);
  EXPECT_EQ(skm_matrix_next_role_level(matrix, 0), 1U);
  EXPECT_EQ(skm_matrix_next_role_level(matrix, 1), SKM_NONE);
}

TEST_F(MatrixWalk, StaysWithinTheMatrix) {
  using Ask = std::uint32_t (*)(const skm_matrix*, std::uint32_t);
  for (const Ask ask : {skm_matrix_skill_scale, skm_matrix_skill_status, skm_matrix_skill_domain,
                        skm_matrix_skill_replaced_by, skm_matrix_role_ladder,
                        skm_matrix_category_kind, skm_matrix_next_role_level}) {
    EXPECT_EQ(ask(matrix, 3), SKM_NONE);
    EXPECT_EQ(ask(matrix, SKM_NONE), SKM_NONE);
  }
  for (const Ask ask : {skm_matrix_skill_updated, skm_matrix_rank_of, skm_matrix_level_count}) {
    EXPECT_EQ(ask(matrix, SKM_NONE), 0U);
  }
  std::uint32_t number = 7;
  std::uint32_t count = 7;
  for (const auto list : {skm_matrix_category_parents, skm_matrix_skill_categories,
                          skm_matrix_skill_role_levels, skm_matrix_role_categories}) {
    EXPECT_EQ(list(matrix, 3, 1, &number, &count), SKM_ERR_OUT_OF_RANGE);
    EXPECT_EQ(list(matrix, 0, 1, nullptr, &count), SKM_ERR_INVALID_ARGUMENT);
  }
  EXPECT_EQ(number, 7U);
  EXPECT_EQ(count, 7U);
}

TEST_F(MatrixWalk, SuggestsWhatWasMeant) {
  Matrix sample;
  build_sample(sample);
  EXPECT_EQ(text(skm_matrix_suggest_skill(sample, view("pyton"))), "python");
  EXPECT_EQ(text(skm_matrix_suggest_role(sample, view("data-scientits"))), "data-scientist");
  EXPECT_EQ(text(skm_matrix_suggest_scale(sample, view("proficency"))), "proficiency");
  EXPECT_EQ(text(skm_matrix_suggest_category(sample, view("something else"))), "");
}

TEST_F(MatrixWalk, SaysWhereTheFrameworkIsFrom) {
  Matrix other;
  build_matrix(R"({"schema": "skillmatrix.framework/1", "id": "f", "license": "CC-BY-4.0",
      "source": "the guild"})",
               other);
  EXPECT_EQ(text(skm_matrix_license(other)), "CC-BY-4.0");
  EXPECT_EQ(text(skm_matrix_source(other)), "the guild");
}

TEST_F(MatrixWalk, KnowsTheGroupsOfSkills) {
  EXPECT_EQ(skm_matrix_skill_group(matrix, a), category("mid"));
  EXPECT_EQ(skm_matrix_skill_group(matrix, b), SKM_NONE);
  EXPECT_EQ(skm_matrix_skill_group(matrix, 3), SKM_NONE);
}

TEST_F(MatrixWalk, KnowsTheLevelsOfRoles) {
  EXPECT_EQ(listed<std::uint32_t>(skm_matrix_role_levels, matrix, 0), (Numbers{0, 1}));
  std::uint32_t count = 7;
  EXPECT_EQ(skm_matrix_role_levels(matrix, 1, 0, nullptr, &count), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(count, 7U);
  Matrix sample;
  build_sample(sample);
  Numbers all;
  for (std::uint32_t role = 0; role < skm_matrix_role_count(sample); ++role) {
    for (const std::uint32_t level : listed<std::uint32_t>(skm_matrix_role_levels, sample, role)) {
      EXPECT_EQ(skm_matrix_role_of(sample, level), role);
      all.push_back(level);
    }
  }
  ASSERT_EQ(all.size(), skm_matrix_role_level_count(sample));
  for (std::uint32_t level = 0; level < all.size(); ++level) EXPECT_EQ(all[level], level);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
