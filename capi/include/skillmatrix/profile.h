/*
 * Profiles: people and their ratings.
 */
#ifndef SKILLMATRIX_PROFILE_H
#define SKILLMATRIX_PROFILE_H

#include "skillmatrix/base.h"
#include "skillmatrix/buffer.h"
#include "skillmatrix/diagnostics.h"
#include "skillmatrix/error.h"
#include "skillmatrix/matrix.h"
#include "skillmatrix/options.h"

/** @defgroup profile Profiles
 * A profile is one person with their ratings, as it is written; a list of profiles is many. To ask
 * questions of many people, build a roster. Immutable: any number of threads may use one.
 * @{ */

/** A profile. */
typedef struct skm_profile skm_profile;

/** A list of profiles. */
typedef struct skm_profiles skm_profiles;

/** Where a rating comes from: it does not say. */
#define SKM_RATING_SOURCE_NONE 0
/** From the person. */
#define SKM_RATING_SOURCE_SELF 1
/** From a colleague. */
#define SKM_RATING_SOURCE_PEER 2
/** From the manager. */
#define SKM_RATING_SOURCE_MANAGER 3
/** From a test. */
#define SKM_RATING_SOURCE_TEST 4
/** From a certificate. */
#define SKM_RATING_SOURCE_CERTIFICATE 5

/** One rating, as it is written. Its texts live as long as the profile. */
typedef struct skm_rating {
  size_t struct_size;    /**< Set it to the size of the struct before asking. */
  skm_string_view skill; /**< The id of the skill. */
  skm_string_view level; /**< The id of the level; empty if the person holds none. */
  skm_bool holds_none;   /**< Whether the person was assessed, and holds none. */
  int32_t source;        /**< SKM_RATING_SOURCE_SELF, ... */
  uint32_t confidence;   /**< Percent; SKM_NONE if it does not say. */
  uint32_t assessed;     /**< The day: 20260131 is 31 January 2026; 0 if it does not say. */
  uint32_t expires;      /**< The last day on which it counts; 0 if it does not expire. */
  uint32_t evidence;     /**< How many pieces of evidence there are. */
} skm_rating;

/** A rating to be filled in. */
#define SKM_RATING_INIT \
  { sizeof(skm_rating), {0, 0}, {0, 0}, 0, 0, 0, 0, 0, 0 }

/** What a rating rests on. */
typedef struct skm_evidence {
  skm_string_view uri;  /**< Where it is. */
  skm_string_view note; /**< What somebody wrote about it; may be empty. */
} skm_evidence;

/** @} */

SKM_BEGIN_DECLS

/**
 * Reads a profile from JSON, with every check that needs no framework.
 *
 * @param[in] json The document; not needed afterwards.
 * @param[in] options Limits; NULL for the defaults.
 * @param[out] out_profile The profile, for skm_profile_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_INPUT, and then the diagnostics of the error are all findings;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_UNSUPPORTED_OPTION, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup profile
 */
