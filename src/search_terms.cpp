#include "search_terms.hpp"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace skillmatrix {

NumberLists::NumberLists(std::size_t count,
                         std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs) {
  std::vector<std::uint32_t> first(count + 1);
  for (const auto& [bucket, number] : pairs) ++first[bucket + 1];
  for (std::size_t at = 0; at < count; ++at) first[at + 1] += first[at];
  std::vector<std::uint32_t> next(first);
  std::vector<std::uint32_t> numbers(pairs.size());
  for (const auto& [bucket, number] : pairs) numbers[next[bucket]++] = number;
  first_ = std::move(first);
  numbers_ = std::move(numbers);
}

bool NumberLists::is_sound(std::size_t limit) const {
  return are_firsts(first_.items(), numbers_.size()) &&
         std::ranges::all_of(numbers_, [limit](std::uint32_t number) { return number < limit; });
}

bool NumberLists::is_rising() const {
  for (std::size_t list = 0; list < size(); ++list) {
    if (std::ranges::adjacent_find((*this)[list], std::greater_equal<>()) != (*this)[list].end()) {
      return false;
    }
  }
  return true;
}

StringTable::StringTable(std::span<const std::string> strings) {
  std::vector<char> bytes;
  std::vector<std::uint32_t> first{0};
  first.reserve(strings.size() + 1);
  for (const std::string& string : strings) {
    bytes.insert(bytes.end(), string.begin(), string.end());
    first.push_back(static_cast<std::uint32_t>(bytes.size()));
  }
  bytes_ = std::move(bytes);
  first_ = std::move(first);
}

bool StringTable::is_sound() const { return are_firsts(first_.items(), bytes_.size()); }

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
