/*
 * Errors: why a call failed.
 */
#ifndef SKILLMATRIX_ERROR_H
#define SKILLMATRIX_ERROR_H

#include "skillmatrix/base.h"
#include "skillmatrix/diagnostics.h"

/** @defgroup error Errors
 * The last argument of a call that can fail is where its error goes, or NULL if the status is
 * enough. What was there is written over, with NULL if the call succeeds: destroy an error before
 * its variable is used again. Immutable: any number of threads may read one.
 * @{ */

/** Why a call failed. */
typedef struct skm_error skm_error;

/** @} */

SKM_BEGIN_DECLS

/**
 * The status that the call gave.
 *
 * @param[in] error The error.
 * @return The status; SKM_OK if the error is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup error
 */
SKM_API skm_status skm_error_status(const skm_error *SKM_NULLABLE error) SKM_NOEXCEPT;

/**
 * What is wrong, in English, for developers: one line, not to be parsed.
 *
 * @param[in] error The error.
 * @return The text; empty if the error is NULL. Lives as long as the error.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup error
 */
SKM_API skm_string_view skm_error_message(const skm_error *SKM_NULLABLE error) SKM_NOEXCEPT;

/**
 * What the system says about a file that cannot be read or written.
 *
 * @param[in] error The error.
 * @return The number, as errno has it; 0 if the error is about something else, or NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(findings).
 * @since 1.0
 * @ingroup error
 */
SKM_API int32_t skm_error_system_number(const skm_error *SKM_NULLABLE error) SKM_NOEXCEPT;

/**
 * All findings about the input, the warnings among them.
 *
 * @param[in] error The error.
 * @return The list, which belongs to the error; empty if it is about no input, NULL if the error is
 *         NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup error
 */
SKM_API const skm_diagnostics *SKM_BORROWED
skm_error_diagnostics(const skm_error *SKM_NULLABLE error) SKM_NOEXCEPT;

/**
 * Ends an error.
 *
 * @param[in] error The error; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses it.
 * @par Complexity
 * O(findings).
 * @since 1.0
 * @ingroup error
 */
SKM_API void skm_error_destroy(skm_error *SKM_NULLABLE SKM_OWNED error) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
