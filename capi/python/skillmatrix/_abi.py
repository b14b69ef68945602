"""The C API as ctypes sees it. Written by capi/surface.py: do not edit."""
from ctypes import (CFUNCTYPE, POINTER, Structure, c_double, c_int32, c_int64, c_size_t,
                    c_uint8, c_uint16, c_uint32, c_uint64, c_void_p)
from typing import Any, Dict, List, Tuple

SKM_STRLEN = 18446744073709551615
SKM_OK = 0
SKM_ERR_INVALID_ARGUMENT = 1
SKM_ERR_WRONG_HANDLE = 2
SKM_ERR_OUT_OF_RANGE = 3
SKM_ERR_UNKNOWN_NAME = 4
SKM_ERR_UNSUPPORTED_OPTION = 5
SKM_ERR_ENCODING = 6
SKM_ERR_CANCELLED = 7
SKM_ERR_CALLBACK = 8
SKM_ERR_INVALID_INPUT = 100
SKM_ERR_BAD_FILE = 101
SKM_ERR_OTHER_MATRIX = 102
SKM_ERR_OUT_OF_MEMORY = 200
SKM_ERR_FILE = 300
SKM_ERR_INTERNAL = 399
SKM_VERDICT_READY = 0
SKM_VERDICT_UNDETERMINED = 1
SKM_VERDICT_NOT_READY = 2
SKM_VERDICT_NONE = 255
SKM_SEVERITY_ERROR = 0
SKM_SEVERITY_WARNING = 1
SKM_SEVERITY_INFORMATION = 2
SKM_NONE = 4294967295
SKM_RATING_POLICY_LATEST = 0
SKM_RATING_POLICY_HIGHEST = 1
SKM_RATING_POLICY_LOWEST = 2
SKM_RATING_POLICY_TRUSTED = 3
SKM_VERSION_MAJOR = 0
SKM_VERSION_MINOR = 1
SKM_VERSION_PATCH = 0
SKM_VERSION_NUMBER = 1000
SKM_ABI_VERSION = 1


class skm_buffer(Structure):
    """Opaque."""


class skm_counts(Structure):
    """Opaque."""


class skm_diagnostics(Structure):
    """Opaque."""


class skm_error(Structure):
    """Opaque."""


class skm_framework(Structure):
    """Opaque."""


class skm_matrix(Structure):
    """Opaque."""


class skm_plan(Structure):
    """Opaque."""


class skm_profile(Structure):
    """Opaque."""


class skm_profiles(Structure):
    """Opaque."""


class skm_ranking(Structure):
    """Opaque."""


class skm_roster(Structure):
    """Opaque."""


class skm_scores(Structure):
    """Opaque."""


skm_progress = CFUNCTYPE(c_int32, c_void_p, c_uint64, c_uint64)


class skm_string_view(Structure):
    _fields_ = [
        ("data", c_void_p),
        ("size", c_size_t),
    ]


class skm_column(Structure):
    _fields_ = [
        ("data", c_void_p),
        ("size", c_uint64),
        ("width", c_uint64),
    ]


class skm_score(Structure):
    _fields_ = [
        ("item", c_uint32),
        ("verdict", c_int32),
        ("gaps", c_uint64),
        ("lower_numerator", c_int64),
        ("lower_denominator", c_int64),
        ("upper_numerator", c_int64),
        ("upper_denominator", c_int64),
    ]


class skm_batch_options(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("threads", c_uint64),
        ("progress", skm_progress),
        ("user_data", c_void_p),
    ]


class skm_level_counts(Structure):
    _fields_ = [
        ("holders", c_uint32),
        ("required", c_uint32),
        ("required_met", c_uint32),
        ("optional", c_uint32),
        ("optional_met", c_uint32),
    ]


class skm_diagnostic(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("code", c_int32),
        ("severity", c_int32),
        ("name", skm_string_view),
        ("message", skm_string_view),
        ("pointer", skm_string_view),
        ("value", skm_string_view),
        ("suggestion", skm_string_view),
        ("field", skm_string_view),
        ("line", c_uint64),
        ("column", c_uint64),
        ("offset", c_uint64),
        ("row", c_uint64),
    ]


