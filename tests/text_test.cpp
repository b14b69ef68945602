#include "skillmatrix/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <thread>

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace skillmatrix {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string result;
  result.reserve(text.size() * times);
  for (std::size_t at = 0; at < times; ++at) result += text;
  return result;
}

/// "3 joiner" for each finding.
std::vector<std::string> found(std::string_view text, TextUse use = TextUse::prose) {
  std::vector<std::string> lines;
  for (const UnsafeCharacter& unsafe : find_unsafe(text, use)) {
    lines.push_back(std::to_string(unsafe.offset) + ' ' + std::string(to_string(unsafe.kind)));
    EXPECT_EQ(unsafe.severity == Severity::warning, unsafe.kind >= UnsafeKind::line_break);
    EXPECT_EQ(text::point_at(text, unsafe.offset).value, unsafe.code_point);
    EXPECT_EQ(text::point_at(text, unsafe.offset).length, unsafe.length);
  }
  return lines;
}

using Lines = std::vector<std::string>;

// Every class of table 3-7 is in text_utf8_test.cpp.
TEST(TextUtf8, SaysWhereTheFirstMistakeIs) {
  EXPECT_EQ(first_ill_formed("sound é 工 😀"), std::nullopt);
  EXPECT_EQ(first_ill_formed("café\xC0\x80"), 5U);
  EXPECT_EQ(first_ill_formed("\xED\xA0\x80"), 0U);
}

TEST(TextNfc, KnowsWhatIsNormal) {
  for (const char* text : {"", "plain", "Résumé", "工程 技能", "हिन्दी", "각", "Ж й", "😀"}) {
    EXPECT_TRUE(is_nfc(text)) << text;
    EXPECT_EQ(first_not_nfc(text), std::nullopt) << text;
    EXPECT_EQ(to_nfc(text), text);
  }
}

TEST(TextNfc, NormalizesAndSaysWhere) {
  const struct {
    const char* text;
    const char* normal;
    std::size_t offset;
  } cases[] = {
      {"Re\u0301sume\u0301", "R\u00E9sum\u00E9", 1},
      {"a\u0301\u0323", "\u1EA1\u0301", 0},
      {"K 5 \u212A", "K 5 K", 4},
      {"\u1100\u1161\u11A8", "\uAC01", 0},
      {"ok \u0915\u093C \u0958", "ok \u0915\u093C \u0915\u093C", 10},
      {"\uF900", "\u8C48", 0},
  };
  for (const auto& each : cases) {
    EXPECT_FALSE(is_nfc(each.text)) << each.text;
    EXPECT_EQ(to_nfc(each.text), each.normal);
    EXPECT_EQ(first_not_nfc(each.text), each.offset) << each.text;
  }
}

TEST(TextNfc, KeepsIllFormedSequences) {
  EXPECT_TRUE(is_nfc("a\xFF\u00E9\xE2\x82"));
  EXPECT_EQ(to_nfc("a\xFF\u00E9\xE2\x82"), "a\xFF\u00E9\xE2\x82");
  EXPECT_EQ(to_nfc("\xFF"
                   "e\u0301\xE2\x82"),
            "\xFF\u00E9\xE2\x82");
}

/// Long runs of marks take a way of their own; ICU's, on texts that are short enough, is the
/// oracle.
TEST(TextNfc, LongRunsOfMarksAreNormalizedAsShortOnesAre) {
  const std::vector<std::string> marks{"\u0301", "\u0316", "\u0345", "\u0344", "\u0F73",
                                       "\u05B0", "\u0327", "\u3099", "\u0300", "\u0F71"};
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    std::string run;
    for (int at = 0; at < 15; ++at) run += marks[random() % marks.size()];
    // Marks of the highest class stay behind all others, so the rest is sorted as without them.
    const std::string longer = to_nfc("x" + run + repeat("\u0345", 40));
    EXPECT_TRUE(is_nfc(longer));
    EXPECT_EQ(longer, to_nfc("x" + run) + repeat("\u0345", 40)) << round;
  }
}

