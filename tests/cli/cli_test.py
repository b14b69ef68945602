#!/usr/bin/env python3
"""Tests of the command line tool: cli_test.py TOOL SAMPLES [unittest arguments]."""
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from fractions import Fraction

from tool import TOOL, read_json, run

SAMPLES = pathlib.Path(sys.argv.pop(1))
FRAMEWORK = SAMPLES / "ai-engineering.json"
PERSON = SAMPLES / "people" / "amara-diallo.json"
PEOPLE = SAMPLES / "people.ndjson"
TARGET = ["--role", "nlp-engineer", "--level", "middle"]

COMMANDS = {
    "validate": ["validate", FRAMEWORK, PERSON, PEOPLE],
    "skill": ["skill", FRAMEWORK, "transformers-nlp"],
    "skill in Chinese": ["skill", FRAMEWORK, "transformers-nlp", "--locale", "zh-Hans"],
    "role": ["role", FRAMEWORK, "nlp-engineer"],
    "role level": ["role", FRAMEWORK, "nlp-engineer", "--level", "senior"],
    "progress": ["progress", FRAMEWORK, "--role", "nlp-engineer", "--from", "middle"],
    "compare": ["compare", FRAMEWORK, "data-scientist@senior", "nlp-engineer@lead"],
    "gap": ["gap", FRAMEWORK, PERSON, "--as-of", "2026-06-01", "--threshold", "3/4"],
    "match role levels": ["match", FRAMEWORK, PERSON, "--top", "5"],
    "search": ["search", FRAMEWORK, "Pyhton", "--kind", "skill", "--kind", "role"],
    "search in Chinese": ["search", FRAMEWORK, "learning", "--locale", "zh-Hans"],
    "locales": ["locales", FRAMEWORK, "--only", "de", "--only", "zh-Hans"],
    "locales in Arabic": ["locales", FRAMEWORK, "--locale", "ar"],
    "match people": ["match", FRAMEWORK, PEOPLE, *TARGET],
}


