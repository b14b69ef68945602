/*
 * Rosters: many people, ready for batches.
 */
#ifndef SKILLMATRIX_ROSTER_H
#define SKILLMATRIX_ROSTER_H

#include "skillmatrix/base.h"
#include "skillmatrix/csv.h"
#include "skillmatrix/diagnostics.h"
#include "skillmatrix/error.h"
#include "skillmatrix/matrix.h"
#include "skillmatrix/options.h"
#include "skillmatrix/profile.h"

/** @defgroup roster Rosters
 * What is known of many people, by column: 3 to 5 bytes a rating. A roster goes with the matrix
 * that it was built for, whose numbers of skills and role levels it has. People have dense numbers
 * from 0, in the order in which they came. Names, evidence, dates and sources are not kept.
 *
 * There is always a roster, of those who could be taken: what is bad is reported and counted, and
 * does not stop the others. A person without an id, or with one that an earlier person has, is
 * rejected; so is a rating whose skill or level the matrix does not know.
 *
 * A roster can change. Any number of threads may use one that does not; who changes it must be
 * alone with it. Scores, rankings and counts follow a change, each by a call of its own, at a small
 * part of what it takes to make them anew; rankings do not follow people who come or go.
 * @{ */

/** A roster. */
typedef struct skm_roster skm_roster;

/** How to build a roster. */
typedef struct skm_roster_options {
  size_t struct_size; /**< The size of the struct. */
  /** The day that the roster is an answer for: 20260131 is 31 January 2026. A rating counts up to
   * and including the day it expires; by default nothing expires. */
  uint32_t as_of;
  int32_t policy;            /**< SKM_RATING_POLICY_LATEST, ...: which rating of a skill counts. */
  uint32_t min_confidence;   /**< Percent: ratings that state less are set aside. */
  skm_bool without_index;    /**< Less memory; but batches read all ratings. */
  skm_bool rating_positions; /**< Also which rating of the profile counts. */
  skm_bool reserved;         /**< 0. */
  uint64_t max_diagnostics;  /**< Further ones are counted; by default 10,000. */
} skm_roster_options;

/** The defaults. */
#define SKM_ROSTER_OPTIONS_INIT \
  { sizeof(skm_roster_options), 0, 0, 0, 0, 0, 0, 0 }

/** Texts as Arrow lays them out. Text i is the bytes from offsets[i] to offsets[i + 1]; there is
 * one offset more than texts. */
typedef struct skm_texts {
  const char *bytes;     /**< UTF-8, all texts one after the other. */
  uint64_t byte_count;   /**< How many bytes there are. */
  const void *offsets;   /**< uint32_t or uint64_t, rising; NULL: the column is not given. */
  uint64_t offset_width; /**< Bytes of an offset: 4 or 8. */
} skm_texts;

/** People and ratings as columns, those of a data frame, say. A column that is not given is NULL.
 */
typedef struct skm_roster_columns {
  size_t struct_size;    /**< The size of the struct. */
  uint64_t person_count; /**< How many people there are in the columns of people. */
  uint64_t rating_count; /**< How many ratings: a skill of a person at most once. */

  skm_texts person_ids;            /**< The ids of the people. */
  const uint32_t *own_role_levels; /**< Of each person; SKM_NONE: none. May be missing. */

  /* Whose each rating is, in one of three ways. */

  /** The ratings of person p are those from first[p] to first[p + 1]: one more than people. */
  const uint64_t *first;
  const uint32_t *people; /**< Positions in person_ids, in any order. */
  /** Ids, in any order: of person_ids, or without these the people are those that appear. */
  skm_texts people_by_id;

  /* Which skill, in one of two ways. */

  const uint32_t *skills; /**< Numbers in the matrix. */
  skm_texts skill_ids;    /**< Ids. */

  /* At which level, in one of two ways. */

  const uint8_t *ranks; /**< On the scale of the skill; 0: assessed, holds none. */
  skm_texts level_ids;  /**< Ids of levels of the scale. */
  /** Where it is not 0, the person was assessed and holds none, whatever the level. May be missing.
   */
  const uint8_t *none;
  /** Where it is not 0, nothing is known: the row says only that there is the person. May be
   * missing. */
  const uint8_t *unknown;

  /* Own role levels by id, in place of own_role_levels. An empty text is none. */

  skm_texts own_roles;  /**< Ids of roles, of each person. */
  skm_texts own_levels; /**< Ids of levels on the ladders of these roles. */
} skm_roster_columns;

