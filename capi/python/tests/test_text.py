#!/usr/bin/env python3
"""Texts of a host."""
import unittest

import support  # noqa: F401
from skillmatrix import (UnsafeCharacter, find_unsafe, is_blank, isolate, normalize, text_direction,
                         truncate)


class TextTest(unittest.TestCase):
    def test_is_made_fit(self):
        self.assertEqual(normalize("a\u0308"), "\u00e4")
        self.assertEqual(truncate("Python", 4), "Pyt\u2026")
        self.assertEqual(truncate("Python", 4, ".."), "Py..")
        self.assertEqual(truncate("Python", 6), "Python")
        self.assertEqual([isolate("a", direction)[0] for direction in ("ltr", "rtl", "auto")],
                         ["\u2066", "\u2067", "\u2068"])
        with self.assertRaises(ValueError):
            isolate("a", "up")
        with self.assertRaises(ValueError):
            truncate("a", -1)

    def test_has_a_direction(self):
        self.assertEqual([text_direction(each) for each in ("1 a", "1 \u0639", "1")],
                         ["ltr", "rtl", "auto"])
        self.assertTrue(is_blank("\u200b "))
        self.assertFalse(is_blank("a"))

    def test_unsafe_characters_are_found_by_position(self):
        self.assertEqual(find_unsafe("\u00e4\U0001f600\u202e"),
                         (UnsafeCharacter(2, "\u202e", "bidi_embedding", "error"),))
        self.assertEqual([each.position for each in find_unsafe("\u00e4\x01\U0001f600\x02\x03\u0639\x04")],
                         [1, 3, 4, 6])
        self.assertEqual([each.kind for each in find_unsafe("a\nb", "name")], ["line_break"])
        self.assertEqual(find_unsafe("a\nb"), ())
        with self.assertRaises(ValueError):
            find_unsafe("a", "title")


if __name__ == "__main__":
    unittest.main()
