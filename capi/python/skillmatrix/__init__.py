"""Skill matrices: what each role expects at each level of each skill.

>>> from skillmatrix import Framework, Matrix
>>> matrix = Matrix(Framework.load("framework.json"))
>>> matrix.requirements(matrix.role_level("data-scientist", "senior"))
"""
from .batch import VERDICTS, Plan, Progress, Score
from .counts import Counts, LevelCounts
from .coverage import (Coverage, CoverageRow, SourceText, source_texts, source_texts_ndjson,
                       text_hash)
from .csv import CsvLevel, ExpectationsCsv, csv_id, expectations_csv_fields, ratings_csv_fields
from .errors import (Diagnostic, DiagnosticCode, FileError, InputError, NotFoundError, ResourceError,
                     SkillMatrixError, UsageError, diagnostic_codes)
from .framework import Framework, framework_schema
from .gap import CellCounts, Gap, GapCell, Raise, Summary, Threshold
from .language import Language
from .limits import Limits
from .locale import (LocaleLink, TagProblem, canonical_tag, direction_of, find_tag_problem,
                     negotiate, warm_up)
from .match import Match, Matches
from .matrix import (Category, Level, Matrix, Prerequisite, Relation, Requirement, Role,
                     RoleLevel, Scale, Skill)
from .messages import Messages
from .page import GapPage, MatchPage, Page, ProgressionPage, RolePage, SearchPage, SkillPage
from .profile import Evidence, Profile, Profiles, Rating, profile_schema
from .ranking import Ranked, Ranking
from .reader import Reader, Text
from .roster import AddedPerson, Holding, Person, Roster, RosterOptions
from .scores import Scores
from .scoring import Scoring, ScoringModel, scoring_models
from .search import SearchHit, SearchIndex
from .text import (UnsafeCharacter, find_unsafe, is_blank, isolate, normalize, text_direction,
                   truncate)
from .version import VERSION, build_info

__version__ = VERSION

__all__ = ["AddedPerson", "Category", "CellCounts", "Counts", "Coverage", "CoverageRow",
           "CsvLevel", "Diagnostic", "DiagnosticCode", "Evidence", "ExpectationsCsv",
           "FileError", "Framework", "Gap", "GapCell", "GapPage", "Holding",
           "InputError", "Language", "Level", "LevelCounts", "Limits", "LocaleLink",
           "Match", "MatchPage", "Matches", "Matrix", "Messages", "NotFoundError",
           "Page", "Person", "Plan", "Prerequisite", "Profile", "Profiles", "Progress",
           "ProgressionPage", "Raise", "Ranked", "Ranking", "Rating", "Reader",
           "Relation", "Requirement", "ResourceError", "Role", "RoleLevel", "RolePage",
           "Roster", "RosterOptions", "Scale", "Score", "Scores", "Scoring",
           "ScoringModel", "SearchHit", "SearchIndex", "SearchPage", "Skill",
           "SkillMatrixError", "SkillPage", "SourceText", "Summary", "TagProblem",
           "Text", "Threshold", "UnsafeCharacter", "UsageError", "VERDICTS", "build_info",
           "canonical_tag", "csv_id", "diagnostic_codes", "direction_of",
           "expectations_csv_fields", "find_tag_problem", "find_unsafe",
           "framework_schema", "is_blank", "isolate", "negotiate", "normalize",
           "profile_schema", "ratings_csv_fields", "scoring_models", "source_texts",
           "source_texts_ndjson", "text_direction", "text_hash", "truncate", "warm_up"]
