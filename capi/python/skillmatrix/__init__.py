"""Skill matrices: what each role expects at each level of each skill.

>>> from skillmatrix import Framework, Matrix
>>> matrix = Matrix(Framework.load("framework.json"))
>>> matrix.requirements(matrix.role_level("data-scientist", "senior"))
"""
from . import _library
from .batch import VERDICTS, Plan, Progress, Score
from .counts import Counts, LevelCounts
from .errors import (Diagnostic, FileError, InputError, NotFoundError, ResourceError, SkillMatrixError,
                     UsageError)
from .framework import Framework
from .matrix import Matrix, Requirement, Role, RoleLevel, Skill
from .profile import Profile, Profiles
from .ranking import Ranked, Ranking
from .roster import Holding, Person, Roster, RosterOptions
from .scores import Scores

#: Of the C library that runs.
__version__: str = _library.text(_library.library.skm_version_string())

__all__ = ["Counts", "Diagnostic", "FileError", "Framework", "Holding", "InputError", "LevelCounts",
           "Matrix", "NotFoundError", "Person", "Plan", "Profile", "Profiles", "Progress", "Ranked",
           "Ranking", "Requirement", "ResourceError", "Role", "RoleLevel", "Roster", "RosterOptions",
           "Score", "Scores", "Skill", "SkillMatrixError", "UsageError", "VERDICTS"]
