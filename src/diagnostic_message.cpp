#include "diagnostic_message.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <system_error>
#include <vector>

#include "text/utf8.hpp"

namespace skillmatrix {
namespace {

/// Controls, and what would turn the rest of the message around.
bool is_shown_by_number(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || (point >= 0x2028 && point <= 0x202E) ||
         (point >= 0x2066 && point <= 0x2069);
}

std::string visible(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = text::point_at(text, at);
    if (is_shown_by_number(point)) {
      shown += text::notation(point);
    } else {
      shown += text.substr(at, length);
    }
    at += length;
  }
  return shown;
}

const MessageView& english() {
  static const MessageView view = [] {
    const std::array<std::string_view, 1> tags{"en"};
    return Messages::built_in().for_locales(tags);
  }();
  return view;
}

/// The arguments that are numbers in a sentence. The others are data, also where they have digits:
/// so are the bounds of a number, which stand beside it as it is written.
bool is_number(Code code, std::string_view name) {
  static constexpr std::array<std::string_view, 5> counts{"count", "limit", "most", "row",
                                                          "offset"};
  if (code == Code::number_out_of_range) return false;
  const bool is_width = code == Code::csv_row_width && (name == "expected" || name == "found");
  return is_width || std::ranges::find(counts, name) != counts.end();
}

/// An argument as a message takes it. `text` is what it says.
MessageArgument argument_of(Code code, std::string_view name, std::string_view text) {
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  if (!is_number(code, name)) return {name, text};
  const auto [rest, problem] = std::from_chars(text.data(), end, number);
  if (problem != std::errc() || rest != end) return {name, text};
  return {name, number};
}

/// A message of a catalog is named before what is said of it.
std::string with_key(std::string_view key, std::string_view text, const MessageView& messages) {
  return messages.format("diagnostics.of_message", {{"key", key}, {"text", text}});
}

}  // namespace

std::string message_of(const Diagnostic& diagnostic, const MessageView& messages,
                       ServedMessage* served) {
  std::vector<std::string> shown{visible(diagnostic.value)};
  for (const auto& argument : diagnostic.arguments) shown.push_back(visible(argument.second));
  std::vector<MessageArgument> arguments;
  if (!shown.front().empty()) arguments.emplace_back("value", shown.front());
  for (std::size_t at = 1; at < shown.size(); ++at) {
    const std::string& name = diagnostic.arguments[at - 1].first;
    if (!shown[at].empty()) arguments.push_back(argument_of(diagnostic.code, name, shown[at]));
  }
  const std::string key = std::string("diagnostic.").append(describe(diagnostic.code).name);
  const std::string text =
      messages.format(key, MessageArguments(std::span<const MessageArgument>(arguments)), served);
  for (std::size_t at = 1; at < shown.size(); ++at) {
    const bool is_key = diagnostic.arguments[at - 1].first == "key" && !shown[at].empty();
    if (is_key) return with_key(shown[at], text, messages);
  }
  return text;
}

std::string Diagnostic::message() const { return message_of(*this, english()); }

}  // namespace skillmatrix
