#!/usr/bin/env python3
"""Plans, scores, rankings and counts in Python."""
import gc
import threading
import unittest
from fractions import Fraction

from support import EXAMPLES, SAMPLE, run_python
from skillmatrix import (VERDICTS, Counts, Framework, Matrix, NotFoundError, Plan, Profiles, Ranking,
                         Roster, Scores, Scoring, SkillMatrixError, UsageError, scoring_models)

NDJSON = (EXAMPLES / "people.ndjson").read_text(encoding="utf-8")


def score_of(matrix, roster, person, level):
    """What coverage.count/1 says, slowly: lower and upper score, gaps and verdict."""
    required = met = unknown = gaps = required_gaps = 0
    for cell in matrix.requirements(level):
        rank = roster.rank(person, cell.skill)
        is_gap = rank is not None and rank < max(cell.rank, 1)
        gaps += is_gap
        if not cell.required:
            continue
        required += 1
        required_gaps += is_gap
        unknown += rank is None
        met += rank is not None and not is_gap
    verdict = "not_ready" if required_gaps else "undetermined" if unknown else "ready"
    return verdict, Fraction(met, required), Fraction(met + unknown, required), gaps


class BatchTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.matrix = Matrix(Framework.load(SAMPLE))
        cls.plan = Plan(cls.matrix, "coverage.count/1")

    def setUp(self):
        self.roster = Roster.from_ndjson(self.matrix, NDJSON)


class PlanTest(BatchTest):
    def test_has_a_model(self):
        with self.assertRaises(NotFoundError) as raised:
            Plan(self.matrix, "coverage.parcial/1")
        self.assertEqual(raised.exception.diagnostics[0].suggestion, "coverage.partial/1")


    def test_takes_credits(self):
        credits = (1, Fraction(9, 10), "1/10")
        level = self.matrix.role_levels[3]
        scoring = Scoring("gap.stepped/1", credits)
        profile = Profiles(NDJSON)[0]
        found = Scores(Plan(self.matrix, scoring), self.roster, level)[self.roster.people[0]].lower
        self.assertEqual(self.matrix.gap(profile, level, scoring=scoring).lower, found)
        self.assertIn(found, [each.lower for each in self.matrix.match(profile, scoring=scoring)
                              if each.role_level == level])
        with self.assertRaises(UsageError):
            Plan(self.matrix, Scoring(credits=[1]))
        with self.assertRaises(TypeError):
            Plan(self.matrix, None)
        models = {each.name: each for each in scoring_models()}
        self.assertTrue(models["gap.stepped/1"].takes_credits)
        self.assertFalse(models["coverage.partial/1"].counts_optional)


