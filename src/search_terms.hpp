// The different words and runs of all names. For sources.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace skillmatrix {

using TermNumber = std::uint32_t;

/// Numbers from `first` up to `last`, which is not one of them.
struct NumberRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  [[nodiscard]] bool contains(std::uint32_t number) const {
    return number >= first && number < last;
  }
};

/// Lists of numbers, one behind the other.
class NumberLists {
 public:
  NumberLists() = default;
  /// One list a bucket, each in the order of the pairs (bucket, number). Buckets are below `count`.
  NumberLists(std::size_t count, std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs);

  [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t list) const {
    return std::span(numbers_).subspan(first_[list], first_[list + 1] - first_[list]);
  }
  /// All numbers of neighbouring lists.
  [[nodiscard]] std::span<const std::uint32_t> of(NumberRange lists) const {
    return std::span(numbers_).subspan(first_[lists.first],
                                       first_[lists.last] - first_[lists.first]);
  }
  [[nodiscard]] std::size_t memory_bytes() const {
    return (first_.capacity() + numbers_.capacity()) * sizeof(std::uint32_t);
  }

 private:
  std::vector<std::uint32_t> first_{0};  // One more than lists.
  std::vector<std::uint32_t> numbers_;
};

/// Strings behind each other, by number.
class StringTable {
 public:
  StringTable() = default;
  explicit StringTable(std::span<const std::string> strings);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(first_.size() - 1); }
  [[nodiscard]] std::string_view operator[](std::uint32_t number) const {
    return std::string_view(bytes_).substr(first_[number], first_[number + 1] - first_[number]);
  }
  /// In a table in the order of bytes, the strings that begin with `beginning`. O(log n).
  [[nodiscard]] NumberRange starting_with(std::string_view beginning) const;
  [[nodiscard]] std::size_t memory_bytes() const {
    return bytes_.capacity() + first_.capacity() * sizeof(std::uint32_t);
  }

 private:
  std::string bytes_;
  std::vector<std::uint32_t> first_{0};  // One more than strings.
};

/// A term that is like a word of a query.
struct NearTerm {
  TermNumber term = 0;
  std::uint8_t errors = 0;

  friend auto operator<=>(const NearTerm&, const NearTerm&) = default;
};

}  // namespace skillmatrix
