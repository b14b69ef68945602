// Items that are owned or stand in a block. For sources.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "block.hpp"

namespace skillmatrix {

/// Items that do not change: its own, which copies share, or a view of a section of a block that
/// somebody else keeps alive.
template <BlockItem T>
class Column {
 public:
  Column() = default;
  Column(std::vector<T> items) {  // NOLINT(google-explicit-constructor): from what fills it.
    items.shrink_to_fit();
    owned_ = std::make_shared<const std::vector<T>>(std::move(items));
    items_ = *owned_;
  }
  static Column view(std::span<const T> items) {
    Column column;
    column.items_ = items;
    return column;
  }

  [[nodiscard]] std::span<const T> items() const { return items_; }
  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] bool empty() const { return items_.empty(); }
  [[nodiscard]] const T& operator[](std::size_t at) const { return items_[at]; }
  [[nodiscard]] auto begin() const { return items_.begin(); }
  [[nodiscard]] auto end() const { return items_.end(); }

  /// The bytes of its own.
  [[nodiscard]] std::size_t memory_bytes() const { return owned_ ? items_.size_bytes() : 0; }

 private:
  std::shared_ptr<const std::vector<T>> owned_;
  std::span<const T> items_;
};

/// Whether `first` cuts `count` items into lists: where each begins, and behind the last.
inline bool are_firsts(std::span<const std::uint32_t> first, std::size_t count) {
  return !first.empty() && first.front() == 0 && first.back() == count &&
         std::ranges::is_sorted(first);
}

}  // namespace skillmatrix
