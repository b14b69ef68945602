/* Written by capi/surface.py. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "skillmatrix/skillmatrix.h"

#define EXPECT(name, condition) typedef char expect_##name[(condition) ? 1 : -1]

EXPECT(SKM_OK, SKM_OK == 0);
EXPECT(SKM_ERR_INVALID_ARGUMENT, SKM_ERR_INVALID_ARGUMENT == 1);
EXPECT(SKM_ERR_WRONG_HANDLE, SKM_ERR_WRONG_HANDLE == 2);
EXPECT(SKM_ERR_OUT_OF_RANGE, SKM_ERR_OUT_OF_RANGE == 3);
EXPECT(SKM_ERR_UNKNOWN_NAME, SKM_ERR_UNKNOWN_NAME == 4);
EXPECT(SKM_ERR_UNSUPPORTED_OPTION, SKM_ERR_UNSUPPORTED_OPTION == 5);
EXPECT(SKM_ERR_ENCODING, SKM_ERR_ENCODING == 6);
EXPECT(SKM_ERR_CANCELLED, SKM_ERR_CANCELLED == 7);
EXPECT(SKM_ERR_CALLBACK, SKM_ERR_CALLBACK == 8);
EXPECT(SKM_ERR_INVALID_INPUT, SKM_ERR_INVALID_INPUT == 100);
EXPECT(SKM_ERR_BAD_FILE, SKM_ERR_BAD_FILE == 101);
EXPECT(SKM_ERR_OTHER_MATRIX, SKM_ERR_OTHER_MATRIX == 102);
EXPECT(SKM_ERR_OUT_OF_MEMORY, SKM_ERR_OUT_OF_MEMORY == 200);
EXPECT(SKM_ERR_FILE, SKM_ERR_FILE == 300);
EXPECT(SKM_ERR_INTERNAL, SKM_ERR_INTERNAL == 399);
EXPECT(SKM_VERDICT_READY, SKM_VERDICT_READY == 0);
EXPECT(SKM_VERDICT_UNDETERMINED, SKM_VERDICT_UNDETERMINED == 1);
EXPECT(SKM_VERDICT_NOT_READY, SKM_VERDICT_NOT_READY == 2);
EXPECT(SKM_VERDICT_NONE, SKM_VERDICT_NONE == 255);
EXPECT(SKM_SEVERITY_ERROR, SKM_SEVERITY_ERROR == 0);
EXPECT(SKM_SEVERITY_WARNING, SKM_SEVERITY_WARNING == 1);
EXPECT(SKM_SEVERITY_INFORMATION, SKM_SEVERITY_INFORMATION == 2);
EXPECT(SKM_NONE, SKM_NONE == 4294967295u);
EXPECT(SKM_RATING_POLICY_LATEST, SKM_RATING_POLICY_LATEST == 0);
EXPECT(SKM_RATING_POLICY_HIGHEST, SKM_RATING_POLICY_HIGHEST == 1);
EXPECT(SKM_RATING_POLICY_LOWEST, SKM_RATING_POLICY_LOWEST == 2);
EXPECT(SKM_RATING_POLICY_TRUSTED, SKM_RATING_POLICY_TRUSTED == 3);
EXPECT(SKM_ABI_VERSION, SKM_ABI_VERSION == 1);
#if UINTPTR_MAX == 0xffffffffffffffffu
EXPECT(skm_string_view_data, offsetof(skm_string_view, data) == 0);
EXPECT(skm_string_view_size, offsetof(skm_string_view, size) == 8);
EXPECT(skm_string_view, sizeof(skm_string_view) == 16);
EXPECT(skm_column_data, offsetof(skm_column, data) == 0);
EXPECT(skm_column_size, offsetof(skm_column, size) == 8);
EXPECT(skm_column_width, offsetof(skm_column, width) == 16);
EXPECT(skm_column, sizeof(skm_column) == 24);
EXPECT(skm_score_item, offsetof(skm_score, item) == 0);
EXPECT(skm_score_verdict, offsetof(skm_score, verdict) == 4);
EXPECT(skm_score_gaps, offsetof(skm_score, gaps) == 8);
EXPECT(skm_score_lower_numerator, offsetof(skm_score, lower_numerator) == 16);
EXPECT(skm_score_lower_denominator, offsetof(skm_score, lower_denominator) == 24);
EXPECT(skm_score_upper_numerator, offsetof(skm_score, upper_numerator) == 32);
EXPECT(skm_score_upper_denominator, offsetof(skm_score, upper_denominator) == 40);
EXPECT(skm_score, sizeof(skm_score) == 48);
EXPECT(skm_batch_options_struct_size, offsetof(skm_batch_options, struct_size) == 0);
EXPECT(skm_batch_options_threads, offsetof(skm_batch_options, threads) == 8);
EXPECT(skm_batch_options_progress, offsetof(skm_batch_options, progress) == 16);
EXPECT(skm_batch_options_user_data, offsetof(skm_batch_options, user_data) == 24);
EXPECT(skm_batch_options, sizeof(skm_batch_options) == 32);
EXPECT(skm_level_counts_holders, offsetof(skm_level_counts, holders) == 0);
EXPECT(skm_level_counts_required, offsetof(skm_level_counts, required) == 4);
EXPECT(skm_level_counts_required_met, offsetof(skm_level_counts, required_met) == 8);
EXPECT(skm_level_counts_optional, offsetof(skm_level_counts, optional) == 12);
EXPECT(skm_level_counts_optional_met, offsetof(skm_level_counts, optional_met) == 16);
EXPECT(skm_level_counts, sizeof(skm_level_counts) == 20);
EXPECT(skm_diagnostic_struct_size, offsetof(skm_diagnostic, struct_size) == 0);
EXPECT(skm_diagnostic_code, offsetof(skm_diagnostic, code) == 8);
EXPECT(skm_diagnostic_severity, offsetof(skm_diagnostic, severity) == 12);
EXPECT(skm_diagnostic_name, offsetof(skm_diagnostic, name) == 16);
EXPECT(skm_diagnostic_message, offsetof(skm_diagnostic, message) == 32);
EXPECT(skm_diagnostic_pointer, offsetof(skm_diagnostic, pointer) == 48);
EXPECT(skm_diagnostic_value, offsetof(skm_diagnostic, value) == 64);
EXPECT(skm_diagnostic_suggestion, offsetof(skm_diagnostic, suggestion) == 80);
EXPECT(skm_diagnostic_field, offsetof(skm_diagnostic, field) == 96);
EXPECT(skm_diagnostic_line, offsetof(skm_diagnostic, line) == 112);
EXPECT(skm_diagnostic_column, offsetof(skm_diagnostic, column) == 120);
EXPECT(skm_diagnostic_offset, offsetof(skm_diagnostic, offset) == 128);
EXPECT(skm_diagnostic_row, offsetof(skm_diagnostic, row) == 136);
EXPECT(skm_diagnostic, sizeof(skm_diagnostic) == 144);
EXPECT(skm_requirement_skill, offsetof(skm_requirement, skill) == 0);
EXPECT(skm_requirement_rank, offsetof(skm_requirement, rank) == 4);
EXPECT(skm_requirement_weight, offsetof(skm_requirement, weight) == 8);
EXPECT(skm_requirement_required, offsetof(skm_requirement, required) == 12);
EXPECT(skm_requirement, sizeof(skm_requirement) == 16);
EXPECT(skm_read_options_struct_size, offsetof(skm_read_options, struct_size) == 0);
EXPECT(skm_read_options_max_bytes, offsetof(skm_read_options, max_bytes) == 8);
EXPECT(skm_read_options_max_depth, offsetof(skm_read_options, max_depth) == 16);
EXPECT(skm_read_options_max_elements, offsetof(skm_read_options, max_elements) == 24);
EXPECT(skm_read_options_max_diagnostics, offsetof(skm_read_options, max_diagnostics) == 32);
EXPECT(skm_read_options, sizeof(skm_read_options) == 40);
EXPECT(skm_roster_options_struct_size, offsetof(skm_roster_options, struct_size) == 0);
EXPECT(skm_roster_options_as_of, offsetof(skm_roster_options, as_of) == 8);
EXPECT(skm_roster_options_policy, offsetof(skm_roster_options, policy) == 12);
EXPECT(skm_roster_options_min_confidence, offsetof(skm_roster_options, min_confidence) == 16);
EXPECT(skm_roster_options_without_index, offsetof(skm_roster_options, without_index) == 20);
EXPECT(skm_roster_options_rating_positions, offsetof(skm_roster_options, rating_positions) == 24);
EXPECT(skm_roster_options_reserved, offsetof(skm_roster_options, reserved) == 28);
EXPECT(skm_roster_options_max_diagnostics, offsetof(skm_roster_options, max_diagnostics) == 32);
EXPECT(skm_roster_options, sizeof(skm_roster_options) == 40);
EXPECT(skm_csv_column_field, offsetof(skm_csv_column, field) == 0);
EXPECT(skm_csv_column_header, offsetof(skm_csv_column, header) == 16);
EXPECT(skm_csv_column, sizeof(skm_csv_column) == 32);
EXPECT(skm_ratings_csv_options_struct_size, offsetof(skm_ratings_csv_options, struct_size) == 0);
EXPECT(skm_ratings_csv_options_columns, offsetof(skm_ratings_csv_options, columns) == 8);
EXPECT(skm_ratings_csv_options_column_count, offsetof(skm_ratings_csv_options, column_count) == 16);
EXPECT(skm_ratings_csv_options_none, offsetof(skm_ratings_csv_options, none) == 24);
EXPECT(skm_ratings_csv_options_keep_spaces, offsetof(skm_ratings_csv_options, keep_spaces) == 40);
EXPECT(skm_ratings_csv_options_reserved, offsetof(skm_ratings_csv_options, reserved) == 44);
EXPECT(skm_ratings_csv_options, sizeof(skm_ratings_csv_options) == 48);
EXPECT(skm_texts_bytes, offsetof(skm_texts, bytes) == 0);
EXPECT(skm_texts_byte_count, offsetof(skm_texts, byte_count) == 8);
EXPECT(skm_texts_offsets, offsetof(skm_texts, offsets) == 16);
EXPECT(skm_texts_offset_width, offsetof(skm_texts, offset_width) == 24);
EXPECT(skm_texts, sizeof(skm_texts) == 32);
EXPECT(skm_roster_columns_struct_size, offsetof(skm_roster_columns, struct_size) == 0);
EXPECT(skm_roster_columns_person_count, offsetof(skm_roster_columns, person_count) == 8);
EXPECT(skm_roster_columns_rating_count, offsetof(skm_roster_columns, rating_count) == 16);
EXPECT(skm_roster_columns_person_ids, offsetof(skm_roster_columns, person_ids) == 24);
EXPECT(skm_roster_columns_own_role_levels, offsetof(skm_roster_columns, own_role_levels) == 56);
EXPECT(skm_roster_columns_first, offsetof(skm_roster_columns, first) == 64);
EXPECT(skm_roster_columns_people, offsetof(skm_roster_columns, people) == 72);
EXPECT(skm_roster_columns_people_by_id, offsetof(skm_roster_columns, people_by_id) == 80);
EXPECT(skm_roster_columns_skills, offsetof(skm_roster_columns, skills) == 112);
EXPECT(skm_roster_columns_skill_ids, offsetof(skm_roster_columns, skill_ids) == 120);
EXPECT(skm_roster_columns_ranks, offsetof(skm_roster_columns, ranks) == 152);
EXPECT(skm_roster_columns_level_ids, offsetof(skm_roster_columns, level_ids) == 160);
EXPECT(skm_roster_columns_none, offsetof(skm_roster_columns, none) == 192);
EXPECT(skm_roster_columns, sizeof(skm_roster_columns) == 200);
EXPECT(skm_holding_skill, offsetof(skm_holding, skill) == 0);
EXPECT(skm_holding_rank, offsetof(skm_holding, rank) == 4);
EXPECT(skm_holding_is_expired, offsetof(skm_holding, is_expired) == 8);
EXPECT(skm_holding_rating, offsetof(skm_holding, rating) == 12);
EXPECT(skm_holding, sizeof(skm_holding) == 16);
#endif

int main(void) { return 0; }
