#include "skillmatrix/language.h"

#include <limits>

#include "skillmatrix/report.hpp"
#include "texts.hpp"

namespace capi = skillmatrix::capi;
using skillmatrix::Isolates;
using skillmatrix::Language;
using skillmatrix::MessageArgument;

namespace {

const Language* peek(const skm_language* language) noexcept {
  const capi::ReaderLanguage* const value = capi::peek(language);
  return value == nullptr ? nullptr : &value->language;
}

Isolates isolates_of(std::int32_t isolates) {
  switch (isolates) {
    case SKM_ISOLATES_AUTOMATIC:
      return Isolates::automatic;
    case SKM_ISOLATES_ALWAYS:
      return Isolates::always;
    case SKM_ISOLATES_NEVER:
      return Isolates::never;
    default:
      throw capi::Failure{SKM_ERR_UNSUPPORTED_OPTION, "isolates has an unknown value", {}};
  }
}

MessageArgument argument_of(const skm_message_argument& argument) {
  const std::string_view name = capi::text_of(argument.name, "name");
  switch (argument.type) {
    case SKM_ARGUMENT_NONE:
      return {name, std::nullopt};
    case SKM_ARGUMENT_TEXT:
      return {name, capi::utf8_of(argument.text, "text")};
    case SKM_ARGUMENT_NUMBER:
      return {name, argument.number};
    default:
      throw capi::Failure{SKM_ERR_UNSUPPORTED_OPTION, "an argument has an unknown type", {}};
  }
}

/// Gives the text that `make` makes of the language.
template <class Make>
skm_status give_text(const skm_language* language, skm_buffer** out_text, skm_error** out_error,
                     Make make) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_text, "out_text");
    out.set(make(capi::get(language, "language").language));
  });
}

}  // namespace

skm_status skm_language_build(skm_string_view languages, const skm_messages* messages,
                              std::int32_t isolates, skm_language** out_language,
                              skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_language, "out_language");
    const skillmatrix::Messages& set = messages == nullptr
                                           ? skillmatrix::Messages::built_in()
                                           : capi::get(messages, "messages").messages;
    capi::ReaderLanguage value{
        Language(capi::text_of(languages, "languages"), set, isolates_of(isolates)), {}};
    const auto findings = value.language.diagnostics();
    value.diagnostics.value = capi::findings_of({findings.begin(), findings.end()});
    out.set(std::move(value));
  });
}

const skm_diagnostics* skm_language_diagnostics(const skm_language* language) noexcept {
  const capi::ReaderLanguage* const value = capi::peek(language);
  return value == nullptr ? nullptr : capi::borrow(value->diagnostics);
}

skm_string_view skm_language_locale(const skm_language* language) noexcept {
  const Language* const value = peek(language);
  return value == nullptr ? skm_string_view{} : capi::view_of(value->locale());
}

skm_string_view skm_language_message_locale(const skm_language* language) noexcept {
  const Language* const value = peek(language);
  return value == nullptr ? skm_string_view{} : capi::view_of(value->message_locale());
}

std::int32_t skm_language_direction(const skm_language* language) noexcept {
  const Language* const value = peek(language);
  return value == nullptr ? SKM_DIRECTION_AUTOMATIC : capi::number_of(value->direction());
}

skm_status skm_language_message(const skm_language* language, skm_string_view key,
                                std::uint32_t count, const skm_message_argument* arguments,
                                skm_string_view* out_locale, skm_buffer** out_text,
                                skm_error** out_error) noexcept {
  return give_text(language, out_text, out_error, [&](const Language& value) {
    const auto given = capi::array_of(arguments, count, "arguments");
    std::vector<MessageArgument> list;
    list.reserve(given.size());
    for (const skm_message_argument& argument : given) {
      list.push_back(argument_of(argument));
    }
    skillmatrix::ServedMessage served;
    std::string text = value.messages().format(capi::text_of(key, "key"),
                                               std::span<const MessageArgument>(list), &served);
    if (out_locale != nullptr) *out_locale = capi::view_of(served.locale);
    return text;
  });
}

skm_status skm_language_diagnostic(const skm_language* language, const skm_diagnostics* diagnostics,
                                   std::uint64_t index, skm_buffer** out_text,
                                   skm_error** out_error) noexcept {
  return give_text(language, out_text, out_error, [&](const Language& value) {
    const capi::Findings& findings = capi::get(diagnostics, "diagnostics");
    capi::check_number(index, findings.list.size(), "index");
    return value.message(findings.list[index]);
  });
}

skm_status skm_language_number(const skm_language* language, std::int64_t number,
                               skm_buffer** out_text, skm_error** out_error) noexcept {
  return give_text(language, out_text, out_error,
                   [&](const Language& value) { return value.number(number); });
}

skm_status skm_language_percent(const skm_language* language, std::int64_t numerator,
                                std::int64_t denominator, skm_buffer** out_text,
                                skm_error** out_error) noexcept {
  return give_text(language, out_text, out_error, [&](const Language& value) {
    if (denominator < 1 || numerator == std::numeric_limits<std::int64_t>::min()) {
      throw capi::Failure{SKM_ERR_OUT_OF_RANGE, "there is no such fraction", {}};
    }
    return value.percent(skillmatrix::make_fraction(numerator, denominator));
  });
}

skm_status skm_language_date(const skm_language* language, std::uint32_t date,
                             skm_buffer** out_text, skm_error** out_error) noexcept {
  return give_text(language, out_text, out_error, [&](const Language& value) {
    const auto day = capi::date_of(date);
    if (!day) throw capi::Failure{SKM_ERR_OUT_OF_RANGE, "there is no such day", {}};
    return value.date(*day);
  });
}

skm_status skm_language_list(const skm_language* language, std::uint32_t count,
                             const skm_string_view* items, skm_buffer** out_text,
                             skm_error** out_error) noexcept {
  return give_text(language, out_text, out_error, [&](const Language& value) {
    return value.list(capi::texts_of(items, count, "items"));
  });
}

std::int32_t skm_language_compare(const skm_language* language, skm_string_view left,
                                  skm_string_view right) noexcept {
  const Language* const value = peek(language);
  if (value == nullptr) return 0;
  return value->compare(capi::text_or_empty(left), capi::text_or_empty(right));
}

skm_status skm_language_report(const skm_language* language, const skm_diagnostics* diagnostics,
                               skm_string_view file, skm_buffer** out_json,
                               skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_json, "out_json");
    const auto& reader = capi::get(language, "language").language;
    skillmatrix::SourceDiagnostics source{std::string(capi::utf8_of(file, "file")), {}};
    if (diagnostics != nullptr) source.diagnostics = capi::get(diagnostics, "diagnostics").list;
    out.set(skillmatrix::diagnostics_json(reader, std::span(&source, 1)));
  });
}

void skm_language_destroy(skm_language* language) noexcept { capi::destroy(language); }
