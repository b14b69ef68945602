#include "skillmatrix/error.h"

#include <charconv>

#include "values.hpp"

namespace capi = skillmatrix::capi;

skm_status skm_error_status(const skm_error* error) noexcept {
  const capi::Error* const value = capi::peek(error);
  return value == nullptr ? SKM_OK : value->status;
}

skm_string_view skm_error_message(const skm_error* error) noexcept {
  const capi::Error* const value = capi::peek(error);
  return value == nullptr ? skm_string_view{} : capi::view_of(value->message);
}

std::int32_t skm_error_system_number(const skm_error* error) noexcept {
  const capi::Error* const value = capi::peek(error);
  std::int32_t number = 0;
  if (value == nullptr || value->status != SKM_ERR_FILE) return number;
  for (const skillmatrix::Diagnostic& finding : value->diagnostics.value.list) {
    for (const auto& [name, text] : finding.arguments) {
      if (name == "number") std::from_chars(text.data(), text.data() + text.size(), number);
    }
  }
  return number;
}

const skm_diagnostics* skm_error_diagnostics(const skm_error* error) noexcept {
  const capi::Error* const value = capi::peek(error);
  return value == nullptr ? nullptr : capi::borrow(value->diagnostics);
}

void skm_error_destroy(skm_error* error) noexcept { capi::destroy(error); }
