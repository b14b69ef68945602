#include "skillmatrix/profile.h"

#include "documents.hpp"
#include "skillmatrix/schema.hpp"
#include "skillmatrix/validate_profile.hpp"

namespace capi = skillmatrix::capi;
using skillmatrix::Profile;
using skillmatrix::Profiles;
using skillmatrix::RatingSource;
using DiagnosticsObject = capi::Object<skm_diagnostics>;

static_assert(1 + static_cast<int>(RatingSource::self) == SKM_RATING_SOURCE_SELF);
static_assert(1 + static_cast<int>(RatingSource::peer) == SKM_RATING_SOURCE_PEER);
static_assert(1 + static_cast<int>(RatingSource::manager) == SKM_RATING_SOURCE_MANAGER);
static_assert(1 + static_cast<int>(RatingSource::test) == SKM_RATING_SOURCE_TEST);
static_assert(1 + static_cast<int>(RatingSource::certificate) == SKM_RATING_SOURCE_CERTIFICATE);

namespace {

void read_one(std::string_view json, const skm_read_options* options, capi::Out<skm_profile>& out) {
  auto result = skillmatrix::read_profile(json, capi::limits_of(options));
  if (!result) throw capi::failure_of(std::move(result.diagnostics));
  auto diagnostics = std::make_shared<DiagnosticsObject>();
  diagnostics->value = capi::findings_of(std::move(result.diagnostics));
  out.set({std::make_shared<const Profile>(*std::move(result)), std::move(diagnostics)});
}

void read_lines(std::string_view ndjson, const skillmatrix::ReadOptions& limits,
                capi::Out<skm_profiles>& out) {
  Profiles read = skillmatrix::read_profiles(ndjson, limits);
  capi::throw_unexpected_input(read.diagnostics);
  capi::give(std::move(read), out);
}

/// Nothing if the handle is no profile.
const Profile* peek(const skm_profile* profile) noexcept {
  const capi::LoadedProfile* const loaded = capi::peek(profile);
  return loaded == nullptr ? nullptr : loaded->profile.get();
}

/// Nothing if the handle is no list.
const Profiles* peek(const skm_profiles* profiles) noexcept {
  const capi::LoadedProfiles* const loaded = capi::peek(profiles);
  return loaded == nullptr ? nullptr : loaded->list.get();
}

/// Throws a failure if there is no such rating.
const skillmatrix::Rating& rating_of(const skm_profile* profile, std::uint64_t index) {
  const Profile& value = *capi::get(profile, "profile").profile;
  capi::check_number(index, value.ratings.size(), "rating");
  return value.ratings[index];
}

skm_string_view view_of(const std::optional<std::string>& text) noexcept {
  return text ? capi::view_of(*text) : skm_string_view{};
}

}  // namespace

namespace skillmatrix::capi {

void give(Profiles read, Out<skm_profiles>& out) {
  LoadedProfiles loaded;
  loaded.diagnostics.value = findings_of(std::move(read.diagnostics));
  const auto list = std::make_shared<const Profiles>(std::move(read));
  const auto nothing = std::make_shared<const DiagnosticsObject>();
  loaded.profiles.resize(list->profiles.size());
  for (std::size_t at = 0; at < list->profiles.size(); ++at) {
    loaded.profiles[at].value = {{list, &list->profiles[at]}, nothing};
  }
  loaded.list = list;
  out.set(std::move(loaded));
}

}  // namespace skillmatrix::capi

skm_status skm_profile_parse(skm_string_view json, const skm_read_options* options,
                             skm_profile** out_profile, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_profile, "out_profile");
    read_one(capi::text_of(json, "json"), options, out);
  });
}

skm_status skm_profile_load(skm_string_view path, const skm_read_options* options,
                            skm_profile** out_profile, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_profile, "out_profile");
    capi::with_file(path, [&](std::string_view json) { read_one(json, options, out); });
  });
}

const skm_diagnostics* skm_profile_diagnostics(const skm_profile* profile) noexcept {
  const capi::LoadedProfile* const loaded = capi::peek(profile);
  return loaded == nullptr ? nullptr : capi::borrow(*loaded->diagnostics);
}

skm_string_view skm_profile_id(const skm_profile* profile) noexcept {
  const Profile* const value = peek(profile);
  return value == nullptr ? skm_string_view{} : capi::view_of(value->id);
}

skm_string_view skm_profile_name(const skm_profile* profile) noexcept {
  const Profile* const value = peek(profile);
  return value == nullptr ? skm_string_view{} : capi::view_of(value->name);
}

skm_string_view skm_profile_role(const skm_profile* profile) noexcept {
  const Profile* const value = peek(profile);
  return value == nullptr ? skm_string_view{} : view_of(value->role);
}

skm_string_view skm_profile_level(const skm_profile* profile) noexcept {
  const Profile* const value = peek(profile);
  return value == nullptr ? skm_string_view{} : view_of(value->level);
}

std::uint64_t skm_profile_rating_count(const skm_profile* profile) noexcept {
  const Profile* const value = peek(profile);
  return value == nullptr ? 0 : value->ratings.size();
}

