"""Frameworks."""
from __future__ import annotations

import os
from typing import Any, Tuple, Union

from . import _abi
from ._handles import Handle, buffer_text, made
from ._library import library, path_view, view
from .errors import Diagnostic, diagnostics_of


class Framework(Handle):
    """What each role expects at each level of each skill, as it is written. Immutable."""

    def __init__(self, json: Union[str, bytes]) -> None:
        """Reads JSON. InputError, with all findings, if it has errors."""
        self._take(made(_abi.skm_framework, library.skm_framework_parse, view(json), None))

    @classmethod
    def load(cls, path: "str | os.PathLike[str]") -> "Framework":
        """Reads a JSON file."""
        framework = cls.__new__(cls)
        framework._take(made(_abi.skm_framework, library.skm_framework_load, path_view(path), None))
        return framework

    def _take(self, pointer: object) -> None:
        Handle.__init__(self, pointer, library.skm_framework_destroy)

    @property
    def diagnostics(self) -> Tuple[Diagnostic, ...]:
        """The warnings of reading."""
        return diagnostics_of(self._findings)

    @property
    def _findings(self) -> Any:
        return library.skm_framework_diagnostics(self._pointer)

    def to_json(self, compact: bool = False) -> str:
        """The canonical document: the same framework gives the same text."""
        return buffer_text(library.skm_framework_to_json, self._pointer, int(compact))
