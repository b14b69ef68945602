#include "text_table_builder.hpp"

#include <algorithm>
#include <bit>
#include <memory>
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
void TextTableBuilder::number_tags(Arrays& arrays) {
  std::set<std::string> canonical;
  for (const auto& [tag, number] : tags_) canonical.insert(canonical_tag(tag));
  const std::vector<std::string> ordered(canonical.begin(), canonical.end());
  for (auto& [tag, number] : tags_) {
    const auto found = std::lower_bound(ordered.begin(), ordered.end(), canonical_tag(tag));
    number = static_cast<std::uint32_t>(found - ordered.begin());
  }
  for (const std::string& tag : ordered) {
    const auto first = static_cast<std::uint32_t>(arrays.bytes.size());
    arrays.bytes.insert(arrays.bytes.end(), tag.begin(), tag.end());
    arrays.tags.push_back({first, static_cast<std::uint32_t>(arrays.bytes.size()),
                           static_cast<std::uint32_t>(skillmatrix::direction_of(tag))});
  }
}

/// The translations of each tag, by text.
std::vector<std::vector<TextTableBuilder::Entry>> TextTableBuilder::entries_by_tag(
    std::size_t tag_count) const {
  std::vector<std::vector<Entry>> entries(tag_count);
  for (std::uint32_t text = 1; text < texts_.size(); ++text) {
    for (const auto& [tag, translation] : texts_[text]->translations) {
      if (!is_blank(translation.value))
        entries[tags_.find(tag)->second].push_back({text, &translation});
    }
  }
  return entries;
}

void TextTableBuilder::add_translations(Arrays& arrays, std::span<const Entry> entries,
                                        std::span<TextTable::Presence> presence) {
  for (const Entry& entry : entries) {
    presence[entry.text / 64].texts |= std::uint64_t{1} << (entry.text % 64);
    if (entry.translation->dir) {
      const bool is_rtl = *entry.translation->dir == Direction::rtl;
      arrays.stated.push_back(
          {static_cast<std::uint32_t>(arrays.start.size()),
           static_cast<std::uint32_t>(is_rtl ? TextDirection::rtl : TextDirection::ltr)});
    }
    const std::string& value = entry.translation->value;
    arrays.start.push_back(static_cast<std::uint32_t>(arrays.bytes.size()));
    arrays.bytes.insert(arrays.bytes.end(), value.begin(), value.end());
  }
}

TextTableBuilder::Arrays TextTableBuilder::lay_out() {
  Arrays arrays;
  arrays.bytes.reserve(byte_count_);
  number_tags(arrays);
  const std::size_t words = (texts_.size() + 63) / 64;
  arrays.presence.resize(arrays.tags.size() * words);
  const auto entries = entries_by_tag(arrays.tags.size());
  for (std::size_t tag = 0; tag < entries.size(); ++tag) {
    add_translations(arrays, entries[tag], std::span(arrays.presence).subspan(tag * words, words));
  }
  std::uint32_t before = 0;
  for (TextTable::Presence& presence : arrays.presence) {
    presence.before = before;
    before += static_cast<std::uint32_t>(std::popcount(presence.texts));
  }
  arrays.start.push_back(static_cast<std::uint32_t>(arrays.bytes.size()));
  *this = {};
  return arrays;
}

TextTable TextTableBuilder::build() {
  TextTable table;
  table.text_count_ = text_count();
  const auto arrays = std::make_shared<const Arrays>(lay_out());
  table.arrays_ = {arrays->bytes, arrays->tags, arrays->presence, arrays->start, arrays->stated};
  table.owner_ = arrays;
  return table;
}

}  // namespace skillmatrix
