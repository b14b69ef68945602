// Options of tables.
#pragma once

#include "skillmatrix/csv.h"
#include "skillmatrix/csv.hpp"

namespace skillmatrix::capi {

/// How to read a table of ratings, and its limits.
RatingsCsvOptions options_of(const skm_ratings_csv_options* options,
                             const skm_read_options* limits);

}  // namespace skillmatrix::capi
