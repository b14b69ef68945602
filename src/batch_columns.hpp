// Writing the columns of a result.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <tuple>
#include <type_traits>
#include <vector>

#include "batch_kernels.hpp"
#include "batch_sums.hpp"
#include "skillmatrix/batch.hpp"

namespace skillmatrix {

/// The way to the numbers of a column.
class ColumnWriter {
 public:
  /// Makes room for so many numbers, none above `most`. Their values are not set.
  static void reset(ScoreColumn& column, std::size_t size, std::uint64_t most) {
    column.width_ = 8;
    if (most <= std::numeric_limits<std::uint32_t>::max()) column.width_ = 4;
    if (most <= std::numeric_limits<std::uint16_t>::max()) column.width_ = 2;
    resize(column, size);
  }

  /// Keeps the first numbers, and how wide they are.
  static void resize(ScoreColumn& column, std::size_t size) {
    auto& [narrow, middle, wide] = column.numbers_;
    narrow.resize(column.width_ == 2 ? size : 0);
    middle.resize(column.width_ == 4 ? size : 0);
    wide.resize(column.width_ == 8 ? size : 0);
  }

  template <class Number>
  static Number* data(ScoreColumn& column) {
    return std::get<std::vector<Number>>(column.numbers_).data();
  }

  /// Calls `visitor` with a number of the type that the column has.
  template <class Visitor>
  static decltype(auto) with_type(const ScoreColumn& column, Visitor&& visitor) {
    switch (column.width_) {
      case 2:
        return visitor(std::uint16_t{});
      case 4:
        return visitor(std::uint32_t{});
      default:
        return visitor(std::uint64_t{});
    }
  }
};

namespace batch {

/// The columns of scores, which are of one width.
template <class Number>
struct ScoreColumns {
  Number* lower;
  Number* upper;
  Number* gaps;
  std::uint8_t* verdicts;

  void write(std::size_t at, const Outcome& outcome) const {
    lower[at] = static_cast<Number>(outcome.lower);
    upper[at] = static_cast<Number>(outcome.upper);
    gaps[at] = static_cast<Number>(outcome.gaps);
    verdicts[at] = static_cast<std::uint8_t>(outcome.verdict);
  }

  void write_nothing(std::size_t at) const {
    write(at, {});
    verdicts[at] = no_verdict;
  }

  /// `whole_of` says what the role level of each asks for, if sums alone do not say all.
  template <class Sums, class WholeOf>
  void write_all(std::size_t first, const Sums& way, std::span<const typename Sums::Value> sums,
                 WholeOf whole_of) const {
    if constexpr (std::is_same_v<Sums, PackedSums>) {
      write_outcomes<Number>(best_instructions(), way, sums,
                             {lower + first, upper + first, gaps + first, verdicts + first});
    } else {
      for (std::size_t at = 0; at < sums.size(); ++at) {
        write(first + at, way.outcome(whole_of(first + at), sums[at]));
      }
    }
  }
};

}  // namespace batch
}  // namespace skillmatrix
