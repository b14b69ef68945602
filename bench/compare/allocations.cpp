// Counts allocations of the whole program, those of its shared libraries too, while asked to.
#include <atomic>
#include <cstdlib>
#include <new>

#include "peers.hpp"

namespace {
std::atomic<bool> is_counting = false;
std::atomic<std::uint64_t> allocations = 0;
}  // namespace

void* operator new(std::size_t size) {
  if (is_counting.load(std::memory_order_relaxed)) ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

std::uint64_t skillmatrix::compare::count_allocations(const std::function<void()>& run) {
  allocations = 0;
  is_counting = true;
  run();
  is_counting = false;
  return allocations;
}
