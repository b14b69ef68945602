/*
 * Coverage: which texts of a framework there are in which language, for those who maintain them.
 */
#ifndef SKILLMATRIX_COVERAGE_H
#define SKILLMATRIX_COVERAGE_H

#include "skillmatrix/base.h"
#include "skillmatrix/buffer.h"
#include "skillmatrix/diagnostics.h"
#include "skillmatrix/error.h"
#include "skillmatrix/framework.h"
#include "skillmatrix/language.h"

/** @defgroup coverage Coverage
 * Counted are the texts that some language has, and the titles that none has: everything should
 * have a title, but nobody misses a summary that was never written. Immutable: any number of
 * threads may use one.
 * @{ */

/** What was measured of a framework. */
typedef struct skm_coverage skm_coverage;

/** What a text is about: the framework. */
#define SKM_COVERAGE_FRAMEWORK 0
/** A scale. */
#define SKM_COVERAGE_SCALE 1
/** A level of a scale. */
#define SKM_COVERAGE_LEVEL 2
/** A category. */
#define SKM_COVERAGE_CATEGORY 3
/** A skill, or one of its levels. */
#define SKM_COVERAGE_SKILL 4
/** A role, or one of its levels. */
#define SKM_COVERAGE_ROLE 5
/** What a role level expects of a skill. */
#define SKM_COVERAGE_EXPECTATION 6

/** Which text of it: the title. */
#define SKM_COVERAGE_TITLE 0
/** The label. */
#define SKM_COVERAGE_LABEL 1
/** The summary. */
#define SKM_COVERAGE_SUMMARY 2
/** The description. */
#define SKM_COVERAGE_DESCRIPTION 3
/** The focus. */
#define SKM_COVERAGE_FOCUS 4
/** The other names, which are one text. */
#define SKM_COVERAGE_ALIASES 5

/** What to measure. */
typedef struct skm_coverage_options {
  size_t struct_size;             /**< The size of the struct. */
  const skm_string_view *locales; /**< The languages, in this order; NULL for all there are. */
  uint64_t locale_count;          /**< How many. */
  uint64_t max_diagnostics;       /**< Further ones are counted; by default 1,000. */
} skm_coverage_options;

/** The defaults. */
#define SKM_COVERAGE_OPTIONS_INIT \
  { sizeof(skm_coverage_options), 0, 0, 0 }

/** How many texts of a kind readers of a language get in which state; each text is in one of them.
 */
typedef struct skm_coverage_row {
  uint32_t locale;   /**< The number of the language, see skm_coverage_locale. */
  int32_t kind;      /**< SKM_COVERAGE_SKILL, ... */
  int32_t field;     /**< SKM_COVERAGE_TITLE, ... */
  uint32_t unused;   /**< 0. */
  uint64_t exact;    /**< There, and not known to be stale. */
  uint64_t fallback; /**< Not there; readers get another language. */
  uint64_t missing;  /**< A title that is in no language; readers get a placeholder. */
  uint64_t stale;    /**< There, but the source text has changed since. */
} skm_coverage_row;

/** @} */

SKM_BEGIN_DECLS

/**
 * Measures how much of a framework is translated. The source of a translation is the text in the
 * default locale; a translation is stale if what it says of its source is no longer so.
 *
 * @param[in] framework     The framework, whose handle is not needed afterwards.
 * @param[in] options       NULL for the defaults.
 * @param[out] out_coverage The coverage, for skm_coverage_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_UNSUPPORTED_OPTION,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(size + texts * languages).
 * @since 1.0
 * @ingroup coverage
 */
