#include "text/bidi.hpp"

#include "skillmatrix/text.hpp"
#include "text/icu.hpp"
#include "text/utf8.hpp"

namespace skillmatrix {
namespace {

char32_t isolate_of(TextDirection direction) {
  switch (direction) {
    case TextDirection::ltr:
      return text::left_to_right_isolate;
    case TextDirection::rtl:
      return text::right_to_left_isolate;
    case TextDirection::automatic:
      break;
  }
  return text::first_strong_isolate;
}

/// Puts a text into isolates, paragraph by paragraph.
class Isolator {
 public:
  explicit Isolator(char32_t initiator) : initiator_(initiator) {}

  void take(char32_t point) {
    if (text::ends_paragraph(point)) {
      close();
    } else if (!is_open_) {
      text::append(result_, initiator_);
      is_open_ = true;
    }
    // One that closes nothing would close the isolate around the text.
    if (point == text::pop_directional_isolate && inner_.count() == 0) return;
    inner_.take(point);
    text::append(result_, point);
  }

  std::string finish() {
    close();
    return std::move(result_);
  }

 private:
  void close() {
    if (!is_open_) return;
    for (std::size_t left = inner_.count() + 1; left != 0; --left) {
      text::append(result_, text::pop_directional_isolate);
    }
    inner_ = {};
    is_open_ = false;
  }

  char32_t initiator_;
  text::OpenIsolates inner_;
  bool is_open_ = false;
  std::string result_;
};

/// Letters, digits and marks that run from right to left, or have others do so.
bool runs_right_to_left(char32_t point) {
  switch (u_charDirection(static_cast<UChar32>(point))) {
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
    case U_ARABIC_NUMBER:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_RIGHT_TO_LEFT_ISOLATE:
      return true;
    default:
      return false;
  }
}

bool has_right_to_left(std::string_view text) {
  // The first one is U+0590: no byte before it is greater.
  constexpr unsigned char first = 0xD6;
  const auto may_be = [](char byte) { return static_cast<unsigned char>(byte) >= first; };
  for (std::size_t at = 0; at < text.size();) {
    if (!may_be(text[at])) {
      ++at;
      continue;
    }
    const auto [point, length] = text::point_at(text, at);
    if (runs_right_to_left(point)) return true;
    at += length;
  }
  return false;
}

}  // namespace

namespace text {

bool is_isolated(std::string_view text, Isolated isolated) {
  return isolated == Isolated::all ||
         (isolated == Isolated::right_to_left && has_right_to_left(text));
}

void append(std::string& out, std::string_view text, Isolated isolated) {
  if (is_isolated(text, isolated)) {
    out += isolate(text);
  } else {
    out += text;
  }
}

}  // namespace text

std::string isolate(std::string_view text, TextDirection direction) {
  Isolator isolator(isolate_of(direction));
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = text::point_at(text, at);
    isolator.take(point);
    at += length;
  }
  return isolator.finish();
}

TextDirection first_strong_direction(std::string_view text) {
  text::OpenIsolates isolates;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = text::point_at(text, at);
    at += length;
    isolates.take(point);
    if (isolates.count() != 0) continue;
    switch (u_charDirection(static_cast<UChar32>(point))) {
      case U_LEFT_TO_RIGHT:
        return TextDirection::ltr;
      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
        return TextDirection::rtl;
      default:
        break;
    }
  }
  return TextDirection::automatic;
}

}  // namespace skillmatrix
