#include "large_pages.hpp"

#include <cstdint>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace skillmatrix {

void prefer_large_pages([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t bytes) {
#ifdef __linux__
  constexpr std::size_t large = std::size_t{1} << 21U;
  if (bytes < 4 * large) return;
  // Whole large pages only, so that nobody else's memory is touched.
  const std::size_t before = (large - reinterpret_cast<std::uintptr_t>(memory) % large) % large;
  const std::size_t length = (bytes - before) / large * large;
  static_cast<void>(madvise(static_cast<char*>(memory) + before, length, MADV_HUGEPAGE));
#endif
}

}  // namespace skillmatrix
