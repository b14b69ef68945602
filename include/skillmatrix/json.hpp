// JSON: the canonical form of frameworks and profiles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "skillmatrix/framework.hpp"
#include "skillmatrix/profile.hpp"
#include "skillmatrix/result.hpp"

namespace skillmatrix {

/// Limits of what a reader takes. They bound its time and memory on hostile input.
struct ReadOptions {
  std::size_t max_bytes = std::size_t{1} << 30;       ///< Of one document, or of an NDJSON text.
  std::size_t max_depth = 32;                         ///< Of nested arrays and objects.
  std::size_t max_elements = std::size_t{1} << 24;    ///< Of one array or object.
  std::size_t max_diagnostics = 10'000;               ///< Further ones are counted.
};

/// Reads a framework and checks it.
///
/// The text is UTF-8 JSON (RFC 8259). All findings come at once: those of the form (SKM1xxx) and, if
/// the document is whole, those of `validate` (SKM3xxx), each with pointer, line, column and offset.
/// Without an error there is a value. Unknown members are errors, but for the inside of
/// `"extensions"`. Texts, aliases and names come in Unicode's normal form C (`to_nfc`), with a note
/// where they were not; ids and other strings for programs come byte for byte.
/// Complexity: linear in the text, but for suggestions, which only errors ask for.
/// Thread class: pure; any number of calls at once.
Result<Framework> read_framework(std::string_view json, const ReadOptions& options = {});

/// Reads one profile and checks what needs no framework; the checks against one are `validate`'s, in
/// `validate_profile.hpp`. Complexity: linear in the text. Thread class: pure.
Result<Profile> read_profile(std::string_view json, const ReadOptions& options = {});

/// Many profiles: the good ones, and the findings of all lines.
struct Profiles {
  std::vector<Profile> profiles;
  std::vector<std::uint64_t> lines;    ///< For each profile, its line in the text, from 1.
  std::vector<std::uint64_t> offsets;  ///< For each profile, where its line starts, in bytes.
  std::uint64_t rejected = 0;          ///< Lines that had an error.
  std::vector<Diagnostic> diagnostics;
};

/// Reads NDJSON: one profile a line; blank lines are passed over. A bad line is reported and
/// counted, and does not stop the others. Positions are those in the whole text. A text that is
/// certainly something else, such as one document over several lines, has one finding, without a
/// place: `unexpected_input`.
/// Complexity: linear in the text. Thread class: pure.
Profiles read_profiles(std::string_view ndjson, const ReadOptions& options = {});

/// Fills in line, column and offset of the diagnostics that have a pointer but no position, by
/// finding their values in the JSON text that the model was read from. A pointer that the text does
/// not have is placed at its nearest ancestor. Sorts the diagnostics by place; the count of those
/// left out (`findings_omitted`) has none, and stays last.
/// O(text + diagnostics x depth). Thread class: pure.
void locate(std::vector<Diagnostic>& diagnostics, std::string_view json);

/// How JSON is laid out: `indented` by two spaces with a final line feed, or `compact` on one line.
enum class Layout { indented, compact };

/// Writes the canonical form: members in the order of the descriptions, those that have their
/// default value left out, texts by tag, whole numbers in shortest form, UTF-8 unescaped but for
/// what JSON demands; extensions are verbatim, but for their line feeds in the compact layout, which
/// become spaces. `read(write(m)) == m` if the texts are in normal form C, and equal models give equal bytes.
/// The strings of the model must be UTF-8. Complexity: linear. Thread class: pure.
std::string write_framework(const Framework& framework, Layout layout = Layout::indented);
/// The same of a profile.
std::string write_profile(const Profile& profile, Layout layout = Layout::indented);

/// NDJSON: one compact profile a line, each with a line feed. Linear. Thread class: pure.
std::string write_profiles(const std::vector<Profile>& profiles);

}  // namespace skillmatrix
