// Frameworks and people made up from a seed, the same on every machine.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "skillmatrix/framework.hpp"
#include "skillmatrix/profile.hpp"

namespace skillmatrix::generated {

/// Random whole numbers. The standard's distributions differ between libraries, so none is used.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(engine_() % bound); }
  bool one_in(std::uint32_t bound) { return below(bound) == 0; }
  template <class T>
  const T& pick(const std::vector<T>& items) {
    return items[below(static_cast<std::uint32_t>(items.size()))];
  }
  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t at = items.size(); at > 1; --at) {
      std::swap(items[at - 1], items[below(static_cast<std::uint32_t>(at))]);
    }
  }

 private:
  std::mt19937 engine_;
};

struct Shape {
  std::uint32_t skills = 6;
  std::uint32_t roles = 2;
  std::uint32_t ladder_levels = 3;
  std::uint32_t scale_levels = 5;  ///< At most.
  std::uint32_t density = 70;      ///< Percent of cells that are there.
};

inline Scale make_scale(Dice& dice, const std::string& id, std::uint32_t levels) {
  Scale scale;
  scale.id = id;
  const bool has_values = dice.one_in(2);
  std::uint32_t value = 0;
  for (std::uint32_t at = 0; at < levels; ++at) {
    Level level;
    level.id = id + "-level-" + std::to_string(at + 1);
    value += 1 + dice.below(9);
    if (has_values) level.value = value;
    scale.levels.push_back(level);
  }
  return scale;
}

inline Framework make_framework(Dice& dice, const Shape& shape = {}) {
  Framework framework;
  framework.id = "generated";
  framework.version = "1";
  framework.scales = {make_scale(dice, "ladder", shape.ladder_levels),
                      make_scale(dice, "proficiency", 1 + dice.below(shape.scale_levels)),
                      make_scale(dice, "held", 1)};
  for (std::uint32_t at = 0; at < shape.skills; ++at) {
    Skill skill;
    skill.id = "skill-" + std::to_string(at);
    skill.scale = dice.one_in(4) ? (dice.one_in(2) ? "ladder" : "held") : "proficiency";
    framework.skills.push_back(skill);
  }
  for (std::uint32_t at = 0; at < shape.roles; ++at) {
    Role role;
    role.id = "role-" + std::to_string(at);
    role.ladder = "ladder";
    framework.roles.push_back(role);
    for (const Level& level : framework.scales[0].levels) {
      for (const Skill& skill : framework.skills) {
        if (dice.below(100) >= shape.density) continue;
        Expectation expectation;
        expectation.role = role.id;
        expectation.level = level.id;
        expectation.skill = skill.id;
        Requirement& requirement = expectation.requirement;
        requirement.necessity = dice.one_in(3) ? Necessity::optional : Necessity::required;
        requirement.weight = static_cast<std::uint16_t>(
            dice.one_in(20) ? 65535 - dice.below(3) : 1 + dice.below(4));
        const auto scale =
            std::find_if(framework.scales.begin(), framework.scales.end(),
                         [&skill](const Scale& candidate) { return candidate.id == skill.scale; });
        if (!dice.one_in(5)) requirement.level = dice.pick(scale->levels).id;
        framework.expectations.push_back(expectation);
      }
    }
  }
  return framework;
}

inline Date make_date(Dice& dice) {
  return Date{std::chrono::year{2026}, std::chrono::month{1 + dice.below(6)},
              std::chrono::day{1 + dice.below(3)}};
}

inline Profile make_person(Dice& dice, const Framework& framework, const std::string& id) {
  Profile person;
  person.id = id;
  const std::uint32_t unrated = 1 + dice.below(6);
  for (const Skill& skill : framework.skills) {
    if (dice.one_in(unrated)) continue;
    const auto scale =
        std::find_if(framework.scales.begin(), framework.scales.end(),
                     [&skill](const Scale& candidate) { return candidate.id == skill.scale; });
    for (std::uint32_t count = 1 + dice.below(3); count > 0; --count) {
      Rating rating;
      rating.skill = skill.id;
      if (!dice.one_in(6)) rating.level = dice.pick(scale->levels).id;
      if (!dice.one_in(3)) rating.source = static_cast<RatingSource>(dice.below(5));
      if (dice.one_in(2)) rating.confidence = static_cast<std::uint8_t>(dice.below(101));
      if (!dice.one_in(3)) rating.assessed = make_date(dice);
      if (dice.one_in(2)) rating.expires = make_date(dice);
      person.ratings.push_back(rating);
    }
  }
  return person;
}

}  // namespace skillmatrix::generated
