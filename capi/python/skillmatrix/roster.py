"""Rosters: many people, ready for batches."""
from __future__ import annotations

import contextlib
import ctypes
import datetime
import operator
import os
from dataclasses import dataclass
from typing import Any, Dict, Iterable, Iterator, Mapping, Optional, Set, Tuple, Type, Union

from . import _abi
from ._arguments import checked, day_number, unsigned
from ._arrow import ArrowTable, Exportable, Stream, stream_of, struct_of
from ._columns import Numbers, items_of, numbers_of, texts_of
from ._handles import Handle, findings_of, made, pointer_of
from ._library import library, path_view, text, view
from .csv import ratings_options
from .errors import Diagnostic, call, check, diagnostics_of
from .limits import Limits, read_options
from .matrix import Items, Matrix, RoleLevel, Skill
from .profile import Profile, Profiles
from .things import Person as Person, number_of

#: A column of role levels, see `Roster.from_columns`.
RoleLevels = Union[Numbers, Iterable[Union[RoleLevel, Tuple[str, str], int, None]]]

_POLICIES = {"latest": _abi.SKM_RATING_POLICY_LATEST, "highest": _abi.SKM_RATING_POLICY_HIGHEST,
             "lowest": _abi.SKM_RATING_POLICY_LOWEST, "trusted": _abi.SKM_RATING_POLICY_TRUSTED}


@dataclass(frozen=True)
class RosterOptions:
    """How to build a roster."""

    as_of: Optional[datetime.date] = None  #: The day it is an answer for; None: nothing expires.
    policy: str = "latest"  #: Which rating of a skill counts: also "highest", "lowest", "trusted".
    min_confidence: int = 0  #: Percent: ratings that state less are set aside.
    index: bool = True  #: Without it: less memory, but batches read all ratings.
    rating_positions: bool = False  #: Also which rating of the profile counts.
    max_diagnostics: int = 10_000  #: Further ones are counted.


@dataclass(frozen=True)
class Holding:
    """What is known of a person and a skill."""

    skill: Skill
    rank: int  #: On its scale; 0: assessed, holds none, or expired.
    is_expired: bool
    rating: int  #: Position in the profile of the rating that counts, if that was asked for.


@dataclass(frozen=True)
class AddedPerson:
    """What became of a profile that was added."""

    person: Person
    diagnostics: Tuple[Diagnostic, ...]  #: What was left out; the pointers are those in the profile.


