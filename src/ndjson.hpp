// The lines of an NDJSON text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
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

/// The lines of a text that are not blank, one after the other.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  std::optional<Line> next() {
    while (offset_ < text_.size()) {
      const std::size_t end = std::min(text_.find('\n', offset_), text_.size());
      const Line line{text_.substr(offset_, end - offset_), ++number_, offset_};
      offset_ = end + 1;
      if (line.text.find_first_not_of(" \t\r") != std::string_view::npos) return line;
    }
    return std::nullopt;
  }

 private:
  std::string_view text_;
  std::uint64_t number_ = 0;  ///< Of the line before the next.
  std::size_t offset_ = 0;    ///< Of the next.
};

}  // namespace skillmatrix::form
