#!/usr/bin/env python3
"""The Python package over the C library.

    SKILLMATRIX_LIBRARY=... test_skillmatrix.py FOLDER_OF_EXAMPLES
"""
import ctypes
import dataclasses
import gc
import io
import json
import re
import resource
import tempfile
import threading
import unittest
from pathlib import Path

from support import SAMPLE, blocks_of, run_block, run_python  # First: it says where the package is.
import skillmatrix
from skillmatrix import (ExpectationsCsv, Framework, FileError, InputError, Language, Matrix, Messages,
                         NotFoundError, Reader, SkillMatrixError, _abi, _library, csv_id, expectations_csv_fields,
                         framework_schema, negotiate, ratings_csv_fields, warm_up)


class FrameworkTest(unittest.TestCase):
    def test_writes_what_it_reads(self):
        with Framework.load(SAMPLE) as framework:
            json = framework.to_json()
            self.assertEqual(Framework(json).to_json(), json)
            self.assertEqual(Framework(json.encode()).to_json(compact=True),
                             framework.to_json(compact=True))
            self.assertTrue(all(each.severity != "error" for each in framework.diagnostics))

    def test_raises_all_findings(self):
        with self.assertRaises(InputError) as raised:
            Framework('{"id": "f",\n "skils": [], "scales": 3}')
        self.assertIsInstance(raised.exception, ValueError)
        self.assertEqual(raised.exception.status_name, "SKM_ERR_INVALID_INPUT")
        unknown = [each for each in raised.exception.diagnostics if each.name == "unknown_member"]
        self.assertEqual([(each.code, each.pointer, each.line, each.suggestion) for each in unknown],
                         [("SKM1009", "/skils", 2, "skills")])
        self.assertGreater(len(raised.exception.diagnostics), 1)
        self.assertIn("did you mean skills?", str(unknown[0]))

    def test_raises_findings_about_what_is_not_utf8(self):
        with self.assertRaises(InputError) as raised:
            Framework("{\"M\u00fcll\": 1}".encode("latin-1"))
        self.assertIn("/M\ufffdll", [each.pointer for each in raised.exception.diagnostics])

    def test_says_that_a_file_is_not_there(self):
        with self.assertRaises(FileError) as raised:
            Framework.load("/nowhere/at all.json")
        self.assertIsInstance(raised.exception, OSError)
        self.assertIn("SKM6001", str(raised.exception))

    def test_is_closed_once(self):
        framework = Framework.load(SAMPLE)
        framework.close()
        framework.close()
        with self.assertRaisesRegex(ValueError, "this Framework is closed"):
            framework.to_json()


class MatrixTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.matrix = Matrix(Framework.load(SAMPLE))

    def test_skills_and_roles_are_sequences(self):
        for items in (self.matrix.skills, self.matrix.roles):
            listed = list(items)
            self.assertEqual(len(items), len(listed))
            self.assertEqual(sorted(each.id.encode() for each in listed),
                             [each.id.encode() for each in listed])
            self.assertEqual(items[-1], listed[-1])
            self.assertEqual(items[1:], listed[1:])
            self.assertEqual(items[listed[0].id], listed[0])
            self.assertIn(listed[0].id, items)
            self.assertIn(listed[0], items)
            self.assertNotIn("no such id", items)
            with self.assertRaises(IndexError):
                items[len(items)]
            with self.assertRaises(NotFoundError):
                items["no such id"]
            self.assertEqual(items.get(listed[0].id, None), listed[0])
            self.assertEqual((items.get("no such id"), items.get("no such id", 7)), (None, 7))
            with self.assertRaises(TypeError):
                items.get(3)

    def test_requirements_are_those_of_the_document(self):
        import json
        document = json.loads(SAMPLE.read_text(encoding="utf-8"))
        for level in self.matrix.role_levels:
            expected = sorted(each["skill"] for each in document["expectations"]
                              if (each["role"], each["level"]) == (level.role.id, level.id))
            found = self.matrix.requirements(level)
            self.assertEqual([each.skill.id for each in found], expected)
            self.assertEqual(self.matrix.role_level(level.role.id, level.id), level)
        with self.assertRaises(LookupError):
            self.matrix.role_level("no", "no")

    def test_walks_what_is_in_the_document(self):
        import json
        document = json.loads(SAMPLE.read_text(encoding="utf-8"))
        matrix = self.matrix
        self.assertEqual((matrix.id, matrix.version, matrix.default_locale),
                         (document["id"], document["version"], document.get("default_locale", "en")))
        self.assertEqual(str(matrix.updated), document["updated"])
        for scale in document["scales"]:
            found = matrix.scales[scale["id"]]
            self.assertEqual([level.id for level in found.levels],
                             [level["id"] for level in scale["levels"]])
            self.assertEqual([level.rank for level in found.levels],
                             list(range(1, len(scale["levels"]) + 1)))
        for category in document["categories"]:
            found = matrix.categories[category["id"]]
            self.assertEqual(found.kind, category.get("kind", "group"))
            self.assertEqual([each.id for each in matrix.parents(found)],
                             category.get("parents", []))
        for skill in document["skills"]:
            found = matrix.skills[skill["id"]]
            self.assertEqual(matrix.scale(found).id, skill["scale"])
            self.assertEqual(matrix.status(found), skill.get("status", "active"))
            self.assertEqual([each.id for each in matrix.categories_of(found)],
                             skill.get("categories", []))
            self.assertEqual([(each.kind, each.skill.id) for each in matrix.relations(found)],
                             [(each["kind"], each["skill"]) for each in skill.get("related", [])])
            self.assertEqual(
                [(each.skill.id, each.rank and matrix.scale(each.skill).levels[each.rank - 1].id)
                 for each in matrix.prerequisites(found)],
                [(each["skill"], each.get("level", 0)) for each in skill.get("requires", [])])
            self.assertEqual({(each.role.id, each.id) for each in matrix.expected_by(found)},
                             {(each["role"], each["level"]) for each in document["expectations"]
                              if each["skill"] == skill["id"]})
            updated = matrix.skill_updated(found)
            self.assertEqual(updated and str(updated), skill.get("updated"))
            self.assertIsNone(matrix.replaced_by(found))
        for role in document["roles"]:
            found = matrix.roles[role["id"]]
            self.assertEqual(matrix.ladder(found).id, role["ladder"])
            self.assertEqual([each.id for each in matrix.categories_of(found)],
                             role.get("categories", []))
        for level in matrix.role_levels:
            ladder = matrix.ladder(level.role)
            self.assertEqual(ladder.levels[matrix.rank(level) - 1].id, level.id)
            following = matrix.next_level(level)
            if following is not None:
                self.assertEqual(following.role, level.role)
                self.assertGreater(matrix.rank(following), matrix.rank(level))

    def test_is_saved_and_opened(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "größe.skm"
            self.matrix.save(path)
            with Matrix.open(path, verify=True) as opened:
                self.assertEqual(list(opened.skills), list(self.matrix.skills))
            damaged = bytearray(path.read_bytes())
            damaged[-1] ^= 1
            path.write_bytes(damaged)
            with self.assertRaises(InputError) as raised:
                Matrix.open(path, verify=True)
            self.assertEqual(raised.exception.status, _abi.SKM_ERR_BAD_FILE)

    def test_threads_share_one(self):
        expected = [self.matrix.requirements(each) for each in self.matrix.role_levels]
        found = []
        threads = [threading.Thread(target=lambda: found.append(
            [self.matrix.requirements(each) for each in self.matrix.role_levels])) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(found, [expected] * 8)


class DocumentationTest(unittest.TestCase):
    def test_what_it_shows_runs(self):
        self.check("docs/c-api.md", "supervised-learning", r"\[\d+(, \d+){5}\] [\d/]+\n", r"^undetermined \d+\n$",
                   r"(?s)^(ready|not_ready|undetermined) [\d/]+ [\d/]+\n(\S+ \w+ \d \S+ [\d/]+\n)+\d+\n(\S+ \S+ \w+\n){3}$", "supervised-learning")

    def test_what_the_first_page_shows_runs(self):
        self.check("README.md", r"(?m)^p-001 nlp-engineer junior 1 ready$")

    def test_what_the_page_of_the_package_shows_runs(self):
        self.check("capi/python/README.md", r"^(\S+ \S+ (ready|undetermined) [\d/]+\n){3}$")

    def check(self, name, *outputs):
        """Runs all blocks of a page, one after the other, and looks at what each prints."""
        blocks = blocks_of(name)
        self.assertEqual(len(blocks), len(outputs))
        names = {}
        for block, expected in zip(blocks, outputs):
            self.assertRegex(run_block(block, names), expected)


class LibraryTest(unittest.TestCase):
    def test_every_function_is_declared(self):
        for name, result, arguments, _ in _abi.FUNCTIONS:
            function = getattr(_library.library, name)
            self.assertEqual(function.argtypes, arguments, name)
            self.assertEqual(function.restype, result, name)

    def test_says_what_it_is_built_on(self):
        found = skillmatrix.build_info()
        self.assertEqual(set(found), {"skillmatrix", "boost", "icu", "cldr", "unicode", "compiler"})
        self.assertEqual(found["skillmatrix"], skillmatrix.__version__)

    def test_texts_are_never_cut_off(self):
        view = _library.view("abc")
        self.assertEqual(_library.text(view), "abc")
        view.size = 2**62  # Of which the lower half is 0.
        with self.assertRaises(MemoryError):
            _library.text(view)

    def test_handles_cannot_be_mixed_up(self):
        framework = Framework.load(SAMPLE)
        with self.assertRaises(ctypes.ArgumentError):
            _library.library.skm_matrix_skill_count(framework._pointer)

    def test_versions_agree(self):
        self.assertEqual(skillmatrix.__version__,
                         f"{_abi.SKM_VERSION_MAJOR}.{_abi.SKM_VERSION_MINOR}.{_abi.SKM_VERSION_PATCH}")

    def test_says_where_it_looked_for_the_library(self):
        done = run_python("import skillmatrix", SKILLMATRIX_LIBRARY="/nowhere/lib.so")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("ImportError", done.stderr)
        self.assertIn("/nowhere/lib.so", done.stderr)

    def test_objects_leave_no_memory_behind(self):
        json = SAMPLE.read_bytes()

        def use(times):
            for _ in range(times):
                with Framework(json) as framework:
                    Matrix(framework)
                try:
                    Framework("{}")
                except SkillMatrixError:
                    pass
            gc.collect()

        use(200)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        use(600)
        self.assertLess(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, 4096)  # KiB


class WholeApiTest(unittest.TestCase):
    def setUp(self):
        self.framework = Framework.load(SAMPLE)

    def test_tables_go_out_and_in(self):
        table, findings = self.framework.to_csv("en")
        self.assertIn("csv_not_written", [each.name for each in findings])
        self.assertEqual(self.framework.read_back(table, "en").to_csv("en")[0], table)
        framework = Framework.from_csv("Role,Level,What,Depth,Must\nAnalyst,Junior,SQL,Low,y\nAnalyst,Senior,SQL,High,n\n",
            ExpectationsCsv(columns={"role": "Role", "level": "Level", "skill": "What", "skill_level": "Depth",
                                     "necessity": "Must"}, framework_id="f", skill_levels=["Low", ("High", "top")],
                            ladder_levels=["Junior", "Senior"], necessities={"y": True, "n": False}))
        matrix = Matrix(framework)
        (requirement,) = matrix.requirements(matrix.role_level(csv_id("Analyst"), "senior"))
        self.assertEqual((requirement.rank, requirement.required), (2, False))
        self.assertEqual([each.id for each in matrix.scale(requirement.skill).levels], ["low", "top"])
        with self.assertRaises(InputError):
            Framework.from_csv("role,level\nA,B\n")
        table = "role;level;skill\nA;B;C\n"
        self.assertIn("c", Matrix(Framework.from_csv(table, ExpectationsCsv(delimiter=";"))).skills)
        with self.assertRaises(InputError) as caught:
            Framework.from_csv(table)
        self.assertEqual([each.name for each in caught.exception.diagnostics], ["csv_delimiter"])

    def test_pseudo_locales_are_read(self):
        matrix = Matrix(self.framework.with_pseudo_locales())
        messages = Messages().with_pseudo_locales()
        reader = Reader(matrix, Language("en-XA", messages))
        page = reader.skill_page(matrix.skills[0])
        self.assertEqual(page["message_locale"], "en-XA")
        self.assertTrue(page["title"].startswith("["), page["title"])

    def test_catalogs_of_the_host_alone(self):
        messages = Messages.build({
            locale: json.dumps({"schema": "skillmatrix.messages/1", "locale": locale,
                                "messages": {"missing": "?", "host.hello": f"{locale} {{name}}"}})
            for locale in ("fr", "de")})
        self.assertEqual((messages.source_locale, messages.locales, messages.keys),
                         ("fr", ("de", "fr"), ("host.hello", "missing")))

    def test_schema_and_source(self):
        self.assertIn("json-schema.org", json.loads(framework_schema())["$schema"])
        matrix = Matrix(self.framework)
        document = json.loads(SAMPLE.read_text(encoding="utf-8"))
        self.assertEqual((matrix.license, matrix.source), (document.get("license", ""), document.get("source", "")))

    def test_bytes_are_a_matrix(self):
        matrix = Matrix(self.framework)
        opened = Matrix.from_bytes(matrix.to_bytes(), verify=True)
        self.assertEqual(opened.to_bytes(), matrix.to_bytes())
        self.assertEqual(list(opened.skills), list(matrix.skills))

    def test_items_know_what_is_theirs(self):
        matrix = Matrix(self.framework)
        skill = matrix.skills["python"]
        self.assertIn(skill, matrix.skills)
        self.assertNotIn(dataclasses.replace(skill, index=skill.index + 1), matrix.skills)
        self.assertNotIn(dataclasses.replace(skill, index=10**6), matrix.skills)
        self.assertNotIn(matrix.roles[0], matrix.skills)
        self.assertNotIn(3, matrix.skills)

    def test_tags_that_are_none_are_told(self):
        warm_up("de")
        for call in (lambda: warm_up("en_US"), lambda: negotiate("de", ["de", "en_US"], "de"),
                     lambda: negotiate("de", ["de"], "e")):
            with self.assertRaises(InputError):
                call()

class RequirementTest(unittest.TestCase):
    def test_matrix_gives_one_requirement_and_the_levels_of_a_role(self):
        matrix = Matrix(Framework.load(SAMPLE))
        level = matrix.role_level("data-scientist", "senior")
        expected = {each.skill: each for each in matrix.requirements(level)}
        for skill in matrix.skills:
            self.assertEqual(matrix.requirement(level, skill), expected.get(skill))
        for role in matrix.roles:
            self.assertEqual(list(matrix.levels_of(role)),
                             [each for each in matrix.role_levels if each.role == role])
        groups = {matrix.group(skill) for skill in matrix.skills} - {None}
        self.assertEqual({each.kind for each in groups}, {"group"})

    def test_tables_have_fields_and_are_checked(self):
        self.assertIn("person", ratings_csv_fields())
        self.assertIn("role", expectations_csv_fields())
        framework = Framework.from_csv("role,level,skill\nAnalyst,Junior,Python\nAnalyst,Junior,Pyth\u043en\n")
        found = [each.code for each in framework.validate()]
        read = [each.code for each in Framework(framework.to_json()).diagnostics]
        self.assertTrue(found)
        self.assertEqual(found, read)


if __name__ == "__main__":
    unittest.main()
