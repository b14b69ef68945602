// Hashes of the ids of a roster and its matrix. They stand in files, so they are the same on every
// machine and in every release.
#pragma once

#include <cstdint>
#include <string_view>

namespace skillmatrix {
class Matrix;
}

namespace skillmatrix::roster {

/// FNV-1a.
class Hash {
 public:
  void add(std::string_view bytes) {
    for (const char byte : bytes) add_byte(static_cast<unsigned char>(byte));
  }
  void add_byte(unsigned char byte) { state_ = (state_ ^ byte) * 0x100000001b3; }
  /// Mixed once more: the high bits, too, depend on everything.
  [[nodiscard]] std::uint64_t value() const {
    return (state_ ^ (state_ >> 32)) * 0x9e3779b97f4a7c15;
  }

 private:
  std::uint64_t state_ = 0xcbf29ce484222325;
};

inline std::uint32_t hash_of(std::string_view id) {
  Hash hash;
  hash.add(id);
  return static_cast<std::uint32_t>(hash.value() >> 32);
}

/// Of all that gives the numbers of skills, ranks and role levels their meaning. O(ids).
std::uint64_t numbering_of(const Matrix& matrix);

}  // namespace skillmatrix::roster
