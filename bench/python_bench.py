#!/usr/bin/env python3
"""The Python side of python_bench.cpp: python_bench.py CASE MATRIX ROSTER

Prints what the answers add up to, then the seconds of one round after another, until nobody reads on."""
import ctypes
import itertools
import os
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "capi/python"))

from skillmatrix import Matrix, Plan, Roster, Scores, _abi  # noqa: E402
from skillmatrix._library import library  # noqa: E402

CALLS = 10_000  # of one round, where a call is short


def batch(matrix, roster):
    plan, level = Plan(matrix), matrix.role_levels[0]
    scores = Scores(plan, roster, level)
    yield sum(scores.lower) + sum(scores.upper)
    while True:
        start = time.perf_counter()
        scores.update(plan, roster, level)
        yield time.perf_counter() - start


def calls_of(function, matrix, roster):
    """The generated declarations alone, into one result, for one person after another."""
    gap = ctypes.POINTER(_abi.skm_gap)()
    library.skm_gap_create(ctypes.byref(gap), None)
    options = ctypes.byref(_abi.skm_gap_options(struct_size=ctypes.sizeof(_abi.skm_gap_options)))
    arguments = gap, matrix._pointer, roster._pointer
    people = itertools.cycle(range(min(CALLS, len(roster))))
    while True:
        round_of_people = list(itertools.islice(people, CALLS))
        start = time.perf_counter()
        for person in round_of_people:
            function(*arguments, person, 0, options, None)
        yield time.perf_counter() - start


def gap(matrix, roster):
    yield sum(matrix.gap(person, matrix.role_levels[0], roster).counts.gap
              for person in itertools.islice(roster.people, 100))
    yield from calls_of(library.skm_gap_analyze, matrix, roster)


def nothing(matrix, roster):
    """A function that looks at none of its arguments, declared as that of gaps is."""
    declared = library.skm_gap_analyze
    address = ctypes.cast(library.skm_abi_version, ctypes.c_void_p).value
    yield 0
    yield from calls_of(ctypes.CFUNCTYPE(declared.restype, *declared.argtypes)(address), matrix, roster)


def gap_object(matrix, roster):
    people, level = list(itertools.islice(roster.people, CALLS)), matrix.role_levels[0]
    yield sum(matrix.gap(person, level, roster).counts.gap for person in people[:100])
    while True:
        start = time.perf_counter()
        for person in people:
            matrix.gap(person, level, roster)
        yield time.perf_counter() - start


def main(case, matrix_path, roster_path):
    matrix = Matrix.open(matrix_path)
    roster = Roster.open(matrix, roster_path)
    for line in {"batch": batch, "gap": gap, "nothing": nothing, "gap_object": gap_object}[case](matrix, roster):
        print(line, flush=True)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except BrokenPipeError:
        os._exit(0)  # Nobody reads on; nor could what is left to be written.
