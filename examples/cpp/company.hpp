// A made-up company of any size, to see how long a real one would take.
#pragma once

#include <cstdint>
#include <functional>

#include "skillmatrix/roster.hpp"

namespace nightly {

/// People who mostly hold what their own role level expects, some less, some more, and of whom a
/// tenth of the skills is not known. The same for the same seed on every machine. `check` is called
/// now and then, and may throw.
skillmatrix::BuiltRoster make_company(const skillmatrix::Matrix& matrix, std::uint32_t people,
                                      std::uint64_t seed, const std::function<void()>& check);

}  // namespace nightly
