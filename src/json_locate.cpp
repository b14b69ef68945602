#include "json_locate.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <iterator>
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

/// A place in a document where values are wanted.
struct Wanted {
  std::unordered_map<std::string, Wanted*> below;  ///< By token.
  std::vector<Extent> extents;                     ///< Of the values here, as they were found.
};

/// The wanted places, as a tree with a branch for each token of a pointer. A walk that goes down
/// the tree with the text looks at one token for each value, and passes over what has nothing
/// wanted in it.
class WantedTree {
 public:
  [[nodiscard]] Wanted& root() { return places_.front(); }

  /// Adds the place of a pointer, which stays where it is.
  Wanted* add(std::string_view pointer) {
    Wanted* place = &root();
    for (const std::string& token : split_pointer(pointer)) {
      const auto [entry, is_new] = place->below.try_emplace(token);
      if (is_new) entry->second = &places_.emplace_back();
      place = entry->second;
    }
    return place;
  }

  /// The place of a pointer that was added, or the nearest one above it where the text has a value;
  /// nothing if it has none.
  [[nodiscard]] const Wanted* find(std::string_view pointer) const {
    const Wanted* found = nullptr;
    const Wanted* place = &places_.front();
    for (const std::string& token : split_pointer(pointer)) {
      if (place->extents.empty()) return found;
      found = place;
      place = place->below.at(token);
    }
    return place->extents.empty() ? found : place;
  }

 private:
  std::deque<Wanted> places_ = std::deque<Wanted>(1);
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

/// Walks a JSON text that need not be sound, notes the extents of the wanted values, and finds the
/// pointers of the findings whose offset is known. It keeps its own stack, so that no depth of
/// nesting can exhaust the machine's.
class Walker {
 public:
  /// The findings are in order of offset.
  Walker(std::string_view text, Wanted& root, std::vector<Finding*> by_offset = {})
      : text_(text), root_(root), by_offset_(std::move(by_offset)) {}

  void walk() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (at_ < text_.size() && step()) {
    }
    while (!open_.empty()) close();
    settle(std::string_view::npos);
  }

 private:
  /// Of the pointers made for offsets. What is below a place of a longer one is told to be at it:
  /// such are in no model, and many long ones would fill the memory.
  static constexpr std::size_t longest_pointer = 1024;

  struct Container {
    bool is_object;
    Wanted* wanted;              ///< The container's own place; nothing if it is not wanted.
    std::size_t index = 0;       ///< Of the next element.
    bool has_key = false;        ///< Of an object: the key has been met, and its value has not.
    std::size_t key = 0;         ///< Where that key is,
    std::string_view raw_key{};  ///< and what stands between its quotes.
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

  /// Enters the value that starts here; its place, if it is wanted.
  Wanted* enter() {
    settle(at_);
    is_inside_ = true;
    Wanted* wanted = open_.empty() ? &root_ : branch(open_.back());
    if (wanted == nullptr) return nullptr;
    const bool is_member = !open_.empty() && open_.back().is_object;
    wanted->extents.push_back({is_member ? open_.back().key : at_, at_, at_});
    return wanted;
  }

  static Wanted* branch(const Container& parent) {
    if (parent.wanted == nullptr || parent.wanted->below.empty()) return nullptr;
    const auto found = parent.wanted->below.find(parent.is_object ? unescape(parent.raw_key)
                                                                  : std::to_string(parent.index));
    return found == parent.wanted->below.end() ? nullptr : found->second;
  }

  void leave(Wanted* wanted) {
    settle(at_);
    is_inside_ = false;
    if (wanted != nullptr) wanted->extents.back().end = at_;
    if (!open_.empty()) open_.back().has_key = false;
  }

  void open(bool is_object) {
    Wanted* wanted = enter();
    open_.push_back({is_object, wanted});
    is_inside_ = false;
    ++at_;
  }

  void close() {
    Wanted* wanted = open_.back().wanted;
    settle(at_);
    open_.pop_back();
    leave(wanted);
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
      settle(begin);
      open_.back().has_key = true;
      open_.back().key = begin;
      open_.back().raw_key = text_.substr(begin + 1, end - begin - 1);
      is_inside_ = true;
      at_ = end + 1;
      return true;
    }
    Wanted* wanted = enter();
    at_ = end + 1;
    leave(wanted);
    return true;
  }

