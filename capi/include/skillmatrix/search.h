/*
 * Search over the names of a matrix, in all its languages at once.
 */
#ifndef SKILLMATRIX_SEARCH_H
#define SKILLMATRIX_SEARCH_H

#include "skillmatrix/base.h"
#include "skillmatrix/buffer.h"
#include "skillmatrix/error.h"
#include "skillmatrix/matrix.h"
#include "skillmatrix/reader.h"

/** @defgroup search Search
 * Names are the titles of skills, roles and categories, and the other names of skills. They are
 * found by whole words, by beginnings while somebody types, and with typing errors, whatever their
 * case, width and accents. Immutable: any number of threads may search one index.
 * @{ */

/** The names of a matrix, prepared for search. */
typedef struct skm_search_index skm_search_index;

/** Kinds of things to look for, to be added up: skills. */
#define SKM_SEARCH_SKILLS 1
/** Roles. */
#define SKM_SEARCH_ROLES 2
/** Categories. */
#define SKM_SEARCH_CATEGORIES 4

/** As the most typing errors: none at all. */
#define SKM_SEARCH_NO_ERRORS UINT32_MAX

/** How a name matched, the best first: it is the query. */
#define SKM_MATCH_WHOLE_NAME 0
/** The name starts with the query. */
#define SKM_MATCH_NAME_START 1
/** Each word of the query is a word of the name. */
#define SKM_MATCH_WORDS 2
/** So, but the last is the beginning of a word, or one is a part of a run without spaces. */
#define SKM_MATCH_WORD_START 3
/** With typing errors. */
#define SKM_MATCH_TYPING_ERRORS 4

/** What to look for. */
typedef struct skm_search_options {
  size_t struct_size; /**< The size of the struct. */
  uint32_t limit;     /**< Give the best so many; by default 10. */
  uint32_t kinds;     /**< SKM_SEARCH_SKILLS + ...; by default skills and roles. */
  uint32_t
      most_errors; /**< Typing errors in a word; by default 2, which is the most there can be. */
  uint32_t unused; /**< 0. */
} skm_search_options;

/** The defaults. */
#define SKM_SEARCH_OPTIONS_INIT \
  { sizeof(skm_search_options), 0, 0, 0, 0 }

/** Something that was found; each thing once, with the name of it that matched best. */
typedef struct skm_search_hit {
  skm_string_view name; /**< That matched, as written. Lives as long as the index. */
  skm_string_view tag;  /**< Of the language of the name. Lives as long as the index. */
  uint32_t kind;        /**< SKM_SEARCH_SKILLS, SKM_SEARCH_ROLES or SKM_SEARCH_CATEGORIES. */
  uint32_t index;       /**< The number of the skill, role or category. */
  int32_t match;        /**< SKM_MATCH_WHOLE_NAME, ... */
  uint32_t errors;      /**< Typing errors, over all words. */
  skm_bool is_alias;    /**< Whether it is one of the other names of a skill. */
  uint32_t unused;      /**< 0. */
} skm_search_hit;

/** @} */

SKM_BEGIN_DECLS

/**
 * The search index of a matrix: the one in its file if skm_search_index_embed put one there,
 * otherwise built. An index in a file that a library with other data about characters made is not
 * used, but built anew.
 *
 * @param[in] matrix     The matrix, whose handle is not needed afterwards.
 * @param[out] out_index The index, for skm_search_index_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1) if there is one; O(n log n) in the bytes of the names otherwise.
 * @since 1.0
 * @ingroup search
 */
SKM_API skm_status skm_search_index_of(const skm_matrix *matrix,
                                       skm_search_index **SKM_OWNED out_index,
                                       skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * A search index that is built in any case.
 *
 * @param[in] matrix     The matrix, whose handle is not needed afterwards.
 * @param[out] out_index The index, for skm_search_index_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(n log n) in the bytes of the names.
 * @since 1.0
 * @ingroup search
 */
SKM_API skm_status
skm_search_index_build(const skm_matrix *matrix, skm_search_index **SKM_OWNED out_index,
                       skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * The same matrix with its search index in it, so that skm_matrix_save saves both, and
 * skm_matrix_open opens both at once.
 *
 * @param[in] matrix      The matrix, which stays as it is.
 * @param[out] out_matrix The matrix with the index, for skm_matrix_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(size), and what skm_search_index_of takes.
 * @since 1.0
 * @ingroup search
 */
SKM_API skm_status
skm_search_index_embed(const skm_matrix *matrix, skm_matrix **SKM_OWNED out_matrix,
                       skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * The best matches, the best first.
 *
 * @param[in] index      The index.
 * @param[in] reader     A reader of the same matrix: what matches equally well in their languages
 * goes first. NULL for nobody in particular.
 * @param[in] query      What somebody typed: any bytes, of which the first 256, and 16 words,
 * count.
 * @param[in] options    NULL for the defaults.
 * @param[in] capacity   How many there is room for.
 * @param[out] out_hits  An array of so many; the first ones are filled in, as far as there is room.
 * @param[out] out_count How many were found; no more than the limit.
 * @out_error
 * @return SKM_OK; SKM_ERR_OTHER_MATRIX if the reader is of another one; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_UNSUPPORTED_OPTION, SKM_ERR_OUT_OF_MEMORY. Then nothing is
 *         written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * By the limit and the matches of the rarest word, not by the names there are.
 * @since 1.0
 * @ingroup search
 */
SKM_API skm_status skm_search_index_find(const skm_search_index *index,
                                         const skm_reader *SKM_NULLABLE reader,
                                         skm_string_view query,
                                         const skm_search_options *SKM_NULLABLE options,
                                         uint32_t capacity, skm_search_hit *SKM_NULLABLE out_hits,
                                         uint32_t *out_count,
                                         skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * The best matches as JSON for a reader: with titles in their language, beside the names that
 * matched.
 *
 * @param[in] index     The index.
 * @param[in] reader    A reader of the same matrix.
 * @param[in] query     What somebody typed.
 * @param[in] options   NULL for the defaults.
 * @param[out] out_json The JSON, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return As skm_search_index_find; also SKM_ERR_ENCODING if the query is not UTF-8.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * As skm_search_index_find.
 * @since 1.0
 * @ingroup search
 */
SKM_API skm_status skm_search_index_to_json(
    const skm_search_index *index, const skm_reader *reader, skm_string_view query,
    const skm_search_options *SKM_NULLABLE options, skm_buffer **SKM_OWNED out_json,
    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Ends an index.
 *
 * @param[in] index The index; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses it.
 * @par Complexity
 * O(size).
 * @since 1.0
 * @ingroup search
 */
SKM_API void skm_search_index_destroy(skm_search_index *SKM_NULLABLE SKM_OWNED index) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
