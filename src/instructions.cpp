#include "instructions.hpp"

namespace skillmatrix {

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
    case Instructions::intersecting:
      return has(Instructions::avx512) && __builtin_cpu_supports("avx512vbmi2") &&
             __builtin_cpu_supports("avx512vp2intersect") && __builtin_cpu_supports("popcnt");
  }
#endif
  return instructions == Instructions::plain;
}

Instructions best_instructions() {
#ifdef SKILLMATRIX_HAS_X86_TARGETS
  // One generation of Intel's has VP2INTERSECT, too, but as a long program.
  if (has(Instructions::intersecting) && !__builtin_cpu_is("intel")) {
    return Instructions::intersecting;
  }
#endif
  if (has(Instructions::avx512)) return Instructions::avx512;
  return has(Instructions::avx2) ? Instructions::avx2 : Instructions::plain;
}

}  // namespace skillmatrix
