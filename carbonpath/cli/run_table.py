"""Runs as a table on the terminal: peak with its plateau, milestones, coal, cost, status."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from carbonpath.cli.console import Console
from carbonpath.cli.numbers import shown_unit, shown_value
from carbonpath.cli.tables import show_table
from carbonpath.core.labels import label

MILESTONES = ("2025", "2030", "2035")
"""Years in which plans set targets."""

Entry = dict[str, Any]


def show_runs(console: Console, entries: Sequence[Entry]) -> None:
    """Write one row a run; units and boundary stand in the headers.

    A peak year never stands without its plateau.
    """
    years = [year for year in MILESTONES if any(year in entry["emissions_mtco2"] for entry in entries)]
    mass, coal, money = (shown_unit(unit, console.language) for unit in ("Mt", "Mtce", "million CNY"))
    headers = [
        console.word("run.scenario"),
        console.word("run.peak_year"),
        console.word("run.plateau"),
        f"{console.word('run.peak')}\n{mass}CO₂",
        *(f"{year}\n{mass}CO₂" for year in years),
        *(f"{console.word('run.coal')} {year}\n{coal}" for year in years[-1:]),
        f"{console.word('run.cost')}\n{money}",
        console.word("run.status"),
    ]
    rows = [_row(console, entry, years) for entry in entries]
    boundary = ", ".join(dict.fromkeys(label("boundary", entry["boundary"], console.language) for entry in entries))
    title = console.word("run.title", boundary=boundary)
    if any(entry["illustrative"] for entry in entries):
        title = f"{title}  {console.word('run.illustrative')}"
    show_table(console, headers, rows, title=title)


def show_notes(console: Console, entries: Sequence[Entry]) -> None:
    """Tell what a reader of these runs must know about them: each finding with its code, once."""
    told = dict.fromkeys((note["code"], note["message"]) for entry in entries for note in entry["notes"])
    for code, message in told:
        console.say(f"{code} {message}")


def show_differences(console: Console, entries: Sequence[Entry]) -> None:
    """Write how each run differs from the first."""
    years = [year for year in MILESTONES if any(year in entry["emissions_mtco2"] for entry in entries)]
    mass, coal, money = (shown_unit(unit, console.language) for unit in ("Mt", "Mtce", "million CNY"))
    headers = [
        console.word("run.scenario"),
        *(f"{year}\n{mass}CO₂" for year in years),
        f"{console.word('run.cumulative')}\n{mass}CO₂",
        *(f"{console.word('run.coal')} {year}\n{coal}" for year in years[-1:]),
        f"{console.word('run.cost')}\n{money}",
    ]

    def row(entry: Entry) -> list[str]:
        changed = entry["difference"]
        emissions = [_signed(console, changed["emissions_mtco2"].get(year, 0.0), "Mt") for year in years]
        burnt = [_signed(console, changed["coal_mtce"].get(year, 0.0), "Mtce") for year in years[-1:]]
        total = _signed(console, changed["cumulative_mtco2"], "Mt")
        return [_named(entry), *emissions, total, *burnt, _signed(console, changed["total_cost"], "million CNY")]

    title = console.word("run.differences", first=_named(entries[0]))
    show_table(console, headers, [row(entry) for entry in entries[1:]], title=title)


def _row(console: Console, entry: Entry, years: Sequence[str]) -> list[str]:
    emissions = [_value(console, entry["emissions_mtco2"].get(year), "Mt") for year in years]
    burnt = [_value(console, entry["coal_mtce"].get(year), "Mtce") for year in years[-1:]]
    told = console.word(f"run.told.{entry['status']}")
    if entry["unique"] is False:
        told = console.word("run.not_unique", status=told)
    status = console.word("run.reused", status=told) if entry["reused"] else told
    return [
        f"{entry['title'][console.language]}\n{_named(entry)}",
        str(entry["peak_year"]),
        _plateau(console, entry),
        _value(console, entry["peak_mtco2"], "Mt"),
        *emissions,
        *burnt,
        _value(console, entry["total_cost"], "million CNY"),
        status,
    ]


def _named(entry: Entry) -> str:
    """Return the scenario with what was asked beside it, so that a variant is never taken for the scenario."""
    return " ".join((entry["scenario"], *entry["asked"]))


def _plateau(console: Console, entry: Entry) -> str:
    first, last = entry["plateau"]
    span = f"{first}–{last}" if first != last else f"{first}"
    back = entry["peak_return"]
    return span if back is None else console.word("run.return", span=span, year=back)


def _value(console: Console, value: float | None, unit: str) -> str:
    return "-" if value is None else shown_value(value, unit, console.language)


def _signed(console: Console, value: float, unit: str) -> str:
    shown = shown_value(value, unit, console.language)
    return shown if shown.startswith("-") else f"+{shown}"
