#!/usr/bin/env python3
"""Compares what the shared library exports with the list that is kept.

    symbols_test.py LIBRARY LIST
"""
import re
import subprocess
import sys
from pathlib import Path


def main(library, expected):
    output = subprocess.run(["nm", "-D", "--defined-only", library], text=True, check=True,
                            capture_output=True).stdout
    # Some versions of nm write the node of versions with its own version.
    exported = {re.sub(r"^(.+)@@\1$", r"\1", line.split()[-1]) for line in output.splitlines()}
    wanted = set(Path(expected).read_text(encoding="ascii").split())
    for name in sorted(exported - wanted):
        print(f"exported, but not in the list: {name}")
    for name in sorted(wanted - exported):
        print(f"in the list, but not exported: {name}")
    print(f"{len(exported)} symbols")
    return 1 if exported != wanted else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
