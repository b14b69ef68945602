/*
 * Matrices: frameworks compiled for questions.
 */
#ifndef SKILLMATRIX_MATRIX_H
#define SKILLMATRIX_MATRIX_H

#include "skillmatrix/base.h"
#include "skillmatrix/diagnostics.h"
#include "skillmatrix/error.h"
#include "skillmatrix/framework.h"

/** @defgroup matrix Matrices
 * A matrix numbers skills, roles and role levels densely from 0: skills and roles in the byte order
 * of their ids, role levels by role, then rank. A role level is a role at a rung of its ladder.
 * Ranks count the levels of a scale from 1; an expected rank of 0 is "at no stated level".
 * Immutable: any number of threads may use one.
 * @{ */

/** A matrix. */
typedef struct skm_matrix skm_matrix;

/** No skill, role or role level. */
#define SKM_NONE UINT32_MAX

/** What a role level expects of one skill. */
typedef struct skm_requirement {
  uint32_t skill;    /**< The number of the skill. */
  uint32_t rank;     /**< The expected rank; 0: at no stated level. */
  uint32_t weight;   /**< 1 to 65,535. */
  skm_bool required; /**< 0: optional. */
} skm_requirement;

/** @} */

SKM_BEGIN_DECLS

/**
 * Compiles a framework.
 *
 * @param[in] framework    The framework; not needed afterwards.
 * @param[out] out_matrix  The matrix, for skm_matrix_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_INPUT if it is too large; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(n log n) in the size of the framework.
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_status skm_matrix_build(const skm_framework *framework,
                                    skm_matrix **SKM_OWNED out_matrix,
                                    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Maps a matrix that skm_matrix_save wrote: processes that open one file share its memory.
 *
 * Only the head of the file is looked at. Call skm_matrix_verify before using a file that may be
 * damaged or hostile. Nobody may write into the file meanwhile; skm_matrix_save replaces files as a
 * whole.
 *
 * @param[in] path        Its path, as the system has it.
 * @param[out] out_matrix The matrix, for skm_matrix_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_FILE; SKM_ERR_BAD_FILE if it is no such file or of another version;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_status skm_matrix_open(skm_string_view path, skm_matrix **SKM_OWNED out_matrix,
                                   skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Writes a matrix to a file, which it replaces as a whole: whoever has the old one open keeps it.
 *
 * @param[in] matrix The matrix.
 * @param[in] path   The path of the file, as the system has it.
 * @out_error
 * @return SKM_OK; SKM_ERR_FILE, and then all is as it was; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(size).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_status skm_matrix_save(const skm_matrix *matrix, skm_string_view path,
                                   skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Proves that an opened matrix is in order, so that no call can leave it.
 *
 * @param[in] matrix The matrix.
 * @out_error
 * @return SKM_OK; SKM_ERR_BAD_FILE if something is damaged: the diagnostics of the error say which
 *         sections; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(size).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_status skm_matrix_verify(const skm_matrix *matrix,
                                     skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * How many skills there are.
 *
 * @param[in] matrix The matrix.
 * @return The number; 0 if the matrix is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_skill_count(const skm_matrix *SKM_NULLABLE matrix) SKM_NOEXCEPT;

/**
 * How many roles there are.
 *
 * @param[in] matrix The matrix.
 * @return The number; 0 if the matrix is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_role_count(const skm_matrix *SKM_NULLABLE matrix) SKM_NOEXCEPT;

/**
 * How many role levels there are.
 *
 * @param[in] matrix The matrix.
 * @return The number; 0 if the matrix is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_role_level_count(const skm_matrix *SKM_NULLABLE matrix) SKM_NOEXCEPT;

/**
 * The id of a skill.
 *
 * @param[in] matrix The matrix.
 * @param[in] skill  Its number.
 * @return The id; empty if there is no such skill. Lives as long as the matrix.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_string_view skm_matrix_skill_id(const skm_matrix *SKM_NULLABLE matrix,
                                            uint32_t skill) SKM_NOEXCEPT;

/**
 * The id of a role.
 *
 * @param[in] matrix The matrix.
 * @param[in] role   Its number.
 * @return The id; empty if there is no such role. Lives as long as the matrix.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_string_view skm_matrix_role_id(const skm_matrix *SKM_NULLABLE matrix,
                                           uint32_t role) SKM_NOEXCEPT;

/**
 * The id of the level of a role level, on the ladder of the role.
 *
 * @param[in] matrix     The matrix.
 * @param[in] role_level Its number.
 * @return The id; empty if there is no such role level. Lives as long as the matrix.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_string_view skm_matrix_role_level_id(const skm_matrix *SKM_NULLABLE matrix,
                                                 uint32_t role_level) SKM_NOEXCEPT;

/**
 * The role of a role level.
 *
 * @param[in] matrix     The matrix.
 * @param[in] role_level Its number.
 * @return The number of the role; SKM_NONE if there is no such role level.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_role_of(const skm_matrix *SKM_NULLABLE matrix,
                                    uint32_t role_level) SKM_NOEXCEPT;

/**
 * The number of a skill.
 *
 * @param[in] matrix The matrix.
 * @param[in] id     The id of the skill.
 * @return Its number; SKM_NONE if there is none.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(log skills) at most.
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_find_skill(const skm_matrix *SKM_NULLABLE matrix,
                                       skm_string_view id) SKM_NOEXCEPT;

/**
 * The number of a role.
 *
 * @param[in] matrix The matrix.
 * @param[in] id     The id of the role.
 * @return Its number; SKM_NONE if there is none.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(log roles) at most.
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_find_role(const skm_matrix *SKM_NULLABLE matrix,
                                      skm_string_view id) SKM_NOEXCEPT;

/**
 * The number of a role level.
 *
 * @param[in] matrix The matrix.
 * @param[in] role   The id of the role.
 * @param[in] level  The id of the level on its ladder.
 * @return Its number; SKM_NONE if there is none.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(log roles + levels of the role) at most.
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_find_role_level(const skm_matrix *SKM_NULLABLE matrix,
                                            skm_string_view role,
                                            skm_string_view level) SKM_NOEXCEPT;

/**
 * How many skills a role level expects.
 *
 * @param[in] matrix     The matrix.
 * @param[in] role_level Its number.
 * @return The number; 0 if there is no such role level.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_requirement_count(const skm_matrix *SKM_NULLABLE matrix,
                                              uint32_t role_level) SKM_NOEXCEPT;

/**
 * What a role level expects, by the number of the skill.
 *
 * @param[in] matrix            The matrix.
 * @param[in] role_level        Its number.
 * @param[in] capacity          How many there is room for: skm_matrix_requirement_count is enough.
 * @param[out] out_requirements An array of so many; the first ones are filled in.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such role level or too little room;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(requirements).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_status skm_matrix_requirements(const skm_matrix *matrix, uint32_t role_level,
                                           uint32_t capacity,
                                           skm_requirement *out_requirements) SKM_NOEXCEPT;

/**
 * Ends a matrix. What was made of it stays.
 *
 * @param[in] matrix The matrix; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses it.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API void skm_matrix_destroy(skm_matrix *SKM_NULLABLE SKM_OWNED matrix) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
