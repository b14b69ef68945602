// Search over the names of a framework, in all its languages at once.
//
// Names are the titles of skills, roles and categories and the aliases of skills, under every tag.
//
// Names and queries are folded: case, width, compatibility forms, white space and dashes do not
// matter; nor do accents and vowel points where readers leave them out (й and ў are letters of
// their own, and the marks of Hindi or Thai stay); katakana is hiragana. Then they are cut into
// words. Words with signs stay whole (C++, C#, .NET, CI/CD, Node.js, R&D); names are found by the
// parts of compounds as well ("cd", "js"), and so are parts of a compound in the query that has a
// part of two or more characters ("machine-learning" finds "machine learning"). Scripts that are
// written without spaces (Han, kana, Thai, Lao, Khmer, Burmese) make runs of characters; a
// character is a code point with its marks. A name of symbols alone has no words, and is not found.
//
// A name matches if each word of the query matches a word of the name:
// - as it is; or as its beginning, for the last word of the query; or with typing errors. An error
// is
//   one character too many, missing or wrong, or two neighbours swapped (optimal string alignment).
//   A word of up to 2 code points takes no error, of 3 to 5 one, of 6 and more two; one with fewer
//   than 3 letters or digits none.
// - A run matches anywhere in a run of the name. With errors (by its characters, as many as above)
// it
//   is compared with the best part of those runs that share two neighbouring characters with it.
//
// Ranking, deterministic whatever the order of the document: fewer typing errors in all; then how
// it matched (`SearchMatch`, as listed); then the language, in the order of the reader; titles
// before aliases; shorter names (in code points); ids by bytes; skills, roles, categories; names by
// bytes. Each entity is listed once, with the name of it that ranks first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "skillmatrix/matrix.hpp"
#include "skillmatrix/reader.hpp"

namespace skillmatrix {

enum class SearchKind : std::uint8_t { skill, role, category };
/// "skill", "role" or "category". O(1). Thread class: pure.
std::string_view to_string(SearchKind kind);

/// How a name matched, best first.
enum class SearchMatch : std::uint8_t {
  whole_name,  ///< The folded name is the folded query.
  name_start,  ///< The folded name starts with the folded query.
  words,       ///< Each word of the query is a word of the name.
  word_start,  ///< So, but the last is the beginning of a word, or a run is a part of one.
  typing_errors,
};

struct SearchHit {
  SearchKind kind = SearchKind::skill;
  SearchMatch match = SearchMatch::whole_name;
  std::uint8_t errors = 0;  ///< Typing errors, over all words.
  bool is_alias = false;
  std::uint32_t index = 0;  ///< The value of the SkillIndex, RoleIndex or CategoryIndex.
  std::uint32_t tag = 0;    ///< Of the name: its number in `Matrix::texts()`.
  std::string_view name;    ///< That matched, as written. Lives as long as the matrix or the index.

  friend bool operator==(const SearchHit&, const SearchHit&) = default;
};

/// The id of what was hit. Lives as long as the matrix.
std::string_view entity_id(const Matrix& matrix, const SearchHit& hit);
TextIndex entity_title(const Matrix& matrix, const SearchHit& hit);
/// The title for a reader of the matrix; a placeholder if there is none.
ServedText entity_title(const Reader& reader, const SearchHit& hit);
/// The name that matched, as a text for a reader of the matrix. O(tags + aliases of the skill).
ServedText matched_name(const Reader& reader, const SearchHit& hit);

struct SearchKinds {
  bool skills = true;
  bool roles = true;
  bool categories = false;

  friend bool operator==(const SearchKinds&, const SearchKinds&) = default;
};

struct SearchOptions {
  std::size_t limit = 10;  ///< Give the best so many.
  SearchKinds kinds;
  /// The languages of the reader, best first: numbers in `Matrix::texts()`. The others follow by
  /// tag. Numbers that are none are passed over, and so are repetitions.
  std::span<const std::uint32_t> tag_order;
  std::uint8_t most_errors = 2;  ///< Typing errors allowed in a word, at most; 0 looks for none.
};

/// The names of a matrix, prepared for search.
///
/// Thread class: immutable; any number of threads may search one index. Copies share the data.
class SearchIndex {
 public:
  /// The index that `with_index` put into the block of the matrix: O(1), and nothing is copied.
  /// Built if there is none, or if it was made by a version of the library or of ICU that prepares
  /// names in another way; that tells the same. As the rest of a matrix from a file, one in there
  /// is trusted; `Matrix::verify` proves it, too. The index and its hits do not need the matrix
  /// itself, but bytes that were given to `Matrix::open`.
  static SearchIndex of(const Matrix& matrix);
  /// Built in any case. O(n log n) in the bytes of the names.
  static SearchIndex build(const Matrix& matrix);

  /// The same matrix with its search index in its block, so that whoever saves it saves both, and
  /// `of` opens both at once. It is otherwise the same, and its numbers are. O(size) and what `of`
  /// takes.
  static Matrix with_index(const Matrix& matrix);

  /// The best matches, best first; none for a query without words. Any bytes will do for a query:
  /// ill-formed UTF-8 counts as U+FFFD, and only the first 256 bytes and 16 words are looked at.
  /// Beginnings of words and words with typing errors are looked up, not searched for, so the time
  /// goes with the limit and the matches of the rarest word, not with the names there are.
  [[nodiscard]] std::vector<SearchHit> search(std::string_view query,
                                              const SearchOptions& options = {}) const;

  [[nodiscard]] std::size_t name_count() const;
  /// Different words and runs.
  [[nodiscard]] std::size_t term_count() const;
  /// What the index holds in memory, in bytes, without the block of the matrix.
  [[nodiscard]] std::size_t memory_bytes() const;

 private:
  explicit SearchIndex(std::shared_ptr<const struct SearchData> data);
  std::shared_ptr<const struct SearchData> data_;
};

}  // namespace skillmatrix
