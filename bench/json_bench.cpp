// Reading and writing the bundled framework, and made up ones up to the size of ESCO.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "big_framework.hpp"
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

constexpr big::Size sizes[] = {big::sample, big::ten_times, big::esco};

/// Compact, and checked to be read as what was written.
std::string made_up(const big::Size& size) {
  const Framework framework = big::make_framework(size);
  std::string text = write_framework(framework, Layout::compact);
  const Result<Framework> read = read_framework(text);
  if (!read || !read.diagnostics.empty()) fail("a made up framework has findings");
  if (*read != framework) fail("a made up framework does not survive the round trip");
  return text;
}

void read_made_up(benchmark::State& state) {
  const std::string text = made_up(sizes[state.range(0)]);
  for (auto _ : state) benchmark::DoNotOptimize(read_framework(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(read_made_up)->DenseRange(0, 2)->Unit(benchmark::kMillisecond);

void write_made_up(benchmark::State& state) {
  const Framework framework = big::make_framework(sizes[state.range(0)]);
  const std::size_t size = write_framework(framework, Layout::compact).size();
  for (auto _ : state) {
    benchmark::DoNotOptimize(write_framework(framework, Layout::compact));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * size));
}
BENCHMARK(write_made_up)->DenseRange(0, 2)->Unit(benchmark::kMillisecond);

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
