"""Search over the names of a matrix, in all its languages at once."""
from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any, Dict, Iterable, Optional, Tuple

from . import _abi
from ._arguments import unsigned
from ._handles import Handle, buffer_text, made, pointer_of
from ._library import library, text, view
from .errors import call
from .matrix import Matrix
from .page import SearchPage
from .reader import Reader

_KINDS: Dict[str, int] = {"skill": _abi.SKM_SEARCH_SKILLS, "role": _abi.SKM_SEARCH_ROLES,
                          "category": _abi.SKM_SEARCH_CATEGORIES}
_KIND_NAMES = {number: name for name, number in _KINDS.items()}
_MATCHES = {_abi.SKM_MATCH_WHOLE_NAME: "whole_name", _abi.SKM_MATCH_NAME_START: "name_start",
            _abi.SKM_MATCH_WORDS: "words", _abi.SKM_MATCH_WORD_START: "word_start",
            _abi.SKM_MATCH_TYPING_ERRORS: "typing_errors"}


@dataclass(frozen=True)
class SearchHit:
    """Something that was found, with the name of it that matched best."""

    kind: str  #: "skill", "role" or "category".
    index: int  #: The number of the skill, role or category.
    name: str  #: That matched, as written.
    tag: str  #: Of the language of the name.
    match: str  #: "whole_name", "name_start", "words", "word_start" or "typing_errors".
    errors: int  #: Typing errors, over all words.
    is_alias: bool  #: Whether it is one of the other names of a skill.


def _hit(hit: Any) -> SearchHit:
    return SearchHit(_KIND_NAMES.get(hit.kind, "skill"), hit.index, text(hit.name), text(hit.tag),
                     _MATCHES.get(hit.match, "typing_errors"), hit.errors, bool(hit.is_alias))


class SearchIndex(Handle):
    """The names of a matrix, prepared for search. Immutable: any number of threads may search one."""

    def __init__(self, matrix: Matrix) -> None:
        """The index that is in the file of the matrix, see `embed`; otherwise it is built."""
        super().__init__(made(_abi.skm_search_index, library.skm_search_index_of,
                              pointer_of(Matrix, matrix)),
                         library.skm_search_index_destroy)
        self._matrix = matrix

    def _about(self) -> str:
        return f"of {self._matrix!r}"

    @staticmethod
    def embed(matrix: Matrix) -> Matrix:
        """The same matrix with its index in it, for `Matrix.save`."""
        return Matrix._of(made(_abi.skm_matrix, library.skm_search_index_embed,
                               pointer_of(Matrix, matrix)))

    def find(self, query: str, reader: Optional[Reader] = None, *, limit: int = 10,
             kinds: Iterable[str] = ("skill", "role"), most_errors: int = 2) -> Tuple[SearchHit, ...]:
        """The best matches, the best first; what matches equally well in the languages of the reader,
        who has to be of the same matrix, goes first."""
        options = _options(limit, kinds, most_errors)
        found, count = (_abi.skm_search_hit * limit)(), ctypes.c_uint32()
        call(library.skm_search_index_find, self._pointer,
             None if reader is None else pointer_of(Reader, reader), view(query), ctypes.byref(options),
             limit, found, ctypes.byref(count))
        return tuple(_hit(found[at]) for at in range(count.value))

    def page(self, query: str, reader: Reader, *, limit: int = 10,
             kinds: Iterable[str] = ("skill", "role"), most_errors: int = 2) -> SearchPage:
        """The same for the reader, with titles in their language."""
        options = _options(limit, kinds, most_errors)
        return SearchPage(buffer_text(library.skm_search_index_to_json, self._pointer,
                                      pointer_of(Reader, reader), view(query), ctypes.byref(options)))


def _options(limit: int, kinds: Iterable[str], most_errors: int) -> Any:
    wanted = set(kinds)
    if limit == 0 or not wanted or not wanted <= set(_KINDS):
        raise ValueError("limit is at least 1, and kinds are of " + ", ".join(_KINDS))
    return _abi.skm_search_options(
        ctypes.sizeof(_abi.skm_search_options), unsigned(limit, 32), sum(_KINDS[kind] for kind in wanted),
        unsigned(most_errors, 32) or _abi.SKM_SEARCH_NO_ERRORS)
