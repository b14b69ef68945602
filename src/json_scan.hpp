// The checks of a JSON text that come before its grammar: what its characters are.
#pragma once

#include <string>
#include <string_view>

#include "findings.hpp"

namespace skillmatrix::form {

/// Reports a byte order mark, every ill-formed UTF-8 sequence and every lone surrogate escape. Where
/// the parser would stop at one, `mended` becomes the text with something harmless of the same length
/// in its place, so that the parser can go on and find what else is wrong. O(text).
void scan_characters(std::string_view text, Findings& findings, std::string& mended);

}  // namespace skillmatrix::form
