#include "skillmatrix/validate_profile.hpp"

#include <gtest/gtest.h>

#include "skillmatrix/matrix.hpp"

namespace skillmatrix {
namespace {

using Lines = std::vector<std::string>;

Matrix matrix() {
  Framework framework;
  framework.id = "test";
  framework.scales.resize(2);
  framework.scales[0].id = "seniority";
  framework.scales[0].levels.resize(2);
  framework.scales[0].levels[0].id = "junior";
  framework.scales[0].levels[1].id = "senior";
  framework.scales[1].id = "proficiency";
  framework.scales[1].levels.resize(2);
  framework.scales[1].levels[0].id = "basic";
  framework.scales[1].levels[1].id = "working";
  framework.skills.resize(1);
  framework.skills[0].id = "python";
  framework.skills[0].scale = "proficiency";
  framework.roles.resize(1);
  framework.roles[0].id = "engineer";
  framework.roles[0].ladder = "seniority";
  framework.roles[0].levels = {{"junior", {}}};
  framework.expectations.resize(1);
  framework.expectations[0].role = "engineer";
  framework.expectations[0].level = "junior";
  framework.expectations[0].skill = "python";
  return *Matrix::build(framework);
}

Profile good() {
  Profile profile;
  profile.id = "p-001";
  profile.role = "engineer";
  profile.level = "junior";
  profile.ratings.resize(2);
  profile.ratings[0].skill = "python";
  profile.ratings[0].level = "working";
  profile.ratings[0].confidence = std::uint8_t{100};
  profile.ratings[0].assessed = parse_date("2026-02-01");
  profile.ratings[0].expires = parse_date("2026-02-01");
  profile.ratings[1].skill = "python";
  return profile;
}

Lines found(const Profile& profile) {
  Lines lines;
  for (const Diagnostic& diagnostic : validate(profile, matrix())) {
    lines.push_back(to_string(diagnostic.code) + " " + diagnostic.pointer + " " +
                    diagnostic.suggestion);
  }
  return lines;
}

TEST(ValidateProfile, AGoodProfileHasNoFindings) { EXPECT_EQ(found(good()), Lines{}); }

TEST(ValidateProfile, Document) {
  Profile profile = good();
  profile.schema = "skillmatrix.framework/1";
  profile.id.clear();
  profile.name = "\xFF";
  EXPECT_EQ(found(profile), (Lines{"SKM1015 /schema ", "SKM3001 /id ", "SKM1002 /name "}));
}

TEST(ValidateProfile, RoleAndLevel) {
  Profile profile = good();
  profile.role = "enginer";
  EXPECT_EQ(found(profile), Lines{"SKM3003 /role engineer"});
  profile = good();
  profile.level = "juniro";
  EXPECT_EQ(found(profile), Lines{"SKM3008 /level junior"});
  profile.level = "senior";  // On the ladder, but not a rung of this role.
  EXPECT_EQ(found(profile), Lines{"SKM3009 /level "});
}

TEST(ValidateProfile, Ratings) {
  Profile profile = good();
  profile.ratings[0].level = "workin";
  profile.ratings[0].confidence = std::uint8_t{101};
  profile.ratings[0].expires = parse_date("2026-01-31");
  profile.ratings[1].skill = "pyhton";
  EXPECT_EQ(found(profile),
            (Lines{"SKM3008 /ratings/0/level working", "SKM1013 /ratings/0/confidence ",
                   "SKM3024 /ratings/0/expires ", "SKM3003 /ratings/1/skill python"}));
}

TEST(ValidateProfile, UnsafeCharacters) {
  Profile profile = good();
  profile.id = "p\u202E001";
  profile.name = "Zo\u200B\u00EB";
  EXPECT_EQ(found(profile), (Lines{"SKM3026 /id ", "SKM3027 /name "}));
}

}  // namespace
}  // namespace skillmatrix