class skm_requirement(Structure):
    _fields_ = [
        ("skill", c_uint32),
        ("rank", c_uint32),
        ("weight", c_uint32),
        ("required", c_int32),
    ]


class skm_read_options(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("max_bytes", c_uint64),
        ("max_depth", c_uint64),
        ("max_elements", c_uint64),
        ("max_diagnostics", c_uint64),
    ]


class skm_roster_options(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("as_of", c_uint32),
        ("policy", c_int32),
        ("min_confidence", c_uint32),
        ("without_index", c_int32),
        ("rating_positions", c_int32),
        ("reserved", c_int32),
        ("max_diagnostics", c_uint64),
    ]


class skm_csv_column(Structure):
    _fields_ = [
        ("field", skm_string_view),
        ("header", skm_string_view),
    ]


class skm_ratings_csv_options(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("columns", POINTER(skm_csv_column)),
        ("column_count", c_uint64),
        ("none", skm_string_view),
        ("keep_spaces", c_int32),
        ("reserved", c_int32),
    ]


class skm_texts(Structure):
    _fields_ = [
        ("bytes", c_void_p),
        ("byte_count", c_uint64),
        ("offsets", c_void_p),
        ("offset_width", c_uint64),
    ]


class skm_roster_columns(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("person_count", c_uint64),
        ("rating_count", c_uint64),
        ("person_ids", skm_texts),
        ("own_role_levels", POINTER(c_uint32)),
        ("first", POINTER(c_uint64)),
        ("people", POINTER(c_uint32)),
        ("people_by_id", skm_texts),
        ("skills", POINTER(c_uint32)),
        ("skill_ids", skm_texts),
        ("ranks", POINTER(c_uint8)),
        ("level_ids", skm_texts),
        ("none", POINTER(c_uint8)),
    ]


class skm_holding(Structure):
    _fields_ = [
        ("skill", c_uint32),
        ("rank", c_uint32),
        ("is_expired", c_int32),
        ("rating", c_uint32),
    ]


