#include "skillmatrix/framework.h"

#include "file.hpp"
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
    std::vector<skillmatrix::Diagnostic> findings;
    const auto file = skillmatrix::map_file(capi::path_of(path), findings);
    if (!file) throw capi::failure_of(std::move(findings));
    const std::span<const std::byte> bytes = file->bytes;
    read({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, options, out);
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
    const auto layout = compact != 0 ? skillmatrix::Layout::compact : skillmatrix::Layout::indented;
    out.set(skillmatrix::write_framework(*capi::get(framework, "framework").framework, layout));
  });
}

void skm_framework_destroy(skm_framework* framework) noexcept { capi::destroy(framework); }
