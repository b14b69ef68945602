/*
 * Options that several calls share.
 */
#ifndef SKILLMATRIX_OPTIONS_H
#define SKILLMATRIX_OPTIONS_H

#include "skillmatrix/base.h"

/** @defgroup options Options
 * Options are structs that begin with their own size, so that a program works with a library that
 * knows more, or fewer, of them. Start one with its INIT macro. 0 is the default of every member.
 * @{ */

/** Limits of reading. Input beyond them is refused with a finding. */
typedef struct skm_read_options {
  size_t struct_size;       /**< The size of the struct. */
  uint64_t max_bytes;       /**< Of one document, or of an NDJSON text; by default 2^30. */
  uint64_t max_depth;       /**< Of nested arrays and objects; by default 32. */
  uint64_t max_elements;    /**< Of one array or object; by default 2^24. */
  uint64_t max_diagnostics; /**< Further ones are counted; by default 10,000. */
} skm_read_options;

/** The defaults. */
#define SKM_READ_OPTIONS_INIT \
  { sizeof(skm_read_options), 0, 0, 0, 0 }

/** Which of several ratings of one skill counts: that of the latest date, the default; ties go to
 * the more trusted source, then to the higher rank. Trust, falling: certificate, test, manager,
 * peer, self, no source. Where all ties, the earlier rating in the profile counts. */
#define SKM_RATING_POLICY_LATEST 0
/** That of the highest rank; ties: trust, then the date. */
#define SKM_RATING_POLICY_HIGHEST 1
/** That of the lowest rank; ties: trust, then the date. */
#define SKM_RATING_POLICY_LOWEST 2
/** That of the most trusted source; ties: the date, then the higher rank. */
#define SKM_RATING_POLICY_TRUSTED 3

/** @} */

#endif
