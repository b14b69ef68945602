// The order in which pages list things: by title as a reader sorts, then by id.
#pragma once

#include <string_view>

#include "text/collation.hpp"

namespace skillmatrix {

/// Sorts things that have a title and an index in the byte order of ids.
class TitleOrder {
 public:
  explicit TitleOrder(std::string_view locale) : collator_(locale) {}

  template <class Id>
  [[nodiscard]] bool operator()(std::string_view left_title, const Id& left_id,
                                std::string_view right_title, const Id& right_id) const {
    const int order = collator_.compare(left_title, right_title);
    return order != 0 ? order < 0 : left_id < right_id;
  }

 private:
  text::Collator collator_;
};

}  // namespace skillmatrix
