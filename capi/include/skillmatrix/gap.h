/*
 * Gaps: a person against what a role level expects.
 */
#ifndef SKILLMATRIX_GAP_H
#define SKILLMATRIX_GAP_H

#include "skillmatrix/base.h"
#include "skillmatrix/batch.h"
#include "skillmatrix/buffer.h"
#include "skillmatrix/diagnostics.h"
#include "skillmatrix/error.h"
#include "skillmatrix/matrix.h"
#include "skillmatrix/profile.h"
#include "skillmatrix/reader.h"
#include "skillmatrix/roster.h"

/** @defgroup gap Gaps
 * A person against what a role level expects: cell by cell, with the score, and with what would
 * help. The same inputs give the same bytes on every machine.
 *
 * A result is empty at first, and is used again and again, with its memory. A call that fails
 * leaves it as it was; without memory, empty. Any number of threads may read one; who uses it again
 * must be alone with it.
 * @{ */

/** What a person lacks for a role level. */
typedef struct skm_gap skm_gap;

/** The state of a cell: held as expected; at no stated level: held at any level. */
#define SKM_CELL_MET 0
/** Held above. */
#define SKM_CELL_EXCEEDED 1
/** Assessed, and held below. */
#define SKM_CELL_GAP 2
/** No rating that counts. */
#define SKM_CELL_UNKNOWN 3
/** Only ratings that are past their date. */
#define SKM_CELL_EXPIRED 4

/** The threshold is reached with the raises given; with none if the score is there already. */
#define SKM_THRESHOLD_REACHED 0
/** It is not, even with every expectation met. */
#define SKM_THRESHOLD_UNREACHABLE 1
/** There are too many levels to raise: a finding says so. */
#define SKM_THRESHOLD_NOT_COMPUTED 2
/** There was none in the options. */
#define SKM_THRESHOLD_NONE 255

/** How to compare. What chooses ratings is for profiles; a roster has chosen them when it was
 * built, and then it only appears in the JSON. */
typedef struct skm_gap_options {
  size_t struct_size;            /**< The size of the struct. */
  skm_string_view scoring_model; /**< The name of the model; empty: "coverage.partial/1". */
  /** The day that the gap is an answer for: 20260131 is 31 January 2026. A rating counts up to and
   * including the day it expires; by default nothing expires. */
  uint32_t as_of;
  int32_t policy;          /**< SKM_RATING_POLICY_LATEST, ...: which rating of a skill counts. */
  uint32_t min_confidence; /**< Percent: ratings that state less are set aside. */
  skm_bool reserved;       /**< 0. */
  /** Also say which fewest raises bring the lower score to this. */
  int64_t threshold_numerator;
  int64_t threshold_denominator; /**< Positive; 0: there is no threshold. */
  /** Credits by shortfall 0, 1, 2, ..., the last one also for all greater: each 0 to 1, and none
   * above the one before. NULL for those of the model; some take no others. */
  const skm_fraction *credits;
  uint64_t credit_count; /**< How many there are. */
} skm_gap_options;

/** The defaults. */
#define SKM_GAP_OPTIONS_INIT \
  { sizeof(skm_gap_options), {0, 0}, 0, 0, 0, 0, 0, 0, 0, 0 }

/** How many cells are in which state. */
typedef struct skm_cell_counts {
  uint32_t met;      /**< In state SKM_CELL_MET. */
  uint32_t exceeded; /**< In state SKM_CELL_EXCEEDED. */
  uint32_t gap;      /**< In state SKM_CELL_GAP. */
  uint32_t unknown;  /**< In state SKM_CELL_UNKNOWN. */
  uint32_t expired;  /**< In state SKM_CELL_EXPIRED. */
} skm_cell_counts;

/** The score and the verdict, without the cells. Fractions are in lowest terms. */
typedef struct skm_gap_summary {
  int32_t verdict;           /**< SKM_VERDICT_READY, ... */
  skm_cell_counts counts;    /**< Over all cells, scored or not. */
  int64_t lower_numerator;   /**< The score if everything unknown is held at nothing. */
  int64_t lower_denominator; /**< Positive. */
  int64_t upper_numerator;   /**< The score if everything unknown is as expected. */
  int64_t upper_denominator; /**< Positive. */
} skm_gap_summary;

