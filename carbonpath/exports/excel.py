"""Excel: a workbook with notes, the peaks, and the wide yearly table; the same bytes for the same tables."""

from __future__ import annotations

import io
import math
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter

from carbonpath.core.files import write_bytes
from carbonpath.core.messages import text
from carbonpath.exports.tables import ExportOptions, ExportTables
from carbonpath.exports.yearly import date_columns, headed, peak_table, yearly_table

FORMAT = "xlsx"
SUFFIX = ".xlsx"

CREATED = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Date that every workbook carries: a real one would make equal workbooks unequal."""
SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""Settings under which a text stays a text, whatever it looks like."""


def export(tables: ExportTables, path: Path, options: ExportOptions) -> tuple[Path, ...]:
    """Write the workbook to `path` and return it.

    Raises
    ------
    StorageError
        If the file cannot be written.
    """
    write_bytes(path, workbook_bytes(tables, options))
    return (path,)


def workbook_bytes(tables: ExportTables, options: ExportOptions) -> bytes:
    """Return the workbook as bytes."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, SAFE)
    workbook.set_properties({"title": text("exports.title", options.language), "created": CREATED})
    formats = {
        "head": workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter"}),
        "number": workbook.add_format({"num_format": "#,##0.00"}),
        "year": workbook.add_format({"num_format": "0"}),
    }
    _write_notes(workbook.add_worksheet(text("exports.sheet.notes", options.language)), options)
    peaks = headed(peak_table(tables.indicators, options), options)
    _write_table(
        workbook.add_worksheet(text("exports.sheet.peaks", options.language)), peaks, formats, date_columns(options)
    )
    yearly = headed(yearly_table(tables.indicators, options), options)
    _write_table(workbook.add_worksheet(text("exports.sheet.yearly", options.language)), yearly, formats)
    workbook.close()
    return buffer.getvalue()


def _write_notes(sheet: Any, options: ExportOptions) -> None:
    names = ["title", "note.units", "note.rounding", "note.peak"]
    names += ["note.illustrative"] if options.illustrative else []
    sheet.set_column(0, 0, 100)
    for row, name in enumerate(names):
        sheet.write_string(row, 0, text(f"exports.{name}", options.language))


def _write_table(sheet: Any, table: pd.DataFrame, formats: dict[str, Any], dates: frozenset[str] = frozenset()) -> None:
    for place, name in enumerate(table.columns):
        sheet.write_string(0, place, str(name), formats["head"])
        sheet.set_column(place, place, 8.0 if str(name).isdigit() else _width(table.iloc[:, place], str(name)))
        for row, cell in enumerate(table.iloc[:, place].tolist(), start=1):
            _write_cell(sheet, (row, place), cell, formats["year" if name in dates else "number"])
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(1, len(table)), len(table.columns) - 1)


def _write_cell(sheet: Any, where: tuple[int, int], cell: object, shape: Any) -> None:
    if not isinstance(cell, float):
        sheet.write_string(*where, str(cell))
    elif math.isfinite(cell):
        sheet.write_number(*where, cell, shape)


def _width(cells: pd.Series, name: str) -> float:
    widest = max([name, *(cell for cell in cells.tolist() if isinstance(cell, str))], key=_columns)
    return min(32.0, max(9.0, _columns(widest) + 2.0))


def _columns(words: str) -> float:
    return float(sum(2 if ord(character) > 0x2E7F else 1 for character in words))
