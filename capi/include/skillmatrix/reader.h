/*
 * Readers: in which language each text of a matrix is served to somebody.
 */
#ifndef SKILLMATRIX_READER_H
#define SKILLMATRIX_READER_H

#include "skillmatrix/base.h"
#include "skillmatrix/error.h"
#include "skillmatrix/language.h"
#include "skillmatrix/locale.h"
#include "skillmatrix/matrix.h"

/** @defgroup reader Readers
 * A matrix as somebody who reads a language sees it. Make one for each language and matrix, and
 * keep it: a text then costs a few nanoseconds, and no memory. Immutable: any number of threads may
 * use one.
 * @{ */

/** A reader. */
typedef struct skm_reader skm_reader;

/** A text with the language it is in. Its texts live as long as the reader. */
typedef struct skm_served_text {
  skm_string_view value; /**< The text; empty if there is none. */
  skm_string_view tag;   /**< Of its language; empty if there is none. */
  int32_t direction;     /**< Stated by the author, or else of the tag: SKM_DIRECTION_LTR, ... */
  int32_t source;        /**< Why it is in this language: SKM_TEXT_EXACT, ... */
} skm_served_text;

/* Texts of the framework, of which there is one (the number 0). */

/**
 * Of the framework. A title that is missing in every language is a placeholder in the language of
 * the messages ("Untitled skill"), with the source SKM_TEXT_MISSING; any other missing text is
 * empty.
 */
#define SKM_TITLE_OF_FRAMEWORK 0
/** What the framework is about. */
#define SKM_SUMMARY_OF_FRAMEWORK 1
/** Of a skill. */
#define SKM_TITLE_OF_SKILL 2
/** What a skill is about. */
#define SKM_SUMMARY_OF_SKILL 3
/** Of a role. */
#define SKM_TITLE_OF_ROLE 4
/** What a role is about. */
#define SKM_SUMMARY_OF_ROLE 5
/** Of the level of a role level: "Senior". */
#define SKM_TITLE_OF_ROLE_LEVEL 6
/** What the role is about at the level. */
#define SKM_FOCUS_OF_ROLE_LEVEL 7
/** Of a category; categories are numbered in the byte order of their ids. */
#define SKM_TITLE_OF_CATEGORY 8
/** What a category is. */
#define SKM_DESCRIPTION_OF_CATEGORY 9
/** Of a scale; scales are numbered in the byte order of their ids. */
#define SKM_TITLE_OF_SCALE 10
/** What a scale measures. */
#define SKM_DESCRIPTION_OF_SCALE 11

/** Of a level of a scale: for skm_reader_level_text, as are the next two. */
#define SKM_TITLE_OF_LEVEL 12
/** The short name of a level of a scale. */
#define SKM_LABEL_OF_LEVEL 13
/** What a level of a scale means in general. */
#define SKM_DESCRIPTION_OF_LEVEL 14

/** @} */

SKM_BEGIN_DECLS

/**
 * A matrix for those who read a language. The framework's own fallbacks hold, after those of the
 * options.
 *
 * @param[in] matrix      The matrix, whose handle is not needed afterwards.
 * @param[in] language    The language, whose handle is not needed afterwards; NULL for the default
 * locale of the framework.
 * @param[in] options     How to negotiate; NULL for the defaults.
 * @param[out] out_reader The reader, for skm_reader_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_UNSUPPORTED_OPTION,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(preferences * (tags of the matrix + fallbacks)).
 * @since 1.0
 * @ingroup reader
 */
