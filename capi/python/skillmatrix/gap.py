"""Gaps: a person against what a role level expects."""
from __future__ import annotations

import collections.abc
import ctypes
import datetime
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Dict, Iterator, Mapping, Optional, Tuple, Union

from . import _abi
from ._arguments import checked
from ._handles import Handle, all_of, buffer_text, made, pointer_of
from ._library import library
from .batch import VERDICTS
from .errors import Diagnostic, NotFoundError, call, check, diagnostics_of
from .matrix import Matrix, RoleLevel, Skill
from .page import GapPage
from .profile import Profile
from .reader import Reader
from .roster import Person, Roster, holdings_of, rating_options
from .scoring import Scoring, fraction_of, scoring_members

_STATES = {_abi.SKM_CELL_MET: "met", _abi.SKM_CELL_EXCEEDED: "exceeded", _abi.SKM_CELL_GAP: "gap",
           _abi.SKM_CELL_UNKNOWN: "unknown", _abi.SKM_CELL_EXPIRED: "expired"}
_OUTCOMES = {_abi.SKM_THRESHOLD_REACHED: "reached", _abi.SKM_THRESHOLD_UNREACHABLE: "unreachable",
             _abi.SKM_THRESHOLD_NOT_COMPUTED: "not_computed"}


@dataclass(frozen=True)
class CellCounts:
    """How many cells are in which state."""

    met: int
    exceeded: int
    gap: int
    unknown: int
    expired: int


@dataclass(frozen=True)
class GapCell:
    """What a role level expects of a skill, and what the person holds of it."""

    skill: Skill
    required: bool  #: False: optional.
    state: str  #: "met", "exceeded", "gap", "unknown" or "expired".
    expected: int  #: The rank on the scale of the skill; 0: at no stated level.
    held: Optional[int]  #: The rank; None if unknown or expired.
    shortfall: int  #: Levels missing, never negative; unknown and expired count from 0.
    weight: int
    contribution: Fraction  #: The part of the score that it earned.
    loss: Fraction  #: The part of 1 - score that it lost.


@dataclass(frozen=True)
class Raise:
    """A level raise that would help."""

    skill: Skill
    from_rank: Optional[int]  #: None if unknown or expired: then counted from 0.
    to_rank: int


@dataclass(frozen=True)
class Threshold:
    """The fewest single-level raises with which the lower score is at least the threshold."""

    outcome: str  #: "reached", "unreachable" or "not_computed".
    threshold: Fraction
    lower: Fraction  #: The lower score after the raises; if unreachable, the highest there is.
    levels: int  #: Number of single-level raises.
    raises: Tuple[Raise, ...]  #: By the number of the skill.


@dataclass(frozen=True)
class Summary:
    """The score and the verdict."""

    verdict: str  #: "ready", "undetermined" or "not_ready"
    lower: Fraction  #: If everything unknown is held at nothing.
    upper: Fraction  #: If everything unknown is as expected.
    counts: CellCounts  #: Over all cells, scored or not.


@dataclass(frozen=True)
class Gap(Summary):
    """A person against what a role level expects: its cells, by position, skill or id."""

    person: Union[Person, Profile, Mapping[Skill, int]] = field(compare=False)
    role_level: RoleLevel
    as_of: Optional[datetime.date]  #: The day it is an answer for; None: nothing expires.
    required: CellCounts  #: Over the required cells alone.
    cells: Tuple[GapCell, ...]  #: By the number of the skill.
    assess: Tuple[Skill, ...]  #: Required, and unknown or expired: what decides the verdict.
    raises: Tuple[Raise, ...]  #: The least set that makes the verdict "ready".
    threshold: Optional[Threshold]  #: If there is one.
    diagnostics: Tuple[Diagnostic, ...]
    _matrix: Matrix = field(repr=False, compare=False)
    _handle: Handle = field(repr=False, compare=False)

    def __len__(self) -> int:
        """How many cells there are."""
        return len(self.cells)

    def __iter__(self) -> Iterator[GapCell]:
        return iter(self.cells)

    def __getitem__(self, key: Union[int, str, Skill]) -> GapCell:
        """A cell. NotFoundError if the role level does not expect the skill."""
        if isinstance(key, int):
            return self.cells[key]
        name = key.id if isinstance(key, Skill) else key
        for cell in self.cells:
            if cell.skill.id == name:
                return cell
        raise NotFoundError(_abi.SKM_ERR_UNKNOWN_NAME, f"the role level does not expect {name!r}")

    def __contains__(self, item: object) -> bool:
        """Whether the role level expects a skill."""
        name = item.id if isinstance(item, Skill) else item
        return any(cell.skill.id == name or cell == item for cell in self.cells)

    def to_json(self, reader: Optional[Reader] = None) -> str:
        """All of it, with texts for a reader of the same matrix; by default in the framework's own
        language."""
        chosen = Reader(self._matrix) if reader is None else reader
        return buffer_text(library.skm_gap_to_json, self._handle._pointer, pointer_of(Reader, chosen))

    def page(self, reader: Optional[Reader] = None) -> GapPage:
        """The same as a dict, which notebooks show as a table."""
        chosen = Reader(self._matrix) if reader is None else reader
        return GapPage(self.to_json(chosen), chosen.language)

    def _repr_html_(self) -> str:
        """For notebooks, in the framework's own language; `page` has others."""
        return self.page()._repr_html_()


