// Comparing rows with role levels, many skills at a time.
#include "batch_rows.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "intrinsics.hpp"

namespace skillmatrix::batch {
namespace {

using Ratings = Row<std::uint16_t>;

/// People, each with the cells to compare with.
class People {
 public:
  People(const PackedCells& cells, const RosterRows& rows)
      : rows_(rows),
        levels_(cells.levels.data()),
        blocks_(cells.blocks.data()),
        no_level_(static_cast<std::uint32_t>(cells.levels.size() - 1)) {}

  [[nodiscard, gnu::always_inline]] Ratings ratings(std::uint32_t person) const {
    const std::uint64_t first = rows_.first[person];
    return {rows_.skills + first, rows_.ranks + first, rows_.counts[person]};
  }
  [[nodiscard, gnu::always_inline]] const PackedCells::Level& level(std::uint32_t person) const {
    return levels_[std::min(rows_.levels.of(person), no_level_)];
  }
  [[nodiscard, gnu::always_inline]] const CellBlock* blocks(const PackedCells::Level& level) const {
    return blocks_ + level.first;
  }

  /// Has at hand what is needed soon after a person.
  [[gnu::always_inline]] void prefetch(std::uint32_t person) const {
    constexpr std::uint32_t ahead = 16;  // People: so long it takes, and once more to learn where.
    if (person + 2 * ahead >= rows_.end) return;
    __builtin_prefetch(&level(person + 2 * ahead));
    prefetch_from(blocks(level(person + ahead)), 3 * std::size_t{64});
    const Ratings row = ratings(person + 2 * ahead);
    prefetch_from(row.skills, 2 * std::size_t{64});
    __builtin_prefetch(row.ranks);
  }

 private:
  RosterRows rows_;
  const PackedCells::Level* levels_;
  const CellBlock* blocks_;
  std::uint32_t no_level_;
};

/// Where the shares are of cells that people have a rating for. They are looked up some time after
/// they were found: so nothing that can be done meanwhile has to wait.
class FoundShares {
 public:
  FoundShares(const std::uint64_t* shares, std::uint64_t* sums) : shares_(shares), sums_(sums) {}

  /// Rank and kind of so many cells, as one number each: room for those of a block. Behind them are
  /// zeros, which stand for nothing.
  using Places = std::array<std::uint16_t, CellBlock::size>;
  [[nodiscard, gnu::always_inline]] Places& next() { return places_[size_]; }
  /// `next` has been filled, and goes with a sum.
  [[gnu::always_inline]] void push(std::size_t sum, std::uint32_t count) {
    found_[size_] = {static_cast<std::uint32_t>(sum), count};
    if (++size_ == capacity) add_up();
  }

  void add_up() {
    for (std::uint32_t at = 0; at < size_; ++at) {
      const Places& places = places_[at];
      std::uint64_t even = 0;
      std::uint64_t odd = 0;
      const std::uint16_t* const end = places.data() + found_[at].count;
      for (const std::uint16_t* eight = places.data(); eight < end; eight += 8) {
#pragma GCC unroll 4
        for (std::size_t of_eight = 0; of_eight < 8; of_eight += 2) {
          even += shares_[eight[of_eight]];
          odd += shares_[eight[of_eight + 1]];
        }
      }
      sums_[found_[at].sum] += even + odd;
    }
    size_ = 0;
  }

 private:
  struct Found {
    std::uint32_t sum;
    std::uint32_t count;
  };
  static constexpr std::uint32_t capacity = 64;

