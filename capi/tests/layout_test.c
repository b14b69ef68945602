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
EXPECT(SKM_SEVERITY_ERROR, SKM_SEVERITY_ERROR == 0);
EXPECT(SKM_SEVERITY_WARNING, SKM_SEVERITY_WARNING == 1);
EXPECT(SKM_SEVERITY_INFORMATION, SKM_SEVERITY_INFORMATION == 2);
EXPECT(SKM_ISOLATES_AUTOMATIC, SKM_ISOLATES_AUTOMATIC == 0);
EXPECT(SKM_ISOLATES_ALWAYS, SKM_ISOLATES_ALWAYS == 1);
EXPECT(SKM_ISOLATES_NEVER, SKM_ISOLATES_NEVER == 2);
EXPECT(SKM_ARGUMENT_NONE, SKM_ARGUMENT_NONE == 0);
EXPECT(SKM_ARGUMENT_TEXT, SKM_ARGUMENT_TEXT == 1);
EXPECT(SKM_ARGUMENT_NUMBER, SKM_ARGUMENT_NUMBER == 2);
EXPECT(SKM_DIRECTION_AUTOMATIC, SKM_DIRECTION_AUTOMATIC == 0);
EXPECT(SKM_DIRECTION_LTR, SKM_DIRECTION_LTR == 1);
EXPECT(SKM_DIRECTION_RTL, SKM_DIRECTION_RTL == 2);
EXPECT(SKM_TEXT_MISSING, SKM_TEXT_MISSING == 0);
EXPECT(SKM_TEXT_EXACT, SKM_TEXT_EXACT == 1);
EXPECT(SKM_TEXT_EQUIVALENT, SKM_TEXT_EQUIVALENT == 2);
EXPECT(SKM_TEXT_RELATED, SKM_TEXT_RELATED == 3);
EXPECT(SKM_TEXT_OTHER_PREFERRED, SKM_TEXT_OTHER_PREFERRED == 4);
EXPECT(SKM_TEXT_SOURCE_FALLBACK, SKM_TEXT_SOURCE_FALLBACK == 5);
EXPECT(SKM_TEXT_ANY_FALLBACK, SKM_TEXT_ANY_FALLBACK == 6);
EXPECT(SKM_NONE, SKM_NONE == 4294967295u);
EXPECT(SKM_TITLE_OF_FRAMEWORK, SKM_TITLE_OF_FRAMEWORK == 0);
EXPECT(SKM_SUMMARY_OF_FRAMEWORK, SKM_SUMMARY_OF_FRAMEWORK == 1);
EXPECT(SKM_TITLE_OF_SKILL, SKM_TITLE_OF_SKILL == 2);
EXPECT(SKM_SUMMARY_OF_SKILL, SKM_SUMMARY_OF_SKILL == 3);
EXPECT(SKM_TITLE_OF_ROLE, SKM_TITLE_OF_ROLE == 4);
EXPECT(SKM_SUMMARY_OF_ROLE, SKM_SUMMARY_OF_ROLE == 5);
EXPECT(SKM_TITLE_OF_ROLE_LEVEL, SKM_TITLE_OF_ROLE_LEVEL == 6);
EXPECT(SKM_FOCUS_OF_ROLE_LEVEL, SKM_FOCUS_OF_ROLE_LEVEL == 7);
EXPECT(SKM_TITLE_OF_CATEGORY, SKM_TITLE_OF_CATEGORY == 8);
EXPECT(SKM_DESCRIPTION_OF_CATEGORY, SKM_DESCRIPTION_OF_CATEGORY == 9);
EXPECT(SKM_TITLE_OF_SCALE, SKM_TITLE_OF_SCALE == 10);
EXPECT(SKM_DESCRIPTION_OF_SCALE, SKM_DESCRIPTION_OF_SCALE == 11);
EXPECT(SKM_TITLE_OF_LEVEL, SKM_TITLE_OF_LEVEL == 12);
EXPECT(SKM_LABEL_OF_LEVEL, SKM_LABEL_OF_LEVEL == 13);
EXPECT(SKM_DESCRIPTION_OF_LEVEL, SKM_DESCRIPTION_OF_LEVEL == 14);
EXPECT(SKM_ABI_VERSION, SKM_ABI_VERSION == 1);
#if UINTPTR_MAX == 0xffffffffffffffffu
EXPECT(skm_string_view_data, offsetof(skm_string_view, data) == 0);
EXPECT(skm_string_view_size, offsetof(skm_string_view, size) == 8);
EXPECT(skm_string_view, sizeof(skm_string_view) == 16);
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
EXPECT(skm_message_argument_name, offsetof(skm_message_argument, name) == 0);
EXPECT(skm_message_argument_text, offsetof(skm_message_argument, text) == 16);
EXPECT(skm_message_argument_number, offsetof(skm_message_argument, number) == 32);
EXPECT(skm_message_argument_type, offsetof(skm_message_argument, type) == 40);
EXPECT(skm_message_argument, sizeof(skm_message_argument) == 48);
EXPECT(skm_tag_problem_struct_size, offsetof(skm_tag_problem, struct_size) == 0);
EXPECT(skm_tag_problem_offset, offsetof(skm_tag_problem, offset) == 8);
EXPECT(skm_tag_problem_size, offsetof(skm_tag_problem, size) == 16);
EXPECT(skm_tag_problem_detail, offsetof(skm_tag_problem, detail) == 24);
EXPECT(skm_tag_problem, sizeof(skm_tag_problem) == 40);
EXPECT(skm_locale_fallback_reader, offsetof(skm_locale_fallback, reader) == 0);
EXPECT(skm_locale_fallback_tag, offsetof(skm_locale_fallback, tag) == 16);
EXPECT(skm_locale_fallback, sizeof(skm_locale_fallback) == 32);
EXPECT(skm_negotiation_options_struct_size, offsetof(skm_negotiation_options, struct_size) == 0);
EXPECT(skm_negotiation_options_fallbacks, offsetof(skm_negotiation_options, fallbacks) == 8);
EXPECT(skm_negotiation_options_fallback_count, offsetof(skm_negotiation_options, fallback_count) == 16);
EXPECT(skm_negotiation_options_one_way_matches, offsetof(skm_negotiation_options, one_way_matches) == 24);
EXPECT(skm_negotiation_options_other_scripts, offsetof(skm_negotiation_options, other_scripts) == 28);
EXPECT(skm_negotiation_options, sizeof(skm_negotiation_options) == 32);
EXPECT(skm_locale_link_tag, offsetof(skm_locale_link, tag) == 0);
EXPECT(skm_locale_link_source, offsetof(skm_locale_link, source) == 4);
EXPECT(skm_locale_link, sizeof(skm_locale_link) == 8);
EXPECT(skm_requirement_skill, offsetof(skm_requirement, skill) == 0);
EXPECT(skm_requirement_rank, offsetof(skm_requirement, rank) == 4);
EXPECT(skm_requirement_weight, offsetof(skm_requirement, weight) == 8);
EXPECT(skm_requirement_required, offsetof(skm_requirement, required) == 12);
EXPECT(skm_requirement, sizeof(skm_requirement) == 16);
EXPECT(skm_catalog_json, offsetof(skm_catalog, json) == 0);
EXPECT(skm_catalog_name, offsetof(skm_catalog, name) == 16);
EXPECT(skm_catalog, sizeof(skm_catalog) == 32);
EXPECT(skm_read_options_struct_size, offsetof(skm_read_options, struct_size) == 0);
EXPECT(skm_read_options_max_bytes, offsetof(skm_read_options, max_bytes) == 8);
EXPECT(skm_read_options_max_depth, offsetof(skm_read_options, max_depth) == 16);
EXPECT(skm_read_options_max_elements, offsetof(skm_read_options, max_elements) == 24);
EXPECT(skm_read_options_max_diagnostics, offsetof(skm_read_options, max_diagnostics) == 32);
EXPECT(skm_read_options, sizeof(skm_read_options) == 40);
EXPECT(skm_served_text_value, offsetof(skm_served_text, value) == 0);
EXPECT(skm_served_text_tag, offsetof(skm_served_text, tag) == 16);
EXPECT(skm_served_text_direction, offsetof(skm_served_text, direction) == 32);
EXPECT(skm_served_text_source, offsetof(skm_served_text, source) == 36);
EXPECT(skm_served_text, sizeof(skm_served_text) == 40);
#endif

int main(void) { return 0; }
