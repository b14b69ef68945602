/*
 * Texts: are they sound, and how are they cut and put into other text.
 */
#ifndef SKILLMATRIX_TEXT_H
#define SKILLMATRIX_TEXT_H

#include "skillmatrix/base.h"
#include "skillmatrix/buffer.h"
#include "skillmatrix/error.h"
#include "skillmatrix/locale.h"

/** @defgroup text Texts
 * For hosts that take texts from people and show them: what the library does with its own texts.
 * The texts of a matrix and all that it makes of them are sound already.
 * @{ */

/** What a text is for: several lines. */
#define SKM_TEXT_USE_PROSE 0
/** One line: a title, a name or an id. */
#define SKM_TEXT_USE_NAME 1

/** Why a character is not wanted: C0 but for tab and line breaks, U+007F, C1. This and the next
 * four are errors. */
#define SKM_UNSAFE_CONTROL 0
/** U+202A..U+202E: changes the order of what follows. */
#define SKM_UNSAFE_BIDI_EMBEDDING 1
/** U+2066..U+2069 without its partner in the same paragraph. */
#define SKM_UNSAFE_UNBALANCED_ISOLATE 2
/** U+E0000..U+E007F, invisible, but in the flag of a subdivision. */
#define SKM_UNSAFE_TAG 3
/** U+FDD0..U+FDEF, and the last two of each plane. */
#define SKM_UNSAFE_NONCHARACTER 4
/** A tab or line break in a name. This and all below are warnings. */
#define SKM_UNSAFE_LINE_BREAK 5
/** ZWJ or ZWNJ where neither the script nor an emoji needs it. */
#define SKM_UNSAFE_JOINER 6
/** Behind a character that has no variants. */
#define SKM_UNSAFE_VARIATION_SELECTOR 7
/** Other characters that show nothing: U+200B, U+00AD, U+FEFF, ... */
#define SKM_UNSAFE_INVISIBLE 8
/** Looks different, or like nothing, elsewhere. */
#define SKM_UNSAFE_PRIVATE_USE 9

/** A character that should not be in a text. */
typedef struct skm_unsafe_character {
  uint64_t offset;     /**< In bytes. */
  uint32_t size;       /**< In bytes, 1 to 4. */
  uint32_t code_point; /**< Its number in Unicode. */
  int32_t kind;        /**< SKM_UNSAFE_CONTROL, ... */
  int32_t severity;    /**< SKM_SEVERITY_ERROR or SKM_SEVERITY_WARNING; it follows from the kind. */
} skm_unsafe_character;

/** @} */

SKM_BEGIN_DECLS

/**
 * The text in Unicode's normal form C, in which equal texts have equal bytes, and which texts of
 * documents have here.
 *
 * @param[in] text      The text.
 * @param[out] out_text The other one, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_ENCODING if it is not UTF-8; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup text
 */
SKM_API skm_status skm_text_normalize(skm_string_view text, skm_buffer **SKM_OWNED out_text,
                                      skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * A text that is no longer than so many characters, as readers count them (grapheme clusters).
 *
 * A longer one is cut, and an ellipsis put behind it, together so many; isolates that are open
 * there are closed.
 *
 * @param[in] text      The text.
 * @param[in] most      The number of characters.
 * @param[in] ellipsis  What says that it was cut; empty: U+2026. Left out if it is longer than
 * most.
 * @param[out] out_text The other text, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_ENCODING if one of them is not UTF-8; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup text
 */
SKM_API skm_status skm_text_truncate(skm_string_view text, uint64_t most, skm_string_view ellipsis,
                                     skm_buffer **SKM_OWNED out_text,
                                     skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * A text to be put into plain text of another direction: in isolates (U+2066 to U+2069), so that
 * neither changes the order of the other. In HTML an element does it: bdi.
 *
 * @param[in] text      The text.
 * @param[in] direction SKM_DIRECTION_AUTOMATIC, ...: its direction.
 * @param[out] out_text The other text, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_ENCODING if it is not UTF-8; SKM_ERR_UNSUPPORTED_OPTION if there is no
 * such direction; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup text
 */
SKM_API skm_status skm_text_isolate(skm_string_view text, int32_t direction,
                                    skm_buffer **SKM_OWNED out_text,
                                    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * The direction of the first strong character of a text, outside of isolates (UAX 9).
 *
 * @param[in] text The text.
 * @return SKM_DIRECTION_LTR or SKM_DIRECTION_RTL; SKM_DIRECTION_AUTOMATIC if there is none.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup text
 */
SKM_API int32_t skm_text_direction(skm_string_view text) SKM_NOEXCEPT;

/**
 * Whether nothing of a text can be seen: it is empty, or only of white space and invisible
 * characters. Such a text of a framework counts as missing.
 *
 * @param[in] text The text.
 * @return 1 or 0.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup text
 */
SKM_API skm_bool skm_text_is_blank(skm_string_view text) SKM_NOEXCEPT;

/**
 * Characters that should not be in a text, in its order: invisible ones, those that change the
 * order of others, and controls. Where scripts and emoji need them they are fine.
 *
 * @param[in] text            The text.
 * @param[in] use             SKM_TEXT_USE_PROSE or SKM_TEXT_USE_NAME.
 * @param[in] capacity        How many there is room for.
 * @param[out] out_characters An array of so many; the first ones are filled in, as far as there
 * is room.
 * @param[out] out_count      How many there are.
 * @return SKM_OK, whatever is found; SKM_ERR_ENCODING if the text is not UTF-8;
 *         SKM_ERR_UNSUPPORTED_OPTION if there is no such use; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_OUT_OF_MEMORY. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup text
 */
SKM_API skm_status skm_text_find_unsafe(skm_string_view text, int32_t use, uint32_t capacity,
                                        skm_unsafe_character *SKM_NULLABLE out_characters,
                                        uint32_t *out_count) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
