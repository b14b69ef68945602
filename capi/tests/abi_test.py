#!/usr/bin/env python3
"""Compares the ABI of the shared library with the one that is kept; skipped without libabigail.

    abi_test.py LIBRARY BASELINE [--update]

Any difference fails. Before release 1.0 the surface grows: then --update writes what there is now.
"""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def main(library, baseline, *options):
    if shutil.which("abidw") is None:
        print("skipped: there is no abidw (abigail-tools)")
        return 77
    target = baseline if "--update" in options else tempfile.mkstemp(suffix=".abi")[1]
    subprocess.run(["abidw", "--exported-interfaces-only", "--no-corpus-path", "--no-comp-dir-path",
                    "--no-show-locs", "--no-elf-needed", "--out-file", target, library], check=True)
    if "--update" in options:
        return 0
    try:
        if "<class-decl name='skm_requirement'" not in Path(target).read_text(encoding="utf-8"):
            print("the library has no types to compare: it was built without debug information")
            return 1
        return subprocess.run(["abidiff", baseline, target], check=False).returncode
    finally:
        Path(target).unlink()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
