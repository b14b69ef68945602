#include "skillmatrix/coverage.h"

#include "skillmatrix/report.hpp"
#include "texts.hpp"

namespace capi = skillmatrix::capi;
using skillmatrix::CoverageField;
using skillmatrix::CoverageKind;
using skillmatrix::LocaleCoverage;

static_assert(static_cast<int>(CoverageKind::framework) == SKM_COVERAGE_FRAMEWORK);
static_assert(static_cast<int>(CoverageKind::scale) == SKM_COVERAGE_SCALE);
static_assert(static_cast<int>(CoverageKind::level) == SKM_COVERAGE_LEVEL);
static_assert(static_cast<int>(CoverageKind::category) == SKM_COVERAGE_CATEGORY);
static_assert(static_cast<int>(CoverageKind::skill) == SKM_COVERAGE_SKILL);
static_assert(static_cast<int>(CoverageKind::role) == SKM_COVERAGE_ROLE);
static_assert(static_cast<int>(CoverageKind::expectation) == SKM_COVERAGE_EXPECTATION);
static_assert(static_cast<int>(CoverageField::title) == SKM_COVERAGE_TITLE);
static_assert(static_cast<int>(CoverageField::label) == SKM_COVERAGE_LABEL);
static_assert(static_cast<int>(CoverageField::summary) == SKM_COVERAGE_SUMMARY);
static_assert(static_cast<int>(CoverageField::description) == SKM_COVERAGE_DESCRIPTION);
static_assert(static_cast<int>(CoverageField::focus) == SKM_COVERAGE_FOCUS);
static_assert(static_cast<int>(CoverageField::aliases) == SKM_COVERAGE_ALIASES);

namespace {

/// Nothing if the handle is no coverage.
const std::vector<LocaleCoverage>* locales_of(const skm_coverage* coverage) noexcept {
  const capi::FrameworkCoverage* const value = capi::peek(coverage);
  return value == nullptr ? nullptr : &value->coverage.locales;
}

std::size_t count_rows(const std::vector<LocaleCoverage>& locales) noexcept {
  std::size_t count = 0;
  for (const LocaleCoverage& locale : locales) count += locale.rows.size();
  return count;
}

}  // namespace

skm_status skm_coverage_measure(const skm_framework* framework, const skm_coverage_options* options,
                                skm_coverage** out_coverage, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_coverage, "out_coverage");
    const auto& measured = capi::get(framework, "framework").framework;
    const skm_coverage_options given = capi::read_options(options, "options");
    skillmatrix::CoverageOptions what;
    what.locales = capi::texts_of(given.locales, given.locale_count, "locales");
    if (given.max_diagnostics != 0) {
      what.max_diagnostics = static_cast<std::size_t>(given.max_diagnostics);
    }
    capi::FrameworkCoverage value{measured, skillmatrix::measure_coverage(*measured, what), {}};
    value.diagnostics.value = capi::findings_of(value.coverage.diagnostics);
    out.set(std::move(value));
  });
}

skm_bool skm_coverage_is_complete(const skm_coverage* coverage) noexcept {
  const capi::FrameworkCoverage* const value = capi::peek(coverage);
  return value != nullptr && value->coverage.complete() ? 1 : 0;
}

const skm_diagnostics* skm_coverage_diagnostics(const skm_coverage* coverage) noexcept {
  const capi::FrameworkCoverage* const value = capi::peek(coverage);
  return value == nullptr ? nullptr : capi::borrow(value->diagnostics);
}

std::uint32_t skm_coverage_locale_count(const skm_coverage* coverage) noexcept {
  const auto* const locales = locales_of(coverage);
  return locales == nullptr ? 0 : static_cast<std::uint32_t>(locales->size());
}

skm_string_view skm_coverage_locale(const skm_coverage* coverage, std::uint32_t locale) noexcept {
  const auto* const locales = locales_of(coverage);
  if (locales == nullptr || locale >= locales->size()) return {};
  return capi::view_of((*locales)[locale].locale);
}

std::uint32_t skm_coverage_row_count(const skm_coverage* coverage) noexcept {
  const auto* const locales = locales_of(coverage);
  return locales == nullptr ? 0 : static_cast<std::uint32_t>(count_rows(*locales));
}

skm_status skm_coverage_rows(const skm_coverage* coverage, std::uint32_t capacity,
                             skm_coverage_row* out_rows) noexcept {
  return capi::guard([&] {
    const auto& locales = capi::get(coverage, "coverage").coverage.locales;
    const std::size_t count = count_rows(locales);
    if (capacity < count) throw capi::Failure{SKM_ERR_OUT_OF_RANGE, "too little room", {}};
    if (out_rows == nullptr && count != 0) throw capi::is_null("out_rows");
    for (std::uint32_t locale = 0; locale < locales.size(); ++locale) {
      for (const skillmatrix::CoverageRow& row : locales[locale].rows) {
        const skillmatrix::CoverageCounts& counts = row.counts;
        *out_rows++ = {locale,
                       static_cast<int>(row.kind),
                       static_cast<int>(row.field),
                       0,
                       counts.exact,
                       counts.fallback,
                       counts.missing,
                       counts.stale};
      }
    }
  });
}

skm_status skm_coverage_to_json(const skm_coverage* coverage, const skm_language* language,
                                skm_string_view file, skm_buffer** out_json,
                                skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_json, "out_json");
    const capi::FrameworkCoverage& value = capi::get(coverage, "coverage");
    const skillmatrix::Language chosen =
        language == nullptr ? skillmatrix::Language() : capi::get(language, "language").language;
    out.set(skillmatrix::coverage_json(chosen, *value.framework, value.coverage,
                                       capi::utf8_of(file, "file")));
  });
}

skm_status skm_coverage_source_texts(const skm_framework* framework, std::uint32_t count,
                                     const skm_string_view* locales, skm_bool as_lines,
                                     skm_buffer** out_json, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_json, "out_json");
    const auto texts = skillmatrix::source_texts(*capi::get(framework, "framework").framework,
                                                 capi::texts_of(locales, count, "locales"));
    out.set(as_lines != 0 ? skillmatrix::source_texts_ndjson(texts)
                          : skillmatrix::source_texts_json(texts));
  });
}

skm_status skm_coverage_text_hash(skm_string_view text, skm_buffer** out_hash,
                                  skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_hash, "out_hash");
    out.set(skillmatrix::text_hash(capi::utf8_of(text, "text")));
  });
}

void skm_coverage_destroy(skm_coverage* coverage) noexcept { capi::destroy(coverage); }
