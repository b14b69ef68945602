/*
 * Scores: everybody compared with a role level.
 */
#ifndef SKILLMATRIX_SCORES_H
#define SKILLMATRIX_SCORES_H

#include "skillmatrix/base.h"
#include "skillmatrix/batch.h"
#include "skillmatrix/error.h"
#include "skillmatrix/roster.h"

/** @defgroup scores Scores
 * The scores of all people of a roster, by column: element p is person p. Those without a role
 * level, where each is compared with their own, have 0 in every column and SKM_VERDICT_NONE.
 *
 * A result is empty at first. A call that fails leaves it empty, or as it was. Any number of
 * threads may read one; who uses it again must be alone with it.
 * @{ */

/** Scores of people. */
typedef struct skm_scores skm_scores;

/** @} */

SKM_BEGIN_DECLS

/**
 * Makes an empty result, to be used again and again.
 *
 * @param[out] out_scores The result, for skm_scores_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup scores
 */
SKM_API skm_status skm_scores_create(skm_scores **SKM_OWNED out_scores,
                                     skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Makes a second handle of the same result, without a copy of its columns.
 *
 * Whichever of the two is used again gets columns of its own; those of the other stay as they
 * are.
 *
 * @param[in] scores The result.
 * @param[out] out_scores The other one, for skm_scores_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup scores
 */
SKM_API skm_status skm_scores_clone(const skm_scores *scores, skm_scores **SKM_OWNED out_scores,
                                    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Compares everybody with one role level.
 *
 * @param[in,out] scores The result; what it had is gone.
 * @param[in] plan The plan.
 * @param[in] roster The people, built for the matrix of the plan or one with the same numbers.
 * @param[in] role_level Its number.
 * @param[in] options How; NULL for the defaults.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such role level; SKM_ERR_OTHER_MATRIX;
 *         SKM_ERR_CANCELLED, or what the callback gave; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_UNSUPPORTED_OPTION, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * One thread, when no other uses the result, or changes the roster.
 * @par Complexity
 * With an index of the roster O(people + holders of each skill), without one O(ratings).
 * @since 1.0
 * @ingroup scores
 */
SKM_API skm_status
skm_scores_score_people(skm_scores *scores, const skm_plan *plan, const skm_roster *roster,
                        uint32_t role_level, const skm_batch_options *SKM_NULLABLE options,
                        skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Compares each person with their own role level.
 *
 * @param[in,out] scores The result; what it had is gone.
 * @param[in] plan The plan.
 * @param[in] roster The people, built for the matrix of the plan or one with the same numbers.
 * @param[in] options How; NULL for the defaults.
 * @out_error
 * @return SKM_OK; SKM_ERR_OTHER_MATRIX; SKM_ERR_CANCELLED, or what the callback gave;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_UNSUPPORTED_OPTION,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * One thread, when no other uses the result, or changes the roster.
 * @par Complexity
 * O(ratings + cells of each person's role level).
 * @since 1.0
 * @ingroup scores
 */
SKM_API skm_status
skm_scores_score_own_role_levels(skm_scores *scores, const skm_plan *plan, const skm_roster *roster,
                                 const skm_batch_options *SKM_NULLABLE options,
                                 skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Brings up to date what the scores say of a person, after the roster has changed.
 *
 * After skm_roster_add and the like call it for the person who was added, and after
 * skm_roster_remove for the number that was free: each time, since the scores follow one person at
 * a time. Then there are as many elements as people again.
 *
 * @param[in,out] scores The result. It remembers the plan.
 * @param[in] roster The roster that the scores were made of.
 * @param[in] person The number of the person: of one who changed or was added, or the number that
 *        was free after somebody was removed.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such person, and was none;
 *         SKM_ERR_INVALID_ARGUMENT if there are no scores; SKM_ERR_OTHER_MATRIX,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY. Then the scores are as they were.
 * @par Thread class
 * One thread, when no other uses the result, or changes the roster.
 * @par Complexity
 * O(cells + ratings of the person), amortised; after skm_scores_clone once O(people).
 * @since 1.0
 * @ingroup scores
 */
SKM_API skm_status skm_scores_rescore(skm_scores *scores, const skm_roster *roster, uint32_t person,
                                      skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Of how many people there are scores.
 *
 * @param[in] scores The result.
 * @return The number; 0 if the result is NULL.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup scores
 */
SKM_API uint32_t skm_scores_count(const skm_scores *SKM_NULLABLE scores) SKM_NOEXCEPT;

/**
 * Which role level everybody was compared with.
 *
 * @param[in] scores The result.
 * @return Its number; SKM_NONE if each with their own, and if there are no scores.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup scores
 */
SKM_API uint32_t skm_scores_role_level(const skm_scores *SKM_NULLABLE scores) SKM_NOEXCEPT;

/**
 * Units of the lower scores.
 *
 * @param[in] scores The result.
 * @return The column, of 2, 4 or 8 bytes; empty if there are no scores.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup scores
 */
SKM_API skm_column skm_scores_lower(const skm_scores *SKM_NULLABLE scores) SKM_NOEXCEPT;

/**
 * Units of the upper scores.
 *
 * @param[in] scores The result.
 * @return The column, of 2, 4 or 8 bytes; empty if there are no scores.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup scores
 */
SKM_API skm_column skm_scores_upper(const skm_scores *SKM_NULLABLE scores) SKM_NOEXCEPT;

/**
 * Numbers of cells in state gap, scored or not.
 *
 * @param[in] scores The result.
 * @return The column, of 2, 4 or 8 bytes; empty if there are no scores.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup scores
 */
SKM_API skm_column skm_scores_gaps(const skm_scores *SKM_NULLABLE scores) SKM_NOEXCEPT;

/**
 * Verdicts: SKM_VERDICT_READY, ...
 *
 * @param[in] scores The result.
 * @return The column, of 1 byte; empty if there are no scores.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup scores
 */
SKM_API skm_column skm_scores_verdicts(const skm_scores *SKM_NULLABLE scores) SKM_NOEXCEPT;

/**
 * The scores of one person as fractions.
 *
 * @param[in] scores The result.
 * @param[in] roster The roster that the scores were made of.
 * @param[in] person The number of the person.
 * @param[out] out_score The score; its item is the role level that the person was compared with.
 *        Without one the item is SKM_NONE, the verdict SKM_VERDICT_NONE, and the scores are 0.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such person; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_OTHER_MATRIX. Then nothing is written.
 * @par Thread class
 * Any number of threads, while none uses the result again, or changes the roster.
 * @par Complexity
 * O(log).
 * @since 1.0
 * @ingroup scores
 */
SKM_API skm_status skm_scores_get(const skm_scores *scores, const skm_roster *roster,
                                  uint32_t person, skm_score *out_score) SKM_NOEXCEPT;

/**
 * Ends a result.
 *
 * @param[in] scores The result; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses it.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup scores
 */
SKM_API void skm_scores_destroy(skm_scores *SKM_NULLABLE SKM_OWNED scores) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
