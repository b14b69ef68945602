// From language tags to ICU's locales, without the process's default. For sources.
#pragma once

#include <string>
#include <string_view>

#include "text/icu.hpp"

namespace skillmatrix::text {

/// ICU's locale of a tag; root if the tag is malformed or has no language. Whether ICU has data for
/// it is not asked. Thread class: pure.
icu::Locale parse_icu_locale(std::string_view tag);

/// Where ICU's number, date and list data of a tag comes from.
struct IcuLocale {
  /// The locale of the tag; root, with the tag's numbering system and calendar, if there is no data
  /// for it. Never one for which ICU would take the process's default locale.
  icu::Locale locale;
  bool has_data = false;  ///< Whether ICU has data for the tag's language.
  std::string data_tag;   ///< Of the data in use: "de" for "de-XX"; "und" is root.
};

/// The locale to read data with. A malformed tag is treated as one without data. Costs the loading
/// of the language's data at first. Thread class: pure.
IcuLocale icu_locale(std::string_view tag);

}  // namespace skillmatrix::text
