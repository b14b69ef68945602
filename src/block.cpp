#include "block.hpp"

#include <algorithm>
#include <cstring>
#include <string>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace skillmatrix {
namespace {

constexpr std::size_t alignment = 64;

struct alignas(alignment) Line {
  std::array<std::byte, alignment> bytes;
};

constexpr std::uint64_t aligned(std::uint64_t size) {
  return (size + alignment - 1) / alignment * alignment;
}

std::uint64_t checksum(std::span<const std::byte> bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

/// Of a header, its own checksum left out, and what follows it up to the first section.
std::uint64_t checksum_of_table(std::span<const std::byte> block, BlockHeader header) {
  header.checksum = 0;
  const std::uint64_t of_header = checksum(std::as_bytes(std::span(&header, 1)));
  const std::uint64_t end = aligned(sizeof header + header.section_count * sizeof(BlockSection));
  const auto table = block.first(std::min<std::uint64_t>(end, block.size())).subspan(sizeof header);
  return XXH3_64bits_withSeed(table.data(), table.size(), of_header);
}

std::span<std::byte> allocate(std::size_t size, std::shared_ptr<const void>& owner) {
  const auto lines = std::make_shared<std::vector<Line>>(aligned(size) / alignment);
  owner = lines;
  return std::as_writable_bytes(std::span(*lines)).first(size);
}

/// The first thing wrong with the header of a block of the kind, or nothing.
std::optional<Diagnostic> problem_of(const BlockHeader& header, std::size_t size,
                                     std::uint32_t newest) {
  if (header.byte_order != BlockHeader::own_byte_order) {
    return make_diagnostic(Code::unsupported_format, {}, {}, {{"detail", "byte_order"}});
  }
  if (header.version == 0 || header.version > newest) {
    return make_diagnostic(Code::unsupported_format, {}, std::to_string(header.version),
                           {{"detail", "version"}, {"newest", std::to_string(newest)}});
  }
  if (header.byte_count != size) {
    Diagnostic finding = damaged_data(header.byte_count > size ? "truncated" : "trailing_bytes");
    finding.arguments.emplace_back("expected", std::to_string(header.byte_count));
    finding.arguments.emplace_back("size", std::to_string(size));
    return finding;
  }
  const std::uint64_t room = (size - sizeof(BlockHeader)) / sizeof(BlockSection);
  if (header.section_count > room) return damaged_data("section_table");
  return std::nullopt;
}

bool is_inside(const BlockSection& section, std::uint64_t size) {
  return section.item_bytes != 0 && section.offset <= size &&
         section.count <= (size - section.offset) / section.item_bytes;
}

/// Whether the sections follow each other, in order and inside the block.
bool are_in_order(std::span<const BlockSection> sections, std::uint64_t size) {
  std::uint64_t end = sizeof(BlockHeader) + sections.size_bytes();
  std::uint32_t id = 0;
  for (const BlockSection& section : sections) {
    if (section.id <= id || section.offset != aligned(end)) return false;
    if (!is_inside(section, size)) return false;
    end = section.offset + section.count * section.item_bytes;
    id = section.id;
  }
  return aligned(end) == size;
}

/// The bytes that the checksum of a section is over.
std::span<const std::byte> padded_bytes(std::span<const std::byte> block,
                                        const BlockSection& section) {
  const auto rest = block.subspan(section.offset);
  return rest.first(
      std::min<std::uint64_t>(rest.size(), aligned(section.count * section.item_bytes)));
}

/// As far as it is there.
BlockHeader header_of(std::span<const std::byte> bytes) {
  BlockHeader header;
  const auto start = bytes.first(std::min(bytes.size(), sizeof header));
  std::ranges::copy(start, std::as_writable_bytes(std::span(&header, 1)).begin());
  return header;
}

/// That bytes are no block of the kind, and what they are if they begin as something known.
Diagnostic unknown_format(std::span<const std::byte> bytes, BlockKind kind) {
  const auto is_json = [bytes] {
    return !bytes.empty() && (bytes[0] == std::byte{'{'} || bytes[0] == std::byte{'['});
  };
  const std::string_view other = kind == BlockKind::matrix ? "saved_roster" : "saved_matrix";
  Diagnostic finding = make_diagnostic(Code::unknown_format);
  if (is_json()) finding.arguments.emplace_back("found", "json");
  if (saved_form(bytes) == other) finding.arguments.emplace_back("found", other);
  return finding;
}

}  // namespace

std::string_view saved_form(std::span<const std::byte> bytes) {
  const BlockHeader header = header_of(bytes);
  if (header.magic != BlockHeader::own_magic) return {};
  if (header.byte_order != BlockHeader::own_byte_order) return "saved";
  switch (header.kind) {
    case BlockKind::matrix:
      return "saved_matrix";
    case BlockKind::roster:
      return "saved_roster";
  }
  return "saved";
}

Diagnostic damaged_data(std::string_view detail, std::uint32_t section) {
  Diagnostic finding = make_diagnostic(Code::damaged_data);
  finding.arguments.emplace_back("detail", detail);
  if (section != 0) finding.arguments.emplace_back("section", std::to_string(section));
  return finding;
}

void BlockWriter::add(const Block& block, const BlockSection& section) {
  parts_.push_back(
      {section, block.bytes().bytes.subspan(section.offset, section.count * section.item_bytes)});
}

OwnedBytes BlockWriter::finish(BlockKind kind, std::uint32_t version) const {
  std::vector<BlockSection> table;
  std::uint64_t end = sizeof(BlockHeader) + parts_.size() * sizeof(BlockSection);
  for (const Part& part : parts_) {
    table.push_back(part.section);
    table.back().offset = aligned(end);
    end = table.back().offset + part.bytes.size();
  }
  OwnedBytes block;
  const std::span<std::byte> bytes = allocate(aligned(end), block.owner);
  for (std::size_t at = 0; at < parts_.size(); ++at) {
    std::ranges::copy(parts_[at].bytes, bytes.subspan(table[at].offset).begin());
  }
  BlockHeader header;
  header.magic = BlockHeader::own_magic;
  header.byte_order = BlockHeader::own_byte_order;
  header.kind = kind;
  header.version = version;
  header.section_count = static_cast<std::uint32_t>(table.size());
  header.byte_count = bytes.size();
  std::ranges::copy(std::as_bytes(std::span(&header, 1)), bytes.begin());
  std::ranges::copy(std::as_bytes(std::span(table)), bytes.subspan(sizeof header).begin());
  seal(bytes);
  block.bytes = bytes;
  return block;
}

void seal(std::span<std::byte> block) {
  BlockHeader& header = *reinterpret_cast<BlockHeader*>(block.data());
  const std::span table(reinterpret_cast<BlockSection*>(block.data() + sizeof header),
                        header.section_count);
  for (BlockSection& section : table) {
    if (!is_inside(section, block.size())) continue;
    section.checksum = checksum(padded_bytes(block, section));
  }
  header.checksum = checksum_of_table(block, header);
}

std::optional<Block> Block::open(OwnedBytes bytes, BlockKind kind, std::uint32_t newest,
                                 std::vector<Diagnostic>& findings) {
  const BlockHeader header = header_of(bytes.bytes);
  const bool is_header =
      bytes.bytes.size() >= sizeof header && header.magic == BlockHeader::own_magic;
  if (!is_header || header.kind != kind) {
    findings.push_back(unknown_format(bytes.bytes, kind));
    return std::nullopt;
  }
  if (const auto problem = problem_of(header, bytes.bytes.size(), newest)) {
    findings.push_back(*problem);
    return std::nullopt;
  }
  if (reinterpret_cast<std::uintptr_t>(bytes.bytes.data()) % 8 != 0) {
    const auto copy = allocate(bytes.bytes.size(), bytes.owner);
    std::ranges::copy(bytes.bytes, copy.begin());
    bytes.bytes = copy;
  }
  Block block;
  block.sections_ = {
      reinterpret_cast<const BlockSection*>(bytes.bytes.data() + sizeof(BlockHeader)),
      header.section_count};
  const bool is_sound = checksum_of_table(bytes.bytes, header) == header.checksum &&
                        are_in_order(block.sections_, bytes.bytes.size());
  block.bytes_ = std::move(bytes);
  if (!is_sound) {
    findings.push_back(damaged_data("section_table"));
    return std::nullopt;
  }
  return block;
}

const BlockSection* Block::find(std::uint32_t id) const {
  const auto found = std::ranges::lower_bound(sections_, id, {}, &BlockSection::id);
  return found != sections_.end() && found->id == id ? &*found : nullptr;
}

std::vector<std::uint32_t> Block::damaged_sections() const {
  std::vector<std::uint32_t> damaged;
  for (const BlockSection& section : sections_) {
    if (checksum(padded_bytes(bytes_.bytes, section)) != section.checksum) {
      damaged.push_back(section.id);
    }
  }
  return damaged;
}

}  // namespace skillmatrix
