#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <stdexcept>

#include "text/icu.hpp"
#include "text/utf8.hpp"

namespace skillmatrix::text {
namespace {

[[noreturn]] void fail(const char* what) { throw std::runtime_error(what); }

/// ICU counts in 32 bits, and folding may make a text 18 times as long.
std::int32_t checked_length(std::size_t length) {
  if (length > std::numeric_limits<std::int32_t>::max() / 32) fail("a text is too long to fold");
  return static_cast<std::int32_t>(length);
}

std::u16string to_utf16(std::string_view text) {
  if (text.empty()) return {};
  std::u16string converted(text.size(), u'\0');
  std::int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8WithSub(converted.data(), checked_length(converted.size()), &length, text.data(),
                       checked_length(text.size()), 0xFFFD, nullptr, &status);
  if (U_FAILURE(status)) fail("ICU cannot convert a text");
  converted.resize(static_cast<std::size_t>(length));
  return converted;
}

std::string to_utf8(std::u16string_view text) {
  if (text.empty()) return {};
  std::string converted(text.size() * 3, '\0');
  std::int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8WithSub(converted.data(), checked_length(converted.size()), &length, text.data(),
                     checked_length(text.size()), 0xFFFD, nullptr, &status);
  if (U_FAILURE(status)) fail("ICU cannot convert a text");
  converted.resize(static_cast<std::size_t>(length));
  return converted;
}

using Normalizer = const UNormalizer2* (*)(UErrorCode*);

/// ICU keeps the instances, so to get one is cheap.
std::u16string normalized(std::u16string_view text, Normalizer instance) {
  if (text.empty()) return {};
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* normalizer = instance(&status);
  if (U_FAILURE(status)) fail("ICU has no normalization data");
  std::u16string result(text.size() + text.size() / 4 + 8, u'\0');
  const std::int32_t needed =
      unorm2_normalize(normalizer, text.data(), checked_length(text.size()), result.data(),
                       checked_length(result.size()), &status);
  result.resize(static_cast<std::size_t>(needed));
  if (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    unorm2_normalize(normalizer, text.data(), checked_length(text.size()), result.data(), needed,
                     &status);
  }
  if (U_FAILURE(status)) fail("ICU cannot normalize a text");
  return result;
}

void append(std::u16string& text, UChar32 point) {
  if (point <= 0xFFFF) {
    text += static_cast<char16_t>(point);
    return;
  }
  text += static_cast<char16_t>(U16_LEAD(point));
  text += static_cast<char16_t>(U16_TRAIL(point));
}

/// Calls `visit` for each code point.
template <class Visit>
void for_each_point(std::u16string_view text, Visit visit) {
  const std::int32_t length = checked_length(text.size());
  std::int32_t at = 0;
  while (at < length) {
    UChar32 point = 0;
    U16_NEXT(text.data(), at, length, point);
    visit(point);
  }
}

bool is_white_space(UChar32 point) { return u_hasBinaryProperty(point, UCHAR_WHITE_SPACE) != 0; }
bool is_dash(UChar32 point) { return u_hasBinaryProperty(point, UCHAR_DASH) != 0; }

/// Collapses white space and folds dashes.
std::u16string spaced(std::u16string_view text) {
  std::u16string result;
  result.reserve(text.size());
  bool is_space_due = false;
  for_each_point(text, [&](UChar32 point) {
    if (is_white_space(point)) {
      is_space_due = !result.empty();
      return;
    }
    if (is_space_due) result += u' ';
    is_space_due = false;
    append(result, is_dash(point) ? u'-' : point);
  });
  return result;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

/// The same as the way through ICU, for ASCII. Most names are.
std::string name_fold_ascii(std::string_view name) {
  std::string result;
  result.reserve(name.size());
  bool is_space_due = false;
  for (const char byte : name) {
    if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
      is_space_due = !result.empty();
      continue;
    }
    if (is_space_due) result += ' ';
    is_space_due = false;
    const bool is_capital = byte >= 'A' && byte <= 'Z';
    result += is_capital ? static_cast<char>(byte - 'A' + 'a') : byte;
  }
  return result;
}

UScriptCode script_of(UChar32 point) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(point, &status);
  return U_SUCCESS(status) ? script : USCRIPT_UNKNOWN;
}

bool is_arabic_vowel_mark(UChar32 mark) {
  return (mark >= 0x064B && mark <= 0x0652) || mark == 0x0670;
}

/// Whether readers take a letter with this mark for the letter without it.
bool is_droppable(UChar32 mark, UChar32 base, UScriptCode base_script) {
  constexpr UChar32 breve = 0x0306;
  switch (base_script) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_HEBREW:
      return true;
    case USCRIPT_ARABIC:
      return is_arabic_vowel_mark(mark);
    case USCRIPT_CYRILLIC:
      return !(mark == breve && (base == 0x0438 || base == 0x0443));  // й and ў are letters.
    default:
      return false;
  }
}