  bool scalar() {
    const std::size_t begin = at_;
    Wanted* wanted = enter();
    const std::size_t end = text_.find_first_of(",]}\" \t\r\n", at_);
    at_ = end == std::string_view::npos ? text_.size() : end;
    if (at_ == begin) return false;
    leave(wanted);
    return true;
  }

  /// Everything before `offset` that has no pointer yet belongs to the value we are in.
  void settle(std::size_t offset) {
    for (; next_ < by_offset_.size() && by_offset_[next_]->diagnostic.offset < offset; ++next_) {
      std::string& pointer = by_offset_[next_]->diagnostic.pointer;
      if (pointer.empty()) pointer = current_pointer();
    }
  }

  /// Of the member or element we are in, or else of the innermost container.
  std::string current_pointer() const {
    std::string pointer;
    for (std::size_t at = 0; at < open_.size(); ++at) {
      const Container& container = open_[at];
      if (at + 1 == open_.size() && !is_inside_) break;
      if (pointer.size() + container.raw_key.size() > longest_pointer) break;
      append_token(pointer, container.is_object ? unescape(container.raw_key)
                                                : std::to_string(container.index));
    }
    return pointer;
  }

  std::string_view text_;
  Wanted& root_;
  std::vector<Finding*> by_offset_;
  std::size_t next_ = 0;
  std::vector<Container> open_;
  bool is_inside_ = false;  ///< Of a member or element of the innermost container.
  std::size_t at_ = 0;
};

void set_offset(Finding& finding, const WantedTree& tree) {
  const Wanted* found = tree.find(finding.diagnostic.pointer);
  if (found == nullptr) return;
  const std::vector<Extent>& extents = found->extents;
  const Extent& extent = extents[std::min(finding.occurrence, extents.size() - 1)];
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
      continue;
    }
    if (tokens.empty()) tokens.emplace_back();
    if (pointer[at] == '~' && at + 1 < pointer.size()) {
      tokens.back() += pointer[++at] == '1' ? '/' : '~';
    } else {
      tokens.back() += pointer[at];
    }
  }
  return tokens;
}

std::vector<Diagnostic> place(std::vector<Finding> findings, std::string_view text) {
  if (findings.empty()) return {};
  WantedTree wanted;
  std::vector<Finding*> by_offset;
  for (Finding& finding : findings) {
    if (finding.place == Finding::Place::offset) {
      by_offset.push_back(&finding);
    } else {
      wanted.add(finding.diagnostic.pointer);
    }
  }
  const auto earlier = [](const Finding* left, const Finding* right) {
    return left->diagnostic.offset < right->diagnostic.offset;
  };
  std::ranges::stable_sort(by_offset, earlier);
  Walker(text, wanted.root(), std::move(by_offset)).walk();

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
  WantedTree wanted;
  std::vector<const Wanted*> places;
  places.reserve(pointers.size());
  for (const std::string& pointer : pointers) places.push_back(wanted.add(pointer));
  Walker(text, wanted.root()).walk();
  std::vector<std::string_view> found;
  found.reserve(pointers.size());
  for (const Wanted* place : places) {
    const bool is_there = !place->extents.empty();
    const Extent extent = is_there ? place->extents.front() : Extent{};
    found.push_back(text.substr(extent.begin, extent.end - extent.begin));
  }
  return found;
}

}  // namespace skillmatrix::form

namespace skillmatrix {

void locate(std::vector<Diagnostic>& diagnostics, std::string_view json) {
  const auto is_placed = [](const Diagnostic& each) { return each.code != Code::findings_omitted; };
  const auto omitted = std::stable_partition(diagnostics.begin(), diagnostics.end(), is_placed);
  std::vector<form::Finding> findings;
  findings.reserve(diagnostics.size());
  for (Diagnostic& diagnostic : std::span(diagnostics.begin(), omitted)) {
    const bool known = diagnostic.line != 0;
    findings.push_back({std::move(diagnostic),
                        known ? form::Finding::Place::offset : form::Finding::Place::value});
  }
  std::vector<Diagnostic> placed = form::place(std::move(findings), json);
  std::move(omitted, diagnostics.end(), std::back_inserter(placed));
  diagnostics = std::move(placed);
}

}  // namespace skillmatrix
