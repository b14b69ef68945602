#!/usr/bin/env python3
"""What others make of our tables, and we of theirs: pyarrow, pandas, polars and DuckDB, where they are."""
import importlib
import random
import sys
import unittest

from support import People, blocks_of, run_block
from skillmatrix import Counts, Ranking, Roster, Scores, UsageError


def library(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


pyarrow, pandas, polars, duckdb = map(library, ("pyarrow", "pandas", "polars", "duckdb"))
MISSING = [name for name, each in (("pyarrow", pyarrow), ("pandas", pandas), ("polars", polars), ("duckdb", duckdb))
           if each is None]
if len(MISSING) == 4:
    print("skipped: there are none of", ", ".join(MISSING))
    sys.exit(77)


class Libraries(People):
    def scores(self):
        scores = Scores(self.plan, self.roster, self.levels[0])
        return scores, {"lower": scores.lower.tolist(), "upper": scores.upper.tolist(),
                        "total": [self.plan.total(self.levels[0])] * len(scores),
                        "gaps": scores.gaps.tolist(), "verdict": scores.verdicts.tolist()}

    def own_scores(self):
        """Of people, each with their own role level, one with none; and the lower ones as numbers."""
        self.roster.set_own_role_level(self.roster.people[1], None)
        scores = Scores(self.plan, self.roster)
        return scores, [score and float(score.lower) for score in scores]

    def rows(self):
        """Ratings of the sample people in any order: person, skill, rank."""
        rows = [(person, each.skill, each.rank) for person in self.roster.people
                for each in self.roster.holdings(person)]
        random.Random(1).shuffle(rows)
        return rows

    def texts(self):
        levels = {0: "none", 1: "awareness", 2: "working", 3: "advanced", 4: "expert"}
        rows = self.rows()
        return {"person": [person.id for person, _, _ in rows], "skill": [skill.id for _, skill, _ in rows],
                "rating": [levels[rank] for _, _, rank in rows]}

    def numbers(self):
        rows = self.rows()
        return {"person_index": [person.index for person, _, _ in rows],
                "skill_index": [skill.index for _, skill, _ in rows],
                "rating": [rank for _, _, rank in rows]}

    def expect_same(self, ratings, people=None):
        roster = Roster.from_arrow(self.matrix, ratings, self.roster if people is None else people)
        self.assertEqual(roster.diagnostics, ())
        for person, other in zip(self.roster.people, roster.people):
            self.assertEqual(other, person)
            self.assertEqual(roster.holdings(other), self.roster.holdings(person))
            self.assertEqual(roster.own_role_level(other), self.roster.own_role_level(person))


@unittest.skipIf(pyarrow is None, "there is no pyarrow")
class PyarrowTest(Libraries):
    def test_scores_are_a_record_batch(self):
        scores, expected = self.scores()
        batch = pyarrow.record_batch(scores)
        batch.validate(full=True)
        self.assertEqual(batch.to_pydict(), expected)
        self.assertEqual(pyarrow.table(scores).to_pydict(), expected)
        self.assertEqual(pyarrow.RecordBatchReader.from_stream(scores).read_all().to_pydict(), expected)
        scores.update(self.plan, self.roster, self.levels[30])
        self.assertNotEqual(batch["lower"].to_pylist(), scores.lower.tolist())

    def test_wholes_make_scores_of_units(self):
        scores, expected = self.own_scores()
        batch = pyarrow.record_batch(scores)
        batch.validate(full=True)
        rows = batch.to_pylist()
        self.assertEqual([row["total"] and row["lower"] / row["total"] for row in rows], expected)
        self.assertEqual(rows[1], dict.fromkeys(("lower", "upper", "total", "gaps", "verdict")))
        ranking = Ranking.rank_role_levels(self.plan, self.roster, self.roster.people, 3)
        best = pyarrow.record_batch(ranking)["best"].to_pylist()
        self.assertEqual([[each["lower"] / each["total"] for each in row] for row in best],
                         [[float(each.score.lower) for each in row] for row in ranking])

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

    def test_rosters_are_their_people(self):
        table = pyarrow.table(self.roster)
        table.validate(full=True)
        self.assertEqual(table["person"].to_pylist(), [each.id for each in self.roster.people])
        levels = [self.roster.own_role_level(each) for each in self.roster.people]
        self.assertEqual(table["role_level"].to_pylist(), [each and each.index for each in levels])

    def test_a_refusal_comes_out(self):
        scores, _ = self.scores()
        with self.assertRaises((TypeError, ValueError)):
            pyarrow.record_batch(scores, schema=pyarrow.schema([("x", pyarrow.utf8())]))

    def test_every_type_is_read(self):
        texts, numbers = self.texts(), self.numbers()
        string_view = getattr(pyarrow, "string_view", pyarrow.utf8)
        for kind in (pyarrow.utf8(), pyarrow.large_utf8(), string_view(),
                     pyarrow.dictionary(pyarrow.int8(), pyarrow.utf8()),
                     pyarrow.dictionary(pyarrow.uint32(), pyarrow.utf8())):
            table = pyarrow.table({name: pyarrow.array(column, kind) for name, column in texts.items()})
            self.expect_same(table)
            self.expect_same(table, pyarrow.table(self.roster))
            self.expect_same(pyarrow.Table.from_batches(table.to_batches(max_chunksize=3)).to_reader())
        for kind in ("int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"):
            table = pyarrow.table({name: pyarrow.array(column, kind) for name, column in numbers.items()})
            self.expect_same(table)
            self.expect_same(pyarrow.concat_tables([table.slice(0, 5), table.slice(5)]))

    def test_slices_and_batches_are_read(self):
        texts = pyarrow.table(self.texts())
        encoded = pyarrow.table([column.dictionary_encode() for column in texts.columns], texts.column_names)
        for table in (texts, encoded):
            halves = [Roster.from_arrow(self.matrix, part, self.roster) for part in (table.slice(0, 9), table.slice(9))]
            self.assertEqual(sum(each.rating_count for each in halves), self.roster.rating_count)
            for batch in table.slice(3).to_batches():
                part = Roster.from_arrow(self.matrix, batch, self.roster)
                self.assertEqual(part.rating_count, self.roster.rating_count - 3)


@unittest.skipIf(pandas is None or pyarrow is None or not hasattr(pandas and pandas.DataFrame, "__arrow_c_stream__"),
                 "there is no pandas, or one before 2.2, or no pyarrow, which it needs for this")
class PandasTest(Libraries):
    def test_frames_are_read(self):
        frame = pandas.DataFrame(self.texts())
        self.expect_same(frame)
        self.expect_same(frame.astype("category"))
        self.expect_same(pandas.DataFrame(self.numbers()))
        frame["none"] = frame["rating"] == "none"
        frame.loc[frame["none"], "rating"] = None
        self.expect_same(frame[::-1])

    def test_floats_are_refused(self):
        frame = pandas.DataFrame(self.numbers()).astype({"rating": "float64"})
        with self.assertRaisesRegex(UsageError, r'column “rating”: its format is “g”, float64; .* astype\("UInt8"\)$'):
            Roster.from_arrow(self.matrix, frame, self.roster)
        self.expect_same(frame.astype({"rating": "UInt8"}))

    @unittest.skipIf(pandas is None or not hasattr(pandas.DataFrame, "from_arrow"), "it is before 3.0")
    def test_results_are_frames(self):
        scores, expected = self.scores()
        self.assertEqual(pandas.DataFrame.from_arrow(scores).to_dict("list"), expected)
        ranking = Ranking.rank_people(self.plan, self.roster, self.levels[:2], 3)
        best = pandas.DataFrame.from_arrow(ranking)["best"].explode()
        self.assertEqual([each["item"] for each in best], ranking.items.tolist())

    def test_wholes_make_scores_of_units(self):
        scores, expected = self.own_scores()
        frame = pyarrow.table(scores).to_pandas()
        there = [each for each in expected if each is not None]
        self.assertAlmostEqual((frame["lower"] / frame["total"]).mean(), sum(there) / len(there))

    def test_numbers_of_employees_are_no_positions(self):
        frame = pandas.DataFrame({"person": [1, 2, 3], "skill": ["sql"] * 3, "rating": ["working"] * 3})
        people = pandas.DataFrame({"person": ["1", "2", "3", "4"]})
        with self.assertRaisesRegex(UsageError, "column “person”: .* cast ids to texts"):
            Roster.from_arrow(self.matrix, frame, people)
        roster = Roster.from_arrow(self.matrix, frame.astype({"person": str}), people)
        self.assertEqual([len(roster.holdings(each)) for each in roster.people], [1, 1, 1, 0])


@unittest.skipIf(polars is None, "there is no polars")
class PolarsTest(Libraries):
    def test_frames_are_read(self):
        frame = polars.DataFrame(self.texts())
        self.expect_same(frame)
        self.expect_same(frame.with_columns(polars.all().cast(polars.Categorical)))
        self.expect_same(polars.concat([frame[:7], frame[7:]], rechunk=False))
        numbers = polars.DataFrame(self.numbers())
        self.expect_same(numbers)
        self.expect_same(numbers.cast(polars.UInt8), polars.DataFrame(self.roster))

    def test_results_are_frames(self):
        scores, expected = self.scores()
        self.assertEqual(polars.DataFrame(scores).to_dict(as_series=False), expected)
        own, shares = self.own_scores()
        frame = polars.DataFrame(own).cast(polars.Int64)
        self.assertEqual((frame["lower"] / frame["total"]).to_list(), shares)
        both = polars.concat([polars.DataFrame(self.roster), polars.DataFrame(scores)], how="horizontal")
        self.assertEqual(both["person"].to_list(), [each.id for each in self.roster.people])


@unittest.skipIf(duckdb is None, "there is no duckdb")
class DuckdbTest(Libraries):
    def test_relations_are_read(self):
        texts = self.texts()
        with duckdb.connect() as connection:
            connection.execute("create table rows (person varchar, skill varchar, rating varchar)")
            connection.executemany("insert into rows values (?, ?, ?)", list(zip(*texts.values())))
            self.expect_same(connection.sql("from rows"))
            skills = ", ".join(f"'{each.id}'" for each in self.matrix.skills)
            connection.execute(f"create type skill as enum ({skills})")
            self.expect_same(connection.sql("select person, skill::skill as skill, rating from rows"))
            self.expect_same(connection.sql("select person, skill, nullif(rating, 'none') as rating, "
                                            "rating = 'none' as none from rows"))

    @unittest.skipIf(pyarrow is None, "there is no pyarrow, which it may need for this")
    def test_results_are_relations(self):
        scores, expected = self.scores()
        people = self.roster
        with duckdb.connect() as connection:
            found = connection.sql("select lower, upper, total, gaps, verdict from scores").fetchall()
            self.assertEqual(found, list(zip(*expected.values())))
            found = connection.sql("select person, lower from people positional join scores").fetchall()
            self.assertEqual(found, list(zip([each.id for each in people.people], expected["lower"])))
            own, shares = self.own_scores()
            found = connection.sql("select lower / total from own").fetchall()
            self.assertEqual([share for share, in found], shares)


class DocumentationTest(unittest.TestCase):
    def test_what_it_shows_runs(self):
        names = {}
        first, *others = blocks_of("docs/arrow.md")
        run_block(first, names)
        expected = {"pandas": r"^\d+ \d+ 0\.\d+ (undetermined|not_ready)$",
                    "duckdb": r"^\[\('p-003', 0\.9\d+\), \('p-001', 0\.1\d+\)\]$", "pyarrow": "^6$",
                    "polars": r"^\[\('ann', None, \d+, \d+, \d+, \d, 2\), \('bob', .*\), \('cem', None, 0, \d+, \d+, 0, 1\)\]$"}
        for block in others:
            name = block.split()[1]
            with self.subTest(name):
                if name in MISSING:
                    self.skipTest(f"there is no {name}")
                if name == "pandas" and not hasattr(pandas.DataFrame, "from_arrow"):
                    self.skipTest("pandas is before 3.0")
                self.assertRegex(run_block(block, names), expected[name])


if __name__ == "__main__":
    unittest.main()
