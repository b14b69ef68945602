// A value, or the reasons why there is none.
#pragma once

#include <optional>
#include <vector>

#include "skillmatrix/diagnostic.hpp"

namespace skillmatrix {

/// What reading gives: the value, unless some finding is an error, and every finding in any case.
/// Nothing is ever half read. An ordinary value: it owns what it has, and copies are independent.
template <class T>
struct Result {
  std::optional<T> value;
  std::vector<Diagnostic> diagnostics;  ///< In the order of the input.

  /// Whether there is a value.
  explicit operator bool() const { return value.has_value(); }

  // The value. Undefined behaviour if there is none: ask first. `value.value()` throws instead.
  T& operator*() & { return *value; }
  const T& operator*() const& { return *value; }
  T&& operator*() && { return *std::move(value); }
  T* operator->() { return &*value; }
  const T* operator->() const { return &*value; }
};

}  // namespace skillmatrix
