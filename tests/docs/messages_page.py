#!/usr/bin/env python3
"""docs/messages.md, from the English catalog: every message that hosts may ask for.

    messages_page.py             fails if the page is not of the catalog
    messages_page.py --update    writes it
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CATALOG = ROOT / "src/messages/en.json"
PAGE = ROOT / "docs/messages.md"
HEAD = """# Messages

What the library says to readers, by key: for `Language::message` in C++, `skm_language_message` in C and
`Language.message` in Python, and to be said in other words by catalogs of your own
([localization.md](localization.md#what-the-engine-says)). The patterns are those of English, in ICU's MessageFormat;
names in braces are arguments. Other catalogs have the same keys and arguments. What diagnostics say is in
`src/messages/en.json` alone, under `diagnostic.` and their name: they come as sentences
([diagnostics.md](diagnostics.md)).

Written by `tests/docs/messages_page.py --update` from `src/messages/en.json`: do not edit.

| key | English | arguments |
|---|---|---|
"""


def arguments_of(pattern):
    """The names of the arguments, in order, each once."""
    return list(dict.fromkeys(re.findall(r"{([a-z_]+)[,}]", pattern)))


def page():
    messages = json.loads(CATALOG.read_text(encoding="utf-8"))["messages"]
    lines = []
    for key, pattern in messages.items():
        if key.startswith("diagnostic."):
            continue
        text = " ".join(pattern.split()).replace("|", "\\|").replace("`", "\\`")
        arguments = ", ".join(f"`{name}`" for name in arguments_of(pattern))
        lines.append(f"| `{key}` | {text} | {arguments} |\n")
    return HEAD + "".join(lines)


def main():
    if "--update" in sys.argv[1:]:
        PAGE.write_text(page(), encoding="utf-8")
    elif PAGE.read_text(encoding="utf-8") != page():
        sys.exit(f"{PAGE} is not of {CATALOG}; run {sys.argv[0]} --update")


if __name__ == "__main__":
    main()
