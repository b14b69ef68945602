#include "search_typing.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <string>
#include <utility>

#include "text/utf8.hpp"

namespace skillmatrix {
namespace {

/// The longest words that take one error; longer ones take two.
constexpr std::size_t longest_for_one = 5;

std::size_t budget(std::size_t length) {
  if (length < 3) return 0;
  return length <= longest_for_one ? 1 : 2;
}

bool is_sign(char32_t point) {
  return std::u32string_view(U"+#./&-_'").find(point) != std::u32string_view::npos;
}

/// Which letters, of 32 sorts, there are (the low bits), and which more than once (the high ones).
std::uint64_t letter_set(std::u32string_view word) {
  std::uint64_t set = 0;
  for (const char32_t point : word) {
    const std::uint64_t letter = std::uint64_t{1} << (point & 31U);
    set |= (set & letter) == 0 ? letter : letter << 32U;
  }
  return set;
}

/// An error takes at most one letter away, and adds at most one.
bool may_be_near(std::uint64_t left, std::uint64_t right, std::size_t most) {
  std::uint64_t only_left = left & ~right;
  std::uint64_t only_right = right & ~left;
  for (std::size_t at = 0; at < most; ++at) {
    only_left &= only_left - 1;
    only_right &= only_right - 1;
  }
  return (only_left | only_right) == 0;
}

struct Segment {
  std::size_t first = 0;
  std::size_t length = 0;
};

/// The segments of a word: as equal as can be, the longer ones last.
Segment segment_of(std::size_t length, std::size_t count, std::size_t at) {
  const std::size_t base = length / count;
  const std::size_t longer_from = count - length % count;
  const std::size_t first = at * base + (at > longer_from ? at - longer_from : 0);
  return {first, base + (at >= longer_from ? 1 : 0)};
}

std::uint64_t segment_key(std::size_t length, std::size_t at, std::u32string_view segment) {
  std::uint64_t key = (length * 4 + at + 1) * 0x9E3779B97F4A7C15U;
  for (const char32_t point : segment) key = (key ^ point) * 0x9FB21C651E98DF25U;
  return (key ^ (key >> 32U)) * 0x9E3779B97F4A7C15U;
}

/// Whether words of the query that take `errors` errors can be that near to a term of this length.
bool is_reachable(std::size_t length, std::size_t errors) {
  if (errors == 1) return length >= 2 && length <= longest_for_one + 1;
  return length >= longest_for_one + 1 - 2;
}

/// What is left of a key so shifted is the number of one of so many buckets, a power of two.
unsigned shift_for(std::size_t buckets) {
  return 64 - static_cast<unsigned>(std::countr_zero(buckets));
}

std::size_t distance_between(std::size_t left, std::size_t right) {
  return left > right ? left - right : right - left;
}

/// Without what both begin and end with, which no best alignment changes.
void strip_common(std::u32string_view& left, std::u32string_view& right) {
  while (!left.empty() && !right.empty() && left.front() == right.front()) {
    left.remove_prefix(1);
    right.remove_prefix(1);
  }
  while (!left.empty() && !right.empty() && left.back() == right.back()) {
    left.remove_suffix(1);
    right.remove_suffix(1);
  }
}

}  // namespace

std::size_t word_error_budget(std::u32string_view word) {
  const auto signs = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_sign));
  return word.size() - signs < 3 ? 0 : budget(word.size());
}

std::size_t run_error_budget(std::size_t units) { return budget(units); }

