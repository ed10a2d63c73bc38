"""`carbonpath wedges NAME`: what each measure of a scenario takes off the emissions of its reference."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from carbonpath.cli.console import Console
from carbonpath.cli.numbers import shown_unit, shown_value
from carbonpath.cli.options import FOLDER, argument, define_command, option, pass_console
from carbonpath.cli.progress import shown_count, shown_progress
from carbonpath.cli.project import open_project
from carbonpath.cli.tables import show_table
from carbonpath.core.labels import label
from carbonpath.workflow.analysis_files import Page
from carbonpath.workflow.wedges import WedgeOptions, Wedges, cut_wedges, write_wedges


@define_command("wedges")
@argument("name", metavar="NAME")
@option("--against", metavar="NAME", help="wedges.against")
@option("--year", type=click.IntRange(1990, 2200), metavar="YEAR", help="macc.year")
@option("--group", "groups", metavar="LEVERS", multiple=True, help="wedges.group")
@option("--orders", type=click.IntRange(min=4), metavar="N", help="wedges.orders")
@option("--jobs", type=click.IntRange(min=1), metavar="N", help="wedges.jobs")
@option("-o", "--output", type=FOLDER, metavar="DIR", help="wedges.output")
@option(
    "--format", "formats", type=click.Choice(["png", "svg", "pdf"]), multiple=True, default=["png"], help="plot.format"
)
@pass_console
def command(console: Console, /, name: str, output: Path | None, formats: tuple[Any, ...], **asked: Any) -> None:
    """Tell what each measure saves and costs."""
    project = open_project(console)
    jobs = asked["jobs"] or os.cpu_count() or 1
    options = WedgeOptions(asked["against"], asked["year"], tuple(asked["groups"]), asked["orders"], jobs)
    with shown_progress(console, 1) as listener, shown_count(console, "wedges.progress") as told:
        wedges = cut_wedges(project, name, options, listener, told)
    console.warn(wedges.problems)
    files: list[str] = []
    if output is not None:
        drawn = write_wedges(project, wedges, output, Page(console.language, formats))
        console.warn(drawn.problems)
        files = [str(path) for path in drawn.paths]
    if console.json:
        console.print_json({**wedges.as_json(), "files": files})
        return
    _show(console, wedges)
    console.print("\n".join(files))


def _show(console: Console, wedges: Wedges) -> None:
    amount, money = (shown_unit(unit, console.language) for unit in ("Mt", "million CNY"))
    headers = [console.word("wedges.measure"), console.word("wedges.way")]
    headers += [
        f"{console.word('macc.annual', year=wedges.year)}\n{amount}",
        f"{console.word('macc.abatement')}\n{amount}",
        f"{console.word('macc.cost')}\n{money}",
        f"{console.word('macc.unit_cost')}\nCNY/t",
    ]
    measures = wedges.measures
    title = console.word(
        "wedges.title",
        scenario=measures.scenario.title.said(console.language),
        reference=measures.reference.title.said(console.language),
        boundary=label("boundary", wedges.boundary, console.language),
    )
    show_table(console, headers, [_row(console, row) for row in wedges.table.to_dict("records")], title=title)


def _row(console: Console, row: dict[Any, Any]) -> list[str]:
    amounts = [shown_value(row[name], "Mt", console.language) for name in ("annual", "abatement")]
    cost = shown_value(row["cost"], "million CNY", console.language)
    name = row[console.language] or console.word("wedges.all")
    unit_cost = f"{row['unit_cost']:.1f}" if row["unit_cost"] else "-"
    return [name, console.word(f"wedges.{row['kind']}"), *amounts, cost, unit_cost]
