"""`carbonpath solve PATH`: the optimum of any reference energy system on disk."""

from __future__ import annotations

from pathlib import Path

import click

from carbonpath.cli.console import Console
from carbonpath.cli.options import FOLDER, argument, define_command, option, pass_console
from carbonpath.workflow.solve_case import SolvedCase, solve_case


@define_command("solve")
@argument("path", metavar="PATH", type=click.Path(path_type=Path))
@option("--results", type=FOLDER, metavar="DIR", help="solve.results")
@option("--time-limit", type=click.FloatRange(min=0, min_open=True), metavar="S", help="solve.time_limit")
@pass_console
def command(console: Console, path: Path, results: Path | None, time_limit: float | None) -> None:
    """Solve, and tell the optimum with the size of the programme and the seconds it took."""
    case = solve_case(path, results, time_limit)
    if console.json:
        console.print_json(case.entry())
        return
    for line in _told(console, case):
        console.print(line)
    if case.unique is not None:
        console.print(console.word("explain.unique" if case.unique else "explain.not_unique"))
    if results is not None:
        console.say(console.word("solve.written", folder=results))


def _told(console: Console, case: SolvedCase) -> list[str]:
    seconds = {f"{name}_seconds": f"{value:.2f}" for name, value in case.seconds.items()}
    return [
        console.word("solve.objective", status=case.status, objective=repr(case.objective)),
        console.word("solve.size", rows=case.rows, columns=case.columns, nonzeros=case.nonzeros),
        console.word("solve.verified", max_residual=f"{case.max_residual:.1e}", gap=f"{case.gap:.1e}"),
        console.word("solve.seconds", **seconds),
    ]
