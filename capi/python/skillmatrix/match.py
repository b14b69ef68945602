"""Matches: role levels for a person, and people for a role level."""
from __future__ import annotations

import ctypes
import datetime
from dataclasses import dataclass
from typing import Any, Optional, Sequence, Tuple, Union, overload

from . import _abi
from ._arguments import unsigned
from ._handles import Handle, all_of, buffer_text, made, pointer_of
from ._library import library
from .errors import Diagnostic, diagnostics_of
from .gap import Summary, summary_members
from .matrix import Matrix, RoleLevel
from .page import MatchPage
from .profile import Profile, Profiles
from .reader import Reader
from .roster import rating_options
from .scoring import Scoring, scoring_members


@dataclass(frozen=True)
class Match(Summary):
    """How well a person and a role level match."""

    person: Profile
    role_level: RoleLevel


class Matches(Handle, Sequence[Match]):
    """Matches, the best first. Immutable: any number of threads may use one."""

    def __init__(self, matrix: Matrix, people: Union[Profile, Profiles],
                 role_level: Optional[RoleLevel] = None, *, scoring: Union[str, Scoring] = "coverage.partial/1",
                 as_of: Optional[datetime.date] = None, policy: str = "latest",
                 min_confidence: int = 0, limit: Optional[int] = None) -> None:
        """All role levels for one person; or, with a role level, all people of a list for that."""
        if limit == 0:
            raise ValueError("limit is at least 1")
        how = scoring_members(scoring)  # Kept until the call is over.
        options = _abi.skm_match_options(
            struct_size=ctypes.sizeof(_abi.skm_match_options), limit=0 if limit is None else unsigned(limit, 64),
            **how, **rating_options(as_of, policy, min_confidence))
        self._matrix = matrix
        self._people = people
        self._role_level = role_level
        Handle.__init__(self, self._make(ctypes.byref(options)), library.skm_matches_destroy)
        self._rows: Tuple[Match, ...] = tuple(
            map(self._match, all_of(library.skm_matches_rows, _abi.skm_match, self._pointer)))

    def _make(self, options: Any) -> Any:
        matrix = pointer_of(Matrix, self._matrix)
        people = pointer_of((Profile, Profiles), self._people)
        if isinstance(self._people, Profile):
            if self._role_level is not None:
                raise TypeError("one person and one role level are a gap; matches take Profiles")
            return made(_abi.skm_matches, library.skm_matches_of_role_levels, matrix, people, options)
        if self._role_level is None:
            raise TypeError("people are matched with a role level")
        return made(_abi.skm_matches, library.skm_matches_of_people, matrix, people,
                    self._matrix._number_of(RoleLevel, self._role_level), options)

    def _match(self, found: _abi.skm_match) -> Match:
        members = summary_members(found.summary)
        if isinstance(self._people, Profile):
            return Match(**members, person=self._people,
                         role_level=self._matrix._role_level(found.item))
        assert self._role_level is not None
        return Match(**members, person=self._people[found.item], role_level=self._role_level)

    def _about(self) -> str:
        return f"of {len(self)} {'role levels' if self._role_level is None else 'people'}"

    @property
    def nothing_expected(self) -> Tuple[RoleLevel, ...]:
        """Role levels without a cell that the scoring counts: they are left out."""
        return tuple(map(self._matrix._role_level, all_of(
            library.skm_matches_nothing_expected, ctypes.c_uint32, self._pointer)))

    @property
    def diagnostics(self) -> Tuple[Diagnostic, ...]:
        """Ratings that do not resolve, or that nothing is expected."""
        return diagnostics_of(self._findings)

    @property
    def _findings(self) -> Any:
        return library.skm_matches_diagnostics(self._pointer)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, key: int) -> Match: ...
    @overload
    def __getitem__(self, key: slice) -> Sequence[Match]: ...

    def __getitem__(self, key: Union[int, slice]) -> Union[Match, Sequence[Match]]:
        return self._rows[key]

    def to_json(self, reader: Optional[Reader] = None) -> str:
        """All of it, with texts for a reader of the same matrix; by default in the framework's own
        language."""
        chosen = Reader(self._matrix) if reader is None else reader
        return buffer_text(library.skm_matches_to_json, self._pointer, pointer_of(Reader, chosen))

    def page(self, reader: Optional[Reader] = None) -> MatchPage:
        """The same as a dict, which notebooks show as a table."""
        chosen = Reader(self._matrix) if reader is None else reader
        return MatchPage(self.to_json(chosen), chosen.language)

    def _repr_html_(self) -> str:
        """For notebooks, in the framework's own language; `page` has others."""
        return self.page()._repr_html_()
