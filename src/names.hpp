// Names in findings: those that are allowed, and the one that was meant.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "skillmatrix/diagnostic.hpp"

namespace skillmatrix {

/// The names of any range, with a comma between two.
template <class Names>
std::string join(const Names& names) {
  std::string all;
  for (const auto& name : names) all.append(all.empty() ? "" : ", ").append(name);
  return all;
}

/// The nearest of the candidates, or nothing.
inline std::string suggest(std::string_view value, std::span<const std::string_view> candidates) {
  return std::string(nearest(value, candidates).value_or(""));
}

}  // namespace skillmatrix
