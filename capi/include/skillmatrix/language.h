/*
 * Languages of readers: messages, numbers, dates, lists and sorting.
 */
#ifndef SKILLMATRIX_LANGUAGE_H
#define SKILLMATRIX_LANGUAGE_H

#include "skillmatrix/base.h"
#include "skillmatrix/buffer.h"
#include "skillmatrix/diagnostics.h"
#include "skillmatrix/error.h"
#include "skillmatrix/locale.h"
#include "skillmatrix/messages.h"

/** @defgroup language Languages
 * All that depends on a reader alone. Make one for each distinct Accept-Language list, and keep it:
 * that takes about a millisecond, and more at the first use of a language. Nothing depends on the
 * locale, the time zone or the clock of the process. Numbers, dates and lists are in the reader's
 * own locale if the messages are in the same language (en-GB with English messages), otherwise in
 * that of the messages: a page is of one piece. Immutable: any number of threads may use one.
 * @{ */

/** A language. */
typedef struct skm_language skm_language;

/** Whether texts that are filled into messages are isolated (U+2068, U+2069). If directions differ.
 */
#define SKM_ISOLATES_AUTOMATIC 0
/** Always. */
#define SKM_ISOLATES_ALWAYS 1
/** Never: for HTML, where elements do it. */
#define SKM_ISOLATES_NEVER 2

/** Types of arguments of messages. Not given: the same as leaving it out. */
#define SKM_ARGUMENT_NONE 0
/** A text. */
#define SKM_ARGUMENT_TEXT 1
/** A whole number. */
#define SKM_ARGUMENT_NUMBER 2

/** One value to fill into a message. */
typedef struct skm_message_argument {
  skm_string_view name; /**< As the pattern calls it. */
  skm_string_view text; /**< For SKM_ARGUMENT_TEXT. */
  int64_t number;       /**< For SKM_ARGUMENT_NUMBER. */
  int64_t type;         /**< SKM_ARGUMENT_TEXT, ... */
} skm_message_argument;

/** @} */

SKM_BEGIN_DECLS

/**
 * The language of a reader.
 *
 * @param[in] languages     An Accept-Language list or a tag; empty for that of the source of the
 * messages.
 * @param[in] messages      The messages, not needed afterwards; NULL for the library's.
 * @param[in] isolates      SKM_ISOLATES_AUTOMATIC, ...
 * @param[out] out_language The language, for skm_language_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_UNSUPPORTED_OPTION,
 *         SKM_ERR_OUT_OF_MEMORY. What is wrong with the list is skipped, and told by
 *         skm_language_diagnostics.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes + messages).
 * @since 1.0
 * @ingroup language
 */
