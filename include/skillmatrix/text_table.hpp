// The localized texts of a matrix: one arena of bytes, interned tags.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "skillmatrix/index.hpp"
#include "skillmatrix/locale.hpp"
#include "skillmatrix/localized_text.hpp"

namespace skillmatrix {

using TextIndex = Index<struct TextKind>;  ///< 0 is the empty text.

/// A text with the language it is in. The views live as long as the table (or, for a placeholder,
/// the reader) that it came from.
struct ServedText {
  std::string_view value;  ///< UTF-8; empty if there is none.
  std::string_view tag;    ///< BCP-47 tag of the value; empty if there is none.
  TextDirection direction = TextDirection::automatic;  ///< Stated by the author, else of the tag.
  TextSource source = TextSource::missing;

  /// Whether there is nothing to show.
  [[nodiscard]] bool empty() const { return value.empty(); }
};

/// Texts in many languages, numbered. A translation costs its bytes and 4 more; a text 4 bytes, and
/// a bit for each tag that the table has. Tags are canonical, and numbered in byte order.
/// Accessors take numbers of this table; others are undefined behaviour. They are O(1) unless they
/// say otherwise, and never fail. Views live as long as the table, and stay valid when it is moved.
/// Thread class: immutable; any number of threads may read one table.
class TextTable {
 public:
  TextTable() = default;  ///< No texts. A matrix makes the others.

  /// The number of different tags; they are numbered from 0.
  [[nodiscard]] std::uint32_t tag_count() const { return static_cast<std::uint32_t>(tags_.size()); }
  /// The tag of a number, in canonical form.
  [[nodiscard]] std::string_view tag(std::uint32_t number) const {
    return view(tags_[number].first, tags_[number].last);
  }
  /// Every tag that some text has, by bytes. O(tags), allocates.
  [[nodiscard]] std::vector<std::string_view> tags() const;
  /// The number of a canonical tag; nothing if no text has it. O(log tags).
  [[nodiscard]] std::optional<std::uint32_t> find_tag(std::string_view tag) const;

  /// The number of texts, the empty text 0 included.
  [[nodiscard]] std::uint32_t text_count() const {
    return first_.empty() ? 0 : static_cast<std::uint32_t>(first_.size() - 1);
  }
  /// Whether the text is there in exactly this language. O(1).
  [[nodiscard]] bool has(TextIndex text, std::uint32_t tag) const {
    return (word(text, tag / 64) >> (tag % 64) & 1U) != 0;
  }
  /// The text in exactly this language; empty if there is none. O(tags / 64).
  [[nodiscard]] std::string_view in(TextIndex text, std::uint32_t tag) const;
  /// The text in the first language of the chain that it has; the chain must have been negotiated
  /// over `tags()`. O(1) for the usual reader, whose first or second language has the text; at most
  /// O(tags).
  [[nodiscard]] ServedText served(TextIndex text, const LocaleChain& chain) const;
  /// The text in the language of one place in such a chain; missing if it is not in it.
  /// O(tags / 64).
  [[nodiscard]] ServedText served(TextIndex text, const LocaleLink& link) const;

  /// In bytes: what the table takes, and what the texts alone are.
  [[nodiscard]] std::size_t memory() const;
  [[nodiscard]] std::size_t text_bytes() const { return bytes_.size(); }

 private:
  friend class TextTableBuilder;

  struct Tag {
    std::uint32_t first = 0;  // In the arena.
    std::uint32_t last = 0;
    TextDirection direction = TextDirection::automatic;
  };
  struct StatedDirection {
    std::uint32_t translation = 0;
    TextDirection direction = TextDirection::automatic;
  };

  [[nodiscard]] std::string_view view(std::uint32_t first, std::uint32_t last) const {
    return std::string_view(bytes_.data() + first, last - first);
  }
  [[nodiscard]] std::uint64_t word(TextIndex text, std::uint32_t at) const {
    return presence_[std::size_t{text.value} * words_ + at];
  }
  [[nodiscard]] std::uint32_t translation_of(TextIndex text, std::uint32_t tag) const;
  [[nodiscard]] TextDirection direction_of(std::uint32_t translation, std::uint32_t tag) const;

  std::vector<char> bytes_;  // A vector, not a string: views must survive a move.
  std::vector<Tag> tags_;
  std::uint32_t words_ = 0;              // Of presence bits a text.
  std::vector<std::uint64_t> presence_;  // Which tags each text has.
  std::vector<std::uint32_t> first_;     // The first translation of each text, and one more.
  std::vector<std::uint32_t> start_;     // Of each translation in the arena, and one more.
  std::vector<StatedDirection> stated_;  // By translation; few authors state one.
};

}  // namespace skillmatrix
