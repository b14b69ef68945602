// Looking through the sums of a screen.
#include "batch_screen.hpp"

#include "intrinsics.hpp"

namespace skillmatrix::batch {
namespace {

/// A whole number is above a fraction if it is above that rounded down.
std::int16_t rounded_down(std::uint16_t total, std::uint16_t bar) {
  return static_cast<std::int16_t>(static_cast<std::uint32_t>(total) * bar >> 16);
}

/// `Above` says which of the sums of a block are above what one bound, or a bar and totals, say: a
/// bit each. First the blocks that have any, without branches, as these cannot be foreseen; then
/// exactly, for these few.
template <class Above>
[[gnu::always_inline]] inline std::size_t find_hits_here(const PlanScreen& screen,
                                                         const std::uint16_t* sums,
                                                         std::uint16_t bar, ScreenHit* hits) {
  std::size_t possible = 0;
  const std::size_t blocks = screen.least_totals.size();
  for (std::size_t block = 0; block < blocks; ++block) {
    const std::size_t first = block * PlanScreen::block;
    const bool has_any = Above::bound(sums + first, rounded_down(screen.least_totals[block], bar));
    hits[possible].first = static_cast<std::uint32_t>(first);
    possible += has_any ? 1 : 0;
  }
  std::size_t count = 0;
  for (std::size_t at = 0; at < possible; ++at) {
    const std::uint32_t first = hits[at].first;
    hits[count] = {first, Above::bar(sums + first, screen.totals.data() + first, bar)};
    count += hits[count].places != 0 ? 1 : 0;
  }
  return count;
}

struct PlainAbove {
  static bool bound(const std::uint16_t* sums, std::int16_t bound) {
    // Compilers make the loop of wide instructions.
    std::int16_t any = 0;
    for (std::size_t at = 0; at < PlanScreen::block; ++at) {
      any = static_cast<std::int16_t>(any | (static_cast<std::int16_t>(sums[at]) > bound ? -1 : 0));
    }
    return any != 0;
  }
  static std::uint32_t bar(const std::uint16_t* sums, const std::uint16_t* totals,
                           std::uint16_t bar) {
    std::uint32_t places = 0;
    for (std::size_t at = 0; at < PlanScreen::block; ++at) {
      const bool is_above = static_cast<std::int16_t>(sums[at]) > rounded_down(totals[at], bar);
      places |= (is_above ? 1U : 0U) << at;
    }
    return places;
  }
};

std::size_t find_hits_plain(const PlanScreen& screen, const std::uint16_t* sums, std::uint16_t bar,
                            ScreenHit* hits) {
  return find_hits_here<PlainAbove>(screen, sums, bar, hits);
}

#ifdef SKILLMATRIX_HAS_X86_TARGETS

struct Avx2Above {
  [[gnu::target(SKILLMATRIX_AVX2)]] static bool bound(const std::uint16_t* sums,
                                                      std::int16_t bound) {
    const __m256i bounds = _mm256_set1_epi16(bound);
    const __m256i any = _mm256_or_si256(_mm256_cmpgt_epi16(load(sums), bounds),
                                        _mm256_cmpgt_epi16(load(sums + 16), bounds));
    return _mm256_testz_si256(any, any) == 0;
  }
  [[gnu::target(SKILLMATRIX_AVX2)]] static std::uint32_t bar(const std::uint16_t* sums,
                                                             const std::uint16_t* totals,
                                                             std::uint16_t bar) {
    const __m256i bars = _mm256_set1_epi16(static_cast<std::int16_t>(bar));
    const __m256i low = _mm256_cmpgt_epi16(load(sums), _mm256_mulhi_epu16(load(totals), bars));
    const __m256i high =
        _mm256_cmpgt_epi16(load(sums + 16), _mm256_mulhi_epu16(load(totals + 16), bars));
    // Packing goes by halves of registers; the permutation puts the bytes in order again.
    const __m256i bytes = _mm256_permute4x64_epi64(_mm256_packs_epi16(low, high), 0b11'01'10'00);
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(bytes));
  }
  [[gnu::target(SKILLMATRIX_AVX2)]] static __m256i load(const std::uint16_t* from) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
  }
};

[[gnu::target(SKILLMATRIX_AVX2)]] std::size_t find_hits_avx2(const PlanScreen& screen,
                                                             const std::uint16_t* sums,
                                                             std::uint16_t bar, ScreenHit* hits) {
  return find_hits_here<Avx2Above>(screen, sums, bar, hits);
}

struct Avx512Above {
  [[gnu::target(SKILLMATRIX_AVX512)]] static bool bound(const std::uint16_t* sums,
                                                        std::int16_t bound) {
    return _mm512_cmpgt_epi16_mask(_mm512_loadu_si512(sums), _mm512_set1_epi16(bound)) != 0;
  }
  [[gnu::target(SKILLMATRIX_AVX512)]] static std::uint32_t bar(const std::uint16_t* sums,
                                                               const std::uint16_t* totals,
                                                               std::uint16_t bar) {
    const __m512i bounds = _mm512_mulhi_epu16(_mm512_loadu_si512(totals),
                                              _mm512_set1_epi16(static_cast<std::int16_t>(bar)));
    return _mm512_cmpgt_epi16_mask(_mm512_loadu_si512(sums), bounds);
  }
};

[[gnu::target(SKILLMATRIX_AVX512)]] std::size_t find_hits_avx512(const PlanScreen& screen,
                                                                 const std::uint16_t* sums,
                                                                 std::uint16_t bar,
                                                                 ScreenHit* hits) {
  return find_hits_here<Avx512Above>(screen, sums, bar, hits);
}

[[gnu::target(SKILLMATRIX_AVX512)]] void add_lanes_avx512(const LaneList& list,
                                                          std::uint16_t* sums) {
  static_assert(PlanLanes::width == 8 && PlanLanes::most_kinds == 64);
  const __m512i low = _mm512_loadu_si512(list.shares);
  const __m512i high = _mm512_loadu_si512(list.shares + 32);
  const auto add = [sums](std::uint32_t place, __m128i shares)
      __attribute__((target(SKILLMATRIX_AVX512))) {
    auto* const into = reinterpret_cast<__m128i*>(sums + place);
    // Saturated, so that nothing makes an excluded sum positive again.
    _mm_storeu_si128(into, _mm_adds_epi16(_mm_loadu_si128(into), shares));
  };
  const std::size_t count = list.places.size();
  const std::uint32_t* const places = list.places.data();
  const std::uint8_t* kinds = list.kinds;
  std::size_t at = 0;
  for (; at + 4 <= count; at += 4, kinds += 32) {
    const __m512i kind =
        _mm512_cvtepu8_epi16(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(kinds)));
    const __m512i shares = _mm512_permutex2var_epi16(low, kind, high);
    add(places[at], _mm512_castsi512_si128(shares));
    add(places[at + 1], _mm512_extracti32x4_epi32(shares, 1));
    add(places[at + 2], _mm512_extracti32x4_epi32(shares, 2));
    add(places[at + 3], _mm512_extracti32x4_epi32(shares, 3));
  }
  for (; at < count; ++at, kinds += 8) {
    const __m512i kind = _mm512_zextsi128_si512(
        _mm_cvtepu8_epi16(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(kinds))));
    add(places[at], _mm512_castsi512_si128(_mm512_permutex2var_epi16(low, kind, high)));
  }
}

#endif

}  // namespace

void add_lanes(const LaneList& list, std::uint16_t* sums) {
#ifdef SKILLMATRIX_HAS_X86_TARGETS
  add_lanes_avx512(list, sums);
#else
  static_cast<void>(list);
  static_cast<void>(sums);
#endif
}

std::size_t find_hits(Instructions instructions, const PlanScreen& screen,
                      const std::uint16_t* sums, std::uint16_t bar, ScreenHit* hits) {
#ifdef SKILLMATRIX_HAS_X86_TARGETS
  if (instructions >= Instructions::avx512) return find_hits_avx512(screen, sums, bar, hits);
  if (instructions == Instructions::avx2) return find_hits_avx2(screen, sums, bar, hits);
#endif
  static_cast<void>(instructions);
  return find_hits_plain(screen, sums, bar, hits);
}

}  // namespace skillmatrix::batch
