/*
 * Pages: what a reader is shown of a skill, of a role, or of the way from one level to another.
 */
#ifndef SKILLMATRIX_PAGE_H
#define SKILLMATRIX_PAGE_H

#include "skillmatrix/base.h"
#include "skillmatrix/buffer.h"
#include "skillmatrix/error.h"
#include "skillmatrix/reader.h"

/** @defgroup page Pages
 * JSON in UTF-8, with two spaces of indentation and a stable order of members: the same matrix and
 * reader give the same bytes. "labels" are what a page shows around the data: headings and counts.
 * A text that is not in the reader's language exactly has two further members, "title_locale" and
 * "title_source"; one in another direction than the page's has "title_direction".
 * @{ */

/** @} */

SKM_BEGIN_DECLS

/**
 * The page of a skill: what its levels mean, and what every role at every level expects of it.
 *
 * @param[in] reader    The reader.
 * @param[in] skill     The number of the skill.
 * @param[out] out_json The page, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such skill; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(n log n) in the cells of the skill.
 * @since 1.0
 * @ingroup page
 */
SKM_API skm_status skm_page_of_skill(const skm_reader *reader, uint32_t skill,
                                     skm_buffer **SKM_OWNED out_json,
                                     skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * The page of a role: what it expects, level by level.
 *
 * @param[in] reader    The reader.
 * @param[in] role      The number of the role.
 * @param[out] out_json The page, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such role; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(n log n) in the cells of the role.
 * @since 1.0
 * @ingroup page
 */
SKM_API skm_status skm_page_of_role(const skm_reader *reader, uint32_t role,
                                    skm_buffer **SKM_OWNED out_json,
                                    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * What to cover to advance from a role level to the next one of the role.
 *
 * @param[in] reader     The reader.
 * @param[in] role_level The number of the role level.
 * @param[out] out_json  The page, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such role level, or none above it;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(n log n) in the cells of both.
 * @since 1.0
 * @ingroup page
 */
SKM_API skm_status skm_page_of_progression(
    const skm_reader *reader, uint32_t role_level, skm_buffer **SKM_OWNED out_json,
    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * What changes from one role level to another, of the same role or not.
 *
 * @param[in] reader    The reader.
 * @param[in] from      The number of a role level.
 * @param[in] to        The number of another one.
 * @param[out] out_json The page, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such role level; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(n log n) in the cells of both.
 * @since 1.0
 * @ingroup page
 */
SKM_API skm_status skm_page_of_comparison(
    const skm_reader *reader, uint32_t from, uint32_t to, skm_buffer **SKM_OWNED out_json,
    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
