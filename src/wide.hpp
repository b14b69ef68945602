// Whole numbers of 128 bits, in which products of two 64-bit ones are exact.
#pragma once

namespace skillmatrix {

__extension__ using Wide = __int128;

}  // namespace skillmatrix
