// Characters that order text of both directions (UAX 9).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace skillmatrix::text {

inline constexpr char32_t left_to_right_isolate = 0x2066;
inline constexpr char32_t right_to_left_isolate = 0x2067;
inline constexpr char32_t first_strong_isolate = 0x2068;
inline constexpr char32_t pop_directional_isolate = 0x2069;

constexpr bool begins_isolate(char32_t point) {
  return point >= left_to_right_isolate && point <= first_strong_isolate;
}

/// No isolate reaches beyond one of these.
constexpr bool ends_paragraph(char32_t point) {
  return point == '\n' || point == '\r' || (point >= 0x1C && point <= 0x1E) || point == 0x85 ||
         point == 0x2029;
}

/// Which texts are put into isolates where they stand beside others.
enum class Isolated : std::uint8_t {
  none,
  right_to_left,  ///< Those in which something runs from right to left.
  all,
};

/// O(text), and fast for a text without such characters.
bool is_isolated(std::string_view text, Isolated isolated);

/// Appends a text, isolated or not.
void append(std::string& out, std::string_view text, Isolated isolated);

/// How many isolates are open while a text is read.
class OpenIsolates {
 public:
  void take(char32_t point) {
    if (ends_paragraph(point)) count_ = 0;
    if (begins_isolate(point)) ++count_;
    if (point == pop_directional_isolate && count_ != 0) --count_;
  }
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  std::size_t count_ = 0;
};

}  // namespace skillmatrix::text
