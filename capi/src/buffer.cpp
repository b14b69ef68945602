#include "skillmatrix/buffer.h"

#include "values.hpp"

namespace capi = skillmatrix::capi;

skm_string_view skm_buffer_view(const skm_buffer* buffer) noexcept {
  const std::string* const bytes = capi::peek(buffer);
  return bytes == nullptr ? skm_string_view{} : capi::view_of(*bytes);
}

void skm_buffer_destroy(skm_buffer* buffer) noexcept { capi::destroy(buffer); }
