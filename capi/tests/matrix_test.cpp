#include "skillmatrix/matrix.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <vector>

#include "handles.hpp"

namespace skillmatrix::capi_tests {
namespace {

TEST(Matrix, IsWalkedByNumbers) {
  Matrix matrix;
  build_sample(matrix);
  ASSERT_GT(skm_matrix_skill_count(matrix), 0U);
  for (std::uint32_t skill = 0; skill < skm_matrix_skill_count(matrix); ++skill) {
    EXPECT_EQ(skm_matrix_find_skill(matrix, skm_matrix_skill_id(matrix, skill)), skill);
  }
  for (std::uint32_t role = 0; role < skm_matrix_role_count(matrix); ++role) {
    EXPECT_EQ(skm_matrix_find_role(matrix, skm_matrix_role_id(matrix, role)), role);
  }
  std::size_t cells = 0;
  for (std::uint32_t level = 0; level < skm_matrix_role_level_count(matrix); ++level) {
    const std::uint32_t role = skm_matrix_role_of(matrix, level);
    EXPECT_EQ(skm_matrix_find_role_level(matrix, skm_matrix_role_id(matrix, role),
                                         skm_matrix_role_level_id(matrix, level)),
              level);
    std::vector<skm_requirement> requirements(skm_matrix_requirement_count(matrix, level));
    const auto room = static_cast<std::uint32_t>(requirements.size());
    ASSERT_EQ(skm_matrix_requirements(matrix, level, room, requirements.data()), SKM_OK);
    for (const skm_requirement& requirement : requirements) {
      EXPECT_LT(requirement.skill, skm_matrix_skill_count(matrix));
      EXPECT_GE(requirement.weight, 1U);
    }
    cells += requirements.size();
    if (room != 0) {
      EXPECT_EQ(skm_matrix_requirements(matrix, level, room - 1, requirements.data()),
                SKM_ERR_OUT_OF_RANGE);
    }
  }
  EXPECT_GT(cells, 10U);
}

TEST(Matrix, WhatIsNotThereIsNone) {
  Matrix matrix;
  build_sample(matrix);
  EXPECT_EQ(skm_matrix_find_skill(matrix, view("no such skill")), SKM_NONE);
  EXPECT_EQ(skm_matrix_find_role_level(matrix, view("no"), view("no")), SKM_NONE);
  EXPECT_EQ(skm_matrix_skill_id(matrix, SKM_NONE).size, 0U);
  EXPECT_EQ(skm_matrix_role_id(matrix, SKM_NONE).size, 0U);
  EXPECT_EQ(skm_matrix_role_level_id(matrix, SKM_NONE).size, 0U);
  EXPECT_EQ(skm_matrix_role_of(matrix, SKM_NONE), SKM_NONE);
  EXPECT_EQ(skm_matrix_requirement_count(matrix, SKM_NONE), 0U);
}

TEST(Matrix, ListsOfNothingNeedNoArray) {
  Matrix matrix;
  build_matrix(R"({"schema": "skillmatrix.framework/1", "id": "f", "version": "1",
      "scales": [{"id": "s", "levels": [{"id": "low"}]}],
      "roles": [{"id": "r", "ladder": "s", "levels": [{"level": "low"}]}]})",
               matrix);
  ASSERT_EQ(skm_matrix_role_level_count(matrix), 1U);
  EXPECT_EQ(skm_matrix_requirements(matrix, 0, 0, nullptr), SKM_OK);
  EXPECT_EQ(skm_matrix_requirements(matrix, 1, 0, nullptr), SKM_ERR_OUT_OF_RANGE);
  Reader reader;
  read_in(reader, matrix, "en");
  ASSERT_EQ(skm_reader_text_count(reader, SKM_TITLE_OF_SKILL), 0U);
  EXPECT_EQ(skm_reader_texts(reader, SKM_TITLE_OF_SKILL, 0, nullptr), SKM_OK);
  EXPECT_EQ(skm_reader_texts(reader, SKM_TITLE_OF_ROLE, 1, nullptr), SKM_ERR_INVALID_ARGUMENT);
}

TEST(Matrix, IsSavedAndOpened) {
  Matrix built;
  build_sample(built);
  const std::string path =
      (std::filesystem::temp_directory_path() / "skillmatrix_capi_matrix_test.skm").string();
  Error error;
  ASSERT_EQ(skm_matrix_save(built, view(path), error.out()), SKM_OK);
  Matrix opened;
  ASSERT_EQ(skm_matrix_open(view(path), opened.out(), error.out()), SKM_OK);
  EXPECT_EQ(skm_matrix_verify(opened, error.out()), SKM_OK);
  EXPECT_EQ(skm_matrix_skill_count(opened), skm_matrix_skill_count(built));
  EXPECT_EQ(text(skm_matrix_skill_id(opened, 0)), text(skm_matrix_skill_id(built, 0)));

  std::ofstream(path) << "something else";
  Matrix other;
  EXPECT_EQ(skm_matrix_open(view(path), other.out(), error.out()), SKM_ERR_BAD_FILE);
  std::filesystem::remove(path);
  EXPECT_EQ(skm_matrix_open(view(path), other.out(), error.out()), SKM_ERR_FILE);
  EXPECT_EQ(skm_matrix_save(built, view("/nowhere/at/all"), error.out()), SKM_ERR_FILE);
}

