#!/usr/bin/env python3
"""Other processes, and the end of this one."""
import multiprocessing
import os
import pickle
import tempfile
import unittest
from pathlib import Path

from support import EXAMPLES, SAMPLE, run_python
from skillmatrix import (Framework, InputError, Matrix, Plan, Profile, Profiles, Ranking, Reader, Roster,
                         Scores)

#: What each worker of a pool opens for itself.
opened = {}


def open_all(matrix, people):
    """In a worker: a saved matrix is the same memory in all of them."""
    opened["matrix"] = Matrix.open(matrix)
    opened["roster"] = Roster(opened["matrix"], Profiles.load(people))


def answers(person, matrix=None, roster=None):
    """All that can be asked about a person, as what can be sent to another process."""
    matrix, roster = matrix or opened["matrix"], roster or opened["roster"]
    asked, plan, level = roster.people[person], Plan(matrix), matrix.role_level("nlp-engineer", "middle")
    gap = matrix.gap(asked, level, roster=roster)
    return (gap.cells, gap.required, gap.raises, gap.diagnostics, Scores(plan, roster, level)[asked],
            list(Ranking.rank_role_levels(plan, roster, [asked], 3)), matrix.requirements(level),
            Reader(matrix, "de").skill_page("python"))


def fail(_):
    """In a worker: raises all findings."""
    Framework('{"id": "f",\n "skils": []}')


class PoolTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.people = EXAMPLES / "people.ndjson"
        cls.matrix = Matrix(Framework.load(SAMPLE))
        cls.roster = Roster(cls.matrix, Profiles.load(cls.people))
        cls.expected = [answers(each.id, cls.matrix, cls.roster) for each in cls.roster.people]

    def check(self, method):
        """Workers give the same answers as this process, and the same failures."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "matrix.skm"
            self.matrix.save(file)
            with multiprocessing.get_context(method).Pool(2, open_all, (file, self.people)) as pool:
                found = pool.map(answers, [each.id for each in self.roster.people])
                with self.assertRaises(InputError) as raised:
                    pool.map(fail, [0])
                pool.close()
                pool.join()
        self.assertEqual(found, self.expected)
        self.assertIn("/skils", [each.pointer for each in raised.exception.diagnostics])

    def test_of_forked_processes(self):
        self.check("fork")

    def test_of_spawned_processes(self):
        self.check("spawn")

    def test_forked_processes_may_use_what_they_inherit(self):
        opened.update(matrix=self.matrix, roster=self.roster)
        self.addCleanup(opened.clear)
        with multiprocessing.get_context("fork").Pool(2) as pool:
            self.assertEqual(pool.map(answers, [each.id for each in self.roster.people]), self.expected)

    def test_what_has_handles_is_not_sent(self):
        person = Profile.load(EXAMPLES / "people/amara-diallo.json")
        for each in (self.matrix, self.roster, person, self.matrix.gap(person, self.matrix.role_levels[0])):
            with self.assertRaisesRegex(TypeError, "cannot be copied or pickled"):
                pickle.dumps(each)


class EndTest(unittest.TestCase):
    #: Handles in a cycle, and a column of which nothing but the memory is kept.
    live = ("import sys\nfrom skillmatrix import *\n"
            f"matrix = Matrix(Framework.load({str(SAMPLE)!r}))\n"
            f"roster = Roster(matrix, Profiles.load({str(EXAMPLES / 'people.ndjson')!r}))\n"
            "plan = Plan(matrix)\n"
            "level = matrix.role_levels[0]\n"
            "kept = [matrix.skills, Scores(plan, roster, level).lower, matrix.gap(roster.people[0], level,\n"
            "        roster=roster), Reader(matrix, 'de'), SearchIndex(matrix), matrix.role_levels,\n"
            "        Ranking.rank_role_levels(plan, roster, roster.people, 2, threads=2)]\n"
            "kept.append(kept)\n"
            "sys.kept = kept\n")

    def test_may_come_with_live_handles(self):
        self.assert_clean(self.live)

    def test_leaves_handles_to_those_who_come_last(self):
        """Functions that were to run at the end before there were any handles run after all others."""
        self.assert_clean("import atexit\n"
                          "atexit.register(lambda: (list(matrix.skills), gap.to_json()))\n" + self.live +
                          "gap = matrix.gap(roster.people[0], level, roster=roster)\n")

    def test_may_come_twice_after_a_fork(self):
        self.assert_clean(self.live + "import os\n"
                                      "child = os.fork()\n"
                                      "assert len(list(matrix.skills)) == len(matrix.skills)\n"
                                      "if child: assert os.waitpid(child, 0)[1] == 0\n")

    def test_may_come_while_other_threads_work(self):
        self.assert_clean(self.live + "import threading\n"
                                      "def work():\n"
                                      "    while True: Scores(plan, roster, level, threads=2)\n"
                                      "for _ in range(3): threading.Thread(target=work, daemon=True).start()\n")

    def assert_clean(self, code):
        done = run_python(code)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))


class ForkTest(unittest.TestCase):
    def test_is_clean(self):
        matrix = Matrix(Framework.load(SAMPLE))
        child = os.fork()
        if child == 0:
            os._exit(0 if len(list(matrix.skills)) == len(matrix.skills) else 1)
        self.assertEqual(os.waitpid(child, 0)[1], 0)


if __name__ == "__main__":
    unittest.main()
