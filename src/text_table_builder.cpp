#include "text_table_builder.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "skillmatrix/locale.hpp"
#include "skillmatrix/text.hpp"

namespace skillmatrix {

TextIndex TextTableBuilder::add(const LocalizedText& text) {
  bool is_there = false;
  for (const auto& [tag, translation] : text.translations) {
    if (is_blank(translation.value)) continue;
    is_there = true;
    byte_count_ += translation.value.size();
    if (tags_.emplace(tag, 0).second) byte_count_ += canonical_tag(tag).size();
  }
  if (!is_there) return {};
  texts_.push_back(&text);
  return {static_cast<std::uint32_t>(texts_.size() - 1)};
}

TextTableBuilder::Names TextTableBuilder::add(const Aliases& aliases) {
  std::vector<LocalizedText> rows;
  for (const auto& [tag, names] : aliases) {
    std::size_t row = 0;
    for (const std::string& name : names) {
      if (is_blank(name)) continue;
      if (row == rows.size()) rows.emplace_back();
      rows[row++].translations.emplace(tag, Translation{name, std::nullopt});
    }
  }
  Names added{{static_cast<std::uint32_t>(texts_.size())}, static_cast<std::uint32_t>(rows.size())};
  for (LocalizedText& row : rows) add(names_.emplace_back(std::move(row)));
  return added;
}

/// Numbers the canonical tags by their bytes, so that the order of the document leaves no trace.
void TextTableBuilder::number_tags(TextTable& table) {
  std::set<std::string> canonical;
  for (const auto& [tag, number] : tags_) canonical.insert(canonical_tag(tag));
  const std::vector<std::string> ordered(canonical.begin(), canonical.end());
  for (auto& [tag, number] : tags_) {
    const auto found = std::lower_bound(ordered.begin(), ordered.end(), canonical_tag(tag));
    number = static_cast<std::uint32_t>(found - ordered.begin());
  }
  for (const std::string& tag : ordered) {
    const auto first = static_cast<std::uint32_t>(table.bytes_.size());
    table.bytes_.insert(table.bytes_.end(), tag.begin(), tag.end());
    table.tags_.push_back(
        {first, static_cast<std::uint32_t>(table.bytes_.size()), skillmatrix::direction_of(tag)});
  }
  table.words_ = (table.tag_count() + 63) / 64;
}

void TextTableBuilder::add_translations(TextTable& table, TextIndex index) {
  std::vector<std::pair<std::uint32_t, const Translation*>> ordered;
  for (const auto& [tag, translation] : texts_[index.value]->translations) {
    if (!is_blank(translation.value)) ordered.emplace_back(tags_.find(tag)->second, &translation);
  }
  std::sort(ordered.begin(), ordered.end());
  for (const auto& [tag, translation] : ordered) {
    table.presence_[std::size_t{index.value} * table.words_ + tag / 64] |= std::uint64_t{1}
                                                                           << (tag % 64);
    if (translation->dir) {
      table.stated_.push_back(
          {static_cast<std::uint32_t>(table.start_.size()),
           *translation->dir == Direction::rtl ? TextDirection::rtl : TextDirection::ltr});
    }
    table.start_.push_back(static_cast<std::uint32_t>(table.bytes_.size()));
    table.bytes_.insert(table.bytes_.end(), translation->value.begin(), translation->value.end());
  }
}

TextTable TextTableBuilder::build() {
  TextTable table;
  table.bytes_.reserve(byte_count_);
  number_tags(table);
  table.presence_.resize(texts_.size() * table.words_);
  table.first_.reserve(texts_.size() + 1);
  table.first_ = {0, 0};  // Text 0 has no translations.
  for (std::uint32_t index = 1; index < texts_.size(); ++index) {
    add_translations(table, {index});
    table.first_.push_back(static_cast<std::uint32_t>(table.start_.size()));
  }
  table.start_.push_back(static_cast<std::uint32_t>(table.bytes_.size()));
  table.start_.shrink_to_fit();
  *this = {};
  return table;
}

}  // namespace skillmatrix
