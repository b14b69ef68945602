#include "text/collation.hpp"

#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>

#include "text/icu.hpp"

namespace skillmatrix::text {
namespace {

/// CLDR's root locale. An empty name would do too; this one cannot be taken for "the default".
constexpr const char* root = "root";

/// Whether ICU has data for the language itself. Otherwise it would fall back on the process's
/// default locale somewhere.
bool has_data(const char* icu_locale) {
  char language[ULOC_LANG_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length = uloc_getLanguage(icu_locale, language, ULOC_LANG_CAPACITY, &status);
  if (U_FAILURE(status) || length == 0 || status == U_STRING_NOT_TERMINATED_WARNING) return false;
  const icu::LocalUResourceBundlePointer bundle(ures_openDirect(nullptr, language, &status));
  return U_SUCCESS(status) != 0;
}

/// ICU's name of the locale of a tag, or root.
std::string icu_locale_of(std::string_view tag) {
  const std::string terminated(tag);
  char name[ULOC_FULLNAME_CAPACITY];
  std::int32_t parsed = 0;
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length =
      uloc_forLanguageTag(terminated.c_str(), name, ULOC_FULLNAME_CAPACITY, &parsed, &status);
  const bool is_whole = U_SUCCESS(status) && status != U_STRING_NOT_TERMINATED_WARNING &&
                        static_cast<std::size_t>(parsed) == tag.size() && length > 0;
  return is_whole && has_data(name) ? std::string(name) : std::string(root);
}

UCollator* open(const char* icu_locale) {
  UErrorCode status = U_ZERO_ERROR;
  icu::LocalUCollatorPointer collator(ucol_open(icu_locale, &status));
  if (U_FAILURE(status)) return nullptr;
  ucol_setAttribute(collator.getAlias(), UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
  // Names need not be in NFC.
  ucol_setAttribute(collator.getAlias(), UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
  return U_SUCCESS(status) ? collator.orphan() : nullptr;
}

bool fits(std::string_view text) {
  return text.size() <= static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
}

}  // namespace

struct Collator::Implementation {
  icu::LocalUCollatorPointer collator;
};

Collator::Collator(std::string_view locale) : implementation_(std::make_unique<Implementation>()) {
  UCollator* collator = open(icu_locale_of(locale).c_str());
  if (collator == nullptr) collator = open(root);
  if (collator == nullptr) throw std::runtime_error("ICU has no collation data");
  implementation_->collator.adoptInstead(collator);
}

Collator::~Collator() = default;
Collator::Collator(Collator&&) noexcept = default;
Collator& Collator::operator=(Collator&&) noexcept = default;

int Collator::compare(std::string_view left, std::string_view right) const {
  if (!fits(left) || !fits(right)) return left.compare(right);
  UErrorCode status = U_ZERO_ERROR;
  const UCollationResult result = ucol_strcollUTF8(
      implementation_->collator.getAlias(), left.data(), static_cast<std::int32_t>(left.size()),
      right.data(), static_cast<std::int32_t>(right.size()), &status);
  return U_SUCCESS(status) ? static_cast<int>(result) : left.compare(right);
}

}  // namespace skillmatrix::text
