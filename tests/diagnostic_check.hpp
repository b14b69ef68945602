// Whether a diagnostic is well said: what the library passes fits what the catalogs say.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostic_message.hpp"
#include "findings.hpp"
#include "messages_built_in.hpp"
#include "messages_catalog.hpp"
#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/messages.hpp"
#include "text/message_pattern.hpp"

namespace skillmatrix::test {

/// The arguments of a pattern, each with the words of its selects but for `none` and `other`.
using MessageUses = std::map<std::string, std::set<std::string>>;

inline MessageUses uses_of(const std::string& pattern) {
  using Kind = text::PatternPart::Kind;
  MessageUses uses;
  std::vector<std::string> open;
  for (const text::PatternPart& part : text::parse_message_pattern(pattern).parts) {
    const bool is_choice =
        part.kind == Kind::select || part.kind == Kind::plural || part.kind == Kind::ordinal;
    if (part.kind == Kind::argument || is_choice) uses[part.text];
    if (is_choice) open.push_back(part.text);
    if (part.kind == Kind::end) open.pop_back();
    const bool is_word = part.kind == Kind::selector && part.text != "none" && part.text != "other";
    if (is_word) uses[open.back()].insert(part.text);
  }
  return uses;
}

/// What the message of a code says in English.
inline const MessageUses& message_uses(const CodeDescription& description) {
  static const std::map<std::string, MessageUses, std::less<>> uses_by_name = [] {
    messages::Catalog catalog;
    form::Findings findings(1);
    messages::read_catalog(messages::built_in_catalogs().front().json, catalog, findings);
    std::map<std::string, MessageUses, std::less<>> all;
    for (const auto& [key, pattern] : catalog.messages) {
      if (key.starts_with("diagnostic.")) all[key] = uses_of(pattern);
    }
    return all;
  }();
  const auto found = uses_by_name.find(std::string("diagnostic.").append(description.name));
  static const MessageUses none;
  EXPECT_NE(found, uses_by_name.end()) << description.name;
  return found == uses_by_name.end() ? none : found->second;
}

/// The message by language, each with nothing missing.
inline std::map<std::string_view, std::string> in_all_languages(const Diagnostic& diagnostic) {
  static const std::map<std::string_view, MessageView> views = [] {
    std::map<std::string_view, MessageView> all;
    for (const std::string_view locale : Messages::built_in().locales()) {
      all.emplace(locale, Messages::built_in().for_locales({&locale, 1}));
    }
    return all;
  }();
  std::map<std::string_view, std::string> all;
  for (const auto& [locale, view] : views) {
    ServedMessage served;
    all[locale] = message_of(diagnostic, view, &served);
    EXPECT_TRUE(served.is_known) << locale << ' ' << to_string(diagnostic.code);
    EXPECT_EQ(served.locale, locale) << to_string(diagnostic.code);
    EXPECT_EQ(served.missing, std::vector<std::string_view>{})
        << locale << ' ' << to_string(diagnostic.code) << ' ' << all[locale];
  }
  return all;
}

/// The messages know every argument of the diagnostic and, where they have words, every word.
inline void expect_well_said(const Diagnostic& diagnostic) {
  // Said with the position, or before the message, or for programs alone.
  static const std::set<std::string, std::less<>> unsaid{"catalog",
                                                         "key",
                                                         "offset",
                                                         "confusable_names.kind",
                                                         "csv_id_collision.id",
                                                         "duplicate_name.other",
                                                         "near_duplicate_names.kind",
                                                         "text_missing.field",
                                                         "text_missing.kind",
                                                         "translation_missing.field",
                                                         "translation_missing.kind",
                                                         "translation_stale.field",
                                                         "translation_stale.kind"};
  const CodeDescription& description = describe(diagnostic.code);
  const MessageUses& uses = message_uses(description);
  for (const auto& [name, value] : diagnostic.arguments) {
    const auto use = uses.find(name);
    const std::string here = std::string(description.name).append(".").append(name);
    const bool is_known = use != uses.end() || unsaid.contains(name) || unsaid.contains(here);
    EXPECT_TRUE(is_known) << here;
    if (use == uses.end() || use->second.empty() || value.empty()) continue;
    EXPECT_TRUE(use->second.contains(value)) << here << ' ' << value;
  }
  in_all_languages(diagnostic);
}

/// A diagnostic with every argument that its message has; `name` is the word given.
inline Diagnostic filled(Code code, const MessageUses& uses, const std::string& name,
                         const std::string& word) {
  Diagnostic diagnostic = make_diagnostic(code, {}, "x");
  for (const auto& [other, words] : uses) {
    if (other == "value") continue;
    const std::string& usual = words.empty() ? "x" : *words.begin();
    diagnostic.arguments.emplace_back(other, other == name ? word : usual);
  }
  return diagnostic;
}

/// One line of text without signs of a slip in a pattern.
inline void expect_plain(const std::string& message, const std::string& where) {
  EXPECT_FALSE(message.empty()) << where;
  EXPECT_EQ(message.find_first_of("{}[]\n"), std::string::npos) << where << ": " << message;
  EXPECT_EQ(message.find("diagnostic."), std::string::npos) << where << ": " << message;
  for (const std::string_view slip : {"  ", "“”", "…", " ,"}) {
    EXPECT_EQ(message.find(slip), std::string::npos) << where << ": " << message;
  }
  EXPECT_FALSE(message.starts_with(' ') || message.ends_with(' ')) << where << ": " << message;
}

}  // namespace skillmatrix::test
