// What ICU itself makes of a pattern: the oracle of our evaluator.
#pragma once

// clang-format off
#include "text/icu.hpp"  // Its switches come before the rest of ICU.
#include <unicode/msgfmt.h>
// clang-format on

#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "skillmatrix/messages.hpp"

namespace skillmatrix::test {

inline icu::UnicodeString to_icu(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

/// A message of ICU with arguments that are all given.
class IcuMessage {
 public:
  IcuMessage(const std::string& tag, std::string_view pattern)
      : format_(to_icu(pattern), icu::Locale::forLanguageTag(tag, status_), place_, status_) {
    if (U_FAILURE(status_)) throw std::invalid_argument("ICU refuses the pattern");
  }

  std::string format(std::span<const MessageArgument> arguments) {
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const MessageArgument& argument : arguments) {
      names.push_back(to_icu(argument.name));
      const auto* number = std::get_if<std::int64_t>(&argument.value);
      values.push_back(number != nullptr
                           ? icu::Formattable(*number)
                           : icu::Formattable(to_icu(std::get<std::string_view>(argument.value))));
    }
    icu::UnicodeString formatted;
    format_.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), formatted,
                   status_);
    if (U_FAILURE(status_)) throw std::runtime_error("ICU cannot format the message");
    std::string text;
    return formatted.toUTF8String(text);
  }

 private:
  UErrorCode status_ = U_ZERO_ERROR;
  UParseError place_{};
  icu::MessageFormat format_;
};

}  // namespace skillmatrix::test
