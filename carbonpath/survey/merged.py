"""Merged cells: written out where that is unambiguous, refused where it is not."""

from __future__ import annotations

from dataclasses import replace

from carbonpath.core.problems import Problem
from carbonpath.survey.grid import Cell, Grid, Range
from carbonpath.survey.months import NUMBERS
from carbonpath.survey.tables import Table


def expand_merged(table: Table, file: str) -> tuple[Table, list[Problem]]:
    """Return the table with merged names written into each of their rows.

    Returns
    -------
    tuple[Table, list[Problem]]
        Problems CP-252 (a merged number, or a range over several columns) and the warning CP-253 (written out).
    """
    wanted = [r for r in table.grid.merged if r.bottom >= table.first and _touches(table, r)]
    if not wanted:
        return table, []
    problems = []
    numbers = {table.columns[key] for key in NUMBERS if key in table.columns}
    rows = [list(row) for row in table.grid.rows]
    for area in wanted:
        place = f"{table.grid.name}!{area.name}"
        if area.left != area.right or area.top < table.first or area.left in numbers:
            problems.append(Problem("CP-252", file, place))
            continue
        _write_out(rows, area)
        problems.append(Problem("CP-253", file, place, severity="warning"))
    grid = Grid(table.grid.name, rows, table.grid.visible, table.grid.merged, table.grid.hidden_rows)
    return replace(table, grid=grid), problems


def _touches(table: Table, area: Range) -> bool:
    read = {column for key, column in table.columns.items() if key != "remark"}
    return any(area.left <= column <= area.right for column in read)


def _write_out(rows: list[list[Cell]], area: Range) -> None:
    top = rows[area.top][area.left] if area.top < len(rows) else None
    for row in range(area.top, min(area.bottom + 1, len(rows))):
        rows[row][area.left] = top
