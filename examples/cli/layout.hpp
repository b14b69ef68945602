// Text for terminals: widths, wrapping, tables.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "skillmatrix/language.hpp"

namespace skillmatrix::cli {

/// Lines are at most so wide, wherever a word fits.
inline constexpr std::size_t line_width = 80;

/// The columns that a terminal shows a text in: East Asian wide characters and emoji take two,
/// combining marks and marks of direction none.
std::size_t display_width(std::string_view text);

/// The text on one line, its control characters out of the way, so that no input can drive the
/// terminal.
std::string printable(std::string_view text);

/// The text in lines of at most `width` columns, broken at spaces and between wide characters;
/// words that are too long are cut. At least one line. Isolates that a break falls into are closed
/// before it and opened again behind it.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// Wrapped, each line indented and ended. Line breaks of the text are kept.
std::string paragraph(std::string_view text, std::size_t indent);

enum class Style { plain, heading, good, warning, bad, faint };

/// The text in a style, if colours are on.
std::string styled(std::string_view text, Style style, bool colours);

/// How texts that stand beside each other on a line are told apart.
struct Look {
  bool colours = false;
  /// Isolates texts, so that the direction of one changes nothing for the others; may be null.
  const Language* language = nullptr;
};

/// The text in a style, to stand beside others.
std::string beside(std::string_view text, Style style, Look look);

struct TableCell {
  std::string text;
  Style style = Style::plain;
};

/// Rows under headers. Columns are as wide as they need; if that is too much, the widest give way
/// and their texts are wrapped, but not inside words: where the words do not fit side by side, each
/// row becomes a list, its first cell above the others, each of which stands behind its header.
class Table {
 public:
  explicit Table(std::vector<std::string> headers);

  void add(std::vector<TableCell> cells);
  [[nodiscard]] bool empty() const { return rows_.size() < 2; }
  /// Rows with the headers, which makes it the number of the next row.
  [[nodiscard]] std::size_t row_count() const { return rows_.size(); }
  /// The columns that the table takes without wrapping.
  [[nodiscard]] std::size_t natural_width() const;
  [[nodiscard]] std::string render(std::size_t indent, Look look) const;

 private:
  [[nodiscard]] std::vector<std::size_t> natural_widths() const;
  /// The columns of the longest word of each column.
  [[nodiscard]] std::vector<std::size_t> word_widths() const;
  [[nodiscard]] std::vector<std::size_t> fitting_widths(std::size_t room) const;
  [[nodiscard]] std::string render_columns(const std::vector<std::size_t>& widths,
                                           std::size_t indent, Look look) const;
  [[nodiscard]] std::string render_lists(std::size_t indent, Look look) const;

  std::vector<std::vector<TableCell>> rows_;  // The first is the headers.
};

/// Names with texts, one below the other: "Domain        Machine Learning & AI". The texts are
/// aligned, and wrapped.
class Fields {
 public:
  void add(std::string name, std::string text) { add(std::move(name), TableCell{std::move(text)}); }
  void add(std::string name, TableCell cell) {
    fields_.emplace_back(printable(name), TableCell{printable(cell.text), cell.style});
  }
  [[nodiscard]] std::string render(Look look, std::size_t indent = 0) const;

 private:
  std::vector<std::pair<std::string, TableCell>> fields_;
};

}  // namespace skillmatrix::cli
