"""`carbonpath macc RUN`: what technologies and a rising carbon price save and cost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from carbonpath.cli.console import Console
from carbonpath.cli.numbers import shown_unit, shown_value
from carbonpath.cli.options import FOLDER, argument, define_command, option, pass_console
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.cli.tables import show_table
from carbonpath.core.labels import label
from carbonpath.workflow.analysis_files import Page
from carbonpath.workflow.macc import Asked, Macc, trace_macc, write_macc


@define_command("macc")
@argument("reference", metavar="RUN")
@option("--price", type=click.FloatRange(min=0.0, min_open=True), default=300.0, show_default=True, help="macc.price")
@option("--year", type=click.IntRange(1990, 2200), metavar="YEAR", help="macc.year")
@option("--boundary", type=click.Choice(["scope1", "scope1+import"]), help="macc.boundary")
@option("-o", "--output", type=FOLDER, metavar="DIR", help="macc.output")
@option(
    "--format", "formats", type=click.Choice(["png", "svg", "pdf"]), multiple=True, default=["png"], help="plot.format"
)
@pass_console
def command(console: Console, /, reference: str, output: Path | None, formats: tuple[Any, ...], **asked: Any) -> None:
    """Tell the abatement curves of a scenario."""
    project = open_project(console, references=[reference])
    with shown_progress(console, 1) as listener:
        macc = trace_macc(project, reference, Asked(**asked), console.language, listener)
    files: list[str] = []
    if output is not None:
        drawn = write_macc(project, macc, output, Page(console.language, formats))
        console.warn(drawn.problems)
        files = [str(path) for path in drawn.paths]
    if console.json:
        console.print_json({**macc.as_json(), "files": files})
        return
    for kind in ("sequential", "single", "sweep"):
        _show(console, macc, kind)
    console.print("\n".join([_sentence(console, macc), *files]))


def _show(console: Console, macc: Macc, kind: str) -> None:
    rows = macc.table.loc[macc.table["kind"] == kind].to_dict("records")
    if kind == "sweep" and not console.verbose:
        rows = rows[:: max(1, len(rows) // 12)]
    amount, money = (shown_unit(unit, console.language) for unit in ("Mt", "million CNY"))
    headers = [console.word(f"macc.{name}") for name in (("step",) if kind == "sweep" else ("technology", "sector"))]
    headers += [
        f"{console.word('macc.annual', year=macc.year)}\n{amount}",
        f"{console.word('macc.abatement')}\n{amount}",
        f"{console.word('macc.cost')}\n{money}",
        f"{console.word('macc.unit_cost')}\nCNY/t",
    ]
    details = {"scenario": macc.named.title.said(console.language), "price": f"{rows[0]['price']:g}" if rows else ""}
    show_table(console, headers, [_row(console, row) for row in rows], title=console.word(f"macc.{kind}", **details))


def _row(console: Console, row: dict[Any, Any]) -> list[str]:
    language = console.language
    first = [str(row["rank"])]
    if row["kind"] != "sweep":
        name = " ".join(part for part in (row["firm"], row[language] or row["technology"]) if part)
        first = [name, label("sector", row["sector"], language) if row["sector"] else "-"]
    amounts = [shown_value(row[name], "Mt", language) for name in ("annual", "abatement")]
    return [*first, *amounts, shown_value(row["cost"], "million CNY", language), f"{row['unit_cost']:.1f}"]


def _sentence(console: Console, macc: Macc) -> str:
    total = macc.table.loc[macc.table["kind"] == "total"].iloc[0]
    amount, money = (shown_unit(unit, console.language) for unit in ("Mt", "million CNY"))
    return console.word(
        "macc.sentence",
        price=f"{total['price']:g}",
        abatement=f"{shown_value(total['abatement'], 'Mt', console.language)} {amount}",
        cost=f"{shown_value(total['cost'], 'million CNY', console.language)} {money}",
        unit_cost=f"{total['unit_cost']:.1f}",
    )
