#include "layout.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <utility>

#include "skillmatrix/text.hpp"

namespace skillmatrix::cli {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// East Asian Width W and F, and emoji that are shown wide.
constexpr std::array wide_ranges{
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x2329, 0x232A},
    Range{0x23E9, 0x23EC},   Range{0x23F0, 0x23F0},   Range{0x23F3, 0x23F3},
    Range{0x25FD, 0x25FE},   Range{0x2614, 0x2615},   Range{0x2648, 0x2653},
    Range{0x267F, 0x267F},   Range{0x2693, 0x2693},   Range{0x26A1, 0x26A1},
    Range{0x26AA, 0x26AB},   Range{0x26BD, 0x26BE},   Range{0x26C4, 0x26C5},
    Range{0x26CE, 0x26CE},   Range{0x26D4, 0x26D4},   Range{0x26EA, 0x26EA},
    Range{0x26F2, 0x26F3},   Range{0x26F5, 0x26F5},   Range{0x26FA, 0x26FA},
    Range{0x26FD, 0x26FD},   Range{0x2705, 0x2705},   Range{0x270A, 0x270B},
    Range{0x2728, 0x2728},   Range{0x274C, 0x274C},   Range{0x274E, 0x274E},
    Range{0x2753, 0x2755},   Range{0x2757, 0x2757},   Range{0x2795, 0x2797},
    Range{0x27B0, 0x27B0},   Range{0x27BF, 0x27BF},   Range{0x2B1B, 0x2B1C},
    Range{0x2B50, 0x2B50},   Range{0x2B55, 0x2B55},   Range{0x2E80, 0x303E},
    Range{0x3041, 0x33FF},   Range{0x3400, 0x4DBF},   Range{0x4E00, 0xA4CF},
    Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},
    Range{0xFE10, 0xFE19},   Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},
    Range{0xFFE0, 0xFFE6},   Range{0x16FE0, 0x18AFF}, Range{0x1B000, 0x1B2FF},
    Range{0x1F004, 0x1F004}, Range{0x1F0CF, 0x1F0CF}, Range{0x1F18E, 0x1F18E},
    Range{0x1F191, 0x1F19A}, Range{0x1F200, 0x1F320}, Range{0x1F32D, 0x1F335},
    Range{0x1F337, 0x1F37C}, Range{0x1F37E, 0x1F393}, Range{0x1F3A0, 0x1F3CA},
    Range{0x1F3CF, 0x1F3D3}, Range{0x1F3E0, 0x1F3F0}, Range{0x1F3F4, 0x1F3F4},
    Range{0x1F3F8, 0x1F43E}, Range{0x1F440, 0x1F440}, Range{0x1F442, 0x1F4FC},
    Range{0x1F4FF, 0x1F53D}, Range{0x1F54B, 0x1F567}, Range{0x1F57A, 0x1F57A},
    Range{0x1F595, 0x1F596}, Range{0x1F5A4, 0x1F5A4}, Range{0x1F5FB, 0x1F64F},
    Range{0x1F680, 0x1F6C5}, Range{0x1F6CC, 0x1F6CC}, Range{0x1F6D0, 0x1F6D2},
    Range{0x1F6D5, 0x1F6DF}, Range{0x1F6EB, 0x1F6EC}, Range{0x1F6F4, 0x1F6FC},
    Range{0x1F7E0, 0x1F7F0}, Range{0x1F90C, 0x1F93A}, Range{0x1F93C, 0x1F945},
    Range{0x1F947, 0x1F9FF}, Range{0x1FA70, 0x1FAFF}, Range{0x20000, 0x3FFFD},
};

