// The instructions of x86-64 by name, for functions that are made for them.
#pragma once

#include "instructions.hpp"

#ifdef SKILLMATRIX_HAS_X86_TARGETS
#ifdef __clang__
#include <immintrin.h>
#else
// GCC 12 takes what intrinsics leave undefined on purpose for a slip: GCC bug 105593.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#include <immintrin.h>
#pragma GCC diagnostic pop
#endif
#endif
