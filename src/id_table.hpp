// Hash tables of ids: a row of slots, each the number of an id plus one, or 0. A search starts
// where the hash says, and ends at the id or at an empty slot.
//
// They stand in files: the same ids are the same slots on every machine and in every release.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace skillmatrix::id_table {

/// XXH3.
std::uint32_t hash_of(std::string_view id);

/// Where the search for a hash starts in a table of so many slots.
inline std::size_t slot_of(std::uint32_t hash, std::size_t slots) {
  return static_cast<std::size_t>((std::uint64_t{hash} * slots) >> 32);
}

/// The slot after one of so many: after the last comes the first.
inline std::size_t next_slot(std::size_t slot, std::size_t slots) {
  return slot + 1 == slots ? 0 : slot + 1;
}

/// The number of slots for so many ids: two thirds of them are taken.
inline std::size_t slots_for(std::size_t ids) { return ids + ids / 2 + 1; }

/// Where the search for a hash ends that finds nothing. There must be an empty slot.
template <class Slot>
std::size_t empty_slot(std::span<const Slot> slots, std::uint32_t hash) {
  std::size_t slot = slot_of(hash, slots.size());
  while (slots[slot] != 0) slot = next_slot(slot, slots.size());
  return slot;
}

/// The table of `count` ids, which goes in the order of their numbers. O(count).
template <class IdAt>
std::vector<std::uint32_t> make(std::uint32_t count, IdAt id_at) {
  std::vector<std::uint32_t> slots(slots_for(count));
  for (std::uint32_t number = 0; number < count; ++number) {
    slots[empty_slot<std::uint32_t>(slots, hash_of(id_at(number)))] = number + 1;
  }
  return slots;
}

/// The number of an id with some hash. Ends in any table: one that comes from elsewhere may have no
/// empty slot.
template <class IdAt>
std::optional<std::uint32_t> find(std::span<const std::uint32_t> slots, std::uint32_t hash,
                                  std::string_view id, IdAt id_at) {
  std::size_t slot = slot_of(hash, slots.size());
  for (std::size_t left = slots.size(); left != 0 && slots[slot] != 0; --left) {
    if (id_at(slots[slot] - 1) == id) return slots[slot] - 1;
    slot = next_slot(slot, slots.size());
  }
  return std::nullopt;
}

/// The same in a table that `make` made.
template <class IdAt>
std::optional<std::uint32_t> find(std::span<const std::uint32_t> slots, std::string_view id,
                                  IdAt id_at) {
  return find(slots, hash_of(id), id, id_at);
}

}  // namespace skillmatrix::id_table
