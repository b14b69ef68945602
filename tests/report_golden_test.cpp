// Every report of the bundled sample against its golden file.
#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "golden.hpp"
#include "reading.hpp"
#include "skillmatrix/json.hpp"
#include "skillmatrix/report.hpp"

namespace skillmatrix::test {
namespace {

namespace fs = std::filesystem;

const fs::path samples = SKILLMATRIX_EXAMPLES_DATA;

/// The members that an object of an indented text has more than once.
std::vector<std::string> repeated_members(const std::string& json) {
  std::vector<std::string> repeated;
  std::vector<std::set<std::string>> open{{}};
  std::istringstream lines(json);
  for (std::string line; std::getline(lines, line);) {
    line.erase(0, line.find_first_not_of(' '));
    const std::size_t end = line.starts_with('"') ? line.find("\": ") : std::string::npos;
    if (end != std::string::npos && !open.back().insert(line.substr(1, end - 1)).second) {
      repeated.push_back(line);
    }
    if (line.starts_with('}') || line.starts_with(']')) open.pop_back();
    if (line.ends_with('{') || line.ends_with('[')) open.emplace_back();
  }
  return repeated;
}

class ReportGolden : public testing::Test {
 protected:
  static Matrix load() {
    const Result<Framework> framework = read_framework(read_file(samples / "ai-engineering.json"));
    EXPECT_TRUE(framework) << dump(framework.diagnostics);
    return *Matrix::build(*framework);
  }

  static void expect(const char* name, const std::string& report) {
    EXPECT_EQ(repeated_members(report), std::vector<std::string>()) << name;
    expect_golden(golden_folder("report") / name, report);
  }

  Profile person(const char* name) const {
    return *read_profile(read_file(samples / "people" / name));
  }

  RoleLevelIndex role_level(const char* role, const char* level) const {
    return *matrix.find_role_level(role, level);
  }

  static Framework read() { return *read_framework(read_file(samples / "ai-engineering.json")); }

  const Matrix matrix = load();
  const RatingOptions june{.as_of = parse_date("2026-06-01")};
};

TEST_F(ReportGolden, SkillPage) {
  const SkillIndex skill = *matrix.find_skill("transformers-nlp");
  for (const char* locale : {"en", "de"}) {
    expect((std::string("skill.") + locale + ".json").c_str(),
           skill_page_json(test::reading(matrix, locale),
                           make_skill_page(test::reading(matrix, locale), skill)));
  }
}

TEST_F(ReportGolden, RolePage) {
  const RoleIndex role = *matrix.find_role("nlp-engineer");
  expect("role.json", role_page_json(test::reading(matrix, "en"),
                                     make_role_page(test::reading(matrix, "en"), role)));
}

TEST_F(ReportGolden, Progression) {
  const auto progression =
      make_progression(test::reading(matrix, "en"), role_level("nlp-engineer", "junior"));
  ASSERT_TRUE(progression);
  expect("progression.json", progression_json(test::reading(matrix, "en"), *progression));
}

TEST_F(ReportGolden, ThereIsNothingAboveTheTop) {
  EXPECT_FALSE(
      make_progression(test::reading(matrix, "en"), role_level("nlp-engineer", "principal")));
}

TEST_F(ReportGolden, GapWithAThreshold) {
  const Profile amara = person("amara-diallo.json");
  GapOptions options;
  options.ratings = june;
  options.threshold = make_fraction(4, 5);
  const Gap gap = analyze_gap(matrix, amara, role_level("nlp-engineer", "middle"), options);
  expect("gap.json", gap_json(test::reading(matrix, "en"), gap, amara, options));
}

TEST_F(ReportGolden, Matches) {
  const MatchOptions options{.ratings = june, .limit = 3};
  const Profile amara = person("amara-diallo.json");
  expect("match_role_levels.json",
         role_level_matches_json(test::reading(matrix, "en"),
                                 match_role_levels(matrix, amara, options), amara, options));
  const Profiles people = read_profiles(read_file(samples / "people.ndjson"));
  const RoleLevelIndex target = role_level("nlp-engineer", "junior");
  expect("match_people.json",
         people_matches_json(test::reading(matrix, "en"),
                             match_people(matrix, people.profiles, target, options),
                             people.profiles, target, options));
}

TEST_F(ReportGolden, Coverage) {
  const Framework framework = read();
  const Coverage coverage =
      measure_coverage(framework, {.locales = {"de", "pt-BR"}, .max_diagnostics = 4});
  for (const char* locale : {"en", "ar"}) {
    expect((std::string("coverage.") + locale + ".json").c_str(),
           coverage_json(Language(locale), framework, coverage, "ai-engineering.json"));
  }
}

TEST_F(ReportGolden, Search) {
  const SearchIndex index = SearchIndex::build(matrix);
  expect("search.json",
         search_json(test::reading(matrix, "zh"), "data", index.search("data", {.limit = 3})));
  const Reader chinese = test::reading(matrix, "zh");
  std::vector<std::uint32_t> tags;
  for (const LocaleLink& link : chinese.chain().links()) tags.push_back(link.tag);
  expect("search.reader.json",
         search_json(chinese, "data", index.search("data", {.limit = 3, .tag_order = tags})));
  expect("search.alias.json", search_json(test::reading(matrix, "de"), "brt", index.search("brt")));
}

}  // namespace
}  // namespace skillmatrix::test
