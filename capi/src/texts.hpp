// What the handles about languages and texts hold, and how such values cross the border.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "skillmatrix/coverage.hpp"
#include "skillmatrix/language.hpp"
#include "skillmatrix/locale.hpp"
#include "skillmatrix/messages.hpp"
#include "skillmatrix/reader.hpp"
#include "skillmatrix/search.hpp"
#include "values.hpp"

namespace skillmatrix::capi {

/// Messages, with the lists that are asked for by position.
struct MessageSet {
  Messages messages;
  std::vector<std::string_view> locales;
  std::vector<std::string_view> keys;
  Object<skm_diagnostics> diagnostics;
};
template <>
struct Traits<skm_messages> {
  static constexpr std::uint32_t kind = first_kind + 40;
  using Value = MessageSet;
};

struct ReaderLanguage {
  Language language;
  Object<skm_diagnostics> diagnostics;
};
template <>
struct Traits<skm_language> {
  static constexpr std::uint32_t kind = first_kind + 41;
  using Value = ReaderLanguage;
};

struct MatrixReader {
  std::shared_ptr<const Matrix> matrix;  ///< That the reader reads.
  Reader reader;
  std::vector<std::uint32_t> tag_order;  ///< The tags of the matrix, best first.
};
template <>
struct Traits<skm_reader> {
  static constexpr std::uint32_t kind = first_kind + 42;
  using Value = MatrixReader;
};

struct MatrixSearch {
  std::shared_ptr<const Matrix> matrix;  ///< That the index is of.
  SearchIndex index;
};
template <>
struct Traits<skm_search_index> {
  static constexpr std::uint32_t kind = first_kind + 43;
  using Value = MatrixSearch;
};

struct FrameworkCoverage {
  std::shared_ptr<const Framework> framework;  ///< That was measured.
  Coverage coverage;
  Object<skm_diagnostics> diagnostics;
};
template <>
struct Traits<skm_coverage> {
  static constexpr std::uint32_t kind = first_kind + 44;
  using Value = FrameworkCoverage;
};

/// SKM_DIRECTION_LTR, ...
std::int32_t number_of(TextDirection direction) noexcept;
/// SKM_TEXT_EXACT, ...
std::int32_t number_of(TextSource source) noexcept;

/// Texts that are arguments.
std::vector<std::string> texts_of(const skm_string_view* texts, std::uint64_t count,
                                  std::string_view argument);

/// How to negotiate, but for what the reader refuses: their languages say that.
NegotiationOptions negotiation_of(const skm_negotiation_options* options);

}  // namespace skillmatrix::capi
