// Coverage of a framework of the size of ESCO: 14,000 skills in 4 languages. Beside it the least
// that could be done: to look each text up in the map of each language, and count.
#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "../tests/generated.hpp"
#include "skillmatrix/coverage.hpp"

namespace {

using namespace skillmatrix;

constexpr std::uint32_t skill_count = 14'000;
constexpr std::array<const char*, 4> tags{"en", "de", "fr", "zh-Hans"};

/// One translation in ten is missing; of the others every second states the hash of its source, and
/// one in ten of those has become stale.
void translate(generated::Dice& dice, LocalizedText& text, const std::string& source) {
  text.translations["en"].value = source;
  const std::string hash = text_hash(source);
  for (std::size_t at = 1; at < tags.size(); ++at) {
    if (dice.one_in(10)) continue;
    Translation& translation = text.translations[tags[at]];
    translation.value = source + " in " + tags[at];
    if (!dice.one_in(2)) continue;
    translation.source = TextOrigin{};
    translation.source->hash = dice.one_in(10) ? text_hash(translation.value) : hash;
  }
}

const Framework& framework() {
  static const Framework made = [] {
    generated::Dice dice(20260317);
    Framework large;
    large.id = "large";
    translate(dice, large.title, "Large");
    for (std::uint32_t at = 0; at < skill_count; ++at) {
      const std::string number = std::to_string(at);
      Skill& skill = large.skills.emplace_back();
      skill.id = "skill-" + number;
      translate(dice, skill.title, "name of the skill " + number);
      translate(dice, skill.summary, "what people do who have learnt the skill number " + number);
    }
    return large;
  }();
  return made;
}

using Counts = std::array<CoverageCounts, tags.size()>;

/// A plain count with maps. It knows the languages, sees the fields by name, makes no findings, and
/// takes a blank text for one.
class PlainCount {
 public:
  explicit PlainCount(bool looks_at_hashes) : looks_at_hashes_(looks_at_hashes) {}

  Counts count(const Framework& of) {
    add(of.title);
    for (const Skill& skill : of.skills) {
      add(skill.title);
      add(skill.summary);
    }
    return counts_;
  }

 private:
  void add(const LocalizedText& text) {
    std::optional<std::string> hash;
    for (std::size_t at = 0; at < tags.size(); ++at) {
      const auto found = text.translations.find(std::string_view(tags[at]));
      if (found == text.translations.end() || found->second.value.empty()) {
        ++counts_[at].fallback;
        continue;
      }
      bool is_stale = false;
      if (looks_at_hashes_ && found->second.source) {
        if (!hash) hash = text_hash(text.translations.find(std::string_view("en"))->second.value);
        is_stale = found->second.source->hash != *hash;
      }
      ++(is_stale ? counts_[at].stale : counts_[at].exact);
    }
  }

  bool looks_at_hashes_;
  Counts counts_{};
};

/// Whether both count the same, in every language.
bool check() {
  const Coverage coverage = measure_coverage(framework(), {{tags.begin(), tags.end()}, 0});
  const Counts counts = PlainCount(true).count(framework());
  for (std::size_t at = 0; at < tags.size(); ++at) {
    if (coverage.locales[at].counts != counts[at]) return false;
  }
  return counts[1].fallback != 0 && counts[1].stale != 0;
}

void coverage(benchmark::State& state, std::size_t most_findings) {
  if (!check()) return state.SkipWithError("the counts differ");
  const CoverageOptions options{{tags.begin(), tags.end()}, most_findings};
  for (auto _ : state) benchmark::DoNotOptimize(measure_coverage(framework(), options));
}
BENCHMARK_CAPTURE(coverage, a_thousand_findings, 1000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(coverage, all_findings, static_cast<std::size_t>(-1))
    ->Unit(benchmark::kMillisecond);

void plain_count(benchmark::State& state, bool looks_at_hashes) {
  if (!check()) return state.SkipWithError("the counts differ");
  for (auto _ : state) {
    benchmark::DoNotOptimize(PlainCount(looks_at_hashes).count(framework()));
  }
}
BENCHMARK_CAPTURE(plain_count, with_hashes, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(plain_count, without, false)->Unit(benchmark::kMillisecond);

void sources(benchmark::State& state) {
  if (!check()) return state.SkipWithError("the counts differ");
  for (auto _ : state) benchmark::DoNotOptimize(source_texts(framework(), {"de"}));
}
BENCHMARK(sources)->Unit(benchmark::kMillisecond);

}  // namespace
