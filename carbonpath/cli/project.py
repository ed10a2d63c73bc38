"""The project of a command."""

from __future__ import annotations

from pathlib import Path

from carbonpath.cli.console import Console
from carbonpath.workflow.project import Boundary, Project, load_project


def open_project(console: Console, boundary: Boundary | None = None) -> Project:
    """Return the project given by -C, or found by walking up from here; `boundary` overrides what its file says."""
    project = load_project(console.project or Path.cwd())
    console.root = project.folder
    return project.within(boundary)
