#include "values.hpp"

#include <limits>
#include <span>

#include "file.hpp"
#include "skillmatrix/text.hpp"

namespace skillmatrix::capi {
namespace {

/// No struct of the API is, or will be, larger: a greater size was never set.
constexpr std::size_t most_struct_bytes = 4096;

/// Names in the input get into findings as they are.
void make_well_formed(Diagnostic& diagnostic) {
  capi::make_well_formed(diagnostic.pointer);
  capi::make_well_formed(diagnostic.field);
  capi::make_well_formed(diagnostic.value);
  capi::make_well_formed(diagnostic.suggestion);
  for (auto& [name, argument] : diagnostic.arguments) capi::make_well_formed(argument);
}

}  // namespace

void make_well_formed(std::string& text) {
  if (first_ill_formed(text)) text = truncate(text, text.size());
}

Findings findings_of(std::vector<Diagnostic> diagnostics) {
  Findings findings;
  findings.messages.reserve(diagnostics.size());
  for (Diagnostic& diagnostic : diagnostics) {
    make_well_formed(diagnostic);
    findings.messages.push_back(diagnostic.message());
  }
  findings.list = std::move(diagnostics);
  return findings;
}

std::string_view text_of(skm_string_view text, std::string_view argument) {
  if (text.data == nullptr && text.size != 0) {
    throw Failure{SKM_ERR_INVALID_ARGUMENT, std::string(argument) + " has a size but no bytes", {}};
  }
  return text_or_empty(text);
}

std::string_view text_or_empty(skm_string_view text) noexcept {
  if (text.data == nullptr) return {};
  return {text.data, text.size == SKM_STRLEN ? std::strlen(text.data) : text.size};
}

std::string_view utf8_of(skm_string_view text, std::string_view argument) {
  const std::string_view bytes = text_of(text, argument);
  if (!first_ill_formed(bytes)) return bytes;
  throw Failure{SKM_ERR_ENCODING, std::string(argument) + " is not UTF-8", {}};
}

std::string path_of(skm_string_view path) {
  const std::string_view text = text_of(path, "path");
  if (text.empty() || text.find('\0') != std::string_view::npos) {
    throw Failure{SKM_ERR_INVALID_ARGUMENT, "path is empty or has a NUL in it", {}};
  }
  return std::string(text);
}

void with_file(skm_string_view path, const std::function<void(std::string_view text)>& use) {
  std::vector<Diagnostic> findings;
  const auto file = map_file(path_of(path), findings);
  if (!file) throw failure_of(std::move(findings));
  const std::span<const std::byte> bytes = file->bytes;
  use({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

void check_struct_size(std::size_t size, std::string_view argument) {
  if (size >= sizeof(std::size_t) && size <= most_struct_bytes) return;
  throw Failure{SKM_ERR_UNSUPPORTED_OPTION,
                std::string(argument) + ": struct_size is not set, use the INIT macro",
                {}};
}

void check_unknown_tail(const void* bytes, std::size_t size, std::string_view argument) {
  const auto* const tail = static_cast<const unsigned char*>(bytes);
  if (std::all_of(tail, tail + size, [](unsigned char byte) { return byte == 0; })) return;
  throw Failure{SKM_ERR_UNSUPPORTED_OPTION,
                std::string(argument) + " has an option that this version does not know",
                {}};
}

void check_reserved(std::int64_t reserved, std::string_view argument) {
  check_unknown_tail(&reserved, sizeof(reserved), argument);
}

ReadOptions limits_of(const skm_read_options* options) {
  const skm_read_options given = read_options(options, "options");
  ReadOptions limits;
  const auto set = [](std::size_t& limit, std::uint64_t value) {
    if (value != 0) limit = static_cast<std::size_t>(value);
  };
  set(limits.max_bytes, given.max_bytes);
  set(limits.max_depth, given.max_depth);
  set(limits.max_elements, given.max_elements);
  set(limits.max_diagnostics, given.max_diagnostics);
  return limits;
}

Fraction fraction_of(const skm_fraction& fraction, std::string_view argument) {
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  if (fraction.denominator <= 0 || fraction.numerator == least) {
    throw Failure{SKM_ERR_UNSUPPORTED_OPTION,
                  std::string(argument) + ": no positive denominator, or too low",
                  {}};
  }
  return make_fraction(fraction.numerator, fraction.denominator);
}

Scoring scoring_of(skm_string_view name, const skm_fraction* credits, std::uint64_t credit_count) {
  const std::string_view model = text_of(name, "scoring_model");
  ScoringParameters parameters;
  for (const skm_fraction& credit : array_of(credits, credit_count, "credits")) {
    parameters.credits.push_back(fraction_of(credit, "credits"));
  }
  const std::string_view chosen = model.empty() ? Scoring().model().name : model;
  return value_of(Scoring::make(chosen, parameters));
}

RatingOptions ratings_of(std::uint32_t as_of, std::int32_t policy, std::uint32_t min_confidence) {
  const auto check = [](bool is_right, const char* message) {
    if (!is_right) throw Failure{SKM_ERR_UNSUPPORTED_OPTION, message, {}};
  };
  RatingOptions options;
  if (as_of != 0) {
    options.as_of = date_of(as_of);
    check(options.as_of.has_value(), "as_of is no date, such as 20260131");
  }
  check(policy >= 0 && static_cast<std::size_t>(policy) < rating_policies().size(),
        "there is no such policy of ratings");
  options.policy = static_cast<RatingPolicy>(policy);
  check(min_confidence <= 100, "min_confidence is more than 100 percent");
  options.min_confidence = static_cast<std::uint8_t>(min_confidence);
  return options;
}

void check_number(std::uint64_t number, std::uint64_t count, std::string_view argument) {
  if (number < count) return;
  const std::string given = number == SKM_NONE ? "SKM_NONE" : std::to_string(number);
  throw Failure{
      SKM_ERR_OUT_OF_RANGE,
      std::string(argument) + " is " + given + ", but has to be below " + std::to_string(count),
      {}};
}

std::optional<Date> date_of(std::uint32_t number) noexcept {
  const Date date{std::chrono::year{static_cast<int>(number / 10'000)},
                  std::chrono::month{number / 100 % 100}, std::chrono::day{number % 100}};
  return number <= 9999'12'31 && date.ok() ? std::optional(date) : std::nullopt;
}

std::uint32_t number_of(const std::optional<Date>& date) noexcept {
  if (!date) return 0;
  return static_cast<std::uint32_t>(static_cast<int>(date->year())) * 10'000 +
         static_cast<unsigned>(date->month()) * 100 + static_cast<unsigned>(date->day());
}

}  // namespace skillmatrix::capi
