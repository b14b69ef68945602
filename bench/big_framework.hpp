// Frameworks as large as real ones, and the people of large organisations: made up from a seed, the
// same on every machine. Reading one gives no findings.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "skillmatrix/framework.hpp"
#include "skillmatrix/profile.hpp"

namespace skillmatrix::big {

/// Random whole numbers, splitmix64: cheap to start, so that each person can have their own.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint32_t below(std::uint32_t bound) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::uint32_t>((mixed ^ (mixed >> 31U)) % bound);
  }

  /// Few are frequent, most are rare: the smaller, the likelier, about as 1/n.
  std::uint32_t skewed_below(std::uint32_t bound) { return below(below(below(bound) + 1) + 1); }

  template <class T>
  const T& pick(const std::vector<T>& items) {
    return items[below(static_cast<std::uint32_t>(items.size()))];
  }

 private:
  std::uint64_t state_;
};

/// How large a framework is.
struct Size {
  std::uint32_t skills;
  std::uint32_t roles;
  std::uint32_t role_levels;    ///< Of each role.
  std::uint32_t requirements;   ///< Of a role level, on average; junior levels have fewer.
  std::uint32_t summary_bytes;  ///< Of a skill in a language, about.
};

/// About as large as the bundled framework; ten times that; and as large as ESCO, with every
/// occupation at five levels: 450,000 cells, 64 MB of compact JSON.
inline constexpr Size sample{38, 8, 5, 10, 100};
inline constexpr Size ten_times{380, 80, 5, 10, 100};
inline constexpr Size esco{13'900, 3'000, 5, 30, 160};

/// The languages of all texts. One has umlauts, one accents, one no spaces.
inline const std::vector<std::string>& languages() {
  static const std::vector<std::string> all{"en", "de", "fr", "ja"};
  return all;
}

/// The words of one language. A word is made of syllables by its number, so no two are the same.
class Vocabulary {
 public:
  Vocabulary(std::vector<std::string> onsets, std::vector<std::string> vowels, std::string space)
      : onsets_(std::move(onsets)), vowels_(std::move(vowels)), space_(std::move(space)) {}

  /// A word of at least two syllables.
  std::string word(std::uint32_t number) const {
    std::string made;
    for (int syllables = 0; syllables < 2 || number != 0; ++syllables) {
      const auto onsets = static_cast<std::uint32_t>(onsets_.size());
      const auto vowels = static_cast<std::uint32_t>(vowels_.size());
      made += onsets_[number % onsets];
      number /= onsets;
      made += vowels_[number % vowels];
      number /= vowels;
    }
    return made;
  }

