#include "skillmatrix/progression.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "generated.hpp"
#include "reading.hpp"
#include "skillmatrix/report.hpp"
#include "small_framework.hpp"

namespace skillmatrix {
namespace {

std::map<std::string, std::vector<Change>> changes(const Progression& progression) {
  std::map<std::string, std::vector<Change>> by_skill;
  for (const ProgressionItem& item : progression.items) {
    by_skill[std::string(item.skill_id)] = item.changes;
  }
  return by_skill;
}

TEST(Progression, ToTheNextLevelThatTheRoleUses) {
  const Matrix matrix = *Matrix::build(small::framework());
  const auto junior = *matrix.find_role_level("nlp", "junior");
  const auto progression = make_progression(test::reading(matrix, "en"), junior);
  ASSERT_TRUE(progression);
  EXPECT_EQ(changes(*progression), (std::map<std::string, std::vector<Change>>{
                                       {"bert", {Change::lowered}},
                                       {"clearance", {Change::gained}},
                                       {"craft", {Change::dropped}},
                                       {"python", {Change::raised, Change::became_required}}}));
  EXPECT_EQ(progression->items[0].skill_title.value, "Clearance");
  EXPECT_EQ(progression->items[2].description.value, "nlp senior python");
  EXPECT_FALSE(make_progression(test::reading(matrix, "en"), progression->to));
}

TEST(Progression, AnyTwoRoleLevelsCompare) {
  const Matrix matrix = *Matrix::build(small::framework());
  const Progression comparison =
      compare_role_levels(test::reading(matrix, "en"), *matrix.find_role_level("nlp", "senior"),
                          *matrix.find_role_level("data", "junior"));
  EXPECT_EQ(changes(comparison).at("bert"), std::vector{Change::became_optional})
      << "no stated level counts as the first";
  const Progression same =
      compare_role_levels(test::reading(matrix, "en"), comparison.to, comparison.to);
  EXPECT_EQ(changes(same).at("bert"), std::vector{Change::unchanged});
}

/// A requirement in short: "!" is required, "?" optional; then the level, if one is stated.
std::optional<Requirement> requirement(std::string_view text) {
  if (text.empty()) return std::nullopt;
  Requirement made;
  made.necessity = text[0] == '!' ? Necessity::required : Necessity::optional;
  if (text.size() > 1) made.level = text.substr(1);
  return made;
}

struct ChangeCase {
  const char* name;
  const char* from;  ///< Empty: nothing expected.
  const char* to;
  std::vector<Change> changes;
};

class ProgressionChange : public testing::TestWithParam<ChangeCase> {};

TEST_P(ProgressionChange, IsTold) {
  const ChangeCase& given = GetParam();
  Framework framework = small::framework();
  framework.roles.push_back(small::role("tester", "Tester"));
  for (const auto& [level, text] : {std::pair{"junior", given.from}, {"middle", given.to}}) {
    if (const auto required = requirement(text)) {
      framework.expectations.push_back(
          small::expect("tester", level, "python", required->necessity, required->level));
    }
  }
  const Matrix matrix = *Matrix::build(framework);
  const Progression progression =
      *make_progression(test::reading(matrix, "en"), *matrix.find_role_level("tester", "junior"));
  ASSERT_EQ(progression.items.size(), 1U);
  const ProgressionItem& item = progression.items[0];
  EXPECT_EQ(item.changes, given.changes);
  EXPECT_EQ(item.from.has_value(), *given.from != '\0');
  EXPECT_EQ(item.to.has_value(), *given.to != '\0');
  EXPECT_EQ(item.description.value, item.to ? "tester middle python" : "");
}

using enum Change;
INSTANTIATE_TEST_SUITE_P(
    Progression, ProgressionChange,
    testing::Values(
        ChangeCase{"gained", "", "!working", {gained}},
        ChangeCase{"gained_optional", "", "?", {gained}},
        ChangeCase{"dropped", "!working", "", {dropped}},
        ChangeCase{"raised", "!aware", "!expert", {raised}},
        ChangeCase{"lowered", "?expert", "?working", {lowered}},
        ChangeCase{"became_required", "?working", "!working", {became_required}},
        ChangeCase{"became_optional", "!working", "?working", {became_optional}},
        ChangeCase{"unchanged", "!working", "!working", {unchanged}},
        ChangeCase{"raised_and_required", "?aware", "!working", {raised, became_required}},
        ChangeCase{"raised_and_optional", "!aware", "?working", {raised, became_optional}},
        ChangeCase{"lowered_and_required", "?expert", "!aware", {lowered, became_required}},
        ChangeCase{"lowered_and_optional", "!expert", "?aware", {lowered, became_optional}},
        ChangeCase{"no_level_is_the_first", "!", "!aware", {unchanged}},
        ChangeCase{"the_first_is_no_level", "!aware", "!", {unchanged}},
        ChangeCase{"no_level_twice", "?", "?", {unchanged}},
        ChangeCase{"raised_from_no_level", "!", "!working", {raised}},
        ChangeCase{"lowered_to_no_level", "!working", "!", {lowered}},
        ChangeCase{"required_from_no_level", "?", "!expert", {raised, became_required}}),
    [](const auto& change) { return change.param.name; });

TEST(Progression, ChangesHaveNames) {
  std::vector<std::string_view> names;
  for (const Change change :
       {gained, raised, lowered, became_required, became_optional, unchanged, dropped}) {
    names.push_back(to_string(change));
  }
  EXPECT_EQ(names, (std::vector<std::string_view>{"gained", "raised", "lowered", "became_required",
                                                  "became_optional", "unchanged", "dropped"}));
}

TEST(Progression, WeightAndDescriptionAreNoChange) {
  Framework framework = small::framework();
  framework.expectations[6].requirement.weight = 9;  // Of data, middle and bert.
  const Matrix matrix = *Matrix::build(framework);
  const Progression progression =
      *make_progression(test::reading(matrix, "en"), *matrix.find_role_level("data", "junior"));
  ASSERT_EQ(changes(progression),
            (std::map<std::string, std::vector<Change>>{{"bert", {unchanged}}}));
  EXPECT_EQ(progression.items[0].from->weight, 1);
  EXPECT_EQ(progression.items[0].to->weight, 9);
  EXPECT_EQ(progression.items[0].description.value, "data middle bert");
}

TEST(Progression, IntoALevelWhereNothingIsExpectedEverythingIsDropped) {
  const Matrix matrix = *Matrix::build(small::framework());
  const Progression progression =
      *make_progression(test::reading(matrix, "en"), *matrix.find_role_level("data", "middle"));
  EXPECT_EQ(changes(progression),
            (std::map<std::string, std::vector<Change>>{{"bert", {dropped}}}));
  const Progression back =
      compare_role_levels(test::reading(matrix, "en"), progression.to, progression.from);
  EXPECT_EQ(changes(back), (std::map<std::string, std::vector<Change>>{{"bert", {gained}}}));
  const Progression nothing =
      compare_role_levels(test::reading(matrix, "en"), progression.to, progression.to);
  EXPECT_TRUE(nothing.items.empty());
}

TEST(Progression, ThereIsNoneFromTheTopOfEachRole) {
  const Matrix matrix = *Matrix::build(small::framework());
  EXPECT_FALSE(
      make_progression(test::reading(matrix, "en"), *matrix.find_role_level("data", "senior")));
  EXPECT_FALSE(
      make_progression(test::reading(matrix, "en"), *matrix.find_role_level("nlp", "senior")));
  EXPECT_TRUE(
      make_progression(test::reading(matrix, "en"), *matrix.find_role_level("data", "middle")));
}

TEST(Progression, RolesOnDifferentLaddersCompare) {
  Framework framework = small::framework();
  framework.scales.push_back(
      {"grades", {}, {}, {small::level("g1", "G1"), small::level("g2", "G2")}, {}});
  framework.roles.push_back(small::role("clerk", "Clerk"));
  framework.roles.back().ladder = "grades";
  framework.expectations.push_back(
      small::expect("clerk", "g2", "python", Necessity::required, "working"));
  // Craft is on the other ladder, so that no level is stated here, and the first one is at nlp's.
  framework.expectations.push_back(small::expect("clerk", "g2", "craft", Necessity::required));
  const Matrix matrix = *Matrix::build(framework);
  const Progression comparison =
      compare_role_levels(test::reading(matrix, "en"), *matrix.find_role_level("nlp", "junior"),
                          *matrix.find_role_level("clerk", "g2"));
  EXPECT_EQ(
      changes(comparison),
      (std::map<std::string, std::vector<Change>>{
          {"bert", {dropped}}, {"craft", {unchanged}}, {"python", {raised, became_required}}}));
  const auto craft = std::ranges::find(comparison.items, "craft", &ProgressionItem::skill_id);
  EXPECT_EQ(craft->from->expected_id, "junior");
  EXPECT_EQ(craft->to->expected, 0);
  EXPECT_TRUE(craft->to->expected_title.empty());
}

TEST(Progression, ItemsAreAsTheReaderSortsTheTitles) {
  Framework framework = small::framework();
  framework.roles.push_back(small::role("tester", "Tester"));
  for (const char* title : {"Zebra", "Äpfel", "Birnen"}) {
    framework.skills.push_back(small::skill(title, title, "proficiency"));
    framework.expectations.push_back(small::expect("tester", "middle", title, Necessity::required));
  }
  const Matrix matrix = *Matrix::build(framework);
  const auto titles = [&matrix](const char* locale) {
    std::vector<std::string_view> seen;
    const auto progression = make_progression(test::reading(matrix, locale),
                                              *matrix.find_role_level("tester", "junior"));
    for (const ProgressionItem& item : progression->items) seen.push_back(item.skill_title.value);
    return seen;
  };
  EXPECT_EQ(titles("de"), (std::vector<std::string_view>{"Äpfel", "Birnen", "Zebra"}));
  EXPECT_EQ(titles("sv"), (std::vector<std::string_view>{"Birnen", "Zebra", "Äpfel"}));
}

std::vector<Change> reversed(std::vector<Change> changes) {
  static const std::map<Change, Change> opposites{{gained, dropped},
                                                  {dropped, gained},
                                                  {raised, lowered},
                                                  {lowered, raised},
                                                  {unchanged, unchanged},
                                                  {became_required, became_optional},
                                                  {became_optional, became_required}};
  for (Change& change : changes) change = opposites.at(change);
  return changes;
}

TEST(Progression, TheWayBackIsTheOpposite) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const Matrix matrix = *Matrix::build(generated::make_document(seed));
    for (std::uint32_t at = 1; at < matrix.role_level_count(); ++at) {
      const Progression there = compare_role_levels(test::reading(matrix, "en"),
                                                    RoleLevelIndex{at - 1}, RoleLevelIndex{at});
      const auto back = changes(compare_role_levels(test::reading(matrix, "en"), RoleLevelIndex{at},
                                                    RoleLevelIndex{at - 1}));
      ASSERT_EQ(there.items.size(), back.size()) << "seed " << seed;
      for (const ProgressionItem& item : there.items) {
        ASSERT_EQ(reversed(item.changes), back.at(std::string(item.skill_id))) << "seed " << seed;
      }
    }
  }
}

TEST(Progression, OrderOfTheDocumentChangesNothing) {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    generated::Dice dice(seed);
    Framework framework = generated::make_document(dice);
    const Matrix matrix = *Matrix::build(framework);
    dice.shuffle(framework.scales);
    dice.shuffle(framework.skills);
    dice.shuffle(framework.roles);
    dice.shuffle(framework.expectations);
    const Matrix shuffled = *Matrix::build(framework);
    for (std::uint32_t at = 1; at < matrix.role_level_count(); ++at) {
      const auto told = [at](const Matrix& of) {
        return progression_json(test::reading(of, "de"),
                                compare_role_levels(test::reading(of, "de"), RoleLevelIndex{at - 1},
                                                    RoleLevelIndex{at}));
      };
      ASSERT_EQ(told(matrix), told(shuffled)) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace skillmatrix
