"""Skill matrices: what each role expects at each level of each skill.

>>> from skillmatrix import Framework, Matrix
>>> matrix = Matrix(Framework.load("framework.json"))
>>> matrix.requirements(matrix.role_level("data-scientist", "senior"))
"""
from . import _library
from .coverage import (Coverage, CoverageRow, SourceText, source_texts, source_texts_ndjson,
                       text_hash)
from .errors import (Diagnostic, FileError, InputError, NotFoundError, ResourceError, SkillMatrixError,
                     UsageError)
from .framework import Framework
from .language import Language
from .locale import (LocaleLink, TagProblem, canonical_tag, direction_of, find_tag_problem,
                     negotiate)
from .matrix import (Category, Level, Matrix, Prerequisite, Relation, Requirement, Role,
                     RoleLevel, Scale, Skill)
from .messages import Messages
from .page import Page, ProgressionPage, RolePage, SearchPage, SkillPage
from .reader import Reader, Text
from .search import SearchHit, SearchIndex

#: Of the C library that runs.
__version__: str = _library.text(_library.library.skm_version_string())

__all__ = ["Category", "Coverage", "CoverageRow", "Diagnostic", "FileError", "Framework",
           "InputError", "Language", "Level", "LocaleLink", "Matrix", "Messages", "NotFoundError",
           "Page", "Prerequisite", "ProgressionPage", "Reader", "Relation", "Requirement",
           "ResourceError", "Role", "RoleLevel", "RolePage", "Scale", "SearchHit", "SearchIndex",
           "SearchPage", "Skill", "SkillMatrixError", "SkillPage", "SourceText", "TagProblem",
           "Text", "UsageError", "canonical_tag", "direction_of", "find_tag_problem", "negotiate",
           "source_texts", "source_texts_ndjson", "text_hash"]
