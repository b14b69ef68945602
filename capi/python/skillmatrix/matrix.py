"""Matrices: frameworks compiled for questions."""
from __future__ import annotations

import ctypes
import datetime
import os
from fractions import Fraction
from typing import (TYPE_CHECKING, Any, Callable, Generic, Iterator, Mapping, NoReturn, Optional, Sequence, Tuple,
                    TypeVar, Union, overload)

from . import _abi
from ._arguments import checked, day_of
from ._handles import Handle, all_of, made, pointer_of
from ._library import bytes_at, library, path_view, text, view
from .errors import NotFoundError, call, check
from .framework import Framework
from .language import Language
from .page import ProgressionPage, RolePage, SkillPage
from .reader import Reader
from .scoring import Scoring
from .things import (Category as Category, Level as Level, Prerequisite as Prerequisite,
                     Relation as Relation, Requirement as Requirement, Role as Role,
                     RoleLevel as RoleLevel, Scale as Scale, Skill as Skill)

if TYPE_CHECKING:
    from .gap import Gap, Summary
    from .match import Matches
    from .profile import Profile, Profiles
    from .roster import Person, Roster

_STATUSES = {_abi.SKM_SKILL_ACTIVE: "active", _abi.SKM_SKILL_DRAFT: "draft",
             _abi.SKM_SKILL_DEPRECATED: "deprecated"}
_CATEGORIES = {_abi.SKM_CATEGORY_DOMAIN: "domain", _abi.SKM_CATEGORY_GROUP: "group",
               _abi.SKM_CATEGORY_FAMILY: "family"}
_RELATIONS = {_abi.SKM_RELATION_BROADER: "broader", _abi.SKM_RELATION_NARROWER: "narrower",
              _abi.SKM_RELATION_RELATED: "related"}


_Item = TypeVar("_Item")
_Default = TypeVar("_Default")


class Items(Sequence[_Item], Generic[_Item]):
    """Things of a matrix: by number, and by id."""

    def __init__(self, noun: str, count: Callable[[], int], find: Callable[[str], int],
                 get: Callable[[int], _Item], suggest: Callable[[str], str] = lambda id: "") -> None:
        self._noun = noun
        self._count = count
        self._find = find
        self._get = get
        self._suggest = suggest

    def __len__(self) -> int:
        return self._count()

    def __repr__(self) -> str:
        """For those who look for defects."""
        try:
            return f"<Items {self._noun!r}: {len(self)}>"
        except ValueError:
            return f"<Items {self._noun!r}, closed>"

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
                near = self._suggest(key)
                hint = f"; did you mean {near!r}?" if near else ""
                raise NotFoundError(_abi.SKM_ERR_UNKNOWN_NAME, f"there is no {self._noun} {key!r}{hint}")
            return self._get(index)
        try:
            index = range(len(self))[key]
        except IndexError:
            raise IndexError(f"there is no {self._noun} {key}, but {len(self)} from 0") from None
        return self._get(index)

    @overload
    def get(self, id: str) -> Optional[_Item]: ...
    @overload
    def get(self, id: str, default: _Default) -> Union[_Item, _Default]: ...

    def get(self, id: str, default: object = None) -> object:
        """What has the id; else the default."""
        index = self._find(id)
        return default if index == _abi.SKM_NONE else self._get(index)

    def __iter__(self) -> Iterator[_Item]:
        index = 0
        while index < len(self):  # Of a roster, some may go meanwhile.
            yield self._get(index)
            index += 1

    def __contains__(self, item: object) -> bool:
        if isinstance(item, str):
            return self._find(item) != _abi.SKM_NONE
        index = getattr(item, "index", None)
        return isinstance(index, int) and 0 <= index < len(self) and self._get(index) == item


