// The form of BCP-47 tags: stricter than ICU, which takes "english" and "en_US" for tags.
#include <algorithm>
#include <cstdint>
#include <vector>

#include "skillmatrix/locale.hpp"
#include "text/icu.hpp"
#include "text/utf8.hpp"

namespace skillmatrix {
namespace {

/// No tag in use is nearly as long, and ICU's own buffers are not much longer.
constexpr std::size_t longest_tag = 128;

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_letter_or_digit(char byte) { return is_letter(byte) || is_digit(byte); }

char to_lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
  return lower;
}

bool all_letters(std::string_view text) { return std::all_of(text.begin(), text.end(), is_letter); }
bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

bool is_language(std::string_view subtag) {
  return (subtag.size() == 2 || subtag.size() == 3) && all_letters(subtag);
}
bool is_extended_language(std::string_view subtag) {
  return subtag.size() == 3 && all_letters(subtag);
}
bool is_script(std::string_view subtag) { return subtag.size() == 4 && all_letters(subtag); }
bool is_region(std::string_view subtag) {
  return (subtag.size() == 2 && all_letters(subtag)) || (subtag.size() == 3 && all_digits(subtag));
}
bool is_variant(std::string_view subtag) {
  return subtag.size() >= 5 || (subtag.size() == 4 && is_digit(subtag.front()));
}
bool is_private_use(std::string_view subtag) { return subtag == "x" || subtag == "X"; }

bool equal_ignoring_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return to_lower(a) == to_lower(b); });
}

std::vector<std::string_view> split(std::string_view tag) {
  std::vector<std::string_view> subtags;
  std::size_t start = 0;
  for (std::size_t end = tag.find('-'); end != std::string_view::npos; end = tag.find('-', start)) {
    subtags.push_back(tag.substr(start, end - start));
    start = end + 1;
  }
  subtags.push_back(tag.substr(start));
  return subtags;
}

/// Reads the subtags of a tag in the order of the grammar.
class TagParser {
 public:
  explicit TagParser(std::string_view tag)
      : tag_(tag), subtags_(split(tag.size() > longest_tag ? std::string_view() : tag)) {}

  std::optional<TagProblem> find_problem() {
    if (std::optional<TagProblem> problem = find_bad_shape()) return problem;
    if (is_private_use(subtags_.front())) return find_in_private_use();
    if (!is_language(subtags_.front())) {
      return problem_here("language");
    }
    ++at_;
    for (int count = 0; count < 3 && here(is_extended_language); ++count) ++at_;
    if (here(is_script)) ++at_;
    if (here(is_region)) ++at_;
    if (std::optional<TagProblem> problem = find_in_variants()) return problem;
    if (std::optional<TagProblem> problem = find_in_extensions()) return problem;
    if (at_ == subtags_.size()) return std::nullopt;
    if (is_private_use(subtags_[at_])) return find_in_private_use();
    return problem_here("place");
  }

 private:
  [[nodiscard]] bool here(bool (*is_kind)(std::string_view)) const {
    return at_ < subtags_.size() && is_kind(subtags_[at_]);
  }

  [[nodiscard]] std::optional<TagProblem> problem_here(std::string_view detail) const {
    const bool is_there = at_ < subtags_.size();
    // Only what can be shown: the tag may be anything.
    std::string subtag =
        is_there ? text::to_well_formed(text::prefix(subtags_[at_], 40)) : std::string();
    const std::size_t offset =
        is_there ? static_cast<std::size_t>(subtags_[at_].data() - tag_.data()) : tag_.size();
    return TagProblem{offset, std::move(subtag), detail};
  }

  /// Characters and lengths that no subtag may have.
  std::optional<TagProblem> find_bad_shape() {
    if (tag_.empty()) return problem_here("empty");
    if (tag_.size() > longest_tag) return TagProblem{0, {}, "too_long"};
    for (at_ = 0; at_ < subtags_.size(); ++at_) {
      const std::string_view subtag = subtags_[at_];
      if (subtag.empty()) return problem_here("empty_subtag");
      if (subtag.find('_') != std::string_view::npos) {
        return problem_here("underscore");
      }
      if (!std::all_of(subtag.begin(), subtag.end(), is_letter_or_digit)) {
        return problem_here("characters");
      }
      if (subtag.size() > 8) return problem_here("long_subtag");
    }
    at_ = 0;
    return std::nullopt;
  }

  std::optional<TagProblem> find_in_variants() {
    const std::size_t first = at_;
    for (; here(is_variant); ++at_) {
      for (std::size_t other = first; other < at_; ++other) {
        if (equal_ignoring_case(subtags_[other], subtags_[at_])) {
          return problem_here("repeated_variant");
        }
      }
    }
    return std::nullopt;
  }

  std::optional<TagProblem> find_in_extensions() {
    std::string seen;
    while (at_ < subtags_.size() && subtags_[at_].size() == 1 && !is_private_use(subtags_[at_])) {
      const char singleton = to_lower(subtags_[at_].front());
      if (seen.find(singleton) != std::string::npos) {
        return problem_here("repeated_extension");
      }
      seen += singleton;
      const std::size_t first = ++at_;
      while (at_ < subtags_.size() && subtags_[at_].size() >= 2) ++at_;
      if (at_ == first) {
        --at_;
        return problem_here("empty_extension");
      }
    }
    return std::nullopt;
  }

  /// Subtags of any length follow the "x"; at least one.
  std::optional<TagProblem> find_in_private_use() {
    if (at_ + 1 < subtags_.size()) return std::nullopt;
    return problem_here("empty_private_use");
  }

  std::string_view tag_;
  std::vector<std::string_view> subtags_;
  std::size_t at_ = 0;
};

/// ICU leaves the macrolanguage alone, but what is written in "no" is Bokmål.
void replace_norwegian(std::string& tag) {
  if (tag == "no" || tag.starts_with("no-")) tag.replace(0, 2, "nb");
}

}  // namespace

std::optional<TagProblem> find_tag_problem(std::string_view tag) {
  return TagParser(tag).find_problem();
}

std::string canonical_tag(std::string_view tag) {
  if (find_tag_problem(tag)) return std::string(tag);
  if (is_private_use(tag.substr(0, tag.find('-')))) return lower_case(tag);  // Not "und-x-...".
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(
      icu::StringPiece(tag.data(), static_cast<std::int32_t>(tag.size())), status);
  locale.canonicalize(status);
  auto canonical = locale.toLanguageTag<std::string>(status);
  if (U_FAILURE(status) || canonical.empty()) return std::string(tag);
  replace_norwegian(canonical);
  return canonical;
}

}  // namespace skillmatrix
