"""The inventory as a table on the terminal: firms and district, with boundary and unit."""

from __future__ import annotations

from typing import Any

from carbonpath.cli.console import Console
from carbonpath.cli.numbers import shown_unit, shown_value
from carbonpath.cli.tables import show_table
from carbonpath.core.labels import label


def show_totals(console: Console, totals: dict[str, Any], *, illustrative: bool) -> None:
    """Write one row a firm and one for the district.

    Parameters
    ----------
    console
        Where it goes.
    totals
        What `inventory build --json` tells, in tCO2e.
    illustrative
        Whether the data are made up.
    """
    language = console.language
    unit = shown_unit("Mt", language)
    headers = [
        console.word("inventory.firm"),
        console.word("inventory.sector"),
        f"{console.word('inventory.scope1')}\n{unit}CO₂e",
        f"{console.word('inventory.scope2')}\n{unit}CO₂e",
    ]

    def masses(entry: dict[str, Any]) -> list[str]:
        return [shown_value(entry[name] / 1e6, "Mt", language) for name in ("scope1_tco2e", "scope2_tco2e")]

    rows = [[firm["firm"], label("sector", firm["sector"], language), *masses(firm)] for firm in totals["firms"]]
    rows.append([console.word("inventory.district"), "", *masses(totals)])
    title = console.word(
        "inventory.title",
        year=totals["year"],
        total=shown_value(totals["total_tco2e"] / 1e6, "Mt", language),
        unit=unit,
        boundary=label("boundary", totals["boundary"], language),
        uncertainty=f"{totals['uncertainty_pct']:.1f}",
    )
    if illustrative:
        title = f"{title}  {console.word('run.illustrative')}"
    show_table(console, headers, rows, title=title)
