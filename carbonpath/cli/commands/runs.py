"""`carbonpath runs list|show|quantity|verify|tag`: finished runs."""

from __future__ import annotations

from carbonpath.cli.console import Console
from carbonpath.cli.options import argument, define_command, define_group, pass_console
from carbonpath.cli.project import open_project
from carbonpath.cli.tables import show_table
from carbonpath.workflow.quantity import tell_quantity
from carbonpath.workflow.run_names import asked
from carbonpath.workflow.runs import Run, find_run, list_runs, read_tags, tag_run
from carbonpath.workflow.verification import verify_run

command = define_group("runs")
COLUMNS = ("run", "scenario", "asked", "created", "status", "tag")
"""Columns of the list."""


@define_command("list")
@pass_console
def list_command(console: Console) -> None:
    """List every finished run, oldest first."""
    folder = open_project(console).runs_folder
    runs, tags = list_runs(folder), read_tags(folder)
    if console.json:
        console.print_json(_entries(runs, tags))
        return
    headers = [console.word(f"runs.{name}") for name in COLUMNS]
    rows = [[entry[key] for key in COLUMNS] for entry in _entries(runs, tags)]
    show_table(console, headers, rows)


@define_command("show")
@argument("reference", metavar="RUN")
@pass_console
def show(console: Console, reference: str) -> None:
    """Show what a run was made of and what it left."""
    run = find_run(open_project(console).runs_folder, reference)
    manifest = run.manifest.model_dump(mode="json")
    files = sorted(path.relative_to(run.folder).as_posix() for path in run.folder.rglob("*") if path.is_file())
    if console.json:
        console.print_json({**manifest, "folder": str(run.folder), "files": files})
        return
    plain = {k: v for k, v in manifest.items() if not isinstance(v, (dict, list))}
    plain = {**plain, "asked": ", ".join(asked(run)), **manifest["solver"]}
    show_table(console, [console.word("config.key"), console.word("config.value")], list(plain.items()))
    console.print("\n".join(str(run.folder / name) for name in files))


@define_command("quantity")
@argument("reference", metavar="RUN")
@argument("quantity", metavar="QUANTITY")
@argument("name", metavar="NAME", required=False)
@pass_console
def quantity_command(console: Console, reference: str, quantity: str, name: str | None) -> None:
    """Tell a quantity, shadow price or indicator of a run by year."""
    run = find_run(open_project(console).runs_folder, reference)
    table = tell_quantity(run, quantity, name or "")
    if console.json:
        console.print_json({"run": run.manifest.run, "quantity": quantity, "rows": table.to_dict("records")})
        return
    headers = [console.word(f"runs.{column}") for column in table.columns]
    columns = (table[column].tolist() for column in table.columns)
    cells = [[name, year, f"{value:g}", unit] for name, year, value, unit in zip(*columns, strict=True)]
    show_table(console, headers, cells, title=quantity)


@define_command("verify")
@argument("reference", metavar="RUN")
@pass_console
def verify(console: Console, reference: str) -> None:
    """Check a run against its own files, and find its plan again."""
    found = verify_run(find_run(open_project(console).runs_folder, reference))
    if console.json:
        console.print_json(found.as_json())
        return
    headers = [console.word("runs.check"), console.word("runs.count")]
    rows = [[console.word(f"runs.checks.{check.name.partition('.')[0]}"), check.count] for check in found.checks]
    show_table(console, headers, rows, title=console.word("runs.verified", run=found.run.manifest.run))
    if not found.same_code:
        console.say(console.word("runs.other_code"))


@define_command("tag")
@argument("reference", metavar="RUN")
@argument("tag", metavar="NAME")
@pass_console
def tag_command(console: Console, reference: str, tag: str) -> None:
    """Give a run a name of its own."""
    run = tag_run(open_project(console).runs_folder, reference, tag)
    console.say(console.word("runs.tagged", run=run.manifest.run, tag=tag))


def _entries(runs: list[Run], tags: dict[str, str]) -> list[dict[str, str]]:
    return [_entry(run, tags) for run in runs]


def _entry(run: Run, tags: dict[str, str]) -> dict[str, str]:
    names = [tag for tag, target in tags.items() if target == run.manifest.run]
    manifest = run.manifest
    return {
        "run": manifest.run,
        "scenario": manifest.scenario,
        "asked": ", ".join(asked(run)),
        "created": manifest.created,
        "status": manifest.solver.status,
        "tag": ", ".join(names),
    }


for verb in (list_command, show, quantity_command, verify, tag_command):
    command.add_command(verb)
