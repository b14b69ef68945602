"""Coverage: which texts of a framework there are in which language."""
from __future__ import annotations

import ctypes
import json
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Dict, Iterable, List, Optional, Tuple

from . import _abi
from ._arguments import listed
from ._handles import Handle, buffer_text, made, pointer_of
from ._library import array, library, text, view
from .errors import Diagnostic, check, diagnostics_of
from .framework import Framework
from .language import Language


def _names(prefix: str, names: Iterable[str]) -> Dict[int, str]:
    return {getattr(_abi, f"{prefix}_{name.upper()}"): name for name in names}


_KINDS = _names("SKM_COVERAGE", ("framework", "scale", "level", "category", "skill", "role",
                                 "expectation"))
_FIELDS = _names("SKM_COVERAGE", ("title", "label", "summary", "description", "focus", "aliases"))


@dataclass(frozen=True)
class CoverageRow:
    """How many texts of a kind readers of a language get in which state."""

    locale: str
    kind: str  #: What they are about: "framework", "scale", "level", "category", "skill", "role", ...
    field: str  #: "title", "label", "summary", "description", "focus" or "aliases".
    exact: int  #: There, and not known to be stale.
    fallback: int  #: Not there; readers get another language.
    missing: int  #: Titles that are in no language; readers get a placeholder.
    stale: int  #: There, but the source text has changed since.

    @property
    def total(self) -> int:
        return self.exact + self.fallback + self.missing + self.stale


@dataclass(frozen=True)
class SourceText:
    """A text in the default locale, as a translator needs it."""

    pointer: str  #: JSON pointer of the text: "/skills/0/title".
    value: str
    hash: str  #: For the `source` of its translations.


class Coverage(Handle):
    """How much of a framework is translated. Immutable."""

    def __init__(self, framework: Framework, locales: Iterable[str] = (),
                 max_diagnostics: int = 1000) -> None:
        """Measures it: in these languages, or in all that there are."""
        if not 1 <= max_diagnostics < 2**63:
            raise ValueError("max_diagnostics is at least 1")
        views = [view(each) for each in listed(locales)]
        options = _abi.skm_coverage_options(ctypes.sizeof(_abi.skm_coverage_options),
                                            array(_abi.skm_string_view, views), len(views),
                                            max_diagnostics)
        super().__init__(made(_abi.skm_coverage, library.skm_coverage_measure,
                              pointer_of(Framework, framework), ctypes.byref(options)),
                         library.skm_coverage_destroy)

    def _about(self) -> str:
        return f"in {', '.join(self.locales)}: {'complete' if self.complete else 'not complete'}"

    @property
    def complete(self) -> bool:
        """Whether every text is exact in every language."""
        return bool(library.skm_coverage_is_complete(self._pointer))

    @property
    def locales(self) -> Tuple[str, ...]:
        return tuple(text(library.skm_coverage_locale(self._pointer, index))
                     for index in range(library.skm_coverage_locale_count(self._pointer)))

    @property
    def rows(self) -> Tuple[CoverageRow, ...]:
        """By language, then kind, then field."""
        count = library.skm_coverage_row_count(self._pointer)
        found = (_abi.skm_coverage_row * count)()
        check(library.skm_coverage_rows(self._pointer, count, found))
        locales = self.locales
        return tuple(CoverageRow(locales[row.locale], _KINDS[row.kind], _FIELDS[row.field], row.exact,
                                 row.fallback, row.missing, row.stale) for row in found)

    def share(self, locale: str) -> Fraction:
        """The exact texts of a language out of all; 1 if there are none."""
        rows = [row for row in self.rows if row.locale == locale]
        total = sum(row.total for row in rows)
        return Fraction(sum(row.exact for row in rows), total) if total else Fraction(1)

    @property
    def diagnostics(self) -> Tuple[Diagnostic, ...]:
        """A warning for each text that is not exact."""
        return diagnostics_of(self._findings)

    @property
    def _findings(self) -> Any:
        return library.skm_coverage_diagnostics(self._pointer)

    def to_json(self, language: Optional[Language] = None, file: str = "") -> str:
        """All of it, with the findings in a language, and `file` as their source."""
        return buffer_text(library.skm_coverage_to_json, self._pointer,
                           None if language is None else pointer_of(Language, language), view(file))


def source_texts(framework: Framework, locales: Iterable[str] = ()) -> Tuple[SourceText, ...]:
    """The texts in the default locale: all, or those that are not exact in one of these languages."""
    document = json.loads(_source_texts(framework, locales, as_lines=False))
    return tuple(SourceText(each["pointer"], each["value"], each["hash"])
                 for each in document["sources"])


def source_texts_ndjson(framework: Framework, locales: Iterable[str] = ()) -> str:
    """The same for the tools of translators, as one JSON object a line."""
    return _source_texts(framework, locales, as_lines=True)


def _source_texts(framework: Framework, locales: Iterable[str], as_lines: bool) -> str:
    views: List[Any] = [view(each) for each in listed(locales)]
    return buffer_text(library.skm_coverage_source_texts, pointer_of(Framework, framework),
                       len(views), array(_abi.skm_string_view, views), as_lines)


def text_hash(value: str) -> str:
    """The fingerprint of a text: 16 hexadecimal digits, whatever its normal form."""
    return buffer_text(library.skm_coverage_text_hash, view(value))
