// Text in several languages.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "skillmatrix/date.hpp"
#include "skillmatrix/locale.hpp"

namespace skillmatrix {

/// What a translation says of the text that it was made from; at least one of these. When the
/// source has changed since, the translation is stale: see `coverage.hpp`.
struct TextOrigin {
  std::string hash{};             ///< `text_hash` of the source text, in letters of any case.
  std::string version{};          ///< The `version` that the source text stated.
  std::optional<Date> updated{};  ///< The day of the source text.

  friend bool operator==(const TextOrigin&, const TextOrigin&) = default;
};

/// One text in one language.
struct Translation {
  std::string value;               ///< UTF-8; a blank value (`is_blank`) counts as missing.
  std::optional<Direction> dir{};  ///< Stated direction; otherwise it follows from the language.
  std::string version{};           ///< The version of the framework in which the text last changed.
  std::optional<Date> updated{};   ///< The day on which the text last changed.
  std::optional<TextOrigin> source{};  ///< For a text that was translated from another one.

  friend bool operator==(const Translation&, const Translation&) = default;
};

/// A text in any number of languages, by BCP-47 tag.
///
/// In JSON a plain string is a text in the framework's `default_locale`; the reader files it under
/// that tag, so that the model has one form only.
struct LocalizedText {
  std::map<std::string, Translation, std::less<>> translations;

  [[nodiscard]] bool empty() const { return translations.empty(); }
  friend bool operator==(const LocalizedText&, const LocalizedText&) = default;
};

/// A text in one language: `in("en", "Junior")`.
inline LocalizedText in(std::string tag, std::string value) {
  LocalizedText text;
  text.translations.emplace(std::move(tag), Translation{std::move(value), std::nullopt});
  return text;
}

}  // namespace skillmatrix
