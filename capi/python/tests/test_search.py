#!/usr/bin/env python3
"""Search."""
import json
import tempfile
import unittest
from pathlib import Path

from support import SAMPLE
from skillmatrix import Framework, Matrix, Reader, SearchIndex, SkillMatrixError


class SearchTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.matrix = Matrix(Framework.load(SAMPLE))
        cls.index = SearchIndex(cls.matrix)

    def test_finds_names_with_typing_errors(self):
        best = self.index.find("pyhton")[0]
        self.assertEqual((best.kind, best.index, best.match, best.errors, best.is_alias),
                         ("skill", self.matrix.skills["python"].index, "typing_errors", 1, False))
        self.assertEqual(self.index.find("pyhton", most_errors=0), ())
        self.assertEqual(self.index.find(""), ())

    def test_has_options(self):
        self.assertEqual(len(self.index.find("data", limit=2)), 2)
        for kind in ("skill", "role", "category"):
            self.assertEqual({each.kind for each in self.index.find("data", kinds=[kind])}
                             - {kind}, set())
        self.assertTrue(self.index.find("machine", kinds=["category"]))
        for wrong in ({"limit": 0}, {"kinds": []}, {"kinds": ["person"]}, {"most_errors": -1}):
            with self.assertRaises(ValueError):
                self.index.find("data", **wrong)

    def test_is_in_the_order_of_the_reader(self):
        for language in ("de", "en"):
            reader = Reader(self.matrix, language)
            self.assertEqual(self.index.find("python", reader)[0].tag, language)
        with self.assertRaises(SkillMatrixError) as raised:
            self.index.find("python", Reader(Matrix(Framework.load(SAMPLE))))
        self.assertEqual(raised.exception.status_name, "SKM_ERR_OTHER_MATRIX")

    def test_pages_are_dicts_and_tables(self):
        page = self.index.page("data", Reader(self.matrix, "zh"), limit=3)
        self.assertEqual(page, json.loads(page.json))
        self.assertEqual(page._repr_html_().count("<tr>"), 3)

    def test_comes_with_the_file(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "both.skm"
            SearchIndex.embed(self.matrix).save(path)
            with Matrix.open(path, verify=True) as opened:
                index = SearchIndex(opened)
            self.assertEqual(index.find("data"), self.index.find("data"))


if __name__ == "__main__":
    unittest.main()
