#include "skillmatrix/page.h"

#include "skillmatrix/report.hpp"
#include "texts.hpp"

namespace capi = skillmatrix::capi;
using skillmatrix::Reader;
using skillmatrix::RoleLevelIndex;

namespace {

/// Gives the page that `make` makes for the reader.
template <class Make>
skm_status give_page(const skm_reader* reader, skm_buffer** out_json, skm_error** out_error,
                     Make make) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_json, "out_json");
    out.set(make(capi::get(reader, "reader").reader));
  });
}

RoleLevelIndex role_level_of(const Reader& reader, std::uint32_t number) {
  capi::check_number(number, reader.matrix().role_level_count(), "role_level");
  return {number};
}

}  // namespace

skm_status skm_page_of_skill(const skm_reader* reader, std::uint32_t skill, skm_buffer** out_json,
                             skm_error** out_error) noexcept {
  return give_page(reader, out_json, out_error, [&](const Reader& value) {
    capi::check_number(skill, value.matrix().skill_count(), "skill");
    return skill_page_json(value, make_skill_page(value, {skill}));
  });
}

skm_status skm_page_of_role(const skm_reader* reader, std::uint32_t role, skm_buffer** out_json,
                            skm_error** out_error) noexcept {
  return give_page(reader, out_json, out_error, [&](const Reader& value) {
    capi::check_number(role, value.matrix().role_count(), "role");
    return role_page_json(value, make_role_page(value, {role}));
  });
}

skm_status skm_page_of_progression(const skm_reader* reader, std::uint32_t role_level,
                                   skm_buffer** out_json, skm_error** out_error) noexcept {
  return give_page(reader, out_json, out_error, [&](const Reader& value) {
    const auto progression = make_progression(value, role_level_of(value, role_level));
    if (!progression) {
      throw capi::Failure{SKM_ERR_OUT_OF_RANGE, "there is no level above this one", {}};
    }
    return progression_json(value, *progression);
  });
}

skm_status skm_page_of_comparison(const skm_reader* reader, std::uint32_t from, std::uint32_t to,
                                  skm_buffer** out_json, skm_error** out_error) noexcept {
  return give_page(reader, out_json, out_error, [&](const Reader& value) {
    return progression_json(
        value, compare_role_levels(value, role_level_of(value, from), role_level_of(value, to)));
  });
}
