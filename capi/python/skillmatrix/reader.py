"""Readers: in which language each text of a matrix is served to somebody."""
from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Mapping, Optional, Sequence, Tuple, Union

from . import _abi
from ._arguments import checked, unsigned
from ._handles import Handle, buffer_text, made, pointer_of
from ._library import library, text
from .errors import check
from .language import Language
from .locale import LocaleLink, direction_name, negotiation_options, source_name
from .page import ProgressionPage, RolePage, SkillPage
from .things import Category, Role, RoleLevel, Scale, Skill, noun_of

if TYPE_CHECKING:
    from .matrix import Matrix

#: "title_of_skill" and so on, as the C API calls them.
_KINDS = {f"{what}_of_{of}": getattr(_abi, f"SKM_{what}_OF_{of}".upper()) for what, of in (
    ("title", "framework"), ("summary", "framework"), ("title", "skill"), ("summary", "skill"),
    ("title", "role"), ("summary", "role"), ("title", "role_level"), ("focus", "role_level"),
    ("title", "category"), ("description", "category"), ("title", "scale"),
    ("description", "scale"))}
_LEVEL_KINDS = {"title": _abi.SKM_TITLE_OF_LEVEL, "label": _abi.SKM_LABEL_OF_LEVEL,
                "description": _abi.SKM_DESCRIPTION_OF_LEVEL}


@dataclass(frozen=True)
class Text:
    """A text, with the language it is in."""

    value: str  #: Empty if there is none.
    tag: str  #: Of its language; empty if there is none.
    direction: str  #: "ltr", "rtl" or "auto".
    source: str  #: Why it is in this language: "exact", ...; "missing" if there is none.

    def __str__(self) -> str:
        return self.value


def _text(served: Any) -> Text:
    return Text(text(served.value), text(served.tag), direction_name(served.direction),
                source_name(served.source))


