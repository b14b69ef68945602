// The order in which pages list things: by title as a reader sorts, then by id.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "skillmatrix/language.hpp"

namespace skillmatrix {

/// Sorts things that have a title and an index in the byte order of ids. The language must outlive
/// it.
class TitleOrder {
 public:
  explicit TitleOrder(const Language& language) : language_(language) {}

  template <class Id>
  [[nodiscard]] bool operator()(std::string_view left_title, const Id& left_id,
                                std::string_view right_title, const Id& right_id) const {
    const int order = language_.compare(left_title, right_title);
    return order != 0 ? order < 0 : left_id < right_id;
  }

  /// Sorts by what `key_of` gives: a pair of title and index.
  template <class Thing, class KeyOf>
  void sort(std::vector<Thing>& things, KeyOf key_of) const {
    std::sort(things.begin(), things.end(), [&](const Thing& left, const Thing& right) {
      const auto [left_title, left_id] = key_of(left);
      const auto [right_title, right_id] = key_of(right);
      return (*this)(left_title, left_id, right_title, right_id);
    });
  }

 private:
  const Language& language_;
};

}  // namespace skillmatrix
