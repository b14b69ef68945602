#include "texts.hpp"

#include <gtest/gtest.h>

#include "small_framework.hpp"

namespace skillmatrix::form {
namespace {

TEST(Texts, TheWalkSaysWhereEachTextIsAndWhatItIsFor) {
  Framework framework = small::framework();
  framework.scales.resize(1);
  framework.scales[0].levels.resize(1);
  framework.categories.clear();
  framework.skills = {framework.skills[1]};
  framework.roles.resize(1);
  framework.roles[0].levels.resize(1);
  framework.expectations.resize(1);
  std::vector<std::string> lines;
  for_each_text(framework, [&](const TextPlace& place, const LocalizedText& text) {
    if (text.empty()) return;
    const char* use = place.use == StringUse::name ? " name" : " prose";
    lines.push_back(place.path.pointer() + ' ' + std::string(place.record) + '.' +
                    std::string(place.field) + use);
  });
  EXPECT_EQ(lines, (std::vector<std::string>{
                       "/title Framework.title name", "/scales/0/levels/0/title Level.title name",
                       "/skills/0/title Skill.title name", "/roles/0/title Role.title name",
                       "/roles/0/levels/0/focus RoleLevel.focus prose",
                       "/expectations/0/description Expectation.description prose"}));
}

struct Uses {
  std::vector<std::string> read_by_people;
  std::vector<std::string> others;
  void operator()(const TextPlace& place, const std::string&) {
    (place.use == StringUse::other ? others : read_by_people).push_back(place.path.pointer());
  }
};

TEST(Texts, TheWalkTellsPlainTextsFromStringsForPrograms) {
  Profile profile;
  profile.role = "nlp";
  profile.ratings.push_back(small::rating("python", "expert"));
  profile.ratings[0].evidence.push_back({"urn:x", "seen"});
  Uses uses;
  for_each_text(profile, uses);
  EXPECT_EQ(uses.read_by_people, (std::vector<std::string>{"/name", "/ratings/0/evidence/0/note"}));
  EXPECT_EQ(uses.others,
            (std::vector<std::string>{"/schema", "/id", "/role", "/ratings/0/skill",
                                      "/ratings/0/level", "/ratings/0/evidence/0/uri"}));
}

TEST(Texts, TheWalkCanChangeTheModel) {
  Framework framework = small::framework();
  std::size_t count = 0;
  for_each_text(framework, [&](const TextPlace& place, StringsByTag& strings) {
    if (place.use != StringUse::name) return;
    count += strings.size();
    strings.clear();
  });
  EXPECT_EQ(count, 1U);
  EXPECT_TRUE(framework.skills[1].aliases.empty());
}

}  // namespace
}  // namespace skillmatrix::form
