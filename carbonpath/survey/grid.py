"""Cells of a stranger's file, as plain values that survive a pipe between two processes."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

SpecialKind = Literal["error", "date", "percent", "formula"]


@dataclass(frozen=True, slots=True)
class Special:
    """A cell that is neither plain text nor plain number."""

    kind: SpecialKind
    """``error`` of Excel, ``date``, a number that is shown as a ``percent``, or a ``formula`` without a result."""
    text: str
    """What the person sees in the cell, as nearly as it is known."""
    number: float = math.nan
    """The number behind a percent."""


Cell = None | str | float | bool | Special
"""A blank cell is None, never an empty text and never zero."""


@dataclass(frozen=True, slots=True)
class Range:
    """A rectangle of cells, rows and columns counted from 0, both ends included."""

    top: int
    """First row."""
    left: int
    """First column."""
    bottom: int
    """Last row."""
    right: int
    """Last column."""

    @property
    def name(self) -> str:
        """Name as Excel shows it, e.g. ``A6:A8``."""
        return f"{cell_name(self.top, self.left)}:{cell_name(self.bottom, self.right)}"


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet."""

    name: str
    """Name of the sheet."""
    rows: list[list[Cell]]
    """Cells from A1 on, all rows equally long."""
    visible: bool = True
    """False for a hidden sheet."""
    merged: tuple[Range, ...] = ()
    """Merged ranges."""
    hidden_rows: tuple[int, ...] = ()
    """Rows, counted from 0, that are hidden although they hold cells."""

    def place(self, row: int, column: int) -> str:
        """Return sheet and cell as the user knows them: ``燃料与能源!D7``."""
        return f"{self.name}!{cell_name(row, column)}"


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 0."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell, e.g. ``D7``, for row and column counted from 0."""
    return f"{column_letters(column)}{row + 1}"


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """Return the column, counted from 0, that has `letters`."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def shown(cell: Cell) -> str:
    """Return what stands in a cell, for a message."""
    if cell is None:
        return ""
    if isinstance(cell, Special):
        return cell.text
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    return cell


def as_message(grid: Grid) -> dict[str, Any]:
    """Return a sheet in a form that JSON can carry (see `from_message`)."""
    rows = [[[c.kind, c.text, c.number] if isinstance(c, Special) else c for c in row] for row in grid.rows]
    merged = [[r.top, r.left, r.bottom, r.right] for r in grid.merged]
    return {
        "name": grid.name,
        "rows": rows,
        "visible": grid.visible,
        "merged": merged,
        "hidden_rows": list(grid.hidden_rows),
    }


def from_message(message: dict[str, Any]) -> Grid:
    """Return the sheet that `as_message` described."""
    rows = [[Special(*c) if isinstance(c, list) else c for c in row] for row in message["rows"]]
    merged = tuple(Range(*corners) for corners in message["merged"])
    return Grid(message["name"], rows, message["visible"], merged, tuple(message["hidden_rows"]))


def content_sha256(grids: Sequence[Grid]) -> str:
    """Return a hash of what stands in the cells of sheets: not of formats, dates of saving or empty margins."""
    digest = hashlib.sha256()
    for grid in grids:
        digest.update(f"{grid.name!r} {grid.visible} {grid.merged!r}\n".encode("utf-8", "surrogatepass"))
        for number, row in enumerate(grid.rows):
            filled = [(column, cell) for column, cell in enumerate(row) if cell is not None]
            if filled:
                digest.update(f"{number} {filled!r}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
