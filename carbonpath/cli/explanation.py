"""An explained run on the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from carbonpath.cli.console import Console
from carbonpath.cli.numbers import shown_unit, shown_value
from carbonpath.cli.tables import show_table
from carbonpath.core.vocabulary import quantity

Entry = dict[str, Any]

SMALL = {"Mt": "t", "Mtce": "tce", "TWh": "MWh", "PJ": "GJ", "Gtkm": "1000 tkm"}
"""Units of which a million are the unit of the model."""
ROWS = 12
"""Limits that are shown; `--json` has more."""


def show_plan(console: Console, told: Entry) -> None:
    """Write what binds a plan, its prices and its carbon price."""
    headers = [console.word(f"explain.{name}") for name in ("limit", "subject", "years", "saved", "price")]
    headers[3] += f"\n{shown_unit('million CNY', console.language)}"
    rows = [_subject_row(console, one) for one in told["binding"][:ROWS]]
    show_table(console, headers, rows, title=console.word("explain.binding", scenario=told["scenario"]))
    headers = [console.word(f"explain.{name}") for name in ("limit", "subject", "year", "price", "range", "trust")]
    rows = [_price_row(console, one) for one in told["prices"][:ROWS]]
    show_table(console, headers, rows, title=console.word("explain.prices"))
    headers = [console.word(f"explain.{name}") for name in ("year", "paid", "next_tonne")]
    rows = [[year, f"{one['paid']:.0f}", _number(one["next_tonne"])] for year, one in told["carbon_price"].items()]
    show_table(console, headers, rows, title=console.word("explain.carbon"))
    console.print(console.word("explain.unique" if told["unique_plan"] else "explain.not_unique"))


def show_conflict(console: Console, told: Entry) -> None:
    """Write what keeps a scenario from having a plan, and the ways out."""
    console.print(console.word("explain.no_plan", scenario=told["scenario"]))
    for problem in told["shortfalls"]:
        console.print(f"  {problem['code']} {problem['message']}")
    if "cheapest_repair" not in told:
        return
    headers = [console.word(f"explain.{name}") for name in ("year", "limit", "subject", "value", "source")]
    rows = [
        [year, *_limit_cells(console, limit), limit["source"]]
        for year, limits in told["conflict_by_year"].items()
        for limit in limits
    ]
    show_table(console, headers, rows, title=console.word("explain.conflict"))
    _show_repairs(console, told["cheapest_repair"], _repair_title(console, told["repaired_cost"]))
    for way in told["other_ways"]:
        names = {"limit": quantity(way["parameter"]).label(console.language), "subject": way["subject"]}
        _show_repairs(console, way["repairs"], console.word("explain.way", **names))
    if told["cheapest_repair"]:
        console.print(console.word("explain.apply"))
    for repair in told["cheapest_repair"]:
        console.print(f"  --set '{repair['set']}'")


def _repair_title(console: Console, cost: float | None) -> str:
    title = console.word("explain.repair")
    if cost is None:
        return title
    shown = f"{shown_value(cost, 'million CNY', console.language)} {shown_unit('million CNY', console.language)}"
    return title + console.word("explain.repaired", cost=shown)


def _show_repairs(console: Console, repairs: Sequence[Entry], title: str) -> None:
    headers = [console.word(f"explain.{name}") for name in ("year", "limit", "subject", "value", "needed")]
    ordered = sorted(repairs, key=lambda one: (one["subject"], one["year"] or 0))
    rows = [
        [str(one["year"] or ""), *_limit_cells(console, one), f"{one['needed']:g}{_unit(one['unit'])}"]
        for one in ordered
    ]
    show_table(console, headers, rows, title=title)


def _limit_cells(console: Console, one: Entry) -> list[str]:
    name = quantity(one["parameter"]).label(console.language)
    return [name, one["subject"], f"{one['value']:g}{_unit(one['unit'])}"]


def _subject_row(console: Console, one: Entry) -> list[str]:
    prices, years = list(one["price_by_year"].values()), list(one["price_by_year"])
    low, high = min(prices), max(prices)
    span = _number(low) if low == high else f"{_number(low)} ... {_number(high)}"
    return [
        quantity(one["parameter"]).label(console.language),
        one["subject"],
        years[0] if len(years) == 1 else f"{years[0]}-{years[-1]} ({len(years)})",
        shown_value(one["saved_by_one_percent"], "million CNY", console.language),
        f"{span} {_price_unit(console, one['unit'])}",
    ]


def _price_row(console: Console, one: Entry) -> list[str]:
    trust = "unconfirmed" if not one["confirmed"] else "unique_price" if one["unique"] else "many_price"
    return [
        quantity(one["parameter"]).label(console.language),
        one["subject"],
        str(one["year"] or ""),
        f"{_number(one['price'])} {_price_unit(console, one['unit'])}",
        " ... ".join(_number(end) for end in one["range"]),
        console.word(f"explain.{trust}"),
    ]


def _unit(unit: str) -> str:
    return "" if unit == "1" else f" {unit}"


def _price_unit(console: Console, unit: str) -> str:
    """Return the unit of a price per `unit`: a million CNY per Mt is one CNY per t."""
    first, *rest = unit.split("/")
    if first in SMALL:
        return "/".join([console.word("explain.money"), SMALL[first], *rest])
    million = console.word("explain.million")
    return million if unit == "1" else f"{million}/{unit}"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:,.0f}" if abs(value) >= 10.0 else f"{round(value, 2) + 0.0:.2f}"
