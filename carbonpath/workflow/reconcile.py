"""Verified totals of a file, and the inventory beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.messages import LANGUAGES, text
from carbonpath.core.problems import Problem, errors_among
from carbonpath.core.units import conversion_factor
from carbonpath.inventory.bridge import LINES as BRIDGE
from carbonpath.inventory.reconcile import LINES, TOTAL, Verified, check_verified, line_totals, reconcile
from carbonpath.survey.grid import Cell, Grid
from carbonpath.survey.normalise import clean_text, read_number
from carbonpath.survey.workbook import read_files
from carbonpath.workflow.inventory import ProjectInventory

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "firm": ("firm", "企业", "企业代码", "排放单位"),
    "year": ("year", "年份", "年度"),
    "line": ("line", "项目", "行"),
    "tco2e": ("tco2e", "tco2", "verified", "verified_tco2e", "核查排放量", "经核查排放量", "排放量"),
    "unit": ("unit", "单位"),
}
"""Headers by which the columns of the file are known."""
REQUIRED = ("firm", "year", "tco2e")
"""Columns without which nothing can be compared."""

TOLERANCE = "reconcile_tolerance_share"
"""Constant of the reference tables: difference that counts as the same."""

Place = tuple[Grid, int]


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Verified totals beside those of the inventory."""

    table: pd.DataFrame
    """Table RECONCILIATION."""
    tolerance: float
    """Largest share of difference that counts as the same."""
    problems: tuple[Problem, ...]
    """Firm-years that nobody verified."""
    bridges: Mapping[tuple[str, int], Mapping[str, float]]
    """For each firm-year beyond the tolerance the lines from its territorial emissions to its report, tCO2e."""

    @property
    def beyond(self) -> int:
        """How many numbers differ by more than the tolerance."""
        return int((self.table["within"] != "yes").sum())


def reconcile_file(inventory: ProjectInventory, path: Path, tolerance: float | None = None) -> Reconciliation:
    """Return the verified totals of a workbook or CSV beside the inventory.

    Parameters
    ----------
    inventory
        The inventory.
    path
        File with the columns of COLUMNS, in any order, on any sheet that has them; firms by code or name.
    tolerance
        Largest difference that counts as the same, a share; None: the constant TOLERANCE.

    Raises
    ------
    DataError, SafetyError
        CP-205 without the columns, CP-381 for a cell that is no number or no year, CP-378 and CP-379 for what the
        inventory does not have, and what the reader of files refuses; all of them at once.
    """
    firms = inventory.firms
    codes = {str(row[name]): str(row["firm"]) for row in firms.to_dict("records") for name in ("zh", "en")}
    verified = [replace(one, firm=codes.get(one.firm, one.firm)) for one in read_verified(path)]
    found = check_verified(verified, inventory.emissions)
    require_valid(found, DataError)
    share = inventory.factors.constant(TOLERANCE) if tolerance is None else tolerance
    table = reconcile(verified, inventory.emissions, inventory.prepared, share)
    known = line_totals(inventory.emissions, inventory.prepared)
    far = table.loc[table["within"] != "yes", ["firm", "year"]].drop_duplicates()
    bridges = {
        (str(firm), int(year)): {line: known.get((firm, year, line), 0.0) for line in BRIDGE}
        for firm, year in far.itertuples(index=False)
    }
    return Reconciliation(table, share, tuple(found), bridges)


def read_verified(path: Path) -> list[Verified]:
    """Return the numbers of a file; see `reconcile_file` for what it raises."""
    (file,) = read_files([path])
    verified: list[Verified] = []
    problems: list[Problem] = []
    tables = 0
    for grid in file.grids:
        header = _header(grid)
        if header is None:
            continue
        tables += 1
        row, columns = header
        for number in range(row + 1, len(grid.rows)):
            if any(cell is not None for cell in grid.rows[number]):
                read = _row(path.name, (grid, number), columns)
                if isinstance(read, Problem):
                    problems.append(read)
                else:
                    verified.append(read)
    if not tables:
        wanted = {"columns": "; ".join(" / ".join(COLUMNS[name]) for name in REQUIRED)}
        problems.append(Problem("CP-205", path.name, details=wanted))
    if errors_among(problems):
        raise DataError(*problems)
    return verified


def _header(grid: Grid) -> tuple[int, dict[str, int]] | None:
    """Return the row of headers and where each column stands; None for a sheet that has none."""
    for number, cells in enumerate(grid.rows):
        words = [clean_text(cell).lower() for cell in cells]
        columns = {
            name: next(place for place, word in enumerate(words) if word in known)
            for name, known in COLUMNS.items()
            if any(word in known for word in words)
        }
        if set(REQUIRED) <= set(columns):
            return number, columns
    return None


def _row(file: str, where: Place, columns: Mapping[str, int]) -> Verified | Problem:
    grid, number = where
    cells = {name: grid.rows[number][place] for name, place in columns.items()}
    unit = clean_text(cells.get("unit")) or "t"
    for name in ("year", "tco2e"):
        if read_number(cells[name], "").value is None:
            return Problem("CP-381", file, grid.place(number, columns[name]), _shown(cells[name]), {"column": name})
    year = read_number(cells["year"], "").value or 0.0
    mass = read_number(cells["tco2e"], "").value or 0.0
    place = f"{file}!{grid.place(number, columns['tco2e'])}"
    try:
        factor = conversion_factor(unit, "t")
    except DataError:
        return Problem("CP-381", file, grid.place(number, columns["unit"]), unit, {"column": "unit"})
    return Verified(clean_text(cells["firm"]), int(year), _line(clean_text(cells.get("line"))), mass * factor, place)


def _line(words: str) -> str:
    """Return the line that is meant by its name or by its label in either language; blank: the firm's report."""
    labels = {text(f"inventory.line.{name}", language): name for name in LINES for language in LANGUAGES}
    return labels.get(words, words) or TOTAL


def _shown(cell: Cell) -> str:
    return "" if cell is None else str(cell)
