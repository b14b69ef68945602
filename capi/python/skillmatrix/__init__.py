"""Skill matrices: what each role expects at each level of each skill.

>>> from skillmatrix import Framework, Matrix
>>> matrix = Matrix(Framework.load("framework.json"))
>>> matrix.requirements(matrix.role_level("data-scientist", "senior"))
"""
from . import _library
from .errors import (Diagnostic, FileError, InputError, NotFoundError, ResourceError, SkillMatrixError,
                     UsageError)
from .framework import Framework
from .language import Language
from .locale import (LocaleLink, TagProblem, canonical_tag, direction_of, find_tag_problem,
                     negotiate)
from .matrix import Matrix, Requirement, Role, RoleLevel, Skill
from .messages import Messages
from .page import Page, ProgressionPage, RolePage, SkillPage
from .reader import Reader, Text

#: Of the C library that runs.
__version__: str = _library.text(_library.library.skm_version_string())

__all__ = ["Diagnostic", "FileError", "Framework", "InputError", "Language", "LocaleLink", "Matrix",
           "Messages", "NotFoundError", "Page", "ProgressionPage", "Reader", "Requirement",
           "ResourceError", "Role", "RoleLevel", "RolePage", "Skill", "SkillMatrixError",
           "SkillPage", "TagProblem", "Text", "UsageError", "canonical_tag", "direction_of",
           "find_tag_problem", "negotiate"]
