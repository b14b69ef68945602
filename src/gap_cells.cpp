#include "gap_cells.hpp"

#include <algorithm>
#include <cstring>
#include <type_traits>

namespace skillmatrix::gap_cells {
namespace {

/// Compares each rating with all cells, `bytes` of them at once. The skills are `block_size`, of
/// which the last one that counts is given.
template <std::size_t bytes, class Number, class Row>
[[gnu::always_inline]] inline std::size_t find_known_here(const Row& row, std::size_t place,
                                                          const Number* skills, std::uint32_t last,
                                                          KnownBlock& known) {
  using Lane = std::conditional_t<sizeof(Number) == 4, std::uint32_t, std::uint16_t>;
  constexpr std::size_t lanes = bytes / sizeof(Lane);
  constexpr std::size_t parts = block_size / lanes;
  using Lanes [[gnu::vector_size(bytes)]] = Lane;
  using Numbers [[gnu::vector_size(lanes * sizeof(Number))]] = Number;
  using Knowns [[gnu::vector_size(lanes * sizeof(Known))]] = Known;
  Lanes wanted[parts];
  Lanes found[parts];
  for (std::size_t part = 0; part < parts; ++part) {
    Numbers numbers;
    std::memcpy(&numbers, skills + part * lanes, sizeof(numbers));
    wanted[part] = __builtin_convertvector(numbers, Lanes);
    found[part] = Lanes{};
  }
  const Row ratings = row;  // Of its own, so that nothing that is written can change it.
  for (; place < ratings.count && ratings.skill(place) <= last; ++place) {
    const Lanes skill = Lanes{} + static_cast<Lane>(ratings.skill(place));
    const Lanes here = Lanes{} + static_cast<Lane>(ratings.known(place));
    for (std::size_t part = 0; part < parts; ++part) {
      found[part] |= __builtin_convertvector(wanted[part] == skill, Lanes) & here;
    }
  }
  for (std::size_t part = 0; part < parts; ++part) {
    Knowns before;
    std::memcpy(&before, known.data() + part * lanes, sizeof(before));
    before |= __builtin_convertvector(found[part], Knowns);
    std::memcpy(known.data() + part * lanes, &before, sizeof(before));
  }
  return place;
}

template <class Number, class Row>
std::size_t find_known_plain(const Row& row, std::size_t place, const Number* skills,
                             std::uint32_t last, KnownBlock& known) {
  return find_known_here<16>(row, place, skills, last, known);
}

#ifdef SKILLMATRIX_HAS_X86_TARGETS
template <class Number, class Row>
[[gnu::target(SKILLMATRIX_AVX2)]] std::size_t find_known_avx2(const Row& row, std::size_t place,
                                                              const Number* skills,
                                                              std::uint32_t last,
                                                              KnownBlock& known) {
  return find_known_here<32>(row, place, skills, last, known);
}
template <class Number, class Row>
[[gnu::target(SKILLMATRIX_AVX512)]] std::size_t find_known_avx512(const Row& row, std::size_t place,
                                                                  const Number* skills,
                                                                  std::uint32_t last,
                                                                  KnownBlock& known) {
  return find_known_here<64>(row, place, skills, last, known);
}
#endif

template <class Number, class Row>
std::size_t find_known_of(Instructions instructions, const Row& row, std::size_t place,
                          const Number* skills, std::uint32_t last, KnownBlock& known) {
#ifdef SKILLMATRIX_HAS_X86_TARGETS
  if (instructions >= Instructions::avx512) {
    return find_known_avx512(row, place, skills, last, known);
  }
  if (instructions == Instructions::avx2) {
    return find_known_avx2(row, place, skills, last, known);
  }
#endif
  static_cast<void>(instructions);
  return find_known_plain(row, place, skills, last, known);
}

}  // namespace

template <class Row>
std::size_t find_known(Instructions instructions, const Row& row, std::size_t place,
                       const Cells& cells, KnownBlock& known) {
  return cells.skills.visit([&]<class Number>(std::span<const Number> column) {
    const Number* skills = column.data() + cells.first;
    const std::uint32_t last = skills[cells.count - 1];
    if (column.size() - cells.first >= block_size) {
      return find_known_of(instructions, row, place, skills, last, known);
    }
    std::array<Number, block_size> copy{};  // What is behind the column may not be read.
    std::copy_n(skills, cells.count, copy.begin());
    return find_known_of(instructions, row, place, copy.data(), last, known);
  });
}

template std::size_t find_known(Instructions, const HoldingRow&, std::size_t, const Cells&,
                                KnownBlock&);
template std::size_t find_known(Instructions, const RosterRow<std::uint16_t>&, std::size_t,
                                const Cells&, KnownBlock&);
template std::size_t find_known(Instructions, const RosterRow<std::uint32_t>&, std::size_t,
                                const Cells&, KnownBlock&);

}  // namespace skillmatrix::gap_cells
