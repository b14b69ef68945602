#include "skillmatrix/text_data.hpp"

#include <array>

#include "text/collation.hpp"
#include "text/fold.hpp"
#include "text/formats.hpp"
#include "text/icu.hpp"
#include "text/icu_locale.hpp"

namespace skillmatrix {
namespace {

std::string to_text(const UVersionInfo version) {
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_versionToString(version, text.data());
  return text.data();
}

std::string icu_version() {
  UVersionInfo version;
  u_getVersion(version);
  return to_text(version);
}

std::string cldr_version() {
  UVersionInfo version;
  UErrorCode status = U_ZERO_ERROR;
  ulocdata_getCLDRVersion(version, &status);
  return U_SUCCESS(status) ? to_text(version) : std::string();
}

std::string unicode_version() {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  return to_text(version);
}

/// Negotiation between the languages of a reader and of a text.
void load_language_matching(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale wanted = text::parse_icu_locale(tag);
  icu::Locale likely(wanted);
  likely.addLikelySubtags(status);
  const icu::LocaleMatcher matcher =
      icu::LocaleMatcher::Builder().addSupportedLocale(wanted).build(status);
  matcher.getBestMatch(icu::Locale::getEnglish(), status);
}

}  // namespace

TextDataVersions text_data_versions() { return {icu_version(), cldr_version(), unicode_version()}; }

void warm_up(std::string_view tag) {
  const text::Formats formats(tag);
  const text::Collator collator(tag);
  // What is not ASCII needs the tables.
  constexpr std::string_view left = "é 1";
  constexpr std::string_view right = "字 2";
  collator.compare(left, right);
  text::search_fold(text::name_fold(left));
  text::skeleton(right);
  load_language_matching(tag);
}

}  // namespace skillmatrix
