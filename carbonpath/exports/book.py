"""Sheets laid out for a reader as one Excel workbook; the same bytes for the same sheets."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from carbonpath.core.files import write_bytes
from carbonpath.core.sheets import Cell, Figure, Sheet
from carbonpath.exports.excel import CREATED, SAFE

MOST_DECIMALS = 5
"""Decimals for which there is a format."""


def write_book(sheets: Sequence[Sheet], path: Path, title: str) -> None:
    """Write `sheets` to `path`.

    Raises
    ------
    StorageError
        CP-901 if the file cannot be written.
    """
    write_bytes(path, book_bytes(sheets, title))


def book_bytes(sheets: Sequence[Sheet], title: str) -> bytes:
    """Return the workbook as bytes."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, SAFE)
    workbook.set_properties({"title": title, "created": CREATED})
    edge = {"border": 1, "border_color": "#9aa1a7"}
    formats: dict[str | int, Any] = {
        "title": workbook.add_format({"bold": True, "font_size": 12}),
        "head": workbook.add_format(
            {**edge, "bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#eef1f3"}
        ),
        "text": workbook.add_format({**edge, "text_wrap": True, "valign": "top"}),
        "note": workbook.add_format({"font_color": "#6f777e"}),
    }
    for decimals in range(MOST_DECIMALS + 1):
        places = f".{'0' * decimals}" if decimals else ""
        formats[decimals] = workbook.add_format({**edge, "num_format": f"#,##0{places}", "valign": "top"})
    for sheet in sheets:
        _write(workbook.add_worksheet(sheet.name), sheet, formats)
    workbook.close()
    return buffer.getvalue()


def _write(page: Any, sheet: Sheet, formats: dict[str | int, Any]) -> None:
    page.write_string(0, 0, sheet.title, formats["title"])
    for column, header in enumerate(sheet.headers):
        page.write_string(1, column, header, formats["head"])
        page.set_column(column, column, _width([header, *(_told(row[column]) for row in sheet.rows)]))
    for number, row in enumerate(sheet.rows, start=2):
        for column, cell in enumerate(row):
            _write_cell(page, (number, column), cell, formats)
    for number, line in enumerate(sheet.notes, start=len(sheet.rows) + 3):
        page.write_string(number, 0, line, formats["note"])
    page.freeze_panes(2, 0)
    page.set_landscape()
    page.fit_to_pages(1, 0)


def _write_cell(page: Any, where: tuple[int, int], cell: Cell, formats: dict[str | int, Any]) -> None:
    if isinstance(cell, Figure) and math.isfinite(cell.value):
        page.write_number(*where, cell.value, formats[cell.decimals])
    elif isinstance(cell, int):
        page.write_number(*where, cell, formats["text"])
    elif isinstance(cell, str) and cell:
        page.write_string(*where, cell, formats["text"])
    else:
        page.write_blank(*where, None, formats["text"])


def _told(cell: Cell) -> str:
    return f"{cell.value:,.{cell.decimals}f}" if isinstance(cell, Figure) else str(cell)


def _width(words: Sequence[str]) -> float:
    widest = max(max(_columns(line) for line in word.split("\n")) for word in words)
    return min(46.0, max(8.0, widest + 2.0))


def _columns(words: str) -> float:
    return float(sum(2 if ord(character) > 0x2E7F else 1 for character in words))
