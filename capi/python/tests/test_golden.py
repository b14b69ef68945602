#!/usr/bin/env python3
"""The golden files of the C++ tests, unchanged: the same input gives the same bytes in Python."""
import datetime
import json
import re
import unittest
from fractions import Fraction

from support import EXAMPLES, GOLDEN, SAMPLE
from skillmatrix import (Coverage, ExpectationsCsv, Framework, InputError, Language, Limits, Matrix,
                         Messages, Profile, Profiles, Reader, SearchIndex, find_tag_problem,
                         framework_schema, profile_schema)
from skillmatrix._handles import buffer_text
from skillmatrix._library import library

ROOT = GOLDEN.parents[1]


def golden(path):
    """The text of a file, without a change of its line ends."""
    return path.read_bytes().decode("utf-8")


def findings(read, *arguments, **options):
    """The diagnostics of what reads something, whether it succeeds or not."""
    try:
        return read(*arguments, **options).diagnostics
    except InputError as error:
        return error.diagnostics


# -- Diagnostics ---------------------------------------------------------------------------------

def limits_beside(path):
    """The limits in the file beside an input, "max_bytes 60"."""
    options = path.with_suffix(".options")
    words = options.read_text(encoding="utf-8").split() if options.exists() else []
    return Limits(**{name: int(number) for name, number in zip(words[::2], words[1::2])})


def check_json(test, path):
    members = ("code", "severity", "pointer", "line", "column", "offset", "value", "suggestion", "message")
    found = findings(Framework, path.read_bytes(), limits=limits_beside(path))
    told = [{member: getattr(each, member) for member in members} for each in found]
    test.assertEqual(json.dumps(told, indent=2, ensure_ascii=False) + "\n",
                     golden(path.with_suffix(".diagnostics")))


#: How the tables of expectations are read.
EXPECTATIONS = ExpectationsCsv(level_order=["Junior*", "*", "Senior*"],
                               skill_levels=["Awareness", "Working", "Expert"],
                               unlevelled_values=["NOT IN USE"])


def check_csv(test, path):
    read, options = ((Profiles.from_csv, ()) if path.stem.startswith("ratings")
                     else (Framework.from_csv, (EXPECTATIONS,)))
    told = "".join(f"{each.code} {each.severity}, row {each.row}, {each.line}:{each.column} @{each.offset} "
                   f"[{each.field}] {each.message}{each.suggestion and ' -> ' + each.suggestion}\n"
                   for each in findings(read, path.read_bytes(), *options))
    test.assertEqual(told, golden(path.with_suffix(".diagnostics")))


def check_messages(test, path):
    """It is broken; what its finding is, is in tests/CMakeLists.txt."""
    english = ROOT / "src/messages/en.json"
    found = [each for each in findings(Messages.build, {file.name: file.read_bytes()
                                                        for file in (english, path)})
             if each.code == "SKM5008"]
    test.assertEqual([(each.severity, each.line) for each in found], [("error", 6)])
    test.assertIn("an apostrophe before a brace", found[0].message)


# -- Matrices ------------------------------------------------------------------------------------

def lines(*parts):
    return "".join(f"{part}\n" for part in parts)


def tell_things(matrix):
    """Scales, categories and skills."""
    statuses, kinds = ("active", "draft", "deprecated"), ("domain", "group", "family")
    relations = ("broader", "narrower", "related")
    told = ""
    for scale in matrix.scales:
        told += lines(scale.id, "", 0) + lines(*(part for level in scale.levels
                                                 for part in (level.id, level.value)))
    for category in matrix.categories:
        told += lines(category.id, kinds.index(category.kind),
                      *(parent.id for parent in matrix.parents(category)))
    for skill in matrix.skills:
        told += lines(skill.id, statuses.index(matrix.status(skill)))
        told += lines(*(getattr(each, "id", each) for each in (
            matrix.replaced_by(skill), matrix.skill_updated(skill), matrix.domain(skill)) if each))
        for needed in matrix.prerequisites(skill):
            told += lines(needed.skill.id, needed.rank)
        for relation in matrix.relations(skill):
            told += lines(relations.index(relation.kind), relation.skill.id)
        told += lines(*(level.index for level in matrix.expected_by(skill)))
    return told


MOST_ALIASES = 32


def texts_of(reader):
    """All texts as a reader gets them, in the order of the matrix."""
    matrix = reader.matrix
    yield from map(reader.text, ("title_of_framework", "summary_of_framework"))
    for scale in matrix.scales:
        yield from (reader.text(f"{what}_of_scale", scale.index) for what in ("title", "description"))
        for level in scale.levels:
            yield from (reader.level_text(scale, level.rank, what)
                        for what in ("title", "label", "description"))
    for category in matrix.categories:
        yield from (reader.text(f"{what}_of_category", category.index) for what in ("title", "description"))
    for skill in matrix.skills:
        yield from (reader.title(skill), reader.summary(skill))
        # The n-th ones of all languages are one text, so there have to be as many in each.
        aliases = reader.aliases(skill)
        assert len(aliases) <= MOST_ALIASES
        yield from aliases
        yield from [None] * (MOST_ALIASES - len(aliases))
        yield from (reader.meaning(skill, level.rank) for level in matrix.scale(skill).levels)
    for role in matrix.roles:
        yield from (reader.title(role), reader.summary(role))
        yield from (reader.focus(level) for level in matrix.role_levels if level.role == role)
    for level in matrix.role_levels:
        yield from (reader.description(level, each.skill) for each in matrix.requirements(level))


