// Words with typing errors. For sources.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "search_terms.hpp"

namespace skillmatrix {

/// How many typing errors a word of the query may have: 0, 1 or 2; see search.hpp.
std::size_t word_error_budget(std::u32string_view word);
std::size_t run_error_budget(std::size_t units);

/// The optimal string alignment distance (insert, delete, replace, swap neighbours; no part is
/// edited twice), or `most` + 1 if it is greater than `most`. O(length * most).
std::size_t typing_distance(std::u32string_view left, std::u32string_view right, std::size_t most);

/// The least such distance between `part` and any part of `whole`. O(product of the lengths).
std::size_t part_typing_distance(std::span<const std::uint64_t> part,
                                 std::span<const std::uint64_t> whole);

/// Finds the words within one or two typing errors of a word, without looking at the others.
///
/// After Pass-Join (Li, Deng, Wang, Feng: Pass-Join: a partition-based method for similarity joins,
/// VLDB 2012): a term is cut into one segment more than errors are allowed, so one segment stays
/// whole, and stands in the query at a place that the errors can have moved it to. Swapped
/// neighbours can spoil two segments at once where they lie across a cut. Either another segment is
/// whole nevertheless, or the only other error is on the far side of the cut; so the first segment
/// is entered a second time as it is after a swap across the first cut, and of three, the last as
/// it is after a swap across the second.
class TypingIndex {
 public:
  TypingIndex() = default;
  /// `words` are numbers of terms.
  TypingIndex(const StringTable& terms, std::span<const TermNumber> words);

  /// The words of `terms`, the table given at first, that are 1 to `most` errors away from `word`,
  /// by number. `most` is at most the word's budget.
  [[nodiscard]] std::vector<NearTerm> near(const StringTable& terms, std::u32string_view word,
                                           std::size_t most) const;

  /// Whether all that it says is about `term_count` terms.
  [[nodiscard]] bool is_sound(std::size_t term_count) const;
  template <class Self, class Visit>
  static void visit_columns(Self& self, Visit& visit) {
    NumberLists::visit_columns(self.one_, visit);
    NumberLists::visit_columns(self.two_, visit);
    visit(self.letters_);
  }

 private:
  class Probe;

  static NumberLists enter(const StringTable& terms, std::span<const TermNumber> words,
                           std::size_t errors);

  NumberLists one_, two_;  // Terms by segment for so many errors; a power of two of buckets.
  Column<std::uint64_t> letters_;  // Of each term, as a set of 64.
};

}  // namespace skillmatrix
