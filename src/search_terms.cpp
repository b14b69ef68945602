#include "search_terms.hpp"

#include <algorithm>
#include <utility>

namespace skillmatrix {

NumberLists::NumberLists(std::size_t count,
                         std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs)
    : first_(count + 1), numbers_(pairs.size()) {
  for (const auto& [bucket, number] : pairs) ++first_[bucket + 1];
  for (std::size_t at = 0; at < count; ++at) first_[at + 1] += first_[at];
  std::vector<std::uint32_t> next(first_.begin(), first_.end());
  for (const auto& [bucket, number] : pairs) numbers_[next[bucket]++] = number;
}

StringTable::StringTable(std::span<const std::string> strings) {
  first_.reserve(strings.size() + 1);
  for (const std::string& string : strings) {
    bytes_ += string;
    first_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  }
  bytes_.shrink_to_fit();
}

NumberRange StringTable::starting_with(std::string_view beginning) const {
  // The first string for which `is_before` does not hold.
  const auto bound = [this](std::uint32_t from, auto is_before) {
    std::uint32_t to = size();
    while (from < to) {
      const std::uint32_t middle = from + (to - from) / 2;
      if (is_before((*this)[middle])) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  };
  const std::uint32_t first =
      bound(0, [beginning](std::string_view string) { return string < beginning; });
  const std::uint32_t last = bound(first, [beginning](std::string_view string) {
    return string.substr(0, beginning.size()) == beginning;
  });
  return {first, last};
}

}  // namespace skillmatrix
