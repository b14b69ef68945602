#include "batch_kernels.hpp"

namespace skillmatrix::batch {
namespace {

// Loops that end in `_here` are written so that compilers make them of wide instructions, whichever
// there are.

[[gnu::always_inline]] inline void fill_sums_here(std::span<std::uint64_t> sums,
                                                  std::uint64_t start) {
  for (std::uint64_t& sum : sums) sum = start;
}

void fill_sums_plain(std::span<std::uint64_t> sums, std::uint64_t start) {
  fill_sums_here(sums, start);
}

#ifdef SKILLMATRIX_HAS_X86_TARGETS

[[gnu::target(SKILLMATRIX_AVX2)]] void fill_sums_avx2(std::span<std::uint64_t> sums,
                                                      std::uint64_t start) {
  fill_sums_here(sums, start);
}

[[gnu::target(SKILLMATRIX_AVX512)]] void fill_sums_avx512(std::span<std::uint64_t> sums,
                                                          std::uint64_t start) {
  fill_sums_here(sums, start);
}

#endif

template <class Number>
[[gnu::always_inline]] inline void write_outcomes_here(const PackedSums& packing,
                                                       std::span<const std::uint64_t> sums,
                                                       const OutcomeColumns<Number>& columns) {
  const std::uint64_t* const __restrict from = sums.data();
  Number* const __restrict lower = columns.lower;
  Number* const __restrict upper = columns.upper;
  Number* const __restrict gaps = columns.gaps;
  std::uint8_t* const __restrict verdicts = columns.verdicts;
  if (sizeof(Number) == 2 && packing.is_aligned()) {  // Nearly always, and quick.
    for (std::size_t at = 0; at < sums.size(); ++at) {
      const std::uint64_t sum = from[at];
      lower[at] = static_cast<Number>(sum);
      upper[at] = static_cast<Number>(sum >> 16);
      gaps[at] = static_cast<Number>(sum >> 48);
      // What is open is the low byte, required gaps are the high one.
      const auto both = static_cast<std::uint16_t>(sum >> 32);
      verdicts[at] = static_cast<std::uint8_t>(both > 0xff ? 2 : both != 0 ? 1 : 0);
    }
    return;
  }
  const unsigned unit_bits = packing.unit_bits;
  const unsigned cell_bits = packing.cell_bits;
  const std::uint64_t unit_mask = (std::uint64_t{1} << unit_bits) - 1;
  const std::uint64_t cell_mask = (std::uint64_t{1} << cell_bits) - 1;
  for (std::size_t at = 0; at < sums.size(); ++at) {
    const std::uint64_t sum = from[at];
    lower[at] = static_cast<Number>(sum & unit_mask);
    upper[at] = static_cast<Number>(sum >> unit_bits & unit_mask);
    gaps[at] = static_cast<Number>(sum >> (2 * unit_bits + 2 * cell_bits));
  }
  for (std::size_t at = 0; at < sums.size(); ++at) {
    const std::uint64_t open = from[at] >> (2 * unit_bits) & cell_mask;
    const std::uint64_t required_gaps = from[at] >> (2 * unit_bits + cell_bits) & cell_mask;
    verdicts[at] = static_cast<std::uint8_t>(required_gaps != 0 ? 2 : open != 0 ? 1 : 0);
  }
}

template <class Number>
void write_outcomes_plain(const PackedSums& packing, std::span<const std::uint64_t> sums,
                          const OutcomeColumns<Number>& columns) {
  write_outcomes_here(packing, sums, columns);
}

#ifdef SKILLMATRIX_HAS_X86_TARGETS

template <class Number>
[[gnu::target(SKILLMATRIX_AVX2)]] void write_outcomes_avx2(const PackedSums& packing,
                                                           std::span<const std::uint64_t> sums,
                                                           const OutcomeColumns<Number>& columns) {
  write_outcomes_here(packing, sums, columns);
}

template <class Number>
[[gnu::target(SKILLMATRIX_AVX512)]] void write_outcomes_avx512(
    const PackedSums& packing, std::span<const std::uint64_t> sums,
    const OutcomeColumns<Number>& columns) {
  write_outcomes_here(packing, sums, columns);
}

#endif

}  // namespace

void fill_sums(Instructions instructions, std::span<std::uint64_t> sums, std::uint64_t start) {
#ifdef SKILLMATRIX_HAS_X86_TARGETS
  if (instructions >= Instructions::avx512) return fill_sums_avx512(sums, start);
  if (instructions == Instructions::avx2) return fill_sums_avx2(sums, start);
#endif
  static_cast<void>(instructions);
  fill_sums_plain(sums, start);
}

template <class Number>
void write_outcomes(Instructions instructions, const PackedSums& packing,
                    std::span<const std::uint64_t> sums, const OutcomeColumns<Number>& columns) {
#ifdef SKILLMATRIX_HAS_X86_TARGETS
  if (instructions >= Instructions::avx512) return write_outcomes_avx512(packing, sums, columns);
  if (instructions == Instructions::avx2) return write_outcomes_avx2(packing, sums, columns);
#endif
  static_cast<void>(instructions);
  write_outcomes_plain(packing, sums, columns);
}

template void write_outcomes(Instructions, const PackedSums&, std::span<const std::uint64_t>,
                             const OutcomeColumns<std::uint16_t>&);
template void write_outcomes(Instructions, const PackedSums&, std::span<const std::uint64_t>,
                             const OutcomeColumns<std::uint32_t>&);
template void write_outcomes(Instructions, const PackedSums&, std::span<const std::uint64_t>,
                             const OutcomeColumns<std::uint64_t>&);

}  // namespace skillmatrix::batch
