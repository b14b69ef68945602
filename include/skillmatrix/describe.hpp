// The descriptions of the model, for reflection. Opt-in: needs Boost.Describe's headers.
//
// This is the single source for reading, writing, JSON Schema, structural walks and the tables in
// the reference. A new member is one name in one list here; canonical JSON has this order.
#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <cstdint>
#include <string_view>

#include "skillmatrix/framework.hpp"
#include "skillmatrix/profile.hpp"

namespace skillmatrix {

BOOST_DESCRIBE_ENUM(Direction, ltr, rtl)
BOOST_DESCRIBE_ENUM(CategoryKind, domain, group, family)
BOOST_DESCRIBE_ENUM(SkillStatus, active, draft, deprecated)
BOOST_DESCRIBE_ENUM(RelationKind, broader, narrower, related)
BOOST_DESCRIBE_ENUM(Necessity, required, optional)
BOOST_DESCRIBE_ENUM(RatingSource, self, peer, manager, test, certificate)

BOOST_DESCRIBE_STRUCT(TextOrigin, (), (hash, version, updated))
BOOST_DESCRIBE_STRUCT(Translation, (), (value, dir, version, updated, source))
BOOST_DESCRIBE_STRUCT(Level, (), (id, title, label, description, value, extensions))
BOOST_DESCRIBE_STRUCT(Scale, (), (id, title, description, levels, extensions))
BOOST_DESCRIBE_STRUCT(Category, (), (id, kind, parents, title, description, extensions))
BOOST_DESCRIBE_STRUCT(SkillLevel, (), (level, description))
BOOST_DESCRIBE_STRUCT(Prerequisite, (), (skill, level))
BOOST_DESCRIBE_STRUCT(Relation, (), (kind, skill))
BOOST_DESCRIBE_STRUCT(ExternalReference, (), (scheme, id, uri))
BOOST_DESCRIBE_STRUCT(Skill, (),
                      (id, title, summary, aliases, categories, scale, levels, requires_, related,
                       external, status, replaced_by, updated, extensions))
BOOST_DESCRIBE_STRUCT(RoleLevel, (), (level, focus))
BOOST_DESCRIBE_STRUCT(Role, (), (id, title, summary, categories, ladder, levels, extensions))
BOOST_DESCRIBE_STRUCT(Requirement, (), (necessity, level, weight))
BOOST_DESCRIBE_STRUCT(Expectation, (), (role, level, skill, requirement, description, extensions))
BOOST_DESCRIBE_STRUCT(Framework, (),
                      (schema, id, version, updated, default_locale, fallbacks, title, summary,
                       license, source, scales, categories, skills, roles, expectations,
                       extensions))
BOOST_DESCRIBE_STRUCT(Evidence, (), (uri, note))
BOOST_DESCRIBE_STRUCT(Rating, (),
                      (skill, level, source, confidence, assessed, expires, evidence, extensions))
BOOST_DESCRIBE_STRUCT(Profile, (), (schema, id, name, role, level, ratings, extensions))

/// The members that a document must have. All others may be left out, and then have the value of
/// a default-constructed object.
template <class T>
inline constexpr std::array<std::string_view, 0> required_members{};
template <>
inline constexpr std::array<std::string_view, 1> required_members<Translation>{"value"};
template <>
inline constexpr std::array<std::string_view, 1> required_members<Level>{"id"};
template <>
inline constexpr std::array<std::string_view, 2> required_members<Scale>{"id", "levels"};
template <>
inline constexpr std::array<std::string_view, 1> required_members<Category>{"id"};
template <>
inline constexpr std::array<std::string_view, 1> required_members<SkillLevel>{"level"};
template <>
inline constexpr std::array<std::string_view, 1> required_members<Prerequisite>{"skill"};
template <>
inline constexpr std::array<std::string_view, 2> required_members<Relation>{"kind", "skill"};
template <>
inline constexpr std::array<std::string_view, 2> required_members<ExternalReference>{"scheme",
                                                                                     "id"};
template <>
inline constexpr std::array<std::string_view, 2> required_members<Skill>{"id", "scale"};
template <>
inline constexpr std::array<std::string_view, 1> required_members<RoleLevel>{"level"};
template <>
inline constexpr std::array<std::string_view, 2> required_members<Role>{"id", "ladder"};
template <>
inline constexpr std::array<std::string_view, 1> required_members<Requirement>{"necessity"};
template <>
inline constexpr std::array<std::string_view, 4> required_members<Expectation>{
    "role", "level", "skill", "requirement"};
template <>
inline constexpr std::array<std::string_view, 2> required_members<Framework>{"schema", "id"};
template <>
inline constexpr std::array<std::string_view, 2> required_members<Rating>{"skill", "level"};
template <>
inline constexpr std::array<std::string_view, 2> required_members<Profile>{"schema", "id"};

/// The members that name a thing to people, in any type: one line each.
inline constexpr std::array<std::string_view, 4> naming_members{"title", "label", "aliases",
                                                                "name"};
/// The plain strings that people read. All other plain strings are for programs: ids, references,
/// tags, addresses; those are compared byte by byte, and never normalized.
inline constexpr std::array<std::string_view, 1> plain_prose_members{"note"};

/// Bounds of a whole number that are narrower than those of its type, both inclusive.
struct Bounds {
  std::string_view member;
  std::uint64_t least;
  std::uint64_t most;
};
template <class T>
inline constexpr std::array<Bounds, 0> bounds{};
template <>
inline constexpr std::array<Bounds, 1> bounds<Level>{{{"value", 1, UINT32_MAX}}};
template <>
inline constexpr std::array<Bounds, 1> bounds<Requirement>{{{"weight", 1, UINT16_MAX}}};
template <>
inline constexpr std::array<Bounds, 1> bounds<Rating>{{{"confidence", 0, 100}}};

}  // namespace skillmatrix
