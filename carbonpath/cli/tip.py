"""`carbonpath study tip NAME`: from which value of a price, share or investment on something tips."""

from __future__ import annotations

import click

from carbonpath.cli.console import Console
from carbonpath.cli.options import argument, define_command, option, pass_console
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.workflow.tip import find_tip


@define_command("tip")
@argument("name", metavar="NAME")
@option("--param", "parameter", required=True, metavar="P", help="tip.param")
@option("--until", "condition", required=True, metavar="EXPR", help="tip.until")
@option("--from", "low", type=click.FLOAT, metavar="X", help="tip.from")
@option("--to", "high", type=click.FLOAT, metavar="X", help="tip.to")
@pass_console
def tip(console: Console, /, name: str, parameter: str, condition: str, **ends: float | None) -> None:
    """Say from which value on a technology enters or the peak year moves."""
    project = open_project(console)
    with shown_progress(console, 1) as listener:
        found = find_tip(
            project,
            name,
            parameter,
            condition,
            (ends["low"], ends["high"]),
            language=console.language,
            listener=listener,
        )
    if console.json:
        console.print_json(found.as_json(console.language))
        return
    console.print("\n".join(found.sentences(console.language)))
