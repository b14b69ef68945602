#include "skillmatrix/validate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>

#include "diagnostic_check.hpp"
#include "generated.hpp"
#include "skillmatrix/matrix.hpp"

namespace skillmatrix {
namespace {

Level level(std::string id, std::string title) {
  Level made;
  made.id = std::move(id);
  made.title = in("en", std::move(title));
  return made;
}

Expectation expectation(std::string at, std::string skill, std::string expected) {
  Expectation made;
  made.role = "engineer";
  made.level = std::move(at);
  made.skill = std::move(skill);
  made.requirement.level = std::move(expected);
  return made;
}

/// A framework that no rule finds anything in.
Framework good() {
  Framework framework;
  framework.id = "test";
  framework.scales.resize(2);
  framework.scales[0].id = "seniority";
  framework.scales[0].title = in("en", "Seniority");
  framework.scales[0].levels = {level("junior", "Junior"), level("senior", "Senior")};
  framework.scales[1].id = "proficiency";
  framework.scales[1].title = in("en", "Proficiency");
  framework.scales[1].levels = {level("basic", "Basic"), level("working", "Working"),
                                level("expert", "Expert")};
  framework.categories.resize(2);
  framework.categories[0].id = "engineering";
  framework.categories[0].kind = CategoryKind::domain;
  framework.categories[0].title = in("en", "Engineering");
  framework.categories[1].id = "languages";
  framework.categories[1].parents = {"engineering"};
  framework.categories[1].title = in("en", "Languages");
  framework.skills.resize(2);
  framework.skills[0].id = "python";
  framework.skills[0].title = in("en", "Python");
  framework.skills[0].categories = {"languages"};
  framework.skills[0].scale = "proficiency";
  framework.skills[1].id = "pandas";
  framework.skills[1].title = in("en", "Pandas");
  framework.skills[1].scale = "proficiency";
  framework.skills[1].requires_ = {{"python", "working"}};
  framework.skills[1].related = {{RelationKind::related, "python"}};
  framework.roles.resize(1);
  framework.roles[0].id = "engineer";
  framework.roles[0].title = in("en", "Engineer");
  framework.roles[0].ladder = "seniority";
  framework.expectations = {expectation("junior", "python", "basic"),
                            expectation("senior", "python", "working"),
                            expectation("senior", "pandas", "working")};
  return framework;
}

/// "SKM3001 /skills/0/id" for each finding.
std::vector<std::string> found(const Framework& framework) {
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : validate(framework)) {
    test::expect_well_said(diagnostic);
    lines.push_back(to_string(diagnostic.code) + " " + diagnostic.pointer);
  }
  return lines;
}

std::vector<std::string> found_after(const std::function<void(Framework&)>& change) {
  Framework framework = good();
  change(framework);
  return found(framework);
}

Diagnostic only(const std::function<void(Framework&)>& change) {
  Framework framework = good();
  change(framework);
  const std::vector<Diagnostic> diagnostics = validate(framework);
  EXPECT_EQ(diagnostics.size(), 1U);
  return diagnostics.empty() ? Diagnostic{} : diagnostics.front();
}

using Lines = std::vector<std::string>;

TEST(Validate, AGoodFrameworkHasNoFindings) { EXPECT_EQ(found(good()), Lines{}); }

TEST(Validate, Schema) {
  EXPECT_EQ(found_after([](Framework& f) { f.schema = "skillmatrix.framework/9"; }),
            Lines{"SKM1015 /schema"});
}

TEST(Validate, EmptyIds) {
  EXPECT_EQ(found_after([](Framework& f) { f.id.clear(); }), Lines{"SKM3001 /id"});
  EXPECT_EQ(found_after([](Framework& f) { f.categories.push_back({}); }),
            Lines{"SKM3001 /categories/2/id"});
}

TEST(Validate, DuplicateIds) {
  const Diagnostic diagnostic = only([](Framework& f) {
    f.categories.push_back({});
    f.categories.back().id = "languages";
  });
  EXPECT_EQ(diagnostic.message(),
            "duplicate id “languages” among the categories; first used at /categories/1/id");
  EXPECT_EQ(diagnostic.pointer, "/categories/2/id");
  EXPECT_EQ(found_after([](Framework& f) { f.scales[1].levels[2].id = "working"; }),
            Lines{"SKM3002 /scales/1/levels/2/id"});
  EXPECT_EQ(found_after([](Framework& f) {
              f.roles[0].levels = {{"junior", {}}, {"senior", {}}, {"junior", in("en", "Other")}};
            }),
            Lines{"SKM3002 /roles/0/levels/2/level"});
}

TEST(Validate, DanglingReferencesWithSuggestions) {
  const Diagnostic diagnostic =
      only([](Framework& f) { f.skills[1].requires_[0].skill = "pyton"; });
  EXPECT_EQ(to_string(diagnostic.code), "SKM3003");
  EXPECT_EQ(diagnostic.pointer, "/skills/1/requires/0/skill");
  EXPECT_EQ(diagnostic.suggestion, "python");
  EXPECT_EQ(diagnostic.message(), "no skill “pyton” in the framework");
  EXPECT_EQ(found_after([](Framework& f) {
              f.categories[1].parents = {"x"};
              f.skills[0].categories = {"x"};
              f.skills[0].scale = "x";
              f.skills[0].replaced_by = "x";
              f.skills[1].related[0].skill = "x";
              f.roles[0].ladder = "x";
              f.roles[0].categories = {"x"};
              f.expectations.push_back(f.expectations[0]);
              f.expectations[3].role = "x";
              f.expectations[3].skill = "y";
            }),
            (Lines{"SKM3003 /categories/1/parents/0", "SKM3003 /skills/0/categories/0",
                   "SKM3003 /skills/0/scale", "SKM3003 /skills/0/replaced_by",
                   "SKM3003 /skills/1/related/0/skill", "SKM3003 /roles/0/categories/0",
                   "SKM3003 /roles/0/ladder", "SKM3003 /expectations/3/role",
                   "SKM3003 /expectations/3/skill"}));
}

TEST(Validate, CategoryCycles) {
  const Diagnostic diagnostic = only([](Framework& f) { f.categories[0].parents = {"languages"}; });
  EXPECT_EQ(to_string(diagnostic.code), "SKM3004");
  EXPECT_EQ(diagnostic.pointer, "/categories/1/parents/0");
  EXPECT_NE(diagnostic.message().find("engineering -> languages -> engineering"),
            std::string::npos);
}

TEST(Validate, PrerequisiteCycles) {
  EXPECT_EQ(found_after([](Framework& f) {
              f.skills[0].requires_ = {{"python", std::nullopt}};
            }),
            Lines{"SKM3005 /skills/0/requires/0/skill"});
  EXPECT_EQ(found_after([](Framework& f) {
              f.skills[0].requires_ = {{"pandas", std::nullopt}};
            }),
            Lines{"SKM3005 /skills/1/requires/0/skill"});
}

TEST(Validate, VeryLongChainsAndCyclesNeedNoStack) {
  Framework framework;
  framework.id = "deep";
  framework.categories.resize(200'000);
  for (std::size_t at = 0; at < framework.categories.size(); ++at) {
    framework.categories[at].id = std::to_string(at);
    framework.categories[at].parents = {std::to_string((at + 1) % framework.categories.size())};
  }
  EXPECT_EQ(found(framework), Lines{"SKM3004 /categories/199999/parents/0"});
}

TEST(Validate, ADiamondIsNoCycle) {
  EXPECT_EQ(found_after([](Framework& f) {
              f.categories.resize(4);
              f.categories[2].id = "c";
              f.categories[2].parents = {"engineering"};
              f.categories[3].id = "d";
              f.categories[3].parents = {"languages", "c"};
            }),
            Lines{});
}

TEST(Validate, DuplicateAndContradictoryCells) {
  EXPECT_EQ(found_after([](Framework& f) { f.expectations.push_back(f.expectations[1]); }),
            Lines{"SKM3006 /expectations/3"});
  const Diagnostic diagnostic = only([](Framework& f) {
    f.expectations.push_back(f.expectations[1]);
    f.expectations[3].requirement.necessity = Necessity::optional;
  });
  EXPECT_EQ(diagnostic.message(),
            "contradictory expectations of “engineer” at “senior” for “python”; first stated at "
            "/expectations/1");
}

TEST(Validate, LevelsMustBeInTheScale) {
  const Diagnostic diagnostic =
      only([](Framework& f) { f.expectations[2].requirement.level = "wroking"; });
  EXPECT_EQ(diagnostic.pointer, "/expectations/2/requirement/level");
  EXPECT_EQ(diagnostic.suggestion, "working");
  EXPECT_EQ(found_after([](Framework& f) {
              f.skills[0].levels = {{"nine", {}}};
              f.skills[1].requires_[0].level = "nine";
              f.expectations[0].level = "nine";
            }),
            (Lines{"SKM3008 /skills/0/levels/0/level", "SKM3008 /skills/1/requires/0/level",
                   "SKM3008 /expectations/0/level"}));
}

TEST(Validate, LevelsMustBeOnesTheRoleUses) {
  EXPECT_EQ(found_after([](Framework& f) {
              f.roles[0].levels = {{"senior", {}}};
            }),
            Lines{"SKM3009 /expectations/0/level"});
  EXPECT_EQ(found_after([](Framework& f) {
              f.roles[0].levels = {{"middle", {}}, {"senior", {}}};
            }),
            (Lines{"SKM3008 /roles/0/levels/0/level", "SKM3009 /expectations/0/level"}));
}

TEST(Validate, ScalesHaveOneTo255Levels) {
  const auto with_levels = [](std::size_t count) {
    return found_after([count](Framework& f) {
      f.scales.push_back({});
      f.scales[2].id = "long";
      f.scales[2].levels.resize(count);
      for (std::size_t at = 0; at < count; ++at) f.scales[2].levels[at].id = std::to_string(at);
    });
  };
  EXPECT_EQ(with_levels(0), Lines{"SKM3010 /scales/2/levels"});
  EXPECT_EQ(with_levels(255), Lines{});
  EXPECT_EQ(with_levels(256), Lines{"SKM3011 /scales/2/levels"});
}

TEST(Validate, ValuesRise) {
  EXPECT_EQ(found_after([](Framework& f) { f.scales[1].levels[2].value = 10; }), Lines{});
  EXPECT_EQ(found_after([](Framework& f) { f.scales[1].levels[0].value = 2; }),
            Lines{"SKM3012 /scales/1/levels/1/value"});
  EXPECT_EQ(found_after([](Framework& f) { f.scales[1].levels[0].value = 0; }),
            Lines{"SKM3012 /scales/1/levels/0/value"});
}

TEST(Validate, Tags) {
  EXPECT_EQ(found_after([](Framework& f) { f.default_locale = "english"; }),
            Lines{"SKM3013 /default_locale"});
  EXPECT_EQ(found_after([](Framework& f) {
              f.title = in("en_US", "Title");
              f.skills[0].aliases["e"] = {"Py"};
            }),
            (Lines{"SKM3013 /title/en_US", "SKM3013 /skills/0/aliases/e"}));
  EXPECT_EQ(found_after([](Framework& f) {
              f.title = in("he", "א");
              f.title.translations["iw"].value = "א";
            }),
            Lines{"SKM3025 /title/iw"});
  EXPECT_EQ(found_after([](Framework& f) {
              f.skills[0].aliases["sr-Latn"] = {"Py"};
              f.skills[0].aliases["sh"] = {"Python 3"};
            }),
            Lines{"SKM3025 /skills/0/aliases/sr-Latn"});
}

TEST(Validate, AnEquivalentTagNamesTheFirst) {
  Framework framework = good();
  framework.title.translations = {{"nb", {"a", {}}}, {"no", {"b", {}}}};
  const auto found = validate(framework);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].message(),
            "the language tag “no” means the same language as that at /title/nb; keep one");
}

