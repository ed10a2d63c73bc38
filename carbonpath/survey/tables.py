"""Where the tables of a workbook begin, and which column is which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carbonpath.core.problems import Problem
from carbonpath.survey.codes import fold, raw_codes
from carbonpath.survey.grid import Cell, Grid, cell_name, column_letters, shown
from carbonpath.survey.layout import column_names, recognised
from carbonpath.survey.months import MONTHS, dated_month
from carbonpath.survey.normalise import clean_text

HEADER_ROWS = 40
"""Rows in which a header is looked for."""
DATA_NEEDS = ("item", "activity", "quantity", "unit")
"""Columns without which a table of numbers cannot be read."""
FACILITY_NEEDS = ("facility_code",)
"""Columns without which a list of facilities cannot be read."""

_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Table:
    """A table found on a sheet."""

    grid: Grid
    """The sheet."""
    columns: Mapping[str, int]
    """Position of each column that was recognised."""
    header: int
    """Row of its header."""
    first: int
    """First row of its data."""

    @property
    def is_facilities(self) -> bool:
        """Whether it lists facilities instead of numbers."""
        return "facility_code" in self.columns

    def cell(self, row: int, key: str) -> Cell:
        """Return a cell; None where the table has no such column."""
        column = self.columns.get(key)
        content = self.grid.rows[row]
        return None if column is None or column >= len(content) else content[column]

    def place(self, row: int, key: str) -> str:
        """Return sheet and cell; the row alone where the table has no such column."""
        column = self.columns.get(key)
        if column is None:
            return f"{self.grid.name}!{row + 1}:{row + 1}"
        return self.grid.place(row, column)


def find_table(grid: Grid, file: str) -> tuple[Table | None, list[Problem]]:
    """Return the table of a sheet, or None, and what is wrong with its header.

    Returns
    -------
    tuple[Table | None, list[Problem]]
        Problems CP-246 (a column is missing), CP-247 (two columns of one name) and the warning CP-249 (a column with
        content that is not read).
    """
    header = find_header(grid)
    return (None, []) if header is None else _table(grid, header, header_keys(grid.rows[header]), file)


def find_header(grid: Grid) -> int | None:
    """Return the row of a sheet that is the header of a table, or None."""
    for number, row in enumerate(grid.rows[:HEADER_ROWS]):
        known = set(header_keys(row)) - {None}
        if "facility_code" in known or (len(known) >= _FEWEST and len(known & set(DATA_NEEDS)) >= 2):
            return number
    return None


def header_keys(row: Sequence[Cell]) -> list[str | None]:
    """Return the column that each cell of a row of headers names, or None.

    Beside months the year may stand under a bare word of total.
    """
    keys = [_header_key(cell) for cell in row]
    if "quantity" not in keys and len(set(keys) & set(MONTHS)) > 1:
        totals = raw_codes()["words"]["total"]
        return ["quantity" if isinstance(c, str) and fold(c) in totals else k for c, k in zip(row, keys, strict=True)]
    return keys


def _header_key(cell: Cell) -> str | None:
    dated = dated_month(cell)
    if dated:
        return dated[0]
    return recognised("column", clean_text(cell)) if isinstance(cell, str) else None


def _table(grid: Grid, number: int, keys: list[str | None], file: str) -> tuple[Table, list[Problem]]:
    positions: dict[str, int] = {}
    problems = []
    for column, key in enumerate(keys):
        if key is None:
            continue
        if key in positions:
            details = {"first": cell_name(number, positions[key]), **column_names(key)}
            problems.append(
                Problem("CP-247", file, grid.place(number, column), shown(grid.rows[number][column]), details)
            )
        positions.setdefault(key, column)
    table = Table(grid, positions, number, _first_row(grid, number, keys))
    needs: tuple[str, ...] = FACILITY_NEEDS if table.is_facilities else DATA_NEEDS
    if set(MONTHS) & set(positions):
        needs = tuple(name for key in DATA_NEEDS for name in (MONTHS if key == "quantity" else (key,)))
    problems += [
        Problem("CP-246", file, f"{grid.name}!{number + 1}:{number + 1}", details=column_names(k))
        for k in needs
        if k not in positions
    ]
    return table, problems + _unread_columns(table, keys, file)


def _first_row(grid: Grid, header: int, keys: list[str | None]) -> int:
    """Return the first row of data: below the second row of headers if there is one."""
    if header + 1 >= len(grid.rows):
        return header + 1
    below = grid.rows[header + 1]
    again = header_keys(below)
    same = sum(1 for key, other in zip(keys, again, strict=False) if key and key == other)
    return header + 2 if same >= 2 else header + 1


def _unread_columns(table: Table, keys: list[str | None], file: str) -> list[Problem]:
    grid = table.grid
    problems = []
    for column, key in enumerate(keys):
        if key is None and any(column < len(row) and row[column] is not None for row in grid.rows[table.first :]):
            place = f"{grid.name}!{column_letters(column)}:{column_letters(column)}"
            title = shown(grid.rows[table.header][column])
            problems.append(Problem("CP-249", file, place, title, severity="warning"))
    return problems
