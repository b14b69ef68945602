"""What goes wrong: an exception for each kind of status, with all findings."""
from __future__ import annotations

import ctypes
import errno
import os
from dataclasses import dataclass
from typing import Any, Callable, Dict, Tuple, Type

from . import _abi
from ._library import ended_with, library, text

SEVERITIES = {_abi.SKM_SEVERITY_ERROR: "error", _abi.SKM_SEVERITY_WARNING: "warning",
               _abi.SKM_SEVERITY_INFORMATION: "information"}


class HasFindings:
    """What has findings: a handle, or an exception."""

    @property
    def _findings(self) -> Any:
        """The list of the C API, for as long as this lives; None if there are none."""
        return None


@dataclass(frozen=True)
class Diagnostic:
    """One finding about an input. `docs/diagnostics.md` explains each code."""

    code: str  #: "SKM1009"
    name: str  #: "unknown_member"
    severity: str  #: "error", "warning" or "information"
    message: str  #: In English, one line.
    pointer: str  #: JSON pointer of the value; "" is the document.
    line: int  #: From 1; 0 if the source is not known.
    column: int  #: From 1, in characters.
    offset: int  #: From 0, in bytes.
    row: int  #: CSV: the record, from 1; 0 otherwise.
    field: str  #: CSV: the name of the column.
    value: str  #: The offending value, shortened.
    suggestion: str  #: What was probably meant; may be empty.

    def __str__(self) -> str:
        place = f"{self.line}:{self.column}: " if self.line else self.pointer and f"{self.pointer}: "
        hint = f"; did you mean {self.suggestion}?" if self.suggestion else ""
        return f"{place}{self.severity}: {self.message}{hint} [{self.code}]"


@dataclass(frozen=True)
class DiagnosticCode:
    """A code that findings may have."""

    code: str  #: "SKM1009"
    name: str  #: "unknown_member"
    severity: str  #: "error", "warning" or "information"


def diagnostic_codes() -> Tuple[DiagnosticCode, ...]:
    """All codes that this library knows, by number."""
    return tuple(map(_code, range(library.skm_diagnostics_code_count())))


def _code(index: int) -> DiagnosticCode:
    found = _abi.skm_code_description(struct_size=ctypes.sizeof(_abi.skm_code_description))
    check(library.skm_diagnostics_get_code(index, ctypes.byref(found)))
    return DiagnosticCode(f"SKM{found.code}", text(found.name), SEVERITIES[found.severity])


class SkillMatrixError(Exception, HasFindings):
    """A call failed."""

    def __init__(self, status: int, message: str, diagnostics: Tuple[Diagnostic, ...] = (),
                 error: Any = None) -> None:
        """Takes over the error of the C API, if there is one."""
        super().__init__(message)
        self._error = error
        if error is not None:
            ended_with(self, library.skm_error_destroy, error)
        self.status = status  #: The number in the C API.
        self.status_name = _abi.STATUS_NAMES.get(status, "SKM_ERR_UNKNOWN")
        self.diagnostics = diagnostics  #: All findings, in the order of the input.

    def __reduce__(self) -> Any:
        """For copy and pickle: with the diagnostics, but not for `Language.describe`."""
        return type(self), (self.status, str(self.args[0]), self.diagnostics)

    @property
    def _findings(self) -> Any:
        return library.skm_error_diagnostics(self._error)


class UsageError(SkillMatrixError, ValueError):
    """An argument is wrong."""


class NotFoundError(UsageError, LookupError):
    """There is nothing of that id, name or number."""


class InputError(SkillMatrixError, ValueError):
    """The input has errors: `diagnostics` has all of them."""


class ResourceError(SkillMatrixError, MemoryError):
    """A limit was reached, or there is not enough memory."""


