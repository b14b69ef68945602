#include "text/plural_rules.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "text/icu_locale.hpp"

namespace skillmatrix::text {
namespace {

constexpr std::array<std::string_view, 6> names = {"zero", "one", "two", "few", "many", "other"};

PluralCategory category_of(const icu::UnicodeString& keyword) {
  std::string name;
  keyword.toUTF8String(name);
  const auto* found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return PluralCategory::other;
  return static_cast<PluralCategory>(found - names.begin());
}

/// The rules compare with numbers up to a million, and remainders of powers of ten up to a million.
/// So a huge number may be replaced by one that ends alike: ICU computes with doubles.
std::uint64_t within_doubles(std::uint64_t number) {
  constexpr std::uint64_t limit = 1'000'000'000'000;
  return number < limit ? number : limit + number % limit;
}

}  // namespace

std::string_view to_string(PluralCategory category) {
  return names[static_cast<std::size_t>(category)];
}

PluralRules::PluralRules(std::string_view tag, Kind kind) {
  UErrorCode status = U_ZERO_ERROR;
  const UPluralType type = kind == Kind::ordinal ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL;
  rules_.reset(icu::PluralRules::forLocale(parse_icu_locale(tag), type, status));
  if (U_FAILURE(status) || rules_ == nullptr) throw std::runtime_error("ICU has no plural rules");
  for (std::size_t number = 0; number < small_numbers_.size(); ++number) {
    small_numbers_[number] = evaluate(number);
  }
}

PluralCategory PluralRules::select(std::int64_t number) const {
  const auto bits = static_cast<std::uint64_t>(number);
  const std::uint64_t magnitude = number < 0 ? 0 - bits : bits;
  return magnitude < small_numbers_.size() ? small_numbers_[magnitude] : evaluate(magnitude);
}

PluralCategory PluralRules::evaluate(std::uint64_t number) const {
  return category_of(rules_->select(static_cast<double>(within_doubles(number))));
}

std::vector<PluralCategory> PluralRules::categories() const {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> keywords(rules_->getKeywords(status));
  std::vector<PluralCategory> result;
  if (U_FAILURE(status)) return {PluralCategory::other};
  while (const icu::UnicodeString* keyword = keywords->snext(status)) {
    result.push_back(category_of(*keyword));
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace skillmatrix::text