std::size_t typing_distance(std::u32string_view left, std::u32string_view right, std::size_t most) {
  strip_common(left, right);
  if (distance_between(left.size(), right.size()) > most) return most + 1;
  if (left.empty() || right.empty()) return std::max(left.size(), right.size());
  // Rows of the table of distances between beginnings; cells far from the diagonal are over `most`.
  const std::size_t width = right.size() + 1;
  const std::size_t over = most + 1;
  std::size_t few[3 * 32];
  std::vector<std::size_t> many(width > 32 ? 3 * width : 0);
  std::size_t* before = width > 32 ? many.data() : few;
  std::fill_n(before, 3 * width, over);
  std::size_t* above = before + width;
  std::size_t* row = above + width;
  for (std::size_t at = 0; at < width; ++at) above[at] = at;
  for (std::size_t at = 1; at <= left.size(); ++at) {
    const std::size_t from = at > most ? at - most : 1;
    const std::size_t last = std::min(right.size(), at + most);
    row[from - 1] = from == 1 ? at : over;
    std::size_t least = row[from - 1];
    for (std::size_t to = from; to <= last; ++to) {
      const std::size_t replaced = above[to - 1] + (left[at - 1] == right[to - 1] ? 0 : 1);
      row[to] = std::min({replaced, above[to] + 1, row[to - 1] + 1});
      const bool is_swap =
          at > 1 && to > 1 && left[at - 1] == right[to - 2] && left[at - 2] == right[to - 1];
      if (is_swap) row[to] = std::min(row[to], before[to - 2] + 1);
      least = std::min(least, row[to]);
    }
    if (last < right.size()) row[last + 1] = over;
    if (least > most) return over;
    std::swap(before, above);
    std::swap(above, row);
  }
  return std::min(above[right.size()], over);
}

