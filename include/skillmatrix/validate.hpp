// The checks that a framework must pass to make sense.
#pragma once

#include <vector>

#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/framework.hpp"

namespace skillmatrix {

/// Every finding of the rules SKM3xxx, in the order of the document, with JSON pointers. Use
/// `locate` to add lines and columns; `read_framework` does both. A framework without an error
/// among them can be compiled, see `Matrix::build`. Complexity: linear in the framework, plus
/// sorting. Thread class: pure.
std::vector<Diagnostic> validate(const Framework& framework);

}  // namespace skillmatrix
