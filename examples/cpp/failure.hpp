// Why the job ends early, and what it exits with.
#pragma once

#include <stdexcept>
#include <string>

namespace nightly {

enum ExitCode : int {
  complete = 0,        ///< The reports are written.
  some_rejected = 1,   ///< They are, but some lines of the input were not taken.
  wrong_usage = 2,     ///< The command line is wrong.
  unusable_input = 3,  ///< There is no framework, or nobody, to report on.
  file_failure = 4,    ///< A file cannot be read or written.
  cancelled = 130,     ///< Somebody interrupted it; nothing is written. 128 + SIGINT, as in shells.
};

struct Failure : std::runtime_error {
  Failure(ExitCode code, const std::string& message)
      : std::runtime_error(message), exit_code(code) {}
  ExitCode exit_code;
};

}  // namespace nightly
