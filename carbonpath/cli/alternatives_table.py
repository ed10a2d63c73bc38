"""What nearly the least cost leaves open, on the terminal."""

from __future__ import annotations

from typing import Any

from carbonpath.cli.console import Console
from carbonpath.cli.numbers import shown_unit, shown_value
from carbonpath.cli.tables import show_table
from carbonpath.core.labels import label
from carbonpath.core.units import conversion_factor

Entry = dict[str, Any]


def show_extents(console: Console, told: Entry) -> None:
    """Write the range of each quantity within each slack."""
    names = ("quantity", "years", "within", "least", "at_least_cost", "most", "unit")
    rows = [_extent_row(console, one) for one in told["extents"]]
    title = console.word("alternatives.title", scenario=told["scenario"])
    show_table(console, [console.word(f"alternatives.{name}") for name in names], rows, title=title)


def show_plans(console: Console, told: Entry) -> None:
    """Write what the plans cost and emit, and how far each is from those before it."""
    money, mass = shown_unit("million CNY", console.language), f"{shown_unit('Mt', console.language)}CO₂"
    headers = [
        console.word("alternatives.plan"),
        f"{console.word('alternatives.extra')}\n{money}",
        "%",
        console.word("alternatives.distance"),
        console.word("peak.year"),
        f"{console.word('peak.level')}\n{mass}",
        f"{console.word('run.cumulative')}\n{mass}",
    ]
    least = told["plans"][0]["cost"]
    rows = [_plan_row(console, plan, least) for plan in told["plans"]]
    boundary = label("boundary", told["boundary"], console.language)
    show_table(console, headers, rows, title=console.word("alternatives.plans_title", boundary=boundary))


def _extent_row(console: Console, one: Entry) -> list[str]:
    first, *rest = one["unit"].split("/")
    shown = shown_unit(first, console.language)
    factor = conversion_factor(first, shown)
    amounts = [
        "∞" if one[name] is None else f"{factor * one[name]:,.5g}" for name in ("least", "at_least_cost", "most")
    ]
    years = f"{one['first']}" if one["first"] == one["last"] else f"{one['first']}-{one['last']}"
    return [one[console.language], years, f"{100 * one['slack']:g} %", *amounts, "/".join([shown, *rest])]


def _plan_row(console: Console, plan: Entry, least: float) -> list[str]:
    extra = max(0.0, plan["cost"] - least)
    return [
        plan["plan"] if plan["plan"].isdigit() else console.word("alternatives.least_cost"),
        shown_value(extra, "million CNY", console.language),
        f"{100 * extra / least:.2f}",
        f"{plan['distance']:.3f}",
        str(plan["peak_year"]),
        shown_value(plan["peak_mtco2"], "Mt", console.language),
        shown_value(plan["cumulative_mtco2"], "Mt", console.language),
    ]
