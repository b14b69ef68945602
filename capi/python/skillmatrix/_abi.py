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
SKM_COVERAGE_FRAMEWORK = 0
SKM_COVERAGE_SCALE = 1
SKM_COVERAGE_LEVEL = 2
SKM_COVERAGE_CATEGORY = 3
SKM_COVERAGE_SKILL = 4
SKM_COVERAGE_ROLE = 5
SKM_COVERAGE_EXPECTATION = 6
SKM_COVERAGE_TITLE = 0
SKM_COVERAGE_LABEL = 1
SKM_COVERAGE_SUMMARY = 2
SKM_COVERAGE_DESCRIPTION = 3
SKM_COVERAGE_FOCUS = 4
SKM_COVERAGE_ALIASES = 5
SKM_SEVERITY_ERROR = 0
SKM_SEVERITY_WARNING = 1
SKM_SEVERITY_INFORMATION = 2
SKM_CELL_MET = 0
SKM_CELL_EXCEEDED = 1
SKM_CELL_GAP = 2
SKM_CELL_UNKNOWN = 3
SKM_CELL_EXPIRED = 4
SKM_THRESHOLD_REACHED = 0
SKM_THRESHOLD_UNREACHABLE = 1
SKM_THRESHOLD_NOT_COMPUTED = 2
SKM_THRESHOLD_NONE = 255
SKM_ISOLATES_AUTOMATIC = 0
SKM_ISOLATES_ALWAYS = 1
SKM_ISOLATES_NEVER = 2
SKM_ARGUMENT_NONE = 0
SKM_ARGUMENT_TEXT = 1
SKM_ARGUMENT_NUMBER = 2
SKM_DIRECTION_AUTOMATIC = 0
SKM_DIRECTION_LTR = 1
SKM_DIRECTION_RTL = 2
SKM_TEXT_MISSING = 0
SKM_TEXT_EXACT = 1
SKM_TEXT_EQUIVALENT = 2
SKM_TEXT_RELATED = 3
SKM_TEXT_OTHER_PREFERRED = 4
SKM_TEXT_SOURCE_FALLBACK = 5
SKM_TEXT_ANY_FALLBACK = 6
SKM_NONE = 4294967295
SKM_SKILL_ACTIVE = 0
SKM_SKILL_DRAFT = 1
SKM_SKILL_DEPRECATED = 2
SKM_CATEGORY_DOMAIN = 0
SKM_CATEGORY_GROUP = 1
SKM_CATEGORY_FAMILY = 2
SKM_RELATION_BROADER = 0
SKM_RELATION_NARROWER = 1
SKM_RELATION_RELATED = 2
SKM_RATING_POLICY_LATEST = 0
SKM_RATING_POLICY_HIGHEST = 1
SKM_RATING_POLICY_LOWEST = 2
SKM_RATING_POLICY_TRUSTED = 3
SKM_RATING_SOURCE_NONE = 0
SKM_RATING_SOURCE_SELF = 1
SKM_RATING_SOURCE_PEER = 2
SKM_RATING_SOURCE_MANAGER = 3
SKM_RATING_SOURCE_TEST = 4
SKM_RATING_SOURCE_CERTIFICATE = 5
SKM_TITLE_OF_FRAMEWORK = 0
SKM_SUMMARY_OF_FRAMEWORK = 1
SKM_TITLE_OF_SKILL = 2
SKM_SUMMARY_OF_SKILL = 3
SKM_TITLE_OF_ROLE = 4
SKM_SUMMARY_OF_ROLE = 5
SKM_TITLE_OF_ROLE_LEVEL = 6
SKM_FOCUS_OF_ROLE_LEVEL = 7
SKM_TITLE_OF_CATEGORY = 8
SKM_DESCRIPTION_OF_CATEGORY = 9
SKM_TITLE_OF_SCALE = 10
SKM_DESCRIPTION_OF_SCALE = 11
SKM_TITLE_OF_LEVEL = 12
SKM_LABEL_OF_LEVEL = 13
SKM_DESCRIPTION_OF_LEVEL = 14
SKM_SEARCH_SKILLS = 1
SKM_SEARCH_ROLES = 2
SKM_SEARCH_CATEGORIES = 4
SKM_SEARCH_NO_ERRORS = 4294967295
SKM_MATCH_WHOLE_NAME = 0
SKM_MATCH_NAME_START = 1
SKM_MATCH_WORDS = 2
SKM_MATCH_WORD_START = 3
SKM_MATCH_TYPING_ERRORS = 4
SKM_TEXT_USE_PROSE = 0
SKM_TEXT_USE_NAME = 1
SKM_UNSAFE_CONTROL = 0
SKM_UNSAFE_BIDI_EMBEDDING = 1
SKM_UNSAFE_UNBALANCED_ISOLATE = 2
SKM_UNSAFE_TAG = 3
SKM_UNSAFE_NONCHARACTER = 4
SKM_UNSAFE_LINE_BREAK = 5
SKM_UNSAFE_JOINER = 6
SKM_UNSAFE_VARIATION_SELECTOR = 7
SKM_UNSAFE_INVISIBLE = 8
SKM_UNSAFE_PRIVATE_USE = 9
SKM_VERSION_MAJOR = 0
SKM_VERSION_MINOR = 1
SKM_VERSION_PATCH = 0
SKM_VERSION_NUMBER = 1000
SKM_ABI_VERSION = 1


class skm_buffer(Structure):
    """Opaque."""


class skm_counts(Structure):
    """Opaque."""


class skm_coverage(Structure):
    """Opaque."""


class skm_diagnostics(Structure):
    """Opaque."""


