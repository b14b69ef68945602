#!/usr/bin/env python3
"""Profiles in Python."""
import unittest

from support import EXAMPLES
from skillmatrix import FileError, InputError, Profile, Profiles

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


if __name__ == "__main__":
    unittest.main()