skm_status skm_profile_get_rating(const skm_profile* profile, std::uint64_t index,
                                  skm_rating* rating) noexcept {
  return capi::guard([&] {
    const skillmatrix::Rating& found = rating_of(profile, index);
    skm_rating value = SKM_RATING_INIT;
    value.skill = capi::view_of(found.skill);
    value.level = view_of(found.level);
    value.holds_none = found.level ? 0 : 1;
    value.source = found.source ? 1 + static_cast<std::int32_t>(*found.source) : 0;
    value.confidence = found.confidence ? *found.confidence : SKM_NONE;
    value.assessed = capi::number_of(found.assessed);
    value.expires = capi::number_of(found.expires);
    value.evidence = static_cast<std::uint32_t>(found.evidence.size());
    capi::write_struct(rating, value, "rating");
  });
}

skm_status skm_profile_evidence(const skm_profile* profile, std::uint64_t rating,
                                std::uint32_t capacity, skm_evidence* out_evidence,
                                std::uint32_t* out_count) noexcept {
  return capi::guard([&] {
    capi::give_list(
        rating_of(profile, rating).evidence, capacity, out_evidence, out_count,
        [](const skillmatrix::Evidence& evidence) {
          return skm_evidence{capi::view_of(evidence.uri), capi::view_of(evidence.note)};
        });
  });
}

skm_status skm_profile_to_json(const skm_profile* profile, skm_bool compact, skm_buffer** out_json,
                               skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_json, "out_json");
    const Profile& value = *capi::get(profile, "profile").profile;
    out.set(skillmatrix::write_profile(value, capi::layout_of(compact)));
  });
}

skm_status skm_profile_validate(const skm_profile* profile, const skm_matrix* matrix,
                                std::uint64_t max_diagnostics, skm_diagnostics** out_diagnostics,
                                skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_diagnostics, "out_diagnostics");
    const Profile& value = *capi::get(profile, "profile").profile;
    out.set(capi::findings_of(skillmatrix::validate(value, *capi::get(matrix, "matrix"),
                                                    capi::most_findings(max_diagnostics))));
  });
}

skm_status skm_profile_schema(skm_buffer** out_json, skm_error** out_error) noexcept {
  return capi::guard(
      out_error, [&] { capi::Out(out_json, "out_json").set(skillmatrix::profile_json_schema()); });
}

void skm_profile_destroy(skm_profile* profile) noexcept { capi::destroy(profile); }

skm_status skm_profiles_parse(skm_string_view ndjson, const skm_read_options* options,
                              skm_profiles** out_profiles, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_profiles, "out_profiles");
    const std::string_view text = capi::text_of(ndjson, "ndjson");
    read_lines(text, capi::limits_of(options), out);
  });
}

skm_status skm_profiles_load(skm_string_view path, const skm_read_options* options,
                             skm_profiles** out_profiles, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_profiles, "out_profiles");
    const skillmatrix::ReadOptions limits = capi::limits_of(options);
    capi::with_file(path, [&](std::string_view ndjson) { read_lines(ndjson, limits, out); });
  });
}

skm_status skm_profiles_create(std::uint64_t count, const skm_profile* const* profiles,
                               skm_profiles** out_profiles, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_profiles, "out_profiles");
    Profiles people;
    for (const skm_profile* const profile : capi::array_of(profiles, count, "profiles")) {
      people.profiles.push_back(*capi::get(profile, "profiles").profile);
    }
    capi::give(std::move(people), out);
  });
}

std::uint64_t skm_profiles_count(const skm_profiles* profiles) noexcept {
  const Profiles* const value = peek(profiles);
  return value == nullptr ? 0 : value->profiles.size();
}

const skm_profile* skm_profiles_get(const skm_profiles* profiles, std::uint64_t index) noexcept {
  const capi::LoadedProfiles* const loaded = capi::peek(profiles);
  if (loaded == nullptr || index >= loaded->profiles.size()) return nullptr;
  return capi::borrow(loaded->profiles[index]);
}

std::uint64_t skm_profiles_line(const skm_profiles* profiles, std::uint64_t index) noexcept {
  const Profiles* const value = peek(profiles);
  return value == nullptr || index >= value->lines.size() ? 0 : value->lines[index];
}

std::uint64_t skm_profiles_rejected(const skm_profiles* profiles) noexcept {
  const Profiles* const value = peek(profiles);
  return value == nullptr ? 0 : value->rejected;
}

const skm_diagnostics* skm_profiles_diagnostics(const skm_profiles* profiles) noexcept {
  const capi::LoadedProfiles* const loaded = capi::peek(profiles);
  return loaded == nullptr ? nullptr : capi::borrow(loaded->diagnostics);
}

skm_status skm_profiles_to_ndjson(const skm_profiles* profiles, skm_buffer** out_ndjson,
                                  skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_ndjson, "out_ndjson");
    out.set(skillmatrix::write_profiles(capi::get(profiles, "profiles").list->profiles));
  });
}

void skm_profiles_destroy(skm_profiles* profiles) noexcept { capi::destroy(profiles); }
