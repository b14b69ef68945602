// Files that appear whole, together and at the end, or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nightly {

/// Files are written beside their places under other names, and on disk, before the first of them
/// is renamed. Without `publish` nothing is left. Failures are thrown as `Failure`.
class StagedFiles {
 public:
  /// Makes the folder if it is not there.
  explicit StagedFiles(std::filesystem::path folder);
  ~StagedFiles();
  StagedFiles(const StagedFiles&) = delete;
  StagedFiles& operator=(const StagedFiles&) = delete;

  void write(std::string_view name, std::string_view text);
  /// Renames all, in the order in which they were written: whoever waits for the last one finds
  /// the others. Each replaces an older file as a whole.
  void publish();

 private:
  std::filesystem::path folder_;
  std::vector<std::pair<std::filesystem::path, std::filesystem::path>> names_;  // Staged, final.
};

/// All of a file.
std::string read_file(const std::filesystem::path& path);

}  // namespace nightly
