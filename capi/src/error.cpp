#include "skillmatrix/error.h"

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

const skm_diagnostics* skm_error_diagnostics(const skm_error* error) noexcept {
  const capi::Error* const value = capi::peek(error);
  return value == nullptr ? nullptr : capi::borrow(value->diagnostics);
}

void skm_error_destroy(skm_error* error) noexcept { capi::destroy(error); }
