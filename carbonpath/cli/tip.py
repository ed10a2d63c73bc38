"""`carbonpath study tip NAME`: from which value of a price, share or investment on something tips."""

from __future__ import annotations

from collections.abc import Sequence

import click

from carbonpath.cli.console import Console
from carbonpath.cli.options import argument, define_command, option, pass_console
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.workflow.study_tip import TipFound, is_study, tip_factor
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
    project, around = open_project(console), (ends["low"], ends["high"])
    with shown_progress(console, 1) as listener:
        if is_study(project, name):
            entry, sentences = _of_study(tip_factor(project, name, parameter, condition, around, listener), console)
        else:
            found = find_tip(project, name, parameter, condition, around, language=console.language, listener=listener)
            entry, sentences = found.as_json(console.language), found.sentences(console.language)
    if console.json:
        console.print_json(entry)
        return
    console.print("\n".join(sentences))


def _of_study(found: Sequence[TipFound], console: Console) -> tuple[object, list[str]]:
    sentences = [sentence for part in found for sentence in part.sentences(console.language)]
    return [part.as_json() for part in found], sentences
