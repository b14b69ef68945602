#!/usr/bin/env python3
"""Runs a program or a transcript, and compares what it says with what it should say.

    run_snippet.py program PROGRAM [EXPECTED]
    run_snippet.py console TRANSCRIPT [--path DIR]

A transcript reads like a terminal: a line `$ command` is a command, the lines that follow, up to the
next `$ `, are all it prints, on either stream, to the byte. A command that ends in a backslash goes
on in the next line. Lines before the first command are comments, of which `# exit: N` says that the
last command exits with N; every other command has to succeed. Commands run in the current directory
with DIR first on the path, the locale C.UTF-8 and no terminal.
"""
import argparse
import difflib
import os
import pathlib
import re
import subprocess
import sys

TIMEOUT = 120  # seconds for one command


def run(command, environment=None):
    """Returns (exit status, everything printed)."""
    try:
        done = subprocess.run(command, shell=isinstance(command, str), env=environment,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=TIMEOUT, check=False)
    except subprocess.TimeoutExpired:
        sys.exit(f"no end after {TIMEOUT} s: {command}")
    return done.returncode, done.stdout


def difference(expected, actual):
    """The difference of two outputs for a reader, or '' if they are equal to the byte."""
    if expected == actual:
        return ""
    shown = [text.decode("utf-8", "backslashreplace").splitlines(keepends=True)
             for text in (expected, actual)]
    lines = difflib.unified_diff(*shown, "expected", "actual")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ no line feed at the end\n"
                   for line in lines)


def run_program(program, expected):
    status, output = run([str(program)])
    sys.stdout.write(output.decode("utf-8", "backslashreplace"))
    if status != 0:
        sys.exit(f"{program.name}: exit status {status}")
    if expected is not None:
        found = difference(expected.read_bytes(), output)
        if found:
            sys.exit(f"{program.name}: the output is not the documented one\n{found}")


def commands(transcript):
    """Returns ((command, expected output)..., exit status of the last)."""
    status, found, goes_on = 0, [], False
    for line in transcript.read_bytes().splitlines(keepends=True):
        text = line.decode("utf-8").rstrip("\n")
        if goes_on:
            found[-1][0] += "\n" + text
            goes_on = text.endswith("\\")
        elif text.startswith("$ "):
            found.append([text[2:], b""])
            goes_on = text.endswith("\\")
        elif found:
            found[-1][1] += line
        else:
            match = re.match(r"# exit: ([0-9]+)$", text)
            if match:
                status = int(match[1])
            elif text and not text.startswith("#"):
                sys.exit(f"{transcript.name}: a transcript begins with '$ ', not with: {text}")
    if not found:
        sys.exit(f"{transcript.name}: no line begins with '$ '")
    return found, status


def run_transcript(transcript, path):
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    environment.pop("LANGUAGE", None)
    if path is not None:
        environment["PATH"] = f"{path}{os.pathsep}{environment['PATH']}"
    found, last_status = commands(transcript)
    failures = []
    for index, (command, expected) in enumerate(found):
        status, output = run(command, environment)
        wanted = last_status if index == len(found) - 1 else 0
        problems = difference(expected, output)
        if status != wanted:
            problems = f"exit status {status}, expected {wanted}\n{problems}"
        if problems:
            failures.append(f"$ {command}\n{problems}")
    print(f"{len(found)} command(s) run")
    if failures:
        place = transcript.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        sys.exit(f"{place}: {len(failures)} of {len(found)} commands do not behave as written\n\n"
                 + "\n".join(failures))


def main():
    parser = argparse.ArgumentParser()
    modes = parser.add_subparsers(dest="mode", required=True)
    program = modes.add_parser("program")
    program.add_argument("program", type=pathlib.Path)
    program.add_argument("expected", type=pathlib.Path, nargs="?")
    console = modes.add_parser("console")
    console.add_argument("transcript", type=pathlib.Path)
    console.add_argument("--path", type=pathlib.Path)
    options = parser.parse_args()
    if options.mode == "program":
        run_program(options.program, options.expected)
    else:
        run_transcript(options.transcript, options.path)


if __name__ == "__main__":
    main()
