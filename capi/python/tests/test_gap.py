#!/usr/bin/env python3
"""Gaps."""
import copy
import dataclasses
import datetime
import json
import pickle
import unittest
from fractions import Fraction

from support import EXAMPLES, SAMPLE, Parser
from skillmatrix import (Framework, Gap, GapPage, InputError, Language, Matrix, NotFoundError, Profile,
                         Profiles, Reader, Roster, RosterOptions, Scoring, SkillMatrixError, UsageError)

JUNE = datetime.date(2026, 6, 1)


class GapTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.matrix = Matrix(Framework.load(SAMPLE))
        cls.people = Profiles.load(EXAMPLES / "people.ndjson")
        cls.roster = Roster(cls.matrix, cls.people, RosterOptions(as_of=JUNE))
        cls.amara = Profile.load(EXAMPLES / "people/amara-diallo.json")
        cls.middle = cls.matrix.role_level("nlp-engineer", "middle")

    def gap(self, **options):
        return self.matrix.gap(self.amara, self.middle, as_of=JUNE, **options)

    def test_its_json_is_in_the_language_of_the_framework(self):
        gap = self.gap(threshold="4/5")
        self.assertEqual(gap.to_json(), gap.to_json(Reader(self.matrix)))

    def test_says_what_its_json_says(self):
        gap = self.gap(threshold=Fraction(4, 5))
        document = json.loads(gap.to_json())

        def fraction(found):
            return Fraction(found["numerator"], found["denominator"])

        self.assertEqual((gap.verdict, gap.as_of), (document["verdict"], JUNE))
        self.assertEqual((gap.lower, gap.upper),
                         tuple(fraction(document["score"][end]) for end in ("lower", "upper")))
        self.assertEqual(dataclasses.asdict(gap.counts), document["counts"])
        self.assertEqual(dataclasses.asdict(gap.required), document["required_counts"])
        cells = {cell["skill"]: cell for cell in document["cells"]}
        self.assertEqual(len(gap), len(cells))
        for cell in gap:
            found = cells[cell.skill.id]
            self.assertEqual(
                (cell.required, cell.state, cell.expected, cell.held, cell.shortfall, cell.weight,
                 cell.contribution, cell.loss),
                (found["necessity"] == "required", found["state"], found["expected_rank"],
                 found["held_rank"], found["shortfall"], found["weight"],
                 fraction(found["contribution"]), fraction(found["loss"])))
        self.assertEqual(sum(cell.contribution for cell in gap), gap.lower)
        self.assertEqual(sum(cell.loss for cell in gap), 1 - gap.lower)

        def ranks(raises):
            return {each.skill.id: (each.from_rank, each.to_rank) for each in raises}

        def documented(raises):
            return {each["skill"]: (each["from_rank"], each["to_rank"]) for each in raises}

        self.assertEqual(ranks(gap.raises), documented(document["counterfactual"]))
        self.assertEqual({skill.id for skill in gap.assess},
                         {each["skill"] for each in document["assess"]})
        self.assertEqual(ranks(gap.threshold.raises), documented(document["threshold"]["raises"]))
        self.assertEqual((gap.threshold.outcome, gap.threshold.levels, gap.threshold.lower),
                         ("reached", document["threshold"]["levels"],
                          fraction(document["threshold"]["lower"])))

    def test_of_a_roster_is_that_of_the_profile(self):
        for level in self.matrix.role_levels[::4]:
            for person, profile in zip(self.roster.people, self.people):
                gap = self.matrix.gap(person, level, self.roster, as_of=JUNE, threshold=1)
                self.assertEqual(gap, self.matrix.gap(profile, level, as_of=JUNE, threshold=1))
                self.assertEqual(json.loads(gap.to_json())["person"], profile.id)

    def test_is_a_frozen_sequence_of_cells(self):
        gap = self.gap()
        cell = gap[0]
        self.assertEqual(list(gap), list(gap.cells))
        self.assertEqual((gap[cell.skill], gap[cell.skill.id]), (cell, cell))
        self.assertIn(cell.skill, gap)
        self.assertIn(cell.skill.id, gap)
        self.assertIn(cell, gap)
        self.assertNotIn("no such skill", gap)
        with self.assertRaises(NotFoundError):
            gap["no such skill"]
        with self.assertRaises(dataclasses.FrozenInstanceError):
            gap.verdict = "ready"
        self.assertIsNone(gap.threshold)
        self.assertEqual(len({gap, self.gap()}), 1)

    def test_needs_nothing_else(self):
        matrix = Matrix(Framework.load(SAMPLE))
        profile = Profile.load(EXAMPLES / "people/amara-diallo.json")
        reader = Reader(matrix, "de")
        gap = matrix.gap(profile, matrix.role_level("nlp-engineer", "middle"))
        matrix.close()
        profile.close()
        self.assertEqual(json.loads(gap.to_json(reader))["locale"], "de")

    def test_tells_of_ratings_that_do_not_resolve(self):
        profile = Profile('{"schema": "skillmatrix.profile/1", "id": "p", "name": "P", '
                          '"ratings": [{"skill": "no such skill", "level": "working"}]}')
        self.assertEqual([each.pointer for each in self.matrix.gap(profile, self.middle).diagnostics],
                         ["/ratings/0/skill"])

    def test_refuses_what_cannot_be(self):
        with self.assertRaises(TypeError):
            self.matrix.gap(self.roster.people[0], self.middle)
        with self.assertRaises(NotFoundError) as raised:
            self.gap(scoring="coverage.parcial/1")
        self.assertEqual(raised.exception.diagnostics[0].suggestion, "coverage.partial/1")
        with self.assertRaises(UsageError):
            self.gap(min_confidence=101)
        with self.assertRaises(ValueError):
            self.gap(policy="best")
        with self.assertRaises(OverflowError):
            self.gap(threshold=Fraction(1, 2**63))
        with self.assertRaises(SkillMatrixError):
            self.gap().to_json(Reader(Matrix(Framework.load(SAMPLE))))

    def test_notebooks_show_a_table(self):
        gap = self.gap()
        shown = Parser(gap._repr_html_())
        self.assertEqual(shown.elements[0], ("div", {"lang": "en", "dir": "ltr"}))
        self.assertEqual(sum(tag == "tr" for tag, _ in shown.elements), len(gap) + 1)
        for text in ("Amara Diallo", "NLP Engineer", "Not ready", "66.7% to 83.3%", "expired", "Held"):
            self.assertIn(text, shown.texts)
        page = gap.page(Reader(self.matrix, "ar"))
        self.assertIsInstance(page, GapPage)
        shown = Parser(page._repr_html_())
        self.assertEqual(shown.elements[0][1], {"lang": "ar", "dir": "rtl"})
        self.assertIn(Language("ar").message("verdict.not_ready"), shown.texts)

    def test_nothing_in_a_text_is_markup(self):
        page = self.gap().page()
        text = page.json.replace("Amara Diallo", "<script>")
        self.assertIn("<script>", Parser(GapPage(text, Language("en"))._repr_html_()).texts)
        self.assertNotIn("<script>", GapPage(text, Language("en"))._repr_html_())

    def test_of_ranks_is_that_of_the_roster(self):
        for level in self.matrix.role_levels[::5]:
            for person in self.roster.people:
                known = self.roster.holdings(person)
                if any(each.is_expired for each in known):
                    continue  # A rank cannot say that.
                gap = self.matrix.gap({each.skill: each.rank for each in known}, level, threshold=1)
                self.assertEqual(dataclasses.replace(gap, as_of=JUNE),
                                 self.matrix.gap(person, level, self.roster, as_of=JUNE, threshold=1))
        with self.assertRaises(NotFoundError):
            self.matrix.gap({self.matrix.skills[0]: 99}, self.middle)
        self.assertEqual(self.matrix.gap({}, self.middle).counts.unknown, len(self.gap()))

    def test_summary_is_that_of_the_gap(self):
        stepped = Scoring("gap.stepped/1", (1, Fraction(1, 3), 0))
        for scoring in ("coverage.partial/1", stepped):
            for person in self.roster.people:
                gap = self.matrix.gap(person, self.middle, self.roster, scoring=scoring)
                found = self.matrix.gap_summary(person, self.middle, self.roster, scoring=scoring)
                self.assertEqual((found.verdict, found.lower, found.upper, found.counts),
                                 (gap.verdict, gap.lower, gap.upper, gap.counts))
        with self.assertRaises(TypeError):
            self.matrix.gap_summary(self.amara, self.middle, self.roster)

    def test_pages_reach_other_processes(self):
        pages = [self.gap().page(Reader(self.matrix, "ar")), self.matrix.match(self.amara).page()]
        for page in pages:
            for again in (pickle.loads(pickle.dumps(page)), copy.copy(page), copy.deepcopy(page)):
                self.assertIs(type(again), type(page))
                self.assertEqual((again, again.json), (page, page.json))
                self.assertEqual(again._repr_html_(), page._repr_html_())


if __name__ == "__main__":
    unittest.main()
