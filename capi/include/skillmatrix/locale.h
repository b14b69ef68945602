/*
 * Locales: tags of languages, and which language serves whom.
 */
#ifndef SKILLMATRIX_LOCALE_H
#define SKILLMATRIX_LOCALE_H

#include "skillmatrix/base.h"
#include "skillmatrix/buffer.h"
#include "skillmatrix/error.h"

/** @defgroup locale Locales
 * Languages have BCP 47 tags: "de-AT", "zh-Hant". What a reader asks for is an Accept-Language list
 * (RFC 9110, 12.5.4): "de-AT, de;q=0.8, en;q=0.5"; a tag is such a list, too.
 * @{ */

/** Base directions, of a language or of a text. Automatic: that of its first strong character. */
#define SKM_DIRECTION_AUTOMATIC 0
/** From left to right. */
#define SKM_DIRECTION_LTR 1
/** From right to left. */
#define SKM_DIRECTION_RTL 2

/** Why a text is in the language it is in. There is none in any language. */
#define SKM_TEXT_MISSING 0
/** The tag that the reader prefers. From here on, the best reason first. */
#define SKM_TEXT_EXACT 1
/** The same language, script and region by another tag: zh-Hans for zh-CN. */
#define SKM_TEXT_EQUIVALENT 2
/** A language that CLDR, or a fallback, gives to such readers: en for en-GB. */
#define SKM_TEXT_RELATED 3
/** Found through a later preference of the reader. */
#define SKM_TEXT_OTHER_PREFERRED 4
/** The default locale. */
#define SKM_TEXT_SOURCE_FALLBACK 5
/** None of these: undetermined ("und"), or just any language. */
#define SKM_TEXT_ANY_FALLBACK 6

/** The first thing that is wrong with a tag. */
typedef struct skm_tag_problem {
  size_t struct_size;     /**< Set it to the size of the struct before asking. */
  uint64_t offset;        /**< Of the bad subtag, in bytes. */
  uint64_t size;          /**< Of the bad subtag, in bytes; 0 if something is missing there. */
  skm_string_view detail; /**< The word for it: "underscore". Lives forever. */
} skm_tag_problem;

/** A problem to be filled in. */
#define SKM_TAG_PROBLEM_INIT                \
  {                                         \
    sizeof(skm_tag_problem), 0, 0, { 0, 0 } \
  }

/** Readers of one language, and a tag of texts to give to them before what CLDR would give. */
typedef struct skm_locale_fallback {
  skm_string_view reader; /**< Also for tags of the same language, script and region. */
  skm_string_view tag;    /**< Several for one reader are tried in their order. */
} skm_locale_fallback;

/** How to negotiate. */
typedef struct skm_negotiation_options {
  size_t struct_size;                   /**< The size of the struct. */
  const skm_locale_fallback *fallbacks; /**< An array; NULL if there are none. */
  uint64_t fallback_count;              /**< Its length. */
  skm_bool one_way_matches; /**< Also CLDR's matches in one direction: Russian for Ukrainian. */
  skm_bool other_scripts;   /**< Also other scripts of a language: Cyrillic for Serbian in Latin. */
} skm_negotiation_options;

/** The defaults. */
#define SKM_NEGOTIATION_OPTIONS_INIT \
  { sizeof(skm_negotiation_options), 0, 0, 0, 0 }

/** One place in the order in which languages are good for a reader. */
typedef struct skm_locale_link {
  uint32_t tag;   /**< Position in the tags that were negotiated about. */
  int32_t source; /**< Why it stands here: SKM_TEXT_EXACT, ... */
} skm_locale_link;

/** @} */

SKM_BEGIN_DECLS

/**
 * Whether a tag is well-formed (RFC 5646). Stricter than most: the language has 2 or 3 letters,
 * "en_US" is no tag, and the irregular tags of old ("i-klingon") are refused. Nor may it have more
 * than 128 bytes. Whether subtags are registered is not asked.
 *
 * @param[in] tag         The tag.
 * @param[in,out] problem Start it as SKM_TAG_PROBLEM_INIT; NULL if the status is enough. It is
 * filled in if the tag has a problem.
 * @return SKM_OK if it is; SKM_ERR_INVALID_INPUT if not; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_UNSUPPORTED_OPTION if the size of the problem cannot be, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup locale
 */
SKM_API skm_status skm_locale_check(skm_string_view tag,
                                    skm_tag_problem *SKM_NULLABLE problem) SKM_NOEXCEPT;

/**
 * The canonical form of a tag: usual case, current subtags for the replaced ones ("iw" is "he").
 *
 * @param[in] tag      The tag.
 * @param[out] out_tag Its canonical form, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_INPUT if it is not well-formed, see skm_locale_check;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup locale
 */
SKM_API skm_status skm_locale_canonicalize(skm_string_view tag, skm_buffer **SKM_OWNED out_tag,
                                           skm_error **SKM_NULLABLE SKM_OWNED out_error)
    SKM_NOEXCEPT;

/**
 * The direction of the script of a tag, or of the script that its language is usually written in.
 *
 * @param[in] tag The tag.
 * @return SKM_DIRECTION_LTR or SKM_DIRECTION_RTL; SKM_DIRECTION_AUTOMATIC if neither is known, as
 * for "und", unknown languages and malformed tags.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup locale
 */
SKM_API int32_t skm_locale_direction(skm_string_view tag) SKM_NOEXCEPT;

/**
 * In which order the languages of some texts are good for a reader. The text to serve is then the
 * first there is. For texts of the host; a reader (skm_reader_build) does this for those of a
 * matrix.
 *
 * The order: for each preference that tag, its equivalents, the fallbacks, then other matches of
 * CLDR; the default locale; "und"; the others by tag; at last those that the reader refuses
 * ("en;q=0"). What is not well-formed in the list is skipped; the diagnostics of a language
 * (skm_language_build) say so.
 *
 * @param[in] languages      An Accept-Language list; may be empty.
 * @param[in] count          The number of tags.
 * @param[in] tags           An array of so many: the languages there are.
 * @param[in] default_locale The language that texts are written in first; may be empty.
 * @param[in] options        NULL for the defaults.
 * @param[out] out_links     An array of so many: each tag once, best first.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_INPUT if one of the tags, or the default locale, is not
 *         well-formed; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_ENCODING, SKM_ERR_UNSUPPORTED_OPTION,
 *         SKM_ERR_OUT_OF_MEMORY. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(preferences * (tags + fallbacks)), plus sorting.
 * @since 1.0
 * @ingroup locale
 */
SKM_API skm_status skm_locale_negotiate(skm_string_view languages, uint32_t count,
                                        const skm_string_view *SKM_NULLABLE tags,
                                        skm_string_view default_locale,
                                        const skm_negotiation_options *SKM_NULLABLE options,
                                        skm_locale_link *out_links,
                                        skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Loads what the first use of a language would load: its formats, plurals and order. Nothing
 * depends on it but the time of the first request.
 *
 * @param[in] tag A BCP 47 tag. One without data loads what all languages share.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_INPUT if it is not well-formed; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * Milliseconds for the first language, and less than one for others, once in a process.
 * @since 1.0
 * @ingroup locale
 */
SKM_API skm_status skm_locale_warm_up(skm_string_view tag,
                                      skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