def columns(line):
    return sum(0 if unicodedata.combining(c) or c in "\u2066\u2067\u2068\u2069" else
               2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


class EveryCommand(unittest.TestCase):
    def test_is_fine_plain_and_at_most_80_columns_wide(self):
        for name, arguments in COMMANDS.items():
            with self.subTest(name):
                done = run(*arguments)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertNotIn("\x1b", done.stdout + done.stderr)
                for line in done.stdout.splitlines():
                    if str(SAMPLES) not in line:
                        self.assertLessEqual(columns(line), 80, line)
                        self.assertEqual(line, line.rstrip())

    def test_answers_in_json_the_same_each_time(self):
        for name, arguments in COMMANDS.items():
            with self.subTest(name):
                done = run(*arguments, "--json")
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertIsInstance(read_json(done.stdout), dict)
                self.assertEqual(done.stdout, run(*arguments, "--json").stdout)

    def test_has_help_with_an_example(self):
        names = {(arguments[0],) for arguments in COMMANDS.values()} | {
            (), ("schema",), ("compile",), ("import",), ("import", "csv", "expectations"),
            ("import", "csv", "ratings"), ("export", "csv", "expectations"),
            ("export", "csv", "ratings")}
        for name in sorted(names):
            with self.subTest(name):
                done = run(*name, "--help")
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                self.assertIn("Example:", done.stdout)
                for line in done.stdout.splitlines():
                    self.assertLessEqual(columns(line), 80, line)


class Shapes(unittest.TestCase):
    def test_skill_page_of_the_founding_example(self):
        page = read_json(run(*COMMANDS["skill"], "--json").stdout)
        self.assertEqual([page[name] for name in ("roles", "levels", "required", "optional")],
                         [3, 5, 11, 4])
        self.assertEqual(page["domain"], "Machine Learning & AI")
        self.assertEqual(page["group"], "Natural Language Processing")
        self.assertEqual(page["updated"], "2026-03-17")
        self.assertEqual(len(page["cells"]), 15)
        for cell in page["cells"]:
            self.assertLessEqual({"role", "role_title", "level", "level_title", "necessity",
                                  "expected", "description"}, set(cell))

    def test_a_role_at_one_level_counts_that_level(self):
        page = read_json(run(*COMMANDS["role level"], "--json").stdout)
        whole = read_json(run(*COMMANDS["role"], "--json").stdout)
        level = next(each for each in whole["role_levels"] if each["id"] == "senior")
        counts = [page[name] for name in ("skills", "levels", "required", "optional")]
        self.assertEqual(counts, [len(level["cells"]), 1, level["required"], level["optional"]])
        self.assertEqual(page["role_levels"], [level])
        self.assertGreater(whole["required"], page["required"])

    def test_skill_page_for_readers(self):
        text = run(*COMMANDS["skill"]).stdout
        for part in ("3 roles expect it", "5 levels, from Junior to Principal",
                     "11 expectations, the other 4 optional", "3/17/2026"):
            self.assertIn(part, text)

    def test_skill_page_counts_in_words(self):
        for required, optional, parts in [
            (0, 0, ["no role expects it", "no level expects it", "nothing is expected"]),
            (0, 1, ["1 role expects it", "1 level: l0", "nothing is required, 1 expectation is optional"]),
            (0, 2, ["2 levels, from l0 to l1", "nothing is required, 2 expectations are optional"]),
            (1, 0, ["1 expectation, none is optional"]),
            (1, 1, ["1 expectation, the other one optional"]),
            (2, 2, ["4 levels, from l0 to l3", "2 expectations, the other 2 optional"]),
        ]:
            levels = [{"id": f"l{n}", "title": f"l{n}"} for n in range(4)]
            cells = [{"role": "r", "level": f"l{n}", "skill": "s", "requirement": {
                "necessity": "required" if n < required else "optional"}}
                for n in range(required + optional)]
            framework = {"schema": "skillmatrix.framework/1", "id": "f",
                         "scales": [{"id": "x", "levels": levels}],
                         "skills": [{"id": "s", "title": "S", "scale": "x"}],
                         "roles": [{"id": "r", "title": "R", "ladder": "x"}],
                         "expectations": cells}
            done = run("skill", "-", "s", stdin=json.dumps(framework))
            self.assertEqual(done.returncode, 0, done.stderr)
            for part in parts:
                self.assertIn(part, done.stdout)

    def test_gap_adds_up(self):
        gap = read_json(run(*COMMANDS["gap"], "--json").stdout)
        self.assertEqual(gap["verdict"], "not_ready")
        self.assertEqual(gap["model"], "coverage.partial/1")
        self.assertEqual((gap["role"], gap["level"]), ("nlp-engineer", "middle"))
        self.assertEqual(gap["as_of"], "2026-06-01")
        total = sum(Fraction(c["contribution"]["numerator"], c["contribution"]["denominator"])
                    for c in gap["cells"])
        lower = gap["score"]["lower"]
        self.assertEqual(total, Fraction(lower["numerator"], lower["denominator"]))
        for cell in gap["cells"]:
            self.assertEqual(cell["held_rank"] is None, cell["state"] in ("unknown", "expired"))
            self.assertGreaterEqual(cell["shortfall"], 0)
        for raised in gap["counterfactual"]:
            self.assertLessEqual({"skill", "from", "to"}, set(raised))
        self.assertEqual(gap["threshold"]["outcome"], "reached")
        self.assertEqual([skill["skill"] for skill in gap["assess"]],
                         [c["skill"] for c in gap["cells"] if c["necessity"] == "required"
                          and c["state"] in ("unknown", "expired")])

    def test_match_is_cut_and_ordered(self):
        matches = read_json(run(*COMMANDS["match role levels"], "--json").stdout)["matches"]
        self.assertEqual(len(matches), 5)
        order = ["ready", "undetermined", "not_ready"]
        places = [order.index(match["verdict"]) for match in matches]
        self.assertEqual(places, sorted(places))

    def test_search_finds_names_in_other_languages_and_with_errors(self):
        hits = read_json(run("search", FRAMEWORK, "Pyhton", "--json").stdout)["hits"]
        self.assertEqual((hits[0]["id"], hits[0]["errors"]), ("python", 1))
        self.assertIn("Nothing was found", run("search", FRAMEWORK, "qqqqqq").stdout)
        one = read_json(run("search", FRAMEWORK, "e", "--limit", "1", "--json").stdout)["hits"]
        self.assertEqual(len(one), 1)
        self.assertEqual({hit["kind"] for hit in read_json(
            run("search", FRAMEWORK, "e", "--kind", "category", "--json").stdout)["hits"]}
            - {"category"}, set())

    def test_schema(self):
        for document in ("framework", "profile"):
            self.assertIn("$schema", read_json(run("schema", document).stdout))


class ExitStatus(unittest.TestCase):
    def test_check(self):
        arguments = ["gap", FRAMEWORK, PERSON, "--as-of", "2026-06-01", "--check"]
        self.assertEqual(run(*arguments).returncode, 3)
        self.assertEqual(run(*arguments, "--json").returncode, 3)
        self.assertEqual(run(*arguments[:3], "--check", "--level", "junior").returncode, 0)

    def test_wrong_usage_with_suggestions(self):
        for arguments, part in [
            (["skil", FRAMEWORK], 'did you mean “skill”?'),
            (["import", "cvs"], 'did you mean “csv”?'),
            (["skill", FRAMEWORK, "python", "--jsn"], 'did you mean “--json”?'),
            (["skill", FRAMEWORK, "python", "more"], "“more” was not expected"),
            (["match", FRAMEWORK, PERSON, "--top", "0"], "expected --top N\n"),
            (["match", FRAMEWORK, PERSON, "--top"], "expected --top N\n"),
            (["gap", FRAMEWORK, PERSON, "--min-confidence", "-1"], "expected --min-confidence PERCENT"),
            (["import", "csv", "ratings", "-", "--column", "role"], "FIELD=HEADER"),
            (["skill", FRAMEWORK, "transformer-nlp"], 'did you mean “transformers-nlp”?'),
            (["role", FRAMEWORK, "nlp-enginer"], 'did you mean “nlp-engineer”?'),
            (["role", FRAMEWORK, "nlp-engineer", "--level", "midle"], 'did you mean “middle”?'),
            (["role", FRAMEWORK, "nlp-engineer", "--level", "x"], "expected one of junior, middle,"),
            (["compare", FRAMEWORK, "nlp-engineer@lead", "nlp-engineer"], "ROLE@LEVEL"),
            (["gap", FRAMEWORK, PERSON, "--model", "coverage.partal/1"], "coverage.partial/1"),
            (["gap", FRAMEWORK, PERSON, "--policy", "lates"], 'did you mean “latest”?'),
            (["gap", FRAMEWORK, PERSON, "--as-of", "2026-02-30"], "invalid date"),
            (["gap", FRAMEWORK, PERSON, "--threshold", "7/4"], "from 0 to 1"),
            (["gap", FRAMEWORK, PERSON, "--min-confidence", "101"], "0 to 100"),
            (["match", FRAMEWORK, PEOPLE, "--role", "nlp-engineer"], "go together"),
            (["progress", FRAMEWORK, "--role", "nlp-engineer", "--from", "principal"], "highest"),
            (["search", FRAMEWORK, "x", "--kind", "skil"], 'did you mean “skill”?'),
            (["schema", "profil"], 'did you mean “profile”?'),
            (["skill", FRAMEWORK], "missing: SKILL\nFor help: skillmatrix skill --help"),
            ([], "which command?\nFor help: skillmatrix --help\n"),
            (["match", FRAMEWORK, PERSON, "--top", "x", "extra"], "expected --top N\n"),
            (["match", FRAMEWORK, PERSON, "--top", "--locale", "en"], "expected --top N\n"),
            (["match", FRAMEWORK, PERSON, "--top", "1", "--top", "2"], "--top is given twice"),
            (["search", FRAMEWORK, "x", "--locale", "en", "--locale", "en"],
             "--locale is given twice"),
            (["--locale", "en", "search", FRAMEWORK, "x", "--locale", "en"],
             "--locale is given twice"),
            (["search", FRAMEWORK, "x", "--limit", "0"], "expected --limit N\n"),
            (["search", FRAMEWORK, "x", "--limit", "-1"], "expected --limit N\n"),
        ]:
            with self.subTest(arguments):
                done = run(*arguments)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn(part, done.stderr)

    def test_common_options_may_stand_before_the_command(self):
        behind = run("search", FRAMEWORK, "python", "--locale", "de", "--json")
        self.assertEqual(behind.returncode, 0)
        for arguments in (["--locale", "de", "--json", "search", FRAMEWORK, "python"],
                          ["--json", "search", FRAMEWORK, "--locale=de", "python"]):
            done = run(*arguments)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, behind.stdout, ""))
        table = run("--locale", "en", "export", "csv", "ratings", PEOPLE)
        self.assertEqual(table.stdout, run("export", "csv", "ratings", PEOPLE).stdout)
        self.assertIn("--locale TAGS", run("export", "csv", "ratings", "--help").stdout)

    def test_no_word_is_suggested_for_itself(self):
        done = run("--top", "3", "match", FRAMEWORK, PERSON)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertEqual(done.stderr, "skillmatrix: “--top” was not expected\n"
                                      "For help: skillmatrix match --help\n")

    def test_unreadable_files(self):
        for path in ("no/such/file.json", SAMPLES):
            done = run("validate", path)
            self.assertEqual(done.returncode, 1)
            self.assertIn(f"cannot read {path}", done.stderr)

    def test_output_that_cannot_be_written(self):
        for arguments in (["schema", "framework"], ["--help"]):
            with open("/dev/full", "w", encoding="utf-8") as full:
                done = subprocess.run([TOOL, *arguments], stdout=full, stderr=subprocess.PIPE,
                                      check=False)
            self.assertEqual(done.returncode, 1)
            self.assertIn(b"cannot write the output: no space is left", done.stderr)

    def test_reader_that_has_gone_away(self):
        process = subprocess.Popen([TOOL, "role", FRAMEWORK, "nlp-engineer", "--json"],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.close()
        self.assertEqual((process.stderr.read(), process.wait(timeout=60)), (b"", 0))
        process.stderr.close()


class Findings(unittest.TestCase):
    def setUp(self):
        self.broken = FRAMEWORK.read_text(encoding="utf-8").replace('"version"', '"versoin"', 1)

    def test_have_place_code_and_suggestion(self):
        done = run("validate", "-", stdin=self.broken)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"<stdin>:4:3: error: .* \[SKM1009\]")
        self.assertIn('did you mean “version”?', done.stderr)
        self.assertIn("1 error", done.stdout)

    def test_as_json(self):
        for arguments in (["validate", "-"], ["skill", "-", "python"]):
            done = run(*arguments, "--json", stdin=self.broken)
            self.assertEqual((done.returncode, done.stderr), (1, ""))
            found = read_json(done.stdout)["diagnostics"][0]
            self.assertEqual((found["code"], found["severity"], found["line"], found["column"],
                              found["suggestion"], found["file"]),
                             ("SKM1009", "error", 4, 3, "version", "-"))
            self.assertLessEqual({"pointer", "offset", "message"}, set(found))

    def test_of_a_profile_against_a_framework(self):
        profile = ('{"schema": "skillmatrix.profile/1", "id": "p", "ratings": ['
                   '{"skill": "pyton", "level": "working"}]}')
        self.assertEqual(run("validate", "-", stdin=profile).returncode, 0)
        for arguments in (["validate", "-", "--framework", FRAMEWORK],
                          ["gap", FRAMEWORK, "-", *TARGET]):
            done = run(*arguments, stdin=profile)
            self.assertEqual(done.returncode, 1)
            self.assertIn('did you mean “python”?', done.stderr)

    def test_bad_people_do_not_stop_the_others(self):
        people = PEOPLE.read_text(encoding="utf-8") + "{}\n"
        done = run("match", FRAMEWORK, "-", *TARGET, "--json", stdin=people)
        answer = read_json(done.stdout)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(answer["matches"]), people.count("\n") - 1)
        self.assertTrue(answer["diagnostics"])

    def test_people_of_another_kind_are_told_in_one(self):
        for arguments, found in ((["match", FRAMEWORK, PERSON, *TARGET], "one document on several"),
                                 (["gap", FRAMEWORK, PEOPLE, *TARGET], "several documents")):
            done = run(*arguments)
            self.assertEqual(done.returncode, 1)
            self.assertEqual(done.stderr.count("SKM"), 1, done.stderr)
            self.assertIn(found, done.stderr)

    def test_what_is_said_of_the_role_level_names_the_framework(self):
        framework = read_json(FRAMEWORK.read_text(encoding="utf-8"))
        framework["expectations"] = []
        text = json.dumps(framework)
        done = run("match", "-", PEOPLE, *TARGET, stdin=text)
        self.assertRegex(done.stderr, r"(?m)^<stdin>: remark: .* \[SKM4001\]$")
        found = read_json(run("match", "-", PEOPLE, *TARGET, "--json", stdin=text).stdout)["diagnostics"]
        self.assertEqual([each["file"] for each in found if each["code"] == "SKM4001"], ["-"])

    def test_cannot_drive_the_terminal(self):
        done = run("validate", "-", stdin='{"schema": "skillmatrix.framework/1", "\\u001b[31m": 1}')
        self.assertNotIn("\x1b", done.stdout + done.stderr)


