"""Survey workbooks of a project, read once and kept until one of them changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from carbonpath.core.errors import DataError, UsageError, require_valid
from carbonpath.core.files import file_sha256
from carbonpath.core.problems import Problem
from carbonpath.core.tables import read_csv
from carbonpath.survey.annotate.write import is_copy_of
from carbonpath.survey.checks import check_activity
from carbonpath.survey.importer import Arrival, ImportedSurvey, accepted, examine, import_workbooks
from carbonpath.survey.workbook import Reader
from carbonpath.workflow.fingerprint import code_sha256, digest
from carbonpath.workflow.project import Project
from carbonpath.workflow.registers import capacity_register, register_files
from carbonpath.workflow.survey_cache import forget_others, recall, remember
from carbonpath.workflow.survey_record import Surveys, record, together
from carbonpath.workflow.together import finish_change

SUFFIXES = (".xlsx", ".csv", ".tsv", ".txt")
"""Kinds of files that a firm may send."""


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
    """Return the workbooks of a project, sorted; none if there is none. An import that was killed is finished first."""
    finish_change(project.inventory_folder)
    found = [path for path in survey_folder(project).glob("*") if _is_sent(path)]
    return tuple(sorted(path for path in found if not is_copy_of(path, found)))


def read_facilities(project: Project) -> pd.DataFrame:
    """Return the bureau's list of process units."""
    return read_csv(project.inventory_folder / "system" / "facilities.csv")


def read_surveys(project: Project) -> Surveys:
    """Return what all firms reported; a workbook is read anew only if it, the bureau's tables or the code changed.

    Raises
    ------
    DataError, SafetyError
        With every problem of every workbook.
    """
    files, facilities = survey_files(project), read_facilities(project)
    folder = project.state_folder / "cache"
    rules = {"code": code_sha256(), "facilities": facilities.to_csv(index=False)}
    hashes = {path: file_sha256(path) for path in files}
    each = {path: _place(folder, "survey", {**rules, "file": path.name, "sha256": hashes[path]}) for path in files}
    others = {path.name: file_sha256(path) for path in register_files(project.inventory_folder)}
    known = {path.name: hashes[path] for path in files} | others
    whole = _place(folder, "activity", {**rules, "files": known})
    found = recall(whole, files)
    if found is None:
        found = _checked(_read_changed(files, facilities, each, hashes), project)
        remember(found, whole)
        forget_others(folder, (whole, *each.values()))
    return found


def _place(folder: Path, name: str, content: Mapping[str, object]) -> Path:
    return folder / f"{name}-{digest(content)[:16]}.csv"


def _read_changed(
    files: tuple[Path, ...], facilities: pd.DataFrame, places: Mapping[Path, Path], hashes: Mapping[Path, str]
) -> Surveys:
    """Return what is reported in `files`, of which only those that are not kept are read."""
    found = {path: recall(places[path], (path,)) for path in files}
    kept = {path: survey for path, survey in found.items() if survey is not None}
    beside = [
        Arrival(path.name, report.firm, report.year, hashes[path])
        for path, survey in kept.items()
        for report in survey.reports
    ]
    with Reader() as reader:
        fresh = accepted(examine(reader, [path for path in files if path not in kept], facilities), beside)
    for survey in fresh:
        kept[survey.path] = record(survey)
        remember(kept[survey.path], places[survey.path])
    return together([kept[path] for path in files])


def import_surveys(files: Iterable[Path], facilities: pd.DataFrame) -> Surveys:
    """Return what is reported in `files`, read anew, with the warnings of the files.

    Raises
    ------
    DataError, SafetyError
        With every problem of every workbook.
    """
    return gather(import_workbooks(tuple(files), facilities))


def gather(surveys: Sequence[ImportedSurvey]) -> Surveys:
    """Return several surveys as one, with the warnings of their files."""
    return together([record(survey) for survey in surveys])


def register_checks(surveys: Surveys, project: Project) -> dict[str, Any]:
    """Return what the checks of a survey are told of the bureau's tables and of who reports."""
    years = surveys.activity["year"].unique().tolist()
    return {
        "templates": surveys.templates,
        "credit_codes": surveys.credit_codes,
        "capacities": capacity_register(project.inventory_folder, years),
    }


def _checked(surveys: Surveys, project: Project) -> Surveys:
    """Return surveys with the findings that need no accounts: the inventory adds its own on carbon and energy."""
    found = require_valid(check_activity(surveys.activity, **register_checks(surveys, project)), DataError)
    known = (surveys.files, surveys.monthly, surveys.reports, surveys.remarks)
    return Surveys(surveys.activity, (*surveys.problems, *found), *known)


def _is_sent(path: Path) -> bool:
    """Tell whether a file is a firm's: no lock file of a spreadsheet that has it open, and not hidden."""
    return path.is_file() and path.suffix.lower() in SUFFIXES and not path.name.startswith(("~$", "."))
