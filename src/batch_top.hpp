// The best few of many.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace skillmatrix::batch {

/// Keeps the best of those that it is shown. `IsBetter` orders any two of them, and never calls
/// both as good.
template <class Item, class IsBetter>
class TopList {
 public:
  TopList(std::size_t limit, IsBetter is_better) : limit_(limit), is_better_(is_better) {}

  /// Whether it would stay.
  [[nodiscard]] bool takes(const Item& item) const {
    return items_.size() < limit_ || (limit_ != 0 && is_better_(item, items_.front()));
  }
  /// It must be one that would stay.
  void add(const Item& item) {
    if (items_.size() < limit_) {
      items_.push_back(item);
      if (items_.size() == limit_) std::make_heap(items_.begin(), items_.end(), is_better_);
      return;
    }
    std::pop_heap(items_.begin(), items_.end(), is_better_);
    items_.back() = item;
    std::push_heap(items_.begin(), items_.end(), is_better_);
  }
  /// Whether only what is better than the worst of them stays.
  [[nodiscard]] bool has_worst() const { return limit_ != 0 && items_.size() == limit_; }
  [[nodiscard]] const Item& worst() const { return items_.front(); }

  /// Best first. Nothing may be added before `clear`.
  std::span<const Item> sort() {
    std::sort(items_.begin(), items_.end(), is_better_);
    return items_;
  }
  void clear() { items_.clear(); }

 private:
  std::size_t limit_;
  IsBetter is_better_;
  std::vector<Item> items_;  // Once there are as many as stay, a heap, the worst on top.
};

}  // namespace skillmatrix::batch
