"""Batches: many people at once."""
from __future__ import annotations

import contextlib
import ctypes
import threading
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Callable, Iterator, List, NoReturn, Optional, Union

from . import _abi
from ._arguments import unsigned
from ._arrow import Exportable
from ._handles import Handle, made, pointer_of
from ._library import library
from .errors import SkillMatrixError, call
from .matrix import Matrix, RoleLevel
from .scoring import Scoring, scoring_members

if TYPE_CHECKING:
    from .roster import Roster

#: How far a batch is: called with the tasks that are done, and with all. What it raises stops it, and comes out; what
#: it returns, False as well, does not. It may use neither the result nor change the roster, which is a RuntimeError.
Progress = Callable[[int, int], object]

#: By the numbers in columns of verdicts.
VERDICTS = {_abi.SKM_VERDICT_READY: "ready", _abi.SKM_VERDICT_UNDETERMINED: "undetermined",
            _abi.SKM_VERDICT_NOT_READY: "not_ready"}

_NUMBERS = {1: (ctypes.c_uint8, "B"), 2: (ctypes.c_uint16, "H"), 4: (ctypes.c_uint32, "I"),
            8: (ctypes.c_uint64, "Q")}


@dataclass(frozen=True)
class Score:
    """How well a person fits a role level."""

    verdict: str  #: "ready", "undetermined" or "not_ready"
    lower: Fraction  #: If everything unknown is held at nothing.
    upper: Fraction  #: If everything unknown is as expected.
    gaps: int  #: Cells in state gap, scored or not.


class Plan(Handle):
    """A matrix and a scoring model, compiled for batches. Immutable: for any number of threads."""

    def __init__(self, matrix: Matrix, scoring: Union[str, Scoring] = "coverage.partial/1") -> None:
        """NotFoundError if there is no such model; UsageError if it does not take the credits."""
        how = scoring_members(scoring)
        self._things = pointer_of(Matrix, matrix)
        Handle.__init__(self, made(_abi.skm_plan, library.skm_plan_build_credits, self._things,
                                   how["scoring_model"], how["credit_count"], how["credits"]),
                        library.skm_plan_destroy)
        self._matrix = matrix
        self._scoring = scoring

    def _about(self) -> str:
        return f"{self._scoring!r} of {self._matrix!r}"

    @property
    def matrix(self) -> Matrix:
        return self._matrix

    def total(self, level: RoleLevel) -> int:
        """The units of the whole score at a role level."""
        return int(library.skm_plan_total(self._pointer, self._number_of(RoleLevel, level)))


class Result(Handle, Exportable):
    """Columns that a batch fills in, again and again. Meanwhile anything that is asked of it, but to close it, is a
    RuntimeError. To stop a batch, its `progress` raises something: what it returns is not looked at.

    Columns are memory views without a copy; numpy.asarray takes them as they are. They stay as
    they are, and valid, when the result is used again or closed: then it gets columns of its own.
    So do tables for Arrow, which share the columns, too.
    """

    def __init__(self, kind: Any, noun: str) -> None:
        self._kind = kind
        self._noun = noun
        self._seen: Optional[Handle] = None
        self._filling = threading.Lock()
        Handle.__init__(self, made(kind, self._function("create")), self._function("destroy"))

    def _function(self, verb: str) -> Callable[..., Any]:
        function: Callable[..., Any] = getattr(library, f"skm_{self._noun}_{verb}")
        return function

    @property
    def _pointer(self) -> Any:
        if self._filling.locked():
            self._refuse()
        return super()._pointer

    def _refuse(self) -> NoReturn:
        raise RuntimeError(f"this {type(self).__name__} is being filled in")

    @contextlib.contextmanager
    def _filled_in(self) -> Iterator[Any]:
        """The handle, which nobody else may use."""
        pointer = self._pointer
        if not self._filling.acquire(blocking=False):  # Another thread was faster.
            self._refuse()
        try:
            yield pointer
        finally:
            self._filling.release()

    def _run(self, verb: str, roster: Roster, *arguments: Any, threads: int,
             progress: Optional[Progress]) -> None:
        """Fills it in, while nobody changes the roster. Raises what the callback raises."""
        raised: List[BaseException] = []

        def report(_: Any, done: int, total: int) -> int:
            try:
                if progress is not None:
                    progress(done, total)
            except BaseException as failure:  # Also that the user pressed a key.
                raised.append(failure)
                return _abi.SKM_ERR_CALLBACK
            return _abi.SKM_OK

        callback = ctypes.cast(0, _abi.skm_progress) if progress is None else _abi.skm_progress(report)
        options = _abi.skm_batch_options(struct_size=ctypes.sizeof(_abi.skm_batch_options),
                                         threads=unsigned(threads, 64), progress=callback)
        try:
            with self._filled_in() as pointer, roster._read():
                self._seen = None
                call(self._function(verb), pointer, *arguments, ctypes.byref(options))
        except SkillMatrixError:
            if not raised:
                raise
        if raised:
            raise raised.pop()

    def _export_arrow(self, schema: object, array: object) -> None:
        call(self._function("export_arrow"), self._pointer, schema, array)

    def _column(self, name: str) -> memoryview:
        """A column, which keeps a handle of its own."""
        if self._seen is None:
            self._seen = Handle(made(self._kind, self._function("clone"), self._pointer),
                                self._function("destroy"))
        self._pointer  # It has to be there.
        column = self._function(name)(self._seen._pointer)
        return column_view(column, self._seen)


class ScoredResult(Result):
    """With columns of scores. Tables for Arrow have one more, total: lower / total and upper / total are the scores,
    exactly, and rows without a score are null.
    """

    @property
    def lower(self) -> memoryview:
        """Units of the lower scores; `Plan.total` has those of the whole."""
        return self._column("lower")

    @property
    def upper(self) -> memoryview:
        """Units of the upper scores."""
        return self._column("upper")

    @property
    def gaps(self) -> memoryview:
        """Numbers of cells in state gap, scored or not."""
        return self._column("gaps")


def column_view(column: _abi.skm_column, owner: object) -> memoryview:
    """The numbers of a column, which keep their owner."""
    kind, letter = _NUMBERS[column.width or 1]
    if column.size == 0:
        return memoryview(b"").cast(letter)
    numbers: Any = (kind * column.size).from_address(column.data)
    numbers._owner = owner
    return memoryview(numbers).cast("B").cast(letter).toreadonly()


def score_of(found: _abi.skm_score) -> Score:
    """A score of the C API."""
    return Score(VERDICTS[found.verdict], Fraction(found.lower_numerator, found.lower_denominator),
                 Fraction(found.upper_numerator, found.upper_denominator), found.gaps)
