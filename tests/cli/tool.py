"""The tool under test, for the tests of this folder: the first argument of the program."""
import json
import subprocess
import sys

TOOL = sys.argv.pop(1)


def run(*arguments, stdin=""):
    return subprocess.run([TOOL, *map(str, arguments)], input=stdin, capture_output=True,
                          encoding="utf-8", timeout=60, check=False)


def read_json(text):
    """Refuses members that an object has twice, which most readers pass over."""
    def members(pairs):
        assert len(dict(pairs)) == len(pairs), [name for name, _ in pairs]
        return dict(pairs)
    return json.loads(text, object_pairs_hook=members)