// Common marks that stand on the character before, and characters that show nothing.
constexpr std::array narrow_ranges{
    Range{0x0300, 0x036F},   Range{0x0483, 0x0489},   Range{0x0591, 0x05BD}, Range{0x05BF, 0x05BF},
    Range{0x05C1, 0x05C2},   Range{0x05C4, 0x05C5},   Range{0x0610, 0x061A}, Range{0x064B, 0x065F},
    Range{0x0670, 0x0670},   Range{0x06D6, 0x06DC},   Range{0x06DF, 0x06E4}, Range{0x06E7, 0x06E8},
    Range{0x06EA, 0x06ED},   Range{0x0900, 0x0902},   Range{0x093A, 0x093A}, Range{0x093C, 0x093C},
    Range{0x0941, 0x0948},   Range{0x094D, 0x094D},   Range{0x0E31, 0x0E31}, Range{0x0E34, 0x0E3A},
    Range{0x0E47, 0x0E4E},   Range{0x1AB0, 0x1AFF},   Range{0x1DC0, 0x1DFF}, Range{0x200B, 0x200F},
    Range{0x202A, 0x202E},   Range{0x2060, 0x2069},   Range{0x20D0, 0x20F0}, Range{0x302A, 0x302D},
    Range{0x3099, 0x309A},   Range{0xFE00, 0xFE0F},   Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF},
    Range{0x1F3FB, 0x1F3FF}, Range{0xE0100, 0xE01EF},
};

template <std::size_t Size>
bool contains(const std::array<Range, Size>& ranges, char32_t point) {
  return std::ranges::any_of(
      ranges, [point](Range range) { return range.first <= point && point <= range.last; });
}

std::size_t width_of(char32_t point) {
  if (point < 0x300) return 1;
  if (contains(narrow_ranges, point)) return 0;
  return contains(wide_ranges, point) ? 2 : 1;
}

struct CodePoint {
  char32_t point;
  std::string_view bytes;
};

std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

/// The first character of a text that is not empty. Mistakes in the UTF-8 are one byte each.
CodePoint first_code_point(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = sequence_length(lead);
  if (length == 1) return {lead, text.substr(0, 1)};
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {0xFFFD, text.substr(0, 1)};
  char32_t point = lead & (0xFFU >> (length + 1));
  for (std::size_t at = 1; at < length; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte & 0xC0U) != 0x80U) return {0xFFFD, text.substr(0, 1)};
    point = point << 6U | (byte & 0x3FU);
  }
  return {point, text.substr(0, length)};
}

/// Breaks one text into lines.
class Wrapper {
 public:
  explicit Wrapper(std::size_t width) : width_(std::max<std::size_t>(width, 2)) {}

  std::vector<std::string> wrap(std::string_view text) {
    while (!text.empty()) {
      const CodePoint next = first_code_point(text);
      text.remove_prefix(next.bytes.size());
      add(next);
    }
    end_word();
    if (!line_.empty() || lines_.empty()) lines_.push_back(std::move(line_));
    return std::move(lines_);
  }

  /// The columns of the longest word so far.
  [[nodiscard]] std::size_t longest_word() const { return longest_word_; }

 private:
  void add(CodePoint next) {
    if (next.point == ' ') {
      end_word();
      space_ = true;
      return;
    }
    const std::size_t columns = width_of(next.point);
    const bool is_joined = std::exchange(after_joiner_, next.point == 0x200D);
    const bool may_break = !is_joined && (columns == 2 || (wide_word_ && columns != 0));
    if (may_break || word_width_ + columns > width_) end_word();
    word_ += next.bytes;
    word_width_ += columns;
    if (columns != 0) wide_word_ = columns == 2;
  }

  void end_word() {
    if (word_.empty()) return;
    const std::size_t gap = space_ && !line_.empty() ? 1 : 0;
    if (!line_.empty() && line_columns_ + gap + word_width_ > width_) {
      lines_.push_back(std::exchange(line_, {}));
      line_columns_ = 0;
    } else if (gap == 1) {
      line_ += ' ';
      ++line_columns_;
    }
    line_ += word_;
    line_columns_ += word_width_;
    longest_word_ = std::max(longest_word_, word_width_);
    word_.clear();
    word_width_ = 0;
    space_ = false;
  }

  std::size_t width_;
  std::vector<std::string> lines_;
  std::string line_;
  std::size_t line_columns_ = 0;
  std::string word_;
  std::size_t word_width_ = 0;
  std::size_t longest_word_ = 0;
  bool space_ = false;
  bool wide_word_ = false;     // The word is one wide character, with its marks.
  bool after_joiner_ = false;  // What follows is of the same emoji.
};