TEST(Validate, TagsOfFallbacks) {
  EXPECT_EQ(found_after([](Framework& f) {
              f.fallbacks = {{"gsw", {"de"}}, {"uk", {"ru"}}};
            }),
            Lines{});
  EXPECT_EQ(
      found_after([](Framework& f) {
        f.fallbacks = {{"en_US", {"en"}}, {"he", {"en", "e"}}, {"iw", {}}};
      }),
      (Lines{"SKM3013 /fallbacks/he/1", "SKM3013 /fallbacks/en_US", "SKM3025 /fallbacks/iw"}));
}

TEST(Validate, Characters) {
  EXPECT_EQ(found_after([](Framework& f) {
              f.license = "\xFF";
              f.roles[0].summary = in("en", std::string("a\0b", 3));
              f.skills[0].external = {{"esco", "\xC3", ""}};
            }),
            (Lines{"SKM1002 /license", "SKM1002 /skills/0/external/0/id",
                   "SKM1004 /roles/0/summary/en"}));
}

TEST(Validate, UnsafeCharacters) {
  const Diagnostic diagnostic =
      only([](Framework& f) { f.skills[0].title = in("en", "Py\u202Ethon"); });
  EXPECT_EQ(to_string(diagnostic.code), "SKM3026");
  EXPECT_EQ(diagnostic.pointer, "/skills/0/title/en");
  EXPECT_EQ(diagnostic.value, "U+202E");
  EXPECT_EQ(diagnostic.arguments.back(), (std::pair<std::string, std::string>{"offset", "2"}));
  EXPECT_EQ(
      diagnostic.message(),
      "the character U+202E at byte 2 must not be in a text: it changes the direction of what "
      "follows; remove it");
  EXPECT_EQ(found_after([](Framework& f) {
              f.summary = in("en", "a\U0010FFFF\U000E0041");
              f.scales[1].levels[0].label = in("en", "\u2066");
              f.categories[1].description = in("en", "\x1B");
              f.skills[0].aliases["en"] = {"fine", "\u202A"};
              f.skills[1].external = {{"esco", "x\x7F", "urn:\x01"}};
            }),
            (Lines{"SKM3026 /summary/en", "SKM3026 /summary/en",
                   "SKM3026 /scales/1/levels/0/label/en", "SKM3026 /categories/1/description/en",
                   "SKM3026 /skills/0/aliases/en/1", "SKM3026 /skills/1/external/0/id"}));
}

