/*
 * Versions of the API, of the library and of what it is built on.
 */
#ifndef SKILLMATRIX_VERSION_H
#define SKILLMATRIX_VERSION_H

#include "skillmatrix/base.h"
#include "skillmatrix/buffer.h"
#include "skillmatrix/error.h"

/** @defgroup version Versions
 * @{ */

/** The version of the library that these headers are of. */
#define SKM_VERSION_MAJOR 0
/** @copydoc SKM_VERSION_MAJOR */
#define SKM_VERSION_MINOR 1
/** @copydoc SKM_VERSION_MAJOR */
#define SKM_VERSION_PATCH 0
/** The same as one number: major * 1,000,000 + minor * 1,000 + patch. */
#define SKM_VERSION_NUMBER 1000
/** The ABI that these headers are of. Libraries of the same one are compatible; it is the number in
 * the name of the shared library. */
#define SKM_ABI_VERSION 1

/** @} */

SKM_BEGIN_DECLS

/**
 * The version of the library that runs, as SKM_VERSION_NUMBER has it.
 *
 * Compare it with SKM_VERSION_NUMBER where the program may run with another library than it was
 * compiled for; an older one may lack functions.
 *
 * @return The number.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup version
 */
SKM_API uint32_t skm_version(void) SKM_NOEXCEPT;

/**
 * The version of the library that runs, as text: "0.1.0".
 *
 * @return The text; lives forever.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup version
 */
SKM_API skm_string_view skm_version_string(void) SKM_NOEXCEPT;

/**
 * The ABI of the library that runs. A program works with it if it is SKM_ABI_VERSION.
 *
 * @return The number.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup version
 */
SKM_API uint32_t skm_abi_version(void) SKM_NOEXCEPT;

/**
 * What the library is built on, for bug reports: a JSON object of texts, "skillmatrix", "boost",
 * "icu", "cldr", "unicode" and "compiler".
 *
 * @param[out] out_json The text.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup version
 */
SKM_API skm_status skm_build_info(skm_buffer **SKM_OWNED out_json,
                                  skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
