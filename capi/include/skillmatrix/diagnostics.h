/*
 * Diagnostics: what is wrong with an input, where, and how to mend it.
 */
#ifndef SKILLMATRIX_DIAGNOSTICS_H
#define SKILLMATRIX_DIAGNOSTICS_H

#include "skillmatrix/base.h"

/** @defgroup diagnostics Diagnostics
 * Findings about an input, all at once. Immutable: any number of threads may read one list.
 * @{ */

/** A list of findings. */
typedef struct skm_diagnostics skm_diagnostics;

/** Severities: an error stops the load, warnings and information do not. */
#define SKM_SEVERITY_ERROR 0
/** @copydoc SKM_SEVERITY_ERROR */
#define SKM_SEVERITY_WARNING 1
/** @copydoc SKM_SEVERITY_ERROR */
#define SKM_SEVERITY_INFORMATION 2

/** One finding. Its texts live as long as the list. */
typedef struct skm_diagnostic {
  size_t struct_size;         /**< Set it to the size of the struct before asking. */
  int32_t code;               /**< 1009 is SKM1009; docs/diagnostics.md explains each. */
  int32_t severity;           /**< SKM_SEVERITY_ERROR, ... */
  skm_string_view name;       /**< Of the code: "unknown_member". */
  skm_string_view message;    /**< In English, one line, without position and suggestion. */
  skm_string_view pointer;    /**< JSON pointer (RFC 6901) of the value; "" is the document. */
  skm_string_view value;      /**< The offending value, shortened if it is long. */
  skm_string_view suggestion; /**< What was probably meant; may be empty. */
  skm_string_view field;      /**< CSV: the name of the column. */
  uint64_t line;              /**< From 1; 0 if the source is not known. */
  uint64_t column;            /**< From 1, in code points. */
  uint64_t offset;            /**< From 0, in bytes; means nothing while the column is 0. */
  uint64_t row;               /**< CSV: the record, from 1, the header included; 0 otherwise. */
} skm_diagnostic;

/** A code that findings may have. */
typedef struct skm_code_description {
  size_t struct_size;   /**< Set it to the size of the struct before asking. */
  int32_t code;         /**< 1009 is SKM1009; docs/diagnostics.md explains each. */
  int32_t severity;     /**< SKM_SEVERITY_ERROR, ... */
  skm_string_view name; /**< "unknown_member". Lives forever. */
} skm_code_description;

/** A code to be filled in. */
#define SKM_CODE_DESCRIPTION_INIT                \
  {                                              \
    sizeof(skm_code_description), 0, 0, { 0, 0 } \
  }

/** A diagnostic to be filled in. */
#define SKM_DIAGNOSTIC_INIT \
  { sizeof(skm_diagnostic), 0, 0, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, 0, 0, 0, 0 }

/** @} */

SKM_BEGIN_DECLS

/**
 * How many findings there are.
 *
 * @param[in] diagnostics The list.
 * @return The number; 0 if the list is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup diagnostics
 */
SKM_API uint64_t skm_diagnostics_count(const skm_diagnostics *SKM_NULLABLE diagnostics)
    SKM_NOEXCEPT;

/**
 * Whether any finding is an error.
 *
 * @param[in] diagnostics The list.
 * @return 1 or 0; 0 if the list is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(findings).
 * @since 1.0
 * @ingroup diagnostics
 */
SKM_API skm_bool skm_diagnostics_has_errors(const skm_diagnostics *SKM_NULLABLE diagnostics)
    SKM_NOEXCEPT;

/**
 * One finding.
 *
 * @param[in] diagnostics The list.
 * @param[in] index       From 0, in the order of the input.
 * @param[in,out] diagnostic  Start it as SKM_DIAGNOSTIC_INIT. It is filled in.
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_RANGE,
 *         SKM_ERR_UNSUPPORTED_OPTION if its size cannot be. Then it is as it was.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup diagnostics
 */
SKM_API skm_status skm_diagnostics_get(const skm_diagnostics *diagnostics, uint64_t index,
                                       skm_diagnostic *diagnostic) SKM_NOEXCEPT;

/**
 * How many codes there are.
 *
 * @return The number.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup diagnostics
 */
SKM_API uint32_t skm_diagnostics_code_count(void) SKM_NOEXCEPT;

/**
 * A code that findings of this library may have: for the settings of a host, and its documentation.
 *
 * @param[in] index From 0, by number.
 * @param[in,out] code Start it as SKM_CODE_DESCRIPTION_INIT. It is filled in.
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_OUT_OF_RANGE, SKM_ERR_UNSUPPORTED_OPTION if its
 *         size cannot be. Then it is as it was.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup diagnostics
 */
SKM_API skm_status skm_diagnostics_get_code(uint32_t index,
                                            skm_code_description *code) SKM_NOEXCEPT;

/**
 * Ends a list that belongs to the caller.
 *
 * @param[in] diagnostics The list; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses it.
 * @par Complexity
 * O(findings).
 * @since 1.0
 * @ingroup diagnostics
 */
SKM_API void skm_diagnostics_destroy(skm_diagnostics *SKM_NULLABLE SKM_OWNED diagnostics)
    SKM_NOEXCEPT;

SKM_END_DECLS

#endif
