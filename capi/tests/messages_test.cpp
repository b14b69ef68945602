#include "skillmatrix/messages.h"

#include <gtest/gtest.h>

#include <set>

#include "handles.hpp"

namespace skillmatrix::capi_tests {
namespace {

constexpr const char* greeting =
    R"({"schema": "skillmatrix.messages/1", "locale": "en", "messages": {
  "host.greeting": "Hello, {name}"}})";

TEST(Messages, OfTheLibraryAreListed) {
  Messages messages;
  Error error;
  ASSERT_EQ(skm_messages_built_in(messages.out(), error.out()), SKM_OK);
  std::set<std::string> locales;
  for (std::uint32_t at = 0; at < skm_messages_locale_count(messages); ++at) {
    locales.emplace(text(skm_messages_locale(messages, at)));
  }
  EXPECT_EQ(locales.size(), skm_messages_locale_count(messages));
  EXPECT_TRUE(locales.contains("en") && locales.contains("ar"));
  ASSERT_GT(skm_messages_key_count(messages), 100U);
  EXPECT_EQ(skm_messages_contains(messages, skm_messages_key(messages, 0)), 1);
  EXPECT_EQ(skm_messages_contains(messages, view("host.greeting")), 0);
  EXPECT_EQ(skm_messages_key(messages, SKM_NONE).size, 0U);
  EXPECT_EQ(skm_messages_locale(messages, SKM_NONE).size, 0U);
  EXPECT_EQ(skm_diagnostics_count(skm_messages_diagnostics(messages)), 0U);
}

TEST(Messages, AreExtendedByAHost) {
  Messages first;
  Messages second;
  Error error;
  const skm_catalog english = {view(greeting), view("english.json")};
  ASSERT_EQ(skm_messages_extend(nullptr, 1, &english, first.out(), error.out()), SKM_OK);
  EXPECT_EQ(skm_messages_contains(first, view("host.greeting")), 1);
  const skm_catalog german = {view(R"({"schema": "skillmatrix.messages/1", "locale": "de",
      "messages": {"host.greeting": "Hallo, {name}"}})"),
                              {}};
  ASSERT_EQ(skm_messages_extend(first, 1, &german, second.out(), error.out()), SKM_OK);
  EXPECT_EQ(skm_messages_key_count(second), skm_messages_key_count(first));
}

TEST(Messages, KeepTheWarningsAboutCatalogs) {
  Messages messages;
  Error error;
  const skm_catalog catalog = {view(R"({"schema": "skillmatrix.messages/1", "locale": "la",
      "messages": {"missing": "textus deest"}})"),
                               view("la.json")};
  ASSERT_EQ(skm_messages_extend(nullptr, 1, &catalog, messages.out(), error.out()), SKM_OK);
  EXPECT_GT(skm_diagnostics_count(skm_messages_diagnostics(messages)), 0U);
}

TEST(Messages, AreRefusedAsAWhole) {
  Messages messages;
  Error error;
  const skm_catalog broken = {view(R"({"schema": "skillmatrix.messages/1", "locale": "en",
      "messages": {"host.one": "{", "host.two": "{"}})"),
                              view("broken.json")};
  EXPECT_EQ(skm_messages_extend(nullptr, 1, &broken, messages.out(), error.out()),
            SKM_ERR_INVALID_INPUT);
  EXPECT_EQ(skm_diagnostics_count(skm_error_diagnostics(error)), 2U);
  EXPECT_EQ(static_cast<const skm_messages*>(messages), nullptr);
  const skm_catalog unnamed = {view(greeting), view("\xff")};
  EXPECT_EQ(skm_messages_extend(nullptr, 1, &unnamed, messages.out(), error.out()),
            SKM_ERR_ENCODING);
  EXPECT_EQ(skm_messages_extend(nullptr, 0, &unnamed, messages.out(), error.out()),
            SKM_ERR_INVALID_ARGUMENT);
}

TEST(Messages, AreBuiltOfCatalogsOfTheHostAlone) {
  const skm_catalog catalogs[] = {
      {view(R"({"schema": "skillmatrix.messages/1", "locale": "fr", "messages": {
          "missing": "rien", "host.hello": "Bonjour {name}"}})"),
       view("fr.json")},
      {view(R"({"schema": "skillmatrix.messages/1", "locale": "de", "messages": {
          "missing": "nichts", "host.hello": "Hallo {name}"}})"),
       view("de.json")}};
  Messages messages;
  Error error;
  ASSERT_EQ(skm_messages_build(2, catalogs, messages.out(), error.out()), SKM_OK);
  EXPECT_EQ(text(skm_messages_source_locale(messages)), "fr");
  EXPECT_EQ(skm_messages_locale_count(messages), 2U);
  EXPECT_EQ(skm_messages_key_count(messages), 2U);
  EXPECT_EQ(skm_messages_build(0, catalogs, messages.out(), nullptr), SKM_ERR_INVALID_ARGUMENT);
  const skm_catalog without = {view(R"({"schema": "skillmatrix.messages/1", "locale": "de",
      "messages": {"host.hello": "Hallo"}})"),
                               {}};
  EXPECT_EQ(skm_messages_build(1, &without, messages.out(), nullptr), SKM_ERR_INVALID_INPUT);
}

TEST(Messages, HavePseudoLocales) {
  Messages messages;
  ASSERT_EQ(skm_messages_with_pseudo_locales(nullptr, messages.out(), nullptr), SKM_OK);
  Messages built_in;
  ASSERT_EQ(skm_messages_built_in(built_in.out(), nullptr), SKM_OK);
  EXPECT_EQ(skm_messages_locale_count(messages), skm_messages_locale_count(built_in) + 2);
  Language language;
  ASSERT_EQ(
      skm_language_build(view("ar-XB"), messages, SKM_ISOLATES_AUTOMATIC, language.out(), nullptr),
      SKM_OK);
  EXPECT_EQ(text(skm_language_message_locale(language)), "ar-XB");
  EXPECT_EQ(skm_language_direction(language), SKM_DIRECTION_RTL);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
