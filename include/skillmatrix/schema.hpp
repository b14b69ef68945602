// JSON Schema 2020-12 of the documents, generated from the descriptions.
#pragma once

#include <string>

namespace skillmatrix {

/// The schema of a framework, as indented JSON. What it cannot say (references, cycles, order) is
/// checked by `validate`. Thread class: pure.
std::string framework_json_schema();

/// The schema of a profile.
std::string profile_json_schema();

}  // namespace skillmatrix
