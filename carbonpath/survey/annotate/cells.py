"""Styles of single cells inside a sheet."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Mapping
from itertools import pairwise

from carbonpath.survey.annotate.marks import Cell
from carbonpath.survey.annotate.markup import (
    Edit,
    Element,
    UnmarkableError,
    appended,
    attribute,
    edited,
    element,
    elements,
    with_attribute,
)
from carbonpath.survey.grid import cell_name, column_number

_CELL = re.compile(rb"<(?:[\w.-]+:)?c(?=[\s/>])[^<>]*>")
_REFERENCE = re.compile(rb"([A-Z]{1,3})([0-9]{1,7})")


def cell_styles(part: bytes, cells: Iterable[Cell]) -> dict[Cell, int]:
    """Return the style of each cell; one that is not written has that of its row or column."""
    data = element(part, b"sheetData")
    rows, columns = _rows(part, data), list(elements(part, b"col", 0, data.start))
    found = {}
    for number, wanted in _by_row(dict.fromkeys(cells, 0)).items():
        row = rows.get(number)
        written = _cells_of(part, row) if row else {}
        of_row = attribute(row.tag, b"s") if row else None
        for column in wanted:
            if column in written:
                found[number, column] = _number(written[column][2], b"s")
            elif row and of_row is not None:
                found[number, column] = _number(row.tag, b"s")
            else:
                found[number, column] = next((_number(c.tag, b"style") for c in columns if _spans(c.tag, column)), 0)
    return found


def with_styles(part: bytes, styles: Mapping[Cell, int]) -> bytes:
    """Return the sheet with styles set; cells and rows that are not there are added in their order."""
    data = element(part, b"sheetData")
    rows = _rows(part, data)
    edits: list[Edit] = []
    missing: dict[int, bytes] = {}
    for number, wanted in _by_row(styles).items():
        if number in rows:
            edits += _row_edits(part, rows[number], number, wanted)
        else:
            new = b"".join(_cell(data.prefix, number, column, style) for column, style in wanted.items())
            missing[number] = b'<%srow r="%d">%s</%srow>' % (data.prefix, number + 1, new, data.prefix)
    return edited(part, [*edits, *_new_rows(part, data, rows, missing)])


def restyled(part: bytes, styles: Mapping[int, int]) -> bytes:
    """Return the sheet with each cell of a style given another; what a mark of an earlier copy left is taken off."""

    def other(match: re.Match[bytes]) -> bytes:
        style = _number(match[0], b"s")
        return with_attribute(match[0], b"s", str(styles[style]).encode()) if style in styles else match[0]

    return _CELL.sub(other, part) if styles else part


def _by_row(styles: Mapping[Cell, int]) -> dict[int, dict[int, int]]:
    """Return columns and styles of each row, all in order."""
    rows: dict[int, dict[int, int]] = {}
    for (row, column), style in sorted(styles.items()):
        rows.setdefault(row, {})[column] = style
    return rows


def _rows(part: bytes, data: Element) -> dict[int, Element]:
    rows: dict[int, Element] = {}
    for row in elements(part, b"row", data.inner, data.inner_end):
        rows[_number(row.tag, b"r") - 1] = row
    if -1 in rows or any(first >= second for first, second in pairwise(rows)):
        raise UnmarkableError("rows without numbers or out of order")
    return rows


def _cells_of(part: bytes, row: Element) -> dict[int, tuple[int, int, bytes]]:
    """Return first byte, end and tag of each cell of a row by column."""
    cells = {}
    for match in _CELL.finditer(part, row.inner, row.inner_end):
        name = _REFERENCE.fullmatch(attribute(match[0], b"r") or b"")
        if name is None:
            raise UnmarkableError("a cell without its name")
        cells[column_number(name[1].decode())] = (match.start(), match.end(), match[0])
    return cells


def _row_edits(part: bytes, row: Element, number: int, wanted: Mapping[int, int]) -> list[Edit]:
    cells = _cells_of(part, row)
    edits: list[Edit] = []
    added: dict[int, bytes] = {}
    for column, style in wanted.items():
        if column in cells:
            start, end, tag = cells[column]
            edits.append((start, end, with_attribute(tag, b"s", str(style).encode())))
            continue
        position = next((cells[c][0] for c in sorted(cells) if c > column), row.inner_end)
        added[position] = added.get(position, b"") + _cell(row.prefix, number, column, style)
    if row.tag.endswith(b"/>"):
        return [appended(part, row, b"".join(added.values()))] if added else []
    return [*edits, *((position, position, new) for position, new in added.items())]


def _new_rows(part: bytes, data: Element, rows: Mapping[int, Element], missing: Mapping[int, bytes]) -> list[Edit]:
    numbers = sorted(rows)
    by_place: dict[int, bytes] = {}
    for number, new in missing.items():
        after = bisect(numbers, number)
        place = rows[numbers[after]].start if after < len(numbers) else data.inner_end
        by_place[place] = by_place.get(place, b"") + new
    if data.tag.endswith(b"/>"):
        return [appended(part, data, b"".join(by_place.values()))] if by_place else []
    return [(place, place, new) for place, new in by_place.items()]


def _cell(prefix: bytes, row: int, column: int, style: int) -> bytes:
    return b'<%sc r="%s" s="%d"/>' % (prefix, cell_name(row, column).encode(), style)


def _spans(tag: bytes, column: int) -> bool:
    return _number(tag, b"min") <= column + 1 <= _number(tag, b"max")


def _number(tag: bytes, name: bytes) -> int:
    try:
        return int(attribute(tag, name) or 0)
    except ValueError as odd:
        raise UnmarkableError(tag) from odd
