#include "skillmatrix/reader.hpp"

#include <utility>

namespace skillmatrix {
namespace {

LocaleChain chain_of(const Matrix& matrix, const LanguagePreferences& preferences,
                     NegotiationOptions options) {
  options.fallbacks.merge(matrix.fallbacks());  // Those of the options go first.
  options.excluded.insert(options.excluded.end(), preferences.excluded.begin(),
                          preferences.excluded.end());
  return LocaleChain::negotiate(preferences.tags, matrix.texts().tags(), matrix.default_locale(),
                                options);
}

}  // namespace

Reader::Reader(const Matrix& matrix, Language language, const NegotiationOptions& options)
    : matrix_(&matrix),
      language_(std::move(language)),
      chain_(chain_of(matrix, language_.preferences(), options)) {}

Reader::Reader(const Matrix& matrix, std::string_view languages)
    : Reader(matrix, Language(languages.empty() ? matrix.default_locale() : languages)) {}

ServedText Reader::title(TextIndex text, Titled kind) const {
  const ServedText served = this->text(text);
  if (!served.empty()) return served;
  const auto [text_in_place, tag] = language_.placeholder(kind);
  return {text_in_place, tag, direction_of(tag), TextSource::missing};
}

std::vector<ServedText> Reader::skill_aliases(SkillIndex skill) const {
  const TextTable& texts = matrix_->texts();
  const auto rows = matrix_->skill_aliases(skill);
  std::vector<ServedText> names;
  for (const LocaleLink& link : chain_.links()) {
    for (const TextIndex row : rows) {
      if (!texts.has(row, link.tag)) break;
      names.push_back(texts.served(row, link));
    }
    if (!names.empty()) break;
  }
  return names;
}

}  // namespace skillmatrix
