// Messages: what the engine itself says (headings, counts, states), in the reader's language.
//
// A catalog is data: one JSON file for each language, from key to pattern.
//
//     {"schema": "skillmatrix.messages/1", "locale": "de", "messages": {
//       "skill_page.roles": "{count, plural, =0 {Keine Rolle} one {# Rolle} other {# Rollen}}"}}
//
// Patterns are ICU MessageFormat 1 with named arguments of these forms: `{name}`, `{name, number}`,
// `plural`, `selectordinal` and `select`. One meaning is our own: the case `none` of a `select` is
// for an argument that is not given, and for nothing else. Dates and lists come as finished text.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "skillmatrix/result.hpp"

namespace skillmatrix {

/// The schema of a catalog.
inline constexpr std::string_view messages_schema = "skillmatrix.messages/1";

/// One value to fill into a message: a text, a whole number, or nothing. Refers to its texts.
struct MessageArgument {
  std::string_view name;
  std::variant<std::monostate, std::string_view, std::int64_t> value;

  /// An argument that is not given, the same as leaving it out.
  MessageArgument(std::string_view its_name, std::nullopt_t) : name(its_name) {}
  template <std::convertible_to<std::string_view> Text>
  MessageArgument(std::string_view its_name, const Text& text)
      : name(its_name), value(std::in_place_type<std::string_view>, text) {}
  /// A number has to fit in 64 bits with a sign, as every count does.
  template <std::integral Number>
  requires(!std::same_as<Number, bool> && !std::same_as<Number, char>)
      MessageArgument(std::string_view its_name, Number number)
      : name(its_name), value(static_cast<std::int64_t>(number)) {}
  /// Given if the text is.
  MessageArgument(std::string_view its_name, const std::optional<std::string_view>& text)
      : name(its_name) {
    if (text) value = *text;
  }
};

/// The arguments of one call: `{{"count", 3}, {"role", title}}`. Refers to them, so it must not
/// outlive the expression that it is made in.
class MessageArguments {
 public:
  MessageArguments() = default;
  MessageArguments(std::initializer_list<MessageArgument> arguments)
      : arguments_(std::data(arguments), arguments.size()) {}
  MessageArguments(std::span<const MessageArgument> arguments) : arguments_(arguments) {}

  [[nodiscard]] std::span<const MessageArgument> span() const { return arguments_; }

 private:
  std::span<const MessageArgument> arguments_;
};

/// A key that was looked up once, so that formatting needs no look-up. It means the same message in
/// the set that gave it, in every set that extends this one, and in their views.
struct MessageKey {
  std::uint32_t index = 0;
  friend auto operator<=>(const MessageKey&, const MessageKey&) = default;
};

/// Whether texts that are filled into messages are isolated (U+2068, U+2069; see `isolate`), so
/// that neither the text nor the message puts the other out of order: "C++" in an Arabic sentence.
/// For plain text; in HTML, elements with `dir` or `bdi` do the same.
enum class Isolates : std::uint8_t {
  /// All texts in messages from right to left; in others, those in which something runs from right
  /// to left, so that messages without such texts are as with `never`.
  automatic,
  always,
  never,
};

/// How a message was served.
struct ServedMessage {
  /// The tag of the catalog that the pattern is from; valid as long as the view.
  std::string_view locale;
  /// False if no catalog has the key. The text is then the message "missing" ("text not
  /// available").
  bool is_known = true;
  /// The arguments that the pattern asks for and that were not given, or not in the type that it
  /// asks for; each once. An ellipsis stands where they are missing. Valid as long as the view.
  std::vector<std::string_view> missing;
};

/// One catalog, as the host has it.
struct CatalogSource {
  std::string_view json;
  std::string name;  ///< A file name, say: the argument "catalog" of diagnostics; may be empty.
};

class MessageView;

/// An immutable set of catalogs, one of which is the source: the one that has every message, and
/// that others are checked against. Cheap to copy. Thread class: immutable; any number of threads.
class Messages {
 public:
  /// The messages of the library, whose source is English. A catalog is prepared at its first use,
  /// which takes some milliseconds.
  static const Messages& built_in();

