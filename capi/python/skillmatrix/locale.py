"""Locales: tags of languages, and which language serves whom."""
from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any, Mapping, Optional, Sequence, Tuple

from . import _abi
from ._arguments import listed
from ._handles import buffer_text
from ._library import array, library, text, view
from .errors import call, check

#: As the attribute `dir` of HTML has them.
DIRECTIONS = {"auto": _abi.SKM_DIRECTION_AUTOMATIC, "ltr": _abi.SKM_DIRECTION_LTR,
              "rtl": _abi.SKM_DIRECTION_RTL}
_DIRECTION_NAMES = {number: name for name, number in DIRECTIONS.items()}
_SOURCES = {_abi.SKM_TEXT_MISSING: "missing", _abi.SKM_TEXT_EXACT: "exact",
            _abi.SKM_TEXT_EQUIVALENT: "equivalent", _abi.SKM_TEXT_RELATED: "related",
            _abi.SKM_TEXT_OTHER_PREFERRED: "other_preferred",
            _abi.SKM_TEXT_SOURCE_FALLBACK: "source_fallback",
            _abi.SKM_TEXT_ANY_FALLBACK: "any_fallback"}


@dataclass(frozen=True)
class TagProblem:
    """The first thing that is wrong with a tag."""

    offset: int  #: Of the bad subtag, in bytes of UTF-8.
    size: int  #: Of the bad subtag; 0 if something is missing there.
    detail: str  #: "underscore", ...


@dataclass(frozen=True)
class LocaleLink:
    """One place in the order in which languages are good for a reader."""

    tag: str
    source: str  #: Why it stands here: "exact", "equivalent", "related", ...


def direction_name(number: int) -> str:
    """"ltr", "rtl" or "auto", as the attribute `dir` of HTML has it."""
    return _DIRECTION_NAMES.get(number, "auto")


def source_name(number: int) -> str:
    """"exact", "related", ..., "missing"."""
    return _SOURCES.get(number, "any_fallback")


def find_tag_problem(tag: str) -> Optional[TagProblem]:
    """What is wrong with the form of a BCP 47 tag, or None."""
    problem = _abi.skm_tag_problem(struct_size=ctypes.sizeof(_abi.skm_tag_problem))
    status = library.skm_locale_check(view(tag), ctypes.byref(problem))
    if status == _abi.SKM_ERR_INVALID_INPUT:
        return TagProblem(problem.offset, problem.size, text(problem.detail))
    check(status)
    return None


def canonical_tag(tag: str) -> str:
    """Usual case, and current subtags for the replaced ones. InputError if it is not well-formed."""
    return buffer_text(library.skm_locale_canonicalize, view(tag))


def direction_of(tag: str) -> str:
    """"ltr" or "rtl", or "auto" if the direction of the language is not known."""
    return direction_name(library.skm_locale_direction(view(tag)))


def negotiation_options(fallbacks: Mapping[str, Sequence[str]], one_way_matches: bool,
                        other_scripts: bool) -> Any:
    """The options of the C API, which keep alive what they point to."""
    pairs = [_abi.skm_locale_fallback(view(reader), view(tag))
             for reader, tags in fallbacks.items() for tag in listed(tags)]
    structs = array(_abi.skm_locale_fallback, pairs)
    options = _abi.skm_negotiation_options(
        ctypes.sizeof(_abi.skm_negotiation_options), structs, len(pairs), one_way_matches,
        other_scripts)
    options.keep = structs
    return options


def negotiate(languages: str, tags: Sequence[str], default_locale: str, *,
              fallbacks: Mapping[str, Sequence[str]] = {}, one_way_matches: bool = False,
              other_scripts: bool = False) -> Tuple[LocaleLink, ...]:
    """In which order languages are good for a reader; each of them once, the best first.

    `languages` is an Accept-Language list. `fallbacks` are tags to give to readers of a language
    before what CLDR would give; `one_way_matches` are its others, such as Russian for Ukrainian.
    """
    tags = listed(tags)
    links = (_abi.skm_locale_link * len(tags))()
    options = negotiation_options(fallbacks, one_way_matches, other_scripts)
    call(library.skm_locale_negotiate, view(languages), len(tags),
         array(_abi.skm_string_view, [view(tag) for tag in tags]), view(default_locale),
         ctypes.byref(options), links)
    return tuple(LocaleLink(tags[each.tag], source_name(each.source)) for each in links)


def warm_up(tag: str) -> None:
    """Loads what the first use of a language would load. Nothing depends on it but the time of that."""
    call(library.skm_locale_warm_up, view(tag))
