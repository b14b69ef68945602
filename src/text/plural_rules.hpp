// The plural rules of one language, quick for the numbers that are counted most. For sources.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "text/formats.hpp"
#include "text/icu.hpp"

namespace skillmatrix::text {

/// Thread class: immutable after construction; use from any number of threads.
class PluralRules {
 public:
  enum class Kind : std::uint8_t { cardinal, ordinal };

  /// Of a tag's language. A language without rules, or a malformed tag, has `other` alone. Throws
  /// std::runtime_error if ICU has no plural data at all.
  PluralRules(std::string_view tag, Kind kind);

  [[nodiscard]] PluralCategory select(std::int64_t number) const;
  [[nodiscard]] std::vector<PluralCategory> categories() const;

 private:
  [[nodiscard]] PluralCategory evaluate(std::uint64_t number) const;

  std::unique_ptr<const icu::PluralRules> rules_;
  std::array<PluralCategory, 200> small_numbers_{};
};

}  // namespace skillmatrix::text
