#!/usr/bin/env python3
"""Checks the types of the Python package with mypy, strictly; skipped where there is none.

    types_test.py FOLDER
"""
import importlib.util
import subprocess
import sys

if importlib.util.find_spec("mypy") is None:
    print("skipped: there is no mypy (python3-mypy)")
    sys.exit(77)
sys.exit(subprocess.run([sys.executable, "-m", "mypy", "--strict", "--no-error-summary",
                         "--cache-dir", "/dev/null", "-p", "skillmatrix"],
                        cwd=sys.argv[1], check=False).returncode)
