"""Which cells a list of problems is about, and what the note on each says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from carbonpath.core.messages import Language, text
from carbonpath.core.problems import Problem, Severity
from carbonpath.survey.grid import Grid, column_number
from carbonpath.survey.limits import SHOWN

SIGN = "carbonpath"
"""Author of the notes."""
NOTES = 1000
"""Most notes of a sheet; further cells are coloured alone, as spreadsheets grow slow with notes."""

Cell = tuple[int, int]
"""Row and column counted from 0."""

_CELLS = re.compile(r"([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?")
_ROWS = re.compile(r"(\d+):\d+")
_COLUMNS = re.compile(r"([A-Z]{1,3}):[A-Z]{1,3}")


@dataclass(slots=True)
class SheetMarks:
    """Marks of one sheet."""

    cells: dict[Cell, Severity] = field(default_factory=dict)
    """Cells to be coloured."""
    notes: dict[Cell, str] = field(default_factory=dict)
    """Texts of the notes."""


def sheet_marks(problems: Sequence[Problem], grids: Sequence[Grid], language: Language) -> dict[str, SheetMarks]:
    """Return the marks of each sheet; what is about no cell is told at the first cell of its sheet, or of the file."""
    by_name = {grid.name: grid for grid in grids}
    first = next((grid for grid in grids if grid.visible), grids[0])
    about: dict[tuple[str, Cell], list[Problem]] = {}
    marks: dict[str, SheetMarks] = {}
    for problem in problems:
        sheet, _, place = problem.place.rpartition("!")
        grid = by_name.get(sheet or place, first)
        cells = _cells(place if sheet else "", grid)
        found = marks.setdefault(grid.name, SheetMarks())
        for cell in cells:
            found.cells[cell] = "error" if "error" in {problem.severity, found.cells.get(cell)} else "warning"
        about.setdefault((grid.name, cells[0]), []).append(problem)
    for (sheet, cell), found_there in about.items():
        if len(marks[sheet].notes) < NOTES:
            marks[sheet].notes[cell] = _note(found_there, language)
    return marks


def as_message(marks: Mapping[str, SheetMarks]) -> dict[str, list[list[list[object]]]]:
    """Return marks in a form that JSON can carry (see `from_message`)."""
    return {
        sheet: [[[*cell, severity] for cell, severity in m.cells.items()], [[*cell, t] for cell, t in m.notes.items()]]
        for sheet, m in marks.items()
    }


def from_message(message: Mapping[str, list[list[list[object]]]]) -> dict[str, SheetMarks]:
    """Return the marks that `as_message` described."""
    return {
        sheet: SheetMarks(
            {(int(str(r)), int(str(c))): "error" if s == "error" else "warning" for r, c, s in cells},
            {(int(str(r)), int(str(c))): str(t) for r, c, t in notes},
        )
        for sheet, (cells, notes) in message.items()
    }


def _cells(place: str, grid: Grid) -> list[Cell]:
    """Return the cells that a place names; the first of them bears the note."""
    if match := _CELLS.fullmatch(place):
        top, left = int(match[2]) - 1, column_number(match[1])
        bottom, right = (int(match[4]) - 1, column_number(match[3])) if match[3] else (top, left)
        return [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
    if match := _ROWS.fullmatch(place):
        row = int(match[1]) - 1
        cells = grid.rows[row] if row < len(grid.rows) else []
        return [(row, next((column for column, cell in enumerate(cells) if cell is not None), 0))]
    if match := _COLUMNS.fullmatch(place):
        column = column_number(match[1])
        filled = (row for row, cells in enumerate(grid.rows) if column < len(cells) and cells[column] is not None)
        return [(next(filled, 0), column)]
    return [(0, 0)]


def _note(problems: Sequence[Problem], language: Language) -> str:
    lines = [text("survey.marked.note", language, **problem.told(language)) for problem in problems[:SHOWN]]
    if len(problems) > SHOWN:
        lines.append(text("survey.marked.more", language, count=len(problems) - SHOWN))
    return "\n\n".join(lines)
