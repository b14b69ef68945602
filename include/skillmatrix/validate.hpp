// The checks that a framework and its profiles must pass to make sense.
#pragma once

#include <string_view>
#include <vector>

#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/framework.hpp"
#include "skillmatrix/profile.hpp"

namespace skillmatrix {

class Matrix;

/// Every finding of the rules SKM3xxx, in the order of the document, with JSON pointers. Use
/// `locate` to add lines and columns; `read_framework` does both.
/// Complexity: linear in the framework, plus sorting. Thread class: pure.
std::vector<Diagnostic> validate(const Framework& framework);

/// Checks a profile against the framework that it will be compared with: unknown skills, roles and
/// levels, and dates that contradict each other.
std::vector<Diagnostic> validate(const Profile& profile, const Matrix& matrix);

/// Fills in line, column and offset of the diagnostics that have a pointer but no position, by
/// finding their values in the JSON text that the model was read from. O(text + diagnostics).
void locate(std::vector<Diagnostic>& diagnostics, std::string_view json);

}  // namespace skillmatrix
