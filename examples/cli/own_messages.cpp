#include "own_messages.hpp"

#include <string>
#include <vector>

namespace skillmatrix::cli {

Messages own_messages() {
  std::vector<CatalogSource> catalogs;
  for (const BuiltInCatalog& catalog : built_in_catalogs()) {
    catalogs.push_back({catalog.json, std::string(catalog.locale)});
  }
  return Messages::build(catalogs).value.value();  // They are checked when the tool is built.
}

}  // namespace skillmatrix::cli
