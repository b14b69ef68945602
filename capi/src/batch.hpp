// What plans and results of batches share.
#pragma once

#include <limits>
#include <span>

#include "skillmatrix/batch.hpp"
#include "values.hpp"

namespace skillmatrix::capi {

/// A roster with the numbers of a matrix. Throws a failure if it has those of another one.
const Roster& roster_of(const skm_roster* roster, const std::shared_ptr<const Matrix>& matrix);

/// The executor of the caller, there being one. Once `status`, in which it puts what went wrong, is
/// not SKM_OK, it is not called again.
Executor executor_of(const skm_batch_options& options, skm_status& status);

/// Has `work` run a batch as the caller wants it. Throws a failure if the caller stopped it.
template <class Work>
void run_batch(const skm_batch_options* options, Work&& work) {
  const skm_batch_options given = read_options(options, "options");
  skm_status status = SKM_OK;
  BatchOptions how;
  how.threads = static_cast<unsigned>(
      std::min<std::uint64_t>(given.threads, std::numeric_limits<unsigned>::max()));
  if (given.progress != nullptr) {
    how.progress = [&](std::size_t done, std::size_t total) {
      status = given.progress(given.user_data, done, total);
      return status == SKM_OK;
    };
  }
  if (given.executor != nullptr) how.executor = executor_of(given, status);
  std::forward<Work>(work)(how);
  if (status != SKM_OK) throw Failure{status, "a callback stopped the batch", {}};
}

/// Numbers of the caller as those of the library, each below `count`. Throws a failure otherwise.
template <class Index>
std::vector<Index> numbers_of(const std::uint32_t* numbers, std::uint64_t size, std::uint64_t count,
                              std::string_view argument) {
  if (numbers == nullptr && size != 0) throw is_null(argument);
  std::vector<Index> result;
  result.reserve(size);
  for (const std::uint32_t number : std::span(numbers, size)) {
    check_number(number, count, argument);
    result.push_back(Index{number});
  }
  return result;
}

template <class Number>
skm_column column_of(std::span<const Number> numbers) noexcept {
  return {numbers.data(), numbers.size(), sizeof(Number)};
}
skm_column column_of(const ScoreColumn& column) noexcept;
/// A column of a result; an empty one if there is no result.
template <class Result, class Column>
skm_column column_of(const Result* result, Column (Result::*column)() const) noexcept {
  return result == nullptr ? skm_column{} : column_of((result->*column)());
}

skm_score score_of(std::uint32_t item, const PersonScore& score) noexcept;

}  // namespace skillmatrix::capi
