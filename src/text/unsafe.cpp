#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "skillmatrix/text.hpp"
#include "text/bidi.hpp"
#include "text/icu.hpp"
#include "text/utf8.hpp"

namespace skillmatrix {
namespace {

constexpr char32_t non_joiner = 0x200C;
constexpr char32_t joiner = 0x200D;
constexpr char32_t zero_width_space = 0x200B;
constexpr char32_t keycap = 0x20E3;
constexpr char32_t black_flag = 0x1F3F4;
constexpr char32_t cancel_tag = 0xE007F;

UChar32 icu_point(char32_t point) { return static_cast<UChar32>(point); }
bool has(char32_t point, UProperty property) {
  return u_hasBinaryProperty(icu_point(point), property) != 0;
}
std::int32_t property_of(char32_t point, UProperty property) {
  return u_getIntPropertyValue(icu_point(point), property);
}
bool is_in(char32_t point, char32_t first, char32_t last) {
  return point >= first && point <= last;
}

bool is_line_break(char32_t point) {
  return is_in(point, '\t', '\n') || point == '\r' || is_in(point, 0x2028, 0x2029);
}
bool is_tag(char32_t point) { return is_in(point, 0xE0000, 0xE007F); }
bool is_mongolian_selector(char32_t point) {
  return is_in(point, 0x180B, 0x180D) || point == 0x180F;
}
bool is_ideographic_selector(char32_t point) { return is_in(point, 0xE0100, 0xE01EF); }
bool is_selector(char32_t point) {
  return is_in(point, 0xFE00, 0xFE0F) || is_ideographic_selector(point) ||
         is_mongolian_selector(point);
}
bool is_safe_mark_of_direction(char32_t point) {
  return point == 0x200E || point == 0x200F || point == 0x061C;
}
bool is_invisible(char32_t point) {
  return has(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || is_in(point, 0xFFF9, 0xFFFB);
}

bool is_blank(char32_t point) {
  constexpr char32_t braille_blank = 0x2800;
  if (is_in(point, 0x21, 0x7E)) return false;
  return u_isUWhiteSpace(icu_point(point)) != 0 || is_invisible(point) ||
         u_charType(icu_point(point)) == U_CONTROL_CHAR || point == braille_blank;
}

// What the characters that are judged by context need around them.

UScriptCode script_of(char32_t point) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(icu_point(point), &status);
  return U_SUCCESS(status) ? script : USCRIPT_UNKNOWN;
}

/// Whether the letter changes its form beside others, as those of Arabic do.
bool joins(char32_t point) {
  const std::int32_t type = property_of(point, UCHAR_JOINING_TYPE);
  return type == U_JT_DUAL_JOINING || type == U_JT_RIGHT_JOINING || type == U_JT_LEFT_JOINING;
}

/// The signs that take a consonant's vowel, or shift its register: beside them joiners choose
/// forms.
bool forms_conjuncts(char32_t point) {
  constexpr std::uint8_t virama = 9;
  if (u_getCombiningClass(icu_point(point)) == virama) return true;
  const std::int32_t category = property_of(point, UCHAR_INDIC_SYLLABIC_CATEGORY);
  return category == U_INSC_VIRAMA || category == U_INSC_REGISTER_SHIFTER;
}

bool is_pictograph(char32_t point) {
  return has(point, UCHAR_EXTENDED_PICTOGRAPHIC) || has(point, UCHAR_EMOJI_MODIFIER);
}

/// Of the scripts written without spaces, whose lines are broken with a dictionary.
bool is_of_unspaced_script(char32_t point) {
  return property_of(point, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

bool is_wide_punctuation(char32_t point) {
  return is_in(point, 0x3001, 0x301F) || is_in(point, 0xFF01, 0xFF1F);
}

bool has_text_variants(char32_t point) {
  if (point == '0' || has(point, UCHAR_UNIFIED_IDEOGRAPH)) return true;
  if (is_wide_punctuation(point) || u_charType(icu_point(point)) == U_MATH_SYMBOL) return true;
  const UScriptCode script = script_of(point);
  return script == USCRIPT_MYANMAR || script == USCRIPT_PHAGS_PA || script == USCRIPT_MANICHAEAN;
}

bool is_keycap_base(char32_t point) {
  return is_in(point, '0', '9') || point == '#' || point == '*';
}

/// The length of the tags, their end included, that make a black flag that of a subdivision: two
/// letters or three digits of a region, one to four of its part. 0 if it is something else.
std::size_t flag_length(std::string_view tags) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < tags.size();) {
    const auto [point, length] = text::point_at(tags, at);
    at += length;
    if (point == cancel_tag) return is_in(static_cast<char32_t>(count), 3, 7) ? at : 0;
    const bool is_digit = is_in(point, 0xE0030, 0xE0039);
    const bool is_letter = is_in(point, 0xE0061, 0xE007A);
    if ((!is_digit && !is_letter) || ++count > 7) return 0;
  }
  return 0;
}

/// Goes through a text once, with what is needed of the characters before.
class Scanner {
 public:
  Scanner(std::string_view text, TextUse use, std::size_t most)
      : text_(text), use_(use), most_(most) {}