# Name, result, arguments, and the version of the API that it came with.
FUNCTIONS: List[Tuple[str, Any, List[Any], str]] = [
    ("skm_abi_version", c_uint32, [], "1.0"),
    ("skm_buffer_destroy", None, [POINTER(skm_buffer)], "1.0"),
    ("skm_buffer_view", skm_string_view, [POINTER(skm_buffer)], "1.0"),
    ("skm_build_info", c_int32, [POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_counts_clone", c_int32, [POINTER(skm_counts), POINTER(POINTER(skm_counts)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_counts_count", c_uint64, [POINTER(skm_counts)], "1.0"),
    ("skm_counts_count_skills", c_int32, [POINTER(skm_counts), POINTER(skm_matrix), POINTER(skm_roster), POINTER(skm_batch_options), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_counts_create", c_int32, [POINTER(POINTER(skm_counts)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_counts_destroy", None, [POINTER(skm_counts)], "1.0"),
    ("skm_counts_export_arrow", c_int32, [POINTER(skm_counts), c_void_p, c_void_p, POINTER(POINTER(skm_error))], "1.0"),
    ("skm_counts_first", skm_column, [POINTER(skm_counts)], "1.0"),
    ("skm_counts_get", c_int32, [POINTER(skm_counts), c_uint32, c_uint32, POINTER(skm_level_counts)], "1.0"),
    ("skm_counts_holders", skm_column, [POINTER(skm_counts)], "1.0"),
    ("skm_counts_optional", skm_column, [POINTER(skm_counts)], "1.0"),
    ("skm_counts_optional_met", skm_column, [POINTER(skm_counts)], "1.0"),
    ("skm_counts_required", skm_column, [POINTER(skm_counts)], "1.0"),
    ("skm_counts_required_met", skm_column, [POINTER(skm_counts)], "1.0"),
    ("skm_diagnostics_count", c_uint64, [POINTER(skm_diagnostics)], "1.0"),
    ("skm_diagnostics_destroy", None, [POINTER(skm_diagnostics)], "1.0"),
    ("skm_diagnostics_get", c_int32, [POINTER(skm_diagnostics), c_uint64, POINTER(skm_diagnostic)], "1.0"),
    ("skm_diagnostics_has_errors", c_int32, [POINTER(skm_diagnostics)], "1.0"),
    ("skm_error_destroy", None, [POINTER(skm_error)], "1.0"),
    ("skm_error_diagnostics", POINTER(skm_diagnostics), [POINTER(skm_error)], "1.0"),
    ("skm_error_message", skm_string_view, [POINTER(skm_error)], "1.0"),
    ("skm_error_status", c_int32, [POINTER(skm_error)], "1.0"),
    ("skm_framework_destroy", None, [POINTER(skm_framework)], "1.0"),
    ("skm_framework_diagnostics", POINTER(skm_diagnostics), [POINTER(skm_framework)], "1.0"),
    ("skm_framework_load", c_int32, [skm_string_view, POINTER(skm_read_options), POINTER(POINTER(skm_framework)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_framework_parse", c_int32, [skm_string_view, POINTER(skm_read_options), POINTER(POINTER(skm_framework)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_framework_to_json", c_int32, [POINTER(skm_framework), c_int32, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_matrix_build", c_int32, [POINTER(skm_framework), POINTER(POINTER(skm_matrix)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_matrix_destroy", None, [POINTER(skm_matrix)], "1.0"),
    ("skm_matrix_find_role", c_uint32, [POINTER(skm_matrix), skm_string_view], "1.0"),
    ("skm_matrix_find_role_level", c_uint32, [POINTER(skm_matrix), skm_string_view, skm_string_view], "1.0"),
    ("skm_matrix_find_skill", c_uint32, [POINTER(skm_matrix), skm_string_view], "1.0"),
    ("skm_matrix_open", c_int32, [skm_string_view, POINTER(POINTER(skm_matrix)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_matrix_requirement_count", c_uint32, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_requirements", c_int32, [POINTER(skm_matrix), c_uint32, c_uint32, POINTER(skm_requirement)], "1.0"),
    ("skm_matrix_role_count", c_uint32, [POINTER(skm_matrix)], "1.0"),
    ("skm_matrix_role_id", skm_string_view, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_role_level_count", c_uint32, [POINTER(skm_matrix)], "1.0"),
    ("skm_matrix_role_level_id", skm_string_view, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_role_of", c_uint32, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_save", c_int32, [POINTER(skm_matrix), skm_string_view, POINTER(POINTER(skm_error))], "1.0"),
    ("skm_matrix_skill_count", c_uint32, [POINTER(skm_matrix)], "1.0"),
    ("skm_matrix_skill_id", skm_string_view, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_verify", c_int32, [POINTER(skm_matrix), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_plan_build", c_int32, [POINTER(skm_matrix), skm_string_view, POINTER(POINTER(skm_plan)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_plan_destroy", None, [POINTER(skm_plan)], "1.0"),
    ("skm_plan_total", c_uint64, [POINTER(skm_plan), c_uint32], "1.0"),
    ("skm_profile_destroy", None, [POINTER(skm_profile)], "1.0"),
    ("skm_profile_diagnostics", POINTER(skm_diagnostics), [POINTER(skm_profile)], "1.0"),
    ("skm_profile_id", skm_string_view, [POINTER(skm_profile)], "1.0"),
    ("skm_profile_level", skm_string_view, [POINTER(skm_profile)], "1.0"),
    ("skm_profile_load", c_int32, [skm_string_view, POINTER(skm_read_options), POINTER(POINTER(skm_profile)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_profile_name", skm_string_view, [POINTER(skm_profile)], "1.0"),
    ("skm_profile_parse", c_int32, [skm_string_view, POINTER(skm_read_options), POINTER(POINTER(skm_profile)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_profile_rating_count", c_uint64, [POINTER(skm_profile)], "1.0"),
    ("skm_profile_role", skm_string_view, [POINTER(skm_profile)], "1.0"),
    ("skm_profile_to_json", c_int32, [POINTER(skm_profile), c_int32, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_profiles_count", c_uint64, [POINTER(skm_profiles)], "1.0"),
    ("skm_profiles_destroy", None, [POINTER(skm_profiles)], "1.0"),
    ("skm_profiles_diagnostics", POINTER(skm_diagnostics), [POINTER(skm_profiles)], "1.0"),
    ("skm_profiles_get", POINTER(skm_profile), [POINTER(skm_profiles), c_uint64], "1.0"),
    ("skm_profiles_line", c_uint64, [POINTER(skm_profiles), c_uint64], "1.0"),
    ("skm_profiles_load", c_int32, [skm_string_view, POINTER(skm_read_options), POINTER(POINTER(skm_profiles)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_profiles_parse", c_int32, [skm_string_view, POINTER(skm_read_options), POINTER(POINTER(skm_profiles)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_profiles_rejected", c_uint64, [POINTER(skm_profiles)], "1.0"),
    ("skm_profiles_to_ndjson", c_int32, [POINTER(skm_profiles), POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_ranking_clone", c_int32, [POINTER(skm_ranking), POINTER(POINTER(skm_ranking)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_ranking_counts", skm_column, [POINTER(skm_ranking)], "1.0"),
    ("skm_ranking_create", c_int32, [POINTER(POINTER(skm_ranking)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_ranking_destroy", None, [POINTER(skm_ranking)], "1.0"),
    ("skm_ranking_export_arrow", c_int32, [POINTER(skm_ranking), c_void_p, c_void_p, POINTER(POINTER(skm_error))], "1.0"),
    ("skm_ranking_gaps", skm_column, [POINTER(skm_ranking)], "1.0"),
    ("skm_ranking_get", c_int32, [POINTER(skm_ranking), c_uint64, c_uint64, POINTER(skm_score)], "1.0"),
    ("skm_ranking_items", skm_column, [POINTER(skm_ranking)], "1.0"),
    ("skm_ranking_limit", c_uint64, [POINTER(skm_ranking)], "1.0"),
    ("skm_ranking_lower", skm_column, [POINTER(skm_ranking)], "1.0"),
    ("skm_ranking_rank_people", c_int32, [POINTER(skm_ranking), POINTER(skm_plan), POINTER(skm_roster), POINTER(c_uint32), c_uint64, c_uint64, POINTER(skm_batch_options), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_ranking_rank_role_levels", c_int32, [POINTER(skm_ranking), POINTER(skm_plan), POINTER(skm_roster), POINTER(c_uint32), c_uint64, c_uint64, POINTER(skm_batch_options), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_ranking_row_count", c_uint64, [POINTER(skm_ranking)], "1.0"),
    ("skm_ranking_upper", skm_column, [POINTER(skm_ranking)], "1.0"),
    ("skm_ranking_verdicts", skm_column, [POINTER(skm_ranking)], "1.0"),
    ("skm_roster_build", c_int32, [POINTER(skm_matrix), POINTER(skm_profiles), POINTER(skm_roster_options), POINTER(POINTER(skm_roster)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_build_columns", c_int32, [POINTER(skm_matrix), POINTER(skm_roster_columns), POINTER(skm_roster_options), POINTER(POINTER(skm_roster)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_destroy", None, [POINTER(skm_roster)], "1.0"),
    ("skm_roster_diagnostics", POINTER(skm_diagnostics), [POINTER(skm_roster)], "1.0"),
    ("skm_roster_find_person", c_uint32, [POINTER(skm_roster), skm_string_view], "1.0"),
    ("skm_roster_fits", c_int32, [POINTER(skm_roster), POINTER(skm_matrix)], "1.0"),
    ("skm_roster_holding_count", c_uint32, [POINTER(skm_roster), c_uint32], "1.0"),
    ("skm_roster_holdings", c_int32, [POINTER(skm_roster), c_uint32, c_uint32, POINTER(skm_holding)], "1.0"),
    ("skm_roster_open", c_int32, [POINTER(skm_matrix), skm_string_view, POINTER(POINTER(skm_roster)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_own_role_level", c_uint32, [POINTER(skm_roster), c_uint32], "1.0"),
    ("skm_roster_person_count", c_uint32, [POINTER(skm_roster)], "1.0"),
    ("skm_roster_person_id", skm_string_view, [POINTER(skm_roster), c_uint32], "1.0"),
    ("skm_roster_rank", c_uint32, [POINTER(skm_roster), c_uint32, c_uint32], "1.0"),
    ("skm_roster_rating_count", c_uint64, [POINTER(skm_roster)], "1.0"),
    ("skm_roster_read_csv", c_int32, [POINTER(skm_matrix), skm_string_view, POINTER(skm_roster_options), POINTER(skm_ratings_csv_options), POINTER(skm_read_options), POINTER(POINTER(skm_roster)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_read_ndjson", c_int32, [POINTER(skm_matrix), skm_string_view, POINTER(skm_roster_options), POINTER(skm_read_options), POINTER(POINTER(skm_roster)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_rejected_people", c_uint64, [POINTER(skm_roster)], "1.0"),
    ("skm_roster_rejected_ratings", c_uint64, [POINTER(skm_roster)], "1.0"),
    ("skm_roster_save", c_int32, [POINTER(skm_roster), skm_string_view, POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_set_own_role_level", c_int32, [POINTER(skm_roster), c_uint32, c_uint32, POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_set_rank", c_int32, [POINTER(skm_roster), c_uint32, c_uint32, c_uint32, POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_source", c_uint64, [POINTER(skm_roster), c_uint32], "1.0"),
    ("skm_roster_verify", c_int32, [POINTER(skm_roster), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_scores_clone", c_int32, [POINTER(skm_scores), POINTER(POINTER(skm_scores)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_scores_count", c_uint32, [POINTER(skm_scores)], "1.0"),
    ("skm_scores_create", c_int32, [POINTER(POINTER(skm_scores)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_scores_destroy", None, [POINTER(skm_scores)], "1.0"),
    ("skm_scores_export_arrow", c_int32, [POINTER(skm_scores), c_void_p, c_void_p, POINTER(POINTER(skm_error))], "1.0"),
    ("skm_scores_gaps", skm_column, [POINTER(skm_scores)], "1.0"),
    ("skm_scores_get", c_int32, [POINTER(skm_scores), POINTER(skm_roster), c_uint32, POINTER(skm_score)], "1.0"),
    ("skm_scores_lower", skm_column, [POINTER(skm_scores)], "1.0"),
    ("skm_scores_rescore", c_int32, [POINTER(skm_scores), POINTER(skm_roster), c_uint32, POINTER(POINTER(skm_error))], "1.0"),
    ("skm_scores_role_level", c_uint32, [POINTER(skm_scores)], "1.0"),
    ("skm_scores_score_own_role_levels", c_int32, [POINTER(skm_scores), POINTER(skm_plan), POINTER(skm_roster), POINTER(skm_batch_options), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_scores_score_people", c_int32, [POINTER(skm_scores), POINTER(skm_plan), POINTER(skm_roster), c_uint32, POINTER(skm_batch_options), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_scores_upper", skm_column, [POINTER(skm_scores)], "1.0"),
    ("skm_scores_verdicts", skm_column, [POINTER(skm_scores)], "1.0"),
    ("skm_status_name", skm_string_view, [c_int32], "1.0"),
    ("skm_version", c_uint32, [], "1.0"),
    ("skm_version_string", skm_string_view, [], "1.0"),
]

# Members of each struct that the C compiler has, by name, with their offsets and sizes.
STATUS_NAMES: Dict[int, str] = {
    0: "SKM_OK",
    1: "SKM_ERR_INVALID_ARGUMENT",
    2: "SKM_ERR_WRONG_HANDLE",
    3: "SKM_ERR_OUT_OF_RANGE",
    4: "SKM_ERR_UNKNOWN_NAME",
    5: "SKM_ERR_UNSUPPORTED_OPTION",
    6: "SKM_ERR_ENCODING",
    7: "SKM_ERR_CANCELLED",
    8: "SKM_ERR_CALLBACK",
    100: "SKM_ERR_INVALID_INPUT",
    101: "SKM_ERR_BAD_FILE",
    102: "SKM_ERR_OTHER_MATRIX",
    200: "SKM_ERR_OUT_OF_MEMORY",
    300: "SKM_ERR_FILE",
    399: "SKM_ERR_INTERNAL",
}
