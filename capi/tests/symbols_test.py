#!/usr/bin/env python3
"""Compares what the shared library, or the isolated static one, exports with the list that is kept.

    symbols_test.py LIBRARY LIST
"""
import re
import subprocess
import sys
from pathlib import Path


def symbols(library, *options):
    output = subprocess.run(["nm", *options, library], text=True, check=True,
                            capture_output=True).stdout
    return {line.split()[-1] for line in output.splitlines() if line and not line.endswith(":")}


def main(library, expected):
    wanted = set(Path(expected).read_text(encoding="ascii").split())
    if library.endswith(".a"):
        exported = symbols(library, "--extern-only", "--defined-only")
        wanted = {name.split("@@")[0] for name in wanted if "@@" in name}
        # What it asks for is from elsewhere, not from a Boost or a core of the host.
        ours = re.compile(r"skm_|_Z.*(5boost|11skillmatrix)")
        for name in sorted(symbols(library, "--undefined-only")):
            if ours.match(name):
                print(f"asked of the host: {name}")
                return 1
    else:
        # Some versions of nm write the node of versions with its own version.
        exported = {re.sub(r"^(.+)@@\1$", r"\1", name)
                    for name in symbols(library, "-D", "--defined-only")}
    for name in sorted(exported - wanted):
        print(f"exported, but not in the list: {name}")
    for name in sorted(wanted - exported):
        print(f"in the list, but not exported: {name}")
    print(f"{len(exported)} symbols")
    return 1 if exported != wanted else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
