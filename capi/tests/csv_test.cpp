#include "skillmatrix/csv.h"

#include <gtest/gtest.h>

#include <vector>

#include "handles.hpp"

namespace skillmatrix::capi_tests {
namespace {

constexpr const char* table =
    "role,level,skill,skill_level,necessity\n"
    "Analyst,Junior,SQL,Low,yes\n"
    "Analyst,Senior,SQL,High,no\n";

TEST(Csv, ReadsExpectations) {
  const skm_csv_level levels[] = {{view("Low"), view("low")}, {view("High"), {}}};
  const skm_csv_necessity necessities[] = {{view("yes"), 1, 0}, {view("no"), 0, 0}};
  const skm_string_view order[] = {view("Junior*"), view("*")};
  skm_expectations_csv_options options = SKM_EXPECTATIONS_CSV_OPTIONS_INIT;
  options.framework_id = view("f");
  options.skill_scale_id = view("depth");
  options.skill_levels = levels;
  options.skill_level_count = 2;
  options.necessities = necessities;
  options.necessity_count = 2;
  options.level_order = order;
  options.level_order_count = 2;
  Framework framework;
  Error error;
  ASSERT_EQ(skm_csv_read_expectations(view(table), &options, nullptr, framework.out(), error.out()),
            SKM_OK)
      << text(skm_error_message(error));
  Matrix matrix;
  ASSERT_EQ(skm_matrix_build(framework, matrix.out(), nullptr), SKM_OK);
  EXPECT_EQ(text(skm_matrix_id(matrix)), "f");
  const std::uint32_t scale = skm_matrix_find_scale(matrix, view("depth"));
  EXPECT_EQ(skm_matrix_level_count(matrix, scale), 2U);
  EXPECT_EQ(skm_matrix_find_level(matrix, scale, view("high")), 2U);
  const std::uint32_t level = skm_matrix_find_role_level(matrix, view("analyst"), view("senior"));
  skm_requirement requirement{};
  ASSERT_EQ(skm_matrix_requirements(matrix, level, 1, &requirement), SKM_OK);
  EXPECT_EQ(requirement.rank, 2U);
  EXPECT_EQ(requirement.required, 0);
}

TEST(Csv, RefusesBadTables) {
  Framework framework;
  Error error;
  EXPECT_EQ(skm_csv_read_expectations(view("role,level\nA,B\n"), nullptr, nullptr, framework.out(),
                                      error.out()),
            SKM_ERR_INVALID_INPUT);
  EXPECT_GE(skm_diagnostics_count(skm_error_diagnostics(error)), 1U);
  skm_expectations_csv_options options = SKM_EXPECTATIONS_CSV_OPTIONS_INIT;
  options.struct_size = 1;
  EXPECT_EQ(skm_csv_read_expectations(view(table), &options, nullptr, framework.out(), nullptr),
            SKM_ERR_UNSUPPORTED_OPTION);
  options.struct_size = sizeof(options);
  options.column_count = 1;
  EXPECT_EQ(skm_csv_read_expectations(view(table), &options, nullptr, framework.out(), nullptr),
            SKM_ERR_INVALID_ARGUMENT);
}

TEST(Csv, WritesExpectationsAndReadsThemBack) {
  Framework framework;
  ASSERT_EQ(skm_framework_load(view(sample_path()), nullptr, framework.out(), nullptr), SKM_OK);
  Buffer csv;
  Error error;
  skm_diagnostics* findings = nullptr;
  ASSERT_EQ(skm_csv_write_expectations(framework, view("en"), csv.out(), &findings, error.out()),
            SKM_OK);
  EXPECT_GT(skm_diagnostics_count(findings), 0U) << "texts in other languages have no place";
  skm_diagnostics_destroy(findings);
  Framework back;
  ASSERT_EQ(skm_csv_read_back(skm_buffer_view(csv), framework, view("en"), nullptr, back.out(),
                              error.out()),
            SKM_OK)
      << text(skm_error_message(error));
  Buffer again;
  ASSERT_EQ(skm_csv_write_expectations(back, view("en"), again.out(), nullptr, nullptr), SKM_OK);
  EXPECT_EQ(text(again), text(csv));
}

TEST(Csv, RatingsGoOutAndIn) {
  Profiles people;
  const std::string ndjson = read_file(example("people.ndjson"));
  ASSERT_EQ(skm_profiles_parse(view(ndjson), nullptr, people.out(), nullptr), SKM_OK);
  const std::string csv = made(skm_csv_write_ratings, people, view("-"));
  Profiles back;
  skm_ratings_csv_options options = SKM_RATINGS_CSV_OPTIONS_INIT;
  options.none = view("-");
  ASSERT_EQ(skm_csv_read_ratings(view(csv), &options, nullptr, back.out(), nullptr), SKM_OK);
  EXPECT_EQ(made(skm_profiles_to_ndjson, back), made(skm_profiles_to_ndjson, people));
  EXPECT_EQ(skm_profiles_rejected(back), 0U);
  EXPECT_EQ(skm_profiles_line(back, 0), 2U) << "the first row";
  EXPECT_EQ(made(skm_csv_write_ratings, people, view("working")), "SKM_ERR_UNSUPPORTED_OPTION");
  ASSERT_EQ(skm_csv_read_ratings(view("person,skill,rating\np,sql,low\n,sql,low\n"), nullptr,
                                 nullptr, back.out(), nullptr),
            SKM_OK);
  EXPECT_EQ(skm_profiles_count(back), 1U);
  EXPECT_EQ(skm_profiles_rejected(back), 1U);
  EXPECT_EQ(skm_diagnostics_count(skm_profiles_diagnostics(back)), 1U);
}

TEST(Csv, ReadsOtherDelimiters) {
  skm_expectations_csv_options options = SKM_EXPECTATIONS_CSV_OPTIONS_INIT;
  options.delimiter = view(";");
  Framework framework;
  const skm_string_view expectations = view("role;level;skill\nAnalyst;Junior;SQL\n");
  EXPECT_EQ(skm_csv_read_expectations(expectations, &options, nullptr, framework.out(), nullptr),
            SKM_OK);
  Error error;
  EXPECT_EQ(skm_csv_read_expectations(expectations, nullptr, nullptr, framework.out(), error.out()),
            SKM_ERR_INVALID_INPUT);
  EXPECT_EQ(skm_diagnostics_count(skm_error_diagnostics(error)), 1U);
  skm_ratings_csv_options how = SKM_RATINGS_CSV_OPTIONS_INIT;
  how.delimiter = view("\t");
  Profiles people;
  ASSERT_EQ(skm_csv_read_ratings(view("person\tskill\trating\np\tsql\tlow\n"), &how, nullptr,
                                 people.out(), nullptr),
            SKM_OK);
  EXPECT_EQ(skm_profiles_count(people), 1U);
}

TEST(Csv, MakesIds) {
  EXPECT_EQ(made(skm_csv_id, view("Machine Learning & AI")), "machine-learning-ai");
}

TEST(Csv, OptionsAreUtf8) {
  const skm_string_view bad = view("\xff");
  EXPECT_EQ(made(skm_csv_id, bad), "SKM_ERR_ENCODING");
  const skm_csv_level levels[] = {{bad, view("")}, {view("a"), bad}};
  const skm_csv_column column = {view("role"), bad};
  const skm_csv_necessity necessity = {bad, 1, 0};
  std::vector<skm_expectations_csv_options> wrong(5, SKM_EXPECTATIONS_CSV_OPTIONS_INIT);
  for (std::size_t at = 0; at < 2; ++at) {
    wrong[at].ladder_levels = &levels[at];
    wrong[at].ladder_level_count = 1;
  }
  wrong[2].skill_levels = levels;
  wrong[2].skill_level_count = 2;
  wrong[3].columns = &column;
  wrong[3].column_count = 1;
  wrong[4].necessities = &necessity;
  wrong[4].necessity_count = 1;
  for (const skm_expectations_csv_options& options : wrong) {
    Framework framework;
    EXPECT_EQ(skm_csv_read_expectations(view("role,level,skill\na,b,c\n"), &options, nullptr,
                                        framework.out(), nullptr),
              SKM_ERR_ENCODING);
  }
}

TEST(Csv, NamesItsFields) {
  const auto names = [](auto call) {
    std::uint32_t count = 0;
    EXPECT_EQ(call(0, nullptr, &count), SKM_OK);
    std::vector<skm_string_view> fields(count);
    EXPECT_EQ(call(count, fields.data(), &count), SKM_OK);
    std::string all;
    for (const skm_string_view field : fields) all += std::string(text(field)) + ' ';
    return all;
  };
  EXPECT_EQ(names(skm_csv_ratings_fields).rfind("person ", 0), 0U) << names(skm_csv_ratings_fields);
  EXPECT_NE(names(skm_csv_expectations_fields).find("role"), std::string::npos);
  EXPECT_EQ(skm_csv_ratings_fields(0, nullptr, nullptr), SKM_ERR_INVALID_ARGUMENT);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
