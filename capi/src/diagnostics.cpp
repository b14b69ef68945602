#include "skillmatrix/diagnostics.h"

#include "values.hpp"

namespace capi = skillmatrix::capi;
using skillmatrix::Severity;

static_assert(static_cast<int>(Severity::error) == SKM_SEVERITY_ERROR);
static_assert(static_cast<int>(Severity::warning) == SKM_SEVERITY_WARNING);
static_assert(static_cast<int>(Severity::information) == SKM_SEVERITY_INFORMATION);

std::uint64_t skm_diagnostics_count(const skm_diagnostics* diagnostics) noexcept {
  const capi::Findings* const findings = capi::peek(diagnostics);
  return findings == nullptr ? 0 : findings->list.size();
}

skm_bool skm_diagnostics_has_errors(const skm_diagnostics* diagnostics) noexcept {
  const capi::Findings* const findings = capi::peek(diagnostics);
  return findings != nullptr && skillmatrix::has_errors(findings->list) ? 1 : 0;
}

skm_status skm_diagnostics_get(const skm_diagnostics* diagnostics, std::uint64_t index,
                               skm_diagnostic* diagnostic) noexcept {
  return capi::guard([&] {
    const capi::Findings& findings = capi::get(diagnostics, "diagnostics");
    capi::check_number(index, findings.list.size(), "index");
    const skillmatrix::Diagnostic& found = findings.list[index];
    skm_diagnostic value = SKM_DIAGNOSTIC_INIT;
    value.code = static_cast<std::int32_t>(found.code);
    value.severity = static_cast<std::int32_t>(found.severity);
    value.name = capi::view_of(skillmatrix::describe(found.code).name);
    value.message = capi::view_of(findings.messages[index]);
    value.pointer = capi::view_of(found.pointer);
    value.value = capi::view_of(found.value);
    value.suggestion = capi::view_of(found.suggestion);
    value.field = capi::view_of(found.field);
    value.line = found.line;
    value.column = found.column;
    value.offset = found.offset;
    value.row = found.row;
    capi::write_struct(diagnostic, value, "diagnostic");
  });
}

std::uint32_t skm_diagnostics_code_count() noexcept {
  return static_cast<std::uint32_t>(skillmatrix::codes().size());
}

skm_status skm_diagnostics_get_code(std::uint32_t index, skm_code_description* code) noexcept {
  return capi::guard([&] {
    capi::check_number(index, skillmatrix::codes().size(), "index");
    const skillmatrix::CodeDescription& found = skillmatrix::codes()[index];
    skm_code_description value = SKM_CODE_DESCRIPTION_INIT;
    value.code = static_cast<std::int32_t>(found.code);
    value.severity = static_cast<std::int32_t>(found.severity);
    value.name = capi::view_of(found.name);
    capi::write_struct(code, value, "code");
  });
}

void skm_diagnostics_destroy(skm_diagnostics* diagnostics) noexcept { capi::destroy(diagnostics); }
