#!/usr/bin/env python3
"""Coverage."""
import json
import unittest
from fractions import Fraction

from support import SAMPLE
from skillmatrix import (Coverage, Framework, Language, source_texts, source_texts_ndjson,
                         text_hash)


class CoverageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.framework = Framework.load(SAMPLE)

    def test_has_findings(self):
        coverage = Coverage(self.framework, ["de", "pt-BR"], max_diagnostics=4)
        self.assertEqual(coverage.locales, ("de", "pt-BR"))
        self.assertFalse(coverage.complete)
        self.assertEqual(len(coverage.diagnostics), 5)  # One counts the others.
        self.assertEqual(len(Language("de").describe(coverage)), 5)

    def test_rows_are_those_of_the_json(self):
        coverage = Coverage(self.framework)
        document = json.loads(coverage.to_json())
        for locale in document["locales"]:
            rows = [row for row in coverage.rows if row.locale == locale["locale"]]
            for state in ("exact", "fallback", "missing", "stale"):
                self.assertEqual(sum(getattr(row, state) for row in rows), locale[state])
            self.assertEqual(coverage.share(locale["locale"]),
                             Fraction(locale["share"]["numerator"], locale["share"]["denominator"]))

    def test_one_language_may_be_complete(self):
        coverage = Coverage(self.framework, ["en"])
        self.assertTrue(coverage.complete)
        self.assertEqual((coverage.diagnostics, coverage.share("en")), ((), 1))
        self.assertEqual(coverage.share("no such language"), 1)

    def test_gives_the_work_of_translators(self):
        texts = source_texts(self.framework)
        self.assertTrue(all(each.hash == text_hash(each.value) for each in texts))
        lines = source_texts_ndjson(self.framework).splitlines()
        self.assertEqual([json.loads(line)["pointer"] for line in lines],
                         [each.pointer for each in texts])
        self.assertEqual(source_texts(self.framework, ["en"]), ())
        self.assertLess(len(source_texts(self.framework, ["de"])), len(texts))
        self.assertEqual(source_texts(self.framework, ["pt-BR"]), texts)

    def test_hashes_do_not_depend_on_the_normal_form(self):
        self.assertEqual(text_hash("\u00e4"), text_hash("a\u0308"))


if __name__ == "__main__":
    unittest.main()
