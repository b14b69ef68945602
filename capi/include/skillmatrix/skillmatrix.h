/*
 * The C API of skillmatrix: everything.
 */
#ifndef SKILLMATRIX_SKILLMATRIX_H
#define SKILLMATRIX_SKILLMATRIX_H

#include "skillmatrix/arrow.h"
#include "skillmatrix/base.h"
#include "skillmatrix/batch.h"
#include "skillmatrix/buffer.h"
#include "skillmatrix/counts.h"
#include "skillmatrix/coverage.h"
#include "skillmatrix/csv.h"
#include "skillmatrix/diagnostics.h"
#include "skillmatrix/error.h"
#include "skillmatrix/framework.h"
#include "skillmatrix/gap.h"
#include "skillmatrix/language.h"
#include "skillmatrix/locale.h"
#include "skillmatrix/match.h"
#include "skillmatrix/matrix.h"
#include "skillmatrix/messages.h"
#include "skillmatrix/options.h"
#include "skillmatrix/page.h"
#include "skillmatrix/profile.h"
#include "skillmatrix/ranking.h"
#include "skillmatrix/reader.h"
#include "skillmatrix/roster.h"
#include "skillmatrix/scores.h"
#include "skillmatrix/scoring.h"
#include "skillmatrix/search.h"
#include "skillmatrix/text.h"
#include "skillmatrix/version.h"

#endif