TEST(Validate, UnsafeCharactersInIds) {
  EXPECT_EQ(found_after([](Framework& f) { f.id = "te\u200Bst"; }), Lines{"SKM3027 /id"});
  EXPECT_EQ(found_after([](Framework& f) { f.scales[1].levels[2].id = "ex\u202Epert"; }),
            Lines{"SKM3026 /scales/1/levels/2/id"});
}

TEST(Validate, SuspiciousCharacters) {
  const Diagnostic diagnostic =
      only([](Framework& f) { f.roles[0].title = in("en", "Engineer\nLead"); });
  EXPECT_EQ(diagnostic.severity, Severity::warning);
  EXPECT_EQ(
      diagnostic.message(),
      "the character U+000A at byte 8 is out of place in a text: it is a tab or line break in a "
      "name; check that it is meant");
  EXPECT_EQ(found_after([](Framework& f) {
              f.roles[0].summary = in("en", "Two\nlines");
              f.roles[0].title = in("fa", "می\u200Cخواهم");
              f.skills[0].summary = in("en", "soft\u00ADhyphen");
            }),
            Lines{"SKM3027 /skills/0/summary/en"});
}

TEST(Validate, BlankTexts) {
  const Diagnostic diagnostic =
      only([](Framework& f) { f.roles[0].title.translations["de"] = {"\u00A0"}; });
  EXPECT_EQ(to_string(diagnostic.code), "SKM3029");
  EXPECT_EQ(diagnostic.severity, Severity::warning);
  EXPECT_EQ(diagnostic.pointer, "/roles/0/title/de");
  EXPECT_EQ(diagnostic.message(),
            "there is nothing to see in the text in “de”, so it counts as missing; write it, or "
            "remove it");
  EXPECT_EQ(found_after([](Framework& f) {
              f.title = in("en", "");  // Still to be written.
              f.summary = in("en", " \n ");
              f.scales[1].levels[0].label = in("en", "\u3000");
              f.scales[1].levels[1].label = in("en", " ");  // Blank labels collide with nothing.
              f.skills[0].aliases["en"] = {"", "fine", " "};
              f.fallbacks["gsw"] = {"de"};
            }),
            (Lines{"SKM3029 /summary/en", "SKM3029 /scales/1/levels/0/label/en",
                   "SKM3029 /scales/1/levels/1/label/en", "SKM3029 /skills/0/aliases/en/2"}));
}

