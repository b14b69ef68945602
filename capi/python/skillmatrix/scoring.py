"""Scoring: how cells become a score."""
from __future__ import annotations

import ctypes
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Dict, Sequence, Tuple, Union

from . import _abi
from ._arguments import checked, exact, listed
from ._library import library, text, view
from .errors import check


@dataclass(frozen=True)
class Scoring:
    """A model of scoring, with credits of the host in place of its own."""

    model: str = "coverage.partial/1"
    #: By shortfall 0, 1, 2, ..., the last one also for all greater: each 0 to 1, and none above the
    #: one before. Empty: those of the model.
    credits: Sequence[Union[Fraction, int, str]] = ()


@dataclass(frozen=True)
class ScoringModel:
    """A named model. The names never change their meaning."""

    name: str
    formula: str
    reference: str  #: Where it comes from, and what it is known for.
    is_monotone: bool  #: Raising a rating never lowers the lower score.
    is_compensatory: bool  #: Strength in one cell can make up for weakness in another.
    is_gate: bool  #: One cell with no credit makes the score 0.
    is_weighted: bool  #: Whether the weights of cells count.
    counts_optional: bool  #: Whether optional cells count, too.
    takes_credits: bool  #: Whether `Scoring` may have credits.


def scoring_models() -> Tuple[ScoringModel, ...]:
    """All of them, by name."""
    return tuple(map(_model, range(library.skm_scoring_model_count())))


def _model(index: int) -> ScoringModel:
    found = _abi.skm_scoring_model(struct_size=ctypes.sizeof(_abi.skm_scoring_model))
    check(library.skm_scoring_get_model(index, ctypes.byref(found)))
    return ScoringModel(text(found.name), text(found.formula), text(found.reference), *(
        bool(getattr(found, name)) for name in ("is_monotone", "is_compensatory", "is_gate",
                                                "is_weighted", "counts_optional", "takes_credits")))


def scoring_members(scoring: Union[str, Scoring]) -> Dict[str, Any]:
    """The members of options of the C API. Keep them until the call is over."""
    chosen = Scoring(scoring) if isinstance(scoring, str) else checked((str, Scoring), scoring)
    credits = [fraction_of(each) for each in listed(chosen.credits)]
    return {"scoring_model": view(chosen.model), "credit_count": len(credits),
            "credits": (_abi.skm_fraction * len(credits))(*credits)}


def fraction_of(number: Union[Fraction, int, str]) -> _abi.skm_fraction:
    """A fraction of the C API. OverflowError if it does not fit."""
    value = exact(number)
    if max(abs(value.numerator), value.denominator) >= 2**63:
        raise OverflowError(f"{value} does not fit in 64 bits")
    return _abi.skm_fraction(value.numerator, value.denominator)
