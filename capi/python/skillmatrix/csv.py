"""CSV: tables that people keep in spreadsheets, in and out (docs/csv.md)."""
from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any, Mapping, Sequence, Tuple, Union

from . import _abi
from ._arguments import checked, listed
from ._handles import all_of, buffer_text
from ._library import array, library, text, view

#: A level: as the cells have it, or that and its id.
CsvLevel = Union[str, Tuple[str, str]]


@dataclass(frozen=True)
class ExpectationsCsv:
    """How to read a table of expectations, one cell of the matrix a row."""

    #: The header of each field; without it the headers are the names of the fields, in any case.
    columns: Mapping[str, str] = field(default_factory=dict)
    delimiter: str = ","  #: What separates cells: one ASCII character.
    framework_id: str = "framework"
    framework_title: str = ""
    default_locale: str = "en"  #: The language of the table.
    ladder_id: str = "seniority"  #: Of the ladder that roles share, or what the ids of theirs begin with.
    ladder_per_role: bool = False  #: Each role climbs a ladder of its own.
    ladder_levels: Sequence[CsvLevel] = ()  #: Role levels, lowest first; others are errors.
    level_order: Sequence[str] = ()  #: Patterns for role levels, lowest first: "Junior*", "*", "Lead*".
    skill_scale_id: str = "proficiency"
    skill_levels: Sequence[CsvLevel] = ()  #: Lowest first; others are errors.
    unlevelled_values: Sequence[str] = ()  #: Values that state no level.
    #: Words of the cells, and whether they mean required.
    necessities: Mapping[str, bool] = field(default_factory=dict)
    default_required: bool = True  #: What all cells are if no column says it.
    trim_spaces: bool = True  #: Drop spaces around a cell, with a warning.
    rows_without_cell: bool = False  #: Accept rows that declare a role level or a skill alone.


def expectations_options(how: ExpectationsCsv) -> Any:
    """As the C API takes it, which keeps alive what it points to."""
    checked(ExpectationsCsv, how)
    texts = {name: view(getattr(how, name)) for name in (
        "framework_id", "framework_title", "default_locale", "ladder_id", "skill_scale_id", "delimiter")}
    options = _abi.skm_expectations_csv_options(
        struct_size=ctypes.sizeof(_abi.skm_expectations_csv_options), **texts,
        ladder_per_role=int(how.ladder_per_role), keep_spaces=int(not how.trim_spaces),
        optional=int(not how.default_required), rows_without_cell=int(how.rows_without_cell))
    lists = (
        ("columns", "column_count", csv_columns(how.columns)),
        ("ladder_levels", "ladder_level_count", _levels(how.ladder_levels)),
        ("level_order", "level_order_count", _views(how.level_order)),
        ("skill_levels", "skill_level_count", _levels(how.skill_levels)),
        ("unlevelled_values", "unlevelled_value_count", _views(how.unlevelled_values)),
        ("necessities", "necessity_count", _structs(
            _abi.skm_csv_necessity, [(view(word), int(is_required))
                                     for word, is_required in how.necessities.items()])))
    for member, count, items in lists:
        setattr(options, member, items)
        setattr(options, count, len(items))
    options.keep = texts, lists
    return options


def csv_columns(columns: Mapping[str, str]) -> Any:
    """Which column each field is, as an array of the C API."""
    return _structs(_abi.skm_csv_column, [(view(name), view(header)) for name, header in columns.items()])


def ratings_options(columns: Mapping[str, str], delimiter: str, none: str, trim_spaces: bool) -> Any:
    """How to read a table of ratings, as the C API takes it; keeps alive what it points to."""
    fields, word, separator = csv_columns(columns), view(none), view(delimiter)
    options = _abi.skm_ratings_csv_options(
        struct_size=ctypes.sizeof(_abi.skm_ratings_csv_options), columns=fields,
        column_count=len(fields), none=word, keep_spaces=int(not trim_spaces), delimiter=separator)
    options.keep = fields, word, separator
    return options


def csv_id(name: str) -> str:
    """The id that a name gets where a table has no column of ids."""
    return buffer_text(library.skm_csv_id, view(name))


def expectations_csv_fields() -> Tuple[str, ...]:
    """The names of the fields of a table of expectations."""
    return tuple(map(text, all_of(library.skm_csv_expectations_fields, _abi.skm_string_view)))


def ratings_csv_fields() -> Tuple[str, ...]:
    """The names of the fields of a table of ratings."""
    return tuple(map(text, all_of(library.skm_csv_ratings_fields, _abi.skm_string_view)))


def _structs(kind: Any, rows: Sequence[Tuple[Any, ...]]) -> Any:
    structs = array(kind, [kind(*row) for row in rows])
    structs.rows = rows
    return structs


def _levels(levels: Sequence[CsvLevel]) -> Any:
    pairs = [(level, "") if isinstance(level, str) else level for level in levels]
    return _structs(_abi.skm_csv_level, [(view(title), view(id)) for title, id in pairs])


def _views(texts: Sequence[str]) -> Any:
    return array(_abi.skm_string_view, [view(each) for each in listed(texts)])
