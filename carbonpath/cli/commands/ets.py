"""`carbonpath ets RUN`: allowances of every firm against its emissions, along a run or in the surveyed years."""

from __future__ import annotations

import math
from typing import Any

import click

from carbonpath.cli.console import Console
from carbonpath.cli.numbers import shown_unit, shown_value
from carbonpath.cli.options import argument, define_command, option, pass_console
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.cli.run_table import MILESTONES
from carbonpath.cli.tables import show_table
from carbonpath.core.labels import label
from carbonpath.workflow.ets import Position, ets_position

PETAJOULE = 1e6
"""GJ in a PJ."""
WORDS = {"own_gas": "own_gas_out", "biomass": "biomass_out"}
"""Words for what becomes of a unit, where the column of the same name says something else."""


@define_command("ets")
@argument("reference", metavar="RUN")
@option("--prices", type=click.Choice(["low", "base", "high"]), help="ets.prices")
@pass_console
def command(console: Console, /, reference: str, prices: str | None) -> None:
    """Tell allowances, surplus or shortfall and cost of every firm."""
    project = open_project(console, references=[reference])
    with shown_progress(console, 0) as listener:
        position = ets_position(project, reference, prices, listener)
    if console.json:
        console.print_json(position.as_json())
        return
    _show(console, position)
    if len(position.units):
        _show_units(console, position)
    console.say(console.word("ets.unverified", count=len(position.unverified)))


def _show(console: Console, position: Position) -> None:
    amount, money = (shown_unit(unit, console.language) for unit in ("Mt", "million CNY"))
    headers = [console.word(f"ets.{name}") for name in ("firm", "market", "year")]
    headers += [f"{console.word(f'ets.{name}')}\n{amount}" for name in ("emissions", "allowances", "surplus")]
    headers.append(f"{console.word('ets.cost')}\n{money}")
    chosen = position.table[position.table["year"].astype("str").isin(MILESTONES)]
    shown = position.table if console.verbose > 0 or not position.run else chosen
    show_table(
        console, headers, [_row(console, entry) for entry in shown.to_dict("records")], title=_title(console, position)
    )


def _title(console: Console, position: Position) -> str:
    prices = console.word(f"ets.{position.prices}")
    if not position.run:
        return console.word("ets.surveyed", prices=prices)
    return console.word("ets.title", scenario=position.title[console.language], run=position.run, prices=prices)


def _row(console: Console, entry: dict[Any, Any]) -> list[str]:
    amounts = [shown_value(entry[name], "Mt", console.language) for name in ("emissions", "allowances", "surplus")]
    cost = entry["cost"]
    paid = "-" if math.isnan(cost) else shown_value(cost, "million CNY", console.language)
    return [entry["firm"], label("item", entry["market"], console.language), str(entry["year"]), *amounts, paid]


def _show_units(console: Console, position: Position) -> None:
    headers = [console.word(f"ets.{name}") for name in ("firm", "facility", "year")]
    headers += [
        f"{console.word('ets.heat')}\nPJ",
        *(f"{console.word(f'ets.{name}')}\n%" for name in ("own_gas", "biomass")),
    ]
    headers.append(console.word("ets.status"))
    rows = [
        [unit["firm"], unit["facility"], str(unit["year"]), f"{unit['energy'] / PETAJOULE:.2f}"]
        + [f"{100 * unit[name]:.1f}" for name in ("own_gas", "biomass")]
        + [console.word(f"ets.{WORDS.get(unit['status'], unit['status'])}")]
        for unit in position.units.to_dict("records")
    ]
    show_table(console, headers, rows, title=console.word("ets.units"))