TEST(Validate, BlankDescriptionsDoNotRepeatEachOther) {
  EXPECT_EQ(
      found_after([](Framework& f) {
        f.expectations[0].description = in("en", " ");
        f.expectations[1].description = in("en", " ");
      }),
      (Lines{"SKM3029 /expectations/0/description/en", "SKM3029 /expectations/1/description/en"}));
}

TEST(Validate, SuperfluousSpace) {
  const Diagnostic diagnostic =
      only([](Framework& f) { f.roles[0].title = in("en", "Data  Engineer\u00A0"); });
  EXPECT_EQ(to_string(diagnostic.code), "SKM3030");
  EXPECT_EQ(diagnostic.severity, Severity::warning);
  EXPECT_EQ(diagnostic.suggestion, "Data Engineer");
  EXPECT_EQ(found_after([](Framework& f) {
              f.summary = in("en", " Prose  may. ");
              f.title = in("en", "A\u00A0\u200AB");
              f.skills[0].aliases["en"] = {"fine", " not"};
              f.scales[1].levels[0].label = in("zh", "工\u3000程");
            }),
            (Lines{"SKM3030 /title/en", "SKM3030 /skills/0/aliases/en/1"}));
}

TEST(Validate, RepeatedAliases) {
  const Diagnostic diagnostic = only([](Framework& f) {
    f.skills[0].title = in("en", "Python");
    f.skills[0].aliases["en"] = {"Snake", "ｐython"};
  });
  EXPECT_EQ(to_string(diagnostic.code), "SKM3031");
  EXPECT_EQ(diagnostic.severity, Severity::information);
  EXPECT_EQ(diagnostic.pointer, "/skills/0/aliases/en/1");
  EXPECT_EQ(diagnostic.message(),
            "the alias “ｐython” in “en” is the same as the name at /skills/0/title/en; remove it");
  EXPECT_EQ(found_after([](Framework& f) {
              f.skills[0].title = in("en", "Python");
              f.skills[0].aliases = {{"de", {"Python", "Schlange"}},
                                     {"en", {"CI/CD", "ci/cd", "CI/CD", "résumé", "resume"}}};
              f.skills[1].aliases = {{"en", {"Python"}}};  // Of another skill.
            }),
            (Lines{"SKM3031 /skills/0/aliases/en/1", "SKM3031 /skills/0/aliases/en/2"}));
}

