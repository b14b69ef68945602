#include "skillmatrix/roster.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <new>
#include <numeric>
#include <optional>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "allocations.hpp"
#include "generated.hpp"
#include "small_framework.hpp"

namespace skillmatrix {
namespace {

using generated::Dice;
using Lines = std::vector<std::string>;

/// What is known of a person, in the obvious form.
struct Known {
  std::string id;
  std::optional<RoleLevelIndex> own_role_level;
  std::map<SkillIndex, Holding> holdings;
};

std::vector<Holding> list(const Known& person) {
  std::vector<Holding> holdings;
  for (const auto& [skill, holding] : person.holdings) holdings.push_back(holding);
  return holdings;
}

Known known_of(const Matrix& matrix, const Profile& profile, const RosterOptions& options) {
  Known known{profile.id, std::nullopt, {}};
  if (profile.role && profile.level) {
    known.own_role_level = matrix.find_role_level(*profile.role, *profile.level);
  }
  for (Holding holding : resolve_ratings(matrix, profile, options.ratings).skills) {
    if (!options.rating_positions) holding.rating = 0;
    known.holdings.emplace(holding.skill, holding);
  }
  return known;
}

std::vector<Known> known_of(const Matrix& matrix, const std::vector<Profile>& people,
                            const RosterOptions& options = {}) {
  std::vector<Known> known;
  for (const Profile& person : people) known.push_back(known_of(matrix, person, options));
  return known;
}

/// The rows as kernels read them.
void expect_columns(const Roster& roster, const std::vector<Known>& people) {
  ASSERT_EQ(roster.first().size(), people.size());
  ASSERT_EQ(roster.counts().size(), people.size());
  ASSERT_EQ(roster.own_role_levels().size(), people.size());
  roster.visit_skills([&](auto skills) {
    ASSERT_EQ(skills.size(), roster.ranks().size());
    for (std::size_t person = 0; person < people.size(); ++person) {
      std::uint64_t place = roster.first()[person];
      const std::uint64_t end = place + roster.counts()[person];
      for (const auto& [skill, holding] : people[person].holdings) {
        if (holding.state != HoldingState::held) continue;
        ASSERT_LT(place, end);
        ASSERT_EQ(skills[place], skill.value);
        ASSERT_EQ(roster.ranks()[place], holding.rank);
        if (!roster.rating_positions().empty()) {
          ASSERT_EQ(roster.rating_positions()[place], holding.rating);
        }
        ++place;
      }
      ASSERT_EQ(place, end);
    }
    // What is behind may be read.
    const auto sum = std::accumulate(skills.data(), skills.data() + skills.size(), 0ULL);
    if (!skills.empty()) {
      const auto more = skills.data() + skills.size() + roster_padding;
      EXPECT_GE(std::accumulate(skills.data(), more, 0ULL), sum);
    }
  });
}

void expect_index(const Roster& roster, const std::vector<Known>& people) {
  std::map<std::pair<std::uint32_t, SkillIndex>, std::vector<std::pair<int, int>>> expected;
  for (std::uint32_t person = 0; person < people.size(); ++person) {
    for (const auto& [skill, holding] : people[person].holdings) {
      if (holding.state != HoldingState::held) continue;
      expected[{person / people_per_block, skill}].emplace_back(person % people_per_block,
                                                                holding.rank);
    }
  }
  ASSERT_EQ(roster.block_count(), (people.size() + people_per_block - 1) / people_per_block);
  for (std::uint32_t block = 0; block < roster.block_count(); ++block) {
    for (std::uint32_t skill = 0; skill < roster.skill_count(); ++skill) {
      const Postings postings = roster.postings(block, {skill});
      ASSERT_EQ(postings.people.size(), postings.ranks.size());
      std::vector<std::pair<int, int>> found;
      for (std::size_t at = 0; at < postings.people.size(); ++at) {
        found.emplace_back(postings.people[at], postings.ranks[at]);
      }
      ASSERT_EQ(found, (expected[{block, {skill}}])) << block << ' ' << skill;
    }
  }
}

/// Everything that the roster says.
void expect_same(const Roster& roster, const std::vector<Known>& people) {
  ASSERT_EQ(roster.person_count(), people.size());
  std::uint64_t rating_count = 0;
  for (std::uint32_t at = 0; at < people.size(); ++at) {
    const Known& person = people[at];
    ASSERT_EQ(roster.person_id({at}), person.id);
    ASSERT_EQ(roster.find_person(person.id), PersonIndex{at});
    ASSERT_EQ(roster.own_role_level({at}), person.own_role_level);
    ASSERT_EQ(roster.holdings({at}).skills, list(person)) << person.id;
    for (const auto& [skill, holding] : person.holdings) {
      const bool is_held = holding.state == HoldingState::held;
      rating_count += is_held ? 1U : 0U;
      ASSERT_EQ(roster.rank({at}, skill), is_held ? std::optional(holding.rank) : std::nullopt);
    }
  }
  EXPECT_EQ(roster.rating_count(), rating_count);
  expect_columns(roster, people);
  if (roster.has_index()) expect_index(roster, people);
}

Lines lines_of(const std::vector<Diagnostic>& findings) {
  Lines lines;
  for (const Diagnostic& finding : findings) {
    std::string line(describe(finding.code).name);
    if (!finding.pointer.empty()) line += ' ' + finding.pointer;
    if (finding.row != 0) line += " row " + std::to_string(finding.row);
    if (!finding.field.empty()) line += ' ' + finding.field;
    if (finding.line != 0) line += " line " + std::to_string(finding.line);
    lines.push_back(line);
  }
  return lines;
}

std::vector<Profile> make_people(Dice& dice, const Framework& framework, std::size_t count) {
  std::vector<Profile> people;
  for (std::size_t at = 0; at < count; ++at) {
    Profile& person =
        people.emplace_back(generated::make_person(dice, framework, "p-" + std::to_string(at)));
    if (dice.one_in(3)) continue;
    person.role = dice.pick(framework.roles).id;
    person.level = dice.pick(framework.scales.front().levels).id;
  }
  return people;
}

Profile make_person(std::string id, std::vector<Rating> ratings = {}) {
  Profile person;
  person.id = std::move(id);
  person.ratings = std::move(ratings);
  return person;
}

/// A framework of so many skills, of which the ids are in the order of their numbers, on one scale.
Framework make_framework(std::uint32_t skills, std::uint32_t levels) {
  Framework framework;
  framework.id = "large";
  Scale& scale = framework.scales.emplace_back();
  scale.id = "scale";
  for (std::uint32_t at = 1; at <= levels; ++at) {
    scale.levels.emplace_back().id = "level-" + std::to_string(at);
  }
  for (std::uint32_t at = 0; at < skills; ++at) {
    Skill& skill = framework.skills.emplace_back();
    skill.id = std::to_string(1'000'000 + at);
    skill.scale = "scale";
  }
  return framework;
}

Matrix make_matrix(std::uint32_t skills, std::uint32_t levels) {
  return *Matrix::build(make_framework(skills, levels));
}

TEST(Roster, SaysWhatResolvingSays) {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    Dice dice(seed);
    const Framework framework = generated::make_framework(dice);
    const Matrix matrix = *Matrix::build(framework);
    const std::vector<Profile> people = make_people(dice, framework, 1 + dice.below(30));
    RosterOptions options;
    options.ratings.policy = rating_policies()[dice.below(4)];
    options.ratings.min_confidence = static_cast<std::uint8_t>(dice.below(60));
    if (dice.one_in(2)) options.ratings.as_of = generated::make_date(dice);
    options.rating_positions = dice.one_in(2);
    options.index = !dice.one_in(4);
    const BuiltRoster built = Roster::build(matrix, people, options);
    EXPECT_EQ(lines_of(built.diagnostics), Lines{});
    EXPECT_EQ(built.roster.has_index(), options.index);
    EXPECT_EQ(built.roster.rating_options().policy, options.ratings.policy);
    expect_same(built.roster, known_of(matrix, people, options));
  }
}

TEST(Roster, KeepsExpiredNoneAndUnknownApart) {
  const Matrix matrix = *Matrix::build(small::framework());
  Rating expired = small::rating("bert", "expert");
  expired.expires = parse_date("2025-12-31");
  const std::vector<Profile> people{
      make_person("ann", {expired, small::rating("python", std::nullopt)}), make_person("bob")};
  RosterOptions options;
  options.ratings.as_of = parse_date("2026-01-01");
  const Roster roster = Roster::build(matrix, people, options).roster;
  const SkillIndex python = *matrix.find_skill("python");
  const SkillIndex bert = *matrix.find_skill("bert");
  EXPECT_EQ(roster.rank({0}, python), Rank{0});
  EXPECT_EQ(roster.rank({0}, bert), std::nullopt);
  EXPECT_EQ(roster.rank({0}, *matrix.find_skill("craft")), std::nullopt);
  EXPECT_EQ(roster.holdings({0}).skills,
            (std::vector<Holding>{{bert, HoldingState::expired, 0, 0},
                                  {python, HoldingState::held, 0, 0}}));
  EXPECT_EQ(roster.counts()[0], 1U);
  EXPECT_EQ(roster.expired_counts()[0], 1U);
  EXPECT_EQ(roster.expired_counts()[1], 0U);
  EXPECT_EQ(roster.rating_count(), 1U);
  EXPECT_TRUE(roster.postings(0, bert).people.empty());
  EXPECT_EQ(roster.postings(0, python).people.size(), 1U);
}

TEST(Roster, TheOrderOfPeopleAndRatingsDoesNotMatter) {
  Dice dice(3);
  const Framework framework = generated::make_framework(dice);
  const Matrix matrix = *Matrix::build(framework);
  std::vector<Profile> people = make_people(dice, framework, 40);
  const Roster roster = Roster::build(matrix, people).roster;
  dice.shuffle(people);
  for (Profile& person : people) dice.shuffle(person.ratings);
  const Roster shuffled = Roster::build(matrix, people).roster;
  for (const Profile& person : people) {
    EXPECT_EQ(roster.holdings(*roster.find_person(person.id)).skills,
              shuffled.holdings(*shuffled.find_person(person.id)).skills);
  }
}

TEST(Roster, OfNobody) {
  const Matrix matrix = *Matrix::build(small::framework());
  const Roster rosters[] = {Roster(), Roster::build(matrix, std::vector<Profile>{}).roster,
                            Roster::build(matrix, RosterColumns{}).roster,
                            Roster::read_ndjson(matrix, "\n \n").roster};
  for (const Roster& roster : rosters) {
    expect_same(roster, {});
    EXPECT_EQ(roster.find_person("ann"), std::nullopt);
    EXPECT_EQ(roster.find_person(""), std::nullopt);
    EXPECT_EQ(roster.block_count(), 0U);
    EXPECT_EQ(Roster(roster).person_count(), 0U);
  }
  const std::vector<Profile> nothing_known{make_person("ann"), make_person("bob")};
  expect_same(Roster::build(matrix, nothing_known).roster, known_of(matrix, nothing_known));
}

TEST(Roster, ReportsAndCountsWhatItRejects) {
  const Matrix matrix = *Matrix::build(small::framework());
  std::vector<Profile> people{
      make_person("ann", {small::rating("python", "expert"), small::rating("pyton", "expert"),
                          small::rating("bert", "expart")}),
      make_person("", {small::rating("python", "aware")}), make_person("bob"),
      make_person("ann", {small::rating("python", "aware"), small::rating("bert", "aware")}),
      make_person("cat")};
  people[0].role = "nlp";
  people[0].level = "middle";
  people[2].role = "npl";
  people[4].role = "data";
  people[4].level = "boss";
  const BuiltRoster built = Roster::build(matrix, people);
  EXPECT_EQ(lines_of(built.diagnostics),
            (Lines{"dangling_reference /0/ratings/1/skill", "level_not_in_scale /0/ratings/2/level",
                   "level_not_in_role /0/level", "empty_id /1/id", "dangling_reference /2/role",
                   "duplicate_id /3/id", "level_not_in_scale /4/level"}));
  EXPECT_EQ(built.rejected_people, 2U);
  EXPECT_EQ(built.rejected_ratings, 5U);
  EXPECT_EQ(built.rejected_role_levels, 3U);
  EXPECT_EQ(built.sources, (std::vector<std::uint64_t>{0, 2, 4}));
  expect_same(built.roster, known_of(matrix, {people[0], people[2], people[4]}));
}

TEST(Roster, FindingsAreBoundedAndCountsAreNot) {
  const Matrix matrix = *Matrix::build(small::framework());
  RosterOptions options;
  options.max_diagnostics = 3;
  const std::vector<Profile> people(50, make_person("ann", {small::rating("pyton", "expert")}));
  const BuiltRoster built = Roster::build(matrix, people, options);
  EXPECT_EQ(built.diagnostics.size(), 4U);
  EXPECT_EQ(built.diagnostics.back().code, Code::findings_omitted);
  EXPECT_EQ(built.rejected_people, 49U);
  EXPECT_EQ(built.rejected_ratings, 50U);
}

TEST(Roster, ReadsNdjsonLineByLine) {
  const Matrix matrix = *Matrix::build(small::framework());
  const std::string text =
      R"({"schema": "skillmatrix.profile/1", "id": "ann", "role": "nlp", "level": "senior", )"
      R"("ratings": [{"skill": "python", "level": "expert"}, {"skill": "bert", "level": null}]})"
      "\n\n{\"id\": \n"
      R"({"schema": "skillmatrix.profile/1", "id": "bob", "ratings": [{"skill": "pyton", "level": "x"}]})"
      "\n"
      R"({"schema": "skillmatrix.profile/1", "id": "ann", "ratings": []})";
  RosterOptions options;
  options.rating_positions = true;
  const BuiltRoster built = Roster::read_ndjson(matrix, text, options);
  EXPECT_EQ(lines_of(built.diagnostics),
            (Lines{"json_syntax line 3", "dangling_reference /ratings/0/skill line 4",
                   "duplicate_id /id line 5"}));
  const Diagnostic& dangling = built.diagnostics.at(1);
  EXPECT_EQ(text.substr(dangling.offset, 7), "\"pyton\"");
  EXPECT_EQ(dangling.offset - text.rfind('\n', dangling.offset), dangling.column);
  EXPECT_EQ(built.sources, (std::vector<std::uint64_t>{1, 4}));
  EXPECT_EQ(built.rejected_people, 2U);
  EXPECT_EQ(built.rejected_ratings, 1U);
  std::vector<Profile> people = read_profiles(text).profiles;
  ASSERT_EQ(people.size(), 3U);
  people.pop_back();  // The second of the id.
  expect_same(built.roster, known_of(matrix, people, options));
  const BuiltRoster too_large = Roster::read_ndjson(matrix, text, {}, {.max_bytes = 10});
  EXPECT_EQ(lines_of(too_large.diagnostics), Lines{"too_large"});
  EXPECT_EQ(too_large.roster.person_count(), 0U);
  const BuiltRoster document = Roster::read_ndjson(matrix, write_profile(people.front()));
  EXPECT_EQ(lines_of(document.diagnostics), Lines{"unexpected_input"});
}

TEST(Roster, ReadsNdjsonAsProfilesAreRead) {
  Dice dice(5);
  const Framework framework = generated::make_framework(dice);
  const Matrix matrix = *Matrix::build(framework);
  const std::vector<Profile> people = make_people(dice, framework, 50);
  const BuiltRoster built = Roster::read_ndjson(matrix, write_profiles(people));
  EXPECT_EQ(built.rejected_people, 0U);
  expect_same(built.roster, known_of(matrix, people));
}

TEST(Roster, ReadsATableOfRatings) {
  const Matrix matrix = *Matrix::build(small::framework());
  const BuiltRoster built = Roster::read_csv(matrix,
                                             "person,role,level,skill,rating\n"
                                             "ann,nlp,senior,python,expert\n"
                                             "bob,nlp,boss,bert,aware\n"
                                             "ann,,,pyton,expert\n"
                                             "bob,,,,aware\n"
                                             "bob,,,python,expart\n"
                                             "ann,,,bert,none\n");
  EXPECT_EQ(lines_of(built.diagnostics),
            (Lines{"level_not_in_scale row 3 level", "dangling_reference row 4 skill line 4",
                   "csv_empty_cell row 5 skill line 5", "level_not_in_scale row 6 rating line 6"}));
  EXPECT_EQ(built.sources, (std::vector<std::uint64_t>{2, 3}));
  EXPECT_EQ(built.rejected_people, 0U);
  EXPECT_EQ(built.rejected_ratings, 3U);
  const SkillIndex bert = *matrix.find_skill("bert");
  const SkillIndex python = *matrix.find_skill("python");
  const Holding bert_none{bert, HoldingState::held, 0, 0};
  const Holding bert_aware{bert, HoldingState::held, 1, 0};
  const Holding python_expert{python, HoldingState::held, 3, 0};
  expect_same(built.roster, {{"ann",
                              matrix.find_role_level("nlp", "senior"),
                              {{bert, bert_none}, {python, python_expert}}},
                             {"bob", std::nullopt, {{bert, bert_aware}}}});
  const BuiltRoster headless = Roster::read_csv(matrix, "who,what\nann,python\n");
  EXPECT_TRUE(has_errors(headless.diagnostics));
  EXPECT_EQ(headless.roster.person_count(), 0U);
}

// Columns

/// Ratings as columns, with the memory that they are in.
struct Columns {
  std::vector<std::string> ids;
  std::vector<std::string_view> person_ids, people_by_id, skill_ids, level_ids;
  std::vector<std::uint32_t> own_role_levels, people, skills;
  std::vector<std::uint64_t> first{0};
  std::vector<Rank> ranks;
  std::vector<std::uint8_t> none;

