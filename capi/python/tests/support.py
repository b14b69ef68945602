"""What the tests of the Python package share: where things are. Import it before the package."""
import html.parser
import os
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PACKAGE))

EXAMPLES = Path(sys.argv.pop(1) if len(sys.argv) > 1 else PACKAGE.parents[1] / "examples/data")
SAMPLE = EXAMPLES / "ai-engineering.json"
GOLDEN = PACKAGE.parents[1] / "tests/golden/report"


def run_python(code, **environment):
    """Runs code in a Python of its own, over the same package. Gives its end and what it says."""
    return subprocess.run([sys.executable, "-c", code], text=True, capture_output=True, check=False,
                          env={**os.environ, "PYTHONPATH": str(PACKAGE), **environment})


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
