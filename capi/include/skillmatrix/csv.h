/*
 * CSV: tables that people keep in spreadsheets, in and out.
 */
#ifndef SKILLMATRIX_CSV_H
#define SKILLMATRIX_CSV_H

#include "skillmatrix/base.h"
#include "skillmatrix/buffer.h"
#include "skillmatrix/diagnostics.h"
#include "skillmatrix/error.h"
#include "skillmatrix/framework.h"
#include "skillmatrix/options.h"
#include "skillmatrix/profile.h"

/** @defgroup csv CSV
 * Tables of expectations, one cell of the matrix a row, and of ratings, one rating a row: RFC 4180,
 * UTF-8, header row first. docs/csv.md has the fields. Nothing is repaired in silence: what is
 * dropped, trimmed or put in order is a finding.
 * @{ */

/** Which column of a table is a field. */
typedef struct skm_csv_column {
  skm_string_view field;  /**< Its name: "person", "skill", "rating", ... (docs/csv.md) */
  skm_string_view header; /**< The header of the column, exactly. */
} skm_csv_column;

/** How to read a table of ratings. */
typedef struct skm_ratings_csv_options {
  size_t struct_size; /**< The size of the struct. */
  /** Which column each field is. By default every column whose header is the name of a field, in
   * upper or lower case. */
  const skm_csv_column *columns;
  uint64_t column_count; /**< How many there are. */
  skm_string_view none;  /**< As a rating: assessed, and holds none; by default "none". */
  skm_bool keep_spaces;  /**< Whether spaces around a cell count; by default they are dropped. */
  skm_bool reserved;     /**< 0. */
  /** What separates cells: one ASCII character other than a quote and a line break. By default a
   * comma. */
  skm_string_view delimiter;
} skm_ratings_csv_options;

/** The defaults. */
#define SKM_RATINGS_CSV_OPTIONS_INIT                              \
  {                                                               \
    sizeof(skm_ratings_csv_options), 0, 0, {0, 0}, 0, 0, { 0, 0 } \
  }

/** A level that a table is expected to name. */
typedef struct skm_csv_level {
  skm_string_view title; /**< As in the cells. */
  skm_string_view id;    /**< Also accepted in cells; empty: skm_csv_id of the title. */
} skm_csv_level;

/** A word for a necessity, exactly as in the cells. */
typedef struct skm_csv_necessity {
  skm_string_view word; /**< The word. */
  skm_bool required;    /**< Or else optional. */
  skm_bool reserved;    /**< 0. */
} skm_csv_necessity;

/** How to read a table of expectations. */
typedef struct skm_expectations_csv_options {
  size_t struct_size; /**< The size of the struct. */
  /** Which column each field is. By default every column whose header is the name of a field, in
   * upper or lower case. */
  const skm_csv_column *columns;
  uint64_t column_count;           /**< How many there are. */
  skm_string_view framework_id;    /**< By default "framework". */
  skm_string_view framework_title; /**< By default there is none. */
  skm_string_view default_locale;  /**< The language of the table; by default "en". */
  /** Of the ladder that all roles share; with one for each role, what their ids begin with. By
   * default "seniority". */
  skm_string_view ladder_id;
  /** The role levels, lowest first; others are errors. */
  const skm_csv_level *ladder_levels;
  uint64_t ladder_level_count; /**< How many there are. */
  /** Patterns for role levels, lowest first: "Junior*", "*", "Lead*". */
  const skm_string_view *level_order;
  uint64_t level_order_count;     /**< How many there are. */
  skm_string_view skill_scale_id; /**< By default "proficiency". */
  /** The levels of the skill scale, lowest first; others are errors. By default those that appear,
   * in the order in which they do, with a warning. */
  const skm_csv_level *skill_levels;
  uint64_t skill_level_count; /**< How many there are. */
  /** Values that state no level, such as "NOT IN USE"; "" allows empty cells. */
  const skm_string_view *unlevelled_values;
  uint64_t unlevelled_value_count; /**< How many there are. */
  /** The words for necessities; by default "required" and "optional". */
  const skm_csv_necessity *necessities;
  uint64_t necessity_count;   /**< How many there are. */
  skm_bool ladder_per_role;   /**< Each role climbs a ladder of its own. */
  skm_bool keep_spaces;       /**< Whether spaces around a cell count. */
  skm_bool optional;          /**< What all cells are if no column says what is required. */
  skm_bool rows_without_cell; /**< Accept rows that declare a role level or a skill alone. */
  /** What separates cells: one ASCII character other than a quote and a line break. By default a
   * comma. */
  skm_string_view delimiter;
} skm_expectations_csv_options;

/** The defaults. */
#define SKM_EXPECTATIONS_CSV_OPTIONS_INIT                                                   \
  {                                                                                         \
    sizeof(skm_expectations_csv_options), 0, 0, {0, 0}, {0, 0}, {0, 0}, {0, 0}, 0, 0, 0, 0, \
        {0, 0}, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, {                                             \
      0, 0                                                                                  \
    }                                                                                       \
  }

/** @} */

SKM_BEGIN_DECLS

/**
 * Reads a table of expectations as a framework.
 *
 * Whether it makes sense as a whole, skm_framework_validate says.
 *
 * @param[in] csv The table; not needed afterwards.
 * @param[in] options How to read it; NULL for the defaults.
 * @param[in] limits Limits of reading; NULL for the defaults.
 * @param[out] out_framework The framework, for skm_framework_destroy, with the findings of reading;
 *        NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_INPUT, and then the diagnostics of the error are all findings;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_UNSUPPORTED_OPTION, SKM_ERR_ENCODING of an option,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(n log n) in the bytes.
 * @since 1.0
 * @ingroup csv
 */
