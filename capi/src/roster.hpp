// How rosters are built, from whatever.
#pragma once

#include <utility>

#include "values.hpp"

namespace skillmatrix::capi {

RosterOptions roster_options_of(const skm_roster_options* options);

/// A roster of columns. Throws a failure if they do not go together.
BuiltRoster roster_of_columns(const Matrix& matrix, const RosterColumns& columns,
                              const RosterOptions& options);

/// Builds a roster, and gives it away with what it needs.
template <class Build>
void build_roster(const skm_matrix* matrix, Out<skm_roster>& out, Build&& build) {
  RosterOfMatrix result;
  result.matrix = get(matrix, "matrix");
  result.built = std::forward<Build>(build)(*result.matrix);
  result.diagnostics.value = findings_of(std::move(result.built.diagnostics));
  out.set(std::move(result));
}

}  // namespace skillmatrix::capi
