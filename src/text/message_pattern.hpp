// The patterns of messages: ICU MessageFormat 1, taken apart and checked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace skillmatrix::text {

/// Bounds that hold before ICU sees a pattern: its parser calls itself for every nested case.
inline constexpr std::size_t longest_pattern = 16 * 1024;  ///< In bytes.
inline constexpr std::size_t deepest_pattern = 16;         ///< Of cases in cases.
/// Of `plural`, `selectordinal` and `select` in one pattern; the words count in its text, too.
inline constexpr std::size_t most_choices = 64;

/// One part of a pattern, in the order of its text. The parts of a plural are: `plural`, then for
/// each case a `selector`, the parts of its text and `end_of_case`; then `end`. Likewise the
/// others.
struct PatternPart {
  enum class Kind : std::uint8_t {
    literal,      ///< Text, without its quotes.
    argument,     ///< {name}
    number,       ///< {name, number}
    number_sign,  ///< The # of the plural or selectordinal around it.
    plural,
    ordinal,
    select,
    selector,
    end_of_case,
    end,
  };
  Kind kind = Kind::literal;
  /// literal: the text; argument, number, plural, ordinal, select: the name of the argument;
  /// selector: the word, or "=N".
  std::string text{};
  /// plural and ordinal: what # is less than the argument; selector: the N of "=N".
  std::int64_t value = 0;
  std::size_t offset = 0;  ///< In the pattern, in bytes.

  /// Whether a selector is "=N".
  [[nodiscard]] bool is_exact() const { return text.starts_with('='); }

  friend bool operator==(const PatternPart&, const PatternPart&) = default;
};

/// Something that is wrong with a pattern in any language.
struct PatternProblem {
  enum class Kind : std::uint8_t {
    syntax,
    too_long,
    too_deep,
    unsupported,  ///< A form of argument that catalogs may not have.
    duplicate_selector,
    apostrophe,  ///< It quotes more than one character, or is never closed.
    empty,
    space,  ///< At the beginning or the end.
    not_nfc,
    unsafe_character,
  };
  Kind kind = Kind::syntax;
  std::size_t offset = 0;     ///< In the pattern, in bytes.
  std::string_view detail{};  ///< What is wrong, in a word of the messages; may be empty.
  std::string value{};        ///< What was found; may be empty.
};

/// A pattern taken apart. It has a meaning only if it has no problem, but for `space`, `not_nfc`
/// and the like, which are slips of the text and not of the pattern.
struct MessagePattern {
  std::vector<PatternPart> parts;  ///< None if the pattern cannot be taken apart.
  std::vector<PatternProblem> problems;
};

/// Takes a pattern apart. All problems come at once, but for those of the syntax: the first of them
/// ends it. Complexity: linear. Thread class: pure.
MessagePattern parse_message_pattern(std::string_view pattern);

}  // namespace skillmatrix::text
