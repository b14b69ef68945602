"""Languages of readers: messages, numbers, dates, lists and sorting."""
from __future__ import annotations

import datetime
import functools
import operator
from fractions import Fraction
from typing import Any, Callable, Iterable, Optional, Tuple, Union

from . import _abi
from ._arguments import checked, day_number, exact, listed
from ._handles import Handle, buffer_text, made, pointer_of
from ._library import array, library, text, view
from .errors import Diagnostic, HasFindings, diagnostics_of
from .locale import direction_name
from .messages import Messages

_ISOLATES = {"automatic": _abi.SKM_ISOLATES_AUTOMATIC, "always": _abi.SKM_ISOLATES_ALWAYS,
             "never": _abi.SKM_ISOLATES_NEVER}


def _argument(name: str, value: Union[str, int, None]) -> Any:
    if value is None:
        return _abi.skm_message_argument(view(name), type=_abi.SKM_ARGUMENT_NONE)
    if isinstance(value, str):
        return _abi.skm_message_argument(view(name), view(value), type=_abi.SKM_ARGUMENT_TEXT)
    return _abi.skm_message_argument(view(name), number=_int64(value), type=_abi.SKM_ARGUMENT_NUMBER)


def _int64(number: int) -> int:
    """The number. Otherwise ctypes would cut it off."""
    value = operator.index(number)
    if not -2**63 <= value < 2**63:
        raise OverflowError(f"{value} does not fit in 64 bits")
    return value


class Language(Handle):
    """All that depends on a reader alone. Make one for each reader, and keep it. Immutable."""

    def __init__(self, languages: str = "", messages: Optional[Messages] = None,
                 isolates: str = "automatic") -> None:
        """`languages` is an Accept-Language list or a tag. `isolates` says whether texts that are
        filled into messages are isolated: "automatic", "always", or for HTML "never"."""
        if isolates not in _ISOLATES:
            raise ValueError(f"isolates is one of {', '.join(_ISOLATES)}")
        super().__init__(
            made(_abi.skm_language, library.skm_language_build, view(languages),
                 None if messages is None else pointer_of(Messages, messages), _ISOLATES[isolates]),
            library.skm_language_destroy)

    def _about(self) -> str:
        return f"{self.locale!r}, messages in {self.message_locale!r}"

    @property
    def locale(self) -> str:
        """What the reader prefers."""
        return text(library.skm_language_locale(self._pointer))

    @property
    def message_locale(self) -> str:
        """The language of most messages."""
        return text(library.skm_language_message_locale(self._pointer))

    @property
    def direction(self) -> str:
        """Of a page in the language of the messages: "ltr" or "rtl"."""
        return direction_name(library.skm_language_direction(self._pointer))

    @property
    def diagnostics(self) -> Tuple[Diagnostic, ...]:
        """What was skipped in the list of languages."""
        return diagnostics_of(self._findings)

    @property
    def _findings(self) -> Any:
        return library.skm_language_diagnostics(self._pointer)

    def message(self, key: str, **arguments: Union[str, int, None]) -> str:
        """A message for the reader: never a key, a brace or nothing."""
        structs = array(_abi.skm_message_argument,
                       [_argument(name, value) for name, value in arguments.items()])
        return buffer_text(library.skm_language_message, self._pointer, view(key), len(arguments),
                           structs, None)

    def describe(self, subject: HasFindings) -> Tuple[str, ...]:
        """What the `diagnostics` of an exception, of a framework or of messages say, in this
        language."""
        findings = subject._findings
        return tuple(buffer_text(library.skm_language_diagnostic, self._pointer, findings, index)
                     for index in range(library.skm_diagnostics_count(findings)))

    def report(self, subject: HasFindings, file: str = "") -> str:
        """The same as JSON, with how many there are of each severity. `file` is how you call what they
        are about."""
        return buffer_text(library.skm_language_report, self._pointer, subject._findings, view(file))

    def number(self, number: int) -> str:
        """"1,234"."""
        return buffer_text(library.skm_language_number, self._pointer, _int64(number))

    def percent(self, fraction: Union[Fraction, int, str]) -> str:
        """With one decimal, rounded half away from zero: 5/8 is "62.5%"."""
        value = exact(fraction)
        return buffer_text(library.skm_language_percent, self._pointer, _int64(value.numerator),
                           _int64(value.denominator))

    def date(self, date: datetime.date) -> str:
        """In numbers: "3/17/2026"."""
        return buffer_text(library.skm_language_date, self._pointer,
                           day_number(checked(datetime.date, date)))

    def list(self, items: Iterable[str]) -> str:
        """"a, b, and c"."""
        views = [view(item) for item in listed(items)]
        return buffer_text(library.skm_language_list, self._pointer, len(views),
                           array(_abi.skm_string_view, views))

    @property
    def sort_key(self) -> Callable[[str], Any]:
        """For `sorted`: the order in which the reader sorts names, numbers inside them by value."""
        return functools.cmp_to_key(lambda left, right: int(
            library.skm_language_compare(self._pointer, view(left), view(right))))