class FileError(SkillMatrixError, OSError):
    """A file cannot be read or written: `errno` and `strerror` say why, `filename` which.

    It is also a FileNotFoundError, a PermissionError or an IsADirectoryError, where open() raises one.
    """

    def __init__(self, status: int, message: str, diagnostics: Tuple[Diagnostic, ...] = (),
                 error: Any = None, errno: int = 0, filename: object = None) -> None:
        SkillMatrixError.__init__(self, status, message, diagnostics, error)
        self.errno = library.skm_error_system_number(error) or errno
        self.strerror = os.strerror(self.errno)
        self.filename = filename

    def __reduce__(self) -> Any:
        return (file_error, (self.status, str(self), self.diagnostics, None, self.errno, self.filename))

    def __str__(self) -> str:
        return str(self.args[0])


class MissingFileError(FileError, FileNotFoundError):
    """There is no such file."""


class ForbiddenFileError(FileError, PermissionError):
    """The file may not be read or written."""


class IsADirectoryFileError(FileError, IsADirectoryError):
    """It is a directory, and no file."""


_FILE_ERRORS: Dict[int, Type[FileError]] = {
    errno.ENOENT: MissingFileError, errno.EACCES: ForbiddenFileError, errno.EPERM: ForbiddenFileError,
    errno.EISDIR: IsADirectoryFileError}


def file_error(status: int, message: str, diagnostics: Tuple[Diagnostic, ...] = (), error: Any = None,
               number: int = 0, filename: object = None) -> FileError:
    """The error of the kind that open() would raise."""
    number = library.skm_error_system_number(error) or number
    return _FILE_ERRORS.get(number, FileError)(status, message, diagnostics, error, number, filename)


_EXCEPTIONS: Dict[int, Type[SkillMatrixError]] = {
    _abi.SKM_ERR_OUT_OF_RANGE: NotFoundError,
    _abi.SKM_ERR_UNKNOWN_NAME: NotFoundError,
}
#: For calls that give no error, but a status alone.
_MESSAGES = {_abi.SKM_ERR_OUT_OF_RANGE: "there is nothing of that number",
             _abi.SKM_ERR_OTHER_MATRIX: "these belong to different matrices"}
_EXCEPTIONS_BY_HUNDRED: Dict[int, Type[SkillMatrixError]] = {
    0: UsageError, 1: InputError, 2: ResourceError}


def diagnostics_of(pointer: Any) -> Tuple[Diagnostic, ...]:
    """The findings of a list of the C API."""
    return tuple(_diagnostic(pointer, index)
                 for index in range(library.skm_diagnostics_count(pointer)))


def _diagnostic(pointer: Any, index: int) -> Diagnostic:
    found = _abi.skm_diagnostic(struct_size=ctypes.sizeof(_abi.skm_diagnostic))
    check(library.skm_diagnostics_get(pointer, index, ctypes.byref(found)))
    return Diagnostic(
        code=f"SKM{found.code}", name=text(found.name),
        severity=SEVERITIES.get(found.severity, "error"), message=text(found.message),
        pointer=text(found.pointer), line=found.line, column=found.column, offset=found.offset,
        row=found.row, field=text(found.field), value=text(found.value),
        suggestion=text(found.suggestion))


def check(status: int, error: Any = None, path: object = None) -> None:
    """Raises what a status means, unless all is well. Takes over the error of the C API."""
    if status == _abi.SKM_OK:
        return
    by_hundred = _EXCEPTIONS_BY_HUNDRED.get(status // 100, SkillMatrixError)
    kind = _EXCEPTIONS.get(status, by_hundred)
    message = text(library.skm_error_message(error))
    name = _abi.STATUS_NAMES.get(status, str(status))
    message = message or _MESSAGES.get(status, name)
    findings = diagnostics_of(library.skm_error_diagnostics(error))
    if status == _abi.SKM_ERR_FILE:
        raise file_error(status, message, findings, error, filename=path)
    raise kind(status, message, findings, error)


def call(function: Callable[..., int], *arguments: Any) -> None:
    """Calls a function whose last argument is `out_error`, and raises what it tells."""
    error = ctypes.POINTER(_abi.skm_error)()
    status = function(*arguments, ctypes.byref(error))
    check(status, error, next((each.path for each in arguments if hasattr(each, "path")), None))
