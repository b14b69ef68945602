#include "skillmatrix/error.h"

#include <gtest/gtest.h>

#include <cerrno>

#include "handles.hpp"

namespace skillmatrix::capi_tests {
namespace {

constexpr const char* broken = R"({"id": "f", "version": "1", "skils": [], "scales": 3})";

TEST(Error, HasAllFindingsWithTheirPlaces) {
  Framework framework;
  Error error;
  ASSERT_EQ(skm_framework_parse(view(broken), nullptr, framework.out(), error.out()),
            SKM_ERR_INVALID_INPUT);
  EXPECT_EQ(static_cast<const skm_framework*>(framework), nullptr);
  EXPECT_EQ(skm_error_status(error), SKM_ERR_INVALID_INPUT);
  const skm_diagnostics* const diagnostics = skm_error_diagnostics(error);
  ASSERT_GE(skm_diagnostics_count(diagnostics), 2U);
  const std::string message(text(skm_error_message(error)));
  EXPECT_EQ(message.find("SKM1010: "), 0U) << message;
  EXPECT_NE(
      message.find("; further errors: " + std::to_string(skm_diagnostics_count(diagnostics) - 1)),
      std::string::npos)
      << message;
  EXPECT_EQ(skm_diagnostics_has_errors(diagnostics), 1);

  bool is_found = false;
  for (std::uint64_t at = 0; at < skm_diagnostics_count(diagnostics); ++at) {
    skm_diagnostic diagnostic = SKM_DIAGNOSTIC_INIT;
    ASSERT_EQ(skm_diagnostics_get(diagnostics, at, &diagnostic), SKM_OK);
    EXPECT_FALSE(text(diagnostic.message).empty());
    if (diagnostic.code != 1009) continue;
    is_found = true;
    EXPECT_EQ(text(diagnostic.name), "unknown_member");
    EXPECT_EQ(text(diagnostic.pointer), "/skils");
    EXPECT_EQ(text(diagnostic.suggestion), "skills");
    EXPECT_EQ(diagnostic.severity, SKM_SEVERITY_ERROR);
    EXPECT_EQ(diagnostic.line, 1U);
    EXPECT_GT(diagnostic.column, 1U);
  }
  EXPECT_TRUE(is_found);
}

TEST(Error, IsUtf8WhateverTheInputIs) {
  Framework framework;
  Error error;
  ASSERT_EQ(skm_framework_parse(view("{\"M\xfcll\": {\"\xff\": \"\xfe\"}}"), nullptr,
                                framework.out(), error.out()),
            SKM_ERR_INVALID_INPUT);
  const skm_diagnostics* const diagnostics = skm_error_diagnostics(error);
  bool is_found = false;
  for (std::uint64_t at = 0; at < skm_diagnostics_count(diagnostics); ++at) {
    skm_diagnostic found = SKM_DIAGNOSTIC_INIT;
    ASSERT_EQ(skm_diagnostics_get(diagnostics, at, &found), SKM_OK);
    for (const skm_string_view each : {found.message, found.pointer, found.value}) {
      EXPECT_EQ(text(each).find_first_of("\xfc\xfe\xff"), std::string::npos) << text(each);
    }
    if (found.code != 1009) continue;
    is_found = true;
    EXPECT_EQ(text(found.pointer), "/M\uFFFDll");
    EXPECT_EQ(text(found.message).find("unknown member “M\uFFFDll”"), 0U) << text(found.message);
  }
  EXPECT_TRUE(is_found);
  ASSERT_EQ(skm_framework_parse(view("{\"schema\": \"skillmatrix.framework/1\", \"id\": \"f\", "
                                     "\"\xfc\": 1}"),
                                nullptr, framework.out(), error.out()),
            SKM_ERR_INVALID_INPUT);
  EXPECT_NE(text(skm_error_message(error)).find("\uFFFD"), std::string::npos);
}

TEST(Error, IsNotNeeded) {
  Framework framework;
  EXPECT_EQ(skm_framework_parse(view(broken), nullptr, framework.out(), nullptr),
            SKM_ERR_INVALID_INPUT);
}

TEST(Error, SaysWhichArgumentIsWrong) {
  Error error;
  EXPECT_EQ(skm_framework_parse(view("{}"), nullptr, nullptr, error.out()),
            SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(text(skm_error_message(error)), "out_framework is NULL");
  EXPECT_EQ(skm_diagnostics_count(skm_error_diagnostics(error)), 0U);
  Framework framework;
  EXPECT_EQ(skm_framework_parse({nullptr, 3}, nullptr, framework.out(), error.out()),
            SKM_ERR_INVALID_ARGUMENT);
}

TEST(Error, SaysWhichNumberIsWrong) {
  Matrix matrix;
  build_sample(matrix);
  Reader reader;
  read_in(reader, matrix, "en");
  Error error;
  Buffer page;
  const std::string bound = std::to_string(skm_matrix_skill_count(matrix));
  EXPECT_EQ(skm_page_of_skill(reader, 9999, page.out(), error.out()), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(text(skm_error_message(error)), "skill is 9999, but has to be below " + bound);
  const std::uint32_t unknown = skm_matrix_find_skill(matrix, view("pyton"));
  EXPECT_EQ(skm_page_of_skill(reader, unknown, page.out(), error.out()), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(text(skm_error_message(error)), "skill is SKM_NONE, but has to be below " + bound);
}

TEST(Error, OfAnEarlierCallIsWrittenOver) {
  Framework framework;
  Error earlier;
  ASSERT_EQ(skm_framework_parse(view(broken), nullptr, framework.out(), earlier.out()),
            SKM_ERR_INVALID_INPUT);
  skm_error* error = earlier.get();
  EXPECT_EQ(skm_framework_load(view(sample_path()), nullptr, framework.out(), &error), SKM_OK);
  EXPECT_EQ(error, nullptr);
}

TEST(Error, FindingsHaveASizeAndABound) {
  Framework framework;
  Error error;
  skm_framework_parse(view(broken), nullptr, framework.out(), error.out());
  const skm_diagnostics* const diagnostics = skm_error_diagnostics(error);
  skm_diagnostic diagnostic = SKM_DIAGNOSTIC_INIT;
  diagnostic.row = 77;
  EXPECT_EQ(skm_diagnostics_get(diagnostics, skm_diagnostics_count(diagnostics), &diagnostic),
            SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(diagnostic.row, 77U) << "it is as it was";
  diagnostic.struct_size = 3;
  EXPECT_EQ(skm_diagnostics_get(diagnostics, 0, &diagnostic), SKM_ERR_UNSUPPORTED_OPTION);
  // A program that was compiled when the struct ended after the severity.
  diagnostic.struct_size = offsetof(skm_diagnostic, name);
  EXPECT_EQ(skm_diagnostics_get(diagnostics, 0, &diagnostic), SKM_OK);
  EXPECT_GT(diagnostic.code, 1000);
  EXPECT_EQ(diagnostic.row, 77U);
}

TEST(Error, StatusesHaveNames) {
  EXPECT_EQ(text(skm_status_name(SKM_OK)), "SKM_OK");
  EXPECT_EQ(text(skm_status_name(SKM_ERR_BAD_FILE)), "SKM_ERR_BAD_FILE");
  EXPECT_EQ(text(skm_status_name(12345)), "SKM_ERR_UNKNOWN");
}

TEST(Error, SaysWhatTheSystemSays) {
  Framework framework;
  Error error;
  EXPECT_EQ(skm_framework_load(view("no/such/file"), nullptr, framework.out(), error.out()),
            SKM_ERR_FILE);
  EXPECT_EQ(skm_error_system_number(error), ENOENT);
  EXPECT_EQ(skm_framework_parse(view("nonsense"), nullptr, framework.out(), error.out()),
            SKM_ERR_INVALID_INPUT);
  EXPECT_EQ(skm_error_system_number(error), 0);
}

TEST(Error, FindingsHaveKnownCodes) {
  std::int32_t before = 0;
  for (std::uint32_t at = 0; at < skm_diagnostics_code_count(); ++at) {
    skm_code_description code = SKM_CODE_DESCRIPTION_INIT;
    ASSERT_EQ(skm_diagnostics_get_code(at, &code), SKM_OK);
    EXPECT_GT(code.code, before);
    EXPECT_FALSE(text(code.name).empty());
    if (code.code == 1009) {
      EXPECT_EQ(text(code.name), "unknown_member");
      EXPECT_EQ(code.severity, SKM_SEVERITY_ERROR);
    }
    before = code.code;
  }
  EXPECT_GT(before, 6000);
  skm_code_description code = SKM_CODE_DESCRIPTION_INIT;
  EXPECT_EQ(skm_diagnostics_get_code(skm_diagnostics_code_count(), &code), SKM_ERR_OUT_OF_RANGE);
}

TEST(Fraction, IsComparedExactly) {
  const std::int64_t most = INT64_MAX;
  EXPECT_EQ(skm_fraction_compare({1, 2}, {2, 4}), 0);
  EXPECT_LT(skm_fraction_compare({1, 3}, {1, 2}), 0);
  EXPECT_GT(skm_fraction_compare({most, most - 1}, {most - 1, most - 1}), 0);
  EXPECT_LT(skm_fraction_compare({most - 1, most}, {most, most}), 0) << "as doubles they are equal";
  EXPECT_LT(skm_fraction_compare({-1, 2}, {1, most}), 0);
  EXPECT_EQ(skm_fraction_compare({1, 0}, {1, 2}), 0) << "it is none";
}

}  // namespace
}  // namespace skillmatrix::capi_tests
