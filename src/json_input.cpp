#include "json_input.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>

#include "block.hpp"
#include "json_reader.hpp"
#include "ndjson.hpp"
#include "skillmatrix/describe.hpp"
#include "type.hpp"

namespace skillmatrix::form {
namespace {

Diagnostic unexpected(std::string_view found) {
  return make_diagnostic(Code::unexpected_input, {}, {}, {{"found", std::string(found)}});
}

/// Without the byte order mark, and the white space around it.
std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text.remove_prefix(std::min(text.find_first_not_of(space), text.size()));
  return text.substr(0, text.find_last_not_of(space) + 1);
}

/// Whether the text is one value of JSON, from its beginning to its end.
bool is_json(std::string_view text, const ReadOptions& options) {
  Findings findings(0);
  Profile profile;
  return read_document(text, type_of<Profile>, &profile, options, findings);
}

bool is_json_object(std::string_view text, const ReadOptions& options) {
  return trimmed(text).starts_with('{') && is_json(text, options);
}

/// Whether the first two lines are a document each.
bool are_documents(std::string_view text, const ReadOptions& options) {
  Lines lines(text);
  const std::optional<Line> first = lines.next();
  const std::optional<Line> second = lines.next();
  return second && is_json_object(first->text, options) && is_json_object(second->text, options);
}

}  // namespace

std::optional<Diagnostic> find_saved(std::string_view text) {
  const std::string_view form = saved_form(std::as_bytes(std::span(text)));
  if (form.empty()) return std::nullopt;
  return unexpected(form);
}

std::optional<Diagnostic> find_other_than_document(std::string_view text,
                                                   const ReadOptions& options) {
  if (text.size() > options.max_bytes) return std::nullopt;  // That has been said.
  if (are_documents(text, options)) return unexpected("lines");
  if (trimmed(text).starts_with('[') && is_json(text, options)) return unexpected("array");
  return std::nullopt;
}

std::optional<Diagnostic> find_other_than_lines(std::string_view text, const ReadOptions& options) {
  if (text.size() > options.max_bytes) {
    return make_diagnostic(Code::too_large, {}, {}, {{"limit", std::to_string(options.max_bytes)}});
  }
  if (auto saved = find_saved(text)) return saved;
  const std::optional<Line> first = Lines(text).next();
  if (!first) return std::nullopt;
  const std::string_view start = trimmed(first->text);
  if (start.starts_with('{') && start.ends_with('}')) return std::nullopt;
  if (!start.starts_with('{') && !start.starts_with('[')) return std::nullopt;
  if (!is_json(text, options)) return std::nullopt;
  return unexpected(start.starts_with('{') ? "document" : "array");
}

}  // namespace skillmatrix::form
