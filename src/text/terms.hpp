// The words of a folded text, as names of skills are written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace skillmatrix::text {

/// A word, or a run of letters of a script that is written without spaces.
struct Word {
  std::string text;        ///< "python", "c++", ".net", "ci/cd", "機械学習".
  bool spaceless = false;  ///< A run of Han, kana, Bopomofo, Thai, Lao, Khmer or Burmese letters.
  /// Of a compound, what its signs join: "ci", "cd" of "ci/cd", "net" of ".net". Otherwise empty.
  std::vector<std::string> parts;
  /// The parts that a full stop precedes, with it: ".net" of "asp.net".
  std::vector<std::string> dotted;
};

/// The words of a text that `search_fold` has folded, from left to right.
///
/// Letters, digits and the marks on them make words. `+` and `#` behind a word belong to it ("c++",
/// "c#"), unless it is a single one with a letter behind it. A single one of `+ # . / & - _ '`
/// between two words makes them a compound ("ci/cd", "node.js", "r&d", "state-of-the-art"), and a
/// full stop before a letter where no word is before it begins one (".net"). All else separates.
/// Scripts that are written without spaces make runs of their own, apart from what is next to them;
/// Hangul has spaces and makes words. The typographic apostrophe counts as `'`. Complexity: linear.
/// Thread class: pure.
std::vector<Word> words(std::string_view folded);

/// What a reader sees as the characters of a run: each code point with the marks on it, as one
/// number. A fourth code point and so on (in practice there is none) begins another unit.
std::vector<std::uint64_t> units(std::string_view run);

}  // namespace skillmatrix::text
