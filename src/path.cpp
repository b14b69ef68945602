#include "path.hpp"

#include <vector>

#include "json_locate.hpp"
#include "text/utf8.hpp"

namespace skillmatrix::form {

std::string Path::pointer() const {
  std::vector<const Path*> steps;
  for (const Path* path = this; path->parent_ != nullptr; path = path->parent_) {
    steps.push_back(path);
  }
  std::string pointer;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    append_token(pointer, (*step)->is_index_ ? std::to_string((*step)->index_)
                                             : text::to_well_formed((*step)->name_));
  }
  return pointer;
}

}  // namespace skillmatrix::form