class ScoresTest(BatchTest):
    def test_are_those_of_each_person(self):
        for level in self.matrix.role_levels:
            scores = Scores(self.plan, self.roster, level)
            self.assertEqual(scores.role_level, level)
            self.assertEqual(len(scores), len(self.roster))
            for person, score in zip(self.roster.people, scores):
                expected = score_of(self.matrix, self.roster, person, level)
                self.assertEqual((score.verdict, score.lower, score.upper, score.gaps), expected)
                at = person.index
                self.assertEqual(Fraction(scores.lower[at], self.plan.total(level)), score.lower)
                self.assertEqual(Fraction(scores.upper[at], self.plan.total(level)), score.upper)
                self.assertEqual((VERDICTS[scores.verdicts[at]], scores.gaps[at]), (score.verdict, score.gaps))

    def test_of_own_role_levels(self):
        self.roster.set_own_role_level(self.roster.people[0], None)
        scores = Scores(self.plan, self.roster)
        self.assertIsNone(scores.role_level)
        self.assertIsNone(scores[self.roster.people[0]])
        self.assertEqual(scores.verdicts[0], 255)
        person = self.roster.people[2]
        expected = score_of(self.matrix, self.roster, person, self.roster.own_role_level(person))
        self.assertEqual((scores[person].verdict, scores[person].lower), expected[:2])

    def test_views_are_read_only_and_outlive_everything(self):
        scores = Scores(self.plan, self.roster, self.matrix.role_levels[0])
        view, verdicts = scores.lower, scores.verdicts
        self.assertEqual((view.format, view.itemsize, view.readonly), ("H", 2, True))
        with self.assertRaises(TypeError):
            view[0] = 1
        before = view.tolist(), verdicts.tolist()
        scores.update(self.plan, self.roster, self.matrix.role_levels[7])
        self.assertNotEqual(scores.lower.tolist(), before[0])
        self.assertEqual((view.tolist(), verdicts.tolist()), before)
        latest = scores.lower
        expected = latest.tolist()
        scores.close()
        del scores
        gc.collect()
        self.assertEqual((view.tolist(), latest.tolist()), (before[0], expected))

    def test_closed_ones_say_so(self):
        scores = Scores(self.plan, self.roster)
        scores.lower
        scores.close()
        with self.assertRaisesRegex(ValueError, "this Scores is closed"):
            scores.lower

    def test_are_brought_up_to_date(self):
        level, person = self.matrix.role_levels[0], self.roster.people[3]
        scores = Scores(self.plan, self.roster, level)
        view = scores.lower
        before = view.tolist()
        for requirement in self.matrix.requirements(level):
            self.roster.set_rank(person, requirement.skill, 4)
        scores.rescore(person)
        self.assertEqual(scores[person].verdict, "ready")
        self.assertEqual(scores.lower.tolist(), Scores(self.plan, self.roster, level).lower.tolist())
        self.assertEqual(view.tolist(), before)

    def test_say_what_to_do_when_people_came_or_went(self):
        scores = Scores(self.plan, self.roster, self.matrix.role_levels[0])
        for change, person in ((lambda: self.roster.remove(self.roster.people["p-002"]), "p-003"),
                               (lambda: self.roster.add_person("new"), "new")):
            change()
            person = self.roster.people[person]
            for call in (lambda: scores[person], lambda: list(scores)):
                with self.assertRaisesRegex(UsageError, "as it is now: `rescore` whoever was added or removed, or"):
                    call()
            scores.update(self.plan, self.roster, self.matrix.role_levels[0])
            self.assertIsNotNone(scores[person])

    def test_of_nobody_are_empty(self):
        scores = Scores(self.plan, Roster.from_ndjson(self.matrix, ""))
        self.assertEqual((len(scores), scores.lower.tolist(), list(scores)), (0, [], []))


