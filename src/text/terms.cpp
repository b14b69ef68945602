#include "text/terms.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "text/icu.hpp"
#include "text/utf8.hpp"

namespace skillmatrix::text {
namespace {

enum class Sign : std::uint8_t {
  separator,
  letter,    ///< Also digits, and marks that are on them.
  mark,      ///< Belongs to what is before it.
  run,       ///< Of a script that is written without spaces.
  sticky,    ///< `+` and `#`.
  connector  ///< The other signs of compounds.
};

struct Character {
  Sign sign = Sign::separator;
  std::size_t end = 0;  ///< The offset behind it.
};

bool is_spaceless(UChar32 point) {
  constexpr UChar32 long_vowel_mark = 0x30FC;  // Shared by both kana, so of no script.
  if (point == long_vowel_mark) return true;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(point, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

Sign ascii_sign(char byte) {
  if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) return Sign::letter;
  switch (byte) {
    case '+':
    case '#':
      return Sign::sticky;
    case '.':
    case '/':
    case '&':
    case '-':
    case '_':
    case '\'':
      return Sign::connector;
    default:
      return byte >= 'A' && byte <= 'Z' ? Sign::letter : Sign::separator;
  }
}

Sign sign_of(UChar32 point) {
  const std::uint32_t category = U_GET_GC_MASK(point);
  if ((category & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) == 0) return Sign::separator;
  if (is_spaceless(point)) return Sign::run;
  return (category & U_GC_M_MASK) != 0 ? Sign::mark : Sign::letter;
}

UChar32 next_point(std::string_view text, std::size_t& at) {
  const std::size_t length = std::max<std::size_t>(1, character_length(text, at));
  const char32_t point = code_points(text.substr(at, length)).front();
  at += length;
  return static_cast<UChar32>(point);
}

Character read(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {Sign::separator, at};
  if (static_cast<unsigned char>(text[at]) < 0x80) return {ascii_sign(text[at]), at + 1};
  const UChar32 point = next_point(text, at);
  return {sign_of(point), at};
}

bool is_of_word(Sign sign) { return sign == Sign::letter || sign == Sign::mark; }

std::size_t skip_letters(std::string_view text, std::size_t at) {
  Character next = read(text, at);
  while (is_of_word(next.sign)) {
    at = next.end;
    next = read(text, at);
  }
  return at;
}

std::size_t skip_run(std::string_view text, std::size_t at) {
  Character next = read(text, at);
  while (next.sign == Sign::run || next.sign == Sign::mark) {
    at = next.end;
    next = read(text, at);
  }
  return at;
}

/// The `+` and `#` that belong to the word before them.
std::size_t skip_sticky(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (read(text, end).sign == Sign::sticky) ++end;
  const bool joins = end - at == 1 && is_of_word(read(text, end).sign);
  return joins ? at : end;
}

/// A compound or a single word from `begin`, where a letter or a full stop before one is.
/// Returns where it ends.
std::size_t read_word(std::string_view text, std::size_t begin, std::vector<Word>& words) {
  Word word;
  std::size_t part = begin;
  std::size_t end = begin;
  if (text[begin] == '.') part = ++end;
  while (true) {
    end = skip_sticky(text, skip_letters(text, end));
    const bool is_all = part == begin;
    const Sign sign = read(text, end).sign;
    const bool is_joined =
        (sign == Sign::connector || sign == Sign::sticky) && is_of_word(read(text, end + 1).sign);
    const bool goes_on = is_joined || is_of_word(sign);
    if (!is_all || goes_on) word.parts.emplace_back(text.substr(part, end - part));
    if (part > begin + 1 && text[part - 1] == '.') {
      word.dotted.emplace_back(text.substr(part - 1, end - part + 1));
    }
    if (!goes_on) break;
    if (is_joined) ++end;
    part = end;
  }
  word.text = text.substr(begin, end - begin);
  words.push_back(std::move(word));
  return end;
}

std::string with_plain_apostrophes(std::string_view folded) {
  constexpr std::string_view typographic = "\u2019";
  std::string text;
  std::size_t from = 0;
  for (std::size_t at = folded.find(typographic); at != std::string_view::npos;
       at = folded.find(typographic, from)) {
    text += folded.substr(from, at - from);
    text += '\'';
    from = at + typographic.size();
  }
  text += folded.substr(from);
  return text;
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> found;
  std::size_t at = 0;
  while (at < text.size()) {
    const Character next = read(text, at);
    const bool is_dot_of_word = text[at] == '.' && is_of_word(read(text, next.end).sign);
    if (next.sign == Sign::run) {
      const std::size_t end = skip_run(text, at);
      found.push_back({std::string(text.substr(at, end - at)), true, {}, {}});
      at = end;
    } else if (is_of_word(next.sign) || is_dot_of_word) {
      at = read_word(text, at, found);
    } else {
      at = next.end;
    }
  }
  return found;
}

}  // namespace

std::vector<Word> words(std::string_view folded) {
  if (folded.find("\u2019") == std::string_view::npos) return words_of(folded);
  return words_of(with_plain_apostrophes(folded));
}

std::vector<std::uint64_t> units(std::string_view run) {
  constexpr unsigned point_bits = 21;
  std::vector<std::uint64_t> found;
  unsigned shift = 0;
  for (std::size_t at = 0; at < run.size();) {
    const UChar32 point = next_point(run, at);
    const bool is_mark = (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0;
    shift += point_bits;
    if (!is_mark || found.empty() || shift > 2 * point_bits) {
      found.push_back(static_cast<std::uint64_t>(point));
      shift = 0;
    } else {
      found.back() |= static_cast<std::uint64_t>(point) << shift;
    }
  }
  return found;
}

}  // namespace skillmatrix::text
