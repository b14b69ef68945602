// What a search index holds. For sources.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search_runs.hpp"
#include "search_terms.hpp"
#include "search_typing.hpp"
#include "skillmatrix/search.hpp"

namespace skillmatrix {

/// By tag, then in the order that names of one language rank in when they match equally well: so
/// the number of a name is its rank within its tag.
using NameNumber = std::uint32_t;

struct SearchName {
  std::string_view text;     ///< As written.
  std::uint32_t entity = 0;  ///< Position among all things that have names, by id, then kind.
  std::uint32_t index = 0;   ///< Of the entity, among those of its kind.
  std::uint32_t tag = 0;
  SearchKind kind = SearchKind::skill;
  bool is_alias = false;
};

/// The text as it is compared.
std::string search_key(std::string_view text);

/// How a name with the key matches a query without typing errors. `has_all_words`: each word of the
/// query is one of its words.
inline SearchMatch exact_match_of(std::string_view name_key, std::string_view query_key,
                                  bool has_all_words) {
  if (name_key.substr(0, query_key.size()) == query_key) {
    return name_key.size() == query_key.size() ? SearchMatch::whole_name : SearchMatch::name_start;
  }
  return has_all_words ? SearchMatch::words : SearchMatch::word_start;
}

/// The answers to queries of one word or beginning that many names have, for the kinds that are
/// searched if nothing else is asked for: such a query would have to rank them all each time.
class BeginningAnswers {
 public:
  /// Names that match in the same way, in one language.
  struct Group {
    SearchMatch match = SearchMatch::whole_name;
    std::uint32_t tag = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };

  /// Each language has its best so many entities; so a search for at most as many needs no more.
  static constexpr std::size_t kept = 16;

  BeginningAnswers() = default;
  explicit BeginningAnswers(const struct SearchData& data);

  /// The groups of a beginning, by match, then tag; none if its answers are not kept.
  [[nodiscard]] std::span<const Group> find(const StringTable& terms,
                                            std::string_view beginning) const;
  /// Best first.
  [[nodiscard]] std::span<const NameNumber> names(const Group& group) const {
    return std::span(names_).subspan(group.first, group.count);
  }
  [[nodiscard]] std::size_t memory_bytes() const;

 private:
  struct Answer {
    TermNumber term = 0;       ///< Begins with the beginning,
    std::uint32_t length = 0;  ///< which has so many bytes.
    std::uint32_t first_group = 0;
    std::uint32_t group_count = 0;
  };
  class Builder;

  std::vector<Answer> answers_;
  std::vector<std::uint32_t> slots_;  // Answers + 1 by hash, open addressing; a power of two.
  std::vector<Group> groups_;
  std::vector<NameNumber> names_;
};

struct SearchData {
  std::size_t entity_count = 0;
  std::vector<SearchName> names;
  std::vector<NameNumber> tag_first;  ///< The first name of each tag, and behind the last.
  StringTable keys;                   ///< The search key of each name. Not in order.
  StringTable terms;
  NumberLists terms_of_name;  ///< By number.
  NumberLists names_of_term;  ///< By number.
  TypingIndex typing;
  RunTable runs;
  BeginningAnswers answers;

  explicit SearchData(const Matrix& matrix);

  [[nodiscard]] std::size_t memory_bytes() const;
};

}  // namespace skillmatrix
