// How rosters are built, from whatever.
#pragma once

#include <utility>

#include "values.hpp"

namespace skillmatrix::capi {

RosterOptions roster_options_of(const skm_roster_options* options);

/// What is known of somebody, in place of what `holdings` had. Throws a failure if the matrix does
/// not have it, or the skills do not rise.
void read_holdings(const Matrix& matrix, const skm_holding* given, std::uint32_t count,
                   std::vector<Holding>& holdings);

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
