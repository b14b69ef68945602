/*
 * Batches: many people at once.
 */
#ifndef SKILLMATRIX_BATCH_H
#define SKILLMATRIX_BATCH_H

#include "skillmatrix/base.h"
#include "skillmatrix/error.h"
#include "skillmatrix/matrix.h"

/** @defgroup batch Batches
 * Many people at once. A plan is a matrix and a scoring model, compiled for that; scores, rankings
 * and counts are results, which can be used again and again, and then their memory is, too.
 *
 * Scores are whole numbers of units: the score is units / skm_plan_total, exactly. The same inputs
 * give the same bytes on every machine, with any number of threads.
 * @{ */

/** A plan. Immutable: any number of threads may use one. */
typedef struct skm_plan skm_plan;

/** Every required cell is met or exceeded. */
#define SKM_VERDICT_READY 0
/** No required cell is a gap, but some are unknown or expired. */
#define SKM_VERDICT_UNDETERMINED 1
/** Some required cell is a gap. */
#define SKM_VERDICT_NOT_READY 2
/** The person has no role level of their own. */
#define SKM_VERDICT_NONE 255

/** A column of whole numbers of a result: size numbers of width bytes each, one after the other, in
 * the byte order of the machine. Good until the result is used again or ends. */
typedef struct skm_column {
  const void *data; /**< The first number: a uint8_t, uint16_t, uint32_t or uint64_t. */
  uint64_t size;    /**< How many there are. */
  uint64_t width;   /**< Bytes of each: 1, 2, 4 or 8. */
} skm_column;

/** One element of a result. Fractions are in lowest terms. */
typedef struct skm_score {
  uint32_t item;             /**< The person or the role level. */
  int32_t verdict;           /**< SKM_VERDICT_READY, ... */
  uint64_t gaps;             /**< Cells in state gap, scored or not. */
  int64_t lower_numerator;   /**< The score if everything unknown is held at nothing. */
  int64_t lower_denominator; /**< Positive. */
  int64_t upper_numerator;   /**< The score if everything unknown is as expected. */
  int64_t upper_denominator; /**< Positive. */
} skm_score;

/**
 * Tells how far a batch is; never called by two threads at once, but by any that does the work. May
 * not throw, nor use the result or change the roster of the batch.
 *
 * The arguments are the user_data of the options, how many tasks are done, rising by 1, and of how
 * many. What it gives is SKM_OK to go on. With anything else the work stops, and the call gives
 * just that; SKM_ERR_CANCELLED and SKM_ERR_CALLBACK are meant for it.
 */
typedef skm_status (*skm_progress)(void *user_data, uint64_t done, uint64_t total);

/**
 * Does one task of a batch, for an executor: once for each, in any order and in any threads.
 *
 * The arguments are the task_data of the executor, and the number of the task.
 */
typedef void (*skm_task)(void *task_data, uint64_t task);

/**
 * Runs the tasks of a batch in threads of the host, a pool of it, say. Called by the thread of the
 * caller, it calls `run` with the task_data and each number below that of the tasks, and returns
 * when all of them have returned.
 *
 * The arguments are the executor_data of the options, how many tasks there are, `run` and its
 * task_data. What it gives is SKM_OK. With anything else, after those tasks have returned that it
 * did run, the call gives just that. A batch of which tasks were left out is SKM_ERR_CANCELLED.
 */
typedef skm_status (*skm_executor)(void *executor_data, uint64_t tasks, skm_task run,
                                   void *task_data);

/** How to run a batch. */
typedef struct skm_batch_options {
  size_t struct_size;    /**< The size of the struct. */
  uint64_t threads;      /**< At most, with the caller's; by default 1, and none is started. */
  skm_progress progress; /**< Or NULL. */
  void *user_data;       /**< For the callback. */
  skm_executor executor; /**< Runs the tasks instead of `threads`; or NULL. */
  void *executor_data;   /**< For the executor. */
} skm_batch_options;

/** The defaults. */
#define SKM_BATCH_OPTIONS_INIT \
  { sizeof(skm_batch_options), 0, 0, 0, 0, 0 }

/** @} */

SKM_BEGIN_DECLS

/**
 * Compiles a matrix and a scoring model for batches: once for many questions.
 *
 * @param[in] matrix The matrix; may be ended afterwards.
 * @param[in] scoring_model The name of the model; empty: "coverage.partial/1".
 * @param[out] out_plan The plan, for skm_plan_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_UNKNOWN_NAME if there is no such model, and then the diagnostics of
 *         the error have a suggestion; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(cells of the matrix).
 * @since 1.0
 * @ingroup batch
 */
SKM_API skm_status skm_plan_build(const skm_matrix *matrix, skm_string_view scoring_model,
                                  skm_plan **SKM_OWNED out_plan,
                                  skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * The same with credits of the host, in place of those of the model.
 *
 * @param[in] matrix The matrix; may be ended afterwards.
 * @param[in] scoring_model The name of a model that takes credits, such as "gap.stepped/1".
 * @param[in] count The number of credits; 0: those of the model.
 * @param[in] credits An array of so many, by shortfall 0, 1, 2, ..., the last one also for all
 *        greater: each 0 to 1, and none above the one before.
 * @param[out] out_plan The plan, for skm_plan_destroy; NULL if the call fails.
 * @out_error
 * @return As skm_plan_build; also SKM_ERR_UNSUPPORTED_OPTION if the credits cannot be: the
 *         diagnostics of the error say which.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(cells of the matrix).
 * @since 1.0
 * @ingroup batch
 */
SKM_API skm_status
skm_plan_build_credits(const skm_matrix *matrix, skm_string_view scoring_model, uint64_t count,
                       const skm_fraction *SKM_NULLABLE credits, skm_plan **SKM_OWNED out_plan,
                       skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Makes a second handle of the same plan, without a copy: for a second owner, who ends it without
 * asking the first.
 *
 * @param[in] plan The plan.
 * @param[out] out_plan The other one, for skm_plan_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup batch
 */
SKM_API skm_status skm_plan_clone(const skm_plan *plan, skm_plan **SKM_OWNED out_plan,
                                  skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * The units of the whole score at a role level.
 *
 * @param[in] plan The plan.
 * @param[in] role_level Its number.
 * @return The units; 1 if the scoring counts no cell there, and then everybody has it; 0 if
 *         there is no such role level.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup batch
 */
SKM_API uint64_t skm_plan_total(const skm_plan *SKM_NULLABLE plan,
                                uint32_t role_level) SKM_NOEXCEPT;

/**
 * Ends a plan. What was made with it stays.
 *
 * @param[in] plan The plan; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses it.
 * @par Complexity
 * O(size).
 * @since 1.0
 * @ingroup batch
 */
SKM_API void skm_plan_destroy(skm_plan *SKM_NULLABLE SKM_OWNED plan) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