/** One cell of the role level. Units are parts of the lower score, out of skm_gap_total. */
typedef struct skm_gap_cell {
  uint32_t cell;     /**< The number of the cell in the matrix. */
  uint32_t skill;    /**< The number of the skill. */
  uint32_t expected; /**< The rank on its scale; 0: at no stated level. */
  uint32_t held;     /**< The rank; SKM_NONE if unknown or expired. */
  /** Levels missing: the expected rank (at no stated level: 1) less the held one (unknown and
   * expired: 0), never negative. */
  uint32_t shortfall;
  uint32_t weight;   /**< Of the cell, whether the scoring model looks at it or not. */
  int32_t state;     /**< SKM_CELL_MET, ... */
  skm_bool required; /**< 0: optional. */
  uint64_t earned;   /**< Units that the cell adds to the score; 0 if not scored. */
  uint64_t lost;     /**< Units of 1 - score that the cell lost; 0 if not scored. */
} skm_gap_cell;

/** A level raise that would help. */
typedef struct skm_raise {
  uint32_t skill;     /**< The number of the skill. */
  uint32_t from_rank; /**< The rank; SKM_NONE if unknown or expired: then counted from 0. */
  uint32_t to_rank;   /**< The rank. */
} skm_raise;

/** What it takes to reach the threshold of the options: the fewest single-level raises. Of several
 * such sets, one with the highest score; of these, the one that raises the first cells the most. */
typedef struct skm_gap_threshold {
  int32_t outcome;               /**< SKM_THRESHOLD_REACHED, ... */
  uint32_t levels;               /**< Number of single-level raises. */
  int64_t threshold_numerator;   /**< The threshold, in lowest terms. */
  int64_t threshold_denominator; /**< Positive. */
  /** The lower score after the raises, in lowest terms; if unreachable, the highest there is. */
  int64_t lower_numerator;
  int64_t lower_denominator; /**< Positive. */
} skm_gap_threshold;

/** @} */

SKM_BEGIN_DECLS

/**
 * Makes an empty result, to be used again and again.
 *
 * @param[out] out_gap The result, for skm_gap_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup gap
 */
