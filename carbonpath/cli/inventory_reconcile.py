"""`carbonpath inventory reconcile`: the inventory beside verified totals."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from carbonpath.cli.console import Console
from carbonpath.cli.options import FILE, argument, define_command, option, pass_console
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.cli.tables import show_table
from carbonpath.core.errors import VerificationError
from carbonpath.core.messages import text
from carbonpath.core.problems import as_json
from carbonpath.core.tables import write_table
from carbonpath.workflow.inventory import build_project_inventory
from carbonpath.workflow.journal import Journal
from carbonpath.workflow.reconcile import Reconciliation, reconcile_file


@define_command("reconcile")
@argument("path", type=FILE, metavar="FILE")
@option("--tolerance", type=float, metavar="PERCENT", help="reconcile.tolerance")
@option("-o", "--output", type=FILE, metavar="FILE", help="reconcile.output")
@pass_console
def reconcile(console: Console, path: Path, tolerance: float | None, output: Path | None) -> int:
    """Set verified totals beside the inventory; exit code 7 if one differs by more than the tolerance."""
    project = open_project(console)
    with shown_progress(console, 0) as listener:
        inventory = build_project_inventory(project, Journal("", listener))
    found = reconcile_file(inventory, path, None if tolerance is None else tolerance / 100)
    if output is not None:
        write_table(found.table, output)
    code = VerificationError.exit_code if found.beyond else 0
    if console.json:
        rows, problems = found.table.to_dict("records"), as_json(found.problems, console.language)
        share = 100 * found.tolerance
        console.print_json({"tolerance_pct": share, "beyond": found.beyond, "rows": rows, "problems": problems})
        return code
    console.warn_briefly(found.problems)
    _show(console, found)
    return code


def _show(console: Console, found: Reconciliation) -> None:
    names = ("firm", "year", "line", "verified", "computed", "difference", "percent", "within")
    rows = [_row(console, entry) for entry in found.table.to_dict("records")]
    title = console.word("reconcile.title", tolerance=f"{100 * found.tolerance:g}")
    show_table(console, [console.word(f"reconcile.{name}") for name in names], rows, title=title)
    for (firm, year), lines in found.bridges.items():
        told = [[_line(console, line), f"{mass:,.1f}"] for line, mass in lines.items() if mass]
        show_table(
            console,
            [console.word("reconcile.line"), "tCO₂e"],
            told,
            title=console.word("reconcile.bridge", firm=firm, year=year),
        )
    console.say(console.word("reconcile.told", count=len(found.table), beyond=found.beyond))


def _row(console: Console, entry: dict[Any, Any]) -> list[object]:
    masses = [f"{entry[f'{name}_tco2e']:,.1f}" for name in ("verified", "computed", "difference")]
    within = console.word(f"reconcile.{entry['within'] or 'no'}")
    named = [entry["firm"], entry["year"], _line(console, entry["line"])]
    return [*named, *masses, f"{entry['difference_pct']:+.2f}", within]


def _line(console: Console, line: str) -> str:
    return text(f"inventory.line.{line}", console.language)