SKM_API skm_status skm_profile_parse(skm_string_view json,
                                     const skm_read_options *SKM_NULLABLE options,
                                     skm_profile **SKM_OWNED out_profile,
                                     skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Reads a profile from a JSON file.
 *
 * @param[in] path Its path, as the system has it.
 * @param[in] options Limits; NULL for the defaults.
 * @param[out] out_profile The profile, for skm_profile_destroy; NULL if the call fails.
 * @out_error
 * @return As skm_profile_parse; also SKM_ERR_FILE.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup profile
 */
SKM_API skm_status skm_profile_load(skm_string_view path,
                                    const skm_read_options *SKM_NULLABLE options,
                                    skm_profile **SKM_OWNED out_profile,
                                    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * The findings of reading: warnings and information, for a profile that was read has no errors.
 *
 * @param[in] profile The profile.
 * @return The list, which belongs to the profile; empty for a profile of a list, whose findings
 *         the list has; NULL if the profile is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup profile
 */
SKM_API const skm_diagnostics *SKM_BORROWED
skm_profile_diagnostics(const skm_profile *SKM_NULLABLE profile) SKM_NOEXCEPT;

/**
 * The id of the person.
 *
 * @param[in] profile The profile.
 * @return The id; empty if the profile is NULL. Lives as long as the profile.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup profile
 */
SKM_API skm_string_view skm_profile_id(const skm_profile *SKM_NULLABLE profile) SKM_NOEXCEPT;

/**
 * The name of the person.
 *
 * @param[in] profile The profile.
 * @return The name; empty if none is stated, or if the profile is NULL. Lives as long as the
 *         profile.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup profile
 */
SKM_API skm_string_view skm_profile_name(const skm_profile *SKM_NULLABLE profile) SKM_NOEXCEPT;

/**
 * The id of the role that the person has.
 *
 * @param[in] profile The profile.
 * @return The id; empty if none is stated, or if the profile is NULL. Lives as long as the
 *         profile.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup profile
 */
SKM_API skm_string_view skm_profile_role(const skm_profile *SKM_NULLABLE profile) SKM_NOEXCEPT;

/**
 * The id of the level of that role's ladder.
 *
 * @param[in] profile The profile.
 * @return The id; empty if none is stated, or if the profile is NULL. Lives as long as the
 *         profile.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup profile
 */
SKM_API skm_string_view skm_profile_level(const skm_profile *SKM_NULLABLE profile) SKM_NOEXCEPT;

/**
 * How many ratings there are. A skill may be rated several times.
 *
 * @param[in] profile The profile.
 * @return The number; 0 if the profile is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup profile
 */
SKM_API uint64_t skm_profile_rating_count(const skm_profile *SKM_NULLABLE profile) SKM_NOEXCEPT;

/**
 * One rating.
 *
 * @param[in] profile The profile.
 * @param[in] index From 0, in the order of the document.
 * @param[in,out] rating Start it as SKM_RATING_INIT. It is filled in.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such rating; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_UNSUPPORTED_OPTION if its size cannot be. Then it is as it
 * was.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup profile
 */
SKM_API skm_status skm_profile_get_rating(const skm_profile *profile, uint64_t index,
                                          skm_rating *rating) SKM_NOEXCEPT;

/**
 * What a rating rests on, in the order of the document.
 *
 * @param[in] profile The profile.
 * @param[in] rating The position of the rating, from 0.
 * @param[in] capacity How many there is room for.
 * @param[out] out_evidence An array of so many; the first ones are filled in, as far as there is
 * room. Their texts live as long as the profile.
 * @param[out] out_count How many there are.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such rating; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE. Then nothing is written.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(those given).
 * @since 1.0
 * @ingroup profile
 */
SKM_API skm_status skm_profile_evidence(const skm_profile *profile, uint64_t rating,
                                        uint32_t capacity, skm_evidence *SKM_NULLABLE out_evidence,
                                        uint32_t *out_count) SKM_NOEXCEPT;

/**
 * Writes a profile as JSON in canonical form: the same profile gives the same bytes.
 *
 * @param[in] profile The profile.
 * @param[in] compact Whether to leave out spaces and new lines.
 * @param[out] out_json The document, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup profile
 */
SKM_API skm_status skm_profile_to_json(const skm_profile *profile, skm_bool compact,
                                       skm_buffer **SKM_OWNED out_json,
                                       skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Checks a profile that is to be compared with a framework: unknown skills, roles and levels, with
 * what was probably meant, and what makes no sense in any profile.
 *
 * @param[in] profile The profile.
 * @param[in] matrix The framework, compiled.
 * @param[in] max_diagnostics Give so many findings at most, the errors first; 0: 10,000.
 * @param[out] out_diagnostics All findings, for skm_diagnostics_destroy, in the order of the
 *        document, with JSON pointers; NULL if the call fails.
 * @out_error
 * @return SKM_OK, whatever is found; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(ratings log skills), but for suggestions, of which there are only so many.
 * @since 1.0
 * @ingroup profile
 */
SKM_API skm_status skm_profile_validate(const skm_profile *profile, const skm_matrix *matrix,
                                        uint64_t max_diagnostics,
                                        skm_diagnostics **SKM_OWNED out_diagnostics,
                                        skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * The JSON Schema (2020-12) of a profile; of NDJSON, it is that of each line.
 *
 * @param[out] out_json The schema, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup profile
 */
SKM_API skm_status skm_profile_schema(skm_buffer **SKM_OWNED out_json,
                                      skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Ends a profile that belongs to the caller.
 *
 * @param[in] profile The profile; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses it.
 * @par Complexity
 * O(size).
 * @since 1.0
 * @ingroup profile
 */
SKM_API void skm_profile_destroy(skm_profile *SKM_NULLABLE SKM_OWNED profile) SKM_NOEXCEPT;

/**
 * Reads NDJSON: one profile a line; blank lines are passed over.
 *
 * A bad line is rejected, reported in the diagnostics and counted, and does not stop the others.
 *
 * @param[in] ndjson The text; not needed afterwards.
 * @param[in] options Limits; NULL for the defaults.
 * @param[out] out_profiles The list, for skm_profiles_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK, also if lines were rejected; SKM_ERR_INVALID_INPUT if the text as a whole is
 *         something else, such as one document on several lines; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_UNSUPPORTED_OPTION, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup profile
 */
SKM_API skm_status skm_profiles_parse(skm_string_view ndjson,
                                      const skm_read_options *SKM_NULLABLE options,
                                      skm_profiles **SKM_OWNED out_profiles,
                                      skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Reads a file of NDJSON.
 *
 * @param[in] path Its path, as the system has it.
 * @param[in] options Limits; NULL for the defaults.
 * @param[out] out_profiles The list, for skm_profiles_destroy; NULL if the call fails.
 * @out_error
 * @return As skm_profiles_parse; also SKM_ERR_FILE.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup profile
 */
SKM_API skm_status skm_profiles_load(skm_string_view path,
                                     const skm_read_options *SKM_NULLABLE options,
                                     skm_profiles **SKM_OWNED out_profiles,
                                     skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Makes a list of profiles that were read one by one.
 *
 * @param[in] count The number of profiles.
 * @param[in] profiles An array of so many, which are copied; NULL only for none.
 * @param[out] out_profiles The list, for skm_profiles_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(size).
 * @since 1.0
 * @ingroup profile
 */
SKM_API skm_status skm_profiles_create(uint64_t count,
                                       const skm_profile *const *SKM_NULLABLE profiles,
                                       skm_profiles **SKM_OWNED out_profiles,
                                       skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * How many profiles there are: those of the good lines.
 *
 * @param[in] profiles The list.
 * @return The number; 0 if the list is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup profile
 */
SKM_API uint64_t skm_profiles_count(const skm_profiles *SKM_NULLABLE profiles) SKM_NOEXCEPT;

/**
 * One profile.
 *
 * @param[in] profiles The list.
 * @param[in] index From 0, in the order of the text.
 * @return The profile, which belongs to the list; NULL if there is none.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup profile
 */
SKM_API const skm_profile *SKM_BORROWED skm_profiles_get(const skm_profiles *SKM_NULLABLE profiles,
                                                         uint64_t index) SKM_NOEXCEPT;

/**
 * Where in the text a profile stands.
 *
 * @param[in] profiles The list.
 * @param[in] index From 0.
 * @return Its line, from 1; 0 if there is no such profile.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup profile
 */
SKM_API uint64_t skm_profiles_line(const skm_profiles *SKM_NULLABLE profiles,
                                   uint64_t index) SKM_NOEXCEPT;

/**
 * How many lines had an error.
 *
 * @param[in] profiles The list.
 * @return The number; 0 if the list is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup profile
 */
SKM_API uint64_t skm_profiles_rejected(const skm_profiles *SKM_NULLABLE profiles) SKM_NOEXCEPT;

/**
 * The findings of all lines, the errors of rejected ones among them; positions are those in the
 * whole text.
 *
 * @param[in] profiles The list.
 * @return The list, which belongs to the list of profiles; NULL if that is NULL.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup profile
 */
SKM_API const skm_diagnostics *SKM_BORROWED
skm_profiles_diagnostics(const skm_profiles *SKM_NULLABLE profiles) SKM_NOEXCEPT;

/**
 * Writes NDJSON: one compact profile a line, in canonical form.
 *
 * @param[in] profiles The list.
 * @param[out] out_ndjson The text, for skm_buffer_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes).
 * @since 1.0
 * @ingroup profile
 */
SKM_API skm_status
skm_profiles_to_ndjson(const skm_profiles *profiles, skm_buffer **SKM_OWNED out_ndjson,
                       skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Ends a list of profiles, and the profiles of it that it gave.
 *
 * @param[in] profiles The list; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses it.
 * @par Complexity
 * O(size).
 * @since 1.0
 * @ingroup profile
 */
SKM_API void skm_profiles_destroy(skm_profiles *SKM_NULLABLE SKM_OWNED profiles) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
