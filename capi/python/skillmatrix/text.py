"""Texts of a host: are they sound, and how are they cut and put into other text."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterator, Sequence, Tuple

from . import _abi
from ._arguments import unsigned
from ._handles import all_of, buffer_text
from ._library import library, view
from .errors import SEVERITIES
from .locale import DIRECTIONS, direction_name

_KINDS = {getattr(_abi, f"SKM_UNSAFE_{name.upper()}"): name for name in (
    "control", "bidi_embedding", "unbalanced_isolate", "tag", "noncharacter", "line_break", "joiner",
    "variation_selector", "invisible", "private_use")}
_USES = {"prose": _abi.SKM_TEXT_USE_PROSE, "name": _abi.SKM_TEXT_USE_NAME}


@dataclass(frozen=True)
class UnsafeCharacter:
    """A character that should not be in a text."""

    position: int  #: In the text.
    character: str
    kind: str  #: "control", "bidi_embedding", "unbalanced_isolate", "tag", "noncharacter", ...
    severity: str  #: "error" or "warning"; it follows from the kind.


def normalize(text: str) -> str:
    """In Unicode's normal form C, as this library has its texts."""
    return buffer_text(library.skm_text_normalize, view(text))


def truncate(text: str, most: int, ellipsis: str = "\u2026") -> str:
    """No longer than so many characters, as readers count them; cut, with an ellipsis behind, if need
    be."""
    return buffer_text(library.skm_text_truncate, view(text), unsigned(most, 64), view(ellipsis))


def isolate(text: str, direction: str = "auto") -> str:
    """To be put into plain text of another direction. `direction` is "ltr", "rtl" or "auto"."""
    if direction not in DIRECTIONS:
        raise ValueError(f"direction is one of {', '.join(DIRECTIONS)}")
    return buffer_text(library.skm_text_isolate, view(text), DIRECTIONS[direction])


def text_direction(text: str) -> str:
    """Of its first strong character: "ltr" or "rtl"; "auto" if there is none."""
    return direction_name(library.skm_text_direction(view(text)))


def is_blank(text: str) -> bool:
    """Whether nothing of it can be seen."""
    return bool(library.skm_text_is_blank(view(text)))


def find_unsafe(text: str, use: str = "prose") -> Tuple[UnsafeCharacter, ...]:
    """Characters that should not be in it, in its order. `use` is "prose" or, for one line, "name"."""
    if use not in _USES:
        raise ValueError(f"use is one of {', '.join(_USES)}")
    encoded = text.encode()
    found = all_of(library.skm_text_find_unsafe, _abi.skm_unsafe_character, view(encoded), _USES[use])
    return tuple(
        UnsafeCharacter(position, chr(each.code_point), _KINDS[each.kind], SEVERITIES[each.severity])
        for position, each in zip(_positions(encoded, found), found))


def _positions(encoded: bytes, found: Sequence[Any]) -> Iterator[int]:
    """Positions in the text, which is walked over once: found are many where much is wrong."""
    position, offset = 0, 0
    for each in found:
        position += len(encoded[offset:each.offset].decode())
        offset = each.offset
        yield position
