// Any bytes at all as a catalog: it is taken or refused with positions inside the text, and what is
// taken can be formatted with good, wrong and missing arguments.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "skillmatrix/messages.hpp"

namespace {

using namespace skillmatrix;

void check(bool holds) {
  if (!holds) std::abort();
}

void check_result(const Result<Messages>& read, std::size_t size) {
  check(read.value.has_value() != has_errors(read.diagnostics));
  for (const Diagnostic& diagnostic : read.diagnostics) {
    check(diagnostic.offset <= size);
    check(!diagnostic.message().empty());
  }
}

void format_all(const Messages& messages) {
  const std::vector<std::string_view> locales = messages.locales();
  const MessageView view = messages.for_locales(locales);
  for (const std::string_view key : messages.keys()) {
    std::string text;
    ServedMessage served;
    view.append(text, key, {}, &served);
    // The names of arguments are known now.
    std::vector<MessageArgument> numbers;
    std::vector<MessageArgument> texts;
    for (const std::string_view name : served.missing) {
      numbers.emplace_back(name, 21);
      texts.emplace_back(name, std::string_view("other"));
    }
    view.append(text, key, std::span<const MessageArgument>(numbers));
    view.append(text, key, std::span<const MessageArgument>(texts));
    check(served.is_known);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const CatalogSource source{text, {}};
  const Result<Messages> built = Messages::build({&source, 1});
  check_result(built, size);
  if (built) format_all(*built);
  const Result<Messages> extended = Messages::extend(Messages::built_in(), {&source, 1});
  check_result(extended, size);
  if (extended) format_all(*extended);
  return 0;
}
