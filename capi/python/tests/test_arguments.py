#!/usr/bin/env python3
"""What is told of arguments of the wrong type, numbers that do not fit, and things of elsewhere."""
import copy
import datetime
import errno
import os
import pickle
import tempfile
import unittest
from fractions import Fraction
from pathlib import Path

from support import EXAMPLES, SAMPLE
from skillmatrix import (Counts, Coverage, FileError, Framework, InputError, Language, Matrix, NotFoundError,
                         Person, Plan, Profile, Profiles, Ranking, Reader, RoleLevel, Roster, RosterOptions, Scores,
                         Scoring, SearchIndex, Skill, SkillMatrixError, negotiate)


class ArgumentsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.framework = Framework.load(SAMPLE)
        cls.matrix = Matrix(cls.framework)
        cls.profiles = Profiles.load(EXAMPLES / "people.ndjson")
        cls.plan = Plan(cls.matrix)
        cls.level = cls.matrix.role_levels[0]
        cls.skill = cls.matrix.skills[0]
        cls.reader = Reader(cls.matrix)

    def setUp(self):
        self.roster = Roster(self.matrix, self.profiles)
        self.person = self.roster.people[0]
        self.scores = Scores(self.plan, self.roster, self.level)

    def test_of_another_type_are_type_errors(self):
        matrix, roster, plan, reader = self.matrix, self.roster, self.plan, self.reader
        calls = [
            lambda: Framework(None), lambda: Framework(SAMPLE), lambda: Framework({}),
            lambda: Matrix(None), lambda: Matrix("{}"), lambda: Matrix(matrix), lambda: Plan(self.framework),
            lambda: Roster(matrix, None), lambda: Roster(matrix, ["p-001"]),
            lambda: Roster(None, self.profiles), lambda: Roster(matrix, self.profiles, None),
            lambda: Roster(matrix, self.profiles, RosterOptions(as_of="2026-01-31")),
            lambda: Roster.from_ndjson(matrix, None), lambda: Roster.from_csv(plan, ""),
            lambda: Roster.from_columns(matrix, person_ids="ab"),
            lambda: Roster.from_columns(matrix, person_ids=["a", None]),
            lambda: Scores(roster, plan, self.level), lambda: Scores(plan, roster, "middle"),
            lambda: Scores(plan, roster, 3), lambda: Scores(plan, roster, self.skill),
            lambda: Scores(plan, roster, self.level, threads=1.5),
            lambda: self.scores[0], lambda: self.scores["p-001"], lambda: self.scores[self.skill],
            lambda: self.scores.rescore("p-001"), lambda: Counts(matrix), lambda: Counts(roster).at(self.level, 1),
            lambda: Ranking.rank_people(plan, roster, roster.people, 2),
            lambda: Ranking.rank_role_levels(plan, roster, matrix.role_levels, 2),
            lambda: Ranking.rank_people(plan, roster, ["middle"], 2),
            lambda: roster.set_rank(self.skill, self.person, 1),
            lambda: roster.set_rank(self.person, self.skill, "working"),
            lambda: roster.set_own_role_level(self.person, self.skill),
            lambda: roster.holdings(None), lambda: roster.people[None], lambda: matrix.skills[1.5],
            lambda: matrix.requirements(self.skill), lambda: matrix.status("python"),
            lambda: matrix.categories_of(self.level), lambda: matrix.role_level(None, "middle"),
            lambda: matrix.role_page(self.skill), lambda: matrix.skill_page("python", 3),
            lambda: matrix.progression(self.level, "senior"), lambda: Reader(None),
            lambda: reader.title(None), lambda: Framework("{}", limits=3), lambda: reader.title("python"), lambda: reader.summary(self.level),
            lambda: Reader(matrix, "de", fallbacks={"de": "en"}), lambda: negotiate("de", "en", "en"),
            lambda: Language(None), lambda: Language("de").number(1.5), lambda: Language("de").percent(0.5),
            lambda: Language("de").date(None), lambda: Language("de").list("abc"), lambda: Coverage(matrix),
            lambda: Coverage(self.framework, "de"), lambda: SearchIndex(self.framework),
            lambda: SearchIndex(matrix).find(3), lambda: SearchIndex(matrix).find("python", "de"),
        ]
        for number, call in enumerate(calls):
            with self.subTest(call=number), self.assertRaisesRegex(
                    TypeError, "^expected |integer|doesn't apply to a 'NoneType'"):
                call()

    def test_change_nothing_then(self):
        before = [self.roster.holdings(person) for person in self.roster.people]
        with self.assertRaisesRegex(TypeError, "^expected Person, not Skill$"):
            self.roster.set_rank(self.skill, self.person, 1)
        self.assertEqual([self.roster.holdings(person) for person in self.roster.people], before)
        lower = self.scores.lower.tolist()
        with self.assertRaises(TypeError):
            self.scores.update(self.plan, self.roster, self.person)
        self.assertEqual((self.scores.lower.tolist(), self.scores.role_level), (lower, self.level))

    def test_that_do_not_fit_are_not_cut_off(self):
        for call in (lambda: self.scores[Person(2**32, "p")], lambda: self.scores[Person(-1, "p")],
                     lambda: Scores(self.plan, self.roster, threads=-1),
                     lambda: Scores(self.plan, self.roster, threads=2**64),
                     lambda: Ranking.rank_people(self.plan, self.roster, [self.level], -1),
                     lambda: Roster(self.matrix, self.profiles, RosterOptions(max_diagnostics=-1)),
                     lambda: self.roster.set_rank(self.person, self.skill, 2**32 + 1),
                     lambda: self.reader.text("title_of_skill", 2**32),
                     lambda: self.reader.text("title_of_skil"),
                     lambda: self.reader.meaning(self.skill, -1),
                     lambda: Counts(self.roster).at(self.skill, 2**32 + 1),
                     lambda: Counts(self.roster).at(self.skill, -1),
                     lambda: SearchIndex(self.matrix).find("pyton", most_errors=2**32 + 1),
                     lambda: SearchIndex(self.matrix).page("pyton", self.reader, limit=2**32 + 1)):
            with self.assertRaises(ValueError):
                call()

    def test_that_are_not_exact_are_refused(self):
        self.assertGreater(Fraction(0.8), Fraction("0.8"))
        for call in (lambda: self.matrix.gap(self.profiles[0], self.level, threshold=0.8),
                     lambda: Plan(self.matrix, Scoring("gap.stepped/1", [1, 0.8])),
                     lambda: Language("en").percent(0.8)):
            with self.assertRaisesRegex(TypeError, '^expected an exact number, not the float 0.8: use '
                                        'Fraction\\(4, 5\\) or "0.8"$'):
                call()
        for each in (float("nan"), float("inf"), 1j):
            with self.assertRaisesRegex(TypeError, "^expected "):
                self.matrix.gap(self.profiles[0], self.level, threshold=each)
        with self.assertRaisesRegex(TypeError, "^expected a list, not str$"):
            Plan(self.matrix, Scoring("gap.stepped/1", "10"))
        self.assertEqual([Language("en").percent(each) for each in (Fraction(4, 5), 1, "0.8")],
                         ["80.0%", "100.0%", "80.0%"])

    def test_of_a_bigger_matrix_are_not_found(self):
        skill, level, person = Skill(999, "s"), RoleLevel(999, self.level.role, "l"), Person(999, "p")
        for call in (lambda: self.matrix.scale(skill), lambda: self.matrix.status(skill),
                     lambda: self.matrix.requirements(level), lambda: self.scores[person],
                     lambda: self.reader.title(skill), lambda: self.reader.skill_page(skill)):
            with self.assertRaisesRegex(NotFoundError, "number|has to be below"):
                call()

    def test_of_elsewhere_are_not_taken_for_others(self):
        document = SAMPLE.read_text(encoding="utf-8")
        for items in (self.matrix.skills, self.matrix.roles, self.matrix.categories, self.matrix.scales):
            document = document.replace(f'"{items[0].id}"', f'"zzz-{items[0].id}"')  # The first is the last.
        other = Matrix(Framework(document))
        skill, level, role = other.skills["python"], other.role_levels[-1], other.roles["data-scientist"]
        category, scale = other.categories[-1], other.scales[-1]
        roster, reader, person = self.roster, self.reader, self.person
        stranger = Roster(self.matrix, self.profiles[3:]).people[0]
        counts, people = Counts(roster), Ranking.rank_people(self.plan, roster, [self.level], 2)
        calls = [
            lambda: self.matrix.scale(skill), lambda: self.matrix.requirements(level),
            lambda: self.matrix.ladder(role), lambda: self.matrix.parents(category),
            lambda: self.matrix.categories_of(skill), lambda: self.matrix.gap(self.profiles[0], level),
            lambda: self.matrix.gap(stranger, self.level, roster), lambda: self.matrix.match(self.profiles, level),
            lambda: self.plan.total(level), lambda: Scores(self.plan, roster, level), lambda: self.scores[stranger],
            lambda: Ranking.rank_people(self.plan, roster, [self.level, level], 2),
            lambda: people.rerank(stranger), lambda: counts.at(skill, 1), lambda: counts.count_out(stranger),
            lambda: reader.title(skill), lambda: reader.title(category), lambda: reader.summary(role),
            lambda: reader.focus(level), lambda: reader.level_text(scale, 1), lambda: reader.aliases(skill),
            lambda: reader.description(self.level, skill), lambda: reader.skill_page(skill),
            lambda: reader.role_page(role), lambda: reader.progression(level),
            lambda: reader.progression(self.level, level), lambda: roster.source(stranger),
            lambda: roster.rank(stranger, self.skill), lambda: roster.rank(person, skill),
            lambda: roster.holdings(stranger), lambda: roster.own_role_level(stranger),
            lambda: roster.set_rank(stranger, self.skill, 1), lambda: roster.set_rank(person, skill, 1),
            lambda: roster.set_own_role_level(person, level), lambda: roster.set_holdings(person, {skill: 1}),
            lambda: roster.set_ratings(stranger, self.profiles[0]), lambda: roster.add_person("new", level),
            lambda: roster.remove(stranger)]
        before = [(each, roster.own_role_level(each), roster.holdings(each)) for each in roster.people]
        for number, call in enumerate(calls):
            with self.subTest(call=number), self.assertRaisesRegex(
                    NotFoundError, "^here, [a-z ]* [0-9]* is '[a-z0-9 -]*', and not '[a-z0-9 -]*': get it anew|"
                                   "^there is no [a-z]* of the number [0-9]* here$"):
                call()
        self.assertEqual([(each, roster.own_role_level(each), roster.holdings(each)) for each in roster.people], before)
        same = Matrix.from_bytes(self.matrix.to_bytes())  # Of equal matrices they are equal.
        self.assertEqual(same.scale(self.skill), self.matrix.scale(self.skill))

    def test_of_before_a_change_are_not_taken_for_others(self):
        old, last = self.roster.people["p-001"], self.roster.people[-1]
        self.roster.remove(old)
        with self.assertRaisesRegex(NotFoundError, f"^here, person 0 is '{last.id}', and not 'p-001': get it anew"):
            self.roster.set_rank(old, self.skill, 1)
        with self.assertRaisesRegex(NotFoundError, "^there is no person of the number 5 here$"):
            self.roster.holdings(last)
        self.assertEqual(self.roster.people[last.id].index, 0)

    def test_of_what_is_closed_are_taken_still(self):
        matrix = Matrix.from_bytes(self.matrix.to_bytes())
        reader, plan, roster = Reader(matrix), Plan(matrix), Roster(matrix, self.profiles)
        counts = Counts(roster)
        matrix.close()
        self.assertEqual(reader.title(self.skill), self.reader.title(self.skill))
        self.assertEqual(plan.total(self.level), self.plan.total(self.level))
        self.assertEqual(roster.rank(self.person, self.skill), self.roster.rank(self.person, self.skill))
        roster.close()
        self.assertEqual(counts.at(self.skill, 1), Counts(self.roster).at(self.skill, 1))
        reader.close()
        with self.assertRaisesRegex(ValueError, "this Reader is closed"):
            reader.title(self.skill)

    def test_that_are_not_found_are_named(self):
        for call, message in (
                (lambda: self.matrix.skills["pyton"], "^there is no skill 'pyton'; did you mean 'python'\\?$"),
                (lambda: self.matrix.skill_page("pyton"), "^there is no skill 'pyton'; did you mean"),
                (lambda: self.matrix.roles["data-scientits"], "did you mean 'data-scientist'"),
                (lambda: self.matrix.skills["something else"], "^there is no skill 'something else'$"),
                (lambda: self.roster.people["p-9"], "^there is no person 'p-9'$"),
                (lambda: self.matrix.role_level("poet", "senior"), "^there is no role 'poet'$"),
                (lambda: self.matrix.role_level("nlp-enginer", "middle"),
                 "^there is no role 'nlp-enginer'; did you mean 'nlp-engineer'\\?$"),
                (lambda: self.matrix.role_level("nlp-engineer", "midle"),
                 "^the role 'nlp-engineer' has no level 'midle', but junior, middle, senior"),
                (lambda: self.roster.people[99], "^there is no person 99, but 6 from 0$")):
            with self.assertRaisesRegex(LookupError, message):
                call()

    def test_may_be_of_any_type_for_whole_numbers(self):
        class Three:
            def __index__(self):
                return 3
        self.roster.set_rank(self.person, self.skill, Three())
        self.assertEqual(self.roster.rank(self.person, self.skill), 3)
        self.assertEqual(self.matrix.skills[Three()], self.matrix.skills[3])
        skill, person = self.matrix.skills[3], self.roster.people[3]
        self.assertEqual(self.roster.rank(Person(Three(), person.id), Skill(Three(), skill.id)),
                         self.roster.rank(person, skill))

    def test_may_be_moments_for_days(self):
        moment = datetime.datetime(2026, 6, 1, 12, 0)
        options = [RosterOptions(as_of=day) for day in (moment, moment.date())]
        first, second = (Roster(self.matrix, self.profiles, each) for each in options)
        self.assertEqual(first.rating_count, second.rating_count)


