"""Survey files on their way into a project: templates out, workbooks checked, workbooks taken in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from carbonpath.core.errors import SafetyError, UsageError
from carbonpath.core.files import file_sha256, write_bytes
from carbonpath.core.problems import Problem
from carbonpath.survey.sectors import TEMPLATES
from carbonpath.survey.template import write_template
from carbonpath.workflow.project import Project
from carbonpath.workflow.surveys import (
    Surveys,
    files_sent,
    import_surveys,
    read_facilities,
    survey_files,
    survey_folder,
)


def write_templates(names: Sequence[str], folder: Path) -> list[Path]:
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
    paths = {name: folder / f"{name}.xlsx" for name in names or TEMPLATES}
    _require_free(paths.values())
    for name, path in paths.items():
        write_template(name, path)
    return list(paths.values())


def check_files(project: Project, files: Sequence[Path]) -> Surveys:
    """Return what is reported in `files`, or in the project's own workbooks if none is named; nothing is kept.

    Raises
    ------
    DataError, SafetyError
        With every problem of every file.
    """
    return import_surveys(files or survey_files(project), read_facilities(project))


def take_in(project: Project, files: Sequence[Path], *, replace: bool) -> Surveys:
    """Check files together with those that the project has, and copy them into the project if all are good.

    Parameters
    ----------
    project
        Project.
    files
        Workbooks that firms sent.
    replace
        Whether a file takes the place of one with its name.

    Returns
    -------
    Surveys
        What is reported in all workbooks of the project, old and new.

    Raises
    ------
    SafetyError
        CP-960 if another file of that name is there and `replace` is not asked for.
    DataError, SafetyError
        With every problem of every file; nothing is copied then.
    """
    targets = {path: survey_folder(project) / path.name for path in files}
    if not replace:
        _require_free(target for path, target in targets.items() if not _same(path, target))
    kept = [path for path in files_sent(project) if path not in targets.values()]
    surveys = import_surveys([*kept, *files], read_facilities(project))
    for path, target in targets.items():
        if not _same(path, target):
            write_bytes(target, path.read_bytes())
    return surveys


def _require_free(paths: Iterable[Path]) -> None:
    in_the_way = [Problem("CP-960", file=str(path)) for path in paths if path.exists()]
    if in_the_way:
        raise SafetyError(*in_the_way)


def _same(path: Path, target: Path) -> bool:
    return path.is_file() and target.is_file() and file_sha256(path) == file_sha256(target)
