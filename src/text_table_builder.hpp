// Building a table of texts: collect them all, then lay them out once the tags are known.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "skillmatrix/skill.hpp"
#include "skillmatrix/text_table.hpp"

namespace skillmatrix {

/// The texts that are added must outlive the builder. Blank translations count as
/// missing, and a text without translations is text 0.
class TextTableBuilder {
 public:
  TextIndex add(const LocalizedText& text);

  /// One text for the first names in each language, one for the second names, and so on. Gives the
  /// first of `count` consecutive texts.
  struct Names {
    TextIndex first;
    std::uint32_t count = 0;
  };
  Names add(const Aliases& aliases);

  /// The bytes that the arena of the table will have; more than `max_bytes` do not fit.
  [[nodiscard]] std::size_t byte_count() const { return byte_count_; }
  static constexpr std::size_t max_bytes = UINT32_MAX;

  /// Tags as written. Each takes a bit of every text, so that there are limits to their number.
  [[nodiscard]] std::size_t tag_count() const { return tags_.size(); }
  static constexpr std::size_t max_tags = 1024;

  /// The table of all texts; the builder is then empty.
  TextTable build();

  template <class T>
  using Column = std::vector<T>;
  using Arrays = TextTable::Arrays<Column>;
  /// The same, for a block.
  Arrays lay_out();
  [[nodiscard]] std::uint32_t text_count() const {
    return static_cast<std::uint32_t>(texts_.size());
  }

 private:
  /// A translation of a text.
  struct Entry {
    std::uint32_t text = 0;
    const Translation* translation = nullptr;
  };

  void number_tags(Arrays& arrays);
  [[nodiscard]] std::vector<std::vector<Entry>> entries_by_tag(std::size_t tag_count) const;
  static void add_translations(Arrays& arrays, std::span<const Entry> entries,
                               std::span<TextTable::Presence> presence);

  std::vector<const LocalizedText*> texts_{nullptr};
  std::deque<LocalizedText> names_;  // Texts made here, for the names.
  std::size_t byte_count_ = 0;
  /// The tags as written, and the number of their canonical form.
  std::map<std::string, std::uint32_t, std::less<>> tags_;
};

}  // namespace skillmatrix
