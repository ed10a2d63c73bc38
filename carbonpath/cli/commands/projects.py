"""`carbonpath projects RUN`: what is to be built, what it saves and costs, and who answers for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from carbonpath.cli.console import Console
from carbonpath.cli.numbers import shown_unit, shown_value
from carbonpath.cli.options import FOLDER, argument, define_command, option, pass_console
from carbonpath.cli.project import open_project
from carbonpath.cli.tables import show_table
from carbonpath.core.labels import label
from carbonpath.workflow.projects import OTHERS, ProjectList, list_projects, write_projects


@define_command("projects")
@argument("reference", metavar="RUN")
@option("--against", metavar="RUN", help="projects.against")
@option("--year", type=click.IntRange(1990, 2200), metavar="YEAR", help="macc.year")
@option("-o", "--output", type=FOLDER, metavar="DIR", help="projects.output")
@pass_console
def command(console: Console, reference: str, against: str | None, year: int | None, output: Path | None) -> None:
    """Tell the list of projects."""
    project = open_project(console, references=[reference, against])
    found = list_projects(project, reference, against, year, console.language)
    files = [] if output is None else [str(write_projects(found, output))]
    if console.json:
        console.print_json({**found.as_json(), "files": files})
        return
    _show(console, found)
    console.print("\n".join(files))


def _show(console: Console, found: ProjectList) -> None:
    amount, money = (shown_unit(unit, console.language) for unit in ("Mt", "million CNY"))
    rows = found.table.to_dict("records")
    headers = [console.word(f"projects.{name}") for name in ("name", "owner", "years", "capacity")]
    headers += [
        f"{console.word('projects.investment')}\n{money}",
        f"{console.word('projects.extra')}\n{money}",
        f"{console.word('macc.annual', year=rows[0]['year'])}\n{amount}",
        f"{console.word('macc.abatement')}\n{amount}",
        f"{console.word('macc.unit_cost')}\nCNY/t",
        console.word("projects.responsible"),
    ]
    names = {
        name: run.manifest.title[console.language]
        for name, run in (("scenario", found.run), ("reference", found.reference))
    }
    boundary = label("boundary", rows[0]["boundary"], console.language)
    title = console.word("projects.title", **names, boundary=boundary)
    show_table(console, headers, [_row(console, row) for row in rows], title=title)


def _row(console: Console, row: dict[Any, Any]) -> list[str]:
    language = console.language
    beside = row["technology"] in OTHERS
    first, last = row["first_year"], row["last_year"]
    span = "-" if not first else str(first) if first == last else f"{first}-{last}"
    built = f"{row['capacity']:.4g} {row['capacity_unit']}" if row["capacity"] else "-"
    spent = [
        "-" if beside and not row[name] else shown_value(row[name], "million CNY", language)
        for name in ("investment", "extra")
    ]
    saved = [shown_value(row[name], "Mt", language) for name in ("annual", "abatement")]
    unit_cost = f"{row['unit_cost']:.1f}" if row["unit_cost"] else "-"
    name = row[language] or row["technology"]
    return [name, row["firm"] or "-", span, built, *spent, *saved, unit_cost, row["responsible"] or "-"]
