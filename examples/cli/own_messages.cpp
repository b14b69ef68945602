#include "own_messages.hpp"

#include <string>
#include <vector>

namespace skillmatrix::cli {

const Messages& own_messages() {
  static const Messages all = [] {
    std::vector<CatalogSource> catalogs;
    for (const BuiltInCatalog& catalog : built_in_catalogs()) {
      catalogs.push_back({catalog.json, std::string(catalog.locale)});
    }
    return Messages::build(catalogs).value.value();  // They are checked when the tool is built.
  }();
  return all;
}

}  // namespace skillmatrix::cli
