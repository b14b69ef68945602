#include "skillmatrix/base.h"

#include "skillmatrix/fraction.hpp"
#include "values.hpp"

std::int32_t skm_fraction_compare(skm_fraction left, skm_fraction right) noexcept {
  using skillmatrix::Fraction;
  if (left.denominator < 1 || right.denominator < 1) return 0;
  const auto order =
      Fraction{left.numerator, left.denominator} <=> Fraction{right.numerator, right.denominator};
  return order < 0 ? -1 : (order > 0 ? 1 : 0);
}

skm_string_view skm_status_name(skm_status status) noexcept {
  using skillmatrix::capi::view_of;
#define SKM_NAME_OF(name) \
  case name:              \
    return view_of(#name)
  switch (status) {
    SKM_NAME_OF(SKM_OK);
    SKM_NAME_OF(SKM_ERR_INVALID_ARGUMENT);
    SKM_NAME_OF(SKM_ERR_WRONG_HANDLE);
    SKM_NAME_OF(SKM_ERR_OUT_OF_RANGE);
    SKM_NAME_OF(SKM_ERR_UNKNOWN_NAME);
    SKM_NAME_OF(SKM_ERR_UNSUPPORTED_OPTION);
    SKM_NAME_OF(SKM_ERR_ENCODING);
    SKM_NAME_OF(SKM_ERR_CANCELLED);
    SKM_NAME_OF(SKM_ERR_CALLBACK);
    SKM_NAME_OF(SKM_ERR_INVALID_INPUT);
    SKM_NAME_OF(SKM_ERR_BAD_FILE);
    SKM_NAME_OF(SKM_ERR_OTHER_MATRIX);
    SKM_NAME_OF(SKM_ERR_OUT_OF_MEMORY);
    SKM_NAME_OF(SKM_ERR_FILE);
    SKM_NAME_OF(SKM_ERR_INTERNAL);
    default:
      return view_of("SKM_ERR_UNKNOWN");
  }
#undef SKM_NAME_OF
}
