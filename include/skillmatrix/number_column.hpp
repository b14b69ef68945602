// A column of whole numbers, in as few bytes as they fit in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace skillmatrix {

/// Whole numbers of 1, 2 or 4 bytes each. A view; whose memory it is says the one who gives it.
/// O(1). Thread class: immutable value.
class NumberColumn {
 public:
  NumberColumn() = default;
  explicit NumberColumn(std::span<const std::uint8_t> numbers) : NumberColumn(numbers, 1) {}
  explicit NumberColumn(std::span<const std::uint16_t> numbers) : NumberColumn(numbers, 2) {}
  explicit NumberColumn(std::span<const std::uint32_t> numbers) : NumberColumn(numbers, 4) {}

  [[nodiscard]] std::size_t size() const { return size_; }
  /// The bytes of each number.
  [[nodiscard]] unsigned width() const { return width_; }

  /// The position must be less than `size()`.
  [[nodiscard]] std::uint32_t operator[](std::size_t position) const {
    if (width_ == 2) return as<std::uint16_t>()[position];
    return width_ == 1 ? as<std::uint8_t>()[position] : as<std::uint32_t>()[position];
  }

  /// The numbers as they are in memory; `Number` must have the width.
  template <class Number>
  [[nodiscard]] std::span<const Number> as() const {
    return {static_cast<const Number*>(data_), size_};
  }

  /// Calls `visit` with the span that the numbers are.
  template <class Visit>
  decltype(auto) visit(Visit visit) const {
    if (width_ == 1) return visit(as<std::uint8_t>());
    return width_ == 2 ? visit(as<std::uint16_t>()) : visit(as<std::uint32_t>());
  }

 private:
  template <class Number>
  NumberColumn(std::span<const Number> numbers, std::uint32_t width)
      : data_(numbers.data()), size_(numbers.size()), width_(width) {}

  const void* data_ = nullptr;
  std::size_t size_ = 0;
  std::uint32_t width_ = 1;
};

}  // namespace skillmatrix
