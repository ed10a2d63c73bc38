"""`carbonpath decompose RUN [RUN]`: why emissions change."""

from __future__ import annotations

from typing import Any

import click

from carbonpath.cli.console import Console
from carbonpath.cli.numbers import shown_unit, shown_value
from carbonpath.cli.options import argument, define_command, option, pass_console
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.cli.tables import show_table
from carbonpath.core.labels import LabelKind, label
from carbonpath.workflow.decomposition import Decomposed, Question, decompose

YEAR = click.IntRange(1990, 2200)


@define_command("decompose")
@argument("references", metavar="RUN [RUN]", nargs=-1, required=True)
@option("--by", type=click.Choice(["kaya", "sector"]), default="kaya", help="decompose.by")
@option("--boundary", type=click.Choice(["scope1", "scope1+import"]), default="scope1", help="decompose.boundary")
@option("--from", "first", type=YEAR, metavar="YEAR", help="decompose.from")
@option("--to", "last", type=YEAR, metavar="YEAR", help="decompose.to")
@option("--chained", is_flag=True, help="decompose.chained")
@pass_console
def command(console: Console, /, references: tuple[str, ...], **asked: Any) -> None:
    """Tell what each factor adds to a change of emissions."""
    project = open_project(console, references=references)
    with shown_progress(console, 0) as listener:
        found = decompose(project, references, Question(**asked), listener)
    if console.json:
        console.print_json(found.as_json())
        return
    _show(console, found)


def _show(console: Console, found: Decomposed) -> None:
    unit = f"{shown_unit('Mt', console.language)}CO₂"
    named = [name for name in ("sector", "factor") if (found.effects[name] != "").any()]
    headers = [*(console.word(f"decompose.{name}") for name in named), unit, console.word("decompose.index")]
    kinds: dict[str, LabelKind] = {"sector": "sector", "factor": "item"}
    rows = [
        [
            *(label(kinds[name], effect[name], console.language) for name in named),
            shown_value(effect["contribution"], "Mt", console.language),
            f"{effect['index']:.4f}",
        ]
        for effect in found.effects.to_dict("records")
    ]
    start, end = (shown_value(value, "Mt", console.language) for value in found.emissions)
    ends = found.subjects if len(found.subjects) > 1 else tuple(str(year) for year in found.years)
    details = {"boundary": label("boundary", found.boundary, console.language), "unit": unit}
    show_table(
        console,
        headers,
        rows,
        title=console.word("decompose.title", first=ends[0], last=ends[-1], start=start, end=end, **details),
    )
    if found.decoupling is not None and found.decoupling.elasticity is not None:
        state = console.word(f"decoupling.{found.decoupling.state}")
        console.print(console.word("decompose.state", elasticity=f"{found.decoupling.elasticity:.2f}", state=state))
