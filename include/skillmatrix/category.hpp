// A category: a domain or group of skills and roles.
#pragma once

#include <string>
#include <vector>

#include "skillmatrix/extensions.hpp"
#include "skillmatrix/localized_text.hpp"

namespace skillmatrix {

enum class CategoryKind { domain, group, family };

/// A node of the category graph, which has no cycles; a category may have many parents.
struct Category {
  std::string id;  ///< Unique among categories.
  CategoryKind kind = CategoryKind::group;
  std::vector<std::string> parents;  ///< Ids of categories.
  LocalizedText title;
  LocalizedText description;
  Extensions extensions;

  friend bool operator==(const Category&, const Category&) = default;
};

}  // namespace skillmatrix
