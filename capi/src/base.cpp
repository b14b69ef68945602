#include "skillmatrix/base.h"

#include "values.hpp"

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
