// Languages of readers and of texts: tags, what a reader prefers, and which language serves whom.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "skillmatrix/diagnostic.hpp"

namespace skillmatrix {

/// What is wrong with a tag.
struct TagProblem {
  std::size_t offset = 0;   ///< Of the subtag, in bytes.
  std::string subtag;       ///< The first bad one; empty if something is missing there.
  std::string_view detail;  ///< The word for it in messages: "underscore"; lives forever.
};

/// The first thing wrong with the form of a BCP-47 tag (RFC 5646), or nothing. Stricter than most:
/// the language has 2 or 3 letters, "en_US" is no tag, and the irregular tags of old ("i-klingon")
/// are refused. Whether subtags are registered is not asked.
/// Complexity: linear; tags of more than 128 bytes are refused. Thread class: pure.
std::optional<TagProblem> find_tag_problem(std::string_view tag);

/// The canonical form of a tag: usual case, current subtags for the replaced ones (`iw` is `he`,
/// `sh` is `sr-Latn`, `tl` is `fil`), and `nb` for `no`. A tag with a problem is returned as it is.
/// Complexity: linear. Thread class: pure.
std::string canonical_tag(std::string_view tag);

/// The base direction of a text, where its author states one.
enum class Direction { ltr, rtl };

/// The base direction to show a text in; `automatic` leaves it to its first strong character.
enum class TextDirection : std::uint8_t { ltr, rtl, automatic };

/// "ltr", "rtl" or "auto", as the attribute `dir` of HTML has it. O(1). Thread class: pure.
std::string_view to_string(TextDirection direction);

/// The direction of the script of a tag, or of the script that its language is usually written in:
/// "ar" and "uz-Arab" are `rtl`, "uz" is `ltr`. `automatic` if neither is known: "und", unknown
/// languages, malformed tags. Complexity: linear. Thread class: pure.
TextDirection direction_of(std::string_view tag);

/// Why a text is in the language it is in, from the best reason to the worst.
enum class TextSource : std::uint8_t {
  exact,       ///< The tag that the reader prefers.
  equivalent,  ///< The same language, script and region, by another tag: zh-Hans for zh-CN.
  related,     ///< A language that CLDR, or the framework, gives to such readers: en for en-GB.
  other_preferred,  ///< Found through a later preference of the reader.
  source_fallback,  ///< The framework's default locale.
  any_fallback,     ///< None of these: undetermined ("und"), or just any language.
  missing,          ///< There is no text in any language.
};

/// "exact", "equivalent", ... O(1). Thread class: pure.
std::string_view to_string(TextSource source);

/// What a reader asks for.
struct LanguagePreferences {
  std::vector<std::string> tags;        ///< Canonical, best first, each once.
  std::vector<std::string> excluded;    ///< Canonical: those of weight 0, "anything but these".
  std::vector<Diagnostic> diagnostics;  ///< `language_range_skipped`, in the order of the list.
};

/// Reads the value of an Accept-Language header (RFC 9110, 12.5.4): "de-AT, de;q=0.8, en;q=0.5".
/// Tags of equal weight stay in the order of the list; `*` adds nothing. Lenient: an item that is
/// not well formed is skipped, with a warning that has the item as its value and its place in the
/// list. At most 64 items are read; if there are more, one warning says so.
/// Complexity: linear. Thread class: pure.
LanguagePreferences parse_accept_language(std::string_view list);

/// A reader's tag, and the tags of texts to give to such readers before what CLDR would give.
using LocaleFallbacks = std::map<std::string, std::vector<std::string>, std::less<>>;

struct NegotiationOptions {
  /// Of the framework or the host. A key also holds for tags of the same language, script and
  /// region: "gsw" for "gsw-CH".
  LocaleFallbacks fallbacks;
  /// Languages that the reader wants last: these tags and those that begin with them, unless a
  /// preference is as long a beginning. Malformed ones are ignored.
  std::vector<std::string> excluded;
  /// Also CLDR's matches in one direction: Russian for Ukrainian readers, German for Swiss German.
  bool one_way_matches = false;
  /// Also other scripts of a language: Cyrillic for readers of Serbian in Latin letters.
  bool other_scripts = false;
};

/// One place in a chain.
struct LocaleLink {
  std::uint32_t tag = 0;  ///< Position in the tags that were negotiated about.
  TextSource source = TextSource::any_fallback;

  friend bool operator==(const LocaleLink&, const LocaleLink&) = default;
};

/// In which order the languages of some texts are good for one reader. Compute it once for a reader
/// and a set of texts; the text to serve is then the first there is.
/// Thread class: immutable; copies are independent.
class LocaleChain {
 public:
  /// Every available tag exactly once:
  /// 1. for each preference of the reader, best first: that tag; its equivalents; the tags that
  ///    `fallbacks` gives; then CLDR's other matches, the nearest first, of the same script and in
  ///    both directions unless the options say otherwise. At most 32 kinds of a language (regions)
  ///    are ranked by nearness;
  /// 2. the default locale; 3. "und";
  /// 4. the others, by tag;
  /// 5. the excluded ones, in the order of 2 to 4.
  ///
  /// Tags are compared in canonical form. Extensions and private use of a preference ("-u-nu-thai")
  /// do not keep it from matching. "und" and the pseudo-locales (en-XA, ar-XB) match only
  /// themselves. Malformed preferences, and "*", are ignored. The order of `available` changes
  /// nothing but the positions; the same tag twice is two links.
  /// Complexity: O((preferences + excluded) x available + preferences x fallbacks), plus sorting.
  /// Thread class: pure.
  static LocaleChain negotiate(std::span<const std::string> preferences,
                               std::span<const std::string_view> available,
                               std::string_view default_locale,
                               const NegotiationOptions& options = {});

  /// Best first.
  [[nodiscard]] std::span<const LocaleLink> links() const { return links_; }

  /// The reader's first well-formed preference, in canonical form, extensions included; the default
  /// locale if there is none. For formats and sorting; texts have their own.
  [[nodiscard]] std::string_view locale() const { return locale_; }

 private:
  LocaleChain() = default;

  std::vector<LocaleLink> links_;
  std::string locale_;
};

}  // namespace skillmatrix
