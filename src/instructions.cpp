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
  }
#endif
  return instructions == Instructions::plain;
}

Instructions best_instructions() {
  if (has(Instructions::avx512)) return Instructions::avx512;
  return has(Instructions::avx2) ? Instructions::avx2 : Instructions::plain;
}

}  // namespace skillmatrix
