// Numbers, dates, lists and plurals of one locale, beside plain ICU; and what warming up saves.
#include <benchmark/benchmark.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>

#include "skillmatrix/text_data.hpp"
#include "text/collation.hpp"
#include "text/formats.hpp"
#include "text/icu.hpp"

namespace skillmatrix::text {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::year_month_day example_date = 2026y / 3 / 17;
constexpr double example_noon = 1773748800000.0;
constexpr std::array<std::string_view, 3> items = {"A", "B", "C"};

/// What a first request does.
bool answer() {
  const Formats formats("de");
  const Collator collator("de");
  return formats.date(example_date) == "17.3.2026" && collator.compare("Öl", "Zeit") < 0;
}

double seconds_of(bool (*work)()) {
  const auto start = std::chrono::steady_clock::now();
  const bool is_right = work();
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
  return is_right ? time.count() : -1.0;
}

bool warm_up_german() {
  warm_up("de");
  return true;
}

/// The seconds that a process which has used no language data yet needs; negative if it failed.
double seconds_in_a_new_process(bool (*before)(), bool (*work)()) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return -1.0;
  const pid_t child = fork();
  if (child == 0) {
    const bool is_ready = before == nullptr || before();
    const double seconds = is_ready ? seconds_of(work) : -1.0;
    const bool is_written = write(ends[1], &seconds, sizeof seconds) == sizeof seconds;
    _exit(is_written ? 0 : 1);
  }
  close(ends[1]);
  double seconds = -1.0;
  if (read(ends[0], &seconds, sizeof seconds) != sizeof seconds) seconds = -1.0;
  close(ends[0]);
  if (child > 0) waitpid(child, nullptr, 0);
  return seconds;
}

/// Must run before anything that loads data in this process: the first benchmarks of the file.
void time_new_processes(benchmark::State& state, bool (*before)(), bool (*work)()) {
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    const double seconds = seconds_in_a_new_process(before, work);
    if (seconds < 0) return state.SkipWithError("the process failed");
    state.SetIterationTime(seconds);
  }
}

void BM_FirstRequestCold(benchmark::State& state) { time_new_processes(state, nullptr, answer); }
BENCHMARK(BM_FirstRequestCold)->UseManualTime()->Unit(benchmark::kMicrosecond);

void BM_FirstRequestAfterWarmUp(benchmark::State& state) {
  time_new_processes(state, warm_up_german, answer);
}
BENCHMARK(BM_FirstRequestAfterWarmUp)->UseManualTime()->Unit(benchmark::kMicrosecond);

void BM_WarmUp(benchmark::State& state) { time_new_processes(state, nullptr, warm_up_german); }
BENCHMARK(BM_WarmUp)->UseManualTime()->Unit(benchmark::kMicrosecond);

/// Times what gives a text, after checking the text.
template <typename Write>
void time_text(benchmark::State& state, std::string_view expected, Write write) {
  if (write() != expected) return state.SkipWithError("the text is not the expected one");
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    benchmark::DoNotOptimize(write());
  }
}

void BM_MakeFormats(benchmark::State& state) {
  time_text(state, "1.234", [] { return Formats("de").number(1234); });
}
BENCHMARK(BM_MakeFormats);

void BM_Number(benchmark::State& state) {
  const Formats formats("de");
  time_text(state, "1.234", [&] { return formats.number(1234); });
}
BENCHMARK(BM_Number);

void BM_NumberIcu(benchmark::State& state) {
  const auto formatter = icu::number::NumberFormatter::withLocale("de");
  time_text(state, "1.234", [&] {
    UErrorCode status = U_ZERO_ERROR;
    std::string text;
    return formatter.formatInt(1234, status).toString(status).toUTF8String(text);
  });
}
BENCHMARK(BM_NumberIcu);

void BM_Percent(benchmark::State& state) {
  const Formats formats("de");
  time_text(state, "66,7\u00A0%", [&] { return formats.percent(667, 1); });
}
BENCHMARK(BM_Percent);

void BM_PercentIcu(benchmark::State& state) {
  const auto formatter = icu::number::NumberFormatter::withLocale("de")
                             .unit(icu::NoUnit::percent())
                             .precision(icu::number::Precision::fixedFraction(1));
  time_text(state, "66,7\u00A0%", [&] {
    UErrorCode status = U_ZERO_ERROR;
    std::string text;
    return formatter.formatDecimal("66.7", status).toString(status).toUTF8String(text);
  });
}
BENCHMARK(BM_PercentIcu);

void BM_Date(benchmark::State& state) {
  const Formats formats("de");
  time_text(state, "17.3.2026", [&] { return formats.date(example_date); });
}
BENCHMARK(BM_Date);

void BM_DateIcu(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  icu::SimpleDateFormat format(icu::UnicodeString(u"d.M.y"), icu::Locale("de"), status);
  format.setTimeZone(*icu::TimeZone::getGMT());
  time_text(state, "17.3.2026", [&] {
    icu::UnicodeString wide;
    std::string text;
    return format.format(example_noon, wide).toUTF8String(text);
  });
}
BENCHMARK(BM_DateIcu);

void BM_DateOfAnotherCalendar(benchmark::State& state) {
  const Formats formats("th-u-ca-buddhist");
  time_text(state, "17/3/2569", [&] { return formats.date(example_date); });
}
BENCHMARK(BM_DateOfAnotherCalendar);

void BM_List(benchmark::State& state) {
  const Formats formats("de");
  time_text(state, "A, B und C", [&] { return formats.list(items); });
}
BENCHMARK(BM_List);

void BM_ListIcu(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::ListFormatter> format(
      icu::ListFormatter::createInstance(icu::Locale("de"), status));
  const std::array<icu::UnicodeString, 3> wide = {
      icu::UnicodeString(u"A"), icu::UnicodeString(u"B"), icu::UnicodeString(u"C")};
  time_text(state, "A, B und C", [&] {
    icu::UnicodeString joined;
    std::string text;
    return format->format(wide.data(), 3, joined, status).toUTF8String(text);
  });
}
BENCHMARK(BM_ListIcu);

void BM_Plural(benchmark::State& state) {
  const Formats formats("ru");
  const std::int64_t number = state.range(0);
  time_text(state, "few", [&] { return to_string(formats.cardinal(number)); });
}
BENCHMARK(BM_Plural)->Arg(22)->Arg(1'000'022);

void BM_PluralIcu(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules(
      icu::PluralRules::forLocale(icu::Locale("ru"), status));
  time_text(state, "few", [&] {
    std::string text;
    return rules->select(22).toUTF8String(text);
  });
}
BENCHMARK(BM_PluralIcu);

}  // namespace
}  // namespace skillmatrix::text
