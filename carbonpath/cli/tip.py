"""Tipping values on the terminal: a sentence, or JSON with the plans on both sides."""

from __future__ import annotations

from carbonpath.cli.console import Console
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.workflow.tip import find_tip


def show_tip(
    console: Console, name: str, parameter: str, condition: str, ends: tuple[float | None, float | None]
) -> None:
    """Say from which value of a number of a scenario on a technology enters or the peak year moves."""
    project = open_project(console)
    with shown_progress(console, 1) as listener:
        found = find_tip(project, name, parameter, condition, ends, language=console.language, listener=listener)
    if console.json:
        console.print_json(found.as_json(console.language))
        return
    console.print("\n".join(found.sentences(console.language)))
