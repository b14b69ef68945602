#include <cstdint>
#include <optional>

#include "diagnostic_message.hpp"
#include "report_writer.hpp"
#include "text/utf8.hpp"

namespace skillmatrix {
namespace {

/// What came from outside may have mistakes in its UTF-8: they become U+FFFD.
std::string clean(const std::string& text) { return text::to_well_formed(text); }

void put_clean_or_null(JsonEmitter& json, std::string_view name, const std::string& text) {
  json.member(name, text.empty() ? std::nullopt : std::optional(clean(text)));
}

void put_if(bool known, JsonEmitter& json, std::string_view name, std::uint64_t number) {
  json.member(name, known ? std::optional(number) : std::nullopt);
}

void put_message(JsonEmitter& json, const Language& language, const Diagnostic& diagnostic) {
  ServedMessage served;
  json.member("message", clean(message_of(diagnostic, language.messages(), &served)));
  put_message_origin(json, language, "message", served);
}

void put_diagnostic(JsonEmitter& json, const Language& language, const Diagnostic& diagnostic,
                    const std::string& file) {
  json.member("code", to_string(diagnostic.code));
  json.member("name", describe(diagnostic.code).name);
  json.member("severity", to_string(diagnostic.severity));
  put_clean_or_null(json, "file", file);
  json.member("pointer", clean(diagnostic.pointer));
  put_if(diagnostic.line != 0, json, "line", diagnostic.line);
  put_if(diagnostic.column != 0, json, "column", diagnostic.column);
  put_if(diagnostic.column != 0, json, "offset", diagnostic.offset);
  put_if(diagnostic.row != 0, json, "row", diagnostic.row);
  put_clean_or_null(json, "field", diagnostic.field);
  put_clean_or_null(json, "value", diagnostic.value);
  put_message(json, language, diagnostic);
  put_clean_or_null(json, "suggestion", diagnostic.suggestion);
}

std::uint64_t count(std::span<const SourceDiagnostics> sources, Severity severity) {
  std::uint64_t number = 0;
  for (const SourceDiagnostics& source : sources) {
    for (const Diagnostic& diagnostic : source.diagnostics) {
      if (diagnostic.severity == severity) ++number;
    }
  }
  return number;
}

}  // namespace

void put_diagnostics(JsonEmitter& json, const Language& language,
                     std::span<const SourceDiagnostics> sources) {
  json.array("diagnostics", sources, [&](const SourceDiagnostics& source) {
    for (const Diagnostic& diagnostic : source.diagnostics) {
      json.object([&] { put_diagnostic(json, language, diagnostic, source.file); });
    }
  });
}

void put_diagnostics(ReportWriter& writer, const std::vector<Diagnostic>& diagnostics) {
  const SourceDiagnostics source{std::string(), diagnostics};
  put_diagnostics(writer.json(), writer.reader().language(), std::span(&source, 1));
}

std::string diagnostics_json(const Language& language, std::span<const SourceDiagnostics> sources) {
  JsonEmitter json;
  json.object([&] {
    put_language(json, language);
    json.member("errors", count(sources, Severity::error));
    json.member("warnings", count(sources, Severity::warning));
    json.member("information", count(sources, Severity::information));
    put_diagnostics(json, language, sources);
  });
  return json.take();
}

}  // namespace skillmatrix
