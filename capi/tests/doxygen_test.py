#!/usr/bin/env python3
"""Renders the manual of the C API, and looks whether all of it is there; skipped without Doxygen.

    doxygen_test.py ROOT OUTPUT

A warning of Doxygen fails, and so does a function without one of the parts that each has to have.
"""
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree


def text(element):
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def render(root, output):
    options = (root / "docs/Doxyfile").read_text(encoding="utf-8")
    options += f'\nOUTPUT_DIRECTORY = "{output}"\n'
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir(parents=True)
    subprocess.run(["doxygen", "-"], input=options, text=True, check=True, cwd=root)


def functions(xml):
    """The functions, by name, in the pages of the nouns, where readers look for them."""
    found = {}
    for page in xml.glob("group__*.xml"):
        for member in ElementTree.parse(page).iter("memberdef"):
            if member.get("kind") == "function":
                found[member.findtext("name")] = member
    return found


def missing(function):
    """What the manual does not say of a function."""
    if not text(function.find("briefdescription")):
        yield "brief"
    detail = function.find("detaileddescription")
    documented = {text(item.find("parameternamelist")): text(item.find("parameterdescription"))
                  for item in detail.iter("parameteritem")}
    for parameter in function.iter("param"):
        name = parameter.findtext("declname")
        if name and not documented.get(name):
            yield f"param {name}"
    sections = {section.findtext("title") or section.get("kind"): text(section)
                for section in detail.iter("simplesect")}
    wanted = ["Thread class", "Complexity", "since"]
    if text(function.find("type")) != "void":
        wanted.append("return")
    for name in wanted:
        title = name if name[0].isupper() else ""
        if len(sections.get(name, "")) <= len(title):
            yield name


def main(root, output):
    if shutil.which("doxygen") is None:
        print("skipped: there is no doxygen")
        return 77
    root, output = Path(root), Path(output)
    try:
        render(root, output)
    except subprocess.CalledProcessError:
        return 1
    rendered = functions(output / "xml")
    symbols = [line.split("@@")[0]
               for line in (root / "capi/abi/symbols.txt").read_text(encoding="ascii").split()
               if "@@" in line]
    problems = 0
    for symbol in symbols:
        lacks = list(missing(rendered[symbol])) if symbol in rendered else ["everything"]
        problems += len(lacks)
        if lacks:
            print(f"{symbol}: the manual does not have: {', '.join(lacks)}")
    print(f"{len(symbols)} functions")
    return 1 if problems or not symbols else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
