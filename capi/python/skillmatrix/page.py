"""Pages: what a reader is shown, as data, and as HTML in notebooks."""
from __future__ import annotations

import html
import json
from typing import Any, Dict, Iterable, List, Mapping


def _attributes(node: Mapping[str, Any], name: str) -> str:
    """The language and direction of a text, where they differ from the page's."""
    found = {"lang": node.get(f"{name}_locale"), "dir": node.get(f"{name}_direction")}
    return "".join(f' {key}="{html.escape(str(value))}"' for key, value in found.items() if value)


def _element(tag: str, node: Mapping[str, Any], name: str) -> str:
    """A text of a page as an element; an empty one if there is none."""
    value = node.get(name)
    content = "" if value is None else html.escape(str(value))
    return f"<{tag}{_attributes(node, name)}>{content}</{tag}>"


def _optional(tag: str, node: Mapping[str, Any], name: str) -> str:
    return _element(tag, node, name) if node.get(name) else ""


def _expected(cell: Mapping[str, Any]) -> str:
    """The level that is expected, in bold if that is required; a tick if something is expected, but
    at no stated level."""
    if not cell:
        return "<td></td>"
    tag = "strong" if cell["necessity"] == "required" else "span"
    if cell.get("expected_title") is None:
        return f"<td><{tag}>\u2713</{tag}></td>"
    return f'<td>{_element(tag, cell, "expected_title")}</td>'


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(cells)}</tr>"


class Page(Dict[str, Any]):
    """A page as a dict: the members of the JSON, which `json` has as it is."""

    def __init__(self, text: str) -> None:
        super().__init__(json.loads(text))
        self.json = text  #: The same matrix and reader give the same text.

    def _repr_html_(self) -> str:
        """For notebooks: in the direction of the page, all texts escaped."""
        return (f'<div lang="{html.escape(self["locale"])}" dir="{html.escape(self["direction"])}">'
                f'{"".join(self._parts())}</div>')

    def _parts(self) -> Iterable[str]:
        yield _optional("h3", self, "title")
        yield _optional("p", self, "summary")
        yield '<table style="text-align: start">'
        yield from self._rows()
        yield "</table>"

    def _rows(self) -> Iterable[str]:
        return ()

    def _label(self, tag: str, name: str) -> str:
        """A label as an element. Labels are in the language of the messages, if not in another."""
        labels = dict(self["labels"])
        if self["message_locale"] != self["locale"]:
            labels.setdefault(f"{name}_locale", self["message_locale"])
        return _element(tag, labels, name)


class SkillPage(Page):
    """What every role at every level expects of a skill."""

    def _rows(self) -> Iterable[str]:
        yield _row(self._label("th", name)
                   for name in ("role", "levels", "necessity", "expected", "description"))
        for cell in self["cells"]:
            yield _row([
                _element("th", cell, "role_title"), _element("td", cell, "level_title"),
                self._label("td", f"necessity_{cell['necessity']}"), _expected(cell),
                _element("td", cell, "description")])


class RolePage(Page):
    """What a role expects, level by level."""

    def _rows(self) -> Iterable[str]:
        levels = self["role_levels"]
        yield _row(["<th></th>", *(_element("th", level, "title") for level in levels)])
        expected = [{cell["skill"]: cell for cell in level["cells"]} for level in levels]
        for group in self["groups"]:
            yield f'<tr><th colspan="{len(levels) + 1}"{_attributes(group, "title")}>'
            yield f'{html.escape(group["title"] or "")}</th></tr>'
            for skill in group["skills"]:
                cells = [level.get(skill["skill"], {}) for level in expected]
                yield _row([_element("th", skill, "skill_title"),
                            *map(_expected, cells)])


class ProgressionPage(Page):
    """What changes from one role level to another."""

    def _rows(self) -> Iterable[str]:
        ends = ("from", "to")
        yield _row(["<th></th>", *(self._heading(self[end]) for end in ends), "<th></th>"])
        for item in self["items"]:
            cells: List[str] = [_expected(item.get(end) or {}) for end in ends]
            yield _row([_element("th", item, "skill_title"), *cells,
                        _element("td", item, "description")])

    @staticmethod
    def _heading(end: Mapping[str, Any]) -> str:
        return f'<th>{_element("bdi", end, "level_title")} {_element("bdi", end, "role_title")}</th>'


class SearchPage(Page):
    """What was found."""

    def _rows(self) -> Iterable[str]:
        for hit in self["hits"]:
            yield _row([_element("th", hit, "title"), _element("td", hit, "name")])
