"""`carbonpath dispatch RUN`: a typical day of each season."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from carbonpath.cli.console import Console
from carbonpath.cli.options import FOLDER, argument, define_command, option, pass_console
from carbonpath.cli.project import open_project
from carbonpath.cli.tables import show_table
from carbonpath.core.labels import label
from carbonpath.workflow.analysis_files import Page
from carbonpath.workflow.dispatch import Dispatch, tell_dispatch, write_dispatch


@define_command("dispatch")
@argument("reference", metavar="RUN")
@option("--year", type=click.IntRange(1990, 2200), metavar="YEAR", help="dispatch.year")
@option("-o", "--output", type=FOLDER, metavar="DIR", help="dispatch.output")
@option(
    "--format", "formats", type=click.Choice(["png", "svg", "pdf"]), multiple=True, default=["png"], help="plot.format"
)
@pass_console
def command(
    console: Console, /, reference: str, year: int | None, output: Path | None, formats: tuple[Any, ...]
) -> None:
    """Tell who makes power and heat in each part of the day."""
    project = open_project(console)
    found = tell_dispatch(project, reference, year)
    files: list[str] = []
    if output is not None:
        drawn = write_dispatch(project, found, output, Page(console.language, formats))
        console.warn(drawn.problems)
        files = [str(path) for path in drawn.paths]
    if console.json:
        console.print_json({**found.as_json(), "files": files})
        return
    for carrier in dict.fromkeys(found.table["carrier"]):
        _show(console, found, str(carrier))
    console.print("\n".join(files))


def _show(console: Console, found: Dispatch, carrier: str) -> None:
    rows = found.table[found.table["carrier"] == carrier]
    slots = rows.drop_duplicates("timeslice")
    wide = rows.pivot_table(index=["kind", "item"], columns="timeslice", values="value", sort=False, fill_value=0.0)
    wide = wide[slots["timeslice"]]
    names = [label("item", str(item), console.language) for _, item in wide.index]
    told = [console.word(f"dispatch.{kind}", item=name) for (kind, _), name in zip(wide.index, names, strict=True)]
    title = console.word(f"dispatch.{carrier}", scenario=found.run.manifest.title[console.language], year=_year(found))
    headers = [
        f"{label('item', str(season), console.language)}\n{label('item', str(part), console.language)}"
        for season, part in zip(slots["season"], slots["day_part"], strict=True)
    ]
    table = [[name, *(f"{value:.0f}" for value in values)] for name, values in zip(told, wide.to_numpy(), strict=True)]
    show_table(console, ["MW", *headers], table, title=title)


def _year(found: Dispatch) -> int:
    return int(found.table["year"].iloc[0])
