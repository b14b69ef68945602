#include "skillmatrix/messages.h"

#include "skillmatrix/pseudo.hpp"
#include "texts.hpp"

namespace capi = skillmatrix::capi;
using skillmatrix::Messages;

namespace {

capi::MessageSet message_set(Messages messages,
                             std::vector<skillmatrix::Diagnostic> findings = {}) {
  capi::MessageSet set{std::move(messages), {}, {}, {}};
  set.locales = set.messages.locales();
  set.keys = set.messages.keys();
  set.diagnostics.value = capi::findings_of(std::move(findings));
  return set;
}

std::uint32_t count_of(const std::vector<std::string_view>& texts) noexcept {
  return static_cast<std::uint32_t>(texts.size());
}

/// The catalogs of the host, of which there has to be one.
std::vector<skillmatrix::CatalogSource> sources_of(const skm_catalog* catalogs,
                                                   std::uint32_t count) {
  if (catalogs == nullptr || count == 0) throw capi::is_null("catalogs");
  std::vector<skillmatrix::CatalogSource> sources;
  for (const skm_catalog& catalog : capi::array_of(catalogs, count, "catalogs")) {
    sources.push_back(
        {capi::text_of(catalog.json, "json"), std::string(capi::utf8_of(catalog.name, "name"))});
  }
  return sources;
}

/// The set to begin with: that of the caller, or the library's.
const Messages& base_of(const skm_messages* base) {
  return base == nullptr ? Messages::built_in() : capi::get(base, "base").messages;
}

void give(skillmatrix::Result<Messages> result, capi::Out<skm_messages>& out) {
  if (!result) throw capi::failure_of(std::move(result.diagnostics));
  out.set(message_set(*result, std::move(result.diagnostics)));
}

skm_string_view at(const std::vector<std::string_view>& texts, std::uint32_t index) noexcept {
  return index < texts.size() ? capi::view_of(texts[index]) : skm_string_view{};
}

}  // namespace

skm_status skm_messages_built_in(skm_messages** out_messages, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_messages, "out_messages");
    out.set(message_set(Messages::built_in()));
  });
}

skm_status skm_messages_extend(const skm_messages* base, std::uint32_t count,
                               const skm_catalog* catalogs, skm_messages** out_messages,
                               skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_messages, "out_messages");
    give(Messages::extend(base_of(base), sources_of(catalogs, count)), out);
  });
}

skm_status skm_messages_build(std::uint32_t count, const skm_catalog* catalogs,
                              skm_messages** out_messages, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_messages, "out_messages");
    give(Messages::build(sources_of(catalogs, count)), out);
  });
}

skm_status skm_messages_with_pseudo_locales(const skm_messages* base, skm_messages** out_messages,
                                            skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_messages, "out_messages");
    out.set(message_set(skillmatrix::with_pseudo_locales(base_of(base))));
  });
}

const skm_diagnostics* skm_messages_diagnostics(const skm_messages* messages) noexcept {
  const capi::MessageSet* const set = capi::peek(messages);
  return set == nullptr ? nullptr : capi::borrow(set->diagnostics);
}

std::uint32_t skm_messages_locale_count(const skm_messages* messages) noexcept {
  const capi::MessageSet* const set = capi::peek(messages);
  return set == nullptr ? 0 : count_of(set->locales);
}

skm_string_view skm_messages_locale(const skm_messages* messages, std::uint32_t index) noexcept {
  const capi::MessageSet* const set = capi::peek(messages);
  return set == nullptr ? skm_string_view{} : at(set->locales, index);
}

skm_string_view skm_messages_source_locale(const skm_messages* messages) noexcept {
  const capi::MessageSet* const set = capi::peek(messages);
  return set == nullptr ? skm_string_view{} : capi::view_of(set->messages.source_locale());
}

std::uint32_t skm_messages_key_count(const skm_messages* messages) noexcept {
  const capi::MessageSet* const set = capi::peek(messages);
  return set == nullptr ? 0 : count_of(set->keys);
}

skm_string_view skm_messages_key(const skm_messages* messages, std::uint32_t index) noexcept {
  const capi::MessageSet* const set = capi::peek(messages);
  return set == nullptr ? skm_string_view{} : at(set->keys, index);
}

skm_bool skm_messages_contains(const skm_messages* messages, skm_string_view key) noexcept {
  const capi::MessageSet* const set = capi::peek(messages);
  return set != nullptr && set->messages.contains(capi::text_or_empty(key)) ? 1 : 0;
}

void skm_messages_destroy(skm_messages* messages) noexcept { capi::destroy(messages); }
