// Reading and writing the bundled framework.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "skillmatrix/json.hpp"

namespace {

using namespace skillmatrix;

[[noreturn]] void fail(const char* what) {
  std::fprintf(stderr, "json_bench: %s\n", what);
  std::exit(1);
}

std::string sample() {
  std::ifstream file(SKILLMATRIX_EXAMPLES_DATA "/ai-engineering.json", std::ios::binary);
  if (!file) fail("cannot read the bundled framework");
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The results are checked before anything is timed.
const Framework& checked_sample(const std::string& text) {
  static const Result<Framework> read = read_framework(text);
  if (!read) fail("the bundled framework has errors");
  const Result<Framework> again = read_framework(write_framework(*read));
  if (!again || *again != *read) fail("the bundled framework does not survive the round trip");
  return *read;
}

void read_sample(benchmark::State& state) {
  const std::string text = sample();
  checked_sample(text);
  for (auto _ : state) benchmark::DoNotOptimize(read_framework(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(read_sample)->Unit(benchmark::kMillisecond);

void write_sample(benchmark::State& state) {
  const std::string text = sample();
  const Framework& framework = checked_sample(text);
  for (auto _ : state) benchmark::DoNotOptimize(write_framework(framework));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(write_sample)->Unit(benchmark::kMillisecond);

}  // namespace
