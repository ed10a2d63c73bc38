"""`carbonpath inventory freeze|changes`: years that stay as they were reported, and what changed since."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from carbonpath.cli.console import Console
from carbonpath.cli.numbers import shown_unit, shown_value
from carbonpath.cli.options import FOLDER, argument, define_command, option, pass_console
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.cli.tables import show_table
from carbonpath.core.tables import write_table
from carbonpath.workflow.changes import Changes, freeze_year, inventory_changes
from carbonpath.workflow.inventory import build_project_inventory
from carbonpath.workflow.journal import Journal

SHOWN = 20
"""Most changes listed without -v."""


@define_command("freeze")
@argument("year", type=int, metavar="YEAR")
@option("--reason", required=True, metavar="TEXT", help="changes.reason")
@option("--again", is_flag=True, help="changes.again")
@pass_console
def freeze(console: Console, year: int, reason: str, *, again: bool) -> None:
    """Keep the inventory of a year in use as it is today, whatever is corrected afterwards."""
    project = open_project(console)
    with shown_progress(console, 0) as listener:
        inventory = build_project_inventory(project, Journal("", listener))
    folder = freeze_year(project, inventory, year, reason, again=again)
    if console.json:
        console.print_json({"year": year, "folder": project.shown(folder), "reason": reason})
        return
    console.say(console.word("changes.frozen", year=year, folder=project.shown(folder)))


@define_command("changes")
@option("--against", type=FOLDER, metavar="DIR", help="changes.against")
@option("-o", "--output", type=FOLDER, metavar="DIR", help="changes.output")
@pass_console
def changes(console: Console, against: Path | None, output: Path | None) -> None:
    """Tell what changed since years were frozen, or since the tables of an earlier build, and why."""
    project = open_project(console)
    with shown_progress(console, 0) as listener:
        inventory = build_project_inventory(project, Journal("", listener))
    found = inventory_changes(project, inventory, against)
    path = (output or project.runs_folder / "inventory") / "recalculation.csv"
    write_table(found.log, path)
    if console.json:
        years = [asdict(year) for year in found.years]
        console.print_json({"against": found.against, "years": years, "changes": found.log.to_dict("records")})
        return
    _show(console, found)
    console.say(str(path))


def _show(console: Console, found: Changes) -> None:
    word, unit = console.word, shown_unit("Mt", console.language)
    headers = [word("changes.year"), *(word(f"changes.{name}", unit=unit) for name in ("old", "new", "change"))]
    rows = [
        [one.year, *(_mass(console, mass) for mass in (one.old_tco2e, one.new_tco2e, one.new_tco2e - one.old_tco2e))]
        for one in found.years
    ]
    show_table(console, headers, rows, title=word("changes.title", against=found.against))
    if found.log.empty:
        console.print(word("changes.none"))
        return
    listed = found.log if console.verbose > 0 else found.log.head(SHOWN)
    names = ("firm", "year", "facility", "item", "gas", "change_t", "activity_t", "factor_t", "why", "amount", "cell")
    show_table(
        console, [word(f"changes.{name}") for name in names], [_row(console, e) for e in listed.to_dict("records")]
    )
    if len(listed) < len(found.log):
        console.say(word("changes.more", count=len(found.log) - len(listed)))


def _row(console: Console, entry: dict[Any, Any]) -> list[object]:
    masses = [f"{entry[name]:+,.1f}" for name in ("change_tco2e", "activity_tco2e", "factor_tco2e")]
    amounts = [entry[name] or "-" for name in ("old_amount", "new_amount")]
    reason = console.word(f"changes.reasons.{entry['reason'].replace(' ', '_')}")
    names = [entry[name] for name in ("firm", "year", "facility", "item", "gas")]
    return [*names, *masses, reason, " → ".join(dict.fromkeys(amounts)), entry["source"]]


def _mass(console: Console, tonnes: float) -> str:
    return shown_value(tonnes / 1e6, "Mt", console.language)
