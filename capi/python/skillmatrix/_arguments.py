"""Arguments of calls: what ctypes does not check, or cuts off without a word."""
from __future__ import annotations

import datetime
import math
import numbers
import operator
from fractions import Fraction
from typing import Any, Iterable, List, Optional, Tuple, Type, TypeVar, Union

_Item = TypeVar("_Item")


def checked(kind: Union[Type[Any], Tuple[Type[Any], ...]], value: Any) -> Any:
    """The value. TypeError if it is of another type."""
    if isinstance(value, kind):
        return value
    kinds = kind if isinstance(kind, tuple) else (kind,)
    raise TypeError(f"expected {' or '.join(each.__name__ for each in kinds)}, "
                    f"not {type(value).__name__}")


def unsigned(number: int, bits: int) -> int:
    """A whole number of so many bits, but not the greatest of them, which is none."""
    value = operator.index(number)
    if not 0 <= value < 2**bits - 1:
        raise ValueError(f"{value} is out of range")
    return value


def exact(number: Union[Fraction, int, str]) -> Fraction:
    """A fraction. TypeError if it is a float, which is close to what is meant, and not the same: 0.8 is above 4/5."""
    if isinstance(number, float):
        near = Fraction(repr(number)) if math.isfinite(number) else Fraction(4, 5)
        raise TypeError(f"expected an exact number, not the float {number!r}: use "
                        f"Fraction({near.numerator}, {near.denominator}) or \"{float(near)!r}\"")
    return Fraction(checked((numbers.Rational, str), number))


def listed(items: Iterable[_Item]) -> List[_Item]:
    """A list. One text is not taken for a list of its letters."""
    if isinstance(items, (str, bytes)):
        raise TypeError(f"expected a list, not {type(items).__name__}")
    return list(items)


def day_number(day: Optional[datetime.date]) -> int:
    """A date as the C API writes it, 20260131; 0 is none."""
    if day is None:
        return 0
    checked(datetime.date, day)
    return day.year * 10_000 + day.month * 100 + day.day


def day_of(number: int) -> Optional[datetime.date]:
    """The same the other way round."""
    if number == 0:
        return None
    return datetime.date(number // 10_000, number // 100 % 100, number % 100)
