"""Survey workbooks of a project, read once and kept until one of them changes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from carbonpath.core.errors import CarbonpathError, DataError, StorageError, UsageError, require_valid
from carbonpath.core.files import file_sha256, write_text
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import ACTIVITY
from carbonpath.core.tables import as_table, read_csv, read_table, write_table
from carbonpath.survey.checks import check_activity
from carbonpath.survey.importer import import_workbooks
from carbonpath.workflow.fingerprint import code_sha256, digest
from carbonpath.workflow.project import Project

SUFFIXES = (".xlsx", ".csv", ".tsv", ".txt")
"""Kinds of files that a firm may send."""


@dataclass(frozen=True, slots=True)
class Surveys:
    """What all firms of a project reported."""

    activity: pd.DataFrame
    """Table ACTIVITY."""
    problems: tuple[Problem, ...]
    """Warnings of the files and of the table as a whole."""
    files: tuple[Path, ...]
    """The workbooks."""


def survey_files(project: Project) -> tuple[Path, ...]:
    """Return the workbooks of a project, sorted.

    Raises
    ------
    UsageError
        CP-130 if there is none.
    """
    found = files_sent(project)
    if not found:
        raise UsageError(Problem("CP-130", file=project.shown(survey_folder(project))))
    return found


def survey_folder(project: Project) -> Path:
    """Return the folder of the workbooks of a project."""
    return project.inventory_folder / "surveys"


def files_sent(project: Project) -> tuple[Path, ...]:
    """Return the workbooks of a project, sorted; none if there is none."""
    return tuple(sorted(path for path in survey_folder(project).glob("*") if _is_sent(path)))


def read_facilities(project: Project) -> pd.DataFrame:
    """Return the bureau's list of process units."""
    return read_csv(project.inventory_folder / "system" / "facilities.csv")


def read_surveys(project: Project) -> Surveys:
    """Return what all firms reported, from the cache if no workbook, list of facilities or code has changed.

    Raises
    ------
    DataError, SafetyError
        With every problem of every workbook.
    """
    files, facilities = survey_files(project), read_facilities(project)
    key = digest(
        {
            "code": code_sha256(),
            "files": {path.name: file_sha256(path) for path in files},
            "facilities": facilities.to_csv(index=False),
        }
    )
    cached = project.state_folder / "cache" / f"activity-{key[:16]}.csv"
    found = _recall(cached, files)
    if found is None:
        found = import_surveys(files, facilities)
        _remember(found, cached)
    return found


def import_surveys(files: Iterable[Path], facilities: pd.DataFrame) -> Surveys:
    """Return what is reported in `files`, read anew.

    Raises
    ------
    DataError, SafetyError
        With every problem of every workbook.
    """
    paths = tuple(files)
    surveys = import_workbooks(paths, facilities)
    activity = as_table(pd.concat([survey.activity for survey in surveys], ignore_index=True), ACTIVITY)
    warnings = [problem for survey in surveys for problem in survey.problems]
    templates = {survey.firm: survey.facts.template for survey in surveys}
    found = require_valid(check_activity(activity, templates=templates), DataError)
    return Surveys(activity, (*warnings, *found), paths)


def _is_sent(path: Path) -> bool:
    """Tell whether a file is a firm's: no lock file of a spreadsheet that has it open, and not hidden."""
    return path.is_file() and path.suffix.lower() in SUFFIXES and not path.name.startswith(("~$", "."))


def _recall(cached: Path, files: tuple[Path, ...]) -> Surveys | None:
    try:
        entries: list[dict[str, Any]] = json.loads(cached.with_suffix(".json").read_text(encoding="utf-8"))
        problems = tuple(Problem(**entry) for entry in entries)
        return Surveys(read_table(cached, ACTIVITY), problems, files)
    except (OSError, ValueError, TypeError, CarbonpathError):
        return None


def _remember(surveys: Surveys, cached: Path) -> None:
    """Keep what was read in place of what was read before; a disk that refuses costs time, not the result."""
    with suppress(OSError, StorageError):
        for old in sorted(cached.parent.glob("activity-*")):
            old.unlink()
        problems = [asdict(problem) for problem in surveys.problems]
        write_text(cached.with_suffix(".json"), json.dumps(problems, ensure_ascii=False) + "\n")
        write_table(surveys.activity, cached)
