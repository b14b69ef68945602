// The fewest raises that bring the score of a gap to a threshold.
#pragma once

#include "skillmatrix/gap.hpp"

namespace skillmatrix {

/// For a gap that has its summary and its cells. O(levels short squared).
ThresholdCounterfactual reach_threshold(const Matrix& matrix, const Scoring& scoring,
                                        const Gap& gap, const Fraction& threshold);

}  // namespace skillmatrix
