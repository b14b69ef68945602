// The checks that a framework must pass to make sense.
#pragma once

#include <cstddef>
#include <vector>

#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/framework.hpp"

namespace skillmatrix {

/// Every finding of the rules SKM3xxx, in the order of the document, with JSON pointers. Use
/// `locate` to add lines and columns; `read_framework` does both. A framework without an error
/// among them can be compiled, see `Matrix::build`.
///
/// At most `max_diagnostics`, errors before others; then `findings_omitted` with the count of those
/// left out, so that a hostile framework cannot fill the memory. If there is an error, at least one
/// is told. Complexity: linear in the framework, plus sorting. Thread class: pure.
std::vector<Diagnostic> validate(const Framework& framework, std::size_t max_diagnostics = 10'000);

}  // namespace skillmatrix
