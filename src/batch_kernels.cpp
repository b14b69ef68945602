#include "batch_kernels.hpp"

// Compilers that can make a function for other instructions than the rest of the library.
#if defined(__x86_64__) && defined(__GNUC__)
#define SKILLMATRIX_HAS_X86_TARGETS
#define SKILLMATRIX_AVX2 "avx2,bmi,bmi2"
#ifdef __clang__
#define SKILLMATRIX_AVX512 SKILLMATRIX_AVX2 ",avx512f,avx512bw,avx512dq,avx512vl"
#else  // Which would make it of 256 bits.
#define SKILLMATRIX_AVX512 \
  SKILLMATRIX_AVX2 ",avx512f,avx512bw,avx512dq,avx512vl,prefer-vector-width=512"
#endif
#endif

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

bool has(Instructions instructions) {
#ifdef SKILLMATRIX_HAS_X86_TARGETS
  switch (instructions) {
    case Instructions::plain:
      return true;
    case Instructions::avx2:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
             __builtin_cpu_supports("bmi2");
    case Instructions::avx512:
      return has(Instructions::avx2) && __builtin_cpu_supports("avx512f") &&
             __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
             __builtin_cpu_supports("avx512vl");
  }
#endif
  return instructions == Instructions::plain;
}

Instructions best_instructions() {
  if (has(Instructions::avx512)) return Instructions::avx512;
  return has(Instructions::avx2) ? Instructions::avx2 : Instructions::plain;
}

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
