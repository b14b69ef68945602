"""Scores: everybody compared with a role level."""
from __future__ import annotations

import ctypes
from typing import Iterator, Optional

from . import _abi
from ._arguments import checked, unsigned
from ._handles import pointer_of
from ._library import library
from .batch import Plan, Progress, Score, ScoredResult, score_of
from .errors import UsageError, call, check
from .matrix import RoleLevel
from .roster import Person, Roster


class Scores(ScoredResult):
    """The scores of all people of a roster: element p of each column is person p.

    Who changes one, or its roster, must be alone with it.
    """

    def __init__(self, plan: Plan, roster: Roster, role_level: Optional[RoleLevel] = None, *,
                 threads: int = 1, progress: Optional[Progress] = None) -> None:
        """Compares everybody with a role level; without one, each person with their own."""
        ScoredResult.__init__(self, _abi.skm_scores, "scores")
        self.update(plan, roster, role_level, threads=threads, progress=progress)

    def update(self, plan: Plan, roster: Roster, role_level: Optional[RoleLevel] = None, *,
               threads: int = 1, progress: Optional[Progress] = None) -> None:
        """Does it anew, in the same memory. Nothing is left if it fails."""
        pointers = pointer_of(Plan, plan), pointer_of(Roster, roster)
        number = None if role_level is None else plan._number_of(RoleLevel, role_level)
        if number is None:
            self._run("score_own_role_levels", roster, *pointers, threads=threads, progress=progress)
        else:
            self._run("score_people", roster, *pointers, number, threads=threads, progress=progress)
        self._plan = plan
        self._roster = roster

    def rescore(self, person: Person) -> None:
        """Brings up to date what it says of a person, after the roster has changed.

        Also of a person who was added, and of the number of one who was removed, each time: the scores
        follow one person at a time.
        """
        self._seen = None
        number = unsigned(checked(Person, person).index, 32)  # Perhaps of somebody who is gone.
        call(library.skm_scores_rescore, self._pointer, self._roster._pointer, number)

    def _about(self) -> str:
        return f"of {len(self)} people at {_place(self.role_level)}"

    @property
    def plan(self) -> Plan:
        return self._plan

    @property
    def roster(self) -> Roster:
        return self._roster

    @property
    def role_level(self) -> Optional[RoleLevel]:
        """With which everybody was compared; None if each with their own."""
        index = library.skm_scores_role_level(self._pointer)
        return None if index == _abi.SKM_NONE else self._plan.matrix._role_level(index)

    @property
    def verdicts(self) -> memoryview:
        """Keys of `VERDICTS`; 255 for those who have no role level of their own."""
        return self._column("verdicts")

    def __len__(self) -> int:
        """How many people there are."""
        return int(library.skm_scores_count(self._pointer))

    def __getitem__(self, person: Person) -> Optional[Score]:
        """The score of a person; None if they have no role level of their own. UsageError if people came or
        went whom nobody rescored."""
        found = _abi.skm_score()
        number = self._roster._number_of(Person, person)
        status = library.skm_scores_get(self._pointer, self._roster._pointer, number, ctypes.byref(found))
        if status == _abi.SKM_ERR_INVALID_ARGUMENT:
            raise UsageError(status, "there are no scores of the roster as it is now: `rescore` whoever was added "
                             "or removed, or `update` all")
        check(status)
        return None if found.verdict == _abi.SKM_VERDICT_NONE else score_of(found)

    def __iter__(self) -> Iterator[Optional[Score]]:
        return (self[person] for person in self._roster.people)


def _place(level: Optional[RoleLevel]) -> str:
    return "their own role levels" if level is None else f"{level.role.id} {level.id}"