  Columns(const Matrix& matrix, const std::vector<Known>& known) {
    for (const Known& person : known) ids.push_back(person.id);
    for (std::uint32_t at = 0; at < known.size(); ++at) {
      person_ids.push_back(ids[at]);
      const auto level = known[at].own_role_level;
      own_role_levels.push_back(level ? level->value : no_role_level);
      for (const auto& [skill, holding] : known[at].holdings) {
        people.push_back(at);
        people_by_id.push_back(ids[at]);
        skills.push_back(skill.value);
        skill_ids.push_back(matrix.skill_id(skill));
        ranks.push_back(holding.rank);
        level_ids.push_back(matrix.level_id(matrix.skill_scale(skill), holding.rank));
        none.push_back(holding.rank == 0 ? 1 : 0);
      }
      first.push_back(skills.size());
    }
  }

  void shuffle_rows(Dice& dice) {
    for (std::size_t at = skills.size(); at > 1; --at) {
      const std::size_t other = dice.below(static_cast<std::uint32_t>(at));
      std::swap(people[at - 1], people[other]);
      std::swap(people_by_id[at - 1], people_by_id[other]);
      std::swap(skills[at - 1], skills[other]);
      std::swap(skill_ids[at - 1], skill_ids[other]);
      std::swap(ranks[at - 1], ranks[other]);
      std::swap(level_ids[at - 1], level_ids[other]);
      std::swap(none[at - 1], none[other]);
    }
  }
};

TEST(Roster, ColumnsOfEveryKindSayTheSame) {
  Dice dice(7);
  const Framework framework = generated::make_framework(dice);
  const Matrix matrix = *Matrix::build(framework);
  const std::vector<Known> known = known_of(matrix, make_people(dice, framework, 60));
  Columns in(matrix, known);
  expect_same(Roster::build(matrix, RosterColumns{.person_ids = in.person_ids,
                                                  .own_role_levels = in.own_role_levels,
                                                  .first = in.first,
                                                  .skills = in.skills,
                                                  .ranks = in.ranks})
                  .roster,
              known);
  in.shuffle_rows(dice);
  expect_same(Roster::build(matrix, RosterColumns{.person_ids = in.person_ids,
                                                  .own_role_levels = in.own_role_levels,
                                                  .people = in.people,
                                                  .skill_ids = in.skill_ids,
                                                  .level_ids = in.level_ids,
                                                  .none = in.none})
                  .roster,
              known);
  const BuiltRoster by_id = Roster::build(
      matrix,
      RosterColumns{.people_by_id = in.people_by_id, .skill_ids = in.skill_ids, .ranks = in.ranks});
  EXPECT_EQ(lines_of(by_id.diagnostics), Lines{});
  for (std::uint32_t at = 0; at < by_id.roster.person_count(); ++at) {
    const std::uint32_t there = in.people[by_id.sources[at]];
    EXPECT_EQ(by_id.roster.person_id({at}), known[there].id);
    EXPECT_EQ(by_id.roster.holdings({at}).skills, list(known[there]));
  }
}

/// A column as numbers of the texts in it, some of which are there twice.
struct Dictionary {
  explicit Dictionary(const std::vector<std::string_view>& column) {
    std::map<std::string_view, std::uint32_t> places;
    for (const std::string_view text : column) {
      const auto [place, is_new] =
          places.try_emplace(text, static_cast<std::uint32_t>(texts.size()));
      if (is_new) texts.insert(texts.end(), 2, text);
      numbers.push_back(place->second + numbers.size() % 2);
    }
  }
  operator TextColumn() const { return {texts, numbers}; }

