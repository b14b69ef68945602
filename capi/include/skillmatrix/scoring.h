/*
 * Scoring: how cells become a score.
 */
#ifndef SKILLMATRIX_SCORING_H
#define SKILLMATRIX_SCORING_H

#include "skillmatrix/base.h"

/** @defgroup scoring Scoring
 * The named models of scoring. The names never change their meaning. All arithmetic is on whole
 * numbers: scores are fractions.
 * @{ */

/** A model of scoring. */
typedef struct skm_scoring_model {
  size_t struct_size;        /**< Set it to the size of the struct before asking. */
  skm_string_view name;      /**< "coverage.partial/1". */
  skm_string_view formula;   /**< For readers. */
  skm_string_view reference; /**< Where it comes from, and what it is known for. */
  skm_bool is_monotone;      /**< Raising a rating never lowers the lower score. */
  skm_bool is_compensatory;  /**< Strength in one cell can make up for weakness in another. */
  skm_bool is_gate;          /**< One cell with no credit makes the score 0. */
  skm_bool is_weighted;      /**< Whether the weights of cells count. */
  skm_bool counts_optional;  /**< Whether optional cells count, too. */
  skm_bool takes_credits;    /**< Whether credits may be given in place of its own. */
} skm_scoring_model;

/** A model to be filled in. */
#define SKM_SCORING_MODEL_INIT \
  { sizeof(skm_scoring_model), {0, 0}, {0, 0}, {0, 0}, 0, 0, 0, 0, 0, 0 }

/** @} */

SKM_BEGIN_DECLS

/**
 * How many models there are.
 *
 * @return The number.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup scoring
 */
SKM_API uint32_t skm_scoring_model_count(void) SKM_NOEXCEPT;

/**
 * One of the models, by name.
 *
 * @param[in] index From 0.
 * @param[in,out] model Start it as SKM_SCORING_MODEL_INIT. It is filled in; its texts live forever.
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_OUT_OF_RANGE, SKM_ERR_UNSUPPORTED_OPTION if its
 *         size cannot be. Then it is as it was.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup scoring
 */
SKM_API skm_status skm_scoring_get_model(uint32_t index, skm_scoring_model *model) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
