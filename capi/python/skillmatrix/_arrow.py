"""Exports as capsules of the Arrow PyCapsule protocol: pyarrow, polars and others take them as they are."""
from __future__ import annotations

import ctypes
import sys
import threading
from typing import Any, Callable, List, Tuple

from .errors import call


class _Schema(ctypes.Structure):
    """struct ArrowSchema."""

    _fields_ = [("before", ctypes.c_uint64 * 7), ("release", ctypes.c_void_p),
                ("private_data", ctypes.c_void_p)]


class _Array(ctypes.Structure):
    """struct ArrowArray."""

    _fields_ = [("before", ctypes.c_uint64 * 8), ("release", ctypes.c_void_p),
                ("private_data", ctypes.c_void_p)]


_release = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
_new_capsule = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)(
    ("PyCapsule_New", ctypes.pythonapi))

# A destructor in Python may run while an exception is under way, and would replace it. So capsules
# have none: they are kept here until nobody else has them, which each export looks after.
_kept: List[Tuple[Any, Any]] = []
_lock = threading.Lock()


def capsules(function: Callable[..., int], pointer: Any) -> Tuple[object, object]:
    """What a call exports: the schema and the array."""
    schema, array = _Schema(), _Array()
    call(function, pointer, ctypes.byref(schema), ctypes.byref(array))
    with _lock:
        _sweep()
        return _keep(schema, b"arrow_schema"), _keep(array, b"arrow_array")


def _keep(struct: Any, name: bytes) -> object:
    capsule: object = _new_capsule(ctypes.addressof(struct), name, None)
    _kept.append((capsule, struct))
    return capsule


def _sweep() -> None:
    """Releases what nobody has any more, unless a consumer took it over, who releases it then."""
    for at in reversed(range(len(_kept))):
        if sys.getrefcount(_kept[at][0]) > 2:  # That of the list, and that of the call.
            continue
        struct = _kept.pop(at)[1]
        if struct.release:
            _release(struct.release)(ctypes.addressof(struct))