TEST(Matrix, TellsHandlesOfOtherKinds) {
  Framework framework;
  ASSERT_EQ(skm_framework_load(view(sample_path()), nullptr, framework.out(), nullptr), SKM_OK);
  const auto* const wrong =
      reinterpret_cast<const skm_matrix*>(static_cast<const skm_framework*>(framework));
  Error error;
  EXPECT_EQ(skm_matrix_verify(wrong, error.out()), SKM_ERR_WRONG_HANDLE);
  EXPECT_EQ(text(skm_error_message(error)), "matrix is a handle of another kind");
  EXPECT_EQ(skm_matrix_skill_count(wrong), 0U);
}

TEST(Matrix, IsOpenedFromBytes) {
  Matrix matrix;
  Matrix opened;
  Error error;
  build_sample(matrix);
  const std::string bytes(text(skm_matrix_bytes(matrix)));
  ASSERT_EQ(skm_matrix_open_bytes(view(bytes), opened.out(), error.out()), SKM_OK);
  EXPECT_EQ(skm_matrix_verify(opened, nullptr), SKM_OK);
  EXPECT_TRUE(text(skm_matrix_bytes(opened)) == bytes);
  EXPECT_EQ(skm_matrix_skill_count(opened), skm_matrix_skill_count(matrix));
  EXPECT_EQ(skm_matrix_open_bytes(view("nonsense"), opened.out(), nullptr), SKM_ERR_BAD_FILE);
}

TEST(Matrix, HasSeveralOwners) {
  Matrix first;
  Matrix second;
  Error error;
  build_sample(first);
  const std::uint32_t skills = skm_matrix_skill_count(first);
  ASSERT_EQ(skm_matrix_clone(first, second.out(), error.out()), SKM_OK);
  EXPECT_NE(first.get(), second.get());
  EXPECT_EQ(skm_matrix_bytes(first).data, skm_matrix_bytes(second).data) << "nothing is copied";
  Reader reader;
  read_in(reader, first, "de");
  Gap gap;
  ASSERT_EQ(skm_gap_create(gap.out(), nullptr), SKM_OK);
  ASSERT_EQ(skm_gap_analyze_holdings(gap.get(), second, 0, nullptr, 0, nullptr, nullptr), SKM_OK);
  EXPECT_NE(made(skm_gap_to_json, gap, reader), "SKM_ERR_OTHER_MATRIX") << "they are one";
  first.out();
  EXPECT_EQ(skm_matrix_skill_count(second), skills);
}

TEST(Matrix, GivesOneRequirement) {
  Matrix matrix;
  build_sample(matrix);
  const std::uint32_t level =
      skm_matrix_find_role_level(matrix, view("data-scientist"), view("senior"));
  std::vector<skm_requirement> all(skm_matrix_requirement_count(matrix, level));
  ASSERT_EQ(
      skm_matrix_requirements(matrix, level, static_cast<std::uint32_t>(all.size()), all.data()),
      SKM_OK);
  std::size_t next = 0;
  for (std::uint32_t skill = 0; skill < skm_matrix_skill_count(matrix); ++skill) {
    skm_requirement found = {7, 7, 7, 7};
    ASSERT_EQ(skm_matrix_get_requirement(matrix, level, skill, &found), SKM_OK);
    const bool is_expected = next < all.size() && all[next].skill == skill;
    const skm_requirement expected = is_expected ? all[next++] : skm_requirement{SKM_NONE, 0, 0, 0};
    EXPECT_EQ(found.skill, expected.skill);
    EXPECT_EQ(found.rank, expected.rank);
    EXPECT_EQ(found.weight, expected.weight);
    EXPECT_EQ(found.required, expected.required);
  }
  EXPECT_EQ(next, all.size());
  skm_requirement found = {7, 7, 7, 7};
  EXPECT_EQ(skm_matrix_get_requirement(matrix, SKM_NONE, 0, &found), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_matrix_get_requirement(matrix, level, SKM_NONE, &found), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(found.skill, 7U) << "nothing is written";
}

TEST(Matrix, IsToldFromAFramework) {
  Matrix matrix;
  Error error;
  ASSERT_EQ(skm_matrix_open(view(sample_path()), matrix.out(), error.out()), SKM_ERR_BAD_FILE);
  skm_diagnostic finding = SKM_DIAGNOSTIC_INIT;
  ASSERT_EQ(skm_diagnostics_get(skm_error_diagnostics(error), 0, &finding), SKM_OK);
  EXPECT_EQ(finding.code, 6003);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
