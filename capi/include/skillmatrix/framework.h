/*
 * Frameworks: documents that say what each role expects at each level of each skill.
 */
#ifndef SKILLMATRIX_FRAMEWORK_H
#define SKILLMATRIX_FRAMEWORK_H

#include "skillmatrix/base.h"
#include "skillmatrix/buffer.h"
#include "skillmatrix/diagnostics.h"
#include "skillmatrix/error.h"
#include "skillmatrix/options.h"

/** @defgroup framework Frameworks
 * A framework as it is written. To ask questions of it, build a matrix. Immutable: any number of
 * threads may use one.
 * @{ */

/** A framework. */
typedef struct skm_framework skm_framework;

/** @} */

SKM_BEGIN_DECLS

/**
 * Reads a framework from JSON, with every check of form and of sense.
 *
 * @param[in] json           The document; not needed afterwards.
 * @param[in] options        Limits; NULL for the defaults.
 * @param[out] out_framework The framework, for skm_framework_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_INPUT, and then the diagnostics of the error are all findings;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_UNSUPPORTED_OPTION, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup framework
 */
SKM_API skm_status skm_framework_parse(skm_string_view json,
                                       const skm_read_options *SKM_NULLABLE options,
                                       skm_framework **SKM_OWNED out_framework,
                                       skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Reads a framework from a JSON file.
 *
 * @param[in] path           Its path, as the system has it.
 * @param[in] options        Limits; NULL for the defaults.
 * @param[out] out_framework The framework, for skm_framework_destroy; NULL if the call fails.
 * @out_error
 * @return As skm_framework_parse; also SKM_ERR_FILE.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup framework
 */
SKM_API skm_status skm_framework_load(skm_string_view path,
                                      const skm_read_options *SKM_NULLABLE options,
                                      skm_framework **SKM_OWNED out_framework,
                                      skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * The findings of reading: warnings and information, for a framework that was read has no errors.
 *
 * @param[in] framework The framework.
 * @return The list, which belongs to the framework; NULL if that is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup framework
 */
SKM_API const skm_diagnostics *SKM_BORROWED
skm_framework_diagnostics(const skm_framework *SKM_NULLABLE framework) SKM_NOEXCEPT;

/**
 * Checks whether a framework makes sense: what reading JSON checks, and reading a table does not.
 *
 * @param[in] framework The framework.
 * @param[in] max_diagnostics Give so many findings at most, the errors first; 0: 10,000.
 * @param[out] out_diagnostics All findings, for skm_diagnostics_destroy, in the order of the
 *        document, with JSON pointers; NULL if the call fails.
 * @out_error
 * @return SKM_OK, whatever is found; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(n log n) in the size of the framework.
 * @since 1.0
 * @ingroup framework
 */
SKM_API skm_status skm_framework_validate(const skm_framework *framework, uint64_t max_diagnostics,
                                          skm_diagnostics **SKM_OWNED out_diagnostics,
                                          skm_error **SKM_NULLABLE SKM_OWNED out_error)
    SKM_NOEXCEPT;

/**
 * Writes a framework as JSON in canonical form: the same framework gives the same bytes.
 *
 * @param[in] framework The framework.
 * @param[in] compact   Whether to leave out spaces and new lines.
 * @param[out] out_json The document, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup framework
 */
SKM_API skm_status skm_framework_to_json(const skm_framework *framework, skm_bool compact,
                                         skm_buffer **SKM_OWNED out_json,
                                         skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * The same framework with two pseudo-locales, whose texts are made from those in the default
 * locale: "en-XA", with accents and longer, and "ar-XB", from right to left. Readers get them by
 * asking for these languages: so hosts test their pages.
 *
 * @param[in] framework The framework.
 * @param[out] out_framework The other one, for skm_framework_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(size).
 * @since 1.0
 * @ingroup framework
 */
SKM_API skm_status skm_framework_with_pseudo_locales(
    const skm_framework *framework, skm_framework **SKM_OWNED out_framework,
    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * The JSON Schema (2020-12) of a framework. What it cannot say (references, cycles, order) reading
 * checks.
 *
 * @param[out] out_json The schema, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup framework
 */
SKM_API skm_status skm_framework_schema(skm_buffer **SKM_OWNED out_json,
                                        skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Ends a framework. What was made of it stays.
 *
 * @param[in] framework The framework; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses it.
 * @par Complexity
 * O(size).
 * @since 1.0
 * @ingroup framework
 */
SKM_API void skm_framework_destroy(skm_framework *SKM_NULLABLE SKM_OWNED framework) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
