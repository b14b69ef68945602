// One plural message: our evaluator against ICU's MessageFormat, which is parsed once, too.
#include <benchmark/benchmark.h>

// clang-format off
#include "text/icu.hpp"  // Its switches come before the rest of ICU.
#include <unicode/msgfmt.h>
// clang-format on

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "skillmatrix/messages.hpp"

namespace {

using namespace skillmatrix;

constexpr std::int64_t counts = 1500;
constexpr const char* pattern =
    "{count, plural, =0 {no skills} =1 {one skill} one {# skill} other {# skills}}";

[[noreturn]] void fail(const char* what) {
  std::fprintf(stderr, "messages_bench: %s\n", what);
  std::exit(1);
}

struct Icu {
  UErrorCode status = U_ZERO_ERROR;
  icu::MessageFormat format{icu::UnicodeString::fromUTF8(pattern), icu::Locale::getEnglish(),
                            status};
  const icu::UnicodeString name{u"count"};

  /// To UTF-16, as ICU does it, and back to UTF-8, as everything else here is.
  void append(std::string& text, std::int64_t count) {
    const icu::Formattable value(count);
    icu::UnicodeString formatted;
    format.format(&name, &value, 1, formatted, status);
    formatted.toUTF8String(text);
  }
};

struct Ours {
  MessageView view;
  MessageKey key;

  void append(std::string& text, std::int64_t count) const {
    view.append(text, key, {{"count", count}});
  }
};

Ours make_ours() {
  const std::string json =
      std::string(R"({"schema": "skillmatrix.messages/1", "locale": "en", "messages": {)") +
      R"("missing": "no text", "m": ")" + pattern + "\"}}";
  const CatalogSource source{json, {}};
  const Result<Messages> built = Messages::build({&source, 1});
  if (!built) fail("the catalog has errors");
  return {built->for_locales({}), *built->find("m")};
}

/// The results are checked before anything is timed.
Ours checked_ours() {
  const Ours ours = make_ours();
  Icu icu;
  for (std::int64_t count = 0; count < counts; ++count) {
    std::string expected;
    std::string text;
    icu.append(expected, count);
    ours.append(text, count);
    if (U_FAILURE(icu.status) || text != expected) fail("the texts differ from ICU's");
  }
  return ours;
}

template <class Formatter>
void format_counts(benchmark::State& state, Formatter& formatter) {
  std::string text;
  std::int64_t count = 0;
  for (auto _ : state) {
    text.clear();
    formatter.append(text, count);
    benchmark::DoNotOptimize(text.data());
    count = (count + 7) % counts;
  }
}

void ours_by_handle(benchmark::State& state) {
  const Ours ours = checked_ours();
  format_counts(state, ours);
}
BENCHMARK(ours_by_handle);

void ours_by_name(benchmark::State& state) {
  const Ours ours = checked_ours();
  std::string text;
  std::int64_t count = 0;
  for (auto _ : state) {
    text.clear();
    ours.view.append(text, "m", {{"count", count}});
    benchmark::DoNotOptimize(text.data());
    count = (count + 7) % counts;
  }
}
BENCHMARK(ours_by_name);

void icu_cached(benchmark::State& state) {
  checked_ours();
  Icu icu;
  format_counts(state, icu);
}
BENCHMARK(icu_cached);

void view_of_a_reader(benchmark::State& state) {
  const std::string_view tags[] = {"fr", "ar"};
  for (auto _ : state) benchmark::DoNotOptimize(Messages::built_in().for_locales(tags));
}
BENCHMARK(view_of_a_reader);

}  // namespace
