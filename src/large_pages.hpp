// Memory in large pages, where the system has them.
#pragma once

#include <cstddef>

namespace skillmatrix {

/// Asks for large pages for memory that is about to be filled for the first time: taking them into
/// use costs a fraction of what small ones cost. A wish, without effect on what the memory holds;
/// nothing happens where it cannot be fulfilled, or for less than a few large pages.
void prefer_large_pages(void* memory, std::size_t bytes);

}  // namespace skillmatrix
