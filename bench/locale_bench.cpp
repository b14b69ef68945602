// What a reader costs before the first text: once for each reader and set of texts.
#include <benchmark/benchmark.h>

#include "skillmatrix/locale.hpp"

namespace skillmatrix {
namespace {

/// The 28 languages of ESCO.
constexpr std::string_view esco[] = {"ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi",
                                     "fr", "ga", "hr", "hu", "is", "it", "lt", "lv", "mt", "nl",
                                     "no", "pl", "pt", "ro", "sk", "sl", "sv", "uk"};

void negotiate(benchmark::State& state, const std::vector<std::string>& preferences,
               std::string_view best) {
  const LocaleChain chain = LocaleChain::negotiate(preferences, esco, "en");
  if (chain.links().size() != std::size(esco) || esco[chain.links().front().tag] != best) {
    return state.SkipWithError("not the chain of this reader");
  }
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    benchmark::DoNotOptimize(LocaleChain::negotiate(preferences, esco, "en"));
  }
}

void BM_NegotiateOnePreference(benchmark::State& state) { negotiate(state, {"de-AT"}, "de"); }
BENCHMARK(BM_NegotiateOnePreference);

void BM_NegotiateFourPreferences(benchmark::State& state) {
  negotiate(state, {"ja", "zh-Hant-TW", "nb-NO", "en-GB"}, "no");
}
BENCHMARK(BM_NegotiateFourPreferences);

void BM_ParseAcceptLanguage(benchmark::State& state) {
  constexpr std::string_view list = "de-AT,de;q=0.9,en-GB;q=0.8,en;q=0.7,*;q=0.1";
  const LanguagePreferences preferences = parse_accept_language(list);
  if (preferences.tags != std::vector<std::string>{"de-AT", "de", "en-GB", "en"}) {
    return state.SkipWithError("not the languages of this list");
  }
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    benchmark::DoNotOptimize(parse_accept_language(list));
  }
}
BENCHMARK(BM_ParseAcceptLanguage);

void BM_ParseHostileAcceptLanguage(benchmark::State& state) {
  const std::string list(static_cast<std::size_t>(state.range(0)), '!');
  if (parse_accept_language(list).diagnostics.size() != 1) {
    return state.SkipWithError("not one finding");
  }
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    benchmark::DoNotOptimize(parse_accept_language(list));
  }
  state.SetBytesProcessed(state.iterations() * state.range(0));
}
BENCHMARK(BM_ParseHostileAcceptLanguage)->Arg(1 << 10)->Arg(1 << 20);

}  // namespace
}  // namespace skillmatrix
