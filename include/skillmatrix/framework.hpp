// A framework: what each role expects at each level of each skill.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "skillmatrix/category.hpp"
#include "skillmatrix/date.hpp"
#include "skillmatrix/expectation.hpp"
#include "skillmatrix/extensions.hpp"
#include "skillmatrix/locale.hpp"
#include "skillmatrix/localized_text.hpp"
#include "skillmatrix/role.hpp"
#include "skillmatrix/scale.hpp"
#include "skillmatrix/skill.hpp"

namespace skillmatrix {

/// The document format that this version of the library reads and writes.
inline constexpr const char* framework_schema = "skillmatrix.framework/1";

/// A whole skill matrix. A plain value: build it in code or read it with `read_framework`; check
/// it with `validate`; compile it into a `Matrix` to ask questions. Ids are opaque, not empty, and
/// compared byte by byte; names are never keys.
struct Framework {
  std::string schema = framework_schema;
  std::string id;
  std::string version;
  std::optional<Date> updated;
  std::string default_locale = "en";  ///< BCP-47 tag of the language that the texts are written in.
  /// Languages of texts to give to readers of a language before what CLDR would give.
  LocaleFallbacks fallbacks;
  LocalizedText title;
  LocalizedText summary;
  std::string license;
  std::string source;
  std::vector<Scale> scales;
  std::vector<Category> categories;
  std::vector<Skill> skills;
  std::vector<Role> roles;
  std::vector<Expectation> expectations;
  Extensions extensions;

  friend bool operator==(const Framework&, const Framework&) = default;
};

}  // namespace skillmatrix
