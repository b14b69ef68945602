// Sound random frameworks and profiles, for properties.
#pragma once

#include <random>
#include <string>

#include "skillmatrix/framework.hpp"
#include "skillmatrix/profile.hpp"

namespace skillmatrix::test {

/// The same seed gives the same values everywhere: the standard's distributions do not promise that.
class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(engine_() % bound); }
  bool chance(std::uint32_t one_in) { return below(one_in) == 0; }

 private:
  std::mt19937 engine_;
};

inline std::string numbered(const char* word, std::size_t number) {
  return word + std::to_string(number);
}

inline LocalizedText random_text(Random& random, const std::string& name) {
  LocalizedText text = in("en", name + " \"quoted\" \\ \n \x01 é 技能");
  if (random.chance(2)) text.translations["de"] = {name + " Übung", Direction::ltr};
  if (random.chance(3)) text.translations["ar"] = {name + " مهارة", Direction::rtl};
  return text;
}

inline Extensions random_extensions(Random& random) {
  if (!random.chance(4)) return {};
  return {R"({ "kept" : [1.50, 1e3, "\u00e9", null,{}] ,"n":)" + std::to_string(random.below(9)) +
          " }"};
}

inline Date random_date(Random& random) {
  using namespace std::chrono;
  return Date{year{2000 + static_cast<int>(random.below(40))}, month{1 + random.below(12)},
              day{1 + random.below(28)}};
}

inline Scale random_scale(Random& random, std::size_t number) {
  Scale scale;
  scale.id = numbered("scale", number);
  scale.title = random_text(random, scale.id);
  const bool has_values = random.chance(2);
  const std::uint32_t count = 1 + random.below(6);
  for (std::uint32_t rank = 1; rank <= count; ++rank) {
    Level level;
    level.id = numbered("level", rank);
    level.title = random_text(random, scale.id + level.id);
    if (has_values) level.value = rank * 3 + random.below(3);
    level.extensions = random_extensions(random);
    scale.levels.push_back(std::move(level));
  }
  return scale;
}

inline Skill random_skill(Random& random, std::size_t number, const Framework& framework) {
  Skill skill;
  skill.id = numbered("skill/~", number);
  skill.title = random_text(random, skill.id);
  skill.summary = random_text(random, "about " + skill.id);
  if (random.chance(2)) skill.aliases["en"] = {skill.id + " alias", "x" + skill.id};
  const Scale& scale = framework.scales[random.below(
      static_cast<std::uint32_t>(framework.scales.size()))];
  skill.scale = scale.id;
  skill.levels.push_back({scale.levels.front().id, random_text(random, "first of " + skill.id)});
  if (!framework.categories.empty()) skill.categories = {framework.categories.front().id};
  if (!framework.skills.empty()) {
    const Skill& earlier = framework.skills[random.below(
        static_cast<std::uint32_t>(framework.skills.size()))];
    skill.requires_.push_back({earlier.id, std::nullopt});
    skill.related.push_back({RelationKind::broader, earlier.id});
    if (random.chance(5)) skill.replaced_by = earlier.id;
  }
  if (random.chance(3)) skill.external.push_back({"scheme", numbered("x", number), "urn:x"});
  if (random.chance(5)) skill.status = SkillStatus::draft;
  if (random.chance(2)) skill.updated = random_date(random);
  skill.extensions = random_extensions(random);
  return skill;
}

inline void add_expectations(Random& random, Framework& framework) {
  for (const Role& role : framework.roles) {
    for (const Level& level : framework.scales.front().levels) {
      for (const Skill& skill : framework.skills) {
        if (random.chance(2)) continue;
        Expectation cell;
        cell.role = role.id;
        cell.level = level.id;
        cell.skill = skill.id;
        cell.requirement.necessity = random.chance(3) ? Necessity::optional : Necessity::required;
        for (const Scale& scale : framework.scales) {
          if (scale.id != skill.scale || random.chance(4)) continue;
          cell.requirement.level =
              scale.levels[random.below(static_cast<std::uint32_t>(scale.levels.size()))].id;
        }
        if (random.chance(2)) cell.requirement.weight = static_cast<std::uint16_t>(1 + random.below(65535));
        cell.description = random_text(random, role.id + level.id + skill.id);
        framework.expectations.push_back(std::move(cell));
      }
    }
  }
}

inline Framework random_framework(std::uint32_t seed) {
  Random random(seed);
  Framework framework;
  framework.id = numbered("framework", seed);
  framework.version = "1.0";
  framework.updated = random_date(random);
  framework.title = random_text(random, framework.id);
  framework.license = "CC0-1.0";
  for (std::size_t at = 0; at <= random.below(3); ++at) {
    framework.scales.push_back(random_scale(random, at));
  }
  for (std::size_t at = 0; at < random.below(3); ++at) {
    Category category;
    category.id = numbered("category", at);
    category.title = random_text(random, category.id);
    if (at == 0) category.kind = CategoryKind::domain;
    if (at > 0) category.parents = {framework.categories.front().id};
    framework.categories.push_back(std::move(category));
  }
  for (std::size_t at = 0; at < 1 + random.below(8); ++at) {
    framework.skills.push_back(random_skill(random, at, framework));
  }
  for (std::size_t at = 0; at < 1 + random.below(4); ++at) {
    Role role;
    role.id = numbered("role", at);
    role.title = random_text(random, role.id);
    role.ladder = framework.scales.front().id;
    role.extensions = random_extensions(random);
    framework.roles.push_back(std::move(role));
  }
  add_expectations(random, framework);
  framework.extensions = random_extensions(random);
  return framework;
}

inline Profile random_profile(std::uint32_t seed, const Framework& framework) {
  Random random(seed);
  Profile profile;
  profile.id = numbered("person", seed);
  if (random.chance(2)) profile.name = "Zoë \"Z\" 王";
  if (random.chance(2)) profile.role = framework.roles.front().id;
  for (const Skill& skill : framework.skills) {
    for (std::uint32_t more = random.below(4); more != 0; --more) {
      Rating rating;
      rating.skill = skill.id;
      for (const Scale& scale : framework.scales) {
        if (scale.id != skill.scale || random.chance(5)) continue;
        rating.level =
            scale.levels[random.below(static_cast<std::uint32_t>(scale.levels.size()))].id;
      }
      if (random.chance(2)) rating.source = static_cast<RatingSource>(random.below(5));
      if (random.chance(2)) rating.confidence = static_cast<std::uint8_t>(random.below(101));
      if (random.chance(2)) rating.assessed = random_date(random);
      if (random.chance(3)) rating.expires = random_date(random);
      if (random.chance(4)) rating.evidence.push_back({"https://example.org", "seen"});
      rating.extensions = random_extensions(random);
      profile.ratings.push_back(std::move(rating));
    }
  }
  profile.extensions = random_extensions(random);
  return profile;
}

}  // namespace skillmatrix::test
