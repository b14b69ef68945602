#include "skillmatrix/framework.h"

#include "documents.hpp"
#include "skillmatrix/pseudo.hpp"
#include "skillmatrix/schema.hpp"
#include "skillmatrix/validate.hpp"

namespace capi = skillmatrix::capi;
using skillmatrix::Framework;

namespace skillmatrix::capi {

void give(Result<Framework> read, Out<skm_framework>& out) {
  if (!read) throw failure_of(std::move(read.diagnostics));
  LoadedFramework loaded;
  loaded.framework = std::make_shared<const Framework>(*std::move(read));
  loaded.diagnostics.value = findings_of(std::move(read.diagnostics));
  out.set(std::move(loaded));
}

}  // namespace skillmatrix::capi

skm_status skm_framework_parse(skm_string_view json, const skm_read_options* options,
                               skm_framework** out_framework, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_framework, "out_framework");
    capi::give(skillmatrix::read_framework(capi::text_of(json, "json"), capi::limits_of(options)),
               out);
  });
}

skm_status skm_framework_load(skm_string_view path, const skm_read_options* options,
                              skm_framework** out_framework, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_framework, "out_framework");
    const skillmatrix::ReadOptions limits = capi::limits_of(options);
    capi::with_file(path, [&](std::string_view json) {
      capi::give(skillmatrix::read_framework(json, limits), out);
    });
  });
}

const skm_diagnostics* skm_framework_diagnostics(const skm_framework* framework) noexcept {
  const capi::LoadedFramework* const loaded = capi::peek(framework);
  return loaded == nullptr ? nullptr : capi::borrow(loaded->diagnostics);
}

skm_status skm_framework_validate(const skm_framework* framework, std::uint64_t max_diagnostics,
                                  skm_diagnostics** out_diagnostics,
                                  skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_diagnostics, "out_diagnostics");
    const Framework& value = *capi::get(framework, "framework").framework;
    out.set(capi::findings_of(skillmatrix::validate(value, capi::most_findings(max_diagnostics))));
  });
}

skm_status skm_framework_to_json(const skm_framework* framework, skm_bool compact,
                                 skm_buffer** out_json, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_json, "out_json");
    const Framework& value = *capi::get(framework, "framework").framework;
    out.set(skillmatrix::write_framework(value, capi::layout_of(compact)));
  });
}

skm_status skm_framework_with_pseudo_locales(const skm_framework* framework,
                                             skm_framework** out_framework,
                                             skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_framework, "out_framework");
    Framework both = *capi::get(framework, "framework").framework;
    skillmatrix::add_pseudo_locales(both);
    capi::give({std::move(both), {}}, out);
  });
}

skm_status skm_framework_schema(skm_buffer** out_json, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out(out_json, "out_json").set(skillmatrix::framework_json_schema());
  });
}

void skm_framework_destroy(skm_framework* framework) noexcept { capi::destroy(framework); }
