// Text at the boundary: is it sound, and how is it cut and put into other text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/locale.hpp"

// All texts are UTF-8. Every function here is pure, may be called from any number of threads, and
// takes time linear in the text, whatever the text is. Those that look up character data throw
// std::runtime_error if the ICU library at hand has none, and std::length_error for texts of 2 GiB
// or more.
namespace skillmatrix {

/// The offset, in bytes, of the first sequence that is not UTF-8 (Unicode table 3-7: no overlong
/// forms, no surrogates, nothing past U+10FFFF); nothing if the text is well-formed.
std::optional<std::size_t> first_ill_formed(std::string_view text);

/// Whether the text is in Unicode's normal form C (UAX 15), in which equal texts have equal bytes.
/// The library stores the texts and names that it reads in it. Ill-formed sequences count as
/// characters that nothing combines with.
bool is_nfc(std::string_view text);

/// The offset, in bytes, of the first character that the text in normal form C does not have there;
/// nothing if it is in that form.
std::optional<std::size_t> first_not_nfc(std::string_view text);

/// The text in normal form C. Ill-formed sequences are kept as they are.
std::string to_nfc(std::string_view text);

/// Whether nothing of the text can be seen: it is empty, or only of white space (U+00A0, U+3000,
/// ...), invisible characters (U+200B, U+FEFF, joiners, marks of direction, ...), controls and the
/// blank pattern of Braille. Such a text counts as missing, everywhere. Stops at the first
/// character that shows; what is ill-formed does.
bool is_blank(std::string_view text);

/// What a text is for. A name (a title, label, alias or id) is one line; prose may have several.
enum class TextUse : std::uint8_t { name, prose };

/// Why a character is not wanted in a text, the errors first.
enum class UnsafeKind : std::uint8_t {
  control,             ///< C0 but for tab and line breaks, U+007F, C1.
  bidi_embedding,      ///< U+202A..U+202E: changes the order of what follows.
  unbalanced_isolate,  ///< U+2066..U+2069 without its partner in the same paragraph.
  tag,                 ///< U+E0000..U+E007F, invisible, but in the flag of a subdivision.
  noncharacter,        ///< U+FDD0..U+FDEF, and the last two of each plane.
  line_break,          ///< A tab or line break in a name. This and all below are warnings.
  joiner,              ///< ZWJ or ZWNJ where neither the script nor an emoji needs it.
  variation_selector,  ///< Behind a character that has no variants.
  invisible,           ///< Other characters that show nothing: U+200B, U+00AD, U+FEFF, ...
  private_use,         ///< Looks different, or like nothing, elsewhere.
};

/// "control", "bidi_embedding", ...
std::string_view to_string(UnsafeKind kind);

/// A character that should not be in a text.
struct UnsafeCharacter {
  std::size_t offset = 0;  ///< In bytes.
  std::size_t length = 0;  ///< In bytes, 1 to 4.
  char32_t code_point = 0;
  UnsafeKind kind = UnsafeKind::control;
  Severity severity = Severity::error;  ///< Error or warning; it follows from the kind.

  friend bool operator==(const UnsafeCharacter&, const UnsafeCharacter&) = default;
};

/// The first `most` unsafe characters of a text, in its order.
///
/// Some invisible characters are judged by their neighbours:
/// - ZWNJ (U+200C) and ZWJ (U+200D) may stand behind letters that join (Arabic, Syriac, N'Ko, ...),
///   ZWJ also before one; beside a virama, or a Khmer register shifter; ZWJ between emoji.
/// - Variation selectors may follow emoji (with digits, `#` and `*`: in keycaps), ideographs, CJK
///   punctuation, mathematical signs, zero, and letters of the scripts that have variants.
/// - U+200B may separate words of scripts without spaces: Thai, Lao, Khmer, Burmese, ...
/// The marks of direction U+200E, U+200F and U+061C are safe, and so are isolates with a partner.
/// Ill-formed sequences are not judged.
std::vector<UnsafeCharacter> find_unsafe(std::string_view text, TextUse use = TextUse::prose,
                                         std::size_t most = 100);

/// The text, if it has at most `most` grapheme clusters: what readers take for characters (UAX 29).
/// Otherwise its beginning and then the ellipsis, together `most` clusters; without the ellipsis,
/// if that alone is longer. Isolates that are open at the cut are closed, which counts for nothing.
/// Ill-formed sequences become U+FFFD.
std::string truncate(std::string_view text, std::size_t most, std::string_view ellipsis = "\u2026");

/// The text for insertion into plain text of another direction: in isolates (U+2066..U+2069), so
/// that neither changes the order of the other. `automatic` leaves the direction to the first
/// strong character. Each paragraph has its own isolate, since none reaches beyond its paragraph;
/// isolates within are closed, and closed only once. Ill-formed sequences become U+FFFD.
std::string isolate(std::string_view text, TextDirection direction = TextDirection::automatic);

/// The direction of the first strong character outside of isolates (UAX 9, rules P2 and P3, over
/// all paragraphs); `automatic` if there is none.
TextDirection first_strong_direction(std::string_view text);

}  // namespace skillmatrix
