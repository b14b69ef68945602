#!/usr/bin/env python3
"""Pulls the tested code blocks out of Markdown files.

    extract_snippets.py --root ROOT --out DIR FILE...

A block is tested if an HTML comment names it, on its own line before the fence:

    <!-- snippet: NAME -->          a ```cpp or ```c block: a complete program, built and run
    <!-- output: NAME -->           a ```text block: exactly what that program prints
    <!-- run: NAME -->              a ```console block: a transcript, see run_snippet.py
    <!-- run: NAME, exit: 3 -->     the same, where the last command exits with 3

Writes DIR/NAME.cpp or DIR/NAME.c, DIR/NAME.out and DIR/NAME.console, and DIR/snippets.cmake, which
sets snippet_programs and snippet_c_programs, and snippet_transcripts. Files that did not change are not touched, others in DIR
are removed. A mistake in the Markdown is reported as FILE:LINE: what is wrong, and fails.
"""
import argparse
import pathlib
import re
import sys

COMMENT = re.compile(r"^\s*<!--\s*(snippet|output|run):\s*(.*?)\s*-->\s*$")
ARGUMENTS = {
    "snippet": re.compile(r"^(?P<name>[a-z0-9_]+)$"),
    "output": re.compile(r"^(?P<name>[a-z0-9_]+)$"),
    "run": re.compile(r"^(?P<name>[a-z0-9_]+)(?:,\s*exit:\s*(?P<exit>[0-9]+))?$"),
}
FENCE = re.compile(r"^(?P<indent>\s*)(?P<ticks>`{3,}|~{3,})\s*(?P<language>[^\s`]*)[^`]*$")
SUFFIX = {"snippet": {"cpp": ".cpp", "c": ".c"}, "output": {"text": ".out"},
          "run": {"console": ".console"}}  # By the language of the block.


class Mistake(Exception):
    """Something wrong in a Markdown file."""


def blocks(path, shown):
    """Yields (kind, name, suffix, exit status, line of the first line of the block, its lines)."""
    lines = path.read_text(encoding="utf-8").splitlines()
    wanted = None  # (kind, name, exit, line) of a comment that still waits for its block
    fence = None  # (indent, ticks, wanted, suffix, first line) of the fence we are in
    body = []
    for number, line in enumerate(lines, 1):
        if fence is not None:
            indent, ticks, owner, suffix, first = fence
            stripped = line.strip()
            if stripped.startswith(ticks) and not stripped.strip(ticks[0]):
                if owner:
                    yield owner[0], owner[1], suffix, owner[2], first, body
                fence, body = None, []
            else:
                prefix = len(line) - len(line.lstrip())
                body.append(line[min(len(indent), prefix):])
            continue
        comment = COMMENT.match(line)
        if comment:
            if wanted:
                raise Mistake(f"{shown}:{wanted[3]}: no code block follows this comment")
            kind, text = comment.groups()
            arguments = ARGUMENTS[kind].match(text)
            if not arguments:
                raise Mistake(f"{shown}:{number}: '{text}' should be a name of a-z, 0-9 and _"
                              + (", or 'name, exit: N'" if kind == "run" else ""))
            found = arguments.groupdict()
            wanted = (kind, found["name"], int(found.get("exit") or 0), number)
            continue
        opening = FENCE.match(line)
        if opening:
            suffixes = SUFFIX[wanted[0]] if wanted else {}
            suffix = suffixes.get(opening["language"])
            if wanted and suffix is None:
                raise Mistake(f"{shown}:{number}: a block for '{wanted[0]}' should be "
                              f"```{' or ```'.join(suffixes)}, not ```{opening['language']}")
            fence = (opening["indent"], opening["ticks"], wanted, suffix, number + 1)
            wanted = None
            continue
        if wanted and line.strip():
            raise Mistake(f"{shown}:{wanted[3]}: no code block follows this comment")
    if fence is not None:
        raise Mistake(f"{shown}:{fence[4] - 1}: this code block never ends")
    if wanted:
        raise Mistake(f"{shown}:{wanted[3]}: no code block follows this comment")


def write(path, text):
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("files", type=pathlib.Path, nargs="*")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)

    places = {}  # (kind, name) -> "file:line"
    suffixes = {}  # (kind, name) -> ".cpp"
    mistakes = []
    texts = {}
    for path in options.files:
        shown = path.resolve().relative_to(options.root.resolve()).as_posix()
        try:
            for kind, name, suffix, status, first, body in blocks(path, shown):
                place = f"{shown}:{first}"
                rivals = [(kind, name)] if kind == "output" else [("snippet", name), ("run", name)]
                taken = next((places[rival] for rival in rivals if rival in places), None)
                if taken:
                    mistakes.append(f"{place}: the name '{name}' is taken at {taken}")
                    continue
                places[kind, name] = place
                suffixes[kind, name] = suffix
                text = "".join(f"{line}\n" for line in body)
                if kind == "snippet":
                    text = f'#line {first} "{shown}"\n{text}'
                elif kind == "run":
                    text = f"# {place}\n# exit: {status}\n{text}"
                texts[name + suffix] = text
        except Mistake as mistake:
            mistakes.append(str(mistake))
    for kind, name in places:
        if kind == "output" and ("snippet", name) not in places:
            mistakes.append(f"{places[kind, name]}: no snippet has the name '{name}'")
    if mistakes:
        sys.exit("\n".join(mistakes))

    lists = (("programs", ".cpp"), ("c_programs", ".c"), ("transcripts", ".console"))
    texts["snippets.cmake"] = "".join(
        f"set(snippet_{what} {' '.join(sorted(name for (_, name), own in suffixes.items() if own == suffix))})\n"
        for what, suffix in lists)
    for name, text in texts.items():
        write(options.out / name, text)
    for path in options.out.iterdir():
        if path.name not in texts:
            path.unlink()


if __name__ == "__main__":
    main()