TEST(TextNfc, MegabytesOfMarksTakeLinearTime) {
  const std::string hostile = "a" + repeat("\u0301\u0316", 300'000);
  EXPECT_FALSE(is_nfc(hostile));
  const std::string normal = to_nfc(hostile);
  EXPECT_TRUE(is_nfc(normal));
  EXPECT_EQ(to_nfc(normal), normal);
  EXPECT_TRUE(normal.starts_with("\u00E1\u0316\u0316"));
  EXPECT_EQ(normal.size() + 1, hostile.size());
  EXPECT_EQ(first_not_nfc(hostile), 0U);
}

TEST(TextUnsafe, PlainTextInAnyLanguageIsSafe) {
  for (const char* text : {"", "Plain, with\ttabs\r\nand lines.", "Résumé", "工程、技能", "مهارة",
                           "\u200Fabc\u200E \u061C", "Tiếng Việt", "e\u0301\u0316", "각 힣",
                           "a \u2067b \u2066c\u2069\u2069 d"}) {
    EXPECT_EQ(found(text), Lines{}) << text;
  }
}

TEST(TextUnsafe, Errors) {
  EXPECT_EQ(found("a\x01\x1B[0m\x7F\u0085\u009F"),
            (Lines{"1 control", "2 control", "6 control", "7 control", "9 control"}));
  EXPECT_EQ(found(std::string_view("a\0", 2)), Lines{"1 control"});
  EXPECT_EQ(found("\u202Ax\u202Ex\u202C"),
            (Lines{"0 bidi_embedding", "4 bidi_embedding", "8 bidi_embedding"}));
  EXPECT_EQ(found("\uFDD0 \uFFFE \U0010FFFF"),
            (Lines{"0 noncharacter", "4 noncharacter", "8 noncharacter"}));
}

TEST(TextUnsafe, IsolatesNeedAPartnerInTheirParagraph) {
  EXPECT_EQ(found("\u2066a"), Lines{"0 unbalanced_isolate"});
  EXPECT_EQ(found("a\u2069"), Lines{"1 unbalanced_isolate"});
  EXPECT_EQ(found("\u2066\u2067a\u2069"), Lines{"0 unbalanced_isolate"});
  EXPECT_EQ(found("\u2068a\nb\u2069"), (Lines{"0 unbalanced_isolate", "6 unbalanced_isolate"}));
  // In the order of the text, also with what is known at once.
  EXPECT_EQ(found("\u2066\x01\u2067\x02"),
            (Lines{"0 unbalanced_isolate", "3 control", "4 unbalanced_isolate", "7 control"}));
}

TEST(TextUnsafe, TagsAreForFlagsOnly) {
  const std::string scotland =
      "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F";
  EXPECT_EQ(found(scotland + " and " + scotland), Lines{});
  EXPECT_EQ(found("a\U000E0067\U000E007F"), (Lines{"1 tag", "5 tag"}));
  EXPECT_EQ(found("\U0001F3F4\U000E0067").size(), 1U);  // No end.
  EXPECT_EQ(found("\U0001F3F4" + repeat("\U000E0067", 40) + "\U000E007F").size(),
            41U);  // A message.
  EXPECT_EQ(found("\U000E0001"), Lines{"0 tag"});
}

TEST(TextUnsafe, LineBreaksAreForProse) {
  EXPECT_EQ(found("a\tb\nc\rd\u2028e\u2029f"), Lines{});
  EXPECT_EQ(
      found("a\tb\nc\rd\u2028e\u2029f", TextUse::name),
      (Lines{"1 line_break", "3 line_break", "5 line_break", "7 line_break", "11 line_break"}));
}

TEST(TextUnsafe, JoinersWhereTheScriptNeedsThem) {
  for (const char* text :
       {"می\u200Cخواهم", "کار\u200Cها", "ه\u200D", "\u200Dه", "क्\u200Dष", "ක්\u200Dෂ", "র\u200D্য",
        "సాఫ్ట్\u200Cవేర్", "ന്\u200D", "مِی\u200Cخ", "ស៊\u200Cី"}) {
    EXPECT_EQ(found(text, TextUse::name), Lines{}) << text;
  }
  EXPECT_EQ(found("ad\u200Cmin"), Lines{"2 joiner"});
  EXPECT_EQ(found("ad\u200Dmin"), Lines{"2 joiner"});
  EXPECT_EQ(found("\u200C"), Lines{"0 joiner"});
  EXPECT_EQ(found("中\u200D文"), Lines{"3 joiner"});
  EXPECT_EQ(found("कम\u200Cल"), Lines{"6 joiner"});
}

TEST(TextUnsafe, EmojiSequences) {
  for (const char* text : {"👩\u200D💻", "❤\uFE0F", "👩🏽\u200D🚀", "🏳\uFE0F\u200D🌈",
                           "1\uFE0F\u20E3", "©\uFE0E", "👨\u200D👩\u200D👧", "🧑\u200D⚕\uFE0F"}) {
    EXPECT_EQ(found(text, TextUse::name), Lines{}) << text;
  }
  EXPECT_EQ(found("👩\u200Dx"), Lines{"4 joiner"});
  EXPECT_EQ(found("x\u200D👩"), Lines{"1 joiner"});
  EXPECT_EQ(found("a\uFE0F"), Lines{"1 variation_selector"});
  EXPECT_EQ(found("1\uFE0F"), Lines{"1 variation_selector"});
  EXPECT_EQ(found("❤\uFE0F\uFE0F"), Lines{"6 variation_selector"});
}

TEST(TextUnsafe, VariationSelectors) {
  for (const char* text : {"葛\U000E0100", "≨\uFE00", "0\uFE00", "\u1820\u180B", "、\uFE00"}) {
    EXPECT_EQ(found(text, TextUse::name), Lines{}) << text;
  }
  EXPECT_EQ(found("a\U000E0100"), Lines{"1 variation_selector"});
  EXPECT_EQ(found("a\uFE00\u180B"), (Lines{"1 variation_selector", "4 variation_selector"}));
}

TEST(TextUnsafe, OtherInvisibleCharactersAndPrivateUse) {
  EXPECT_EQ(found("data\u200Bbase"), Lines{"4 invisible"});
  EXPECT_EQ(found("so\u00ADft \u2060\uFEFFx\u3164"),
            (Lines{"2 invisible", "7 invisible", "10 invisible", "14 invisible"}));
  EXPECT_EQ(found("ภาษา\u200Bไทย ភាសា\u200Bខ្មែរ", TextUse::name), Lines{});
  EXPECT_EQ(found("\uE000\U0010FFFD"), (Lines{"0 private_use", "3 private_use"}));
}

TEST(TextUnsafe, GivesNoMoreThanWasAskedFor) {
  const std::string hostile = repeat("\u2066\x01", 50'000);
  EXPECT_EQ(find_unsafe(hostile).size(), 100U);
  const std::vector<UnsafeCharacter> few = find_unsafe(hostile, TextUse::prose, 3);
  ASSERT_EQ(few.size(), 3U);
  EXPECT_EQ(few[0].offset, 0U);
  EXPECT_EQ(few[1].offset, 3U);
  EXPECT_EQ(few[2].offset, 4U);
  EXPECT_TRUE(find_unsafe(hostile, TextUse::prose, 0).empty());
  EXPECT_TRUE(find_unsafe("\xFF\xC0\xE2\x82").empty());  // first_ill_formed's.
}

TEST(TextUnsafe, MegabytesTakeLinearTime) {
  for (const char* piece : {"\u2066", "\u2069", "\u0301", "\u200D", "\u200C\u0301", "\uFE0F",
                            "\U0001F3F4\U000E0067\U000E0067\U000E0067\U000E0067\U000E0067",
                            "\u0E01", "\U000E0067", "\u0628\u0651\u200C"}) {
    const std::string hostile = repeat(piece, 500'000);
    EXPECT_LE(find_unsafe(hostile, TextUse::name).size(), 100U);
  }
}

TEST(TextBlank, WhatShowsNothing) {
  for (const char* text : {"",
                           " ",
                           "\t\r\n",
                           "\u00A0",
                           "\u2003\u3000",
                           "\u200B\u200C\u200D",
                           "\u2060\uFEFF",
                           "\u00AD",
                           "\u200E\u200F\u061C",
                           "\u2066\u2069",
                           "\u202E",
                           "\uFE0F",
                           "\u115F\u3164",
                           "\u034F",
                           "\x1B\x7F",
                           "\u0085",
                           "\u2028",
                           "\u2800",
                           "\uFFF9",
                           "\U000E0041"}) {
    EXPECT_TRUE(is_blank(text)) << text;
    EXPECT_FALSE(is_blank(std::string(text) + "x")) << text;
  }
  EXPECT_TRUE(is_blank(std::string_view("\0 ", 2)));
}

TEST(TextBlank, WhatShowsSomething) {
  for (const char* text : {"a", "-", ".", " 工 ", "\u0301", "\u2014", "\uFFFD", "\xFF", "\u2801",
                           "\uE000", "🏴", "\u1680x", "ا"}) {
    EXPECT_FALSE(is_blank(text)) << text;
  }
}

TEST(TextBlank, MegabytesTakeLinearTime) {
  std::string spaces;
  for (int at = 0; at < 1'000'000; ++at) spaces += "\u3000";
  EXPECT_TRUE(is_blank(spaces));
  EXPECT_FALSE(is_blank(spaces + '.'));
}

TEST(TextTruncate, CutsBetweenClusters) {
  EXPECT_EQ(truncate("short", 5), "short");
  EXPECT_EQ(truncate("longer", 5), "long…");
  EXPECT_EQ(truncate("longer", 5, "..."), "lo...");
  EXPECT_EQ(truncate("longer", 5, ""), "longe");
  EXPECT_EQ(truncate("longer", 2, "..."), "lo");
  EXPECT_EQ(truncate("longer", 0), "");
  EXPECT_EQ(truncate("", 0), "");
  EXPECT_EQ(truncate("e\u0301e\u0301e\u0301", 3), "e\u0301e\u0301e\u0301");
  EXPECT_EQ(truncate("e\u0301e\u0301e\u0301", 2), "e\u0301…");
  EXPECT_EQ(truncate("👩\u200D💻👨\u200D👩\u200D👧x", 2), "👩\u200D💻…");
  EXPECT_EQ(truncate("🇩🇪🇫🇷🇪🇸", 2), "🇩🇪…");
  EXPECT_EQ(truncate("हिन्दी भाषा", 1, ""), "हि");
  EXPECT_EQ(truncate("a\r\nb", 2, ""), "a\r\n");
}

TEST(TextTruncate, ClosesIsolates) {
  EXPECT_EQ(truncate("a \u2067bcd\u2069 e", 5), "a \u2067b…\u2069");
  EXPECT_EQ(truncate("\u2067\u2066abc\u2069\u2069", 4, ""), "\u2067\u2066ab\u2069\u2069");
  EXPECT_EQ(truncate("\u2067a\nbcd", 4, ""), "\u2067a\nb");  // The paragraph has closed it.
}

TEST(TextTruncate, MendsIllFormedText) {
  EXPECT_EQ(truncate("a\xFF", 9), "a\uFFFD");
  EXPECT_EQ(truncate("a\xFF"
                     "bc",
                     3),
            "a\uFFFD…");
}

TEST(TextTruncate, MegabytesTakeLinearTime) {
  const std::string one_cluster = "a" + repeat("\u0301\u0316", 500'000);
  EXPECT_EQ(truncate(one_cluster + "bc", 3), one_cluster + "bc");
  EXPECT_EQ(truncate(one_cluster + "bc", 2), one_cluster + "…");
  EXPECT_EQ(truncate("b" + one_cluster + "c", 2), "b…");
  const std::string isolates = repeat("\u2066", 500'000);
  EXPECT_EQ(truncate(isolates, 400'000, ""), repeat("\u2066", 400'000) + repeat("\u2069", 400'000));
}

TEST(TextTruncateThreads, EachCallHasAnIteratorOfItsOwn) {
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  for (int& mistakes : wrong) {
    threads.emplace_back([&mistakes] {
      for (int round = 0; round < 200; ++round) {
        if (truncate("🇩🇪🇫🇷🇪🇸", 2) != "🇩🇪…") ++mistakes;
        if (to_nfc("e\u0301") != "\u00E9") ++mistakes;
        if (find_unsafe("ad\u200Cmin").size() != 1) ++mistakes;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

TEST(TextIsolate, WrapsByDirection) {
  EXPECT_EQ(isolate("a"), "\u2068a\u2069");
  EXPECT_EQ(isolate("a", TextDirection::ltr), "\u2066a\u2069");
  EXPECT_EQ(isolate("a", TextDirection::rtl), "\u2067a\u2069");
  EXPECT_EQ(isolate(""), "");
}

TEST(TextIsolate, NothingGetsOut) {
  EXPECT_EQ(isolate("a\u2069b"), "\u2068ab\u2069");
  EXPECT_EQ(isolate("\u2067a"), "\u2068\u2067a\u2069\u2069");
  EXPECT_EQ(isolate("a\u2067b\u2069\nc\n"), "\u2068a\u2067b\u2069\u2069\n\u2068c\u2069\n");
  EXPECT_EQ(isolate("\u2067a\n\u2069b"), "\u2068\u2067a\u2069\u2069\n\u2068b\u2069");
  EXPECT_EQ(isolate("\xFF"), "\u2068\uFFFD\u2069");
  EXPECT_TRUE(find_unsafe(isolate(repeat("\u2066", 300'000))).empty());
}

TEST(TextDirection, FirstStrongCharacterDecides) {
  EXPECT_EQ(first_strong_direction("abc"), TextDirection::ltr);
  EXPECT_EQ(first_strong_direction("1. (مهارة) abc"), TextDirection::rtl);
  EXPECT_EQ(first_strong_direction("עברית"), TextDirection::rtl);
  EXPECT_EQ(first_strong_direction("\u200F abc"), TextDirection::rtl);
  EXPECT_EQ(first_strong_direction("123 +-"), TextDirection::automatic);
  EXPECT_EQ(first_strong_direction(""), TextDirection::automatic);
  EXPECT_EQ(first_strong_direction("\u2068abc\u2069 مهارة"), TextDirection::rtl);
  EXPECT_EQ(first_strong_direction("\u2068abc\nمهارة"), TextDirection::rtl);
  EXPECT_EQ(first_strong_direction(repeat("\u2068", 300'000) + "a"), TextDirection::automatic);
}

TEST(TextFold, MegabytesOfMarksTakeLinearTime) {
  const std::string hostile = "a" + repeat("\u0301\u0316", 1'000'000);
  EXPECT_EQ(text::name_fold(hostile), hostile);
  EXPECT_EQ(text::search_fold(hostile), hostile);
  EXPECT_EQ(text::skeleton(hostile), hostile);
}

}  // namespace
}  // namespace skillmatrix
