// Structs of Arrow that somebody owns.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "failure.hpp"
#include "skillmatrix/arrow.h"

namespace skillmatrix::capi::arrow {

template <class Struct>
void release(Struct& given) noexcept {
  if (given.release != nullptr) given.release(&given);
}

/// A struct that was taken over, and is released in the end.
template <class Struct>
class Taken {
 public:
  Taken() = default;
  /// Moves it from where it is, as Arrow has it: there it is as good as released. NULL gives
  /// nothing.
  explicit Taken(Struct* given) noexcept {
    if (given == nullptr) return;
    value_ = *given;
    given->release = nullptr;
  }
  Taken(Taken&& other) noexcept : Taken(&other.value_) {}
  Taken& operator=(Taken&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~Taken() { release(value_); }

  [[nodiscard]] bool is_there() const noexcept { return value_.release != nullptr; }
  Struct& operator*() noexcept { return value_; }
  const Struct& operator*() const noexcept { return value_; }
  Struct* operator->() noexcept { return &value_; }
  const Struct* operator->() const noexcept { return &value_; }

  /// Gives it away.
  Struct move() noexcept { return std::exchange(value_, Struct{}); }

 private:
  Struct value_{};
};

/// Throws a failure if there was no struct, or it had been released.
template <class Struct>
void check(const Taken<Struct>& taken, const Struct* given, std::string_view argument) {
  if (given == nullptr) throw is_null(argument);
  if (taken.is_there()) return;
  throw Failure{SKM_ERR_INVALID_ARGUMENT, std::string(argument) + " is released already", {}};
}

/// Throws a failure unless a schema, and all that belongs to it, is whole.
void check_whole(const ArrowSchema& schema, std::string_view argument);

/// Structs that belong to their parent. A consumer may have moved them away: then there is nothing
/// left of them to release.
template <class Struct>
class Children {
 public:
  Children() = default;
  Children(const Children&) = delete;
  Children& operator=(const Children&) = delete;
  ~Children() {
    for (Struct& child : structs_) release(child);
  }

  Struct& add() {
    Struct& child = structs_.emplace_back();
    pointers_.push_back(&child);
    return child;
  }
  Struct** pointers() { return pointers_.data(); }

 private:
  std::deque<Struct> structs_;  // Which stay where they are.
  std::vector<Struct*> pointers_;
};

}  // namespace skillmatrix::capi::arrow
