#include "skillmatrix/text_table.hpp"

#include <algorithm>
#include <bit>

namespace skillmatrix {

std::vector<std::string_view> TextTable::tags() const {
  std::vector<std::string_view> tags;
  tags.reserve(arrays_.tags.size());
  for (std::uint32_t number = 0; number < tag_count(); ++number) tags.push_back(tag(number));
  return tags;
}

std::optional<std::uint32_t> TextTable::find_tag(std::string_view tag) const {
  const auto text_of = [this](const Tag& known) { return view(known.first, known.last); };
  const auto found = std::ranges::lower_bound(arrays_.tags, tag, {}, text_of);
  if (found == arrays_.tags.end() || text_of(*found) != tag) return std::nullopt;
  return static_cast<std::uint32_t>(found - arrays_.tags.begin());
}

/// Translations are numbered by tag, then text.
std::uint32_t TextTable::translation_of(TextIndex text, std::uint32_t tag) const {
  const Presence& present = presence(text, tag);
  const std::uint64_t before = (std::uint64_t{1} << (text.value % 64)) - 1;
  return present.before + static_cast<std::uint32_t>(std::popcount(present.texts & before));
}

TextDirection TextTable::direction_of(std::uint32_t translation, std::uint32_t tag) const {
  const auto found =
      std::ranges::lower_bound(arrays_.stated, translation, {}, &StatedDirection::translation);
  const bool is_stated = found != arrays_.stated.end() && found->translation == translation;
  return static_cast<TextDirection>(is_stated ? found->direction : arrays_.tags[tag].direction);
}

std::string_view TextTable::in(TextIndex text, std::uint32_t tag) const {
  if (!has(text, tag)) return {};
  const std::uint32_t translation = translation_of(text, tag);
  return view(arrays_.start[translation], arrays_.start[translation + 1]);
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
  return {view(arrays_.start[translation], arrays_.start[translation + 1]), tag(link.tag),
          direction_of(translation, link.tag), link.source};
}

std::size_t TextTable::memory() const {
  return arrays_.bytes.size_bytes() + arrays_.tags.size_bytes() + arrays_.presence.size_bytes() +
         arrays_.start.size_bytes() + arrays_.stated.size_bytes();
}

}  // namespace skillmatrix
