"""`carbonpath futures [FILE]`: investments that are best on average over named futures."""

from __future__ import annotations

from pathlib import Path

import click

from carbonpath.cli.console import Console
from carbonpath.cli.futures_table import show_prospect
from carbonpath.cli.options import FILE, FOLDER, argument, define_command, option, pass_console
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.workflow.analysis_files import Page, page_options
from carbonpath.workflow.futures import find_prospect
from carbonpath.workflow.project import BOUNDARIES, Boundary


@define_command("futures")
@argument("file", metavar="[FILE]", required=False, type=FILE)
@option("--boundary", type=click.Choice(BOUNDARIES), help="run.boundary")
@option("-o", "--output", type=FOLDER, metavar="DIR", help="futures.output")
@pass_console
def command(console: Console, file: Path | None, boundary: Boundary | None, output: Path | None) -> None:
    """Tell the plan of least expected cost, and what knowing the future would be worth."""
    project = open_project(console, boundary)
    with shown_progress(console, 1) as listener:
        found = find_prospect(project, file, console.language, listener)
    files: list[str] = []
    if output is not None:
        options = page_options(project, Page(console.language), found.boundary, found.titles())
        drawn = found.write(output, options)
        console.warn(drawn.problems)
        files = [str(path) for path in drawn.paths]
    told = {**found.as_json(), "files": files}
    if console.json:
        console.print_json(told)
        return
    show_prospect(console, told)
    console.print("\n".join(told["files"]))
