"""The project of a command."""

from __future__ import annotations

from pathlib import Path

from carbonpath.cli.console import Console
from carbonpath.workflow.project import Project, load_project


def open_project(console: Console) -> Project:
    """Return the project given by -C, or found by walking up from here."""
    project = load_project(console.project or Path.cwd())
    console.root = project.folder
    return project
