// Owners of handles, for tests.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "../../tests/golden_files.hpp"
#include "skillmatrix/skillmatrix.h"

namespace skillmatrix::capi_tests {

using test::read_file;

template <class Handle, void (*destroy)(Handle*)>
class Owned {
 public:
  Owned() = default;
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() { destroy(handle_); }
  operator const Handle*() const { return handle_; }
  /// For a call that changes it.
  Handle* get() const { return handle_; }
  /// For a call that sets it. What was there is gone.
  Handle** out() {
    destroy(handle_);
    handle_ = nullptr;
    return &handle_;
  }

 private:
  Handle* handle_ = nullptr;
};

using Buffer = Owned<skm_buffer, skm_buffer_destroy>;
using Error = Owned<skm_error, skm_error_destroy>;
using Framework = Owned<skm_framework, skm_framework_destroy>;
using Language = Owned<skm_language, skm_language_destroy>;
using Messages = Owned<skm_messages, skm_messages_destroy>;
using Matrix = Owned<skm_matrix, skm_matrix_destroy>;
using Profile = Owned<skm_profile, skm_profile_destroy>;
using Profiles = Owned<skm_profiles, skm_profiles_destroy>;
using Roster = Owned<skm_roster, skm_roster_destroy>;
using Plan = Owned<skm_plan, skm_plan_destroy>;
using Scores = Owned<skm_scores, skm_scores_destroy>;
using Ranking = Owned<skm_ranking, skm_ranking_destroy>;
using Counts = Owned<skm_counts, skm_counts_destroy>;
using Measured = Owned<skm_coverage, skm_coverage_destroy>;
using Gap = Owned<skm_gap, skm_gap_destroy>;
using Matches = Owned<skm_matches, skm_matches_destroy>;
using Reader = Owned<skm_reader, skm_reader_destroy>;
using SearchIndex = Owned<skm_search_index, skm_search_index_destroy>;

inline std::string_view text(skm_string_view view) { return {view.data, view.size}; }
inline std::string_view text(const skm_buffer* buffer) { return text(skm_buffer_view(buffer)); }
inline skm_string_view view(std::string_view text) { return {text.data(), text.size()}; }
inline skm_string_view view(const char* text) { return {text, SKM_STRLEN}; }

/// The text that a call gives through its last argument but one; or the name of its status.
template <class Call, class... Arguments>
std::string made(Call call, const Arguments&... arguments) {
  Buffer buffer;
  Error error;
  const skm_status status = call(arguments..., buffer.out(), error.out());
  return std::string(status == SKM_OK ? text(buffer) : text(skm_status_name(status)));
}

/// A matrix for those who read a language.
inline void read_in(Reader& reader, const skm_matrix* matrix, const char* languages) {
  Language language;
  ASSERT_EQ(
      skm_language_build(view(languages), nullptr, SKM_ISOLATES_AUTOMATIC, language.out(), nullptr),
      SKM_OK);
  ASSERT_EQ(skm_reader_build(matrix, language, nullptr, reader.out(), nullptr), SKM_OK);
}

/// The path of an example.
inline std::string example(std::string_view name) {
  return std::string(SKILLMATRIX_EXAMPLES_DATA) + "/" + std::string(name);
}

inline std::string sample_path() { return example("ai-engineering.json"); }

/// The matrix of a framework.
inline void build_matrix(std::string_view json, Matrix& matrix) {
  Framework framework;
  ASSERT_EQ(skm_framework_parse(view(json), nullptr, framework.out(), nullptr), SKM_OK);
  ASSERT_EQ(skm_matrix_build(framework, matrix.out(), nullptr), SKM_OK);
}

inline void build_sample(Matrix& matrix) { build_matrix(read_file(sample_path()), matrix); }

}  // namespace skillmatrix::capi_tests