  /// A set of whole catalogs, the first of which is the source; it has a message "missing", without
  /// arguments. Each catalog must have every message of the source and no other. All findings come
  /// at once, those of each catalog in the order of its text. Complexity: linear in the text.
  static Result<Messages> build(std::span<const CatalogSource> catalogs);

  /// `base` with the host's own languages, keys, and texts in place of those of `base`. A catalog
  /// need not be whole: what it lacks is served by the catalogs of `base`, and reported as a
  /// warning where the language has no such text at all. Messages that the source does not have are
  /// the host's own; a catalog of the source's language is where they are best defined. Findings
  /// and complexity as above; with an error, nothing is loaded.
  static Result<Messages> extend(const Messages& base, std::span<const CatalogSource> catalogs);

  /// `base` with one language more, made from its source: the literal text of every pattern goes
  /// through `transform`, the arguments do not, and the rules of numbers are those of the source.
  /// For pseudo-locales such as en-XA, which show a host's texts that are not translatable. The
  /// transform is called once for each piece of text, now. A catalog of that tag is replaced.
  static Messages with_pseudo_locale(const Messages& base, std::string_view tag,
                                     const std::function<std::string(std::string_view)>& transform);

  /// The canonical tags of the catalogs, by bytes. Valid as long as this set.
  [[nodiscard]] std::vector<std::string_view> locales() const;
  [[nodiscard]] std::string_view source_locale() const;

  /// Every key of the set; the place of a key is the index of its `MessageKey`.
  [[nodiscard]] std::vector<std::string_view> keys() const;
  [[nodiscard]] bool contains(std::string_view key) const { return find(key).has_value(); }
  /// O(length of the key).
  [[nodiscard]] std::optional<MessageKey> find(std::string_view key) const;

  /// What a reader gets: each message from the first of these catalogs that has it, and in the end
  /// from the source. The order is what negotiation gives; tags without a catalog are passed over.
  /// The first catalog is the one whose direction counts for `isolates`.
  /// Complexity: linear in keys and tags; keep the view.
  [[nodiscard]] MessageView for_locales(std::span<const std::string_view> tags,
                                        Isolates isolates = Isolates::automatic) const;

 private:
  struct Set;
  friend class MessageView;
  explicit Messages(std::shared_ptr<const Set> set) : set_(std::move(set)) {}
  std::shared_ptr<const Set> set_;
};

/// The messages of a set for one reader. Each is formatted by the rules (plural categories, digits)
/// of the catalog that it is from, so that an English text shown to a Chinese reader is good
/// English. Keeps its set alive; cheap to copy. Thread class: immutable; any number of threads.
class MessageView {
 public:
  /// The text of a message; `served`, if given, is told where it is from and what was missing. A
  /// key is never shown, nor are the braces of an argument. A text that is filled in is isolated if
  /// `isolates` says so, and what is isolated in it stays so; numbers need no isolates, and words
  /// that only choose a case get none. Complexity: linear in the text, after a look-up if the key
  /// is given by name.
  [[nodiscard]] std::string format(MessageKey key, const MessageArguments& arguments = {},
                                   ServedMessage* served = nullptr) const;
  [[nodiscard]] std::string format(std::string_view key, const MessageArguments& arguments = {},
                                   ServedMessage* served = nullptr) const;

  /// The same, at the end of a text that is there already.
  void append(std::string& text, MessageKey key, const MessageArguments& arguments = {},
              ServedMessage* served = nullptr) const;
  void append(std::string& text, std::string_view key, const MessageArguments& arguments = {},
              ServedMessage* served = nullptr) const;

  [[nodiscard]] std::optional<MessageKey> find(std::string_view key) const;

  /// Whether a text is isolated where it is filled in; see `Isolates`. O(text).
  [[nodiscard]] bool isolates(std::string_view text) const;

 private:
  struct Table;
  friend class Messages;
  explicit MessageView(std::shared_ptr<const Table> table) : table_(std::move(table)) {}
  std::shared_ptr<const Table> table_;
};

}  // namespace skillmatrix
