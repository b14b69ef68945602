// Any bytes at all: what the functions of text.hpp promise holds.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "skillmatrix/pseudo.hpp"
#include "skillmatrix/text.hpp"
#include "skillmatrix/validate.hpp"

namespace {

using namespace skillmatrix;

void check(bool holds) {
  if (!holds) std::abort();
}

void check_normal_form(std::string_view text) {
  const std::string normal = to_nfc(text);
  check(is_nfc(normal));
  check(to_nfc(normal) == normal);
  check(is_nfc(text) == (normal == text));
  const std::optional<std::size_t> first = first_not_nfc(text);
  check(first.has_value() != is_nfc(text));
  if (first) check(*first < text.size() && text.substr(0, *first) == normal.substr(0, *first));
  check(first_ill_formed(text).has_value() == first_ill_formed(normal).has_value());
}

bool has_unbalanced_isolates(std::string_view text) {
  for (const UnsafeCharacter& unsafe : find_unsafe(text, TextUse::prose, text.size())) {
    if (unsafe.kind == UnsafeKind::unbalanced_isolate) return true;
  }
  return false;
}

void check_unsafe(std::string_view text) {
  const std::vector<UnsafeCharacter> all = find_unsafe(text, TextUse::name, text.size());
  std::size_t end = 0;
  for (const UnsafeCharacter& unsafe : all) {
    check(unsafe.offset >= end && unsafe.length >= 1 && unsafe.length <= 4);
    end = unsafe.offset + unsafe.length;
  }
  check(end <= text.size());
  const std::vector<UnsafeCharacter> few = find_unsafe(text, TextUse::name, 3);
  check(few.size() == std::min<std::size_t>(3, all.size()));
  check(std::equal(few.begin(), few.end(), all.begin()));
  check(find_unsafe(text, TextUse::prose, text.size()).size() <= all.size());
}

/// Whether what `cut` has beyond the beginning of `whole` are ends of isolates.
bool is_beginning_closed(std::string_view cut, std::string_view whole) {
  constexpr std::string_view end_of_isolate = "\u2069";
  while (!whole.starts_with(cut)) {
    if (!cut.ends_with(end_of_isolate)) return false;
    cut.remove_suffix(end_of_isolate.size());
  }
  return true;
}

void check_cut(std::string_view text) {
  const std::string whole = truncate(text, text.size());
  check(!first_ill_formed(whole));
  if (!first_ill_formed(text)) check(whole == text);
  for (const std::size_t most : {0U, 1U, 2U, 7U}) {
    const std::string cut = truncate(text, most, "");
    check(!first_ill_formed(cut));
    check(is_beginning_closed(cut, whole));
    check(!first_ill_formed(truncate(text, most)));
    if (!has_unbalanced_isolates(whole)) check(!has_unbalanced_isolates(cut));
  }
}

void check_direction(std::string_view text) {
  const std::string wrapped = isolate(text, TextDirection::rtl);
  check(!first_ill_formed(wrapped));
  check(!has_unbalanced_isolates(wrapped));
  check(first_strong_direction(wrapped) == TextDirection::automatic);
}

bool has_errors(std::string_view text) {
  for (const UnsafeCharacter& unsafe : find_unsafe(text, TextUse::prose, text.size())) {
    if (unsafe.severity == Severity::error) return true;
  }
  return false;
}

void check_framework(std::string_view text) {
  Framework framework;
  framework.id = "f";
  framework.title = in("en", std::string(text));
  const bool was_sound = !skillmatrix::has_errors(validate(framework));
  check(was_sound == (!first_ill_formed(text) && !has_errors(text)));
  if (first_ill_formed(text)) return;
  add_pseudo_locales(framework);
  check(!was_sound || !skillmatrix::has_errors(validate(framework)));
  if (is_blank(text)) return;  // Nothing to make a pseudo-translation of.
  check(is_nfc(framework.title.translations.at("en-XA").value));
  check(!is_nfc(text) || is_nfc(framework.title.translations.at("ar-XB").value));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_normal_form(text);
  check_unsafe(text);
  check_cut(text);
  check_direction(text);
  check_framework(text);
  return 0;
}
