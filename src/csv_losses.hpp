// What a framework has and a table of expectations has no place for; private to the library.
#pragma once

#include <string_view>
#include <vector>

#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/framework.hpp"

namespace skillmatrix::csv {

/// What a table holds of the scales of a framework.
struct TableScales {
  const Scale* skills = nullptr;  ///< The one scale whose levels skills are written with.
  bool has_skill_titles = false;  ///< Whether its levels are written by title.
  bool has_shared_ladder = false;
  bool has_ladder_ids = false;  ///< Whether the ids of the ladders can be told from those of roles.
};

/// One finding for each kind of thing that is lost, at the first of its kind. O(n log n).
std::vector<Diagnostic> find_losses(const Framework& framework, std::string_view locale,
                                    const TableScales& scales);

}  // namespace skillmatrix::csv
