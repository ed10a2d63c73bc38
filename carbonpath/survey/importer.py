"""Reading survey workbooks back: the same way for a firm's own template and for a stranger's table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from carbonpath.core.errors import CarbonpathError, DataError, SafetyError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.survey.extract import extract
from carbonpath.survey.facts import Facts
from carbonpath.survey.workbook import Reader, SurveyFile


@dataclass(frozen=True, slots=True)
class ImportedSurvey:
    """The workbook of one firm and year, read."""

    activity: pd.DataFrame
    """ACTIVITY rows, each with the cell from which it was read."""
    problems: tuple[Problem, ...]
    """Warnings; errors are raised."""
    firm: str
    """Code of the firm."""
    year: int
    """Reporting year."""
    facts: Facts
    """Everything else that the workbook says about the firm."""
    path: Path
    """The file."""
    sha256: str
    """SHA-256 of its content."""
    encoding: str
    """``xlsx``, or the encoding of a text file."""


def import_workbook(path: Path, facilities: pd.DataFrame | None = None) -> ImportedSurvey:
    """Return the survey of one firm and year.

    Parameters
    ----------
    path
        Workbook (xlsx) or text file (CSV, tab-separated).
    facilities
        The bureau's list: columns firm, facility, sector, category, zh, en. Facilities and counterparties that are
        not on it are refused. None: the list in the workbook itself counts.

    Raises
    ------
    DataError
        With every problem of the file: file, sheet and cell, value, what was expected, what to do.
    SafetyError
        If opening the file could do harm.
    """
    return import_workbooks((path,), facilities)[0]


def import_workbooks(paths: Sequence[Path], facilities: pd.DataFrame | None = None) -> tuple[ImportedSurvey, ...]:
    """Return the surveys of several files in the order of `paths`; see `import_workbook`.

    All files are read by one process. A firm and year that comes twice, or the same content under two names, is
    refused (CP-283).
    """
    surveys: list[ImportedSurvey] = []
    problems: list[Problem] = []
    unsafe = False
    with Reader() as reader:
        for path in paths:
            try:
                surveys.append(_import(reader.read(path), facilities))
            except (DataError, SafetyError) as refused:
                problems += refused.problems
                unsafe = unsafe or isinstance(refused, SafetyError)
    problems += _twice(surveys)
    if problems:
        error: type[CarbonpathError] = SafetyError if unsafe else DataError
        raise error(*problems)
    return tuple(surveys)


def _import(file: SurveyFile, facilities: pd.DataFrame | None) -> ImportedSurvey:
    extracted = extract(file.grids, file.path.name, facilities)
    warnings = require_valid(extracted.problems, DataError)
    facts = extracted.facts
    if facts.year is None:
        raise RuntimeError("a survey without a year passed its checks")
    return ImportedSurvey(
        extracted.activity, warnings, facts.firm, facts.year, facts, file.path, file.sha256, file.encoding
    )


def _twice(surveys: Sequence[ImportedSurvey]) -> list[Problem]:
    first: dict[object, ImportedSurvey] = {}
    problems = []
    for survey in surveys:
        for key in ((survey.firm, survey.year), survey.sha256):
            earlier = first.setdefault(key, survey)
            if earlier is not survey:
                details = {"other": earlier.path.name, "firm": survey.firm, "year": str(survey.year)}
                problems.append(Problem("CP-283", survey.path.name, value=survey.firm, details=details))
                break
    return problems
