/*
 * What every header of the C API uses: macros, plain types and status codes.
 */
#ifndef SKILLMATRIX_BASE_H
#define SKILLMATRIX_BASE_H

#include <stddef.h>
#include <stdint.h>

/** @defgroup base Plain types and status codes
 * @{ */

/** In front of every function of the API. */
#if defined(__GNUC__)
#define SKM_API __attribute__((visibility("default")))
#else
#define SKM_API
#endif

/** Behind every function: no exception ever leaves the library. */
#if !defined(__cplusplus)
#define SKM_NOEXCEPT
#elif __cplusplus >= 201103L
#define SKM_NOEXCEPT noexcept
#else
#define SKM_NOEXCEPT throw()
#endif

#if defined(__cplusplus)
#define SKM_BEGIN_DECLS extern "C" {
#define SKM_END_DECLS }
#else
#define SKM_BEGIN_DECLS
#define SKM_END_DECLS
#endif

/* Behind a pointer, for readers and for generators of bindings; they mean nothing to compilers. */

/** The pointer may be NULL; without it, NULL is an error. */
#define SKM_NULLABLE
/** What comes out belongs to the caller, who destroys it. */
#define SKM_OWNED
/** What comes out belongs to the handle that was asked, and lives as long. */
#define SKM_BORROWED

/** 0 is false, everything else is true; the library gives 0 or 1. */
typedef int32_t skm_bool;

/**
 * Some UTF-8 text, not owned. `size` is authoritative: the text need not end in a NUL, and may have
 * NULs in it. `{NULL, 0}` is the empty text. As an argument, the size SKM_STRLEN says that the text
 * ends at its first NUL. Texts that come out live as long as what they were asked of.
 */
typedef struct skm_string_view {
  const char *data; /**< The first byte. */
  size_t size;      /**< In bytes. */
} skm_string_view;

/** As the size of an argument: up to the first NUL. */
#define SKM_STRLEN SIZE_MAX

/** A fraction. */
typedef struct skm_fraction {
  int64_t numerator;   /**< Any number but the least. */
  int64_t denominator; /**< Positive. */
} skm_fraction;

/** The status of a call: one of the constants below. Treat an unknown one as its hundred. */
typedef int32_t skm_status;

/** All went well. */
#define SKM_OK 0

/* 1 to 99: the call is wrong. */

/** An argument is NULL that may not be, or does not go with the others. */
#define SKM_ERR_INVALID_ARGUMENT 1
/** A handle is of another kind than the argument. */
#define SKM_ERR_WRONG_HANDLE 2
/** An index is out of range. */
#define SKM_ERR_OUT_OF_RANGE 3
/** There is nothing of that id or name. */
#define SKM_ERR_UNKNOWN_NAME 4
/** An option that this version of the library does not have, or a value that it cannot have. */
#define SKM_ERR_UNSUPPORTED_OPTION 5
/** A text that is an argument is not UTF-8. */
#define SKM_ERR_ENCODING 6
/** A callback of the host asked to stop. */
#define SKM_ERR_CANCELLED 7
/** For callbacks of the host that failed; the library never makes it. */
#define SKM_ERR_CALLBACK 8

/* 100 to 199: the input is wrong. */

/** The input has errors: the diagnostics of the error say which, all of them. */
#define SKM_ERR_INVALID_INPUT 100
/** A file or bytes are not what the library saved, or of another version, or damaged. */
#define SKM_ERR_BAD_FILE 101
/** Things belong to different matrices. */
#define SKM_ERR_OTHER_MATRIX 102

/* 200 to 299: limits and resources. */

/** There is not enough memory, or the system starts no further thread. */
#define SKM_ERR_OUT_OF_MEMORY 200

/* 300 to 399: the environment. */

/** A file cannot be read or written. */
#define SKM_ERR_FILE 300
/** A defect of the library. Please report it. */
#define SKM_ERR_INTERNAL 399

/** @} */

SKM_BEGIN_DECLS

/**
 * Which of two fractions is greater, exactly: products of 64 bits would overflow.
 *
 * @param[in] left A fraction.
 * @param[in] right Another one.
 * @return Less than, equal to or greater than 0; 0 if a denominator is not positive.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup base
 */
SKM_API int32_t skm_fraction_compare(skm_fraction left, skm_fraction right) SKM_NOEXCEPT;

/**
 * The name of a status, for logs: "SKM_ERR_FILE".
 *
 * @param[in] status Any number.
 * @return The name; of an unknown one, "SKM_ERR_UNKNOWN". Lives forever.
 * @par Thread class
 * Any number of threads.
 * @par Complexity
 * O(1).
 * @since 1.0
 * @ingroup base
 */
SKM_API skm_string_view skm_status_name(skm_status status) SKM_NOEXCEPT;

SKM_END_DECLS

#endif
