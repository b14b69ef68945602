#include "csv_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <new>

#include "skillmatrix/text.hpp"
#include "text/utf8.hpp"

namespace skillmatrix::csv {
namespace {

// A cell costs more memory than the comma that makes it: this bounds a row of commas only.
constexpr std::size_t max_columns = std::size_t{1} << 14;
constexpr std::size_t longest_suggestion = 200;
constexpr std::string_view byte_order_mark_bytes = "\xEF\xBB\xBF";

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Moves a place over text. CRLF, LF and CR each end a line.
void advance(Place& place, std::string_view whole, std::size_t end) {
  for (; place.offset < end; ++place.offset) {
    const char byte = whole[place.offset];
    const bool after_return = place.offset > 0 && whole[place.offset - 1] == '\r';
    if (byte == '\r' || (byte == '\n' && !after_return)) {
      ++place.line;
      place.column = 1;
    } else if (byte != '\n' && !is_continuation(byte)) {
      ++place.column;
    }
  }
}

bool is_space(char byte) {
  return std::string_view(" \t\r\n\v\f").find(byte) != std::string_view::npos;
}

std::size_t space_at_start(std::string_view text) {
  if (text.starts_with("\xC2\xA0")) return 2;
  return !text.empty() && is_space(text.front()) ? 1 : 0;
}

std::size_t space_at_end(std::string_view text) {
  if (text.ends_with("\xC2\xA0")) return 2;
  return !text.empty() && is_space(text.back()) ? 1 : 0;
}

std::string_view trimmed(std::string_view text) {
  while (const std::size_t count = space_at_start(text)) text.remove_prefix(count);
  while (const std::size_t count = space_at_end(text)) text.remove_suffix(count);
  return text;
}

char in_lower_case(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

/// Names of fields are ASCII.
bool is_same_but_for_case(std::string_view name, std::string_view field) {
  return std::equal(name.begin(), name.end(), field.begin(), field.end(),
                    [](char one, char other) { return in_lower_case(one) == other; });
}

bool is_line_break(char byte) { return byte == '\n' || byte == '\r'; }

bool is_special(char byte, char delimiter) {
  return byte == delimiter || byte == '"' || is_line_break(byte);
}

bool is_delimiter(std::string_view text) {
  if (text.size() != 1 || text.front() == '\0') return false;
  const char byte = text.front();
  return static_cast<unsigned char>(byte) < 0x80 && byte != '"' && !is_line_break(byte);
}

/// What separates cells in practice, and its word in messages.
constexpr std::array<std::pair<char, std::string_view>, 4> usual_delimiters{
    {{',', "comma"}, {';', "semicolon"}, {'\t', "tab"}, {'|', "bar"}}};

std::string_view delimiter_word(char byte) {
  for (const auto& [usual, word] : usual_delimiters) {
    if (byte == usual) return word;
  }
  return {};
}

/// Where the header, the first line that is not blank, has a usual delimiter; nothing if it has
/// the one that is expected. What is quoted does not count.
std::optional<std::size_t> other_delimiter(std::string_view text, char expected) {
  std::optional<std::size_t> found;
  bool is_quoted = false;
  bool is_blank = true;
  for (std::size_t at = text.starts_with(byte_order_mark_bytes) ? byte_order_mark_bytes.size() : 0;
       at < text.size(); ++at) {
    const char byte = text[at];
    if (byte == '"') is_quoted = !is_quoted;
    if (!is_quoted && byte == expected) return std::nullopt;
    if (!is_quoted && is_line_break(byte) && !is_blank) return found;
    if (!is_line_break(byte)) is_blank = false;
    if (!is_quoted && !found && !delimiter_word(byte).empty()) found = at;
  }
  return found;
}

}  // namespace

void Findings::add(Code code, const Place& place, std::string_view field, std::string_view value,
                   Arguments arguments, std::string suggestion) {
  Diagnostic diagnostic = make_diagnostic(code, {}, std::string(value), std::move(arguments));
  diagnostic.row = place.row;
  diagnostic.line = place.line;
  diagnostic.column = place.column;
  diagnostic.offset = place.offset;
  diagnostic.field = field;
  diagnostic.suggestion = std::move(suggestion);
  add(std::move(diagnostic));
}

void Findings::add_general(Code code, std::string_view field, std::string_view value,
                           Arguments arguments, std::string suggestion) {
  Diagnostic diagnostic = make_diagnostic(code, {}, std::string(value), std::move(arguments));
  diagnostic.field = field;
  diagnostic.suggestion = std::move(suggestion);
  add(std::move(diagnostic));
}

void Findings::add_invalid_option(std::string_view option, std::string_view value,
                                  std::string detail) {
  add_general(Code::csv_invalid_option, option, value,
              {{"option", std::string(option)}, {"detail", std::move(detail)}});
}

void Findings::add_no_rows() {
  if (!has_error()) add_general(Code::csv_no_rows, {}, {});
}

std::vector<Diagnostic> Findings::take() && {
  return std::move(*this).BoundedFindings::take([](std::vector<Diagnostic> all) {
    std::ranges::stable_sort(
        all, {}, [](const Diagnostic& of) { return std::pair(of.line != 0, of.offset); });
    return all;
  });
}

Tokenizer::Tokenizer(std::string_view text, char delimiter, const ReadOptions& limits,
                     Findings& findings)
    : text_(text), delimiter_(delimiter), max_rows_(limits.max_elements), findings_(findings) {
  csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
  // libcsv drops spaces around cells unless no byte is a space; dropping them is for us to report.
  csv_set_space_func(&parser_, [](unsigned char) { return 0; });
  csv_set_blk_size(&parser_, 4096);
  if (text_.starts_with(byte_order_mark_bytes)) {
    Place place;
    place.row = 1;
    findings_.add(Code::byte_order_mark, place, {}, "U+FEFF");
    here_.offset = byte_order_mark_bytes.size();
  }
  cell_start_ = here_;
}

Tokenizer::~Tokenizer() { csv_free(&parser_); }

// The callbacks are called from C, through which no exception may pass.
void Tokenizer::cell_callback(void* bytes, std::size_t size, void* self) {
  auto& tokenizer = *static_cast<Tokenizer*>(self);
  try {
    tokenizer.cell_.assign(static_cast<const char*>(bytes), size);
    tokenizer.cell_done_ = true;
  } catch (const std::bad_alloc&) {
    tokenizer.out_of_memory_ = true;
  }
}

void Tokenizer::row_callback(int, void* self) { static_cast<Tokenizer*>(self)->row_done_ = true; }

bool Tokenizer::next(Row& row) {
  row.cells.clear();
  row.number = row_number_ + 1;
  while (!at_end_ && here_.offset < text_.size()) {
    if (!feed(piece_end(), row) || at_end_) return false;
    if (row_done_) return give(row);
  }
  return !at_end_ && finish(row);
}

std::size_t Tokenizer::piece_end() const {
  const auto begin = text_.begin() + static_cast<std::ptrdiff_t>(here_.offset);
  const auto special =
      std::find_if(begin, text_.end(), [this](char byte) { return is_special(byte, delimiter_); });
  return static_cast<std::size_t>(special - text_.begin()) + (special == text_.end() ? 0 : 1);
}

bool Tokenizer::feed(std::size_t end, Row& row) {
  cell_done_ = row_done_ = false;
  const std::string_view piece = text_.substr(here_.offset, end - here_.offset);
  const std::size_t read =
      csv_parse(&parser_, piece.data(), piece.size(), cell_callback, row_callback, this);
  throw_if_out_of_memory();
  if (read != piece.size()) {
    advance(here_, text_, here_.offset + read);
    const std::size_t length = text::character_length(text_, here_.offset);
    const bool is_quote = text_[here_.offset] == '"';
    report_syntax(here_, next_field(row), text_.substr(here_.offset, length),
                  is_quote ? "quote_in_cell" : "text_after_quote");
    return false;
  }
  advance(here_, text_, end);
  if (cell_done_) take_cell(end - 1, row);
  const bool is_blank_line = row.cells.empty() && piece.size() == 1 &&
                             is_line_break(piece.front()) && cell_start_.offset + 1 == end;
  if (cell_done_ || is_blank_line) cell_start_ = here_;
  return true;
}

bool Tokenizer::finish(Row& row) {
  at_end_ = true;
  cell_done_ = row_done_ = false;
  const int status = csv_fini(&parser_, cell_callback, row_callback, this);
  throw_if_out_of_memory();
  if (status != 0) {
    report_syntax(cell_start_, next_field(row), "\"", "open_quote");
    return false;
  }
  if (cell_done_) take_cell(text_.size(), row);
  return row_done_ && row.cells.size() <= max_columns && give(row);
}

void Tokenizer::throw_if_out_of_memory() const {
  const int status = parser_.status;
  if (out_of_memory_ || status == CSV_ENOMEM || status == CSV_ETOOBIG) throw std::bad_alloc();
}

void Tokenizer::take_cell(std::size_t raw_end, Row& row) {
  Cell cell{std::move(cell_), cell_start_};
  cell.place.row = row.number;
  const std::string_view raw = text_.substr(cell_start_.offset, raw_end - cell_start_.offset);
  check_characters(raw, next_field(row), cell);
  row.cells.push_back(std::move(cell));
  if (row.cells.size() > max_columns) {
    findings_.add(Code::too_many, row.cells.back().place, {}, {},
                  {{"limit", std::to_string(max_columns)}});
    at_end_ = true;
  }
}

std::string_view Tokenizer::next_field(const Row& row) const {
  const std::size_t at = row.cells.size();
  return at < headers_.size() ? std::string_view(headers_[at]) : std::string_view();
}

void Tokenizer::check_characters(std::string_view raw, std::string_view field, Cell& cell) {
  if (const std::size_t nul = raw.find('\0'); nul != std::string_view::npos) {
    Place place = cell.place;
    advance(place, text_, place.offset + nul);
    findings_.add(Code::embedded_nul, place, field, "U+0000");
  }
  if (const auto bad = text::first_ill_formed(raw)) {
    Place place = cell.place;
    advance(place, text_, place.offset + *bad);
    findings_.add(Code::ill_formed_utf8, place, field, text::hexadecimal(raw.substr(*bad, 1)));
    cell.value = text::to_well_formed(cell.value);
  }
}

bool Tokenizer::give(Row& row) {
  if (++row_number_ == 1) {
    for (const Cell& cell : row.cells) headers_.push_back(cell.value);
  }
  // The header is no row of the table.
  if (row_number_ - 1 > max_rows_) {
    findings_.add(Code::too_many, row.cells.front().place, {}, {},
                  {{"limit", std::to_string(max_rows_)}});
    at_end_ = true;
    return false;
  }
  return true;
}

void Tokenizer::report_syntax(const Place& place, std::string_view field, std::string_view value,
                              std::string detail) {
  at_end_ = true;
  Place at = place;
  at.row = row_number_ + 1;
  findings_.add(Code::csv_syntax, at, field, value, {{"detail", std::move(detail)}});
}

Columns::Columns(const Row& header, std::span<const std::string_view> fields,
                 const std::map<std::string, std::string>& mapping, bool trim_spaces,
                 Findings& findings)
    : headers_(header.cells),
      fields_(fields.begin(), fields.end()),
      columns_(fields.size()),
      used_(header.cells.size()) {
  for (Cell& cell : headers_) {
    if (trim_spaces) trim(cell, cell.value, findings);
  }
  for (std::size_t field = 0; mapping.empty() && field < fields.size(); ++field) {
    map_by_name(field, findings);
  }
  for (const auto& [field, name] : mapping) map(field, name, fields, findings);
  report_unused(findings);
}

std::string_view Columns::name(std::size_t field) const {
  return has(field) ? std::string_view(headers_[*columns_[field]].value) : fields_[field];
}

void Columns::map(const std::string& field, const std::string& header,
                  std::span<const std::string_view> fields, Findings& findings) {
  const auto found = std::find(fields.begin(), fields.end(), field);
  if (found == fields.end()) {
    findings.add_general(Code::csv_invalid_option, "columns", field,
                         {{"option", "columns"}, {"expected", join(fields)}},
                         suggest(field, fields));
    return;
  }
  const auto field_index = static_cast<std::size_t>(found - fields.begin());
  assign(
      field_index, [&](std::string_view name) { return name == header; }, findings);
  if (columns_[field_index]) return;
  std::vector<std::string_view> names(headers_.size());
  std::transform(headers_.begin(), headers_.end(), names.begin(),
                 [](const Cell& cell) { return std::string_view(cell.value); });
  findings.add_general(Code::csv_missing_column, header, header,
                       {{"column", header}, {"field", field}}, suggest(header, names));
}

void Columns::map_by_name(std::size_t field, Findings& findings) {
  const std::string_view wanted = fields_[field];
  assign(
      field, [&](std::string_view name) { return name == wanted; }, findings);
  if (columns_[field]) return;
  assign(
      field, [&](std::string_view name) { return is_same_but_for_case(name, wanted); }, findings);
}

template <class IsNamed>
void Columns::assign(std::size_t field, IsNamed is_named, Findings& findings) {
  for (std::size_t column = 0; column < headers_.size(); ++column) {
    const Cell& header = headers_[column];
    if (!is_named(header.value)) continue;
    if (columns_[field]) {
      findings.add(Code::csv_duplicate_column, header.place, header.value, header.value);
    } else {
      columns_[field] = column;
    }
    used_[column] = true;
  }
}

void Columns::report_missing(std::size_t field, Findings& findings) const {
  std::vector<std::string_view> unused;
  for (std::size_t column = 0; column < headers_.size(); ++column) {
    if (!used_[column]) unused.emplace_back(headers_[column].value);
  }
  const std::string name(fields_[field]);
  findings.add_general(Code::csv_missing_column, name, name, {{"column", name}, {"field", name}},
                       suggest(name, unused));
}

void Columns::report_unused(Findings& findings) const {
  for (std::size_t column = 0; column < headers_.size(); ++column) {
    if (used_[column]) continue;
    const Cell& header = headers_[column];
    findings.add(Code::csv_unused_column, header.place, header.value, header.value);
  }
}

bool Columns::prepare(Row& row, bool trim_spaces, Findings& findings) const {
  if (row.cells.size() != headers_.size()) {
    findings.add(Code::csv_row_width, row.cells.front().place, {}, {},
                 {{"expected", std::to_string(headers_.size())},
                  {"found", std::to_string(row.cells.size())}});
    return false;
  }
  for (std::size_t column = 0; trim_spaces && column < row.cells.size(); ++column) {
    if (used_[column]) trim(row.cells[column], headers_[column].value, findings);
  }
  return true;
}

void Columns::normalize(Row& row, std::span<const std::size_t> fields, Findings& findings) const {
  for (const std::size_t field : fields) {
    if (!has(field)) continue;
    Cell& cell = row.cells[*columns_[field]];
    const std::optional<std::size_t> offset = first_not_nfc(cell.value);
    if (!offset) continue;
    findings.add(Code::not_normalized, cell.place, name(field), cell.value,
                 {{"offset", std::to_string(*offset)}});
    cell.value = to_nfc(cell.value);
  }
}

void trim(Cell& cell, std::string_view field, Findings& findings) {
  const std::string_view kept = trimmed(cell.value);
  if (kept.size() == cell.value.size()) return;
  std::string value(kept);
  const std::string name(field);  // the cell of a header is its own name
  findings.add(Code::csv_surrounding_space, cell.place, name, cell.value, {},
               value.size() <= longest_suggestion ? value : std::string());
  cell.value = std::move(value);
}

std::optional<std::uint64_t> whole_number(std::string_view text, std::uint64_t least,
                                          std::uint64_t most) {
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (text.empty() || error != std::errc{} || stop != end) return std::nullopt;
  if (number < least || number > most) return std::nullopt;
  return number;
}

bool can_be_cut(std::string_view text, std::string_view delimiter, const ReadOptions& limits,
                Findings& findings) {
  if (text.size() > limits.max_bytes) {
    findings.add_general(Code::too_large, {}, {}, {{"limit", std::to_string(limits.max_bytes)}});
    return false;
  }
  if (!is_delimiter(delimiter)) {
    findings.add_invalid_option("delimiter", delimiter, "not_a_delimiter");
    return false;
  }
  const auto other = other_delimiter(text, delimiter.front());
  if (!other) return true;
  Place place;
  place.row = 1;
  advance(place, text, *other);
  findings.add(Code::csv_delimiter, place, {}, text.substr(*other, 1),
               {{"found", std::string(delimiter_word(text[*other]))}, {"option", "delimiter"}});
  return false;
}

void append_line(std::string& text, std::span<const std::string_view> cells) {
  bool is_first = true;
  for (const std::string_view cell : cells) {
    if (!is_first) text += ',';
    is_first = false;
    const auto needs_quotes = [](char byte) { return is_special(byte, ','); };
    if (std::none_of(cell.begin(), cell.end(), needs_quotes)) {
      text += cell;
      continue;
    }
    text += '"';
    for (const char byte : cell) {
      if (byte == '"') text += '"';
      text += byte;
    }
    text += '"';
  }
  text += '\n';
}

}  // namespace skillmatrix::csv
