#include "report_writer.hpp"
#include "text/utf8.hpp"

namespace skillmatrix {
namespace {

void put_counts(JsonEmitter& json, const CoverageCounts& counts) {
  json.member("texts", counts.total());
  json.member("exact", counts.exact);
  json.member("fallback", counts.fallback);
  json.member("missing", counts.missing);
  json.member("stale", counts.stale);
}

void put_locale(JsonEmitter& json, const LocaleCoverage& locale) {
  json.member("locale", text::to_well_formed(locale.locale));
  put_counts(json, locale.counts);
  const Fraction share = locale.counts.share();
  json.object("share", [&] {
    json.member("numerator", share.numerator);
    json.member("denominator", share.denominator);
  });
  json.objects("rows", locale.rows, [&](const CoverageRow& row) {
    json.member("kind", to_string(row.kind));
    json.member("field", to_string(row.field));
    put_counts(json, row.counts);
  });
}

void put_source(JsonEmitter& json, const SourceText& source) {
  json.member("pointer", source.pointer);
  json.member("value", source.value);
  json.member("hash", source.hash);
}

}  // namespace

std::string coverage_json(const Language& language, const Framework& framework,
                          const Coverage& coverage, std::string_view file) {
  JsonEmitter json;
  json.object([&] {
    json.object("framework", [&] {
      json.member("id", framework.id);
      json.member("version",
                  framework.version.empty() ? std::nullopt : std::optional(framework.version));
      json.member("default_locale", framework.default_locale);
    });
    put_language(json, language);
    json.member("complete", coverage.complete());
    json.objects("locales", coverage.locales,
                 [&](const LocaleCoverage& locale) { put_locale(json, locale); });
    const SourceDiagnostics source{std::string(file), coverage.diagnostics};
    put_diagnostics(json, language, std::span(&source, 1));
  });
  return json.take();
}

std::string source_texts_json(std::span<const SourceText> texts) {
  JsonEmitter json;
  json.object([&] {
    json.objects("sources", texts, [&](const SourceText& source) { put_source(json, source); });
  });
  return json.take();
}

std::string source_texts_ndjson(std::span<const SourceText> texts) {
  std::string lines;
  for (const SourceText& source : texts) {
    JsonEmitter json(Layout::compact);
    json.object([&] { put_source(json, source); });
    lines += json.take() + '\n';
  }
  return lines;
}

}  // namespace skillmatrix
