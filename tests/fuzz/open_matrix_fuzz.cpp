// Any bytes as a saved matrix: as they are, and with checksums made right. What `verify` finds in
// order can be asked everything.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "block.hpp"
#include "matrix_walk.hpp"
#include "skillmatrix/matrix.hpp"

namespace {

using namespace skillmatrix;

void ask(std::span<const std::byte> bytes) {
  const auto matrix = Matrix::open(bytes);
  if (matrix && matrix->verify().empty()) test::tell_all(*matrix, "en");
}

/// Whether there is a table of sections to seal.
bool has_table(std::span<const std::byte> bytes) {
  BlockHeader header;
  if (bytes.size() < sizeof header) return false;
  std::memcpy(&header, bytes.data(), sizeof header);
  return header.section_count <= (bytes.size() - sizeof header) / sizeof(BlockSection);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto given = std::as_bytes(std::span(data, size));
  ask(given);
  std::vector<std::byte> sealed(given.begin(), given.end());
  if (!has_table(sealed)) return 0;
  const std::uint64_t byte_count = sealed.size();
  std::memcpy(sealed.data() + offsetof(BlockHeader, byte_count), &byte_count, sizeof byte_count);
  seal(sealed);
  ask(sealed);
  return 0;
}