TEST(Validate, AFloodOfFindingsIsBounded) {
  Framework framework = good();
  for (int at = 0; at < 12'000; ++at) {
    framework.skills[0].categories.emplace_back("no-such-category");
    framework.skills[0].aliases["en"].emplace_back(" ");
  }
  const std::vector<Diagnostic> all = validate(framework, 1'000'000);
  const auto error_count = std::ranges::count(all, Severity::error, &Diagnostic::severity);
  ASSERT_GE(error_count, 12'000);
  const std::vector<Diagnostic> bounded = validate(framework);
  ASSERT_EQ(bounded.size(), 10'001U);
  EXPECT_EQ(bounded.back().code, Code::findings_omitted);
  EXPECT_EQ(bounded.back().arguments[0].second, std::to_string(all.size() - 10'000));
  EXPECT_TRUE(std::ranges::all_of(bounded.begin(), bounded.end() - 1, [](const Diagnostic& each) {
    return each.severity == Severity::error;
  })) << "warnings hide no error";
  EXPECT_EQ(Matrix::build(framework).diagnostics, bounded);
  EXPECT_TRUE(has_errors(validate(framework, 0)));
}

TEST(Validate, ErrorsAreToldAfterManyWarnings) {
  Framework framework = good();
  framework.skills[0].aliases["en"].assign(20, " ");
  framework.expectations.back().skill = "no-such-skill";
  const std::vector<Diagnostic> found = validate(framework, 3);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_TRUE(has_errors(found));
  EXPECT_EQ(found[2].code, Code::dangling_reference);
}

TEST(Validate, AFloodOfUnsafeCharactersIsBounded) {
  const Lines lines =
      found_after([](Framework& f) { f.summary = in("en", std::string(1'000'000, '\x01')); });
  EXPECT_EQ(lines, Lines(16, "SKM3026 /summary/en"));
}

Lines after_titles(const char* first, const char* second, const char* second_tag = "en") {
  return found_after([=](Framework& f) {
    f.skills[0].title = in("en", first);
    f.skills[1].title = in(second_tag, second);
  });
}

TEST(Validate, Names) {
  EXPECT_EQ(after_titles("Machine Learning", "machine learning"),
            Lines{"SKM3014 /skills/1/title/en"});
  EXPECT_EQ(after_titles("AI", "Al"), Lines{"SKM3015 /skills/1/title/en"});
  EXPECT_EQ(after_titles("paypal", "раураl"), Lines{"SKM3015 /skills/1/title/en"});
  EXPECT_EQ(after_titles("Resume", "Résumé"), Lines{"SKM3016 /skills/1/title/en"});
  EXPECT_EQ(after_titles("Python", "Python", "de"), Lines{});
  EXPECT_EQ(after_titles("C++", "C#"), Lines{});
}

TEST(Validate, EqualNames) {
  const Lines duplicate{"SKM3014 /skills/1/title/en"};
  EXPECT_EQ(after_titles("AI", "ＡＩ"), duplicate);
  EXPECT_EQ(after_titles("Straße", "STRASSE"), duplicate);
  EXPECT_EQ(after_titles("CI-CD", "CI\u2013CD"), duplicate);
  EXPECT_EQ(after_titles("Data Base", "Data\u3000Base"), duplicate);
  EXPECT_EQ(after_titles("Data Base", "Data\u00A0\u3000Base"),
            (Lines{"SKM3030 /skills/1/title/en", duplicate[0]}));
  EXPECT_EQ(after_titles("\uFB01ne", "fine"), duplicate);
  EXPECT_EQ(after_titles("ｶﾀｶﾅ", "カタカナ"), duplicate);
}

TEST(Validate, ConfusableNames) {
  const Lines confusable{"SKM3015 /skills/1/title/en"};
  EXPECT_EQ(after_titles("Cобачка", "Собачка"), confusable);  // A Latin C.
  EXPECT_EQ(after_titles("isi", "ısı"), confusable);
  EXPECT_EQ(after_titles("PAYPAL", "раураl"), confusable);  // Looks alike in small letters.
  EXPECT_EQ(after_titles("aI", "Al"), Lines{});  // One as it is, the other in small letters: no.
}

TEST(Validate, SaysWhereConfusableNamesDiffer) {
  const auto difference = [](const char* first, const char* second) {
    const Diagnostic found = only([=](Framework& f) {
      f.skills[0].title = in("en", first);
      f.skills[1].title = in("en", second);
    });
    EXPECT_EQ(found.code, Code::confusable_names);
    std::string said;
    for (const auto& [name, value] : found.arguments) {
      if (name.ends_with("character")) said += (said.empty() ? "" : " ") + value;
    }
    return said;
  };
  EXPECT_EQ(difference("AI Engineer", "Al Engineer"), "U+006C U+0049");
  EXPECT_EQ(difference("Cобачка", "Собачка"), "U+0421 U+0043");
  EXPECT_EQ(difference("PAYPAL", "раураl"), "U+0440 U+0050");
  EXPECT_EQ(difference("modern", "modem"), "U+006D U+0072");
  EXPECT_EQ(only([](Framework& f) {
              f.skills[0].title = in("en", "AI");
              f.skills[1].title = in("en", "Al");
            }).message(),
            "the name “Al” looks like “AI” at /skills/0/title/en in “en”; it has U+006C where the "
            "other has U+0049");
}

TEST(Validate, NearlyEqualNames) {
  const Lines near{"SKM3016 /skills/1/title/en"};
  EXPECT_EQ(after_titles("ёлка", "елка"), near);
  EXPECT_EQ(after_titles("かたかな", "カタカナ"), near);
  EXPECT_EQ(after_titles("istanbul", "İstanbul"), near);
  EXPECT_EQ(after_titles("مدير", "مُدِير"), near);
}

TEST(Validate, DifferentNames) {
  EXPECT_EQ(after_titles("мой", "мои"), Lines{});
  EXPECT_EQ(after_titles("クラス", "グラス"), Lines{});
  EXPECT_EQ(after_titles("C", "C++"), Lines{});
  EXPECT_EQ(after_titles(".NET", "NET"), Lines{});
  EXPECT_EQ(after_titles("कमल", "कमाल"), Lines{});
}

TEST(Validate, HugeNamesAreComparedByteByByte) {
  std::string hostile = "a";
  for (int at = 0; at < 200'000; ++at) hostile += "\u0301\u0316";
  EXPECT_EQ(after_titles(hostile.c_str(), hostile.c_str()), Lines{"SKM3014 /skills/1/title/en"});
  EXPECT_EQ(after_titles(hostile.c_str(), (hostile + "b").c_str()), Lines{});
}

TEST(Validate, NamesAreComparedWithinAKind) {
  EXPECT_EQ(found_after([](Framework& f) { f.roles[0].title = in("en", "Python"); }), Lines{});
  EXPECT_EQ(found_after([](Framework& f) { f.categories[1].title = f.categories[0].title; }),
            Lines{});
  EXPECT_EQ(found_after([](Framework& f) { f.scales[1].levels[1].title = in("en", "BASIC"); }),
            Lines{"SKM3014 /scales/1/levels/1/title/en"});
}

TEST(Validate, Labels) {
  EXPECT_EQ(found_after([](Framework& f) {
              f.scales[1].levels[0].label = in("en", "A");
              f.scales[1].levels[1].label = in("de", "A");
              f.scales[1].levels[2].label = in("en", "a");
            }),
            Lines{"SKM3017 /scales/1/levels/2/label/en"});
}

TEST(Validate, LabelsAreComparedWithinAScaleAndALocale) {
  EXPECT_EQ(found_after([](Framework& f) {
              f.scales[0].levels[0].label = in("en", "A");
              f.scales[1].levels[0].label = in("en", "A");
              f.scales[1].levels[1].label = in("de", "A");
            }),
            Lines{});
  EXPECT_EQ(found_after([](Framework& f) {
              f.scales[1].levels[0].label = in("no", "A");
              f.scales[1].levels[1].label = in("nb", "Ａ");
            }),
            Lines{"SKM3017 /scales/1/levels/1/label/nb"});
}

TEST(Validate, RepeatedDescriptions) {
  EXPECT_EQ(found_after([](Framework& f) {
              f.expectations[0].description = in("en", "Writes code.");
              f.expectations[1].description = in("de", "Writes code.");
              f.expectations[2].description = in("en", "Writes code.");
            }),
            Lines{"SKM3018 /expectations/2/description/en"});
}

TEST(Validate, SkillsAndRolesWithoutExpectations) {
  EXPECT_EQ(found_after([](Framework& f) { f.expectations.pop_back(); }),
            Lines{"SKM3019 /skills/1"});
  EXPECT_EQ(found_after([](Framework& f) {
              f.expectations.pop_back();
              f.skills[1].status = SkillStatus::draft;
            }),
            Lines{});
  EXPECT_EQ(found_after([](Framework& f) {
              f.roles.push_back({});
              f.roles[1].id = "idle";
              f.roles[1].ladder = "seniority";
            }),
            Lines{"SKM3020 /roles/1"});
  EXPECT_EQ(found_after([](Framework& f) {
              f.roles.clear();
              f.expectations.clear();
            }),
            Lines{});
}

TEST(Validate, DeprecatedSkillsStillRequired) {
  const auto deprecate = [](Necessity necessity) {
    return found_after([necessity](Framework& f) {
      f.skills[1].status = SkillStatus::deprecated;
      f.skills[1].replaced_by = "python";
      f.expectations[2].requirement.necessity = necessity;
    });
  };
  EXPECT_EQ(deprecate(Necessity::required), Lines{"SKM3021 /expectations/2/skill"});
  EXPECT_EQ(deprecate(Necessity::optional), Lines{});
}

TEST(Validate, FallingExpectations) {
  const Diagnostic diagnostic =
      only([](Framework& f) { f.expectations[0].requirement.level = "expert"; });
  EXPECT_EQ(diagnostic.pointer, "/expectations/1/requirement/level");
  EXPECT_EQ(diagnostic.severity, Severity::information);
  EXPECT_EQ(diagnostic.message(),
            "less is expected of “engineer” for “python” at “senior” than at the level below: "
            "“working” after “expert”");
}

TEST(Validate, DuplicateReferences) {
  EXPECT_EQ(found_after([](Framework& f) {
              f.skills[0].categories = {"languages", "languages"};
              f.skills[1].requires_.push_back({"python", std::nullopt});
              f.skills[1].related.push_back({RelationKind::broader, "python"});
              f.skills[1].related.push_back({RelationKind::related, "python"});
            }),
            (Lines{"SKM3023 /skills/0/categories/1", "SKM3023 /skills/1/requires/1/skill",
                   "SKM3023 /skills/1/related/2/skill"}));
}

TEST(Validate, Weights) {
  EXPECT_EQ(found_after([](Framework& f) { f.expectations[0].requirement.weight = 0; }),
            Lines{"SKM1013 /expectations/0/requirement/weight"});
}

TEST(Validate, PointersAreEscaped) {
  EXPECT_EQ(found_after([](Framework& f) { f.title = in("a/b~c", "x"); }),
            Lines{"SKM3013 /title/a~1b~0c"});
}

TEST(Validate, AnEmptyFrameworkIsChecked) { EXPECT_EQ(found(Framework{}), Lines{"SKM3001 /id"}); }

/// Against plain maps of the ids, also of ids that nothing has.
TEST(Validate, FindsTheSameCellAndFallsWhereverTheyAre) {
  generated::Dice dice(3);
  const std::vector<std::string> roles{"engineer", "nobody", "", "nobody else"};
  const std::vector<std::string> rungs{"junior", "senior", "no rung"};
  const std::vector<std::string> skills{"python", "pandas", "nothing", "none"};
  const std::vector<std::string> levels{"basic", "working", "expert", "no level"};
  const auto rank = [](const std::vector<std::string>& ids, const std::string& id) {
    return std::ranges::find(ids, id) - ids.begin();
  };
  std::size_t falls = 0;
  for (int round = 0; round < 50; ++round) {
    Framework framework = good();
    framework.expectations.clear();
    using Place = std::pair<std::string, std::string>;  // Name of the code, pointer.
    std::set<Place> expected;
    std::map<std::array<std::string, 3>, std::size_t> first;
    for (std::size_t at = 0; at < 30; ++at) {
      Expectation cell = expectation(dice.pick(rungs), dice.pick(skills), dice.pick(levels));
      cell.role = dice.pick(roles);
      framework.expectations.push_back(cell);
      const auto [entry, is_new] = first.try_emplace({cell.role, cell.level, cell.skill}, at);
      if (is_new) continue;
      const bool is_same = cell == framework.expectations[entry->second];
      expected.emplace(is_same ? "duplicate_cell" : "contradictory_cell",
                       "/expectations/" + std::to_string(at));
    }
    for (const auto& [cell, at] : first) {
      const auto below = first.find({cell[0], "junior", cell[2]});
      if (cell[0] != "engineer" || cell[1] != "senior" || below == first.end()) continue;
      if (rank(skills, cell[2]) > 1) continue;
      const auto low = rank(levels, *framework.expectations[below->second].requirement.level);
      const auto high = rank(levels, *framework.expectations[at].requirement.level);
      if (low > 2 || high >= low) continue;
      ++falls;
      expected.emplace("falling_expectation",
                       "/expectations/" + std::to_string(at) + "/requirement/level");
    }
    std::set<Place> found;
    for (const Diagnostic& diagnostic : validate(framework)) {
      const std::string name(describe(diagnostic.code).name);
      if (name.ends_with("_cell") || name == "falling_expectation") {
        found.emplace(name, diagnostic.pointer);
      }
    }
    EXPECT_EQ(found, expected);
  }
  EXPECT_GT(falls, 0U);
}

}  // namespace
}  // namespace skillmatrix
