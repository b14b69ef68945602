// What the border of the C API costs: the same gaps through C and in C++.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "../tests/generated.hpp"
#include "skillmatrix/gap.hpp"
#include "skillmatrix/json.hpp"
#include "skillmatrix/skillmatrix.h"

namespace skillmatrix {
namespace {

/// A hundred people, and a framework of so many skills.
struct Company {
  explicit Company(std::int64_t skills) : Company(make(skills)) {}

  static constexpr std::uint32_t people = 100;
  Framework framework;
  std::vector<Profile> profiles;
  Matrix matrix = *Matrix::build(framework);
  Roster roster = Roster::build(matrix, profiles).roster;

 private:
  Company(std::pair<Framework, std::vector<Profile>> made)
      : framework(std::move(made.first)), profiles(std::move(made.second)) {}

  static std::pair<Framework, std::vector<Profile>> make(std::int64_t skills) {
    generated::Dice dice(1);
    generated::Shape shape;
    shape.skills = static_cast<std::uint32_t>(skills);
    Framework framework = generated::make_framework(dice, shape);
    std::vector<Profile> profiles;
    for (std::uint32_t person = 0; person < people; ++person) {
      profiles.push_back(
          generated::make_person(dice, framework, "person-" + std::to_string(person)));
    }
    return {std::move(framework), std::move(profiles)};
  }
};

skm_string_view view(const std::string& text) { return {text.data(), text.size()}; }

/// The same through C. Its handles are NULL if it could not be made.
struct CompanyInC {
  explicit CompanyInC(const Company& company) {
    skm_framework* framework = nullptr;
    const std::string json = write_framework(company.framework);
    const std::string ndjson = write_profiles(company.profiles);
    skm_framework_parse(view(json), nullptr, &framework, nullptr);
    skm_matrix_build(framework, &matrix, nullptr);
    skm_framework_destroy(framework);
    skm_roster_read_ndjson(matrix, view(ndjson), nullptr, nullptr, &roster, nullptr);
    skm_gap_create(&gap, nullptr);
  }
  CompanyInC(const CompanyInC&) = delete;
  CompanyInC& operator=(const CompanyInC&) = delete;
  ~CompanyInC() {
    skm_gap_destroy(gap);
    skm_roster_destroy(roster);
    skm_matrix_destroy(matrix);
  }

  skm_matrix* matrix = nullptr;
  skm_roster* roster = nullptr;
  skm_gap* gap = nullptr;
};

/// Whether both say the same of everybody.
bool are_equal(const Company& company, const CompanyInC& in_c) {
  for (std::uint32_t person = 0; person < Company::people; ++person) {
    const Gap expected = analyze_gap(company.matrix, company.roster, {person}, {0});
    skm_gap_summary found{};
    if (skm_gap_analyze(in_c.gap, in_c.matrix, in_c.roster, person, 0, nullptr, nullptr) !=
            SKM_OK ||
        skm_gap_get_summary(in_c.gap, &found) != SKM_OK ||
        skm_gap_cell_count(in_c.gap) != expected.cells.size() ||
        found.lower_numerator != expected.summary.lower.numerator ||
        found.lower_denominator != expected.summary.lower.denominator) {
      return false;
    }
  }
  return true;
}

void BM_GapInCpp(benchmark::State& state) {
  const Company company(state.range(0));
  const GapOptions options;
  Gap gap;
  std::uint32_t person = 0;
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    analyze_gap(company.matrix, company.roster, {person}, {0}, options, gap);
    benchmark::DoNotOptimize(gap.summary.lower.numerator);
    person = (person + 1) % Company::people;
  }
}
BENCHMARK(BM_GapInCpp)->Arg(30)->Arg(300)->Arg(3000);

void BM_GapInC(benchmark::State& state) {
  const Company company(state.range(0));
  const CompanyInC in_c(company);
  if (!are_equal(company, in_c)) return state.SkipWithError("C says something else");
  const skm_gap_options options = SKM_GAP_OPTIONS_INIT;
  std::uint32_t person = 0;
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    skm_gap_summary summary;
    skm_gap_analyze(in_c.gap, in_c.matrix, in_c.roster, person, 0, &options, nullptr);
    skm_gap_get_summary(in_c.gap, &summary);
    benchmark::DoNotOptimize(summary.lower_numerator);
    person = (person + 1) % Company::people;
  }
}
BENCHMARK(BM_GapInC)->Arg(30)->Arg(300)->Arg(3000);

}  // namespace
}  // namespace skillmatrix
