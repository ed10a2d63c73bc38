"""A plan for several futures on the terminal."""

from __future__ import annotations

from typing import Any

from carbonpath.cli.console import Console
from carbonpath.cli.numbers import shown_unit, shown_value
from carbonpath.cli.tables import show_table
from carbonpath.core.labels import label
from carbonpath.core.units import conversion_factor

Entry = dict[str, Any]

ROWS = 20
"""Investments that are shown; `--json` and the table have all."""


def show_prospect(console: Console, told: Entry) -> None:
    """Write each future with its cost and what not knowing it costs, then what is built in all of them."""
    money, mass = shown_unit("million CNY", console.language), f"{shown_unit('Mt', console.language)}CO₂"
    names = ("future", "probability", "cost", "foreseen", "regret")
    headers = [console.word(f"futures.{name}") for name in names]
    headers = [*headers[:2], *(f"{header}\n{money}" for header in headers[2:])]
    headers += [console.word("peak.year"), f"{console.word('peak.level')}\n{mass}"]
    rows = [_future_row(console, one) for one in told["futures"]]
    boundary = label("boundary", told["boundary"], console.language)
    title = console.word("futures.title", scenario=told["scenario"], until=told["until"], boundary=boundary)
    show_table(console, headers, rows, title=title)
    cost, worth = (
        shown_value(told[key], "million CNY", console.language) for key in ("expected_cost", "value_of_information")
    )
    console.print(console.word("futures.worth", cost=f"{cost} {money}", worth=f"{worth} {money}"))
    _show_investments(console, told)


def _show_investments(console: Console, told: Entry) -> None:
    found: dict[tuple[str, str, str], tuple[float, list[int]]] = {}
    for one in told["investments"]:
        key = (one["item"], one[console.language], one["unit"])
        amount, years = found.get(key, (0.0, []))
        found[key] = (amount + one["value"], [*years, one["year"]])
    rows = [
        [console.word(f"futures.{item}"), name, _span(years), *_amount(console, amount, unit)]
        for (item, name, unit), (amount, years) in list(found.items())[:ROWS]
    ]
    headers = [console.word(f"futures.{name}") for name in ("kind", "technology", "years", "amount", "unit")]
    show_table(console, headers, rows, title=console.word("futures.investments", until=told["until"]))


def _future_row(console: Console, one: Entry) -> list[str]:
    money = [shown_value(one[key], "million CNY", console.language) for key in ("cost", "foreseen_cost")]
    return [
        one["title"][console.language] or one["future"],
        f"{100.0 * one['probability']:g} %",
        *money,
        shown_value(max(0.0, one["regret"]), "million CNY", console.language),
        f"{one['peak_year']:.0f}",
        shown_value(one["peak_level"], "Mt", console.language),
    ]


def _span(years: list[int]) -> str:
    return f"{min(years)}" if min(years) == max(years) else f"{min(years)}-{max(years)}"


def _amount(console: Console, value: float, unit: str) -> tuple[str, str]:
    first, *rest = unit.split("/")
    shown = shown_unit(first, console.language)
    return f"{value * conversion_factor(first, shown):,.4g}", "/".join([shown, *rest])