def tell_texts(matrix):
    """Every text in every language, of those that are in any."""
    tags = sorted(link.tag for link in Reader(matrix).tags)
    columns = [["" if each is None or each.tag != tag or each.source == "missing" else each.value
                for each in texts_of(Reader(matrix, tag))] for tag in tags]
    rows = [row for row in zip(*columns) if any(row)]
    return "".join(lines(tag, "", *column) for tag, column in zip(tags, zip(*rows)))


def tell_requirements(matrix):
    told = ""
    for level in matrix.role_levels:
        told += f"{level.role.id} {level.id}\n"
        for each in matrix.requirements(level):
            told += f"{each.skill.id} {each.rank} {each.weight} {int(not each.required)} "
    return told


QUERIES = ("en", "a", "s", "ser", "ai", "lit", "c++", "first", "fisrt", "frist skil", "alph", "alhpa",
           "alpha 3", "beta", "学", "学习", "机器学习", "机学器习", "学题", "ع", "ส")


def tell_found(matrix):
    """What a search finds."""
    index, reader = SearchIndex(matrix), Reader(matrix, "en")
    matches = ("whole_name", "name_start", "words", "word_start", "typing_errors")
    things = {"skill": matrix.skills, "role": matrix.roles, "category": matrix.categories}
    told = ""
    for query in QUERIES:
        for options in {}, {"limit": 50, "kinds": things}:
            for hit in index.find(query, **options):
                thing = things[hit.kind][hit.index]
                told += (f"{query}: {hit.name} = {thing.id} {hit.tag} {reader.title(thing)} "
                         f"{matches.index(hit.match)} {hit.errors}\n")
    return told


def check_matrix(test, path):
    matrix = Matrix.open(path, verify=True)
    start = lines(matrix.id, matrix.version, matrix.default_locale, matrix.license, matrix.source)
    rest = tell_things(matrix) + tell_texts(matrix) + tell_requirements(matrix) + tell_found(matrix)
    expected = golden(path.with_suffix(".txt"))
    # The fallbacks of the framework are between them, which only negotiation knows.
    fallbacks = expected[len(start):len(expected) - len(rest)]
    test.assertEqual(start + fallbacks + rest, expected)
    test.assertEqual([tag for tag in fallbacks.split("\n")[:-1] if find_tag_problem(tag)], [])
    test.assertEqual(matrix.to_bytes(), path.read_bytes())


# -- Reports -------------------------------------------------------------------------------------

class Sample:
    """What the reports are about."""

    def __init__(self):
        self.framework = Framework.load(SAMPLE)
        self.matrix = Matrix(self.framework)
        self.english = Reader(self.matrix, "en")
        self.amara = Profile.load(EXAMPLES / "people/amara-diallo.json")
        self.people = Profiles.load(EXAMPLES / "people.ndjson")
        self.junior, self.middle = (self.matrix.role_level("nlp-engineer", level)
                                    for level in ("junior", "middle"))

    def coverage(self, locale):
        coverage = Coverage(self.framework, ["de", "pt-BR"], max_diagnostics=4)
        return coverage.to_json(Language(locale), "ai-engineering.json")

    def gap(self):
        return self.matrix.gap(self.amara, self.middle, as_of=JUNE, threshold="4/5").to_json(self.english)

    def match(self, *who):
        return self.matrix.match(*who, as_of=JUNE, limit=3).to_json(self.english)

    def skill_page(self, language):
        return self.matrix.skill_page("transformers-nlp", language).json

    def search(self, query, language, **options):
        return SearchIndex(self.matrix).page(query, Reader(self.matrix, language), **options).json

    def search_in_no_order(self):
        """What is found without a reader, written for one, which no call does at once."""
        reader = Reader(self.matrix, "zh")
        sources = {link.tag: link.source for link in reader.tags}
        page = dict(SearchIndex(self.matrix).page("data", reader, limit=1))
        page["hits"] = []
        for hit in SearchIndex(self.matrix).find("data", limit=3):
            thing = (self.matrix.skills if hit.kind == "skill" else self.matrix.roles)[hit.index]
            title = reader.title(thing)
            page["hits"].append({
                "kind": hit.kind, "id": thing.id, "title": title.value, "title_locale": title.tag,
                "title_source": title.source, "name": hit.name, "name_locale": hit.tag,
                "name_source": sources[hit.tag], "is_alias": hit.is_alias, "match": hit.match,
                "errors": hit.errors})
        return json.dumps(page, indent=2, ensure_ascii=False) + "\n"


