"""`carbonpath peak RUN`: when a run peaks, and when else it could at nearly the same cost."""

from __future__ import annotations

import click

from carbonpath.cli.console import Console
from carbonpath.cli.options import argument, define_command, option, pass_console
from carbonpath.cli.peak_table import show_order, show_window
from carbonpath.cli.project import open_project
from carbonpath.workflow.peak import KINDS, find_peak_window
from carbonpath.workflow.percent import read_percent, read_percents
from carbonpath.workflow.project import BOUNDARIES, Boundary


@define_command("peak")
@argument("reference", metavar="RUN")
@option("--window", "slacks", default="0.5%,2%,5%", show_default=True, metavar="LIST", help="peak.window")
@option("--plateau", default="1%", show_default=True, metavar="SHARE", help="peak.plateau")
@option("--boundary", type=click.Choice(BOUNDARIES), help="run.boundary")
@pass_console
def command(console: Console, reference: str, slacks: str, plateau: str, boundary: Boundary | None) -> None:
    """Tell peak year, level, plateau and window, and who peaks first."""
    project = open_project(console, boundary)
    told = find_peak_window(project, reference, read_percents(slacks), read_percent(plateau)).as_json()
    if console.json:
        console.print_json(told)
        return
    for window in (told, *told["other_boundaries"]):
        show_window(console, window)
    for kind in KINDS:
        show_order(console, kind, told["order"][kind])
