#include <algorithm>
#include <limits>
#include <memory>
#include <stdexcept>

#include "skillmatrix/text.hpp"
#include "text/bidi.hpp"
#include "text/icu.hpp"
#include "text/utf8.hpp"

namespace skillmatrix {
namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error("ICU cannot find the characters of a text");
}

/// An iterator of one's own: one that is shared would race. Copying is cheaper than loading.
std::unique_ptr<icu::BreakIterator> make_iterator() {
  static const std::unique_ptr<const icu::BreakIterator> original = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<const icu::BreakIterator> made(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    check(status);
    return made;
  }();
  return std::unique_ptr<icu::BreakIterator>(original->clone());
}

/// Goes through the clusters of a well-formed text.
class Clusters {
 public:
  explicit Clusters(std::string_view text) : iterator_(make_iterator()) {
    if (text.size() > std::numeric_limits<std::int32_t>::max()) {
      throw std::length_error("a text is too long to cut");
    }
    UErrorCode status = U_ZERO_ERROR;
    const auto size = static_cast<std::int64_t>(text.size());
    text_.adoptInstead(utext_openUTF8(nullptr, text.data(), size, &status));
    check(status);
    iterator_->setText(text_.getAlias(), status);
    check(status);
  }

  /// Passes over up to `most` clusters; how many there were.
  std::size_t pass(std::size_t most) {
    std::size_t passed = 0;
    while (passed < most && iterator_->next() != icu::BreakIterator::DONE) ++passed;
    return passed;
  }

  [[nodiscard]] std::size_t offset() const {
    return static_cast<std::size_t>(iterator_->current());
  }

 private:
  icu::LocalUTextPointer text_;
  std::unique_ptr<icu::BreakIterator> iterator_;
};

/// The first `most` clusters.
std::string_view beginning(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;  // A cluster has a byte at least.
  Clusters clusters(text);
  clusters.pass(most);
  return text.substr(0, clusters.offset());
}

std::string closed(std::string_view text) {
  std::string result(text);
  text::OpenIsolates isolates;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = text::point_at(text, at);
    isolates.take(point);
    at += length;
  }
  for (std::size_t left = isolates.count(); left != 0; --left) {
    text::append(result, text::pop_directional_isolate);
  }
  return result;
}

}  // namespace

std::string truncate(std::string_view text, std::size_t most, std::string_view ellipsis) {
  const std::string whole = text::to_well_formed(text);
  if (beginning(whole, most).size() == whole.size()) return whole;
  std::string end = text::to_well_formed(ellipsis);
  std::size_t end_length = end.empty() ? 0 : Clusters(end).pass(most + 1);
  if (end_length > most) {
    end.clear();
    end_length = 0;
  }
  return closed(std::string(beginning(whole, most - end_length)).append(end));
}

}  // namespace skillmatrix
