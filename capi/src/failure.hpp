// How calls of the C API fail: inside by throwing, outside by a status and an error.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/result.hpp"
#include "skillmatrix/skillmatrix.h"

namespace skillmatrix::capi {

/// What a call that fails throws.
struct Failure {
  skm_status status = SKM_ERR_INTERNAL;
  std::string message;  ///< For developers.
  std::vector<Diagnostic> diagnostics;
};

Failure is_null(std::string_view argument);

/// The failure that findings with an error mean: which status, and as the message the first error
/// and how many there are besides.
Failure failure_of(std::vector<Diagnostic> diagnostics);

/// Throws if there is an error among them.
void throw_errors(std::vector<Diagnostic> diagnostics);

/// Throws if a text as a whole is not what is read; a bad line has a place, and is no failure.
void throw_unexpected_input(const std::vector<Diagnostic>& diagnostics);

/// The value; throws if there is none.
template <class T>
T value_of(Result<T> result) {
  if (!result) throw failure_of(std::move(result.diagnostics));
  return *std::move(result);
}

/// Tells the caller of the exception that is being handled. Gives the status.
skm_status report_current_exception(skm_error** out_error) noexcept;

/// Does the work of a call. Nothing that it throws gets out.
template <class Work>
skm_status guard(skm_error** out_error, Work&& work) noexcept {
  if (out_error != nullptr) *out_error = nullptr;
  try {
    std::forward<Work>(work)();
    return SKM_OK;
  } catch (...) {
    return report_current_exception(out_error);
  }
}

/// The same for calls that give no error.
template <class Work>
skm_status guard(Work&& work) noexcept {
  return guard(nullptr, std::forward<Work>(work));
}

}  // namespace skillmatrix::capi
