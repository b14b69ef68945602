// What an HR platform runs every night: everybody's scores, the role levels that suit them, and who
// holds what, as files. See README.md.
#include <unistd.h>

#include <atomic>
#include <charconv>
#include <csignal>
#include <exception>
#include <iostream>
#include <limits>
#include <new>
#include <string_view>
#include <vector>

#include "job.hpp"

namespace {

constexpr const char* usage =
    R"(usage: nightly-report --framework FILE (--people FILE | --company NUMBER) --reports FOLDER
  --framework FILE  the framework (JSON)
  --people FILE     profiles (NDJSON), or ratings if it ends in .csv
  --company NUMBER  in their place so many made-up people; --seed NUMBER makes others
  --reports FOLDER  where the reports go
  --matrix FILE     keeps the framework compiled there, for the next night
  --as-of DAY       the day of the report, 2026-06-01; without it nothing expires
  --best NUMBER     role levels of each person (default 3)
  --threads NUMBER  at most so many (default 1)
)";

std::atomic<bool> is_cancelled = false;
static_assert(std::atomic<bool>::is_always_lock_free, "signal handlers may use nothing else");

/// The first signal asks the job to end; a second one ends it in the usual way.
extern "C" void cancel(int signal) {
  is_cancelled = true;
  std::signal(signal, SIG_DFL);
}

template <class Number>
Number number_in(std::string_view option, std::string_view text, Number least) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < least) {
    throw nightly::Failure(nightly::wrong_usage,
                           std::string(option) + " takes a number, not " + std::string(text));
  }
  return number;
}

void read_option(std::string_view option, std::string_view value, nightly::Settings& settings) {
  if (option == "--framework") {
    settings.framework = value;
  } else if (option == "--matrix") {
    settings.matrix = value;
  } else if (option == "--people") {
    settings.people = value;
  } else if (option == "--company") {
    settings.company = number_in<std::uint32_t>(option, value, 1);
  } else if (option == "--seed") {
    settings.seed = number_in<std::uint64_t>(option, value, 0);
  } else if (option == "--reports") {
    settings.reports = value;
  } else if (option == "--best") {
    settings.best = number_in<std::uint32_t>(option, value, 1);
  } else if (option == "--threads") {
    settings.threads = number_in<unsigned>(option, value, 1);
  } else if (option == "--as-of") {
    settings.as_of = skillmatrix::parse_date(value);
    if (!settings.as_of) {
      throw nightly::Failure(nightly::wrong_usage, "--as-of takes a day, such as 2026-06-01");
    }
  } else {
    throw nightly::Failure(nightly::wrong_usage, "what is " + std::string(option) + "?");
  }
}

nightly::Settings read_command_line(const std::vector<std::string_view>& words) {
  nightly::Settings settings;
  for (std::size_t at = 0; at < words.size(); at += 2) {
    if (at + 1 == words.size()) {
      throw nightly::Failure(nightly::wrong_usage, std::string(words[at]) + " takes a value");
    }
    read_option(words[at], words[at + 1], settings);
  }
  const bool has_people = settings.people.empty() != (settings.company == 0);
  if (settings.framework.empty() || settings.reports.empty() || !has_people) {
    throw nightly::Failure(nightly::wrong_usage,
                           "--framework, --reports and one of --people and --company are needed");
  }
  settings.shows_progress = isatty(STDERR_FILENO) != 0;
  return settings;
}

}  // namespace

int main(int count, char** words) {
  std::signal(SIGINT, cancel);
  std::signal(SIGTERM, cancel);
  try {
    return nightly::run(read_command_line({words + 1, words + count}), is_cancelled);
  } catch (const nightly::Failure& failure) {
    std::cerr << failure.what() << '\n';
    if (failure.exit_code == nightly::wrong_usage) std::cerr << usage;
    return failure.exit_code;
  } catch (const std::bad_alloc&) {
    std::cerr << "out of memory\n";
  } catch (const std::exception& failure) {
    std::cerr << failure.what() << '\n';
  }
  return nightly::file_failure;
}