  std::vector<UnsafeCharacter> scan() {
    for (pass_ascii(); at_ < text_.size(); pass_ascii()) {
      const auto [point, length] = text::point_at(text_, at_);
      length_ = length;
      take(point);
      at_ += length_;
    }
    end_paragraph();
    return merged();
  }

 private:
  /// Most text is ASCII, of which only the controls need a look.
  void pass_ascii() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] >= 0x20 && text_[at_] < 0x7F) ++at_;
    if (at_ != begin) before_ = base_ = static_cast<unsigned char>(text_[at_ - 1]);
  }

  void take(char32_t point) {
    if (!is_plain(point)) judge(point);
    if (text::ends_paragraph(point)) end_paragraph();
    before_ = point;
    const bool is_base =
        is_plain(point) || property_of(point, UCHAR_JOINING_TYPE) != U_JT_TRANSPARENT;
    if (is_base && point != joiner) base_ = point;
  }

  /// ASCII without controls, letters below the combining marks, and the letters of kana, Han and
  /// Hangul: none is a mark, and none changes with those beside it.
  static bool is_plain(char32_t point) {
    if (point < 0x3041)
      return is_in(point, 0x20, 0x7E) || (is_in(point, 0xA0, 0x2FF) && point != 0xAD);
    return is_in(point, 0x3041, 0x3096) || is_in(point, 0x30A1, 0x30FA) ||
           is_in(point, 0x4E00, 0x9FFF) || is_in(point, 0xAC00, 0xD7A3);
  }

  void judge(char32_t point) {
    if (text::begins_isolate(point)) return open_isolate(point);
    if (point == text::pop_directional_isolate) return close_isolate(point);
    if (is_tag(point)) return judge_tag(point);
    if (const Kind kind = kind_of(point)) add(found_, at_, point, *kind);
  }

  using Kind = std::optional<UnsafeKind>;
  static constexpr Kind fine = std::nullopt;
  static Kind unless(bool is_fine, UnsafeKind kind) { return is_fine ? fine : Kind(kind); }

  [[nodiscard]] Kind kind_of(char32_t point) const {
    if (is_line_break(point)) return unless(use_ == TextUse::prose, UnsafeKind::line_break);
    if (point == non_joiner || point == joiner) {
      return unless(is_joiner_in_place(point), UnsafeKind::joiner);
    }
    if (is_selector(point)) {
      return unless(is_selector_in_place(point), UnsafeKind::variation_selector);
    }
    if (is_in(point, 0x202A, 0x202E)) return UnsafeKind::bidi_embedding;
    if (U_IS_UNICODE_NONCHAR(icu_point(point))) return UnsafeKind::noncharacter;
    if (point == zero_width_space && separates_words()) return fine;
    if (is_safe_mark_of_direction(point)) return fine;
    if (is_invisible(point)) return UnsafeKind::invisible;
    switch (u_charType(icu_point(point))) {
      case U_CONTROL_CHAR:
        return UnsafeKind::control;
      case U_PRIVATE_USE_CHAR:
        return UnsafeKind::private_use;
      default:
        return fine;
    }
  }

  /// The character behind this one; 0 at the end.
  [[nodiscard]] char32_t next() const {
    const std::size_t behind = at_ + length_;
    return behind < text_.size() ? text::point_at(text_, behind).value : 0;
  }

  [[nodiscard]] bool is_joiner_in_place(char32_t point) const {
    if (forms_conjuncts(before_) || forms_conjuncts(next())) return true;
    if (joins(base_)) return true;
    if (point != joiner) return false;
    return joins(next()) || (is_pictograph(base_) && is_pictograph(next()));
  }

  [[nodiscard]] bool is_selector_in_place(char32_t point) const {
    if (is_mongolian_selector(point)) return script_of(before_) == USCRIPT_MONGOLIAN;
    if (is_ideographic_selector(point)) return has(before_, UCHAR_UNIFIED_IDEOGRAPH);
    const bool is_emoji_selector = point >= 0xFE0E;
    if (!is_emoji_selector) return has_text_variants(before_);
    if (is_keycap_base(before_)) return next() == keycap;
    return has(before_, UCHAR_EMOJI);
  }

  [[nodiscard]] bool separates_words() const {
    return is_of_unspaced_script(before_) && is_of_unspaced_script(next());
  }

  void judge_tag(char32_t point) {
    const std::size_t flag = before_ == black_flag ? flag_length(text_.substr(at_)) : 0;
    if (flag == 0) return add(found_, at_, point, UnsafeKind::tag);
    length_ = flag;
  }

  void open_isolate(char32_t point) { open_.push_back({at_, length_, point}); }

  void close_isolate(char32_t point) {
    if (open_.empty()) return add(unbalanced_, at_, point, UnsafeKind::unbalanced_isolate);
    open_.pop_back();
  }

  void end_paragraph() {
    for (const Open& each : open_) {
      add(unbalanced_, each.offset, each.point, UnsafeKind::unbalanced_isolate, each.length);
    }
    open_.clear();
  }

  void add(std::vector<UnsafeCharacter>& list, std::size_t offset, char32_t point,
           UnsafeKind kind) const {
    add(list, offset, point, kind, length_);
  }

  void add(std::vector<UnsafeCharacter>& list, std::size_t offset, char32_t point, UnsafeKind kind,
           std::size_t length) const {
    if (list.size() == most_) return;
    const bool is_error = kind < UnsafeKind::line_break;
    list.push_back({offset, length, point, kind, is_error ? Severity::error : Severity::warning});
  }

  /// Both lists are in the order of the text.
  [[nodiscard]] std::vector<UnsafeCharacter> merged() const {
    std::vector<UnsafeCharacter> all;
    std::ranges::merge(found_, unbalanced_, std::back_inserter(all), {}, &UnsafeCharacter::offset,
                       &UnsafeCharacter::offset);
    if (all.size() > most_) all.resize(most_);
    return all;
  }

  struct Open {
    std::size_t offset;
    std::size_t length;
    char32_t point;
  };

  std::string_view text_;
  TextUse use_;
  std::size_t most_;
  std::size_t at_ = 0;
  std::size_t length_ = 0;  ///< Of what is at `at_`.
  char32_t before_ = 0;
  char32_t base_ = 0;  ///< The last one that is no mark.
  std::vector<Open> open_;
  std::vector<UnsafeCharacter> found_;
  std::vector<UnsafeCharacter> unbalanced_;
};

constexpr std::array<std::string_view, 10> kind_names{
    "control",    "bidi_embedding", "unbalanced_isolate", "tag",       "noncharacter",
    "line_break", "joiner",         "variation_selector", "invisible", "private_use"};

}  // namespace

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = text::point_at(text, at);
    if (!is_blank(point)) return false;
    at += length;
  }
  return true;
}

std::string_view to_string(UnsafeKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::vector<UnsafeCharacter> find_unsafe(std::string_view text, TextUse use, std::size_t most) {
  return Scanner(text, use, most).scan();
}

}  // namespace skillmatrix
