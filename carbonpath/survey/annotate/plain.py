"""Marked cells of a file whose own form cannot be kept: a text file, or a workbook of an unusual kind."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

from carbonpath.core.problems import Severity
from carbonpath.survey.annotate.marks import SIGN, SheetMarks
from carbonpath.survey.annotate.styles import FILLS
from carbonpath.survey.grid import Cell, Grid, Special, shown

_CREATED = dt.datetime(2020, 1, 1)
_Formats = Mapping[Severity | None, tuple[Any, Any]]


def plain_copy(grids: Sequence[Grid], marks: Mapping[str, SheetMarks]) -> bytes:
    """Return the cells of a file as a workbook with marks: texts as texts, numbers as numbers, no formats."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(buffer, options)
    workbook.set_properties({"created": _CREATED})
    formats: dict[Severity | None, tuple[Any, Any]] = {None: _formats(workbook, {})}
    formats |= {kind: _formats(workbook, {"bg_color": f"#{colour[2:]}"}) for kind, colour in FILLS.items()}
    for grid in grids:
        sheet = workbook.add_worksheet(grid.name)
        _write(sheet, grid, marks.get(grid.name, SheetMarks()), formats)
        if not grid.visible:
            sheet.hide()
    first = next((number for number, grid in enumerate(grids) if grid.visible), 0)
    workbook.worksheets()[first].activate()
    workbook.worksheets()[first].set_first_sheet()
    workbook.close()
    return buffer.getvalue()


def _formats(workbook: Any, look: Mapping[str, str]) -> tuple[Any, Any]:
    return workbook.add_format(look), workbook.add_format({**look, "num_format": "0.##########%"})


def _write(sheet: Any, grid: Grid, marks: SheetMarks, formats: _Formats) -> None:
    for area in grid.merged:
        sheet.merge_range(area.top, area.left, area.bottom, area.right, "")
    for row, cells in enumerate(grid.rows):
        for column, cell in enumerate(cells):
            mark = marks.cells.get((row, column))
            if cell is not None or mark is not None:
                _write_cell(sheet, row, column, cell, formats[mark])
    for (row, column), severity in marks.cells.items():
        if row >= len(grid.rows) or column >= len(grid.rows[row]):
            sheet.write_blank(row, column, None, formats[severity][0])
    for (row, column), told in marks.notes.items():
        sheet.write_comment(row, column, told, {"author": SIGN, "x_scale": 2.5, "y_scale": 1.8})


def _write_cell(sheet: Any, row: int, column: int, cell: Cell, formats: tuple[Any, Any]) -> None:
    ordinary, percent = formats
    if cell is None:
        sheet.write_blank(row, column, None, ordinary)
    elif isinstance(cell, Special) and cell.kind == "percent":
        sheet.write_number(row, column, cell.number, percent)
    elif isinstance(cell, bool):
        sheet.write_boolean(row, column, cell, ordinary)
    elif isinstance(cell, float):
        sheet.write_number(row, column, cell, ordinary)
    else:
        sheet.write_string(row, column, shown(cell), ordinary)
