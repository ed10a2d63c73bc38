"""Cells are given styles where they stand, or are added in their order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.survey.annotate.cells import cell_styles, restyled, with_styles
from carbonpath.survey.annotate.marks import Cell
from carbonpath.survey.annotate.markup import UnmarkableError
from carbonpath.survey.grid import cell_name

PART = (
    b'<worksheet><cols><col min="2" max="3" style="4"/></cols><sheetData>'
    b'<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" s="2"><f>A1</f><v>5</v></c></row>'
    b'<row r="3" s="7" customFormat="1"/><row r="6"><c r="B6" s="2"/></row></sheetData></worksheet>'
)


def cells(part: bytes) -> list[tuple[str, str]]:
    found = re.findall(rb'<(?:\w+:)?c r="([A-Z]+\d+)"(?: s="(\d+)")?', part)
    return [(name.decode(), style.decode()) for name, style in found]


def test_each_cell_has_a_style_written_or_not() -> None:
    asked = [(0, 0), (0, 2), (0, 1), (2, 1), (9, 2), (9, 9)]
    assert cell_styles(PART, asked) == {
        (0, 0): 0,
        (0, 2): 2,
        (0, 1): 4,
        (2, 1): 7,
        (9, 2): 4,
        (9, 9): 0,
    }


def test_a_style_is_set_and_the_rest_of_the_cell_stays() -> None:
    part = with_styles(PART, {(0, 0): 9, (0, 2): 8})
    assert b'<c r="A1" t="s" s="9"><v>0</v></c>' in part
    assert b'<c r="C1" s="8"><f>A1</f><v>5</v></c>' in part


def test_missing_cells_and_rows_come_in_order() -> None:
    wanted = {(0, 1): 1, (0, 5): 1, (1, 0): 1, (2, 3): 1, (3, 0): 1, (4, 0): 1, (5, 0): 1, (9, 1): 1}
    part = with_styles(PART, wanted)
    assert [name for name, _ in cells(part)] == ["A1", "B1", "C1", "F1", "A2", "D3", "A4", "A5", "A6", "B6", "B10"]
    assert re.findall(rb'<row r="(\d+)"', part) == [b"1", b"2", b"3", b"4", b"5", b"6", b"10"]


def test_an_empty_sheet_gets_its_first_cell() -> None:
    part = with_styles(b"<x:worksheet><x:sheetData/></x:worksheet>", {(0, 0): 1})
    expected = b'<x:sheetData><x:row r="1"><x:c r="A1" s="1"/></x:row></x:sheetData>'
    assert expected in part


def test_styles_of_earlier_marks_are_replaced_everywhere() -> None:
    assert cells(restyled(PART, {2: 11})) == [("A1", ""), ("C1", "11"), ("B6", "11")]


@pytest.mark.parametrize(
    "part",
    [
        b"<worksheet/>",
        b'<worksheet><sheetData><row r="1"><c><v>5</v></c></row></sheetData></worksheet>',
        b'<worksheet><sheetData><row><c r="A1"/></row></sheetData></worksheet>',
        b'<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>',
        b'<worksheet><sheetData><row r="1"><c r="A1" s="x"/></row></sheetData></worksheet>',
    ],
    ids=["no data", "cell without name", "row without number", "rows out of order", "odd style"],
)
def test_a_sheet_written_otherwise_is_not_guessed(part: bytes) -> None:
    with pytest.raises(UnmarkableError):
        with_styles(part, dict.fromkeys(cell_styles(part, [(0, 0)]), 1))


@given(
    written=st.sets(st.tuples(st.integers(0, 8), st.integers(0, 6))),
    marked=st.sets(st.tuples(st.integers(0, 9), st.integers(0, 7))),
)
def test_any_marks_on_any_sheet_keep_every_cell_in_order(written: set[Cell], marked: set[Cell]) -> None:
    rows = "".join(
        f'<row r="{row + 1}">'
        + "".join(f'<c r="{cell_name(row, c)}"><v>{c}</v></c>' for r, c in sorted(written) if r == row)
        + "</row>"
        for row in sorted({row for row, _ in written})
    )
    before = f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()
    after = with_styles(before, dict.fromkeys(marked, 7))
    names = [name for name, _ in cells(after)]
    assert names == [cell_name(*cell) for cell in sorted(written | marked)]
    assert {name for name, style in cells(after) if style == "7"} == {cell_name(*cell) for cell in marked}
    assert after.count(b"<v>") == len(written)
    assert after.count(b"<row") == after.count(b"</row>") == len({row for row, _ in written | marked})
