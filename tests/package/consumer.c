/* A user of the C library: says its version and what a broken framework is told. */
#include <skillmatrix/skillmatrix.h>
#include <stdio.h>

int main(void) {
  skm_string_view version = skm_version_string();
  skm_string_view json = {"{\"id\": 7}", SKM_STRLEN};
  skm_framework *framework = NULL;
  skm_error *error = NULL;
  uint64_t findings;
  if (skm_abi_version() != SKM_ABI_VERSION) return 1;
  printf("skillmatrix %.*s\n", (int)version.size, version.data);
  if (skm_framework_parse(json, NULL, &framework, &error) != SKM_ERR_INVALID_INPUT) return 1;
  findings = skm_diagnostics_count(skm_error_diagnostics(error));
  printf("%lu findings\n", (unsigned long)findings);
  skm_error_destroy(error);
  return findings == 0;
}
