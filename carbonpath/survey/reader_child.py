"""The process that opens strangers' files, so that what they break is not the program.

Started as ``python -m carbonpath.survey.reader_child``. Each line on standard input is a path and, where a copy of the
file with marked cells is wanted, the marks, in JSON; each line on standard output answers it with sheets, a copy or
problems. Only the standard library and the parser are imported here: the process starts in a tenth of a second and
stays small under its memory limit.
"""

from __future__ import annotations

import base64
import contextlib
import datetime as dt
import hashlib
import io
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from carbonpath.core.errors import CarbonpathError, DataError
from carbonpath.core.problems import Problem
from carbonpath.survey.annotate.copy import marked_copy, require_same
from carbonpath.survey.annotate.marks import SheetMarks, from_message
from carbonpath.survey.annotate.markup import UnmarkableError
from carbonpath.survey.archive import unpack
from carbonpath.survey.delimited import read_delimited
from carbonpath.survey.grid import Cell, Grid, Range, Special, as_message
from carbonpath.survey.limits import MAX_COLUMNS, MAX_FILE_BYTES, MAX_MEMORY_BYTES, MAX_ROWS, READY
from carbonpath.survey.sheet_scan import Scan, scan_sheets
from carbonpath.survey.sniff import file_kind

if sys.platform != "win32":
    import resource

_DATES = (dt.datetime, dt.date, dt.time, dt.timedelta)


def read_file(path: Path) -> dict[str, Any]:
    """Return the sheets of a file, its SHA-256 and encoding, ready for JSON.

    Raises
    ------
    CarbonpathError
        `DataError` or `SafetyError` saying why the file is refused.
    """
    name = path.name
    content = _content(path)
    if file_kind(content, name) == "delimited":
        grid, encoding = read_delimited(content, name)
        grids = [grid]
    else:
        grids, encoding = read_workbook(content, name), "xlsx"
    digest = hashlib.sha256(content).hexdigest()
    return {"sha256": digest, "encoding": encoding, "grids": [as_message(grid) for grid in grids]}


def mark_file(path: Path, marks: Mapping[str, SheetMarks]) -> dict[str, Any]:
    """Return a copy of a workbook with marked cells, ready for JSON; no copy if it cannot be made.

    Raises
    ------
    CarbonpathError
        As `read_file`.
    """
    content = _content(path)
    if file_kind(content, path.name) == "delimited":
        return {"copy": None}
    try:
        copy = marked_copy(content, path.name, marks)
        require_same(read_workbook(content, path.name), read_workbook(copy, path.name))
    except (UnmarkableError, DataError):
        return {"copy": None}
    return {"copy": base64.b64encode(copy).decode()}


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            details = {"rows": str(MAX_ROWS), "columns": str(MAX_COLUMNS)}
            raise DataError(Problem("CP-237", path.name, value=f"{path.stat().st_size / 1e6:.0f} MB", details=details))
        return path.read_bytes()
    except FileNotFoundError as missing:
        raise DataError(Problem("CP-201", str(path))) from missing
    except OSError as broken:
        raise DataError(Problem("CP-238", path.name, details={"reason": str(broken)})) from broken


def read_workbook(content: bytes, name: str) -> list[Grid]:
    """Return the worksheets of an xlsx.

    Raises
    ------
    CarbonpathError
        As `unpack` and `scan_sheets`; CP-238 if the parser cannot read what they let through.
    """
    scans = scan_sheets(unpack(content, name), name)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [
            _grid(workbook, entry.name, scans.get(entry.name, Scan()), entry.visible == SheetVisibleEnum.Visible)
            for entry in workbook.sheets_metadata
            if entry.typ == SheetTypeEnum.WorkSheet
        ]
    except (CalamineError, ValueError, OSError) as broken:
        raise DataError(Problem("CP-238", name, details={"reason": str(broken)})) from broken


def _grid(workbook: CalamineWorkbook, sheet: str, scan: Scan, visible: bool) -> Grid:
    content = workbook.get_sheet_by_name(sheet)
    rows = [[_cell(value) for value in row] for row in content.to_python(skip_empty_area=False)]
    for (row, column), text in scan.errors.items():
        _put(rows, row, column, Special("error", text))
    for (row, column), text in scan.formulas.items():
        _put(rows, row, column, Special("formula", text))
    for row, column in scan.percents:
        number = rows[row][column] if row < len(rows) and column < len(rows[row]) else None
        if isinstance(number, float):
            rows[row][column] = Special("percent", f"{float(f'{number * 100:.15g}'):g}%", number)
    ranges = tuple(Range(*first, *last) for first, last in content.merged_cell_ranges or ())
    return Grid(sheet, rows, visible, ranges, tuple(row for row in scan.hidden_rows if row < len(rows)))


def _put(rows: list[list[Cell]], row: int, column: int, cell: Cell) -> None:
    """Put a cell where the parser may have ended the sheet earlier, because it takes errors for blanks."""
    width = max(column + 1, max((len(r) for r in rows), default=0))
    rows.extend([] for _ in range(row + 1 - len(rows)))
    for content in rows:
        content.extend([None] * (width - len(content)))
    rows[row][column] = cell


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, bool):
        return value
    if isinstance(value, _DATES):
        return Special("date", str(value))
    return float(value)


def _answer(path: str, marks: Any) -> dict[str, Any]:
    try:
        return read_file(Path(path)) if marks is None else mark_file(Path(path), from_message(marks))
    except CarbonpathError as refused:
        problems = [[p.code, p.file, p.place, p.value, dict(p.details)] for p in refused.problems]
        return {"refused": type(refused).__name__, "problems": problems}
    except MemoryError:
        return {"refused": "SafetyError", "problems": [["CP-1013", Path(path).name, "", "", {}]]}


def main() -> None:
    """Answer one path a line until standard input ends."""
    _limit_memory()
    sys.stdout.buffer.write(READY)
    sys.stdout.buffer.flush()
    for line in sys.stdin.buffer:
        answer = json.dumps(_answer(*json.loads(line)), ensure_ascii=False)
        sys.stdout.buffer.write(answer.encode("utf-8", "surrogatepass") + b"\n")
        sys.stdout.buffer.flush()


def _limit_memory() -> None:
    """Set the limits of this process, where the system has them."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY_BYTES, MAX_MEMORY_BYTES))


if __name__ == "__main__":
    main()
