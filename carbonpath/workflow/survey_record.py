"""What firms reported, as a project keeps it: tables, and beside them what is known of each report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.core.schemas import ACTIVITY, MONTHLY
from carbonpath.core.tables import as_table, empty_table
from carbonpath.survey.importer import ImportedSurvey


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


def record(survey: ImportedSurvey) -> Surveys:
    """Return one survey as a project keeps it, with the warnings of its file."""
    facts = survey.facts
    report = Report(
        survey.firm,
        survey.year,
        survey.path.name,
        facts.template,
        facts.guideline,
        facts.credit_code,
        survey.encoding,
        survey.content,
    )
    remarks = dict(survey.remarks)
    return Surveys(survey.activity, survey.problems, (survey.path,), survey.monthly, (report,), remarks)


def together(parts: Sequence[Surveys]) -> Surveys:
    """Return several surveys as one, in their order."""
    return Surveys(
        as_table(pd.concat([empty_table(ACTIVITY), *(part.activity for part in parts)], ignore_index=True), ACTIVITY),
        tuple(problem for part in parts for problem in part.problems),
        tuple(path for part in parts for path in part.files),
        as_table(pd.concat([empty_table(MONTHLY), *(part.monthly for part in parts)], ignore_index=True), MONTHLY),
        tuple(report for part in parts for report in part.reports),
        {source: remark for part in parts for source, remark in part.remarks.items()},
    )
