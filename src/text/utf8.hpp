// Strict UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace skillmatrix::text {

/// The offset of the first byte at or after `from` that begins no well-formed sequence (Unicode
/// table 3-7: no overlong forms, no surrogates, nothing past U+10FFFF); nothing if there is none.
/// `from` must be a place where a character may begin. Complexity: linear.
std::optional<std::size_t> first_ill_formed(std::string_view text, std::size_t from = 0);

/// How many bytes at `at`, where `first_ill_formed` stopped, are one mistake: the longest part of a
/// sequence that got that far, at least 1. Go on from behind them to list every mistake once.
std::size_t ill_formed_length(std::string_view text, std::size_t at);

/// The bytes of the well-formed character at `at`, 1 to 4; 0 if there is none.
std::size_t character_length(std::string_view text, std::size_t at);

/// A code point and how many bytes it takes.
struct Point {
  char32_t value = 0;
  std::size_t length = 0;
};

/// The code point at `at`, which must be within the text; for a byte that begins no character,
/// U+FFFD of length 1.
Point point_at(std::string_view text, std::size_t at);

/// Appends a code point that is no surrogate.
void append(std::string& text, char32_t point);

/// "U+202E".
std::string notation(char32_t point);

/// The text with U+FFFD in place of each mistake.
std::string to_well_formed(std::string_view text);

/// The longest beginning of at most `most` bytes that cuts no character in two.
std::string_view prefix(std::string_view text, std::size_t most);

/// The code points of a text; a byte that belongs to no character counts as U+FFFD.
std::u32string code_points(std::string_view text);

/// "C3 28".
std::string hexadecimal(std::string_view bytes);

}  // namespace skillmatrix::text
