// The reference of the diagnostics has exactly one section for every code.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>

#include "skillmatrix/diagnostic.hpp"

namespace skillmatrix {
namespace {

TEST(DocsDiagnostics, EveryCodeHasOneSectionWithItsSeverity) {
#ifndef SKILLMATRIX_SOURCE_DIR
  GTEST_SKIP() << "SKILLMATRIX_SOURCE_DIR is not defined";
#else
  std::ifstream file(std::string(SKILLMATRIX_SOURCE_DIR) + "/docs/diagnostics.md");
  ASSERT_TRUE(file) << "docs/diagnostics.md cannot be read";
  std::map<std::string, std::string> severities;  // By heading.
  std::string heading;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## SKM")) {
      heading = line.substr(3);
      EXPECT_TRUE(severities.emplace(heading, "").second) << "twice: " << heading;
    } else if (line.starts_with("Severity: ") && !heading.empty()) {
      severities[heading] = line.substr(10);
    }
  }
  for (const CodeDescription& description : codes()) {
    const std::string wanted = to_string(description.code).append(" ").append(description.name);
    const auto found = severities.find(wanted);
    ASSERT_NE(found, severities.end()) << "no section: " << wanted;
    EXPECT_EQ(found->second, to_string(description.severity)) << wanted;
    severities.erase(found);
  }
  for (const auto& [unknown, severity] : severities) ADD_FAILURE() << "no such code: " << unknown;
#endif
}

}  // namespace
}  // namespace skillmatrix
