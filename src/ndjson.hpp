// The lines of an NDJSON text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "skillmatrix/diagnostic.hpp"

namespace skillmatrix::form {

struct Line {
  std::string_view text;
  std::uint64_t number = 1;  ///< From 1.
  std::uint64_t offset = 0;  ///< Where it starts, in bytes.

  /// Moves a finding whose place in the line is known into the whole text.
  void shift(Diagnostic& diagnostic) const {
    if (diagnostic.line == 0) return;
    diagnostic.line += number - 1;
    diagnostic.offset += offset;
  }
};

/// Calls `take(line)` for every line that is not blank.
template <class Take>
void for_each_line(std::string_view text, Take take) {
  Line line;
  for (; line.offset < text.size(); ++line.number) {
    const std::size_t end = std::min(text.find('\n', line.offset), text.size());
    line.text = text.substr(line.offset, end - line.offset);
    if (line.text.find_first_not_of(" \t\r") != std::string_view::npos) take(line);
    line.offset = end + 1;
  }
}

}  // namespace skillmatrix::form
