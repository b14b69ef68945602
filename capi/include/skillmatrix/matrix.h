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
 * A matrix numbers skills, roles, role levels, scales and categories densely from 0: role levels by
 * role, then rank, all others in the byte order of their ids. A role level is a role at a rung of
 * its ladder. Ranks count the levels of a scale from 1; an expected rank of 0 is "at no stated
 * level". Immutable: any number of threads may use one.
 * @{ */

/** A matrix. */
typedef struct skm_matrix skm_matrix;

/** No skill, role, or whatever else has a number. */
#define SKM_NONE UINT32_MAX

/** What a role level expects of one skill. */
typedef struct skm_requirement {
  uint32_t skill;    /**< The number of the skill. */
  uint32_t rank;     /**< The expected rank; 0: at no stated level. */
  uint32_t weight;   /**< 1 to 65,535. */
  skm_bool required; /**< 0: optional. */
} skm_requirement;

/** What to hold before a skill. */
typedef struct skm_prerequisite {
  uint32_t skill; /**< The number of the skill to hold. */
  uint32_t rank;  /**< On its scale, at least; 0: at any level. */
} skm_prerequisite;

/** A link to another skill, after SKOS. */
typedef struct skm_relation {
  uint32_t skill; /**< The number of the other skill. */
  uint32_t kind;  /**< What the other is: SKM_RELATION_BROADER, ... */
} skm_relation;

/** Statuses of skills: in use. */
#define SKM_SKILL_ACTIVE 0
/** Not in use yet. */
#define SKM_SKILL_DRAFT 1
/** No more in use. */
#define SKM_SKILL_DEPRECATED 2

/** Kinds of categories. */
#define SKM_CATEGORY_DOMAIN 0
/** @copydoc SKM_CATEGORY_DOMAIN */
#define SKM_CATEGORY_GROUP 1
/** @copydoc SKM_CATEGORY_DOMAIN */
#define SKM_CATEGORY_FAMILY 2

/** Kinds of links: the other skill is broader. */
#define SKM_RELATION_BROADER 0
/** The other skill is narrower. */
#define SKM_RELATION_NARROWER 1
/** Neither. */
#define SKM_RELATION_RELATED 2

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
 * Of a file that may be a saved matrix or a framework, try this first: if it is no saved matrix at
 * all, the code of the first finding of the error is 6003.
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
 * Opens bytes that skm_matrix_bytes gave, or a file that skm_matrix_save wrote.
 *
 * Call skm_matrix_verify before using bytes that may be damaged or hostile.
 *
 * @param[in] bytes The bytes; copied.
 * @param[out] out_matrix The matrix, for skm_matrix_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_BAD_FILE; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(size).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_status skm_matrix_open_bytes(skm_string_view bytes, skm_matrix **SKM_OWNED out_matrix,
                                         skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Makes a second handle of the same matrix, without a copy: for a second owner, who ends it without
 * asking the first.
 *
 * @param[in] matrix The matrix.
 * @param[out] out_matrix The other one, for skm_matrix_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_status skm_matrix_clone(const skm_matrix *matrix, skm_matrix **SKM_OWNED out_matrix,
                                    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * What skm_matrix_save writes: for files, caches and messages of the host.
 *
 * @param[in] matrix The matrix.
 * @return The bytes, which are no text; empty if the matrix is NULL. They live as long as the
 *         matrix.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_string_view skm_matrix_bytes(const skm_matrix *SKM_NULLABLE matrix) SKM_NOEXCEPT;

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
 * The id that was probably meant by one that no skill has.
 *
 * @param[in] matrix The matrix.
 * @param[in] id What was written.
 * @return The id; empty if none is near, or there is not enough memory. Lives as long as the
 *         matrix.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes of the ids of all skills).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_string_view skm_matrix_suggest_skill(const skm_matrix *SKM_NULLABLE matrix,
                                                 skm_string_view id) SKM_NOEXCEPT;

/**
 * The id that was probably meant by one that no role has.
 *
 * @param[in] matrix The matrix.
 * @param[in] id What was written.
 * @return The id; empty if none is near, or there is not enough memory. Lives as long as the
 *         matrix.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes of the ids of all roles).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_string_view skm_matrix_suggest_role(const skm_matrix *SKM_NULLABLE matrix,
                                                skm_string_view id) SKM_NOEXCEPT;

/**
 * The id that was probably meant by one that no category has.
 *
 * @param[in] matrix The matrix.
 * @param[in] id What was written.
 * @return The id; empty if none is near, or there is not enough memory. Lives as long as the
 *         matrix.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes of the ids of all categories).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_string_view skm_matrix_suggest_category(const skm_matrix *SKM_NULLABLE matrix,
                                                    skm_string_view id) SKM_NOEXCEPT;

/**
 * The id that was probably meant by one that no scale has.
 *
 * @param[in] matrix The matrix.
 * @param[in] id What was written.
 * @return The id; empty if none is near, or there is not enough memory. Lives as long as the
 *         matrix.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes of the ids of all scales).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_string_view skm_matrix_suggest_scale(const skm_matrix *SKM_NULLABLE matrix,
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
 * @param[out] out_requirements An array of so many, NULL only for none; the first ones are filled
 *        in.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such role level or too little room;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(requirements).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_status
skm_matrix_requirements(const skm_matrix *matrix, uint32_t role_level, uint32_t capacity,
                        skm_requirement *SKM_NULLABLE out_requirements) SKM_NOEXCEPT;

/**
 * What a role level expects of one skill.
 *
 * @param[in] matrix The matrix.
 * @param[in] role_level The number of the role level.
 * @param[in] skill The number of the skill.
 * @param[out] out_requirement What is expected; its skill is SKM_NONE, and all else 0, if nothing
 * is.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such role level or skill;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(log requirements).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_status skm_matrix_get_requirement(const skm_matrix *matrix, uint32_t role_level,
                                              uint32_t skill,
                                              skm_requirement *out_requirement) SKM_NOEXCEPT;

/**
 * The id of the framework.
 *
 * @param[in] matrix The matrix.
 * @return The id; empty if the matrix is NULL. Lives as long as the matrix.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_string_view skm_matrix_id(const skm_matrix *SKM_NULLABLE matrix) SKM_NOEXCEPT;

/**
 * The version of the framework.
 *
 * @param[in] matrix The matrix.
 * @return The version; empty if there is none. Lives as long as the matrix.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_string_view skm_matrix_version(const skm_matrix *SKM_NULLABLE matrix) SKM_NOEXCEPT;

/**
 * The license of the framework.
 *
 * @param[in] matrix The matrix.
 * @return The text; empty if the framework states none. Lives as long as the matrix.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_string_view skm_matrix_license(const skm_matrix *SKM_NULLABLE matrix) SKM_NOEXCEPT;

/**
 * The source of the framework.
 *
 * @param[in] matrix The matrix.
 * @return The text; empty if the framework states none. Lives as long as the matrix.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_string_view skm_matrix_source(const skm_matrix *SKM_NULLABLE matrix) SKM_NOEXCEPT;

/**
 * The language that the texts of the framework are written in first.
 *
 * @param[in] matrix The matrix.
 * @return Its canonical tag; empty if the matrix is NULL. Lives as long as the matrix.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_string_view skm_matrix_default_locale(const skm_matrix *SKM_NULLABLE matrix)
    SKM_NOEXCEPT;

/**
 * The day on which the framework last changed.
 *
 * @param[in] matrix The matrix.
 * @return The date, written as a number: 20260131; 0 if the framework does not say.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_updated(const skm_matrix *SKM_NULLABLE matrix) SKM_NOEXCEPT;

/**
 * How many scales there are, ladders of roles among them.
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
SKM_API uint32_t skm_matrix_scale_count(const skm_matrix *SKM_NULLABLE matrix) SKM_NOEXCEPT;

/**
 * The id of a scale.
 *
 * @param[in] matrix The matrix.
 * @param[in] scale  Its number.
 * @return The id; empty if there is no such scale. Lives as long as the matrix.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_string_view skm_matrix_scale_id(const skm_matrix *SKM_NULLABLE matrix,
                                            uint32_t scale) SKM_NOEXCEPT;

/**
 * The number of a scale.
 *
 * @param[in] matrix The matrix.
 * @param[in] id     The id of the scale.
 * @return Its number; SKM_NONE if there is none.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(log scales).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_find_scale(const skm_matrix *SKM_NULLABLE matrix,
                                       skm_string_view id) SKM_NOEXCEPT;

/**
 * How many levels a scale has, which is its highest rank.
 *
 * @param[in] matrix The matrix.
 * @param[in] scale  The number of the scale.
 * @return The number; 0 if there is no such scale.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_level_count(const skm_matrix *SKM_NULLABLE matrix,
                                        uint32_t scale) SKM_NOEXCEPT;

/**
 * The id of a level.
 *
 * @param[in] matrix The matrix.
 * @param[in] scale  The number of the scale.
 * @param[in] rank   The rank of the level, from 1.
 * @return The id; empty if there is no such level. Lives as long as the matrix.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_string_view skm_matrix_level_id(const skm_matrix *SKM_NULLABLE matrix, uint32_t scale,
                                            uint32_t rank) SKM_NOEXCEPT;

/**
 * The points of a level.
 *
 * @param[in] matrix The matrix.
 * @param[in] scale  The number of the scale.
 * @param[in] rank   The rank of the level, from 1.
 * @return The points; 0 if there is no such level.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_level_value(const skm_matrix *SKM_NULLABLE matrix, uint32_t scale,
                                        uint32_t rank) SKM_NOEXCEPT;

/**
 * The rank of a level.
 *
 * @param[in] matrix The matrix.
 * @param[in] scale  The number of the scale.
 * @param[in] id     The id of the level.
 * @return Its rank, from 1; 0 if there is none.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(levels).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_find_level(const skm_matrix *SKM_NULLABLE matrix, uint32_t scale,
                                       skm_string_view id) SKM_NOEXCEPT;

/**
 * How many categories there are.
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
SKM_API uint32_t skm_matrix_category_count(const skm_matrix *SKM_NULLABLE matrix) SKM_NOEXCEPT;

/**
 * The id of a category.
 *
 * @param[in] matrix   The matrix.
 * @param[in] category Its number.
 * @return The id; empty if there is no such category. Lives as long as the matrix.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_string_view skm_matrix_category_id(const skm_matrix *SKM_NULLABLE matrix,
                                               uint32_t category) SKM_NOEXCEPT;

/**
 * The number of a category.
 *
 * @param[in] matrix The matrix.
 * @param[in] id     The id of the category.
 * @return Its number; SKM_NONE if there is none.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(log categories).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_find_category(const skm_matrix *SKM_NULLABLE matrix,
                                          skm_string_view id) SKM_NOEXCEPT;

/**
 * What a category is.
 *
 * @param[in] matrix   The matrix.
 * @param[in] category Its number.
 * @return SKM_CATEGORY_DOMAIN, ...; SKM_NONE if there is no such category.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_category_kind(const skm_matrix *SKM_NULLABLE matrix,
                                          uint32_t category) SKM_NOEXCEPT;

/**
 * The categories that a category belongs to, in the order of the document.
 *
 * @param[in] matrix          The matrix.
 * @param[in] category        The number of the category.
 * @param[in] capacity        How many there is room for.
 * @param[out] out_categories An array of so many; the first ones are filled in, as far as there is
 * room.
 * @param[out] out_count      How many there are.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such category; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(categories given).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_status skm_matrix_category_parents(const skm_matrix *matrix, uint32_t category,
                                               uint32_t capacity,
                                               uint32_t *SKM_NULLABLE out_categories,
                                               uint32_t *out_count) SKM_NOEXCEPT;

/**
 * The scale of a skill.
 *
 * @param[in] matrix The matrix.
 * @param[in] skill  The number of the skill.
 * @return The number of the scale; SKM_NONE if there is no such skill.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_skill_scale(const skm_matrix *SKM_NULLABLE matrix,
                                        uint32_t skill) SKM_NOEXCEPT;

/**
 * Whether a skill is in use.
 *
 * @param[in] matrix The matrix.
 * @param[in] skill  The number of the skill.
 * @return SKM_SKILL_ACTIVE, ...; SKM_NONE if there is no such skill.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_skill_status(const skm_matrix *SKM_NULLABLE matrix,
                                         uint32_t skill) SKM_NOEXCEPT;

/**
 * What replaces a deprecated skill.
 *
 * @param[in] matrix The matrix.
 * @param[in] skill  The number of the skill.
 * @return The number of the other skill; SKM_NONE if there is none.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_skill_replaced_by(const skm_matrix *SKM_NULLABLE matrix,
                                              uint32_t skill) SKM_NOEXCEPT;

/**
 * The day on which a skill last changed.
 *
 * @param[in] matrix The matrix.
 * @param[in] skill  The number of the skill.
 * @return The date, written as a number: 20260131; 0 if the framework does not say.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_skill_updated(const skm_matrix *SKM_NULLABLE matrix,
                                          uint32_t skill) SKM_NOEXCEPT;

/**
 * The nearest category of kind domain among the first category of a skill and its ancestors.
 *
 * @param[in] matrix The matrix.
 * @param[in] skill  The number of the skill.
 * @return The number of the category; SKM_NONE if there is none.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_skill_domain(const skm_matrix *SKM_NULLABLE matrix,
                                         uint32_t skill) SKM_NOEXCEPT;

/**
 * The nearest category of kind group among the first category of a skill and its ancestors.
 *
 * @param[in] matrix The matrix.
 * @param[in] skill  The number of the skill.
 * @return The number of the category; SKM_NONE if there is none.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_skill_group(const skm_matrix *SKM_NULLABLE matrix,
                                        uint32_t skill) SKM_NOEXCEPT;

/**
 * The categories of a skill, in the order of the document: the first is the primary one.
 *
 * @param[in] matrix          The matrix.
 * @param[in] skill           The number of the skill.
 * @param[in] capacity        How many there is room for.
 * @param[out] out_categories An array of so many; the first ones are filled in, as far as there is
 * room.
 * @param[out] out_count      How many there are.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such skill; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(categories given).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_status skm_matrix_skill_categories(const skm_matrix *matrix, uint32_t skill,
                                               uint32_t capacity,
                                               uint32_t *SKM_NULLABLE out_categories,
                                               uint32_t *out_count) SKM_NOEXCEPT;

/**
 * What to hold before a skill.
 *
 * @param[in] matrix             The matrix.
 * @param[in] skill              The number of the skill.
 * @param[in] capacity           How many there is room for.
 * @param[out] out_prerequisites An array of so many; the first ones are filled in, as far as there
 * is room.
 * @param[out] out_count         How many there are.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such skill; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(prerequisites given).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_status skm_matrix_skill_prerequisites(const skm_matrix *matrix, uint32_t skill,
                                                  uint32_t capacity,
                                                  skm_prerequisite *SKM_NULLABLE out_prerequisites,
                                                  uint32_t *out_count) SKM_NOEXCEPT;

/**
 * How a skill is linked to others.
 *
 * @param[in] matrix         The matrix.
 * @param[in] skill          The number of the skill.
 * @param[in] capacity       How many there is room for.
 * @param[out] out_relations An array of so many; the first ones are filled in, as far as there is
 * room.
 * @param[out] out_count     How many there are.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such skill; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(relations given).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_status skm_matrix_skill_relations(const skm_matrix *matrix, uint32_t skill,
                                              uint32_t capacity,
                                              skm_relation *SKM_NULLABLE out_relations,
                                              uint32_t *out_count) SKM_NOEXCEPT;

/**
 * The role levels that expect a skill, by number.
 *
 * @param[in] matrix           The matrix.
 * @param[in] skill            The number of the skill.
 * @param[in] capacity         How many there is room for.
 * @param[out] out_role_levels An array of so many; the first ones are filled in, as far as there is
 * room.
 * @param[out] out_count       How many there are.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such skill; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(role levels given * log role levels).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_status skm_matrix_skill_role_levels(const skm_matrix *matrix, uint32_t skill,
                                                uint32_t capacity,
                                                uint32_t *SKM_NULLABLE out_role_levels,
                                                uint32_t *out_count) SKM_NOEXCEPT;

/**
 * The ladder of a role: the scale that its levels are on.
 *
 * @param[in] matrix The matrix.
 * @param[in] role   The number of the role.
 * @return The number of the scale; SKM_NONE if there is no such role.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_role_ladder(const skm_matrix *SKM_NULLABLE matrix,
                                        uint32_t role) SKM_NOEXCEPT;

/**
 * The levels of a role, the lowest first. Their numbers follow each other.
 *
 * @param[in] matrix The matrix.
 * @param[in] role The number of the role.
 * @param[in] capacity How many there is room for.
 * @param[out] out_role_levels An array of so many; the first ones are filled in, as far as there is
 *        room.
 * @param[out] out_count How many there are.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such role; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(role levels given).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_status skm_matrix_role_levels(const skm_matrix *matrix, uint32_t role,
                                          uint32_t capacity, uint32_t *SKM_NULLABLE out_role_levels,
                                          uint32_t *out_count) SKM_NOEXCEPT;

/**
 * The categories of a role, in the order of the document.
 *
 * @param[in] matrix          The matrix.
 * @param[in] role            The number of the role.
 * @param[in] capacity        How many there is room for.
 * @param[out] out_categories An array of so many; the first ones are filled in, as far as there is
 * room.
 * @param[out] out_count      How many there are.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such role; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(categories given).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API skm_status skm_matrix_role_categories(const skm_matrix *matrix, uint32_t role,
                                              uint32_t capacity,
                                              uint32_t *SKM_NULLABLE out_categories,
                                              uint32_t *out_count) SKM_NOEXCEPT;

/**
 * The rank of a role level on the ladder of its role.
 *
 * @param[in] matrix     The matrix.
 * @param[in] role_level The number of the role level.
 * @return The rank, from 1; 0 if there is no such role level.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_rank_of(const skm_matrix *SKM_NULLABLE matrix,
                                    uint32_t role_level) SKM_NOEXCEPT;

/**
 * The next level that the role of a role level has.
 *
 * @param[in] matrix     The matrix.
 * @param[in] role_level The number of the role level.
 * @return The number of the next one; SKM_NONE at the top, and if there is no such role level.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup matrix
 */
SKM_API uint32_t skm_matrix_next_role_level(const skm_matrix *SKM_NULLABLE matrix,
                                            uint32_t role_level) SKM_NOEXCEPT;

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
