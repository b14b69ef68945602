// A row of a ranking, to read and to write.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "batch_columns.hpp"
#include "batch_sums.hpp"
#include "skillmatrix/batch.hpp"

namespace skillmatrix {

/// Candidates that come out of a row have the total 1: the columns do not say it.
class RankingRow {
 public:
  RankingRow(BatchRanking& ranking, std::size_t row)
      : ranking_(ranking), row_(row), first_(row * ranking.limit_) {}

  [[nodiscard]] std::uint32_t size() const { return ranking_.counts_[row_]; }
  [[nodiscard]] std::span<const std::uint32_t> items() const {
    return std::span(ranking_.items_).subspan(first_, size());
  }
  [[nodiscard]] batch::Candidate operator[](std::size_t at) const {
    const std::size_t place = first_ + at;
    return {{ranking_.lower_[place], ranking_.upper_[place],
             static_cast<std::uint32_t>(ranking_.gaps_[place]),
             static_cast<Verdict>(ranking_.verdicts_[place])},
            1,
            ranking_.items_[place]};
  }
  [[nodiscard]] std::vector<batch::Candidate> read() const {
    std::vector<batch::Candidate> candidates;
    for (std::size_t at = 0; at < size(); ++at) candidates.push_back((*this)[at]);
    return candidates;
  }

  /// Best first, and not more than there is room for.
  void write(std::span<const batch::Candidate> best) {
    ColumnWriter::with_type(ranking_.lower_, [&]<class Number>(Number) {
      const batch::ScoreColumns<Number> columns{
          ColumnWriter::data<Number>(ranking_.lower_), ColumnWriter::data<Number>(ranking_.upper_),
          ColumnWriter::data<Number>(ranking_.gaps_), ranking_.verdicts_.data()};
      for (std::size_t at = 0; at < best.size(); ++at) {
        ranking_.items_[first_ + at] = best[at].number;
        columns.write(first_ + at, best[at].outcome);
      }
    });
    ranking_.counts_[row_] = static_cast<std::uint32_t>(best.size());
  }

 private:
  BatchRanking& ranking_;
  std::size_t row_;
  std::size_t first_;
};

}  // namespace skillmatrix
