// Where a value is in a document, while it is being walked.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace skillmatrix::form {

/// A chain of steps on the stack, made a JSON pointer only when there is something to report.
class Path {
 public:
  Path() = default;
  Path(const Path& parent, std::string_view name) : parent_(&parent), name_(name) {}
  Path(const Path& parent, std::size_t index) : parent_(&parent), index_(index), is_index_(true) {}

  [[nodiscard]] std::string pointer() const;

 private:
  const Path* parent_ = nullptr;
  std::string_view name_;
  std::size_t index_ = 0;
  bool is_index_ = false;
};

}  // namespace skillmatrix::form
