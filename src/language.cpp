#include "skillmatrix/language.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>
#include <vector>

#include "diagnostic_message.hpp"
#include "messages_program.hpp"
#include "text/collation.hpp"
#include "text/formats.hpp"
#include "wide.hpp"

namespace skillmatrix {
namespace {

constexpr std::array titled_kinds{
    std::string_view("untitled.framework"), std::string_view("untitled.scale"),
    std::string_view("untitled.level"),     std::string_view("untitled.category"),
    std::string_view("untitled.skill"),     std::string_view("untitled.role"),
    std::string_view("untitled.person"),
};

/// The language subtag of a canonical tag.
std::string_view language_of(std::string_view tag) { return tag.substr(0, tag.find('-')); }

/// The catalogs from the best to the worst for the reader.
std::vector<std::string_view> ordered_catalogs(const Messages& messages,
                                               const LanguagePreferences& preferences) {
  const std::vector<std::string_view> available = messages.locales();
  NegotiationOptions options;
  options.excluded = preferences.excluded;
  const LocaleChain chain =
      LocaleChain::negotiate(preferences.tags, available, messages.source_locale(), options);
  std::vector<std::string_view> ordered;
  for (const LocaleLink& link : chain.links()) {
    ordered.push_back(available[link.tag]);
    if (ordered.back() == messages.source_locale()) break;  // It has every message.
  }
  return ordered;
}

/// The reader's own tag for the language of the messages, else that of the messages.
std::string format_locale(std::string_view catalog, const LanguagePreferences& preferences) {
  for (const std::string& tag : preferences.tags) {
    if (language_of(tag) == language_of(catalog)) return tag;
  }
  return std::string(catalog);
}

/// Thousandths, rounded half away from zero; numbers that do not fit stop at the greatest.
std::int64_t per_mille(const Fraction& fraction) {
  const Wide scaled = Wide{fraction.numerator} * 2000;
  const Wide denominator = Wide{fraction.denominator} * 2;
  const Wide half =
      fraction.numerator < 0 ? -Wide{fraction.denominator} : Wide{fraction.denominator};
  const Wide rounded = (scaled + half) / denominator;
  constexpr Wide most = std::numeric_limits<std::int64_t>::max();
  return static_cast<std::int64_t>(std::clamp(rounded, -most, most));
}

}  // namespace

struct Language::Implementation {
  /// `catalogs` are those of `all`, the best for the reader first; at least one.
  Implementation(LanguagePreferences wanted, const Messages& all,
                 std::span<const std::string_view> catalogs, Isolates isolates)
      : preferences(std::move(wanted)),
        message_locale(catalogs.front()),
        locale(preferences.tags.empty() ? message_locale : preferences.tags.front()),
        messages(all.for_locales(catalogs, isolates)),
        formats(format_locale(message_locale, preferences)),
        collator(locale),
        isolated(messages::isolated_in(direction_of(message_locale), isolates)) {
    for (const std::string_view key : titled_kinds) {
      ServedMessage served;
      std::string text = messages.format(key, {}, &served);
      placeholders.emplace_back(std::move(text), served.locale);
    }
  }

  LanguagePreferences preferences;
  std::string message_locale;
  std::string locale;
  MessageView messages;
  text::Formats formats;
  text::Collator collator;
  text::Isolated isolated;                                        ///< Of the items of lists.
  std::vector<std::pair<std::string, std::string>> placeholders;  // Each with its language.
};

Language::Language(std::string_view languages, const Messages& messages, Isolates isolates) {
  LanguagePreferences preferences = parse_accept_language(languages);
  const std::vector<std::string_view> catalogs = ordered_catalogs(messages, preferences);
  implementation_ =
      std::make_shared<const Implementation>(std::move(preferences), messages, catalogs, isolates);
}

const LanguagePreferences& Language::preferences() const { return implementation_->preferences; }
std::string_view Language::locale() const { return implementation_->locale; }
std::string_view Language::message_locale() const { return implementation_->message_locale; }
TextDirection Language::direction() const { return direction_of(message_locale()); }
bool Language::isolates(std::string_view text) const { return messages().isolates(text); }
const MessageView& Language::messages() const { return implementation_->messages; }

std::string Language::message(std::string_view key, const MessageArguments& arguments) const {
  return messages().format(key, arguments);
}

std::string Language::message(const Diagnostic& diagnostic) const {
  return message_of(diagnostic, messages());
}

Placeholder Language::placeholder(Titled kind) const {
  const auto& [text, tag] = implementation_->placeholders[static_cast<std::size_t>(kind)];
  return {text, tag};
}

std::string Language::number(std::int64_t number) const {
  return implementation_->formats.number(number);
}

std::string Language::percent(const Fraction& fraction) const {
  return implementation_->formats.percent(per_mille(fraction), 1);
}

std::string Language::date(const Date& date) const { return implementation_->formats.date(date); }

std::string Language::list(std::span<const std::string> items) const {
  const std::vector<std::string_view> views(items.begin(), items.end());
  return implementation_->formats.list(views, text::ListKind::conjunction,
                                       implementation_->isolated);
}

int Language::compare(std::string_view left, std::string_view right) const {
  return implementation_->collator.compare(left, right);
}

}  // namespace skillmatrix
