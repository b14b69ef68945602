"""What matrices are made of. A number, `index`, means something in its own matrix alone: to find the
same thing in another one, ask that for the id."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Tuple


@dataclass(frozen=True)
class Level:
    """A level of a scale."""

    rank: int  #: From 1.
    id: str
    value: int  #: In points.


@dataclass(frozen=True)
class Scale:
    """What levels are on."""

    index: int
    id: str
    levels: Tuple[Level, ...]  #: The lowest first.


@dataclass(frozen=True)
class Category:
    """What skills and roles are in."""

    index: int
    id: str
    kind: str  #: "domain", "group" or "family".


@dataclass(frozen=True)
class Skill:
    """What people can be good at."""

    index: int
    id: str


@dataclass(frozen=True)
class Role:
    """What people do."""

    index: int
    id: str


@dataclass(frozen=True)
class RoleLevel:
    """A role at a rung of its ladder."""

    index: int
    role: Role
    id: str  #: Of the level, on the ladder of the role.


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
