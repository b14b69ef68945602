// Asking for memory ahead.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

namespace skillmatrix {

/// Has the first elements at hand when they are needed soon.
template <class T>
void prefetch_all(std::span<const T> elements, std::size_t most_bytes = 512) {
  if (elements.empty()) return;
  const auto* const first = reinterpret_cast<const char*>(elements.data());
  const std::size_t bytes = std::min(elements.size_bytes(), most_bytes);
  for (std::size_t byte = 0; byte < bytes; byte += 64) __builtin_prefetch(first + byte);
  __builtin_prefetch(first + bytes - 1);  // They need not begin where a line of the cache does.
}

}  // namespace skillmatrix
