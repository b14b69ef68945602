// Columns that come through Arrow, as those of a roster.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "arrow_table.hpp"
#include "skillmatrix/roster.hpp"

namespace skillmatrix::capi::arrow {

/// The number of nothing, and of what has no number that could be right.
inline constexpr std::uint32_t no_number = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::uint32_t wrong_number = no_number - 1;

/// Numbers of a column, where they are or else converted.
template <class Number>
struct Numbers {
  std::span<const Number> all;
  std::vector<Number> converted;
  std::vector<std::uint8_t> nulls;  ///< 1 for each null; empty if there is none.
};

/// Texts of a column, where they are.
struct Texts {
  std::vector<std::string_view> texts;
  std::vector<std::uint32_t> numbers;  ///< If there is a dictionary: which text each is.
  std::vector<std::uint8_t> nulls;     ///< 1 for each row that is null; empty if there is none.
  bool is_encoded = false;             ///< Whether there is a dictionary.

  [[nodiscard]] TextColumn column() const {
    // Without rows there are no numbers, and the dictionary would be taken for the column.
    return numbers.empty() && is_encoded ? TextColumn() : TextColumn(texts, numbers);
  }
  /// Puts each text in its place, instead of a dictionary.
  void decode();
};

// These throw a failure if an array is not as its type has it; all but the first, also if the type
// is another one. O(rows + bytes).

/// Whether these are whole numbers.
bool is_whole(const Column& column);

/// Numbers of things; null is `no_number`, and what cannot be one is another that is too great.
Numbers<std::uint32_t> read_indices(const Column& column);
/// The same; what is negative is not `no_number`.
Numbers<std::uint32_t> read_optional_indices(const Column& column);
/// Ranks; null is 0. Throws a failure if one cannot be a rank.
Numbers<Rank> read_ranks(const Column& column);
/// Truth values, where 0 is false; null is false.
Numbers<std::uint8_t> read_flags(const Column& column);
/// Texts; null is empty.
Texts read_texts(const Column& column);
/// The same, for a column that could also have been of whole numbers.
Texts read_texts_not_numbers(const Column& column);

}  // namespace skillmatrix::capi::arrow
