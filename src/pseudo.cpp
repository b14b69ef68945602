#include "skillmatrix/pseudo.hpp"

#include <optional>
#include <string>

#include "skillmatrix/text.hpp"
#include "text/pseudo.hpp"
#include "texts.hpp"

namespace skillmatrix {
namespace {

using form::StringsByTag;
using form::StringUse;
using form::TextPlace;

/// Adds to the texts that have something in `source`.
class PseudoTranslator {
 public:
  explicit PseudoTranslator(std::string_view source) : source_(source) {}

  void operator()(const TextPlace&, LocalizedText& text) const {
    const auto found = text.translations.find(source_);
    if (found == text.translations.end() || is_blank(found->second.value)) return;
    const std::string value = found->second.value;
    put(text.translations, accented_locale, Translation{text::accented(value), std::nullopt});
    put(text.translations, right_to_left_locale,
        Translation{text::right_to_left(value), std::nullopt});
  }

  void operator()(const TextPlace& place, StringsByTag& strings) const {
    const auto found = strings.find(source_);
    if (place.use == StringUse::other || found == strings.end()) return;
    const std::vector<std::string> values = found->second;
    std::vector<std::string> accented;
    std::vector<std::string> right_to_left;
    for (const std::string& value : values) {
      accented.push_back(text::accented(value));
      right_to_left.push_back(text::right_to_left(value));
    }
    put(strings, accented_locale, std::move(accented));
    put(strings, right_to_left_locale, std::move(right_to_left));
  }

 private:
  template <class Map, class Value>
  static void put(Map& by_tag, std::string_view tag, Value value) {
    by_tag.insert_or_assign(std::string(tag), std::move(value));
  }

  std::string_view source_;
};

}  // namespace

void add_pseudo_locales(Framework& framework) {
  const std::string source = framework.default_locale;
  form::for_each_text(framework, PseudoTranslator(source));
}

Messages with_pseudo_locales(const Messages& base) {
  const Messages accented = Messages::with_pseudo_locale(base, accented_locale, text::accented);
  return Messages::with_pseudo_locale(accented, right_to_left_locale, text::right_to_left);
}

}  // namespace skillmatrix