class Locales(unittest.TestCase):
    SOURCE = "Skills of the team"

    def framework(self, **origin):
        return json.dumps({"schema": "skillmatrix.framework/1", "id": "f", "title": {
            "en": self.SOURCE, "de": {"value": "Fähigkeiten", "source": origin}}})

    def test_count_and_list_every_hole(self):
        answer = read_json(run(*COMMANDS["locales"], "--json").stdout)
        self.assertEqual([(each["locale"], each["texts"], each["exact"], each["fallback"])
                          for each in answer["locales"]],
                         [("de", 637, 161, 476), ("zh-Hans", 637, 160, 477)])
        self.assertEqual(answer["locales"][0]["share"], {"numerator": 23, "denominator": 91})
        self.assertEqual(len(answer["diagnostics"]), 476 + 477)
        self.assertTrue(all(each["line"] for each in answer["diagnostics"]))
        self.assertEqual({each["file"] for each in answer["diagnostics"]}, {str(FRAMEWORK)})
        for each in answer["locales"]:
            self.assertEqual(sum(row["exact"] for row in each["rows"]), each["exact"])

    def test_show_the_first_holes_or_all(self):
        done = run(*COMMANDS["locales"])
        self.assertEqual(done.stderr.count("[SKM5030]"), 20)
        self.assertIn("further findings are not shown (933)", done.stderr.splitlines()[-1])
        done = run(*COMMANDS["locales"], "--all")
        self.assertEqual(done.stderr.count("[SKM5030]"), 953)
        self.assertNotIn("[SKM1017]", done.stderr)

    def test_check(self):
        self.assertEqual(run("locales", FRAMEWORK, "--check", "--only", "en").returncode, 0)
        self.assertIn("Every text is there.", run("locales", FRAMEWORK, "--only", "en").stdout)
        self.assertEqual(run("locales", FRAMEWORK, "--check", "--only", "de").returncode, 1)
        self.assertEqual(run("locales", FRAMEWORK, "--only", "de_DE").returncode, 2)

    def test_hashes_tell_fresh_from_stale(self):
        sources = run("locales", "-", "--sources", stdin=self.framework(version="1")).stdout
        source = read_json(sources)
        self.assertEqual(source, {"pointer": "/title", "value": self.SOURCE, "hash":
                                  hashlib.sha256(self.SOURCE.encode()).hexdigest()[:16]})
        fresh = run("locales", "-", "--check", stdin=self.framework(hash=source["hash"]))
        self.assertEqual((fresh.returncode, fresh.stderr), (0, ""))
        stale = run("locales", "-", "--check", stdin=self.framework(hash="0" * 16))
        self.assertEqual(stale.returncode, 1)
        self.assertIn("<stdin>:1:", stale.stderr)
        self.assertIn("[SKM5031]", stale.stderr)

    def test_a_hash_that_is_none_tells_nothing(self):
        for origin in ({"hash": "zz"}, {"hash": "zz", "version": "1", "updated": "2020-01-01"}):
            framework = self.framework(**origin)
            self.assertIn("[SKM3028]", run("validate", "-", stdin=framework).stderr)
            done = run("locales", "-", "--check", stdin=framework)
            self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_sources_are_one_a_line_or_one_document(self):
        arguments = ["locales", FRAMEWORK, "--sources"]
        lines = run(*arguments).stdout.splitlines()
        document = read_json(run(*arguments, "--json").stdout)
        self.assertGreater(len(lines), 500)
        self.assertEqual([read_json(line) for line in lines], document["sources"])

    def test_sources_of_a_language_are_those_that_are_to_be_translated(self):
        arguments = ["locales", FRAMEWORK, "--sources", "--only"]
        self.assertEqual(len(run(*arguments, "de").stdout.splitlines()), 442)
        self.assertEqual(run(*arguments, "en").stdout, "")
        self.assertEqual(run(*arguments, "de_DE").returncode, 2)

    def test_sources_can_be_checked(self):
        for only, status in (("de", 1), ("en", 0)):
            arguments = ["locales", FRAMEWORK, "--sources", "--only", only]
            done = run(*arguments, "--check")
            self.assertEqual((done.returncode, done.stderr), (status, ""))
            self.assertEqual(done.stdout, run(*arguments).stdout)


