"""`carbonpath plot [CHART...|all] RUN...`: charts of finished runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from carbonpath.cli.console import Console
from carbonpath.cli.options import FOLDER, argument, define_command, option, pass_console
from carbonpath.cli.project import open_project
from carbonpath.workflow.drawing import draw_after_run, plot_runs
from carbonpath.workflow.journal import Listener
from carbonpath.workflow.project import Project
from carbonpath.workflow.runs import Run


@define_command("plot")
@argument("words", metavar="[CHART...|all] RUN...", nargs=-1, required=True)
@option(
    "--format", "formats", type=click.Choice(["png", "svg", "pdf"]), multiple=True, default=["png"], help="plot.format"
)
@option("--style", type=click.Choice(["report", "slide"]), default="report", help="plot.style")
@option("-o", "--output", type=FOLDER, metavar="DIR", help="plot.output")
@pass_console
def command(console: Console, /, words: tuple[str, ...], output: Path | None, **chosen: Any) -> None:
    """Draw charts and tell where they are."""
    project = open_project(console)
    drawn = plot_runs(project, words, language=console.language, output=output, **chosen)
    console.warn(drawn.problems)
    paths = [str(path) for path in drawn.paths]
    if console.json:
        console.print_json({"files": paths})
        return
    console.print("\n".join(paths))


def draw_runs(console: Console, project: Project, runs: Sequence[Run], listener: Listener) -> tuple[Path, ...]:
    """Draw what a run leaves, tell what is missing in it, and return the charts of all runs together."""
    drawn = draw_after_run(project, runs, console.language, listener)
    console.warn(drawn.problems)
    return drawn.paths
