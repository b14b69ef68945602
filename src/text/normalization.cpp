#include <algorithm>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

#include "skillmatrix/text.hpp"
#include "text/icu.hpp"
#include "text/utf8.hpp"

namespace skillmatrix {
namespace {

[[noreturn]] void fail(const char* what) { throw std::runtime_error(what); }

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = instance(status);
  if (U_FAILURE(status)) fail("ICU has no normalization data");
  return *found;
}

// ICU makes each instance at its first use and keeps it. Kept here too, that is made known between
// threads in a way that the thread sanitizer sees: ICU itself is not built with it.
const icu::Normalizer2& nfc() {
  static const icu::Normalizer2& kept = normalizer(icu::Normalizer2::getNFCInstance);
  return kept;
}
const icu::Normalizer2& nfd() {
  static const icu::Normalizer2& kept = normalizer(icu::Normalizer2::getNFDInstance);
  return kept;
}

icu::StringPiece piece(std::string_view text) {
  constexpr std::size_t most = std::numeric_limits<std::int32_t>::max();
  if (text.size() > most) throw std::length_error("a text is too long to normalize");
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

/// Texts below U+0300, where the combining marks begin, are in every form: no byte above CB.
bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0xCC; });
}

/// A combining mark that does not decompose.
struct Mark {
  char32_t point;
  std::uint8_t combining_class;
};

/// Adds the decomposition of a combining mark, or of what consists of such; whether it was one.
bool add_marks(std::vector<Mark>& marks, char32_t point) {
  if (point < 0x300) return false;
  icu::UnicodeString decomposed(static_cast<UChar32>(point));
  nfd().getDecomposition(static_cast<UChar32>(point), decomposed);
  if (u_getCombiningClass(decomposed.char32At(0)) == 0) return false;
  for (std::int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
    const UChar32 mark = decomposed.char32At(at);
    marks.push_back({static_cast<char32_t>(mark), u_getCombiningClass(mark)});
  }
  return true;
}

/// Whether more marks follow each other than any language has; each is three at most, decomposed.
bool has_long_run(std::string_view text) {
  constexpr std::size_t long_run = 16;
  std::size_t run = 0;
  for (std::size_t at = 0; at < text.size() && run <= long_run;) {
    const auto [point, length] = text::point_at(text, at);
    const bool is_mark = (U_GET_GC_MASK(static_cast<UChar32>(point)) & U_GC_M_MASK) != 0;
    run = is_mark ? run + 1 : 0;
    at += length;
  }
  return run > long_run;
}

/// The same text, canonically, with long runs of combining marks in their order. ICU sorts marks by
/// insertion, which would take quadratic time: minutes for a megabyte.
class MarkSorter {
 public:
  explicit MarkSorter(std::string_view text) : text_(text) {}

  /// The text itself if no run is long.
  std::string_view sorted() {
    if (!has_long_run(text_)) return text_;
    for (std::size_t at = 0; at < text_.size();) {
      const auto [point, length] = text::point_at(text_, at);
      if (!add_marks(run_, point)) {
        end_run(at);
        run_begin_ = at + length;
      }
      at += length;
    }
    end_run(text_.size());
    if (copied_ == 0) return text_;
    result_ += text_.substr(copied_);
    return result_;
  }

 private:
  void end_run(std::size_t end) {
    if (run_.empty()) return;
    std::ranges::stable_sort(run_, {}, &Mark::combining_class);
    result_ += text_.substr(copied_, run_begin_ - copied_);
    for (const Mark& mark : run_) text::append(result_, mark.point);
    copied_ = end;
    run_.clear();
  }

  std::string_view text_;
  std::string result_;
  std::size_t copied_ = 0;  ///< How much of the text the result has.
  std::size_t run_begin_ = 0;
  std::vector<Mark> run_;
};

bool is_nfc_of_short_runs(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const bool is_normal = nfc().isNormalizedUTF8(piece(text), status) != 0;
  if (U_FAILURE(status)) fail("ICU cannot normalize a text");
  return is_normal;
}

}  // namespace

bool is_nfc(std::string_view text) {
  if (is_plain(text)) return true;
  return MarkSorter(text).sorted() == text && is_nfc_of_short_runs(text);
}

std::string to_nfc(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  MarkSorter sorter(text);
  const std::string_view sorted = sorter.sorted();
  std::string normalized;
  normalized.reserve(sorted.size());
  icu::StringByteSink<std::string> sink(&normalized);
  UErrorCode status = U_ZERO_ERROR;
  nfc().normalizeUTF8(0, piece(sorted), sink, nullptr, status);
  if (U_FAILURE(status)) fail("ICU cannot normalize a text");
  return normalized;
}

std::optional<std::size_t> first_not_nfc(std::string_view text) {
  if (is_nfc(text)) return std::nullopt;
  const std::string normalized = to_nfc(text);
  const auto differing = std::ranges::mismatch(text, normalized).in1;
  return text::prefix(text, static_cast<std::size_t>(differing - text.begin())).size();
}

}  // namespace skillmatrix
