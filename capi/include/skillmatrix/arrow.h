/*
 * Arrow: results of batches as columns of the Arrow C Data Interface, without a copy.
 */
#ifndef SKILLMATRIX_ARROW_H
#define SKILLMATRIX_ARROW_H

#include "skillmatrix/base.h"
#include "skillmatrix/counts.h"
#include "skillmatrix/error.h"
#include "skillmatrix/ranking.h"
#include "skillmatrix/scores.h"

/* As https://arrow.apache.org/docs/format/CDataInterface.html has it, word for word: the structs
 * are those of Arrow, and need not come from here. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  /* Array type description */
  const char *format;
  const char *name;
  const char *metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema **children;
  struct ArrowSchema *dictionary;

  /* Release callback */
  void (*release)(struct ArrowSchema *);
  /* Opaque producer-specific data */
  void *private_data;
};

struct ArrowArray {
  /* Array data description */
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void **buffers;
  struct ArrowArray **children;
  struct ArrowArray *dictionary;

  /* Release callback */
  void (*release)(struct ArrowArray *);
  /* Opaque producer-specific data */
  void *private_data;
};

#endif

/** @defgroup arrow Arrow
 * Exports are struct arrays, which consumers take for record batches. They share the columns of the
 * result, and keep them: a result that is used again afterwards gets columns of its own, and may be
 * ended first. Whoever gets an export releases it, once, in any thread.
 * @{ */

/** @} */

SKM_BEGIN_DECLS

/**
 * Exports scores, one row a person.
 *
 * The columns lower, upper and gaps are uint16, uint32 or uint64; verdict is uint8. Nothing is
 * null: those without a role level have the verdict SKM_VERDICT_NONE.
 *
 * @param[in] scores The result.
 * @param[out] out_schema The types; untouched if the call fails.
 * @param[out] out_array The columns; untouched if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup arrow
 */
SKM_API skm_status skm_scores_export_arrow(
    const skm_scores *scores, struct ArrowSchema *out_schema, struct ArrowArray *out_array,
    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Exports a ranking, one row each.
 *
 * The column best is a fixed_size_list, of as many as skm_ranking_limit says, of structs: item
 * is uint32; lower, upper and gaps are uint16, uint32 or uint64; verdict is uint8. What a row
 * has less is null.
 *
 * @param[in] ranking The result.
 * @param[out] out_schema The types; untouched if the call fails.
 * @param[out] out_array The columns; untouched if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(rows) for the marks of what is missing; nothing else is copied.
 * @since 1.0
 * @ingroup arrow
 */
SKM_API skm_status skm_ranking_export_arrow(
    const skm_ranking *ranking, struct ArrowSchema *out_schema, struct ArrowArray *out_array,
    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Exports counts, one row a skill.
 *
 * The column levels is a list, from rank 1 on, of structs of uint32: holders, required,
 * required_met, optional and optional_met.
 *
 * @param[in] counts The result.
 * @param[out] out_schema The types; untouched if the call fails.
 * @param[out] out_array The columns; untouched if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup arrow
 */
SKM_API skm_status skm_counts_export_arrow(
    const skm_counts *counts, struct ArrowSchema *out_schema, struct ArrowArray *out_array,
    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
