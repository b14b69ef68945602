#include "skillmatrix/framework.h"

#include "values.hpp"

namespace capi = skillmatrix::capi;
using skillmatrix::Framework;

namespace {

void read(std::string_view json, const skm_read_options* options, capi::Out<skm_framework>& out) {
  auto result = skillmatrix::read_framework(json, capi::limits_of(options));
  capi::LoadedFramework loaded;
  if (!result) throw capi::failure_of(std::move(result.diagnostics));
  loaded.framework = std::make_shared<const Framework>(*std::move(result));
  loaded.diagnostics.value = capi::findings_of(std::move(result.diagnostics));
  out.set(std::move(loaded));
}

}  // namespace

skm_status skm_framework_parse(skm_string_view json, const skm_read_options* options,
                               skm_framework** out_framework, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_framework, "out_framework");
    read(capi::text_of(json, "json"), options, out);
  });
}

skm_status skm_framework_load(skm_string_view path, const skm_read_options* options,
                              skm_framework** out_framework, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_framework, "out_framework");
    capi::with_file(path, [&](std::string_view json) { read(json, options, out); });
  });
}

const skm_diagnostics* skm_framework_diagnostics(const skm_framework* framework) noexcept {
  const capi::LoadedFramework* const loaded = capi::peek(framework);
  return loaded == nullptr ? nullptr : capi::borrow(loaded->diagnostics);
}

skm_status skm_framework_to_json(const skm_framework* framework, skm_bool compact,
                                 skm_buffer** out_json, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_json, "out_json");
    const Framework& value = *capi::get(framework, "framework").framework;
    out.set(skillmatrix::write_framework(value, capi::layout_of(compact)));
  });
}

void skm_framework_destroy(skm_framework* framework) noexcept { capi::destroy(framework); }