  std::vector<std::string_view> texts;
  std::vector<std::uint32_t> numbers;
};

TEST(Roster, DictionariesSayTheSameAsTexts) {
  Dice dice(8);
  const Framework framework = generated::make_framework(dice);
  const Matrix matrix = *Matrix::build(framework);
  const std::vector<Known> known = known_of(matrix, make_people(dice, framework, 60));
  Columns in(matrix, known);
  in.shuffle_rows(dice);
  std::vector<std::string_view> roles, levels;
  for (const Known& person : known) {
    const auto own = person.own_role_level;
    roles.push_back(own ? matrix.role_id(matrix.role_of(*own)) : "");
    levels.push_back(own ? matrix.role_level_id(*own) : "");
  }
  const Dictionary people(in.people_by_id), skills(in.skill_ids), ranks(in.level_ids);
  RosterColumns columns{.person_ids = in.person_ids,
                        .own_roles = roles,
                        .own_levels = levels,
                        .people_by_id = in.people_by_id,
                        .skill_ids = in.skill_ids,
                        .level_ids = in.level_ids,
                        .none = in.none};
  expect_same(Roster::build(matrix, columns).roster, known);
  const Dictionary own_roles(roles), own_levels(levels);
  columns.own_roles = own_roles;
  columns.own_levels = own_levels;
  columns.people_by_id = people;
  columns.skill_ids = skills;
  columns.level_ids = ranks;
  expect_same(Roster::build(matrix, columns).roster, known);

  columns.person_ids = {};
  columns.own_roles = {};
  columns.own_levels = {};
  const Roster encoded = Roster::build(matrix, columns).roster;
  columns.people_by_id = in.people_by_id;
  const Roster plain = Roster::build(matrix, columns).roster;
  ASSERT_EQ(encoded.person_count(), plain.person_count());
  for (std::uint32_t at = 0; at < plain.person_count(); ++at) {
    EXPECT_EQ(encoded.person_id({at}), plain.person_id({at}));
    EXPECT_EQ(encoded.holdings({at}).skills, plain.holdings({at}).skills);
  }
}

TEST(Roster, BadTextsOfDictionariesAreReported) {
  const Matrix matrix = *Matrix::build(small::framework());
  const std::vector<std::string_view> ids{"ann", "bob", "cem"};
  const std::vector<std::string_view> roles{"nlp", "nlpp", ""};
  const std::vector<std::string_view> levels{"lead", "senior", "senior"};
  const std::vector<std::string_view> people{"ann", "bob", "dan"}, skills{"python", "pyton"},
      ranks{"aware", "awareness"};
  const std::vector<std::uint32_t> of{0, 1, 2, 0, 1, 7}, skill{0, 1, 0, 9, 0, 0},
      rank{0, 0, 0, 0, 1, 0};
  const std::vector<std::uint8_t> unknown{0, 0, 0, 0, 0, 1};
  const BuiltRoster built = Roster::build(matrix, {.person_ids = ids,
                                                   .own_roles = roles,
                                                   .own_levels = levels,
                                                   .people_by_id = TextColumn(people, of),
                                                   .skill_ids = TextColumn(skills, skill),
                                                   .level_ids = TextColumn(ranks, rank),
                                                   .unknown = unknown});
  EXPECT_EQ(lines_of(built.diagnostics),
            (Lines{"unknown_person /people_by_id/2", "unknown_person /people_by_id/5",
                   "dangling_reference /skill_ids/3", "level_not_in_scale /own_levels/0",
                   "dangling_reference /skill_ids/1", "level_not_in_scale /level_ids/4",
                   "dangling_reference /own_roles/1"}));
  EXPECT_EQ(built.roster.person_count(), 3U);
  EXPECT_EQ(built.roster.rating_count(), 1U);
  EXPECT_EQ(built.rejected_ratings, 5U);
}

TEST(Roster, RowsOfNothingKnownSayThatThereIsThePerson) {
  const Matrix matrix = make_matrix(3, 2);
  const std::vector<std::string_view> people{"ann", "bob", "ann"};
  const std::vector<std::uint32_t> skills{0, no_role_level, 1};
  const std::vector<Rank> ranks{1, 9, 2};
  const std::vector<std::uint8_t> unknown{0, 1, 1};
  const BuiltRoster built = Roster::build(
      matrix, {.people_by_id = people, .skills = skills, .ranks = ranks, .unknown = unknown});
  EXPECT_EQ(lines_of(built.diagnostics), Lines{});
  EXPECT_EQ(built.roster.person_count(), 2U);
  EXPECT_EQ(built.roster.rating_count(), 1U);
}

TEST(Roster, PositionsInColumnsCountTheRatingsOfThePerson) {
  const Matrix matrix = make_matrix(3, 2);
  const std::vector<std::string_view> ids{"ann", "bob"};
  const std::vector<std::uint32_t> people{1, 0, 1, 0};
  const std::vector<std::uint32_t> skills{2, 1, 0, 0};
  const std::vector<Rank> ranks{2, 0, 1, 1};
  RosterOptions options;
  options.rating_positions = true;
  const BuiltRoster built = Roster::build(
      matrix, {.person_ids = ids, .people = people, .skills = skills, .ranks = ranks}, options);
  using enum HoldingState;
  expect_same(built.roster, {{"ann", {}, {{{0}, {{0}, held, 1, 1}}, {{1}, {{1}, held, 0, 0}}}},
                             {"bob", {}, {{{0}, {{0}, held, 1, 1}}, {{2}, {{2}, held, 2, 0}}}}});
}

TEST(Roster, BadRowsOfColumnsAreReportedAndCounted) {
  const Matrix matrix = *Matrix::build(small::framework());
  const std::uint32_t python = matrix.find_skill("python")->value;
  const std::uint32_t bert = matrix.find_skill("bert")->value;
  const std::vector<std::string_view> ids{"ann", "", "ann", "bob"};
  const std::vector<std::uint32_t> levels{0, no_role_level, 0, 99};
  const std::vector<std::uint32_t> people{0, 4, 3, 3, 1, 2, 3, no_role_level, 3};
  const std::vector<std::uint32_t> skills{python, python, 4, bert, python, bert, bert, 0, python};
  const std::vector<Rank> ranks{3, 1, 1, 2, 1, 1, 1, 0, 4};
  const BuiltRoster built = Roster::build(matrix, RosterColumns{.person_ids = ids,
                                                                .own_role_levels = levels,
                                                                .people = people,
                                                                .skills = skills,
                                                                .ranks = ranks});
  EXPECT_EQ(lines_of(built.diagnostics),
            (Lines{"number_out_of_range /people/1", "number_out_of_range /people/7",
                   "empty_id /person_ids/1", "duplicate_id /person_ids/2",
                   "number_out_of_range /skills/2", "number_out_of_range /ranks/8",
                   "duplicate_rating /skills/6", "number_out_of_range /own_role_levels/3"}));
  EXPECT_EQ(built.rejected_people, 2U);
  EXPECT_EQ(built.rejected_ratings, 7U);
  EXPECT_EQ(built.rejected_ratings + built.roster.rating_count(), people.size());
  EXPECT_EQ(built.sources, (std::vector<std::uint64_t>{0, 3}));
  const auto held = [](std::uint32_t skill, Rank rank) {
    return std::pair(SkillIndex{skill}, Holding{{skill}, HoldingState::held, rank, 0});
  };
  expect_same(built.roster, {{"ann", RoleLevelIndex{0}, {held(python, 3)}},
                             {"bob", std::nullopt, {held(bert, 2)}}});
}

TEST(Roster, BadIdsOfColumnsAreReportedAndCounted) {
  const Matrix matrix = *Matrix::build(small::framework());
  const std::vector<std::string_view> people{"ann", "", "ann", "ann", "bob", "ann"};
  const std::vector<std::string_view> skills{"python", "bert", "pyton", "bert", "bert", "python"};
  const std::vector<std::string_view> levels{"expert", "aware", "aware", "", "", "aware"};
  const std::vector<std::uint8_t> none{0, 0, 0, 0, 1, 0};
  const BuiltRoster built = Roster::build(
      matrix, RosterColumns{
                  .people_by_id = people, .skill_ids = skills, .level_ids = levels, .none = none});
  EXPECT_EQ(lines_of(built.diagnostics),
            (Lines{"dangling_reference /skill_ids/2", "level_not_in_scale /level_ids/3",
                   "duplicate_rating /skill_ids/5", "empty_id /people_by_id/1"}));
  EXPECT_EQ(built.rejected_people, 1U);
  EXPECT_EQ(built.rejected_ratings + built.roster.rating_count(), people.size());
  EXPECT_EQ(built.sources, (std::vector<std::uint64_t>{0, 4}));
  EXPECT_EQ(built.roster.rank({1}, *matrix.find_skill("bert")), Rank{0});
}

TEST(Roster, ColumnsThatDoNotGoTogetherAreOfNobody) {
  const Matrix matrix = make_matrix(3, 2);
  const std::vector<std::string_view> ids{"ann", "bob"};
  const std::vector<std::uint32_t> two{0, 1}, three{0, 1, 1};
  const std::vector<Rank> ranks{1, 1};
  const std::vector<std::uint8_t> none{1};
  const std::vector<std::uint64_t> offsets{0, 1, 2}, short_offsets{0, 2}, falling{0, 3, 2},
      late{1, 1, 2}, early{0, 1, 1};
  const auto findings = [&](const RosterColumns& columns) {
    const BuiltRoster built = Roster::build(matrix, columns);
    EXPECT_EQ(built.roster.person_count(), 0U);
    EXPECT_EQ(built.roster.rating_count(), 0U);
    Lines lines;
    for (const Diagnostic& finding : built.diagnostics) {
      EXPECT_EQ(finding.code, Code::column_mismatch);
      lines.push_back(finding.pointer + ' ' + finding.arguments.front().second);
    }
    return lines;
  };
  RosterColumns good;
  good.person_ids = ids;
  good.first = offsets;
  good.skills = two;
  good.ranks = ranks;
  EXPECT_EQ(Roster::build(matrix, good).roster.rating_count(), 2U);
  for (const auto& bad : {falling, late, early}) {
    RosterColumns columns = good;
    columns.first = bad;
    EXPECT_EQ(findings(columns), Lines{"/first offsets"});
  }
  RosterColumns columns = good;
  columns.first = short_offsets;
  columns.skills = three;
  columns.own_role_levels = three;
  columns.none = none;
  EXPECT_EQ(findings(columns), (Lines{"/none length", "/ranks length", "/own_role_levels length",
                                      "/first length", "/first offsets"}));
  columns = good;
  columns.people = two;
  columns.skill_ids = ids;
  columns.level_ids = ids;
  EXPECT_EQ(findings(columns), (Lines{"/skill_ids twice", "/level_ids twice", "/people twice"}));
  columns = good;
  columns.first = {};
  EXPECT_EQ(findings(columns), Lines{"/people length"});
  columns.own_roles = ids;
  columns.own_role_levels = two;
  columns.own_levels = std::span(ids).first(1);
  columns.unknown = none;
  EXPECT_EQ(findings(columns),
            (Lines{"/unknown length", "/own_roles twice", "/own_levels length", "/people length"}));
  columns = good;
  columns.ranks = {};
  EXPECT_EQ(findings(columns), Lines{"/ranks length"});
}

// Sizes

TEST(Roster, SkillsAndRanksOfEveryWidth) {
  for (const std::uint32_t skill_count : {65'536U, 65'537U}) {
    const Matrix matrix = make_matrix(skill_count, 255);
    const std::uint32_t last = skill_count - 1;
    const std::vector<std::string_view> ids{"ann", "bob"};
    const std::vector<std::uint64_t> first{0, 3, 4};
    const std::vector<std::uint32_t> skills{0, 65'535, last == 65'535 ? 7 : last, last};
    const std::vector<Rank> ranks{255, 254, 0, 1};
    BuiltRoster built = Roster::build(
        matrix, {.person_ids = ids, .first = first, .skills = skills, .ranks = ranks});
    EXPECT_EQ(lines_of(built.diagnostics), Lines{});
    built.roster.visit_skills([&]<class T>(std::span<T> column) {
      EXPECT_EQ(sizeof(T), skill_count > 65'536 ? 4U : 2U);
      EXPECT_EQ(column.size(), 4U);
    });
    std::vector<Known> known{{"ann", {}, {}}, {"bob", {}, {}}};
    for (std::size_t row = 0; row < skills.size(); ++row) {
      known[row / 3].holdings[{skills[row]}] = {{skills[row]}, HoldingState::held, ranks[row], 0};
    }
    expect_same(built.roster, known);
    built.roster.set_rank({1}, {65'535}, Rank{255});
    known[1].holdings[{65'535}] = {{65'535}, HoldingState::held, 255, 0};
    expect_same(built.roster, known);
  }
}

/// People of whom each has the skills from `person % 3` on, up to five.
Columns make_columns(const Matrix& matrix, std::uint32_t people) {
  std::vector<Known> known(people);
  for (std::uint32_t at = 0; at < people; ++at) {
    known[at].id = "person-" + std::to_string(at);
    for (std::uint32_t skill = at % 3; skill < 5; skill += 2) {
      known[at].holdings[{skill}] = {{skill}, HoldingState::held, static_cast<Rank>(at % 4), 0};
    }
  }
  return {matrix, known};
}

TEST(Roster, PostingsAreInBlocks) {
  const Matrix matrix = make_matrix(5, 3);
  constexpr std::uint32_t people = people_per_block + 2;
  const Columns in = make_columns(matrix, people);
  Roster roster =
      Roster::build(
          matrix,
          {.person_ids = in.person_ids, .first = in.first, .skills = in.skills, .ranks = in.ranks})
          .roster;
  ASSERT_EQ(roster.block_count(), 2U);
  const auto find = [&roster](std::uint32_t person, std::uint32_t skill) -> std::optional<Rank> {
    const Postings postings = roster.postings(person / people_per_block, {skill});
    const auto place =
        std::ranges::lower_bound(postings.people, std::uint32_t{person % people_per_block});
    if (place == postings.people.end() || *place != person % people_per_block) return std::nullopt;
    return postings.ranks[static_cast<std::size_t>(place - postings.people.begin())];
  };
  for (std::uint32_t person = 0; person < people; person += 5) {
    for (std::uint32_t skill = 0; skill < 5; ++skill) {
      ASSERT_EQ(find(person, skill), roster.rank({person}, {skill}));
    }
  }
  EXPECT_EQ(roster.postings(1, {1}).people.size(), 1U);
  roster.set_rank({people - 1}, {1}, Rank{2});
  EXPECT_EQ(roster.postings(1, {1}).people.size(), 2U);
  EXPECT_EQ(find(people - 1, 1), Rank{2});
  const std::string last_id = "person-" + std::to_string(people - 1);
  EXPECT_EQ(roster.find_person(last_id), PersonIndex{people - 1});
  // The last block goes with its last person, and comes back.
  const std::vector<Holding> last = roster.holdings({people - 1}).skills;
  roster.remove({7});
  EXPECT_EQ(roster.find_person("person-7"), std::nullopt);
  EXPECT_EQ(roster.find_person(last_id), PersonIndex{7});
  EXPECT_EQ(roster.holdings({7}).skills, last);
  EXPECT_EQ(find(7, 1), Rank{2});
  roster.remove({people_per_block});
  EXPECT_EQ(roster.block_count(), 1U);
  roster.add("somebody", std::nullopt, last);
  EXPECT_EQ(roster.block_count(), 2U);
  EXPECT_EQ(roster.postings(1, {1}).people.size(), 1U);
  EXPECT_TRUE(roster.verify(matrix).empty());
}

TEST(Roster, TakesFourBytesARatingAtMost) {
  Dice dice(9);
  const Matrix matrix = make_matrix(1000, 5);
  constexpr std::uint32_t people = 20'000;
  std::vector<std::string> ids;
  for (std::uint32_t at = 0; at < people; ++at)
    ids.push_back("p-" + std::to_string(1'000'000 + at));
  const std::vector<std::string_view> person_ids(ids.begin(), ids.end());
  std::vector<std::uint64_t> first{0};
  std::vector<std::uint32_t> skills;
  std::vector<Rank> ranks;
  for (std::uint32_t at = 0; at < people; ++at) {
    for (std::uint32_t skill = dice.below(25); skill < 1000; skill += 25) {
      skills.push_back(skill);
      ranks.push_back(static_cast<Rank>(dice.below(6)));
    }
    first.push_back(skills.size());
  }
  const Roster roster =
      Roster::build(matrix,
                    {.person_ids = person_ids, .first = first, .skills = skills, .ranks = ranks})
          .roster;
  EXPECT_EQ(roster.rating_count(), 40 * people);
  EXPECT_LE(roster.memory_bytes(), 4 * roster.rating_count());
  EXPECT_LE(roster.index_bytes(), 4 * roster.rating_count());
}

// Changes

/// What a person might hold next.
std::map<SkillIndex, Holding> make_holdings(Dice& dice, const Matrix& matrix, bool has_positions) {
  std::map<SkillIndex, Holding> holdings;
  for (std::uint32_t skill = 0; skill < matrix.skill_count(); ++skill) {
    if (dice.one_in(2)) continue;
    Holding holding{{skill}, HoldingState::expired, 0, has_positions ? dice.below(9) : 0};
    if (!dice.one_in(4)) {
      holding.state = HoldingState::held;
      holding.rank = static_cast<Rank>(dice.below(4));
    }
    holdings[{skill}] = holding;
  }
  return holdings;
}

/// Changes something with very little memory, and where that is not enough, again: what failed has
/// changed nothing.
template <class Change>
void change_in_need(Dice& dice, Change change) {
  try {
    const allocations::Limit limit(dice.below(8));
    return change();
  } catch (const std::bad_alloc&) {
  }
  change();
}

void change(Dice& dice, const Matrix& matrix, bool has_positions, Roster& roster, Known& known) {
  const PersonIndex person = *roster.find_person(known.id);
  const SkillIndex skill{dice.below(matrix.skill_count())};
  const auto set_rank = [&](std::optional<Rank> rank) {
    change_in_need(dice, [&] { roster.set_rank(person, skill, rank); });
  };
  switch (dice.below(8)) {
    case 0: {
      known.holdings = make_holdings(dice, matrix, has_positions);
      const std::vector<Holding> holdings = list(known);
      return change_in_need(dice, [&] { roster.set_holdings(person, holdings); });
    }
    case 1:
      known.own_role_level.reset();
      if (dice.one_in(2)) known.own_role_level = RoleLevelIndex{dice.below(5)};
      return change_in_need(dice, [&] { roster.set_own_role_level(person, known.own_role_level); });
    case 2:
    case 3:
      known.holdings.erase(skill);
      return set_rank(std::nullopt);
    default:
      const auto rank = static_cast<Rank>(dice.below(4));
      known.holdings[skill] = {skill, HoldingState::held, rank, 0};
      return set_rank(rank);
  }
}

/// Adds a person with a new id, or removes one; the last one then has their place.
void add_or_remove(Dice& dice, const Matrix& matrix, bool has_positions, const std::string& id,
                   Roster& roster, std::vector<Known>& known) {
  if (known.empty() || dice.one_in(2)) {
    Known person{id, std::nullopt, make_holdings(dice, matrix, has_positions)};
    if (dice.one_in(2)) person.own_role_level = RoleLevelIndex{dice.below(5)};
    const std::vector<Holding> holdings = list(person);
    AddedPerson added;
    change_in_need(dice, [&] { added = roster.add(person.id, person.own_role_level, holdings); });
    EXPECT_EQ(added.person, PersonIndex{static_cast<std::uint32_t>(known.size())});
    known.push_back(std::move(person));
  } else {
    const std::uint32_t leaving = dice.below(static_cast<std::uint32_t>(known.size()));
    const std::string leaving_id = known[leaving].id;
    change_in_need(dice, [&] { roster.remove({leaving}); });
    known[leaving] = known.back();
    known.pop_back();
    EXPECT_EQ(roster.find_person(leaving_id), std::nullopt);
  }
}

/// What is not used by anybody is nothing.
void expect_clear_gaps(const Roster& roster) {
  std::vector<bool> is_used(roster.ranks().size());
  for (std::uint32_t person = 0; person < roster.person_count(); ++person) {
    const std::uint64_t expired =
        roster.expired_counts().empty() ? 0 : roster.expired_counts()[person];
    const auto first = is_used.begin() + static_cast<std::ptrdiff_t>(roster.first()[person]);
    std::fill_n(first, roster.counts()[person] + expired, true);
  }
  roster.visit_skills([&](auto skills) {
    for (std::size_t place = 0; place < is_used.size(); ++place) {
      ASSERT_TRUE(is_used[place] || (skills[place] == 0 && roster.ranks()[place] == 0)) << place;
    }
  });
}

/// Changes many ratings and people, and compares with what was to come of it, now and then.
void change_and_compare(std::uint32_t seed, std::uint32_t changes) {
  Dice dice(seed);
  const Matrix matrix = make_matrix(1 + dice.below(30), 3);
  RosterOptions options;
  options.index = !dice.one_in(4);
  options.rating_positions = dice.one_in(3);
  std::vector<Known> known(1 + dice.below(40));
  RosterBuilder builder(matrix, options);
  for (std::size_t at = 0; at < known.size(); ++at) {
    known[at].id = std::to_string(at);
    if (!dice.one_in(4)) {
      known[at].holdings = make_holdings(dice, matrix, options.rating_positions);
    }
    builder.add(known[at].id, std::nullopt, list(known[at]));
  }
  Roster roster = std::move(builder).finish();
  for (std::uint32_t at = 1; at <= changes; ++at) {
    if (known.empty() || dice.one_in(5)) {
      add_or_remove(dice, matrix, options.rating_positions, "new-" + std::to_string(at), roster,
                    known);
    } else {
      Known& person = known[dice.below(static_cast<std::uint32_t>(known.size()))];
      change(dice, matrix, options.rating_positions, roster, person);
    }
    if (at % (changes / 4) != 0) continue;
    expect_same(roster, known);
    expect_clear_gaps(roster);
  }
}

TEST(Roster, ChangesAreAsBuildingAnew) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) change_and_compare(seed, 40);
}

TEST(Roster, ManyChangesAreAsBuildingAnew) {
  for (std::uint32_t seed = 100; seed < 104; ++seed) change_and_compare(seed, 6000);
}

TEST(Roster, PeopleComeAndGo) {
  for (std::uint32_t seed = 200; seed < 230; ++seed) {
    Dice dice(seed);
    const Matrix matrix = make_matrix(1 + dice.below(9), 3);
    RosterOptions options;
    options.index = !dice.one_in(4);
    Roster roster = RosterBuilder(matrix, options).finish();
    std::vector<Known> known;
    for (std::uint32_t at = 0; at < 300; ++at) {
      // In waves, so that there is nobody now and then. Ids are of different lengths.
      const std::string id(1 + at % 7, static_cast<char>('a' + at % 26));
      add_or_remove(dice, matrix, false, id + std::to_string(at), roster, known);
      while (at % 100 == 99 && !known.empty()) {
        roster.remove({0});
        known.front() = known.back();
        known.pop_back();
      }
      if (at % 60 == 59) expect_same(roster, known);
    }
    expect_same(roster, known);
  }
}

/// Changes copies of a roster with more and more memory. Each is then as it was, or as it is to be.
void expect_all_or_nothing(const Roster& before, const std::vector<Known>& was,
                           const std::function<void(Roster&)>& change,
                           const std::vector<Known>& is) {
  bool has_failed = true;
  std::uint64_t most = 0;
  for (; has_failed; ++most) {
    Roster roster = before;  // Without room for more in any column.
    try {
      const allocations::Limit limit(most);
      change(roster);
      has_failed = false;
    } catch (const std::bad_alloc&) {
      expect_same(roster, was);
      expect_clear_gaps(roster);
      change(roster);
    }
    expect_same(roster, is);
    expect_clear_gaps(roster);
  }
  EXPECT_GT(most, 1U) << "nothing was allocated";
}

/// All kinds of changes of a roster of three people and three skills.
void expect_changes_all_or_nothing(const Matrix& matrix, const Roster& roster,
                                   const std::vector<Known>& known) {
  const auto held = [](std::uint32_t skill, Rank rank) {
    return std::pair(SkillIndex{skill}, Holding{{skill}, HoldingState::held, rank, 0});
  };
  const Holding expired{{1}, HoldingState::expired, 0, 0};
  const Known profile{"a-profile", RoleLevelIndex{1}, {held(0, 2), held(2, 1)}};
  const Known person{"a person whose id is long", {}, {held(0, 1), {{1}, expired}, held(2, 2)}};
  Profile newcomer = make_person(profile.id, {{.skill = "1000000", .level = "level-2"},
                                              {.skill = "1000002", .level = "level-1"},
                                              {.skill = "nonsense", .level = "level-1"}});
  newcomer.role = "role";
  newcomer.level = "level-2";
  const std::vector<Holding> holdings = list(person);
  const auto check = [&](const std::function<void(Roster&)>& change,
                         const std::function<void(std::vector<Known>&)>& know) {
    std::vector<Known> is = known;
    know(is);
    expect_all_or_nothing(roster, known, change, is);
  };
  check([&](Roster& people) { people.add(matrix, newcomer); },
        [&](auto& people) { people.push_back(profile); });
  check([&](Roster& people) { people.add(person.id, {}, holdings); },
        [&](auto& people) { people.push_back(person); });
  check([](Roster& people) { people.remove({0}); },
        [](auto& people) {
          people[0] = people[2];
          people.pop_back();
        });
  check([](Roster& people) { people.remove({2}); }, [](auto& people) { people.pop_back(); });
  check([&](Roster& people) { people.set_holdings({1}, holdings); },
        [&](auto& people) { people[1].holdings = person.holdings; });
  check([](Roster& people) { people.set_rank({0}, {2}, Rank{2}); },
        [&](auto& people) { people[0].holdings.insert(held(2, 2)); });
  check([](Roster& people) { people.set_rank({0}, {0}, std::nullopt); },
        [](auto& people) { people[0].holdings.erase(SkillIndex{0}); });
}

TEST(Roster, ChangesThatFailChangeNothing) {
  Framework framework = make_framework(3, 2);
  framework.roles.push_back({.id = "role", .ladder = "scale"});
  for (const char* const level : {"level-1", "level-2"}) {
    framework.expectations.push_back({.role = "role", .level = level, .skill = "1000000"});
  }
  const Matrix matrix = *Matrix::build(framework);
  const Holding first{{0}, HoldingState::held, 1, 0};
  const Holding last{{2}, HoldingState::held, 2, 0};
  const std::vector<Known> known{{"ann", RoleLevelIndex{0}, {{{0}, first}}},
                                 {"bob", {}, {{{2}, last}}},
                                 {"eve", {}, {{{0}, first}, {{2}, last}}}};
  const std::string file = testing::TempDir() + "skillmatrix_roster_test_changes.skr";
  for (const bool has_index : {false, true}) {
    RosterBuilder builder(matrix, {.index = has_index});
    for (const Known& person : known) builder.add(person.id, person.own_role_level, list(person));
    const Roster roster = std::move(builder).finish();
    expect_changes_all_or_nothing(matrix, roster, known);
    ASSERT_TRUE(roster.save(file).empty());
    expect_changes_all_or_nothing(matrix, *Roster::open(matrix, file), known);
  }
  std::filesystem::remove(file);
}

TEST(Roster, AddingOneByOneIsBuilding) {
  const Matrix matrix = *Matrix::build(small::framework());
  std::vector<Profile> people{
      make_person("ann", {small::rating("python", "expert"), small::rating("pyton", "expert"),
                          small::rating("bert", "expart")}),
      make_person("", {small::rating("python", "aware")}), make_person("bob"),
      make_person("ann", {small::rating("python", "aware"), small::rating("bert", "aware")})};
  people[0].role = "nlp";
  people[0].level = "senior";
  people[2].role = "npl";
  people[3].role = "npl";
  RosterOptions options;
  options.ratings.policy = RatingPolicy::lowest;
  RosterBuilder builder(matrix, options);
  Roster roster = RosterBuilder(matrix, options).finish();
  for (const Profile& person : people) {
    const AddedPerson built = builder.add(person);
    const AddedPerson added = roster.add(matrix, person);
    EXPECT_EQ(added.person, built.person);
    EXPECT_EQ(added.rejected_ratings, built.rejected_ratings);
    EXPECT_EQ(lines_of(added.diagnostics), lines_of(built.diagnostics));
  }
  expect_same(roster, known_of(matrix, {people[0], people[2]}, options));
  expect_same(std::move(builder).finish(), known_of(matrix, {people[0], people[2]}, options));
}

TEST(Roster, ManyChangesDoNotFillTheMemory) {
  const Matrix matrix = make_matrix(50, 3);
  RosterBuilder builder(matrix);
  for (int at = 0; at < 20; ++at) builder.add(std::to_string(at), std::nullopt, {});
  Roster roster = std::move(builder).finish();
  std::size_t most = 0;
  for (std::uint32_t at = 0; at < 20'000; ++at) {
    roster.set_rank({at % 20}, {at / 20 % 50},
                    at / 1000 % 2 == 0 ? std::optional<Rank>(1) : std::nullopt);
    most = std::max(most, roster.memory_bytes() + roster.index_bytes());
  }
  EXPECT_LE(most, 40'000U);
  for (std::uint32_t at = 0; at < 20'000; ++at) {
    roster.remove({at % 20});
    roster.add("person-" + std::to_string(at), std::nullopt,
               std::vector<Holding>{{{at % 50}, HoldingState::held, 1, 0}});
    most = std::max(most, roster.memory_bytes() + roster.index_bytes());
  }
  EXPECT_LE(most, 40'000U);
}

TEST(Roster, AProfileReplacesWhatWasKnown) {
  Dice dice(11);
  const Framework framework = generated::make_framework(dice);
  const Matrix matrix = *Matrix::build(framework);
  RosterOptions options;
  options.ratings.as_of = parse_date("2026-03-02");
  std::vector<Profile> people = make_people(dice, framework, 20);
  Roster roster = Roster::build(matrix, people, options).roster;
  for (int round = 0; round < 20; ++round) {
    Profile& person = people[dice.below(20)];
    person.ratings = generated::make_person(dice, framework, person.id).ratings;
    Holdings holdings = resolve_ratings(matrix, person, roster.rating_options());
    for (Holding& holding : holdings.skills) holding.rating = 0;
    roster.set_holdings(*roster.find_person(person.id), holdings.skills);
  }
  expect_same(roster, known_of(matrix, people, options));
}

TEST(Roster, ACopyIsIndependentAndAMoveKeepsViews) {
  const Matrix matrix = make_matrix(3, 2);
  const std::vector<Known> known{{"ann", {}, {{{1}, {{1}, HoldingState::held, 2, 0}}}}};
  RosterBuilder builder(matrix);
  builder.add("ann", std::nullopt, list(known[0]));
  Roster roster = std::move(builder).finish();
  Roster copy = roster;
  copy.set_rank({0}, {2}, Rank{1});
  expect_same(roster, known);
  const Rank* const ranks = roster.ranks().data();
  const std::string_view id = roster.person_id({0});
  const Roster moved = std::move(roster);
  EXPECT_EQ(moved.ranks().data(), ranks);
  EXPECT_EQ(moved.person_id({0}).data(), id.data());
  expect_same(moved, known);
}

TEST(Roster, ThreadsReadOne) {
  Dice dice(13);
  const Framework framework = generated::make_framework(dice);
  const Matrix matrix = *Matrix::build(framework);
  const std::vector<Profile> people = make_people(dice, framework, 30);
  const Roster roster = Roster::build(matrix, people).roster;
  const std::vector<Known> known = known_of(matrix, people);
  std::vector<std::thread> threads;
  for (int at = 0; at < 4; ++at) threads.emplace_back([&] { expect_same(roster, known); });
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace skillmatrix