  std::string prose(Random& random, std::size_t bytes) const {
    std::string made;
    while (made.size() < bytes) {
      if (!made.empty()) made += space_;
      made += word(random.skewed_below(20'000));
    }
    return made + (space_.empty() ? "。" : ".");
  }

  /// A name that no other number has: its last word is that of the number.
  std::string name(Random& random, std::uint32_t number) const {
    std::string made;
    for (std::uint32_t more = random.below(3); more != 0; --more) {
      made += word(random.skewed_below(2'000)) + space_;
    }
    return made + word(number);
  }

 private:
  std::vector<std::string> onsets_;
  std::vector<std::string> vowels_;
  std::string space_;
};

inline const std::vector<Vocabulary>& vocabularies() {
  static const std::vector<std::string> onsets{"b", "d", "f", "g",  "k",  "l", "m",
                                               "n", "p", "r", "st", "tr", "v", "z"};
  static const std::vector<Vocabulary> all{
      {onsets, {"a", "e", "i", "o", "u"}, " "},
      {onsets, {"a", "e", "ei", "ö", "ü"}, " "},
      {onsets, {"a", "é", "i", "ou", "eau"}, " "},
      {{"管", "理", "設", "計", "分", "析", "開", "発"}, {"す", "る", "の", "を", "能", "力"}, ""}};
  return all;
}

inline LocalizedText make_name(Random& random, std::uint32_t number) {
  LocalizedText text;
  for (std::size_t at = 0; at < languages().size(); ++at) {
    text.translations[languages()[at]].value = vocabularies()[at].name(random, number);
  }
  return text;
}

inline LocalizedText make_prose(Random& random, std::uint32_t bytes) {
  LocalizedText text;
  for (std::size_t at = 0; at < languages().size(); ++at) {
    const std::size_t length = bytes / 2 + random.below(bytes);
    text.translations[languages()[at]].value = vocabularies()[at].prose(random, length);
  }
  return text;
}

inline Scale make_scale(std::string id, const std::vector<std::string>& levels) {
  Scale scale;
  scale.id = std::move(id);
  for (const std::string& name : levels) {
    Level level;
    level.id = name;
    level.title = in("en", name);
    scale.levels.push_back(std::move(level));
  }
  return scale;
}

/// An id of a letter and so many digits: "S00042".
inline std::string numbered(char letter, std::uint32_t number, std::size_t digits) {
  const std::string decimal = std::to_string(number);
  return letter + std::string(digits - std::min(digits, decimal.size()), '0') + decimal;
}

inline Skill make_skill(Random& random, const Size& size, std::uint32_t number) {
  Skill skill;
  skill.id = numbered('S', number, 5);
  skill.title = make_name(random, number);
  skill.summary = make_prose(random, size.summary_bytes);
  if (random.below(3) == 0) {
    const std::size_t language = random.below(static_cast<std::uint32_t>(languages().size()));
    skill.aliases[languages()[language]] = {vocabularies()[language].name(random, 50'000 + number)};
  }
  skill.categories = {numbered('C', number / 100, 3)};
  // Most are rated by proficiency; some one has or has not: licences, certificates.
  skill.scale = random.below(20) == 0 ? "held" : "proficiency";
  return skill;
}

/// The skills of a role, the most basic first: its own, and those that many roles share.
inline std::vector<std::uint32_t> choose_skills(Random& random, const Size& size,
                                                std::uint32_t role, std::uint32_t count) {
  std::vector<std::uint32_t> chosen;
  const auto choose = [&chosen](std::uint32_t skill) {
    if (std::find(chosen.begin(), chosen.end(), skill) == chosen.end()) chosen.push_back(skill);
  };
  // So that every skill is somebody's.
  for (std::uint32_t own = role; own < size.skills; own += size.roles) choose(own);
  const std::uint32_t neighbours = size.skills / 10 + 1;
  while (chosen.size() < std::min(count, size.skills)) {
    const bool is_common = random.below(2) == 0;
    choose(is_common ? random.skewed_below(size.skills)
                     : (role * 37 + random.skewed_below(neighbours)) % size.skills);
  }
  return chosen;
}

inline void add_expectations(Random& random, const Size& size, std::uint32_t number,
                             Framework& framework) {
  const Role& role = framework.roles[number];
  const std::uint32_t range = std::min(size.role_levels - 1, size.requirements - 1);
  const std::uint32_t fewest = size.requirements - range / 2;
  const std::vector<std::uint32_t> chosen =
      choose_skills(random, size, number, fewest + size.role_levels - 1);
  std::vector<std::uint32_t> starts;  // The level expected of each skill on the first rung.
  for (std::size_t at = 0; at < chosen.size(); ++at) starts.push_back(random.below(3));
  const std::vector<Level>& levels = framework.scales[1].levels;
  for (std::uint32_t rung = 0; rung < size.role_levels; ++rung) {
    const std::size_t count = std::min<std::size_t>(fewest + rung, chosen.size());
    for (std::size_t at = 0; at < count; ++at) {
      const Skill& skill = framework.skills[chosen[at]];
      Expectation cell;
      cell.role = role.id;
      cell.level = framework.scales[0].levels[rung].id;
      cell.skill = skill.id;
      Requirement& requirement = cell.requirement;
      if (random.below(4) == 0) requirement.necessity = Necessity::optional;
      if (random.below(8) == 0) {
        requirement.weight = static_cast<std::uint16_t>(2 + random.below(4));
      }
      const std::size_t rank = std::min<std::size_t>(starts[at] + rung / 2, levels.size() - 1);
      if (skill.scale == "proficiency") requirement.level = levels[rank].id;
      framework.expectations.push_back(std::move(cell));
    }
  }
}

/// A whole framework. The size must have at most five role levels.
inline Framework make_framework(const Size& size, std::uint64_t seed = 1) {
  Random random(seed);
  Framework framework;
  framework.id = "big";
  framework.version = "1";
  framework.title = in("en", "A large framework");
  framework.scales = {
      make_scale("seniority", {"junior", "middle", "senior", "lead", "principal"}),
      make_scale("proficiency", {"awareness", "basic", "working", "advanced", "expert"}),
      make_scale("held", {"holds"})};
  framework.scales[0].levels.resize(size.role_levels);
  for (std::uint32_t at = 0; at <= (size.skills - 1) / 100; ++at) {
    Category category;
    category.id = numbered('C', at, 3);
    category.title = make_name(random, at);
    framework.categories.push_back(std::move(category));
  }
  for (std::uint32_t at = 0; at < size.skills; ++at) {
    framework.skills.push_back(make_skill(random, size, at));
  }
  for (std::uint32_t at = 0; at < size.roles; ++at) {
    Role role;
    role.id = numbered('R', at, 4);
    role.title = make_name(random, at);
    role.summary = make_prose(random, size.summary_bytes);
    role.ladder = "seniority";
    framework.roles.push_back(std::move(role));
    add_expectations(random, size, at, framework);
  }
  return framework;
}

/// A skill that a person was rated on, by the numbers of a framework.
struct Held {
  std::uint32_t skill;  ///< Place among the framework's skills.
  std::uint32_t rank;   ///< 0: assessed, and holds none of it.
};

/// A person, by the numbers of a framework.
struct Person {
  std::uint32_t role = 0;   ///< Place among the framework's roles.
  std::uint32_t level = 0;  ///< Rank of the role's level, from 1.
  std::vector<Held> held;   ///< Each skill once, in the order of the framework.
};

/// Makes people who work in the roles of a framework. They hold most of what their own role asks
/// for, more or less well, and other skills that many people have. A person depends on the seed and
/// their number alone: any of them can be made, in any order and by any thread.
class People {
 public:
  /// Each person has about so many ratings, but of half of the skills at most. The framework must
  /// outlive this.
  explicit People(const Framework& framework, std::uint64_t seed = 1, std::uint32_t ratings = 40)
      : framework_(framework), seed_(seed), ratings_(ratings) {
    std::unordered_map<std::string_view, std::uint32_t> skills;
    std::unordered_map<std::string_view, std::uint32_t> roles;
    std::unordered_map<std::string_view, const Scale*> scales;
    for (const Scale& scale : framework.scales) scales.emplace(scale.id, &scale);
    for (const Skill& skill : framework.skills) {
      skills.emplace(skill.id, static_cast<std::uint32_t>(skills.size()));
      scales_.push_back(scales.at(skill.scale));
    }
    for (const Role& role : framework.roles) {
      roles.emplace(role.id, static_cast<std::uint32_t>(roles.size()));
    }
    rungs_ = static_cast<std::uint32_t>(framework.scales.front().levels.size());
    expected_.resize(roles.size() * rungs_);
    for (const Expectation& cell : framework.expectations) {
      const std::uint32_t skill = skills.at(cell.skill);
      const std::uint32_t rung = rank_of(cell.level, framework.scales.front()) - 1;
      const std::uint32_t rank =
          cell.requirement.level ? rank_of(*cell.requirement.level, *scales_[skill]) : 1;
      expected_[roles.at(cell.role) * rungs_ + rung].push_back({skill, rank});
    }
  }

  /// Fills in the person of that number.
  void make(std::uint64_t number, Person& person) const {
    Random random(seed_ * 0xD1342543DE82EF95U + number * 0x2545F4914F6CDD1DU);
    person.role = random.skewed_below(static_cast<std::uint32_t>(framework_.roles.size()));
    person.level = 1 + std::min(random.below(rungs_), random.below(rungs_));
    person.held.clear();
    for (const Held& expected : expected_[person.role * rungs_ + person.level - 1]) {
      if (random.below(6) == 0) continue;  // Not known.
      const std::uint32_t better = expected.rank + random.below(3);
      person.held.push_back({expected.skill, clamp(expected.skill, std::max(better, 1U) - 1)});
    }
    const auto skills = static_cast<std::uint32_t>(scales_.size());
    const std::uint32_t wanted =
        std::min(ratings_ - ratings_ / 4 + random.below(ratings_ / 2 + 1), skills / 2 + 1);
    while (person.held.size() < wanted) {
      while (person.held.size() < wanted) {
        const std::uint32_t skill = random.skewed_below(skills);
        person.held.push_back({skill, clamp(skill, random.below(5))});
      }
      keep_first_of_each(person.held);
    }
    keep_first_of_each(person.held);
  }

  /// The same as a document.
  Profile profile(std::uint64_t number) const {
    Person person;
    make(number, person);
    Profile profile;
    profile.id = numbered('P', static_cast<std::uint32_t>(number), 7);
    profile.role = framework_.roles[person.role].id;
    profile.level = framework_.scales.front().levels[person.level - 1].id;
    for (const Held& held : person.held) {
      Rating rating;
      rating.skill = framework_.skills[held.skill].id;
      if (held.rank != 0) rating.level = scales_[held.skill]->levels[held.rank - 1].id;
      profile.ratings.push_back(std::move(rating));
    }
    return profile;
  }

 private:
  static std::uint32_t rank_of(std::string_view level, const Scale& scale) {
    const auto found = std::find_if(scale.levels.begin(), scale.levels.end(),
                                    [level](const Level& each) { return each.id == level; });
    return static_cast<std::uint32_t>(found - scale.levels.begin()) + 1;
  }

  std::uint32_t clamp(std::uint32_t skill, std::uint32_t rank) const {
    return std::min(rank, static_cast<std::uint32_t>(scales_[skill]->levels.size()));
  }

  static void keep_first_of_each(std::vector<Held>& held) {
    const auto by_skill = [](const Held& one, const Held& other) {
      return one.skill < other.skill;
    };
    const auto same_skill = [](const Held& one, const Held& other) {
      return one.skill == other.skill;
    };
    std::stable_sort(held.begin(), held.end(), by_skill);
    held.erase(std::unique(held.begin(), held.end(), same_skill), held.end());
  }

  const Framework& framework_;
  std::uint64_t seed_;
  std::uint32_t ratings_;
  std::uint32_t rungs_ = 0;
  std::vector<const Scale*> scales_;         ///< Of each skill.
  std::vector<std::vector<Held>> expected_;  ///< By role and rung.
};

/// The first people, as documents. A million of them take gigabytes: use `People` for many.
inline std::vector<Profile> make_people(const Framework& framework, std::uint64_t count,
                                        std::uint64_t seed = 1, std::uint32_t ratings = 40) {
  const People people(framework, seed, ratings);
  std::vector<Profile> made;
  for (std::uint64_t number = 0; number < count; ++number) made.push_back(people.profile(number));
  return made;
}

}  // namespace skillmatrix::big
