#include "file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace skillmatrix {
namespace {

/// An open file, closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  [[nodiscard]] int get() const { return number_; }
  /// Whether nothing that was written was lost.
  [[nodiscard]] bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

Diagnostic problem(Code code, const std::string& path, int error) {
  return make_diagnostic(
      code, {}, path,
      {{"detail", std::string(system_error_word(error))}, {"number", std::to_string(error)}});
}

bool write_all(int file, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

/// A new file beside `path`, with the permissions that the process gives its files. Its name goes
/// to `name`.
int create_beside(const std::string& path, std::string& name) {
  for (unsigned attempt = 0;; ++attempt) {
    name = path + '.' + std::to_string(::getpid()) + '.' + std::to_string(attempt);
    const int file = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file >= 0 || errno != EEXIST) return file;
  }
}

}  // namespace

std::optional<OwnedBytes> map_file(const std::string& path, std::vector<Diagnostic>& findings) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!file.is_open() || ::fstat(file.get(), &status) != 0) {
    findings.push_back(problem(Code::unreadable_file, path, errno));
    return std::nullopt;
  }
  if (S_ISDIR(status.st_mode)) {
    findings.push_back(problem(Code::unreadable_file, path, EISDIR));
    return std::nullopt;
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return OwnedBytes{};  // Nothing cannot be mapped.
  void* const address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.get(), 0);
  if (address == MAP_FAILED) {
    findings.push_back(problem(Code::unreadable_file, path, errno));
    return std::nullopt;
  }
  return OwnedBytes{{static_cast<const std::byte*>(address), size},
                    {address, [size](void* mapped) { ::munmap(mapped, size); }}};
}

void name_file(std::vector<Diagnostic>& findings, const std::string& path) {
  for (Diagnostic& finding : findings) {
    if (finding.code != Code::unknown_format) continue;
    finding = make_diagnostic(finding.code, {}, path, std::move(finding.arguments));
  }
}

void replace_file(const std::string& path, std::span<const std::byte> bytes,
                  std::vector<Diagnostic>& findings) {
  std::string temporary;
  Descriptor file(create_beside(path, temporary));
  if (!file.is_open()) {
    findings.push_back(problem(Code::unwritable_file, path, errno));
    return;
  }
  const bool is_done = write_all(file.get(), bytes) && ::fsync(file.get()) == 0 && file.close() &&
                       std::rename(temporary.c_str(), path.c_str()) == 0;
  if (is_done) return;
  findings.push_back(problem(Code::unwritable_file, path, errno));
  ::unlink(temporary.c_str());
}

}  // namespace skillmatrix
