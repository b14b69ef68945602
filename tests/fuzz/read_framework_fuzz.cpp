// Any bytes at all: the readers give a value or an error, with positions inside the text, and what
// they take survives the round trip.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "skillmatrix/json.hpp"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace skillmatrix;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Result<Framework> framework = read_framework(text);
  check(framework.value.has_value() != has_errors(framework.diagnostics));
  for (const Diagnostic& diagnostic : framework.diagnostics) check(diagnostic.offset <= size);
  if (framework) {
    const Result<Framework> again = read_framework(write_framework(*framework));
    check(again.value == framework.value);
  }
  const Profiles profiles = read_profiles(text);
  check(read_profiles(write_profiles(profiles.profiles)).profiles == profiles.profiles);
  return 0;
}
