"""`carbonpath factors list|show|set`: the numbers of the reference tables, with source and confidence."""

from __future__ import annotations

import pandas as pd

from carbonpath.cli.console import Console
from carbonpath.cli.options import argument, define_command, define_group, option, pass_console
from carbonpath.cli.project import open_project
from carbonpath.cli.tables import show_table
from carbonpath.workflow.factors import SetFactor, find_numbers, set_number

BRIEF = ("factor", "value", "unit", "source", "confidence")
"""Columns of a list."""

command = define_group("factors")


@define_command("list")
@argument("words", metavar="[WORD]...", nargs=-1)
@pass_console
def list_command(console: Console, words: tuple[str, ...]) -> None:
    """List the numbers whose id holds every word."""
    _tell(console, find_numbers(open_project(console), words), BRIEF)


@define_command("show")
@argument("factor", metavar="ID")
@pass_console
def show(console: Console, factor: str) -> None:
    """Show one number, or those whose id holds this, with everything that is known of them."""
    _tell(console, find_numbers(open_project(console), (factor,)), None)


@define_command("set")
@argument("factor", metavar="ID")
@option("--value", type=float, required=True, help="factors.value")
@option("--unit", default="", help="factors.unit")
@option("--source", required=True, help="factors.source")
@pass_console
def set_command(console: Console, factor: str, value: float, unit: str, source: str) -> None:
    """Set a number of the project in place of that of the reference tables."""
    _tell(console, set_number(open_project(console), SetFactor(factor, value, unit, source)), None)


def _tell(console: Console, numbers: pd.DataFrame, columns: tuple[str, ...] | None) -> None:
    if console.json:
        console.print_json(numbers.to_dict("records"))
        return
    chosen = columns or tuple(numbers.columns)
    headers = [console.word(f"factors.column.{name}") for name in chosen]
    rows = [[str(row[name]) for name in chosen] for row in numbers.to_dict("records")]
    show_table(console, headers, rows)


for verb in (list_command, show, set_command):
    command.add_command(verb)
