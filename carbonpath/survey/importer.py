"""Reading survey workbooks back: the same way for a firm's own template and for a stranger's table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from carbonpath.core.errors import CarbonpathError, DataError, SafetyError
from carbonpath.core.problems import Problem, errors_among
from carbonpath.survey.extract import extract
from carbonpath.survey.facts import Facts
from carbonpath.survey.grid import content_sha256
from carbonpath.survey.workbook import Reader, SurveyFile


@dataclass(frozen=True, slots=True)
class ImportedSurvey:
    """The workbook of one firm and year, read."""

    activity: pd.DataFrame
    """ACTIVITY rows, each with the cell from which it was read."""
    monthly: pd.DataFrame
    """MONTHLY rows behind those of ACTIVITY that the firm gave by month."""
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
    content: str
    """Hash of the cells alone: the same for a file that was only saved again."""
    remarks: Mapping[str, str]
    """Remarks of rows by the cell of their number (`source` of ACTIVITY)."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A file, read as far as that goes."""

    path: Path
    """The file."""
    file: SurveyFile | None
    """Its cells; None if it could not be opened."""
    survey: ImportedSurvey | None
    """What it reports; None if anything in it is wrong."""
    problems: tuple[Problem, ...]
    """Errors and warnings."""
    unsafe: bool = False
    """Whether opening it could do harm."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file with whose firm, year and content others are compared."""

    file: str
    """Its name."""
    firm: str
    """Code of the firm."""
    year: int
    """Reporting year."""
    sha256: str
    """SHA-256 of its content."""


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
    with Reader() as reader:
        return accepted(examine(reader, paths, facilities))


def examine(reader: Reader, paths: Sequence[Path], facilities: pd.DataFrame | None = None) -> tuple[Examined, ...]:
    """Return what each file is, good or bad, in the order of `paths`; nothing is raised for what is in them."""
    return tuple(_examine(reader, path, facilities) for path in paths)


def accepted(files: Sequence[Examined], beside: Sequence[Arrival] = ()) -> tuple[ImportedSurvey, ...]:
    """Return the surveys of files, all of which are good.

    Parameters
    ----------
    files
        Files that were read.
    beside
        Files that were read before and stand beside them.

    Raises
    ------
    DataError, SafetyError
        With every problem of every file; CP-283 for a firm and year that comes twice.
    """
    surveys = [file.survey for file in files if file.survey is not None]
    arrivals = [Arrival(survey.path.name, survey.firm, survey.year, survey.sha256) for survey in surveys]
    problems = [problem for file in files if file.survey is None for problem in file.problems]
    problems += _twice([*beside, *arrivals])
    if problems:
        error: type[CarbonpathError] = SafetyError if any(file.unsafe for file in files) else DataError
        raise error(*problems)
    return tuple(surveys)


def _examine(reader: Reader, path: Path, facilities: pd.DataFrame | None) -> Examined:
    try:
        file = reader.read(path)
    except (DataError, SafetyError) as refused:
        return Examined(path, None, None, refused.problems, isinstance(refused, SafetyError))
    extracted = extract(file.grids, path.name, facilities)
    facts = extracted.facts
    if errors_among(extracted.problems):
        return Examined(path, file, None, extracted.problems)
    if facts.year is None:
        raise RuntimeError("a survey without a year passed its checks")
    survey = ImportedSurvey(
        extracted.activity,
        extracted.monthly,
        extracted.problems,
        facts.firm,
        facts.year,
        facts,
        file.path,
        file.sha256,
        file.encoding,
        content_sha256(file.grids),
        extracted.remarks,
    )
    return Examined(path, file, survey, extracted.problems)


def _twice(arrivals: Sequence[Arrival]) -> list[Problem]:
    first: dict[object, Arrival] = {}
    problems = []
    for arrival in arrivals:
        for key in ((arrival.firm, arrival.year), arrival.sha256):
            earlier = first.setdefault(key, arrival)
            if earlier is not arrival:
                details = {"other": earlier.file, "firm": arrival.firm, "year": str(arrival.year)}
                problems.append(Problem("CP-283", arrival.file, value=arrival.firm, details=details))
                break
    return problems
