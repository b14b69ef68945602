// Flat, relocatable blocks of bytes: what a matrix is in memory and in its file. For sources.
//
// A block is a header, a table of its sections, and the sections, each an array of items without
// pointers. Everything starts at a multiple of 64 bytes; what lies between is zero. The header and
// the table have a checksum, and so has each section, so that opening need not read the sections.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "skillmatrix/diagnostic.hpp"

namespace skillmatrix {

/// What a block is of.
enum class BlockKind : std::uint32_t { matrix = 1, roster = 2 };

struct BlockHeader {
  std::array<char, 8> magic{};
  std::uint32_t byte_order = 0;  ///< Reads `own_byte_order` where numbers are as in this program.
  BlockKind kind = BlockKind::matrix;
  std::uint32_t version = 0;  ///< Of the format of this kind.
  std::uint32_t section_count = 0;
  std::uint64_t byte_count = 0;  ///< Of the whole block.
  std::uint64_t checksum = 0;    ///< Of the header, this being 0, and the table.
  std::array<std::uint8_t, 24> unused{};

  static constexpr std::array<char, 8> own_magic{'s', 'k', 'i', 'l', 'l', 'm', 'x', '\n'};
  static constexpr std::uint32_t own_byte_order = 0x04030201;
};
static_assert(sizeof(BlockHeader) == 64);

struct BlockSection {
  std::uint32_t id = 0;
  std::uint32_t item_bytes = 0;
  std::uint64_t offset = 0;
  std::uint64_t count = 0;     ///< Of items.
  std::uint64_t checksum = 0;  ///< Of all bytes from `offset` to the next section or the end.
};
static_assert(sizeof(BlockSection) == 32);

/// What may stand in a section: every byte of it has a meaning, so that equal blocks are equal
/// bytes.
template <class T>
concept BlockItem = std::is_trivially_copyable_v<T> &&
                    std::has_unique_object_representations_v<T> && alignof(T) <= 8;

/// Bytes, and what keeps them alive; nothing does if the caller promised to.
struct OwnedBytes {
  std::span<const std::byte> bytes;
  std::shared_ptr<const void> owner;
};

/// Lays out a block. What is added is copied by `finish`, and must live until then.
class BlockWriter {
 public:
  /// Ids must rise.
  template <BlockItem T>
  void add(std::uint32_t id, std::span<const T> items) {
    parts_.push_back({{id, sizeof(T), 0, items.size(), 0}, std::as_bytes(items)});
  }

  /// A section of another block.
  void add(const class Block& block, const BlockSection& section);

  [[nodiscard]] OwnedBytes finish(BlockKind kind, std::uint32_t version) const;

 private:
  struct Part {
    BlockSection section;
    std::span<const std::byte> bytes;
  };
  std::vector<Part> parts_;
};

/// What bytes begin as, in the word that messages have for it: "saved_matrix", "saved_roster", or
/// "saved" for what another release saves; empty if it is no block. O(1).
std::string_view saved_form(std::span<const std::byte> bytes);

/// A finding about bytes that somebody has changed: what is wrong, as its message has it, and in
/// which section, if it is one.
Diagnostic damaged_data(std::string_view detail, std::uint32_t section = 0);

/// Writes the checksums of a block: of the header, the table and the sections that lie inside it.
/// The header and the table must be there. O(bytes).
void seal(std::span<std::byte> block);

/// A block whose header and table were found to be in order: every section lies inside it.
class Block {
 public:
  /// The header's `version` must be 1 to `newest`. Findings are about the first thing wrong:
  /// `unknown_format`, `unsupported_format` or `damaged_data`. Bytes that do not start at a
  /// multiple of 8 are copied. O(sections).
  static std::optional<Block> open(OwnedBytes bytes, BlockKind kind, std::uint32_t newest,
                                   std::vector<Diagnostic>& findings);

  [[nodiscard]] const OwnedBytes& bytes() const { return bytes_; }
  [[nodiscard]] std::span<const BlockSection> sections() const { return sections_; }
  /// Null if there is none. O(log sections).
  [[nodiscard]] const BlockSection* find(std::uint32_t id) const;

  /// The items of a section that has items of that size; none if there is no such section.
  template <BlockItem T>
  [[nodiscard]] std::span<const T> items(const BlockSection& section) const {
    return {reinterpret_cast<const T*>(bytes_.bytes.data() + section.offset),
            static_cast<std::size_t>(section.count)};
  }

  /// Sets `taken` to the items of a section; false if there is none, or it has items of another
  /// size.
  template <BlockItem T>
  [[nodiscard]] bool take(std::uint32_t id, std::span<const T>& taken) const {
    const BlockSection* const section = find(id);
    if (section == nullptr || section->item_bytes != sizeof(T)) return false;
    taken = items<T>(*section);
    return true;
  }

  /// The ids of the sections whose checksum is not that of their bytes. O(bytes).
  [[nodiscard]] std::vector<std::uint32_t> damaged_sections() const;

 private:
  OwnedBytes bytes_;
  std::span<const BlockSection> sections_;
};

}  // namespace skillmatrix
