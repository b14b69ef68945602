// The golden cases of the C++ tests, unchanged, through C: the same input gives the same bytes.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "handles.hpp"

namespace skillmatrix::capi_tests {
namespace {

namespace fs = std::filesystem;

fs::path golden(const char* folder) { return fs::path(SKILLMATRIX_TEST_DATA) / "golden" / folder; }

std::vector<fs::path> golden_files(const char* folder, std::string_view extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(golden(folder))) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string quoted(std::string_view text) {
  std::string json = "\"";
  for (const char byte : text) {
    if (byte == '"' || byte == '\\') json += '\\';
    if (static_cast<unsigned char>(byte) >= ' ') {
      json += byte;
    } else if (byte == '\n') {
      json += "\\n";
    } else {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(byte));
      json += escape;
    }
  }
  return json + '"';
}

const char* severity_name(std::int32_t severity) {
  switch (severity) {
    case SKM_SEVERITY_ERROR:
      return "\"error\"";
    case SKM_SEVERITY_WARNING:
      return "\"warning\"";
    default:
      return "\"information\"";
  }
}

/// Findings as the golden files hold them.
std::string dump(const skm_diagnostics* diagnostics) {
  std::string json;
  for (std::uint64_t at = 0; at < skm_diagnostics_count(diagnostics); ++at) {
    skm_diagnostic found = SKM_DIAGNOSTIC_INIT;
    EXPECT_EQ(skm_diagnostics_get(diagnostics, at, &found), SKM_OK);
    const auto add = [&json](const char* name, const std::string& value) {
      json += std::string(json.ends_with('{') ? "\n" : ",\n") + "    \"" + name + "\": " + value;
    };
    json += at == 0 ? "[\n  {" : ",\n  {";
    add("code", "\"SKM" + std::to_string(found.code) + '"');
    add("severity", severity_name(found.severity));
    add("pointer", quoted(text(found.pointer)));
    add("line", std::to_string(found.line));
    add("column", std::to_string(found.column));
    add("offset", std::to_string(found.offset));
    add("value", quoted(text(found.value)));
    add("suggestion", quoted(text(found.suggestion)));
    add("message", quoted(text(found.message)));
    json += "\n  }";
  }
  return json.empty() ? "[]\n" : json + "\n]\n";
}

/// The limits in the file beside an input, "max_bytes 60"; the usual ones if there is none.
skm_read_options options_beside(fs::path input) {
  skm_read_options options = SKM_READ_OPTIONS_INIT;
  std::ifstream file(input.replace_extension(".options"));
  std::string name;
  for (std::uint64_t value = 0; file >> name >> value;) {
    if (name == "max_bytes") options.max_bytes = value;
    if (name == "max_elements") options.max_elements = value;
  }
  return options;
}

class JsonGolden : public testing::TestWithParam<fs::path> {};

TEST_P(JsonGolden, HasTheExpectedDiagnostics) {
  const std::string json = read_file(GetParam().string());
  const skm_read_options options = options_beside(GetParam());
  Framework framework;
  Error error;
  const skm_status status = skm_framework_parse(view(json), &options, framework.out(), error.out());
  const std::string found =
      dump(status == SKM_OK ? skm_framework_diagnostics(framework) : skm_error_diagnostics(error));
  fs::path expected = GetParam();
  EXPECT_EQ(found, read_file(expected.replace_extension(".diagnostics").string()));
}

INSTANTIATE_TEST_SUITE_P(Files, JsonGolden, testing::ValuesIn(golden_files("json", ".json")),
                         [](const auto& file) { return file.param.stem().string(); });

/// All pages of skills of a saved matrix.
std::string pages_of(const fs::path& path) {
  Matrix matrix;
  Reader reader;
  EXPECT_EQ(skm_matrix_open(view(path.string()), matrix.out(), nullptr), SKM_OK) << path;
  EXPECT_EQ(skm_matrix_verify(matrix, nullptr), SKM_OK) << path;
  read_in(reader, matrix, "en");
  std::string pages;
  for (std::uint32_t skill = 0; skill < skm_matrix_skill_count(matrix); ++skill) {
    pages += made(skm_page_of_skill, reader, skill);
  }
  return pages;
}

TEST(MatrixGolden, FilesOfEveryVersionSayTheSame) {
  const std::string pages = pages_of(golden("matrix") / "version-1.skm");
  EXPECT_NE(pages, "");
  EXPECT_EQ(pages_of(golden("matrix") / "version-2.skm"), pages);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
