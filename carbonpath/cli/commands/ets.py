"""`carbonpath ets RUN`: allowances of every firm against its emissions."""

from __future__ import annotations

import math
from typing import Any

import click

from carbonpath.cli.console import Console
from carbonpath.cli.numbers import shown_unit, shown_value
from carbonpath.cli.options import argument, define_command, option, pass_console
from carbonpath.cli.project import open_project
from carbonpath.cli.run_table import MILESTONES
from carbonpath.cli.tables import show_table
from carbonpath.core.labels import label
from carbonpath.workflow.ets import Position, ets_position


@define_command("ets")
@argument("reference", metavar="RUN")
@option("--prices", type=click.Choice(["low", "base", "high"]), help="ets.prices")
@pass_console
def command(console: Console, /, reference: str, prices: str | None) -> None:
    """Tell allowances, surplus or shortfall and cost of every firm."""
    position = ets_position(open_project(console), reference, prices)
    if console.json:
        console.print_json(position.as_json())
        return
    _show(console, position)
    console.say(console.word("ets.unverified", count=len(position.unverified)))


def _show(console: Console, position: Position) -> None:
    amount, money = (shown_unit(unit, console.language) for unit in ("Mt", "million CNY"))
    headers = [console.word(f"ets.{name}") for name in ("firm", "market", "year")]
    headers += [f"{console.word(f'ets.{name}')}\n{amount}" for name in ("emissions", "allowances", "surplus")]
    headers.append(f"{console.word('ets.cost')}\n{money}")
    chosen = position.table[position.table["year"].astype("str").isin(MILESTONES)]
    shown = position.table if console.verbose > 0 else chosen
    run = position.run.manifest
    title = console.word(
        "ets.title", scenario=run.title[console.language], run=run.run, prices=console.word(f"ets.{position.prices}")
    )
    show_table(console, headers, [_row(console, entry) for entry in shown.to_dict("records")], title=title)


def _row(console: Console, entry: dict[Any, Any]) -> list[str]:
    amounts = [shown_value(entry[name], "Mt", console.language) for name in ("emissions", "allowances", "surplus")]
    cost = entry["cost"]
    paid = "-" if math.isnan(cost) else shown_value(cost, "million CNY", console.language)
    return [entry["firm"], label("item", entry["market"], console.language), str(entry["year"]), *amounts, paid]
