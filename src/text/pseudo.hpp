// Texts that look foreign and can still be read, made from any text.
#pragma once

#include <string>
#include <string_view>

namespace skillmatrix::text {

/// "[Ŵõŕķíñğ õñ]" for "Working": letters of ASCII with an accent, then further words, so that it
/// is 30 to 40 per cent longer (by code points, rounded up), in brackets. All else is kept. Texts
/// that differ in letters, or only in their case, still do. In NFC. Complexity: linear.
/// Thread class: pure.
std::string accented(std::string_view text);

/// The text with U+200F at its start, and each word in a right-to-left isolate. So its base
/// direction is right to left, and its words are laid out from the right; each can still be read.
/// Overrides (U+202E) would also turn the letters around, but have no place in texts. If isolates
/// were balanced, they still are. Complexity: linear. Thread class: pure.
std::string right_to_left(std::string_view text);

}  // namespace skillmatrix::text
