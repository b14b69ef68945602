#include "skillmatrix/text_table.hpp"

#include <algorithm>
#include <bit>

namespace skillmatrix {

std::vector<std::string_view> TextTable::tags() const {
  std::vector<std::string_view> tags;
  tags.reserve(tags_.size());
  for (std::uint32_t number = 0; number < tag_count(); ++number) tags.push_back(tag(number));
  return tags;
}

std::optional<std::uint32_t> TextTable::find_tag(std::string_view tag) const {
  const auto found = std::lower_bound(tags_.begin(), tags_.end(), tag,
                                      [this](const Tag& known, std::string_view wanted) {
                                        return view(known.first, known.last) < wanted;
                                      });
  if (found == tags_.end() || view(found->first, found->last) != tag) return std::nullopt;
  return static_cast<std::uint32_t>(found - tags_.begin());
}

/// The translations of a text are in the order of their tags, so that the number of one is the
/// number of tags before it that the text has.
std::uint32_t TextTable::translation_of(TextIndex text, std::uint32_t tag) const {
  std::uint32_t translation = first_[text.value];
  for (std::uint32_t at = 0; at < tag / 64; ++at) {
    translation += static_cast<std::uint32_t>(std::popcount(word(text, at)));
  }
  const std::uint64_t before = (std::uint64_t{1} << (tag % 64)) - 1;
  return translation + static_cast<std::uint32_t>(std::popcount(word(text, tag / 64) & before));
}

TextDirection TextTable::direction_of(std::uint32_t translation, std::uint32_t tag) const {
  if (!stated_.empty()) {
    const auto found = std::lower_bound(stated_.begin(), stated_.end(), translation,
                                        [](const StatedDirection& stated, std::uint32_t wanted) {
                                          return stated.translation < wanted;
                                        });
    if (found != stated_.end() && found->translation == translation) return found->direction;
  }
  return tags_[tag].direction;
}

std::string_view TextTable::in(TextIndex text, std::uint32_t tag) const {
  if (!has(text, tag)) return {};
  const std::uint32_t translation = translation_of(text, tag);
  return view(start_[translation], start_[translation + 1]);
}

ServedText TextTable::served(TextIndex text, const LocaleChain& chain) const {
  for (const LocaleLink& link : chain.links()) {
    if (has(text, link.tag)) return served(text, link);
  }
  return {};
}

ServedText TextTable::served(TextIndex text, const LocaleLink& link) const {
  if (!has(text, link.tag)) return {};
  const std::uint32_t translation = translation_of(text, link.tag);
  return {view(start_[translation], start_[translation + 1]), tag(link.tag),
          direction_of(translation, link.tag), link.source};
}

std::size_t TextTable::memory() const {
  const auto size = [](const auto& rows) { return rows.capacity() * sizeof(rows[0]); };
  return size(bytes_) + size(tags_) + size(presence_) + size(first_) + size(start_) + size(stated_);
}

}  // namespace skillmatrix
