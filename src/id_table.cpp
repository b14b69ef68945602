#include "id_table.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace skillmatrix {

std::uint32_t id_table::hash_of(std::string_view id) {
  return static_cast<std::uint32_t>(XXH3_64bits(id.data(), id.size()) >> 32);
}

}  // namespace skillmatrix
