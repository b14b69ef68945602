// Coverage: which texts of a framework there are in which language, for those who maintain them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/fraction.hpp"
#include "skillmatrix/framework.hpp"

namespace skillmatrix {

/// The kinds of things that have texts. What a level means for a skill is a text of the skill, what
/// a role is about at a level one of the role.
enum class CoverageKind : std::uint8_t {
  framework,
  scale,
  level,
  category,
  skill,
  role,
  expectation
};

enum class CoverageField : std::uint8_t { title, label, summary, description, focus, aliases };

/// "framework", "scale", ...
std::string_view to_string(CoverageKind kind);
/// "title", "label", ...
std::string_view to_string(CoverageField field);

/// How many texts readers of one language get in which state; each text is in one of them.
///
/// Counted are the texts that some language has, and the titles that none has: everything should
/// have a title, but nobody misses a summary that was never written. The other names of a skill are
/// one text, which a language has if it has one of them.
struct CoverageCounts {
  std::uint64_t exact = 0;     ///< There in this language, and not known to be stale.
  std::uint64_t fallback = 0;  ///< Not there; readers get another language.
  std::uint64_t missing = 0;   ///< A title that is in no language; readers get a placeholder.
  std::uint64_t stale = 0;     ///< There, but the source text has changed since.

  [[nodiscard]] std::uint64_t total() const { return exact + fallback + missing + stale; }
  /// Whether all texts are exact.
  [[nodiscard]] bool complete() const { return exact == total(); }
  /// The exact ones out of all; 1 if there are none.
  [[nodiscard]] Fraction share() const;

  friend bool operator==(const CoverageCounts&, const CoverageCounts&) = default;
};

struct CoverageRow {
  CoverageKind kind = CoverageKind::framework;
  CoverageField field = CoverageField::title;
  CoverageCounts counts;

  friend bool operator==(const CoverageRow&, const CoverageRow&) = default;
};

struct LocaleCoverage {
  std::string locale;             ///< Canonical.
  CoverageCounts counts;          ///< The sum of the rows.
  std::vector<CoverageRow> rows;  ///< By kind, then field; those without a text are left out.

  friend bool operator==(const LocaleCoverage&, const LocaleCoverage&) = default;
};

struct CoverageOptions {
  /// The languages to look at, in this order; those that are the same in canonical form once. They
  /// need not have any text. If there are none: every language of the framework's texts and its
  /// default locale, in byte order.
  std::vector<std::string> locales;
  std::size_t max_diagnostics = 1000;
};

struct Coverage {
  std::vector<LocaleCoverage> locales;
  /// One warning for each text that is not exact: `translation_missing` and `translation_stale`
  /// with the arguments "locale", "kind" and "field" and the source text as the value;
  /// `text_missing`, once for all languages. In the order of the document, then of the languages.
  /// At most `max_diagnostics`; then `findings_omitted` with the count of the others.
  std::vector<Diagnostic> diagnostics;

  /// Whether every text is exact in every language.
  [[nodiscard]] bool complete() const { return diagnostics.empty(); }
};

/// Measures how much of a framework is translated.
///
/// The source of a translation is the text in the framework's default locale. The translation is
/// stale if it says so, in its `source` (see `TextOrigin`); nothing is guessed:
/// - its hash is not that of the source text;
/// - its date is before the source text's own `updated`, or if that has none, before the `updated`
///   of the skill that the text belongs to;
/// - its version is not that of the source text, if that states one.
///
/// A blank translation counts as none (`is_blank`), and a hash may have capital letters. Tags are
/// compared in canonical form. The order of the things in the framework changes nothing but that of
/// the diagnostics. Complexity: linear in the framework, and in texts x languages. Thread class:
/// pure.
Coverage measure_coverage(const Framework& framework, const CoverageOptions& options = {});

/// The fingerprint of a text: the first 16 hexadecimal digits, in lower case, of the SHA-256 of the
/// UTF-8 of the text in normal form C. Complexity: linear. Thread class: pure.
std::string text_hash(std::string_view text);

/// A text in the framework's default locale, as a translator needs it.
struct SourceText {
  std::string pointer;     ///< JSON pointer of the text: "/skills/0/title".
  std::string_view value;  ///< Lives as long as the framework.
  std::string hash;        ///< For the `source` of its translations.

  friend bool operator==(const SourceText&, const SourceText&) = default;
};

/// The texts in the default locale, in the order of the document: all, or if languages are given,
/// those that are not exact in one of them, which is the work of its translators. Other names of
/// skills are left out: each language has its own, none is the translation of another, and so none
/// has a hash; `measure_coverage` tells where a language has none.
/// Complexity: linear in the framework, and in texts x languages. Thread class: pure.
std::vector<SourceText> source_texts(const Framework& framework,
                                     const std::vector<std::string>& locales = {});

}  // namespace skillmatrix
