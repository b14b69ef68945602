// The localized texts of a matrix: one arena of bytes, interned tags.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
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

/// Texts in many languages, numbered. The texts of each language stand together, so that a reader
/// of one does not touch the others. A translation costs its bytes and 4 more; a text 2 bits for
/// each tag that the table has. Tags are canonical, and numbered in byte order.
/// Accessors take numbers of this table; others are undefined behaviour. They are O(1) unless they
/// say otherwise, and never fail. Views live as long as the table or any copy of it; copies share
/// the texts.
/// Thread class: immutable; any number of threads may read one table.
class TextTable {
 public:
  TextTable() = default;  ///< No texts. A matrix makes the others.

  /// The number of different tags; they are numbered from 0.
  [[nodiscard]] std::uint32_t tag_count() const {
    return static_cast<std::uint32_t>(arrays_.tags.size());
  }
  /// The tag of a number, in canonical form.
  [[nodiscard]] std::string_view tag(std::uint32_t number) const {
    return view(arrays_.tags[number].first, arrays_.tags[number].last);
  }
  /// Every tag that some text has, by bytes. O(tags), allocates.
  [[nodiscard]] std::vector<std::string_view> tags() const;
  /// The number of a canonical tag; nothing if no text has it. O(log tags).
  [[nodiscard]] std::optional<std::uint32_t> find_tag(std::string_view tag) const;

  /// The number of texts, the empty text 0 included.
  [[nodiscard]] std::uint32_t text_count() const { return text_count_; }
  /// Whether the text is there in exactly this language. O(1).
  [[nodiscard]] bool has(TextIndex text, std::uint32_t tag) const {
    return (presence(text, tag).texts >> (text.value % 64) & 1U) != 0;
  }
  /// The text in exactly this language; empty if there is none.
  [[nodiscard]] std::string_view in(TextIndex text, std::uint32_t tag) const;
  /// The text in the first language of the chain that it has; the chain must have been negotiated
  /// over `tags()`. O(1) for the usual reader, whose first or second language has the text; at most
  /// O(tags).
  [[nodiscard]] ServedText served(TextIndex text, const LocaleChain& chain) const;
  /// The text in the language of one place in such a chain; missing if it is not in it.
  [[nodiscard]] ServedText served(TextIndex text, const LocaleLink& link) const;

  /// In bytes: what the table takes, and what the texts alone are.
  [[nodiscard]] std::size_t memory() const;
  [[nodiscard]] std::size_t text_bytes() const { return arrays_.bytes.size(); }

 private:
  friend class Matrix;
  friend class MatrixBuilder;
  friend class MatrixCheck;
  friend class TextTableBuilder;
  friend struct SearchData;

  struct Tag {
    std::uint32_t first = 0;  // In the arena.
    std::uint32_t last = 0;
    std::uint32_t direction = 0;  // A `TextDirection`.
  };
  /// Which of 64 neighbouring texts are there in a language.
  struct Presence {
    std::uint64_t texts = 0;   // A bit for each.
    std::uint32_t before = 0;  // The translations before them, in all languages.
    std::uint32_t unused = 0;
  };
  struct StatedDirection {
    std::uint32_t translation = 0;
    std::uint32_t direction = 0;
  };
  /// Vectors while the table is built, then spans of them or of the block of a matrix.
  template <template <class> class List>
  struct Arrays {
    List<char> bytes;
    List<Tag> tags;
    List<Presence> presence;       // By tag, then text.
    List<std::uint32_t> start;     // Of each translation in the arena, by tag, then text; one more.
    List<StatedDirection> stated;  // By translation; few authors state one.
  };
  template <class T>
  using Column = std::span<const T>;

  [[nodiscard]] std::string_view view(std::uint32_t first, std::uint32_t last) const {
    return {arrays_.bytes.data() + first, last - first};
  }
  [[nodiscard]] std::size_t words() const { return (std::size_t{text_count_} + 63) / 64; }
  [[nodiscard]] const Presence& presence(TextIndex text, std::uint32_t tag) const {
    return arrays_.presence[tag * words() + text.value / 64];
  }
  [[nodiscard]] std::uint32_t translation_of(TextIndex text, std::uint32_t tag) const;
  [[nodiscard]] TextDirection direction_of(std::uint32_t translation, std::uint32_t tag) const;

  Arrays<Column> arrays_;
  std::uint32_t text_count_ = 0;
  std::shared_ptr<const void> owner_;  // Of what the spans are of.
};

}  // namespace skillmatrix
