"""Survey files on their way into a project: templates out, workbooks checked, workbooks taken in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from carbonpath.core.errors import CarbonpathError, SafetyError, UsageError
from carbonpath.core.messages import Language
from carbonpath.core.problems import Problem, as_json
from carbonpath.survey.annotate.write import set_aside_copies, write_marked_copy
from carbonpath.survey.importer import Examined, accepted, examine
from carbonpath.survey.score import owners
from carbonpath.survey.sectors import TEMPLATES
from carbonpath.survey.template import write_template
from carbonpath.survey.workbook import Reader
from carbonpath.workflow.lock import project_lock
from carbonpath.workflow.project import Project
from carbonpath.workflow.quality import Quality, judge
from carbonpath.workflow.survey_store import Taken, place_of, plan_changes
from carbonpath.workflow.surveys import files_sent, gather, import_surveys, read_facilities, survey_files
from carbonpath.workflow.together import change_together


@dataclass(frozen=True, slots=True)
class Intake:
    """What an import did."""

    taken: tuple[Taken, ...]
    """The files."""
    quality: Quality
    """What all surveys of the project say now."""
    notes: tuple[Problem, ...]
    """Files that were set aside."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return the warnings and findings about the firms and years that were taken in."""
        reports = self.quality.surveys.reports
        files_of = {report.file: (report.firm, report.year) for report in reports}
        keys = {(entry.survey.firm, entry.survey.year) for entry in self.taken}
        return tuple(problem for problem in self.quality.problems if keys & owners(problem, files_of))

    def as_json(self, language: Language) -> dict[str, Any]:
        """Return what was taken in as a JSON object."""
        return {
            "files": [entry.as_json() for entry in self.taken],
            "surveys": self.quality.counts(),
            "problems": as_json((*self.notes, *self.problems), language),
        }


def write_templates(names: Sequence[str], folder: Path, *, monthly: bool = False) -> list[Path]:
    """Write an empty workbook for each sector named, or for every sector, and return the files.

    Raises
    ------
    UsageError
        CP-128 for a sector that has no template.
    SafetyError
        CP-960 if a file is in the way.
    """
    known = ", ".join(TEMPLATES)
    unknown = [Problem("CP-128", value=name, details={"known": known}) for name in names if name not in TEMPLATES]
    if unknown:
        raise UsageError(*unknown)
    paths = {name: folder / f"{name}{'-monthly' if monthly else ''}.xlsx" for name in names or TEMPLATES}
    _require_free(paths.values())
    for name, path in paths.items():
        write_template(name, path, monthly=monthly)
    return list(paths.values())


def check_files(project: Project, files: Sequence[Path]) -> Quality:
    """Return what is reported in `files`, or in the project's own workbooks if none is named; nothing is kept.

    Raises
    ------
    DataError, SafetyError
        With every problem of every file.
    """
    return judge(import_surveys(files or survey_files(project), read_facilities(project)), project)


def take_in(project: Project, files: Sequence[Path], language: Language) -> Intake:
    """Check files together with those that the project has, and copy them into the project if all are good.

    A file of a firm and year that the project has already replaces that one, which stays in the history with what
    changed; the same cells again change nothing. All files are taken in, or none. For each file that is refused a
    copy with marked cells is written beside it.

    Parameters
    ----------
    project
        Project.
    files
        Workbooks that firms sent.
    language
        Language of the notes in marked copies.

    Raises
    ------
    SafetyError
        CP-960 if the place of a firm and year is taken by a file of another.
    DataError, SafetyError
        With every problem of every file; nothing is copied then.
    """
    facilities = read_facilities(project)
    with project_lock(project.state_folder), Reader() as reader:
        paths, notes = set_aside_copies(files)
        sent = examine(reader, paths, facilities)
        _refuse_bad(reader, sent, language)
        new = accepted(sent)
        targets = {place_of(survey, project.inventory_folder) for survey in new}
        there = examine(reader, [path for path in files_sent(project) if path not in paths], facilities)
        present = accepted([file for file in there if file.survey or file.path not in targets])
        planned = plan_changes(project.inventory_folder, new, present)
        quality = judge(gather(planned.after), project)
        change_together(project.inventory_folder, planned.writes, planned.removals)
    return Intake(planned.taken, quality, tuple(notes))


def _refuse_bad(reader: Reader, sent: Sequence[Examined], language: Language) -> None:
    """Raise what is wrong with files, having written a marked copy of each that could be opened."""
    if all(file.survey for file in sent):
        return
    told = [
        write_marked_copy(reader, file.file, file.problems, language)[1]
        for file in sent
        if file.file is not None and file.survey is None
    ]
    try:
        accepted(sent)
    except CarbonpathError as refused:
        raise type(refused)(*refused.problems, *told) from None


def _require_free(paths: Iterable[Path]) -> None:
    in_the_way = [Problem("CP-960", file=str(path)) for path in paths if path.exists()]
    if in_the_way:
        raise SafetyError(*in_the_way)
