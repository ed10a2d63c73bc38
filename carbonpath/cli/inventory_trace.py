"""`carbonpath inventory trace`: a total back to equation, factor and cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from carbonpath.cli.console import Console
from carbonpath.cli.numbers import shown_unit, shown_value
from carbonpath.cli.options import FILE, argument, define_command, option, pass_console
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.cli.tables import show_table
from carbonpath.core.tables import write_table
from carbonpath.workflow.inventory import build_project_inventory
from carbonpath.workflow.journal import Journal

SHOWN = 25
"""Rows listed without -v."""


@define_command("trace")
@argument("terms", nargs=-1, metavar="[TERM]...")
@option("--year", type=int, metavar="YEAR", help="inventory.year")
@option("-o", "--output", type=FILE, metavar="FILE", help="trace.output")
@pass_console
def trace(console: Console, terms: tuple[str, ...], year: int | None, output: Path | None) -> None:
    """Tell the rows that add up to a total, each with equation, factors and survey cells."""
    project = open_project(console)
    with shown_progress(console, 0) as listener:
        inventory = build_project_inventory(project, Journal("", listener))
    rows = inventory.trace(inventory.require_year(year or project.file.base_year), terms)
    if output is not None:
        write_table(rows, output)
    if console.json:
        content = {"terms": list(terms), "tco2e": float(rows["tco2e"].sum()), "rows": rows.to_dict("records")}
        console.print_json(content)
        return
    _show(console, rows, terms, year or project.file.base_year)


def _show(console: Console, rows: pd.DataFrame, terms: tuple[str, ...], year: int) -> None:
    word, total = console.word, float(rows["tco2e"].sum())
    unit = shown_unit("Mt", console.language)
    moved = rows[rows["tco2e"] != 0]
    listed = rows if console.verbose > 0 else moved.head(SHOWN)
    title = word(
        "trace.title",
        year=year,
        what=" ".join(terms) or word("inventory.district"),
        total=shown_value(total / 1e6, "Mt", console.language),
        tonnes=f"{total:,.2f}",
        unit=unit,
        count=len(moved),
    )
    names = ("firm", "facility", "category", "item", "gas", "tco2e", "amount", "factors", "cell")
    show_table(
        console, [word(f"trace.{name}") for name in names], [_row(e) for e in listed.to_dict("records")], title=title
    )
    if len(listed) < len(moved):
        rest = float(moved["tco2e"].iloc[len(listed) :].sum())
        console.print(word("trace.more", count=len(moved) - len(listed), rest=f"{rest:,.1f}"))
    used = (
        listed[["method", "gas", "guideline", "equation"]].drop_duplicates().sort_values(["method", "gas", "guideline"])
    )
    keys = ("method", "gas", "guideline", "equation")
    show_table(console, [word(f"trace.{name}") for name in keys], used.to_numpy().tolist())


def _row(entry: dict[Any, Any]) -> list[str]:
    names = [entry[name] for name in ("firm", "facility", "category", "item", "gas")]
    return [*names, f"{entry['tco2e']:,.2f}", entry["amount"], entry["factor_source"], entry["source"]]
