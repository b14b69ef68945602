// What a search index holds. For sources.
//
// It is columns, each of which is a section of its own where the index is kept in the block of its
// matrix. Their rows and their order are its format: whoever changes one raises
// `search_format_version`, and indexes that others made are then no longer used, but built.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search_runs.hpp"
#include "search_terms.hpp"
#include "search_typing.hpp"
#include "skillmatrix/search.hpp"

namespace skillmatrix {

inline constexpr std::uint32_t search_format_version = 1;

/// By tag, then in the order that names of one language rank in when they match equally well: so
/// the number of a name is its rank within its tag.
using NameNumber = std::uint32_t;

struct SearchName {
  std::uint32_t offset = 0;  ///< Where it stands, as written, among the texts of the matrix,
  std::uint32_t length = 0;  ///< in bytes.
  std::uint32_t entity = 0;  ///< Position among all things that have names, by id, then kind.
  std::uint32_t index = 0;   ///< Of the entity, among those of its kind.
  std::uint16_t tag = 0;
  SearchKind kind = SearchKind::skill;
  std::uint8_t is_alias = 0;
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
    std::uint32_t first = 0;
    std::uint16_t tag = 0;
    SearchMatch match = SearchMatch::whole_name;
    std::uint8_t count = 0;
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
    return names_.items().subspan(group.first, group.count);
  }

  /// Whether all that it says is about the names and terms, and it finds each of its answers.
  [[nodiscard]] bool is_sound(const SearchData& data) const;
  template <class Self, class Visit>
  static void visit_columns(Self& self, Visit& visit) {
    visit(self.answers_);
    visit(self.slots_);
    visit(self.groups_);
    visit(self.names_);
  }

 private:
  struct Answer {
    TermNumber term = 0;       ///< Begins with the beginning,
    std::uint32_t length = 0;  ///< which has so many bytes.
    std::uint32_t first_group = 0;
    std::uint32_t group_count = 0;
  };
  class Builder;

  [[nodiscard]] bool is_sound(const Answer& answer, const SearchData& data) const;
  [[nodiscard]] bool is_sound(const Group& group, const SearchData& data) const;

  Column<Answer> answers_;
  Column<std::uint32_t> slots_;  // Answers + 1 by hash, open addressing; a power of two.
  Column<Group> groups_;
  Column<NameNumber> names_;
};

struct SearchData {
  TextTable texts;  ///< Of the matrix; they keep its block, and so what columns are views of.
  std::string_view bytes_of_texts;
  std::size_t entity_count = 0;
  Column<SearchName> names;
  Column<NameNumber> tag_first;  ///< The first name of each tag, and behind the last.
  StringTable keys;              ///< The search key of each name. Not in order.
  StringTable terms;
  NumberLists terms_of_name;  ///< By number.
  NumberLists names_of_term;  ///< By number.
  TypingIndex typing;
  RunTable runs;
  BeginningAnswers answers;

  static SearchData build(const Matrix& matrix);
  /// The one in the block of the matrix; nothing if there is none that this program would make.
  static std::optional<SearchData> stored_in(const Matrix& matrix);
  /// The matrix with this index, which must be of it, in its block.
  [[nodiscard]] Matrix with_index(const Matrix& matrix) const;

  [[nodiscard]] std::string_view text(const SearchName& name) const {
    return {bytes_of_texts.data() + name.offset, name.length};
  }
  /// Whether a search can rely on it, whatever made it. O(n).
  [[nodiscard]] bool is_sound(const Matrix& matrix) const;
  [[nodiscard]] std::size_t memory_bytes() const;

  template <class Self, class Visit>
  static void visit_columns(Self& self, Visit& visit) {
    visit(self.names);
    visit(self.tag_first);
    StringTable::visit_columns(self.keys, visit);
    StringTable::visit_columns(self.terms, visit);
    NumberLists::visit_columns(self.terms_of_name, visit);
    NumberLists::visit_columns(self.names_of_term, visit);
    TypingIndex::visit_columns(self.typing, visit);
    RunTable::visit_columns(self.runs, visit);
    BeginningAnswers::visit_columns(self.answers, visit);
  }

 private:
  /// Without columns.
  explicit SearchData(const Matrix& matrix);
};

/// Whether the block of a matrix has an index that this program would use, but must not.
bool has_unsound_search_index(const Matrix& matrix);

}  // namespace skillmatrix
