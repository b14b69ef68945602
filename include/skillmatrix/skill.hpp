// A skill: something a person can be rated on.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "skillmatrix/date.hpp"
#include "skillmatrix/extensions.hpp"
#include "skillmatrix/localized_text.hpp"

namespace skillmatrix {

enum class SkillStatus { active, draft, deprecated };

/// What one level of one skill means.
struct SkillLevel {
  std::string level;  ///< Id of a level of the skill's scale.
  LocalizedText description;

  friend bool operator==(const SkillLevel&, const SkillLevel&) = default;
};

/// A skill that should be held first.
struct Prerequisite {
  std::string skill;                 ///< Id of a skill.
  std::optional<std::string> level;  ///< Level on that skill's scale; without one, any level.

  friend bool operator==(const Prerequisite&, const Prerequisite&) = default;
};

enum class RelationKind { broader, narrower, related };

/// A link to another skill, after SKOS: the other skill is broader, narrower or related.
struct Relation {
  RelationKind kind = RelationKind::related;
  std::string skill;  ///< Id of a skill.

  friend bool operator==(const Relation&, const Relation&) = default;
};

/// The same skill in another scheme.
struct ExternalReference {
  std::string scheme;  ///< "esco", "onet", ...
  std::string id;
  std::string uri;

  friend bool operator==(const ExternalReference&, const ExternalReference&) = default;
};

/// Other names of a skill, by BCP-47 tag.
using Aliases = std::map<std::string, std::vector<std::string>, std::less<>>;

struct Skill {
  std::string id;  ///< Unique among skills.
  LocalizedText title;
  LocalizedText summary;
  Aliases aliases;
  std::vector<std::string> categories;  ///< Ids; the first is the primary one, the skill's group.
  std::string scale;                    ///< Id of the scale the skill is rated on.
  std::vector<SkillLevel> levels;       ///< May describe only a part of the scale.
  std::vector<Prerequisite> requires_;  ///< `"requires"` in JSON; without cycles.
  std::vector<Relation> related;
  std::vector<ExternalReference> external;
  SkillStatus status = SkillStatus::active;
  std::optional<std::string> replaced_by;  ///< Id of a skill.
  std::optional<Date> updated;
  Extensions extensions;

  friend bool operator==(const Skill&, const Skill&) = default;
};

}  // namespace skillmatrix
