"""Frameworks."""
from __future__ import annotations

import ctypes
import os
from typing import Any, Tuple, Union

from . import _abi
from ._arguments import unsigned
from ._handles import Handle, buffer_text, findings_of, made, taken_text
from ._library import library, path_view, view
from .csv import ExpectationsCsv, expectations_options
from .errors import Diagnostic, diagnostics_of
from .limits import Limits, read_options


class Framework(Handle):
    """What each role expects at each level of each skill, as it is written. Immutable."""

    def __init__(self, json: Union[str, bytes], *, limits: Limits = Limits()) -> None:
        """Reads JSON. InputError, with all findings, if it has errors."""
        self._take(made(_abi.skm_framework, library.skm_framework_parse, view(json), read_options(limits)))

    @classmethod
    def load(cls, path: "str | os.PathLike[str]", *, limits: Limits = Limits()) -> "Framework":
        """Reads a JSON file."""
        return cls._made(library.skm_framework_load, path_view(path), read_options(limits))

    @classmethod
    def from_csv(cls, csv: Union[str, bytes], options: ExpectationsCsv = ExpectationsCsv(), *,
                 limits: Limits = Limits()) -> "Framework":
        """Reads a table of expectations, one cell of the matrix a row (docs/csv.md). Whether it makes
        sense as a whole, `validate` says."""
        how = expectations_options(options)
        return cls._made(library.skm_csv_read_expectations, view(csv), ctypes.byref(how), read_options(limits))

    def read_back(self, csv: Union[str, bytes], locale: str, *, limits: Limits = Limits()) -> "Framework":
        """Reads what `to_csv` of this framework wrote in that language."""
        return self._made(library.skm_csv_read_back, view(csv), self._pointer, view(locale),
                          read_options(limits))

    @classmethod
    def _made(cls, function: Any, *arguments: Any) -> "Framework":
        framework = cls.__new__(cls)
        framework._take(made(_abi.skm_framework, function, *arguments))
        return framework

    def _take(self, pointer: object) -> None:
        Handle.__init__(self, pointer, library.skm_framework_destroy)

    def _about(self) -> str:
        return f"with diagnostics: {len(self.diagnostics)}"

    @property
    def diagnostics(self) -> Tuple[Diagnostic, ...]:
        """The warnings of reading."""
        return diagnostics_of(self._findings)

    @property
    def _findings(self) -> Any:
        return library.skm_framework_diagnostics(self._pointer)

    def validate(self, max_diagnostics: int = 10_000) -> Tuple[Diagnostic, ...]:
        """Checks whether it makes sense: what reading JSON checks, and reading a table does not."""
        return findings_of(library.skm_framework_validate, self._pointer, unsigned(max_diagnostics, 64))

    def to_json(self, compact: bool = False) -> str:
        """The canonical document: the same framework gives the same text."""
        return buffer_text(library.skm_framework_to_json, self._pointer, int(compact))

    def to_csv(self, locale: str) -> Tuple[str, Tuple[Diagnostic, ...]]:
        """A table of expectations in one language, and findings about what it has no place for."""
        buffer = ctypes.POINTER(_abi.skm_buffer)()
        findings = findings_of(library.skm_csv_write_expectations, self._pointer, view(locale),
                               ctypes.byref(buffer))
        return taken_text(buffer), findings

    def with_pseudo_locales(self) -> "Framework":
        """The same with texts for tests of pages: "en-XA", with accents and longer, and "ar-XB", from
        right to left."""
        return self._made(library.skm_framework_with_pseudo_locales, self._pointer)


def framework_schema() -> str:
    """The JSON Schema (2020-12) of a framework."""
    return buffer_text(library.skm_framework_schema)
