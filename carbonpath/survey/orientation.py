"""Tables that lie otherwise than one number a row: told for what they are, not read."""

from __future__ import annotations

from collections.abc import Sequence

from carbonpath.core.problems import Problem
from carbonpath.survey.grid import Cell, Grid, shown
from carbonpath.survey.limits import SHOWN
from carbonpath.survey.normalise import read_number
from carbonpath.survey.tables import DATA_NEEDS, HEADER_ROWS, find_header, header_keys

_COLUMNS = 10
_NAMES = {"facility", "item", "activity", "unit"}
_FEWEST = 2


def check_orientation(grid: Grid, file: str) -> list[Problem]:
    """Return what is wrong with how a sheet lies.

    Returns
    -------
    list[Problem]
        CP-239: headers that run down a column; CP-267: numbers in several columns (one for each facility, year or
        use), none of which is a column of quantities.
    """
    if find_header(grid) is None:
        for column in range(min(_COLUMNS, max(map(len, grid.rows), default=0))):
            cells = [row[column] if column < len(row) else None for row in grid.rows[:HEADER_ROWS]]
            keys = header_keys(cells)
            if len(set(keys) & set(DATA_NEEDS)) > _FEWEST:
                first = next(number for number, key in enumerate(keys) if key)
                return [Problem("CP-239", file, grid.place(first, column), shown(cells[first]))]
    return _crossed(grid, file)


def _crossed(grid: Grid, file: str) -> list[Problem]:
    for number, row in enumerate(grid.rows[:HEADER_ROWS]):
        keys = header_keys(row)
        if len(set(keys) & _NAMES) < _FEWEST or "quantity" in keys or any(key and "month" in key for key in keys):
            continue
        titled = [column for column, cell in enumerate(row) if keys[column] is None and cell is not None]
        numbers = [column for column in titled if _holds_numbers(grid.rows[number + 1 :], column)]
        if len(numbers) >= _FEWEST:
            titles = ", ".join(shown(row[column]) for column in numbers[:SHOWN])
            place = f"{grid.name}!{number + 1}:{number + 1}"
            return [Problem("CP-267", file, place, titles)]
    return []


def _holds_numbers(rows: Sequence[Sequence[Cell]], column: int) -> bool:
    return any(read_number(row[column], "").value is not None for row in rows if column < len(row))
