"""Where studies stand in a project, and where they leave what they find."""

from __future__ import annotations

import difflib
from pathlib import Path

from carbonpath.core.errors import UsageError
from carbonpath.core.problems import Problem
from carbonpath.workflow.project import Project

STUDIES = "studies"
"""Folder of study files within that of scenarios, and of ledgers within that of runs."""


def find_study(project: Project, name: str) -> Path:
    """Return the study file that a user means: a path, or the name of one in `scenarios/studies`.

    Raises
    ------
    UsageError
        CP-491 with the nearest name if there is none.
    """
    folder = project.scenario_folder / STUDIES
    for path in (Path(name), folder / name, folder / f"{name}.yaml"):
        if path.is_file():
            return path
    known = study_names(project)
    near = difflib.get_close_matches(name, known, n=1)
    details = {"nearest": near[0] if near else "", "known": ", ".join(known)}
    raise UsageError(Problem("CP-491", str(folder), value=name, details=details))


def study_names(project: Project) -> tuple[str, ...]:
    """Return the names of the project's studies, sorted."""
    return tuple(sorted(path.stem for path in (project.scenario_folder / STUDIES).glob("*.yaml")))


def study_folder(project: Project, name: str) -> Path:
    """Return the folder of a study's ledger, tables and charts."""
    return project.runs_folder / STUDIES / Path(name).stem
