#include "skillmatrix/locale.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "handles.hpp"

namespace skillmatrix::capi_tests {
namespace {

using Links = std::vector<std::pair<std::string, std::int32_t>>;

/// The tags in the order that is negotiated, and why.
Links negotiate(const char* languages, const std::vector<const char*>& tags,
                const char* default_locale, const skm_negotiation_options* options = nullptr) {
  std::vector<skm_string_view> available;
  for (const char* const tag : tags) available.push_back(view(tag));
  std::vector<skm_locale_link> links(tags.size() + 1);  // Never NULL.
  Error error;
  EXPECT_EQ(skm_locale_negotiate(view(languages), static_cast<std::uint32_t>(tags.size()),
                                 available.data(), view(default_locale), options, links.data(),
                                 error.out()),
            SKM_OK);
  links.resize(tags.size());
  Links named;
  for (const skm_locale_link& link : links) named.emplace_back(tags.at(link.tag), link.source);
  return named;
}

TEST(Locale, SaysWhatIsWrongWithATag) {
  EXPECT_EQ(skm_locale_check(view("zh-Hant-TW"), nullptr), SKM_OK);
  skm_tag_problem problem = SKM_TAG_PROBLEM_INIT;
  EXPECT_EQ(skm_locale_check(view("en-toolongsubtag"), &problem), SKM_ERR_INVALID_INPUT);
  EXPECT_EQ(problem.offset, 3U);
  EXPECT_EQ(problem.size, 13U);
  EXPECT_GT(problem.detail.size, 0U);
  EXPECT_EQ(skm_locale_check(view("en_US"), &problem), SKM_ERR_INVALID_INPUT);
  EXPECT_EQ(text(problem.detail), "underscore");
  EXPECT_EQ(skm_locale_check(view("en_US"), nullptr), SKM_ERR_INVALID_INPUT);
  problem.struct_size = 1;
  EXPECT_EQ(skm_locale_check(view("en"), &problem), SKM_ERR_UNSUPPORTED_OPTION);
}

TEST(Locale, HasACanonicalForm) {
  Buffer tag;
  Error error;
  ASSERT_EQ(skm_locale_canonicalize(view("IW-il"), tag.out(), error.out()), SKM_OK);
  EXPECT_EQ(text(tag), "he-IL");
  EXPECT_EQ(skm_locale_canonicalize(view("en_US"), tag.out(), error.out()), SKM_ERR_INVALID_INPUT);
  EXPECT_EQ(static_cast<const skm_buffer*>(tag), nullptr);
  EXPECT_EQ(text(skm_error_message(error)), "tag: \"en_US\" is not well-formed: underscore");
}

TEST(Locale, HasADirection) {
  EXPECT_EQ(skm_locale_direction(view("ar")), SKM_DIRECTION_RTL);
  EXPECT_EQ(skm_locale_direction(view("uz")), SKM_DIRECTION_LTR);
  EXPECT_EQ(skm_locale_direction(view("uz-Arab")), SKM_DIRECTION_RTL);
  EXPECT_EQ(skm_locale_direction(view("und")), SKM_DIRECTION_AUTOMATIC);
  EXPECT_EQ(skm_locale_direction({}), SKM_DIRECTION_AUTOMATIC);
}

TEST(Locale, IsNegotiated) {
  EXPECT_EQ(negotiate("zh-CN, en-GB;q=0.8, fr;q=0", {"de", "en", "fr", "und", "zh-Hans"}, "de"),
            (Links{{"zh-Hans", SKM_TEXT_EQUIVALENT},
                   {"en", SKM_TEXT_OTHER_PREFERRED},
                   {"de", SKM_TEXT_SOURCE_FALLBACK},
                   {"und", SKM_TEXT_ANY_FALLBACK},
                   {"fr", SKM_TEXT_ANY_FALLBACK}}));
  EXPECT_EQ(negotiate("de", {"de"}, "en"), (Links{{"de", SKM_TEXT_EXACT}}));
  EXPECT_EQ(negotiate("", {}, ""), Links());
}

TEST(Locale, IsNegotiatedByOptions) {
  const std::vector<const char*> tags = {"fr", "en", "de"};
  EXPECT_EQ(negotiate("gsw-CH", tags, "en").front().first, "en");
  const skm_locale_fallback fallbacks[] = {{view("gsw"), view("fr")}, {view("gsw"), view("de")}};
  skm_negotiation_options options = SKM_NEGOTIATION_OPTIONS_INIT;
  options.fallbacks = fallbacks;
  options.fallback_count = 2;
  EXPECT_EQ(negotiate("gsw-CH", tags, "en", &options), (Links{{"fr", SKM_TEXT_RELATED},
                                                              {"de", SKM_TEXT_RELATED},
                                                              {"en", SKM_TEXT_SOURCE_FALLBACK}}));
  options = SKM_NEGOTIATION_OPTIONS_INIT;
  options.one_way_matches = 1;
  EXPECT_EQ(negotiate("gsw-CH", tags, "en", &options).front(),
            (Links::value_type{"de", SKM_TEXT_RELATED}));
}

TEST(Locale, ArraysHaveToBeThere) {
  skm_locale_link link = {7, 7};
  Error error;
  EXPECT_EQ(
      skm_locale_negotiate(view("de"), SKM_NONE, nullptr, view("en"), nullptr, &link, error.out()),
      SKM_ERR_INVALID_ARGUMENT);
  skm_negotiation_options options = SKM_NEGOTIATION_OPTIONS_INIT;
  options.fallback_count = 3;
  const skm_string_view tag = view("en");
  EXPECT_EQ(skm_locale_negotiate(view("de"), 1, &tag, view("en"), &options, &link, error.out()),
            SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(text(skm_error_message(error)), "fallbacks is NULL");
  EXPECT_EQ(link.tag, 7U);
}

TEST(Locale, TellsTagsThatAreNone) {
  skm_locale_link links[2];
  Error error;
  const skm_string_view tags[] = {view("de"), view("en_US")};
  EXPECT_EQ(skm_locale_negotiate(view("de"), 2, tags, view("de"), nullptr, links, error.out()),
            SKM_ERR_INVALID_INPUT);
  EXPECT_EQ(text(skm_error_message(error)), "tags: \"en_US\" is not well-formed: underscore");
  EXPECT_EQ(skm_locale_negotiate(view("de"), 1, tags, view("x"), nullptr, links, nullptr),
            SKM_ERR_INVALID_INPUT);
}

TEST(Locale, WarmsUp) {
  EXPECT_EQ(skm_locale_warm_up(view("de"), nullptr), SKM_OK);
  EXPECT_EQ(skm_locale_warm_up(view("en_US"), nullptr), SKM_ERR_INVALID_INPUT);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
