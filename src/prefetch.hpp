// Asking for memory ahead.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace skillmatrix {

/// Has so many bytes at hand when they are needed soon. Not all need be there: nothing is read, so
/// an address will do, where a pointer must not leave its elements.
[[gnu::always_inline]] inline void prefetch_from(const void* first, std::size_t bytes) {
  const auto address = reinterpret_cast<std::uintptr_t>(first);
  for (std::size_t byte = 0; byte < bytes; byte += 64) {
    __builtin_prefetch(reinterpret_cast<const void*>(address + byte));
  }
}

/// Has the first elements at hand when they are needed soon.
template <class T>
void prefetch_all(std::span<const T> elements, std::size_t most_bytes = 512) {
  if (elements.empty()) return;
  const auto* const first = reinterpret_cast<const char*>(elements.data());
  const std::size_t bytes = std::min(elements.size_bytes(), most_bytes);
  prefetch_from(first, bytes);
  __builtin_prefetch(first + bytes - 1);  // They need not begin where a line of the cache does.
}

}  // namespace skillmatrix
