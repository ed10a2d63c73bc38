"""Tables laid out for a reader: what a sheet of a workbook shows, whoever writes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with the decimals that its reader expects; the number itself is not rounded."""

    value: float
    """The number; NaN shows as blank."""
    decimals: int = 2
    """Decimals shown."""


Cell = str | int | Figure
"""What stands in a cell; a blank text is a blank cell."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: title, header, rows, and notes below."""

    name: str
    """Name of the sheet, at most 31 characters."""
    title: str
    """Title above the table."""
    headers: tuple[str, ...]
    """Column headers with their units."""
    rows: tuple[tuple[Cell, ...], ...]
    """Rows, each as long as the header."""
    notes: tuple[str, ...] = ()
    """Lines below the table."""