class Places(unittest.TestCase):
    """Findings about people and a framework say where in the file they are."""

    PERSON = ('{"schema": "skillmatrix.profile/1", "id": "p", "name": "\u00e9", '
              '"ratings": [{"skill": "pyhton", "level": null}]}')

    def findings(self, *arguments):
        done = run(*arguments, "--json")
        self.assertEqual(done.returncode, 1, done.stderr)
        return read_json(done.stdout)["diagnostics"]

    def test_in_lines_of_profiles(self):
        good = PEOPLE.read_text("utf-8").splitlines()[0]
        text = good + "\n\n" + self.PERSON + "\r\n" + self.PERSON + "\n"
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "people.ndjson"
            path.write_bytes(text.encode("utf-8"))
            for arguments in (["validate", path, "--framework", FRAMEWORK],
                              ["match", FRAMEWORK, path, *TARGET]):
                with self.subTest(arguments[0]):
                    found = self.findings(*arguments)
                    self.assertEqual([each["line"] for each in found], [3, 4])
                    for each in found:
                        self.assertEqual(each["pointer"], "/ratings/0/skill")
                        self.assertEqual(each["column"], self.PERSON.index('"pyhton"') + 1)
                        self.assertTrue(text.encode("utf-8")[each["offset"]:]
                                        .startswith(b'"pyhton"'))

    def test_in_tables_of_ratings(self):
        text = "person,skill,rating\np,pyhton,none\nq,python,none\nq,python,wrong\n"
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "people.csv"
            path.write_bytes(text.encode("utf-8"))
            found = self.findings("match", FRAMEWORK, path, *TARGET)
            self.assertEqual([(each["row"], each["line"], each["column"], each["field"])
                              for each in found], [(2, 2, 3, "skill"), (4, 4, 10, "rating")])
            for each in found:
                self.assertTrue(text[each["offset"]:].startswith(each["value"]))

    def test_nothing_is_said_twice(self):
        person = ('{"schema": "skillmatrix.profile/1", "id": "p", "ratings": [{"skill": "python", '
                  '"level": null, "assessed": "2026-02-02", "expires": "2026-02-01"}]}')
        with tempfile.TemporaryDirectory() as folder:
            for name in ("people.ndjson", "person.json"):
                path = pathlib.Path(folder) / name
                path.write_text(person, encoding="utf-8")
                done = run("validate", path, "--framework", FRAMEWORK, "--json")
                found = read_json(done.stdout)["diagnostics"]
                self.assertEqual([each["name"] for each in found], ["expires_before_assessed"])


