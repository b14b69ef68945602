// Rows, cells and columns of a CSV text, with the position of everything; private to the library.
#pragma once

#include <csv.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "findings.hpp"
#include "names.hpp"
#include "skillmatrix/csv.hpp"
#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/json.hpp"

namespace skillmatrix::csv {

using Place = CsvPlace;

struct Cell {
  std::string value;
  Place place;  ///< Of the first byte of the cell, its quote included.
};

struct Row {
  std::uint64_t number = 0;  ///< The record, from 1, the header included.
  std::vector<Cell> cells;
};

using Arguments = std::vector<std::pair<std::string, std::string>>;

/// The findings in a table.
class Findings : public BoundedFindings<Diagnostic> {
 public:
  using BoundedFindings::add;
  using BoundedFindings::BoundedFindings;

  void add(Code code, const Place& place, std::string_view field, std::string_view value,
           Arguments arguments = {}, std::string suggestion = {});
  /// A finding about the options or the text as a whole.
  void add_general(Code code, std::string_view field, std::string_view value,
                   Arguments arguments = {}, std::string suggestion = {});

  void add_invalid_option(std::string_view option, std::string_view value, std::string detail);
  /// That there is nothing to read, unless an error says why.
  void add_no_rows();

  /// The findings in the order of the text, those without a position first; last, how many were
  /// left out.
  std::vector<Diagnostic> take() &&;
};

/// Cuts a text into rows with libcsv, in strict mode.
///
/// libcsv reports no positions. It calls back only on a delimiter, a quote or a line break, so it
/// is fed pieces that end at each of these: then the end of the piece is the end of the cell.
class Tokenizer {
 public:
  /// The text must outlive the tokenizer.
  Tokenizer(std::string_view text, char delimiter, const ReadOptions& limits, Findings& findings);
  ~Tokenizer();
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;

  /// Reads the next row; false at the end, at a limit, and after a malformed quote. Blank lines are
  /// no rows.
  bool next(Row& row);

 private:
  static void cell_callback(void* bytes, std::size_t size, void* self);
  static void row_callback(int terminator, void* self);

  [[nodiscard]] std::size_t piece_end() const;
  bool feed(std::size_t end, Row& row);
  bool finish(Row& row);
  void take_cell(std::size_t raw_end, Row& row);
  void check_characters(std::string_view raw, std::string_view field, Cell& cell);
  /// The header of the column of the next cell; empty where there is none.
  [[nodiscard]] std::string_view next_field(const Row& row) const;
  bool give(Row& row);
  void report_syntax(const Place& place, std::string_view field, std::string_view value,
                     std::string detail);
  void throw_if_out_of_memory() const;

  std::string_view text_;
  char delimiter_;
  std::size_t max_rows_;
  Findings& findings_;
  csv_parser parser_{};
  Place here_;        // the end of what was fed
  Place cell_start_;  // the start of the cell that is being read
  std::uint64_t row_number_ = 0;
  std::vector<std::string> headers_;
  std::string cell_;
  bool cell_done_ = false;
  bool row_done_ = false;
  bool out_of_memory_ = false;
  bool at_end_ = false;
};

/// Which column holds each field.
class Columns {
 public:
  /// Finds the columns of `fields` in the header. `mapping` is field -> header; when empty, headers
  /// are field names. Reports absent, unused and ambiguous columns, and unknown fields.
  Columns(const Row& header, std::span<const std::string_view> fields,
          const std::map<std::string, std::string>& mapping, bool trim_spaces, Findings& findings);

  [[nodiscard]] bool has(std::size_t field) const { return columns_[field].has_value(); }
  [[nodiscard]] std::size_t count() const { return headers_.size(); }
  /// The header of the field's column, or the name of the field if it has none.
  [[nodiscard]] std::string_view name(std::size_t field) const;
  /// The field's cell; the field must have a column and the row must be as wide as the header.
  [[nodiscard]] const Cell& cell(const Row& row, std::size_t field) const {
    return row.cells[*columns_[field]];
  }
  /// The field's cell, or an empty one.
  [[nodiscard]] std::string_view value(const Row& row, std::size_t field) const {
    return has(field) ? std::string_view(cell(row, field).value) : std::string_view();
  }
  /// Reports that a field that the table cannot do without has no column.
  void report_missing(std::size_t field, Findings& findings) const;

  /// Checks the width of a row and trims the cells of the fields; false if the row is ragged.
  bool prepare(Row& row, bool trim_spaces, Findings& findings) const;

  /// Puts the cells of fields that people read into normal form C, with a finding for each that
  /// this changes. The row must be as wide as the header.
  void normalize(Row& row, std::span<const std::size_t> fields, Findings& findings) const;

 private:
  void map(const std::string& field, const std::string& header,
           std::span<const std::string_view> fields, Findings& findings);
  void map_by_name(std::size_t field, Findings& findings);
  /// Gives the field the column whose header is named so; a second one is reported.
  template <class IsNamed>
  void assign(std::size_t field, IsNamed is_named, Findings& findings);
  void report_unused(Findings& findings) const;

  std::vector<Cell> headers_;
  std::vector<std::string_view> fields_;
  std::vector<std::optional<std::size_t>> columns_;
  std::vector<bool> used_;
};

/// The row at hand, by field, and findings about its cells: what the readers of tables share.
class RowFields {
 protected:
  RowFields(const Columns& columns, Findings& findings) : columns_(columns), findings_(findings) {}

  /// Turns to a row, which must outlive its use.
  void start(const Row& row) { row_ = &row; }

  [[nodiscard]] bool has(std::size_t field) const { return columns_.has(field); }
  [[nodiscard]] const Cell& cell(std::size_t field) const { return columns_.cell(*row_, field); }
  [[nodiscard]] std::string_view value(std::size_t field) const {
    return columns_.value(*row_, field);
  }

  void report(Code code, std::size_t field, Arguments arguments = {}, std::string suggestion = {}) {
    findings_.add(code, cell(field).place, columns_.name(field), cell(field).value,
                  std::move(arguments), std::move(suggestion));
  }

  const Columns& columns_;
  Findings& findings_;
  const Row* row_ = nullptr;
};

/// Trims the cell, with a finding if that changes it.
void trim(Cell& cell, std::string_view field, Findings& findings);

/// Reads a whole number; nothing if it is not one in the range.
std::optional<std::uint64_t> whole_number(std::string_view text, std::uint64_t least,
                                          std::uint64_t most);

/// Whether the text can be cut into cells: it is not too large, the delimiter can be one, and the
/// header is not cut by another; reported.
bool can_be_cut(std::string_view text, std::string_view delimiter, const ReadOptions& limits,
                Findings& findings);

/// Appends a line of cells, quoted where RFC 4180 needs it.
void append_line(std::string& text, std::span<const std::string_view> cells);

}  // namespace skillmatrix::csv
