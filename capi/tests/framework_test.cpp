#include "skillmatrix/framework.h"

#include <gtest/gtest.h>

#include <vector>

#include "handles.hpp"

namespace skillmatrix::capi_tests {
namespace {

TEST(Framework, LoadsAndParsesTheSame) {
  Framework loaded;
  Framework parsed;
  ASSERT_EQ(skm_framework_load(view(sample_path()), nullptr, loaded.out(), nullptr), SKM_OK);
  const std::string json = read_file(sample_path());
  ASSERT_EQ(skm_framework_parse(view(json), nullptr, parsed.out(), nullptr), SKM_OK);
  Buffer from_file;
  Buffer from_text;
  ASSERT_EQ(skm_framework_to_json(loaded, 0, from_file.out(), nullptr), SKM_OK);
  ASSERT_EQ(skm_framework_to_json(parsed, 0, from_text.out(), nullptr), SKM_OK);
  EXPECT_EQ(text(from_file), text(from_text));
  EXPECT_FALSE(text(from_file).empty());
  EXPECT_EQ(skm_buffer_view(from_file).data[text(from_file).size()], '\0');
  Buffer compact;
  ASSERT_EQ(skm_framework_to_json(loaded, 1, compact.out(), nullptr), SKM_OK);
  EXPECT_LT(text(compact).size(), text(from_file).size());
}

TEST(Framework, KeepsItsWarnings) {
  Framework framework;
  ASSERT_EQ(skm_framework_load(view(sample_path()), nullptr, framework.out(), nullptr), SKM_OK);
  const skm_diagnostics* const diagnostics = skm_framework_diagnostics(framework);
  ASSERT_NE(diagnostics, nullptr);
  EXPECT_EQ(skm_diagnostics_has_errors(diagnostics), 0);
}

TEST(Framework, SaysThatAFileIsNotThere) {
  Framework framework;
  Error error;
  EXPECT_EQ(skm_framework_load(view("/nowhere/at all.json"), nullptr, framework.out(), error.out()),
            SKM_ERR_FILE);
  EXPECT_EQ(skm_diagnostics_count(skm_error_diagnostics(error)), 1U);
  EXPECT_EQ(skm_framework_load({"a\0b", 3}, nullptr, framework.out(), error.out()),
            SKM_ERR_INVALID_ARGUMENT);
}

TEST(Framework, HasPseudoLocales) {
  Framework framework;
  Framework both;
  ASSERT_EQ(skm_framework_load(view(sample_path()), nullptr, framework.out(), nullptr), SKM_OK);
  ASSERT_EQ(skm_framework_with_pseudo_locales(framework, both.out(), nullptr), SKM_OK);
  Matrix matrix;
  ASSERT_EQ(skm_matrix_build(both, matrix.out(), nullptr), SKM_OK);
  Reader reader;
  read_in(reader, matrix, "en-XA");
  skm_served_text title{};
  ASSERT_EQ(skm_reader_text(reader, SKM_TITLE_OF_FRAMEWORK, 0, &title), SKM_OK);
  EXPECT_EQ(text(title.tag), "en-XA");
  EXPECT_EQ(text(title.value).front(), '[');
}

TEST(Framework, HasASchema) {
  EXPECT_NE(made(skm_framework_schema).find("\"$schema\""), std::string::npos);
  EXPECT_NE(made(skm_profile_schema).find("\"ratings\""), std::string::npos);
}

TEST(Framework, OfATableIsChecked) {
  Framework framework;
  ASSERT_EQ(skm_csv_read_expectations(
                view("role,level,skill\nAnalyst,Junior,Python\nAnalyst,Junior,Pyth\u043En\n"),
                nullptr, nullptr, framework.out(), nullptr),
            SKM_OK);
  const auto codes_of = [](const skm_diagnostics* findings) {
    std::vector<std::int32_t> codes;
    for (std::uint64_t at = 0; at < skm_diagnostics_count(findings); ++at) {
      skm_diagnostic finding = SKM_DIAGNOSTIC_INIT;
      EXPECT_EQ(skm_diagnostics_get(findings, at, &finding), SKM_OK);
      if (finding.code / 1000 == 3) codes.push_back(finding.code);
    }
    return codes;
  };
  skm_diagnostics* findings = nullptr;
  ASSERT_EQ(skm_framework_validate(framework, 0, &findings, nullptr), SKM_OK);
  EXPECT_TRUE(codes_of(skm_framework_diagnostics(framework)).empty()) << "reading does not look";
  // Reading the same as JSON finds the same.
  Framework read;
  ASSERT_EQ(skm_framework_parse(view(made(skm_framework_to_json, framework, 1)), nullptr,
                                read.out(), nullptr),
            SKM_OK);
  EXPECT_FALSE(codes_of(findings).empty());
  EXPECT_EQ(codes_of(findings), codes_of(skm_framework_diagnostics(read)));
  skm_diagnostics_destroy(findings);
  ASSERT_EQ(skm_framework_validate(framework, 1, &findings, nullptr), SKM_OK);
  EXPECT_LE(skm_diagnostics_count(findings), 2U) << "one, and how many more";
  skm_diagnostics_destroy(findings);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