/** No columns yet. */
#define SKM_ROSTER_COLUMNS_INIT                                                                \
  {                                                                                            \
    sizeof(skm_roster_columns), 0, 0, {0, 0, 0, 0}, 0, 0, 0, {0, 0, 0, 0}, 0, {0, 0, 0, 0}, 0, \
        {0, 0, 0, 0}, 0, 0, {0, 0, 0, 0}, {                                                    \
      0, 0, 0, 0                                                                               \
    }                                                                                          \
  }

/** What is known of a person and a skill. */
typedef struct skm_holding {
  uint32_t skill;      /**< The number of the skill. */
  uint32_t rank;       /**< On its scale; 0: assessed, holds none, or expired. */
  skm_bool is_expired; /**< Whether all ratings of it are past their date. */
  uint32_t rating; /**< Position in the profile of the rating that counts, if that was asked for;
                        0 otherwise. */
} skm_holding;

/** @} */

SKM_BEGIN_DECLS

/**
 * Builds a roster from profiles. Findings point into the list: /N/ratings/M/skill.
 *
 * @param[in] matrix The matrix; may be ended afterwards.
 * @param[in] profiles The people; not needed afterwards.
 * @param[in] options How; NULL for the defaults.
 * @param[out] out_roster The roster, for skm_roster_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK, also if people or ratings were rejected; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_UNSUPPORTED_OPTION, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(ratings log skills).
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_status skm_roster_build(const skm_matrix *matrix, const skm_profiles *profiles,
                                    const skm_roster_options *SKM_NULLABLE options,
                                    skm_roster **SKM_OWNED out_roster,
                                    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Builds a roster from NDJSON, one profile a line, but without keeping the profiles: the memory
 * goes with the roster.
 *
 * @param[in] matrix The matrix; may be ended afterwards.
 * @param[in] ndjson The text; not needed afterwards.
 * @param[in] options How; NULL for the defaults.
 * @param[in] limits Limits of reading; NULL for the defaults.
 * @param[out] out_roster The roster, for skm_roster_destroy; NULL if the call fails.
 * @out_error
 * @return As skm_roster_build; also SKM_ERR_INVALID_INPUT if the text as a whole is something
 *         else, such as one document on several lines.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(bytes + ratings log skills).
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_status skm_roster_read_ndjson(
    const skm_matrix *matrix, skm_string_view ndjson,
    const skm_roster_options *SKM_NULLABLE options, const skm_read_options *SKM_NULLABLE limits,
    skm_roster **SKM_OWNED out_roster, skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Builds a roster from a table of ratings, one rating a row (RFC 4180, UTF-8, header row first).
 * A person is all rows with one id, wherever they stand.
 *
 * @param[in] matrix The matrix; may be ended afterwards.
 * @param[in] csv The table; not needed afterwards.
 * @param[in] options How; NULL for the defaults.
 * @param[in] csv_options How to read the table; NULL for the defaults.
 * @param[in] limits Limits of reading; NULL for the defaults.
 * @param[out] out_roster The roster, for skm_roster_destroy; NULL if the call fails.
 * @out_error
 * @return As skm_roster_build.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(n log n) in the text.
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_status skm_roster_read_csv(const skm_matrix *matrix, skm_string_view csv,
                                       const skm_roster_options *SKM_NULLABLE options,
                                       const skm_ratings_csv_options *SKM_NULLABLE csv_options,
                                       const skm_read_options *SKM_NULLABLE limits,
                                       skm_roster **SKM_OWNED out_roster,
                                       skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Builds a roster from columns, which say what counts: of the options nothing is looked at that
 * chooses ratings. Findings point into the columns: /skills/N.
 *
 * Of two ratings of a skill of a person the first counts, and the other is rejected.
 *
 * @param[in] matrix The matrix; may be ended afterwards.
 * @param[in] columns The columns; not needed afterwards.
 * @param[in] options How; NULL for the defaults.
 * @param[out] out_roster The roster, for skm_roster_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK, also if people or ratings were rejected; SKM_ERR_INVALID_INPUT if the columns
 *         do not go together: the diagnostics of the error say why; SKM_ERR_ENCODING if a text
 *         is not UTF-8; SKM_ERR_OUT_OF_RANGE if offsets do not rise or leave the bytes;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_UNSUPPORTED_OPTION,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(ratings log skills + bytes).
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_status skm_roster_build_columns(
    const skm_matrix *matrix, const skm_roster_columns *columns,
    const skm_roster_options *SKM_NULLABLE options, skm_roster **SKM_OWNED out_roster,
    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Maps a roster that skm_roster_save wrote, for the matrix it was built for or another one that
 * it fits.
 *
 * Only the head of the file is looked at. Call skm_roster_verify before using a file that may be
 * damaged or hostile. Nobody may write into the file meanwhile; skm_roster_save replaces files
 * as a whole. Changes of the roster leave the file as it is.
 *
 * @param[in] matrix The matrix; may be ended afterwards.
 * @param[in] path Its path, as the system has it.
 * @param[out] out_roster The roster, for skm_roster_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_FILE; SKM_ERR_BAD_FILE if it is no such file or of another version;
 *         SKM_ERR_OTHER_MATRIX; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(ids of the matrix).
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_status skm_roster_open(const skm_matrix *matrix, skm_string_view path,
                                   skm_roster **SKM_OWNED out_roster,
                                   skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Opens the bytes of a file that skm_roster_save wrote, as skm_roster_open does.
 *
 * @param[in] matrix The matrix; may be ended afterwards.
 * @param[in] bytes The bytes; copied.
 * @param[out] out_roster The roster, for skm_roster_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_BAD_FILE if they are no such file or of another version;
 *         SKM_ERR_OTHER_MATRIX; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE,
 *         SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(size + ids of the matrix).
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_status skm_roster_open_bytes(const skm_matrix *matrix, skm_string_view bytes,
                                         skm_roster **SKM_OWNED out_roster,
                                         skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Makes a copy, which changes for itself: to change people while others read the roster as it is.
 *
 * Of a roster that was opened, what has not changed is not copied, but stays in the file.
 *
 * @param[in] roster The roster.
 * @param[out] out_roster The copy, for skm_roster_destroy; NULL if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(size).
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_status skm_roster_clone(const skm_roster *roster, skm_roster **SKM_OWNED out_roster,
                                    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Writes a roster to a file, which it replaces as a whole: whoever has the old one open keeps
 * it.
 *
 * @param[in] roster The roster.
 * @param[in] path The path of the file, as the system has it.
 * @out_error
 * @return SKM_OK; SKM_ERR_FILE, and then all is as it was; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(size).
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_status skm_roster_save(const skm_roster *roster, skm_string_view path,
                                   skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Proves that an opened roster is in order, so that no call can leave it.
 *
 * @param[in] roster The roster.
 * @out_error
 * @return SKM_OK; SKM_ERR_BAD_FILE if something is damaged: the diagnostics of the error say
 *         which sections; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(size).
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_status skm_roster_verify(const skm_roster *roster,
                                     skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Whether skills, levels and role levels have the numbers in a matrix that they had in the one
 * that the roster was built for. Texts and requirements may be others.
 *
 * @param[in] roster The roster.
 * @param[in] matrix The matrix.
 * @return 1 or 0; 0 if either is NULL.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(ids of the matrix).
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_bool skm_roster_fits(const skm_roster *SKM_NULLABLE roster,
                                 const skm_matrix *SKM_NULLABLE matrix) SKM_NOEXCEPT;

/**
 * How many people there are.
 *
 * @param[in] roster The roster.
 * @return The number; 0 if the roster is NULL.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup roster
 */
