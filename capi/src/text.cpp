#include "skillmatrix/text.h"

#include <limits>

#include "skillmatrix/text.hpp"
#include "texts.hpp"

namespace capi = skillmatrix::capi;
using skillmatrix::Severity;
using skillmatrix::TextDirection;
using skillmatrix::TextUse;
using skillmatrix::UnsafeCharacter;
using skillmatrix::UnsafeKind;

static_assert(static_cast<int>(UnsafeKind::control) == SKM_UNSAFE_CONTROL);
static_assert(static_cast<int>(UnsafeKind::bidi_embedding) == SKM_UNSAFE_BIDI_EMBEDDING);
static_assert(static_cast<int>(UnsafeKind::unbalanced_isolate) == SKM_UNSAFE_UNBALANCED_ISOLATE);
static_assert(static_cast<int>(UnsafeKind::tag) == SKM_UNSAFE_TAG);
static_assert(static_cast<int>(UnsafeKind::noncharacter) == SKM_UNSAFE_NONCHARACTER);
static_assert(static_cast<int>(UnsafeKind::line_break) == SKM_UNSAFE_LINE_BREAK);
static_assert(static_cast<int>(UnsafeKind::joiner) == SKM_UNSAFE_JOINER);
static_assert(static_cast<int>(UnsafeKind::variation_selector) == SKM_UNSAFE_VARIATION_SELECTOR);
static_assert(static_cast<int>(UnsafeKind::invisible) == SKM_UNSAFE_INVISIBLE);
static_assert(static_cast<int>(UnsafeKind::private_use) == SKM_UNSAFE_PRIVATE_USE);

namespace {

TextDirection direction_of(std::int32_t direction) {
  switch (direction) {
    case SKM_DIRECTION_AUTOMATIC:
      return TextDirection::automatic;
    case SKM_DIRECTION_LTR:
      return TextDirection::ltr;
    case SKM_DIRECTION_RTL:
      return TextDirection::rtl;
    default:
      throw capi::Failure{SKM_ERR_UNSUPPORTED_OPTION, "direction has an unknown value", {}};
  }
}

TextUse use_of(std::int32_t use) {
  switch (use) {
    case SKM_TEXT_USE_PROSE:
      return TextUse::prose;
    case SKM_TEXT_USE_NAME:
      return TextUse::name;
    default:
      throw capi::Failure{SKM_ERR_UNSUPPORTED_OPTION, "use has an unknown value", {}};
  }
}

/// Gives the text that `make` makes of one.
template <class Make>
skm_status give_text(skm_string_view text, skm_buffer** out_text, skm_error** out_error,
                     Make make) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_text, "out_text");
    out.set(make(capi::utf8_of(text, "text")));
  });
}

skm_unsafe_character to_c(const UnsafeCharacter& found) noexcept {
  return {found.offset, static_cast<std::uint32_t>(found.length), found.code_point,
          static_cast<std::int32_t>(found.kind), static_cast<std::int32_t>(found.severity)};
}

}  // namespace

skm_status skm_text_normalize(skm_string_view text, skm_buffer** out_text,
                              skm_error** out_error) noexcept {
  return give_text(text, out_text, out_error, skillmatrix::to_nfc);
}

skm_status skm_text_truncate(skm_string_view text, std::uint64_t most, skm_string_view ellipsis,
                             skm_buffer** out_text, skm_error** out_error) noexcept {
  return give_text(text, out_text, out_error, [&](std::string_view value) {
    const std::string_view end = capi::utf8_of(ellipsis, "ellipsis");
    return skillmatrix::truncate(value, most, end.empty() ? "\u2026" : end);
  });
}

skm_status skm_text_isolate(skm_string_view text, std::int32_t direction, skm_buffer** out_text,
                            skm_error** out_error) noexcept {
  return give_text(text, out_text, out_error, [&](std::string_view value) {
    return skillmatrix::isolate(value, direction_of(direction));
  });
}

std::int32_t skm_text_direction(skm_string_view text) noexcept {
  std::int32_t direction = SKM_DIRECTION_AUTOMATIC;
  capi::guard([&] {
    direction = capi::number_of(skillmatrix::first_strong_direction(capi::text_or_empty(text)));
  });
  return direction;
}

skm_bool skm_text_is_blank(skm_string_view text) noexcept {
  skm_bool is_blank = 0;
  capi::guard([&] { is_blank = skillmatrix::is_blank(capi::text_or_empty(text)) ? 1 : 0; });
  return is_blank;
}

skm_status skm_text_find_unsafe(skm_string_view text, std::int32_t use, std::uint32_t capacity,
                                skm_unsafe_character* out_characters,
                                std::uint32_t* out_count) noexcept {
  return capi::guard([&] {
    const auto found = skillmatrix::find_unsafe(capi::utf8_of(text, "text"), use_of(use),
                                                std::numeric_limits<std::uint32_t>::max());
    capi::give_list(found, capacity, out_characters, out_count, to_c);
  });
}
