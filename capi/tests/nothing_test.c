/* Written by capi/surface.py. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "skillmatrix/skillmatrix.h"

static int failures = 0;

static void expect(int is_right, const char *call) {
  if (is_right) return;
  printf("%s\n", call);
  ++failures;
}

int main(void) {
  skm_string_view zero_skm_string_view;
  skm_buffer *buffer = NULL;
  skm_error *error = NULL;
  memset(&zero_skm_string_view, 0, sizeof(zero_skm_string_view));
  if (skm_build_info(&buffer, NULL) != SKM_OK) return 1;
  if (skm_build_info(NULL, &error) == SKM_OK || error == NULL) return 1;

  skm_buffer_destroy(NULL);
  skm_buffer_destroy((skm_buffer *)(void *)error);
  expect(skm_buffer_view(NULL).size == 0, "skm_buffer_view(NULL)");
  expect(skm_buffer_view((const skm_buffer *)(void *)error).size == 0, "skm_buffer_view((const skm_buffer *)(void *)error)");
  expect(skm_build_info(NULL, NULL) != SKM_OK, "skm_build_info(NULL, NULL)");
  expect(skm_diagnostics_count(NULL) == 0, "skm_diagnostics_count(NULL)");
  expect(skm_diagnostics_count((const skm_diagnostics *)(void *)buffer) == 0, "skm_diagnostics_count((const skm_diagnostics *)(void *)buffer)");
  skm_diagnostics_destroy(NULL);
  skm_diagnostics_destroy((skm_diagnostics *)(void *)buffer);
  expect(skm_diagnostics_get(NULL, 0, NULL) != SKM_OK, "skm_diagnostics_get(NULL, 0, NULL)");
  expect(skm_diagnostics_get((const skm_diagnostics *)(void *)buffer, 0, NULL) != SKM_OK, "skm_diagnostics_get((const skm_diagnostics *)(void *)buffer, 0, NULL)");
  expect(skm_diagnostics_has_errors(NULL) == 0, "skm_diagnostics_has_errors(NULL)");
  expect(skm_diagnostics_has_errors((const skm_diagnostics *)(void *)buffer) == 0, "skm_diagnostics_has_errors((const skm_diagnostics *)(void *)buffer)");
  skm_error_destroy(NULL);
  skm_error_destroy((skm_error *)(void *)buffer);
  expect(skm_error_diagnostics(NULL) == NULL, "skm_error_diagnostics(NULL)");
  expect(skm_error_diagnostics((const skm_error *)(void *)buffer) == NULL, "skm_error_diagnostics((const skm_error *)(void *)buffer)");
  expect(skm_error_message(NULL).size == 0, "skm_error_message(NULL)");
  expect(skm_error_message((const skm_error *)(void *)buffer).size == 0, "skm_error_message((const skm_error *)(void *)buffer)");
  expect(skm_error_status(NULL) == 0, "skm_error_status(NULL)");
  expect(skm_error_status((const skm_error *)(void *)buffer) == 0, "skm_error_status((const skm_error *)(void *)buffer)");
  skm_framework_destroy(NULL);
  skm_framework_destroy((skm_framework *)(void *)buffer);
  expect(skm_framework_diagnostics(NULL) == NULL, "skm_framework_diagnostics(NULL)");
  expect(skm_framework_diagnostics((const skm_framework *)(void *)buffer) == NULL, "skm_framework_diagnostics((const skm_framework *)(void *)buffer)");
  expect(skm_framework_load(zero_skm_string_view, NULL, NULL, NULL) != SKM_OK, "skm_framework_load(zero_skm_string_view, NULL, NULL, NULL)");
  expect(skm_framework_parse(zero_skm_string_view, NULL, NULL, NULL) != SKM_OK, "skm_framework_parse(zero_skm_string_view, NULL, NULL, NULL)");
  expect(skm_framework_to_json(NULL, 0, NULL, NULL) != SKM_OK, "skm_framework_to_json(NULL, 0, NULL, NULL)");
  expect(skm_framework_to_json((const skm_framework *)(void *)buffer, 0, NULL, NULL) != SKM_OK, "skm_framework_to_json((const skm_framework *)(void *)buffer, 0, NULL, NULL)");
  expect(skm_language_build(zero_skm_string_view, NULL, 0, NULL, NULL) != SKM_OK, "skm_language_build(zero_skm_string_view, NULL, 0, NULL, NULL)");
  expect(skm_language_build(zero_skm_string_view, (const skm_messages *)(void *)buffer, 0, NULL, NULL) != SKM_OK, "skm_language_build(zero_skm_string_view, (const skm_messages *)(void *)buffer, 0, NULL, NULL)");
  expect(skm_language_compare(NULL, zero_skm_string_view, zero_skm_string_view) == 0, "skm_language_compare(NULL, zero_skm_string_view, zero_skm_string_view)");
  expect(skm_language_compare((const skm_language *)(void *)buffer, zero_skm_string_view, zero_skm_string_view) == 0, "skm_language_compare((const skm_language *)(void *)buffer, zero_skm_string_view, zero_skm_string_view)");
  expect(skm_language_date(NULL, 0, 0, 0, NULL, NULL) != SKM_OK, "skm_language_date(NULL, 0, 0, 0, NULL, NULL)");
  expect(skm_language_date((const skm_language *)(void *)buffer, 0, 0, 0, NULL, NULL) != SKM_OK, "skm_language_date((const skm_language *)(void *)buffer, 0, 0, 0, NULL, NULL)");
  skm_language_destroy(NULL);
  skm_language_destroy((skm_language *)(void *)buffer);
  expect(skm_language_diagnostic(NULL, NULL, 0, NULL, NULL) != SKM_OK, "skm_language_diagnostic(NULL, NULL, 0, NULL, NULL)");
  expect(skm_language_diagnostic((const skm_language *)(void *)buffer, NULL, 0, NULL, NULL) != SKM_OK, "skm_language_diagnostic((const skm_language *)(void *)buffer, NULL, 0, NULL, NULL)");
  expect(skm_language_diagnostic(NULL, (const skm_diagnostics *)(void *)buffer, 0, NULL, NULL) != SKM_OK, "skm_language_diagnostic(NULL, (const skm_diagnostics *)(void *)buffer, 0, NULL, NULL)");
  expect(skm_language_diagnostics(NULL) == NULL, "skm_language_diagnostics(NULL)");
  expect(skm_language_diagnostics((const skm_language *)(void *)buffer) == NULL, "skm_language_diagnostics((const skm_language *)(void *)buffer)");
  expect(skm_language_direction(NULL) == 0, "skm_language_direction(NULL)");
  expect(skm_language_direction((const skm_language *)(void *)buffer) == 0, "skm_language_direction((const skm_language *)(void *)buffer)");
  expect(skm_language_list(NULL, 0, NULL, NULL, NULL) != SKM_OK, "skm_language_list(NULL, 0, NULL, NULL, NULL)");
  expect(skm_language_list((const skm_language *)(void *)buffer, 0, NULL, NULL, NULL) != SKM_OK, "skm_language_list((const skm_language *)(void *)buffer, 0, NULL, NULL, NULL)");
  expect(skm_language_locale(NULL).size == 0, "skm_language_locale(NULL)");
  expect(skm_language_locale((const skm_language *)(void *)buffer).size == 0, "skm_language_locale((const skm_language *)(void *)buffer)");
  expect(skm_language_message(NULL, zero_skm_string_view, 0, NULL, NULL, NULL, NULL) != SKM_OK, "skm_language_message(NULL, zero_skm_string_view, 0, NULL, NULL, NULL, NULL)");
  expect(skm_language_message((const skm_language *)(void *)buffer, zero_skm_string_view, 0, NULL, NULL, NULL, NULL) != SKM_OK, "skm_language_message((const skm_language *)(void *)buffer, zero_skm_string_view, 0, NULL, NULL, NULL, NULL)");
  expect(skm_language_message_locale(NULL).size == 0, "skm_language_message_locale(NULL)");
  expect(skm_language_message_locale((const skm_language *)(void *)buffer).size == 0, "skm_language_message_locale((const skm_language *)(void *)buffer)");
  expect(skm_language_number(NULL, 0, NULL, NULL) != SKM_OK, "skm_language_number(NULL, 0, NULL, NULL)");
  expect(skm_language_number((const skm_language *)(void *)buffer, 0, NULL, NULL) != SKM_OK, "skm_language_number((const skm_language *)(void *)buffer, 0, NULL, NULL)");
  expect(skm_language_percent(NULL, 0, 0, NULL, NULL) != SKM_OK, "skm_language_percent(NULL, 0, 0, NULL, NULL)");
  expect(skm_language_percent((const skm_language *)(void *)buffer, 0, 0, NULL, NULL) != SKM_OK, "skm_language_percent((const skm_language *)(void *)buffer, 0, 0, NULL, NULL)");
  expect(skm_locale_canonicalize(zero_skm_string_view, NULL, NULL) != SKM_OK, "skm_locale_canonicalize(zero_skm_string_view, NULL, NULL)");
  expect(skm_locale_check(zero_skm_string_view, NULL) != SKM_OK, "skm_locale_check(zero_skm_string_view, NULL)");
  expect(skm_locale_direction(zero_skm_string_view) == 0, "skm_locale_direction(zero_skm_string_view)");
  expect(skm_locale_negotiate(zero_skm_string_view, 0, NULL, zero_skm_string_view, NULL, NULL, NULL) != SKM_OK, "skm_locale_negotiate(zero_skm_string_view, 0, NULL, zero_skm_string_view, NULL, NULL, NULL)");
  expect(skm_matrix_build(NULL, NULL, NULL) != SKM_OK, "skm_matrix_build(NULL, NULL, NULL)");
  expect(skm_matrix_build((const skm_framework *)(void *)buffer, NULL, NULL) != SKM_OK, "skm_matrix_build((const skm_framework *)(void *)buffer, NULL, NULL)");
  skm_matrix_destroy(NULL);
  skm_matrix_destroy((skm_matrix *)(void *)buffer);
  expect(skm_matrix_find_role(NULL, zero_skm_string_view) + 1u <= 1u, "skm_matrix_find_role(NULL, zero_skm_string_view)");
  expect(skm_matrix_find_role((const skm_matrix *)(void *)buffer, zero_skm_string_view) + 1u <= 1u, "skm_matrix_find_role((const skm_matrix *)(void *)buffer, zero_skm_string_view)");
  expect(skm_matrix_find_role_level(NULL, zero_skm_string_view, zero_skm_string_view) + 1u <= 1u, "skm_matrix_find_role_level(NULL, zero_skm_string_view, zero_skm_string_view)");
  expect(skm_matrix_find_role_level((const skm_matrix *)(void *)buffer, zero_skm_string_view, zero_skm_string_view) + 1u <= 1u, "skm_matrix_find_role_level((const skm_matrix *)(void *)buffer, zero_skm_string_view, zero_skm_string_view)");
  expect(skm_matrix_find_skill(NULL, zero_skm_string_view) + 1u <= 1u, "skm_matrix_find_skill(NULL, zero_skm_string_view)");
  expect(skm_matrix_find_skill((const skm_matrix *)(void *)buffer, zero_skm_string_view) + 1u <= 1u, "skm_matrix_find_skill((const skm_matrix *)(void *)buffer, zero_skm_string_view)");
  expect(skm_matrix_open(zero_skm_string_view, NULL, NULL) != SKM_OK, "skm_matrix_open(zero_skm_string_view, NULL, NULL)");
  expect(skm_matrix_requirement_count(NULL, 0) + 1u <= 1u, "skm_matrix_requirement_count(NULL, 0)");
  expect(skm_matrix_requirement_count((const skm_matrix *)(void *)buffer, 0) + 1u <= 1u, "skm_matrix_requirement_count((const skm_matrix *)(void *)buffer, 0)");
  expect(skm_matrix_requirements(NULL, 0, 0, NULL) != SKM_OK, "skm_matrix_requirements(NULL, 0, 0, NULL)");
  expect(skm_matrix_requirements((const skm_matrix *)(void *)buffer, 0, 0, NULL) != SKM_OK, "skm_matrix_requirements((const skm_matrix *)(void *)buffer, 0, 0, NULL)");
  expect(skm_matrix_role_count(NULL) + 1u <= 1u, "skm_matrix_role_count(NULL)");
  expect(skm_matrix_role_count((const skm_matrix *)(void *)buffer) + 1u <= 1u, "skm_matrix_role_count((const skm_matrix *)(void *)buffer)");
  expect(skm_matrix_role_id(NULL, 0).size == 0, "skm_matrix_role_id(NULL, 0)");
  expect(skm_matrix_role_id((const skm_matrix *)(void *)buffer, 0).size == 0, "skm_matrix_role_id((const skm_matrix *)(void *)buffer, 0)");
  expect(skm_matrix_role_level_count(NULL) + 1u <= 1u, "skm_matrix_role_level_count(NULL)");
  expect(skm_matrix_role_level_count((const skm_matrix *)(void *)buffer) + 1u <= 1u, "skm_matrix_role_level_count((const skm_matrix *)(void *)buffer)");
  expect(skm_matrix_role_level_id(NULL, 0).size == 0, "skm_matrix_role_level_id(NULL, 0)");
  expect(skm_matrix_role_level_id((const skm_matrix *)(void *)buffer, 0).size == 0, "skm_matrix_role_level_id((const skm_matrix *)(void *)buffer, 0)");
  expect(skm_matrix_role_of(NULL, 0) + 1u <= 1u, "skm_matrix_role_of(NULL, 0)");
  expect(skm_matrix_role_of((const skm_matrix *)(void *)buffer, 0) + 1u <= 1u, "skm_matrix_role_of((const skm_matrix *)(void *)buffer, 0)");
  expect(skm_matrix_save(NULL, zero_skm_string_view, NULL) != SKM_OK, "skm_matrix_save(NULL, zero_skm_string_view, NULL)");
  expect(skm_matrix_save((const skm_matrix *)(void *)buffer, zero_skm_string_view, NULL) != SKM_OK, "skm_matrix_save((const skm_matrix *)(void *)buffer, zero_skm_string_view, NULL)");
  expect(skm_matrix_skill_count(NULL) + 1u <= 1u, "skm_matrix_skill_count(NULL)");
  expect(skm_matrix_skill_count((const skm_matrix *)(void *)buffer) + 1u <= 1u, "skm_matrix_skill_count((const skm_matrix *)(void *)buffer)");
  expect(skm_matrix_skill_id(NULL, 0).size == 0, "skm_matrix_skill_id(NULL, 0)");
  expect(skm_matrix_skill_id((const skm_matrix *)(void *)buffer, 0).size == 0, "skm_matrix_skill_id((const skm_matrix *)(void *)buffer, 0)");
  expect(skm_matrix_verify(NULL, NULL) != SKM_OK, "skm_matrix_verify(NULL, NULL)");
  expect(skm_matrix_verify((const skm_matrix *)(void *)buffer, NULL) != SKM_OK, "skm_matrix_verify((const skm_matrix *)(void *)buffer, NULL)");
  expect(skm_messages_built_in(NULL, NULL) != SKM_OK, "skm_messages_built_in(NULL, NULL)");
  expect(skm_messages_contains(NULL, zero_skm_string_view) == 0, "skm_messages_contains(NULL, zero_skm_string_view)");
  expect(skm_messages_contains((const skm_messages *)(void *)buffer, zero_skm_string_view) == 0, "skm_messages_contains((const skm_messages *)(void *)buffer, zero_skm_string_view)");
  skm_messages_destroy(NULL);
  skm_messages_destroy((skm_messages *)(void *)buffer);
  expect(skm_messages_diagnostics(NULL) == NULL, "skm_messages_diagnostics(NULL)");
  expect(skm_messages_diagnostics((const skm_messages *)(void *)buffer) == NULL, "skm_messages_diagnostics((const skm_messages *)(void *)buffer)");
  expect(skm_messages_extend(NULL, 0, NULL, NULL, NULL) != SKM_OK, "skm_messages_extend(NULL, 0, NULL, NULL, NULL)");
  expect(skm_messages_extend((const skm_messages *)(void *)buffer, 0, NULL, NULL, NULL) != SKM_OK, "skm_messages_extend((const skm_messages *)(void *)buffer, 0, NULL, NULL, NULL)");
  expect(skm_messages_key(NULL, 0).size == 0, "skm_messages_key(NULL, 0)");
  expect(skm_messages_key((const skm_messages *)(void *)buffer, 0).size == 0, "skm_messages_key((const skm_messages *)(void *)buffer, 0)");
  expect(skm_messages_key_count(NULL) + 1u <= 1u, "skm_messages_key_count(NULL)");
  expect(skm_messages_key_count((const skm_messages *)(void *)buffer) + 1u <= 1u, "skm_messages_key_count((const skm_messages *)(void *)buffer)");
  expect(skm_messages_locale(NULL, 0).size == 0, "skm_messages_locale(NULL, 0)");
  expect(skm_messages_locale((const skm_messages *)(void *)buffer, 0).size == 0, "skm_messages_locale((const skm_messages *)(void *)buffer, 0)");
  expect(skm_messages_locale_count(NULL) + 1u <= 1u, "skm_messages_locale_count(NULL)");
  expect(skm_messages_locale_count((const skm_messages *)(void *)buffer) + 1u <= 1u, "skm_messages_locale_count((const skm_messages *)(void *)buffer)");

  skm_buffer_destroy(buffer);
  skm_error_destroy(error);
  if (failures != 0) printf("%d calls took nothing for something\n", failures);
  return failures != 0;
}
