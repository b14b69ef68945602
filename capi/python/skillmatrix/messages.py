"""Messages: what the library itself says, and what a host adds."""
from __future__ import annotations

from typing import Any, Mapping, Optional, Tuple, Union

from . import _abi
from ._handles import Handle, made, pointer_of
from ._library import array, library, text, view
from .errors import Diagnostic, diagnostics_of


class Messages(Handle):
    """An immutable set of catalogs: the library's own, and those of a host."""

    def __init__(self, catalogs: Mapping[str, Union[str, bytes]] = {},
                 base: Optional["Messages"] = None) -> None:
        """The messages of `base`, or else of the library, with the host's catalogs: JSON, by a name
        that diagnostics call it by. InputError, with all findings, if they have errors."""
        if catalogs or base is not None:
            pointer = made(_abi.skm_messages, library.skm_messages_extend,
                           None if base is None else pointer_of(Messages, base), len(catalogs), _catalogs(catalogs))
        else:
            pointer = made(_abi.skm_messages, library.skm_messages_built_in)
        super().__init__(pointer, library.skm_messages_destroy)

    @classmethod
    def build(cls, catalogs: Mapping[str, Union[str, bytes]]) -> "Messages":
        """Catalogs of the host alone, which are whole: the first is the source, and each other has every
        message of it and no other. It has a message "missing"."""
        return cls._of(made(_abi.skm_messages, library.skm_messages_build, len(catalogs), _catalogs(catalogs)))

    def with_pseudo_locales(self) -> "Messages":
        """The same with "en-XA" and "ar-XB", as `Framework.with_pseudo_locales` has them."""
        return self._of(made(_abi.skm_messages, library.skm_messages_with_pseudo_locales, self._pointer))

    @classmethod
    def _of(cls, pointer: object) -> "Messages":
        messages = cls.__new__(cls)
        Handle.__init__(messages, pointer, library.skm_messages_destroy)
        return messages

    def _about(self) -> str:
        return f"with {len(self.keys)} keys in {', '.join(self.locales)}"

    @property
    def source_locale(self) -> str:
        """The language that has every message."""
        return text(library.skm_messages_source_locale(self._pointer))

    @property
    def locales(self) -> Tuple[str, ...]:
        """The canonical tags of the languages there are."""
        return tuple(text(library.skm_messages_locale(self._pointer, index))
                     for index in range(library.skm_messages_locale_count(self._pointer)))

    @property
    def keys(self) -> Tuple[str, ...]:
        return tuple(text(library.skm_messages_key(self._pointer, index))
                     for index in range(library.skm_messages_key_count(self._pointer)))

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and bool(
            library.skm_messages_contains(self._pointer, view(key)))

    @property
    def diagnostics(self) -> Tuple[Diagnostic, ...]:
        """The warnings about the host's catalogs."""
        return diagnostics_of(self._findings)

    @property
    def _findings(self) -> Any:
        return library.skm_messages_diagnostics(self._pointer)


def _catalogs(catalogs: Mapping[str, Union[str, bytes]]) -> Any:
    pairs = [(view(json), view(name)) for name, json in catalogs.items()]
    structs = array(_abi.skm_catalog, [_abi.skm_catalog(*pair) for pair in pairs])
    structs.pairs = pairs
    return structs
