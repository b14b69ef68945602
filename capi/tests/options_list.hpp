// Written by capi/surface.py.
#pragma once

#include <cstddef>

#include "skillmatrix/skillmatrix.h"

// Each call, and the struct that it reads.
#define SKM_EVERY_OPTIONS(call) \
  call(skm_counts_count_skills, skm_batch_options) \
  call(skm_coverage_measure, skm_coverage_options) \
  call(skm_csv_read_back, skm_read_options) \
  call(skm_csv_read_expectations, skm_expectations_csv_options) \
  call(skm_csv_read_expectations, skm_read_options) \
  call(skm_csv_read_ratings, skm_ratings_csv_options) \
  call(skm_csv_read_ratings, skm_read_options) \
  call(skm_framework_load, skm_read_options) \
  call(skm_framework_parse, skm_read_options) \
  call(skm_gap_analyze, skm_gap_options) \
  call(skm_gap_analyze_holdings, skm_gap_options) \
  call(skm_gap_analyze_profile, skm_gap_options) \
  call(skm_locale_negotiate, skm_negotiation_options) \
  call(skm_matches_of_people, skm_match_options) \
  call(skm_matches_of_role_levels, skm_match_options) \
  call(skm_profile_load, skm_read_options) \
  call(skm_profile_parse, skm_read_options) \
  call(skm_profiles_load, skm_read_options) \
  call(skm_profiles_parse, skm_read_options) \
  call(skm_ranking_rank_people, skm_batch_options) \
  call(skm_ranking_rank_role_levels, skm_batch_options) \
  call(skm_reader_build, skm_negotiation_options) \
  call(skm_roster_build, skm_roster_options) \
  call(skm_roster_build_columns, skm_roster_columns) \
  call(skm_roster_build_columns, skm_roster_options) \
  call(skm_roster_import_arrow, skm_roster_options) \
  call(skm_roster_read_csv, skm_roster_options) \
  call(skm_roster_read_csv, skm_ratings_csv_options) \
  call(skm_roster_read_csv, skm_read_options) \
  call(skm_roster_read_ndjson, skm_roster_options) \
  call(skm_roster_read_ndjson, skm_read_options) \
  call(skm_scores_score_own_role_levels, skm_batch_options) \
  call(skm_scores_score_people, skm_batch_options) \
  call(skm_search_index_find, skm_search_options) \
  call(skm_search_index_to_json, skm_search_options)

// Each call, and the struct that it fills in.
#define SKM_EVERY_FILLED(call) \
  call(skm_diagnostics_get, skm_diagnostic) \
  call(skm_diagnostics_get_code, skm_code_description) \
  call(skm_locale_check, skm_tag_problem) \
  call(skm_profile_get_rating, skm_rating) \
  call(skm_scoring_get_model, skm_scoring_model)