class skm_error(Structure):
    """Opaque."""


class skm_framework(Structure):
    """Opaque."""


class skm_gap(Structure):
    """Opaque."""


class skm_language(Structure):
    """Opaque."""


class skm_matches(Structure):
    """Opaque."""


class skm_matrix(Structure):
    """Opaque."""


class skm_messages(Structure):
    """Opaque."""


class skm_plan(Structure):
    """Opaque."""


class skm_profile(Structure):
    """Opaque."""


class skm_profiles(Structure):
    """Opaque."""


class skm_ranking(Structure):
    """Opaque."""


class skm_reader(Structure):
    """Opaque."""


class skm_roster(Structure):
    """Opaque."""


class skm_scores(Structure):
    """Opaque."""


class skm_search_index(Structure):
    """Opaque."""


skm_progress = CFUNCTYPE(c_int32, c_void_p, c_uint64, c_uint64)


skm_task = CFUNCTYPE(None, c_void_p, c_uint64)


skm_executor = CFUNCTYPE(c_int32, c_void_p, c_uint64, skm_task, c_void_p)


class skm_string_view(Structure):
    _fields_ = [
        ("data", c_void_p),
        ("size", c_size_t),
    ]


class skm_fraction(Structure):
    _fields_ = [
        ("numerator", c_int64),
        ("denominator", c_int64),
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
        ("executor", skm_executor),
        ("executor_data", c_void_p),
    ]


class skm_level_counts(Structure):
    _fields_ = [
        ("holders", c_uint32),
        ("required", c_uint32),
        ("required_met", c_uint32),
        ("optional", c_uint32),
        ("optional_met", c_uint32),
    ]


class skm_coverage_options(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("locales", POINTER(skm_string_view)),
        ("locale_count", c_uint64),
        ("max_diagnostics", c_uint64),
    ]


class skm_coverage_row(Structure):
    _fields_ = [
        ("locale", c_uint32),
        ("kind", c_int32),
        ("field", c_int32),
        ("unused", c_uint32),
        ("exact", c_uint64),
        ("fallback", c_uint64),
        ("missing", c_uint64),
        ("stale", c_uint64),
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
        ("delimiter", skm_string_view),
    ]


class skm_csv_level(Structure):
    _fields_ = [
        ("title", skm_string_view),
        ("id", skm_string_view),
    ]


class skm_csv_necessity(Structure):
    _fields_ = [
        ("word", skm_string_view),
        ("required", c_int32),
        ("reserved", c_int32),
    ]


