"""What the tests of the Python package share: where things are. Import it before the package."""
import contextlib
import html.parser
import io
import os
import re
import subprocess
import sys
import unittest
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PACKAGE))

EXAMPLES = Path(sys.argv.pop(1) if len(sys.argv) > 1 else PACKAGE.parents[1] / "examples/data")
SAMPLE = EXAMPLES / "ai-engineering.json"
GOLDEN = PACKAGE.parents[1] / "tests/golden"


def run_python(code, **environment):
    """Runs code in a Python of its own, over the same package. Gives its end and what it says."""
    return subprocess.run([sys.executable, "-c", code], text=True, capture_output=True, check=False,
                          env={**os.environ, "PYTHONPATH": str(PACKAGE), **environment})


def blocks_of(name):
    """The blocks of Python on a page."""
    page = (PACKAGE.parents[1] / name).read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", page, re.M | re.S)
    assert len(blocks) == page.count("```python"), name
    return blocks


def run_block(block, names):
    """What a block prints that uses files of the examples, also under short names."""
    for file, path in (("framework.json", SAMPLE), ("people.ndjson", EXAMPLES / "people.ndjson"),
                       ("person.json", EXAMPLES / "people/amara-diallo.json")):
        block = block.replace(f'"{file}"', repr(str(path)))
    block = block.replace('"examples/data/', f'"{EXAMPLES}/')
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(block, names)
    return output.getvalue()


class Parser(html.parser.HTMLParser):
    """Collects elements with their attributes, and texts; fails if elements do not nest."""

    def __init__(self, text):
        super().__init__()
        self.open, self.elements, self.texts = [], [], []
        self.feed(text)
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        self.texts.append(data)


class People(unittest.TestCase):
    """The sample framework, and the people of the examples."""

    @classmethod
    def setUpClass(cls):
        from skillmatrix import Framework, Matrix, Plan, Roster

        cls.matrix = Matrix(Framework.load(SAMPLE))
        cls.plan = Plan(cls.matrix)
        cls.roster = Roster.from_ndjson(cls.matrix, (EXAMPLES / "people.ndjson").read_text(encoding="utf-8"))
        cls.levels = cls.matrix.role_levels
