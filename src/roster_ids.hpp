// The hash table of the people of a roster by id.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace skillmatrix::roster {

/// FNV-1a, mixed once more so that the high bits, which choose the slot, depend on all of the id.
/// The same on every machine.
inline std::uint32_t hash_of(std::string_view id) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char byte : id) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  }
  hash = (hash ^ (hash >> 32)) * 0x9e3779b97f4a7c15;
  return static_cast<std::uint32_t>(hash >> 32);
}

/// Where the search for a hash starts in a table of so many slots.
inline std::size_t slot_of(std::uint32_t hash, std::size_t slots) {
  return static_cast<std::size_t>((std::uint64_t{hash} * slots) >> 32);
}

/// The number of slots for so many people: two thirds of them are taken.
inline std::size_t slots_for(std::size_t people) { return people + people / 2 + 1; }

}  // namespace skillmatrix::roster
