"""An explained run on the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from carbonpath.cli.console import Console
from carbonpath.cli.numbers import shown_unit, shown_value
from carbonpath.cli.tables import show_table
from carbonpath.core.units import conversion_factor
from carbonpath.core.vocabulary import quantity

Entry = dict[str, Any]

SMALL = {"Mt": "t", "Mtce": "tce", "TWh": "MWh", "PJ": "GJ", "Gtkm": "1000 tkm"}
"""Units of which a million are the unit of the model."""
SAME = 2e-3
"""Relative difference of two prices that counts as none."""
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
    _show_commodities(console, told["checked_prices"])
    console.print(console.word("explain.unique" if told["unique_plan"] else "explain.not_unique"))


def _show_commodities(console: Console, prices: Sequence[Entry]) -> None:
    """Write what one more unit of each commodity costs, a column a milestone; `*` marks what is not one number."""
    years = sorted({one["year"] for one in prices})
    found: dict[tuple[str, str], dict[int, str]] = {}
    for one in prices:
        low, high = one["range"]
        unsure = not one["confirmed"] or None in (low, high) or high - low > SAME * max(abs(low), abs(high))
        cells = found.setdefault((one["label"], one["unit"]), {})
        cells[one["year"]] = _number(one["price"]) + ("*" if unsure else "")
    rows = [
        [name, _price_unit(console, unit), *(cells.get(year, "-") for year in years)]
        for (name, unit), cells in found.items()
    ]
    headers = [console.word("explain.commodity"), console.word("explain.unit"), *map(str, years)]
    show_table(console, headers, rows, title=console.word("explain.commodities"))


def show_conflict(console: Console, told: Entry) -> None:
    """Write what keeps a scenario from having a plan, and the ways out."""
    console.print(_headline(console, told))
    for problem in told["shortfalls"]:
        console.print(f"  {problem['code']} {problem['message']}")
    if "cheapest_repair" not in told:
        return
    headers = [console.word(f"explain.{name}") for name in ("year", "limit", "subject", "value", "source")]
    rows = [
        [year, *_limit_cells(console, limit), _place(console, limit)]
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


def _headline(console: Console, told: Entry) -> str:
    """Return in a sentence or two which limits conflict from when, and what would be enough."""
    years, repairs = told.get("conflict_years"), told.get("cheapest_repair")
    if not years or not repairs:
        return console.word("explain.no_plan", scenario=told["scenario"])
    most = max(repairs, key=lambda one: abs(one["needed"] - one["value"]) / (abs(one["value"]) or 1.0))
    names = {f"{quantity(one['parameter']).label(console.language)} {one['subject']}": None for one in repairs}
    value, needed = most["value"], most["needed"]
    return console.word(
        "explain.headline",
        scenario=told["scenario"],
        first=years[0],
        count=len(years),
        names=", ".join(names),
        year=most["year"] or "",
        value=_amount(console, value, most["unit"]),
        needed=_amount(console, needed, most["unit"]),
        percent=f"{100.0 * (needed - value) / value:+.3g} %" if value else "",
    )


def _place(console: Console, limit: Entry) -> str:
    """Return where a limit is written: file and line; the remark beside it with -v."""
    if not limit["file"]:
        return str(limit["source"])
    if console.verbose > 0:
        return str(limit["source"])
    name = limit["file"]
    return name if limit["line"] is None else console.word("explain.place", file=name, line=limit["line"])


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
        [str(one["year"] or ""), *_limit_cells(console, one), _amount(console, one["needed"], one["unit"])]
        for one in ordered
    ]
    show_table(console, headers, rows, title=title)


def _limit_cells(console: Console, one: Entry) -> list[str]:
    name = quantity(one["parameter"]).label(console.language)
    return [name, one["subject"], _amount(console, one["value"], one["unit"])]


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


def _amount(console: Console, value: float, unit: str) -> str:
    """Return a limit in the unit that readers expect, with all the digits that matter."""
    first, *rest = unit.split("/")
    shown = shown_unit(first, console.language)
    if first == "1":
        return f"{value:g}"
    return f"{value * conversion_factor(first, shown):g} {'/'.join([shown, *rest])}"


def _price_unit(console: Console, unit: str) -> str:
    """Return the unit of a price per `unit`: a million CNY per Mt is one CNY per t."""
    first, *rest = unit.split("/")
    if first in SMALL:
        return "/".join([console.word("explain.money"), SMALL[first], *rest])
    million = console.word("explain.million")
    return million if unit == "1" else f"{million}/{unit}"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:,.0f}" if abs(value) >= 10.0 else f"{round(value, 2) + 0.0:.2f}"
