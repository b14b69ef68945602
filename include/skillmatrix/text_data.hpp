/// @file
/// The language data in use: its versions, and loading it ahead of time. It is that of the ICU
/// library which the process runs with.
#pragma once

#include <string>
#include <string_view>

namespace skillmatrix {

/// Versions, such as "72.1", "42.0" and "15.0".
struct TextDataVersions {
  std::string icu;      ///< The library.
  std::string cldr;     ///< The languages: formats, plurals, sorting. Empty if there is no data.
  std::string unicode;  ///< The characters.
};

/// The versions in use. Text that the library writes, and the order it sorts in, may change with
/// them: log them, and do not keep sort orders in files. Thread class: pure.
TextDataVersions text_data_versions();

/// Loads what the first use of a language would load: plural rules, number, date and list formats,
/// likely subtags, sorting and folding. Costs milliseconds for the first language and less than one
/// for others, once per process; later calls find it loaded. Nothing depends on it but the time of
/// the first request. `tag` is a BCP-47 tag; one that is malformed or without data loads what all
/// languages share. Throws std::runtime_error if ICU has no data at all. Thread class: any number
/// of threads may call it.
void warm_up(std::string_view tag);

}  // namespace skillmatrix