namespace skillmatrix::capi_tests {

/// A struct: what its INIT macro makes, and where its members end.
template <class Struct>
struct Sized;

template <>
struct Sized<skm_batch_options> {
  static constexpr skm_batch_options initial = SKM_BATCH_OPTIONS_INIT;
  static constexpr std::size_t ends[] = {
      offsetof(skm_batch_options, struct_size) + sizeof(skm_batch_options::struct_size),
      offsetof(skm_batch_options, threads) + sizeof(skm_batch_options::threads),
      offsetof(skm_batch_options, progress) + sizeof(skm_batch_options::progress),
      offsetof(skm_batch_options, user_data) + sizeof(skm_batch_options::user_data),
      offsetof(skm_batch_options, executor) + sizeof(skm_batch_options::executor),
      offsetof(skm_batch_options, executor_data) + sizeof(skm_batch_options::executor_data),
  };
};

template <>
struct Sized<skm_coverage_options> {
  static constexpr skm_coverage_options initial = SKM_COVERAGE_OPTIONS_INIT;
  static constexpr std::size_t ends[] = {
      offsetof(skm_coverage_options, struct_size) + sizeof(skm_coverage_options::struct_size),
      offsetof(skm_coverage_options, locales) + sizeof(skm_coverage_options::locales),
      offsetof(skm_coverage_options, locale_count) + sizeof(skm_coverage_options::locale_count),
      offsetof(skm_coverage_options, max_diagnostics) + sizeof(skm_coverage_options::max_diagnostics),
  };
};

template <>
struct Sized<skm_ratings_csv_options> {
  static constexpr skm_ratings_csv_options initial = SKM_RATINGS_CSV_OPTIONS_INIT;
  static constexpr std::size_t ends[] = {
      offsetof(skm_ratings_csv_options, struct_size) + sizeof(skm_ratings_csv_options::struct_size),
      offsetof(skm_ratings_csv_options, columns) + sizeof(skm_ratings_csv_options::columns),
      offsetof(skm_ratings_csv_options, column_count) + sizeof(skm_ratings_csv_options::column_count),
      offsetof(skm_ratings_csv_options, none) + sizeof(skm_ratings_csv_options::none),
      offsetof(skm_ratings_csv_options, keep_spaces) + sizeof(skm_ratings_csv_options::keep_spaces),
      offsetof(skm_ratings_csv_options, reserved) + sizeof(skm_ratings_csv_options::reserved),
      offsetof(skm_ratings_csv_options, delimiter) + sizeof(skm_ratings_csv_options::delimiter),
  };
};

template <>
struct Sized<skm_expectations_csv_options> {
  static constexpr skm_expectations_csv_options initial = SKM_EXPECTATIONS_CSV_OPTIONS_INIT;
  static constexpr std::size_t ends[] = {
      offsetof(skm_expectations_csv_options, struct_size) + sizeof(skm_expectations_csv_options::struct_size),
      offsetof(skm_expectations_csv_options, columns) + sizeof(skm_expectations_csv_options::columns),
      offsetof(skm_expectations_csv_options, column_count) + sizeof(skm_expectations_csv_options::column_count),
      offsetof(skm_expectations_csv_options, framework_id) + sizeof(skm_expectations_csv_options::framework_id),
      offsetof(skm_expectations_csv_options, framework_title) + sizeof(skm_expectations_csv_options::framework_title),
      offsetof(skm_expectations_csv_options, default_locale) + sizeof(skm_expectations_csv_options::default_locale),
      offsetof(skm_expectations_csv_options, ladder_id) + sizeof(skm_expectations_csv_options::ladder_id),
      offsetof(skm_expectations_csv_options, ladder_levels) + sizeof(skm_expectations_csv_options::ladder_levels),
      offsetof(skm_expectations_csv_options, ladder_level_count) + sizeof(skm_expectations_csv_options::ladder_level_count),
      offsetof(skm_expectations_csv_options, level_order) + sizeof(skm_expectations_csv_options::level_order),
      offsetof(skm_expectations_csv_options, level_order_count) + sizeof(skm_expectations_csv_options::level_order_count),
      offsetof(skm_expectations_csv_options, skill_scale_id) + sizeof(skm_expectations_csv_options::skill_scale_id),
      offsetof(skm_expectations_csv_options, skill_levels) + sizeof(skm_expectations_csv_options::skill_levels),
      offsetof(skm_expectations_csv_options, skill_level_count) + sizeof(skm_expectations_csv_options::skill_level_count),
      offsetof(skm_expectations_csv_options, unlevelled_values) + sizeof(skm_expectations_csv_options::unlevelled_values),
      offsetof(skm_expectations_csv_options, unlevelled_value_count) + sizeof(skm_expectations_csv_options::unlevelled_value_count),
      offsetof(skm_expectations_csv_options, necessities) + sizeof(skm_expectations_csv_options::necessities),
      offsetof(skm_expectations_csv_options, necessity_count) + sizeof(skm_expectations_csv_options::necessity_count),
      offsetof(skm_expectations_csv_options, ladder_per_role) + sizeof(skm_expectations_csv_options::ladder_per_role),
      offsetof(skm_expectations_csv_options, keep_spaces) + sizeof(skm_expectations_csv_options::keep_spaces),
      offsetof(skm_expectations_csv_options, optional) + sizeof(skm_expectations_csv_options::optional),
      offsetof(skm_expectations_csv_options, rows_without_cell) + sizeof(skm_expectations_csv_options::rows_without_cell),
      offsetof(skm_expectations_csv_options, delimiter) + sizeof(skm_expectations_csv_options::delimiter),
  };
};

template <>
struct Sized<skm_diagnostic> {
  static constexpr skm_diagnostic initial = SKM_DIAGNOSTIC_INIT;
  static constexpr std::size_t ends[] = {
      offsetof(skm_diagnostic, struct_size) + sizeof(skm_diagnostic::struct_size),
      offsetof(skm_diagnostic, code) + sizeof(skm_diagnostic::code),
      offsetof(skm_diagnostic, severity) + sizeof(skm_diagnostic::severity),
      offsetof(skm_diagnostic, name) + sizeof(skm_diagnostic::name),
      offsetof(skm_diagnostic, message) + sizeof(skm_diagnostic::message),
      offsetof(skm_diagnostic, pointer) + sizeof(skm_diagnostic::pointer),
      offsetof(skm_diagnostic, value) + sizeof(skm_diagnostic::value),
      offsetof(skm_diagnostic, suggestion) + sizeof(skm_diagnostic::suggestion),
      offsetof(skm_diagnostic, field) + sizeof(skm_diagnostic::field),
      offsetof(skm_diagnostic, line) + sizeof(skm_diagnostic::line),
      offsetof(skm_diagnostic, column) + sizeof(skm_diagnostic::column),
      offsetof(skm_diagnostic, offset) + sizeof(skm_diagnostic::offset),
      offsetof(skm_diagnostic, row) + sizeof(skm_diagnostic::row),
  };
};

template <>
struct Sized<skm_code_description> {
  static constexpr skm_code_description initial = SKM_CODE_DESCRIPTION_INIT;
  static constexpr std::size_t ends[] = {
      offsetof(skm_code_description, struct_size) + sizeof(skm_code_description::struct_size),
      offsetof(skm_code_description, code) + sizeof(skm_code_description::code),
      offsetof(skm_code_description, severity) + sizeof(skm_code_description::severity),
      offsetof(skm_code_description, name) + sizeof(skm_code_description::name),
  };
};

template <>
struct Sized<skm_gap_options> {
  static constexpr skm_gap_options initial = SKM_GAP_OPTIONS_INIT;
  static constexpr std::size_t ends[] = {
      offsetof(skm_gap_options, struct_size) + sizeof(skm_gap_options::struct_size),
      offsetof(skm_gap_options, scoring_model) + sizeof(skm_gap_options::scoring_model),
      offsetof(skm_gap_options, as_of) + sizeof(skm_gap_options::as_of),
      offsetof(skm_gap_options, policy) + sizeof(skm_gap_options::policy),
      offsetof(skm_gap_options, min_confidence) + sizeof(skm_gap_options::min_confidence),
      offsetof(skm_gap_options, reserved) + sizeof(skm_gap_options::reserved),
      offsetof(skm_gap_options, threshold_numerator) + sizeof(skm_gap_options::threshold_numerator),
      offsetof(skm_gap_options, threshold_denominator) + sizeof(skm_gap_options::threshold_denominator),
      offsetof(skm_gap_options, credits) + sizeof(skm_gap_options::credits),
      offsetof(skm_gap_options, credit_count) + sizeof(skm_gap_options::credit_count),
  };
};

template <>
struct Sized<skm_tag_problem> {
  static constexpr skm_tag_problem initial = SKM_TAG_PROBLEM_INIT;
  static constexpr std::size_t ends[] = {
      offsetof(skm_tag_problem, struct_size) + sizeof(skm_tag_problem::struct_size),
      offsetof(skm_tag_problem, offset) + sizeof(skm_tag_problem::offset),
      offsetof(skm_tag_problem, size) + sizeof(skm_tag_problem::size),
      offsetof(skm_tag_problem, detail) + sizeof(skm_tag_problem::detail),
  };
};

template <>
struct Sized<skm_negotiation_options> {
  static constexpr skm_negotiation_options initial = SKM_NEGOTIATION_OPTIONS_INIT;
  static constexpr std::size_t ends[] = {
      offsetof(skm_negotiation_options, struct_size) + sizeof(skm_negotiation_options::struct_size),
      offsetof(skm_negotiation_options, fallbacks) + sizeof(skm_negotiation_options::fallbacks),
      offsetof(skm_negotiation_options, fallback_count) + sizeof(skm_negotiation_options::fallback_count),
      offsetof(skm_negotiation_options, one_way_matches) + sizeof(skm_negotiation_options::one_way_matches),
      offsetof(skm_negotiation_options, other_scripts) + sizeof(skm_negotiation_options::other_scripts),
  };
};

template <>
struct Sized<skm_match_options> {
  static constexpr skm_match_options initial = SKM_MATCH_OPTIONS_INIT;
  static constexpr std::size_t ends[] = {
      offsetof(skm_match_options, struct_size) + sizeof(skm_match_options::struct_size),
      offsetof(skm_match_options, scoring_model) + sizeof(skm_match_options::scoring_model),
      offsetof(skm_match_options, as_of) + sizeof(skm_match_options::as_of),
      offsetof(skm_match_options, policy) + sizeof(skm_match_options::policy),
      offsetof(skm_match_options, min_confidence) + sizeof(skm_match_options::min_confidence),
      offsetof(skm_match_options, reserved) + sizeof(skm_match_options::reserved),
      offsetof(skm_match_options, limit) + sizeof(skm_match_options::limit),
      offsetof(skm_match_options, credits) + sizeof(skm_match_options::credits),
      offsetof(skm_match_options, credit_count) + sizeof(skm_match_options::credit_count),
  };
};

template <>
struct Sized<skm_read_options> {
  static constexpr skm_read_options initial = SKM_READ_OPTIONS_INIT;
  static constexpr std::size_t ends[] = {
      offsetof(skm_read_options, struct_size) + sizeof(skm_read_options::struct_size),
      offsetof(skm_read_options, max_bytes) + sizeof(skm_read_options::max_bytes),
      offsetof(skm_read_options, max_depth) + sizeof(skm_read_options::max_depth),
      offsetof(skm_read_options, max_elements) + sizeof(skm_read_options::max_elements),
      offsetof(skm_read_options, max_diagnostics) + sizeof(skm_read_options::max_diagnostics),
  };
};

template <>
struct Sized<skm_rating> {
  static constexpr skm_rating initial = SKM_RATING_INIT;
  static constexpr std::size_t ends[] = {
      offsetof(skm_rating, struct_size) + sizeof(skm_rating::struct_size),
      offsetof(skm_rating, skill) + sizeof(skm_rating::skill),
      offsetof(skm_rating, level) + sizeof(skm_rating::level),
      offsetof(skm_rating, holds_none) + sizeof(skm_rating::holds_none),
      offsetof(skm_rating, source) + sizeof(skm_rating::source),
      offsetof(skm_rating, confidence) + sizeof(skm_rating::confidence),
      offsetof(skm_rating, assessed) + sizeof(skm_rating::assessed),
      offsetof(skm_rating, expires) + sizeof(skm_rating::expires),
      offsetof(skm_rating, evidence) + sizeof(skm_rating::evidence),
  };
};

template <>
struct Sized<skm_roster_options> {
  static constexpr skm_roster_options initial = SKM_ROSTER_OPTIONS_INIT;
  static constexpr std::size_t ends[] = {
      offsetof(skm_roster_options, struct_size) + sizeof(skm_roster_options::struct_size),
      offsetof(skm_roster_options, as_of) + sizeof(skm_roster_options::as_of),
      offsetof(skm_roster_options, policy) + sizeof(skm_roster_options::policy),
      offsetof(skm_roster_options, min_confidence) + sizeof(skm_roster_options::min_confidence),
      offsetof(skm_roster_options, without_index) + sizeof(skm_roster_options::without_index),
      offsetof(skm_roster_options, rating_positions) + sizeof(skm_roster_options::rating_positions),
      offsetof(skm_roster_options, reserved) + sizeof(skm_roster_options::reserved),
      offsetof(skm_roster_options, max_diagnostics) + sizeof(skm_roster_options::max_diagnostics),
  };
};

template <>
struct Sized<skm_roster_columns> {
  static constexpr skm_roster_columns initial = SKM_ROSTER_COLUMNS_INIT;
  static constexpr std::size_t ends[] = {
      offsetof(skm_roster_columns, struct_size) + sizeof(skm_roster_columns::struct_size),
      offsetof(skm_roster_columns, person_count) + sizeof(skm_roster_columns::person_count),
      offsetof(skm_roster_columns, rating_count) + sizeof(skm_roster_columns::rating_count),
      offsetof(skm_roster_columns, person_ids) + sizeof(skm_roster_columns::person_ids),
      offsetof(skm_roster_columns, own_role_levels) + sizeof(skm_roster_columns::own_role_levels),
      offsetof(skm_roster_columns, first) + sizeof(skm_roster_columns::first),
      offsetof(skm_roster_columns, people) + sizeof(skm_roster_columns::people),
      offsetof(skm_roster_columns, people_by_id) + sizeof(skm_roster_columns::people_by_id),
      offsetof(skm_roster_columns, skills) + sizeof(skm_roster_columns::skills),
      offsetof(skm_roster_columns, skill_ids) + sizeof(skm_roster_columns::skill_ids),
      offsetof(skm_roster_columns, ranks) + sizeof(skm_roster_columns::ranks),
      offsetof(skm_roster_columns, level_ids) + sizeof(skm_roster_columns::level_ids),
      offsetof(skm_roster_columns, none) + sizeof(skm_roster_columns::none),
      offsetof(skm_roster_columns, unknown) + sizeof(skm_roster_columns::unknown),
      offsetof(skm_roster_columns, own_roles) + sizeof(skm_roster_columns::own_roles),
      offsetof(skm_roster_columns, own_levels) + sizeof(skm_roster_columns::own_levels),
  };
};

template <>
struct Sized<skm_scoring_model> {
  static constexpr skm_scoring_model initial = SKM_SCORING_MODEL_INIT;
  static constexpr std::size_t ends[] = {
      offsetof(skm_scoring_model, struct_size) + sizeof(skm_scoring_model::struct_size),
      offsetof(skm_scoring_model, name) + sizeof(skm_scoring_model::name),
      offsetof(skm_scoring_model, formula) + sizeof(skm_scoring_model::formula),
      offsetof(skm_scoring_model, reference) + sizeof(skm_scoring_model::reference),
      offsetof(skm_scoring_model, is_monotone) + sizeof(skm_scoring_model::is_monotone),
      offsetof(skm_scoring_model, is_compensatory) + sizeof(skm_scoring_model::is_compensatory),
      offsetof(skm_scoring_model, is_gate) + sizeof(skm_scoring_model::is_gate),
      offsetof(skm_scoring_model, is_weighted) + sizeof(skm_scoring_model::is_weighted),
      offsetof(skm_scoring_model, counts_optional) + sizeof(skm_scoring_model::counts_optional),
      offsetof(skm_scoring_model, takes_credits) + sizeof(skm_scoring_model::takes_credits),
  };
};

template <>
struct Sized<skm_search_options> {
  static constexpr skm_search_options initial = SKM_SEARCH_OPTIONS_INIT;
  static constexpr std::size_t ends[] = {
      offsetof(skm_search_options, struct_size) + sizeof(skm_search_options::struct_size),
      offsetof(skm_search_options, limit) + sizeof(skm_search_options::limit),
      offsetof(skm_search_options, kinds) + sizeof(skm_search_options::kinds),
      offsetof(skm_search_options, most_errors) + sizeof(skm_search_options::most_errors),
      offsetof(skm_search_options, unused) + sizeof(skm_search_options::unused),
  };
};

}  // namespace skillmatrix::capi_tests