  const std::uint64_t* shares_;
  std::uint64_t* sums_;
  std::uint32_t size_ = 0;
  alignas(64) std::array<Places, capacity> places_;
  std::array<Found, capacity> found_;
};

/// A register of 16-bit numbers.
template <std::size_t bytes>
struct Register {
  using Lanes [[gnu::vector_size(bytes)]] = std::uint16_t;
};

/// So many ratings are about skills up to the last one of a block.
[[gnu::always_inline]] inline std::uint32_t count_up_to(const CellBlock& block,
                                                        const Ratings& ratings) {
  const std::uint16_t last = block.skills.back();
  if (last == CellBlock::no_skill) return ratings.count;  // Nearly always.
  const std::uint16_t* const end = ratings.skills + ratings.count;
  return static_cast<std::uint32_t>(std::upper_bound(ratings.skills, end, last) - ratings.skills);
}

/// The cells of a block that some ratings are about.
template <std::size_t register_bytes>
[[gnu::always_inline]] inline void find_cells(const Ratings& ratings, const CellBlock& block,
                                              FoundShares::Places& found) {
  using Lanes = typename Register<register_bytes>::Lanes;
  constexpr std::size_t registers = sizeof(block.skills) / register_bytes;
  std::array<Lanes, registers> skills;
  std::memcpy(&skills, &block.skills, sizeof(skills));
  std::array<Lanes, registers> places{};
  for (std::uint32_t at = 0; at < ratings.count; ++at) {
    const auto place = static_cast<std::uint16_t>(ratings.ranks[at] << 8 | 0xff);
#pragma GCC unroll 4
    for (std::size_t lanes = 0; lanes < registers; ++lanes) {
      places[lanes] |= reinterpret_cast<Lanes>(skills[lanes] == ratings.skills[at]) & place;
    }
  }
  std::memcpy(&found, &places, sizeof(places));
  for (std::size_t cell = 0; cell < CellBlock::size; ++cell) {
    found[cell] &= static_cast<std::uint16_t>(0xff00 | block.kinds[cell]);
  }
}

/// Compares all with all. Written so that compilers make it of wide instructions, whichever there
/// are.
template <std::size_t register_bytes>
[[gnu::always_inline]] inline void add_rows_here(const PackedCells& cells,
                                                 const std::uint64_t* shares,
                                                 const RosterRows& rows, std::uint32_t first,
                                                 std::span<std::uint64_t> sums) {
  const People people(cells, rows);
  FoundShares found(shares, sums.data());
  for (std::size_t at = 0; at < sums.size(); ++at) {
    const auto person = first + static_cast<std::uint32_t>(at);
    people.prefetch(person);
    const PackedCells::Level& level = people.level(person);
    sums[at] = level.start;
    Ratings left = people.ratings(person);
    for (std::uint32_t block = 0; block < level.count; ++block) {
      const CellBlock& asked = people.blocks(level)[block];
      const std::uint32_t count = count_up_to(asked, left);
      find_cells<register_bytes>({left.skills, left.ranks, count}, asked, found.next());
      found.push(at, CellBlock::size);
      left.skip(count);
    }
  }
  found.add_up();
}

void add_rows_plain(const PackedCells& cells, const std::uint64_t* shares, const RosterRows& rows,
                    std::uint32_t first, std::span<std::uint64_t> sums) {
  add_rows_here<16>(cells, shares, rows, first, sums);
}

#ifdef SKILLMATRIX_HAS_X86_TARGETS

[[gnu::target(SKILLMATRIX_AVX2)]] void add_rows_avx2(const PackedCells& cells,
                                                     const std::uint64_t* shares,
                                                     const RosterRows& rows, std::uint32_t first,
                                                     std::span<std::uint64_t> sums) {
  add_rows_here<32>(cells, shares, rows, first, sums);
}

[[gnu::target(SKILLMATRIX_AVX512)]] void add_rows_avx512(const PackedCells& cells,
                                                         const std::uint64_t* shares,
                                                         const RosterRows& rows,
                                                         std::uint32_t first,
                                                         std::span<std::uint64_t> sums) {
  add_rows_here<64>(cells, shares, rows, first, sums);
}

/// 16 skills in 32 bits each.
[[gnu::target(SKILLMATRIX_INTERSECTING), gnu::always_inline]] inline __m512i load_skills(
    const std::uint16_t* skills) {
  const __m256i narrow = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(skills));
  return _mm512_cvtepu16_epi32(narrow);
}

/// Up to 16, and something else than any skill in the other places.
[[gnu::target(SKILLMATRIX_INTERSECTING), gnu::always_inline]] inline __m512i load_skills(
    const std::uint16_t* skills, std::uint32_t count) {
  const __m256i narrow = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(skills));
  const auto mask = static_cast<__mmask16>(_bzhi_u32(0xffff, count));
  return _mm512_mask_cvtepu16_epi32(_mm512_set1_epi32(-1), mask, narrow);
}

/// Which of 16 ratings are about some of 32 skills, and about which of these.
struct CommonMasks {
  __mmask16 held;
  __mmask16 low;
  __mmask16 high;
};

[[gnu::target(SKILLMATRIX_INTERSECTING), gnu::always_inline]] inline CommonMasks intersect(
    __m512i held, __m512i asked_low, __m512i asked_high) {
#ifdef __clang__
  __mmask16 held_low;
  __mmask16 held_high;
  CommonMasks masks;
  _mm512_2intersect_epi32(held, asked_low, &held_low, &masks.low);
  _mm512_2intersect_epi32(held, asked_high, &held_high, &masks.high);
  masks.held = held_low | held_high;
  return masks;
#else  // The intrinsic of GCC 12 takes the masks through memory.
  register __mmask16 held_too asm("k2");
  register __mmask16 low asm("k3");
  register __mmask16 high asm("k5");
  asm("vp2intersectd %4, %3, %%k2\n\t"
      "vp2intersectd %5, %3, %%k4\n\t"
      "korw %%k4, %%k2, %%k2"
      : "=&k"(held_too), "=&k"(low), "=&k"(high)
      : "v"(held), "v"(asked_low), "v"(asked_high)
      : "k4");
  return {held_too, low, high};
#endif
}

