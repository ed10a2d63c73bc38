"""`carbonpath explain RUN`: why a plan is as it is, or why there is none and what would give one."""

from __future__ import annotations

import click

from carbonpath.cli.console import Console
from carbonpath.cli.explanation import show_conflict, show_plan
from carbonpath.cli.options import argument, define_command, option, pass_console
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.workflow.explain import explain_reference
from carbonpath.workflow.explained import told_json
from carbonpath.workflow.project import BOUNDARIES, Boundary


@define_command("explain")
@argument("reference", metavar="RUN")
@option("--boundary", type=click.Choice(BOUNDARIES), help="run.boundary")
@pass_console
def command(console: Console, reference: str, boundary: Boundary | None) -> None:
    """Tell what binds a plan and what it costs, or what keeps a scenario from having one."""
    project = open_project(console, boundary, references=[reference])
    with shown_progress(console, 1) as listener:
        found = explain_reference(project, reference, console.language, listener)
    told = told_json(found, console.language)
    if console.json:
        console.print_json(told)
    elif told["feasible"]:
        show_plan(console, told)
    else:
        show_conflict(console, told)
