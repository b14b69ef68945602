#!/usr/bin/env python3
"""Locales, messages and languages."""
import datetime
import gc
import json
import unittest
from fractions import Fraction

import support  # noqa: F401
from skillmatrix import (DiagnosticCode, Framework, InputError, Language, LocaleLink, Messages, TagProblem,
                         canonical_tag, diagnostic_codes, direction_of, find_tag_problem, negotiate)


def catalog(locale, **messages):
    return json.dumps({"schema": "skillmatrix.messages/1", "locale": locale,
                       "messages": {f"host.{key}": value for key, value in messages.items()}})


class LocaleTest(unittest.TestCase):
    def test_tags(self):
        self.assertIsNone(find_tag_problem("zh-Hant-TW"))
        self.assertEqual(find_tag_problem("en_US"), TagProblem(0, 5, "underscore"))
        self.assertEqual(canonical_tag("IW-il"), "he-IL")
        with self.assertRaises(InputError):
            canonical_tag("en_US")
        self.assertEqual([direction_of(tag) for tag in ("ar", "de", "und", "")],
                         ["rtl", "ltr", "auto", "auto"])

    def test_negotiation(self):
        self.assertEqual(negotiate("zh-CN, en-GB;q=0.8, fr;q=0", ["de", "en", "fr", "zh-Hans"], "de"),
                         (LocaleLink("zh-Hans", "equivalent"), LocaleLink("en", "other_preferred"),
                          LocaleLink("de", "source_fallback"), LocaleLink("fr", "any_fallback")))
        self.assertEqual(negotiate("gsw", ["de", "fr"], "de", fallbacks={"gsw": ["fr", "de"]}),
                         (LocaleLink("fr", "related"), LocaleLink("de", "related")))
        self.assertEqual(negotiate("uk", ["en", "ru"], "en", one_way_matches=True)[0],
                         LocaleLink("ru", "related"))
        self.assertEqual(negotiate("", [], "en"), ())

    def test_what_is_pointed_to_stays(self):
        fallbacks = {f"a{letter}": [f"b{other}" for other in "abcdefgh"] for letter in "abcdefgh"}
        tags = [f"b{other}" for other in "hgfedcba"]
        for _ in range(20):
            gc.collect()
            links = negotiate("ac", tags, "en", fallbacks=fallbacks)
            self.assertEqual([each.tag for each in links], fallbacks["ac"])


class MessagesTest(unittest.TestCase):
    def test_built_in(self):
        messages = Messages()
        self.assertIn("de", messages.locales)
        self.assertIn("missing", messages)
        self.assertNotIn("host.greeting", messages)
        self.assertNotIn(3, messages)
        self.assertIn("missing", messages.keys)

    def test_extended(self):
        messages = Messages({"en.json": catalog("en", greeting="Hello, {name}")})
        messages = Messages({"de.json": catalog("de", greeting="Hallo, {name}").encode()}, messages)
        self.assertEqual(Language("de", messages).message("host.greeting", name="Ada"), "Hallo, Ada")
        self.assertEqual(Language("fr", messages).message("host.greeting", name="Ada"), "Hello, Ada")
        with self.assertRaises(InputError) as raised:
            Messages({"broken.json": catalog("en", one="{", two="{")})
        self.assertEqual(len(raised.exception.diagnostics), 2)
        self.assertTrue(Messages({"la": catalog("la", one="unum")}, messages).diagnostics)


class LanguageTest(unittest.TestCase):
    def test_is_that_of_the_reader(self):
        with Language("ar-EG, en;q=0.5") as arabic:
            self.assertEqual((arabic.locale, arabic.message_locale, arabic.direction),
                             ("ar-EG", "ar", "rtl"))
        self.assertEqual(Language().message_locale, "en")
        with self.assertRaises(ValueError):
            Language("en", isolates="sometimes")

    def test_formats(self):
        english = Language("en")
        self.assertEqual(english.number(-1234567), "-1,234,567")
        self.assertEqual(english.percent(Fraction(5, 8)), "62.5%")
        self.assertEqual(english.date(datetime.date(2026, 3, 17)), "3/17/2026")
        self.assertEqual(english.list(["a", "b", "c"]), "a, b, and c")
        self.assertEqual(english.list([]), "")
        with self.assertRaises(OverflowError):
            english.number(2**63)
        with self.assertRaises(UnicodeEncodeError):
            english.list(["\ud800"])

    def test_messages_have_typed_arguments(self):
        messages = Messages({"en": catalog(
            "en", people="{count, plural, one {# person} other {# people}} in "
            "{team, select, none {no team} other {{team}}}")})
        english = Language("en", messages)
        self.assertEqual(english.message("host.people", count=2000, team="A"), "2,000 people in A")
        self.assertEqual(english.message("host.people", count=1, team=None), "1 person in no team")
        self.assertNotIn("no.such.key", english.message("no.such.key"))

    def test_findings_are_told_in_it(self):
        german = Language("de, en_US")
        self.assertEqual([each.name for each in german.diagnostics], ["language_range_skipped"])
        self.assertEqual(Language("en").describe(german),
                         tuple(each.message for each in german.diagnostics))
        with self.assertRaises(InputError) as raised:
            Framework("{}")
        told = german.describe(raised.exception)
        self.assertEqual(len(told), len(raised.exception.diagnostics))
        self.assertNotEqual(told[0], raised.exception.diagnostics[0].message)

    def test_sorts_as_readers_do(self):
        names = ["z", "ä", "Level 10", "Level 9", "a"]
        self.assertEqual(sorted(names, key=Language("de").sort_key),
                         ["a", "ä", "Level 9", "Level 10", "z"])
        self.assertEqual(sorted(names, key=Language("sv").sort_key)[-1], "ä")

class ReportTest(unittest.TestCase):
    def test_has_findings_in_the_language(self):
        with self.assertRaises(InputError) as raised:
            Framework('{"id": 7, "skils": []}')
        report = json.loads(Language("de").report(raised.exception, "f.json"))
        self.assertEqual(report["errors"], len(raised.exception.diagnostics))
        self.assertEqual([each["message"] for each in report["diagnostics"]],
                         list(Language("de").describe(raised.exception)))
        self.assertEqual(report["diagnostics"][0]["file"], "f.json")

    def test_codes_are_known(self):
        codes = diagnostic_codes()
        self.assertEqual(len({each.code for each in codes}), len(codes))
        self.assertIn(DiagnosticCode("SKM1009", "unknown_member", "error"), codes)


if __name__ == "__main__":
    unittest.main()