class skm_expectations_csv_options(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("columns", POINTER(skm_csv_column)),
        ("column_count", c_uint64),
        ("framework_id", skm_string_view),
        ("framework_title", skm_string_view),
        ("default_locale", skm_string_view),
        ("ladder_id", skm_string_view),
        ("ladder_levels", POINTER(skm_csv_level)),
        ("ladder_level_count", c_uint64),
        ("level_order", POINTER(skm_string_view)),
        ("level_order_count", c_uint64),
        ("skill_scale_id", skm_string_view),
        ("skill_levels", POINTER(skm_csv_level)),
        ("skill_level_count", c_uint64),
        ("unlevelled_values", POINTER(skm_string_view)),
        ("unlevelled_value_count", c_uint64),
        ("necessities", POINTER(skm_csv_necessity)),
        ("necessity_count", c_uint64),
        ("ladder_per_role", c_int32),
        ("keep_spaces", c_int32),
        ("optional", c_int32),
        ("rows_without_cell", c_int32),
        ("delimiter", skm_string_view),
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


class skm_code_description(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("code", c_int32),
        ("severity", c_int32),
        ("name", skm_string_view),
    ]


class skm_gap_options(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("scoring_model", skm_string_view),
        ("as_of", c_uint32),
        ("policy", c_int32),
        ("min_confidence", c_uint32),
        ("reserved", c_int32),
        ("threshold_numerator", c_int64),
        ("threshold_denominator", c_int64),
        ("credits", POINTER(skm_fraction)),
        ("credit_count", c_uint64),
    ]


class skm_cell_counts(Structure):
    _fields_ = [
        ("met", c_uint32),
        ("exceeded", c_uint32),
        ("gap", c_uint32),
        ("unknown", c_uint32),
        ("expired", c_uint32),
    ]


class skm_gap_summary(Structure):
    _fields_ = [
        ("verdict", c_int32),
        ("counts", skm_cell_counts),
        ("lower_numerator", c_int64),
        ("lower_denominator", c_int64),
        ("upper_numerator", c_int64),
        ("upper_denominator", c_int64),
    ]


class skm_gap_cell(Structure):
    _fields_ = [
        ("cell", c_uint32),
        ("skill", c_uint32),
        ("expected", c_uint32),
        ("held", c_uint32),
        ("shortfall", c_uint32),
        ("weight", c_uint32),
        ("state", c_int32),
        ("required", c_int32),
        ("earned", c_uint64),
        ("lost", c_uint64),
    ]


class skm_raise(Structure):
    _fields_ = [
        ("skill", c_uint32),
        ("from_rank", c_uint32),
        ("to_rank", c_uint32),
    ]


class skm_gap_threshold(Structure):
    _fields_ = [
        ("outcome", c_int32),
        ("levels", c_uint32),
        ("threshold_numerator", c_int64),
        ("threshold_denominator", c_int64),
        ("lower_numerator", c_int64),
        ("lower_denominator", c_int64),
    ]


class skm_message_argument(Structure):
    _fields_ = [
        ("name", skm_string_view),
        ("text", skm_string_view),
        ("number", c_int64),
        ("type", c_int64),
    ]


class skm_tag_problem(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("offset", c_uint64),
        ("size", c_uint64),
        ("detail", skm_string_view),
    ]


class skm_locale_fallback(Structure):
    _fields_ = [
        ("reader", skm_string_view),
        ("tag", skm_string_view),
    ]


class skm_negotiation_options(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("fallbacks", POINTER(skm_locale_fallback)),
        ("fallback_count", c_uint64),
        ("one_way_matches", c_int32),
        ("other_scripts", c_int32),
    ]


class skm_locale_link(Structure):
    _fields_ = [
        ("tag", c_uint32),
        ("source", c_int32),
    ]


class skm_match_options(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("scoring_model", skm_string_view),
        ("as_of", c_uint32),
        ("policy", c_int32),
        ("min_confidence", c_uint32),
        ("reserved", c_int32),
        ("limit", c_uint64),
        ("credits", POINTER(skm_fraction)),
        ("credit_count", c_uint64),
    ]


class skm_match(Structure):
    _fields_ = [
        ("item", c_uint32),
        ("unused", c_uint32),
        ("summary", skm_gap_summary),
    ]


class skm_requirement(Structure):
    _fields_ = [
        ("skill", c_uint32),
        ("rank", c_uint32),
        ("weight", c_uint32),
        ("required", c_int32),
    ]


class skm_prerequisite(Structure):
    _fields_ = [
        ("skill", c_uint32),
        ("rank", c_uint32),
    ]


class skm_relation(Structure):
    _fields_ = [
        ("skill", c_uint32),
        ("kind", c_uint32),
    ]


class skm_catalog(Structure):
    _fields_ = [
        ("json", skm_string_view),
        ("name", skm_string_view),
    ]


class skm_read_options(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("max_bytes", c_uint64),
        ("max_depth", c_uint64),
        ("max_elements", c_uint64),
        ("max_diagnostics", c_uint64),
    ]


class skm_rating(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("skill", skm_string_view),
        ("level", skm_string_view),
        ("holds_none", c_int32),
        ("source", c_int32),
        ("confidence", c_uint32),
        ("assessed", c_uint32),
        ("expires", c_uint32),
        ("evidence", c_uint32),
    ]


class skm_evidence(Structure):
    _fields_ = [
        ("uri", skm_string_view),
        ("note", skm_string_view),
    ]


class skm_served_text(Structure):
    _fields_ = [
        ("value", skm_string_view),
        ("tag", skm_string_view),
        ("direction", c_int32),
        ("source", c_int32),
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
        ("unknown", POINTER(c_uint8)),
        ("own_roles", skm_texts),
        ("own_levels", skm_texts),
    ]


class skm_holding(Structure):
    _fields_ = [
        ("skill", c_uint32),
        ("rank", c_uint32),
        ("is_expired", c_int32),
        ("rating", c_uint32),
    ]


class skm_scoring_model(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("name", skm_string_view),
        ("formula", skm_string_view),
        ("reference", skm_string_view),
        ("is_monotone", c_int32),
        ("is_compensatory", c_int32),
        ("is_gate", c_int32),
        ("is_weighted", c_int32),
        ("counts_optional", c_int32),
        ("takes_credits", c_int32),
    ]


class skm_search_options(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("limit", c_uint32),
        ("kinds", c_uint32),
        ("most_errors", c_uint32),
        ("unused", c_uint32),
    ]


class skm_search_hit(Structure):
    _fields_ = [
        ("name", skm_string_view),
        ("tag", skm_string_view),
        ("kind", c_uint32),
        ("index", c_uint32),
        ("match", c_int32),
        ("errors", c_uint32),
        ("is_alias", c_int32),
        ("unused", c_uint32),
    ]


class skm_unsafe_character(Structure):
    _fields_ = [
        ("offset", c_uint64),
        ("size", c_uint32),
        ("code_point", c_uint32),
        ("kind", c_int32),
        ("severity", c_int32),
    ]


# Name, result, arguments, and the version of the API that it came with.
FUNCTIONS: List[Tuple[str, Any, List[Any], str]] = [
    ("skm_abi_version", c_uint32, [], "1.0"),
    ("skm_arrow_stream", c_int32, [c_void_p, c_void_p, c_void_p, POINTER(POINTER(skm_error))], "1.0"),
    ("skm_buffer_destroy", None, [POINTER(skm_buffer)], "1.0"),
    ("skm_buffer_view", skm_string_view, [POINTER(skm_buffer)], "1.0"),
    ("skm_build_info", c_int32, [POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_counts_clone", c_int32, [POINTER(skm_counts), POINTER(POINTER(skm_counts)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_counts_count", c_uint64, [POINTER(skm_counts)], "1.0"),
    ("skm_counts_count_in", c_int32, [POINTER(skm_counts), POINTER(skm_roster), c_uint32, POINTER(POINTER(skm_error))], "1.0"),
    ("skm_counts_count_out", c_int32, [POINTER(skm_counts), POINTER(skm_roster), c_uint32, POINTER(POINTER(skm_error))], "1.0"),
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
    ("skm_coverage_destroy", None, [POINTER(skm_coverage)], "1.0"),
    ("skm_coverage_diagnostics", POINTER(skm_diagnostics), [POINTER(skm_coverage)], "1.0"),
    ("skm_coverage_is_complete", c_int32, [POINTER(skm_coverage)], "1.0"),
    ("skm_coverage_locale", skm_string_view, [POINTER(skm_coverage), c_uint32], "1.0"),
    ("skm_coverage_locale_count", c_uint32, [POINTER(skm_coverage)], "1.0"),
    ("skm_coverage_measure", c_int32, [POINTER(skm_framework), POINTER(skm_coverage_options), POINTER(POINTER(skm_coverage)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_coverage_row_count", c_uint32, [POINTER(skm_coverage)], "1.0"),
    ("skm_coverage_rows", c_int32, [POINTER(skm_coverage), c_uint32, POINTER(skm_coverage_row)], "1.0"),
    ("skm_coverage_source_texts", c_int32, [POINTER(skm_framework), c_uint32, POINTER(skm_string_view), c_int32, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_coverage_text_hash", c_int32, [skm_string_view, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_coverage_to_json", c_int32, [POINTER(skm_coverage), POINTER(skm_language), skm_string_view, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_csv_expectations_fields", c_int32, [c_uint32, POINTER(skm_string_view), POINTER(c_uint32)], "1.0"),
    ("skm_csv_id", c_int32, [skm_string_view, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_csv_ratings_fields", c_int32, [c_uint32, POINTER(skm_string_view), POINTER(c_uint32)], "1.0"),
    ("skm_csv_read_back", c_int32, [skm_string_view, POINTER(skm_framework), skm_string_view, POINTER(skm_read_options), POINTER(POINTER(skm_framework)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_csv_read_expectations", c_int32, [skm_string_view, POINTER(skm_expectations_csv_options), POINTER(skm_read_options), POINTER(POINTER(skm_framework)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_csv_read_ratings", c_int32, [skm_string_view, POINTER(skm_ratings_csv_options), POINTER(skm_read_options), POINTER(POINTER(skm_profiles)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_csv_write_expectations", c_int32, [POINTER(skm_framework), skm_string_view, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_diagnostics)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_csv_write_ratings", c_int32, [POINTER(skm_profiles), skm_string_view, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_diagnostics_code_count", c_uint32, [], "1.0"),
    ("skm_diagnostics_count", c_uint64, [POINTER(skm_diagnostics)], "1.0"),
    ("skm_diagnostics_destroy", None, [POINTER(skm_diagnostics)], "1.0"),
    ("skm_diagnostics_get", c_int32, [POINTER(skm_diagnostics), c_uint64, POINTER(skm_diagnostic)], "1.0"),
    ("skm_diagnostics_get_code", c_int32, [c_uint32, POINTER(skm_code_description)], "1.0"),
    ("skm_diagnostics_has_errors", c_int32, [POINTER(skm_diagnostics)], "1.0"),
    ("skm_error_destroy", None, [POINTER(skm_error)], "1.0"),
    ("skm_error_diagnostics", POINTER(skm_diagnostics), [POINTER(skm_error)], "1.0"),
    ("skm_error_message", skm_string_view, [POINTER(skm_error)], "1.0"),
    ("skm_error_status", c_int32, [POINTER(skm_error)], "1.0"),
    ("skm_error_system_number", c_int32, [POINTER(skm_error)], "1.0"),
    ("skm_fraction_compare", c_int32, [skm_fraction, skm_fraction], "1.0"),
    ("skm_framework_destroy", None, [POINTER(skm_framework)], "1.0"),
    ("skm_framework_diagnostics", POINTER(skm_diagnostics), [POINTER(skm_framework)], "1.0"),
    ("skm_framework_load", c_int32, [skm_string_view, POINTER(skm_read_options), POINTER(POINTER(skm_framework)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_framework_parse", c_int32, [skm_string_view, POINTER(skm_read_options), POINTER(POINTER(skm_framework)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_framework_schema", c_int32, [POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_framework_to_json", c_int32, [POINTER(skm_framework), c_int32, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_framework_validate", c_int32, [POINTER(skm_framework), c_uint64, POINTER(POINTER(skm_diagnostics)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_framework_with_pseudo_locales", c_int32, [POINTER(skm_framework), POINTER(POINTER(skm_framework)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_gap_analyze", c_int32, [POINTER(skm_gap), POINTER(skm_matrix), POINTER(skm_roster), c_uint32, c_uint32, POINTER(skm_gap_options), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_gap_analyze_holdings", c_int32, [POINTER(skm_gap), POINTER(skm_matrix), c_uint32, POINTER(skm_holding), c_uint32, POINTER(skm_gap_options), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_gap_analyze_profile", c_int32, [POINTER(skm_gap), POINTER(skm_matrix), POINTER(skm_profile), c_uint32, POINTER(skm_gap_options), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_gap_assess", c_int32, [POINTER(skm_gap), c_uint32, POINTER(c_uint32), POINTER(c_uint32)], "1.0"),
    ("skm_gap_cell_count", c_uint32, [POINTER(skm_gap)], "1.0"),
    ("skm_gap_cells", c_int32, [POINTER(skm_gap), c_uint32, POINTER(skm_gap_cell), POINTER(c_uint32)], "1.0"),
    ("skm_gap_create", c_int32, [POINTER(POINTER(skm_gap)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_gap_destroy", None, [POINTER(skm_gap)], "1.0"),
    ("skm_gap_diagnostics", POINTER(skm_diagnostics), [POINTER(skm_gap)], "1.0"),
    ("skm_gap_get_cell", c_int32, [POINTER(skm_gap), c_uint32, POINTER(skm_gap_cell)], "1.0"),
    ("skm_gap_get_required", c_int32, [POINTER(skm_gap), POINTER(skm_cell_counts)], "1.0"),
    ("skm_gap_get_summary", c_int32, [POINTER(skm_gap), POINTER(skm_gap_summary)], "1.0"),
    ("skm_gap_get_threshold", c_int32, [POINTER(skm_gap), POINTER(skm_gap_threshold)], "1.0"),
    ("skm_gap_raises", c_int32, [POINTER(skm_gap), c_uint32, POINTER(skm_raise), POINTER(c_uint32)], "1.0"),
    ("skm_gap_role_level", c_uint32, [POINTER(skm_gap)], "1.0"),
    ("skm_gap_summarize", c_int32, [POINTER(skm_matrix), POINTER(skm_roster), c_uint32, c_uint32, skm_string_view, POINTER(skm_gap_summary), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_gap_summarize_credits", c_int32, [POINTER(skm_matrix), POINTER(skm_roster), c_uint32, c_uint32, skm_string_view, c_uint64, POINTER(skm_fraction), POINTER(skm_gap_summary), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_gap_threshold_raises", c_int32, [POINTER(skm_gap), c_uint32, POINTER(skm_raise), POINTER(c_uint32)], "1.0"),
    ("skm_gap_to_json", c_int32, [POINTER(skm_gap), POINTER(skm_reader), POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_gap_total", c_uint64, [POINTER(skm_gap)], "1.0"),
    ("skm_language_build", c_int32, [skm_string_view, POINTER(skm_messages), c_int32, POINTER(POINTER(skm_language)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_language_compare", c_int32, [POINTER(skm_language), skm_string_view, skm_string_view], "1.0"),
    ("skm_language_date", c_int32, [POINTER(skm_language), c_uint32, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_language_destroy", None, [POINTER(skm_language)], "1.0"),
    ("skm_language_diagnostic", c_int32, [POINTER(skm_language), POINTER(skm_diagnostics), c_uint64, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_language_diagnostics", POINTER(skm_diagnostics), [POINTER(skm_language)], "1.0"),
    ("skm_language_direction", c_int32, [POINTER(skm_language)], "1.0"),
    ("skm_language_list", c_int32, [POINTER(skm_language), c_uint32, POINTER(skm_string_view), POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_language_locale", skm_string_view, [POINTER(skm_language)], "1.0"),
    ("skm_language_message", c_int32, [POINTER(skm_language), skm_string_view, c_uint32, POINTER(skm_message_argument), POINTER(skm_string_view), POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_language_message_locale", skm_string_view, [POINTER(skm_language)], "1.0"),
    ("skm_language_number", c_int32, [POINTER(skm_language), c_int64, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_language_percent", c_int32, [POINTER(skm_language), c_int64, c_int64, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_language_report", c_int32, [POINTER(skm_language), POINTER(skm_diagnostics), skm_string_view, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_locale_canonicalize", c_int32, [skm_string_view, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_locale_check", c_int32, [skm_string_view, POINTER(skm_tag_problem)], "1.0"),
    ("skm_locale_direction", c_int32, [skm_string_view], "1.0"),
    ("skm_locale_negotiate", c_int32, [skm_string_view, c_uint32, POINTER(skm_string_view), skm_string_view, POINTER(skm_negotiation_options), POINTER(skm_locale_link), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_locale_warm_up", c_int32, [skm_string_view, POINTER(POINTER(skm_error))], "1.0"),
    ("skm_matches_count", c_uint32, [POINTER(skm_matches)], "1.0"),
    ("skm_matches_destroy", None, [POINTER(skm_matches)], "1.0"),
    ("skm_matches_diagnostics", POINTER(skm_diagnostics), [POINTER(skm_matches)], "1.0"),
    ("skm_matches_get", c_int32, [POINTER(skm_matches), c_uint32, POINTER(skm_match)], "1.0"),
    ("skm_matches_nothing_expected", c_int32, [POINTER(skm_matches), c_uint32, POINTER(c_uint32), POINTER(c_uint32)], "1.0"),
    ("skm_matches_of_people", c_int32, [POINTER(skm_matrix), POINTER(skm_profiles), c_uint32, POINTER(skm_match_options), POINTER(POINTER(skm_matches)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_matches_of_role_levels", c_int32, [POINTER(skm_matrix), POINTER(skm_profile), POINTER(skm_match_options), POINTER(POINTER(skm_matches)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_matches_role_level", c_uint32, [POINTER(skm_matches)], "1.0"),
    ("skm_matches_rows", c_int32, [POINTER(skm_matches), c_uint32, POINTER(skm_match), POINTER(c_uint32)], "1.0"),
    ("skm_matches_to_json", c_int32, [POINTER(skm_matches), POINTER(skm_reader), POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_matrix_build", c_int32, [POINTER(skm_framework), POINTER(POINTER(skm_matrix)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_matrix_bytes", skm_string_view, [POINTER(skm_matrix)], "1.0"),
    ("skm_matrix_category_count", c_uint32, [POINTER(skm_matrix)], "1.0"),
    ("skm_matrix_category_id", skm_string_view, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_category_kind", c_uint32, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_category_parents", c_int32, [POINTER(skm_matrix), c_uint32, c_uint32, POINTER(c_uint32), POINTER(c_uint32)], "1.0"),
    ("skm_matrix_clone", c_int32, [POINTER(skm_matrix), POINTER(POINTER(skm_matrix)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_matrix_default_locale", skm_string_view, [POINTER(skm_matrix)], "1.0"),
    ("skm_matrix_destroy", None, [POINTER(skm_matrix)], "1.0"),
    ("skm_matrix_find_category", c_uint32, [POINTER(skm_matrix), skm_string_view], "1.0"),
    ("skm_matrix_find_level", c_uint32, [POINTER(skm_matrix), c_uint32, skm_string_view], "1.0"),
    ("skm_matrix_find_role", c_uint32, [POINTER(skm_matrix), skm_string_view], "1.0"),
    ("skm_matrix_find_role_level", c_uint32, [POINTER(skm_matrix), skm_string_view, skm_string_view], "1.0"),
    ("skm_matrix_find_scale", c_uint32, [POINTER(skm_matrix), skm_string_view], "1.0"),
    ("skm_matrix_find_skill", c_uint32, [POINTER(skm_matrix), skm_string_view], "1.0"),
    ("skm_matrix_get_requirement", c_int32, [POINTER(skm_matrix), c_uint32, c_uint32, POINTER(skm_requirement)], "1.0"),
    ("skm_matrix_id", skm_string_view, [POINTER(skm_matrix)], "1.0"),
    ("skm_matrix_level_count", c_uint32, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_level_id", skm_string_view, [POINTER(skm_matrix), c_uint32, c_uint32], "1.0"),
    ("skm_matrix_level_value", c_uint32, [POINTER(skm_matrix), c_uint32, c_uint32], "1.0"),
    ("skm_matrix_license", skm_string_view, [POINTER(skm_matrix)], "1.0"),
    ("skm_matrix_next_role_level", c_uint32, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_open", c_int32, [skm_string_view, POINTER(POINTER(skm_matrix)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_matrix_open_bytes", c_int32, [skm_string_view, POINTER(POINTER(skm_matrix)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_matrix_rank_of", c_uint32, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_requirement_count", c_uint32, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_requirements", c_int32, [POINTER(skm_matrix), c_uint32, c_uint32, POINTER(skm_requirement)], "1.0"),
    ("skm_matrix_role_categories", c_int32, [POINTER(skm_matrix), c_uint32, c_uint32, POINTER(c_uint32), POINTER(c_uint32)], "1.0"),
    ("skm_matrix_role_count", c_uint32, [POINTER(skm_matrix)], "1.0"),
    ("skm_matrix_role_id", skm_string_view, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_role_ladder", c_uint32, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_role_level_count", c_uint32, [POINTER(skm_matrix)], "1.0"),
    ("skm_matrix_role_level_id", skm_string_view, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_role_levels", c_int32, [POINTER(skm_matrix), c_uint32, c_uint32, POINTER(c_uint32), POINTER(c_uint32)], "1.0"),
    ("skm_matrix_role_of", c_uint32, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_save", c_int32, [POINTER(skm_matrix), skm_string_view, POINTER(POINTER(skm_error))], "1.0"),
    ("skm_matrix_scale_count", c_uint32, [POINTER(skm_matrix)], "1.0"),
    ("skm_matrix_scale_id", skm_string_view, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_skill_categories", c_int32, [POINTER(skm_matrix), c_uint32, c_uint32, POINTER(c_uint32), POINTER(c_uint32)], "1.0"),
    ("skm_matrix_skill_count", c_uint32, [POINTER(skm_matrix)], "1.0"),
    ("skm_matrix_skill_domain", c_uint32, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_skill_group", c_uint32, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_skill_id", skm_string_view, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_skill_prerequisites", c_int32, [POINTER(skm_matrix), c_uint32, c_uint32, POINTER(skm_prerequisite), POINTER(c_uint32)], "1.0"),
    ("skm_matrix_skill_relations", c_int32, [POINTER(skm_matrix), c_uint32, c_uint32, POINTER(skm_relation), POINTER(c_uint32)], "1.0"),
    ("skm_matrix_skill_replaced_by", c_uint32, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_skill_role_levels", c_int32, [POINTER(skm_matrix), c_uint32, c_uint32, POINTER(c_uint32), POINTER(c_uint32)], "1.0"),
    ("skm_matrix_skill_scale", c_uint32, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_skill_status", c_uint32, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_skill_updated", c_uint32, [POINTER(skm_matrix), c_uint32], "1.0"),
    ("skm_matrix_source", skm_string_view, [POINTER(skm_matrix)], "1.0"),
    ("skm_matrix_suggest_category", skm_string_view, [POINTER(skm_matrix), skm_string_view], "1.0"),
    ("skm_matrix_suggest_role", skm_string_view, [POINTER(skm_matrix), skm_string_view], "1.0"),
    ("skm_matrix_suggest_scale", skm_string_view, [POINTER(skm_matrix), skm_string_view], "1.0"),
    ("skm_matrix_suggest_skill", skm_string_view, [POINTER(skm_matrix), skm_string_view], "1.0"),
    ("skm_matrix_updated", c_uint32, [POINTER(skm_matrix)], "1.0"),
    ("skm_matrix_verify", c_int32, [POINTER(skm_matrix), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_matrix_version", skm_string_view, [POINTER(skm_matrix)], "1.0"),
    ("skm_messages_build", c_int32, [c_uint32, POINTER(skm_catalog), POINTER(POINTER(skm_messages)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_messages_built_in", c_int32, [POINTER(POINTER(skm_messages)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_messages_contains", c_int32, [POINTER(skm_messages), skm_string_view], "1.0"),
    ("skm_messages_destroy", None, [POINTER(skm_messages)], "1.0"),
    ("skm_messages_diagnostics", POINTER(skm_diagnostics), [POINTER(skm_messages)], "1.0"),
    ("skm_messages_extend", c_int32, [POINTER(skm_messages), c_uint32, POINTER(skm_catalog), POINTER(POINTER(skm_messages)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_messages_key", skm_string_view, [POINTER(skm_messages), c_uint32], "1.0"),
    ("skm_messages_key_count", c_uint32, [POINTER(skm_messages)], "1.0"),
    ("skm_messages_locale", skm_string_view, [POINTER(skm_messages), c_uint32], "1.0"),
    ("skm_messages_locale_count", c_uint32, [POINTER(skm_messages)], "1.0"),
    ("skm_messages_source_locale", skm_string_view, [POINTER(skm_messages)], "1.0"),
    ("skm_messages_with_pseudo_locales", c_int32, [POINTER(skm_messages), POINTER(POINTER(skm_messages)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_page_of_comparison", c_int32, [POINTER(skm_reader), c_uint32, c_uint32, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_page_of_progression", c_int32, [POINTER(skm_reader), c_uint32, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_page_of_role", c_int32, [POINTER(skm_reader), c_uint32, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_page_of_skill", c_int32, [POINTER(skm_reader), c_uint32, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_plan_build", c_int32, [POINTER(skm_matrix), skm_string_view, POINTER(POINTER(skm_plan)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_plan_build_credits", c_int32, [POINTER(skm_matrix), skm_string_view, c_uint64, POINTER(skm_fraction), POINTER(POINTER(skm_plan)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_plan_clone", c_int32, [POINTER(skm_plan), POINTER(POINTER(skm_plan)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_plan_destroy", None, [POINTER(skm_plan)], "1.0"),
    ("skm_plan_total", c_uint64, [POINTER(skm_plan), c_uint32], "1.0"),
    ("skm_profile_destroy", None, [POINTER(skm_profile)], "1.0"),
    ("skm_profile_diagnostics", POINTER(skm_diagnostics), [POINTER(skm_profile)], "1.0"),
    ("skm_profile_evidence", c_int32, [POINTER(skm_profile), c_uint64, c_uint32, POINTER(skm_evidence), POINTER(c_uint32)], "1.0"),
    ("skm_profile_get_rating", c_int32, [POINTER(skm_profile), c_uint64, POINTER(skm_rating)], "1.0"),
    ("skm_profile_id", skm_string_view, [POINTER(skm_profile)], "1.0"),
    ("skm_profile_level", skm_string_view, [POINTER(skm_profile)], "1.0"),
    ("skm_profile_load", c_int32, [skm_string_view, POINTER(skm_read_options), POINTER(POINTER(skm_profile)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_profile_name", skm_string_view, [POINTER(skm_profile)], "1.0"),
    ("skm_profile_parse", c_int32, [skm_string_view, POINTER(skm_read_options), POINTER(POINTER(skm_profile)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_profile_rating_count", c_uint64, [POINTER(skm_profile)], "1.0"),
    ("skm_profile_role", skm_string_view, [POINTER(skm_profile)], "1.0"),
    ("skm_profile_schema", c_int32, [POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_profile_to_json", c_int32, [POINTER(skm_profile), c_int32, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_profile_validate", c_int32, [POINTER(skm_profile), POINTER(skm_matrix), c_uint64, POINTER(POINTER(skm_diagnostics)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_profiles_count", c_uint64, [POINTER(skm_profiles)], "1.0"),
    ("skm_profiles_create", c_int32, [c_uint64, POINTER(POINTER(skm_profile)), POINTER(POINTER(skm_profiles)), POINTER(POINTER(skm_error))], "1.0"),
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
    ("skm_ranking_rerank", c_int32, [POINTER(skm_ranking), POINTER(skm_roster), c_uint32, POINTER(POINTER(skm_error))], "1.0"),
    ("skm_ranking_row_count", c_uint64, [POINTER(skm_ranking)], "1.0"),
    ("skm_ranking_rows", skm_column, [POINTER(skm_ranking)], "1.0"),
    ("skm_ranking_upper", skm_column, [POINTER(skm_ranking)], "1.0"),
    ("skm_ranking_verdicts", skm_column, [POINTER(skm_ranking)], "1.0"),
    ("skm_reader_build", c_int32, [POINTER(skm_matrix), POINTER(skm_language), POINTER(skm_negotiation_options), POINTER(POINTER(skm_reader)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_reader_cell_description", c_int32, [POINTER(skm_reader), c_uint32, c_uint32, POINTER(skm_served_text)], "1.0"),
    ("skm_reader_destroy", None, [POINTER(skm_reader)], "1.0"),
    ("skm_reader_level_text", c_int32, [POINTER(skm_reader), c_int32, c_uint32, c_uint32, POINTER(skm_served_text)], "1.0"),
    ("skm_reader_raise_description", c_int32, [POINTER(skm_reader), c_uint32, c_uint32, c_uint32, POINTER(skm_served_text)], "1.0"),
    ("skm_reader_skill_aliases", c_int32, [POINTER(skm_reader), c_uint32, c_uint32, POINTER(skm_served_text), POINTER(c_uint32)], "1.0"),
    ("skm_reader_skill_level_description", c_int32, [POINTER(skm_reader), c_uint32, c_uint32, POINTER(skm_served_text)], "1.0"),
    ("skm_reader_tag", c_int32, [POINTER(skm_reader), c_uint32, POINTER(skm_string_view), POINTER(c_int32)], "1.0"),
    ("skm_reader_tag_count", c_uint32, [POINTER(skm_reader)], "1.0"),
    ("skm_reader_text", c_int32, [POINTER(skm_reader), c_int32, c_uint32, POINTER(skm_served_text)], "1.0"),
    ("skm_reader_text_count", c_uint32, [POINTER(skm_reader), c_int32], "1.0"),
    ("skm_reader_texts", c_int32, [POINTER(skm_reader), c_int32, c_uint32, POINTER(skm_served_text)], "1.0"),
    ("skm_roster_add", c_int32, [POINTER(skm_roster), skm_string_view, c_uint32, c_uint32, POINTER(skm_holding), POINTER(c_uint32), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_add_profile", c_int32, [POINTER(skm_roster), POINTER(skm_profile), POINTER(c_uint32), POINTER(POINTER(skm_diagnostics)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_build", c_int32, [POINTER(skm_matrix), POINTER(skm_profiles), POINTER(skm_roster_options), POINTER(POINTER(skm_roster)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_build_columns", c_int32, [POINTER(skm_matrix), POINTER(skm_roster_columns), POINTER(skm_roster_options), POINTER(POINTER(skm_roster)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_clone", c_int32, [POINTER(skm_roster), POINTER(POINTER(skm_roster)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_destroy", None, [POINTER(skm_roster)], "1.0"),
    ("skm_roster_diagnostics", POINTER(skm_diagnostics), [POINTER(skm_roster)], "1.0"),
    ("skm_roster_export_arrow", c_int32, [POINTER(skm_roster), c_void_p, c_void_p, POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_find_person", c_uint32, [POINTER(skm_roster), skm_string_view], "1.0"),
    ("skm_roster_fits", c_int32, [POINTER(skm_roster), POINTER(skm_matrix)], "1.0"),
    ("skm_roster_holding_count", c_uint32, [POINTER(skm_roster), c_uint32], "1.0"),
    ("skm_roster_holdings", c_int32, [POINTER(skm_roster), c_uint32, c_uint32, POINTER(skm_holding)], "1.0"),
    ("skm_roster_import_arrow", c_int32, [POINTER(skm_matrix), c_void_p, c_void_p, POINTER(skm_roster_options), POINTER(POINTER(skm_roster)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_open", c_int32, [POINTER(skm_matrix), skm_string_view, POINTER(POINTER(skm_roster)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_open_bytes", c_int32, [POINTER(skm_matrix), skm_string_view, POINTER(POINTER(skm_roster)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_own_role_level", c_uint32, [POINTER(skm_roster), c_uint32], "1.0"),
    ("skm_roster_person_count", c_uint32, [POINTER(skm_roster)], "1.0"),
    ("skm_roster_person_id", skm_string_view, [POINTER(skm_roster), c_uint32], "1.0"),
    ("skm_roster_rank", c_uint32, [POINTER(skm_roster), c_uint32, c_uint32], "1.0"),
    ("skm_roster_rating_count", c_uint64, [POINTER(skm_roster)], "1.0"),
    ("skm_roster_read_csv", c_int32, [POINTER(skm_matrix), skm_string_view, POINTER(skm_roster_options), POINTER(skm_ratings_csv_options), POINTER(skm_read_options), POINTER(POINTER(skm_roster)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_read_ndjson", c_int32, [POINTER(skm_matrix), skm_string_view, POINTER(skm_roster_options), POINTER(skm_read_options), POINTER(POINTER(skm_roster)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_rejected_people", c_uint64, [POINTER(skm_roster)], "1.0"),
    ("skm_roster_rejected_ratings", c_uint64, [POINTER(skm_roster)], "1.0"),
    ("skm_roster_rejected_role_levels", c_uint64, [POINTER(skm_roster)], "1.0"),
    ("skm_roster_remove", c_int32, [POINTER(skm_roster), c_uint32, POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_save", c_int32, [POINTER(skm_roster), skm_string_view, POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_set_holdings", c_int32, [POINTER(skm_roster), c_uint32, c_uint32, POINTER(skm_holding), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_set_own_role_level", c_int32, [POINTER(skm_roster), c_uint32, c_uint32, POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_set_rank", c_int32, [POINTER(skm_roster), c_uint32, c_uint32, c_uint32, POINTER(POINTER(skm_error))], "1.0"),
    ("skm_roster_set_ratings", c_int32, [POINTER(skm_roster), c_uint32, POINTER(skm_profile), POINTER(POINTER(skm_diagnostics)), POINTER(POINTER(skm_error))], "1.0"),
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
    ("skm_scoring_get_model", c_int32, [c_uint32, POINTER(skm_scoring_model)], "1.0"),
    ("skm_scoring_model_count", c_uint32, [], "1.0"),
    ("skm_search_index_build", c_int32, [POINTER(skm_matrix), POINTER(POINTER(skm_search_index)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_search_index_destroy", None, [POINTER(skm_search_index)], "1.0"),
    ("skm_search_index_embed", c_int32, [POINTER(skm_matrix), POINTER(POINTER(skm_matrix)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_search_index_find", c_int32, [POINTER(skm_search_index), POINTER(skm_reader), skm_string_view, POINTER(skm_search_options), c_uint32, POINTER(skm_search_hit), POINTER(c_uint32), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_search_index_of", c_int32, [POINTER(skm_matrix), POINTER(POINTER(skm_search_index)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_search_index_to_json", c_int32, [POINTER(skm_search_index), POINTER(skm_reader), skm_string_view, POINTER(skm_search_options), POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_status_name", skm_string_view, [c_int32], "1.0"),
    ("skm_text_direction", c_int32, [skm_string_view], "1.0"),
    ("skm_text_find_unsafe", c_int32, [skm_string_view, c_int32, c_uint32, POINTER(skm_unsafe_character), POINTER(c_uint32)], "1.0"),
    ("skm_text_is_blank", c_int32, [skm_string_view], "1.0"),
    ("skm_text_isolate", c_int32, [skm_string_view, c_int32, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_text_normalize", c_int32, [skm_string_view, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
    ("skm_text_truncate", c_int32, [skm_string_view, c_uint64, skm_string_view, POINTER(POINTER(skm_buffer)), POINTER(POINTER(skm_error))], "1.0"),
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
