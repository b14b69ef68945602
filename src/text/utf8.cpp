#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "skillmatrix/text.hpp"

namespace skillmatrix::text {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// What Unicode's table 3-7 allows after a first byte.
struct Form {
  std::uint8_t length;  ///< Of the whole sequence; 0 if the byte begins none.
  std::uint8_t least;   ///< Bounds of the second byte, none of which is within if there is
                        ///< none. The others are 80 to BF.
  std::uint8_t most;
};

constexpr Form form_of(std::uint8_t lead) {
  if (lead < 0x80) return {1, 1, 0};
  if (lead < 0xC2) return {0, 1, 0};  // A continuation byte, or an overlong form of ASCII.
  if (lead < 0xE0) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};  // Not overlong.
  if (lead == 0xED) return {3, 0x80, 0x9F};  // No surrogates.
  if (lead < 0xF0) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};  // Not overlong.
  if (lead < 0xF4) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};  // Up to U+10FFFF.
  return {0, 1, 0};
}

std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(text[at]);
}

bool is_continuation(std::uint8_t byte) { return (byte & 0xC0) == 0x80; }

/// How many bytes at `at` agree with the form that its first byte asks for.
std::size_t agreeing(std::string_view text, std::size_t at, const Form& form) {
  const std::size_t most = std::min<std::size_t>(form.length, text.size() - at);
  std::size_t count = std::min<std::size_t>(most, 1);
  while (count < most) {
    const std::uint8_t byte = byte_at(text, at + count);
    const bool agrees =
        count == 1 ? byte >= form.least && byte <= form.most : is_continuation(byte);
    if (!agrees) break;
    ++count;
  }
  return count;
}

/// The highest bit of each of eight bytes, which is set if a byte is not ASCII.
std::uint64_t high_bits(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word & 0x8080808080808080U;
}

/// Passes over ASCII in large steps: most text is ASCII.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  const char* const bytes = text.data();
  while (text.size() - at >= 32 && (high_bits(bytes + at) | high_bits(bytes + at + 8) |
                                    high_bits(bytes + at + 16) | high_bits(bytes + at + 24)) == 0) {
    at += 32;
  }
  while (text.size() - at >= 8) {
    const std::uint64_t high = high_bits(bytes + at);
    constexpr bool is_little = std::endian::native == std::endian::little;
    const int zeros = is_little ? std::countr_zero(high) : std::countl_zero(high);
    at += static_cast<std::size_t>(zeros) / 8;
    if (high != 0) return at;
  }
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at;
}

constexpr std::array<Form, 256> forms = [] {
  std::array<Form, 256> all{};
  for (std::size_t lead = 0; lead < all.size(); ++lead) {
    all[lead] = form_of(static_cast<std::uint8_t>(lead));
  }
  return all;
}();

/// Passes over characters that are not ASCII, as long as they are well-formed and not among the
/// last bytes of the text. Branches that are foreseen cost less here than the length as a number
/// would.
std::size_t skip_others(std::string_view text, std::size_t at) {
  while (text.size() - at >= 4) {
    const Form& form = forms[byte_at(text, at)];
    const std::uint8_t second = byte_at(text, at + 1);
    if (second < form.least || second > form.most) return at;
    if (form.length == 2) {
      at += 2;
    } else if (!is_continuation(byte_at(text, at + 2))) {
      return at;
    } else if (form.length == 3) {
      at += 3;
    } else if (!is_continuation(byte_at(text, at + 3))) {
      return at;
    } else {
      at += 4;
    }
  }
  return at;
}

}  // namespace

std::size_t character_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const Form form = form_of(byte_at(text, at));
  return agreeing(text, at, form) == form.length ? form.length : 0;
}

std::optional<std::size_t> first_ill_formed(std::string_view text, std::size_t from) {
  std::size_t at = std::min(from, text.size());
  while ((at = skip_ascii(text, at)) < text.size()) {
    const std::size_t others = skip_others(text, at);
    if (others != at) {
      at = others;
      continue;
    }
    const std::size_t length = character_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::size_t ill_formed_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 1;
  return std::max<std::size_t>(1, agreeing(text, at, form_of(byte_at(text, at))));
}

std::string to_well_formed(std::string_view text) {
  std::string mended;
  mended.reserve(text.size());
  std::size_t from = 0;
  while (const std::optional<std::size_t> bad = first_ill_formed(text, from)) {
    mended += text.substr(from, *bad - from);
    mended += replacement;
    from = *bad + ill_formed_length(text, *bad);
  }
  mended += text.substr(from);
  return mended;
}

std::string_view prefix(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most;
  // No character is longer than four bytes; in ill-formed text any cut is as good.
  while (end > 0 && most - end < 4 && is_continuation(byte_at(text, end))) --end;
  return text.substr(0, is_continuation(byte_at(text, end)) ? most : end);
}

Point point_at(std::string_view text, std::size_t at) {
  const std::size_t length = character_length(text, at);
  if (length == 0) return {U'\uFFFD', 1};
  // The first byte holds 7, 5, 4 or 3 bits of the code point, each other one 6.
  const unsigned mask = length == 1 ? 0x7FU : 0xFFU >> (length + 1);
  char32_t value = byte_at(text, at) & mask;
  for (std::size_t next = 1; next < length; ++next) {
    value = (value << 6) | (byte_at(text, at + next) & 0x3FU);
  }
  return {value, length};
}

void append(std::string& text, char32_t point) {
  const auto low = [point](unsigned shift) {
    return static_cast<char>(0x80U | ((point >> shift) & 0x3FU));
  };
  if (point < 0x80) return text.push_back(static_cast<char>(point));
  if (point < 0x800) {
    text += {static_cast<char>(0xC0U | (point >> 6)), low(0)};
  } else if (point < 0x10000) {
    text += {static_cast<char>(0xE0U | (point >> 12)), low(6), low(0)};
  } else {
    text += {static_cast<char>(0xF0U | (point >> 18)), low(12), low(6), low(0)};
  }
}

std::string notation(char32_t point) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string shown = "U+";
  for (unsigned shift = point > 0xFFFFF ? 24 : point > 0xFFFF ? 20 : 16; shift != 0;) {
    shift -= 4;
    shown += digits[(point >> shift) & 15];
  }
  return shown;
}

std::u32string code_points(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Point point = point_at(text, at);
    points += point.value;
    at += point.length;
  }
  return points;
}

std::string hexadecimal(std::string_view bytes) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string shown;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (at != 0) shown += ' ';
    shown += digits[byte_at(bytes, at) >> 4];
    shown += digits[byte_at(bytes, at) & 15];
  }
  return shown;
}

}  // namespace skillmatrix::text

namespace skillmatrix {

std::optional<std::size_t> first_ill_formed(std::string_view text) {
  return text::first_ill_formed(text);
}

}  // namespace skillmatrix
