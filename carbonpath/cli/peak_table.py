"""The window of a peak year on the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from carbonpath.cli.console import Console
from carbonpath.cli.numbers import shown_unit, shown_value
from carbonpath.cli.tables import show_table
from carbonpath.core.labels import label

Entry = dict[str, Any]

NOISE = 6
"""Decimals of Mt; what is smaller is the solver's noise and must not show as minus zero."""


def show_window(console: Console, window: Entry, asked: Entry) -> None:
    """Write peak, plateau and window in one boundary, then what a peak in each year would cost.

    `asked` says what is asked of the years after the last rise.
    """
    language = console.language
    first, last = window["plateau"]
    span = f"{first}-{last}" if window["peak_return"] is None else f"{first}-{last}, {window['peak_return']}"
    title = console.word(
        "peak.title",
        boundary=label("boundary", window["boundary"], language),
        year=window["peak_year"],
        level=f"{shown_value(window['peak_mtco2'], 'Mt', language)} {shown_unit('Mt', language)}CO₂",
        plateau=span,
    )
    names = ("earliest", "latest", "no_rise_after")
    headers = [console.word(f"peak.{name}") for name in ("slack", *names[:-1])]
    fall, leeway = asked["yearly_fall_pct"], asked["leeway_pct"]
    steady = fall == leeway == 0.0
    headers.append(
        console.word("peak.no_rise_after" if steady else "peak.falls_after", fall=f"{fall:g}", leeway=f"{leeway:g}")
    )
    rows = [[f"{reach['slack_pct']:g} %", *(str(reach[name]) for name in names)] for reach in window["window"]]
    show_table(console, headers, rows, title=title)
    extra = f"{console.word('peak.extra')}\n{shown_unit('million CNY', language)}"
    level = f"{console.word('peak.level')}\n{shown_unit('Mt', language)}CO₂"
    rows = [_cost_row(console, window, year) for year in window["cost_by_peak_year"]]
    show_table(console, [console.word("peak.year"), extra, level], rows)


def show_order(console: Console, kind: str, order: Sequence[Entry]) -> None:
    """Write sectors or firms in the order of their peaks."""
    unit = f"{shown_unit('Mt', console.language)}CO₂"
    headers = [
        *(console.word(f"peak.{name}") for name in (kind, "year", "plateau_years")),
        *(f"{console.word(f'peak.{name}')}\n{unit}" for name in ("level", "last")),
    ]
    rows = [_order_row(console, kind, one) for one in order]
    show_table(console, headers, rows, title=console.word(f"peak.order_{kind}"))


def _cost_row(console: Console, window: Entry, year: str) -> list[str]:
    cost, level = window["cost_by_peak_year"][year], window["level_by_peak_year"][year]
    if cost is None:
        return [year, "-", "-"]
    extra = shown_value(max(0.0, cost - window["least_cost"]), "million CNY", console.language)
    return [year, extra, _mass(console, level)]


def _mass(console: Console, value: float) -> str:
    return shown_value(round(value, NOISE) + 0.0, "Mt", console.language)


def _order_row(console: Console, kind: str, one: Entry) -> list[str]:
    name = label("sector", one[kind], console.language) if kind == "sector" else one[kind]
    first, last = one["plateau"]
    levels = [_mass(console, one[key]) for key in ("peak_mtco2", "last_mtco2")]
    return [name, str(one["peak_year"]), f"{first}-{last}", *levels]
