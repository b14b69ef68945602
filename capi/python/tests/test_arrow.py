#!/usr/bin/env python3
"""Results as Arrow capsules, and rosters of what speaks the protocol, without Arrow."""
import array
import ctypes
import gc
import itertools
import threading
import unittest
from fractions import Fraction

from support import People, blocks_of, run_block
from skillmatrix import (Counts, InputError, Plan, Ranking, Roster, RosterOptions, Scores, UsageError,
                         _arrow)
from skillmatrix._arrow import Array, Schema, Stream


class Producer:
    """A table of texts (u), of small numbers (C), or of both; None is null. It counts what is out there."""

    def __init__(self, columns, error=0, kind="array"):
        self.columns, self.error, self.live, self.kept = columns, error, 0, []
        self.released = {each: ctypes.CFUNCTYPE(None, ctypes.POINTER(each))(self.release)
                         for each in (Schema, Array, Stream)}
        if kind == "array":
            self.__arrow_c_array__ = self.as_array
        else:
            self.__arrow_c_stream__ = self.as_stream

    def release(self, struct):
        struct.contents.release = None
        self.live -= 1

    def made(self, kind, **members):
        self.live += 1
        struct = kind(release=ctypes.cast(self.released[kind], ctypes.c_void_p), **members)
        self.kept.append((struct, members))
        return struct

    def pointers(self, kind, structs):
        return (ctypes.POINTER(kind) * len(structs))(*map(ctypes.pointer, structs))

    def schema(self):
        # Children belong to their parent: they count as one.
        children = [Schema(format=self.format(column), name=name.encode())
                    for name, column in self.columns.items()]
        return self.made(Schema, format=b"+s", name=b"", n_children=len(children),
                         children=self.pointers(Schema, children))

    def format(self, column):
        return b"u" if any(isinstance(each, str) for each in column) else b"C"

    def array(self):
        children = [self.child(column) for column in self.columns.values()]
        return self.made(Array, length=max(map(len, self.columns.values()), default=0), n_buffers=1,
                         n_children=len(children), buffers=(ctypes.c_void_p * 1)(None),
                         children=self.pointers(Array, children))

    def child(self, column):
        bits = sum((each is not None) << at for at, each in enumerate(column))
        parts = [bits.to_bytes(len(column) // 8 + 1, "little")]
        if self.format(column) == b"u":
            texts = [(each or "").encode() for each in column]
            parts += [array.array("i", [0, *itertools.accumulate(map(len, texts))]).tobytes(), b"".join(texts)]
        else:
            parts.append(bytes(each or 0 for each in column))
        buffers = (ctypes.c_void_p * len(parts))(*[ctypes.cast(ctypes.c_char_p(each), ctypes.c_void_p).value
                                                   for each in parts])
        self.kept.append((parts, buffers))
        return Array(length=len(column), null_count=column.count(None), n_buffers=len(parts), buffers=buffers)

    def as_array(self, requested_schema=None):
        return _arrow._capsule(self.schema()), _arrow._capsule(self.array())

    def as_stream(self, requested_schema=None):
        batches = [self.array()]

        def get_schema(_, out):
            ctypes.memmove(out, ctypes.byref(self.schema()), ctypes.sizeof(Schema))
            return 0

        def get_next(_, out):
            ctypes.memmove(out, ctypes.byref(batches[0] if batches else Array()), ctypes.sizeof(Array))
            return 0 if batches and batches.pop() else self.error

        def get_last_error(_):
            return ctypes.cast(ctypes.c_char_p(b"the cable is out"), ctypes.c_void_p).value

        kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
        calls = [kind(get_schema), kind(get_next),
                 ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)(get_last_error)]
        self.kept.append(calls)
        return _arrow._capsule(self.made(Stream, **dict(zip(
            ("get_schema", "get_next", "get_last_error"), (ctypes.cast(each, ctypes.c_void_p) for each in calls)))))


class ImportTest(People):
    def read(self, *tables):
        roster = Roster.from_arrow(self.matrix, *tables)
        held = {person.id: {each.skill.id: each.rank for each in roster.holdings(person)}
                for person in roster.people}
        return roster, held

    def test_tables_of_both_kinds_are_read(self):
        for kind in ("array", "stream"):
            ratings = Producer({"rating": ["working", None, "none", "expert"], "person": ["a", "b", "a", None],
                                "skill": ["python", None, "sql", "sql"], "remark": ["", "", "", ""]}, kind=kind)
            roster, held = self.read(ratings)
            self.assertEqual(held, {"a": {"python": 2, "sql": 0}, "b": {}})
            self.assertEqual(sorted((each.name, each.pointer) for each in roster.diagnostics),
                             [("csv_unused_column", "/ratings/remark"), ("empty_id", "/ratings/person/3")])
            _arrow._sweep()
            self.assertEqual(ratings.live, 0, kind)

    def test_what_is_released_may_export(self):
        scores = Scores(self.plan, self.roster, self.levels[0])
        ratings = Producer({"person": ["a"], "skill": ["sql"], "rating": ["working"]})
        exported = []

        def release(struct):
            exported.append(scores.__arrow_c_array__())
            struct.contents.release = None
        ratings.released[Array] = ctypes.CFUNCTYPE(None, ctypes.POINTER(Array))(release)

        def forget():
            ratings.as_array()
            scores.__arrow_c_schema__()  # Each export looks after what was forgotten.
        thread = threading.Thread(target=forget, daemon=True)
        thread.start()
        thread.join(10)
        self.assertFalse(thread.is_alive(), "it waits for itself")
        self.assertEqual(len(exported), 1)

    def test_people_are_a_table_of_their_own(self):
        skills = [self.matrix.skills["python"].index, self.matrix.skills["sql"].index]
        ratings = Producer({"person_index": [2, 0, 2], "skill_index": [*skills, skills[1]], "rating": [1, 0, None]})
        people = Producer({"person": ["a", "b", "c"], "role": ["data-scientist", None, None],
                           "level": ["senior", None, None]}, kind="stream")
        roster, held = self.read(ratings, people)
        self.assertEqual(held, {"a": {"sql": 0}, "b": {}, "c": {"python": 1}})
        self.assertEqual([roster.own_role_level(each) for each in roster.people],
                         [self.matrix.role_level("data-scientist", "senior"), None, None])
        again, held = self.read(ratings, roster)  # A roster is such a table, too.
        self.assertEqual([again.own_role_level(each) for each in again.people],
                         [roster.own_role_level(each) for each in roster.people])
        self.assertEqual(held, {"a": {"sql": 0}, "b": {}, "c": {"python": 1}})

    def test_whole_numbers_are_no_ids(self):
        people = Producer({"person": ["1", "2", "3", "4"]})
        rest = {"skill": ["sql", "sql", "sql"], "rating": [1, 2, 3]}
        for name, wrong in (("person", {"person": [1, 2, 3], **rest}),
                            ("skill", {"person": ["1", "2", "3"], **rest, "skill": [1, 2, 3]})):
            ratings = Producer(wrong)
            with self.assertRaisesRegex(UsageError, f"column “{name}”: .* cast ids to texts, or name .*“{name}_index”"):
                self.read(ratings, people)
            _arrow._sweep()
            self.assertEqual(ratings.live, 0)
        _, held = self.read(Producer({"person": ["1", "2", "3"], **rest}), people)
        self.assertEqual(held, {"1": {"sql": 1}, "2": {"sql": 2}, "3": {"sql": 3}, "4": {}})

    def test_the_same_as_from_columns(self):
        rows = [(person, each) for person in self.roster.people for each in self.roster.holdings(person)]
        ratings = Producer({"person": [person.id for person, _ in rows],
                            "skill": [each.skill.id for _, each in rows], "rating": [each.rank for _, each in rows]})
        roster, _ = self.read(ratings, self.roster)
        for name in ("lower", "upper", "gaps", "verdicts"):
            self.assertEqual(getattr(Scores(self.plan, roster), name).tolist(),
                             getattr(Scores(self.plan, self.roster), name).tolist())
        options = RosterOptions(rating_positions=True)
        roster = Roster.from_arrow(self.matrix, ratings, self.roster, options)
        first = roster.people[0]
        self.assertEqual([each.rating for each in roster.holdings(first)],
                         list(range(len(roster.holdings(first)))))

    def test_what_is_no_table_is_a_type_error(self):
        for wrong in (5, "person", [], None, Producer, Roster, object()):
            with self.assertRaisesRegex(TypeError, "PyCapsule protocol"):
                Roster.from_arrow(self.matrix, wrong)
        ratings = Producer({"person": ["a"], "skill": ["sql"], "rating": [1]})
        with self.assertRaisesRegex(TypeError, "PyCapsule protocol"):
            Roster.from_arrow(self.matrix, ratings, 5)
        with self.assertRaises(TypeError):
            Roster.from_arrow(ratings, ratings)
        _arrow._sweep()
        self.assertEqual(ratings.live, 0)

    def test_other_capsules_are_refused(self):
        class Wrong:
            def __arrow_c_stream__(self, requested_schema=None):
                return _arrow._capsule(Schema())

        with self.assertRaises(ValueError):
            Roster.from_arrow(self.matrix, Wrong())

    def test_failures_come_out_and_leave_nothing(self):
        ratings = Producer({"person": ["a"], "skill": ["sql"]})
        with self.assertRaisesRegex(UsageError, "ratings: there is no column “rating”"):
            Roster.from_arrow(self.matrix, ratings)
        broken = Producer({"person": ["a"], "skill": ["sql"], "rating": [1]}, error=5, kind="stream")
        with self.assertRaisesRegex(InputError, "the cable is out"):
            Roster.from_arrow(self.matrix, broken)
        _arrow._sweep()
        self.assertEqual((ratings.live, broken.live), (0, 0))


class ExportTest(People):
    def array_of(self, capsule):
        return _arrow.struct_of(Array, capsule)

    def test_capsules_have_the_columns_in_place(self):
        scores = Scores(self.plan, self.roster, self.levels[0])
        schema, capsule = scores.__arrow_c_array__()
        self.assertEqual(type(schema).__name__, "PyCapsule")
        self.assertEqual(_arrow.struct_of(Schema, schema).format, b"+s")
        array = self.array_of(capsule)
        self.assertEqual((array.length, array.n_children), (len(self.roster), 5))
        verdicts = array.children[4].contents
        self.assertEqual(ctypes.string_at(verdicts.buffers[1], array.length), bytes(scores.verdicts))

    def test_scores_have_the_whole_of_each(self):
        self.roster.set_own_role_level(self.roster.people[1], None)
        scores = Scores(self.plan, self.roster)
        schema, capsule = scores.__arrow_c_array__()
        self.assertEqual(scores.lower.format, "H")
        self.assertEqual(_arrow.struct_of(Schema, schema).children[2].contents.format, b"S")
        array = self.array_of(capsule)
        totals = (ctypes.c_uint16 * array.length).from_address(array.children[2].contents.buffers[1])
        found = [None if score is None else Fraction(lower, total)
                 for score, lower, total in zip(scores, scores.lower, totals)]
        self.assertEqual(found, [score and score.lower for score in scores])
        self.assertEqual((found[1], totals[1]), (None, 0))
        self.assertGreater(len(set(totals)), 2)
        self.assertEqual({array.children[at].contents.null_count for at in range(5)}, {found.count(None)})

    def test_streams_have_the_same(self):
        scores = Scores(self.plan, self.roster, self.levels[0])
        stream = _arrow.struct_of(Stream, scores.__arrow_c_stream__())
        kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
        schema, first, end = Schema(), Array(), Array()
        here = ctypes.addressof(stream)
        self.assertEqual(kind(stream.get_schema)(here, ctypes.addressof(schema)), 0)
        self.assertEqual(kind(stream.get_next)(here, ctypes.addressof(first)), 0)
        self.assertEqual(kind(stream.get_next)(here, ctypes.addressof(end)), 0)
        self.assertEqual(_arrow._columns(schema), ["lower", "upper", "total", "gaps", "verdict"])
        self.assertEqual(first.length, len(self.roster))
        self.assertFalse(end.release)
        for each in (schema, first):
            _arrow._give_up(each)

    def test_another_schema_is_refused(self):
        scores, counts = Scores(self.plan, self.roster), Counts(self.roster)
        wanted = Scores(self.plan, self.roster).__arrow_c_schema__()
        self.assertEqual(self.array_of(scores.__arrow_c_array__(wanted)[1]).length, len(self.roster))
        self.assertTrue(scores.__arrow_c_stream__(requested_schema=wanted))
        for export in (counts.__arrow_c_array__, counts.__arrow_c_stream__, self.roster.__arrow_c_array__):
            with self.assertRaisesRegex(ValueError, "there are the columns"):
                export(wanted)
        with self.assertRaises(ValueError):
            counts.__arrow_c_array__(counts.__arrow_c_stream__())
        self.assertTrue(_arrow.struct_of(Schema, wanted).release)

    def test_exports_outlive_their_result(self):
        scores = Scores(self.plan, self.roster, self.levels[0])
        expected = bytes(scores.verdicts)
        _, capsule = scores.__arrow_c_array__()
        scores.update(self.plan, self.roster, self.levels[30])
        self.assertNotEqual(bytes(scores.verdicts), expected)
        scores.close()
        gc.collect()
        array = self.array_of(capsule)
        self.assertEqual(ctypes.string_at(array.children[4].contents.buffers[1], array.length), expected)

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
        for export in (scores.__arrow_c_array__, scores.__arrow_c_stream__, scores.__arrow_c_schema__):
            with self.assertRaisesRegex(ValueError, "closed"):
                export()


class DocumentationTest(unittest.TestCase):
    def test_what_it_shows_without_arrow_runs(self):
        self.assertRegex(run_block(blocks_of("docs/arrow.md")[0], {}), r"^p-003 \d+ \d+\nPyCapsule\n$")


if __name__ == "__main__":
    unittest.main()
