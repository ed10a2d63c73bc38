"""Surveys on the terminal: what was taken in, what the checks found, what a project has."""

from __future__ import annotations

from collections.abc import Iterable

from carbonpath.cli.console import Console
from carbonpath.cli.tables import show_table
from carbonpath.workflow.intake import Intake
from carbonpath.workflow.quality import Quality
from carbonpath.workflow.survey_history import Corrections
from carbonpath.workflow.survey_overview import Overview, SurveyEntry

SHOWN = 20
"""Most corrections of one file that an import lists; the rest are counted."""

_CORRECTION = ("about", "column", "before", "after", "cell_before", "cell_after")
_METERED = ("measured", "invoiced")
_PARTS = ("completeness", "plausibility", "consistency", "measurement")


def show_intake(console: Console, intake: Intake) -> None:
    """Write one row a file that was taken in, and how many there were of each kind."""
    rows = [
        [
            entry.survey.path.name,
            entry.survey.firm,
            entry.survey.year,
            console.word(f"survey.status_{entry.status}"),
            entry.version,
            len(entry.survey.activity),
        ]
        for entry in intake.taken
    ]
    show_table(console, _headers(console, ("file", "firm", "year", "status", "version", "numbers")), rows)
    counts = {status: sum(entry.status == status for entry in intake.taken) for status in ("new", "replaced", "same")}
    console.say(console.word("survey.taken_in", count=len(intake.taken), **counts))


def show_corrections(console: Console, intake: Intake) -> None:
    """Write for each file that replaced another which cells changed."""
    for entry in intake.taken:
        if entry.status == "replaced":
            title = _title(console, entry.survey.firm, entry.survey.year, entry.version, len(entry.corrections))
            _show_changes(console, title, entry.corrections, SHOWN)


def show_quality(console: Console, quality: Quality) -> None:
    """Write every finding with the firm's remark, then one row a firm and year with its score."""
    for problem in quality.problems:
        console.warn([problem])
        if quality.remark(problem):
            console.say(f"  {console.word('survey.remark', remark=quality.remark(problem))}")
    headers = [*_headers(console, ("firm", "year", "errors", "warnings", "score")), *_part_headers(console)]
    rows = [
        [s.firm, s.year, s.errors, s.warnings, f"{s.score:.0f}", *(_part(s.parts.get(name)) for name in _PARTS)]
        for s in quality.scores
    ]
    show_table(console, headers, rows)
    errors = sum(problem.severity == "error" for problem in quality.problems)
    known = {"count": len(quality.surveys.files), "errors": errors, "warnings": len(quality.problems) - errors}
    console.say(console.word("survey.checked", **known))


def show_overview(console: Console, overview: Overview, *, changes: bool) -> None:
    """Write one row a firm and year, and, if asked, what each of its versions changed."""
    names = ("firm", "year", "file", "numbers", "months", "metered", "errors", "warnings", "score", "version")
    show_table(console, _headers(console, names), [_row(entry) for entry in overview.entries])
    if overview.missing:
        missing = ", ".join(f"{score.firm} {score.year}" for score in overview.missing)
        console.print(console.word("survey.missing", missing=missing))
    for entry in overview.entries if changes else ():
        for version in entry.history.versions[1:] if entry.history else ():
            title = _title(console, entry.report.firm, entry.report.year, version.version, len(version.corrections))
            _show_changes(console, f"{title} {version.file}", version.corrections, len(version.corrections))


def _row(entry: SurveyEntry) -> list[object]:
    metered = sum(entry.qualities.get(name, 0) for name in _METERED) / max(entry.numbers, 1)
    version = entry.history.versions[-1].version if entry.history else 1
    known = (entry.report.firm, entry.report.year, entry.report.file, entry.numbers, entry.months)
    return [
        *known,
        f"{100 * metered:.0f}",
        entry.score.errors,
        entry.score.warnings,
        f"{entry.score.score:.0f}",
        version,
    ]


def _show_changes(console: Console, title: str, changes: Corrections, most: int) -> None:
    if not changes:
        console.print(f"{title} {console.word('survey.unchanged')}")
        return
    rows = [[getattr(change, name) for name in _CORRECTION] for change in changes[:most]]
    show_table(console, _headers(console, _CORRECTION), rows, title=title)
    if len(changes) > most:
        console.say(console.word("survey.more", count=len(changes) - most))


def _title(console: Console, firm: str, year: int, version: int, count: int) -> str:
    return console.word("survey.corrected", firm=firm, year=year, version=version, count=count)


def _headers(console: Console, names: Iterable[str]) -> list[str]:
    return [console.word(f"survey.{name}") for name in names]


def _part_headers(console: Console) -> list[str]:
    return _headers(console, (f"part_{name}" for name in _PARTS))


def _part(value: float | None) -> str:
    return "-" if value is None else f"{value:.0f}"