class Matrix(Handle):
    """A framework compiled for questions. Immutable: any number of threads may use one."""

    def __init__(self, framework: Framework) -> None:
        self._take(made(_abi.skm_matrix, library.skm_matrix_build,
                        pointer_of(Framework, framework)))

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

    @classmethod
    def from_bytes(cls, data: bytes, verify: bool = False) -> "Matrix":
        """Opens what `to_bytes` gave, or the bytes of a file that `save` wrote."""
        matrix = cls._of(made(_abi.skm_matrix, library.skm_matrix_open_bytes, view(checked(bytes, data))))
        if verify:
            matrix.verify()
        return matrix

    def to_bytes(self) -> bytes:
        """What `save` writes: for caches, and for other processes."""
        found = library.skm_matrix_bytes(self._pointer)
        data: bytes = bytes_at(found.data, found.size)
        return data

    def save(self, path: "str | os.PathLike[str]") -> None:
        """Writes a file, which is replaced as a whole."""
        call(library.skm_matrix_save, self._pointer, path_view(path))

    def verify(self) -> None:
        """InputError if an opened file is damaged."""
        call(library.skm_matrix_verify, self._pointer)

    def _about(self) -> str:
        return (f"{self.id!r} {self.version}: {len(self.skills)} skills, {len(self.roles)} roles, "
                f"{library.skm_matrix_role_level_count(self._pointer)} role levels")

    @property
    def id(self) -> str:
        """Of the framework, as are the next three."""
        return text(library.skm_matrix_id(self._pointer))

    @property
    def version(self) -> str:
        return text(library.skm_matrix_version(self._pointer))

    @property
    def default_locale(self) -> str:
        return text(library.skm_matrix_default_locale(self._pointer))

    @property
    def updated(self) -> Optional[datetime.date]:
        return day_of(library.skm_matrix_updated(self._pointer))

    @property
    def license(self) -> str:
        """Of the framework; empty if it states none. So is the next one."""
        return text(library.skm_matrix_license(self._pointer))

    @property
    def source(self) -> str:
        return text(library.skm_matrix_source(self._pointer))

    @property
    def scales(self) -> Items[Scale]:
        """By the bytes of their ids, ladders of roles among them."""
        return Items("scale", lambda: int(library.skm_matrix_scale_count(self._pointer)),
                     lambda id: int(library.skm_matrix_find_scale(self._pointer, view(id))),
                     self._scale, self._suggest(library.skm_matrix_suggest_scale))

    @property
    def categories(self) -> Items[Category]:
        """By the bytes of their ids."""
        return Items("category", lambda: int(library.skm_matrix_category_count(self._pointer)),
                     lambda id: int(library.skm_matrix_find_category(self._pointer, view(id))),
                     self._category, self._suggest(library.skm_matrix_suggest_category))

    @property
    def skills(self) -> Items[Skill]:
        """By the bytes of their ids."""
        return Items("skill", lambda: int(library.skm_matrix_skill_count(self._pointer)),
                     lambda id: int(library.skm_matrix_find_skill(self._pointer, view(id))),
                     self._skill, self._suggest(library.skm_matrix_suggest_skill))

    @property
    def roles(self) -> Items[Role]:
        """By the bytes of their ids."""
        return Items("role", lambda: int(library.skm_matrix_role_count(self._pointer)),
                     lambda id: int(library.skm_matrix_find_role(self._pointer, view(id))),
                     self._role, self._suggest(library.skm_matrix_suggest_role))

    @property
    def role_levels(self) -> Sequence[RoleLevel]:
        """By role, then rung."""
        return [self._role_level(index)
                for index in range(library.skm_matrix_role_level_count(self._pointer))]

    def role_level(self, role: str, level: str) -> RoleLevel:
        """By ids. NotFoundError if there is none."""
        index = library.skm_matrix_find_role_level(self._pointer, view(role), view(level))
        if index == _abi.SKM_NONE:
            self._refuse_role_level(self.roles[role], level)
        return self._role_level(index)

    def _refuse_role_level(self, role: Role, level: str) -> NoReturn:
        there = ", ".join(each.id for each in self.role_levels if each.role == role)
        raise NotFoundError(_abi.SKM_ERR_UNKNOWN_NAME, f"the role {role.id!r} has no level {level!r}, but {there}")

    def requirements(self, level: RoleLevel) -> Tuple[Requirement, ...]:
        """What a role level expects, by skill."""
        number = self._number_of(RoleLevel, level)
        count = library.skm_matrix_requirement_count(self._pointer, number)
        found = (_abi.skm_requirement * count)()
        check(library.skm_matrix_requirements(self._pointer, number, count, found))
        return tuple(map(self._requirement, found))

    def requirement(self, level: RoleLevel, skill: Skill) -> Optional[Requirement]:
        """What a role level expects of a skill; None: nothing."""
        found = _abi.skm_requirement()
        check(library.skm_matrix_get_requirement(self._pointer, self._number_of(RoleLevel, level),
                                                 self._number_of(Skill, skill), ctypes.byref(found)))
        return None if found.skill == _abi.SKM_NONE else self._requirement(found)

    def parents(self, category: Category) -> Tuple[Category, ...]:
        return tuple(map(self._category,
                         self._numbers(library.skm_matrix_category_parents, self._number_of(Category, category))))

    def categories_of(self, thing: Union[Skill, Role]) -> Tuple[Category, ...]:
        """In the order of the document: the first of a skill is its primary one."""
        function = (library.skm_matrix_skill_categories if isinstance(thing, Skill)
                    else library.skm_matrix_role_categories)
        return tuple(map(self._category, self._numbers(function, self._number_of((Skill, Role), thing))))

    def domain(self, skill: Skill) -> Optional[Category]:
        """The nearest category of kind domain, from its primary one on upwards."""
        index = library.skm_matrix_skill_domain(self._pointer, self._number_of(Skill, skill))
        return None if index == _abi.SKM_NONE else self._category(index)

    def group(self, skill: Skill) -> Optional[Category]:
        """The nearest category of kind group, likewise."""
        index = library.skm_matrix_skill_group(self._pointer, self._number_of(Skill, skill))
        return None if index == _abi.SKM_NONE else self._category(index)

    def scale(self, skill: Skill) -> Scale:
        return self._scale(_found(library.skm_matrix_skill_scale(self._pointer, self._number_of(Skill, skill))))

    def status(self, skill: Skill) -> str:
        """"active", "draft" or "deprecated"."""
        return _STATUSES[_found(library.skm_matrix_skill_status(self._pointer, self._number_of(Skill, skill)))]

    def replaced_by(self, skill: Skill) -> Optional[Skill]:
        """What replaces a deprecated skill."""
        index = library.skm_matrix_skill_replaced_by(self._pointer, self._number_of(Skill, skill))
        return None if index == _abi.SKM_NONE else self._skill(index)

    def skill_updated(self, skill: Skill) -> Optional[datetime.date]:
        """The day on which a skill last changed, if the framework says so."""
        return day_of(library.skm_matrix_skill_updated(self._pointer, self._number_of(Skill, skill)))

    def prerequisites(self, skill: Skill) -> Tuple[Prerequisite, ...]:
        """What to hold before a skill."""
        return tuple(Prerequisite(self._skill(each.skill), each.rank) for each in all_of(
            library.skm_matrix_skill_prerequisites, _abi.skm_prerequisite, self._pointer,
            self._number_of(Skill, skill)))

    def relations(self, skill: Skill) -> Tuple[Relation, ...]:
        """How a skill is linked to others."""
        return tuple(Relation(self._skill(each.skill), _RELATIONS[each.kind]) for each in all_of(
            library.skm_matrix_skill_relations, _abi.skm_relation, self._pointer,
            self._number_of(Skill, skill)))

    def expected_by(self, skill: Skill) -> Tuple[RoleLevel, ...]:
        """The role levels that expect a skill."""
        return tuple(map(self._role_level,
                         self._numbers(library.skm_matrix_skill_role_levels, self._number_of(Skill, skill))))

    def ladder(self, role: Role) -> Scale:
        """The scale that the levels of a role are on."""
        return self._scale(_found(library.skm_matrix_role_ladder(self._pointer, self._number_of(Role, role))))

    def levels_of(self, role: Role) -> Tuple[RoleLevel, ...]:
        """The levels of a role, the lowest first."""
        return tuple(map(self._role_level,
                         self._numbers(library.skm_matrix_role_levels, self._number_of(Role, role))))

    def rank(self, level: RoleLevel) -> int:
        """On the ladder of the role, from 1."""
        return int(library.skm_matrix_rank_of(self._pointer, self._number_of(RoleLevel, level)))

    def next_level(self, level: RoleLevel) -> Optional[RoleLevel]:
        """The next level that the role has; None at the top."""
        index = library.skm_matrix_next_role_level(self._pointer, self._number_of(RoleLevel, level))
        return None if index == _abi.SKM_NONE else self._role_level(index)

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

    def gap(self, person: Union[Person, Profile, Mapping[Skill, int]], role_level: RoleLevel,
            roster: Optional[Roster] = None, *, scoring: Union[str, Scoring] = "coverage.partial/1",
            as_of: Optional[datetime.date] = None, policy: str = "latest", min_confidence: int = 0,
            threshold: Union[Fraction, int, str, None] = None) -> Gap:
        """A person against what a role level expects: a profile, a person of a roster, or the rank that
        somebody holds of each skill, 0 for none of it; what is not there is unknown.

        `as_of`, `policy` and `min_confidence` choose ratings of profiles. Those of a roster were
        chosen when it was built: say here what they were, for the JSON. With a `threshold`, also which
        fewest raises bring the lower score to it.
        """
        from .gap import analyze_gap  # It needs this module.
        return analyze_gap(self, person, role_level, roster, scoring, as_of, policy, min_confidence,
                           threshold)

    def gap_summary(self, person: Person, role_level: RoleLevel, roster: Roster, *,
                    scoring: Union[str, Scoring] = "coverage.partial/1") -> Summary:
        """The score and the verdict of a gap alone, which takes a small part of its time."""
        from .gap import summarize_gap  # It needs this module.
        return summarize_gap(self, person, role_level, roster, scoring)

    @overload
    def match(self, people: Profile, *, scoring: Union[str, Scoring] = ..., as_of: Optional[datetime.date] = ...,
              policy: str = ..., min_confidence: int = ..., limit: Optional[int] = ...) -> Matches: ...
    @overload
    def match(self, people: Profiles, role_level: RoleLevel, *, scoring: Union[str, Scoring] = ...,
              as_of: Optional[datetime.date] = ..., policy: str = ..., min_confidence: int = ...,
              limit: Optional[int] = ...) -> Matches: ...

    def match(self, people: Union[Profile, Profiles], role_level: Optional[RoleLevel] = None, *,
              scoring: Union[str, Scoring] = "coverage.partial/1", as_of: Optional[datetime.date] = None,
              policy: str = "latest", min_confidence: int = 0,
              limit: Optional[int] = None) -> Matches:
        """All role levels for one person; or, with a role level, all people of a list for that. The
        best first, at most `limit`."""
        from .match import Matches  # It needs this module.
        return Matches(self, people, role_level, scoring=scoring, as_of=as_of, policy=policy,
                       min_confidence=min_confidence, limit=limit)

    def _suggest(self, function: Callable[..., Any]) -> Callable[[str], str]:
        """The id that was probably meant by another one."""
        return lambda id: text(function(self._pointer, view(id)))

    def _skill(self, index: int) -> Skill:
        return Skill(index, text(library.skm_matrix_skill_id(self._pointer, index)))

    def _role(self, index: int) -> Role:
        return Role(index, text(library.skm_matrix_role_id(self._pointer, index)))

    def _role_level(self, index: int) -> RoleLevel:
        return RoleLevel(index, self._role(library.skm_matrix_role_of(self._pointer, index)),
                         text(library.skm_matrix_role_level_id(self._pointer, index)))

    def _requirement(self, found: _abi.skm_requirement) -> Requirement:
        return Requirement(self._skill(found.skill), found.rank, found.weight, bool(found.required))

    def _scale(self, index: int) -> Scale:
        count = library.skm_matrix_level_count(self._pointer, index)
        return Scale(index, text(library.skm_matrix_scale_id(self._pointer, index)), tuple(
            Level(rank, text(library.skm_matrix_level_id(self._pointer, index, rank)),
                  library.skm_matrix_level_value(self._pointer, index, rank))
            for rank in range(1, count + 1)))

    def _category(self, index: int) -> Category:
        return Category(index, text(library.skm_matrix_category_id(self._pointer, index)),
                        _CATEGORIES[library.skm_matrix_category_kind(self._pointer, index)])

    def _numbers(self, function: Callable[..., int], index: int) -> Sequence[int]:
        return list(all_of(function, ctypes.c_uint32, self._pointer, index))


def _found(number: int) -> int:
    """The number, which is of something."""
    if number == _abi.SKM_NONE:
        raise NotFoundError(_abi.SKM_ERR_OUT_OF_RANGE, "there is nothing of that number in the matrix")
    return number
