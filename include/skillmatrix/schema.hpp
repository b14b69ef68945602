// JSON Schema 2020-12 of the documents, generated from the descriptions.
//
// The functions are pure: the same text at each call, made anew, in time linear in it.
#pragma once

#include <string>

namespace skillmatrix {

/// The schema of a framework, as indented JSON. What it cannot say (references, cycles, order) is
/// checked by `validate`.
std::string framework_json_schema();

/// The schema of a profile, as indented JSON; of NDJSON, it is that of each line.
std::string profile_json_schema();

}  // namespace skillmatrix
