#!/usr/bin/env python3
"""Profiles in Python."""
import json
import unittest

from support import EXAMPLES
from skillmatrix import (FileError, Framework, InputError, Limits, Matrix, Profile, Profiles, Rating, UsageError,
                         profile_schema)

PERSON = EXAMPLES / "people/li-wenqing.json"
PEOPLE = EXAMPLES / "people.ndjson"


class ProfileTest(unittest.TestCase):
    def test_writes_what_it_reads(self):
        json = PERSON.read_text(encoding="utf-8")
        for profile in (Profile.load(PERSON), Profile(json), Profile(json.encode())):
            self.assertEqual(profile.to_json(), json)
            self.assertEqual((profile.id, profile.name, profile.role, profile.level),
                             ("p-003", "Li Wenqing", "data-scientist", "senior"))
            self.assertGreater(profile.rating_count, 5)
            self.assertEqual(profile.diagnostics, ())

    def test_raises_all_findings(self):
        with self.assertRaises(InputError) as raised:
            Profile('{"id": "p", "ratngs": []}')
        self.assertIn("unknown_member", [each.name for each in raised.exception.diagnostics])
        with self.assertRaises(FileError):
            Profile.load("/nowhere/at all.json")

    def test_without_a_role_has_none(self):
        profile = Profile('{"schema": "skillmatrix.profile/1", "id": "p", "name": "P"}')
        self.assertEqual((profile.role, profile.level), (None, None))


class ProfilesTest(unittest.TestCase):
    def test_are_a_sequence(self):
        ndjson = PEOPLE.read_text(encoding="utf-8")
        profiles = Profiles.load(PEOPLE)
        self.assertEqual(profiles.to_ndjson(), ndjson)
        self.assertEqual(Profiles(ndjson).to_ndjson(), ndjson)
        self.assertEqual([each.to_json(compact=True) for each in profiles], ndjson.splitlines())
        self.assertEqual(profiles[-1].id, profiles[len(profiles) - 1].id)
        self.assertEqual([each.id for each in profiles[1:3]], [profiles[1].id, profiles[2].id])
        with self.assertRaises(IndexError):
            profiles[len(profiles)]

    def test_bad_lines_do_not_stop_the_others(self):
        good = PEOPLE.read_text(encoding="utf-8").splitlines()
        profiles = Profiles("\n".join([good[0], "{}", "", good[1]]))
        self.assertEqual((len(profiles), profiles.rejected), (2, 1))
        self.assertEqual([profiles.line(at) for at in (0, 1, -1)], [1, 4, 4])
        self.assertEqual({each.line for each in profiles.diagnostics}, {2})

    def test_one_of_them_keeps_all(self):
        profile = Profiles.load(PEOPLE)[0]
        self.assertEqual(profile.id, "p-001")
        with Profiles.load(PEOPLE) as profiles:
            profile = profiles[0]
        with self.assertRaisesRegex(ValueError, "this Profiles is closed"):
            profile.to_json()

class TablesTest(unittest.TestCase):
    def test_ratings_go_out_and_in(self):
        people = Profiles.load(PEOPLE)
        for none in ("none", "-"):
            back = Profiles.from_csv(people.to_csv(none), none=none)
            self.assertEqual(back.to_ndjson(), people.to_ndjson())
            self.assertEqual(back.line(0), 2)
        with self.assertRaises(UsageError):
            people.to_csv("working")
        table = "who,what,how\np,sql,low\n,sql,low\n"
        people = Profiles.from_csv(table, columns={"person": "who", "skill": "what", "rating": "how"})
        self.assertEqual((len(people), people.rejected, len(people.diagnostics)), (1, 1, 1))
        people = Profiles.from_csv("Person;Skill;Rating\np;sql;low\n", delimiter=";")
        self.assertEqual((len(people), people.diagnostics), (1, ()))

    def test_lists_are_made_of_profiles(self):
        people = Profiles.load(PEOPLE)
        self.assertEqual(Profiles.of(reversed(list(people))).to_ndjson().splitlines(),
                         people.to_ndjson().splitlines()[::-1])
        self.assertEqual(len(Profiles.of([])), 0)


class CheckTest(unittest.TestCase):
    def test_suggests_what_was_meant(self):
        profile = Profile('{"schema": "skillmatrix.profile/1", "id": "p", "name": "P",'
                          '"ratings": [{"skill": "pyton", "level": "working"}]}')
        findings = profile.validate(Matrix(Framework.load(EXAMPLES / "ai-engineering.json")))
        self.assertEqual([(each.pointer, each.suggestion) for each in findings], [("/ratings/0/skill", "python")])
        with self.assertRaises(TypeError):
            profile.validate(None)

    def test_has_a_schema(self):
        self.assertIn("json-schema.org", json.loads(profile_schema())["$schema"])

    def test_reads_within_limits(self):
        with self.assertRaises(InputError) as raised:
            Profile.load(PERSON, limits=Limits(max_bytes=10))
        self.assertEqual(raised.exception.diagnostics[0].name, "too_large")
        self.assertEqual(Profiles.load(PEOPLE, limits=Limits(max_bytes=10)).diagnostics[0].name, "too_large")
        with self.assertRaises(ValueError):
            Profile("{}", limits=Limits(max_depth=0))

class RatingTest(unittest.TestCase):
    def test_are_as_they_are_written(self):
        document = json.loads((EXAMPLES / "people/amara-diallo.json").read_text(encoding="utf-8"))
        ratings = Profile(json.dumps(document)).ratings
        self.assertEqual(len(ratings), len(document["ratings"]))
        for rating, written in zip(ratings, document["ratings"]):
            self.assertEqual((rating.skill, rating.level, rating.source, rating.confidence),
                             tuple(written.get(name) for name in ("skill", "level", "source", "confidence")))
            for name in ("assessed", "expires"):
                day = getattr(rating, name)
                self.assertEqual(day and day.isoformat(), written.get(name))
            self.assertEqual([(each.uri, each.note) for each in rating.evidence],
                             [(each.get("uri", ""), each.get("note", ""))
                              for each in written.get("evidence", ())])

    def test_may_be_of_none(self):
        profile = Profile('{"schema": "skillmatrix.profile/1", "id": "p", "name": "P", '
                          '"ratings": [{"skill": "sql", "level": null}]}')
        self.assertEqual(profile.ratings, (Rating("sql", None, None, None, None, None, ()),))


if __name__ == "__main__":
    unittest.main()
