// Looking through the sums of a screen.
#include "batch_screen.hpp"

#ifdef SKILLMATRIX_HAS_X86_TARGETS
#include <immintrin.h>
#endif

namespace skillmatrix::batch {
namespace {

/// A whole number is above a fraction if it is above that rounded down.
std::int16_t rounded_down(std::uint16_t total, std::uint16_t bar) {
  return static_cast<std::int16_t>(static_cast<std::uint32_t>(total) * bar >> 16);
}

/// `places_of` gives the places within a block, a bit each. Without branches: which blocks have any
/// cannot be foreseen.
template <class PlacesOf>
[[gnu::always_inline]] inline std::size_t find_hits_here(const PlanScreen& screen,
                                                         const std::uint16_t* sums,
                                                         std::uint16_t bar, ScreenHit* hits,
                                                         PlacesOf places_of) {
  std::size_t count = 0;
  const std::size_t blocks = screen.least_totals.size();
  for (std::size_t block = 0; block < blocks; ++block) {
    const std::size_t first = block * PlanScreen::block;
    const std::uint32_t places =
        places_of(sums + first, rounded_down(screen.least_totals[block], bar));
    hits[count] = {static_cast<std::uint32_t>(first), places};
    count += places != 0 ? 1 : 0;
  }
  return count;
}

std::size_t find_hits_plain(const PlanScreen& screen, const std::uint16_t* sums, std::uint16_t bar,
                            ScreenHit* hits) {
  const auto places_of = [](const std::uint16_t* block, std::int16_t least) {
    // Compilers make the first loop of wide instructions; it nearly always is enough.
    std::int16_t any = 0;
    for (std::size_t at = 0; at < PlanScreen::block; ++at) {
      any =
          static_cast<std::int16_t>(any | (static_cast<std::int16_t>(block[at]) > least ? -1 : 0));
    }
    std::uint32_t places = 0;
    if (any == 0) return places;
    for (std::size_t at = 0; at < PlanScreen::block; ++at) {
      places |= (static_cast<std::int16_t>(block[at]) > least ? 1U : 0U) << at;
    }
    return places;
  };
  return find_hits_here(screen, sums, bar, hits, places_of);
}

#ifdef SKILLMATRIX_HAS_X86_TARGETS

[[gnu::target(SKILLMATRIX_AVX2)]] std::size_t find_hits_avx2(const PlanScreen& screen,
                                                             const std::uint16_t* sums,
                                                             std::uint16_t bar, ScreenHit* hits) {
  const auto places_of =
      [](const std::uint16_t* block, std::int16_t least) __attribute__((target(SKILLMATRIX_AVX2))) {
    const auto* const halves = reinterpret_cast<const __m256i*>(block);
    const __m256i bound = _mm256_set1_epi16(least);
    const __m256i low = _mm256_cmpgt_epi16(_mm256_loadu_si256(halves), bound);
    const __m256i high = _mm256_cmpgt_epi16(_mm256_loadu_si256(halves + 1), bound);
    // Packing goes by halves of registers; the permutation puts the bytes in order again.
    const __m256i bytes = _mm256_permute4x64_epi64(_mm256_packs_epi16(low, high), 0b11'01'10'00);
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(bytes));
  };
  return find_hits_here(screen, sums, bar, hits, places_of);
}

[[gnu::target(SKILLMATRIX_AVX512)]] std::size_t find_hits_avx512(const PlanScreen& screen,
                                                                 const std::uint16_t* sums,
                                                                 std::uint16_t bar,
                                                                 ScreenHit* hits) {
  const auto places_of = [](const std::uint16_t* block, std::int16_t least)
      __attribute__((target(SKILLMATRIX_AVX512))) {
    const __m512i bound = _mm512_set1_epi16(least);
    return static_cast<std::uint32_t>(_mm512_cmpgt_epi16_mask(_mm512_loadu_si512(block), bound));
  };
  return find_hits_here(screen, sums, bar, hits, places_of);
}

#endif

}  // namespace

std::size_t find_hits(Instructions instructions, const PlanScreen& screen,
                      const std::uint16_t* sums, std::uint16_t bar, ScreenHit* hits) {
#ifdef SKILLMATRIX_HAS_X86_TARGETS
  if (instructions == Instructions::avx512) return find_hits_avx512(screen, sums, bar, hits);
  if (instructions == Instructions::avx2) return find_hits_avx2(screen, sums, bar, hits);
#endif
  static_cast<void>(instructions);
  return find_hits_plain(screen, sums, bar, hits);
}

}  // namespace skillmatrix::batch
