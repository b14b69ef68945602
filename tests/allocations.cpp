#include "allocations.hpp"

#include <cstdlib>
#include <limits>
#include <new>

namespace {

thread_local std::uint64_t allocation_count = 0;
thread_local std::uint64_t allocation_limit = std::numeric_limits<std::uint64_t>::max();

}  // namespace

// Forms that are not here end up in these, or, with a sanitizer, stay among themselves.
void* operator new(std::size_t size) {
  if (allocation_count >= allocation_limit) throw std::bad_alloc();
  ++allocation_count;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
// Who asks in this way can do without, so that this one does not fail.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocation_count;
  return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace skillmatrix::allocations {

std::uint64_t count() { return allocation_count; }

Limit::Limit(std::uint64_t most) { allocation_limit = allocation_count + most; }

Limit::~Limit() { allocation_limit = std::numeric_limits<std::uint64_t>::max(); }

}  // namespace skillmatrix::allocations
