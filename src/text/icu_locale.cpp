#include "text/icu_locale.hpp"

#include <array>
#include <cstdint>

#include "skillmatrix/locale.hpp"

namespace skillmatrix::text {
namespace {

/// An empty name would do for root too; this one cannot be taken for "the default".
constexpr const char* root = "root";

/// The tag of root.
constexpr const char* no_tag = "und";

/// Whether ICU has data for the language itself: only then it does not look for any in the
/// process's default locale.
bool has_data_of_language(const icu::Locale& locale) {
  if (*locale.getLanguage() == '\0') return false;
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUResourceBundlePointer bundle(
      ures_openDirect(nullptr, locale.getLanguage(), &status));
  return U_SUCCESS(status) != 0;
}

/// The tag of the data that ICU finds for the locale; "und" if that is root's or the default's.
std::string data_tag_of(const icu::Locale& locale) {
  if (!has_data_of_language(locale)) return no_tag;
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUResourceBundlePointer bundle(ures_open(nullptr, locale.getBaseName(), &status));
  if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING) return no_tag;
  const char* actual = ures_getLocaleByType(bundle.getAlias(), ULOC_ACTUAL_LOCALE, &status);
  if (U_FAILURE(status) || actual == nullptr || std::string_view(actual) == root) return no_tag;
  auto tag = icu::Locale(actual).toLanguageTag<std::string>(status);
  return U_SUCCESS(status) ? tag : no_tag;
}

/// Root with what the tag asks for explicitly.
icu::Locale root_with_keywords_of(const icu::Locale& locale) {
  icu::Locale result(root);
  for (const char* keyword : std::array{"nu", "ca"}) {
    UErrorCode status = U_ZERO_ERROR;
    const auto value = locale.getUnicodeKeywordValue<std::string>(keyword, status);
    if (U_SUCCESS(status) && !value.empty()) {
      result.setUnicodeKeywordValue(keyword, value, status);
    }
  }
  return result;
}

}  // namespace

icu::Locale parse_icu_locale(std::string_view tag) {
  const icu::Locale nothing(root);
  if (find_tag_problem(tag)) return nothing;
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(
      icu::StringPiece(tag.data(), static_cast<std::int32_t>(tag.size())), status);
  // Without a language, ICU's name of it may be empty, which stands for the default in places.
  if (U_FAILURE(status) || locale.isBogus()) return nothing;
  return *locale.getLanguage() == '\0' ? root_with_keywords_of(locale) : locale;
}

IcuLocale icu_locale(std::string_view tag) {
  const icu::Locale locale = parse_icu_locale(tag);
  std::string data_tag = data_tag_of(locale);
  if (data_tag == no_tag) return {root_with_keywords_of(locale), false, std::move(data_tag)};
  return {locale, true, std::move(data_tag)};
}

}  // namespace skillmatrix::text
