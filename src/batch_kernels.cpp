#include "batch_kernels.hpp"

namespace skillmatrix::batch {
namespace {

/// Written so that compilers make it of wide instructions, whichever there are.
template <class Number>
[[gnu::always_inline]] inline void write_outcomes_here(const PackedSums& packing,
                                                       const Whole& whole,
                                                       std::span<const std::uint64_t> sums,
                                                       const OutcomeColumns<Number>& columns) {
  const unsigned unit_bits = packing.unit_bits;
  const unsigned cell_bits = packing.cell_bits;
  const std::uint64_t unit_mask = (std::uint64_t{1} << unit_bits) - 1;
  const std::uint64_t cell_mask = (std::uint64_t{1} << cell_bits) - 1;
  const std::uint64_t least = whole.scored == 0 ? 1 : 0;
  const std::uint64_t total = whole.total;
  const std::uint64_t required = whole.required;
  const std::uint64_t* const __restrict from = sums.data();
  Number* const __restrict lower = columns.lower;
  Number* const __restrict upper = columns.upper;
  Number* const __restrict gaps = columns.gaps;
  std::uint8_t* const __restrict verdicts = columns.verdicts;
  for (std::size_t at = 0; at < sums.size(); ++at) {
    const std::uint64_t sum = from[at];
    lower[at] = static_cast<Number>((sum & unit_mask) + least);
    upper[at] = static_cast<Number>(total - (sum >> unit_bits & unit_mask));
    gaps[at] = static_cast<Number>(sum >> (2 * unit_bits + 2 * cell_bits));
  }
  for (std::size_t at = 0; at < sums.size(); ++at) {
    const std::uint64_t known = from[at] >> (2 * unit_bits) & cell_mask;
    const std::uint64_t required_gaps = from[at] >> (2 * unit_bits + cell_bits) & cell_mask;
    const std::uint64_t open = known != required ? 1 : 0;
    verdicts[at] = static_cast<std::uint8_t>(required_gaps != 0 ? 2 : open);
  }
}

template <class Number>
void write_outcomes_plain(const PackedSums& packing, const Whole& whole,
                          std::span<const std::uint64_t> sums,
                          const OutcomeColumns<Number>& columns) {
  write_outcomes_here(packing, whole, sums, columns);
}

#ifdef SKILLMATRIX_HAS_X86_TARGETS

template <class Number>
[[gnu::target(SKILLMATRIX_AVX2)]] void write_outcomes_avx2(const PackedSums& packing,
                                                           const Whole& whole,
                                                           std::span<const std::uint64_t> sums,
                                                           const OutcomeColumns<Number>& columns) {
  write_outcomes_here(packing, whole, sums, columns);
}

template <class Number>
[[gnu::target(SKILLMATRIX_AVX512)]] void write_outcomes_avx512(
    const PackedSums& packing, const Whole& whole, std::span<const std::uint64_t> sums,
    const OutcomeColumns<Number>& columns) {
  write_outcomes_here(packing, whole, sums, columns);
}

#endif

}  // namespace

template <class Number>
void write_outcomes(Instructions instructions, const PackedSums& packing, const Whole& whole,
                    std::span<const std::uint64_t> sums, const OutcomeColumns<Number>& columns) {
#ifdef SKILLMATRIX_HAS_X86_TARGETS
  if (instructions == Instructions::avx512) {
    return write_outcomes_avx512(packing, whole, sums, columns);
  }
  if (instructions == Instructions::avx2) {
    return write_outcomes_avx2(packing, whole, sums, columns);
  }
#endif
  static_cast<void>(instructions);
  write_outcomes_plain(packing, whole, sums, columns);
}

template void write_outcomes(Instructions, const PackedSums&, const Whole&,
                             std::span<const std::uint64_t>, const OutcomeColumns<std::uint16_t>&);
template void write_outcomes(Instructions, const PackedSums&, const Whole&,
                             std::span<const std::uint64_t>, const OutcomeColumns<std::uint32_t>&);
template void write_outcomes(Instructions, const PackedSums&, const Whole&,
                             std::span<const std::uint64_t>, const OutcomeColumns<std::uint64_t>&);

}  // namespace skillmatrix::batch
