// What Python costs: the same work in C++ and C here, and through ctypes in a process that tells
// its times (python_bench.py). All open the same files.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "even_company.hpp"
#include "skillmatrix/batch.hpp"
#include "skillmatrix/gap.hpp"
#include "skillmatrix/skillmatrix.h"

namespace skillmatrix {
namespace {

constexpr std::uint32_t people = 1'000'000;
constexpr std::uint32_t calls_of_round = 10'000;  // CALLS in python_bench.py

/// A company, written to files.
struct CompanyFiles {
  CompanyFiles() {
    std::filesystem::create_directories(folder);
    const big::Company made = big::make_even(people);
    if (!made.matrix.save(matrix).empty() || !made.roster.save(roster).empty()) std::abort();
  }
  CompanyFiles(const CompanyFiles&) = delete;
  CompanyFiles& operator=(const CompanyFiles&) = delete;
  ~CompanyFiles() { std::filesystem::remove_all(folder); }

  std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("skillmatrix-bench-" + std::to_string(getpid()));
  std::string matrix = folder / "matrix";
  std::string roster = folder / "roster";
};

/// The same, opened.
struct SavedCompany {
  CompanyFiles files;
  Matrix matrix = *Matrix::open(files.matrix);
  Roster roster = *Roster::open(matrix, files.roster);
};

const SavedCompany& saved() {
  static const SavedCompany company;
  return company;
}

/// Python at work on a case: one line after another.
class Python {
 public:
  explicit Python(const std::string& name) {
    const std::string command = "SKILLMATRIX_LIBRARY='" SKILLMATRIX_LIBRARY
                                "' /usr/bin/python3 '" SKILLMATRIX_PYTHON_BENCH "' " +
                                name + " '" + saved().files.matrix + "' '" + saved().files.roster +
                                "'";
    output_ = popen(command.c_str(), "r");
  }
  Python(const Python&) = delete;
  Python& operator=(const Python&) = delete;
  ~Python() {
    if (output_ != nullptr) pclose(output_);
  }

  /// The next number, or -1 if Python failed.
  double next() {
    double number = -1;
    if (output_ == nullptr || std::fscanf(output_, "%lf", &number) != 1) return -1;
    return number;
  }

 private:
  FILE* output_;
};

/// Times what Python does, so many calls a round, once its answers have proved to be right.
void run_python(benchmark::State& state, const std::string& name, double answers,
                double calls = 1) {
  Python python(name);
  if (python.next() != answers) return state.SkipWithError("Python says something else");
  python.next();  // to warm up
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    const double seconds = python.next();
    if (seconds < 0) return state.SkipWithError("Python stopped");
    state.SetIterationTime(seconds / calls);
  }
}

BatchPlan make_plan() { return BatchPlan(saved().matrix, *Scoring::make("coverage.partial/1")); }

double sum(const PeopleScores& scores) {
  double units = 0;
  for (std::uint32_t person = 0; person < scores.size(); ++person) {
    units += static_cast<double>(scores.lower()[person] + scores.upper()[person]);
  }
  return units;
}

void BM_BatchInCpp(benchmark::State& state) {
  const BatchPlan plan = make_plan();
  PeopleScores scores;
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    score_people(plan, saved().roster, {0}, {}, scores);
    benchmark::DoNotOptimize(scores.size());
  }
}

void BM_BatchInPython(benchmark::State& state) {
  PeopleScores scores;
  score_people(make_plan(), saved().roster, {0}, {}, scores);
  run_python(state, "batch", sum(scores));
}

/// The call that Python makes.
void BM_GapInC(benchmark::State& state) {
  skm_matrix* matrix = nullptr;
  skm_roster* roster = nullptr;
  skm_gap* gap = nullptr;
  skm_matrix_open({saved().files.matrix.c_str(), SKM_STRLEN}, &matrix, nullptr);
  skm_roster_open(matrix, {saved().files.roster.c_str(), SKM_STRLEN}, &roster, nullptr);
  skm_gap_create(&gap, nullptr);
  const skm_gap_options options = SKM_GAP_OPTIONS_INIT;
  std::uint32_t person = 0;
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    if (skm_gap_analyze(gap, matrix, roster, person, 0, &options, nullptr) != SKM_OK) {
      state.SkipWithError("C fails");
      break;
    }
    person = (person + 1) % calls_of_round;
  }
  skm_gap_destroy(gap);
  skm_roster_destroy(roster);
  skm_matrix_destroy(matrix);
}

double gaps_of_hundred_people() {
  double cells = 0;
  for (std::uint32_t person = 0; person < 100; ++person) {
    cells += analyze_gap(saved().matrix, saved().roster, {person}, {0}).summary.counts.gap;
  }
  return cells;
}

void BM_GapInPython(benchmark::State& state, const char* name) {
  run_python(state, name, gaps_of_hundred_people(), calls_of_round);
}

/// What ctypes itself takes for a call with the arguments of a gap.
void BM_NothingInPython(benchmark::State& state) {
  run_python(state, "nothing", 0, calls_of_round);
}

BENCHMARK(BM_BatchInCpp)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(BM_BatchInPython)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(BM_GapInC);
BENCHMARK(BM_NothingInPython)->UseManualTime()->Iterations(100);
BENCHMARK_CAPTURE(BM_GapInPython, declared, "gap")->UseManualTime()->Iterations(100);
BENCHMARK_CAPTURE(BM_GapInPython, object, "gap_object")->UseManualTime()->Iterations(10);

}  // namespace
}  // namespace skillmatrix
