// Writes JSON text: escapes exactly what JSON demands, indents by two spaces.
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "skillmatrix/json.hpp"

namespace skillmatrix {

/// Calls come in the order of the text; separators put themselves in. The caller sees to it that
/// objects and arrays are closed, that keys stand before values in objects only, and that strings
/// are UTF-8.
class JsonEmitter {
 public:
  explicit JsonEmitter(Layout layout = Layout::indented) : indented_(layout == Layout::indented) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  void key(std::string_view name) {
    separate();
    put_string(name);
    text_ += indented_ ? ": " : ":";
    after_key_ = true;
  }

  void value(std::string_view string) {
    separate();
    put_string(string);
  }
  template <std::integral Number>
  void value(Number number) {
    if constexpr (std::same_as<Number, bool>) {
      raw(number ? "true" : "false");
    } else {
      raw(std::to_string(number));
    }
  }
  void null() { raw("null"); }
  void value(std::nullopt_t) { null(); }
  template <class Value>
  void value(const std::optional<Value>& content) {
    if (!content) return null();
    value(*content);
  }

  /// A value that is JSON already.
  void raw(std::string_view json) {
    separate();
    text_ += json;
  }

  template <class Value>
  void member(std::string_view name, const Value& content) {
    key(name);
    value(content);
  }

  /// An array: `put` writes the value of each element of the range.
  template <class Range, class Put>
  void array(const Range& range, Put put) {
    begin_array();
    for (const auto& element : range) put(element);
    end_array();
  }
  template <class Range, class Put>
  void array(std::string_view name, const Range& range, Put put) {
    key(name);
    array(range, put);
  }

  /// An object: `put` writes its members.
  template <class Put>
  void object(Put put) {
    begin_object();
    put();
    end_object();
  }
  template <class Put>
  void object(std::string_view name, Put put) {
    key(name);
    object(put);
  }

  /// An array of objects: `put` writes the members for each element of the range.
  template <class Range, class Put>
  void objects(const Range& range, Put put) {
    array(range, [&](const auto& element) { object([&] { put(element); }); });
  }
  template <class Range, class Put>
  void objects(std::string_view name, const Range& range, Put put) {
    key(name);
    objects(range, put);
  }

  /// The text; with a final line feed if it is indented.
  std::string take() {
    if (indented_) text_ += '\n';
    return std::move(text_);
  }

 private:
  void open(char bracket) {
    separate();
    text_ += bracket;
    ++depth_;
    empty_ = true;
  }

  void close(char bracket) {
    --depth_;
    if (!empty_) start_line();
    text_ += bracket;
    empty_ = false;
  }

  void separate() {
    if (after_key_) {
      after_key_ = false;
    } else if (depth_ > 0) {
      if (!empty_) text_ += ',';
      start_line();
    }
    empty_ = false;
  }

  void start_line() {
    if (!indented_) return;
    text_ += '\n';
    text_.append(2 * depth_, ' ');
  }

  void put_string(std::string_view string) {
    text_ += '"';
    for (const char byte : string) put_byte(byte);
    text_ += '"';
  }

  void put_byte(char byte) {
    static constexpr std::string_view special = "\"\\\b\f\n\r\t";
    static constexpr std::string_view letters = "\"\\bfnrt";
    static constexpr std::string_view digits = "0123456789abcdef";
    const auto code = static_cast<unsigned char>(byte);
    if (code >= 0x20 && byte != '"' && byte != '\\') {
      text_ += byte;
    } else if (const std::size_t at = special.find(byte); at != std::string_view::npos) {
      text_ += '\\';
      text_ += letters[at];
    } else {
      text_ += "\\u00";
      text_ += digits[code >> 4U];
      text_ += digits[code & 15U];
    }
  }

  std::string text_;
  std::size_t depth_ = 0;
  bool indented_;
  bool empty_ = true;  // The innermost array or object has no element yet.
  bool after_key_ = false;
};

}  // namespace skillmatrix
