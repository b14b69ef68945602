"""Rankings: the best role levels of people, and the best people of role levels."""
from __future__ import annotations

import ctypes
import operator
from dataclasses import dataclass
from typing import Any, Generic, Iterable, List, Optional, Tuple, TypeVar

from . import _abi
from ._arguments import checked, unsigned
from ._handles import pointer_of
from ._library import library
from .batch import Plan, Progress, Score, ScoredResult, score_of
from .errors import call, check
from .matrix import RoleLevel
from .roster import Person, Roster

_Item = TypeVar("_Item", Person, RoleLevel)


@dataclass(frozen=True)
class Ranked(Generic[_Item]):
    """One of the best."""

    item: _Item
    score: Score


class Ranking(ScoredResult, Generic[_Item]):
    """The best of each row: row r has `counts[r]` elements from r * `limit` on, best first.

    Iterated, it gives its rows.
    """

    def __init__(self) -> None:
        """Of no rows: made by `rank_people` and `rank_role_levels`."""
        ScoredResult.__init__(self, _abi.skm_ranking, "ranking")

    @classmethod
    def rank_people(cls, plan: Plan, roster: Roster, role_levels: Iterable[RoleLevel], limit: int, *,
                    threads: int = 1, progress: Optional[Progress] = None) -> "Ranking[Person]":
        """For each of some role levels the best people; one row each."""
        ranking: Ranking[Person] = Ranking()
        rows = [checked(Plan, plan)._number_of(RoleLevel, each) for each in role_levels]
        ranking._rank("rank_people", plan, roster, rows, limit, threads, progress)
        ranking._get = roster._person
        return ranking

    @classmethod
    def rank_role_levels(cls, plan: Plan, roster: Roster, people: Iterable[Person], limit: int, *,
                         threads: int = 1, progress: Optional[Progress] = None) -> "Ranking[RoleLevel]":
        """For each of some people the best role levels; one row each. That the people are those of the roster is
        not checked one by one, for they are many: the ids of whoever came from elsewhere or was removed are not
        looked at, only their numbers."""
        ranking: Ranking[RoleLevel] = Ranking()
        rows = [unsigned(checked(Person, each).index, 32) for each in people]
        ranking._rank("rank_role_levels", plan, roster, rows, limit, threads, progress)
        ranking._get = plan.matrix._role_level
        return ranking

    def _rank(self, verb: str, plan: Plan, roster: Roster, rows: List[int],
              limit: int, threads: int, progress: Optional[Progress]) -> None:
        self._run(verb, roster, pointer_of(Plan, plan), pointer_of(Roster, roster),
                  (ctypes.c_uint32 * len(rows))(*rows), len(rows), unsigned(limit, 64),
                  threads=threads, progress=progress)
        self._roster = roster

    _get: Any  #: An item by its number.
    _roster: Optional[Roster] = None

    def rerank(self, person: Person) -> None:
        """Brings up to date all rows after a person of the roster has changed. If people came or went,
        rank anew."""
        self._seen = None
        roster = checked(Roster, self._roster)
        call(library.skm_ranking_rerank, self._pointer, roster._pointer, roster._number_of(Person, person))

    def _about(self) -> str:
        return f"of {len(self)} rows, at most {self.limit} in each"

    @property
    def limit(self) -> int:
        """How many elements there is room for in a row."""
        return int(library.skm_ranking_limit(self._pointer))

    @property
    def rows(self) -> memoryview:
        """What each row is about: numbers of the people or the role levels that were asked for."""
        return self._column("rows")

    @property
    def counts(self) -> memoryview:
        """How many elements each row has."""
        return self._column("counts")

    @property
    def items(self) -> memoryview:
        """Numbers of role levels or people."""
        return self._column("items")

    @property
    def verdicts(self) -> memoryview:
        """Keys of `VERDICTS`."""
        return self._column("verdicts")

    def __len__(self) -> int:
        """How many rows there are."""
        return int(library.skm_ranking_row_count(self._pointer))

    def __getitem__(self, row: int) -> Tuple[Ranked[_Item], ...]:
        """The best of a row, best first."""
        row = range(len(self))[operator.index(row)]
        return tuple(self._element(row, position) for position in range(self.counts[row]))

    def _element(self, row: int, position: int) -> Ranked[_Item]:
        found = _abi.skm_score()
        check(library.skm_ranking_get(self._pointer, row, position, ctypes.byref(found)))
        return Ranked(self._get(found.item), score_of(found))
