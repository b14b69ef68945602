// What the boundary costs: the checks and the normal form that every text read goes through.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "skillmatrix/text.hpp"

namespace {

using namespace skillmatrix;

[[noreturn]] void fail(const char* what) {
  std::fprintf(stderr, "text_bench: %s\n", what);
  std::exit(1);
}

/// About 64 KiB.
std::string repeat(std::string_view text) {
  std::string result;
  while (result.size() < 65'536) result += text;
  return result;
}

const std::string english =
    repeat("Explains what the model does, and does not, take into account. ");
const std::string german = repeat("Erklärt, was das Modell berücksichtigt, und was nicht. Größe. ");
const std::string chinese = repeat("解释模型考虑了什么，没有考虑什么。");
const std::string marks = "a" + repeat("\u0301\u0316");

void finish(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(text.size()));
}

void normal_form(benchmark::State& state, const std::string& text) {
  if (!is_nfc(to_nfc(text))) fail("a text in normal form is not");
  for (auto _ : state) benchmark::DoNotOptimize(first_not_nfc(text));
  finish(state, text);
}
BENCHMARK_CAPTURE(normal_form, english, english);
BENCHMARK_CAPTURE(normal_form, german, german);
BENCHMARK_CAPTURE(normal_form, chinese, chinese);
BENCHMARK_CAPTURE(normal_form, marks, marks);

void unsafe(benchmark::State& state, const std::string& text) {
  if (!find_unsafe(text).empty()) fail("a safe text is not");
  for (auto _ : state) benchmark::DoNotOptimize(find_unsafe(text));
  finish(state, text);
}
BENCHMARK_CAPTURE(unsafe, english, english);
BENCHMARK_CAPTURE(unsafe, german, german);
BENCHMARK_CAPTURE(unsafe, chinese, chinese);
BENCHMARK_CAPTURE(unsafe, marks, marks);

void cut(benchmark::State& state) {
  if (truncate(chinese, 40, "").size() != 120) fail("a text is not cut where it should be");
  for (auto _ : state) benchmark::DoNotOptimize(truncate(chinese.substr(0, 300), 40));
}
BENCHMARK(cut);

}  // namespace
