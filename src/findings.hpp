// Collecting findings while reading.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "json_locate.hpp"
#include "skillmatrix/diagnostic.hpp"

namespace skillmatrix::form {

/// Keeps findings up to a limit, and counts the rest, so that hostile input cannot fill the memory.
class Findings {
 public:
  explicit Findings(std::size_t limit) : limit_(limit) {}

  void add(Finding finding) {
    has_error_ = has_error_ || finding.diagnostic.severity == Severity::error;
    if (kept_.size() < limit_) {
      kept_.push_back(std::move(finding));
    } else {
      ++omitted_;
    }
  }

  [[nodiscard]] bool has_error() const { return has_error_; }

  /// What has been found so far, in the order of finding.
  [[nodiscard]] std::vector<Diagnostic> diagnostics() const {
    std::vector<Diagnostic> all;
    all.reserve(kept_.size());
    for (const Finding& finding : kept_) all.push_back(finding.diagnostic);
    return all;
  }

  /// Everything, in the order of the text; last, how many more there were.
  std::vector<Diagnostic> place_in(std::string_view text) && {
    std::vector<Diagnostic> diagnostics = place(std::move(kept_), text);
    if (omitted_ != 0) {
      diagnostics.push_back(make_diagnostic(Code::findings_omitted, {}, {},
                                            {{"count", std::to_string(omitted_)}}));
    }
    return diagnostics;
  }

 private:
  std::size_t limit_;
  std::size_t omitted_ = 0;
  bool has_error_ = false;
  std::vector<Finding> kept_;
};

}  // namespace skillmatrix::form
