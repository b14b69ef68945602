// Frameworks and people made up from a seed, the same on every machine.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "skillmatrix/coverage.hpp"
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

inline const Scale& scale_of(const Framework& framework, const Skill& skill) {
  return *std::find_if(framework.scales.begin(), framework.scales.end(),
                       [&skill](const Scale& scale) { return scale.id == skill.scale; });
}

/// What analysis looks at, and nothing else.
inline Framework make_framework(Dice& dice, const Shape& shape = {}) {
  Framework framework;
  framework.id = "generated";
  framework.version = "1";
  framework.scales = {make_scale(dice, "ladder", shape.ladder_levels),
                      make_scale(dice, "proficiency", 1 + dice.below(shape.scale_levels)),
                      make_scale(dice, "held", 1)};
  for (std::uint32_t at = 0; at < shape.skills; ++at) {
    Skill skill;
    skill.id = "skill/~" + std::to_string(at);  // Characters that JSON pointers escape.
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
        requirement.weight =
            static_cast<std::uint16_t>(dice.one_in(20) ? 65535 - dice.below(3) : 1 + dice.below(4));
        if (!dice.one_in(5)) {
          requirement.level = dice.pick(scale_of(framework, skill).levels).id;
        }
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
    const Scale& scale = scale_of(framework, skill);
    for (std::uint32_t count = 1 + dice.below(3); count > 0; --count) {
      Rating rating;
      rating.skill = skill.id;
      if (!dice.one_in(6)) rating.level = dice.pick(scale.levels).id;
      if (!dice.one_in(3)) rating.source = static_cast<RatingSource>(dice.below(5));
      if (dice.one_in(2)) rating.confidence = static_cast<std::uint8_t>(dice.below(101));
      if (!dice.one_in(3)) rating.assessed = make_date(dice);
      if (dice.one_in(2)) rating.expires = make_date(dice);
      person.ratings.push_back(rating);
    }
  }
  return person;
}

// Documents: the same frameworks and people, with every member that the formats have.

inline std::optional<TextOrigin> make_origin(Dice& dice, const std::string& source) {
  const std::string hash = text_hash(dice.one_in(2) ? source : "old");
  switch (dice.below(5)) {
    case 0:
      return TextOrigin{.hash = hash};
    case 1:
      return TextOrigin{.version = std::to_string(dice.below(2))};
    case 2:
      return TextOrigin{.updated = make_date(dice)};
    case 3:
      return TextOrigin{hash, std::to_string(dice.below(2)), make_date(dice)};
    default:
      return std::nullopt;
  }
}

inline LocalizedText make_text(Dice& dice, const std::string& name) {
  LocalizedText text = in("en", name + " \"quoted\" \\ \t é 技能");
  Translation& source = text.translations.begin()->second;
  if (dice.one_in(3)) source.version = std::to_string(dice.below(2));
  if (dice.one_in(3)) source.updated = make_date(dice);
  if (dice.one_in(2)) {
    text.translations["de"] = {
        name + " Übung", Direction::ltr, {}, {}, make_origin(dice, source.value)};
  }
  if (dice.one_in(3)) text.translations["ar"] = {name + " مهارة", Direction::rtl};
  return text;
}

inline Extensions make_extensions(Dice& dice) {
  if (!dice.one_in(4)) return {};
  return {R"({ "kept" : [1.50, 1e3, "\u00e9", null,{}] ,"n":)" + std::to_string(dice.below(9)) +
          " }"};
}

inline void complete(Dice& dice, Scale& scale) {
  scale.title = make_text(dice, scale.id);
  scale.description = make_text(dice, "about " + scale.id);
  scale.extensions = make_extensions(dice);
  for (Level& level : scale.levels) {
    level.title = make_text(dice, level.id);
    if (dice.one_in(2)) level.label = make_text(dice, "short " + level.id);
    level.description = make_text(dice, "about " + level.id);
    level.extensions = make_extensions(dice);
  }
}

inline void add_categories(Dice& dice, Framework& framework) {
  for (std::uint32_t at = 0, count = dice.below(4); at < count; ++at) {
    Category& category = framework.categories.emplace_back();
    category.id = "category-" + std::to_string(at);
    category.kind = at == 0 ? CategoryKind::domain : CategoryKind::group;
    if (at > 0) category.parents = {framework.categories[dice.below(at)].id};
    category.title = make_text(dice, category.id);
    category.description = make_text(dice, "about " + category.id);
    category.extensions = make_extensions(dice);
  }
}

