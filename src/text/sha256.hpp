// SHA-256 (FIPS 180-4): a fingerprint of a text that anybody can compute anywhere.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace skillmatrix::text {

/// The digest of the bytes. Complexity: linear, no allocation. Thread class: pure.
std::array<std::uint8_t, 32> sha256(std::string_view bytes);

}  // namespace skillmatrix::text
