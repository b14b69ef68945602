// Running the tasks of a batch.
#pragma once

#include <cstddef>
#include <functional>

#include "skillmatrix/batch.hpp"

namespace skillmatrix::batch {

/// Runs `task(0)` to `task(tasks - 1)` as the options say. False if the host cancelled some. What a
/// task throws is thrown.
bool run(const BatchOptions& options, std::size_t tasks,
         const std::function<void(std::size_t)>& task);

/// How many tasks there are of so many things each; the last one may have fewer.
constexpr std::size_t tasks_for(std::size_t things, std::size_t per_task) {
  return (things + per_task - 1) / per_task;
}

}  // namespace skillmatrix::batch