class Roster(Handle, Exportable):
    """What is known of many people. Who changes one must be alone with it; while a batch reads it, a change is a
    RuntimeError.

    For Arrow it is the table of its people: person, the id, and role_level, a number or null.
    """

    def __init__(self, matrix: Matrix, people: Union[Profiles, Iterable[Profile]] = (),
                 options: RosterOptions = RosterOptions()) -> None:
        """Builds from profiles. What is bad is reported, and does not stop the others."""
        profiles = people if isinstance(people, Profiles) else Profiles.of(people)
        self._take(matrix, made(_abi.skm_roster, library.skm_roster_build, pointer_of(Matrix, matrix),
                                profiles._pointer, _options(options)))

    @classmethod
    def from_ndjson(cls, matrix: Matrix, ndjson: Union[str, bytes],
                    options: RosterOptions = RosterOptions(), *, limits: Limits = Limits()) -> "Roster":
        """Builds from NDJSON, one profile a line, without keeping the profiles."""
        return cls._made(matrix, library.skm_roster_read_ndjson, pointer_of(Matrix, matrix), view(ndjson),
                         _options(options), read_options(limits))

    @classmethod
    def from_csv(cls, matrix: Matrix, csv: Union[str, bytes],
                 options: RosterOptions = RosterOptions(), *,
                 columns: Optional[Mapping[str, str]] = None, delimiter: str = ",",
                 none: str = "none", trim_spaces: bool = True, limits: Limits = Limits()) -> "Roster":
        """Builds from a table of ratings, one a row (docs/csv.md).

        `columns` has the header of each field; without it the headers are the names of the fields,
        in any case. `delimiter` is what separates cells, one ASCII character.
        `none` is the rating of those who were assessed and hold none.
        """
        how = ratings_options(columns or {}, delimiter, none, trim_spaces)
        return cls._made(matrix, library.skm_roster_read_csv, pointer_of(Matrix, matrix), view(csv),
                         _options(options), ctypes.byref(how), read_options(limits))

    @classmethod
    def from_columns(cls, matrix: Matrix, options: RosterOptions = RosterOptions(), *,
                     person_ids: Optional[Iterable[str]] = None,
                     own_role_levels: Optional[RoleLevels] = None, first: Optional[Numbers] = None,
                     people: Optional[Numbers] = None, people_by_id: Optional[Iterable[str]] = None,
                     skills: Optional[Numbers] = None, skill_ids: Optional[Iterable[str]] = None,
                     ranks: Optional[Numbers] = None, level_ids: Optional[Iterable[str]] = None,
                     none: Optional[Numbers] = None, own_roles: Optional[Iterable[str]] = None,
                     own_levels: Optional[Iterable[str]] = None, unknown: Optional[Numbers] = None) -> "Roster":
        """Builds from columns: lists, series, arrays or whatever else gives its items. Numbers may be in
        memory (array, numpy, ...), which is fastest.

        People are `person_ids`, and perhaps `own_role_levels`: role levels, pairs of the ids of a role and a
        level, their numbers in the matrix, or None, which is 2**32 - 1 as a number; or else `own_roles` and
        `own_levels`, ids, of which unknown ones are findings, and "" is none. Whose a rating is says
        `first` (the ratings of person p are from first[p] to first[p + 1]), `people` (positions in
        `person_ids`) or `people_by_id` (of `person_ids`, or else the people are those that appear); which
        skill, `skills` (numbers of the matrix) or `skill_ids`; at which level, `ranks` (0: none) or
        `level_ids`, and where `none` is not 0 the person holds none. What is unknown has no row, or one where
        `unknown` is not 0. TypeError,
        ValueError or OverflowError if an item is none of these, InputError if columns do not go together.
        """
        def role_level(item: Any) -> int:
            if item is None:
                return _abi.SKM_NONE
            if isinstance(item, tuple):
                return matrix.role_level(*item).index
            return matrix._number_of(RoleLevel, item) if isinstance(item, RoleLevel) else operator.index(item)

        texts = {name: items_of(name, column) for name, column in (
            ("person_ids", person_ids), ("people_by_id", people_by_id), ("skill_ids", skill_ids),
            ("level_ids", level_ids), ("own_roles", own_roles), ("own_levels", own_levels)) if column is not None}
        numbers = {name: numbers_of(name, letter, column) for name, letter, column in (
            ("first", "Q", first), ("people", "I", people), ("skills", "I", skills), ("ranks", "B", ranks),
            ("none", "B", none), ("unknown", "B", unknown)) if column is not None}
        if own_role_levels is not None:
            numbers["own_role_levels"] = numbers_of(
                "own_role_levels", "I", own_role_levels,
                "None, a RoleLevel, a pair of the ids of a role and a level, or a number", role_level)
        person_count = len(texts.get("person_ids", ()))
        rating_count = len(numbers["skills"] if "skills" in numbers else texts.get("skill_ids", ()))
        sizes = {**dict.fromkeys(("person_ids", "own_role_levels", "own_roles", "own_levels"), person_count),
                 "first": person_count + 1}
        for name, each in {**texts, **numbers}.items():
            if len(each) != sizes.get(name, rating_count):
                raise ValueError(f"{name} has {len(each)} elements, not {sizes.get(name, rating_count)}")
        if rating_count and first is None and people is None and people_by_id is None:
            raise ValueError("nothing says whose the ratings are: expected people_by_id, people or first")
        given = {name: texts_of(name, column) for name, column in texts.items()}
        columns = _abi.skm_roster_columns(
            struct_size=ctypes.sizeof(_abi.skm_roster_columns), person_count=person_count,
            rating_count=rating_count, **{name: each[0] for name, each in given.items()}, **numbers)
        return cls._made(matrix, library.skm_roster_build_columns, pointer_of(Matrix, matrix),
                         ctypes.byref(columns), _options(options))

    @classmethod
    def from_arrow(cls, matrix: Matrix, ratings: ArrowTable, people: Optional[ArrowTable] = None,
                   options: RosterOptions = RosterOptions()) -> "Roster":
        """Builds from tables that speak the Arrow PyCapsule protocol: of pyarrow, pandas, polars, DuckDB, ...

        `ratings` has the columns person and skill, ids, which are texts, and rating: texts are ids of
        levels, or "none", and whole numbers are ranks, of which 0 is none; null is unknown. Instead of
        ids there may be whole numbers as person_index (positions in `people`) and skill_index (numbers
        of the matrix); as person or skill they are refused, as nothing tells ids from positions. Where a
        column none is true, the person holds none, and "none" is an id as any other. `people` has the
        column person and perhaps role_level, a number of the matrix, or role and level, ids; without it
        the people are those who have ratings. Other columns are not used, which the diagnostics say.
        UsageError if a column is missing or of another type, InputError if the table fails while it is
        read.
        """
        matrix_pointer, how = pointer_of(Matrix, matrix), _options(options)
        capsules = [stream_of(ratings), None if people is None else stream_of(people)]
        streams = [None if each is None else ctypes.byref(struct_of(Stream, each)) for each in capsules]
        return cls._made(matrix, library.skm_roster_import_arrow, matrix_pointer, *streams, how)

    @classmethod
    def open(cls, matrix: Matrix, path: "str | os.PathLike[str]", verify: bool = False) -> "Roster":
        """Maps a file that `save` wrote. With `verify`, proves first that it is in order."""
        roster = cls._made(matrix, library.skm_roster_open, pointer_of(Matrix, matrix), path_view(path))
        if verify:
            roster.verify()
        return roster

    @classmethod
    def from_bytes(cls, matrix: Matrix, data: bytes, verify: bool = False) -> "Roster":
        """Opens the bytes of a file that `save` wrote."""
        roster = cls._made(matrix, library.skm_roster_open_bytes, pointer_of(Matrix, matrix),
                           view(checked(bytes, data)))
        if verify:
            roster.verify()
        return roster

    def copy(self) -> "Roster":
        """A copy, which changes for itself: to change people while other threads read this one."""
        return self._made(self._matrix, library.skm_roster_clone, self._pointer)

    @classmethod
    def _made(cls, matrix: Matrix, function: Any, *arguments: Any) -> "Roster":
        roster = cls.__new__(cls)
        roster._take(matrix, made(_abi.skm_roster, function, *arguments))
        return roster

    def _take(self, matrix: Matrix, pointer: object) -> None:
        Handle.__init__(self, pointer, library.skm_roster_destroy)
        self._matrix = matrix
        self._things = matrix._pointer
        self._batches: Set[object] = set()  # That read it now.

    @contextlib.contextmanager
    def _read(self) -> Iterator[None]:
        """For a batch, while which nobody may change it."""
        batch = object()
        self._batches.add(batch)
        try:
            yield
        finally:
            self._batches.remove(batch)

    @property
    def _changeable(self) -> Any:
        """The handle, for a change."""
        if self._batches:
            raise RuntimeError("this Roster is being read by a batch")
        return self._pointer

    def save(self, path: "str | os.PathLike[str]") -> None:
        """Writes a file, which is replaced as a whole."""
        call(library.skm_roster_save, self._pointer, path_view(path))

    def verify(self) -> None:
        """InputError if an opened file is damaged."""
        call(library.skm_roster_verify, self._pointer)

    def fits(self, matrix: Matrix) -> bool:
        """Whether a matrix has the same numbers as the one that the roster was built for."""
        return bool(library.skm_roster_fits(self._pointer, pointer_of(Matrix, matrix)))

    def _about(self) -> str:
        return f"of {len(self)} people, {self.rating_count} ratings, for {self._matrix!r}"

    @property
    def matrix(self) -> Matrix:
        """The one that it was built for."""
        return self._matrix

    @property
    def rating_count(self) -> int:
        """Ratings that count."""
        return int(library.skm_roster_rating_count(self._pointer))

    @property
    def rejected_people(self) -> int:
        return int(library.skm_roster_rejected_people(self._pointer))

    @property
    def rejected_ratings(self) -> int:
        """Those of rejected people are among them."""
        return int(library.skm_roster_rejected_ratings(self._pointer))

    @property
    def rejected_role_levels(self) -> int:
        """People who were taken without the role level that they stated, which the matrix does not have."""
        return int(library.skm_roster_rejected_role_levels(self._pointer))

    @property
    def diagnostics(self) -> Tuple[Diagnostic, ...]:
        """The findings of building, with the errors of what was rejected."""
        return diagnostics_of(self._findings)

    @property
    def _findings(self) -> Any:
        return library.skm_roster_diagnostics(self._pointer)

    @property
    def people(self) -> Items[Person]:
        """In the order in which they came."""
        return Items("person", self.__len__,
                     lambda id: int(library.skm_roster_find_person(self._pointer, view(id))),
                     self._person)

    def _export_arrow(self, schema: object, array: object) -> None:
        call(library.skm_roster_export_arrow, self._pointer, schema, array)

    def __len__(self) -> int:
        """How many people there are."""
        return int(library.skm_roster_person_count(self._pointer))

    def source(self, person: Person) -> int:
        """Position in the list of profiles, line of NDJSON, or first good row of a table."""
        return int(library.skm_roster_source(self._pointer, self._number_of(Person, person)))

    def own_role_level(self, person: Person) -> Optional[RoleLevel]:
        """None if the person states none, or none that the matrix has."""
        index = library.skm_roster_own_role_level(self._pointer, self._number_of(Person, person))
        return None if index == _abi.SKM_NONE else self._matrix._role_level(index)

    def rank(self, person: Person, skill: Skill) -> Optional[int]:
        """The rank held; 0: assessed, holds none; None: unknown or expired."""
        rank = library.skm_roster_rank(self._pointer, self._number_of(Person, person), self._number_of(Skill, skill))
        return None if rank == _abi.SKM_NONE else int(rank)

    def holdings(self, person: Person) -> Tuple[Holding, ...]:
        """What is known of a person, by skill."""
        number = self._number_of(Person, person)
        count = library.skm_roster_holding_count(self._pointer, number)
        found = (_abi.skm_holding * count)()
        check(library.skm_roster_holdings(self._pointer, number, count, found))
        return tuple(Holding(self._matrix._skill(each.skill), each.rank, bool(each.is_expired),
                             each.rating) for each in found)

    def set_rank(self, person: Person, skill: Skill, rank: Optional[int]) -> None:
        """What is known from now on; None: nothing."""
        call(library.skm_roster_set_rank, self._changeable, self._number_of(Person, person),
             self._number_of(Skill, skill), _abi.SKM_NONE if rank is None else unsigned(rank, 32))

    def set_own_role_level(self, person: Person, level: Optional[RoleLevel]) -> None:
        """The role level that the person has from now on."""
        call(library.skm_roster_set_own_role_level, self._changeable, self._number_of(Person, person),
             _abi.SKM_NONE if level is None else self._number_of(RoleLevel, level))

    def set_holdings(self, person: Person, ranks: Mapping[Skill, int]) -> None:
        """All that is known from now on: the rank held of each skill; 0: assessed, holds none."""
        call(library.skm_roster_set_holdings, self._changeable, self._number_of(Person, person),
             *holdings_of(self, ranks))

    def set_ratings(self, person: Person, profile: Profile) -> Tuple[Diagnostic, ...]:
        """From now on the ratings of a profile are what is known. Gives findings: ratings that the matrix
        does not know are left out."""
        return findings_of(library.skm_roster_set_ratings, self._changeable, self._number_of(Person, person),
                           pointer_of(Profile, profile))

    def add(self, profile: Profile) -> AddedPerson:
        """Adds a person, with findings: ratings and a role level that the matrix does not know are left
        out. InputError if somebody has the id already."""
        number = ctypes.c_uint32()
        findings = findings_of(library.skm_roster_add_profile, self._changeable, pointer_of(Profile, profile),
                               ctypes.byref(number))
        return AddedPerson(self._person(number.value), findings)

    def add_person(self, id: str, own_role_level: Optional[RoleLevel] = None,
                   ranks: Mapping[Skill, int] = {}) -> Person:
        """Adds a person of whom the rank of each skill is known. InputError if somebody has the id
        already."""
        number = ctypes.c_uint32()
        level = _abi.SKM_NONE if own_role_level is None else self._number_of(RoleLevel, own_role_level)
        call(library.skm_roster_add, self._changeable, view(id), level, *holdings_of(self, ranks), ctypes.byref(number))
        return self._person(number.value)

    def remove(self, person: Person) -> None:
        """Removes a person. The last person of the roster gets their number: ask `people` for that one
        anew. All others keep theirs."""
        call(library.skm_roster_remove, self._changeable, self._number_of(Person, person))

    def _number_of(self, kind: Union[Type[Any], Tuple[Type[Any], ...]], thing: Any) -> int:
        return number_of(kind, thing, self._pointer if kind is Person else self._things)

    def _person(self, index: int) -> Person:
        return Person(index, text(library.skm_roster_person_id(self._pointer, index)))


