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
  skm_profile_destroy(NULL);
  skm_profile_destroy((skm_profile *)(void *)buffer);
  expect(skm_profile_diagnostics(NULL) == NULL, "skm_profile_diagnostics(NULL)");
  expect(skm_profile_diagnostics((const skm_profile *)(void *)buffer) == NULL, "skm_profile_diagnostics((const skm_profile *)(void *)buffer)");
  expect(skm_profile_id(NULL).size == 0, "skm_profile_id(NULL)");
  expect(skm_profile_id((const skm_profile *)(void *)buffer).size == 0, "skm_profile_id((const skm_profile *)(void *)buffer)");
  expect(skm_profile_level(NULL).size == 0, "skm_profile_level(NULL)");
  expect(skm_profile_level((const skm_profile *)(void *)buffer).size == 0, "skm_profile_level((const skm_profile *)(void *)buffer)");
  expect(skm_profile_load(zero_skm_string_view, NULL, NULL, NULL) != SKM_OK, "skm_profile_load(zero_skm_string_view, NULL, NULL, NULL)");
  expect(skm_profile_name(NULL).size == 0, "skm_profile_name(NULL)");
  expect(skm_profile_name((const skm_profile *)(void *)buffer).size == 0, "skm_profile_name((const skm_profile *)(void *)buffer)");
  expect(skm_profile_parse(zero_skm_string_view, NULL, NULL, NULL) != SKM_OK, "skm_profile_parse(zero_skm_string_view, NULL, NULL, NULL)");
  expect(skm_profile_rating_count(NULL) == 0, "skm_profile_rating_count(NULL)");
  expect(skm_profile_rating_count((const skm_profile *)(void *)buffer) == 0, "skm_profile_rating_count((const skm_profile *)(void *)buffer)");
  expect(skm_profile_role(NULL).size == 0, "skm_profile_role(NULL)");
  expect(skm_profile_role((const skm_profile *)(void *)buffer).size == 0, "skm_profile_role((const skm_profile *)(void *)buffer)");
  expect(skm_profile_to_json(NULL, 0, NULL, NULL) != SKM_OK, "skm_profile_to_json(NULL, 0, NULL, NULL)");
  expect(skm_profile_to_json((const skm_profile *)(void *)buffer, 0, NULL, NULL) != SKM_OK, "skm_profile_to_json((const skm_profile *)(void *)buffer, 0, NULL, NULL)");
  expect(skm_profiles_count(NULL) == 0, "skm_profiles_count(NULL)");
  expect(skm_profiles_count((const skm_profiles *)(void *)buffer) == 0, "skm_profiles_count((const skm_profiles *)(void *)buffer)");
  skm_profiles_destroy(NULL);
  skm_profiles_destroy((skm_profiles *)(void *)buffer);
  expect(skm_profiles_diagnostics(NULL) == NULL, "skm_profiles_diagnostics(NULL)");
  expect(skm_profiles_diagnostics((const skm_profiles *)(void *)buffer) == NULL, "skm_profiles_diagnostics((const skm_profiles *)(void *)buffer)");
  expect(skm_profiles_get(NULL, 0) == NULL, "skm_profiles_get(NULL, 0)");
  expect(skm_profiles_get((const skm_profiles *)(void *)buffer, 0) == NULL, "skm_profiles_get((const skm_profiles *)(void *)buffer, 0)");
  expect(skm_profiles_line(NULL, 0) == 0, "skm_profiles_line(NULL, 0)");
  expect(skm_profiles_line((const skm_profiles *)(void *)buffer, 0) == 0, "skm_profiles_line((const skm_profiles *)(void *)buffer, 0)");
  expect(skm_profiles_load(zero_skm_string_view, NULL, NULL, NULL) != SKM_OK, "skm_profiles_load(zero_skm_string_view, NULL, NULL, NULL)");
  expect(skm_profiles_parse(zero_skm_string_view, NULL, NULL, NULL) != SKM_OK, "skm_profiles_parse(zero_skm_string_view, NULL, NULL, NULL)");
  expect(skm_profiles_rejected(NULL) == 0, "skm_profiles_rejected(NULL)");
  expect(skm_profiles_rejected((const skm_profiles *)(void *)buffer) == 0, "skm_profiles_rejected((const skm_profiles *)(void *)buffer)");
  expect(skm_profiles_to_ndjson(NULL, NULL, NULL) != SKM_OK, "skm_profiles_to_ndjson(NULL, NULL, NULL)");
  expect(skm_profiles_to_ndjson((const skm_profiles *)(void *)buffer, NULL, NULL) != SKM_OK, "skm_profiles_to_ndjson((const skm_profiles *)(void *)buffer, NULL, NULL)");

  skm_buffer_destroy(buffer);
  skm_error_destroy(error);
  if (failures != 0) printf("%d calls took nothing for something\n", failures);
  return failures != 0;
}
