/*
 * Messages: what the library itself says, and what a host adds.
 */
#ifndef SKILLMATRIX_MESSAGES_H
#define SKILLMATRIX_MESSAGES_H

#include "skillmatrix/base.h"
#include "skillmatrix/diagnostics.h"
#include "skillmatrix/error.h"

/** @defgroup messages Messages
 * Headings, counts, states and diagnostics in many languages: catalogs of ICU MessageFormat
 * patterns by key. docs/localization.md tells of their form. Immutable: any number of threads may
 * use one set.
 * @{ */

/** A set of catalogs. */
typedef struct skm_messages skm_messages;

/** One catalog, as the host has it. */
typedef struct skm_catalog {
  skm_string_view json; /**< The document. */
  skm_string_view name; /**< For diagnostics: a file name, say. May be empty. */
} skm_catalog;

/** @} */

SKM_BEGIN_DECLS

/**
 * The messages of the library.
 *
 * @param[out] out_messages The set, for skm_messages_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(messages).
 * @since 1.0
 * @ingroup messages
 */
SKM_API skm_status skm_messages_built_in(skm_messages **SKM_OWNED out_messages,
                                         skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * A set with languages, keys and texts of the host beside those of another one, or in place of
 * them. A catalog need not be whole: what it lacks is served by those of the other set.
 *
 * @param[in] base          The set to extend, which is not needed afterwards; NULL for the
 * library's.
 * @param[in] count         The number of catalogs, from 1.
 * @param[in] catalogs      An array of so many; not needed afterwards.
 * @param[out] out_messages The set, for skm_messages_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_INPUT, and then the diagnostics of the error are all findings;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes + messages).
 * @since 1.0
 * @ingroup messages
 */
SKM_API skm_status skm_messages_extend(const skm_messages *SKM_NULLABLE base, uint32_t count,
                                       const skm_catalog *catalogs,
                                       skm_messages **SKM_OWNED out_messages,
                                       skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * A set of catalogs of the host alone, which are whole: each has every message of the first one,
 * the source, and no other.
 *
 * @param[in] count The number of catalogs, from 1.
 * @param[in] catalogs An array of so many; not needed afterwards. The first has a message
 *        "missing", without arguments.
 * @param[out] out_messages The set, for skm_messages_destroy; NULL if the call fails.
 * @out_error
 * @return As skm_messages_extend.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup messages
 */
SKM_API skm_status skm_messages_build(uint32_t count, const skm_catalog *catalogs,
                                      skm_messages **SKM_OWNED out_messages,
                                      skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * A set with the pseudo-locales "en-XA" and "ar-XB" beside its languages, as
 * skm_framework_with_pseudo_locales makes them.
 *
 * @param[in] base The set, which is not needed afterwards; NULL for the library's.
 * @param[out] out_messages The other one, for skm_messages_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(messages).
 * @since 1.0
 * @ingroup messages
 */
SKM_API skm_status skm_messages_with_pseudo_locales(
    const skm_messages *SKM_NULLABLE base, skm_messages **SKM_OWNED out_messages,
    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * The findings about the catalogs of the host: warnings, for a set that was made has no errors.
 *
 * @param[in] messages The set.
 * @return The list, which belongs to the set; NULL if that is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup messages
 */
SKM_API const skm_diagnostics *SKM_BORROWED
skm_messages_diagnostics(const skm_messages *SKM_NULLABLE messages) SKM_NOEXCEPT;

/**
 * How many languages there are.
 *
 * @param[in] messages The set.
 * @return The number; 0 if the set is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup messages
 */
SKM_API uint32_t skm_messages_locale_count(const skm_messages *SKM_NULLABLE messages) SKM_NOEXCEPT;

/**
 * The canonical tag of a language of the set.
 *
 * @param[in] messages The set.
 * @param[in] index    From 0, by the bytes of the tags.
 * @return The tag; empty if there is none. Lives as long as the set.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup messages
 */
SKM_API skm_string_view skm_messages_locale(const skm_messages *SKM_NULLABLE messages,
                                            uint32_t index) SKM_NOEXCEPT;

/**
 * The language of the source: the one that has every message.
 *
 * @param[in] messages The set.
 * @return The canonical tag; empty if the set is NULL. Lives as long as the set.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup messages
 */
SKM_API skm_string_view skm_messages_source_locale(const skm_messages *SKM_NULLABLE messages)
    SKM_NOEXCEPT;

/**
 * How many keys there are.
 *
 * @param[in] messages The set.
 * @return The number; 0 if the set is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup messages
 */
SKM_API uint32_t skm_messages_key_count(const skm_messages *SKM_NULLABLE messages) SKM_NOEXCEPT;

/**
 * A key of the set.
 *
 * @param[in] messages The set.
 * @param[in] index    From 0.
 * @return The key; empty if there is none. Lives as long as the set.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup messages
 */
SKM_API skm_string_view skm_messages_key(const skm_messages *SKM_NULLABLE messages,
                                         uint32_t index) SKM_NOEXCEPT;

/**
 * Whether some catalog has a message of that key.
 *
 * @param[in] messages The set.
 * @param[in] key      The key.
 * @return 1 or 0; 0 if the set is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes of the key).
 * @since 1.0
 * @ingroup messages
 */
SKM_API skm_bool skm_messages_contains(const skm_messages *SKM_NULLABLE messages,
                                       skm_string_view key) SKM_NOEXCEPT;

/**
 * Ends a set. What was made of it stays.
 *
 * @param[in] messages The set; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses it.
 * @par Complexity
 * O(size).
 * @since 1.0
 * @ingroup messages
 */
SKM_API void skm_messages_destroy(skm_messages *SKM_NULLABLE SKM_OWNED messages) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