SKM_API skm_status skm_language_build(skm_string_view languages,
                                      const skm_messages *SKM_NULLABLE messages, int32_t isolates,
                                      skm_language **SKM_OWNED out_language,
                                      skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * What is wrong with the list of languages: items that were skipped.
 *
 * @param[in] language The language.
 * @return The list of findings, which belongs to the language; NULL if that is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup language
 */
SKM_API const skm_diagnostics *SKM_BORROWED
skm_language_diagnostics(const skm_language *SKM_NULLABLE language) SKM_NOEXCEPT;

/**
 * What the reader prefers.
 *
 * @param[in] language The language.
 * @return The reader's first preference, or the language of the messages; a canonical tag. Lives as
 * long as the language.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup language
 */
SKM_API skm_string_view skm_language_locale(const skm_language *SKM_NULLABLE language) SKM_NOEXCEPT;

/**
 * The language of most messages: that of the best catalog for the reader.
 *
 * @param[in] language The language.
 * @return A canonical tag. Lives as long as the language.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup language
 */
SKM_API skm_string_view skm_language_message_locale(const skm_language *SKM_NULLABLE language)
    SKM_NOEXCEPT;

/**
 * The direction of a page in the language of the messages.
 *
 * @param[in] language The language.
 * @return SKM_DIRECTION_LTR, ...; SKM_DIRECTION_AUTOMATIC if the language is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup language
 */
SKM_API int32_t skm_language_direction(const skm_language *SKM_NULLABLE language) SKM_NOEXCEPT;

/**
 * A message for the reader. A key is never shown, nor are the braces of an argument: a message that
 * no catalog has is "text not available", and an ellipsis stands where an argument is missing.
 *
 * @param[in] language    The language.
 * @param[in] key         The key of the message, see docs/messages.md.
 * @param[in] count       The number of arguments.
 * @param[in] arguments   An array of so many.
 * @param[out] out_locale The tag of the catalog that it is from, for as long as the language lives;
 * NULL if nobody asks.
 * @param[out] out_text   The text, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_UNSUPPORTED_OPTION for an
 *         unknown type of an argument, SKM_ERR_ENCODING, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup language
 */
SKM_API skm_status skm_language_message(const skm_language *language, skm_string_view key,
                                        uint32_t count,
                                        const skm_message_argument *SKM_NULLABLE arguments,
                                        skm_string_view *SKM_NULLABLE out_locale,
                                        skm_buffer **SKM_OWNED out_text,
                                        skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * What a finding says, for the reader, without position and suggestion.
 *
 * @param[in] language    The language.
 * @param[in] diagnostics The list of findings.
 * @param[in] index       Which, from 0.
 * @param[out] out_text   The text, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_RANGE,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup language
 */
SKM_API skm_status skm_language_diagnostic(
    const skm_language *language, const skm_diagnostics *diagnostics, uint64_t index,
    skm_buffer **SKM_OWNED out_text, skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * A whole number for the reader: "1,234".
 *
 * @param[in] language  The language.
 * @param[in] number    The number.
 * @param[out] out_text The text, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup language
 */
SKM_API skm_status skm_language_number(const skm_language *language, int64_t number,
                                       skm_buffer **SKM_OWNED out_text,
                                       skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * A fraction for the reader, with one decimal, rounded half away from zero, exactly: 5/8 is
 * "62.5%".
 *
 * @param[in] language    The language.
 * @param[in] numerator   Of the fraction; not INT64_MIN.
 * @param[in] denominator From 1.
 * @param[out] out_text   The text, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if a number cannot be; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup language
 */
SKM_API skm_status skm_language_percent(const skm_language *language, int64_t numerator,
                                        int64_t denominator, skm_buffer **SKM_OWNED out_text,
                                        skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * A date for the reader, in numbers: "3/17/2026".
 *
 * @param[in] language  The language.
 * @param[in] date      Written as a number, such as 20260317.
 * @param[out] out_text The text, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such day; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup language
 */
SKM_API skm_status skm_language_date(const skm_language *language, uint32_t date,
                                     skm_buffer **SKM_OWNED out_text,
                                     skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * An enumeration for the reader: "a, b and c".
 *
 * @param[in] language  The language.
 * @param[in] count     The number of items.
 * @param[in] items     An array of so many.
 * @param[out] out_text The text, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_ENCODING,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup language
 */
SKM_API skm_status skm_language_list(const skm_language *language, uint32_t count,
                                     const skm_string_view *SKM_NULLABLE items,
                                     skm_buffer **SKM_OWNED out_text,
                                     skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * The order in which the reader sorts names, numbers inside them by value. Break ties by id.
 *
 * @param[in] language The language.
 * @param[in] left     A name.
 * @param[in] right    Another one.
 * @return Less than, equal to or greater than 0; 0 if the language is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup language
 */
SKM_API int32_t skm_language_compare(const skm_language *SKM_NULLABLE language,
                                     skm_string_view left, skm_string_view right) SKM_NOEXCEPT;

/**
 * Findings as JSON, with how many there are of each severity, and messages for the reader.
 *
 * @param[in] language The language.
 * @param[in] diagnostics The findings; NULL for none.
 * @param[in] file How the host calls what they are about; may be empty.
 * @param[out] out_json The report, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_ENCODING if the file is not UTF-8; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(findings).
 * @since 1.0
 * @ingroup language
 */
SKM_API skm_status skm_language_report(const skm_language *language,
                                       const skm_diagnostics *SKM_NULLABLE diagnostics,
                                       skm_string_view file, skm_buffer **SKM_OWNED out_json,
                                       skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Ends a language. What was made of it stays.
 *
 * @param[in] language The language; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses it.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup language
 */
SKM_API void skm_language_destroy(skm_language *SKM_NULLABLE SKM_OWNED language) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
