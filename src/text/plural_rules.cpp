#include "text/plural_rules.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "text/language_tag.hpp"

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

icu::Locale locale_of(std::string_view tag) {
  if (find_tag_problem(tag)) return icu::Locale("root");
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(
      icu::StringPiece(tag.data(), static_cast<std::int32_t>(tag.size())), status);
  // Without a language ICU's name is empty, which stands for the default in places.
  if (U_FAILURE(status) || *locale.getLanguage() == '\0') return icu::Locale("root");
  return icu::Locale(locale.getBaseName());
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
  rules_.reset(icu::PluralRules::forLocale(locale_of(tag), type, status));
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
