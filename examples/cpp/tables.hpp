// Texts of reports: tables as CSV (RFC 4180), and strings of JSON.
#pragma once

#include <concepts>
#include <string>
#include <string_view>

#include "skillmatrix/fraction.hpp"

namespace nightly {

/// Rows of cells, each put behind the last.
class Table {
 public:
  /// The header, as it is to be written: "person,score".
  explicit Table(std::string_view header) : text_(std::string(header) + '\n') {}

  Table& cell(std::string_view text);
  Table& cell(std::integral auto number) { return cell(std::to_string(number)); }
  Table& cell(const skillmatrix::Fraction& fraction) { return cell(to_string(fraction)); }
  void end_row();

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
  bool is_row_empty_ = true;
};

/// With quotes, and escaped.
std::string json_string(std::string_view text);

}  // namespace nightly
