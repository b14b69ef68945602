/*
 * Matches: role levels for a person, and people for a role level.
 */
#ifndef SKILLMATRIX_MATCH_H
#define SKILLMATRIX_MATCH_H

#include "skillmatrix/base.h"
#include "skillmatrix/buffer.h"
#include "skillmatrix/diagnostics.h"
#include "skillmatrix/error.h"
#include "skillmatrix/gap.h"
#include "skillmatrix/matrix.h"
#include "skillmatrix/profile.h"
#include "skillmatrix/reader.h"

/** @defgroup match Matches
 * Role levels for a person, or people for a role level, from their profiles. (The many people of a
 * roster are ranked by skm_ranking_rank_people.) Matches are ordered by verdict: ready,
 * undetermined, not ready; then the higher lower score, then fewer cells in state SKM_CELL_GAP,
 * then id: role id and rank, or profile id and then position.
 *
 * Immutable: any number of threads may use one.
 * @{ */

/** Matches, the best first. */
typedef struct skm_matches skm_matches;

/** How to match. */
typedef struct skm_match_options {
  size_t struct_size;            /**< The size of the struct. */
  skm_string_view scoring_model; /**< The name of the model; empty: "coverage.partial/1". */
  /** The day that the matches are an answer for: 20260131 is 31 January 2026. A rating counts up to
   * and including the day it expires; by default nothing expires. */
  uint32_t as_of;
  int32_t policy;          /**< SKM_RATING_POLICY_LATEST, ...: which rating of a skill counts. */
  uint32_t min_confidence; /**< Percent: ratings that state less are set aside. */
  skm_bool reserved;       /**< 0. */
  uint64_t limit;          /**< Give the best so many; by default all. */
  /** Credits by shortfall 0, 1, 2, ..., the last one also for all greater: each 0 to 1, and none
   * above the one before. NULL for those of the model; some take no others. */
  const skm_fraction *credits;
  uint64_t credit_count; /**< How many there are. */
} skm_match_options;

/** The defaults. */
#define SKM_MATCH_OPTIONS_INIT \
  { sizeof(skm_match_options), {0, 0}, 0, 0, 0, 0, 0, 0, 0 }

/** One match. */
typedef struct skm_match {
  uint32_t item;           /**< The number of the role level; or the position of the person. */
  uint32_t unused;         /**< 0. */
  skm_gap_summary summary; /**< The score and the verdict. */
} skm_match;

/** @} */

SKM_BEGIN_DECLS

/**
 * Ranks every role level for a person.
 *
 * @param[in] matrix The matrix; may be ended afterwards.
 * @param[in] profile The person; may be ended afterwards.
 * @param[in] options How; NULL for the defaults.
 * @param[out] out_matches The matches, for skm_matches_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_UNKNOWN_NAME if there is no such scoring model; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_UNSUPPORTED_OPTION, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(ratings log skills + cells + n log limit) for n role levels.
 * @since 1.0
 * @ingroup match
 */
SKM_API skm_status skm_matches_of_role_levels(
    const skm_matrix *matrix, const skm_profile *profile,
    const skm_match_options *SKM_NULLABLE options, skm_matches **SKM_OWNED out_matches,
    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Ranks people for a role level.
 *
 * There are no matches if the scoring counts no cell of it: a finding says so.
 *
 * @param[in] matrix The matrix; may be ended afterwards.
 * @param[in] people The people; may be ended afterwards.
 * @param[in] role_level Its number.
 * @param[in] options How; NULL for the defaults.
 * @param[out] out_matches The matches, for skm_matches_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such role level; SKM_ERR_UNKNOWN_NAME if
 * there is no such scoring model; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE,
 *         SKM_ERR_UNSUPPORTED_OPTION, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(ratings log skills + n cells + n log limit) for n people.
 * @since 1.0
 * @ingroup match
 */
SKM_API skm_status skm_matches_of_people(const skm_matrix *matrix, const skm_profiles *people,
                                         uint32_t role_level,
                                         const skm_match_options *SKM_NULLABLE options,
                                         skm_matches **SKM_OWNED out_matches,
                                         skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Which role level people were matched with.
 *
 * @param[in] matches The matches.
 * @return Its number; SKM_NONE if role levels were matched, or the matches are NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup match
 */
SKM_API uint32_t skm_matches_role_level(const skm_matches *SKM_NULLABLE matches) SKM_NOEXCEPT;

/**
 * How many matches there are.
 *
 * @param[in] matches The matches.
 * @return The number; 0 if the matches are NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup match
 */
SKM_API uint32_t skm_matches_count(const skm_matches *SKM_NULLABLE matches) SKM_NOEXCEPT;

/**
 * A match.
 *
 * @param[in] matches The matches.
 * @param[in] index Its place, from 0, which is the best.
 * @param[out] out_match The match.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such match; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup match
 */
SKM_API skm_status skm_matches_get(const skm_matches *matches, uint32_t index,
                                   skm_match *out_match) SKM_NOEXCEPT;

/**
 * All matches, the best first.
 *
 * @param[in] matches The matches.
 * @param[in] capacity How many there is room for.
 * @param[out] out_rows An array of so many; the first ones are filled in, as far as there is room.
 * @param[out] out_count How many there are.
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(those given).
 * @since 1.0
 * @ingroup match
 */
SKM_API skm_status skm_matches_rows(const skm_matches *matches, uint32_t capacity,
                                    skm_match *SKM_NULLABLE out_rows,
                                    uint32_t *out_count) SKM_NOEXCEPT;

/**
 * Role levels without a cell that the scoring counts, in order.
 *
 * Everybody would have all of the score, which says nothing. A model of required cells counts none
 * where all are optional. None if people were matched.
 *
 * @param[in] matches The matches.
 * @param[in] capacity How many there is room for.
 * @param[out] out_role_levels An array of so many; the first ones are filled in, as far as there is
 * room.
 * @param[out] out_count How many there are.
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(those given).
 * @since 1.0
 * @ingroup match
 */
SKM_API skm_status skm_matches_nothing_expected(const skm_matches *matches, uint32_t capacity,
                                                uint32_t *SKM_NULLABLE out_role_levels,
                                                uint32_t *out_count) SKM_NOEXCEPT;

/**
 * Findings: ratings that do not resolve, or that nothing is expected.
 *
 * In a list of people the pointers begin with /N, the position of the person.
 *
 * @param[in] matches The matches.
 * @return The list, which belongs to the matches; NULL if they are NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup match
 */
SKM_API const skm_diagnostics *SKM_BORROWED
skm_matches_diagnostics(const skm_matches *SKM_NULLABLE matches) SKM_NOEXCEPT;

/**
 * All of it as JSON, with texts in the language of a reader.
 *
 * @param[in] matches The matches.
 * @param[in] reader The reader, of the same matrix.
 * @param[out] out_json The JSON, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_OTHER_MATRIX if the reader is of another matrix;
 * SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(matches).
 * @since 1.0
 * @ingroup match
 */
SKM_API skm_status skm_matches_to_json(const skm_matches *matches, const skm_reader *reader,
                                       skm_buffer **SKM_OWNED out_json,
                                       skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Ends matches.
 *
 * @param[in] matches The matches; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses them.
 * @par Complexity
 * O(size).
 * @since 1.0
 * @ingroup match
 */
SKM_API void skm_matches_destroy(skm_matches *SKM_NULLABLE SKM_OWNED matches) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
