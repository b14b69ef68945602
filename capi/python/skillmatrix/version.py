"""Versions: of the C library that runs, and of what it is built on."""
from __future__ import annotations

import json
from typing import Dict

from ._handles import buffer_text
from ._library import library, text

#: Of the C library that runs.
VERSION: str = text(library.skm_version_string())


def build_info() -> Dict[str, str]:
    """What the C library is built on, for reports of defects: "skillmatrix", "boost", "icu", "cldr", "unicode" and
    "compiler"."""
    found: Dict[str, str] = json.loads(buffer_text(library.skm_build_info))
    return found
