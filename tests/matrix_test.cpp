#include "skillmatrix/matrix.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generated.hpp"
#include "reading.hpp"
#include "skillmatrix/validate.hpp"
#include "small_framework.hpp"

namespace skillmatrix {
namespace {

Matrix compile(const Framework& framework) { return *Matrix::build(framework); }

TEST(Matrix, NumbersThingsByTheBytesOfTheirIds) {
  const Matrix matrix = compile(small::framework());
  ASSERT_EQ(matrix.skill_count(), 4U);
  EXPECT_EQ(matrix.skill_id({0}), "bert");
  EXPECT_EQ(matrix.skill_id({3}), "python");
  EXPECT_EQ(matrix.role_id({0}), "data");
  EXPECT_EQ(matrix.find_skill("craft"), SkillIndex{2});
  EXPECT_EQ(matrix.find_skill("nothing"), std::nullopt);
  EXPECT_EQ(matrix.find_role("nlp"), RoleIndex{1});
  EXPECT_TRUE(matrix.find_scale("has"));
  EXPECT_TRUE(matrix.find_category("nlp"));
}

TEST(Matrix, RoleLevelsAreTheRungsThatARoleUses) {
  const Matrix matrix = compile(small::framework());
  EXPECT_EQ(matrix.role_level_count(), 5U);
  EXPECT_EQ(matrix.role_level_count(RoleIndex{0}), 3U);
  EXPECT_EQ(matrix.role_level_count(RoleIndex{1}), 2U);
  EXPECT_EQ(matrix.find_role_level("nlp", "middle"), std::nullopt);
  const auto junior = matrix.find_role_level("nlp", "junior");
  const auto senior = matrix.find_role_level("nlp", "senior");
  ASSERT_TRUE(junior && senior);
  EXPECT_EQ(matrix.rank_of(*senior), 3);
  EXPECT_EQ(matrix.next_level(*junior), senior);
  EXPECT_EQ(matrix.next_level(*senior), std::nullopt);
  EXPECT_EQ(test::reading(matrix, "en").text(matrix.focus(*senior)).value, "Lead the work");
}

TEST(Matrix, ALevelLeftOutFollowsFromTheScales) {
  const Matrix matrix = compile(small::framework());
  const auto expected = [&matrix](std::string_view level, std::string_view skill) {
    const auto cell =
        matrix.find_cell(*matrix.find_role_level("nlp", level), *matrix.find_skill(skill));
    return static_cast<int>(matrix.requirement(*cell).expected);
  };
  EXPECT_EQ(expected("junior", "craft"), 1) << "the role level itself";
  EXPECT_EQ(expected("senior", "clearance"), 1) << "the only level";
  EXPECT_EQ(expected("senior", "bert"), 0) << "at no stated level";
  EXPECT_EQ(expected("senior", "python"), 3);
}

TEST(Matrix, CellsAreFoundByRoleLevelAndBySkill) {
  const Matrix matrix = compile(small::framework());
  const auto senior = *matrix.find_role_level("nlp", "senior");
  const auto cells = matrix.requirements(senior);
  ASSERT_EQ(cells.size(), 3U);
  EXPECT_LT(cells[0].skill, cells[1].skill);
  EXPECT_EQ(cells[2].weight, 3);
  const auto of_bert = matrix.skill_cells(*matrix.find_skill("bert"));
  ASSERT_EQ(of_bert.size(), 4U);
  for (const CellIndex cell : of_bert) {
    EXPECT_EQ(matrix.skill_id(matrix.requirement(cell).skill), "bert");
  }
  EXPECT_EQ(
      test::reading(matrix, "en").text(matrix.cell_description(matrix.first_cell(senior))).value,
      "nlp senior bert");
}

TEST(Matrix, ValuesOfLevels) {
  const Matrix matrix = compile(small::framework());
  const ScaleIndex scale = *matrix.find_scale("proficiency");
  EXPECT_EQ(matrix.level_value(scale, 0), 0U);
  EXPECT_EQ(matrix.level_value(scale, 2), 2U);
  EXPECT_EQ(matrix.level_value(scale, 3), 4U);
  EXPECT_EQ(matrix.level_id(scale, 0), "");
  EXPECT_EQ(test::reading(matrix, "en").text(matrix.level_label(scale, 2)).value, "W");
  EXPECT_EQ(matrix.find_level(scale, "expert"), Rank{3});
}

TEST(Matrix, TheDomainIsTheNearestOne) {
  const Matrix matrix = compile(small::framework());
  const SkillIndex bert = *matrix.find_skill("bert");
  EXPECT_EQ(matrix.category_id(*matrix.skill_group(bert)), "nlp");
  EXPECT_EQ(matrix.category_id(*matrix.skill_domain(bert)), "ops") << "ml is one step further";
  EXPECT_EQ(matrix.skill_domain(*matrix.find_skill("python")), std::nullopt);
}

/// The slow and obvious search that the documentation describes.
std::optional<std::string> nearest_domain(const Framework& framework, const std::string& start) {
  const auto find = [&framework](const std::string& id) {
    return std::ranges::find_if(framework.categories,
                                [&id](const Category& each) { return each.id == id; });
  };
  std::deque<std::string> waiting{start};
  std::vector<std::string> seen{start};
  for (; !waiting.empty(); waiting.pop_front()) {
    const Category& category = *find(waiting.front());
    if (category.kind == CategoryKind::domain) return category.id;
    for (const std::string& parent : category.parents) {
      if (std::ranges::find(seen, parent) != seen.end()) continue;
      seen.push_back(parent);
      waiting.push_back(parent);
    }
  }
  return std::nullopt;
}

/// The domain of each skill, of which category N has the N-th.
std::optional<std::string> domain_of(const Matrix& matrix, std::size_t category) {
  const auto domain = matrix.skill_domain(*matrix.find_skill("skill-" + std::to_string(category)));
  if (!domain) return std::nullopt;
  return std::string(matrix.category_id(*domain));
}

Category& add_category(Framework& framework, std::string id) {
  Skill& skill = framework.skills.emplace_back();
  skill.id = "skill-" + std::to_string(framework.categories.size());
  skill.scale = "has";
  skill.categories = {id};
  Category& category = framework.categories.emplace_back();
  category.id = std::move(id);
  return category;
}

Framework only_a_scale() {
  Framework framework;
  framework.id = "categories";
  framework.scales.resize(1);
  framework.scales[0].id = "has";
  framework.scales[0].levels.resize(1);
  framework.scales[0].levels[0].id = "yes";
  return framework;
}

TEST(Matrix, DomainsAreThoseOfASearchFromEachCategory) {
  generated::Dice dice(31);
  std::size_t with_domain = 0;
  for (int round = 0; round < 300; ++round) {
    Framework framework = only_a_scale();
    const std::uint32_t kinds = 2 + dice.below(6);
    const std::uint32_t count = 1 + dice.below(30);
    for (std::uint32_t at = 0; at < count; ++at) {
      // The byte order of the ids has nothing to do with the graph.
      const std::string id = std::to_string(dice.below(10)) + '-' + std::to_string(at);
      Category& category = add_category(framework, id);
      if (dice.one_in(kinds)) category.kind = CategoryKind::domain;
      for (std::uint32_t parents = dice.below(5); parents > 0 && at > 0; --parents) {
        const std::string& parent = framework.categories[dice.below(at)].id;
        if (std::ranges::count(category.parents, parent) == 0) category.parents.push_back(parent);
      }
    }
    const Matrix matrix = compile(framework);
    for (std::size_t at = 0; at < count; ++at) {
      const auto expected = nearest_domain(framework, framework.categories[at].id);
      ASSERT_EQ(domain_of(matrix, at), expected) << "round " << round;
      with_domain += expected.has_value() ? 1U : 0U;
    }
  }
  EXPECT_GT(with_domain, 1000U);
}

TEST(Matrix, DeepAndDenseGraphsOfCategoriesTakeLinearTime) {
  constexpr std::size_t depth = 100'000;
  Framework chain = only_a_scale();
  for (std::size_t at = 0; at < depth; ++at) {
    Category& category = add_category(chain, std::to_string(at));
    if (at == 0) {
      category.kind = CategoryKind::domain;
    } else {
      category.parents = {std::to_string(at - 1)};
    }
  }
  EXPECT_EQ(domain_of(compile(chain), depth - 1), "0");

  // Every category of a layer has all of the layer above for parents.
  constexpr std::size_t width = 32;
  Framework lattice = only_a_scale();
  for (std::size_t at = 0; at < width * 200; ++at) {
    Category& category = add_category(lattice, std::to_string(at));
    const std::size_t layer = at / width;
    if (layer == 0) category.kind = CategoryKind::domain;
    for (std::size_t above = 0; layer > 0 && above < width; ++above) {
      category.parents.push_back(std::to_string((layer - 1) * width + (above + at) % width));
    }
  }
  EXPECT_EQ(domain_of(compile(lattice), width + 5), "5") << "its first parent";
  EXPECT_TRUE(domain_of(compile(lattice), width * 200 - 1));
}

TEST(Matrix, LanguagesHaveALimit) {
  Framework framework = small::framework();
  for (int number = 0; number < 2000; ++number) {
    framework.title.translations["en-x-" + std::to_string(number)].value = "x";
  }
  const Result<Matrix> matrix = Matrix::build(framework);
  EXPECT_FALSE(matrix);
  EXPECT_EQ(matrix.diagnostics.front().code, Code::too_many);
}

TEST(Matrix, ViewsSurviveAMove) {
  Matrix matrix = compile(small::framework());
  const std::string_view id = matrix.id();
  const Matrix moved = std::move(matrix);
  EXPECT_EQ(id.data(), moved.id().data());
  EXPECT_EQ(id, "small");
}

TEST(Matrix, NeverHalfBuilds) {
  const auto fails = [](auto spoil) {
    Framework framework = small::framework();
    spoil(framework);
    const Result<Matrix> result = Matrix::build(framework);
    return !result && has_errors(result.diagnostics);
  };
  EXPECT_TRUE(fails([](Framework& f) { f.skills[0].scale = "nothing"; }));
  EXPECT_TRUE(fails([](Framework& f) { f.skills[1].categories = {"nothing"}; }));
  EXPECT_TRUE(fails([](Framework& f) { f.skills[1].id = "python"; }));
  EXPECT_TRUE(fails([](Framework& f) { f.skills[1].replaced_by = "nothing"; }));
  EXPECT_TRUE(fails([](Framework& f) { f.roles[0].ladder = "nothing"; }));
  EXPECT_TRUE(fails([](Framework& f) { f.roles[0].levels[0].level = "nothing"; }));
  EXPECT_TRUE(fails([](Framework& f) { f.expectations[0].role = "nothing"; }));
  EXPECT_TRUE(fails([](Framework& f) { f.expectations[0].level = "middle"; }));
  EXPECT_TRUE(fails([](Framework& f) { f.expectations[0].skill = "nothing"; }));
  EXPECT_TRUE(fails([](Framework& f) { f.expectations[0].requirement.level = "nothing"; }));
  EXPECT_TRUE(fails([](Framework& f) { f.expectations.push_back(f.expectations[0]); }));
  EXPECT_TRUE(fails([](Framework& f) { f.scales[2].levels.clear(); }));
}

TEST(Matrix, ARungTwiceIsAnError) {
  Framework framework = small::framework();
  framework.roles[0].levels.push_back({"junior", in("en", "Another focus")});
  const Result<Matrix> result = Matrix::build(framework);
  EXPECT_FALSE(result);
  EXPECT_TRUE(has_errors(result.diagnostics));
}

/// Small slips, of which some are errors and some are not.
const std::vector<std::function<void(generated::Dice&, Framework&)>>& slips() {
  using generated::Dice;
  const auto repeat = [](Dice& dice, auto& items) {
    if (!items.empty()) items.push_back(dice.pick(items));
  };
  const auto any = [](Dice & dice, auto& items) -> auto& {
    return items[dice.below(static_cast<std::uint32_t>(items.size()))];
  };
  static const std::vector<std::function<void(Dice&, Framework&)>> all{
      [=](Dice& dice, Framework& f) { repeat(dice, f.scales); },
      [=](Dice& dice, Framework& f) { repeat(dice, f.categories); },
      [=](Dice& dice, Framework& f) { repeat(dice, f.skills); },
      [=](Dice& dice, Framework& f) { repeat(dice, f.roles); },
      [=](Dice& dice, Framework& f) { repeat(dice, f.expectations); },
      [=](Dice& dice, Framework& f) { repeat(dice, any(dice, f.scales).levels); },
      [=](Dice& dice, Framework& f) { repeat(dice, any(dice, f.categories).parents); },
      [=](Dice& dice, Framework& f) { repeat(dice, any(dice, f.skills).categories); },
      [=](Dice& dice, Framework& f) { repeat(dice, any(dice, f.skills).levels); },
      [=](Dice& dice, Framework& f) { repeat(dice, any(dice, f.skills).requires_); },
      [=](Dice& dice, Framework& f) { repeat(dice, any(dice, f.skills).related); },
      [=](Dice& dice, Framework& f) { repeat(dice, any(dice, f.roles).categories); },
      [=](Dice& dice, Framework& f) { repeat(dice, any(dice, f.roles).levels); },
      [=](Dice& dice, Framework& f) { any(dice, f.roles).levels.clear(); },
      [=](Dice& dice, Framework& f) { any(dice, f.roles).levels.pop_back(); },
      [=](Dice& dice, Framework& f) { any(dice, f.skills).categories.clear(); },
      [=](Dice& dice, Framework& f) { any(dice, f.skills).scale = any(dice, f.scales).id; },
      [=](Dice& dice, Framework& f) { any(dice, f.skills).replaced_by = "nothing"; },
      [=](Dice& dice, Framework& f) { any(dice, f.categories).kind = CategoryKind::group; },
      [=](Dice& dice, Framework& f) { any(dice, f.expectations).requirement.level.reset(); },
      [=](Dice& dice, Framework& f) { any(dice, f.expectations).requirement.weight = 0; },
      [=](Dice& dice, Framework& f) { any(dice, f.expectations).level = "nothing"; },
      [=](Dice& dice, Framework& f) { any(dice, f.roles).ladder = any(dice, f.scales).id; },
  };
  return all;
}

Framework sound_framework(generated::Dice& dice) {
  Framework framework = generated::make_framework(dice);
  framework.categories = {{"top", CategoryKind::domain, {}, {}, {}, {}},
                          {"below", CategoryKind::group, {"top"}, {}, {}, {}}};
  for (std::size_t at = 0; at < framework.skills.size(); ++at) {
    Skill& skill = framework.skills[at];
    skill.categories = {dice.pick(framework.categories).id};
    skill.levels = {{generated::scale_of(framework, skill).levels[0].id, {}}};
    if (at == 0) continue;
    skill.requires_ = {{framework.skills[0].id, std::nullopt}};
    skill.related = {{RelationKind::related, framework.skills[0].id}};
  }
  for (Role& role : framework.roles) {
    role.categories = {dice.pick(framework.categories).id};
    for (const Level& level : framework.scales[0].levels) role.levels.push_back({level.id, {}});
  }
  return framework;
}

TEST(Matrix, IsThereIfValidationFindsNoError) {
  generated::Dice dice(37);
  std::size_t built = 0;
  std::size_t rejected = 0;
  for (int round = 0; round < 100; ++round) {
    for (std::size_t slip = 0; slip < slips().size(); ++slip) {
      Framework framework = sound_framework(dice);
      if (framework.expectations.empty()) continue;
      ASSERT_TRUE(Matrix::build(framework));
      slips()[slip](dice, framework);
      const bool is_sound = !has_errors(validate(framework));
      const Result<Matrix> result = Matrix::build(framework);
      ASSERT_EQ(static_cast<bool>(result), is_sound) << "slip " << slip;
      ASSERT_EQ(has_errors(result.diagnostics), !is_sound) << "slip " << slip;
      ++(is_sound ? built : rejected);
    }
  }
  EXPECT_GT(built, 500U);
  EXPECT_GT(rejected, 500U);
}

TEST(Matrix, AnEmptyFrameworkIsAnEmptyMatrix) {
  Framework framework;
  framework.id = "empty";
  const Matrix matrix = compile(framework);
  EXPECT_EQ(matrix.skill_count() + matrix.role_count() + matrix.cell_count(), 0U);
}

}  // namespace
}  // namespace skillmatrix
