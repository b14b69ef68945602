"""Matrices: frameworks compiled for questions."""
from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Callable, Generic, Iterator, Optional, Sequence, Tuple, TypeVar, Union, overload

from . import _abi
from ._handles import Handle, made
from ._library import library, path_view, text, view
from .errors import NotFoundError, call, check
from .framework import Framework
from .language import Language
from .page import ProgressionPage, RolePage, SkillPage
from .reader import Reader


@dataclass(frozen=True)
class Skill:
    index: int
    id: str


@dataclass(frozen=True)
class Role:
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


_Item = TypeVar("_Item")


class Items(Sequence[_Item], Generic[_Item]):
    """Things of a matrix: by number, and by id."""

    def __init__(self, count: Callable[[], int], find: Callable[[str], int],
                 get: Callable[[int], _Item]) -> None:
        self._count = count
        self._find = find
        self._get = get

    def __len__(self) -> int:
        return self._count()

    @overload
    def __getitem__(self, key: Union[int, str]) -> _Item: ...
    @overload
    def __getitem__(self, key: slice) -> Sequence[_Item]: ...

    def __getitem__(self, key: Union[int, str, slice]) -> Union[_Item, Sequence[_Item]]:
        if isinstance(key, slice):
            return [self._get(index) for index in range(*key.indices(len(self)))]
        if isinstance(key, str):
            index = self._find(key)
            if index == _abi.SKM_NONE:
                raise NotFoundError(_abi.SKM_ERR_UNKNOWN_NAME, f"there is no {key!r}")
            return self._get(index)
        index = key + len(self) if key < 0 else key
        if not 0 <= index < len(self):
            raise IndexError(key)
        return self._get(index)

    def __iter__(self) -> Iterator[_Item]:
        return (self._get(index) for index in range(len(self)))

    def __contains__(self, item: object) -> bool:
        if isinstance(item, str):
            return self._find(item) != _abi.SKM_NONE
        return any(each == item for each in self)


class Matrix(Handle):
    """A framework compiled for questions. Immutable: any number of threads may use one."""

    def __init__(self, framework: Framework) -> None:
        self._take(made(_abi.skm_matrix, library.skm_matrix_build, framework._pointer))

    @classmethod
    def open(cls, path: "str | os.PathLike[str]", verify: bool = False) -> "Matrix":
        """Maps a file that `save` wrote. With `verify`, proves first that it is in order."""
        matrix = cls._of(made(_abi.skm_matrix, library.skm_matrix_open, path_view(path)))
        if verify:
            matrix.verify()
        return matrix

    @classmethod
    def _of(cls, pointer: object) -> "Matrix":
        """Owns a handle."""
        matrix = cls.__new__(cls)
        matrix._take(pointer)
        return matrix

    def _take(self, pointer: object) -> None:
        Handle.__init__(self, pointer, library.skm_matrix_destroy)

    def save(self, path: "str | os.PathLike[str]") -> None:
        """Writes a file, which is replaced as a whole."""
        call(library.skm_matrix_save, self._pointer, path_view(path))

    def verify(self) -> None:
        """InputError if an opened file is damaged."""
        call(library.skm_matrix_verify, self._pointer)

    @property
    def skills(self) -> Items[Skill]:
        """By the bytes of their ids."""
        return Items(lambda: int(library.skm_matrix_skill_count(self._pointer)),
                     lambda id: int(library.skm_matrix_find_skill(self._pointer, view(id))),
                     self._skill)

    @property
    def roles(self) -> Items[Role]:
        """By the bytes of their ids."""
        return Items(lambda: int(library.skm_matrix_role_count(self._pointer)),
                     lambda id: int(library.skm_matrix_find_role(self._pointer, view(id))),
                     self._role)

    @property
    def role_levels(self) -> Sequence[RoleLevel]:
        """By role, then rung."""
        return [self._role_level(index)
                for index in range(library.skm_matrix_role_level_count(self._pointer))]

    def role_level(self, role: str, level: str) -> RoleLevel:
        """By ids. NotFoundError if there is none."""
        index = library.skm_matrix_find_role_level(self._pointer, view(role), view(level))
        if index == _abi.SKM_NONE:
            raise NotFoundError(_abi.SKM_ERR_UNKNOWN_NAME, f"there is no {role!r} at {level!r}")
        return self._role_level(index)

    def requirements(self, level: RoleLevel) -> Tuple[Requirement, ...]:
        """What a role level expects, by skill."""
        count = library.skm_matrix_requirement_count(self._pointer, level.index)
        found = (_abi.skm_requirement * count)()
        check(library.skm_matrix_requirements(self._pointer, level.index, count, found))
        skills = self.skills
        return tuple(Requirement(skills[each.skill], each.rank, each.weight, bool(each.required))
                     for each in found)

    def skill_page(self, skill: Union[Skill, str],
                   language: Union[str, Language, None] = None) -> SkillPage:
        """What every role at every level expects of a skill. To make many pages, keep a `Reader`."""
        return Reader(self, language).skill_page(skill)

    def role_page(self, role: Union[Role, str],
                  language: Union[str, Language, None] = None) -> RolePage:
        """What a role expects, level by level."""
        return Reader(self, language).role_page(role)

    def progression(self, start: RoleLevel, end: Optional[RoleLevel] = None,
                    language: Union[str, Language, None] = None) -> ProgressionPage:
        """What changes from one role level to another, or to the next one of the role."""
        return Reader(self, language).progression(start, end)

    def _skill(self, index: int) -> Skill:
        return Skill(index, text(library.skm_matrix_skill_id(self._pointer, index)))

    def _role(self, index: int) -> Role:
        return Role(index, text(library.skm_matrix_role_id(self._pointer, index)))

    def _role_level(self, index: int) -> RoleLevel:
        return RoleLevel(index, self._role(library.skm_matrix_role_of(self._pointer, index)),
                         text(library.skm_matrix_role_level_id(self._pointer, index)))
