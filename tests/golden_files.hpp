// The files under tests/golden: inputs, and beside each what is expected of it. The tests of C use
// this, too, so nothing of the library is in it.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace skillmatrix::test {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << "cannot read " << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::filesystem::path golden_folder(std::string_view name) {
  return std::filesystem::path(SKILLMATRIX_TEST_DATA) / "golden" / name;
}

/// The files of a folder that end so, in order; none if there is no such folder. A parameterized
/// test of none fails.
inline std::vector<std::filesystem::path> golden_files(std::string_view folder,
                                                       std::string_view extension) {
  std::vector<std::filesystem::path> files;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator(golden_folder(folder), missing)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Sets the limits in the file beside an input, "max_bytes 60"; none if there is no such file.
template <class Options>
void set_options_beside(std::filesystem::path input, Options& options) {
  std::ifstream file(input.replace_extension(".options"));
  for (std::string name; file >> name;) {
    if (name == "max_bytes") {
      file >> options.max_bytes;
    } else if (name == "max_elements") {
      file >> options.max_elements;
    } else {
      FAIL() << input << " has the unknown limit " << name;
    }
    EXPECT_TRUE(file) << input << " has no number for " << name;
  }
}

}  // namespace skillmatrix::test