JUNE = datetime.date(2026, 6, 1)
REPORTS = {
    "coverage.ar.json": lambda sample: sample.coverage("ar"),
    "coverage.en.json": lambda sample: sample.coverage("en"),
    "gap.json": Sample.gap,
    "match_people.json": lambda sample: sample.match(sample.people, sample.junior),
    "match_role_levels.json": lambda sample: sample.match(sample.amara),
    "progression.json": lambda sample: sample.english.progression(sample.junior).json,
    "role.json": lambda sample: sample.matrix.role_page("nlp-engineer", "en").json,
    "search.alias.json": lambda sample: sample.search("brt", "de"),
    "search.json": Sample.search_in_no_order,
    "search.reader.json": lambda sample: sample.search("data", "zh", limit=3),
    "skill.de.json": lambda sample: sample.skill_page("de"),
    "skill.en.json": lambda sample: sample.skill_page("en"),
}
SCHEMAS = {"framework.json": framework_schema, "profile.json": profile_schema}


def check_report(test, path):
    test.assertEqual(REPORTS[path.name](Sample()), golden(path))


def check_schema(test, path):
    test.assertEqual(SCHEMAS[path.name](), golden(path))


# -- Formats -------------------------------------------------------------------------------------

#: Ways of counting, as patterns of messages call them.
COUNTING = {"cardinal": "plural", "ordinal": "selectordinal"}


def tell_formats(tag, expected):
    """What a language makes of everything that a line each expects of a tag, as far as Python has it;
    as it is expected otherwise."""
    counts = {line.split()[0]: line.split(";") for line in expected if line.split()[0] in COUNTING}
    patterns = {f"as.{way}": f"{{n, {COUNTING[way]}, " + " ".join(
        f"{category} {{{category}}}" for category in categories.split()[1:]) + "}"
                for way, (categories, _) in counts.items()}
    catalog = {"schema": "skillmatrix.messages/1", "locale": tag.split("-u-")[0],
               "messages": {"missing": "-", **patterns}}
    # It is refused if these are not the categories of the language.
    language = Language(tag, Messages.build({tag: json.dumps(catalog)}), isolates="never")
    told = [f"number {language.number(number)}" for number in (0, 7, 1234, 12345, -1234567, -2**63)]
    told.append(expected[6])  # Numbers with decimals are in messages of the library only.
    told.append(f"percent {language.percent(Fraction(667, 1000))}, {expected[7].split(', ')[-1]}")
    told.append("date " + ", ".join(language.date(datetime.date(*date)) for date in (
        (2026, 3, 17), (1066, 10, 14), (1, 1, 1), (9999, 12, 31))))
    told += ["list " + language.list(list("ABCD")), *expected[10:12]]  # Of the ways to list, one.
    for way, (categories, numbers) in counts.items():
        told.append(f"{categories};" + "".join(
            f" {number} {language.message(f'as.{way}', n=int(number))}" for number in numbers.split()[::2]))
    return told


def check_formats(test, path):
    if not json.loads(buffer_text(library.skm_build_info))["cldr"].startswith("42."):
        test.skipTest("the golden file is of CLDR 42")
    tags = 0
    for tag, body in re.findall(r"^(.*) -> .*\n((?:  .*\n)+)", golden(path), re.M):
        if find_tag_problem(tag):
            continue  # Languages are made of tags only.
        expected = [line[2:] for line in body.split("\n")[:-1]]
        test.assertEqual(tell_formats(tag, expected), expected, tag)
        tags += 1
    test.assertGreater(tags, 60)


# -- All of them ---------------------------------------------------------------------------------

#: Of each folder: how its inputs end, what may be beside an input, and how that is checked.
FOLDERS = {
    "csv": (".csv", (".diagnostics",), check_csv),
    "formats": (".txt", (), check_formats),
    "json": (".json", (".diagnostics", ".options"), check_json),
    "matrix": (".skm", (".txt",), check_matrix),
    "messages": (".json", (), check_messages),
    "report": (".json", (), check_report),
    "schema": (".json", (), check_schema),
}


class GoldenTest(unittest.TestCase):
    maxDiff = None

    def test_every_file_is_what_python_gives(self):
        unread = {path for path in GOLDEN.rglob("*") if path.is_file()}
        for folder, (ending, beside, check) in FOLDERS.items():
            inputs = sorted((GOLDEN / folder).glob(f"*{ending}"))
            self.assertTrue(inputs, f"there is nothing in {folder}")
            for path in inputs:
                unread -= {path, *(path.with_suffix(other) for other in beside)}
                with self.subTest(file=f"{folder}/{path.name}"):
                    check(self, path)
        self.assertEqual(unread, set(), "nothing reads these")


if __name__ == "__main__":
    unittest.main()
