"""`carbonpath study tip`: studies of what a plan depends on."""

from __future__ import annotations

import click

from carbonpath.cli.console import Console
from carbonpath.cli.options import argument, define_command, define_group, option, pass_console
from carbonpath.cli.tip import show_tip

command = define_group("study")


@define_command("tip")
@argument("name", metavar="NAME")
@option("--param", "parameter", required=True, metavar="P", help="tip.param")
@option("--until", "condition", required=True, metavar="EXPR", help="tip.until")
@option("--from", "low", type=click.FLOAT, metavar="X", help="tip.from")
@option("--to", "high", type=click.FLOAT, metavar="X", help="tip.to")
@pass_console
def tip(console: Console, /, name: str, parameter: str, condition: str, **ends: float | None) -> None:
    """Say from which value on a technology enters or the peak year moves."""
    show_tip(console, name, parameter, condition, (ends["low"], ends["high"]))


command.add_command(tip)