def holdings_of(owner: Union[Matrix, Roster], ranks: Mapping[Skill, int]) -> Tuple[int, Any]:
    """What is known of skills of a matrix, as the C API takes it."""
    rows = sorted((owner._number_of(Skill, skill), unsigned(rank, 32)) for skill, rank in ranks.items())
    return len(rows), (_abi.skm_holding * len(rows))(*[_abi.skm_holding(*row) for row in rows])


def rating_options(as_of: Optional[datetime.date], policy: str, min_confidence: int) -> Dict[str, int]:
    """Which ratings count, as members of options of the C API."""
    if policy not in _POLICIES:
        raise ValueError(f"there is no policy {policy!r}, but {', '.join(_POLICIES)}")
    return {"as_of": day_number(as_of), "policy": _POLICIES[policy],
            "min_confidence": unsigned(min_confidence, 32)}


def _options(options: RosterOptions) -> Any:
    checked(RosterOptions, options)
    return ctypes.byref(_abi.skm_roster_options(
        struct_size=ctypes.sizeof(_abi.skm_roster_options),
        **rating_options(options.as_of, options.policy, options.min_confidence),
        without_index=int(not options.index), rating_positions=int(options.rating_positions),
        max_diagnostics=unsigned(options.max_diagnostics, 64)))