SKM_API skm_status skm_coverage_measure(const skm_framework *framework,
                                        const skm_coverage_options *SKM_NULLABLE options,
                                        skm_coverage **SKM_OWNED out_coverage,
                                        skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Whether every text is exact in every language.
 *
 * @param[in] coverage The coverage.
 * @return 1 or 0; 0 if the coverage is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup coverage
 */
SKM_API skm_bool skm_coverage_is_complete(const skm_coverage *SKM_NULLABLE coverage) SKM_NOEXCEPT;

/**
 * A warning for each text that is not exact, in the order of the document, then of the languages.
 *
 * @param[in] coverage The coverage.
 * @return The list, which belongs to the coverage; NULL if that is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup coverage
 */
SKM_API const skm_diagnostics *SKM_BORROWED
skm_coverage_diagnostics(const skm_coverage *SKM_NULLABLE coverage) SKM_NOEXCEPT;

/**
 * How many languages were looked at.
 *
 * @param[in] coverage The coverage.
 * @return The number; 0 if the coverage is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup coverage
 */
SKM_API uint32_t skm_coverage_locale_count(const skm_coverage *SKM_NULLABLE coverage) SKM_NOEXCEPT;

/**
 * A language that was looked at.
 *
 * @param[in] coverage The coverage.
 * @param[in] locale   Its number, from 0.
 * @return Its canonical tag; empty if there is none. Lives as long as the coverage.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup coverage
 */
SKM_API skm_string_view skm_coverage_locale(const skm_coverage *SKM_NULLABLE coverage,
                                            uint32_t locale) SKM_NOEXCEPT;

/**
 * How many rows there are: kinds and fields with texts, in all languages.
 *
 * @param[in] coverage The coverage.
 * @return The number; 0 if the coverage is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(languages).
 * @since 1.0
 * @ingroup coverage
 */
SKM_API uint32_t skm_coverage_row_count(const skm_coverage *SKM_NULLABLE coverage) SKM_NOEXCEPT;

/**
 * The rows, by language, then kind, then field. What readers of a language get is the sum of its
 * rows.
 *
 * @param[in] coverage  The coverage.
 * @param[in] capacity  How many there is room for: skm_coverage_row_count is enough.
 * @param[out] out_rows An array of so many, NULL only for none; the first ones are filled in.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is too little room; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(rows).
 * @since 1.0
 * @ingroup coverage
 */
SKM_API skm_status skm_coverage_rows(const skm_coverage *coverage, uint32_t capacity,
                                     skm_coverage_row *SKM_NULLABLE out_rows) SKM_NOEXCEPT;

/**
 * All of it as JSON.
 *
 * @param[in] coverage  The coverage.
 * @param[in] language  For the messages of the findings; NULL for English.
 * @param[in] file      As the host calls the source of the framework, for the findings; may be
 * empty.
 * @param[out] out_json The JSON, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_ENCODING,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(rows + findings).
 * @since 1.0
 * @ingroup coverage
 */
SKM_API skm_status skm_coverage_to_json(const skm_coverage *coverage,
                                        const skm_language *SKM_NULLABLE language,
                                        skm_string_view file, skm_buffer **SKM_OWNED out_json,
                                        skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * The texts in the default locale, for the tools of translators: each with its JSON pointer, and
 * the hash for the source of its translations.
 *
 * @param[in] framework The framework.
 * @param[in] count     The number of languages; 0 for all texts.
 * @param[in] locales   An array of so many: those texts that are not exact in one of these
 * languages.
 * @param[in] as_lines  0 for one JSON document; otherwise NDJSON, an object a line.
 * @param[out] out_json The texts, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(size + texts * languages).
 * @since 1.0
 * @ingroup coverage
 */
SKM_API skm_status skm_coverage_source_texts(
    const skm_framework *framework, uint32_t count, const skm_string_view *SKM_NULLABLE locales,
    skm_bool as_lines, skm_buffer **SKM_OWNED out_json,
    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * The fingerprint of a text: 16 hexadecimal digits, whatever its normal form.
 *
 * @param[in] text      The text.
 * @param[out] out_hash The digits, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_ENCODING, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup coverage
 */
SKM_API skm_status skm_coverage_text_hash(skm_string_view text, skm_buffer **SKM_OWNED out_hash,
                                          skm_error **SKM_NULLABLE SKM_OWNED out_error)
    SKM_NOEXCEPT;

/**
 * Ends a coverage.
 *
 * @param[in] coverage The coverage; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses it.
 * @par Complexity
 * O(rows + findings).
 * @since 1.0
 * @ingroup coverage
 */
SKM_API void skm_coverage_destroy(skm_coverage *SKM_NULLABLE SKM_OWNED coverage) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
