#!/usr/bin/env python3
"""Compiles every header of the C API alone and twice over, as pedantic C and C++ of many years.

    headers_test.py FOLDER C_COMPILER CXX_COMPILER

Clang's compilers are asked, too, where they are.
"""
import shutil
import subprocess
import sys
from pathlib import Path

FLAGS = ["-fsyntax-only", "-pedantic-errors", "-Wall", "-Wextra", "-Werror", "-Wpadded"]
LANGUAGES = [("c", "c99"), ("c", "c11"), ("c++", "c++98"), ("c++", "c++11"), ("c++", "c++20")]


def compilers(language, given):
    names = ["clang", "clang-14"] if language == "c" else ["clang++", "clang++-14"]
    return [given] + [name for name in map(shutil.which, names) if name][:1]


def main(folder, c_compiler, cxx_compiler):
    failures = count = 0
    for header in sorted((Path(folder) / "skillmatrix").glob("*.h")):
        source = f'#include "skillmatrix/{header.name}"\n' * 2 + "int main(void) { return 0; }\n"
        for language, standard in LANGUAGES:
            for compiler in compilers(language, c_compiler if language == "c" else cxx_compiler):
                done = subprocess.run(
                    [compiler, "-x", language, f"-std={standard}", "-I", folder, *FLAGS, "-"],
                    input=source, text=True, capture_output=True, check=False)
                count += 1
                if done.returncode != 0:
                    failures += 1
                    print(f"{header.name} as {standard} with {compiler}:\n{done.stderr}")
    print(f"{count} compilations, {failures} failed")
    return 1 if failures or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
