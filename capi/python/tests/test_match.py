#!/usr/bin/env python3
"""Matches."""
import datetime
import json
import unittest

from support import EXAMPLES, SAMPLE, Parser
from skillmatrix import (Framework, MatchPage, Matches, Matrix, NotFoundError, Profile, Profiles, Reader,
                         Summary)

JUNE = datetime.date(2026, 6, 1)


def summary_of(found):
    return Summary(found.verdict, found.lower, found.upper, found.counts)


class MatchTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.matrix = Matrix(Framework.load(SAMPLE))
        cls.people = Profiles.load(EXAMPLES / "people.ndjson")
        cls.amara = Profile.load(EXAMPLES / "people/amara-diallo.json")
        cls.junior = cls.matrix.role_level("nlp-engineer", "junior")

    def test_are_no_more_than_the_limit(self):
        for arguments in ((self.amara,), (self.people, self.junior)):
            every = self.matrix.match(*arguments, as_of=JUNE)
            for limit in (1, 3):
                best = self.matrix.match(*arguments, as_of=JUNE, limit=limit)
                self.assertEqual([(each.person.id, each.role_level) for each in best],
                                 [(each.person.id, each.role_level) for each in every[:limit]])

    def test_matches_are_gaps_in_order(self):
        verdicts = ("ready", "undetermined", "not_ready")
        for arguments in ((self.amara,), (self.people, self.junior)):
            matches = self.matrix.match(*arguments, as_of=JUNE)
            self.assertIsInstance(matches, Matches)
            self.assertGreater(len(matches), 3)
            for match in matches:
                gap = self.matrix.gap(match.person, match.role_level, as_of=JUNE)
                self.assertEqual(summary_of(match), summary_of(gap))
            order = [(verdicts.index(match.verdict), -match.lower, match.counts.gap)
                     for match in matches]
            self.assertEqual(order, sorted(order))
            self.assertEqual((matches[0], matches[-1], len(matches[1:])),
                             (list(matches)[0], list(matches)[-1], len(matches) - 1))

    def test_tells_where_nothing_is_expected(self):
        matrix = Matrix(Framework(json.dumps({
            "schema": "skillmatrix.framework/1", "id": "other", "version": "1", "default_locale": "en",
            "scales": [{"id": "s", "levels": [{"id": "low"}]}], "skills": [{"id": "k", "scale": "s"}],
            "roles": [{"id": "r", "ladder": "s", "levels": [{"level": "low"}]}]})))
        matches = matrix.match(self.amara)
        self.assertEqual((len(matches), matches.nothing_expected), (0, tuple(matrix.role_levels)))
        self.assertTrue(matches.diagnostics)
        matches = matrix.match(self.people, matrix.role_levels[0])
        self.assertEqual((list(matches), [each.name for each in matches.diagnostics]),
                         ([], ["nothing_expected"]))

    def test_refuses_what_cannot_be(self):
        for arguments in ((self.people,), (self.amara, self.junior)):
            with self.assertRaises(TypeError):
                self.matrix.match(*arguments)
        with self.assertRaises(ValueError):
            self.matrix.match(self.amara, limit=0)
        with self.assertRaises(NotFoundError):
            self.matrix.match(self.amara, scoring="coverage.parcial/1")

    def test_notebooks_show_a_table(self):
        for arguments, names in (((self.amara,), ("Amara Diallo", "NLP Engineer", "Role level")),
                                 ((self.people, self.junior), ("Amara Diallo", "NLP Engineer", "Person"))):
            matches = self.matrix.match(*arguments, as_of=JUNE, limit=4)
            shown = Parser(matches._repr_html_())
            self.assertEqual(sum(tag == "tr" for tag, _ in shown.elements), len(matches) + 1)
            for name in names:
                self.assertIn(name, shown.texts)
            self.assertIsInstance(matches.page(Reader(self.matrix, "de")), MatchPage)


if __name__ == "__main__":
    unittest.main()
