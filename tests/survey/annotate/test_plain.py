"""Where the form of a file cannot be kept, its cells are."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl

from carbonpath.survey.annotate.marks import SheetMarks
from carbonpath.survey.annotate.plain import plain_copy
from carbonpath.survey.grid import Grid, Range, Special
from carbonpath.survey.reader_child import read_workbook

Xlsx = Callable[..., Path]

GRID = Grid(
    "CSV",
    [["=1+1", 12.5, True], [Special("error", "#REF!"), Special("percent", "12.5%", 0.125), None], ["合并", None, None]],
    merged=(Range(2, 0, 2, 1),),
)
MARKS = {"CSV": SheetMarks({(0, 0): "error", (1, 2): "error", (5, 0): "warning"}, {(0, 0): "no code"})}


def test_texts_are_texts_and_numbers_numbers() -> None:
    copy = plain_copy([Grid("封面", [["a"]], visible=False), GRID], MARKS)
    sheet = openpyxl.load_workbook(io.BytesIO(copy))["CSV"]
    assert [cell.value for cell in sheet[1]] == ["=1+1", 12.5, True]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert [sheet[name].fill.fgColor.rgb for name in ("A1", "C2", "A6")] == ["FFFFC8CE", "FFFFC8CE", "FFFFEC9C"]
    assert sheet["A1"].comment.text == "no code"  # type: ignore[union-attr]


def test_it_reads_back_as_the_same_cells() -> None:
    plain = Grid("CSV", [["烟煤", 12.5, True], ["合并", None, None]], merged=(Range(1, 0, 1, 1),))
    (back,) = read_workbook(plain_copy([plain], {}), "a.xlsx")
    assert (back.rows, back.merged) == (plain.rows, plain.merged)


def test_the_same_cells_give_the_same_bytes() -> None:
    assert plain_copy([GRID], MARKS) == plain_copy([GRID], MARKS)
