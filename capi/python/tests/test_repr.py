#!/usr/bin/env python3
"""What is shown of objects, as they are and when they are closed."""
import unittest

from support import EXAMPLES, SAMPLE
from skillmatrix import (Counts, Coverage, Framework, Language, Matrix, Messages, Plan, Profile, Profiles, Ranking,
                         Reader, Roster, Scores, Scoring, SearchIndex)

MATRIX = "<Matrix 'ai-engineering' 2026.3: 38 skills, 8 roles, 40 role levels>"
ROSTER = f"<Roster of 6 people, 43 ratings, for {MATRIX}>"


class ReprTest(unittest.TestCase):
    def setUp(self):
        framework, profiles = Framework.load(SAMPLE), Profiles.load(EXAMPLES / "people.ndjson")
        self.matrix = matrix = Matrix(framework)
        self.roster = roster = Roster(matrix, profiles)
        self.plan = plan = Plan(matrix)
        self.level = level = matrix.role_level("data-scientist", "senior")
        self.shown = [
            (framework, "<Framework with diagnostics: 1>"), (matrix, MATRIX), (roster, ROSTER),
            (profiles, "<Profiles of 6 people, 0 rejected>"), (profiles[0], "<Profile 'p-001', 9 ratings>"),
            (plan, f"<Plan 'coverage.partial/1' of {MATRIX}>"),
            (Scores(plan, roster), "<Scores of 6 people at their own role levels>"),
            (Scores(plan, roster, level), "<Scores of 6 people at data-scientist senior>"),
            (Ranking.rank_people(plan, roster, [level], 3), "<Ranking of 1 rows, at most 3 in each>"),
            (Counts(roster), f"<Counts of {ROSTER}>"),
            (Coverage(framework), "<Coverage in de, en, zh-Hans: not complete>"),
            (Language("de"), "<Language 'de', messages in 'de'>"),
            (Reader(matrix, "de"), f"<Reader of de, en, zh-Hans for {MATRIX}>"),
            (matrix.match(profiles[0]), "<Matches of 40 role levels>"),
            (matrix.match(profiles, level), "<Matches of 6 people>"),
            (Messages.build({"de": '{"schema": "skillmatrix.messages/1", "locale": "de", "messages": {"missing": "?"}}'}),
             "<Messages with 1 keys in de>"),
            (SearchIndex(matrix), f"<SearchIndex of {MATRIX}>")]

    def test_says_what_it_is(self):
        for thing, shown in self.shown:
            self.assertEqual(repr(thing), shown)
        self.assertEqual(repr(self.matrix.skills), "<Items 'skill': 38>")

    def test_is_safe_when_something_is_closed(self):
        skills = self.matrix.skills
        for thing, _ in self.shown:  # Some tell of others, which are closed by then.
            thing.close()
            self.assertEqual(repr(thing), f"<{type(thing).__name__}, closed>")
            for other, _ in self.shown:
                self.assertRegex(repr(other), f"^<{type(other).__name__}[ ,>]")
        self.assertEqual(repr(skills), "<Items 'skill', closed>")

    def test_is_safe_for_what_was_never_made(self):
        for kind in {type(thing) for thing, _ in self.shown}:
            self.assertEqual(repr(kind.__new__(kind)), f"<{kind.__name__}, closed>")

    def test_is_safe_while_a_batch_is_under_way(self):
        scores = Scores(self.plan, self.roster)
        shown = []
        scores.update(self.plan, self.roster, progress=lambda done, total: shown.append(repr(scores)))
        self.assertEqual(set(shown), {"<Scores, being filled in>"})


if __name__ == "__main__":
    unittest.main()
