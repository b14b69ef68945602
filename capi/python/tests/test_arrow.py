#!/usr/bin/env python3
"""Results as Arrow capsules. With pyarrow, where it is, also what it makes of them."""
import ctypes
import gc
import unittest

try:
    import pyarrow
except ImportError:
    pyarrow = None

from support import EXAMPLES, SAMPLE
from skillmatrix import Counts, Framework, Matrix, Plan, Ranking, Roster, Scores, _arrow

NDJSON = (EXAMPLES / "people.ndjson").read_text(encoding="utf-8")
_pointer = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.py_object, ctypes.c_char_p)(
    ("PyCapsule_GetPointer", ctypes.pythonapi))


class Array(ctypes.Structure):
    """struct ArrowArray, all of it."""


Array._fields_ = [
    ("length", ctypes.c_int64), ("null_count", ctypes.c_int64), ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64), ("n_children", ctypes.c_int64),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)), ("children", ctypes.POINTER(ctypes.POINTER(Array))),
    ("dictionary", ctypes.c_void_p), ("release", ctypes.c_void_p), ("private_data", ctypes.c_void_p)]


class People(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.matrix = Matrix(Framework.load(SAMPLE))
        cls.plan = Plan(cls.matrix)
        cls.roster = Roster.from_ndjson(cls.matrix, NDJSON)
        cls.levels = cls.matrix.role_levels


class ArrowTest(People):
    def array_of(self, capsule):
        return Array.from_address(_pointer(capsule, b"arrow_array"))

    def test_capsules_have_the_columns_in_place(self):
        scores = Scores(self.plan, self.roster, self.levels[0])
        schema, capsule = scores.__arrow_c_array__()
        self.assertEqual(type(schema).__name__, "PyCapsule")
        self.assertTrue(_pointer(schema, b"arrow_schema"))
        array = self.array_of(capsule)
        self.assertEqual((array.length, array.n_children), (len(self.roster), 4))
        verdicts = array.children[3].contents
        self.assertEqual(ctypes.string_at(verdicts.buffers[1], array.length), bytes(scores.verdicts))

    def test_exports_outlive_their_result(self):
        scores = Scores(self.plan, self.roster, self.levels[0])
        expected = bytes(scores.verdicts)
        _, capsule = scores.__arrow_c_array__()
        scores.update(self.plan, self.roster, self.levels[30])
        self.assertNotEqual(bytes(scores.verdicts), expected)
        scores.close()
        gc.collect()
        array = self.array_of(capsule)
        self.assertEqual(ctypes.string_at(array.children[3].contents.buffers[1], array.length), expected)

    def test_what_nobody_has_is_released(self):
        counts = Counts(self.roster)
        mine = counts.__arrow_c_array__()
        for _ in range(5):
            counts.__arrow_c_array__()
            counts.__arrow_c_schema__()
            self.assertLessEqual(len(_arrow._kept), 6)
        self.assertTrue(self.array_of(mine[1]).release)
        del mine
        _arrow._sweep()
        self.assertEqual(_arrow._kept, [])

    def test_what_a_consumer_took_is_left_alone(self):
        counts = Counts(self.roster)
        _, capsule = counts.__arrow_c_array__()
        array = self.array_of(capsule)
        taken = Array.from_buffer_copy(array)
        array.release = None  # It was moved.
        del capsule, array
        _arrow._sweep()
        self.assertEqual(taken.children[0].contents.length, len(self.matrix.skills))
        _arrow._release(taken.release)(ctypes.addressof(taken))
        self.assertFalse(taken.release)

    def test_closed_results_say_so(self):
        scores = Scores(self.plan, self.roster)
        scores.close()
        with self.assertRaisesRegex(ValueError, "closed"):
            scores.__arrow_c_array__()


@unittest.skipIf(pyarrow is None, "there is no pyarrow")
class PyarrowTest(People):
    def test_scores_are_a_record_batch(self):
        scores = Scores(self.plan, self.roster, self.levels[0])
        batch = pyarrow.record_batch(scores)
        batch.validate(full=True)
        self.assertEqual(batch.to_pydict(), {
            "lower": scores.lower.tolist(), "upper": scores.upper.tolist(), "gaps": scores.gaps.tolist(),
            "verdict": scores.verdicts.tolist()})
        scores.update(self.plan, self.roster, self.levels[30])
        self.assertNotEqual(batch["lower"].to_pylist(), scores.lower.tolist())

    def test_rankings_are_lists(self):
        for rows, limit in ((self.levels[3:6], 4), ([], 4), (self.levels, 100), (self.levels, 0)):
            ranking = Ranking.rank_people(self.plan, self.roster, rows, limit)
            batch = pyarrow.record_batch(ranking)
            batch.validate(full=True)
            found = [[each["item"] for each in row] for row in batch["best"].to_pylist()]
            self.assertEqual(found, [[each.item.index for each in row] for row in ranking])

    def test_counts_are_lists_by_skill(self):
        counts = Counts(self.roster)
        batch = pyarrow.record_batch(counts)
        batch.validate(full=True)
        holders = [[each["holders"] for each in row] for row in batch["levels"].to_pylist()]
        self.assertEqual(holders, [[counts.at(skill, rank).holders for rank in range(1, 5)]
                                   for skill in self.matrix.skills])

    def test_a_refusal_comes_out(self):
        with self.assertRaises((TypeError, ValueError)):
            pyarrow.record_batch(Scores(self.plan, self.roster), schema=pyarrow.schema([("x", pyarrow.utf8())]))


if __name__ == "__main__":
    unittest.main()
