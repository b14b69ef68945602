#include "block.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

namespace skillmatrix {
namespace {

struct Pair {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
};

const std::vector<Pair> pairs{{1, 2}, {3, 4}, {5, 6}};
const std::vector<char> letters{'a', 'b', 'c', 'd', 'e'};
const std::vector<std::uint64_t> nothing;

OwnedBytes written() {
  BlockWriter writer;
  writer.add(3, std::span(pairs));
  writer.add(7, std::span(letters));
  writer.add(9, std::span(nothing));
  return writer.finish(BlockKind::matrix, 1);
}

std::vector<std::byte> bytes_of(const OwnedBytes& block) {
  return {block.bytes.begin(), block.bytes.end()};
}

/// The codes of what is wrong with bytes, with the word for it.
std::string problem_of(std::span<const std::byte> bytes, std::uint32_t newest = 1) {
  std::vector<Diagnostic> findings;
  const auto block = Block::open({bytes, nullptr}, BlockKind::matrix, newest, findings);
  EXPECT_EQ(block.has_value(), findings.empty());
  if (findings.empty()) return {};
  EXPECT_EQ(findings.size(), 1U);
  const std::string name(describe(findings[0].code).name);
  return findings[0].arguments.empty() ? name : name + ' ' + findings[0].arguments[0].second;
}

template <class T>
void put(std::vector<std::byte>& bytes, std::size_t offset, T value) {
  std::memcpy(bytes.data() + offset, &value, sizeof value);
}

TEST(Block, GivesBackWhatWasWritten) {
  std::vector<Diagnostic> findings;
  const auto block = Block::open(written(), BlockKind::matrix, 1, findings);
  ASSERT_TRUE(block);
  ASSERT_EQ(block->sections().size(), 3U);
  EXPECT_EQ(block->find(4), nullptr);
  ASSERT_NE(block->find(3), nullptr);
  EXPECT_EQ(block->find(3)->item_bytes, 8U);
  const auto read = block->items<Pair>(*block->find(3));
  ASSERT_EQ(read.size(), 3U);
  EXPECT_EQ(read[2].right, 6U);
  EXPECT_TRUE(std::ranges::equal(block->items<char>(*block->find(7)), letters));
  EXPECT_TRUE(block->items<std::uint64_t>(*block->find(9)).empty());
  EXPECT_TRUE(block->damaged_sections().empty());
}

TEST(Block, EverythingStartsAtAMultipleOf64) {
  std::vector<Diagnostic> findings;
  const auto block = Block::open(written(), BlockKind::matrix, 1, findings);
  ASSERT_TRUE(block);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(block->bytes().bytes.data()) % 64, 0U);
  EXPECT_EQ(block->bytes().bytes.size() % 64, 0U);
  for (const BlockSection& section : block->sections()) EXPECT_EQ(section.offset % 64, 0U);
}

TEST(Block, EqualContentsAreEqualBytes) { EXPECT_EQ(bytes_of(written()), bytes_of(written())); }

TEST(Block, TellsWhatIsSaved) {
  const auto form_of = [](BlockKind kind) {
    return saved_form(BlockWriter().finish(kind, 1).bytes);
  };
  EXPECT_EQ(form_of(BlockKind::matrix), "saved_matrix");
  EXPECT_EQ(form_of(BlockKind::roster), "saved_roster");
  std::vector<std::byte> other = bytes_of(written());
  put(other, 12, std::uint32_t{77});
  EXPECT_EQ(saved_form(other), "saved");
  EXPECT_EQ(saved_form(std::span(other).first(8)), "saved");
  EXPECT_EQ(saved_form(std::span(other).first(7)), "");
  EXPECT_EQ(saved_form({}), "");
}

TEST(Block, SaysWhatIsWrong) {
  const std::vector<std::byte> good = bytes_of(written());
  EXPECT_EQ(problem_of(good), "");
  EXPECT_EQ(problem_of({}), "unknown_format");
  EXPECT_EQ(problem_of(std::span(good).first(63)), "unknown_format");
  EXPECT_EQ(problem_of(good, 0), "unsupported_format version");
  auto other = good;
  put(other, 0, 'S');
  EXPECT_EQ(problem_of(other), "unknown_format");
  other = good;
  put(other, 8, std::uint32_t{0x01020304});
  EXPECT_EQ(problem_of(other), "unsupported_format byte_order");
  other = good;
  put(other, 12, std::uint32_t{77});  // Another kind of block.
  EXPECT_EQ(problem_of(other), "unknown_format");
  other = good;
  put(other, 16, std::uint32_t{2});
  EXPECT_EQ(problem_of(other), "unsupported_format version");
  EXPECT_EQ(problem_of(std::span(good).first(good.size() - 1)), "damaged_data truncated");
  other = good;
  other.push_back({});
  EXPECT_EQ(problem_of(other), "damaged_data trailing_bytes");
  other = good;
  put(other, 20, std::uint32_t{1'000'000});
  EXPECT_EQ(problem_of(other), "damaged_data section_table");
}

/// Tables that lie, with the right checksum.
TEST(Block, ATableThatLeavesTheBlockIsRefused) {
  constexpr std::size_t first = sizeof(BlockHeader);
  const auto lie = [](std::size_t offset, auto value) {
    std::vector<std::byte> bytes = bytes_of(written());
    put(bytes, offset, value);
    seal(bytes);
    return problem_of(bytes);
  };
  for (const std::size_t section : {0U, 1U, 2U}) {
    const std::size_t entry = first + section * sizeof(BlockSection);
    const std::string other_id = lie(entry, std::uint32_t{2});  // The first may well have it.
    EXPECT_EQ(other_id, section == 0 ? "" : "damaged_data section_table");
    EXPECT_EQ(lie(entry + 4, std::uint32_t{0}), "damaged_data section_table");
    if (section != 2) {
      EXPECT_EQ(lie(entry + 4, std::uint32_t{0xFFFFFFFF}), "damaged_data section_table");
    }
    EXPECT_EQ(lie(entry + 8, std::uint64_t{0}), "damaged_data section_table");
    EXPECT_EQ(lie(entry + 8, ~std::uint64_t{63}), "damaged_data section_table");
    EXPECT_EQ(lie(entry + 16, ~std::uint64_t{0}), "damaged_data section_table");
  }
}

TEST(Block, BytesThatDoNotStartAtAMultipleOf8AreCopied) {
  const std::vector<std::byte> good = bytes_of(written());
  std::vector<std::byte> shifted(good.size() + 8);
  for (std::size_t by = 0; by < 8; ++by) {
    std::ranges::copy(good, shifted.begin() + static_cast<std::ptrdiff_t>(by));
    std::vector<Diagnostic> findings;
    const auto block = Block::open({std::span(shifted).subspan(by, good.size()), nullptr},
                                   BlockKind::matrix, 1, findings);
    ASSERT_TRUE(block);
    EXPECT_EQ(block->items<Pair>(*block->find(3))[1].left, 3U);
  }
}

TEST(Block, EveryByteIsUnderAChecksum) {
  const std::vector<std::byte> good = bytes_of(written());
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::vector<std::byte> bad = good;
    bad[at] ^= std::byte{0x10};
    std::vector<Diagnostic> findings;
    const auto block = Block::open({bad, nullptr}, BlockKind::matrix, 1, findings);
    EXPECT_TRUE(!block || !block->damaged_sections().empty()) << at;
  }
}

}  // namespace
}  // namespace skillmatrix
