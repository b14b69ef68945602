// Texts in many languages: what they take, and what serving one costs.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

#include "skillmatrix/text_table.hpp"
#include "text_table_builder.hpp"

namespace skillmatrix {
namespace {

/// The size of ESCO: 14,000 concepts in 28 languages; one name in ten is not translated.
constexpr std::uint32_t text_count = 14'000;
constexpr const char* tags[] = {"ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi",
                                "fr", "ga", "hr", "hu", "is", "it", "lt", "lv", "mt", "nb",
                                "nl", "pl", "pt", "ro", "sk", "sl", "sv", "uk"};

std::vector<LocalizedText> make_texts() {
  std::vector<LocalizedText> texts(text_count);
  std::uint32_t state = 1;
  for (LocalizedText& text : texts) {
    for (const char* tag : tags) {
      state = state * 1664525U + 1013904223U;
      if (std::string_view(tag) != "en" && state >> 16U < 6554U) continue;
      const std::string name = "name of a skill number " + std::to_string(state >> 8U);
      text.translations[tag].value = name.substr(0, 12 + (state >> 10U) % 24);
    }
  }
  return texts;
}

TextTable make_table() {
  const std::vector<LocalizedText> texts = make_texts();
  TextTableBuilder builder;
  for (const LocalizedText& text : texts) builder.add(text);
  return builder.build();
}

const TextTable& table() {
  static const TextTable made = make_table();
  return made;
}

LocaleChain chain_of(const std::string& preference) {
  return LocaleChain::negotiate(std::vector{preference}, table().tags(), "en");
}

/// Whether every text is served in the first language of the chain that its map has.
bool check(const LocaleChain& chain) {
  const std::vector<LocalizedText> texts = make_texts();
  for (std::uint32_t at = 0; at < text_count; ++at) {
    std::string_view expected;
    for (const LocaleLink& link : chain.links()) {
      const auto found = texts[at].translations.find(table().tag(link.tag));
      if (found == texts[at].translations.end()) continue;
      expected = found->second.value;
      break;
    }
    if (table().served({at + 1}, chain).value != expected) return false;
  }
  return true;
}

/// Texts one after the other, as a page asks for them.
void serve(benchmark::State& state, const std::string& preference) {
  const LocaleChain chain = chain_of(preference);
  if (!check(chain)) return state.SkipWithError("a text is served wrongly");
  std::uint32_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(table().served({at + 1}, chain));
    at = at + 1 == text_count ? 0 : at + 1;
  }
}
BENCHMARK_CAPTURE(serve, first_language, "de");
BENCHMARK_CAPTURE(serve, region_of_a_language, "pt-BR");
BENCHMARK_CAPTURE(serve, language_that_is_not_there, "ja");

void build(benchmark::State& state) {
  const std::vector<LocalizedText> texts = make_texts();
  for (auto _ : state) {
    TextTableBuilder builder;
    for (const LocalizedText& text : texts) builder.add(text);
    benchmark::DoNotOptimize(builder.build());
  }
  state.counters["bytes"] = static_cast<double>(table().memory());
  state.counters["of_which_text"] = static_cast<double>(table().text_bytes());
}
BENCHMARK(build)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace skillmatrix
