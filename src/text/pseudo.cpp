#include "text/pseudo.hpp"

#include "skillmatrix/text.hpp"
#include "text/bidi.hpp"
#include "text/icu.hpp"
#include "text/utf8.hpp"

namespace skillmatrix::text {
namespace {

constexpr std::u32string_view small_letters = U"áƀçðéƒğĥíĵķļɱñõþɋŕšţúṽŵẋýž";
constexpr std::u32string_view capitals = U"ÁɃÇÐÉƑĞĤÍĴĶĻⱮÑÕÞɊŔŠŢÚṼŴẊÝŽ";
static_assert(small_letters.size() == 26 && capitals.size() == 26);

constexpr std::string_view padding = " one two three four five six seven eight nine ten";

char32_t with_accent(char32_t point) {
  if (point >= 'a' && point <= 'z') return small_letters[point - 'a'];
  if (point >= 'A' && point <= 'Z') return capitals[point - 'A'];
  return point;
}

bool is_white_space(char32_t point) { return u_isUWhiteSpace(static_cast<UChar32>(point)) != 0; }

}  // namespace

std::string accented(std::string_view text) {
  std::string result = "[";
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const auto [point, length] = point_at(text, at);
    append(result, with_accent(point));
    at += length;
  }
  const std::size_t further = (count * 35 + 99) / 100;
  for (std::size_t at = 0; at < further; ++at) {
    append(result, with_accent(static_cast<char32_t>(padding[at % padding.size()])));
  }
  // A letter may have got its accent before a mark that goes below it.
  return to_nfc(result + ']');
}

std::string right_to_left(std::string_view text) {
  constexpr char32_t right_to_left_mark = 0x200F;
  std::string result;
  append(result, right_to_left_mark);
  bool is_in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = point_at(text, at);
    at += length;
    const bool is_of_word = !is_white_space(point);
    if (is_of_word && !is_in_word) append(result, right_to_left_isolate);
    if (!is_of_word && is_in_word) append(result, pop_directional_isolate);
    is_in_word = is_of_word;
    append(result, point);
  }
  if (is_in_word) append(result, pop_directional_isolate);
  return result;
}

}  // namespace skillmatrix::text