std::size_t part_typing_distance(std::span<const std::uint64_t> part,
                                 std::span<const std::uint64_t> whole) {
  // As above, but a part may begin anywhere, so the first row is 0, and end anywhere.
  const std::size_t width = whole.size() + 1;
  std::vector<std::size_t> before(width);
  std::vector<std::size_t> above(width, 0);
  std::vector<std::size_t> row(width);
  for (std::size_t at = 1; at <= part.size(); ++at) {
    row[0] = at;
    for (std::size_t to = 1; to < width; ++to) {
      const std::size_t replaced = above[to - 1] + (part[at - 1] == whole[to - 1] ? 0 : 1);
      row[to] = std::min({replaced, above[to] + 1, row[to - 1] + 1});
      const bool is_swap =
          at > 1 && to > 1 && part[at - 1] == whole[to - 2] && part[at - 2] == whole[to - 1];
      if (is_swap) row[to] = std::min(row[to], before[to - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return *std::min_element(above.begin(), above.end());
}

/// Looks for one word among the terms.
class TypingIndex::Probe {
 public:
  Probe(const TypingIndex& index, const StringTable& terms, std::u32string_view word,
        std::size_t most, const NumberLists& segments, std::size_t errors)
      : index_(index),
        terms_(terms),
        segments_(segments),
        shift_(shift_for(segments.size())),
        word_(word),
        letters_(letter_set(word)),
        most_(most),
        errors_(errors) {}

  std::vector<NearTerm> run() {
    const std::size_t least = word_.size() - std::min(word_.size(), errors_);
    for (std::size_t length = least; length <= word_.size() + errors_; ++length) {
      if (length <= errors_ || !is_reachable(length, errors_)) continue;
      for (std::size_t at = 0; at <= errors_; ++at) look_for(length, at);
    }
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return std::move(found_);
  }

 private:
  void look_for(std::size_t length, std::size_t at) {
    const Segment segment = segment_of(length, errors_ + 1, at);
    const auto added =
        static_cast<std::ptrdiff_t>(word_.size()) - static_cast<std::ptrdiff_t>(length);
    const auto most = static_cast<std::ptrdiff_t>(errors_);
    // Errors before the segment move it, and those behind it make up for the rest of the length.
    for (std::ptrdiff_t moved = -most; moved <= most; ++moved) {
      if (std::abs(moved) + std::abs(added - moved) > most) continue;
      const auto first = static_cast<std::ptrdiff_t>(segment.first) + moved;
      if (first < 0) continue;
      const auto from = static_cast<std::size_t>(first);
      if (from + segment.length > word_.size()) continue;
      look_in(segment_key(length, at, word_.substr(from, segment.length)));
    }
  }

  void look_in(std::uint64_t key) {
    for (const TermNumber term : segments_[key >> shift_]) {
      if (!may_be_near(letters_, index_.letters_[term], most_)) continue;
      const std::size_t errors = typing_distance(word_, points_of(terms_[term]), most_);
      if (errors == 0 || errors > most_) continue;
      found_.push_back({term, static_cast<std::uint8_t>(errors)});
    }
  }

  /// The code points of a term, until the next call: most words are of ASCII, and many are looked
  /// at.
  std::u32string_view points_of(std::string_view term) {
    const bool is_ascii = std::all_of(term.begin(), term.end(), [](char byte) {
      return static_cast<unsigned char>(byte) < 0x80;
    });
    if (is_ascii) {
      points_.assign(term.begin(), term.end());
    } else {
      points_ = text::code_points(term);
    }
    return points_;
  }

  const TypingIndex& index_;
  const StringTable& terms_;
  const NumberLists& segments_;
  unsigned shift_;
  std::u32string_view word_;
  std::uint64_t letters_;
  std::size_t most_;
  std::size_t errors_;
  std::u32string points_;
  std::vector<NearTerm> found_;
};

NumberLists TypingIndex::enter(const StringTable& terms, std::span<const TermNumber> words,
                               std::size_t errors) {
  std::vector<std::pair<std::uint64_t, TermNumber>> keys;
  for (const TermNumber term : words) {
    std::u32string word = text::code_points(terms[term]);
    if (!is_reachable(word.size(), errors)) continue;
    const auto add = [&](std::size_t at) {
      const Segment segment = segment_of(word.size(), errors + 1, at);
      const std::u32string_view part =
          std::u32string_view(word).substr(segment.first, segment.length);
      keys.emplace_back(segment_key(word.size(), at, part), term);
    };
    const auto add_swapped = [&](std::size_t at, std::size_t cut) {
      if (word[cut - 1] == word[cut]) return;
      std::swap(word[cut - 1], word[cut]);
      add(at);
      std::swap(word[cut - 1], word[cut]);
    };
    for (std::size_t at = 0; at <= errors; ++at) add(at);
    add_swapped(0, segment_of(word.size(), errors + 1, 1).first);
    if (errors == 2) add_swapped(2, segment_of(word.size(), errors + 1, 2).first);
  }
  const std::size_t buckets = std::bit_ceil(std::max<std::size_t>(2, keys.size() + 1));
  const unsigned shift = shift_for(buckets);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  pairs.reserve(keys.size());
  for (const auto& [key, term] : keys) {
    pairs.emplace_back(static_cast<std::uint32_t>(key >> shift), term);
  }
  return NumberLists(buckets, pairs);
}

TypingIndex::TypingIndex(const StringTable& terms, std::span<const TermNumber> words)
    : one_(enter(terms, words, 1)), two_(enter(terms, words, 2)) {
  std::vector<std::uint64_t> letters(terms.size());
  for (const TermNumber term : words) letters[term] = letter_set(text::code_points(terms[term]));
  letters_ = std::move(letters);
}

std::vector<NearTerm> TypingIndex::near(const StringTable& terms, std::u32string_view word,
                                        std::size_t most) const {
  if (most == 0 || letters_.empty()) return {};
  // The entries go by the word's length: with a smaller `most`, fewer of them are near enough.
  if (word.size() <= longest_for_one) return Probe(*this, terms, word, most, one_, 1).run();
  return Probe(*this, terms, word, most, two_, 2).run();
}

bool TypingIndex::is_sound(std::size_t term_count) const {
  const auto is_table = [term_count](const NumberLists& segments) {
    return segments.is_sound(term_count) && segments.size() >= 2 &&
           std::has_single_bit(segments.size());
  };
  return is_table(one_) && is_table(two_) && letters_.size() == term_count;
}

}  // namespace skillmatrix
