// Results that are used again, unless somebody else still looks at them.
#pragma once

#include <atomic>
#include <memory>
#include <utility>

namespace skillmatrix::capi {

/// A result whose memory is used again. Once it is shared it never changes again: then whoever is
/// to change it gets one of their own.
/// Thread class: any number of threads may read and share; who changes must be alone.
template <class Result>
class Reusable {
 public:
  Reusable() : kept_(std::make_shared<Kept>()) {}
  /// Both look at the same result, without a copy.
  Reusable(const Reusable& other) : kept_(other.kept_) { kept_->is_shared.store(true); }
  Reusable(Reusable&& other) noexcept = default;
  Reusable& operator=(const Reusable&) = delete;
  Reusable& operator=(Reusable&& other) noexcept = default;
  ~Reusable() = default;

  const Result& operator*() const noexcept { return kept_->result; }
  const Result* operator->() const noexcept { return &kept_->result; }

  /// The result for as long as somebody wants it.
  std::shared_ptr<const Result> share() const {
    kept_->is_shared.store(true);
    return {kept_, &kept_->result};
  }

  /// Has `work` write all of the result. If it throws, nothing of it is left.
  template <class Work>
  void overwrite(Work&& work) {
    if (kept_->is_shared.load()) kept_ = std::make_shared<Kept>();
    try {
      std::forward<Work>(work)(kept_->result);
    } catch (...) {
      kept_->result = {};
      throw;
    }
  }
  /// Has `work` change some of the result. If it throws, the result is as it was: `work` has to
  /// leave it so.
  template <class Work>
  void edit(Work&& work) {
    if (!kept_->is_shared.load()) return std::forward<Work>(work)(kept_->result);
    auto copy = std::make_shared<Kept>();
    copy->result = kept_->result;
    std::forward<Work>(work)(copy->result);
    kept_ = std::move(copy);
  }

 private:
  struct Kept {
    Result result;
    std::atomic<bool> is_shared = false;
  };

  std::shared_ptr<Kept> kept_;
};

}  // namespace skillmatrix::capi
