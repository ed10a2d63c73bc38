"""`carbonpath alternatives RUN`: what nearly the least cost leaves open."""

from __future__ import annotations

from pathlib import Path

import click

from carbonpath.cli.alternatives_table import show_extents, show_plans
from carbonpath.cli.console import Console
from carbonpath.cli.options import FOLDER, argument, define_command, option, pass_console
from carbonpath.cli.project import open_project
from carbonpath.workflow.alternatives import find_openness
from carbonpath.workflow.percent import read_percents
from carbonpath.workflow.project import BOUNDARIES, Boundary


@define_command("alternatives")
@argument("reference", metavar="RUN")
@option("--slack", "slacks", default="0.5%,2%", metavar="LIST", help="alternatives.slack")
@option("--of", "targets", multiple=True, metavar="QUANTITY", help="alternatives.of")
@option("--plans", type=click.IntRange(min=0), default=0, metavar="N", help="alternatives.plans")
@option("--boundary", type=click.Choice(BOUNDARIES), help="run.boundary")
@option("-o", "--output", type=FOLDER, metavar="DIR", help="alternatives.output")
@pass_console
def command(
    console: Console,
    reference: str,
    slacks: str,
    targets: tuple[str, ...],
    plans: int,
    boundary: Boundary | None,
    output: Path | None,
) -> None:
    """Tell how far quantities may move, and which other plans there are, at nearly the least cost."""
    project = open_project(console, boundary, references=[reference])
    found = find_openness(project, reference, read_percents(slacks), targets, plans)
    files = found.write(project, output, console.language).paths if output else ()
    told = {**found.as_json(), "files": [str(path) for path in files]}
    if console.json:
        console.print_json(told)
        return
    show_extents(console, told)
    if plans:
        show_plans(console, told)
    console.print("\n".join(told["files"]))
