"""`carbonpath inventory` with its verbs: the greenhouse-gas inventory."""

from __future__ import annotations

from pathlib import Path

from carbonpath.cli.console import Console
from carbonpath.cli.inventory_changes import changes, freeze
from carbonpath.cli.inventory_check import check
from carbonpath.cli.inventory_forms import forms, tables
from carbonpath.cli.inventory_reconcile import reconcile
from carbonpath.cli.inventory_table import show_totals
from carbonpath.cli.inventory_trace import trace
from carbonpath.cli.inventory_uncertainty import uncertainty
from carbonpath.cli.options import FOLDER, define_command, define_group, option, pass_console
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.core.problems import as_json
from carbonpath.workflow.changes import told_changes
from carbonpath.workflow.inventory import ProjectInventory, build_project_inventory, write_inventory
from carbonpath.workflow.journal import Journal
from carbonpath.workflow.project import Project

command = define_group("inventory")

LOUD = ("CP-373", "CP-377")
"""Notes told in full: years that nobody reported, and frozen years that today's factors would change."""


@define_command("build")
@option("--year", type=int, metavar="YEAR", help="inventory.year")
@option("-o", "--output", type=FOLDER, metavar="DIR", help="inventory.output")
@pass_console
def build(console: Console, year: int | None, output: Path | None) -> None:
    """Compute the inventory, write its tables and tell the totals."""
    project = open_project(console)
    inventory = _built(console, project)
    files = write_inventory(inventory, output or project.runs_folder / "inventory")
    _show(console, project, inventory, year)
    console.say("\n".join(str(path) for path in files))


@define_command("show")
@option("--year", type=int, metavar="YEAR", help="inventory.year")
@pass_console
def show(console: Console, year: int | None) -> None:
    """Tell the totals without writing anything."""
    project = open_project(console)
    _show(console, project, _built(console, project), year)


def _built(console: Console, project: Project) -> ProjectInventory:
    with shown_progress(console, 0) as listener:
        return build_project_inventory(project, Journal("", listener))


def _show(console: Console, project: Project, inventory: ProjectInventory, year: int | None) -> None:
    moved = told_changes(project, inventory)
    problems = [*inventory.problems, *(moved if console.json else ())]
    summary = inventory.summary(inventory.require_year(year or project.file.base_year))
    if console.json:
        console.print_json({**summary.as_json(), "problems": as_json(problems, console.language)})
        return
    console.warn_briefly([problem for problem in problems if problem.code not in LOUD])
    console.warn([*(problem for problem in problems if problem.code in LOUD), *moved])
    show_totals(console, summary.as_json(), illustrative=project.file.illustrative)


for verb in (build, show, check, freeze, changes, trace, reconcile, forms, tables, uncertainty):
    command.add_command(verb)
