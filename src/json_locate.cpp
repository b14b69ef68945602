#include "json_locate.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "skillmatrix/json.hpp"

namespace skillmatrix::form {
namespace {

/// Where one value of the text is.
struct Extent {
  std::size_t key;    ///< Offset of its key, or of the value itself in an array.
  std::size_t begin;  ///< Offset of its first byte.
  std::size_t end;    ///< Offset after its last byte.
};

void append_utf8(std::string& out, std::uint32_t code_point) {
  const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) return put(code_point);
  if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
  }
  put(0x80 | (code_point & 0x3F));
}

std::uint32_t hexadecimal(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char digit : digits) {
    const auto lower = static_cast<std::uint32_t>(digit | 0x20);
    value = value * 16 + (lower >= 'a' ? lower - 'a' + 10 : lower - '0');
  }
  return value;
}

/// The text of a JSON string, given what stands between its quotes.
std::string unescape(std::string_view raw) {
  static constexpr std::string_view letters = "bfnrt";
  static constexpr std::string_view meanings = "\b\f\n\r\t";
  std::string text;
  for (std::size_t at = 0; at < raw.size(); ++at) {
    if (raw[at] != '\\' || at + 1 == raw.size()) {
      text += raw[at];
      continue;
    }
    const char letter = raw[++at];
    if (letter != 'u' || at + 4 >= raw.size()) {
      const std::size_t known = letters.find(letter);
      text += known == std::string_view::npos ? letter : meanings[known];
      continue;
    }
    std::uint32_t unit = hexadecimal(raw.substr(at + 1, 4));
    at += 4;
    const bool leads = unit >= 0xD800 && unit < 0xDC00;
    if (leads && at + 6 < raw.size() && raw[at + 1] == '\\' && raw[at + 2] == 'u') {
      const std::uint32_t trail = hexadecimal(raw.substr(at + 3, 4));
      unit = 0x10000 + ((unit - 0xD800) << 10) + ((trail - 0xDC00) & 0x3FF);
      at += 6;
    }
    // Broken escapes are reported elsewhere; here they only must not make broken text.
    const bool is_character = unit < 0xD800 || (unit >= 0xE000 && unit <= 0x10FFFF);
    append_utf8(text, is_character ? unit : 0xFFFD);
  }
  return text;
}

/// Walks a JSON text that need not be sound and tells a visitor of every value, with its pointer.
/// It keeps its own stack, so that no depth of nesting can exhaust the machine's, and tells nothing of
/// what is nested deeper than any model: pointers of that would cost the square of their depth.
template <class Visitor>
class Walker {
 public:
  Walker(std::string_view text, Visitor& visitor) : text_(text), visitor_(visitor) {}

