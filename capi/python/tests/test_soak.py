#!/usr/bin/env python3
"""Handles, made and ended many times: the memory stays what it was."""
import ctypes
import gc
import json
import os
import sys
import unittest

import support  # noqa: F401, it finds the package.
from skillmatrix import Framework, InputError, Matrix, Plan, Profile, Profiles, Roster, Scores

FRAMEWORK = json.dumps({
    "schema": "skillmatrix.framework/1", "id": "f", "version": "1", "default_locale": "en",
    "scales": [{"id": "s", "levels": [{"id": "low"}, {"id": "high"}]}],
    "skills": [{"id": "python", "scale": "s"}],
    "roles": [{"id": "r", "ladder": "s"}],
    "expectations": [{"role": "r", "level": "high", "skill": "python",
                      "requirement": {"necessity": "required", "level": "low"}}]})
PROFILE = json.dumps({"schema": "skillmatrix.profile/1", "id": "p", "name": "P",
                      "ratings": [{"skill": "python", "level": "low"}]})


class Usage(ctypes.Structure):
    """What mallinfo2 of the GNU C library gives."""
    _fields_ = [(name, ctypes.c_size_t) for name in (
        "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks",
        "keepcost")]


def allocated_bytes():
    """What the library has, which allocates as C does; Python keeps its objects elsewhere."""
    usage = MALLINFO()
    return usage.uordblks + usage.hblkhd


def resident_bytes():
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGESIZE")


try:
    MALLINFO = ctypes.CDLL(None).mallinfo2
    MALLINFO.restype = Usage
except AttributeError:
    print("skipped: this C library does not say what is allocated")
    sys.exit(77)


class SoakTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.matrix = Matrix(Framework(FRAMEWORK))
        cls.level = cls.matrix.role_level("r", "high")
        cls.profile = Profile(PROFILE)
        cls.roster = Roster(cls.matrix, Profiles(PROFILE))
        cls.plan = Plan(cls.matrix)

    def soak(self, cycles, cycle):
        for _ in range(cycles // 10):  # Caches fill.
            cycle()
        gc.collect()
        objects, allocated, resident = sys.getallocatedblocks(), allocated_bytes(), resident_bytes()
        for _ in range(cycles):
            cycle()
        gc.collect()
        # Less than one object, and less than one block of C, in ten cycles.
        self.assertLess(sys.getallocatedblocks() - objects, cycles // 10)
        self.assertLess(allocated_bytes() - allocated, 3 * cycles)
        self.assertLess(resident_bytes() - resident, 1 << 20)

    def test_profiles_that_are_closed(self):
        self.soak(100_000, lambda: Profile(PROFILE).close())

    def test_profiles_that_are_forgotten(self):
        self.soak(20_000, lambda: Profile(PROFILE))

    def test_gaps(self):
        self.soak(20_000, lambda: self.matrix.gap(self.profile, self.level))

    def test_scores(self):
        def cycle():
            with Scores(self.plan, self.roster, self.level) as scores:
                return scores.lower[0]
        self.soak(20_000, cycle)

    def test_errors(self):
        def cycle():
            with self.assertRaises(InputError) as caught:
                Framework("{}")
            return caught.exception.diagnostics
        self.soak(10_000, cycle)


if __name__ == "__main__":
    unittest.main()