SKM_API uint32_t skm_roster_person_count(const skm_roster *SKM_NULLABLE roster) SKM_NOEXCEPT;

/**
 * How many ratings count: those of none do, expired ones do not.
 *
 * @param[in] roster The roster.
 * @return The number; 0 if the roster is NULL.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup roster
 */
SKM_API uint64_t skm_roster_rating_count(const skm_roster *SKM_NULLABLE roster) SKM_NOEXCEPT;

/**
 * How many profiles, lines or ids had an error when the roster was built.
 *
 * @param[in] roster The roster.
 * @return The number; 0 for an opened roster, and if it is NULL.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup roster
 */
SKM_API uint64_t skm_roster_rejected_people(const skm_roster *SKM_NULLABLE roster) SKM_NOEXCEPT;

/**
 * How many ratings or rows had an error when the roster was built, those of rejected people
 * among them.
 *
 * @param[in] roster The roster.
 * @return The number; 0 for an opened roster, and if it is NULL.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup roster
 */
SKM_API uint64_t skm_roster_rejected_ratings(const skm_roster *SKM_NULLABLE roster) SKM_NOEXCEPT;

/**
 * How many people who were taken stated a role level of their own that the matrix does not have.
 *
 * They have none now, so that they have no scores where each is compared with their own, and do not
 * appear in what is required. The findings say who they are.
 *
 * @param[in] roster The roster.
 * @return The number, when the roster was built; 0 for an opened roster, and if it is NULL.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup roster
 */
