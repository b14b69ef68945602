#include "skillmatrix/text_table.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "generated.hpp"
#include "text_table_builder.hpp"

namespace skillmatrix {
namespace {

LocaleChain chain(const TextTable& table, const std::string& preference) {
  const std::vector<std::string> preferences{preference};
  return LocaleChain::negotiate(preferences, table.tags(), "en");
}

TEST(TextTable, ServesTheFirstLanguageThatHasTheText) {
  const LocalizedText both{{{"en", {"Python", {}}}, {"de", {"Schlange", {}}}}};
  const LocalizedText one{{{"fr", {"serpent", {}}}, {"en", {"", {}}}}};
  TextTableBuilder builder;
  const TextIndex first = builder.add(both);
  const TextIndex second = builder.add(one);
  EXPECT_EQ(builder.add(LocalizedText{}), TextIndex{}) << "no text is text 0";
  EXPECT_EQ(builder.add(LocalizedText{{{"en", {"", {}}}}}), TextIndex{}) << "an empty one too";
  const TextTable table = builder.build();
  EXPECT_EQ(table.tags(), (std::vector<std::string_view>{"de", "en", "fr"}));
  EXPECT_EQ(table.text_count(), 3U);

  const LocaleChain german = chain(table, "de-AT");
  EXPECT_EQ(table.served(first, german).value, "Schlange");
  EXPECT_EQ(table.served(first, german).tag, "de");
  EXPECT_EQ(table.served(first, german).source, TextSource::related);
  EXPECT_EQ(table.served(first, german).direction, TextDirection::ltr);
  EXPECT_EQ(table.served(second, german).value, "serpent");
  EXPECT_EQ(table.served(second, german).source, TextSource::any_fallback);
  EXPECT_EQ(table.served(TextIndex{}, german).source, TextSource::missing);
  EXPECT_TRUE(table.served(TextIndex{}, german).empty());
  EXPECT_TRUE(table.served(TextIndex{}, german).tag.empty());
  EXPECT_EQ(table.in(first, *table.find_tag("en")), "Python");
  EXPECT_EQ(table.in(first, *table.find_tag("fr")), "");
  EXPECT_EQ(table.find_tag("it"), std::nullopt);
}

TEST(TextTable, KeepsTagsInCanonicalForm) {
  const LocalizedText text{{{"IW", {"\u05E4", {}}}, {"no", {"nei", {}}}}};
  TextTableBuilder builder;
  const TextIndex index = builder.add(text);
  const TextTable table = builder.build();
  EXPECT_EQ(table.tags(), (std::vector<std::string_view>{"he", "nb"}));
  EXPECT_EQ(table.served(index, chain(table, "he")).direction, TextDirection::rtl);
}

TEST(TextTable, AStatedDirectionHolds) {
  const LocalizedText text{{{"ar", {"C++", Direction::ltr}}, {"en", {"seen", Direction::rtl}}}};
  const LocalizedText other{{{"ar", {"\u0639", {}}}}};
  TextTableBuilder builder;
  const TextIndex stated = builder.add(text);
  const TextIndex unstated = builder.add(other);
  const TextTable table = builder.build();
  EXPECT_EQ(table.served(stated, chain(table, "ar")).direction, TextDirection::ltr);
  EXPECT_EQ(table.served(stated, chain(table, "en")).direction, TextDirection::rtl);
  EXPECT_EQ(table.served(unstated, chain(table, "ar")).direction, TextDirection::rtl);
}

TEST(TextTable, NamesAreRowsOfTexts) {
  TextTableBuilder builder;
  const Aliases aliases{{"de", {"c"}}, {"en", {"", "a", "b"}}};
  const TextTableBuilder::Names names = builder.add(aliases);
  ASSERT_EQ(names.count, 2U);
  const TextTable table = builder.build();
  const TextIndex second{names.first.value + 1};
  EXPECT_EQ(table.in(names.first, *table.find_tag("en")), "a");
  EXPECT_EQ(table.in(names.first, *table.find_tag("de")), "c");
  EXPECT_EQ(table.in(second, *table.find_tag("en")), "b");
  EXPECT_FALSE(table.has(second, *table.find_tag("de")));
}

TEST(TextTable, BlankTextsAreMissing) {
  LocalizedText text;
  text.translations = {{"de", {"\u00A0"}}, {"en", {"x"}}, {"fr", {"\u200B \u3000"}}};
  TextTableBuilder builder;
  const TextIndex index = builder.add(text);
  EXPECT_EQ(builder.add(in("de", "\uFEFF")), TextIndex{}) << "is in no language";
  const Aliases aliases{{"en", {" ", "a"}}};
  EXPECT_EQ(builder.add(aliases).count, 1U);
  const TextTable table = builder.build();
  EXPECT_EQ(table.tags(), std::vector<std::string_view>{"en"});
  EXPECT_EQ(table.served(index, chain(table, "fr")).value, "x");
}

/// Against the maps that the table was made of, with more tags than one word of presence bits has.
TEST(TextTable, AgreesWithTheMaps) {
  generated::Dice dice(20260317);
  std::vector<std::string> tags;
  for (char first = 'a'; first <= 't'; ++first) {  // Tags for private use.
    for (const char second : {'a', 'b', 'c', 'q', 'x', 'y', 'z'})
      tags.push_back({'q', first, second});
  }
  std::vector<LocalizedText> texts(300);
  TextTableBuilder builder;
  std::vector<TextIndex> indexes;
  for (LocalizedText& text : texts) {
    for (const std::string& tag : tags) {
      if (dice.one_in(3)) text.translations[tag].value = tag + std::to_string(dice.below(1000));
    }
    indexes.push_back(builder.add(text));
  }
  const TextTable table = builder.build();
  ASSERT_GT(table.tag_count(), 128U);
  for (std::size_t at = 0; at < texts.size(); ++at) {
    for (std::uint32_t tag = 0; tag < table.tag_count(); ++tag) {
      const auto found = texts[at].translations.find(table.tag(tag));
      const bool is_there = found != texts[at].translations.end();
      ASSERT_EQ(table.has(indexes[at], tag), is_there);
      ASSERT_EQ(table.in(indexes[at], tag), is_there ? found->second.value : "");
    }
  }
}

TEST(TextTable, TakesLittleMoreThanItsText) {
  std::vector<LocalizedText> texts(1000);
  std::size_t translations = 0;
  TextTableBuilder builder;
  for (LocalizedText& text : texts) {
    for (const char* tag : {"de", "en", "es", "fr", "ja", "ru", "zh"}) {
      text.translations[tag].value = std::string("a name of some length in ") + tag;
      ++translations;
    }
    builder.add(text);
  }
  const TextTable table = builder.build();
  EXPECT_LE(table.memory(), table.text_bytes() + 4 * translations + 12 * (texts.size() + 2) + 256);
}

}  // namespace
}  // namespace skillmatrix
