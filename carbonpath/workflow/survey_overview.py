"""What a project has of each firm and year: file, rows, quality, findings, score, versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from carbonpath.core.errors import UsageError
from carbonpath.core.messages import Language
from carbonpath.core.problems import Problem, as_json
from carbonpath.survey.score import FirmScore, FirmYear, owners
from carbonpath.workflow.intake import check_files
from carbonpath.workflow.project import Project
from carbonpath.workflow.quality import Quality
from carbonpath.workflow.survey_history import History, read_history
from carbonpath.workflow.survey_record import Report


@dataclass(frozen=True, slots=True)
class SurveyEntry:
    """The survey of one firm and year."""

    report: Report
    """Who reports, and the file."""
    numbers: int
    """Numbers in it."""
    months: int
    """Numbers of single months behind them."""
    qualities: dict[str, int]
    """Numbers by stated quality; blank: none stated."""
    score: FirmScore
    """Its score."""
    problems: tuple[Problem, ...]
    """Warnings of the file and findings about it."""
    history: History | None
    """Its versions; None if it was never imported but put there."""

    def as_json(self, language: Language) -> dict[str, Any]:
        """Return the entry as a JSON object."""
        versions = [version.model_dump(mode="json") for version in self.history.versions] if self.history else []
        return {
            **asdict(self.report),
            "numbers": self.numbers,
            "months": self.months,
            "quality": self.qualities,
            "score": self.score.score,
            "parts": dict(self.score.parts),
            "errors": self.score.errors,
            "warnings": self.score.warnings,
            "versions": versions,
            "problems": as_json(self.problems, language),
        }


@dataclass(frozen=True, slots=True)
class Overview:
    """What a project has."""

    entries: tuple[SurveyEntry, ...]
    """Firms and years that were reported."""
    missing: tuple[FirmScore, ...]
    """Firms and years that were not."""

    def as_json(self, language: Language) -> dict[str, Any]:
        """Return the overview as a JSON object."""
        missing = [{"firm": score.firm, "year": score.year} for score in self.missing]
        return {"surveys": [entry.as_json(language) for entry in self.entries], "missing": missing}


def survey_overview(project: Project, firms: Sequence[str] = ()) -> Overview:
    """Return what the project has of firms, or of all, sorted by firm and year.

    Raises
    ------
    UsageError
        CP-130 if the project has no survey, CP-103 for a firm that has none.
    DataError, SafetyError
        With every problem of every workbook.
    """
    quality = check_files(project, ())
    reports = {(report.firm, report.year): report for report in quality.surveys.reports}
    _require_known(firms, {firm for firm, _ in reports})
    wanted = [score for score in quality.scores if not firms or score.firm in firms]
    entries = [_entry(project, quality, reports[s.firm, s.year], s) for s in wanted if (s.firm, s.year) in reports]
    missing = tuple(score for score in wanted if (score.firm, score.year) not in reports)
    return Overview(tuple(entries), missing)


def _entry(project: Project, quality: Quality, report: Report, score: FirmScore) -> SurveyEntry:
    surveys, key = quality.surveys, (report.firm, report.year)
    rows = surveys.activity[(surveys.activity["firm"] == report.firm) & (surveys.activity["year"] == report.year)]
    months = surveys.monthly[(surveys.monthly["firm"] == report.firm) & (surveys.monthly["year"] == report.year)]
    return SurveyEntry(
        report,
        len(rows),
        len(months),
        {str(name): int(count) for name, count in sorted(rows["quality"].value_counts().items())},
        score,
        problems_of(quality, key),
        read_history(project.inventory_folder, *key),
    )


def problems_of(quality: Quality, key: FirmYear) -> tuple[Problem, ...]:
    """Return the warnings and findings about a firm and year."""
    files_of = {report.file: (report.firm, report.year) for report in quality.surveys.reports}
    return tuple(problem for problem in quality.problems if key in owners(problem, files_of))


def _require_known(firms: Sequence[str], known: set[str]) -> None:
    details = {"option": "FIRM", "known": ", ".join(sorted(known))}
    unknown = [Problem("CP-103", "", "carbonpath survey show", firm, details) for firm in firms if firm not in known]
    if unknown:
        raise UsageError(*unknown)
