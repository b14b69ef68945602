// The different words and runs of all names. For sources.
//
// A class of the index lists its columns once, in `visit_columns`: their order is that of the
// sections of a file, see search_data.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "column.hpp"

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

/// Lists of numbers, one behind the other. None can be asked of one made by default.
class NumberLists {
 public:
  NumberLists() = default;
  /// One list a bucket, each in the order of the pairs (bucket, number). Buckets are below `count`.
  NumberLists(std::size_t count, std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs);

  [[nodiscard]] std::size_t size() const { return first_.size() - 1; }
  [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t list) const {
    return numbers_.items().subspan(first_[list], first_[list + 1] - first_[list]);
  }
  /// All numbers of neighbouring lists.
  [[nodiscard]] std::span<const std::uint32_t> of(NumberRange lists) const {
    return numbers_.items().subspan(first_[lists.first], first_[lists.last] - first_[lists.first]);
  }

  /// Whether there are lists, and their numbers are below `limit`.
  [[nodiscard]] bool is_sound(std::size_t limit) const;
  /// Whether the numbers of each list rise.
  [[nodiscard]] bool is_rising() const;
  template <class Self, class Visit>
  static void visit_columns(Self& self, Visit& visit) {
    visit(self.first_);
    visit(self.numbers_);
  }

 private:
  Column<std::uint32_t> first_;  // One more than lists.
  Column<std::uint32_t> numbers_;
};

/// Strings behind each other, by number. None can be asked of one made by default.
class StringTable {
 public:
  StringTable() = default;
  explicit StringTable(std::span<const std::string> strings);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(first_.size() - 1); }
  [[nodiscard]] std::string_view operator[](std::uint32_t number) const {
    return {bytes_.items().data() + first_[number], first_[number + 1] - first_[number]};
  }
  /// In a table in the order of bytes, the strings that begin with `beginning`. O(log n).
  [[nodiscard]] NumberRange starting_with(std::string_view beginning) const;

  /// Whether all strings are there.
  [[nodiscard]] bool is_sound() const;
  template <class Self, class Visit>
  static void visit_columns(Self& self, Visit& visit) {
    visit(self.bytes_);
    visit(self.first_);
  }

 private:
  Column<char> bytes_;
  Column<std::uint32_t> first_;  // One more than strings.
};

/// A term that is like a word of a query.
struct NearTerm {
  TermNumber term = 0;
  std::uint8_t errors = 0;

  friend auto operator<=>(const NearTerm&, const NearTerm&) = default;
};

}  // namespace skillmatrix
