// A Boost.JSON of the host's own: another configuration than everybody else's, and it counts its
// calls.
#pragma once

#include <cstdint>

namespace host {

/// Calls of any function of the host's Boost.JSON so far, whoever calls.
std::uint64_t own_json_calls();

/// Reads and writes with it. Whether it works as it is configured.
bool own_json_works();

}  // namespace host
