// Reading the form of a JSON document of any described type.
#pragma once

#include <string_view>

#include "findings.hpp"
#include "skillmatrix/json.hpp"
#include "type.hpp"

namespace skillmatrix::form {

/// Reads one document into `target`, a value of `type`, as far as it goes, and reports everything
/// about its form. Whether the document could be followed to its end. O(text).
bool read_document(std::string_view text, const Type& type, void* target,
                   const ReadOptions& options, Findings& findings);

}  // namespace skillmatrix::form
