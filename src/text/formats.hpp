// Numbers, percentages, civil dates, lists and plural categories as a language writes them.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/bidi.hpp"

namespace skillmatrix::text {

/// The plural categories as CLDR names them. A language has some of them, and always `other`.
enum class PluralCategory : std::uint8_t { zero, one, two, few, many, other };

/// CLDR's name: "zero", "one", "two", "few", "many", "other".
std::string_view to_string(PluralCategory category);

/// How the items of a list belong together.
enum class ListKind : std::uint8_t {
  conjunction,  ///< "A, B, and C"
  disjunction,  ///< "A, B, or C"
  unit,         ///< "A, B, C": parts of one thing, such as a measure
};

/// The formats of one locale, by the CLDR version of the ICU library at hand. All of the data is
/// read at construction; nothing depends on the process's default locale, its time zone or its
/// clock. Results are UTF-8, with the spaces and direction marks that CLDR has. Thread class:
/// immutable after construction; any number of threads may call the const functions.
class Formats {
 public:
  /// `tag` is a canonical BCP-47 tag. Its numbering system (`-u-nu-`) and its calendar (`-u-ca-`)
  /// are honoured, except numbering systems without ten digits (Roman numerals) and unknown ones.
  /// Without `-u-ca-` the calendar is the Gregorian one, also where another is customary. If ICU
  /// has no data for the language, or the tag is malformed, numbers, dates and lists are root's.
  /// Costs a millisecond or so, more at the first use of a language: keep the object. Throws
  /// std::runtime_error if ICU's data lacks what is needed.
  explicit Formats(std::string_view tag);
  ~Formats();
  Formats(Formats&&) noexcept;
  Formats& operator=(Formats&&) noexcept;
  Formats(const Formats&) = delete;
  Formats& operator=(const Formats&) = delete;

  /// The category of a count: "1 skill" is `one` and "2 skills" is `other` in English. The sign
  /// does not matter. The rules are those of the tag's language even where ICU has no other data
  /// for it.
  PluralCategory cardinal(std::int64_t number) const;

  /// The category of a rank: "1st" is `one`, "2nd" is `two`, "3rd" is `few` in English.
  PluralCategory ordinal(std::int64_t number) const;

  /// The categories that the language tells apart, in the order of the enumeration.
  std::vector<PluralCategory> cardinal_categories() const;
  std::vector<PluralCategory> ordinal_categories() const;

  /// Appends a whole number with the language's digits and grouping: "1,234", "12,34,567".
  void append_number(std::string& out, std::int64_t number) const;
  std::string number(std::int64_t number) const;

  /// The number scaled / 10^decimals, exactly and with that many decimals: (667, 1) is "66.7" in
  /// English and "66,7" in German. Complexity: linear in `decimals`.
  std::string decimal(std::int64_t scaled, unsigned decimals) const;

  /// Likewise, as a percentage: (667, 1) is "66.7%", (50, 0) is "50%".
  std::string percent(std::int64_t scaled, unsigned decimals) const;

  /// A civil date in numbers: 2026-03-17 is "3/17/2026" in English, "17.3.2026" in German. The date
  /// must be ok(), of the years 0 to 9999. In the Gregorian calendar the year is that of ISO 8601,
  /// also before 1582.
  std::string date(std::chrono::year_month_day date) const;

  /// The items joined: "A, B, and C"; isolated from what is between them, if so asked. Ill-formed
  /// UTF-8 in an item becomes U+FFFD. Throws std::length_error if the result would be longer than
  /// 2^31 bytes. Complexity: linear.
  std::string list(std::span<const std::string_view> items, ListKind kind = ListKind::conjunction,
                   Isolated isolated = Isolated::none) const;

  /// Whether ICU has data for the tag's language.
  bool has_data() const;

  /// The tag of the data in use: "de" for "de-XX", "und" (root) if there is none. Valid as long as
  /// this object.
  std::string_view data_locale() const;

 private:
  struct Implementation;
  std::unique_ptr<const Implementation> implementation_;
};

}  // namespace skillmatrix::text
