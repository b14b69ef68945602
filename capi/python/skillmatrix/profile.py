"""Profiles: people and their ratings."""
from __future__ import annotations

import collections.abc
import ctypes
import datetime
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Iterable, Iterator, Mapping, Optional, Sequence, Tuple, Union, overload

from . import _abi
from ._arguments import checked, day_of, unsigned
from ._handles import Handle, all_of, buffer_text, findings_of, made, pointer_of
from ._library import library, path_view, text, view
from .csv import ratings_options
from .errors import Diagnostic, check, diagnostics_of
from .limits import Limits, read_options

if TYPE_CHECKING:
    from .matrix import Matrix


_SOURCES = {_abi.SKM_RATING_SOURCE_SELF: "self", _abi.SKM_RATING_SOURCE_PEER: "peer",
            _abi.SKM_RATING_SOURCE_MANAGER: "manager", _abi.SKM_RATING_SOURCE_TEST: "test",
            _abi.SKM_RATING_SOURCE_CERTIFICATE: "certificate"}


@dataclass(frozen=True)
class Evidence:
    """What a rating rests on."""

    uri: str
    note: str  #: May be empty.


@dataclass(frozen=True)
class Rating:
    """A rating, as it is written."""

    skill: str  #: The id of the skill.
    level: Optional[str]  #: The id of the level; None: assessed, and holds none.
    source: Optional[str]  #: "self", "peer", "manager", "test" or "certificate", if it says so.
    confidence: Optional[int]  #: Percent, if it says so.
    assessed: Optional[datetime.date]
    expires: Optional[datetime.date]  #: The last day on which it counts.
    evidence: Tuple[Evidence, ...]


class Profile(Handle):
    """One person with their ratings, as it is written. Immutable."""

    def __init__(self, json: Union[str, bytes], *, limits: Limits = Limits()) -> None:
        """Reads JSON. InputError, with all findings, if it has errors."""
        self._take(made(_abi.skm_profile, library.skm_profile_parse, view(json), read_options(limits)))

    @classmethod
    def load(cls, path: "str | os.PathLike[str]", *, limits: Limits = Limits()) -> "Profile":
        """Reads a JSON file."""
        profile = cls.__new__(cls)
        profile._take(made(_abi.skm_profile, library.skm_profile_load, path_view(path), read_options(limits)))
        return profile

    def _take(self, pointer: object) -> None:
        Handle.__init__(self, pointer, library.skm_profile_destroy)

    @property
    def diagnostics(self) -> Tuple[Diagnostic, ...]:
        """The warnings of reading; those of a profile of a list are with the list."""
        return diagnostics_of(self._findings)

    @property
    def _findings(self) -> Any:
        return library.skm_profile_diagnostics(self._pointer)

    def _about(self) -> str:
        return f"{self.id!r}, {self.rating_count} ratings"

    @property
    def id(self) -> str:
        return text(library.skm_profile_id(self._pointer))

    @property
    def name(self) -> str:
        return text(library.skm_profile_name(self._pointer))

    @property
    def role(self) -> Optional[str]:
        """The id of the role that the person has."""
        return text(library.skm_profile_role(self._pointer)) or None

    @property
    def level(self) -> Optional[str]:
        """The id of the level of that role's ladder."""
        return text(library.skm_profile_level(self._pointer)) or None

    @property
    def rating_count(self) -> int:
        return int(library.skm_profile_rating_count(self._pointer))

    @property
    def ratings(self) -> Tuple[Rating, ...]:
        """As they are written: a skill may be rated several times."""
        return tuple(map(self._rating, range(self.rating_count)))

    def _rating(self, index: int) -> Rating:
        found = _abi.skm_rating(struct_size=ctypes.sizeof(_abi.skm_rating))
        check(library.skm_profile_get_rating(self._pointer, index, ctypes.byref(found)))
        evidence = all_of(library.skm_profile_evidence, _abi.skm_evidence, self._pointer, index)
        return Rating(
            text(found.skill), None if found.holds_none else text(found.level), _SOURCES.get(found.source),
            None if found.confidence == _abi.SKM_NONE else found.confidence, day_of(found.assessed),
            day_of(found.expires), tuple(Evidence(text(each.uri), text(each.note)) for each in evidence))

    def to_json(self, compact: bool = False) -> str:
        """The canonical document: the same profile gives the same text."""
        return buffer_text(library.skm_profile_to_json, self._pointer, int(compact))

    def validate(self, matrix: Matrix, max_diagnostics: int = 10_000) -> Tuple[Diagnostic, ...]:
        """Checks it before it is compared with a framework: unknown skills, roles and levels, with what
        was probably meant, and what makes no sense in any profile."""
        from .matrix import Matrix  # It needs this module.
        return findings_of(library.skm_profile_validate, self._pointer, pointer_of(Matrix, matrix),
                           unsigned(max_diagnostics, 64))


