// The sets of instructions that a processor may have, beyond those that the library is built for.
//
// A loop that gains by them is there once for each; which one runs is chosen when the program runs.
// All do the same: what the plain one does, in ordinary C++ for every processor, is what the others
// have to do.
#pragma once

#include <array>
#include <cstdint>

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
#define SKILLMATRIX_INTERSECTING SKILLMATRIX_AVX512 ",avx512vbmi2,avx512vp2intersect,popcnt"
#endif

namespace skillmatrix {

/// Each has what those before it have. `intersecting` is AVX-512 with VBMI2 and VP2INTERSECT.
enum class Instructions : std::uint8_t { plain, avx2, avx512, intersecting };
inline constexpr std::array all_instructions{Instructions::plain, Instructions::avx2,
                                             Instructions::avx512, Instructions::intersecting};

/// Whether this processor has them, and this library was built for a processor that may.
bool has(Instructions instructions);
/// The last ones that this processor has and is quick at. The same in every call.
Instructions best_instructions();

}  // namespace skillmatrix
