#include "text/collation.hpp"

#include <cstdint>
#include <limits>
#include <stdexcept>

#include "text/icu.hpp"
#include "text/icu_locale.hpp"

namespace skillmatrix::text {
namespace {

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
  UCollator* collator = open(icu_locale(locale).locale.getName());
  if (collator == nullptr) collator = open("root");
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
