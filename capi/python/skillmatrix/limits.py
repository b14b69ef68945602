"""Limits of reading."""
from __future__ import annotations

import ctypes
from dataclasses import asdict, dataclass
from typing import Any

from . import _abi
from ._arguments import checked, unsigned


@dataclass(frozen=True)
class Limits:
    """Limits of reading. Input beyond them is refused with a finding."""

    max_bytes: int = 2**30  #: Of one document, or of an NDJSON text.
    max_depth: int = 32  #: Of nested arrays and objects.
    max_elements: int = 2**24  #: Of one array or object; of a table, rows.
    max_diagnostics: int = 10_000  #: Further ones are counted.


def read_options(limits: Limits) -> Any:
    """As the C API takes them. 0, which is its default, is no limit that anybody means."""
    members = {name: unsigned(limit, 64) for name, limit in asdict(checked(Limits, limits)).items()}
    for name, limit in members.items():
        if limit == 0:
            raise ValueError(f"{name} is at least 1")
    return ctypes.byref(_abi.skm_read_options(struct_size=ctypes.sizeof(_abi.skm_read_options), **members))
