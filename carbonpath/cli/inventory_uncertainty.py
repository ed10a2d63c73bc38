"""`carbonpath inventory uncertainty`: intervals and key categories of the inventory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from carbonpath.cli.console import Console
from carbonpath.cli.numbers import shown_unit, shown_value
from carbonpath.cli.options import FOLDER, define_command, option, pass_console
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.cli.tables import show_table
from carbonpath.core.labels import label
from carbonpath.core.problems import as_json
from carbonpath.workflow.drawing import FORMATS
from carbonpath.workflow.inventory import build_project_inventory
from carbonpath.workflow.journal import Journal
from carbonpath.workflow.uncertainty import (
    UncertaintyReport,
    draw_uncertainty,
    inventory_chart_options,
    inventory_uncertainty,
    write_uncertainty,
)

FAR = 1000.0
"""Percent beyond which a number tells nothing but that it is large."""


@define_command("uncertainty")
@option("--year", type=int, metavar="YEAR", help="uncertainty.year")
@option("--base-year", type=int, metavar="YEAR", help="uncertainty.base_year")
@option("--draws", type=int, metavar="N", default=10_000, help="uncertainty.draws")
@option("--charts/--no-charts", default=True, help="uncertainty.charts")
@option("-o", "--output", type=FOLDER, metavar="DIR", help="uncertainty.output")
@pass_console
def uncertainty(
    console: Console, year: int | None, base_year: int | None, draws: int, charts: bool, output: Path | None
) -> None:
    """Tell intervals by both approaches and key categories, write their tables and charts."""
    project = open_project(console)
    with shown_progress(console, 0) as listener:
        journal = Journal("", listener)
        inventory = build_project_inventory(project, journal)
        years = (base_year or project.file.base_year, year or inventory.years[-1])
        with journal.stage("uncertainty"):
            report = inventory_uncertainty(inventory, years, console.seed, draws)
        folder = output or project.runs_folder / "inventory"
        files = write_uncertainty(report, folder)
        if charts:
            options = inventory_chart_options(project, inventory, console.language)
            with journal.stage("charts"):
                drawn, missing = draw_uncertainty(report, inventory, folder, FORMATS, options)
            files += drawn
            console.warn(missing)
    if console.json:
        console.print_json({**report.as_json(), "problems": as_json(inventory.problems, console.language)})
        return
    console.warn_briefly(inventory.problems)
    _show_intervals(console, report, illustrative=project.file.illustrative)
    _show_keys(console, report.levels, "level", console.word("uncertainty.levels_title", year=report.year))
    if not report.trends.empty:
        title = console.word("uncertainty.trends_title", year=report.year, base_year=report.base_year)
        _show_keys(console, report.trends, "trend", title)
    console.say("\n".join(str(path) for path in files))


def _show_intervals(console: Console, report: UncertaintyReport, *, illustrative: bool) -> None:
    word, unit = console.word, shown_unit("Mt", console.language)
    headers = [word("uncertainty.name"), word("uncertainty.total", unit=unit)]
    headers += [word(f"uncertainty.{name}") for name in ("approach_1", "approach_2")]
    if report.base_year != report.year:
        headers.append(word("uncertainty.change", year=report.base_year))
        headers += [word(f"uncertainty.{name}") for name in ("change_1", "change_2")]
    rows = [_interval(console, entry)[: len(headers)] for entry in report.intervals.to_dict("records")]
    title = word("uncertainty.title", year=report.year, draws=report.draws, seed=report.seed)
    show_table(console, headers, rows, title=f"{title}  {word('run.illustrative')}" if illustrative else title)


def _interval(console: Console, entry: dict[Any, Any]) -> list[str]:
    names = {"district": console.word("inventory.district"), "sector": label("sector", entry["name"], console.language)}
    return [
        names.get(entry["level"], entry["name"]),
        shown_value(entry["tco2e"] / 1e6, "Mt", console.language),
        _percent(entry["approach_1_pct"]),
        f"{_signed(entry['lower_pct'])} – {_signed(entry['upper_pct'])}",
        _signed(entry["change_pct"]),
        _percent(entry["change_1_pct"]),
        f"{_signed(entry['change_lower_pct'])} – {_signed(entry['change_upper_pct'])}",
    ]


def _show_keys(console: Console, table: pd.DataFrame, measure: str, title: str) -> None:
    names = ("category", "gas", "interval", "share", "cumulative", "key", "weighted", "key")
    yes = {"yes": console.word("uncertainty.yes"), "": ""}
    rows = [
        [
            entry["category"],
            entry["gas"],
            _percent(entry["uncertainty"]),
            f"{100 * entry[measure]:.1f}",
            f"{100 * entry['cumulative']:.1f}",
            yes[entry["key"]],
            f"{100 * entry[f'{measure}_with_uncertainty']:.1f}",
            yes[entry["key_with_uncertainty"]],
        ]
        for entry in table.to_dict("records")
        if console.verbose > 0 or "yes" in (entry["key"], entry["key_with_uncertainty"])
    ]
    show_table(console, [console.word(f"uncertainty.{name}") for name in names], rows, title=title)


def _percent(value: float) -> str:
    return f"> {FAR:.0f}" if value > FAR else f"{value:.1f}"


def _signed(value: float) -> str:
    return f"{'<' if value < 0 else '>'} {FAR if value > 0 else -FAR:.0f}" if abs(value) > FAR else f"{value:+.1f}"
