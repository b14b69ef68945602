"""The Arrow PyCapsule protocol in both directions: pyarrow, pandas, polars, DuckDB and others speak it."""
from __future__ import annotations

import ctypes
import sys
import threading
from typing import Any, List, Optional, Protocol, Tuple, Union

from ._library import library
from .errors import call


class ArrowStream(Protocol):
    """Tables: of pyarrow, pandas, polars, DuckDB, ..."""

    def __arrow_c_stream__(self, requested_schema: Optional[object] = None) -> object:
        ...


class ArrowBatch(Protocol):
    """Record batches."""

    def __arrow_c_array__(self, requested_schema: Optional[object] = None) -> Tuple[object, object]:
        ...


#: Anything with named columns that speaks the protocol.
ArrowTable = Union[ArrowStream, ArrowBatch]


class Schema(ctypes.Structure):
    """struct ArrowSchema."""


Schema._fields_ = [
    ("format", ctypes.c_char_p), ("name", ctypes.c_char_p), ("metadata", ctypes.c_void_p),
    ("flags", ctypes.c_int64), ("n_children", ctypes.c_int64),
    ("children", ctypes.POINTER(ctypes.POINTER(Schema))), ("dictionary", ctypes.POINTER(Schema)),
    ("release", ctypes.c_void_p), ("private_data", ctypes.c_void_p)]


class Array(ctypes.Structure):
    """struct ArrowArray."""


Array._fields_ = [
    ("length", ctypes.c_int64), ("null_count", ctypes.c_int64), ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64), ("n_children", ctypes.c_int64),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)), ("children", ctypes.POINTER(ctypes.POINTER(Array))),
    ("dictionary", ctypes.POINTER(Array)), ("release", ctypes.c_void_p), ("private_data", ctypes.c_void_p)]


class Stream(ctypes.Structure):
    """struct ArrowArrayStream."""

    _fields_ = [("get_schema", ctypes.c_void_p), ("get_next", ctypes.c_void_p),
                ("get_last_error", ctypes.c_void_p), ("release", ctypes.c_void_p),
                ("private_data", ctypes.c_void_p)]


_NAMES = {Schema: b"arrow_schema", Array: b"arrow_array", Stream: b"arrow_array_stream"}
_release = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
_new_capsule = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)(
    ("PyCapsule_New", ctypes.pythonapi))
_capsule_pointer = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.py_object, ctypes.c_char_p)(
    ("PyCapsule_GetPointer", ctypes.pythonapi))

# A destructor in Python may run while an exception is under way, and would replace it. So capsules
# have none: they are kept here until nobody else has them, which each export looks after.
_kept: List[Tuple[Any, Any]] = []
_lock = threading.Lock()


class Exportable:
    """A table for whoever speaks the protocol: pyarrow.table(result), polars.DataFrame(result), ..."""

    def _export_arrow(self, schema: object, array: object) -> None:
        """Fills in the structs."""
        raise NotImplementedError

    def __arrow_c_array__(self, requested_schema: Optional[object] = None) -> Tuple[object, object]:
        """As a record batch. There is one form only; ValueError if other columns are requested."""
        schema, array = self._export(requested_schema)
        return _capsule(schema), _capsule(array)

    def __arrow_c_stream__(self, requested_schema: Optional[object] = None) -> object:
        """The same as a table of one record batch."""
        schema, array = self._export(requested_schema)
        stream = Stream()
        call(library.skm_arrow_stream, ctypes.byref(schema), ctypes.byref(array), ctypes.byref(stream))
        return _capsule(stream)

    def __arrow_c_schema__(self) -> object:
        """The types of that."""
        return self.__arrow_c_array__()[0]

    def _export(self, requested_schema: Optional[object]) -> Tuple[Schema, Array]:
        requested = None if requested_schema is None else _columns(struct_of(Schema, requested_schema))
        schema, array = Schema(), Array()
        self._export_arrow(ctypes.byref(schema), ctypes.byref(array))
        there = _columns(schema)
        if requested not in (None, there):
            _give_up(schema)
            _give_up(array)
            raise ValueError(f"there are the columns {there}, not {requested}")
        return schema, array


def stream_of(table: ArrowTable) -> object:
    """A capsule with the stream of a table. TypeError if it does not speak the protocol."""
    if not isinstance(table, type):
        stream = getattr(table, "__arrow_c_stream__", None)
        if stream is not None:
            capsule: object = stream()
            return capsule
        batch = getattr(table, "__arrow_c_array__", None)
        if batch is not None:
            schema, array = batch()
            made = Stream()
            call(library.skm_arrow_stream, ctypes.byref(struct_of(Schema, schema)),
                 ctypes.byref(struct_of(Array, array)), ctypes.byref(made))
            return _capsule(made)
    raise TypeError("expected a table that speaks the Arrow PyCapsule protocol (__arrow_c_stream__ or "
                    f"__arrow_c_array__), not {type(table).__name__}")


def struct_of(kind: Any, capsule: object) -> Any:
    """The struct in a capsule. ValueError if it has none of that kind."""
    return kind.from_address(_capsule_pointer(capsule, _NAMES[kind]))


def _columns(schema: Schema) -> List[str]:
    return [(schema.children[at].contents.name or b"").decode("utf-8", "replace")
            for at in range(schema.n_children)]


def _capsule(struct: Any) -> object:
    _sweep()
    capsule: object = _new_capsule(ctypes.addressof(struct), _NAMES[type(struct)], None)
    _kept.append((capsule, struct))
    return capsule


def _sweep() -> None:
    """Releases what nobody has any more, unless a consumer took it over, who releases it then."""
    if not _lock.acquire(blocking=False):  # Somebody is at it, perhaps this thread.
        return
    try:
        unused = [at for at in reversed(range(len(_kept)))
                  if sys.getrefcount(_kept[at][0]) <= 2]  # That of the list, and that of the call.
        structs = [_kept.pop(at)[1] for at in unused]
    finally:
        _lock.release()
    for struct in structs:
        _give_up(struct)  # Which may run anything, such as another export.


def _give_up(struct: Any) -> None:
    if struct.release:
        _release(struct.release)(ctypes.addressof(struct))
