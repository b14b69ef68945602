#include "skillmatrix/version.h"

#include <boost/version.hpp>

#include "json_emit.hpp"
#include "skillmatrix/text_data.hpp"
#include "skillmatrix/version.hpp"
#include "values.hpp"

static_assert(SKM_VERSION_MAJOR == SKILLMATRIX_VERSION_MAJOR &&
              SKM_VERSION_MINOR == SKILLMATRIX_VERSION_MINOR &&
              SKM_VERSION_PATCH == SKILLMATRIX_VERSION_PATCH &&
              SKM_VERSION_NUMBER ==
                  SKM_VERSION_MAJOR * 1'000'000 + SKM_VERSION_MINOR * 1'000 + SKM_VERSION_PATCH);

namespace capi = skillmatrix::capi;

std::uint32_t skm_version() noexcept { return SKM_VERSION_NUMBER; }

skm_string_view skm_version_string() noexcept { return capi::view_of(skillmatrix::version); }

std::uint32_t skm_abi_version() noexcept { return SKM_ABI_VERSION; }

skm_status skm_build_info(skm_buffer** out_json, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_json, "out_json");
    const skillmatrix::TextDataVersions text = skillmatrix::text_data_versions();
    skillmatrix::JsonEmitter json;
    json.begin_object();
    json.member("skillmatrix", skillmatrix::version);
    json.member("boost", std::string_view(BOOST_LIB_VERSION));
    json.member("icu", std::string_view(text.icu));
    json.member("cldr", std::string_view(text.cldr));
    json.member("unicode", std::string_view(text.unicode));
    json.member("compiler", std::string_view(__VERSION__));
    json.end_object();
    out.set(json.take());
  });
}
