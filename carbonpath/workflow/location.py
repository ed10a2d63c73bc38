"""Where the project is, without reading it: `--help` has no time for YAML."""

from __future__ import annotations

import re
from pathlib import Path

from carbonpath.core.errors import UsageError
from carbonpath.core.messages import LANGUAGES, Language
from carbonpath.core.problems import Problem

PROJECT_FILE = "carbonpath.yaml"
"""File that marks a project."""
_LANGUAGE = re.compile(rf"^language:\s*({'|'.join(LANGUAGES)})\s*(?:#.*)?$", re.MULTILINE)


def find_project(start: Path) -> Path:
    """Return the nearest folder at or above `start` that holds a project file.

    Raises
    ------
    UsageError
        CP-110 if there is none.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / PROJECT_FILE).is_file():
            return folder
    raise UsageError(Problem("CP-110", file=PROJECT_FILE, value=str(start.resolve())))


def peek_language(start: Path) -> Language | None:
    """Return the language that the project at or above `start` names on a line of its own, if any."""
    try:
        found = _LANGUAGE.search((find_project(start) / PROJECT_FILE).read_text(encoding="utf-8", errors="replace"))
    except (UsageError, OSError):
        return None
    return next((language for language in LANGUAGES if found and found[1] == language), None)