SKM_API skm_status skm_csv_read_expectations(
    skm_string_view csv, const skm_expectations_csv_options *SKM_NULLABLE options,
    const skm_read_options *SKM_NULLABLE limits, skm_framework **SKM_OWNED out_framework,
    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Reads back what skm_csv_write_expectations wrote: then roles, levels, skills and expectations are
 * the same, if nothing of them was reported.
 *
 * @param[in] csv The table; not needed afterwards.
 * @param[in] framework The one that was written: of it only ids, title, ladder and levels are
 *        looked at.
 * @param[in] locale The language that it was written in.
 * @param[in] limits Limits of reading; NULL for the defaults.
 * @param[out] out_framework The framework, for skm_framework_destroy; NULL if the call fails.
 * @out_error
 * @return As skm_csv_read_expectations; also SKM_ERR_WRONG_HANDLE.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(n log n) in the bytes.
 * @since 1.0
 * @ingroup csv
 */
SKM_API skm_status skm_csv_read_back(skm_string_view csv, const skm_framework *framework,
                                     skm_string_view locale,
                                     const skm_read_options *SKM_NULLABLE limits,
                                     skm_framework **SKM_OWNED out_framework,
                                     skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Writes a framework as a table of expectations, in one language, under the names of the fields.
 *
 * Cells are written as they are: a spreadsheet may take one that begins with = for a formula.
 *
 * @param[in] framework The framework.
 * @param[in] locale The language: texts in others are left out.
 * @param[out] out_csv The table, for skm_buffer_destroy; NULL if the call fails.
 * @param[out] out_diagnostics What a table has no place for, for skm_diagnostics_destroy, one
 *        finding for each kind. NULL if the call fails, or if nobody wants them.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_ENCODING,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(n log n) in the framework.
 * @since 1.0
 * @ingroup csv
 */
SKM_API skm_status skm_csv_write_expectations(
    const skm_framework *framework, skm_string_view locale, skm_buffer **SKM_OWNED out_csv,
    skm_diagnostics **SKM_NULLABLE SKM_OWNED out_diagnostics,
    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Reads a table of ratings as profiles. A person is all rows with one id, wherever they stand.
 *
 * @param[in] csv The table; not needed afterwards.
 * @param[in] options How to read it; NULL for the defaults.
 * @param[in] limits Limits of reading; NULL for the defaults.
 * @param[out] out_profiles The people, for skm_profiles_destroy, with the findings of all rows;
 *        lines are those of rows, and rejected ones are rows. NULL if the call fails.
 * @out_error
 * @return SKM_OK, also if rows were rejected; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_UNSUPPORTED_OPTION,
 *         SKM_ERR_ENCODING of an option, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(n log n) in the bytes.
 * @since 1.0
 * @ingroup csv
 */
SKM_API skm_status skm_csv_read_ratings(skm_string_view csv,
                                        const skm_ratings_csv_options *SKM_NULLABLE options,
                                        const skm_read_options *SKM_NULLABLE limits,
                                        skm_profiles **SKM_OWNED out_profiles,
                                        skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Writes the ratings of people as a table, under the names of the fields. Extensions have no place
 * in it.
 *
 * @param[in] profiles The people.
 * @param[in] none The rating of who was assessed and holds none; empty: "none".
 * @param[out] out_csv The table, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_UNSUPPORTED_OPTION if the id of a level that somebody holds is the word
 *         for none; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_ENCODING,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(n) in the ratings.
 * @since 1.0
 * @ingroup csv
 */
SKM_API skm_status skm_csv_write_ratings(const skm_profiles *profiles, skm_string_view none,
                                         skm_buffer **SKM_OWNED out_csv,
                                         skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * The names of the fields of a table of expectations: for a dialog that asks which column is which.
 *
 * @param[in] capacity How many there is room for.
 * @param[out] out_fields An array of so many; the first ones are filled in, as far as there is
 * room. They live forever.
 * @param[out] out_count How many there are.
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(fields).
 * @since 1.0
 * @ingroup csv
 */
SKM_API skm_status skm_csv_expectations_fields(uint32_t capacity,
                                               skm_string_view *SKM_NULLABLE out_fields,
                                               uint32_t *out_count) SKM_NOEXCEPT;

/**
 * The names of the fields of a table of ratings: for a dialog that asks which column is which.
 *
 * @param[in] capacity How many there is room for.
 * @param[out] out_fields An array of so many; the first ones are filled in, as far as there is
 * room. They live forever.
 * @param[out] out_count How many there are.
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(fields).
 * @since 1.0
 * @ingroup csv
 */
SKM_API skm_status skm_csv_ratings_fields(uint32_t capacity,
                                          skm_string_view *SKM_NULLABLE out_fields,
                                          uint32_t *out_count) SKM_NOEXCEPT;

/**
 * The id that a name gets where a table has no column of ids: "Machine Learning" is
 * "machine-learning".
 *
 * @param[in] name The name.
 * @param[out] out_id The id, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_ENCODING, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup csv
 */
SKM_API skm_status skm_csv_id(skm_string_view name, skm_buffer **SKM_OWNED out_id,
                              skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