/// Has no isolate reach beyond its line, as none reaches beyond its paragraph on a terminal.
class IsolateCarrier {
 public:
  /// Opens again what was open at the end of the line before, and closes what is open in the end.
  std::string carry(std::string_view line) {
    std::string result;
    for (const std::string& isolate : open_) result += isolate;
    while (!line.empty()) {
      const CodePoint next = first_code_point(line);
      line.remove_prefix(next.bytes.size());
      if (is_kept(next)) result += next.bytes;
    }
    for (std::size_t left = open_.size(); left != 0; --left) result += "\u2069";
    return result;
  }

 private:
  /// Isolates that are nested deeper mean nothing (UAX 9, BD2).
  static constexpr std::size_t most_open = 125;

  bool is_kept(CodePoint next) {
    if (next.point >= 0x2066 && next.point <= 0x2068) return opens(next.bytes);
    return next.point != 0x2069 || closes();
  }

  bool opens(std::string_view isolate) {
    if (++depth_ > most_open) return false;
    open_.emplace_back(isolate);
    return true;
  }

  bool closes() {
    if (depth_ == 0 || --depth_ >= most_open) return false;
    open_.pop_back();
    return true;
  }

  std::vector<std::string> open_;  ///< At most `most_open` of them.
  std::size_t depth_ = 0;
};

constexpr std::size_t column_gap = 2;

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    text.remove_prefix(next.bytes.size());
    width += width_of(next.point);
  }
  return width;
}

std::string printable(std::string_view text) {
  std::string clean;
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    text.remove_prefix(next.bytes.size());
    if (next.point == '\n' || next.point == '\t' || next.point == '\r') {
      clean += ' ';
    } else if (next.point < 0x20 || (next.point >= 0x7F && next.point < 0xA0) ||
               next.point == 0xFFFD) {
      clean += "\xEF\xBF\xBD";
    } else {
      clean += next.bytes;
    }
  }
  return clean;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines = Wrapper(width).wrap(text);
  IsolateCarrier isolates;
  for (std::string& line : lines) line = isolates.carry(line);
  return lines;
}

std::string paragraph(std::string_view text, std::size_t indent) {
  std::string result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    for (const std::string& line : wrap(printable(text.substr(0, end)), line_width - indent)) {
      result += line.empty() ? "\n" : std::string(indent, ' ') + line + '\n';
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

std::string styled(std::string_view text, Style style, bool colours) {
  if (!colours || style == Style::plain) return std::string(text);
  static constexpr std::array<std::string_view, 6> codes{"", "1", "32", "33", "31", "2"};
  std::string result = "\x1b[";
  result += codes[static_cast<std::size_t>(style)];
  result += 'm';
  result += text;
  result += "\x1b[0m";
  return result;
}

std::string beside(std::string_view text, Style style, Look look) {
  if (text.empty()) return {};
  const bool isolates = look.language != nullptr && look.language->isolates(text);
  return styled(isolates ? isolate(text) : std::string(text), style, look.colours);
}

Table::Table(std::vector<std::string> headers) {
  std::vector<TableCell> row;
  row.reserve(headers.size());
  for (std::string& header : headers) row.push_back({std::move(header), Style::heading});
  add(std::move(row));
}

void Table::add(std::vector<TableCell> cells) {
  for (TableCell& cell : cells) cell.text = printable(cell.text);
  rows_.push_back(std::move(cells));
}

namespace {

/// The columns that the longest word of a text takes.
std::size_t longest_word(std::string_view text) {
  Wrapper wrapper(static_cast<std::size_t>(-1));
  wrapper.wrap(text);
  return wrapper.longest_word();
}

std::size_t total_width(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), column_gap * (widths.size() - 1));
}

/// Takes from the widest column that is above its floor, as long as the table is too wide.
void narrow(std::vector<std::size_t>& widths, const std::vector<std::size_t>& floors,
            std::size_t room) {
  std::size_t total = total_width(widths);
  while (total > room) {
    std::size_t* widest = nullptr;
    for (std::size_t column = 0; column < widths.size(); ++column) {
      if (widths[column] <= floors[column]) continue;
      if (widest == nullptr || widths[column] > *widest) widest = &widths[column];
    }
    if (widest == nullptr) return;
    --*widest;
    --total;
  }
}

}  // namespace