class CopyTest(unittest.TestCase):
    def test_exceptions_reach_other_processes(self):
        try:
            Framework('{"id": 7, "skils": []}')
        except InputError as failure:
            told = failure
        for again in (pickle.loads(pickle.dumps(told)), copy.copy(told)):
            self.assertIs(type(again), InputError)
            self.assertEqual((str(again), again.status, again.diagnostics),
                             (str(told), told.status, told.diagnostics))
            self.assertEqual(Language("de").describe(again), ())
        with self.assertRaises(FileError) as raised:
            Framework.load("/nowhere")
        again = pickle.loads(pickle.dumps(raised.exception))
        self.assertEqual((type(again), str(again)), (type(raised.exception), str(raised.exception)))
        self.assertEqual((again.errno, again.filename), (errno.ENOENT, "/nowhere"))

    def test_files_fail_as_open_does(self):
        with tempfile.TemporaryDirectory() as folder:
            missing = Path(folder, "missing.json")
            for path, kind in ((missing, FileNotFoundError), (folder, IsADirectoryError)):
                for load in (Framework.load, Profile.load, Matrix.open):
                    with self.assertRaises(kind) as raised:
                        load(path)
                    told = raised.exception
                    self.assertIsInstance(told, FileError)
                    self.assertEqual(told.filename, path)
                    self.assertEqual(told.strerror, os.strerror(told.errno))
            with self.assertRaises(FileNotFoundError):
                Matrix(Framework.load(SAMPLE)).save(missing / "file")

    def test_handles_are_not_shared_by_copies(self):
        matrix = Matrix(Framework.load(SAMPLE))
        for call in (copy.copy, copy.deepcopy, pickle.dumps):
            with self.assertRaisesRegex(TypeError, "a Matrix cannot be copied or pickled"):
                call(matrix)

    def test_findings_without_a_line_say_where_they_are(self):
        roster = Roster.from_columns(Matrix(Framework.load(SAMPLE)), person_ids=["a"], people=[0],
                                     skill_ids=["pyton"], ranks=[1])
        self.assertEqual(str(roster.diagnostics[0]).split(": ")[0], "/skill_ids/0")

    def test_there_is_one_exception_for_all(self):
        self.assertTrue(issubclass(NotFoundError, SkillMatrixError))


if __name__ == "__main__":
    unittest.main()
