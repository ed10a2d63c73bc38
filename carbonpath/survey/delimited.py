"""Text files of cells, in the encodings that Excel and Chinese systems write."""

from __future__ import annotations

import csv
import io

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.survey.grid import Cell, Grid
from carbonpath.survey.limits import MAX_COLUMNS, MAX_ROWS, MAX_TEXT, SHOWN

SHEET = "CSV"
"""Name of the only sheet of a text file."""

_MARKED = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_UNMARKED = ("utf-8", "gb18030")


def read_delimited(content: bytes, name: str) -> tuple[Grid, str]:
    """Return the cells of a CSV or tab-separated text, and the encoding in which it was read.

    Raises
    ------
    DataError
        CP-230 nothing in it, CP-237 too many rows or columns, CP-240 rows of another length than the first,
        CP-241 separators that are neither comma nor tab, CP-242 an unclosed quotation mark or a NUL, CP-243 no known
        encoding.
    """
    text, encoding = _decoded(content, name)
    if "\0" in text:
        row = text[: text.index("\0")].count("\n")
        raise DataError(Problem("CP-242", name, f"{SHEET}!{row + 1}:{row + 1}", "NUL"))
    records = _records(text, _separator(text, name), name) if text.strip() else []
    if not records:
        raise DataError(Problem("CP-230", name))
    _refuse_ragged(records, name)
    width = len(records[0][1])
    rows: list[list[Cell]] = [[None] * width for _ in range(records[-1][0])]
    for line, record in records:
        rows[line - 1] = [cell if cell.strip() else None for cell in record]
    return Grid(SHEET, rows), encoding


def _decoded(content: bytes, name: str) -> tuple[str, str]:
    marked = next((encoding for mark, encoding in _MARKED if content.startswith(mark)), None)
    for encoding in (marked,) if marked else _UNMARKED:
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise DataError(Problem("CP-243", name))


def _separator(text: str, name: str) -> str:
    first = next(line for line in text.splitlines() if line.strip())
    if first.lower().startswith("sep="):
        raise DataError(Problem("CP-241", name, f"{SHEET}!A1", first))
    counts = {mark: first.count(mark) for mark in (",", "\t", ";")}
    best = max(counts, key=lambda mark: counts[mark])
    if best == ";" and counts[";"] > 0:
        raise DataError(Problem("CP-241", name, f"{SHEET}!A1", ";"))
    return best


def _records(text: str, separator: str, name: str) -> list[tuple[int, list[str]]]:
    """Return each record that is not blank with the number, counted from 1, of its row in a spreadsheet."""
    csv.field_size_limit(MAX_TEXT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    records: list[tuple[int, list[str]]] = []
    row = 0
    try:
        for record in reader:
            row += 1
            if len(record) > MAX_COLUMNS or row > MAX_ROWS:
                raise DataError(_too_large(name))
            if any(cell.strip() for cell in record):
                records.append((row, record))
    except csv.Error as broken:
        place = f"{SHEET}!{row + 1}:{row + 1}"
        raise DataError(Problem("CP-242", name, place, str(broken))) from broken
    return records


def _too_large(name: str) -> Problem:
    return Problem("CP-237", name, SHEET, details={"rows": str(MAX_ROWS), "columns": str(MAX_COLUMNS)})


def _refuse_ragged(records: list[tuple[int, list[str]]], name: str) -> None:
    width = len(records[0][1])
    bad = [(row, len(record)) for row, record in records if len(record) != width]
    problems = [
        Problem("CP-240", name, f"{SHEET}!{row}:{row}", str(length), {"width": str(width), "count": str(len(bad))})
        for row, length in bad[:SHOWN]
    ]
    if problems:
        raise DataError(*problems)
