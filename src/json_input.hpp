// What a text is as a whole, where it is not what is read: something saved, NDJSON in place of one
// document, or the other way round.
//
// Only what is certain is said; anything else has the findings of the form.
#pragma once

#include <optional>
#include <string_view>

#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/json.hpp"

namespace skillmatrix::form {

/// The text begins as what the library saves. O(1).
std::optional<Diagnostic> find_saved(std::string_view text);

/// Why a text that was refused is no document: it is several, one a line, or an array. O(text).
std::optional<Diagnostic> find_other_than_document(std::string_view text,
                                                   const ReadOptions& options);

/// Why a text is not to be read line by line: it is too large, saved, or one document or array over
/// several lines. O(first line) if the first line can be an object, as in NDJSON; or else O(text).
std::optional<Diagnostic> find_other_than_lines(std::string_view text, const ReadOptions& options);

}  // namespace skillmatrix::form
