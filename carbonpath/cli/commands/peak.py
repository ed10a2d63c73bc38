"""`carbonpath peak RUN`: when a run peaks, and when else it could at nearly the same cost."""

from __future__ import annotations

from pathlib import Path

import click

from carbonpath.cli.console import Console
from carbonpath.cli.options import FOLDER, argument, define_command, option, pass_console
from carbonpath.cli.peak_table import show_order, show_window
from carbonpath.cli.project import open_project
from carbonpath.workflow.peak import KINDS, find_peak_window
from carbonpath.workflow.percent import read_percent, read_percents
from carbonpath.workflow.project import BOUNDARIES, Boundary


@define_command("peak")
@argument("reference", metavar="RUN")
@option("--window", "slacks", default="0.5%,2%,5%", show_default=True, metavar="LIST", help="peak.window")
@option("--plateau", default="1%", show_default=True, metavar="SHARE", help="peak.plateau")
@option("--fall", default="0%", metavar="SHARE", help="peak.fall")
@option("--leeway", default="0%", metavar="SHARE", help="peak.leeway")
@option("--boundary", type=click.Choice(BOUNDARIES), help="run.boundary")
@option("-o", "--output", type=FOLDER, metavar="DIR", help="peak.output")
@pass_console
def command(
    console: Console, /, reference: str, slacks: str, boundary: Boundary | None, output: Path | None, **shares: str
) -> None:
    """Tell peak year, level, plateau and window, and who peaks first."""
    project = open_project(console, boundary, references=[reference])
    read = {name: read_percent(words) for name, words in shares.items()}
    found = find_peak_window(project, reference, read_percents(slacks), **read)
    files = found.write(project, output, console.language).paths if output else ()
    told = {**found.as_json(), "files": [str(path) for path in files]}
    if console.json:
        console.print_json(told)
        return
    for window in (told, *told["other_boundaries"]):
        show_window(console, window, told)
    for kind in KINDS:
        show_order(console, kind, told["order"][kind])
    console.print("\n".join(told["files"]))