def summarize_gap(matrix: Matrix, person: Person, role_level: RoleLevel, roster: Roster,
                  scoring: Union[str, Scoring]) -> Summary:
    """What `Matrix.gap_summary` gives."""
    how = scoring_members(scoring)
    found = _abi.skm_gap_summary()
    people = checked(Roster, roster)
    call(library.skm_gap_summarize_credits, matrix._pointer, people._pointer, people._number_of(Person, person),
         matrix._number_of(RoleLevel, role_level), how["scoring_model"], how["credit_count"], how["credits"],
         ctypes.byref(found))
    return Summary(**summary_members(found))


def analyze_gap(matrix: Matrix, person: Union[Person, Profile, Mapping[Skill, int]],
                role_level: RoleLevel, roster: Optional[Roster], scoring: Union[str, Scoring],
                as_of: Optional[datetime.date], policy: str, min_confidence: int,
                threshold: Union[Fraction, int, str, None]) -> Gap:
    """What `Matrix.gap` gives."""
    how = scoring_members(scoring)  # Kept until the call is over.
    options = _abi.skm_gap_options(
        struct_size=ctypes.sizeof(_abi.skm_gap_options), **how,
        **rating_options(as_of, policy, min_confidence), **_threshold_options(threshold))
    gap = Handle(made(_abi.skm_gap, library.skm_gap_create), library.skm_gap_destroy)
    level = matrix._number_of(RoleLevel, role_level)
    if isinstance(person, Profile):
        call(library.skm_gap_analyze_profile, gap._pointer, matrix._pointer, person._pointer, level,
             ctypes.byref(options))
    elif isinstance(person, collections.abc.Mapping):
        call(library.skm_gap_analyze_holdings, gap._pointer, matrix._pointer, *holdings_of(matrix, person), level,
             ctypes.byref(options))
    else:
        people = checked(Roster, roster)
        call(library.skm_gap_analyze, gap._pointer, matrix._pointer, people._pointer,
             people._number_of(Person, person), level, ctypes.byref(options))
    return _gap(matrix, gap, person, role_level, as_of)


def _threshold_options(threshold: Union[Fraction, int, str, None]) -> Dict[str, int]:
    if threshold is None:
        return {}
    found = fraction_of(threshold)
    return {"threshold_numerator": found.numerator, "threshold_denominator": found.denominator}


def _gap(matrix: Matrix, gap: Handle, person: Union[Person, Profile, Mapping[Skill, int]],
         role_level: RoleLevel, as_of: Optional[datetime.date]) -> Gap:
    pointer = gap._pointer
    summary, required = _abi.skm_gap_summary(), _abi.skm_cell_counts()
    check(library.skm_gap_get_summary(pointer, ctypes.byref(summary)))
    check(library.skm_gap_get_required(pointer, ctypes.byref(required)))
    total = library.skm_gap_total(pointer)
    cells = tuple(
        GapCell(matrix._skill(each.skill), bool(each.required), _STATES[each.state], each.expected,
                _known(each.held), each.shortfall, each.weight, Fraction(each.earned, total),
                Fraction(each.lost, total))
        for each in all_of(library.skm_gap_cells, _abi.skm_gap_cell, pointer))
    skills = {cell.skill.index: cell.skill for cell in cells}
    return Gap(
        **summary_members(summary), person=person, role_level=role_level, as_of=as_of,
        required=_counts(required), cells=cells,
        assess=tuple(skills[each] for each in all_of(library.skm_gap_assess, ctypes.c_uint32, pointer)),
        raises=_raises(library.skm_gap_raises, pointer, skills), threshold=_threshold(pointer, skills),
        diagnostics=diagnostics_of(library.skm_gap_diagnostics(pointer)), _matrix=matrix, _handle=gap)


def _threshold(pointer: Any, skills: Dict[int, Skill]) -> Optional[Threshold]:
    found = _abi.skm_gap_threshold()
    check(library.skm_gap_get_threshold(pointer, ctypes.byref(found)))
    if found.outcome == _abi.SKM_THRESHOLD_NONE:
        return None
    return Threshold(_OUTCOMES[found.outcome],
                     Fraction(found.threshold_numerator, found.threshold_denominator),
                     Fraction(found.lower_numerator, found.lower_denominator), found.levels,
                     _raises(library.skm_gap_threshold_raises, pointer, skills))


def _raises(function: Any, pointer: Any, skills: Dict[int, Skill]) -> Tuple[Raise, ...]:
    return tuple(Raise(skills[each.skill], _known(each.from_rank), each.to_rank)
                 for each in all_of(function, _abi.skm_raise, pointer))


def _known(rank: int) -> Optional[int]:
    return None if rank == _abi.SKM_NONE else rank


def _counts(found: _abi.skm_cell_counts) -> CellCounts:
    return CellCounts(found.met, found.exceeded, found.gap, found.unknown, found.expired)


def summary_members(found: _abi.skm_gap_summary) -> Dict[str, Any]:
    """The members of a `Summary`, from the C API."""
    return {"verdict": VERDICTS[found.verdict],
            "lower": Fraction(found.lower_numerator, found.lower_denominator),
            "upper": Fraction(found.upper_numerator, found.upper_denominator),
            "counts": _counts(found.counts)}