std::vector<std::size_t> Table::natural_widths() const {
  std::vector<std::size_t> widths(rows_[0].size(), 1);
  for (const std::vector<TableCell>& row : rows_) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      widths[column] = std::max(widths[column], display_width(row[column].text));
    }
  }
  return widths;
}

std::size_t Table::natural_width() const { return total_width(natural_widths()); }

std::vector<std::size_t> Table::word_widths() const {
  std::vector<std::size_t> widths(rows_[0].size(), 1);
  for (const std::vector<TableCell>& row : rows_) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      widths[column] = std::max(widths[column], longest_word(row[column].text));
    }
  }
  return widths;
}

std::vector<std::size_t> Table::fitting_widths(std::size_t room) const {
  std::vector<std::size_t> widths = natural_widths();
  narrow(widths, word_widths(), room);
  return widths;
}

std::string Table::render(std::size_t indent, Look look) const {
  const std::size_t room = line_width - indent;
  const std::vector<std::size_t> widths = fitting_widths(room);
  return total_width(widths) <= room ? render_columns(widths, indent, look)
                                     : render_lists(indent, look);
}

std::string Table::render_columns(const std::vector<std::size_t>& widths, std::size_t indent,
                                  Look look) const {
  std::string result;
  for (const std::vector<TableCell>& row : rows_) {
    std::vector<std::vector<std::string>> columns;
    std::size_t height = 1;
    for (std::size_t column = 0; column < row.size(); ++column) {
      columns.push_back(wrap(row[column].text, widths[column]));
      height = std::max(height, columns.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
      std::string out;
      std::size_t padding = indent;
      for (std::size_t column = 0; column < row.size(); ++column) {
        const std::string text = line < columns[column].size() ? columns[column][line] : "";
        if (!text.empty()) {
          out += std::string(padding, ' ') + beside(text, row[column].style, look);
          padding = 0;
        }
        const std::size_t shown = display_width(text);
        padding += widths[column] - std::min(shown, widths[column]) + column_gap;
      }
      result += out + '\n';
    }
  }
  return result;
}

std::string Table::render_lists(std::size_t indent, Look look) const {
  std::string result;
  for (std::size_t row = 1; row < rows_.size(); ++row) {
    const std::vector<TableCell>& cells = rows_[row];
    for (const std::string& line : wrap(cells[0].text, line_width - indent)) {
      result += std::string(indent, ' ') + beside(line, cells[0].style, look) + '\n';
    }
    Fields fields;
    for (std::size_t column = 1; column < cells.size(); ++column) {
      if (!cells[column].text.empty()) fields.add(rows_[0][column].text, cells[column]);
    }
    result += fields.render(look, indent + 2);
  }
  return result;
}

std::string Fields::render(Look look, std::size_t indent) const {
  const std::size_t room = line_width - indent;
  std::size_t width = 0;
  for (const auto& [name, cell] : fields_) width = std::max(width, display_width(name));
  width = std::min(width + column_gap, room / 2);
  std::string result;
  for (const auto& [name, cell] : fields_) {
    std::vector<std::string> names = wrap(name, width - 1);
    const std::vector<std::string> texts = wrap(cell.text, room - width);
    names.resize(std::max(names.size(), texts.size()));
    for (std::size_t line = 0; line < names.size(); ++line) {
      result += std::string(indent, ' ') + beside(names[line], Style::plain, look);
      if (line < texts.size() && !texts[line].empty()) {
        result += std::string(width - display_width(names[line]), ' ');
        result += beside(texts[line], cell.style, look);
      }
      result += '\n';
    }
  }
  return result;
}

}  // namespace skillmatrix::cli
