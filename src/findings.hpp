// Collecting findings while reading and checking.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json_locate.hpp"
#include "skillmatrix/diagnostic.hpp"

namespace skillmatrix {

/// Keeps findings up to a limit and counts the rest, so that hostile input cannot fill the memory.
/// Errors are kept before others, so that a flood of warnings never hides the reason why there is
/// no value. `Entry` is a diagnostic, or has one and knows more about its place.
template <class Entry>
class BoundedFindings {
 public:
  explicit BoundedFindings(std::size_t most) : most_(most) {}

  /// What another collection left out is counted as what it is.
  void add(Entry entry) {
    const Diagnostic& diagnostic = diagnostic_of(entry);
    if (diagnostic.code == Code::findings_omitted) return leave_out(diagnostic);
    const bool is_error = diagnostic.severity == Severity::error;
    if (is_error) ++error_count_;
    std::vector<Numbered>& kept = is_error ? errors_ : others_;
    if (kept.size() < most_) kept.push_back({total_, std::move(entry)});
    ++total_;
  }

  [[nodiscard]] bool has_error() const { return error_count_ != 0; }
  [[nodiscard]] std::uint64_t error_count() const { return error_count_; }
  /// Whether a further error would only be counted, so that a suggestion for it is wasted work.
  [[nodiscard]] bool is_full() const { return errors_.size() >= most_; }

  /// What is kept so far: the errors, then the others.
  [[nodiscard]] std::vector<Diagnostic> diagnostics() const {
    std::vector<Diagnostic> all;
    all.reserve(errors_.size() + others_.size());
    for (const Numbered& kept : errors_) all.push_back(diagnostic_of(kept.entry));
    for (const Numbered& kept : others_) all.push_back(diagnostic_of(kept.entry));
    return all;
  }

  /// Calls `order(entries)`, which makes sorted diagnostics of what is kept, in the order of
  /// adding; the result has, last, how many more there were.
  template <class Order>
  std::vector<Diagnostic> take(Order order) && {
    const std::size_t room = std::min(most_ - errors_.size(), others_.size());
    std::move(others_.begin(), others_.begin() + static_cast<std::ptrdiff_t>(room),
              std::back_inserter(errors_));
    std::ranges::sort(errors_, {}, &Numbered::number);
    std::vector<Entry> entries;
    entries.reserve(errors_.size());
    for (Numbered& kept : errors_) entries.push_back(std::move(kept.entry));
    const std::uint64_t omitted = omitted_elsewhere_ + total_ - entries.size();
    std::vector<Diagnostic> diagnostics = order(std::move(entries));
    if (omitted != 0) {
      diagnostics.push_back(
          make_diagnostic(Code::findings_omitted, {}, {}, {{"count", std::to_string(omitted)}}));
    }
    return diagnostics;
  }

 private:
  struct Numbered {
    std::uint64_t number;
    Entry entry;
  };

  static const Diagnostic& diagnostic_of(const Diagnostic& entry) { return entry; }
  template <class Other>
  static const Diagnostic& diagnostic_of(const Other& entry) {
    return entry.diagnostic;
  }

  void leave_out(const Diagnostic& omitted) {
    std::uint64_t count = 0;
    for (const auto& [name, value] : omitted.arguments) {
      std::from_chars(value.data(), value.data() + value.size(), count);
    }
    omitted_elsewhere_ += count;
  }

  std::size_t most_;
  std::uint64_t total_ = 0;
  std::uint64_t error_count_ = 0;
  std::uint64_t omitted_elsewhere_ = 0;
  std::vector<Numbered> errors_;
  std::vector<Numbered> others_;
};

namespace form {

/// The findings in a JSON text.
class Findings : public BoundedFindings<Finding> {
 public:
  using BoundedFindings::BoundedFindings;

  /// Everything, in the order of the text; last, how many more there were.
  std::vector<Diagnostic> place_in(std::string_view text) && {
    return std::move(*this).take(
        [text](std::vector<Finding> findings) { return place(std::move(findings), text); });
  }
};

}  // namespace form
}  // namespace skillmatrix
