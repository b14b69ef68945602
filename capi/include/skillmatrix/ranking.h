/*
 * Rankings: the best role levels of people, and the best people of role levels.
 */
#ifndef SKILLMATRIX_RANKING_H
#define SKILLMATRIX_RANKING_H

#include "skillmatrix/base.h"
#include "skillmatrix/batch.h"
#include "skillmatrix/error.h"
#include "skillmatrix/roster.h"

/** @defgroup ranking Rankings
 * The best of each row, by column. Of skm_ranking_rank_role_levels each row is a person, and its
 * items are role levels; of skm_ranking_rank_people each is a role level, and its items are people.
 * Row r has as many elements as its count says, from r * limit on, best first; what is between the
 * rows means nothing.
 *
 * A result is empty at first. A call that fails leaves it empty, or as it was. Any number of
 * threads may read one; who uses it again must be alone with it.
 * @{ */

/** The best of each row. */
typedef struct skm_ranking skm_ranking;

/** @} */

SKM_BEGIN_DECLS

/**
 * Makes an empty result, to be used again and again.
 *
 * @param[out] out_ranking The result, for skm_ranking_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup ranking
 */
SKM_API skm_status skm_ranking_create(skm_ranking **SKM_OWNED out_ranking,
                                      skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Makes a second handle of the same result, without a copy of its columns.
 *
 * Whichever of the two is used again gets columns of its own; those of the other stay as they
 * are.
 *
 * @param[in] ranking The result.
 * @param[out] out_ranking The other one, for skm_ranking_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup ranking
 */
SKM_API skm_status skm_ranking_clone(const skm_ranking *ranking,
                                     skm_ranking **SKM_OWNED out_ranking,
                                     skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Finds for each of some people the best role levels, of those that the scoring counts a cell
 * of.
 *
 * @param[in,out] ranking The result; what it had is gone.
 * @param[in] plan The plan.
 * @param[in] roster The people, built for the matrix of the plan or one with the same numbers.
 * @param[in] people The numbers of the people, one a row; NULL only for none.
 * @param[in] person_count How many.
 * @param[in] limit How many role levels for each, at most.
 * @param[in] options How; NULL for the defaults.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such person; SKM_ERR_OTHER_MATRIX;
 *         SKM_ERR_CANCELLED, or what the callback gave; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_UNSUPPORTED_OPTION, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * One thread, when no other uses the result, or changes the roster.
 * @par Complexity
 * For each person O(cells about the skills held + limit log limit).
 * @since 1.0
 * @ingroup ranking
 */
SKM_API skm_status
skm_ranking_rank_role_levels(skm_ranking *ranking, const skm_plan *plan, const skm_roster *roster,
                             const uint32_t *SKM_NULLABLE people, uint64_t person_count,
                             uint64_t limit, const skm_batch_options *SKM_NULLABLE options,
                             skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Finds for each of some role levels the best people; nobody if the scoring counts no cell of
 * it. Ties are decided by the bytes of ids.
 *
 * @param[in,out] ranking The result; what it had is gone.
 * @param[in] plan The plan.
 * @param[in] roster The people, built for the matrix of the plan or one with the same numbers.
 * @param[in] role_levels The numbers of the role levels, one a row; NULL only for none.
 * @param[in] role_level_count How many.
 * @param[in] limit How many people for each, at most.
 * @param[in] options How; NULL for the defaults.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such role level; SKM_ERR_OTHER_MATRIX;
 *         SKM_ERR_CANCELLED, or what the callback gave; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_UNSUPPORTED_OPTION, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * One thread, when no other uses the result, or changes the roster.
 * @par Complexity
 * For each role level as skm_scores_score_people, and O(limit log limit).
 * @since 1.0
 * @ingroup ranking
 */
SKM_API skm_status
skm_ranking_rank_people(skm_ranking *ranking, const skm_plan *plan, const skm_roster *roster,
                        const uint32_t *SKM_NULLABLE role_levels, uint64_t role_level_count,
                        uint64_t limit, const skm_batch_options *SKM_NULLABLE options,
                        skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Brings a ranking up to date after a person of the roster has changed: then it is as if it were
 * made anew.
 *
 * If people were added or removed, rank anew, also if there are as many as before.
 *
 * @param[in,out] ranking The result. It remembers the plan.
 * @param[in] roster The roster that the ranking was made of.
 * @param[in] person The number of the person who changed.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such person; SKM_ERR_INVALID_ARGUMENT if
 *         there is no ranking, or it was made of more or fewer people; SKM_ERR_OTHER_MATRIX,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY. Then the ranking is as it was.
 * @par Thread class
 * One thread, when no other uses the result, or changes the roster.
 * @par Complexity
 * Of skm_ranking_rank_role_levels, as there for each row of the person; of skm_ranking_rank_people
 * O(cells + limit) a row, and as there for a row that lost its last one. After skm_ranking_clone
 * once O(elements).
 * @since 1.0
 * @ingroup ranking
 */
SKM_API skm_status skm_ranking_rerank(skm_ranking *ranking, const skm_roster *roster,
                                      uint32_t person,
                                      skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * How many rows there are.
 *
 * @param[in] ranking The result.
 * @return The number; 0 if the result is NULL.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup ranking
 */
SKM_API uint64_t skm_ranking_row_count(const skm_ranking *SKM_NULLABLE ranking) SKM_NOEXCEPT;

/**
 * How many elements there is room for in a row.
 *
 * @param[in] ranking The result.
 * @return The limit that was asked for, but not more than there are items; 0 if the result is
 *         NULL.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup ranking
 */
SKM_API uint64_t skm_ranking_limit(const skm_ranking *SKM_NULLABLE ranking) SKM_NOEXCEPT;

/**
 * What each row is about: numbers of the people or the role levels that were asked for.
 *
 * @param[in] ranking The result.
 * @return The column, of 4 bytes; empty if there is no ranking.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup ranking
 */
SKM_API skm_column skm_ranking_rows(const skm_ranking *SKM_NULLABLE ranking) SKM_NOEXCEPT;

/**
 * How many elements each row has.
 *
 * @param[in] ranking The result.
 * @return The column, of 4 bytes, one element a row; empty if there are no rows.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup ranking
 */
SKM_API skm_column skm_ranking_counts(const skm_ranking *SKM_NULLABLE ranking) SKM_NOEXCEPT;

/**
 * Numbers of role levels or people.
 *
 * @param[in] ranking The result.
 * @return The column, of 4 bytes; empty if there are no rows.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup ranking
 */
SKM_API skm_column skm_ranking_items(const skm_ranking *SKM_NULLABLE ranking) SKM_NOEXCEPT;

/**
 * Units of the lower scores; the whole is the skm_plan_total of the role level.
 *
 * @param[in] ranking The result.
 * @return The column, of 2, 4 or 8 bytes; empty if there are no rows.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup ranking
 */
SKM_API skm_column skm_ranking_lower(const skm_ranking *SKM_NULLABLE ranking) SKM_NOEXCEPT;

/**
 * Units of the upper scores.
 *
 * @param[in] ranking The result.
 * @return The column, of 2, 4 or 8 bytes; empty if there are no rows.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup ranking
 */
SKM_API skm_column skm_ranking_upper(const skm_ranking *SKM_NULLABLE ranking) SKM_NOEXCEPT;

/**
 * Numbers of cells in state gap, scored or not.
 *
 * @param[in] ranking The result.
 * @return The column, of 2, 4 or 8 bytes; empty if there are no rows.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup ranking
 */
SKM_API skm_column skm_ranking_gaps(const skm_ranking *SKM_NULLABLE ranking) SKM_NOEXCEPT;

/**
 * Verdicts: SKM_VERDICT_READY, ...
 *
 * @param[in] ranking The result.
 * @return The column, of 1 byte; empty if there are no rows.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup ranking
 */
SKM_API skm_column skm_ranking_verdicts(const skm_ranking *SKM_NULLABLE ranking) SKM_NOEXCEPT;

/**
 * One element with its scores as fractions.
 *
 * @param[in] ranking The result.
 * @param[in] row From 0.
 * @param[in] position From 0, the best.
 * @param[out] out_score The element; its item is the role level or the person.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if the row does not have so many;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(log).
 * @since 1.0
 * @ingroup ranking
 */
SKM_API skm_status skm_ranking_get(const skm_ranking *ranking, uint64_t row, uint64_t position,
                                   skm_score *out_score) SKM_NOEXCEPT;

/**
 * Ends a result.
 *
 * @param[in] ranking The result; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses it.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup ranking
 */
SKM_API void skm_ranking_destroy(skm_ranking *SKM_NULLABLE SKM_OWNED ranking) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
