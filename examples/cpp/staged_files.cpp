#include "staged_files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "failure.hpp"

namespace nightly {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, const char* what) {
  throw Failure(file_failure,
                path.string() + ": cannot " + what + ": " + std::generic_category().message(errno));
}

/// A file descriptor that is closed in any case.
class File {
 public:
  File(const std::filesystem::path& path, int flags)
      : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {}
  ~File() {
    if (is_open()) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count < 0 && errno != EINTR) return false;
    if (count > 0) text.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace

StagedFiles::StagedFiles(std::filesystem::path folder) : folder_(std::move(folder)) {
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error) throw Failure(file_failure, folder_.string() + ": cannot make it: " + error.message());
}

StagedFiles::~StagedFiles() {
  std::error_code ignored;
  for (const auto& [staged, final] : names_) std::filesystem::remove(staged, ignored);
}

void StagedFiles::write(std::string_view name, std::string_view text) {
  const std::filesystem::path final = folder_ / name;
  // Runs at the same time do not write into one another's files.
  std::filesystem::path staged = folder_ / ".";
  staged += name;
  staged += ".";
  staged += std::to_string(::getpid());
  names_.emplace_back(staged, final);
  const File file(staged, O_WRONLY | O_CREAT | O_TRUNC);
  if (!file.is_open()) fail(staged, "make it");
  if (!write_all(file.descriptor(), text) || ::fsync(file.descriptor()) != 0) {
    fail(staged, "write it");
  }
}

void StagedFiles::publish() {
  for (const auto& [staged, final] : names_) {
    if (::rename(staged.c_str(), final.c_str()) != 0) fail(final, "replace it");
  }
  names_.clear();
  const File folder(folder_, O_RDONLY | O_DIRECTORY);  // The new names are on disk, too.
  if (folder.is_open()) ::fsync(folder.descriptor());
}

std::string read_file(const std::filesystem::path& path) {
  const File file(path, O_RDONLY);
  if (!file.is_open()) fail(path, "open it");
  std::string text;
  for (std::size_t size = 0;; text.resize(size)) {
    text.resize(size + (std::size_t{1} << 20));
    const ssize_t count = ::read(file.descriptor(), text.data() + size, text.size() - size);
    if (count < 0 && errno != EINTR) fail(path, "read it");
    if (count > 0) size += static_cast<std::size_t>(count);
    if (count == 0) {
      text.resize(size);
      return text;
    }
  }
}

}  // namespace nightly
