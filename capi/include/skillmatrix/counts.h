/*
 * Counts: who has each skill, and who needs it.
 */
#ifndef SKILLMATRIX_COUNTS_H
#define SKILLMATRIX_COUNTS_H

#include "skillmatrix/base.h"
#include "skillmatrix/batch.h"
#include "skillmatrix/error.h"
#include "skillmatrix/matrix.h"
#include "skillmatrix/roster.h"

/** @defgroup counts Counts
 * Who has each skill at each level in a whole organisation, and whose own role level expects it, by
 * column: the levels of a skill follow each other, from rank 1 on. What is expected at no stated
 * level counts at rank 1, which meets it.
 *
 * Of the people of whom a level is required, required_met / required meet it: the coverage. If
 * holders
 * - needed + 1 of them leave, fewer than needed are left: with 1 that is the bus factor.
 *
 * A result is empty at first. A call that fails leaves it empty, or as it was. Any number of
 * threads may read one; who uses it again must be alone with it.
 * @{ */

/** Counts by skill and level. */
typedef struct skm_counts skm_counts;

/** The counts of a skill at a level. */
typedef struct skm_level_counts {
  uint32_t holders;      /**< People who hold this level or a higher one. */
  uint32_t required;     /**< People whose own role level requires just this level. */
  uint32_t required_met; /**< Of these, those who hold it or a higher one. */
  uint32_t optional;     /**< The same for what is optional. */
  uint32_t optional_met; /**< The same for what is optional. */
} skm_level_counts;

/** @} */

SKM_BEGIN_DECLS

/**
 * Makes an empty result, to be used again and again.
 *
 * @param[out] out_counts The result, for skm_counts_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup counts
 */
SKM_API skm_status skm_counts_create(skm_counts **SKM_OWNED out_counts,
                                     skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Makes a second handle of the same result, without a copy of its columns.
 *
 * Whichever of the two is used again gets columns of its own; those of the other stay as they
 * are.
 *
 * @param[in] counts The result.
 * @param[out] out_counts The other one, for skm_counts_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup counts
 */
SKM_API skm_status skm_counts_clone(const skm_counts *counts, skm_counts **SKM_OWNED out_counts,
                                    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Counts holders and demand.
 *
 * @param[in,out] counts The result; what it had is gone.
 * @param[in] matrix The matrix that the roster was built for, or one with the same numbers.
 * @param[in] roster The people.
 * @param[in] options How; NULL for the defaults.
 * @out_error
 * @return SKM_OK; SKM_ERR_OTHER_MATRIX; SKM_ERR_CANCELLED, or what the callback gave;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_UNSUPPORTED_OPTION,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * One thread, when no other uses the result, or changes the roster.
 * @par Complexity
 * O(ratings + cells of each person's role level + levels of all skills).
 * @since 1.0
 * @ingroup counts
 */
SKM_API skm_status
skm_counts_count_skills(skm_counts *counts, const skm_matrix *matrix, const skm_roster *roster,
                        const skm_batch_options *SKM_NULLABLE options,
                        skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Takes what the roster says of a person out of the counts.
 *
 * So counts follow a change: count a person out, change the roster, and count them in. Who is about
 * to be removed is counted out. The person has to be in the counts as they are now: nobody checks
 * that.
 *
 * @param[in,out] counts The result. It remembers the matrix.
 * @param[in] roster The people.
 * @param[in] person The number of the person.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such person; SKM_ERR_INVALID_ARGUMENT if
 *         there are no counts; SKM_ERR_OTHER_MATRIX, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 *         Then the counts are as they were.
 * @par Thread class
 * One thread, when no other uses the result, or changes the roster.
 * @par Complexity
 * O(cells of the person's role level + levels held, of all skills); after skm_counts_clone once
 * O(levels of all skills).
 * @since 1.0
 * @ingroup counts
 */
SKM_API skm_status skm_counts_count_out(skm_counts *counts, const skm_roster *roster,
                                        uint32_t person,
                                        skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Adds what the roster says of a person to the counts.
 *
 * The person must not be in them: one who was counted out, or was added to the roster.
 *
 * @param[in,out] counts The result. It remembers the matrix.
 * @param[in] roster The people.
 * @param[in] person The number of the person.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such person; SKM_ERR_INVALID_ARGUMENT if
 *         there are no counts; SKM_ERR_OTHER_MATRIX, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 *         Then the counts are as they were.
 * @par Thread class
 * One thread, when no other uses the result, or changes the roster.
 * @par Complexity
 * O(cells of the person's role level + levels held, of all skills); after skm_counts_clone once
 * O(levels of all skills).
 * @since 1.0
 * @ingroup counts
 */
SKM_API skm_status skm_counts_count_in(skm_counts *counts, const skm_roster *roster,
                                       uint32_t person,
                                       skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * How many elements each column has, but for skm_counts_first.
 *
 * @param[in] counts The result.
 * @return The number of levels of all skills; 0 if the result is NULL.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup counts
 */
SKM_API uint64_t skm_counts_count(const skm_counts *SKM_NULLABLE counts) SKM_NOEXCEPT;

/**
 * Where rank 1 of each skill is.
 *
 * @param[in] counts The result.
 * @return The column, of 4 bytes, one element more than skills; empty if there are no counts.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup counts
 */
SKM_API skm_column skm_counts_first(const skm_counts *SKM_NULLABLE counts) SKM_NOEXCEPT;

/**
 * People who hold the level or a higher one.
 *
 * @param[in] counts The result.
 * @return The column, of 4 bytes; empty if there are no counts.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup counts
 */
SKM_API skm_column skm_counts_holders(const skm_counts *SKM_NULLABLE counts) SKM_NOEXCEPT;

/**
 * People whose own role level requires just the level.
 *
 * @param[in] counts The result.
 * @return The column, of 4 bytes; empty if there are no counts.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup counts
 */
SKM_API skm_column skm_counts_required(const skm_counts *SKM_NULLABLE counts) SKM_NOEXCEPT;

/**
 * Of these, those who hold it or a higher one.
 *
 * @param[in] counts The result.
 * @return The column, of 4 bytes; empty if there are no counts.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup counts
 */
SKM_API skm_column skm_counts_required_met(const skm_counts *SKM_NULLABLE counts) SKM_NOEXCEPT;

/**
 * People whose own role level has just the level as optional.
 *
 * @param[in] counts The result.
 * @return The column, of 4 bytes; empty if there are no counts.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup counts
 */
SKM_API skm_column skm_counts_optional(const skm_counts *SKM_NULLABLE counts) SKM_NOEXCEPT;

/**
 * Of these, those who hold it or a higher one.
 *
 * @param[in] counts The result.
 * @return The column, of 4 bytes; empty if there are no counts.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup counts
 */
SKM_API skm_column skm_counts_optional_met(const skm_counts *SKM_NULLABLE counts) SKM_NOEXCEPT;

/**
 * The counts of a skill at a level.
 *
 * @param[in] counts The result.
 * @param[in] skill The number of the skill.
 * @param[in] rank On its scale, from 1.
 * @param[out] out_counts The counts.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such skill or rank;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup counts
 */
SKM_API skm_status skm_counts_get(const skm_counts *counts, uint32_t skill, uint32_t rank,
                                  skm_level_counts *out_counts) SKM_NOEXCEPT;

/**
 * Ends a result.
 *
 * @param[in] counts The result; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses it.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup counts
 */
SKM_API void skm_counts_destroy(skm_counts *SKM_NULLABLE SKM_OWNED counts) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