class Reader(Handle):
    """A matrix as somebody who reads a language sees it. Immutable."""

    def __init__(self, matrix: Matrix, language: Union[str, Language, None] = None, *,
                 fallbacks: Mapping[str, Sequence[str]] = {}, one_way_matches: bool = False,
                 other_scripts: bool = False) -> None:
        """`language` may be an Accept-Language list; None is the framework's own language. The
        options are those of `negotiate`."""
        from .matrix import Matrix  # It needs this module.
        pointer = pointer_of(Matrix, matrix)
        chosen = Language(language) if isinstance(language, str) else language
        options = negotiation_options(fallbacks, one_way_matches, other_scripts)
        super().__init__(
            made(_abi.skm_reader, library.skm_reader_build, pointer,
                 None if chosen is None else pointer_of(Language, chosen), ctypes.byref(options)),
            library.skm_reader_destroy)
        self.matrix = matrix
        self._things = pointer
        self._language = chosen

    def _about(self) -> str:
        return f"of {', '.join(each.tag for each in self.tags)} for {self.matrix!r}"

    @property
    def language(self) -> Language:
        """For the messages around the texts."""
        if self._language is None:
            self._language = Language(self.matrix.default_locale)
        return self._language

    @property
    def tags(self) -> Tuple[LocaleLink, ...]:
        """The languages of the framework, the best for the reader first."""
        return tuple(self._tag(place)
                     for place in range(library.skm_reader_tag_count(self._pointer)))

    def _tag(self, place: int) -> LocaleLink:
        tag, source = _abi.skm_string_view(), ctypes.c_int32()
        check(library.skm_reader_tag(self._pointer, place, ctypes.byref(tag), ctypes.byref(source)))
        return LocaleLink(text(tag), source_name(source.value))

    def text(self, kind: str, index: int = 0) -> Text:
        """A text by its kind, such as "title_of_category", and the number of what it is about."""
        return self._served(library.skm_reader_text, _kind(_KINDS, kind), unsigned(index, 32))

    def texts(self, kind: str) -> Tuple[Text, ...]:
        """All texts of a kind, by number: "title_of_skill", say."""
        number = _kind(_KINDS, kind)
        count = library.skm_reader_text_count(self._pointer, number)
        found = (_abi.skm_served_text * count)()
        check(library.skm_reader_texts(self._pointer, number, count, found))
        return tuple(_text(each) for each in found)

    def title(self, thing: Union[Skill, Role, RoleLevel, Category, Scale]) -> Text:
        """The title, or a placeholder ("Untitled skill") if there is none in any language."""
        number = self._number_of((Skill, Role, RoleLevel, Category, Scale), thing)
        return self.text(f"title_of_{noun_of(thing)}", number)

    def summary(self, thing: Union[Skill, Role]) -> Text:
        number = self._number_of((Skill, Role), thing)
        return self.text(f"summary_of_{noun_of(thing)}", number)

    def focus(self, level: RoleLevel) -> Text:
        """What the role is about at the level."""
        return self.text("focus_of_role_level", self._number_of(RoleLevel, level))

    def level_text(self, scale: Scale, rank: int, what: str = "title") -> Text:
        """Of a level of a scale: its "title", "label" or "description"."""
        return self._served(library.skm_reader_level_text, _kind(_LEVEL_KINDS, what),
                            self._number_of(Scale, scale), unsigned(rank, 32))

    def meaning(self, skill: Skill, rank: int) -> Text:
        """What a level means for a skill."""
        return self._served(library.skm_reader_skill_level_description, self._number_of(Skill, skill),
                            unsigned(rank, 32))

    def description(self, level: RoleLevel, skill: Skill) -> Text:
        """What a role level expects to be done with a skill."""
        return self._served(library.skm_reader_cell_description, self._number_of(RoleLevel, level),
                            self._number_of(Skill, skill))

    def raise_description(self, level: RoleLevel, skill: Skill, rank: int) -> Text:
        """What a raise of a skill to a rank asks for, on the way to a role level: what that expects to be
        done with the skill, or else what the rank means for the skill, or in general."""
        return self._served(library.skm_reader_raise_description, self._number_of(RoleLevel, level),
                            self._number_of(Skill, skill), unsigned(rank, 32))

    def aliases(self, skill: Skill) -> Tuple[Text, ...]:
        """Its other names, all in the best language that has some."""
        count = ctypes.c_uint32()
        number = self._number_of(Skill, skill)
        check(library.skm_reader_skill_aliases(self._pointer, number, 0, None, ctypes.byref(count)))
        found = (_abi.skm_served_text * count.value)()
        check(library.skm_reader_skill_aliases(self._pointer, number, count.value, found,
                                               ctypes.byref(count)))
        return tuple(_text(each) for each in found)

    def skill_page(self, skill: Union[Skill, str]) -> SkillPage:
        """What every role at every level expects of the skill."""
        found = self.matrix.skills[skill] if isinstance(skill, str) else skill
        return SkillPage(buffer_text(library.skm_page_of_skill, self._pointer, self._number_of(Skill, found)))

    def role_page(self, role: Union[Role, str]) -> RolePage:
        """What the role expects, level by level."""
        found = self.matrix.roles[role] if isinstance(role, str) else role
        return RolePage(buffer_text(library.skm_page_of_role, self._pointer, self._number_of(Role, found)))

    def progression(self, start: RoleLevel, end: Optional[RoleLevel] = None) -> ProgressionPage:
        """What changes from one role level to another; or to the next one of the role, if no other is
        given. NotFoundError at the top."""
        if end is None:
            return ProgressionPage(
                buffer_text(library.skm_page_of_progression, self._pointer, self._number_of(RoleLevel, start)))
        return ProgressionPage(
            buffer_text(library.skm_page_of_comparison, self._pointer, self._number_of(RoleLevel, start),
                        self._number_of(RoleLevel, end)))

    def _served(self, function: Any, *arguments: int) -> Text:
        served = _abi.skm_served_text()
        check(function(self._pointer, *arguments, ctypes.byref(served)))
        return _text(served)


def _kind(kinds: Mapping[str, int], name: str) -> int:
    """The number of a kind of texts."""
    if name not in kinds:
        raise ValueError(f"there is no text {name!r}, but {', '.join(kinds)}")
    return kinds[name]
