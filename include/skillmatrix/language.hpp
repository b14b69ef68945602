// The language that the engine speaks to a reader: messages, numbers, dates, lists and sorting.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "skillmatrix/date.hpp"
#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/fraction.hpp"
#include "skillmatrix/locale.hpp"
#include "skillmatrix/messages.hpp"

namespace skillmatrix {

/// Kinds of things that have a title, for the placeholder of one that has none.
enum class Titled : std::uint8_t { framework, scale, level, category, skill, role, person };

/// What stands for a title that is missing, and the language it is in. Views live as long as any
/// copy of the `Language`.
struct Placeholder {
  std::string_view text;  ///< "Untitled skill".
  std::string_view tag;
};

/// Everything that depends on the reader alone. Make one for each reader, or for each distinct
/// value of Accept-Language, and keep it: that takes about a millisecond, and more at the first use
/// of a language. Depends on nothing ambient: not on the process's locale, its time zone or its
/// clock. Cheap to copy. Thread class: immutable; any number of threads.
class Language {
 public:
  /// `languages` is the value of an Accept-Language header, or a tag, or empty. What is wrong with
  /// it is in `diagnostics()`. Messages come from the set given: the library's own, or the host's.
  /// If none of them is in a language that the reader asks for, they are in the source's; if the
  /// reader refuses that one (`en;q=0`), in the first of the others by tag that is not refused.
  /// Only when every language is refused are they in the source's all the same.
  explicit Language(std::string_view languages = {},
                    const Messages& messages = Messages::built_in(),
                    Isolates isolates = Isolates::automatic);

  // Accessors are O(1); views live as long as any copy of this object.

  /// What the reader asked for.
  [[nodiscard]] const LanguagePreferences& preferences() const;
  /// What is wrong with the list of languages: `language_range_skipped`.
  [[nodiscard]] std::span<const Diagnostic> diagnostics() const {
    return preferences().diagnostics;
  }

  /// The reader's first preference; if there is none, the language of the messages.
  [[nodiscard]] std::string_view locale() const;
  /// The language of most messages: that of the best catalog for the reader.
  [[nodiscard]] std::string_view message_locale() const;
  /// The direction of a page in it.
  [[nodiscard]] TextDirection direction() const;
  /// Whether a text that is filled into a message or a list is isolated; see `Isolates`. A host
  /// that puts texts beside each other itself, in plain text, isolates those of them too. O(text).
  [[nodiscard]] bool isolates(std::string_view text) const;

  /// A message of the engine, or of the host: never a key, a brace or nothing. See `Messages`.
  /// O(length).
  [[nodiscard]] std::string message(std::string_view key,
                                    const MessageArguments& arguments = {}) const;
  /// What a diagnostic says, without position and suggestion. O(length).
  [[nodiscard]] std::string message(const Diagnostic& diagnostic) const;
  /// "Untitled skill".
  [[nodiscard]] Placeholder placeholder(Titled kind) const;
  /// The messages as this reader gets them, for hosts that format many.
  [[nodiscard]] const MessageView& messages() const;

  // Formats, by the rules of the reader's own locale if the messages are in the same language
  // (en-GB with English messages), otherwise of the messages' language: a page is of one piece.
  // All give new strings, in time linear in them.
  [[nodiscard]] std::string number(std::int64_t number) const;  ///< "1,234"
  /// With one decimal, rounded half away from zero, exactly: 5/8 is "62.5%".
  [[nodiscard]] std::string percent(const Fraction& fraction) const;
  [[nodiscard]] std::string date(const Date& date) const;  ///< In numbers: "3/17/2026".
  /// "a, b and c"; with isolates around items for which `isolates` is true.
  [[nodiscard]] std::string list(std::span<const std::string> items) const;

  /// The order in which readers of `locale()` sort names, numbers inside them by value: less than,
  /// equal to or greater than 0. Break ties by id. Long runs of combining marks cost their square
  /// in texts that are not in normal form C; the readers put texts in that form. O(length).
  [[nodiscard]] int compare(std::string_view left, std::string_view right) const;

 private:
  struct Implementation;
  std::shared_ptr<const Implementation> implementation_;
};

}  // namespace skillmatrix