SKM_API uint64_t skm_roster_rejected_role_levels(const skm_roster *SKM_NULLABLE roster)
    SKM_NOEXCEPT;

/**
 * The findings of building, with the errors of what was rejected.
 *
 * @param[in] roster The roster.
 * @return The list, which belongs to the roster; NULL if that is NULL.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup roster
 */
SKM_API const skm_diagnostics *SKM_BORROWED
skm_roster_diagnostics(const skm_roster *SKM_NULLABLE roster) SKM_NOEXCEPT;

/**
 * Where a person comes from.
 *
 * @param[in] roster The roster.
 * @param[in] person The number of the person.
 * @return The position in the list of profiles, from 0; the line of NDJSON, or the first good
 *         row of a table, from 1. 0 for an opened roster, for who was added to it since, and if
 *         there is no such person.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup roster
 */
SKM_API uint64_t skm_roster_source(const skm_roster *SKM_NULLABLE roster,
                                   uint32_t person) SKM_NOEXCEPT;

/**
 * The id of a person.
 *
 * @param[in] roster The roster.
 * @param[in] person The number of the person.
 * @return The id; empty if there is no such person. Lives until the roster changes or ends.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_string_view skm_roster_person_id(const skm_roster *SKM_NULLABLE roster,
                                             uint32_t person) SKM_NOEXCEPT;

/**
 * The number of a person.
 *
 * @param[in] roster The roster.
 * @param[in] id The id.
 * @return Their number; SKM_NONE if there is nobody of that id.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(length of the id).
 * @since 1.0
 * @ingroup roster
 */
SKM_API uint32_t skm_roster_find_person(const skm_roster *SKM_NULLABLE roster,
                                        skm_string_view id) SKM_NOEXCEPT;

/**
 * The role level that a person has.
 *
 * @param[in] roster The roster.
 * @param[in] person The number of the person.
 * @return Its number; SKM_NONE if the person states none, or none that the matrix has, and if
 *         there is no such person.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup roster
 */
SKM_API uint32_t skm_roster_own_role_level(const skm_roster *SKM_NULLABLE roster,
                                           uint32_t person) SKM_NOEXCEPT;

