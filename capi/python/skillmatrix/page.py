"""Pages: what a reader is shown, as data, and as HTML in notebooks."""
from __future__ import annotations

import html
import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Mapping, Union

if TYPE_CHECKING:
    from .language import Language


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


def _role_level(tag: str, node: Mapping[str, Any]) -> str:
    return f'<{tag}>{_element("bdi", node, "level_title")} {_element("bdi", node, "role_title")}</{tag}>'


def _person(tag: str, node: Mapping[str, Any]) -> str:
    """The name of a person; without one, the id."""
    name = node.get("name") or node["person"]
    return f'<{tag}><bdi>{html.escape(str(name))}</bdi></{tag}>'


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
        yield _row(["<th></th>", *(_role_level("th", self[end]) for end in ends), "<th></th>"])
        for item in self["items"]:
            cells: List[str] = [_expected(item.get(end) or {}) for end in ends]
            yield _row([_element("th", item, "skill_title"), *cells,
                        _element("td", item, "description")])


class SearchPage(Page):
    """What was found."""

    def _rows(self) -> Iterable[str]:
        for hit in self["hits"]:
            yield _row([_element("th", hit, "title"), _element("td", hit, "name")])


class _Report(Page):
    """A page whose labels are not in the JSON, but in a language."""

    def __init__(self, text: str, language: Language) -> None:
        super().__init__(text)
        self._language = language
        self._html = ""  #: In place of the language, where that did not come along.

    def __getstate__(self) -> Dict[str, Any]:
        """For copy and pickle: a language stays where it is."""
        return {**self.__dict__, "_language": None, "_html": self._repr_html_()}

    def _repr_html_(self) -> str:
        return self._html or super()._repr_html_()

    def _message(self, tag: str, key: str, **arguments: Union[str, int, None]) -> str:
        """A message as an element, in the language of the messages."""
        node = {"message": self._language.message(key, **arguments)}
        if self["message_locale"] != self["locale"]:
            node["message_locale"] = self["message_locale"]
        return _element(tag, node, "message")

    def _score(self, node: Mapping[str, Any]) -> str:
        """A score, or from which to which it may be."""
        lower, upper = (Fraction(node["score"][end]["numerator"], node["score"][end]["denominator"])
                        for end in ("lower", "upper"))
        if lower == upper:
            return f"<span>{html.escape(self._language.percent(lower))}</span>"
        return self._message("span", "match.score_range", lower=self._language.percent(lower),
                             upper=self._language.percent(upper))


class GapPage(_Report):
    """A person against what a role level expects."""

    def _parts(self) -> Iterable[str]:
        yield _person("h3", self)
        yield _role_level("p", self)
        yield f'<p>{self._message("strong", "verdict." + self["verdict"])} {self._score(self)}</p>'
        yield from super()._parts()

    def _rows(self) -> Iterable[str]:
        yield _row(self._message("th", f"column.{name}")
                   for name in ("skill", "state", "expected", "held", "description"))
        for cell in self["cells"]:
            yield _row([_element("th", cell, "skill_title"),
                        self._message("td", f"state.{cell['state']}"), _expected(cell),
                        _element("td", cell, "held_title"), _element("td", cell, "description")])


class MatchPage(_Report):
    """Role levels for a person, or people for a role level."""

    def _parts(self) -> Iterable[str]:
        yield _person("h3", self) if "person" in self else _role_level("h3", self)
        yield from super()._parts()

    def _rows(self) -> Iterable[str]:
        item = "role_level" if "person" in self else "person"
        yield _row(self._message("th", f"column.{name}") for name in (item, "verdict", "score", "gaps"))
        for match in self["matches"]:
            heading = _role_level if item == "role_level" else _person
            yield _row([heading("th", match), self._message("td", f"verdict.{match['verdict']}"),
                        f"<td>{self._score(match)}</td>",
                        f"<td>{html.escape(self._language.number(match['counts']['gap']))}</td>"])
