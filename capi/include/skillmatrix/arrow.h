/*
 * Arrow: results of batches as columns of the Arrow C Data Interface, without a copy, and rosters
 * of such columns.
 */
#ifndef SKILLMATRIX_ARROW_H
#define SKILLMATRIX_ARROW_H

#include "skillmatrix/base.h"
#include "skillmatrix/counts.h"
#include "skillmatrix/error.h"
#include "skillmatrix/matrix.h"
#include "skillmatrix/ranking.h"
#include "skillmatrix/roster.h"
#include "skillmatrix/scores.h"

/* As https://arrow.apache.org/docs/format/CDataInterface.html and CStreamInterface.html have them,
 * word for word: the structs are those of Arrow, and need not come from here. */
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

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
  /* Callbacks providing stream functionality */
  int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
  int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
  const char *(*get_last_error)(struct ArrowArrayStream *);

  /* Release callback */
  void (*release)(struct ArrowArrayStream *);

  /* Opaque producer-specific data */
  void *private_data;
};

#endif

/** @defgroup arrow Arrow
 * Exports are struct arrays, which consumers take for record batches. They share the columns of the
 * result, and keep them: a result that is used again afterwards gets columns of its own, and may be
 * ended first. Only `total` is made for the export: the units of the whole, which skm_plan_total
 * gives, of each score; the score is lower / total, or upper / total. Whoever gets an export
 * releases it, once, in any thread.
 *
 * What goes in is taken over, whatever becomes of the call: it is moved from where it is, where its
 * `release` is NULL afterwards, and is released by the library.
 *
 * Imports take tables, as streams of record batches; skm_arrow_stream makes one of a single batch.
 * Columns are found by their names, which are those of docs/csv.md; numbers of things have names of
 * their own, since whole numbers are often ids elsewhere. Texts are utf8, large_utf8,
 * utf8_view (formats u, U, vu) or a dictionary of these, each text of which is looked up once;
 * whole numbers are those of 8 to 64 bits (c, C, s, S, i, I, l, L). Any column may be null (n).
 * Whole numbers that have the width of the library already, without nulls and in a single batch,
 * are not copied; neither are texts.
 * @{ */

/** @} */

SKM_BEGIN_DECLS

/**
 * Makes a stream of one record batch.
 *
 * @param[in] schema The types; taken over.
 * @param[in] array The columns; taken over.
 * @param[out] out_stream The stream, to be released by the caller; untouched if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, also if one is released already or the schema lacks
 *         children; SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads. The stream is for one at a time.
 * @par Complexity
 * O(1); asking the stream for its schema, O(columns).
 * @since 1.0
 * @ingroup arrow
 */
SKM_API skm_status skm_arrow_stream(struct ArrowSchema *schema, struct ArrowArray *array,
                                    struct ArrowArrayStream *out_stream,
                                    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Builds a roster from a table of ratings and perhaps one of people, as skm_roster_build_columns
 * does from columns, which therefore have to say what counts. Of two ratings of a skill of a person
 * the first counts, and the other is rejected.
 *
 * The columns of ratings, all of which have to be there but the last:
 * - person: ids, which are texts. Without people, the people are those that appear. Or
 *   person_index instead: whole numbers, the positions of people in their table, which has to be
 *   given then.
 * - skill: ids, which are texts. Or skill_index instead: whole numbers, those of the matrix.
 * - rating: texts are ids of levels of the scale, and whole numbers ranks, of which 0 is "assessed,
 *   holds none". Null is unknown: the row says only that there is the person.
 * - none: boolean or whole numbers. Where it is neither 0 nor null, the person was assessed and
 *   holds none, whatever the rating. Without this column, the text "none" as a rating means that.
 *
 * The columns of people: person, an id each, has to be there. The role level of their own is the
 * whole number role_level, or the texts role and level together; null, and for texts the empty one,
 * says none.
 *
 * A null person or skill is an id that there is not. Columns of other names are not used, and a
 * finding says so. Findings point into the tables: /ratings/skill/N is row N of all batches.
 *
 * Whole numbers as person or skill are refused, as nothing tells ids from positions: cast ids to
 * texts, or rename the column.
 *
 * @param[in] matrix The matrix; may be ended afterwards.
 * @param[in] ratings The ratings; taken over.
 * @param[in] people The people; taken over. NULL if they are only those with ratings.
 * @param[in] options How; NULL for the defaults.
 * @param[out] out_roster The roster, for skm_roster_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK, also if people or ratings were rejected; SKM_ERR_INVALID_INPUT if a stream fails;
 *         SKM_ERR_INVALID_ARGUMENT if a column is missing, is there twice or is of another type,
 *         if both ways to say the same are given, or if an array is not as its type has it;
 *         SKM_ERR_OUT_OF_RANGE if offsets do not rise, or an element is outside of its dictionary
 *         or buffer, or a rank is none of 0 to 255; SKM_ERR_ENCODING if a text is not UTF-8;
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_UNSUPPORTED_OPTION, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads, each with streams of its own.
 * @par Complexity
 * O(ratings log skills + bytes).
 * @since 1.0
 * @ingroup arrow
 */
SKM_API skm_status skm_roster_import_arrow(
    const skm_matrix *matrix, struct ArrowArrayStream *ratings,
    struct ArrowArrayStream *SKM_NULLABLE people, const skm_roster_options *SKM_NULLABLE options,
    skm_roster **SKM_OWNED out_roster, skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Exports the people of a roster, one row each, in the order of their numbers: so that rows of
 * results find their people, and as the people of skm_roster_import_arrow.
 *
 * The column person is large_utf8, the ids; role_level is uint32, null for those without a role
 * level of their own.
 *
 * @param[in] roster The roster.
 * @param[out] out_schema The types; untouched if the call fails.
 * @param[out] out_array The columns, a copy; untouched if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(people + bytes of their ids).
 * @since 1.0
 * @ingroup arrow
 */
SKM_API skm_status skm_roster_export_arrow(
    const skm_roster *roster, struct ArrowSchema *out_schema, struct ArrowArray *out_array,
    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Exports scores, one row a person.
 *
 * The columns lower, upper, total and gaps are uint16, uint32 or uint64; verdict is uint8. All of
 * them are null for those without a role level: in the buffers they have 0 and SKM_VERDICT_NONE.
 * Units of different totals cannot be compared: those of people, each with their own role level.
 *
 * @param[in] scores The result.
 * @param[out] out_schema The types; untouched if the call fails.
 * @param[out] out_array The columns; untouched if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(people) for total and the marks of nulls; nothing else is copied.
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
 * is uint32; lower, upper, total and gaps are uint16, uint32 or uint64; verdict is uint8. What a
 * row has less is null.
 *
 * @param[in] ranking The result.
 * @param[out] out_schema The types; untouched if the call fails.
 * @param[out] out_array The columns; untouched if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads, while none uses the result again.
 * @par Complexity
 * O(elements) for total and the marks of what is missing; nothing else is copied.
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