SKM_API skm_status skm_gap_create(skm_gap **SKM_OWNED out_gap,
                                  skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Compares a person of a roster with a role level.
 *
 * Nothing is allocated where the memory of the result is enough, but for findings and a threshold.
 *
 * @param[in,out] gap The result; what it had is gone.
 * @param[in] matrix The matrix; may be ended afterwards.
 * @param[in] roster The people, built for this matrix or one with the same numbers; may be ended
 *        afterwards.
 * @param[in] person The number of the person.
 * @param[in] role_level Its number.
 * @param[in] options How; NULL for the defaults.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such person or role level;
 * SKM_ERR_UNKNOWN_NAME if there is no such scoring model; SKM_ERR_OTHER_MATRIX;
 * SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_UNSUPPORTED_OPTION,
 * SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * One thread, when no other uses the result, or changes the roster.
 * @par Complexity
 * O(ratings + cells), and for the threshold O(levels short squared).
 * @since 1.0
 * @ingroup gap
 */
SKM_API skm_status skm_gap_analyze(skm_gap *gap, const skm_matrix *matrix, const skm_roster *roster,
                                   uint32_t person, uint32_t role_level,
                                   const skm_gap_options *SKM_NULLABLE options,
                                   skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Compares what a profile says with a role level.
 *
 * Ratings that the matrix does not know the skill or the level of count for nothing, and are
 * findings of the result.
 *
 * @param[in,out] gap The result; what it had is gone.
 * @param[in] matrix The matrix; may be ended afterwards.
 * @param[in] profile The person; may be ended afterwards.
 * @param[in] role_level Its number.
 * @param[in] options How; NULL for the defaults.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such role level; SKM_ERR_UNKNOWN_NAME if
 *         there is no such scoring model; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_UNSUPPORTED_OPTION, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * One thread, when no other uses the result.
 * @par Complexity
 * O(ratings log skills + cells), and for the threshold O(levels short squared).
 * @since 1.0
 * @ingroup gap
 */
SKM_API skm_status
skm_gap_analyze_profile(skm_gap *gap, const skm_matrix *matrix, const skm_profile *profile,
                        uint32_t role_level, const skm_gap_options *SKM_NULLABLE options,
                        skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Compares what is known of somebody with a role level: of a person who is in no roster and has no
 * profile, or of one as they might be.
 *
 * Nothing is allocated where the memory of the result is enough, but for findings and a threshold.
 * In the JSON the id of the person is empty.
 *
 * @param[in,out] gap The result; what it had is gone.
 * @param[in] matrix The matrix; may be ended afterwards.
 * @param[in] count The number of holdings.
 * @param[in] holdings An array of so many, as for skm_roster_set_holdings; not needed afterwards.
 * @param[in] role_level Its number.
 * @param[in] options How; NULL for the defaults.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such role level, skill or rank;
 *         SKM_ERR_UNKNOWN_NAME if there is no such scoring model; SKM_ERR_INVALID_ARGUMENT, also if
 *         the skills do not rise; SKM_ERR_WRONG_HANDLE, SKM_ERR_UNSUPPORTED_OPTION,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * One thread, when no other uses the result.
 * @par Complexity
 * O(holdings + cells), and for the threshold O(levels short squared).
 * @since 1.0
 * @ingroup gap
 */
SKM_API skm_status
skm_gap_analyze_holdings(skm_gap *gap, const skm_matrix *matrix, uint32_t count,
                         const skm_holding *SKM_NULLABLE holdings, uint32_t role_level,
                         const skm_gap_options *SKM_NULLABLE options,
                         skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Compares a person of a roster with a role level, without the cells, and without allocation.
 *
 * @param[in] matrix The matrix.
 * @param[in] roster The people, built for this matrix or one with the same numbers.
 * @param[in] person The number of the person.
 * @param[in] role_level Its number.
 * @param[in] scoring_model The name of the model; empty: "coverage.partial/1".
 * @param[out] out_summary The summary of the gap.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such person or role level;
 * SKM_ERR_UNKNOWN_NAME if there is no such scoring model; SKM_ERR_OTHER_MATRIX;
 * SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY. Then nothing is written.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(ratings + cells).
 * @since 1.0
 * @ingroup gap
 */
SKM_API skm_status skm_gap_summarize(const skm_matrix *matrix, const skm_roster *roster,
                                     uint32_t person, uint32_t role_level,
                                     skm_string_view scoring_model, skm_gap_summary *out_summary,
                                     skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * The same with credits of the host, in place of those of the model.
 *
 * @param[in] matrix The matrix.
 * @param[in] roster The people, built for this matrix or one with the same numbers.
 * @param[in] person The number of the person.
 * @param[in] role_level Its number.
 * @param[in] scoring_model The name of a model that takes credits, such as "gap.stepped/1".
 * @param[in] count The number of credits; 0: those of the model.
 * @param[in] credits An array of so many, as for skm_plan_build_credits.
 * @param[out] out_summary The summary of the gap.
 * @out_error
 * @return As skm_gap_summarize; also SKM_ERR_UNSUPPORTED_OPTION if the credits cannot be: the
 *         diagnostics of the error say which.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(ratings + cells + credits).
 * @since 1.0
 * @ingroup gap
 */
SKM_API skm_status skm_gap_summarize_credits(
    const skm_matrix *matrix, const skm_roster *roster, uint32_t person, uint32_t role_level,
    skm_string_view scoring_model, uint64_t count, const skm_fraction *SKM_NULLABLE credits,
    skm_gap_summary *out_summary, skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Which role level the person was compared with.
 *
 * @param[in] gap The gap.
 * @return Its number; SKM_NONE if the gap is empty or NULL.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup gap
 */
SKM_API uint32_t skm_gap_role_level(const skm_gap *SKM_NULLABLE gap) SKM_NOEXCEPT;

/**
 * The score and the verdict.
 *
 * @param[in] gap The gap.
 * @param[out] out_summary The summary.
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, also if the gap is empty; SKM_ERR_WRONG_HANDLE. Then
 *         nothing is written.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup gap
 */
SKM_API skm_status skm_gap_get_summary(const skm_gap *gap,
                                       skm_gap_summary *out_summary) SKM_NOEXCEPT;

/**
 * How many of the required cells are in which state.
 *
 * @param[in] gap The gap.
 * @param[out] out_counts The counts over the required cells alone.
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, also if the gap is empty; SKM_ERR_WRONG_HANDLE. Then
 *         nothing is written.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup gap
 */
SKM_API skm_status skm_gap_get_required(const skm_gap *gap,
                                        skm_cell_counts *out_counts) SKM_NOEXCEPT;

/**
 * The units of the whole score.
 *
 * Units earned over all cells are exactly the lower score of it, unless no cell is scored, and
 * units lost 1 less that. Where the smallest credit is the score, the first of the weakest cells
 * has all of both.
 *
 * @param[in] gap The gap.
 * @return The units; 0 if the gap is empty or NULL.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup gap
 */
SKM_API uint64_t skm_gap_total(const skm_gap *SKM_NULLABLE gap) SKM_NOEXCEPT;

/**
 * How many cells the role level has.
 *
 * @param[in] gap The gap.
 * @return The number; 0 if the gap is empty or NULL.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup gap
 */
SKM_API uint32_t skm_gap_cell_count(const skm_gap *SKM_NULLABLE gap) SKM_NOEXCEPT;

/**
 * A cell.
 *
 * @param[in] gap The gap.
 * @param[in] index Its place, from 0: cells are ordered by the number of the skill.
 * @param[out] out_cell The cell.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such cell; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup gap
 */
SKM_API skm_status skm_gap_get_cell(const skm_gap *gap, uint32_t index,
                                    skm_gap_cell *out_cell) SKM_NOEXCEPT;

/**
 * All cells, by the number of the skill.
 *
 * @param[in] gap The gap.
 * @param[in] capacity How many there is room for.
 * @param[out] out_cells An array of so many; the first ones are filled in, as far as there is room.
 * @param[out] out_count How many there are; 0 if the gap is empty.
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(cells given).
 * @since 1.0
 * @ingroup gap
 */
SKM_API skm_status skm_gap_cells(const skm_gap *gap, uint32_t capacity,
                                 skm_gap_cell *SKM_NULLABLE out_cells,
                                 uint32_t *out_count) SKM_NOEXCEPT;

/**
 * The skills of required cells that are unknown or expired: assessing them decides the verdict.
 *
 * @param[in] gap The gap.
 * @param[in] capacity How many there is room for.
 * @param[out] out_skills An array of so many; the first ones are filled in, as far as there is
 * room.
 * @param[out] out_count How many there are; 0 if the gap is empty.
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(skills given).
 * @since 1.0
 * @ingroup gap
 */
SKM_API skm_status skm_gap_assess(const skm_gap *gap, uint32_t capacity,
                                  uint32_t *SKM_NULLABLE out_skills,
                                  uint32_t *out_count) SKM_NOEXCEPT;

/**
 * The least set of raises that makes the verdict SKM_VERDICT_READY.
 *
 * Every required cell that is a gap, unknown or expired, to the rank it expects; by the number of
 * the skill.
 *
 * @param[in] gap The gap.
 * @param[in] capacity How many there is room for.
 * @param[out] out_raises An array of so many; the first ones are filled in, as far as there is
 * room.
 * @param[out] out_count How many there are; 0 if the gap is empty.
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(raises given).
 * @since 1.0
 * @ingroup gap
 */
SKM_API skm_status skm_gap_raises(const skm_gap *gap, uint32_t capacity,
                                  skm_raise *SKM_NULLABLE out_raises,
                                  uint32_t *out_count) SKM_NOEXCEPT;

/**
 * What it takes to reach the threshold.
 *
 * @param[in] gap The gap.
 * @param[out] out_threshold The threshold; its outcome is SKM_THRESHOLD_NONE if there was none in
 * the options, and then all the rest is 0.
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, also if the gap is empty; SKM_ERR_WRONG_HANDLE. Then
 *         nothing is written.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup gap
 */
SKM_API skm_status skm_gap_get_threshold(const skm_gap *gap,
                                         skm_gap_threshold *out_threshold) SKM_NOEXCEPT;

/**
 * The raises that reach the threshold, by the number of the skill.
 *
 * @param[in] gap The gap.
 * @param[in] capacity How many there is room for.
 * @param[out] out_raises An array of so many; the first ones are filled in, as far as there is
 * room.
 * @param[out] out_count How many there are; 0 if the gap is empty.
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(raises given).
 * @since 1.0
 * @ingroup gap
 */
SKM_API skm_status skm_gap_threshold_raises(const skm_gap *gap, uint32_t capacity,
                                            skm_raise *SKM_NULLABLE out_raises,
                                            uint32_t *out_count) SKM_NOEXCEPT;

/**
 * Findings: ratings that do not resolve, nothing expected, a threshold that was not computed.
 *
 * @param[in] gap The gap.
 * @return The list, which belongs to the gap and is good until it is used again; NULL if that is
 * NULL.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup gap
 */
SKM_API const skm_diagnostics *SKM_BORROWED skm_gap_diagnostics(const skm_gap *SKM_NULLABLE gap)
    SKM_NOEXCEPT;

/**
 * All of it as JSON, with texts in the language of a reader, whose order the lists are in.
 *
 * Of a person of a roster there is no name.
 *
 * @param[in] gap The gap.
 * @param[in] reader The reader, of the same matrix.
 * @param[out] out_json The JSON, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_OTHER_MATRIX if the reader is of another matrix;
 * SKM_ERR_INVALID_ARGUMENT, also if the gap is empty; SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(n log n) in the cells.
 * @since 1.0
 * @ingroup gap
 */
SKM_API skm_status skm_gap_to_json(const skm_gap *gap, const skm_reader *reader,
                                   skm_buffer **SKM_OWNED out_json,
                                   skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Ends a gap.
 *
 * @param[in] gap The gap; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses it.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup gap
 */
SKM_API void skm_gap_destroy(skm_gap *SKM_NULLABLE SKM_OWNED gap) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
