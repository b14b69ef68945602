"""The generated JSON Schemas against an independent validator.

Usage: schema_test.py TOOL SAMPLES. The bundled samples must pass the schema; broken documents must
fail both the schema and the reader. docs/format.md must name every member.
"""
import copy
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import jsonschema

TOOL = sys.argv.pop(1)
SAMPLES = pathlib.Path(sys.argv.pop(1))
FORMAT = (pathlib.Path(__file__).parent.parent / "docs/format.md").read_text("utf-8")


def schema(kind):
    text = subprocess.run([TOOL, "schema", kind], check=True, capture_output=True).stdout
    document = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(document)
    return jsonschema.Draft202012Validator(document)


def reader_accepts(document):
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(document, file)
        file.flush()
        return subprocess.run([TOOL, "validate", file.name], capture_output=True).returncode == 0


SMALL = {
    "schema": "skillmatrix.framework/1", "id": "f", "fallbacks": {"gsw": ["de"], "uk": ["ru"]},
    "scales": [{"id": "depth", "levels": [{"id": "basic", "value": 1}]}],
    "skills": [{"id": "sql", "scale": "depth", "title": {"en": "SQL"}}],
    "roles": [{"id": "analyst", "ladder": "depth"}],
    "expectations": [{"role": "analyst", "level": "basic", "skill": "sql",
                      "requirement": {"necessity": "required", "weight": 2}}],
}

PERSON = {"schema": "skillmatrix.profile/1", "id": "p",
          "ratings": [{"skill": "sql", "level": None, "confidence": 50}]}


def broken_frameworks():
    def change(edit):
        document = copy.deepcopy(SMALL)
        edit(document)
        return document

    yield "no schema", change(lambda d: d.pop("schema"))
    yield "other schema", change(lambda d: d.update(schema="skillmatrix.framework/2"))
    yield "empty id", change(lambda d: d.update(id=""))
    yield "unknown member", change(lambda d: d.update(tittle="x"))
    yield "unknown member of a skill", change(lambda d: d["skills"][0].update(tittle="x"))
    yield "no tag", change(lambda d: d.update(fallbacks={"en_US": ["en"]}))
    yield "fallback that is no tag", change(lambda d: d.update(fallbacks={"gsw": ["german"]}))
    yield "no scale", change(lambda d: d["skills"][0].pop("scale"))
    yield "empty scale", change(lambda d: d["scales"][0].update(levels=[]))
    yield "weight 0", change(lambda d: d["expectations"][0]["requirement"].update(weight=0))
    yield "weight 65536", change(lambda d: d["expectations"][0]["requirement"].update(weight=65536))
    yield "weight 1e-1", change(lambda d: d["expectations"][0]["requirement"].update(weight=0.1))
    yield "weight 1.5", change(lambda d: d["expectations"][0]["requirement"].update(weight=1.5))
    yield "value 0", change(lambda d: d["scales"][0]["levels"][0].update(value=0))
    yield "necessity", change(lambda d: d["expectations"][0]["requirement"].update(necessity="must"))
    yield "list for object", change(lambda d: d["expectations"][0].update(requirement=[]))
    yield "number for text", change(lambda d: d["skills"][0].update(title=7))
    yield "bad tag", change(lambda d: d["skills"][0].update(title={"en_US": "SQL"}))
    yield "bad date", change(lambda d: d.update(updated="2026-13-01"))
    yield "extensions", change(lambda d: d.update(extensions=[1]))


def broken_profiles():
    def change(edit):
        document = copy.deepcopy(PERSON)
        edit(document)
        return document

    yield "no id", change(lambda d: d.pop("id"))
    yield "empty id", change(lambda d: d.update(id=""))
    yield "empty skill", change(lambda d: d["ratings"][0].update(skill=""))
    yield "no level", change(lambda d: d["ratings"][0].pop("level"))
    yield "confidence 101", change(lambda d: d["ratings"][0].update(confidence=101))
    yield "source", change(lambda d: d["ratings"][0].update(source="boss"))
    yield "null skill", change(lambda d: d["ratings"][0].update(skill=None))


class Schema(unittest.TestCase):
    def test_accepts_the_samples(self):
        schema("framework").validate(json.loads((SAMPLES / "ai-engineering.json").read_text("utf-8")))
        people = sorted((SAMPLES / "people").glob("*.json"))
        self.assertEqual(len(people), 6)
        for person in people:
            schema("profile").validate(json.loads(person.read_text("utf-8")))

    def test_accepts_the_sound_bases(self):
        schema("framework").validate(SMALL)
        schema("profile").validate(PERSON)
        self.assertTrue(reader_accepts(SMALL))
        self.assertTrue(reader_accepts(PERSON))

    def test_rejects_what_the_reader_rejects(self):
        for kind, documents in (("framework", broken_frameworks()), ("profile", broken_profiles())):
            validator = schema(kind)
            for name, document in documents:
                with self.subTest(kind=kind, name=name):
                    self.assertFalse(validator.is_valid(document))
                    self.assertFalse(reader_accepts(document))


class Format(unittest.TestCase):
    """docs/format.md against the schemas."""

    def test_names_every_member_and_says_whether_it_is_needed(self):
        described = {}
        for section in re.split(r"^##+ ", FORMAT, flags=re.MULTILINE)[1:]:
            for names, needed in re.findall(r"^\| (`.+?) \|.*\| (.*?) ?\|$", section, re.MULTILINE):
                for name in re.findall(r"`(.+?)`", names):
                    described.setdefault(section.splitlines()[0], {})[name] = needed == "needed"
        members = {}
        for kind in ("framework", "profile"):
            for name, form in schema(kind).schema["$defs"].items():
                if "properties" in form:
                    members[name] = {member: member in form["required"] if "required" in form else False
                                     for member in form["properties"]}
        self.assertEqual(described, members)

    def test_shows_sound_documents(self):
        framework, person = map(json.loads, re.findall(r"^```json\n(.*?)^```", FORMAT, re.MULTILINE | re.DOTALL))
        schema("framework").validate(framework)
        schema("profile").validate(person)
        with tempfile.TemporaryDirectory() as folder:
            files = [pathlib.Path(folder, name) for name in ("framework.json", "person.json")]
            for file, document in zip(files, (framework, person)):
                file.write_text(json.dumps(document), "utf-8")
            told = subprocess.run([TOOL, "validate", files[0]], capture_output=True, text=True)
            self.assertEqual((told.returncode, told.stderr), (0, ""))
            gap = json.loads(subprocess.run([TOOL, "gap", *files, "--level", "master", "--json"],
                                            check=True, capture_output=True).stdout)
            self.assertEqual({cell["skill"]: cell["state"] for cell in gap["cells"]},
                             {"kneading": "met", "sourdough": "gap"})


if __name__ == "__main__":
    unittest.main()
