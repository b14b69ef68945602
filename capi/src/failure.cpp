#include "failure.hpp"

#include <algorithm>
#include <exception>
#include <new>
#include <stdexcept>
#include <system_error>

#include "values.hpp"

namespace skillmatrix::capi {
namespace {

skm_status status_of(Code code) {
  switch (code) {
    case Code::unreadable_file:
    case Code::unwritable_file:
      return SKM_ERR_FILE;
    case Code::unknown_format:
    case Code::unsupported_format:
    case Code::damaged_data:
      return SKM_ERR_BAD_FILE;
    case Code::other_matrix:
      return SKM_ERR_OTHER_MATRIX;
    case Code::unknown_name:
      return SKM_ERR_UNKNOWN_NAME;
    case Code::invalid_option:
    case Code::csv_invalid_option:
      return SKM_ERR_UNSUPPORTED_OPTION;
    default:
      return SKM_ERR_INVALID_INPUT;
  }
}

/// Without memory for it there is no error, but the status.
skm_status report(skm_error** out_error, Failure failure) noexcept {
  const skm_status status = failure.status;
  if (out_error == nullptr) return status;
  try {
    Error error;
    error.status = status;
    error.message = std::move(failure.message);
    error.diagnostics.value = findings_of(std::move(failure.diagnostics));
    *out_error = make<skm_error>(std::move(error));
  } catch (...) {
    *out_error = nullptr;
  }
  return status;
}

/// Texts that need no memory would be better, but these are only as long as they are read.
skm_status report(skm_error** out_error, skm_status status, std::string_view message) noexcept {
  try {
    return report(out_error, Failure{status, std::string(message), {}});
  } catch (...) {
    return status;
  }
}

}  // namespace

Failure is_null(std::string_view argument) {
  return {SKM_ERR_INVALID_ARGUMENT, std::string(argument) + " is NULL", {}};
}

Failure failure_of(std::vector<Diagnostic> diagnostics) {
  const auto is_error = [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::error;
  };
  const auto error = std::find_if(diagnostics.begin(), diagnostics.end(), is_error);
  Failure failure;
  if (error == diagnostics.end()) {
    failure.message = "there is no value, and no finding says why";
  } else {
    failure.status = status_of(error->code);
    failure.message = to_string(error->code) + ": " + error->message();
    if (!error->pointer.empty()) failure.message += " (at " + error->pointer + ")";
    make_well_formed(failure.message);
    const auto further = std::count_if(error + 1, diagnostics.end(), is_error);
    if (further > 0) failure.message += "; further errors: " + std::to_string(further);
  }
  failure.diagnostics = std::move(diagnostics);
  return failure;
}

void throw_errors(std::vector<Diagnostic> diagnostics) {
  if (has_errors(diagnostics)) throw failure_of(std::move(diagnostics));
}

void throw_unexpected_input(const std::vector<Diagnostic>& diagnostics) {
  const auto is_whole = [](const Diagnostic& diagnostic) {
    return diagnostic.code == Code::unexpected_input && diagnostic.line == 0;
  };
  if (std::any_of(diagnostics.begin(), diagnostics.end(), is_whole)) throw failure_of(diagnostics);
}

skm_status report_current_exception(skm_error** out_error) noexcept {
  try {
    throw;
  } catch (Failure& failure) {
    return report(out_error, std::move(failure));
  } catch (const std::bad_alloc&) {
    return report(out_error, SKM_ERR_OUT_OF_MEMORY, "there is not enough memory");
  } catch (const std::length_error&) {
    return report(out_error, SKM_ERR_OUT_OF_MEMORY, "no memory is enough for so many");
  } catch (const std::system_error&) {
    return report(out_error, SKM_ERR_OUT_OF_MEMORY, "the system starts no further thread");
  } catch (const std::exception&) {
    // What it says may name places of the machine that built the library.
    return report(out_error, SKM_ERR_INTERNAL, "a defect of skillmatrix: an unforeseen exception");
  } catch (...) {
    return report(out_error, SKM_ERR_INTERNAL, "a defect of skillmatrix: an unknown exception");
  }
}

}  // namespace skillmatrix::capi
