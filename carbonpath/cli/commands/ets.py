"""`carbonpath ets RUN`: allowances of every firm against its emissions, along a run or in the surveyed years."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from carbonpath.cli.console import Console
from carbonpath.cli.ets_tables import show_compliance, show_notes, show_positions, show_units
from carbonpath.cli.options import FOLDER, argument, define_command, option, pass_console
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.workflow.analysis_files import Page
from carbonpath.workflow.ets import ets_position, write_position


@define_command("ets")
@argument("reference", metavar="RUN")
@option("--prices", type=click.Choice(["low", "base", "high"]), help="ets.prices")
@option("--compliance", is_flag=True, help="ets.compliance_help")
@option("-o", "--output", type=FOLDER, metavar="DIR", help="ets.output")
@option(
    "--format", "formats", type=click.Choice(["png", "svg", "pdf"]), multiple=True, default=["png"], help="plot.format"
)
@pass_console
def command(
    console: Console, /, reference: str, prices: str | None, output: Path | None, formats: tuple[Any, ...], **asked: Any
) -> None:
    """Tell allowances, surplus or shortfall and cost of every firm."""
    project = open_project(console, references=[reference])
    with shown_progress(console, 0) as listener:
        position = ets_position(project, reference, prices, listener)
    files: list[str] = []
    if output is not None:
        drawn = write_position(project, position, output, Page(console.language, formats))
        console.warn(drawn.problems)
        files = [str(path) for path in drawn.paths]
    if console.json:
        console.print_json({**position.as_json(), "files": files})
        return
    show_positions(console, position, None if prices is None else (prices,))
    if asked["compliance"]:
        show_compliance(console, position)
    if len(position.units):
        show_units(console, position)
    show_notes(console, position)
    console.print("\n".join(files))