  void walk() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (at_ < text_.size() && step()) {
    }
    while (!open_.empty()) close();
  }

 private:
  static constexpr std::size_t deepest = 64;

  struct Container {
    bool is_object;
    bool has_key = false;        ///< Of an object: the key has been met, and its value has not.
    std::size_t index;           ///< Of the next element.
    std::size_t pointer_length;  ///< Of the container itself.
    Extent extent;
  };

  bool step() {
    const char byte = text_[at_];
    switch (byte) {
      case ' ':
      case '\t':
      case '\n':
      case '\r':
      case ':':
        ++at_;
        return true;
      case ',':
        ++at_;
        if (!open_.empty()) ++open_.back().index;
        return true;
      case '{':
      case '[':
        open(byte == '{');
        return true;
      case '}':
      case ']':
        if (open_.empty()) return false;
        ++at_;
        close();
        return true;
      case '"':
        return string();
      default:
        return scalar();
    }
  }

  bool expects_key() const {
    return !open_.empty() && open_.back().is_object && !open_.back().has_key;
  }

  bool is_told_of() const { return open_.size() <= deepest; }

  /// Enters the value that starts here: completes the pointer, and tells the visitor.
  Extent enter() {
    if (open_.empty() || !open_.back().is_object) key_ = at_;
    const Extent extent{key_, at_, at_};
    if (!is_told_of()) return extent;
    if (!open_.empty() && !open_.back().is_object) {
      append_token(pointer_, std::to_string(open_.back().index));
    }
    visitor_.enter(pointer_, extent);
    return extent;
  }

  void leave(Extent extent) {
    extent.end = at_;
    if (is_told_of()) visitor_.leave(pointer_, extent);
    if (open_.empty()) return;
    open_.back().has_key = false;
    pointer_.resize(open_.back().pointer_length);
  }

  void open(bool is_object) {
    const Extent extent = enter();
    open_.push_back({is_object, false, 0, pointer_.size(), extent});
    ++at_;
  }

  void close() {
    const Container container = open_.back();
    open_.pop_back();
    pointer_.resize(container.pointer_length);
    leave(container.extent);
  }

  bool string() {
    const std::size_t begin = at_;
    std::size_t end = begin + 1;
    while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2 : 1;
    if (end >= text_.size()) {
      // The string is cut off: it is the last value that can be told of.
      if (!expects_key()) enter();
      at_ = text_.size();
      return false;
    }
    if (expects_key()) {
      key_ = begin;
      at_ = end + 1;
      open_.back().has_key = true;
      if (!is_told_of()) return true;
      append_token(pointer_, unescape(text_.substr(begin + 1, end - begin - 1)));
      visitor_.key(pointer_, begin);
      return true;
    }
    const Extent extent = enter();
    at_ = end + 1;
    leave(extent);
    return true;
  }

  bool scalar() {
    const Extent extent = enter();
    const std::size_t end = text_.find_first_of(",]}\" \t\r\n", at_);
    at_ = end == std::string_view::npos ? text_.size() : end;
    if (at_ == extent.begin) return false;
    leave(extent);
    return true;
  }

  std::string_view text_;
  Visitor& visitor_;
  std::vector<Container> open_;
  std::string pointer_;
  std::size_t at_ = 0;
  std::size_t key_ = 0;
};

using Requests = std::unordered_map<std::string, std::vector<Extent>>;

/// Notes the places of the wanted pointers, and the pointers of the wanted offsets.
class Places {
 public:
  Places(Requests& wanted, std::vector<Finding*> by_offset)
      : wanted_(wanted), by_offset_(std::move(by_offset)) {}

  void key(const std::string& pointer, std::size_t offset) {
    settle(offset);
    current_ = pointer;
  }
  void enter(const std::string& pointer, const Extent& extent) {
    settle(extent.begin);
    current_ = pointer;
    const auto found = wanted_.find(pointer);
    if (found != wanted_.end()) found->second.push_back(extent);
  }
  void leave(const std::string& pointer, const Extent& extent) {
    settle(extent.end);
    current_ = pointer.substr(0, pointer.rfind('/') == std::string::npos ? 0 : pointer.rfind('/'));
  }
  void finish() { settle(std::string_view::npos); }

 private:
  /// Everything before `offset` that has no pointer yet belongs to the value we are in.
  void settle(std::size_t offset) {
    for (; next_ < by_offset_.size() && by_offset_[next_]->diagnostic.offset < offset; ++next_) {
      std::string& pointer = by_offset_[next_]->diagnostic.pointer;
      if (pointer.empty()) pointer = current_;
    }
  }

  Requests& wanted_;
  std::vector<Finding*> by_offset_;
  std::size_t next_ = 0;
  std::string current_;
};

/// Notes the extents of the wanted pointers.
struct Slices {
  std::unordered_map<std::string, std::string_view>& wanted;
  std::string_view text;

  void key(const std::string&, std::size_t) {}
  void enter(const std::string&, const Extent&) {}
  void leave(const std::string& pointer, const Extent& extent) {
    const auto found = wanted.find(pointer);
    if (found == wanted.end() || !found->second.empty()) return;
    found->second = text.substr(extent.begin, extent.end - extent.begin);
  }
};

std::string_view parent(std::string_view pointer) {
  return pointer.substr(0, pointer.rfind('/'));
}

void want_with_ancestors(Requests& wanted, std::string_view pointer) {
  while (wanted.try_emplace(std::string(pointer)).second && !pointer.empty()) {
    pointer = parent(pointer);
  }
}

