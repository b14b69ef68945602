// Comparing names as readers of a language sort them.
#pragma once

#include <memory>
#include <string_view>

namespace skillmatrix::text {

/// The collation order of one locale, with numbers inside names by their value ("Level 2" before
/// "Level 10"). The order is that of the CLDR version of the ICU library at hand: keep no order in
/// a file. Thread class: immutable after construction; `compare` from any number of threads.
class Collator {
 public:
  /// `locale` is a BCP-47 tag. The order is CLDR's root order if the tag is malformed or ICU has no
  /// data for its language: never that of the process's default locale. Costs milliseconds at
  /// first, since it loads data. Throws std::runtime_error if ICU has no collation data at all.
  explicit Collator(std::string_view locale);
  ~Collator();
  Collator(Collator&&) noexcept;
  Collator& operator=(Collator&&) noexcept;
  Collator(const Collator&) = delete;
  Collator& operator=(const Collator&) = delete;

  /// Less than, equal to or greater than 0. Different names may be equal in it: break ties by id.
  int compare(std::string_view left, std::string_view right) const;

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace skillmatrix::text
