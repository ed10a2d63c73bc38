"""What the parser of workbooks does not tell: errors, formulas without result, percents, hidden rows, cells far away.

The parts are searched as bytes, one pass a sheet. A file that hides its cells from this search still meets the
limits of memory and time of the process that reads it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from carbonpath.core.errors import DataError, SafetyError
from carbonpath.core.problems import Problem
from carbonpath.survey.archive import WORKBOOK
from carbonpath.survey.grid import column_number
from carbonpath.survey.limits import MAX_AREA, MAX_COLUMNS, MAX_ROWS

_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*)>")
_NAME = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
_STYLE = re.compile(rb"""\bs\s*=\s*["']([0-9]+)["']""")
_ERROR = re.compile(rb"""\bt\s*=\s*["']e["']""")
_TEXT = re.compile(rb"""\bt\s*=\s*["']str["']""")
_UNSOLVED = re.compile(
    rb"<(?:\w+:)?f(?:\s[^>]*?)?(?:/>|>([^<]*)</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*(?:/>|></(?:\w+:)?v>))?\s*</(?:\w+:)?c>"
)
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
_ROW = re.compile(rb"<(?:\w+:)?row\s([^>]*)>")
_HIDDEN = re.compile(rb"""\bhidden\s*=\s*["'](?:1|true)["']""")
_ROW_NUMBER = re.compile(rb"""\br\s*=\s*["']([0-9]{1,7})["']""")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_BUILT_IN_PERCENT = ("9", "10")


@dataclass(slots=True)
class Scan:
    """Findings of one sheet; cells by row and column counted from 0."""

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    """Excel's error values."""
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    """Formulas without a result: of a file that no spreadsheet program has computed."""
    percents: set[tuple[int, int]] = field(default_factory=set)
    """Numbers shown as percent."""
    hidden_rows: list[int] = field(default_factory=list)
    """Hidden rows with cells."""


def scan_sheets(parts: Mapping[str, bytes], name: str) -> dict[str, Scan]:
    """Return the findings of each worksheet by its name.

    Raises
    ------
    DataError
        CP-235 if the parts contradict each other, CP-237 if a sheet has more rows than are read.
    SafetyError
        CP-1012 if a lone cell lies so far away that the sheet would fill the memory.
    """
    try:
        percent = _percent_styles(parts.get("xl/styles.xml", b""))
        paths = sheet_paths(parts)
    except (ET.ParseError, LookupError, ValueError) as broken:
        raise DataError(Problem("CP-235", name, details={"reason": str(broken)})) from broken
    return {sheet: scan_sheet(parts.get(path, b""), percent, name, sheet) for sheet, path in paths.items()}


def scan_sheet(part: bytes, percent: frozenset[bytes], name: str, sheet: str) -> Scan:
    """Return the findings of one sheet; see `scan_sheets`."""
    scan = Scan()
    bottom, right, count, far = -1, -1, 0, ""
    for match in _CELL.finditer(part):
        attributes = match[1]
        if attributes.endswith(b"/"):
            continue
        count += 1
        found = _NAME.search(attributes)
        if found is None:
            continue
        row, column = int(found[2]) - 1, column_number(found[1].decode())
        if row > bottom or column > right:
            bottom, right = max(row, bottom), max(column, right)
            far = f"{found[1].decode()}{row + 1}"
        _note_cell(scan, (row, column), part, match, percent)
    _refuse_far(bottom, right, count, Problem("CP-1012", name, f"{sheet}!{far}", far))
    scan.hidden_rows = _hidden_rows(part)
    return scan


def _note_cell(
    scan: Scan, place: tuple[int, int], part: bytes, opened: re.Match[bytes], percent: frozenset[bytes]
) -> None:
    attributes = opened[1]
    if _ERROR.search(attributes):
        value = _VALUE.search(part, opened.end())
        scan.errors[place] = value[1].decode("utf-8", "replace") if value else "#ERROR"
    elif (unsolved := _UNSOLVED.match(part, opened.end())) and not _TEXT.search(attributes):
        scan.formulas[place] = f"={(unsolved[1] or b'').decode('utf-8', 'replace')}"
    elif percent:
        style = _STYLE.search(attributes)
        if style and style[1] in percent:
            scan.percents.add(place)


def _refuse_far(bottom: int, right: int, count: int, far: Problem) -> None:
    if bottom < MAX_ROWS and right < MAX_COLUMNS and (bottom + 1) * (right + 1) <= MAX_AREA:
        return
    if count > MAX_ROWS:
        details = {"rows": str(MAX_ROWS), "columns": str(MAX_COLUMNS)}
        raise DataError(Problem("CP-237", far.file, far.place, far.value, details))
    raise SafetyError(far)


def _hidden_rows(part: bytes) -> list[int]:
    found = []
    for match in _ROW.finditer(part):
        number = _ROW_NUMBER.search(match[1])
        if number and not match[1].endswith(b"/") and _HIDDEN.search(match[1]):
            found.append(int(number[1]) - 1)
    return found


def _percent_styles(styles: bytes) -> frozenset[bytes]:
    """Return the numbers of the cell styles whose number format shows a percent sign."""
    if not styles:
        return frozenset()
    root = ET.fromstring(styles)
    formats = {
        entry.get("numFmtId", ""): "%" in _QUOTED.sub("", entry.get("formatCode", ""))
        for entry in root.iter()
        if _local(entry) == "numFmt"
    }
    cells = [style for entry in root if _local(entry) == "cellXfs" for style in entry]
    return frozenset(
        str(index).encode()
        for index, entry in enumerate(cells)
        if formats.get(entry.get("numFmtId", ""), entry.get("numFmtId") in _BUILT_IN_PERCENT)
    )


def sheet_paths(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the part of each sheet by its name."""
    targets = {
        entry.get("Id", ""): entry.get("Target", "")
        for entry in ET.fromstring(parts.get("xl/_rels/workbook.xml.rels", b"<none/>"))
    }
    paths = {}
    for entry in ET.fromstring(parts[WORKBOOK]).iter():
        if _local(entry) == "sheet":
            reference = next((value for key, value in entry.items() if key.rpartition("}")[2] == "id"), "")
            target = targets.get(reference, "")
            paths[entry.get("name", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return paths


def _local(entry: ET.Element) -> str:
    return entry.tag.rpartition("}")[2]
