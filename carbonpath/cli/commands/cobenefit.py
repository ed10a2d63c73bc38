"""`carbonpath cobenefit RUN...`: air pollutants and CO2 together."""

from __future__ import annotations

from typing import Any

import click

from carbonpath.cli.console import Console
from carbonpath.cli.options import argument, define_command, option, pass_console
from carbonpath.cli.project import open_project
from carbonpath.cli.tables import show_table
from carbonpath.core.labels import label
from carbonpath.workflow.cobenefit import CoBenefit, CoBenefits, cobenefits


@define_command("cobenefit")
@argument("references", metavar="RUN...", nargs=-1, required=True)
@option("--against", metavar="RUN", help="cobenefit.against")
@option("--year", type=click.IntRange(1990, 2200), metavar="YEAR", help="cobenefit.year")
@option("--by", type=click.Choice(["all", "sector", "technology"]), default="all", help="cobenefit.by")
@pass_console
def command(console: Console, /, references: tuple[str, ...], **asked: Any) -> None:
    """Tell what runs do to CO2 and to air pollutants."""
    found = cobenefits(open_project(console, references=references), references, **asked)
    if console.json:
        console.print_json(found.as_json())
        return
    _show(console, found)


def _show(console: Console, found: CoBenefits) -> None:
    whole = all(not entry.subject for entry in found.entries)
    pollutants = [label("item", name, console.language) for name in found.pollutants]
    if whole:
        headers = ["CO₂\n%", *(f"{name}\n%" for name in pollutants)]
        rows = [[entry.scenario, *_shares(entry), *_together(entry)] for entry in found.entries]
    else:
        headers = [console.word("cobenefit.subject"), "CO₂\nMt", *(f"{name}\nkt" for name in pollutants)]
        rows = [
            [entry.scenario, found.name(entry.subject, console.language), *_amounts(entry), *_together(entry)]
            for entry in found.entries
        ]
    headers += [f"{console.word('cobenefit.elasticity')}\n{name}" for name in pollutants]
    headers.append(console.word("cobenefit.synergy"))
    title = console.word("cobenefit.title", reference=found.reference, year=found.year)
    show_table(console, [console.word("cobenefit.scenario"), *headers], rows, title=title)


def _shares(entry: CoBenefit) -> list[str]:
    effect = entry.effect
    return [_number(share, 100.0) for share in (effect.co2_share, *effect.pollutant_shares.values())]


def _together(entry: CoBenefit) -> list[str]:
    effect = entry.effect
    return [*(_number(value) for value in effect.elasticities.values()), _number(effect.synergy)]


def _amounts(entry: CoBenefit) -> list[str]:
    effect = entry.effect
    return [f"{effect.co2:.3f}", *(f"{cut:.3f}" for cut in effect.pollutants.values())]


def _number(value: float | None, factor: float = 1.0) -> str:
    return "-" if value is None else f"{value * factor:.2f}"