SKM_API skm_status skm_reader_build(const skm_matrix *matrix,
                                    const skm_language *SKM_NULLABLE language,
                                    const skm_negotiation_options *SKM_NULLABLE options,
                                    skm_reader **SKM_OWNED out_reader,
                                    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * How many languages the framework has.
 *
 * @param[in] reader The reader.
 * @return The number; 0 if the reader is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup reader
 */
SKM_API uint32_t skm_reader_tag_count(const skm_reader *SKM_NULLABLE reader) SKM_NOEXCEPT;

/**
 * A language of the framework.
 *
 * @param[in] reader      The reader.
 * @param[in] place       From 0, the best for the reader first.
 * @param[out] out_tag    Its canonical tag, for as long as the reader lives.
 * @param[out] out_source Why it stands in this place: SKM_TEXT_EXACT, ...
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE. Then
 * nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup reader
 */
SKM_API skm_status skm_reader_tag(const skm_reader *reader, uint32_t place,
                                  skm_string_view *out_tag, int32_t *out_source) SKM_NOEXCEPT;

/**
 * How many texts of a kind there are: as many as things that may have one.
 *
 * @param[in] reader The reader.
 * @param[in] kind   SKM_TITLE_OF_SKILL, ...
 * @return The number; 0 if the reader is NULL or there is no such kind.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup reader
 */
SKM_API uint32_t skm_reader_text_count(const skm_reader *SKM_NULLABLE reader,
                                       int32_t kind) SKM_NOEXCEPT;

/**
 * A text, in the best language for the reader.
 *
 * @param[in] reader    The reader.
 * @param[in] kind      SKM_TITLE_OF_SKILL, ...
 * @param[in] index     The number of the skill, or whatever the kind is about.
 * @param[out] out_text The text.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such kind or number;
 * SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup reader
 */
SKM_API skm_status skm_reader_text(const skm_reader *reader, int32_t kind, uint32_t index,
                                   skm_served_text *out_text) SKM_NOEXCEPT;

/**
 * All texts of a kind, by number: the titles of all skills, say.
 *
 * @param[in] reader     The reader.
 * @param[in] kind       SKM_TITLE_OF_SKILL, ...
 * @param[in] capacity   How many there is room for: skm_reader_text_count is enough.
 * @param[out] out_texts An array of so many, NULL only for none; the first ones are filled in.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such kind or too little room;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(texts).
 * @since 1.0
 * @ingroup reader
 */
SKM_API skm_status skm_reader_texts(const skm_reader *reader, int32_t kind, uint32_t capacity,
                                    skm_served_text *SKM_NULLABLE out_texts) SKM_NOEXCEPT;

/**
 * A text about a level of a scale.
 *
 * @param[in] reader    The reader.
 * @param[in] kind      SKM_TITLE_OF_LEVEL, SKM_LABEL_OF_LEVEL or SKM_DESCRIPTION_OF_LEVEL.
 * @param[in] scale     The number of the scale.
 * @param[in] rank      From 1.
 * @param[out] out_text The text.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such kind, scale or rank;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup reader
 */
SKM_API skm_status skm_reader_level_text(const skm_reader *reader, int32_t kind, uint32_t scale,
                                         uint32_t rank, skm_served_text *out_text) SKM_NOEXCEPT;

/**
 * What a level means for a skill; empty if the framework does not say.
 *
 * @param[in] reader    The reader.
 * @param[in] skill     The number of the skill.
 * @param[in] rank      On the scale of the skill, from 1.
 * @param[out] out_text The text.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such skill or rank; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(levels).
 * @since 1.0
 * @ingroup reader
 */
SKM_API skm_status skm_reader_skill_level_description(const skm_reader *reader, uint32_t skill,
                                                      uint32_t rank,
                                                      skm_served_text *out_text) SKM_NOEXCEPT;

/**
 * What a role level expects to be done with a skill; empty if the framework does not say, or if the
 * role level expects nothing of it.
 *
 * @param[in] reader     The reader.
 * @param[in] role_level The number of the role level.
 * @param[in] skill      The number of the skill.
 * @param[out] out_text  The text.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such role level or skill;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(log requirements).
 * @since 1.0
 * @ingroup reader
 */
SKM_API skm_status skm_reader_cell_description(const skm_reader *reader, uint32_t role_level,
                                               uint32_t skill,
                                               skm_served_text *out_text) SKM_NOEXCEPT;

/**
 * What a raise of a skill asks for, on the way to a role level: what that expects to be done with
 * the skill; if the framework does not say, what the level means for the skill, or else in general.
 *
 * @param[in] reader The reader.
 * @param[in] role_level The number of the role level.
 * @param[in] skill The number of the skill.
 * @param[in] rank The rank raised to, on the scale of the skill, from 1.
 * @param[out] out_text The text.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such role level, skill or rank;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(log requirements + levels).
 * @since 1.0
 * @ingroup reader
 */
SKM_API skm_status skm_reader_raise_description(const skm_reader *reader, uint32_t role_level,
                                                uint32_t skill, uint32_t rank,
                                                skm_served_text *out_text) SKM_NOEXCEPT;

/**
 * The other names of a skill, all in the best language that has some.
 *
 * @param[in] reader     The reader.
 * @param[in] skill      The number of the skill.
 * @param[in] capacity   How many there is room for.
 * @param[out] out_texts An array of so many; the first ones are filled in, as far as there is room.
 * @param[out] out_count How many there are.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such skill; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(tags + names).
 * @since 1.0
 * @ingroup reader
 */
SKM_API skm_status skm_reader_skill_aliases(const skm_reader *reader, uint32_t skill,
                                            uint32_t capacity,
                                            skm_served_text *SKM_NULLABLE out_texts,
                                            uint32_t *out_count) SKM_NOEXCEPT;

/**
 * Ends a reader.
 *
 * @param[in] reader The reader; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses it.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup reader
 */
SKM_API void skm_reader_destroy(skm_reader *SKM_NULLABLE SKM_OWNED reader) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
