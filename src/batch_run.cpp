#include "batch_run.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace skillmatrix::batch {
namespace {

/// The tasks of one call, and how far they are.
class Tasks {
 public:
  Tasks(const BatchOptions& options, std::size_t total,
        const std::function<void(std::size_t)>& task)
      : options_(options), total_(total), task_(task) {}

  /// Does not throw: an executor need not know what to do then.
  void run(std::size_t at) noexcept {
    if (is_stopped_.load(std::memory_order_relaxed)) return;
    try {
      task_(at);
      report();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!thrown_) thrown_ = std::current_exception();
      is_stopped_.store(true, std::memory_order_relaxed);
    }
  }

  /// Takes the tasks one after the other, as do other threads.
  void run_next_ones() noexcept {
    for (std::size_t at = next_++; at < total_; at = next_++) run(at);
  }

  /// Whether all were done.
  bool finish() {
    if (thrown_) std::rethrow_exception(thrown_);
    return done_ == total_;
  }

 private:
  void report() {
    const std::lock_guard lock(mutex_);
    ++done_;
    if (!options_.progress || is_stopped_.load(std::memory_order_relaxed)) return;
    if (!options_.progress(done_, total_)) is_stopped_.store(true, std::memory_order_relaxed);
  }

  const BatchOptions& options_;
  std::size_t total_;
  const std::function<void(std::size_t)>& task_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> is_stopped_ = false;
  std::mutex mutex_;
  std::size_t done_ = 0;
  std::exception_ptr thrown_;
};

}  // namespace

bool run(const BatchOptions& options, std::size_t tasks,
         const std::function<void(std::size_t)>& task) {
  Tasks all(options, tasks, task);
  if (options.executor) {
    options.executor(tasks, [&all](std::size_t at) { all.run(at); });
    return all.finish();
  }
  {
    std::vector<std::jthread> threads;  // Joined at the end of the block.
    const std::size_t wanted = std::min<std::size_t>(options.threads, tasks);
    for (std::size_t at = 1; at < wanted; ++at) {
      threads.emplace_back([&all] { all.run_next_ones(); });
    }
    all.run_next_ones();
  }
  return all.finish();
}

}  // namespace skillmatrix::batch
