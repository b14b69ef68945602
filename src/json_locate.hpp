// Finding the places of a JSON text again, from pointers and from offsets.
//
// The reader keeps no positions, which would cost every good document; they are found again in a
// second pass over the text, when something is wrong.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "skillmatrix/diagnostic.hpp"

namespace skillmatrix::form {

/// A finding whose place is still to be found.
struct Finding {
  Diagnostic diagnostic;
  /// Where it points: at the value, or at the key, of the n-th value with that pointer (a member
  /// that is there twice has two); or the offset is known, and the pointer is to be found.
  enum class Place { value, key, offset } place = Place::value;
  std::size_t occurrence = 0;
};

/// The diagnostics of the findings, with pointer, line, column and offset, in the order of the
/// text. `text` may be broken JSON: places are found as far as it can be followed. A pointer that
/// the text does not have is placed at its nearest ancestor. O(text + pointers), and nothing to do
/// without findings.
std::vector<Diagnostic> place(std::vector<Finding> findings, std::string_view text);

/// The text of the value of each pointer; empty where there is none. O(text + pointers).
std::vector<std::string_view> slices(std::span<const std::string> pointers, std::string_view text);

/// Appends a reference token to a JSON pointer (RFC 6901).
void append_token(std::string& pointer, std::string_view token);

/// The reference tokens of a pointer, unescaped.
std::vector<std::string> split_pointer(std::string_view pointer);

}  // namespace skillmatrix::form