/// Prerequisites and the like point at earlier skills only, so there are no cycles.
inline void link(Dice& dice, Framework& framework, std::uint32_t at) {
  Skill& skill = framework.skills[at];
  if (!framework.categories.empty()) skill.categories = {dice.pick(framework.categories).id};
  if (at == 0) return;
  const std::string& earlier = framework.skills[dice.below(at)].id;
  skill.requires_.push_back({earlier, std::nullopt});
  skill.related.push_back({RelationKind::broader, earlier});
  if (dice.one_in(5)) skill.replaced_by = earlier;
}

inline void complete(Dice& dice, Skill& skill, const Scale& scale) {
  skill.title = make_text(dice, skill.id);
  skill.summary = make_text(dice, "about " + skill.id);
  if (dice.one_in(2)) skill.aliases["en"] = {skill.id + " alias", "x" + skill.id};
  skill.levels.push_back({scale.levels.front().id, make_text(dice, "first of " + skill.id)});
  if (dice.one_in(3)) skill.external.push_back({"scheme", "x" + skill.id, "urn:x"});
  if (dice.one_in(5)) skill.status = SkillStatus::draft;
  if (dice.one_in(2)) skill.updated = make_date(dice);
  skill.extensions = make_extensions(dice);
}

inline void complete(Dice& dice, Role& role, const Framework& framework) {
  role.title = make_text(dice, role.id);
  role.summary = make_text(dice, "about " + role.id);
  if (!framework.categories.empty()) role.categories = {dice.pick(framework.categories).id};
  for (const Level& level : framework.scales.front().levels) {
    role.levels.push_back({level.id, make_text(dice, "focus " + role.id + level.id)});
  }
  role.extensions = make_extensions(dice);
}

inline Framework make_document(Dice& dice) {
  Shape shape;
  shape.skills = 1 + dice.below(8);
  shape.roles = 1 + dice.below(4);
  shape.ladder_levels = 1 + dice.below(6);
  Framework framework = make_framework(dice, shape);
  framework.updated = make_date(dice);
  framework.title = make_text(dice, framework.id);
  framework.summary = make_text(dice, "about " + framework.id);
  framework.license = "CC0-1.0";
  framework.source = "control \x01 and e\u0301";  // No text: kept byte for byte.
  framework.extensions = make_extensions(dice);
  if (dice.one_in(2)) framework.fallbacks = {{"gsw", {"de", "fr"}}, {"uk", {"ru"}}};
  for (Scale& scale : framework.scales) complete(dice, scale);
  add_categories(dice, framework);
  for (std::uint32_t at = 0; at < shape.skills; ++at) {
    link(dice, framework, at);
    complete(dice, framework.skills[at], scale_of(framework, framework.skills[at]));
  }
  for (Role& role : framework.roles) complete(dice, role, framework);
  for (Expectation& cell : framework.expectations) {
    cell.description = make_text(dice, cell.role + cell.level + cell.skill);
    cell.extensions = make_extensions(dice);
  }
  return framework;
}

inline Framework make_document(std::uint32_t seed) {
  Dice dice(seed);
  return make_document(dice);
}

/// With a line feed, which a line of NDJSON has no room for.
inline Extensions on_two_lines(Extensions extensions) {
  const std::size_t comma = extensions.json.rfind(',');
  if (comma != std::string::npos) extensions.json.insert(comma, "\n");
  return extensions;
}

inline Profile make_person_document(std::uint32_t seed, const Framework& framework) {
  Dice dice(seed);
  Profile person = make_person(dice, framework, "person-" + std::to_string(seed));
  if (dice.one_in(2)) person.name = "Zoë \"Z\" 王";
  if (dice.one_in(2)) person.role = framework.roles.front().id;
  if (person.role) person.level = dice.pick(framework.scales.front().levels).id;
  for (Rating& rating : person.ratings) {
    if (dice.one_in(4)) rating.evidence.push_back({"https://example.org", "seen"});
    rating.extensions = on_two_lines(make_extensions(dice));
  }
  person.extensions = on_two_lines(make_extensions(dice));
  return person;
}

}  // namespace skillmatrix::generated
