"""`carbonpath targets RUN...`: goals of the plans, met or missed."""

from __future__ import annotations

import math
from typing import Any

from carbonpath.cli.console import Console
from carbonpath.cli.options import argument, define_command, pass_console
from carbonpath.cli.project import open_project
from carbonpath.cli.tables import show_table
from carbonpath.workflow.run_names import shown_title
from carbonpath.workflow.targets import Standing, hold_to_targets


@define_command("targets")
@argument("references", metavar="RUN...", nargs=-1, required=True)
@pass_console
def command(console: Console, references: tuple[str, ...]) -> None:
    """Hold runs to the goals of the plans."""
    standings = hold_to_targets(open_project(console), references)
    if console.json:
        console.print_json([standing.as_json(console.language) for standing in standings])
        return
    for standing in standings:
        _show(console, standing)


def _show(console: Console, standing: Standing) -> None:
    names = ("goal", "year", "wanted", "reached", "gap", "verdict")
    rows = [_row(console, standing, entry) for entry in standing.table.to_dict("records")]
    run = standing.run.manifest
    title = console.word("targets.title", scenario=shown_title(standing.run, console.language), run=run.run)
    show_table(console, [console.word(f"targets.{name}") for name in names], rows, title=title)


def _row(console: Console, standing: Standing, entry: dict[Any, Any]) -> list[str]:
    goal = standing.goals.goals[entry["goal"]]
    year = entry["unit"] == "year"
    unit = "" if year else f" {entry['unit']}"
    sign = "≤" if entry["bound"] == "at_most" else "≥"

    def number(value: float, form: str) -> str:
        return "-" if math.isnan(value) else f"{value:.0f}" if year else f"{value:{form}}"

    verdict = {True: "met", False: "missed", None: "unknown"}[entry["met"]]
    return [
        goal.title.said(console.language),
        str(entry["year"]),
        f"{sign} {number(entry['wanted'], 'g')}{unit}",
        number(entry["reached"], ".4g"),
        number(entry["gap"], "+.3g"),
        console.word(f"targets.{verdict}"),
    ]
