#include "skillmatrix/coverage.h"

#include <gtest/gtest.h>

#include <vector>

#include "handles.hpp"

namespace skillmatrix::capi_tests {
namespace {

constexpr const char* small = R"({
  "schema": "skillmatrix.framework/1", "id": "small", "version": "1", "default_locale": "en",
  "title": {"en": "Small", "de": "Klein"},
  "scales": [{"id": "s", "title": "Depth", "levels": [{"id": "low", "title": "Low"}]}],
  "skills": [{"id": "a", "scale": "s",
              "title": {"en": "New", "de": {"value": "Alt", "source": {"hash": "0123456789abcdef"}}}}]
})";

class Coverage : public testing::Test {
 protected:
  void load(const char* json) {
    Error error;
    ASSERT_EQ(skm_framework_parse(view(json), nullptr, framework.out(), error.out()), SKM_OK)
        << text(skm_error_message(error));
  }

  Framework framework;
  Measured coverage;
};

TEST_F(Coverage, HasFindings) {
  ASSERT_EQ(skm_framework_load(view(sample_path()), nullptr, framework.out(), nullptr), SKM_OK);
  const skm_string_view locales[] = {view("de"), view("pt-BR")};
  skm_coverage_options options = SKM_COVERAGE_OPTIONS_INIT;
  options.locales = locales;
  options.locale_count = 2;
  options.max_diagnostics = 4;
  ASSERT_EQ(skm_coverage_measure(framework, &options, coverage.out(), nullptr), SKM_OK);
  framework.out();  // Ended: the coverage does not need the handle.
  Language english;
  ASSERT_EQ(skm_language_build(view("en"), nullptr, 0, english.out(), nullptr), SKM_OK);
  EXPECT_EQ(made(skm_coverage_to_json, coverage, nullptr, view("ai-engineering.json")),
            made(skm_coverage_to_json, coverage, english, view("ai-engineering.json")));
  EXPECT_EQ(skm_diagnostics_count(skm_coverage_diagnostics(coverage)), 5U) << "one counts the rest";
  EXPECT_EQ(skm_coverage_is_complete(coverage), 0);
}

TEST_F(Coverage, HasRows) {
  load(small);
  ASSERT_EQ(skm_coverage_measure(framework, nullptr, coverage.out(), nullptr), SKM_OK);
  ASSERT_EQ(skm_coverage_locale_count(coverage), 2U);
  EXPECT_EQ(text(skm_coverage_locale(coverage, 0)), "de");
  EXPECT_EQ(text(skm_coverage_locale(coverage, 1)), "en");
  EXPECT_EQ(skm_coverage_locale(coverage, 2).size, 0U);
  std::vector<skm_coverage_row> rows(skm_coverage_row_count(coverage));
  const auto room = static_cast<std::uint32_t>(rows.size());
  ASSERT_EQ(skm_coverage_rows(coverage, room, rows.data()), SKM_OK);
  EXPECT_EQ(skm_coverage_rows(coverage, room - 1, rows.data()), SKM_ERR_OUT_OF_RANGE);
  const auto told = [&](std::uint32_t locale, std::int32_t kind) {
    for (const skm_coverage_row& row : rows) {
      if (row.locale != locale || row.kind != kind || row.field != SKM_COVERAGE_TITLE) continue;
      return std::vector<std::uint64_t>{row.exact, row.fallback, row.missing, row.stale};
    }
    return std::vector<std::uint64_t>();
  };
  using Counts = std::vector<std::uint64_t>;
  EXPECT_EQ(told(0, SKM_COVERAGE_FRAMEWORK), (Counts{1, 0, 0, 0}));
  EXPECT_EQ(told(0, SKM_COVERAGE_LEVEL), (Counts{0, 1, 0, 0}));
  EXPECT_EQ(told(0, SKM_COVERAGE_SKILL), (Counts{0, 0, 0, 1}));
  EXPECT_EQ(told(1, SKM_COVERAGE_SKILL), (Counts{1, 0, 0, 0}));
}

TEST_F(Coverage, OfOneLanguageMayBeComplete) {
  load(small);
  const skm_string_view english = view("en");
  skm_coverage_options options = SKM_COVERAGE_OPTIONS_INIT;
  options.locales = &english;
  options.locale_count = 1;
  ASSERT_EQ(skm_coverage_measure(framework, &options, coverage.out(), nullptr), SKM_OK);
  EXPECT_EQ(skm_coverage_is_complete(coverage), 1);
  options.locales = nullptr;
  EXPECT_EQ(skm_coverage_measure(framework, &options, coverage.out(), nullptr),
            SKM_ERR_INVALID_ARGUMENT);
}

TEST_F(Coverage, GivesTheWorkOfTranslators) {
  load(small);
  const std::string hash = made(skm_coverage_text_hash, view("New"));
  EXPECT_EQ(hash.size(), 16U);
  const skm_string_view german = view("de");
  const std::string lines = made(skm_coverage_source_texts, framework, 1U, &german, 1);
  EXPECT_NE(lines.find(hash), std::string::npos);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 3) << lines;
  const std::string all = made(skm_coverage_source_texts, framework, 0U, nullptr, 0);
  EXPECT_NE(all.find("\"Small\""), std::string::npos);
  EXPECT_EQ(lines.find("\"Small\""), std::string::npos) << "it is translated";
  EXPECT_EQ(made(skm_coverage_text_hash, view("\xff")), "SKM_ERR_ENCODING");
}

}  // namespace
}  // namespace skillmatrix::capi_tests
