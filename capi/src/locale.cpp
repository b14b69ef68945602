#include "skillmatrix/locale.h"

#include "skillmatrix/text.hpp"
#include "skillmatrix/text_data.hpp"
#include "texts.hpp"

namespace skillmatrix::capi {

std::int32_t number_of(TextDirection direction) noexcept {
  switch (direction) {
    case TextDirection::ltr:
      return SKM_DIRECTION_LTR;
    case TextDirection::rtl:
      return SKM_DIRECTION_RTL;
    case TextDirection::automatic:
      break;
  }
  return SKM_DIRECTION_AUTOMATIC;
}

std::int32_t number_of(TextSource source) noexcept {
  static_assert(static_cast<int>(TextSource::exact) + 1 == SKM_TEXT_EXACT &&
                static_cast<int>(TextSource::any_fallback) + 1 == SKM_TEXT_ANY_FALLBACK);
  return source == TextSource::missing ? SKM_TEXT_MISSING : static_cast<std::int32_t>(source) + 1;
}

std::vector<std::string> texts_of(const skm_string_view* texts, std::uint64_t count,
                                  std::string_view argument) {
  const auto given = array_of(texts, count, argument);
  std::vector<std::string> result;
  result.reserve(given.size());
  for (const skm_string_view& text : given) result.emplace_back(utf8_of(text, argument));
  return result;
}

NegotiationOptions negotiation_of(const skm_negotiation_options* options) {
  const skm_negotiation_options given = read_options(options, "options");
  NegotiationOptions result;
  for (const skm_locale_fallback& fallback :
       array_of(given.fallbacks, given.fallback_count, "fallbacks")) {
    const std::string_view reader = text_of(fallback.reader, "reader");
    result.fallbacks[std::string(reader)].emplace_back(text_of(fallback.tag, "tag"));
  }
  result.one_way_matches = given.one_way_matches != 0;
  result.other_scripts = given.other_scripts != 0;
  return result;
}

}  // namespace skillmatrix::capi

namespace capi = skillmatrix::capi;

namespace {

/// A tag that is an argument. Throws a failure if it is not well-formed.
std::string_view tag_of(skm_string_view tag, std::string_view argument = "tag") {
  const std::string_view text = capi::utf8_of(tag, argument);
  if (const auto problem = skillmatrix::find_tag_problem(text)) {
    const std::string what = std::string(argument) + ": \"" + skillmatrix::truncate(text, 40);
    throw capi::Failure{
        SKM_ERR_INVALID_INPUT, what + "\" is not well-formed: " + std::string(problem->detail), {}};
  }
  return text;
}

}  // namespace

skm_status skm_locale_check(skm_string_view tag, skm_tag_problem* problem) noexcept {
  return capi::guard([&] {
    if (problem != nullptr) capi::check_struct_size(problem->struct_size, "problem");
    const auto found = skillmatrix::find_tag_problem(capi::text_of(tag, "tag"));
    if (!found) return;
    skm_tag_problem value = SKM_TAG_PROBLEM_INIT;
    value.offset = found->offset;
    value.size = found->subtag.size();
    value.detail = capi::view_of(found->detail);
    if (problem != nullptr) capi::write_struct(problem, value, "problem");
    throw capi::Failure{SKM_ERR_INVALID_INPUT, "tag is not well-formed", {}};
  });
}

skm_status skm_locale_canonicalize(skm_string_view tag, skm_buffer** out_tag,
                                   skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_tag, "out_tag");
    out.set(skillmatrix::canonical_tag(tag_of(tag)));
  });
}

std::int32_t skm_locale_direction(skm_string_view tag) noexcept {
  std::int32_t direction = SKM_DIRECTION_AUTOMATIC;
  capi::guard(
      [&] { direction = capi::number_of(skillmatrix::direction_of(capi::text_or_empty(tag))); });
  return direction;
}

skm_status skm_locale_negotiate(skm_string_view languages, std::uint32_t count,
                                const skm_string_view* tags, skm_string_view default_locale,
                                const skm_negotiation_options* options, skm_locale_link* out_links,
                                skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    if (out_links == nullptr) throw capi::is_null("out_links");
    skillmatrix::NegotiationOptions negotiation = capi::negotiation_of(options);
    auto preferences = skillmatrix::parse_accept_language(capi::text_of(languages, "languages"));
    negotiation.excluded = std::move(preferences.excluded);
    const auto given = capi::array_of(tags, count, "tags");
    std::vector<std::string_view> available;
    available.reserve(given.size());
    for (const skm_string_view& tag : given) {
      available.push_back(tag_of(tag, "tags"));
    }
    const bool has_default = !capi::text_of(default_locale, "default_locale").empty();
    const std::string_view source = has_default ? tag_of(default_locale, "default_locale") : "";
    const auto chain =
        skillmatrix::LocaleChain::negotiate(preferences.tags, available, source, negotiation);
    for (const skillmatrix::LocaleLink& link : chain.links()) {
      *out_links++ = {link.tag, capi::number_of(link.source)};
    }
  });
}

skm_status skm_locale_warm_up(skm_string_view tag, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] { skillmatrix::warm_up(tag_of(tag)); });
}