class ProgressTest(BatchTest):
    def test_tells_how_far_it_is(self):
        calls = []
        Ranking.rank_people(self.plan, self.roster, self.matrix.role_levels, 3, threads=2,
                            progress=lambda done, total: calls.append((done, total)))
        self.assertEqual(calls, [(at + 1, 40) for at in range(40)])

    def test_what_it_returns_does_not_stop_it(self):
        ranking = Ranking.rank_people(self.plan, self.roster, self.matrix.role_levels, 3,
                                      progress=lambda done, total: False)
        self.assertEqual(len(ranking), 40)

    def test_what_it_raises_comes_out(self):
        class Enough(BaseException):
            pass

        def stop(done, total):
            if done == 3:
                raise Enough(done)

        for threads in (1, 2):
            with self.assertRaises(Enough) as raised:
                Ranking.rank_people(self.plan, self.roster, self.matrix.role_levels, 3, threads=threads,
                                    progress=stop)
            self.assertEqual(raised.exception.args, (3,))
            self.assertIsNone(raised.exception.__cause__)

    def test_scores_are_gone_then(self):
        scores = Scores(self.plan, self.roster)
        with self.assertRaises(ZeroDivisionError):
            scores.update(self.plan, self.roster, progress=lambda done, total: 1 // 0)
        self.assertEqual(len(scores), 0)
        with self.assertRaisesRegex(UsageError, "^there are no scores of the roster as it is now: .* `update` all$"):
            scores[self.roster.people[0]]

    def test_what_is_closed_lives_until_the_batch_is_done(self):
        expected = [list(row) for row in Ranking.rank_people(self.plan, self.roster, self.matrix.role_levels, 3)]
        many = Roster.from_ndjson(self.matrix, "\n".join(
            f'{{"schema": "skillmatrix.profile/1", "id": "{number}", "name": "N"}}' for number in range(50_000)))
        for roster in (self.roster, many):  # The memory of many goes back to the system.
            matrix = Matrix.from_bytes(self.matrix.to_bytes())
            plan = Plan(matrix, "coverage.count/1")
            levels = matrix.role_levels
            closed = []

            def close(done, total):
                if done == 1:
                    for each in (roster, plan, matrix):
                        each.close()
                    closed.append(done)

            ranking = Ranking.rank_people(plan, roster, levels, 3, threads=2, progress=close)
            self.assertEqual((len(ranking), closed), (len(levels), [1]))
            with self.assertRaisesRegex(ValueError, "this Roster is closed"):
                len(roster)
            if roster is self.roster:
                self.assertEqual(ranking.lower.tolist()[:3], [
                    int(each.score.lower * self.plan.total(levels[0])) for each in expected[0]])

    def test_a_result_that_is_closed_is_filled_in_and_forgotten(self):
        scores = Scores(self.plan, self.roster)
        scores.update(self.plan, self.roster, progress=lambda done, total: scores.close())
        with self.assertRaisesRegex(ValueError, "this Scores is closed"):
            len(scores)

    def test_refuses_what_would_get_in_its_way(self):
        person, level = self.roster.people[0], self.matrix.role_levels[0]
        other = Roster.from_ndjson(self.matrix, "")
        scores, counts = Scores(self.plan, self.roster, level), Counts(self.roster)
        profile = Profiles(NDJSON)[0]
        result, changes = "Scores is being filled in", "Roster is being read by a batch"
        for message, call in (
                (result, lambda: scores.update(self.plan, other)), (result, lambda: scores.lower),
                (result, lambda: len(scores)), (result, lambda: scores.rescore(person)),
                (result, lambda: scores.__arrow_c_array__()),
                (changes, lambda: self.roster.add(profile)), (changes, lambda: self.roster.add_person("new")),
                (changes, lambda: self.roster.remove(person)),
                (changes, lambda: self.roster.set_rank(person, self.matrix.skills[0], 1)),
                (changes, lambda: self.roster.set_holdings(person, {})),
                (changes, lambda: self.roster.set_ratings(person, profile)),
                (changes, lambda: self.roster.set_own_role_level(person, None))):
            with self.assertRaisesRegex(RuntimeError, message):
                scores.update(self.plan, self.roster, level, progress=lambda done, total: call())
            scores.update(self.plan, self.roster, level)
            self.assertIs(scores.roster, self.roster)
        scores.update(self.plan, self.roster, level, progress=lambda done, total: (
            counts.update(self.roster), counts.count_out(person), self.roster.rank(person, self.matrix.skills[0])))
        self.roster.remove(person)  # Batches that are over, by whatever end, hinder nobody.

    def test_threads_that_do_not_start_are_told(self):
        code = (
            "import resource, sys\n"
            "from skillmatrix import *\n"
            f"matrix = Matrix(Framework.load({str(SAMPLE)!r}))\n"
            f"roster = Roster.from_ndjson(matrix, open({str(EXAMPLES / 'people.ndjson')!r}).read())\n"
            "plan = Plan(matrix)\n"
            "levels = matrix.role_levels\n"
            "pages = int(open('/proc/self/statm').read().split()[0])\n"
            "most = pages * resource.getpagesize() + (1 << 20)\n"  # Too little for a stack.
            "resource.setrlimit(resource.RLIMIT_AS, (most, most))\n"
            "try:\n"
            "    Ranking.rank_people(plan, roster, levels, 3, threads=40)\n"
            "except ResourceError as error:\n"
            "    print(error)\n")
        done = run_python(code)
        self.assertEqual((done.stdout, done.stderr), ("the system starts no further thread\n", ""))


class RankingTest(BatchTest):
    def order(self, person, level):
        verdict, lower, _, gaps = score_of(self.matrix, self.roster, person, level)
        return ["ready", "undetermined", "not_ready"].index(verdict), -lower, gaps

    def test_finds_the_best_people(self):
        levels = self.matrix.role_levels[5:25:7]
        ranking = Ranking.rank_people(self.plan, self.roster, levels, 4)
        self.assertEqual((len(ranking), ranking.limit), (3, 4))
        for level, row in zip(levels, ranking):
            expected = sorted(self.roster.people, key=lambda each: (self.order(each, level), each.id))
            self.assertEqual([each.item for each in row], expected[:4])
            self.assertEqual([(each.score.verdict, each.score.lower, each.score.upper, each.score.gaps)
                              for each in row],
                             [score_of(self.matrix, self.roster, each, level) for each in expected[:4]])
        self.assertEqual(ranking[-1], ranking[2])
        with self.assertRaises(IndexError):
            ranking[3]

    def test_finds_the_best_role_levels(self):
        ranking = Ranking.rank_role_levels(self.plan, self.roster, self.roster.people, 6, threads=2)
        for person, row in zip(self.roster.people, ranking):
            expected = sorted(self.matrix.role_levels, key=lambda each: (self.order(person, each), each.index))
            self.assertEqual([each.item for each in row], expected[:6])

    def test_views_are_its_columns(self):
        ranking = Ranking.rank_people(self.plan, self.roster, self.matrix.role_levels[:2], 100)
        self.assertEqual(ranking.counts.tolist(), [6, 6])
        self.assertEqual(ranking.limit, 6)
        self.assertEqual(ranking.rows.tolist(), [0, 1])
        self.assertEqual(ranking.items.tolist(), [each.item.index for row in ranking for each in row])
        self.assertEqual(ranking.gaps.tolist(), [each.score.gaps for row in ranking for each in row])
        self.assertEqual([VERDICTS[each] for each in ranking.verdicts],
                         [each.score.verdict for row in ranking for each in row])
        self.assertEqual(len(ranking.lower), len(ranking.upper))

    def test_of_no_rows_is_empty(self):
        ranking = Ranking.rank_people(self.plan, self.roster, [], 100)
        self.assertEqual((len(ranking), list(ranking), ranking.items.tolist()), (0, [], []))


class CountsTest(BatchTest):
    def test_are_those_of_the_people(self):
        counts = Counts(self.roster, threads=2)
        own = [(person, cell) for person in self.roster.people if self.roster.own_role_level(person)
               for cell in self.matrix.requirements(self.roster.own_role_level(person))]
        for skill in self.matrix.skills:
            for rank in range(1, 5):
                holders = {person.index for person in self.roster.people
                           if (self.roster.rank(person, skill) or 0) >= rank}
                required = [person.index for person, cell in own
                            if cell.required and cell.skill == skill and max(cell.rank, 1) == rank]
                found = counts.at(skill, rank)
                self.assertEqual((found.holders, found.required, found.required_met),
                                 (len(holders), len(required), len(holders.intersection(required))))
                self.assertEqual(found.bus_factor(2), max(0, len(holders) - 1))
                self.assertEqual(found.coverage * len(required), found.required_met)
                at = counts.first[skill.index] + rank - 1
                self.assertEqual((counts.holders[at], counts.required[at], counts.required_met[at],
                                  counts.optional[at], counts.optional_met[at]),
                                 (found.holders, found.required, found.required_met, found.optional,
                                  found.optional_met))
            for rank in (-1, 0, 5):
                with self.assertRaises(NotFoundError):
                    counts.at(skill, rank)


class ThreadsTest(BatchTest):
    def test_share_plans_and_rosters(self):
        expected = [Scores(self.plan, self.roster, each).lower.tolist() for each in self.matrix.role_levels]
        found = []
        threads = [threading.Thread(target=lambda: found.append(
            [Scores(self.plan, self.roster, each).lower.tolist() for each in self.matrix.role_levels]))
            for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(found, [expected] * 4)

class FollowTest(BatchTest):
    def test_results_follow_changes(self):
        level = self.matrix.role_level("data-scientist", "senior")
        scores = Scores(self.plan, self.roster)
        people = Ranking.rank_people(self.plan, self.roster, self.matrix.role_levels, 3)
        levels = Ranking.rank_role_levels(self.plan, self.roster, self.roster.people, 3)
        counts = Counts(self.roster)
        person = self.roster.people["p-004"]
        before = counts.holders.tolist()
        counts.count_out(person)
        self.roster.set_own_role_level(person, level)
        self.roster.set_holdings(person, {each.skill: 4 for each in self.matrix.requirements(level)})
        counts.count_in(person)
        self.assertNotEqual(counts.holders.tolist(), before)
        scores.rescore(person)
        people.rerank(person)
        levels.rerank(person)
        self.assertEqual(list(people), list(Ranking.rank_people(self.plan, self.roster, self.matrix.role_levels, 3)))
        self.assertEqual(list(levels), list(Ranking.rank_role_levels(self.plan, self.roster, self.roster.people, 3)))
        added = self.roster.add_person("new", level, {self.matrix.skills["python"]: 1})
        scores.rescore(added)
        counts.count_in(added)
        leaving = self.roster.people[1]
        counts.count_out(leaving)
        self.roster.remove(leaving)
        scores.rescore(leaving)
        self.assertEqual(list(scores), list(Scores(self.plan, self.roster)))
        anew = Counts(self.roster)
        for column in ("holders", "required", "required_met", "optional", "optional_met"):
            self.assertEqual(getattr(counts, column).tolist(), getattr(anew, column).tolist())
        self.roster.remove(self.roster.people[0])
        with self.assertRaisesRegex(ValueError, "rank anew"):
            people.rerank(self.roster.people[0])
        with self.assertRaises(TypeError):
            Ranking().rerank(person)


if __name__ == "__main__":
    unittest.main()
