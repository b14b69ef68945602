// A small framework with one of everything, for tests that name what they expect.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "skillmatrix/framework.hpp"
#include "skillmatrix/profile.hpp"

namespace skillmatrix::small {

inline Level level(std::string id, std::string title) {
  Level made;
  made.id = std::move(id);
  made.title = in("en", std::move(title));
  return made;
}

inline Expectation expect(std::string role, std::string level, std::string skill,
                          Necessity necessity, std::optional<std::string> expected = {},
                          std::uint16_t weight = 1) {
  Expectation made;
  made.role = std::move(role);
  made.level = std::move(level);
  made.skill = std::move(skill);
  made.requirement = {necessity, std::move(expected), weight};
  made.description = in("en", made.role + ' ' + made.level + ' ' + made.skill);
  return made;
}

inline Skill skill(std::string id, std::string title, std::string scale) {
  Skill made;
  made.id = std::move(id);
  made.title = in("en", std::move(title));
  made.scale = std::move(scale);
  return made;
}

inline Role role(std::string id, std::string title) {
  Role made;
  made.id = std::move(id);
  made.title = in("en", std::move(title));
  made.ladder = "seniority";
  return made;
}

/// Roles: `nlp` uses junior and senior, `data` uses all three rungs. Skills: `python` and `bert` on
/// `proficiency`, `clearance` has or has not, `craft` is on the ladder itself.
inline Framework framework() {
  Framework made;
  made.id = "small";
  made.version = "1";
  made.updated = parse_date("2026-03-17");
  made.title = in("en", "Small");
  made.scales = {{"seniority", {}, {}, {level("junior", "Junior"), level("middle", "Middle"),
                                        level("senior", "Senior")}, {}},
                 {"proficiency", {}, {}, {level("aware", "Aware"), level("working", "Working"),
                                          level("expert", "Expert")}, {}},
                 {"has", {}, {}, {level("yes", "Yes")}, {}}};
  made.scales[1].levels[1].label = in("en", "W");
  made.scales[1].levels[2].value = 4;
  made.categories = {{"ml", CategoryKind::domain, {}, in("en", "Machine learning"), {}, {}},
                     {"ops", CategoryKind::domain, {}, in("en", "Operations"), {}, {}},
                     {"text", CategoryKind::family, {"ml"}, in("en", "Text"), {}, {}},
                     {"nlp", CategoryKind::group, {"text", "ops"}, in("en", "Language"), {}, {}}};
  made.skills = {skill("python", "Python", "proficiency"),
                 skill("bert", "Transformers", "proficiency"),
                 skill("clearance", "Clearance", "has"), skill("craft", "Craft", "seniority")};
  made.skills[1].categories = {"nlp", "ml"};
  made.skills[1].title.translations["zh-Hans"] = {"变换器", {}};
  made.skills[1].aliases = {{"en", {"BERT", "GPT"}}};
  made.skills[1].updated = parse_date("2026-01-02");
  made.roles = {role("nlp", "NLP Engineer"), role("data", "Data Scientist")};
  made.roles[0].levels = {{"senior", in("en", "Lead the work")}, {"junior", {}}};
  using enum Necessity;
  made.expectations = {expect("nlp", "senior", "python", required, "expert", 3),
                       expect("nlp", "junior", "python", optional, "aware"),
                       expect("nlp", "junior", "bert", required, "working"),
                       expect("nlp", "senior", "bert", required, std::nullopt, 2),
                       expect("nlp", "senior", "clearance", required),
                       expect("nlp", "junior", "craft", required),
                       expect("data", "middle", "bert", optional, "aware"),
                       expect("data", "junior", "bert", optional, "aware")};
  return made;
}

inline Rating rating(std::string skill_id, std::optional<std::string> level_id) {
  Rating made;
  made.skill = std::move(skill_id);
  made.level = std::move(level_id);
  return made;
}

}  // namespace skillmatrix::small
