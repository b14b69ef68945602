// Golden files: what is expected of an input stands beside it.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>

#include "diagnostic_check.hpp"
#include "golden_files.hpp"
#include "json_emit.hpp"
#include "skillmatrix/diagnostic.hpp"

namespace skillmatrix::test {

/// Compares with the golden file; with SKILLMATRIX_UPDATE_GOLDEN set, writes it instead.
inline void expect_golden(const std::filesystem::path& path, const std::string& actual) {
  if (std::getenv("SKILLMATRIX_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  EXPECT_EQ(read_file(path), actual) << "golden file " << path;
}

/// Diagnostics as golden files hold them.
inline std::string dump(std::span<const Diagnostic> diagnostics) {
  JsonEmitter out;
  out.objects(diagnostics, [&out](const Diagnostic& diagnostic) {
    expect_well_said(diagnostic);
    out.member("code", to_string(diagnostic.code));
    out.member("severity", to_string(diagnostic.severity));
    out.member("pointer", diagnostic.pointer);
    out.member("line", diagnostic.line);
    out.member("column", diagnostic.column);
    out.member("offset", diagnostic.offset);
    out.member("value", diagnostic.value);
    out.member("suggestion", diagnostic.suggestion);
    out.member("message", diagnostic.message());
  });
  return out.take();
}

}  // namespace skillmatrix::test
