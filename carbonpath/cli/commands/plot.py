"""`carbonpath plot [CHART...|all] RUN...`: charts of finished runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from carbonpath.cli.console import Console
from carbonpath.cli.options import FOLDER, argument, define_command, option, pass_console
from carbonpath.cli.project import open_project
from carbonpath.workflow.drawing import plot_runs


@define_command("plot")
@argument("words", metavar="[CHART...|all] RUN...", nargs=-1, required=True)
@option(
    "--format", "formats", type=click.Choice(["png", "svg", "pdf"]), multiple=True, default=["png"], help="plot.format"
)
@option("--style", type=click.Choice(["report", "slide"]), default="report", help="plot.style")
@option("-o", "--output", type=FOLDER, metavar="DIR", help="plot.output")
@pass_console
def command(console: Console, words: tuple[str, ...], output: Path | None, **chosen: Any) -> None:
    """Draw charts and tell where they are."""
    project = open_project(console)
    drawn = plot_runs(project, words, language=console.language, output=output, **chosen)
    console.warn(drawn.problems)
    paths = [str(path) for path in drawn.paths]
    if console.json:
        console.print_json({"files": paths})
        return
    console.print("\n".join(paths))
