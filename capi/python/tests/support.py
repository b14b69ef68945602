"""What the tests of the Python package share: where things are. Import it before the package."""
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PACKAGE))

EXAMPLES = Path(sys.argv.pop(1) if len(sys.argv) > 1 else PACKAGE.parents[1] / "examples/data")
SAMPLE = EXAMPLES / "ai-engineering.json"
GOLDEN = PACKAGE.parents[1] / "tests/golden/report"