/// Finds the cells of a block that up to 16 * `chunks` ratings are about, but more than 16 less.
/// Gives how many.
template <std::uint32_t chunks>
[[gnu::target(SKILLMATRIX_INTERSECTING), gnu::always_inline]] inline std::uint32_t intersect(
    const Ratings& ratings, const CellBlock& block, FoundShares::Places& places) {
  const __m512i asked_low = load_skills(block.skills.data());
  const __m512i asked_high = load_skills(block.skills.data() + 16);
  std::uint64_t held_too = 0;
  std::uint32_t asked_too = 0;
#pragma GCC unroll 4
  for (std::uint32_t chunk = 0; chunk < chunks; ++chunk) {
    const std::uint16_t* const skills = ratings.skills + 16 * chunk;
    const bool is_last = chunk + 1 == chunks;
    const __m512i held =
        is_last ? load_skills(skills, ratings.count - 16 * chunk) : load_skills(skills);
    const CommonMasks common = intersect(held, asked_low, asked_high);
    held_too |= static_cast<std::uint64_t>(common.held) << (16 * chunk);
    asked_too |= static_cast<std::uint32_t>(common.low | common.high << 16);
  }
  // Both sides are sorted: the n-th common skill of the one is the n-th of the other.
  const __m512i ranks = _mm512_maskz_compress_epi8(held_too, _mm512_loadu_si512(ratings.ranks));
  const __m256i kinds = _mm256_maskz_compress_epi8(
      asked_too, _mm256_load_si256(reinterpret_cast<const __m256i*>(block.kinds.data())));
  const __m512i high_bytes =
      _mm512_slli_epi16(_mm512_cvtepu8_epi16(_mm512_castsi512_si256(ranks)), 8);
  _mm512_store_si512(&places, _mm512_or_si512(high_bytes, _mm512_cvtepu8_epi16(kinds)));
  return static_cast<std::uint32_t>(std::popcount(held_too));
}

[[gnu::target(SKILLMATRIX_INTERSECTING), gnu::always_inline]] inline std::uint32_t intersect_any(
    const Ratings& ratings, const CellBlock& block, FoundShares::Places& places) {
  if (ratings.count <= 16) return intersect<1>(ratings, block, places);
  if (ratings.count <= 32) return intersect<2>(ratings, block, places);
  if (ratings.count <= 48) return intersect<3>(ratings, block, places);
  return intersect<4>(ratings, block, places);
}

[[gnu::target(SKILLMATRIX_INTERSECTING)]] void add_rows_intersecting(
    const PackedCells& cells, const std::uint64_t* shares, const RosterRows& rows,
    std::uint32_t first, std::span<std::uint64_t> sums) {
  constexpr std::uint32_t most = 64;  // Ratings at once.
  const People people(cells, rows);
  FoundShares found(shares, sums.data());
  for (std::size_t at = 0; at < sums.size(); ++at) {
    const auto person = first + static_cast<std::uint32_t>(at);
    people.prefetch(person);
    const PackedCells::Level& level = people.level(person);
    sums[at] = level.start;
    Ratings left = people.ratings(person);
    for (std::uint32_t block = 0; block < level.count && left.count != 0;) {
      const CellBlock& asked = people.blocks(level)[block];
      const std::uint32_t count = std::min(left.count, most);
      found.push(at, intersect_any({left.skills, left.ranks, count}, asked, found.next()));
      const std::uint16_t last = left.skills[count - 1];
      if (last >= asked.skills.back()) ++block;
      if (last <= asked.skills.back()) left.skip(count);
    }
  }
  found.add_up();
}

#endif

}  // namespace

void add_rows(Instructions instructions, const PackedCells& cells, const std::uint64_t* shares,
              const RosterRows& rows, std::uint32_t first, std::span<std::uint64_t> sums) {
#ifdef SKILLMATRIX_HAS_X86_TARGETS
  switch (instructions) {
    case Instructions::intersecting:
      return add_rows_intersecting(cells, shares, rows, first, sums);
    case Instructions::avx512:
      return add_rows_avx512(cells, shares, rows, first, sums);
    case Instructions::avx2:
      return add_rows_avx2(cells, shares, rows, first, sums);
    case Instructions::plain:
      break;
  }
#endif
  static_cast<void>(instructions);
  add_rows_plain(cells, shares, rows, first, sums);
}

}  // namespace skillmatrix::batch
