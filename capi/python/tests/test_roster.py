#!/usr/bin/env python3
"""Rosters in Python."""
import array
import ctypes
import datetime
import json
import tempfile
import unittest
from pathlib import Path

from support import EXAMPLES, SAMPLE, People
from skillmatrix import (Framework, InputError, Limits, Matrix, NotFoundError, Profile, Profiles, RoleLevel, Roster,
                         RosterOptions, UsageError, _abi)

NDJSON = (EXAMPLES / "people.ndjson").read_text(encoding="utf-8")


class RosterTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.matrix = Matrix(Framework.load(SAMPLE))

    def setUp(self):
        self.roster = Roster.from_ndjson(self.matrix, NDJSON)

    def test_ranks_are_those_of_the_profiles(self):
        levels = {each["id"]: rank for scale in json.loads(SAMPLE.read_text(encoding="utf-8"))["scales"]
                  for rank, each in enumerate(scale["levels"], 1)}
        for policy, choose in (("highest", max), ("lowest", min)):
            roster = Roster(self.matrix, Profiles(NDJSON), RosterOptions(policy=policy))
            for person, line in zip(roster.people, NDJSON.splitlines()):
                ranks = {}
                for rating in json.loads(line).get("ratings", []):
                    ranks.setdefault(rating["skill"], []).append(levels.get(rating.get("level"), 0))
                expected = {skill: choose(each) for skill, each in ranks.items()}
                self.assertEqual({each.skill.id: each.rank for each in roster.holdings(person)}, expected)
                for skill in self.matrix.skills:
                    self.assertEqual(roster.rank(person, skill), expected.get(skill.id))

    def test_people_are_items(self):
        people = self.roster.people
        self.assertEqual(len(self.roster), 6)
        self.assertEqual([each.id for each in people], [json.loads(line)["id"] for line in NDJSON.splitlines()])
        self.assertEqual(people["p-003"], people[2])
        self.assertIn("p-003", people)
        with self.assertRaises(NotFoundError):
            people["nobody"]
        level = self.roster.own_role_level(people["p-003"])
        self.assertEqual((level.role.id, level.id), ("data-scientist", "senior"))
        self.assertEqual(self.roster.source(people[2]), 3)

    def test_is_an_answer_for_one_day(self):
        skill = self.matrix.skills["model-evaluation"]
        for day, rank in ((31, 3), (1, None)):
            as_of = datetime.date(2026, 5 if day == 31 else 6, day)
            roster = Roster.from_ndjson(self.matrix, NDJSON, RosterOptions(as_of=as_of))
            self.assertEqual(roster.rank(roster.people["p-003"], skill), rank)
            self.assertEqual([each.is_expired for each in roster.holdings(roster.people["p-003"])
                              if each.skill == skill], [rank is None])

    def test_changes(self):
        person, skill = self.roster.people["p-004"], self.matrix.skills["sql"]
        for rank in (2, 0, None):
            self.roster.set_rank(person, skill, rank)
            self.assertEqual(self.roster.rank(person, skill), rank)
        with self.assertRaises(NotFoundError):
            self.roster.set_rank(person, skill, 5)
        for rank in (-1, 2**32 - 1, 2**32):
            with self.assertRaises(ValueError):
                self.roster.set_rank(person, skill, rank)
        for level in (None, self.matrix.role_levels[3]):
            self.roster.set_own_role_level(person, level)
            self.assertEqual(self.roster.own_role_level(person), level)

    def test_counts_what_it_cannot_take(self):
        roster = Roster.from_ndjson(self.matrix, NDJSON + NDJSON.splitlines()[0] + "\n{}\n")
        self.assertEqual((len(roster), roster.rejected_people), (6, 2))
        self.assertGreater(roster.rejected_ratings, 0)
        self.assertIn("duplicate_id", {each.name for each in roster.diagnostics})

    def test_reads_tables(self):
        roster = Roster.from_csv(self.matrix, "wer,skill,rating\na,sql,working\nb,sql,-\na,sql2,x\n", none="-",
                                 columns={"person": "wer", "skill": "skill", "rating": "rating"})
        sql = self.matrix.skills["sql"]
        self.assertEqual([roster.rank(each, sql) for each in roster.people], [2, 0])
        self.assertEqual(roster.rejected_ratings, 1)
        self.assertEqual([roster.source(each) for each in roster.people], [2, 3])

    def test_columns_give_the_same(self):
        people = list(self.roster.people)
        rows = [(person, each) for person in people for each in self.roster.holdings(person)]
        levels = [self.roster.own_role_level(each) for each in people]
        first = [0]
        for person in people:
            first.append(first[-1] + len(self.roster.holdings(person)))
        common = {"person_ids": [each.id for each in people],
                  "own_role_levels": [2**32 - 1 if each is None else each.index for each in levels]}
        names = [None, "awareness", "working", "advanced", "expert"]
        skills = array.array("I", [each.skill.index for _, each in rows])
        ranks = array.array("B", [each.rank for _, each in rows])
        ways = [
            dict(first=first, skills=skills, ranks=memoryview(ranks)),
            dict(people=[person.index for person, _ in rows], skills=array.array("q", skills),
                 ranks=ranks.tolist()),
            dict(people=(ctypes.c_int64 * len(rows))(*[person.index for person, _ in rows]),
                 skills=(ctypes.c_uint32 * len(rows))(*skills),
                 ranks=memoryview(bytes(each for rank in ranks for each in (rank, 0)))[::2]),
            dict(people=array.array("L", [person.index for person, _ in rows]),
                 skill_ids=[each.skill.id for _, each in rows],
                 level_ids=[names[each.rank] or "" for _, each in rows],
                 none=[each.rank == 0 for _, each in rows])]
        for way in ways:
            roster = Roster.from_columns(self.matrix, **common, **way)
            self.assertEqual(roster.rejected_ratings, 0)
            self.assertEqual([roster.own_role_level(each) for each in roster.people], levels)
            self.assertEqual([(each.id, roster.holdings(each)) for each in roster.people],
                             [(each.id, self.roster.holdings(each)) for each in people])
        roster = Roster.from_columns(self.matrix, skills=skills, ranks=ranks,
                                     people_by_id=[person.id for person, _ in rows])
        self.assertEqual(len(roster), len({person for person, _ in rows}))
        roster = Roster.from_columns(self.matrix, person_ids=["b", "a"], people_by_id=["a", "c", "b"],
                                     skills=[0, 0, 0], ranks=[1, 1, 2])
        self.assertEqual([roster.rank(each, self.matrix.skills[0]) for each in roster.people], [2, 1])
        self.assertEqual([each.name for each in roster.diagnostics], ["unknown_person"])

    def test_columns_have_to_go_together(self):
        for wrong, kind in ((dict(person_ids=["a"], skills=[0], ranks=[1], first=[0]), ValueError),
                            (dict(person_ids=["a"], skills=[0], ranks=[1, 2], people=[0]), ValueError),
                            (dict(people_by_id=["a", "b"], skills=[0], ranks=[1]), ValueError),
                            (dict(person_ids=["a"], skills=[0], ranks=[1], people=[0], people_by_id=["a"]), InputError),
                            (dict(people_by_id=["a"] * 9, skills=[0] * 9, skill_ids=["b"], ranks=[1] * 9), ValueError),
                            (dict(people_by_id=["a"] * 2, skills=memoryview(bytes(16)).cast("I", (2, 2)),
                                  ranks=[1] * 2), ValueError),
                            (dict(person_ids=["a"], skills=[0], people=[0]), InputError),
                            (dict(person_ids=["a"], skills=[2**32], ranks=[1], people=[0]), OverflowError)):
            with self.assertRaises(kind):
                Roster.from_columns(self.matrix, **wrong)
        class Column(list):
            def __bool__(self):
                raise ValueError("ambiguous, as numpy has it")
        roster = Roster.from_columns(self.matrix, person_ids=Column(["a", "b", "a"]), people=[0, 1, 7],
                                     skills=[0, 999, 0], ranks=[1, 1, 1])
        self.assertEqual((len(roster), roster.rejected_people, roster.rejected_ratings), (2, 1, 2))

    def test_columns_may_be_anything_that_gives_items(self):
        class Series(list):
            """As pandas has it."""
            def __bool__(self):
                raise ValueError("the truth value of a series is ambiguous")

        class InMemory(Series):
            def __array__(self):
                return array.array("I", self)

        class Indexed:
            def __init__(self, items):
                self.items = items

            def __getitem__(self, at):
                return self.items[at]

        python = self.matrix.skills["python"]
        for make in (tuple, iter, Series, InMemory, Indexed, lambda items: (each for each in items)):
            texts = Series if make is InMemory else make
            roster = Roster.from_columns(self.matrix, person_ids=texts(["a", "b"]), people=make([1, 0]),
                                         skills=make([python.index] * 2), ranks=make([3, 0]))
            self.assertEqual([roster.rank(each, python) for each in roster.people], [0, 3])
            roster = Roster.from_columns(self.matrix, people_by_id=texts(["a", "b"]), skill_ids=texts(["python"] * 2),
                                         level_ids=texts(["working", "expert"]), none=make([0, 1]))
            self.assertEqual([roster.rank(each, python) for each in roster.people], [2, 0])

    def test_columns_say_what_is_wrong_where(self):
        rating = dict(people_by_id=["a", "b"], skill_ids=["sql", "sql"], ranks=[1, 1])
        number = "^expected a whole number in row 1 of ranks, not "
        for column, kind, message in (
                (dict(level_ids=["working", None], ranks=None), TypeError,
                 "^expected a text in row 1 of level_ids, not NoneType$"),
                (dict(people_by_id=["a", 1]), TypeError, "^expected a text in row 1 of people_by_id, not int$"),
                (dict(people_by_id=["a", "\ud800"]), ValueError,
                 "^expected a text of Unicode in row 1 of people_by_id, not '.ud800'$"),
                (dict(people_by_id="ab"), TypeError, "^expected a column in people_by_id, not str$"),
                (dict(ranks="12"), TypeError, "^expected a column in ranks, not str$"),
                (dict(ranks=1), TypeError, "^expected a column in ranks, not int$"),
                (dict(ranks=[1, -1]), OverflowError,
                 "^expected a whole number from 0 to 255 in row 1 of ranks, not -1$"),
                (dict(ranks=array.array("q", [1, 2**33])), OverflowError, "from 0 to 255 in row 1 of ranks, not 8589934592$"),
                (dict(ranks=[1, None]), TypeError, number + "NoneType$"),
                (dict(ranks=[1, 1.0]), TypeError, number + r'float: data frames .*astype\("UInt8"\)$'),
                (dict(ranks=array.array("d", [1, 1])), TypeError, "in row 0 of ranks, not float: data frames"),
                (dict(ranks=memoryview(bytes(4)).cast("B", (2, 2))), ValueError, "^ranks has 2 dimensions, not one$"),
                (dict(ranks=[1]), ValueError, "^ranks has 1 elements, not 2$"),
                (dict(people_by_id=None), ValueError, "^nothing says whose the ratings are: expected people_by_id,")):
            with self.subTest(column=column), self.assertRaisesRegex(kind, message):
                Roster.from_columns(self.matrix, **{**rating, **column})

    def test_role_levels_of_columns_are_told_in_any_way(self):
        level = self.matrix.role_level("data-scientist", "senior")
        own = [None, level, ("data-scientist", "senior"), level.index, 2**32 - 1]
        for column in (own, tuple(own), iter(own)):
            roster = Roster.from_columns(self.matrix, person_ids="abcde".__iter__(), own_role_levels=column)
            self.assertEqual([roster.own_role_level(each) for each in roster.people],
                             [None, level, level, level, None])
        for wrong, kind, message in (
                (-1, OverflowError, "or a number from 0 to 4294967295 in row 0 of own_role_levels, not -1$"),
                (2**33, OverflowError, "in row 0 of own_role_levels, not 8589934592$"),
                ("senior", TypeError, "^expected None, a RoleLevel, a pair .* in row 0 of own_role_levels, not str$"),
                (("senior",), TypeError, "in row 0 of own_role_levels, not tuple$"),
                (("data-scientist", "senor"), NotFoundError, "^row 0 of own_role_levels: the role .* has no "),
                (RoleLevel(0, level.role, level.id), NotFoundError, "^row 0 of own_role_levels: here, role level 0 is")):
            with self.subTest(wrong=wrong), self.assertRaisesRegex(kind, message):
                Roster.from_columns(self.matrix, person_ids=["a"], own_role_levels=[wrong])

    def test_is_saved_and_opened(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "größe.skr"
            self.roster.save(path)
            opened = Roster.open(self.matrix, path, verify=True)
            self.assertEqual([opened.holdings(each) for each in opened.people],
                             [self.roster.holdings(each) for each in self.roster.people])
            self.assertTrue(opened.fits(self.matrix))
            document = json.loads(SAMPLE.read_text(encoding="utf-8"))
            document["skills"].append({**document["skills"][0], "id": "a-new-one"})
            for each in ("names", "title"):
                document["skills"][-1].pop(each, None)
            other = Matrix(Framework(json.dumps(document)))
            self.assertFalse(opened.fits(other))
            with self.assertRaises(InputError) as raised:
                Roster.open(other, path)
            self.assertEqual(raised.exception.status, _abi.SKM_ERR_OTHER_MATRIX)

    def test_refuses_options_that_cannot_be(self):
        with self.assertRaises(ValueError):
            Roster.from_ndjson(self.matrix, NDJSON, RosterOptions(policy="best"))
        with self.assertRaises(UsageError):
            Roster.from_ndjson(self.matrix, NDJSON, RosterOptions(min_confidence=101))

class ChangesTest(unittest.TestCase):
    def setUp(self):
        self.matrix = Matrix(Framework.load(SAMPLE))
        self.profiles = Profiles(NDJSON)
        self.roster = Roster(self.matrix, self.profiles)

    def known(self, roster):
        """All that a roster says, by id."""
        return {person.id: (roster.own_role_level(person), roster.holdings(person)) for person in roster.people}

    def test_is_built_of_any_profiles(self):
        for people in (list(self.profiles), iter(self.profiles), tuple(self.profiles)):
            self.assertEqual(self.known(Roster(self.matrix, people)), self.known(self.roster))
        self.assertEqual(len(Roster(self.matrix)), 0)

    def test_people_come_and_go(self):
        changed = Roster(self.matrix)
        for number, profile in enumerate(self.profiles):
            added = changed.add(profile)
            self.assertEqual((added.person.index, added.person.id, added.diagnostics), (number, profile.id, ()))
        self.assertEqual(self.known(changed), self.known(self.roster))
        with self.assertRaises(InputError) as raised:
            changed.add(self.profiles[0])
        self.assertEqual(raised.exception.diagnostics[0].name, "duplicate_id")
        first, last = changed.people[0], changed.people[-1]
        seen = []
        for each in changed.people:  # As a list does, it ends where the people end.
            seen.append(each.id)
            if each == first:
                changed.remove(first)
        self.assertEqual(seen, [first.id, *(each.id for each in changed.people[1:])])
        self.assertNotIn(first.id, changed.people)
        self.assertEqual(changed.people[0].id, last.id)
        level = self.matrix.role_level("data-scientist", "senior")
        ranks = {self.matrix.skills["python"]: 3, self.matrix.skills["data-annotation"]: 0}
        person = changed.add_person("new", level, ranks)
        self.assertEqual(changed.own_role_level(person), level)
        self.assertEqual({each.skill: each.rank for each in changed.holdings(person)}, ranks)
        self.assertIsNone(changed.own_role_level(changed.add_person("nobody knows")))

    def test_is_told_what_is_known(self):
        person = self.roster.people["p-003"]
        skill = self.matrix.skills["python"]
        self.roster.set_holdings(person, {skill: 2})
        self.assertEqual([(each.skill, each.rank) for each in self.roster.holdings(person)], [(skill, 2)])
        expected = self.known(Roster(self.matrix, self.profiles))["p-003"]
        self.assertEqual(self.roster.set_ratings(person, self.profiles[2]), ())
        self.assertEqual(self.known(self.roster)["p-003"], expected)
        wrong = Profile(json.dumps({"schema": "skillmatrix.profile/1", "id": "p", "name": "P", "ratings": [
            {"skill": "pyton", "level": "working"}]}))
        self.assertEqual([each.pointer for each in self.roster.set_ratings(person, wrong)], ["/ratings/0/skill"])
        self.assertEqual(self.roster.holdings(person), ())

    def test_reads_within_limits(self):
        limits = Limits(max_bytes=100)
        self.assertEqual(Roster.from_ndjson(self.matrix, NDJSON, limits=limits).diagnostics[0].name, "too_large")
        self.assertEqual(Roster.from_csv(self.matrix, "person,skill,rating\n" * 9, limits=limits).diagnostics[0].name,
                         "too_large")

class CopyTest(People):
    def test_changes_for_itself(self):
        person, skill = self.roster.people[0], self.matrix.skills["sql"]
        copy = self.roster.copy()
        self.assertEqual(copy.holdings(person), self.roster.holdings(person))
        before = self.roster.rank(person, skill)
        copy.set_rank(person, skill, 4 if before != 4 else 3)
        self.assertEqual(self.roster.rank(person, skill), before)
        self.assertNotEqual(copy.rank(person, skill), before)

    def test_is_opened_from_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "people.skr")
            self.roster.save(path)
            data = path.read_bytes()
        opened = Roster.from_bytes(self.matrix, data, verify=True)
        self.assertEqual(list(opened.people), list(self.roster.people))
        with self.assertRaises(InputError):
            Roster.from_bytes(self.matrix, b"no roster")

    def test_columns_may_name_role_levels(self):
        roster = Roster.from_columns(
            self.matrix, person_ids=["a", "b", "c"], own_roles=["data-scientist", "", "nonsense"],
            own_levels=["senior", "", "senior"], people=[0, 1], skills=[3, 3], ranks=[2, 2], unknown=[0, 1])
        self.assertEqual([roster.own_role_level(person) for person in roster.people],
                         [self.matrix.role_level("data-scientist", "senior"), None, None])
        self.assertEqual([roster.rank(person, self.matrix.skills[3]) for person in roster.people],
                         [2, None, None])
        self.assertEqual((roster.rejected_role_levels, self.roster.rejected_role_levels), (1, 0))
        with self.assertRaises(ValueError):
            Roster.from_columns(self.matrix, person_ids=["a", "b"], own_roles=["data-scientist"],
                                people=[], skills=[], ranks=[])


if __name__ == "__main__":
    unittest.main()
