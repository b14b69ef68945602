"""Handles of the C API as objects of Python."""
from __future__ import annotations

import ctypes
from types import TracebackType
from typing import Any, Callable, Optional, Tuple, Type, TypeVar, Union

from . import _abi
from ._arguments import checked
from ._library import ended_with, library, text
from .errors import Diagnostic, HasFindings, call, check, diagnostics_of
from .things import number_of

_Self = TypeVar("_Self", bound="Handle")


class Handle(HasFindings):
    """Owns a handle: it is ended by `close`, at the end of a `with`, or with the object. Calls that are under
    way with it, in other threads or around a callback, come to their end first.

    Or else it borrows one from its owner, which it keeps, and ends with it."""

    def __init__(self, pointer: Any, destroy: Optional[Callable[[Any], None]],
                 owner: Optional[Handle] = None) -> None:
        self._handle = pointer
        self._owner = owner
        if destroy is not None:
            ended_with(pointer, destroy, _copy(pointer))

    @property
    def _pointer(self) -> Any:
        """The handle, which does not end before whoever has this lets it go."""
        pointer = self._handle
        if pointer is None:
            raise ValueError(f"this {type(self).__name__} is closed")
        if self._owner is not None:
            pointer = _copy(pointer)
            pointer.owner = self._owner._pointer
        return pointer

    #: The handle of the matrix whose things it is asked about, even if that is closed; None: it has them itself.
    _things: Any = None

    def _number_of(self, kind: Union[Type[Any], Tuple[Type[Any], ...]], thing: Any) -> int:
        """The number of a thing. NotFoundError if it is of elsewhere."""
        return number_of(kind, thing, self._pointer if self._things is None else self._things)

    def _about(self) -> str:
        """What to tell of it in a few words."""
        return ""

    def __repr__(self) -> str:
        """For those who look for defects; it tells of whatever may be told, and raises nothing."""
        name = type(self).__name__
        try:
            self._pointer
        except (ValueError, AttributeError):  # It was closed, or never made.
            return f"<{name}, closed>"
        except RuntimeError:
            return f"<{name}, being filled in>"
        try:
            return f"<{name} {self._about()}>"
        except ValueError:  # What it would tell of is closed.
            return f"<{name}>"

    def close(self) -> None:
        """Ends it. Anything that is asked of it from now on is a ValueError."""
        self._handle = None

    def __reduce_ex__(self, protocol: Any) -> Any:
        """For copy and pickle, which would share the handle."""
        raise TypeError(f"a {type(self).__name__} cannot be copied or pickled")

    def __enter__(self: _Self) -> _Self:
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], value: Optional[BaseException],
                 trace: Optional[TracebackType]) -> None:
        self.close()


def _copy(pointer: Any) -> Any:
    """Another pointer to the same."""
    return type(pointer).from_buffer_copy(pointer)


def pointer_of(kind: Union[Type[Handle], Tuple[Type[Handle], ...]], handle: Any) -> Any:
    """The handle of an argument. TypeError if it is no such thing."""
    return checked(kind, handle)._pointer


def made(kind: Any, function: Callable[..., int], *arguments: Any) -> Any:
    """The handle that a call gives through its last argument but one."""
    pointer = ctypes.POINTER(kind)()
    call(function, *arguments, ctypes.byref(pointer))
    return pointer


def all_of(function: Callable[..., int], kind: Any, *arguments: Any) -> Any:
    """All that a call lists, which gives as many as there is room for."""
    count = ctypes.c_uint32()
    check(function(*arguments, 0, None, ctypes.byref(count)))
    found = (kind * count.value)()
    check(function(*arguments, count.value, found, ctypes.byref(count)))
    return found


def buffer_text(function: Callable[..., int], *arguments: Any) -> str:
    """The text that a call gives as a buffer."""
    return taken_text(made(_abi.skm_buffer, function, *arguments))


def taken_text(buffer: Any) -> str:
    """The text of a buffer, which is ended."""
    try:
        return text(library.skm_buffer_view(buffer))
    finally:
        library.skm_buffer_destroy(buffer)


def findings_of(function: Callable[..., int], *arguments: Any) -> Tuple[Diagnostic, ...]:
    """The findings that a call gives through its last argument but one."""
    findings = made(_abi.skm_diagnostics, function, *arguments)
    try:
        return diagnostics_of(findings)
    finally:
        library.skm_diagnostics_destroy(findings)
