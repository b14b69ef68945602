"""Counts: who has each skill, and who needs it."""
from __future__ import annotations

import ctypes
from dataclasses import dataclass
from fractions import Fraction
from typing import Callable, Optional

from . import _abi
from ._handles import pointer_of
from ._library import library
from .batch import Progress, Result
from .errors import call, check
from .matrix import Skill
from .roster import Person, Roster


@dataclass(frozen=True)
class LevelCounts:
    """A skill at a level: who has it, and whose own role level expects it."""

    holders: int  #: People who hold this level or a higher one.
    required: int  #: People whose own role level requires just this level.
    required_met: int  #: Of these, those who hold it or a higher one.
    optional: int  #: The same for what is optional.
    optional_met: int

    @property
    def coverage(self) -> Fraction:
        """Of the people of whom it is required, the part that meets it; 1 if it is of nobody."""
        return Fraction(self.required_met, self.required) if self.required else Fraction(1)

    def bus_factor(self, needed: int = 1) -> int:
        """How many holders have to leave, at least, until fewer than `needed` are left."""
        return max(0, self.holders - needed + 1)


class Counts(Result):
    """Counts of a whole organisation by skill and level: `first` says where a skill begins."""

    def __init__(self, roster: Roster, *, threads: int = 1,
                 progress: Optional[Progress] = None) -> None:
        """Counts holders and demand."""
        Result.__init__(self, _abi.skm_counts, "counts")
        self.update(roster, threads=threads, progress=progress)

    def update(self, roster: Roster, *, threads: int = 1, progress: Optional[Progress] = None) -> None:
        """Does it anew, in the same memory. Nothing is left if it fails."""
        pointer = pointer_of(Roster, roster)
        self._run("count_skills", roster, roster.matrix._pointer, pointer, threads=threads, progress=progress)
        self._roster = roster

    def _about(self) -> str:
        return f"of {self._roster!r}"

    def count_out(self, person: Person) -> None:
        """Takes what the roster says of a person out of the counts.

        So counts follow a change: count a person out, change the roster, and count them in. Who is about
        to be removed is counted out. The person has to be in the counts as they are now.
        """
        self._follow(library.skm_counts_count_out, person)

    def count_in(self, person: Person) -> None:
        """Adds what the roster says of a person, who was counted out or added, to the counts."""
        self._follow(library.skm_counts_count_in, person)

    def _follow(self, function: Callable[..., int], person: Person) -> None:
        self._seen = None
        call(function, self._pointer, self._roster._pointer, self._roster._number_of(Person, person))

    @property
    def first(self) -> memoryview:
        """Where rank 1 of each skill is in the other columns; one more than skills."""
        return self._column("first")

    @property
    def holders(self) -> memoryview:
        return self._column("holders")

    @property
    def required(self) -> memoryview:
        return self._column("required")

    @property
    def required_met(self) -> memoryview:
        return self._column("required_met")

    @property
    def optional(self) -> memoryview:
        return self._column("optional")

    @property
    def optional_met(self) -> memoryview:
        return self._column("optional_met")

    def at(self, skill: Skill, rank: int) -> LevelCounts:
        """The counts of a skill at a rank, from 1 on. NotFoundError if there is none."""
        found = _abi.skm_level_counts()
        check(library.skm_counts_get(self._pointer, self._roster._number_of(Skill, skill),
                                     max(0, min(rank, _abi.SKM_NONE)), ctypes.byref(found)))
        return LevelCounts(found.holders, found.required, found.required_met, found.optional,
                           found.optional_met)
