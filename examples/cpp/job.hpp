// The job: a framework and a company in, reports out.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>

#include "failure.hpp"
#include "skillmatrix/date.hpp"

namespace nightly {

struct Settings {
  std::string framework;
  std::string matrix;  ///< Where to keep the framework compiled; empty: nowhere.
  std::string people;  ///< NDJSON, or CSV if it ends so. Empty: a company is made up.
  std::uint32_t company = 0;
  std::uint64_t seed = 1;
  std::string reports;
  std::optional<skillmatrix::Date> as_of;
  std::uint32_t best = 3;  ///< Role levels of each person.
  unsigned threads = 1;
  bool shows_progress = false;
};

/// Writes all reports, or none, and says on standard output what is in them and on standard error
/// what was rejected. Gives `complete` or `some_rejected`; everything else is thrown as `Failure`.
/// Once `is_cancelled` is true, which may be set at any time, it ends soon.
ExitCode run(const Settings& settings, const std::atomic<bool>& is_cancelled);

}  // namespace nightly
