#!/usr/bin/env python3
"""Tests of what readers see in each language: locale_test.py TOOL SAMPLES CATALOGS OWN [arguments].

CATALOGS are those of the library, OWN those of the tool."""
import itertools
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest

from tool import TOOL, read_json, run

SAMPLES = pathlib.Path(sys.argv.pop(1))
CATALOGS = pathlib.Path(sys.argv.pop(1))
OWN = pathlib.Path(sys.argv.pop(1))
FRAMEWORK = SAMPLES / "ai-engineering.json"
OWN_KEYS = set(json.loads((OWN / "en.json").read_text("utf-8"))["messages"])
KEYS = set(json.loads((CATALOGS / "en.json").read_text("utf-8"))["messages"])
LOCALES = sorted(path.stem for path in CATALOGS.glob("*.json"))
PSEUDO = ["ar-XB", "en-XA"]
# Every language is hundreds of runs of the tool: instrumented builds, which are slow, look at a few.
RENDERED = ["ar", "zh-Hant", "ar-XB"] if "FEW_LOCALES" in os.environ else LOCALES + PSEUDO


def expectation(role, level, skill, necessity="required", expected=None):
    requirement = {"necessity": necessity}
    if expected:
        requirement["level"] = expected
    return {"role": role, "level": level, "skill": skill, "requirement": requirement}


# A framework with every hole: nothing has a text in any language, but for what is said below.
HOLES = {
    "schema": "skillmatrix.framework/1",
    "id": "holes",
    "scales": [
        {"id": "ladder", "levels": [{"id": "one"}, {"id": "two"}, {"id": "three"}]},
        {"id": "depth", "levels": [{"id": "low", "title": ""}, {"id": "high", "label": {"ja": "H"}}]},
    ],
    "categories": [{"id": "area", "kind": "domain"}, {"id": "part", "parents": ["area"]}],
    "skills": [
        {"id": "first", "scale": "depth", "categories": ["part"]},
        {"id": "second", "scale": "depth", "status": "draft"},
        {"id": "third", "scale": "depth", "status": "deprecated", "title": {"und": "?"}},
        {"id": "unused", "scale": "depth"},
    ],
    "roles": [
        {"id": "role", "ladder": "ladder"},
        {"id": "other", "ladder": "ladder", "levels": [{"level": "three"}, {"level": "one"}]},
        {"id": "idle", "ladder": "ladder"},
    ],
    "expectations": [
        expectation("role", "one", "first", "required", "high"),
        expectation("role", "one", "second", "optional"),
        expectation("role", "two", "first", "optional", "low"),
        expectation("role", "two", "third", "required"),
        expectation("other", "three", "third", "optional"),
    ],
}
PERSON = {"schema": "skillmatrix.profile/1", "id": "nobody", "role": "role", "level": "one",
          "ratings": [{"skill": "first", "level": "low"}, {"skill": "third", "level": None}]}


def columns(line):
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else
               2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def commands(framework, person, people):
    target = ["--role", "role", "--level", "one"]
    return [
        ["skill", framework, "first"],
        ["skill", framework, "second"],
        ["skill", framework, "third"],
        ["skill", framework, "unused"],
        ["role", framework, "role"],
        ["role", framework, "idle"],
        ["role", framework, "role", "--level", "two"],
        ["role", framework, "role", "--level", "three"],
        ["progress", framework, "--role", "role", "--from", "one"],
        ["progress", framework, "--role", "role", "--from", "two"],
        ["compare", framework, "idle@one", "idle@two"],
        ["compare", framework, "role@two", "other@three"],
        ["gap", framework, person],
        ["gap", framework, person, "--level", "two", "--as-of", "2026-06-01", "--threshold", "1"],
        ["gap", framework, person, "--level", "three", "--policy", "trusted"],
        ["gap", framework, person, "--min-confidence", "50", "--threshold", "0"],
        ["match", framework, person],
        ["match", framework, people, *target],
        ["match", framework, people, "--role", "idle", "--level", "one"],
        ["search", framework, "nothing"],
        ["search", framework, "?"],
        ["locales", framework],
        ["validate", framework, person, people],
    ]