UChar32 to_hiragana(UChar32 point) {
  const bool is_katakana =
      (point >= 0x30A1 && point <= 0x30F6) || point == 0x30FD || point == 0x30FE;
  return is_katakana ? point - 0x60 : point;
}

std::u16string without_marks(std::u16string_view decomposed) {
  std::u16string result;
  result.reserve(decomposed.size());
  UChar32 base = 0;
  UScriptCode base_script = USCRIPT_UNKNOWN;
  for_each_point(decomposed, [&](UChar32 point) {
    const bool is_mark = u_charType(point) == U_NON_SPACING_MARK;
    if (is_mark && is_droppable(point, base, base_script)) return;
    if (!is_mark) {
      base = point;
      base_script = script_of(point);
    }
    append(result, to_hiragana(point));
  });
  return result;
}

/// Opened once and never changed; ICU allows to ask one checker from any number of threads.
const USpoofChecker* spoof_checker() {
  static const icu::LocalUSpoofCheckerPointer checker = [] {
    UErrorCode status = U_ZERO_ERROR;
    icu::LocalUSpoofCheckerPointer opened(uspoof_open(&status));
    if (U_FAILURE(status)) fail("ICU has no data of confusable characters");
    return opened;
  }();
  return checker.getAlias();
}

std::string skeleton_by_icu(std::string_view name) {
  const std::u16string text = to_utf16(name);
  UErrorCode status = U_ZERO_ERROR;
  std::u16string result(text.size() * 2 + 16, u'\0');
  const std::int32_t needed =
      uspoof_getSkeleton(spoof_checker(), 0, text.data(), checked_length(text.size()),
                         result.data(), checked_length(result.size()), &status);
  result.resize(static_cast<std::size_t>(needed));
  if (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    uspoof_getSkeleton(spoof_checker(), 0, text.data(), checked_length(text.size()), result.data(),
                       needed, &status);
  }
  if (U_FAILURE(status)) fail("ICU cannot make a skeleton of a text");
  return to_utf8(result);
}

/// What ICU makes of each ASCII character, which does not depend on those beside it.
const std::array<std::string, 128>& skeletons_of_ascii() {
  static const std::array<std::string, 128> skeletons = [] {
    std::array<std::string, 128> all;
    for (std::size_t at = 0; at < all.size(); ++at) {
      all[at] = skeleton_by_icu(std::string(1, static_cast<char>(at)));
    }
    return all;
  }();
  return skeletons;
}

}  // namespace

std::string name_fold(std::string_view name) {
  if (name.size() > longest_name) return to_well_formed(name);
  if (is_ascii(name)) return name_fold_ascii(name);
  return to_utf8(spaced(normalized(to_utf16(name), unorm2_getNFKCCasefoldInstance)));
}

std::string tidy_space(std::string_view name) {
  std::string tidied;
  std::string_view space;  // What stands between the last character and the next.
  for (std::size_t at = 0; at < name.size();) {
    const auto [point, length] = point_at(name, at);
    const std::string_view character = name.substr(at, length);
    at += length;
    if (is_white_space(static_cast<UChar32>(point))) {
      space = space.empty() ? character : " ";
      continue;
    }
    if (!tidied.empty()) tidied += space;
    space = {};
    tidied += character;
  }
  return tidied;
}

std::string search_fold(std::string_view folded) {
  if (folded.size() > longest_name) return to_well_formed(folded);
  if (is_ascii(folded)) return std::string(folded);
  const std::u16string bare = without_marks(normalized(to_utf16(folded), unorm2_getNFDInstance));
  return to_utf8(normalized(bare, unorm2_getNFCInstance));
}

std::string skeleton(std::string_view name) {
  if (name.size() > longest_name) return to_well_formed(name);
  if (!is_ascii(name)) return skeleton_by_icu(name);
  const std::array<std::string, 128>& skeletons = skeletons_of_ascii();
  std::string result;
  result.reserve(name.size() + 8);
  for (const char byte : name) result += skeletons[static_cast<unsigned char>(byte)];
  return result;
}

}  // namespace skillmatrix::text
