// How this floor uses ICU: stable interfaces only, and nothing converted behind our back. This is
// the only header of ours that includes ICU's, so that its switches always come first. For sources.
#pragma once

#ifndef U_HIDE_DRAFT_API
#define U_HIDE_DRAFT_API 1
#endif
#ifndef U_HIDE_DEPRECATED_API
#define U_HIDE_DEPRECATED_API 1
#endif
#ifndef U_HIDE_INTERNAL_API
#define U_HIDE_INTERNAL_API 1
#endif
#ifndef U_HIDE_OBSOLETE_API
#define U_HIDE_OBSOLETE_API 1
#endif
#ifndef UNISTR_FROM_CHAR_EXPLICIT
#define UNISTR_FROM_CHAR_EXPLICIT explicit
#endif
#ifndef UNISTR_FROM_STRING_EXPLICIT
#define UNISTR_FROM_STRING_EXPLICIT explicit
#endif

#include <unicode/localematcher.h>
#include <unicode/calendar.h>
#include <unicode/dcfmtsym.h>
#include <unicode/decimfmt.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/formattedvalue.h>
#include <unicode/listformatter.h>
#include <unicode/localpointer.h>
#include <unicode/locid.h>
#include <unicode/messagepattern.h>
#include <unicode/normalizer2.h>
#include <unicode/numberformatter.h>
#include <unicode/numfmt.h>
#include <unicode/numsys.h>
#include <unicode/plurrule.h>
#include <unicode/smpdtfmt.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/localpointer.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/unistr.h>
#include <unicode/unorm2.h>
#include <unicode/ures.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utf16.h>
#include <unicode/utypes.h>
#include <unicode/uversion.h>
