// Any bytes at all: the readers give a value or an error, with positions inside the text, and what
// they take survives the round trip.
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "skillmatrix/csv.hpp"

namespace {

using namespace skillmatrix;

void check(bool holds) {
  if (!holds) std::abort();
}

void check_positions(std::span<const Diagnostic> diagnostics, std::size_t size) {
  for (const Diagnostic& diagnostic : diagnostics) {
    check(diagnostic.offset <= size);
    check((diagnostic.line == 0) == (diagnostic.column == 0));
  }
}

void check_expectations(std::string_view text, const ExpectationsCsvOptions& options) {
  const Result<Framework> read = read_expectations_csv(text, options);
  check(read.value.has_value() != has_errors(read.diagnostics));
  check_positions(read.diagnostics, text.size());
  if (!read) return;
  const std::string written = *write_expectations_csv(*read, options.default_locale);
  const Result<Framework> again = read_expectations_csv(
      written, expectations_csv_options(*read, options.default_locale));
  check(again.value.has_value());
  check(again->expectations == read->expectations);
  check(*write_expectations_csv(*again, options.default_locale) == written);
}

void check_ratings(std::string_view text) {
  const RatingsCsv read = read_ratings_csv(text);
  check_positions(read.diagnostics, text.size());
  check(read.rows.size() == read.profiles.size());
  const Result<std::string> written = write_ratings_csv(read.profiles);
  check(written.value.has_value());
  if (read.profiles.empty()) return;
  RatingsCsvOptions exact;
  exact.trim_spaces = false;
  const RatingsCsv again = read_ratings_csv(*written, exact);
  check(!has_errors(again.diagnostics));
  check(again.profiles.size() == read.profiles.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  ExpectationsCsvOptions options;
  check_expectations(text, options);
  options.ladder = CsvLadder::per_role;
  options.level_order = {"Junior*", "*", "Senior*"};
  options.skill_levels = {{"Awareness", ""}, {"Working", ""}, {"Expert", ""}};
  options.unlevelled_values = {"NOT IN USE"};
  options.rows_without_cell = true;
  check_expectations(text, options);
  check_ratings(text);
  return 0;
}
