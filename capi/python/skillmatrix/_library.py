"""Finds and loads the C library, and declares its functions."""
from __future__ import annotations

import ctypes
import ctypes.util
import os
import weakref
from pathlib import Path
from typing import Any, Callable, List, Optional, Sequence

from . import _abi
from ._arguments import checked

_FILE = f"libskillmatrix.so.{_abi.SKM_ABI_VERSION}"


def _places() -> List[str]:
    """Where the library may be, best first."""
    chosen = os.environ.get("SKILLMATRIX_LIBRARY")
    if chosen:
        return [chosen]
    found: Optional[str] = ctypes.util.find_library("skillmatrix")
    return [str(Path(__file__).with_name(_FILE)), _FILE] + ([found] if found else [])


def _load() -> ctypes.CDLL:
    attempts = []
    for place in _places():
        try:
            return ctypes.CDLL(place)
        except OSError as failure:
            attempts.append(f"  {place}: {failure}")
    raise ImportError("cannot load the C library of skillmatrix; set SKILLMATRIX_LIBRARY to its path. "
                      "Tried:\n" + "\n".join(attempts))


def _missing(name: str, since: str) -> Callable[..., Any]:
    def call(*_: Any) -> Any:
        raise NotImplementedError(f"{name} needs version {since} of the C API of skillmatrix")
    return call


class Library:
    """The functions of the C API, as attributes. Calls let other threads of Python run."""

    def __init__(self) -> None:
        library = _load()
        for name, result, arguments, since in _abi.FUNCTIONS:
            try:
                function = getattr(library, name)
            except AttributeError:
                setattr(self, name, _missing(name, since))
                continue
            function.restype = result
            function.argtypes = arguments
            setattr(self, name, function)
        version = self.skm_abi_version()
        if version != _abi.SKM_ABI_VERSION:
            raise ImportError(f"the C library of skillmatrix has ABI {version}, but this package needs "
                              f"{_abi.SKM_ABI_VERSION}")

    def __getattr__(self, name: str) -> Callable[..., Any]:
        raise AttributeError(name)  # For type checkers: attributes are functions.


library = Library()


#: A copy of memory. ctypes.string_at cuts off sizes beyond 31 bits.
bytes_at = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.c_void_p, ctypes.c_ssize_t)(
    ("PyBytes_FromStringAndSize", ctypes.pythonapi))


def text(view: _abi.skm_string_view) -> str:
    """The text of a view."""
    data: bytes = bytes_at(view.data, view.size) if view.size else b""
    return data.decode()


def view(value: "str | bytes") -> _abi.skm_string_view:
    """A view of a text, which it keeps alive."""
    checked((str, bytes), value)
    data = value.encode() if isinstance(value, str) else value
    result = _abi.skm_string_view(ctypes.cast(ctypes.c_char_p(data), ctypes.c_void_p), len(data))
    result.keep = data  # ctypes does not.
    return result


def ended_with(owner: Any, destroy: Callable[[Any], None], pointer: Any) -> None:
    """Has a handle end with the object that owns it. It does not end with the process, whose last threads and
    functions may still be using it: the system takes the memory back."""
    weakref.finalize(owner, destroy, pointer).atexit = False


def array(kind: Any, items: Sequence[Any]) -> Any:
    """An array of structs, which keeps alive what their views are of."""
    result = (kind * len(items))(*items)
    result.keep = items
    return result


def path_view(path: "str | os.PathLike[str]") -> _abi.skm_string_view:
    """A view of a path, as the system has it."""
    result = view(os.fsencode(path))
    result.path = path  # For errors.
    return result
