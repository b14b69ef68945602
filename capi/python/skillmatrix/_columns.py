"""Columns of a caller, as the C API takes them: of texts, and of whole numbers."""
from __future__ import annotations

import array
import ctypes
import itertools
import numbers
import operator
import sys
from typing import Any, Callable, Iterable, List, Optional, Tuple, Union

from . import _abi
from .errors import NotFoundError

#: A column of whole numbers: memory, or anything that gives them one by one.
Numbers = Union["array.array[int]", memoryview, Iterable[int]]

_KINDS = {"B": ctypes.c_uint8, "I": ctypes.c_uint32, "Q": ctypes.c_uint64}
#: The formats of memory that may be copied as it is.
_ALIKE = {"B": "B?", "I": "IL", "Q": "QL"}
_FLOAT_HINT = ': data frames make floats of what has gaps; leave out these rows, and then .astype("UInt8")'


def items_of(name: str, column: Iterable[Any]) -> List[Any]:
    """What is in a column. One text is not taken for a column of its letters."""
    try:
        if not isinstance(column, (str, bytes)):
            return list(column)
    except TypeError:  # It is not iterable.
        pass
    raise TypeError(f"expected a column in {name}, not {type(column).__name__}")


def texts_of(name: str, items: List[str]) -> Tuple[_abi.skm_texts, object]:
    """Texts, and what they need to be kept."""
    try:
        encoded = list(map(str.encode, items))
    except (TypeError, UnicodeEncodeError):
        for row, item in enumerate(items):
            _check_text(f"row {row} of {name}", item)
        raise
    data = b"".join(encoded)
    offsets = (ctypes.c_uint64 * (len(encoded) + 1))(0, *itertools.accumulate(map(len, encoded)))
    column = _abi.skm_texts(ctypes.cast(ctypes.c_char_p(data), ctypes.c_void_p), len(data),
                            ctypes.cast(offsets, ctypes.c_void_p), 8)
    return column, (data, offsets)


def _check_text(place: str, item: Any) -> None:
    if not isinstance(item, str):
        raise TypeError(f"expected a text in {place}, not {type(item).__name__}")
    try:
        item.encode()
    except UnicodeEncodeError:
        raise ValueError(f"expected a text of Unicode in {place}, not {item!r}") from None


def numbers_of(name: str, letter: str, column: Iterable[Any], expected: str = "a whole number",
               convert: Callable[[Any], int] = operator.index) -> Any:
    """Whole numbers as an array of ctypes: a copy of memory where there is such memory, else what each item is
    converted to."""
    kind = _KINDS[letter]
    memory = _memory_of(name, column)
    if memory is None or not _is_alike(memory, letter):
        items = items_of(name, column)
        try:
            memory = memoryview(array.array(letter, list(map(convert, items))))
        except (TypeError, OverflowError, NotFoundError):
            for row, item in enumerate(items):
                _check_number(f"row {row} of {name}", item, letter, expected, convert)
            raise
    return (kind * len(memory)).from_buffer_copy(memory)


def _memory_of(name: str, column: Any) -> Optional[memoryview]:
    """None if it has none."""
    as_array = getattr(column, "__array__", None)  # Series have it, but are no memory themselves.
    try:
        memory = memoryview(column if as_array is None else as_array())
    except (TypeError, ValueError):
        return None
    if memory.ndim != 1:
        raise ValueError(f"{name} has {memory.ndim} dimensions, not one")
    return memory


def _is_alike(memory: memoryview, letter: str) -> bool:
    plain = memory.format.lstrip("@=<" if sys.byteorder == "little" else "@=")
    return (plain in _ALIKE[letter] and memory.itemsize == ctypes.sizeof(_KINDS[letter])
            and memory.contiguous)


def _check_number(place: str, item: Any, letter: str, expected: str, convert: Callable[[Any], int]) -> None:
    try:
        number = convert(item)
    except NotFoundError as failure:
        raise NotFoundError(failure.status, f"{place}: {failure}") from None
    except TypeError:
        hint = _FLOAT_HINT if isinstance(item, numbers.Real) else ""
        raise TypeError(f"expected {expected} in {place}, not {type(item).__name__}{hint}") from None
    most = 2 ** (8 * ctypes.sizeof(_KINDS[letter])) - 1
    if not 0 <= number <= most:
        raise OverflowError(f"expected {expected} from 0 to {most} in {place}, not {number}")
