/* A host loads the library, calls it, and unloads it again: then nothing of it is left. */
#define _POSIX_C_SOURCE 200809L
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>

#include "skillmatrix/skillmatrix.h"

typedef uint32_t (*version_function)(void);
typedef skm_status (*build_info_function)(skm_buffer **, skm_error **);
typedef void (*destroy_function)(skm_buffer *);

int main(int count, char **arguments) {
  void *library;
  void *symbol;
  version_function version;
  build_info_function build_info;
  destroy_function destroy;
  skm_buffer *buffer = NULL;
  if (count != 2) return 2;
  library = dlopen(arguments[1], RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) {
    printf("%s\n", dlerror());
    return 1;
  }
  /* As POSIX has it: a pointer to data becomes one to a function. */
  symbol = dlsym(library, "skm_abi_version");
  *(void **)&version = symbol;
  symbol = dlsym(library, "skm_build_info");
  *(void **)&build_info = symbol;
  symbol = dlsym(library, "skm_buffer_destroy");
  *(void **)&destroy = symbol;
  if (version() != SKM_ABI_VERSION || build_info(&buffer, NULL) != SKM_OK) return 1;
  destroy(buffer);
  if (dlclose(library) != 0) return 1;
  if (dlopen(arguments[1], RTLD_NOW | RTLD_NOLOAD) != NULL) {
    printf("the library is still there\n");
    return 1;
  }
  return 0;
}