class Compiled(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = pathlib.Path(folder.name) / "ai-engineering.skm"

    def compile(self):
        done = run("compile", FRAMEWORK, self.file)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_answers_as_the_document_does(self):
        self.compile()
        for name, arguments in COMMANDS.items():
            if arguments[0] in ("validate", "locales"):
                continue  # They are about the document.
            for more in ([], ["--json"], ["--locale", "ar"]):
                with self.subTest(name, more=more):
                    saved = [self.file if part is FRAMEWORK else part for part in arguments]
                    self.assertEqual(run(*saved, *more).stdout, run(*arguments, *more).stdout)

    def test_can_be_what_people_are_checked_against(self):
        self.compile()
        done = run("validate", "--framework", self.file, PERSON)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_can_be_checked_and_saved_again(self):
        self.compile()
        done = run("validate", self.file)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        again = self.file.with_name("again.skm")
        self.assertEqual(run("compile", self.file, again).returncode, 0)
        self.assertEqual(again.read_bytes(), self.file.read_bytes())

    def test_is_told_where_the_document_is_needed(self):
        self.compile()
        for arguments in (["locales", self.file], ["export", "csv", "expectations", self.file],
                          ["gap", FRAMEWORK, self.file], ["match", FRAMEWORK, self.file, *TARGET]):
            with self.subTest(arguments):
                done = run(*arguments)
                self.assertEqual(done.returncode, 1)
                self.assertEqual(done.stderr.count("SKM"), 1, done.stderr)
                self.assertIn("this is a saved matrix, where JSON is expected", done.stderr)

    def test_damage_is_said(self):
        self.compile()
        whole = self.file.read_bytes()
        for damaged in whole[:-64], whole[:-100] + b"!" + whole[-99:]:
            self.file.write_bytes(damaged)
            for arguments in (["skill", self.file, "transformers-nlp"], ["validate", self.file]):
                done = run(*arguments)
                self.assertEqual(done.returncode, 1)
                self.assertIn("SKM6005", done.stderr)

    def test_output_that_cannot_be_written_is_said(self):
        done = run("compile", FRAMEWORK, self.file.parent / "no" / "folder.skm")
        self.assertEqual(done.returncode, 1)
        self.assertIn("SKM6002", done.stderr)


class Csv(unittest.TestCase):
    def test_ratings_go_round(self):
        table = run("export", "csv", "ratings", PEOPLE)
        self.assertEqual(table.returncode, 0, table.stderr)
        people = run("import", "csv", "ratings", "-", stdin=table.stdout)
        self.assertEqual(people.returncode, 0, people.stderr)
        again = run("export", "csv", "ratings", "-", stdin=people.stdout)
        self.assertEqual(again.stdout, table.stdout)

    def test_what_a_table_has_no_place_for_is_said(self):
        done = run("export", "csv", "expectations", FRAMEWORK)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("skills.aliases", done.stderr)
        self.assertIn("SKM2018", done.stderr)
        self.assertNotIn("SKM", done.stdout)

    def test_the_order_of_levels_goes_round(self):
        for locale in "en", "de":
            table = run("export", "csv", "expectations", FRAMEWORK, "--locale", locale)
            back = run("import", "csv", "expectations", "-", "--rows-without-cell",
                       "--table-locale", locale, stdin=table.stdout)
            self.assertEqual(back.returncode, 0, back.stderr)
            self.assertNotIn("SKM2013", back.stderr)
            whole = read_json(pathlib.Path(FRAMEWORK).read_text(encoding="utf-8"))
            skill_scale = whole["skills"][0]["scale"]
            levels = {scale["id"]: [level["title"][locale] for level in scale["levels"]]
                      for scale in whole["scales"]}
            read = {scale["id"]: [level["title"][locale] for level in scale["levels"]]
                    for scale in read_json(back.stdout)["scales"]}
            self.assertEqual(read["proficiency"], levels[skill_scale])

    def test_findings_name_the_option_that_helps(self):
        table = run("export", "csv", "expectations", FRAMEWORK).stdout
        refused = run("import", "csv", "expectations", "-", stdin=table)
        self.assertEqual(refused.returncode, 1)
        for line in refused.stderr.splitlines():
            if "SKM2006" in line:
                self.assertIn("“--rows-without-cell”", line)
        self.assertIn("SKM2006", refused.stderr)

    def test_other_delimiters(self):
        table = "Person;Skill;Rating\nann;sql;low\n"
        refused = run("import", "csv", "ratings", "-", stdin=table)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("“--delimiter”", refused.stderr)
        done = run("import", "csv", "ratings", "-", "--delimiter", ";", stdin=table)
        self.assertEqual(done.returncode, 0, done.stderr)
        tabs = run("import", "csv", "ratings", "-", "--delimiter", "tab",
                   stdin=table.replace(";", "\t"))
        self.assertEqual(tabs.stdout, done.stdout)

    def test_grave_findings_come_before_remarks(self):
        table = "role,level,skill,note,description\nA,X,S,,\nA,Y,S,,\nA,Y,T,,\n"
        done = run("import", "csv", "expectations", "-", stdin=table)
        self.assertEqual(done.returncode, 0, done.stderr)
        codes = re.findall(r"SKM\d+", done.stderr)
        self.assertEqual(codes[:2], ["SKM2013", "SKM2004"], done.stderr)

    def test_expectations_become_a_framework(self):
        table = ("role,level,skill,skill_level,necessity,description\n"
                 "Analyst,Junior,SQL,Basic,required,Reads tables\n"
                 "Analyst,Senior,SQL,Deep,required,Designs tables\n")
        made = run("import", "csv", "expectations", "-", "--id", "ours", "--role-level", "Junior",
                   "--role-level", "Senior", "--skill-level", "Basic", "--skill-level", "Deep",
                   stdin=table)
        self.assertEqual(made.returncode, 0, made.stderr)
        self.assertEqual(read_json(made.stdout)["id"], "ours")
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "ours.json"
            path.write_text(made.stdout, encoding="utf-8")
            self.assertEqual(run("validate", path).returncode, 0)
            back = run("export", "csv", "expectations", path)
            self.assertIn("Designs tables", back.stdout)


if __name__ == "__main__":
    unittest.main()