class Profiles(Handle, Sequence[Profile]):
    """The people of an NDJSON text: those of the good lines. Immutable."""

    def __init__(self, ndjson: Union[str, bytes], *, limits: Limits = Limits()) -> None:
        """Reads NDJSON, one profile a line. Bad lines are counted and do not stop the others."""
        self._take(made(_abi.skm_profiles, library.skm_profiles_parse, view(ndjson), read_options(limits)))

    @classmethod
    def load(cls, path: "str | os.PathLike[str]", *, limits: Limits = Limits()) -> "Profiles":
        """Reads a file of NDJSON."""
        return cls._made(library.skm_profiles_load, path_view(path), read_options(limits))

    @classmethod
    def of(cls, people: Iterable[Profile]) -> "Profiles":
        """A list of profiles that were read one by one."""
        pointers = [pointer_of(Profile, each) for each in checked(collections.abc.Iterable, people)]
        handles = (ctypes.POINTER(_abi.skm_profile) * len(pointers))(*pointers)
        return cls._made(library.skm_profiles_create, len(pointers), handles)

    @classmethod
    def from_csv(cls, csv: Union[str, bytes], *, columns: Optional[Mapping[str, str]] = None,
                 delimiter: str = ",", none: str = "none", trim_spaces: bool = True,
                 limits: Limits = Limits()) -> "Profiles":
        """Reads a table of ratings, one a row (docs/csv.md); the arguments are those of
        `Roster.from_csv`. Bad rows are counted and do not stop the others."""
        how = ratings_options(columns or {}, delimiter, none, trim_spaces)
        return cls._made(library.skm_csv_read_ratings, view(csv), ctypes.byref(how), read_options(limits))

    @classmethod
    def _made(cls, function: Any, *arguments: Any) -> "Profiles":
        profiles = cls.__new__(cls)
        profiles._take(made(_abi.skm_profiles, function, *arguments))
        return profiles

    def _take(self, pointer: object) -> None:
        Handle.__init__(self, pointer, library.skm_profiles_destroy)

    def _about(self) -> str:
        return f"of {len(self)} people, {self.rejected} rejected"

    @property
    def rejected(self) -> int:
        """Lines that had an error."""
        return int(library.skm_profiles_rejected(self._pointer))

    @property
    def diagnostics(self) -> Tuple[Diagnostic, ...]:
        """The findings of all lines, the errors of rejected ones among them."""
        return diagnostics_of(self._findings)

    @property
    def _findings(self) -> Any:
        return library.skm_profiles_diagnostics(self._pointer)

    def line(self, index: int) -> int:
        """Where in the text a profile stands, from 1: the line, or the first row of a table."""
        return int(library.skm_profiles_line(self._pointer, range(len(self))[index]))

    def to_csv(self, none: str = "none") -> str:
        """A table of ratings. UsageError if somebody holds a level whose id is the word for none."""
        return buffer_text(library.skm_csv_write_ratings, self._pointer, view(none))

    def to_ndjson(self) -> str:
        """One compact profile a line."""
        return buffer_text(library.skm_profiles_to_ndjson, self._pointer)

    def __len__(self) -> int:
        return int(library.skm_profiles_count(self._pointer))

    @overload
    def __getitem__(self, key: int) -> Profile: ...
    @overload
    def __getitem__(self, key: slice) -> Sequence[Profile]: ...

    def __getitem__(self, key: Union[int, slice]) -> Union[Profile, Sequence[Profile]]:
        if isinstance(key, slice):
            return [self._get(index) for index in range(*key.indices(len(self)))]
        return self._get(range(len(self))[key])

    def __iter__(self) -> Iterator[Profile]:
        return (self._get(index) for index in range(len(self)))

    def _get(self, index: int) -> Profile:
        profile = Profile.__new__(Profile)
        Handle.__init__(profile, library.skm_profiles_get(self._pointer, index), None, self)
        return profile


def profile_schema() -> str:
    """The JSON Schema (2020-12) of a profile; of NDJSON, it is that of each line."""
    return buffer_text(library.skm_profile_schema)
