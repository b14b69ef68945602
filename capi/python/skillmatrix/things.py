"""What matrices and rosters are made of. A number, `index`, means something there alone: to find the same
thing in another one, ask that for the id."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Tuple, Type, Union

from . import _abi
from ._arguments import checked, unsigned
from ._library import library, text
from .errors import NotFoundError


class Numbered:
    """What has a number in its owner: a matrix or, if it is a person, a roster."""

    index: int
    id: str

    @property
    def _names(self) -> Tuple[str, ...]:
        """The ids that say which one it is."""
        return (self.id,)

    def _names_there(self, owner: Any, number: int) -> Tuple[str, ...]:
        """Those of what has a number in the handle of an owner; empty ones if nothing has."""
        raise NotImplementedError


@dataclass(frozen=True)
class Level:
    """A level of a scale."""

    rank: int  #: From 1.
    id: str
    value: int  #: In points.


@dataclass(frozen=True)
class Scale(Numbered):
    """What levels are on."""

    index: int
    id: str
    levels: Tuple[Level, ...]  #: The lowest first.

    def _names_there(self, owner: Any, number: int) -> Tuple[str, ...]:
        return (text(library.skm_matrix_scale_id(owner, number)),)


@dataclass(frozen=True)
class Category(Numbered):
    """What skills and roles are in."""

    index: int
    id: str
    kind: str  #: "domain", "group" or "family".

    def _names_there(self, owner: Any, number: int) -> Tuple[str, ...]:
        return (text(library.skm_matrix_category_id(owner, number)),)


@dataclass(frozen=True)
class Skill(Numbered):
    """What people can be good at."""

    index: int
    id: str

    def _names_there(self, owner: Any, number: int) -> Tuple[str, ...]:
        return (text(library.skm_matrix_skill_id(owner, number)),)


@dataclass(frozen=True)
class Role(Numbered):
    """What people do."""

    index: int
    id: str

    def _names_there(self, owner: Any, number: int) -> Tuple[str, ...]:
        return (text(library.skm_matrix_role_id(owner, number)),)


@dataclass(frozen=True)
class RoleLevel(Numbered):
    """A role at a rung of its ladder."""

    index: int
    role: Role
    id: str  #: Of the level, on the ladder of the role.

    @property
    def _names(self) -> Tuple[str, ...]:
        return self.role.id, self.id

    def _names_there(self, owner: Any, number: int) -> Tuple[str, ...]:
        role = library.skm_matrix_role_of(owner, number)
        return (text(library.skm_matrix_role_id(owner, role)),
                text(library.skm_matrix_role_level_id(owner, number)))


@dataclass(frozen=True)
class Person(Numbered):
    """Who is in a roster."""

    index: int
    id: str

    def _names_there(self, owner: Any, number: int) -> Tuple[str, ...]:
        return (text(library.skm_roster_person_id(owner, number)),)


@dataclass(frozen=True)
class Requirement:
    """What a role level expects of one skill."""

    skill: Skill
    rank: int  #: On the scale of the skill, from 1; 0: at no stated level.
    weight: int
    required: bool  #: False: optional.


@dataclass(frozen=True)
class Prerequisite:
    """What to hold before a skill."""

    skill: Skill
    rank: int  #: On its scale, at least; 0: at any level.


@dataclass(frozen=True)
class Relation:
    """A link to another skill, after SKOS."""

    skill: Skill  #: The other one.
    kind: str  #: What the other one is: "broader", "narrower" or "related".


def noun_of(thing: Numbered) -> str:
    """"role_level" and so on."""
    name = type(thing).__name__
    return "role_level" if name == "RoleLevel" else name.lower()


def number_of(kind: Union[Type[Any], Tuple[Type[Any], ...]], thing: Any, owner: Any) -> int:
    """The number of a skill, a person or whatever else has one, in the handle of its owner. NotFoundError if it is
    not there: then it comes from elsewhere or, if it is a person, from before a change. O(1)."""
    number = unsigned(checked(kind, thing).index, 32)
    there = thing._names_there(owner, number)
    if there == thing._names:
        return number
    noun = noun_of(thing).replace("_", " ")
    if not any(there):
        raise NotFoundError(_abi.SKM_ERR_OUT_OF_RANGE, f"there is no {noun} of the number {number} here")
    raise NotFoundError(_abi.SKM_ERR_UNKNOWN_NAME,
                        f"here, {noun} {number} is {' '.join(there)!r}, and not {' '.join(thing._names)!r}: get "
                        "it anew, by its id, from what you ask")
