"""Survey workbooks of a project, read once and kept until one of them changes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from carbonpath.core.errors import CarbonpathError, DataError, StorageError, UsageError, require_valid
from carbonpath.core.files import file_sha256, write_text
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import ACTIVITY, MONTHLY
from carbonpath.core.tables import as_table, empty_table, read_csv, read_table, write_table
from carbonpath.survey.annotate.write import is_copy_of
from carbonpath.survey.checks import check_activity
from carbonpath.survey.importer import ImportedSurvey, import_workbooks
from carbonpath.workflow.fingerprint import code_sha256, digest
from carbonpath.workflow.project import Project
from carbonpath.workflow.registers import capacity_register, register_files
from carbonpath.workflow.together import finish_change

SUFFIXES = (".xlsx", ".csv", ".tsv", ".txt")
"""Kinds of files that a firm may send."""


@dataclass(frozen=True, slots=True)
class Report:
    """The survey of one firm and year, beside its numbers."""

    firm: str
    """Firm."""
    year: int
    """Year."""
    file: str
    """Name of the file, as `source` of ACTIVITY gives it."""
    template: str
    """Template from which it was made; blank if none."""
    guideline: str
    """Guideline under which the firm says to report."""
    credit_code: str
    """Unified social credit code; blank if none."""
    encoding: str
    """``xlsx``, or the encoding of a text file."""
    content: str
    """Hash of its cells."""


@dataclass(frozen=True, slots=True)
class Surveys:
    """What all firms of a project reported."""

    activity: pd.DataFrame
    """Table ACTIVITY."""
    problems: tuple[Problem, ...]
    """Warnings of the files and of the table as a whole."""
    files: tuple[Path, ...]
    """The workbooks."""
    monthly: pd.DataFrame = field(default_factory=lambda: empty_table(MONTHLY))
    """Table MONTHLY behind the rows that firms gave by month."""
    reports: tuple[Report, ...] = ()
    """The firms and years, in the order of the files."""
    remarks: Mapping[str, str] = field(default_factory=dict)
    """Remarks of rows by `source`: there firms give their reasons."""

    @property
    def templates(self) -> dict[str, str]:
        """Return the template of each firm, as its latest survey says."""
        return {report.firm: report.template for report in self._by_year()}

    @property
    def credit_codes(self) -> dict[str, str]:
        """Return the credit code of each firm, as its latest survey says."""
        return {report.firm: report.credit_code for report in self._by_year()}

    def _by_year(self) -> list[Report]:
        return sorted(self.reports, key=lambda report: (report.year, report.firm))


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
    """Return what all firms reported, from the cache if no workbook, table of the bureau or code has changed.

    Raises
    ------
    DataError, SafetyError
        With every problem of every workbook.
    """
    files, facilities = survey_files(project), read_facilities(project)
    read = (*files, *register_files(project.inventory_folder))
    key = digest(
        {
            "code": code_sha256(),
            "files": {path.name: file_sha256(path) for path in read},
            "facilities": facilities.to_csv(index=False),
        }
    )
    cached = project.state_folder / "cache" / f"activity-{key[:16]}.csv"
    found = _recall(cached, files)
    if found is None:
        found = _checked(import_surveys(files, facilities), project)
        _remember(found, cached)
    return found


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
    return Surveys(
        _joined([survey.activity for survey in surveys]),
        tuple(problem for survey in surveys for problem in survey.problems),
        tuple(survey.path for survey in surveys),
        as_table(pd.concat([empty_table(MONTHLY), *(s.monthly for s in surveys)], ignore_index=True), MONTHLY),
        tuple(_report(survey) for survey in surveys),
        {source: remark for survey in surveys for source, remark in survey.remarks.items()},
    )


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


def _joined(tables: Sequence[pd.DataFrame]) -> pd.DataFrame:
    return as_table(pd.concat([empty_table(ACTIVITY), *tables], ignore_index=True), ACTIVITY)


def _report(survey: ImportedSurvey) -> Report:
    facts = survey.facts
    return Report(
        survey.firm,
        survey.year,
        survey.path.name,
        facts.template,
        facts.guideline,
        facts.credit_code,
        survey.encoding,
        survey.content,
    )


def _is_sent(path: Path) -> bool:
    """Tell whether a file is a firm's: no lock file of a spreadsheet that has it open, and not hidden."""
    return path.is_file() and path.suffix.lower() in SUFFIXES and not path.name.startswith(("~$", "."))


def _recall(cached: Path, files: tuple[Path, ...]) -> Surveys | None:
    try:
        kept: dict[str, Any] = json.loads(cached.with_suffix(".json").read_text(encoding="utf-8"))
        return Surveys(
            read_table(cached, ACTIVITY),
            tuple(Problem(**entry) for entry in kept["problems"]),
            files,
            read_table(_monthly_file(cached), MONTHLY),
            tuple(Report(**entry) for entry in kept["reports"]),
            kept["remarks"],
        )
    except (OSError, ValueError, TypeError, LookupError, CarbonpathError):
        return None


def _remember(surveys: Surveys, cached: Path) -> None:
    """Keep what was read in place of what was read before; a disk that refuses costs time, not the result."""
    with suppress(OSError, StorageError):
        for old in sorted([*cached.parent.glob("activity-*"), *cached.parent.glob("monthly-*")]):
            old.unlink()
        kept = {
            "problems": [asdict(problem) for problem in surveys.problems],
            "reports": [asdict(report) for report in surveys.reports],
            "remarks": dict(surveys.remarks),
        }
        write_text(cached.with_suffix(".json"), json.dumps(kept, ensure_ascii=False) + "\n")
        write_table(surveys.monthly, _monthly_file(cached))
        write_table(surveys.activity, cached)


def _monthly_file(cached: Path) -> Path:
    return cached.with_name(cached.name.replace("activity", "monthly"))
