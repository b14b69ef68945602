// BCP-47 language tags: stricter than ICU, which takes "english" and "en_US" for tags.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace skillmatrix::text {

/// What is wrong with a tag.
struct TagProblem {
  std::size_t offset = 0;  ///< Of the subtag, in bytes.
  std::string subtag;      ///< The first bad one; empty if something is missing there.
  std::string detail;      ///< English, in lower case: "'english' is not a language: ...".
};

/// The first thing wrong with the form of a tag (RFC 5646), or nothing. The language has 2 or 3
/// letters; the irregular tags of old ("i-klingon") are refused. Whether subtags are registered is
/// not asked. Complexity: linear, but for repeated variants. Thread class: pure.
std::optional<TagProblem> find_tag_problem(std::string_view tag);

/// The canonical form of a tag: usual case, current subtags for the replaced ones (`iw` is `he`,
/// `sh` is `sr-Latn`), and `nb` for `no`. A tag with a problem is returned as it is.
std::string canonical_tag(std::string_view tag);

}  // namespace skillmatrix::text
