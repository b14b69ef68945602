#include "skillmatrix/reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "small_framework.hpp"

namespace skillmatrix {
namespace {

Matrix compile(const Framework& framework) {
  Result<Matrix> matrix = Matrix::build(framework);
  EXPECT_TRUE(matrix);
  return *std::move(matrix);
}

TEST(Reader, TextsFallBackInTheDocumentedOrder) {
  Framework framework = small::framework();
  framework.skills[0].title.translations = {{"fr", {"f", {}}}, {"und", {"u", {}}}};
  framework.skills[2].title.translations = {{"de", {"d", Direction::rtl}}, {"fr", {"g", {}}}};
  framework.skills[3].title.translations = {{"de", {"", {}}}};
  const Matrix matrix = compile(framework);
  const Reader japanese(matrix, "ja");
  const Reader chinese(matrix, "zh-CN");
  const auto served = [&matrix](const Reader& reader, std::string_view skill) {
    return reader.text(matrix.skill_title(*matrix.find_skill(skill)));
  };
  EXPECT_EQ(served(chinese, "bert").value, "变换器");
  EXPECT_EQ(served(chinese, "bert").tag, "zh-Hans");
  EXPECT_EQ(served(chinese, "bert").source, TextSource::equivalent);
  EXPECT_EQ(served(japanese, "bert").tag, "en");
  EXPECT_EQ(served(japanese, "bert").source, TextSource::source_fallback);
  EXPECT_EQ(served(japanese, "python").value, "u");
  EXPECT_EQ(served(japanese, "python").direction, TextDirection::automatic);
  EXPECT_EQ(served(japanese, "clearance").value, "d");
  EXPECT_EQ(served(japanese, "clearance").source, TextSource::any_fallback);
  EXPECT_EQ(served(japanese, "clearance").direction, TextDirection::rtl) << "as its author says";
  EXPECT_EQ(served(japanese, "craft").source, TextSource::missing);
}

TEST(Reader, ATitleIsNeverEmpty) {
  Framework framework = small::framework();
  framework.title = {};
  framework.skills[0].title = {};
  framework.roles[0].title = {};
  framework.categories[0].title = {};
  framework.scales[0].levels[0].title = {};
  const Matrix matrix = compile(framework);
  const Reader reader(matrix, "de");
  const ServedText title = reader.skill_title(*matrix.find_skill("python"));
  EXPECT_EQ(title.value, reader.language().placeholder(Titled::skill).text);
  EXPECT_EQ(title.source, TextSource::missing);
  EXPECT_EQ(title.tag, "de");
  EXPECT_EQ(title.direction, TextDirection::ltr);
  EXPECT_FALSE(reader.framework_title().empty());
  EXPECT_FALSE(reader.role_title(*matrix.find_role("nlp")).empty());
  EXPECT_FALSE(reader.category_title(*matrix.find_category("ml")).empty());
  EXPECT_FALSE(reader.level_title(*matrix.find_scale("seniority"), 1).empty());
  EXPECT_TRUE(reader.level_title(*matrix.find_scale("seniority"), 0).empty()) << "is no level";
}

TEST(Reader, ABlankTextIsNoText) {
  Framework framework = small::framework();
  framework.skills[0].title.translations = {{"de", {"\u00A0"}}, {"en", {"Python"}}};
  framework.skills[0].aliases = {{"de", {" ", "\u3000"}}, {"en", {"Snake"}}};
  framework.skills[2].title.translations = {{"de", {"\u200B"}}};
  framework.roles[0].summary = in("de", " ");
  const Matrix matrix = compile(framework);
  const Reader reader(matrix, "de");
  const SkillIndex python = *matrix.find_skill("python");
  EXPECT_EQ(reader.skill_title(python).value, "Python");
  ASSERT_EQ(reader.skill_aliases(python).size(), 1U);
  EXPECT_EQ(reader.skill_aliases(python)[0].value, "Snake");
  const ServedText title = reader.skill_title(*matrix.find_skill("clearance"));
  EXPECT_EQ(title.source, TextSource::missing);
  EXPECT_EQ(title.value, reader.language().placeholder(Titled::skill).text);
  EXPECT_TRUE(reader.text(matrix.role_summary(*matrix.find_role("nlp"))).empty());
}

TEST(Reader, TheFrameworksFallbacksHold) {
  Framework framework = small::framework();
  framework.skills[0].title.translations = {{"en", {"e", {}}}, {"es", {"s", {}}}};
  const SkillIndex python{3};
  {
    const Matrix matrix = compile(framework);
    EXPECT_EQ(Reader(matrix, "qu").skill_title(*matrix.find_skill("python")).value, "e");
  }
  framework.fallbacks = {{"qu", {"es"}}};
  const Matrix matrix = compile(framework);
  ASSERT_EQ(matrix.find_skill("python"), python);
  EXPECT_EQ(Reader(matrix, "qu").skill_title(python).value, "s");
  EXPECT_EQ(Reader(matrix, "qu").skill_title(python).source, TextSource::related);
  // What is the reader's own language comes before every fallback.
  Framework own = framework;
  own.fallbacks = {{"zh", {"es"}}};
  const Matrix chinese = compile(own);
  EXPECT_EQ(Reader(chinese, "zh-CN").skill_title(*chinese.find_skill("bert")).tag, "zh-Hans");
  EXPECT_EQ(Reader(chinese, "zh-CN").skill_title(python).value, "s");
  const NegotiationOptions host{.fallbacks = {{"qu", {"en"}}}};
  EXPECT_EQ(Reader(matrix, Language("qu"), host).skill_title(python).value, "e");
}

TEST(Reader, AliasesComeInOneLanguage) {
  Framework framework = small::framework();
  framework.skills[0].aliases = {
      {"de", {"Schlange"}}, {"fr", {"serpent", "python"}}, {"ar", {"بايثون", "C++"}}};
  const Matrix matrix = compile(framework);
  const auto served = [&matrix](std::string_view reader, std::string_view skill) {
    std::string all;
    for (const ServedText& name : Reader(matrix, reader).skill_aliases(*matrix.find_skill(skill))) {
      all += all.empty() ? "" : ", ";
      all.append(name.value).append(" ").append(name.tag).append(" ");
      all.append(to_string(name.source)).append(" ").append(to_string(name.direction));
    }
    return all;
  };
  EXPECT_EQ(served("de", "python"), "Schlange de exact ltr") << "not filled up from French";
  EXPECT_EQ(served("fr-CA", "python"), "serpent fr related ltr, python fr related ltr");
  EXPECT_EQ(served("ko, fr;q=0.5", "python"),
            "serpent fr other_preferred ltr, python fr other_preferred ltr");
  EXPECT_EQ(served("ar", "python"), "بايثون ar exact rtl, C++ ar exact rtl");
  EXPECT_EQ(served("he", "python"), "بايثون ar any_fallback rtl, C++ ar any_fallback rtl");
  EXPECT_EQ(served("de", "bert"), "BERT en source_fallback ltr, GPT en source_fallback ltr");
  EXPECT_EQ(served("de", "craft"), "");
}

TEST(Reader, WithoutPreferencesReadsTheFrameworksLanguage) {
  Framework framework = small::framework();
  framework.default_locale = "de";
  const Matrix matrix = compile(framework);
  EXPECT_EQ(Reader(matrix).locale(), "de");
  EXPECT_EQ(Reader(matrix).language().message_locale(), "de");
}

}  // namespace
}  // namespace skillmatrix
