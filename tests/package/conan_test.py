#!/usr/bin/env python3
"""The recipe for Conan, by Conan itself, without a network: it is exported with all sources that a build needs,
and they can be configured. Skipped where there is no Conan 2.

    conan_test.py SOURCE WORK CMAKE CONAN
"""
import os
import shutil
import subprocess
import sys
from pathlib import Path


def run(*command):
    """What a command says."""
    return subprocess.run([str(each) for each in command], text=True, check=True, stdout=subprocess.PIPE).stdout


def main(source, work, cmake, conan):
    """Runs the test."""
    if not shutil.which(conan) or "version 2" not in run(conan, "--version"):
        print("skipped: there is no Conan 2 (pip install conan)")
        return 77
    work = Path(work)
    shutil.rmtree(work, ignore_errors=True)
    os.environ["CONAN_HOME"] = str(work / "home")
    recipe = Path(source) / "cmake/packaging/conan"
    run(conan, "profile", "detect")
    run(conan, "export", "--no-remote", recipe)
    (reference,) = [line.strip() for line in run(conan, "list", "skillmatrix/*").splitlines()
                    if line.strip().startswith("skillmatrix/")]
    exported = run(conan, "cache", "path", "--folder", "export_source", reference).strip()
    # What comes from ConanCenter is here what the system has.
    profile = work / "profile"
    profile.write_text("include(default)\n[settings]\ncompiler.cppstd=20\n[platform_requires]\n"
                       "boost/1.81.0\nicu/72.1\nxxhash/0.8.1\n", encoding="ascii")
    run(conan, "graph", "info", "--no-remote", "--profile:all", profile, "--requires", reference)
    run(cmake, "-G", "Ninja", "-S", exported, "-B", work / "tree", "-DCMAKE_BUILD_TYPE=Release",
        *(f"-DSKILLMATRIX_BUILD_{part}=OFF" for part in ("TESTS", "BENCH", "EXAMPLES")))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
