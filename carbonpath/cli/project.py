"""The project of a command."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from carbonpath.cli.console import Console
from carbonpath.core.errors import UsageError
from carbonpath.core.problems import Problem
from carbonpath.workflow.project import Boundary, Project, load_project
from carbonpath.workflow.run_names import asked
from carbonpath.workflow.runs import find_run


def open_project(
    console: Console, boundary: Boundary | None = None, *, references: Iterable[str | None] = ()
) -> Project:
    """Return the project given by -C, or found by walking up from here; `boundary` overrides what its file says.

    Of `references` to runs it is told which scenario names stand for a run that was asked for more than its scenario.
    """
    project = load_project(console.project or Path.cwd())
    console.root = project.folder
    _tell_variants(console, project, references)
    return project.within(boundary)


def _tell_variants(console: Console, project: Project, references: Iterable[str | None]) -> None:
    for reference in filter(None, references):
        try:
            run = find_run(project.runs_folder, reference)
        except UsageError:
            continue
        given = ", ".join(asked(run))
        if given and run.manifest.scenario == reference:
            details = {"run": run.manifest.run, "asked": given}
            console.warn([Problem("CP-942", value=reference, details=details, severity="warning")])
