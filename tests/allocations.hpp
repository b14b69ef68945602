// What the calls under test allocate: counting it, and having it fail.
#pragma once

#include <cstdint>

namespace skillmatrix::allocations {

/// How many there were so far in this thread.
std::uint64_t count();

/// While there is one, only so many further allocations of this thread succeed.
class Limit {
 public:
  explicit Limit(std::uint64_t most);
  Limit(const Limit&) = delete;
  Limit& operator=(const Limit&) = delete;
  ~Limit();
};

}  // namespace skillmatrix::allocations
