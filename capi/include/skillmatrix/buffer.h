/*
 * Buffers: long texts and bytes that the library made.
 */
#ifndef SKILLMATRIX_BUFFER_H
#define SKILLMATRIX_BUFFER_H

#include "skillmatrix/base.h"

/** @defgroup buffer Buffers
 * Bytes that belong to the caller. Immutable: any number of threads may read one.
 * @{ */

/** Some bytes, with a NUL after the last one that does not count. */
typedef struct skm_buffer skm_buffer;

/** @} */

SKM_BEGIN_DECLS

/**
 * The bytes of a buffer.
 *
 * @param[in] buffer The buffer.
 * @return Its bytes, followed by a NUL; empty if the buffer is NULL. They live as long as it.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup buffer
 */
SKM_API skm_string_view skm_buffer_view(const skm_buffer *SKM_NULLABLE buffer) SKM_NOEXCEPT;

/**
 * Ends a buffer.
 *
 * @param[in] buffer The buffer; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses it.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup buffer
 */
SKM_API void skm_buffer_destroy(skm_buffer *SKM_NULLABLE SKM_OWNED buffer) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
