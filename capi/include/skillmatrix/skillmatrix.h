/*
 * The C API of skillmatrix: everything.
 */
#ifndef SKILLMATRIX_SKILLMATRIX_H
#define SKILLMATRIX_SKILLMATRIX_H

#include "skillmatrix/base.h"
#include "skillmatrix/buffer.h"
#include "skillmatrix/diagnostics.h"
#include "skillmatrix/error.h"
#include "skillmatrix/framework.h"
#include "skillmatrix/matrix.h"
#include "skillmatrix/options.h"
#include "skillmatrix/profile.h"
#include "skillmatrix/roster.h"
#include "skillmatrix/version.h"

#endif