/**
 * The rank at which a person holds a skill.
 *
 * @param[in] roster The roster.
 * @param[in] person The number of the person.
 * @param[in] skill The number of the skill.
 * @return The rank; 0: assessed, holds none; SKM_NONE if unknown or expired, and if there is no
 *         such person or skill.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(log ratings of the person).
 * @since 1.0
 * @ingroup roster
 */
SKM_API uint32_t skm_roster_rank(const skm_roster *SKM_NULLABLE roster, uint32_t person,
                                 uint32_t skill) SKM_NOEXCEPT;

/**
 * Of how many skills something is known of a person.
 *
 * @param[in] roster The roster.
 * @param[in] person The number of the person.
 * @return The number, expired ones among them; 0 if there is no such person.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup roster
 */
SKM_API uint32_t skm_roster_holding_count(const skm_roster *SKM_NULLABLE roster,
                                          uint32_t person) SKM_NOEXCEPT;

/**
 * What is known of a person, by the number of the skill.
 *
 * @param[in] roster The roster.
 * @param[in] person The number of the person.
 * @param[in] capacity How many there is room for: skm_roster_holding_count is enough.
 * @param[out] out_holdings An array of so many, NULL only for none; the first ones are filled
 *        in.
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such person or too little room;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY. Then nothing is
 *         written.
 * @par Thread class
 * Any number of threads, while none changes the roster.
 * @par Complexity
 * O(ratings of the person).
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_status skm_roster_holdings(const skm_roster *roster, uint32_t person, uint32_t capacity,
                                       skm_holding *SKM_NULLABLE out_holdings) SKM_NOEXCEPT;

/**
 * Says what is known of a person and a skill from now on.
 *
 * @param[in] roster The roster.
 * @param[in] person The number of the person.
 * @param[in] skill The number of the skill.
 * @param[in] rank The rank held, 0 for none of it; SKM_NONE: unknown.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such person, skill or rank;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY. Then the roster
 *         is as it was.
 * @par Thread class
 * One thread, when no other uses the roster.
 * @par Complexity
 * O(ratings of the person), amortised, and with an index O(65,536) at most.
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_status skm_roster_set_rank(skm_roster *roster, uint32_t person, uint32_t skill,
                                       uint32_t rank,
                                       skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Says which role level a person has from now on.
 *
 * @param[in] roster The roster.
 * @param[in] person The number of the person.
 * @param[in] role_level Its number; SKM_NONE: none.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such person or role level;
 *         SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY. Then the roster
 *         is as it was.
 * @par Thread class
 * One thread, when no other uses the roster.
 * @par Complexity
 * O(1); the first change of an opened roster O(people).
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_status
skm_roster_set_own_role_level(skm_roster *roster, uint32_t person, uint32_t role_level,
                              skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Says all that is known of a person from now on.
 *
 * @param[in] roster The roster.
 * @param[in] person The number of the person.
 * @param[in] count The number of holdings.
 * @param[in] holdings An array of so many, by rising number of the skill; NULL only for none. The
 *        rank of an expired one is 0.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such person, skill or rank;
 *         SKM_ERR_INVALID_ARGUMENT, also if the skills do not rise; SKM_ERR_WRONG_HANDLE,
 *         SKM_ERR_OUT_OF_MEMORY. Then the roster is as it was.
 * @par Thread class
 * One thread, when no other uses the roster.
 * @par Complexity
 * O(ratings of the person), amortised, and with an index O(65,536) at most for each skill of which
 * something else is known.
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_status skm_roster_set_holdings(
    skm_roster *roster, uint32_t person, uint32_t count, const skm_holding *SKM_NULLABLE holdings,
    skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Says that from now on the ratings of a profile are what is known of a person.
 *
 * Which rating of a skill counts, the options said that the roster was built with.
 *
 * @param[in] roster The roster.
 * @param[in] person The number of the person.
 * @param[in] profile The profile, of which the id and the role level are not looked at; not needed
 *        afterwards.
 * @param[out] out_diagnostics The findings, for skm_diagnostics_destroy: ratings whose skill or
 *        level the matrix does not know are left out. NULL if the call fails, or if nobody wants
 *        them.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such person; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY. Then the roster is as it was.
 * @par Thread class
 * One thread, when no other uses the roster.
 * @par Complexity
 * As skm_roster_set_holdings, and O(ratings log skills).
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_status
skm_roster_set_ratings(skm_roster *roster, uint32_t person, const skm_profile *profile,
                       skm_diagnostics **SKM_NULLABLE SKM_OWNED out_diagnostics,
                       skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Adds a person, whose number is the number of people before.
 *
 * @param[in] roster The roster.
 * @param[in] profile The person; not needed afterwards.
 * @param[out] out_person The number of the person; SKM_NONE if the call fails.
 * @param[out] out_diagnostics The findings, for skm_diagnostics_destroy: ratings and a role level
 *        that the matrix does not know are left out. NULL if the call fails, or if nobody wants
 *        them.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_INPUT if the person has no id, or one that another person has:
 *         the diagnostics of the error say so; SKM_ERR_INVALID_ARGUMENT, SKM_ERR_WRONG_HANDLE,
 *         SKM_ERR_OUT_OF_MEMORY. Then the roster is as it was.
 * @par Thread class
 * One thread, when no other uses the roster.
 * @par Complexity
 * As skm_roster_set_ratings, and O(length of the id).
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_status
skm_roster_add_profile(skm_roster *roster, const skm_profile *profile, uint32_t *out_person,
                       skm_diagnostics **SKM_NULLABLE SKM_OWNED out_diagnostics,
                       skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Adds a person of whom it is known already which ratings count.
 *
 * @param[in] roster The roster.
 * @param[in] id The id of the person.
 * @param[in] role_level Their own role level; SKM_NONE: none.
 * @param[in] count The number of holdings.
 * @param[in] holdings As for skm_roster_set_holdings.
 * @param[out] out_person The number of the person; SKM_NONE if the call fails.
 * @out_error
 * @return SKM_OK; SKM_ERR_INVALID_INPUT if the id is empty or another person has it: the
 *         diagnostics of the error say so; SKM_ERR_OUT_OF_RANGE if there is no such role level,
 *         skill or rank; SKM_ERR_ENCODING if the id is not UTF-8; SKM_ERR_INVALID_ARGUMENT, also if
 *         the skills do not rise; SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY. Then the roster is
 *         as it was.
 * @par Thread class
 * One thread, when no other uses the roster.
 * @par Complexity
 * As skm_roster_set_holdings, and O(length of the id).
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_status skm_roster_add(skm_roster *roster, skm_string_view id, uint32_t role_level,
                                  uint32_t count, const skm_holding *SKM_NULLABLE holdings,
                                  uint32_t *out_person,
                                  skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Removes a person. The last person of the roster, if that is another one, gets their number; all
 * others keep theirs.
 *
 * Nothing that was known of the person gets into a file that is saved later.
 *
 * @param[in] roster The roster.
 * @param[in] person The number of the person.
 * @out_error
 * @return SKM_OK; SKM_ERR_OUT_OF_RANGE if there is no such person; SKM_ERR_INVALID_ARGUMENT,
 *         SKM_ERR_WRONG_HANDLE, SKM_ERR_OUT_OF_MEMORY. Then the roster is as it was.
 * @par Thread class
 * One thread, when no other uses the roster.
 * @par Complexity
 * O(ratings and ids of both people), amortised, and with an index O(65,536) at most for each of
 * their skills; the first time O(people).
 * @since 1.0
 * @ingroup roster
 */
SKM_API skm_status skm_roster_remove(skm_roster *roster, uint32_t person,
                                     skm_error **SKM_NULLABLE SKM_OWNED out_error) SKM_NOEXCEPT;

/**
 * Ends a roster. What was made of it stays.
 *
 * @param[in] roster The roster; NULL does nothing.
 * @par Thread class
 * One thread, when no other uses it.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup roster
 */
SKM_API void skm_roster_destroy(skm_roster *SKM_NULLABLE SKM_OWNED roster) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
