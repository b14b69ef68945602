#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/fold.hpp"
#include "text/terms.hpp"

namespace skillmatrix::text {
namespace {

using Strings = std::vector<std::string>;

/// "ci/cd(ci cd) [機械学習] .net(net)": runs in brackets, parts in parentheses, dotted ones in
/// braces.
std::string shown(std::string_view name) {
  std::string text;
  for (const Word& word : words(search_fold(name_fold(name)))) {
    if (!text.empty()) text += ' ';
    text += word.spaceless ? '[' + word.text + ']' : word.text;
    std::string parts;
    for (const std::string& part : word.parts) parts += (parts.empty() ? "" : " ") + part;
    if (!parts.empty()) text += '(' + parts + ')';
    for (const std::string& part : word.dotted) text += '{' + part + '}';
  }
  return text;
}

TEST(Terms, WordsAreLettersAndDigits) {
  EXPECT_EQ(shown("Machine  Learning, 2nd ed. (Python)"), "machine learning 2nd ed python");
  EXPECT_EQ(shown("Überprüfung für Café"), "uberprufung fur cafe");
  EXPECT_EQ(shown(""), "");
  EXPECT_EQ(shown(" ,;()[] ++ -- 🚀 "), "");
}

TEST(Terms, SignsOfNamesStay) {
  EXPECT_EQ(shown("C"), "c");
  EXPECT_EQ(shown("C++, C# and F#."), "c++ c# and f#");
  EXPECT_EQ(shown("C++17"), "c++17(c++ 17)");
  EXPECT_EQ(shown(".NET"), ".net(net)");
  EXPECT_EQ(shown("ASP.NET Core"), "asp.net(asp net){.net} core");
  EXPECT_EQ(shown("C#/.NET"), "c# .net(net)");
  EXPECT_EQ(shown("C/C++"), "c/c++(c c++)");
  EXPECT_EQ(shown("CI/CD"), "ci/cd(ci cd)");
  EXPECT_EQ(shown("Node.js"), "node.js(node js){.js}");
  EXPECT_EQ(shown("R&D; A/B testing"), "r&d(r d) a/b(a b) testing");
  EXPECT_EQ(shown("AI+Data"), "ai+data(ai data)");
  EXPECT_EQ(shown("Ｃ＋＋"), "c++") << "full width";
}

TEST(Terms, HyphensAndApostrophesJoin) {
  EXPECT_EQ(shown("state-of-the-art"), "state-of-the-art(state of the art)");
  EXPECT_EQ(shown("e\u2013mail -v-"), "e-mail(e mail) v");
  EXPECT_EQ(shown("l\u2019analyse d'affaires"), "l'analyse(l analyse) d'affaires(d affaires)");
  EXPECT_EQ(shown("a--b"), "a b");
  EXPECT_EQ(shown("snake_case"), "snake_case(snake case)");
}

TEST(Terms, ScriptsWithoutSpacesMakeRuns) {
  EXPECT_EQ(shown("机器学习"), "[机器学习]");
  EXPECT_EQ(shown("Python编程 3级"), "python [编程] 3 [级]");
  EXPECT_EQ(shown("データ分析"), "[でーた分析]");
  EXPECT_EQ(shown("ﾃﾞｰﾀ・モデル"), "[でーた] [もでる]");
  EXPECT_EQ(shown("การเรียนรู้ Excel"), "[การเรียนรู้] excel");
  EXPECT_EQ(shown("ການຮຽນ ကိုး ខ្មែរ"), "[ການຮຽນ] [ကိုး] [ខ្មែរ]");
  EXPECT_EQ(shown("C++编程"), "c++ [编程]");
}

TEST(Terms, OtherScriptsMakeWords) {
  EXPECT_EQ(shown("머신 러닝"), "머신 러닝");
  EXPECT_EQ(shown("Машинное обучение"), "машинное обучение");
  EXPECT_EQ(shown("हिन्दी लेखन"), "हिन्दी लेखन");
  EXPECT_EQ(shown("التعلّم الآلي"), shown("التعلم الآلي"));
}

TEST(Terms, IllFormedTextSeparates) {
  EXPECT_EQ(shown("a\xFF\xC3z"), "a z");
  Strings found;
  for (const Word& word : words("a\xFF z\xE4")) found.push_back(word.text);
  EXPECT_EQ(found, (Strings{"a", "z"})) << "also if it was not folded";
}

TEST(Terms, UnitsAreCodePointsWithTheirMarks) {
  EXPECT_EQ(units("机器").size(), 2U);
  EXPECT_EQ(units("ที่").size(), 1U);
  EXPECT_EQ(units("การ").size(), 3U);
  EXPECT_NE(units("ที่"), units("ที"));
  EXPECT_NE(units("ก็"), units("ก"));
  EXPECT_EQ(units("ก็็็").size(), 2U) << "the fourth code point";
  EXPECT_TRUE(units("").empty());
}

}  // namespace
}  // namespace skillmatrix::text
