#!/usr/bin/env python3
"""Readers, and the pages they are shown."""
import copy
import json
import unittest

from support import SAMPLE, Parser
from skillmatrix import (Framework, Language, LocaleLink, Matrix, NotFoundError, Page, Reader,
                         RolePage, SkillPage, Text)


class ReaderTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.matrix = Matrix(Framework.load(SAMPLE))
        cls.skill = cls.matrix.skills["transformers-nlp"]

    def test_serves_the_best_language(self):
        german = Reader(self.matrix, "de")
        self.assertEqual(german.title(self.skill), Text("Transformer & NLP", "de", "ltr", "exact"))
        self.assertEqual(Reader(self.matrix, "sw").title(self.skill).source, "source_fallback")
        self.assertEqual(Reader(self.matrix).tags[0], LocaleLink("en", "exact"))
        self.assertEqual(Reader(self.matrix, "eo", fallbacks={"eo": ["de"]}).tags[0],
                         LocaleLink("de", "related"))
        self.assertEqual(str(german.text("title_of_framework")), "KI-Engineering")

    def test_all_texts_are_those_of_one_by_one(self):
        reader = Reader(self.matrix, Language("ar"))
        self.assertEqual(reader.texts("title_of_skill"),
                         tuple(reader.title(skill) for skill in self.matrix.skills))
        self.assertEqual(reader.texts("summary_of_role"),
                         tuple(reader.summary(role) for role in self.matrix.roles))
        self.assertEqual(reader.texts("focus_of_role_level"),
                         tuple(reader.focus(level) for level in self.matrix.role_levels))
        self.assertTrue(reader.texts("title_of_category"))
        with self.assertRaises(ValueError):
            reader.texts("title_of_nothing")

    def test_texts_are_those_of_the_pages(self):
        reader = Reader(self.matrix, "de")
        page = reader.skill_page(self.skill)
        self.assertEqual([each.value for each in reader.aliases(self.skill)], page["aliases"])
        for level in page["scale"]:
            self.assertEqual(reader.meaning(self.skill, level["rank"]).value, level["description"])
        for cell in page["cells"]:
            level = self.matrix.role_level(cell["role"], cell["level"])
            self.assertEqual(reader.description(level, self.skill).value, cell["description"])
            self.assertEqual(reader.title(level).value, cell["level_title"])
        gap = self.matrix.gap({}, level)
        for found in json.loads(gap.to_json(reader))["counterfactual"]:
            asked = reader.raise_description(level, self.matrix.skills[found["skill"]], found["to_rank"])
            self.assertEqual(asked.value, found["description"])
        with self.assertRaises(NotFoundError):
            reader.meaning(self.skill, 0)
        scale = self.matrix.scale(self.skill)
        for level, shown in zip(scale.levels, page["scale"]):
            self.assertEqual(reader.level_text(scale, level.rank).value, shown["title"])
            self.assertEqual(reader.level_text(scale, level.rank, "label").value, shown["label"])
        domain = self.matrix.domain(self.skill)
        self.assertEqual((domain.id, reader.title(domain).value), (page["domain_id"], page["domain"]))

    def test_outlives_what_it_was_made_of(self):
        with Matrix(Framework.load(SAMPLE)) as matrix:
            reader = Reader(matrix, "de")
        self.assertEqual(reader.title(self.skill).value, "Transformer & NLP")


class PageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.matrix = Matrix(Framework.load(SAMPLE))

    def test_pages_are_their_json(self):
        junior = self.matrix.role_level("nlp-engineer", "junior")
        middle = self.matrix.role_level("nlp-engineer", "middle")
        for page in (self.matrix.skill_page("transformers-nlp"), self.matrix.role_page("nlp-engineer", "en"),
                     self.matrix.progression(junior)):
            self.assertEqual(page, json.loads(page.json))
        self.assertEqual(self.matrix.skill_page("transformers-nlp", "de"),
                         self.matrix.skill_page(self.matrix.skills["transformers-nlp"], "de"))
        self.assertEqual(self.matrix.progression(junior, middle), self.matrix.progression(junior))

    def test_what_is_not_there(self):
        with self.assertRaises(NotFoundError):
            self.matrix.skill_page("no such skill")
        with self.assertRaises(NotFoundError):
            self.matrix.progression(self.matrix.role_level("nlp-engineer", "principal"))

    def test_notebooks_show_them(self):
        page = self.matrix.skill_page("transformers-nlp", "de")
        shown = Parser(page._repr_html_())
        self.assertEqual(shown.elements[0], ("div", {"lang": "de", "dir": "ltr"}))
        self.assertEqual(shown.elements.count(("tr", {})), len(page["cells"]) + 1)
        self.assertIn("Transformer & NLP", shown.texts)

        page = self.matrix.role_page("nlp-engineer")
        shown = Parser(page._repr_html_())
        skills = [skill for group in page["groups"] for skill in group["skills"]]
        self.assertEqual(sum(tag == "tr" for tag, _ in shown.elements),
                         1 + len(page["groups"]) + len(skills))
        for skill in skills:
            self.assertIn(skill["skill_title"], shown.texts)

        page = self.matrix.progression(self.matrix.role_level("nlp-engineer", "junior"))
        shown = Parser(page._repr_html_())
        self.assertEqual(sum(tag == "tr" for tag, _ in shown.elements), len(page["items"]) + 1)
        ends = [item[end] for item in page["items"] for end in ("from", "to") if item[end]]
        self.assertEqual(sum(tag == "strong" for tag, _ in shown.elements),
                         sum(end["necessity"] == "required" for end in ends))

    def test_notebooks_show_right_to_left(self):
        page = self.matrix.skill_page("transformers-nlp", "ar")
        self.assertEqual(Parser(page._repr_html_()).elements[0], ("div", {"lang": "ar", "dir": "rtl"}))
        text = copy.deepcopy(dict(page))
        text.update(title="C++", title_locale="en", title_direction="ltr")
        self.assertIn(("h3", {"lang": "en", "dir": "ltr"}),
                      Parser(SkillPage(json.dumps(text))._repr_html_()).elements)

    def test_notebooks_tell_languages_apart(self):
        page = self.matrix.skill_page("transformers-nlp", "sw")
        self.assertEqual((page["locale"], page["message_locale"]), ("sw", "en"))
        elements = Parser(page._repr_html_()).elements
        self.assertEqual(elements[0][1]["lang"], "sw")
        self.assertIn(("h3", {"lang": "en"}), elements)
        self.assertIn(("th", {"lang": "en"}), elements)

    def test_no_stated_level_is_not_nothing(self):
        page = self.matrix.role_page("nlp-engineer")
        text = copy.deepcopy(dict(page))
        text["role_levels"][0]["cells"][0].update(expected=None, expected_title=None)
        shown = Parser(RolePage(json.dumps(text))._repr_html_())
        self.assertIn("\u2713", shown.texts)
        self.assertNotIn("\u2713", Parser(page._repr_html_()).texts)

    def test_nothing_in_a_text_is_markup(self):
        evil = '"><script>&amp;\'</th>'

        def spoiled(value):
            if isinstance(value, dict):
                return {key: each if key in ("necessity", "skill") else spoiled(each)
                        for key, each in value.items()}
            if isinstance(value, list):
                return [spoiled(each) for each in value]
            return evil if isinstance(value, str) else value

        for page in (self.matrix.skill_page("transformers-nlp"), self.matrix.role_page("nlp-engineer"),
                     self.matrix.progression(self.matrix.role_level("nlp-engineer", "junior"))):
            shown = Parser(type(page)(json.dumps(spoiled(dict(page))))._repr_html_())
            self.assertNotIn("script", [tag for tag, _ in shown.elements])
            self.assertIn(evil, shown.texts)
            self.assertEqual(shown.elements[0][1]["dir"], evil)

    def test_is_a_dict(self):
        page = self.matrix.role_page("nlp-engineer")
        self.assertIsInstance(page, dict)
        self.assertIsInstance(page, Page)
        self.assertIsInstance(page, RolePage)


if __name__ == "__main__":
    unittest.main()