class Reader(unittest.TestCase):
    """Nothing but words for readers: no key, no brace, no empty text."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.commands = commands(self.write("holes.json", HOLES), self.write("person.json", PERSON),
                                 self.write("people.ndjson", PERSON))

    def write(self, name, document):
        path = self.folder / name
        path.write_text(json.dumps(document) + "\n", "utf-8")
        return path

    def check_words(self, text):
        self.assertNotRegex(text, r"[{}]")
        self.assertNotIn("�", text)
        for word in re.findall(r"[a-z_]+(?:\.[a-z_]+)+", text):
            self.assertNotIn(word, KEYS | OWN_KEYS)

    def check_json(self, value, path=""):
        if isinstance(value, dict):
            for name, member in value.items():
                self.check_json(member, f"{path}/{name}")
        elif isinstance(value, list):
            for at, element in enumerate(value):
                self.check_json(element, f"{path}/{at}")
        elif isinstance(value, str):
            # The pointer to a whole document is empty.
            if not path.endswith("/pointer"):
                self.assertNotEqual(value.strip(), "", path)
            self.check_words(value)

    def check_isolates(self, text):
        """Isolates have their partners in the same line."""
        for line in text.splitlines():
            depth = 0
            for character in line:
                depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
                self.assertGreaterEqual(depth, 0, line)
            self.assertEqual(depth, 0, line)

    def test_sees_no_hole_in_any_language(self):
        for locale in RENDERED:
            for arguments in self.commands:
                with self.subTest(locale=locale, command=arguments[0]):
                    done = run(*arguments, "--locale", locale)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.assertTrue(done.stdout.strip() or done.stderr.strip())
                    self.check_words(done.stdout.replace(str(self.folder), ""))
                    self.check_words(done.stderr.replace(str(self.folder), ""))
                    self.check_isolates(done.stdout + done.stderr)
                    if not locale.startswith("ar"):
                        self.assertNotIn("\u2068", done.stdout + done.stderr)
                    elif arguments[0] in ("gap", "match", "validate"):
                        self.assertIn("\u2068", done.stdout)
                    for line in done.stdout.splitlines():
                        self.assertNotRegex(line, r"[:：]\s*$")

    def test_sees_no_hole_in_json_in_any_language(self):
        for locale in RENDERED:
            for arguments in self.commands:
                with self.subTest(locale=locale, command=arguments[0]):
                    done = run(*arguments, "--locale", locale, "--json")
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.check_json(read_json(done.stdout))

    def test_sees_texts_of_both_directions_in_order(self):
        long = "C++ (\u2067" + "بناء النماذج " * 12 + "\u2066deep " + "and deeper " * 12 + "\u2069\u2069)."
        holes = json.loads(json.dumps(HOLES))
        holes["skills"][0].update(title=long, aliases={"en": ["C++", ".NET"]})
        path = self.write("both.json", holes)
        for locale in ("ar", "ar-XB", "en"):
            for arguments in commands(path, *self.commands[16][2:], self.folder / "people.ndjson"):
                with self.subTest(locale=locale, command=arguments[0]):
                    done = run(*arguments, "--locale", locale)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.check_isolates(done.stdout + done.stderr)
        page = run("skill", path, "first", "--locale", "ar").stdout
        self.assertIn("\u2068C++\u2069 و\u2068.NET\u2069\n", page)
        self.assertIn("C++ و.NET\n", page.replace("\u2068", "").replace("\u2069", ""))
        self.assertIn("\nC++ and .NET\n", run("skill", path, "first", "--locale", "en").stdout)
        said = run("skill", path, "C++", "--locale", "ar")
        self.assertEqual(said.returncode, 2)
        self.assertIn("«\u2068C++\u2069»", said.stderr)
        self.check_isolates(said.stderr)

    def test_is_told_where_a_text_comes_from(self):
        page = read_json(run("skill", self.folder / "holes.json", "first", "--locale", "de",
                              "--json").stdout)
        self.assertEqual(page["title"], "Fähigkeit ohne Titel")
        self.assertEqual(page["title_source"], "missing")
        self.assertEqual(page["title_locale"], "de")
        self.assertIsNone(page["summary"])
        page = read_json(run("skill", FRAMEWORK, "transformers-nlp", "--locale", "es", "--json").stdout)
        self.assertEqual(page["title_locale"], "en")
        self.assertEqual(page["title_source"], "source_fallback")
        page = read_json(run("skill", FRAMEWORK, "transformers-nlp", "--locale", "zh-CN", "--json").stdout)
        self.assertEqual(page["title_locale"], "zh-Hans")
        self.assertEqual(page["title_source"], "equivalent")
        page = read_json(run("skill", FRAMEWORK, "transformers-nlp", "--locale", "ar", "--json").stdout)
        self.assertEqual(page["direction"], "rtl")
        self.assertEqual(page["title_direction"], "ltr")
        self.assertEqual(page["aliases_locale"], "en")
        self.assertEqual(page["aliases_source"], "source_fallback")
        self.assertEqual(page["aliases_direction"], "ltr")
        self.assertNotIn("\u2068", json.dumps(page, ensure_ascii=False))
        hits = read_json(run("search", FRAMEWORK, "Tokenisierung", "--locale", "ar", "--json").stdout)
        self.assertEqual(hits["hits"][0]["name"], "Tokenisierung")
        self.assertEqual(hits["hits"][0]["name_locale"], "de")
        self.assertEqual(hits["hits"][0]["name_source"], "any_fallback")
        self.assertEqual(hits["hits"][0]["name_direction"], "ltr")


class BothDirections(unittest.TestCase):
    """Texts from right to left on a page from left to right."""

    FRAMEWORK = {
        "schema": "skillmatrix.framework/1", "id": "f", "title": {"ar": "إطار"},
        "scales": [{"id": "x", "levels": [{"id": "low", "title": {"ar": "أول"}},
                                          {"id": "high", "title": {"ar": "ثان"}}]}],
        "skills": [{"id": "s", "scale": "x", "title": {"ar": "نشر"}, "aliases": {"ar": ["بناء"]}}],
        "roles": [{"id": "r", "ladder": "x", "title": {"ar": "مهندس"}}],
        "expectations": [expectation("r", "low", "s", "required", "high")],
    }

    def said(self, *arguments, locale="en"):
        done = run(*arguments, "--locale", locale, stdin=json.dumps(self.FRAMEWORK))
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_keep_their_columns(self):
        self.assertRegex(self.said("role", "-", "r", "--level", "low"),
                         "\u2068نشر\u2069 +.*\u2068ثان\u2069")
        self.assertRegex(self.said("search", "-", "بناء"),
                         r"\n\u2068نشر\u2069 +skill +s +\u2068بناء\u2069\n")
        self.assertRegex(self.said("search", "-", "بناء", locale="de"), "\u2068بناء\u2069\n")
        self.assertIn("\u2068أول\u2069 \u2068مهندس\u2069", self.said("compare", "-", "r@low", "r@high"))
        self.assertNotIn("\u2068", run("role", FRAMEWORK, "nlp-engineer").stdout)

    def test_digits_are_those_of_the_language(self):
        gap = run("gap", FRAMEWORK, SAMPLES / "people" / "amara-diallo.json", "--locale", "ar")
        for line in gap.stdout.splitlines():
            if re.search("[٠-٩]", line):
                self.assertNotRegex(line, "[0-9]")
        self.assertRegex(gap.stdout, r"\([\u2068٠-٩]+/[٠-٩\u2069]+\)")
        said = run("locales", FRAMEWORK, "--locale", "ar").stderr.splitlines()[-1]
        self.assertRegex(said, r"\([٠-٩٬]+\).*\[SKM1017\]")

    def test_rows_of_tables_are_told_apart(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "people.csv"
            path.write_text("person,skill,rating\np,pyhton,none\n", "utf-8")
            done = run("match", FRAMEWORK, path, "--role", "nlp-engineer", "--level", "middle",
                       "--locale", "ar")
        self.assertIn("people.csv:2:3: \u2068الصف ٢، العمود «\u2068skill\u2069»\u2069: ", done.stderr)


class PartOfALanguage(unittest.TestCase):
    """A host's catalog with few messages: JSON says what language the others are in."""

    def test_says_the_language_of_each_text(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "he.json"
            path.write_text(json.dumps({"schema": "skillmatrix.messages/1", "locale": "he",
                                        "messages": {"skill_page.domain": "תחום"}}), "utf-8")
            options = ["--messages", path, "--locale", "he", "--json"]
            page = read_json(run("skill", FRAMEWORK, "transformers-nlp", *options).stdout)
            coverage = read_json(run("locales", FRAMEWORK, *options).stdout)
            findings = read_json(run("validate", "-", *options, stdin="{}").stdout)
        for answer in (page, coverage, findings):
            self.assertEqual([answer[name] for name in ("locale", "message_locale", "direction")],
                             ["he", "he", "rtl"])
        labels = page["labels"]
        self.assertNotIn("domain_locale", labels)
        self.assertEqual((labels["group"], labels["group_locale"], labels["group_direction"]),
                         ("Group", "en", "ltr"))
        self.assertEqual(labels["role_count_locale"], "en")
        for each in coverage["diagnostics"] + findings["diagnostics"]:
            self.assertEqual((each["message_locale"], each["message_direction"]), ("en", "ltr"))

    def test_says_nothing_of_what_is_in_the_readers(self):
        page = read_json(run("skill", FRAMEWORK, "transformers-nlp", "--locale", "de",
                             "--json").stdout)
        self.assertFalse([name for name in page["labels"] if name.endswith("_locale")])
        self.assertEqual((page["labels"]["title"], page["labels"]["community_title"]),
                         ("Fähigkeitsprofil", "Community"))


class Catalogs(unittest.TestCase):
    def test_every_message_is_used(self):
        project = CATALOGS.parent.parent
        code = "".join(path.read_text("utf-8") for folder in ("src", "examples/cli")
                       for path in (project / folder).rglob("*.[ch]pp"))
        # Put together from a part and the name of an enumerator.
        made = ("change.", "diagnostic.", "field.", "kind.", "severity.", "state.", "state_count.",
                "verdict.")
        unused = {key for key in KEYS | OWN_KEYS
                  if f'"{key}"' not in code and not key.startswith(made)}
        self.assertEqual(unused, set())

    def test_the_tool_speaks_the_languages_of_the_library(self):
        self.assertEqual(sorted(path.stem for path in OWN.glob("*.json")), LOCALES)


class Misuse(unittest.TestCase):
    """What the tool says before and beside the engine."""

    SPOKEN = sorted({"en", *RENDERED} - {*PSEUDO})
    TARGET = ["--role", "nlp-engineer", "--level"]
    PERSON = SAMPLES / "people" / "amara-diallo.json"
    NOWHERE = json.dumps({"schema": "skillmatrix.profile/1", "id": "p"})
    # With what is the same in all languages, but for the command to type.
    CASES = [
        (["skil", FRAMEWORK], ["skil", "skill"]),
        ([], []),
        (["import", "csv"], []),
        (["skill", FRAMEWORK], ["SKILL"]),
        (["skill", FRAMEWORK, "python", "more"], ["more"]),
        (["skill", FRAMEWORK, "python", "--jsn"], ["--jsn", "--json"]),
        (["match", FRAMEWORK, PERSON, "--top", "0"], ["--top N"]),
        (["match", FRAMEWORK, PERSON, "--top", "1", "--top", "2"], ["--top"]),
        (["gap", FRAMEWORK, PERSON, "--min-confidence", "x"], ["--min-confidence PERCENT"]),
        (["gap", FRAMEWORK, PERSON, "--min-confidence", "101"], ["--min-confidence", "0", "100"]),
        (["gap", FRAMEWORK, PERSON, "--as-of", "2026-02-30"], ["2026-02-30"]),
        (["gap", FRAMEWORK, PERSON, "--threshold", "7/4"], ["7/4", "3/4", "75%"]),
        (["gap", FRAMEWORK, PERSON, "--policy", "lates"], ["lates", "latest"]),
        (["gap", FRAMEWORK, "-"], ["--role"]),
        (["gap", FRAMEWORK, "-", *TARGET[:2]], ["--level"]),
        (["match", FRAMEWORK, PERSON, *TARGET[:2]], ["--role", "--level"]),
        (["compare", FRAMEWORK, "nlp-engineer", "nlp-engineer@lead"],
         ["nlp-engineer", "ROLE@LEVEL", "ai-product-manager@junior"]),
        (["progress", FRAMEWORK, *TARGET[:2], "--from", "principal"],
         ["principal", "nlp-engineer", "--to"]),
        (["import", "csv", "ratings", FRAMEWORK, "--column", "role"],
         ["--column", "FIELD=HEADER", "role"]),
        (["skill", "no/such.json", "python"], ["no/such.json"]),
        (["skill", SAMPLES, "python"], [str(SAMPLES)]),
    ]

    def said(self, arguments, locale):
        """The lines, without the command to type."""
        done = run(*arguments, "--locale", locale, stdin=self.NOWHERE)
        self.assertEqual(done.stdout, "")
        self.assertIn(done.returncode, (1, 2))
        self.assertTrue(done.stderr.startswith("skillmatrix: "), done.stderr)
        if locale == "ar":
            self.check_order(done.stderr)
        return re.sub(r"skillmatrix[a-z ]* --help", "", done.stderr[len("skillmatrix: "):])

    def check_order(self, text):
        """What is to be typed, or was, is in isolates of its own, and so is the whole line."""
        outside = text
        while (inner := re.sub("\u2068[^\u2068\u2069]*\u2069", "", outside)) != outside:
            outside = inner
        self.assertEqual(re.sub(r"\s", "", outside), "skillmatrix:")
        for sentence in re.findall("\u2068((?:[^\u2068\u2069]|\u2068[^\u2068\u2069]*\u2069)*)\u2069", text):
            if re.search("[\u0600-\u06ff]", sentence):
                words = re.sub("\u2068[^\u2068\u2069]*\u2069", "", sentence)
                self.assertNotRegex(words, "--|%")

    def test_is_told_in_the_readers_language(self):
        for arguments, same in self.CASES:
            with self.subTest(arguments):
                said = {locale: self.said(arguments, locale) for locale in self.SPOKEN}
                for locale, text in said.items():
                    for part in same:
                        self.assertIn(part, text)
                    for part in sorted(same, key=len, reverse=True):
                        text = text.replace(part, "")
                    said[locale] = text
                    self.assertNotRegex(text, r"[{}�…]")
                    self.assertFalse([key for key in OWN_KEYS if "." in key and key in text])
                self.assertEqual(len(set(said.values())), len(self.SPOKEN), said)
                english = set(re.findall(r"[a-z]{4,}", said.pop("en")))
                for locale in said.keys() & {"ar", "ja", "ru", "zh-Hans", "zh-Hant"}:
                    self.assertFalse(english & set(re.findall(r"[a-z]{4,}", said[locale])), locale)

    def test_pseudo_locales_reach_it(self):
        self.assertIn("[", self.said(["skil"], "en-XA"))
        first = run("locales", FRAMEWORK, "--locale", "en-XA").stdout.splitlines()[0]
        self.assertNotIn("AI engineering", first)

    def test_needs_no_parsing(self):
        for locale in (["--locale", "de"], ["--locale=de"]):
            for arguments in ([*locale, "skil"], ["skil", *locale], [*locale]):
                with self.subTest(arguments):
                    done = run(*arguments)
                    self.assertEqual((done.returncode, done.stdout), (2, ""))
                    self.assertIn("Hilfe: skillmatrix --help", done.stderr)

    def test_output_that_cannot_be_written(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([TOOL, "schema", "framework", "--locale", "de"], stdout=full,
                                  stderr=subprocess.PIPE, encoding="utf-8", check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("die Ausgabe kann nicht geschrieben werden: kein Speicherplatz", done.stderr)


class Tables(unittest.TestCase):
    def test_fit_the_terminal_and_cut_no_word(self):
        person = SAMPLES / "people" / "amara-diallo.json"
        commands = [
            ["gap", FRAMEWORK, person], ["role", FRAMEWORK, "nlp-engineer"],
            ["role", FRAMEWORK, "nlp-engineer", "--level", "senior"],
            ["skill", FRAMEWORK, "transformers-nlp"], ["match", FRAMEWORK, person],
            ["progress", FRAMEWORK, "--role", "nlp-engineer", "--from", "junior"],
            ["locales", FRAMEWORK], ["search", FRAMEWORK, "learning"],
        ]
        for locale, arguments in itertools.product(RENDERED, commands):
            with self.subTest(locale=locale, command=arguments[0]):
                for line in run(*arguments, "--locale", locale).stdout.splitlines():
                    self.assertLessEqual(columns(line), 80, line)
                    self.assertEqual(line, line.rstrip())
        for locale in {*RENDERED} - {*PSEUDO}:
            with self.subTest(locale=locale):
                first = run("locales", FRAMEWORK, "--locale", locale).stdout.splitlines()[2:]
                self.assertLess(len(first), 30, "a table, not lists")
        german = run(*commands[0], "--locale", "de").stdout
        self.assertEqual(set(re.findall(r"\S*kenntniss\S*", german)),
                         {"Grundkenntnisse", "Praxiskenntnisse"})
        self.assertIn("  Datenannotation\n    Verbindlichkeit  Pflicht\n", german)

    def test_become_lists_where_words_do_not_fit(self):
        word = "Donaudampfschifffahrtsgesellschaft"
        family = "👩‍👩‍👧‍👦"
        framework = counted(1, 1)
        framework["skills"][0]["title"] = word + " " + family * 30
        framework["scales"][0]["levels"] = [{"id": f"l{at}", "title": f"{word}{at}"} for at in range(2)]
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "framework.json"
            path.write_text(json.dumps(framework), "utf-8")
            done = run("role", path, "role", "--level", "l0")
            grid = run("role", path, "role")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(f"\n  {word} {family}", done.stdout)
        self.assertIn("\n    Necessity  required\n", done.stdout)
        self.assertIn(f"\n    {word}0  {word}0\n    {word}1  ({word}1)\n", grid.stdout)
        for line in (done.stdout + grid.stdout).splitlines():
            self.assertLessEqual(columns(line), 80, line)
            self.assertNotRegex(line, "\u200d$|^ *\u200d|^ *👦")


class FoundingPage(unittest.TestCase):
    """The page that the library grew from, in its four languages."""

    def page(self, locale, framework=FRAMEWORK, skill="transformers-nlp"):
        return read_json(run("skill", framework, skill, "--locale", locale, "--json").stdout)

    def test_has_every_label_in_its_language(self):
        labels = {locale: self.page(locale)["labels"] for locale in ("en", "de", "es", "zh-Hans")}
        for locale in ("de", "es", "zh-Hans"):
            self.assertEqual(labels[locale].keys(), labels["en"].keys())
            same = {name for name, text in labels[locale].items() if text == labels["en"][name]}
            # Words that both languages have.
            self.assertLessEqual(same, {"roles", "community_title", "necessity_optional"}, locale)

    def test_has_the_dates_and_flags_of_its_languages(self):
        for locale, date, required, group in [
                ("en", "3/17/2026", "required", "Group"),
                ("de", "17.3.2026", "Pflicht", "Gruppe"),
                ("es", "17/3/2026", "obligatoria", "Grupo"),
                ("zh-Hans", "2026/3/17", "必要", "组")]:
            with self.subTest(locale):
                labels = self.page(locale)["labels"]
                self.assertEqual(labels["updated_date"], date)
                self.assertEqual(labels["necessity_required"], required)
                self.assertIn(group, labels["group"])

    def test_counts_are_right_at_0_1_2_and_many(self):
        expected = {
            "en": ["none is optional", "the other one is optional", "the other 2 are optional",
                   "the other 5 are optional"],
            "de": ["keine ist optional", "die andere ist optional", "die anderen 2 sind optional",
                   "die anderen 5 sind optional"],
            "es": ["ninguna es opcional", "la otra es opcional", "las otras 2 son opcionales",
                   "las otras 5 son opcionales"],
            "zh-Hans": ["无可选期望", "其余 1 项可选", "其余 2 项可选", "其余 5 项可选"],
        }
        for locale in ("en", "de", "es", "zh-Hans"):
            notes = []
            for optional in (0, 1, 2, 5):
                with tempfile.TemporaryDirectory() as folder:
                    path = pathlib.Path(folder) / "framework.json"
                    path.write_text(json.dumps(counted(required=1, optional=optional)), "utf-8")
                    page = self.page(locale, path, "skill")
                    self.assertEqual((page["required"], page["optional"]), (1, optional))
                    notes.append(page["labels"]["required_note"])
            self.assertEqual(len(set(notes)), 4, notes)
            self.assertNotIn("0", notes[0])
            self.assertEqual(notes, expected[locale])


def counted(required, optional):
    """A framework whose one skill has so many cells of each kind."""
    levels = [{"id": f"l{at}"} for at in range(required + optional)]
    return {
        "schema": "skillmatrix.framework/1", "id": "counted",
        "scales": [{"id": "ladder", "levels": levels}],
        "skills": [{"id": "skill", "scale": "ladder"}],
        "roles": [{"id": "role", "ladder": "ladder"}],
        "expectations": [
            expectation("role", level["id"], "skill", "required" if at < required else "optional")
            for at, level in enumerate(levels)],
    }


class Languages(unittest.TestCase):
    def test_a_list_is_understood(self):
        done = run("skill", FRAMEWORK, "transformers-nlp", "--locale", "tlh, de-AT;q=0.9, en;q=0.5")
        self.assertIn("\nDomäne ", done.stdout)
        self.assertEqual(done.returncode, 0)

    def test_what_is_no_language_is_said(self):
        done = run("skill", FRAMEWORK, "transformers-nlp", "--locale", "en_US, de")
        self.assertEqual(done.returncode, 0)
        self.assertIn("SKM5020", done.stderr)
        done = run("skill", FRAMEWORK, "transformers-nlp", "--locale", "english")
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stdout, "")

    def test_diagnostics_are_in_the_readers_language(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "bad.json"
            path.write_text('{"schema": "skillmatrix.framework/1", "id": "a", "nme": 1}', "utf-8")
            said = {locale: run("validate", path, "--locale", locale).stderr for locale in LOCALES}
        self.assertEqual(len(set(said.values())), len(LOCALES))
        for text in said.values():
            self.assertIn("SKM1009", text)
            self.assertIn("nme", text)

    def test_a_host_replaces_words_and_adds_languages(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "ours.json"
            path.write_text(json.dumps({
                "schema": "skillmatrix.messages/1", "locale": "de",
                "messages": {"skill_page.roles": "Berufe"}}), "utf-8")
            korean = pathlib.Path(folder) / "korean.json"
            korean.write_text(json.dumps({
                "schema": "skillmatrix.messages/1", "locale": "ko",
                "messages": {"skill_page.domain": "분야"}}), "utf-8")
            done = run("skill", FRAMEWORK, "transformers-nlp", "--locale", "de", "--messages", path)
            self.assertIn("\nBerufe ", done.stdout)
            self.assertIn("\nDomäne ", done.stdout)
            done = run("skill", FRAMEWORK, "transformers-nlp", "--locale", "ko", "--messages", path,
                       "--messages", korean)
            self.assertIn("\n분야 ", done.stdout)
            self.assertIn("\nRoles ", done.stdout)
            self.assertEqual(run("validate", path).returncode, 0)
            path.write_text('{"schema": "skillmatrix.messages/1", "locale": "de", "messages": '
                            '{"skill_page.roles": "{n, plural, one {#}}"}}', "utf-8")
            done = run("skill", FRAMEWORK, "transformers-nlp", "--messages", path)
            self.assertEqual((done.returncode, done.stdout), (1, ""))
            self.assertIn("SKM5001", done.stderr)
            self.assertEqual(run("validate", path).returncode, 1)

    def test_catalogs_are_read_once(self):
        catalog = json.dumps({"schema": "skillmatrix.messages/1", "locale": "de", "messages": {
            "skill_page.roles": "Berufe", "count.skills": "{count, plural, one {eine} other {#}}"}})
        framework = {**counted(1, 0), "default_locale": "de"}
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "framework.json"
            path.write_text(json.dumps(framework), "utf-8")
            done = run("skill", path, "skill", "--messages", "-", stdin=catalog)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("\nBerufe ", done.stdout)

    def test_a_typing_error_finds_the_skill_in_each_language(self):
        names = {"en": "Machine Learning", "zh-Hans": "机器学习模型", "zh-Hant": "機器學習模型",
                 "de": "Maschinelles Lernen", "es": "Aprendizaje automático",
                 "fr": "Apprentissage automatique", "ja": "機械学習モデル", "ru": "Машинное обучение",
                 "ar": "التعلم الآلي", "pt-BR": "Aprendizado de máquina"}
        wrong = {"en": "Machine Laerning", "zh-Hans": "机器学系模型", "zh-Hant": "機器學係模型",
                 "de": "Machinelles Lernen", "es": "Aprendisaje automatico",
                 "fr": "Aprentissage automatique", "ja": "機械学修モデル", "ru": "Машиное обучение",
                 "ar": "التعلم الالي", "pt-BR": "Aprendizado de maquinna"}
        self.assertEqual(sorted(names), LOCALES)
        framework = counted(1, 0)
        framework["skills"].append({"id": "ml", "scale": "ladder", "title": names})
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "framework.json"
            path.write_text(json.dumps(framework), "utf-8")
            for locale, query in wrong.items():
                with self.subTest(locale):
                    hits = read_json(run("search", path, query, "--locale", locale, "--json").stdout)
                    self.assertEqual([hit["id"] for hit in hits["hits"]], ["ml"])
                    self.assertNotIn("name_locale", hits["hits"][0], "is in the reader's language")

    def test_the_same_bytes_in_every_environment(self):
        commands = [
            ["gap", FRAMEWORK, SAMPLES / "people" / "amara-diallo.json", "--as-of", "2026-06-01"],
            ["skill", FRAMEWORK, "transformers-nlp"],
            ["role", FRAMEWORK, "nlp-engineer"],
            ["search", FRAMEWORK, "learning"],
        ]
        for locale, arguments in itertools.product(("en", "de", "ar", "ja"), commands):
            outputs = set()
            for environment in ({}, {"TZ": "America/Los_Angeles"}, {"TZ": "Pacific/Kiritimati"},
                                {"LC_ALL": "sv_SE.UTF-8"}, {"LC_ALL": "tr_TR.UTF-8"},
                                {"LC_ALL": "ar_EG.UTF-8"}, {"LC_ALL": "th_TH.UTF-8"}):
                for json_too in ([], ["--json"]):
                    done = subprocess.run([TOOL, *map(str, arguments), "--locale", locale, *json_too],
                                          capture_output=True, check=True, timeout=60,
                                          env={**os.environ, **environment})
                    outputs.add((bool(json_too), done.stdout))
            self.assertEqual(len(outputs), 2, locale)


if __name__ == "__main__":
    unittest.main()