void set_offset(Finding& finding, const Requests& found) {
  std::string_view pointer = finding.diagnostic.pointer;
  const std::vector<Extent>* extents = &found.at(std::string(pointer));
  while (extents->empty() && !pointer.empty()) {
    pointer = parent(pointer);
    extents = &found.at(std::string(pointer));
  }
  if (extents->empty()) return;
  const Extent& extent = (*extents)[std::min(finding.occurrence, extents->size() - 1)];
  const bool at_key = finding.place == Finding::Place::key;
  finding.diagnostic.offset = at_key ? extent.key : extent.begin;
}

/// Turns offsets into lines and columns, in one pass. The diagnostics are in order of offset.
void count_lines(std::span<Diagnostic> diagnostics, std::string_view text) {
  std::uint64_t line = 1;
  std::uint64_t column = 1;
  std::size_t at = 0;
  for (Diagnostic& diagnostic : diagnostics) {
    for (; at < diagnostic.offset && at < text.size(); ++at) {
      const bool continues = (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
      if (text[at] == '\n') {
        ++line;
        column = 1;
      } else if (!continues) {
        ++column;
      }
    }
    diagnostic.line = line;
    diagnostic.column = column;
  }
}

}  // namespace

void append_token(std::string& pointer, std::string_view token) {
  pointer += '/';
  for (const char byte : token) {
    if (byte == '~') {
      pointer += "~0";
    } else if (byte == '/') {
      pointer += "~1";
    } else {
      pointer += byte;
    }
  }
}

std::vector<std::string> split_pointer(std::string_view pointer) {
  std::vector<std::string> tokens;
  for (std::size_t at = 0; at < pointer.size(); ++at) {
    if (pointer[at] == '/') {
      tokens.emplace_back();
    } else if (pointer[at] == '~' && at + 1 < pointer.size()) {
      tokens.back() += pointer[++at] == '1' ? '/' : '~';
    } else {
      tokens.back() += pointer[at];
    }
  }
  return tokens;
}

std::vector<Diagnostic> place(std::vector<Finding> findings, std::string_view text) {
  Requests wanted;
  std::vector<Finding*> by_offset;
  for (Finding& finding : findings) {
    if (finding.place == Finding::Place::offset) {
      by_offset.push_back(&finding);
    } else {
      want_with_ancestors(wanted, finding.diagnostic.pointer);
    }
  }
  const auto earlier = [](const Finding* left, const Finding* right) {
    return left->diagnostic.offset < right->diagnostic.offset;
  };
  std::ranges::stable_sort(by_offset, earlier);
  Places places(wanted, std::move(by_offset));
  Walker(text, places).walk();
  places.finish();

  std::vector<Diagnostic> diagnostics;
  diagnostics.reserve(findings.size());
  for (Finding& finding : findings) {
    if (finding.place != Finding::Place::offset) set_offset(finding, wanted);
    diagnostics.push_back(std::move(finding.diagnostic));
  }
  std::ranges::stable_sort(diagnostics, {}, &Diagnostic::offset);
  count_lines(diagnostics, text);
  return diagnostics;
}

std::vector<std::string_view> slices(std::span<const std::string> pointers, std::string_view text) {
  std::unordered_map<std::string, std::string_view> wanted;
  for (const std::string& pointer : pointers) wanted.try_emplace(pointer);
  Slices visitor{wanted, text};
  Walker(text, visitor).walk();
  std::vector<std::string_view> found;
  found.reserve(pointers.size());
  for (const std::string& pointer : pointers) found.push_back(wanted.at(pointer));
  return found;
}

}  // namespace skillmatrix::form

namespace skillmatrix {

void locate(std::vector<Diagnostic>& diagnostics, std::string_view json) {
  std::vector<form::Finding> findings;
  findings.reserve(diagnostics.size());
  for (Diagnostic& diagnostic : diagnostics) {
    const bool known = diagnostic.line != 0;
    findings.push_back({std::move(diagnostic), known ? form::Finding::Place::offset
                                                     : form::Finding::Place::value});
  }
  diagnostics = form::place(std::move(findings), json);
}

}  // namespace skillmatrix
