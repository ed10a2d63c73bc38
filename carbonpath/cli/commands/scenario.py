"""`carbonpath scenario list|show|diff`: scenarios of the project."""

from __future__ import annotations

from typing import Any

import pandas as pd

from carbonpath.cli.console import Console
from carbonpath.cli.options import argument, define_command, define_group, pass_console
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.cli.run_table import MILESTONES
from carbonpath.cli.tables import show_table
from carbonpath.workflow.scenarios import compare_scenarios, list_scenarios, show_scenario

command = define_group("scenario")


@define_command("list")
@pass_console
def list_command(console: Console) -> None:
    """List the scenarios."""
    found = list_scenarios(open_project(console))
    if console.json:
        console.print_json(
            [
                {
                    "scenario": entry.name,
                    "title": {"zh": entry.title.zh, "en": entry.title.en},
                    "extends": list(entry.lineage[1:]),
                    "levers": list(entry.levers),
                }
                for entry in found
            ]
        )
        return
    headers = [console.word(f"scenario.{name}") for name in ("name", "title", "extends", "levers")]
    rows = [
        [entry.name, entry.title.said(console.language), ", ".join(entry.lineage[1:]), ", ".join(entry.levers)]
        for entry in found
    ]
    show_table(console, headers, rows)


@define_command("show")
@argument("name", metavar="NAME")
@pass_console
def show(console: Console, name: str) -> None:
    """Show a scenario as a table of changes."""
    project = open_project(console)
    with shown_progress(console, 0) as listener:
        shown = show_scenario(project, name, console.language, listener)
    console.warn(shown.problems)
    if console.json:
        console.print_json({"scenario": name, "changes": _records(shown.table)})
        return
    console.print(shown.scenario.narrative.said(console.language))
    years = MILESTONES if console.verbose == 0 else [name for name in shown.table.columns if name.isdecimal()]
    _show_frame(console, shown.table, ["lever", "label", "item", "unit", *years, "reason", "basis", "responsible"])


@define_command("diff")
@argument("first", metavar="A")
@argument("second", metavar="B")
@pass_console
def diff(console: Console, first: str, second: str) -> None:
    """Show the numbers in which two scenarios differ."""
    project = open_project(console)
    with shown_progress(console, 0) as listener:
        table = compare_scenarios(project, (first, second), console.language, listener)
    if console.json:
        console.print_json({"a": first, "b": second, "differences": _records(table)})
        return
    told = table[table["year"].astype("str").isin(MILESTONES)] if console.verbose == 0 else table
    columns = ["label", "item", "year", "unit", first, second, "source_a", "source_b"]
    _show_frame(console, told.rename(columns={"value_a": first, "value_b": second}), columns)


def _show_frame(console: Console, table: pd.DataFrame, columns: list[str]) -> None:
    shown = table[[name for name in columns if name in table.columns]]
    headers = [console.word(f"scenario.{name}") if name in HEADERS else str(name) for name in shown.columns]
    show_table(console, headers, [[_cell(value) for value in row] for row in shown.itertuples(index=False)])


HEADERS = ("lever", "label", "item", "unit", "reason", "basis", "responsible", "year", "source_a", "source_b")
"""Columns whose headers the catalogue translates."""


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return "" if pd.isna(value) else f"{value:g}"
    return str(value)


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(k): v for k, v in row.items() if not pd.isna(v)} for row in table.to_dict("records")]


for verb in (list_command, show, diff):
    command.add_command(verb)
