"""`carbonpath inventory forms|tables`: report forms of the firms, and the tables of a report, as workbooks."""

from __future__ import annotations

from pathlib import Path

from carbonpath.cli.console import Console
from carbonpath.cli.options import FILE, FOLDER, argument, define_command, option, pass_console
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.core.problems import as_json
from carbonpath.workflow.forms import write_forms
from carbonpath.workflow.inventory import ProjectInventory, build_project_inventory
from carbonpath.workflow.inventory_tables import write_tables
from carbonpath.workflow.journal import Journal
from carbonpath.workflow.project import Project


@define_command("forms")
@argument("firms", nargs=-1, metavar="[FIRM]...")
@option("--year", type=int, metavar="YEAR", help="inventory.year")
@option("-o", "--output", type=FOLDER, metavar="DIR", help="forms.output")
@pass_console
def forms(console: Console, firms: tuple[str, ...], year: int | None, output: Path | None) -> None:
    """Write the report forms of firms under their guidelines, one workbook a firm."""
    project = open_project(console)
    inventory = _built(console, project)
    folder = output or project.runs_folder / "inventory" / "forms"
    files = write_forms(project, inventory, firms, year or project.file.base_year, folder, console.language)
    _tell(console, inventory, files)


@define_command("tables")
@option("--year", type=int, metavar="YEAR", help="inventory.year")
@option("-o", "--output", type=FILE, metavar="FILE", help="forms.tables_output")
@pass_console
def tables(console: Console, year: int | None, output: Path | None) -> None:
    """Write the tables T1 to T4 of a report: energy, factors, emissions, uncertainty."""
    project = open_project(console)
    inventory = _built(console, project)
    path = output or project.runs_folder / "inventory" / "tables.xlsx"
    write_tables(project, inventory, year or project.file.base_year, path, console.language, console.seed)
    _tell(console, inventory, [path])


def _built(console: Console, project: Project) -> ProjectInventory:
    with shown_progress(console, 0) as listener:
        return build_project_inventory(project, Journal("", listener))


def _tell(console: Console, inventory: ProjectInventory, files: list[Path]) -> None:
    if console.json:
        problems = as_json(inventory.problems, console.language)
        console.print_json({"files": [str(path) for path in files], "problems": problems})
        return
    console.print("\n".join(str(path) for path in files))
